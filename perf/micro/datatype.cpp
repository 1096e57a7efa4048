// SPDX-License-Identifier: BSD-3-Clause
// Packing speed of the layouts that codes have: dense, a column of a matrix, the faces of a box, an irregular list.
#include <benchmark/benchmark.h>

#include <array>
#include <cstring>
#include <vector>

#include "datatype/constructors.hpp"

namespace baton::datatype {
namespace {

constexpr std::int64_t edge = 128;  // of the box, with its ghosts

TypeRef box_face(int direction) {
  const std::array<std::int64_t, 3> sizes{edge, edge, edge};
  std::array<std::int64_t, 3> part{edge - 2, edge - 2, edge - 2};
  part[static_cast<std::size_t>(direction)] = 1;
  const std::array<std::int64_t, 3> starts{1, 1, 1};
  return subarray(sizes, part, starts, Order::c, builtin(Kind::double_), 0).value();
}

TypeRef irregular() {
  std::vector<std::int64_t> lengths;
  std::vector<std::int64_t> displacements;
  for (std::int64_t i = 0; i < 4096; ++i) {
    lengths.push_back(1 + i % 3);
    displacements.push_back(i * 7);
  }
  return indexed(lengths, displacements, builtin(Kind::double_)).value();
}

void pack_and_unpack(benchmark::State& state, const TypeRef& type) {
  if (!type->commit()) state.SkipWithError("commit");
  std::vector<std::byte> field(static_cast<std::size_t>(edge * edge * edge * 8), std::byte{1});
  std::vector<std::byte> packed(static_cast<std::size_t>(type->size()));
  for (auto step : state) {
    Cursor out;
    benchmark::DoNotOptimize(type->pack(out, field.data(), 1, packed));
    Cursor in;
    benchmark::DoNotOptimize(type->unpack(in, field.data(), 1, packed));
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * 2 * type->size());
}

BENCHMARK_CAPTURE(pack_and_unpack, dense, contiguous(edge* edge, builtin(Kind::double_)).value());
BENCHMARK_CAPTURE(pack_and_unpack, column, vector(edge* edge, 1, edge, builtin(Kind::double_)).value());
BENCHMARK_CAPTURE(pack_and_unpack, face_of_planes, box_face(0));
BENCHMARK_CAPTURE(pack_and_unpack, face_of_rows, box_face(1));
BENCHMARK_CAPTURE(pack_and_unpack, face_of_words, box_face(2));
BENCHMARK_CAPTURE(pack_and_unpack, irregular, irregular());

/// Bounds what packing can reach: memcpy of as many bytes there and back.
void copy(benchmark::State& state) {
  std::vector<std::byte> from(static_cast<std::size_t>(edge * edge * 8), std::byte{1});
  std::vector<std::byte> to(from.size());
  for (auto step : state) {
    std::memcpy(to.data(), from.data(), from.size());
    benchmark::ClobberMemory();
    std::memcpy(from.data(), to.data(), from.size());
    benchmark::ClobberMemory();
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * 2 * edge * edge * 8);
}
BENCHMARK(copy);

}  // namespace
}  // namespace baton::datatype
