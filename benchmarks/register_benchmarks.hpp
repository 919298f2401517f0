#ifndef EC2WIRE_BENCHMARKS_REGISTER_BENCHMARKS_HPP
#define EC2WIRE_BENCHMARKS_REGISTER_BENCHMARKS_HPP

// Register the benchmarks, one function for each source file.
namespace ec2wire::benchmarks {

void add_decode_xml();
void add_decode_json();
void add_decode_query();
void add_describe_instances();
void add_encode();
void add_encode_xml();
void add_growth();
void add_state_code();

}  // namespace ec2wire::benchmarks

#endif
