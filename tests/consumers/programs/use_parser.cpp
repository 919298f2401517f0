// The shortest consumer of JSON, for a package that must say where simdjson is.
#include <ec2wire/json/parser.hpp>

int main() {
    ec2wire::scratch scratch;
    ec2wire::json::padded_bytes bytes;
    ec2wire::json::parser parser;
    return ec2wire::json::copy_padded("{}", scratch, bytes) && bytes.size() == 2 ? 0 : 1;
}
