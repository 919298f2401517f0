#ifndef EC2WIRE_TESTS_RANDOM_SHAPES_REQUEST_VERDICT_HPP
#define EC2WIRE_TESTS_RANDOM_SHAPES_REQUEST_VERDICT_HPP

#include <ec2wire/shape/schema.hpp>
#include <ec2wire/shape/schema_value.hpp>

#include <cstddef>

namespace ec2wire::tests {

// Decides whether a query can represent a request, which must be normalized.
class request_verdict {
  public:
    // Whether the protocol has a key for an empty list (R4).
    request_verdict(const detail::structure_schema& structure, const void* object,
                    bool has_empty_lists)
        : has_empty_lists_(has_empty_lists) {
        judge(structure, object);
    }

    // encode() refuses a missing required member, an element that would leave a gap in the indices, and a
    // union without exactly one member.
    bool is_refused() const { return is_refused_; }

  private:
    using kind = detail::value_kind;

    void judge(const detail::structure_schema& structure, const void* object) {
        std::size_t count = 0;
        for (const detail::member_schema& row : structure) {
            const void* const value = value_in(*row.type, row.in(object));
            const bool is_set = value != nullptr && leaves_pair(row, value);
            count += is_set ? 1 : 0;
            is_refused_ |= value == nullptr && row.is_required;
            if (is_set) judge_value(row, value);
        }
        is_refused_ |= structure.is_union && count != 1;
    }

    bool leaves_pair(const detail::member_schema& row, const void* value) const {
        const detail::type_schema& type = *row.type;
        if (type.kind == kind::structure) return has_pair(*type.structure, value);
        return type.list == nullptr || size_of(*type.list, value) != 0 ||
               (has_empty_lists_ && type.kind == kind::list);
    }

    bool has_pair(const detail::structure_schema& structure, const void* object) const {
        for (const detail::member_schema& row : structure) {
            const void* const value = value_in(*row.type, row.in(object));
            if (value != nullptr && leaves_pair(row, value)) return true;
        }
        return false;
    }

    void judge_value(const detail::member_schema& row, const void* value) {
        const detail::type_schema& type = *row.type;
        if (type.kind == kind::structure) return judge(*type.structure, value);
        if (type.list == nullptr) return;
        for (std::size_t i = 0, size = size_of(*type.list, value); i < size; ++i)
            visit_element_at(*type.list, value, i, [&](const void* element) {
                if (type.kind == kind::map)
                    judge_entry(row.element->type->structure->members[1], element);
                else
                    judge_element(*row.element, element);
            });
    }

    void judge_element(const detail::member_schema& row, const void* element) {
        const void* const value = element_value_in(*row.type, element);
        if (value == nullptr || !leaves_pair(row, value)) is_refused_ = true;
        if (value != nullptr) judge_value(row, value);
    }

    void judge_entry(const detail::member_schema& row, const void* entry) {
        const void* const value = element_value_in(*row.type, row.in(entry));
        if (value == nullptr)
            is_refused_ = true;
        else
            judge_value(row, value);
    }

    bool has_empty_lists_;
    bool is_refused_ = false;
};

}  // namespace ec2wire::tests

#endif
