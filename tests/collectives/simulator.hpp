// SPDX-License-Identifier: BSD-3-Clause
// Runs the schedules of all ranks of a collective in one thread, in a random legal order, on real memory. It knows
// nothing of algorithms: what a schedule leaves open happens at random, so a forgotten dependency shows as wrong data
// sooner or later.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "collectives/schedule.hpp"
#include "collectives/shape.hpp"

namespace baton::collectives::test {

/// Elements of `size` bytes, `stride` bytes apart; offsets of blocks count `unit` bytes.
struct Type {
  Type() = default;
  Type(std::int64_t size_bytes, std::int64_t stride_bytes)
      : size(size_bytes), stride(stride_bytes), unit(stride_bytes) {}
  std::int64_t size = 1;
  std::int64_t stride = 1;
  std::int64_t unit = 1;
};

using Memory = std::vector<std::uint8_t>;

/// One rank: what it is given, its schedule, its memory. types[0..2] are slot::byte, send, recv; then those of
/// alltoallw.
struct Rank {
  Shape shape;
  Schedule schedule;
  std::vector<Type> types;
  Memory send;
  Memory recv;
  Memory scratch;
  Memory packed;
  Memory expected;  // what `recv` must look like in the end, gaps included

  // What the arrays of `shape` point at.
  std::vector<std::int64_t> counts[2], displacements[2], sizes[2];
  std::vector<std::uint32_t> sources, destinations;
  std::vector<Type> peer_types[2];  // alltoallw: of the send side, of the receive side
};

/// eager: a send takes its data at once and is complete. synchronous: it waits for its receive and reads its data late,
/// which is the hardest for deadlocks and for overwritten buffers.
enum class Sending : std::uint8_t { eager, synchronous };

/// Commutative operations add 8-byte words; the others compose affine maps (16 bytes), where any wrong order changes
/// the result.
struct Report {
  std::string problem;          // empty: everything arrived
  std::uint32_t rounds = 0;     // the longest chain of messages
  std::int64_t bytes_sent = 0;  // by the rank that sends most
  std::int64_t messages = 0;    // by the rank that sends most
};

/// Runs all schedules to the end, or until nothing can go on. Shapes with a remote group are not simulated.
Report simulate(std::vector<Rank>& ranks, Sending sending, std::uint64_t seed);

/// Reads and writes elements as a stream of bytes without gaps.
Memory gather_bytes(const Memory& memory, Type type, std::int64_t offset, std::int64_t count);
void scatter_bytes(Memory& memory, Type type, std::int64_t offset, std::int64_t count, const Memory& bytes);

/// target = left op target, on streams of elements of `size` bytes.
void combine(const Memory& left, Memory& target, std::int64_t size);

/// A small generator with reproducible results on every platform.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() noexcept;
  std::uint64_t below(std::uint64_t limit) noexcept { return next() % limit; }

 private:
  std::uint64_t state_;
};

}  // namespace baton::collectives::test
