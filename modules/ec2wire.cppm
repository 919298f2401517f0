// AN EXPERIMENT: `import ec2wire;` in place of the headers that need only the standard library, tried
// with clang 19 and libstdc++ 12. The headers are the library; this shows them, and may change.
//
//     clang++-19 -std=c++20 -Iinclude modules/ec2wire.cppm --precompile -o ec2wire.pcm
//     clang++-19 -std=c++20 -fmodule-file=ec2wire=ec2wire.pcm ec2wire.pcm your.cpp
//
// A unit that imports and a unit that includes may be linked into one program: what is declared here
// belongs to no module (`extern "C++"`). Include the standard headers that you need before the import.
module;

// All that the headers include: inside the module they must find it included.
#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <functional>
#include <iterator>
#include <limits>
#include <memory>
#include <memory_resource>
#include <new>
#include <optional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>
#include <version>

#if defined(__cpp_lib_format)
#include <format>
#endif
#if defined(__AVX2__)
#include <immintrin.h>
#elif defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__ARM_NEON)
#include <arm_neon.h>
#endif

export module ec2wire;

#pragma clang diagnostic ignored "-Winclude-angled-in-module-purview"
export extern "C++" {
#include <ec2wire/core/pmr_scratch.hpp>
#include <ec2wire/ec2/describe_instance_status.hpp>
#include <ec2wire/ec2/describe_instances.hpp>
#include <ec2wire/ec2/monitor_instances.hpp>
#include <ec2wire/ec2/next_page.hpp>
#include <ec2wire/ec2/reboot_instances.hpp>
#include <ec2wire/ec2/run_instances.hpp>
#include <ec2wire/ec2/terminate_instances.hpp>
#include <ec2wire/ec2/unmonitor_instances.hpp>
#include <ec2wire/ec2/waiter.hpp>
#include <ec2wire/ec2wire.hpp>
#include <ec2wire/format.hpp>
#include <ec2wire/ostream.hpp>
#include <ec2wire/system_error.hpp>
#include <ec2wire/text.hpp>
}
