#include <ec2wire/ec2/instance_state.hpp>

#include <boost/test/unit_test.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

using namespace ec2wire;

namespace {

struct known_state {
    instance_state_name name;
    std::uint16_t wire;
    std::string_view text;
};

// The table of the API reference.
constexpr known_state known_states[] = {
    {instance_state_name::pending, 0, "pending"},
    {instance_state_name::running, 16, "running"},
    {instance_state_name::shutting_down, 32, "shutting-down"},
    {instance_state_name::terminated, 48, "terminated"},
    {instance_state_name::stopping, 64, "stopping"},
    {instance_state_name::stopped, 80, "stopped"},
};

const known_state* find_state(unsigned low_byte) {
    for (const auto& state : known_states)
        if (state.wire == low_byte) return &state;
    return nullptr;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(ec2_instance_state)

static_assert(state_code{0x0110} == running);
static_assert(state_code{272}.wire() == 272);
static_assert(pending == state_code{0} && running == state_code{16});
static_assert(shutting_down == state_code{32} && terminated == state_code{48});
static_assert(stopping == state_code{64} && stopped == state_code{80});
static_assert(state_code{} == pending);
static_assert(to_string(state_code{0xFF50}) == "stopped");
static_assert(to_string(state_code{96}) == "unknown");

BOOST_AUTO_TEST_CASE(all_65536_codes_are_kept_and_compare_by_their_low_byte) {
    for (unsigned n = 0; n <= 0xFFFF; ++n) {
        const state_code code{static_cast<std::uint16_t>(n)};
        const known_state* const known = find_state(n & 0xFF);
        bool is_right = code.wire() == n && code.low_byte() == (n & 0xFF) &&
                        code.high_byte() == n >> 8 && code.is_known() == (known != nullptr) &&
                        to_string(code) == (known ? known->text : "unknown") &&
                        code.state().has_value() == code.is_known();
        if (known) is_right = is_right && code.state() == known->name;
        for (const auto& state : known_states)
            is_right = is_right && (code == state_code{state.name}) == ((n & 0xFF) == state.wire) &&
                       (code < state_code{state.name}) == ((n & 0xFF) < state.wire);
        const auto parsed = parse_state_code(std::to_string(n));
        is_right = is_right && parsed && parsed->wire() == n;
        if (!is_right) BOOST_TEST(n == 65536U, "wrong for " << n);
    }
}

BOOST_AUTO_TEST_CASE(names_and_codes_lead_to_each_other) {
    for (const auto& state : known_states) {
        BOOST_TEST(state_code{state.name}.wire() == state.wire);
        BOOST_TEST((state_code_from_name(state.text) == state_code{state.wire}));
        BOOST_TEST(enum_text(state.name) == state.text);
    }
    for (const std::string_view text :
         {"", "Running", "running ", "unknown", "shutting_down", "run"})
        BOOST_TEST(!state_code_from_name(text).has_value());
}

BOOST_AUTO_TEST_CASE(digits_only_and_at_most_65535) {
    BOOST_TEST(parse_state_code("0064")->wire() == 64);
    const auto index = [](std::string_view digits) { return parse_state_code(digits).error(); };
    BOOST_TEST(index("") == 0U);
    BOOST_TEST(index("1x") == 1U);
    BOOST_TEST(index("-1") == 0U);
    BOOST_TEST(index("+1") == 0U);
    BOOST_TEST(index(" 1") == 0U);
    BOOST_TEST(index("1 ") == 1U);
    BOOST_TEST(index("65536") == 4U);
    BOOST_TEST(index("running") == 0U);
}

BOOST_AUTO_TEST_CASE(equal_codes_have_equal_hashes) {
    const std::unordered_set<state_code> codes{running, state_code{272}, stopped};
    BOOST_TEST(codes.size() == 2U);
}

BOOST_AUTO_TEST_CASE(a_state_keeps_code_and_name_apart) {
    const instance_state state{.code = state_code{0},
                               .name = instance_state::name_type(instance_state_name::running)};
    BOOST_TEST((state.code == pending));
    BOOST_TEST((state.name == instance_state_name::running));
    BOOST_TEST(
        (state == instance_state{.code = state_code{256}, .name = instance_state_name::running}));
    BOOST_TEST(!(state == instance_state{.code = state_code{0}}));
    BOOST_TEST(!(instance_state{} == instance_state{.code = pending}));
}

BOOST_AUTO_TEST_SUITE_END()
