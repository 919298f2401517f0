#ifndef EC2WIRE_BENCHMARKS_QUESTIONS_HPP
#define EC2WIRE_BENCHMARKS_QUESTIONS_HPP

// One function for each file that asks a question: it registers the benchmarks that answer it.
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
