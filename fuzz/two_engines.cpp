#include "target.hpp"

#include <ec2wire/ec2/start_instances.hpp>
#include <ec2wire/ec2/stop_instances.hpp>

#include "codec/club_shapes.hpp"
#include "codec/compare_xml_engines.hpp"
#include "codec/fleet_shapes.hpp"
#include "codec/layouts.hpp"
#include "codec/odd_lists.hpp"
#include "codec/odd_roots.hpp"
#include "guarded_bytes.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

// For every input decode_xml gives what the strict reader alone gives.
//
//   byte 0        low half: the shape; high half: the layout to print the document in, or none
//   byte 1        how much memory there is, in steps of 16 bytes; 0: enough
//   the others    the document
namespace {

using namespace ec2wire;
using namespace ec2wire::tests;

template <class T>
void check_engines_agree(std::string_view bytes, std::size_t memory) {
    static engines<T> both;
    alignas(std::max_align_t) static std::byte room[256 * 16];
    fuzz::require(
        memory == 0 ? both.agree(bytes) : both.agree_within(std::span(room, memory * 16), bytes),
        "decode_xml gives what the strict reader gives");
}

void check_shape(unsigned shape, std::string_view bytes, std::size_t memory) {
    switch (shape) {
        case 0: return check_engines_agree<stop_instances_response>(bytes, memory);
        case 1: return check_engines_agree<start_instances_response>(bytes, memory);
        case 2: return check_engines_agree<tree>(bytes, memory);
        case 3: return check_engines_agree<scalars>(bytes, memory);
        case 4: return check_engines_agree<owning<stop_instances_response>>(bytes, memory);
        case 5: return check_engines_agree<owning<fleet>>(bytes, memory);
        case 6: return check_engines_agree<members>(bytes, memory);
        case 7: return check_engines_agree<fleet>(bytes, memory);
        case 8: return check_engines_agree<odd_lists>(bytes, memory);
        case 9: return check_engines_agree<padded_list>(bytes, memory);
        case 10: return check_engines_agree<perhaps_list>(bytes, memory);
        case 11: return check_engines_agree<marked_response>(bytes, memory);
        case 12: return check_engines_agree<choice_response>(bytes, memory);
        case 13: return check_engines_agree<two_ids_response<odd_aws>>(bytes, memory);
        case 14: return check_engines_agree<typed_response>(bytes, memory);
        default: return check_engines_agree<indirect_response>(bytes, memory);
    }
}

}  // namespace

void ec2wire::fuzz::check(std::string_view input) {
    const unsigned how = take_byte(input);
    const std::size_t memory = take_byte(input);
    const std::size_t layout = how / 16;
    if (layout >= all_layouts.size()) return check_shape(how % 16, input, memory);
    const std::string document = lay_out(input, all_layouts[layout]);
    // Before a page that may not be read, as the input itself is.
    static guarded_bytes room(std::string(1 << 16, ' '));
    if (document.size() > std::size_t{1} << 16) return check_shape(how % 16, document, memory);
    room.assign(document);
    check_shape(how % 16, room.view(), memory);
}
