#ifndef EC2WIRE_CODEC_VISITED_LIST_HPP
#define EC2WIRE_CODEC_VISITED_LIST_HPP

#include <ec2wire/core/call_visitor.hpp>
#include <ec2wire/engine/xml_decode_options.hpp>
#include <ec2wire/shape/field.hpp>
#include <ec2wire/shape/kind.hpp>
#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_of.hpp>

#include <cstddef>
#include <memory>
#include <type_traits>

namespace ec2wire::detail {

template <class Pointer>
struct pointed_to;
template <class Shape, class Member>
struct pointed_to<Member Shape::*> {
    using shape = Shape;
    using member = Member;
};

// Whether Member points to a list of a whole response; otherwise ends the compilation.
template <auto Member>
constexpr bool check_is_list() noexcept {
    constexpr bool is_list = [] {
        if constexpr (std::is_member_object_pointer_v<decltype(Member)>) {
            using pointer = pointed_to<decltype(Member)>;
            using list = value_type_of<typename pointer::member>;
            return list_like<list> && !scalar<list> && message_shape<typename pointer::shape>;
        } else {
            return false;
        }
    }();
    static_assert(is_list,
                  "ec2wire: decode_xml_each<> takes the address of a list of the response");
    return is_list;
}

// The list of a response that Member points to, whose items are passed to a visitor one by one. Stores one
// item.
template <auto Member, class Visit>
class visited_list {
  public:
    using shape = typename pointed_to<decltype(Member)>::shape;
    using item_type = element_of<value_type_of<typename pointed_to<decltype(Member)>::member>>;

    explicit visited_list(Visit& visit) : visit_(visit) {}  // throws what making an item throws

    // Describes the list for the engine; valid as long as this object.
    item_visit items() noexcept {
        return {&structure_of<shape>::schema.members[index()], std::addressof(item_),
                [](void* item) { *static_cast<item_type*>(item) = item_type{}; },
                const_cast<void*>(static_cast<const void*>(std::addressof(visit_))), show};
    }

  private:
    // Returns the member's index in the table of its structure.
    static constexpr std::size_t index() noexcept {
        std::size_t found = field_count<shape>;
        for_each_field<shape>([&](auto i) {
            constexpr auto pointer = field_at<i()>(fields_of<shape>).pointer;
            if constexpr (std::is_same_v<decltype(Member), std::remove_const_t<decltype(pointer)>>)
                if (pointer == Member) found = i();
            return true;
        });
        return found;
    }
    static_assert(index() != field_count<shape>,
                  "ec2wire: decode_xml_each<> takes a list that is in fields()");

    // Calls the visitor; false ends the visit.
    static bool show(void* context, const void* item) {
        Visit& visit = *static_cast<Visit*>(context);
        return call_visitor(visit, *static_cast<const item_type*>(item));
    }

    Visit& visit_;
    item_type item_{};
};

}  // namespace ec2wire::detail

#endif
