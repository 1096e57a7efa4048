# SPDX-License-Identifier: BSD-3-Clause
# BATON_PRECOMPILE: two sets of precompiled headers, one for the rooms and one for the tests. About half of the time of an
# unoptimised build goes into reading the same headers; presets dev and release stay without, so that each file is seen to
# include what it uses.

set(BATON_COMMON_HEADERS <algorithm> <array> <atomic> <bit> <cerrno> <charconv> <cstdint> <cstdio> <cstdlib> <cstring>
  <deque> <fmt/format.h> <functional> <map> <memory> <mutex> <new> <numeric> <optional> <span> <string> <string_view>
  <type_traits> <unordered_map> <utility> <vector>)

# baton_precompiled(NAME [EXECUTABLE] HEADERS headers... LIBRARIES libraries... [OPTIONS options...]): the set that others reuse.
function(baton_precompiled name)
  if(NOT BATON_PRECOMPILE)
    return()
  endif()
  cmake_parse_arguments(PARSE_ARGV 1 set "EXECUTABLE" "" "HEADERS;LIBRARIES;OPTIONS")
  file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/precompiled/${name}.cpp CONTENT "int main() { return 0; }")
  if(set_EXECUTABLE)  # -fPIE, which differs from -fPIC for the compiler
    add_executable(baton_precompiled_${name} ${PROJECT_BINARY_DIR}/precompiled/${name}.cpp)
  else()
    add_library(baton_precompiled_${name} OBJECT ${PROJECT_BINARY_DIR}/precompiled/${name}.cpp)
  endif()
  target_compile_features(baton_precompiled_${name} PRIVATE cxx_std_20)
  target_compile_options(baton_precompiled_${name} PRIVATE ${set_OPTIONS})
  target_link_libraries(baton_precompiled_${name} PRIVATE ${set_LIBRARIES})
  target_precompile_headers(baton_precompiled_${name} PRIVATE ${set_HEADERS})
endfunction()

# baton_precompile(TARGET NAME): TARGET reads set NAME before each of its sources.
function(baton_precompile target name)
  if(BATON_PRECOMPILE)
    target_precompile_headers(${target} REUSE_FROM baton_precompiled_${name})
  endif()
endfunction()
