// Members of types that the caller defines: whatever converts to a std::string_view is a string, and whatever
// has size() and operator[] is a list.

#include <ec2wire/codec/decode_query.hpp>
#include <ec2wire/codec/decode_xml.hpp>
#include <ec2wire/codec/encode.hpp>
#include <ec2wire/codec/encode_xml.hpp>
#include <ec2wire/codec/idempotency_token.hpp>
#include <ec2wire/codec/to_owned.hpp>
#include <ec2wire/ec2/service.hpp>

#include <boost/container/small_vector.hpp>
#include <boost/container/string.hpp>
#include <boost/test/unit_test.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <memory_resource>
#include <new>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using namespace ec2wire;

namespace {

// A string with a type of its own, so that a subnet's id cannot be used as an instance's.
class instance_id {
  public:
    instance_id() = default;
    explicit instance_id(std::string_view text) : text_(text) {}
    operator std::string_view() const { return text_; }

  private:
    std::string text_{};
};

// A small vector: the first few elements need no allocation, as in many projects' containers.
template <class T, std::size_t Room>
class small_vector {
  public:
    std::size_t size() const { return size_; }
    const T& operator[](std::size_t index) const { return elements_[index]; }
    const T* begin() const { return elements_.data(); }
    const T* end() const { return elements_.data() + size_; }
    T& emplace_back() { return elements_.at(size_++); }

  private:
    std::array<T, Room> elements_{};
    std::size_t size_ = 0;
};

// Iterates by the list's index.
template <class List>
struct index_iterator {
    const List* list;
    std::size_t index;
    decltype(auto) operator*() const { return (*list)[index]; }
    index_iterator& operator++() { return ++index, *this; }
    bool operator!=(const index_iterator& other) const { return index != other.index; }
};

// A list that creates its elements when they are accessed.
class numbered {
  public:
    explicit numbered(std::size_t size) : size_(size) {}
    std::size_t size() const { return size_; }
    std::string operator[](std::size_t index) const {
        return "i-1234567890abcde" + std::to_string(100 + index);
    }

    using iterator = index_iterator<numbered>;
    iterator begin() const { return {this, 0}; }
    iterator end() const { return {this, size_}; }

  private:
    std::size_t size_;
};

// A ring buffer: `data()` is not the first element.
class ring {
  public:
    ring(std::vector<std::string> row, std::size_t first) : row_(std::move(row)), first_(first) {}
    std::size_t size() const { return row_.size(); }
    const std::string* data() const { return row_.data(); }
    const std::string& operator[](std::size_t index) const {
        return row_[(first_ + index) % row_.size()];
    }

    using iterator = index_iterator<ring>;
    iterator begin() const { return {this, 0}; }
    iterator end() const { return {this, size()}; }

  private:
    std::vector<std::string> row_;
    std::size_t first_;
};

// A list that returns each element in the same object.
class shown_in_turn {
  public:
    explicit shown_in_turn(std::vector<std::string> row) : row_(std::move(row)) {}
    std::size_t size() const { return row_.size(); }
    std::string_view operator[](std::size_t index) const {
        place_.fill('#');
        return {place_.data(), row_[index].copy(place_.data(), place_.size())};
    }

    using iterator = index_iterator<shown_in_turn>;
    iterator begin() const { return {this, 0}; }
    iterator end() const { return {this, size()}; }

  private:
    std::vector<std::string> row_;
    mutable std::array<char, 40> place_{};
};

// A list of proxies, whose last element throws.
class stand_ins {
  public:
    using value_type = std::string;
    struct stand_in {
        const std::string* text;
        operator const std::string&() const { return *text; }
    };

    explicit stand_ins(std::vector<std::string> row, bool throws = false)
        : row_(std::move(row)), throws_(throws) {}
    std::size_t size() const { return row_.size(); }
    stand_in operator[](std::size_t index) const {
        if (throws_ && index + 1 == row_.size()) throw std::length_error("the last");
        return {&row_[index]};
    }

    using iterator = index_iterator<stand_ins>;
    iterator begin() const { return {this, 0}; }
    iterator end() const { return {this, size()}; }

  private:
    std::vector<std::string> row_;
    bool throws_;
};

template <class Text, class List>
struct shape {
    using service = ec2;
    static constexpr std::string_view operation = "Any";

    Text text{};
    std::optional<Text> other{};
    List list{};

    static constexpr auto fields() {
        return field_list{field{"Text", &shape::text}, field{"Other", &shape::other},
                          field{"List", &shape::list}};
    }
};

template <class Text, class List>
std::string encoded(const shape<Text, List>& request) {
    const auto query = encode(request);
    return query ? *query : std::string(query.error().message());
}

constexpr std::string_view wanted = "Action=Any&List.1=x&List.2=%3C&Text=t&Version=2016-11-15";
const std::string reply =
    "<AnyResponse><Text>t</Text><List><item>x</item><item>&lt;</item></List></AnyResponse>";

// Decodes and re-encodes.
template <class Text, class List>
std::string sent_on() {
    scratch memory;
    const auto answer = decode_xml<shape<Text, List>>(reply, memory);
    return answer ? encoded(*answer) : std::string(answer.error().message());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(codec_caller_types)

BOOST_AUTO_TEST_CASE(texts_and_lists_that_grow_are_decoded_and_encoded) {
    BOOST_TEST((sent_on<std::string_view, list_view<std::string_view>>() == wanted));
    BOOST_TEST((sent_on<std::string, std::vector<std::string>>() == wanted));
    BOOST_TEST((sent_on<std::string, std::deque<std::string_view>>() == wanted));
    BOOST_TEST((sent_on<instance_id, small_vector<instance_id, 4>>() == wanted));
    BOOST_TEST((sent_on<std::string_view, boost::container::small_vector<std::string_view, 1>>() ==
                wanted));
    BOOST_TEST(
        (sent_on<boost::container::string, std::vector<boost::container::string>>() == wanted));
    BOOST_TEST((sent_on<std::pmr::string, std::pmr::vector<std::pmr::string>>() == wanted));
}

namespace {

// Owns a value that only its constructor puts there.
class box {
  public:
    using value_type = int;
    box() = default;
    explicit box(const int* value) : value_(value) {}
    bool has_value() const { return value_ != nullptr; }
    const int& operator*() const { return *value_; }

  private:
    std::shared_ptr<const int> value_{};
};

struct settled {
    using service = ec2;
    static constexpr std::string_view operation = "Any";

    box one{};
    const std::optional<int> two{};
    std::optional<const int> three{};

    static constexpr auto fields() {
        return field_list{field{"One", &settled::one}, field{"Two", &settled::two},
                          field{"Three", &settled::three}};
    }
};

}  // namespace

// Nor can such a value be decoded: tests/must_not_compile.py.
BOOST_AUTO_TEST_CASE(a_value_that_cannot_be_set_is_encoded) {
    const settled message{.one = box(new int(1)), .two = 2, .three = 3};
    BOOST_TEST(encode(message).value() == "Action=Any&One=1&Three=3&Two=2&Version=2016-11-15");
    BOOST_TEST(encode_xml(message, xml_layout::minified)
                   .value()
                   .ends_with("<One>1</One><Two>2</Two><Three>3</Three></AnyResponse>"));
}

namespace {

// A maybe<> of this structure compares it with an empty one to tell whether it is set; making that may throw.
struct spare {
    static inline bool has_memory = true;

    std::string text{};
    spare() {
        if (!has_memory) throw std::bad_alloc{};
    }
    friend bool operator==(const spare&, const spare&) = default;
    static constexpr auto fields() { return field_list{field{"Text", &spare::text}}; }
};

struct holds_spare {
    using service = ec2;
    static constexpr std::string_view operation = "Any";

    maybe<spare> one{};

    static constexpr auto fields() { return field_list{field{"One", &holds_spare::one}}; }
};

}  // namespace

BOOST_AUTO_TEST_CASE(what_comparing_a_maybe_throws_reaches_the_caller) {
    const holds_spare message;
    spare::has_memory = false;
    BOOST_CHECK_THROW((void)encode(message), std::bad_alloc);
    BOOST_CHECK_THROW((void)encode_xml(message), std::bad_alloc);
    spare::has_memory = true;
    BOOST_TEST(encode(message).value() == "Action=Any&Version=2016-11-15");
}

namespace {

struct throwing {
    std::string text{};
    throwing() { throw std::length_error("no item"); }
    static constexpr auto fields() { return field_list{field{"Text", &throwing::text}}; }
};

}  // namespace

// A std::deque that is made empty may allocate, and throw, too.
BOOST_AUTO_TEST_CASE(what_making_an_item_throws_reaches_the_caller) {
    scratch memory;
    const auto visit = [](const throwing&) {};
    const std::string_view bytes = "<AnyResponse><List><item/></List></AnyResponse>";
    using response = shape<std::string, std::vector<throwing>>;
    BOOST_CHECK_THROW((void)decode_xml<response>(bytes, memory), std::length_error);
    BOOST_CHECK_THROW((void)decode_xml_each<&response::list>(bytes, memory, visit),
                      std::length_error);
}

BOOST_AUTO_TEST_CASE(texts_and_lists_that_are_there_already_are_encoded) {
    const std::array<std::string_view, 2> views{"x", "<"};
    BOOST_TEST((encoded(shape<const char*, std::array<const char*, 2>>{
                    .text = "t", .list = {"x", "<"}}) == wanted));
    BOOST_TEST((encoded(shape<std::string_view, std::span<const std::string_view>>{
                    .text = "t", .list = views}) == wanted));
    BOOST_TEST((encoded(shape<std::string_view, list_view<std::string_view>>{
                    .text = "t", .list = views}) == wanted));
}

namespace {

struct only_shown {
    std::string text{};
    operator std::string_view() const { return text; }
};

}  // namespace

BOOST_AUTO_TEST_CASE(texts_and_blobs_that_cannot_be_decoded_are_encoded_as_xml) {
    const auto xml = [](const auto& response) {
        const std::string document = *encode_xml(response, xml_layout::minified);
        return document.substr(document.find("<Text>"));
    };
    using digest = std::array<std::byte, 3>;
    BOOST_TEST((xml(shape<const char*, std::array<const char*, 2>>{
                    .text = "t", .other = "o", .list = {"x", "<"}}) ==
                "<Text>t</Text><Other>o</Other><List><item>x</item><item>&lt;</item></List>"
                "</AnyResponse>"));
    BOOST_TEST((xml(shape<only_shown, std::array<only_shown, 1>>{
                    .text = {"t"}, .other = {}, .list = {{{"x"}}}}) ==
                "<Text>t</Text><List><item>x</item></List></AnyResponse>"));
    BOOST_TEST((xml(shape<digest, std::array<digest, 1>>{}) ==
                "<Text>AAAA</Text><List><item>AAAA</item></List></AnyResponse>"));
}

BOOST_AUTO_TEST_CASE(elements_that_are_made_when_they_are_asked_for_are_encoded) {
    BOOST_TEST((encoded(shape<std::string_view, numbered>{.text = "t", .list = numbered(5)}) ==
                "Action=Any&List.1=i-1234567890abcde100&List.2=i-1234567890abcde101"
                "&List.3=i-1234567890abcde102&List.4=i-1234567890abcde103"
                "&List.5=i-1234567890abcde104&Text=t&Version=2016-11-15"));
}

BOOST_AUTO_TEST_CASE(elements_are_those_that_the_index_gives) {
    const std::string a(16, 'a'), b(30, 'b'), c(20, 'c');
    const auto query = [](const auto& list) {
        return encoded(shape<std::string_view, std::remove_cvref_t<decltype(list)>>{.text = "t",
                                                                                    .list = list});
    };
    const std::string wanted_ids =
        "Action=Any&List.1=" + c + "&List.2=" + a + "&List.3=" + b + "&Text=t&Version=2016-11-15";
    BOOST_TEST(query(ring({a, b, c}, 2)) == wanted_ids);
    BOOST_TEST(query(shown_in_turn({c, a, b})) == wanted_ids);
    BOOST_TEST(query(stand_ins({c, a, b})) == wanted_ids);
    BOOST_TEST(query(shown_in_turn({"a&b=evil", "harmless"})) ==
               "Action=Any&List.1=a%26b%3Devil&List.2=harmless&Text=t&Version=2016-11-15");
    BOOST_CHECK_THROW(query(stand_ins({a, b, c}, true)), std::length_error);
}

BOOST_AUTO_TEST_CASE(a_text_is_utf_8_whatever_type_it_is_of) {
    BOOST_TEST((encoded(shape<const char*, std::array<const char*, 2>>{
                    .text = "t\xFF", .list = {"x", "<"}}) == message(errc::not_utf8)));
    BOOST_TEST((encoded(shape<const char*, std::array<const char*, 2>>{
                    .text = "t", .list = {"x", "\xFF"}}) == message(errc::not_utf8)));
}

namespace {

// An optional of the caller's, whose emplace() returns nothing.
template <class T>
class slot {
  public:
    bool has_value() const { return has_value_; }
    T& operator*() { return value_; }
    const T& operator*() const { return value_; }
    void emplace() {
        value_ = T{};
        has_value_ = true;
    }

  private:
    T value_{};
    bool has_value_ = false;
};

struct slot_part {
    slot<std::string> text{};
    slot<int> number{};

    static constexpr auto fields() {
        return field_list{field{"Text", &slot_part::text}, field{"Number", &slot_part::number}};
    }
};

template <class Storage>
struct basic_slots {
    using service = ec2;
    static constexpr std::string_view operation = "Any";

    slot<typename Storage::string> token{};
    slot<slot_part> part{};
    slot<bool> flag{};
    slot<timestamp> time{};
    slot<std::vector<int>> list{};
    slot<int> absent{};

    static constexpr auto fields() {
        using self = basic_slots;
        return field_list{field{"Token", &self::token, {.idempotency_token = true}},
                          field{"Part", &self::part},
                          field{"Flag", &self::flag},
                          field{"Time", &self::time},
                          field{"List", &self::list},
                          field{"Absent", &self::absent}};
    }
};
using slots = basic_slots<borrowed>;

}  // namespace

BOOST_AUTO_TEST_CASE(an_optional_has_an_emplace_that_may_return_nothing) {
    const std::string_view sent =
        "Action=Any&Flag=true&List.1=7&List.2=8&Part.Number=-5&Part.Text=t&"
        "Time=2026-12-01T00%3A00%3A00Z&Token=x&Version=2016-11-15";
    scratch memory;
    const auto request = decode_query<slots>(sent, memory);
    BOOST_TEST_REQUIRE(request.has_value());
    BOOST_TEST(!request->absent.has_value());
    BOOST_TEST(encode(*request).value() == sent);
    const std::string written = encode_xml(*request).value();
    const auto reply = decode_xml<slots>(written, memory);
    BOOST_TEST_REQUIRE(reply.has_value());
    BOOST_TEST(encode(to_owned(*reply)).value() == sent);
    owning<slots> filled;
    fill_idempotency_tokens(filled, [] { return std::array<std::byte, 16>{}; });
    BOOST_TEST((filled.token.has_value() && (*filled.token).size() == 36));
}

// The request's memory comes from the caller's resource, and none from elsewhere.
BOOST_AUTO_TEST_CASE(a_pmr_request_keeps_to_its_resource) {
    std::array<std::byte, 4096> room{};
    std::pmr::monotonic_buffer_resource resource(room.data(), room.size(),
                                                 std::pmr::null_memory_resource());
    shape<std::pmr::string, std::pmr::vector<std::pmr::string>> request{
        .text = std::pmr::string("t", &resource),
        .list = std::pmr::vector<std::pmr::string>(&resource)};
    request.list.emplace_back("x");
    request.list.emplace_back("<");
    BOOST_TEST(encoded(request) == wanted);
}

BOOST_AUTO_TEST_SUITE_END()
