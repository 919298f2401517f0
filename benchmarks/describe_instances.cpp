// Does the decoder keep its pace on the shape that tools/shapes writes, with lists in lists, 61
// members of an instance, most of them absent, and empty ones? The reply is a real one; its
// reservations are repeated.
//
// describe_instances/<who>/<reservations>
// describe_few_members/ec2wire/<reservations>, of the same bytes
// describe_moto/<who>/<reservations>, as moto prints it: another layout, another order of members

#include <ec2wire/ec2/describe_instances.hpp>

#include <ec2wire/ec2wire.hpp>

#include "documents.hpp"
#include "measure.hpp"
#include "register_benchmarks.hpp"
#include "rivals/dom_reader.hpp"

#ifdef HAVE_RAPIDXML
#include "rivals/rapidxml.hpp"
#endif
#ifdef HAVE_PUGIXML
#include "rivals/pugixml.hpp"
#endif

#include <benchmark/benchmark.h>

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ec2wire::benchmarks {

// What a client by hand would decode into: the same members, in views and vectors.
struct by_hand {
    using string = std::string_view;
    template <class T>
    using list = std::vector<T>;
    template <class T>
    using indirect = ec2wire::indirect<T>;
};
using describe_reply = basic_describe_instances_response<by_hand>;

namespace {

// The names of a structure's elements, with the zero behind them that pugixml asks for.
template <structure T>
constexpr auto element_names = [] {
    std::array<const char*, field_count<T>> names{};
    for_each_field<T>([&](auto i) {
        names[i()] = ec2_query::xml_name(field_at<i()>(fields_of<T>).info).data();
        return true;
    });
    return names;
}();

// The extraction from a tree, written for speed: an element is compared with the names in the order
// of the wire, so that the first comparison most often finds it; one of no such name is passed.
template <class Tree>
struct describe_reader {
    using node = typename Tree::node;

    template <class T>
    static void read(node from, T& to) {
        if constexpr (detail::is_maybe<T>) {
            read(from, to.emplace());
        } else if constexpr (structure<T>) {
            read_structure(from, to);
        } else if constexpr (list_like<T> && !string_like<T>) {
            for (node item = Tree::first(from); item; item = Tree::next(item))
                if (Tree::is_named(item, "item")) read(item, to.emplace_back());
        } else {
            read_text(Tree::text(from), to.emplace());
        }
    }

  private:
    template <structure T>
    static void read_structure(node from, T& to) {
        constexpr auto& names = element_names<T>;
        std::size_t expected = 0;
        for (node member = Tree::first(from); member; member = Tree::next(member)) {
            const std::size_t index = find(names, member, expected);
            if (index == names.size()) continue;
            expected = index + 1;
            visit_field<T>(index, [&](auto i) {
                read(member, to.*field_at<i()>(fields_of<T>).pointer);
                return true;
            });
        }
    }

    template <std::size_t Size>
    static std::size_t find(const std::array<const char*, Size>& names, node member,
                            std::size_t expected) {
        for (std::size_t i = expected; i < Size; ++i)
            if (Tree::is_named(member, names[i])) return i;
        for (std::size_t i = 0; i < expected; ++i)
            if (Tree::is_named(member, names[i])) return i;
        return Size;
    }

    static void read_text(std::string_view text, std::string_view& to) { to = text; }
    static void read_text(std::string_view text, bool& to) { to = text == "true"; }
    static void read_text(std::string_view text, integer auto& to) {
        std::from_chars(text.data(), text.data() + text.size(), to);
    }
    static void read_text(std::string_view text, timestamp& to) {
        to = parse_timestamp(text).value();
    }
    static void read_text(std::string_view text, state_code& to) {
        to = state_code(read_code(text));
    }
    template <class Enum>
    static void read_text(std::string_view text, open_enum<Enum, std::string_view>& to) {
        to = open_enum<Enum, std::string_view>(text);
    }
};

class ec2wire_decoder {
  public:
    explicit ec2wire_decoder(const document& source) : bytes_(source.bytes) {}

    reply<describe_instances_response> decode() {
        memory_.clear();
        return decode_xml<describe_instances_response>(bytes_, memory_);
    }

  private:
    std::string_view bytes_;
    scratch memory_{};
};

// Three members of an instance, and the token of the next page: `tools/shapes --members` writes the like.
struct few_members {
    struct instance {
        std::optional<std::string_view> instance_id{};
        maybe<instance_state> state{};
        maybe<list_view<tag>> tags{};

        static constexpr auto fields() {
            return field_list{
                field{"InstanceId", &instance::instance_id, {.xml_name = "instanceId"}},
                field{"State", &instance::state, {.xml_name = "instanceState"}},
                field{"Tags", &instance::tags, {.xml_name = "tagSet"}}};
        }
    };
    struct reservation {
        list_view<instance> instances{};

        static constexpr auto fields() {
            return field_list{
                field{"Instances", &reservation::instances, {.xml_name = "instancesSet"}}};
        }
    };
    using service = ec2;
    static constexpr std::string_view operation = "DescribeInstances";

    list_view<reservation> reservations{};
    std::optional<std::string_view> next_token{};

    static constexpr auto fields() {
        return field_list{
            field{"Reservations", &few_members::reservations, {.xml_name = "reservationSet"}},
            field{"NextToken", &few_members::next_token, {.xml_name = "nextToken"}}};
    }
};

std::size_t count_instances(const auto& answer) {
    std::size_t count = 0;
    for (const auto& one : answer.reservations) count += one.instances.size();
    return count;
}

void add_few_members(std::size_t count) {
    add_benchmark({"describe_few_members", "ec2wire", std::to_string(count)}, [=](auto& state) {
        const document& source = describe_document(count);
        scratch memory;
        const auto decode = [&] {
            memory.clear();
            return decode_xml<few_members>(source.bytes, memory);
        };
        ec2wire_decoder whole(source);
        expect(count_instances(*decode()) == count_instances(*whole.decode()), "few members",
               "DescribeInstances");
        measure(state, source.bytes.size(), count, decode);
    });
}

std::string as_json(const auto& answer) { return encode_json(answer).value(); }
std::string as_json(const reply<describe_instances_response>& answer) {
    return as_json(answer.value());
}

using documents = const document& (*)(std::size_t reservations);

template <class Decoder>
void add(std::string_view group, documents document_of, std::string_view who, std::size_t count) {
    add_benchmark({group, who, std::to_string(count)}, [=](benchmark::State& state) {
        const document& source = document_of(count);
        Decoder decoder(source);
        expect(as_json(decoder.decode()) == as_json(ec2wire_decoder(source).decode()), who,
               "DescribeInstances");
        measure(state, source.bytes.size(), count,
                [&]() -> decltype(auto) { return decoder.decode(); });
    });
}

}  // namespace

template <class Tree>
void read_tree(typename Tree::node root, describe_reply& reply) {
    reply = {};
    describe_reader<Tree>::read(root, reply);
}

void add_group(std::string_view group, documents document_of, std::size_t count) {
    add<ec2wire_decoder>(group, document_of, "ec2wire", count);
#ifdef HAVE_RAPIDXML
    add<rapidxml_decoder<rapidxml_fastest, describe_reply>>(group, document_of, "rapidxml", count);
#endif
#ifdef HAVE_PUGIXML
    add<pugixml_decoder<describe_reply>>(group, document_of, "pugixml", count);
#endif
    add_floors(group, std::to_string(count), count,
               [=] { return std::string_view(document_of(count).bytes); });
}

void add_describe_instances() {
    for (const std::size_t count : {20U, 1000U})
        add_group("describe_moto", moto_describe_document, count);
    if (!has_describe_documents()) return;
    for (const std::size_t count : {1U, 20U, 1000U}) {
        add_group("describe_instances", describe_document, count);
        add_few_members(count);
    }
}

}  // namespace ec2wire::benchmarks
