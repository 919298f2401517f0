#error "ec2wire.hpp must not need simdjson"
