// SPDX-License-Identifier: BSD-3-Clause
// Steps of reductions in the arena: giving a vector, and folding those of several ranks.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>

#include "collectives/arena/program.hpp"

namespace baton::collectives::arena {

/// This rank's `count` elements from `first` on, as an operand while `target` grows: from its own slice where the
/// target lies upon them.
struct Own {
  Block block;
  bool in_slice;
};

/// `in_parts`: for readers who fold the whole of it, in parts, too.
inline void give(Program& program, std::uint32_t round, std::int64_t first, std::int64_t count, std::int64_t size,
                 std::uint32_t reader = everyone, bool in_parts = false) {
  Block source = program.input(first, count);
  source.offset *= size;
  source.count *= size;
  source.type = slot::byte;
  const Block target = Program::slice(round, 0, count * size);
  in_parts ? program.place_in_parts(source, target) : program.place(source, target);
  program.publish(round, reader);
}

/// Folds the vectors of `ranks`, which stand in order, into `target`; `at`: where they lie in their slices of `round`,
/// in bytes.
inline void fold(Program& program, std::span<const std::uint32_t> ranks, std::uint32_t round, std::int64_t at,
                 const Own& own, const Block& target, std::int64_t size) {
  const std::int64_t count = target.count;
  Block bytes = target;
  bytes.type = slot::byte;
  bytes.count = count * size;
  if (target.buffer != Buffer::arena) bytes.offset *= size;
  for (std::size_t i = ranks.size(); i-- > 0;) {
    const std::uint32_t peer = ranks[i];
    const bool mine = peer == program.rank();
    if (i + 1 == ranks.size()) {
      if (!mine || own.in_slice) {
        program.fetch(peer, Program::slice(round, at, count * size), bytes);
      } else if (!(own.block == target)) {
        Block from = own.block;
        from.offset *= size;
        from.count *= size;
        from.type = slot::byte;
        program.copy(from, bytes);
      }
    } else if (!mine || own.in_slice) {
      program.combine(peer, Program::slice(round, at, count, slot::recv), target);
    } else {
      program.reduce(own.block, target);
    }
  }
}

}  // namespace baton::collectives::arena
