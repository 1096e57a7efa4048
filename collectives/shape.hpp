// SPDX-License-Identifier: BSD-3-Clause
// What an algorithm may know of one call of a collective: ranks, sizes, and the machine. No addresses, no communicator.
#pragma once

#include <bit>
#include <cstdint>
#include <span>

namespace baton::collectives {

struct Constants;
struct Nodes;

/// One side (send or receive) of a call: a block per rank or per neighbour, or one vector. Equal blocks of `count`
/// elements follow each other; with `counts` set, block i has counts[i] elements at displacements[i]. `sizes` is set
/// for alltoallw only: bytes per element by block (displacements are then bytes, and block i has a type of its own).
struct Side {
  std::int64_t count = 0;
  std::int64_t size = 1;    // bytes of data in one element
  bool contiguous = false;  // known to have no gaps: the buffer may also be addressed in bytes
  std::span<const std::int64_t> counts;
  std::span<const std::int64_t> displacements;
  std::span<const std::int64_t> sizes;

  [[nodiscard]] std::int64_t count_of(std::uint32_t block) const noexcept {
    return counts.empty() ? count : counts[block];
  }
  [[nodiscard]] std::int64_t offset_of(std::uint32_t block) const noexcept {
    return counts.empty() ? count * std::int64_t{block} : displacements[block];
  }
  [[nodiscard]] std::int64_t size_of(std::uint32_t block) const noexcept { return sizes.empty() ? size : sizes[block]; }
  [[nodiscard]] std::int64_t bytes_of(std::uint32_t block) const noexcept { return count_of(block) * size_of(block); }
};

/// What a call has or has not, in eight bytes that compare at once.
struct Properties {
  bool in_place = false;
  bool commutative = true;
  bool cartesian = false;  // neighbours come in pairs (down, up): what goes down arrives from above
  bool one_node = false;   // all ranks stand on one node. Equal on all ranks
  /// All ranks stand on one node, which runs more of the job's ranks than it has processors. Equal on all ranks.
  bool crowded = false;
  bool arena = false;   // the ranks share an arena, and the call may use it. Equal on all ranks
  bool direct = false;  // and may read and write each other's memory. Equal on all ranks
  bool dense = true;    // of reductions: a predefined type without gaps. Equal on all ranks
};
using Traits = std::uint64_t;
static_assert(sizeof(Properties) == sizeof(Traits));

/// The arguments of one rank. Which side is used, by collective:
///   bcast: recv is the buffer, at the root too. reduce, allreduce, scan, exscan: send and recv both hold `count`, in
///   elements of one type. gather(v), scatter(v): the blocks side only at the root. allgather(v), alltoall(v,w): as in
///   MPI. reduce_scatter(_block): recv has a block per rank (displacements: running sums); send.count is the sum.
///   neighbor_*: blocks in the order of `destinations` (send) and `sources` (recv).
/// `in_place`: this rank's contribution lies where MPI_IN_PLACE puts it; for scatter at the root: its own block stays
/// where it is.
struct Shape : Properties {
  std::uint32_t rank = 0;
  std::uint32_t size = 1;
  std::uint32_t root = 0;
  std::uint32_t remote_size = 0;  // an intercommunicator when not 0
  Side send;
  Side recv;
  /// In the arena: two ranks bring long vectors to each other faster by stores past the caches than by the kernel's
  /// copy. The same in all calls on a communicator, and equal on all ranks.
  bool streams = false;
  std::span<const std::uint32_t> sources;
  std::span<const std::uint32_t> destinations;
  /// Where the ranks stand (nodes.hpp), and what messages cost (cost_model.hpp), for algorithms made of others;
  /// nullptr: not known. Equal on all ranks.
  const Nodes* nodes = nullptr;
  const Constants* constants = nullptr;

  [[nodiscard]] Traits traits() const noexcept { return std::bit_cast<Traits>(static_cast<const Properties&>(*this)); }

  /// In lists of neighbours and as the root of an intercommunicator: nobody, or this rank itself.
  static constexpr std::uint32_t nobody = 0xFFFFFFFF;
  static constexpr std::uint32_t myself = 0xFFFFFFFE;
};

}  // namespace baton::collectives
