// SPDX-License-Identifier: BSD-3-Clause
// Barrier and data movement in the arena of a node. Cost of each, n being the bytes that a rank gives or gets: one copy
// in, one copy out, and one cache line from each rank that is read per round of a slice; a rank of P reads P - 1 lines
// where all talk to all. Flat trees of flags: Graham & Shipman, "MPI support for multi-core architectures" (2008).
#include <algorithm>

#include "collectives/arena/algorithms.hpp"
#include "collectives/arena/program.hpp"

namespace baton::collectives::arena {
namespace {

/// How many bytes of each of the P - 1 blocks for others fit into one slice.
std::int64_t share_of_slice(std::uint32_t size) noexcept {
  const std::int64_t share = slice_bytes / std::max<std::int64_t>(1, std::int64_t{size} - 1);
  return std::max<std::int64_t>(64, share / 64 * 64);
}

/// Where the block for `reader` lies in the slice of `writer`, who needs none for itself.
std::int64_t place_of(std::uint32_t reader, std::uint32_t writer, std::int64_t each) noexcept {
  return each * std::int64_t{reader < writer ? reader : reader - 1};
}

std::int64_t bytes_of_side(const Side& side) noexcept { return side.count * side.size; }

}  // namespace

Schedule barrier(const Shape& shape) {
  Program program(shape);
  program.publish(0);
  for (std::uint32_t hop = 1; hop < shape.size; ++hop) {
    program.fetch((shape.rank + hop) % shape.size, Program::slice(0, 0, 0), {});
  }
  return std::move(program).finish(1, 0);
}

Schedule bcast(const Shape& shape) {
  Program program(shape);
  const Chunks chunks{bytes_of_side(shape.recv), slice_bytes};
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    const Block whole = Program::received(chunks.first(t), chunks.length(t));
    const Block slice = Program::slice(t, 0, chunks.length(t));
    if (shape.rank == shape.root) {
      program.place_in_parts(whole, slice);
      program.publish(t);
    } else {
      program.fetch_in_parts(shape.root, slice, whole);
      if (chunks.count() > 1) program.pass(t);
    }
  }
  return std::move(program).finish(chunks.count(), chunks.length(0));
}

Schedule gather(const Shape& shape) {
  Program program(shape);
  const bool at_root = shape.rank == shape.root;
  const std::int64_t bytes = bytes_of_side(at_root ? shape.recv : shape.send);
  const Chunks chunks{bytes, slice_bytes};
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    const Block slice = Program::slice(t, 0, chunks.length(t));
    if (!at_root) {
      program.place_in_parts(Program::sent(chunks.first(t), chunks.length(t)), slice);
      program.publish(t, shape.root);
      continue;
    }
    for (std::uint32_t peer = 0; peer < shape.size; ++peer) {
      if (peer == shape.root) continue;
      program.fetch_in_parts(peer, slice, Program::received(peer * bytes + chunks.first(t), chunks.length(t)));
    }
    if (chunks.count() > 1) program.pass(t);
  }
  if (at_root && !shape.in_place) program.copy(Program::sent(0, bytes), Program::received(shape.rank * bytes, bytes));
  return std::move(program).finish(chunks.count(), chunks.length(0));
}

Schedule scatter(const Shape& shape) {
  Program program(shape);
  const bool at_root = shape.rank == shape.root;
  const std::int64_t bytes = bytes_of_side(at_root ? shape.send : shape.recv);
  const Chunks chunks{bytes, share_of_slice(shape.size)};
  const std::int64_t each = chunks.length(0);
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    const std::int64_t length = chunks.length(t);
    if (!at_root) {
      program.fetch_in_parts(shape.root, Program::slice(t, place_of(shape.rank, shape.root, each), length),
                             Program::received(chunks.first(t), length));
      if (chunks.count() > 1) program.pass(t);
      continue;
    }
    for (std::uint32_t peer = 0; peer < shape.size; ++peer) {
      if (peer == shape.root) continue;
      program.place_in_parts(Program::sent(peer * bytes + chunks.first(t), length),
                             Program::slice(t, place_of(peer, shape.root, each), length));
    }
    program.publish(t);
  }
  if (at_root && !shape.in_place) program.copy(Program::sent(shape.rank * bytes, bytes), Program::received(0, bytes));
  return std::move(program).finish(chunks.count(), each * (std::int64_t{shape.size} - 1));
}

Schedule allgather(const Shape& shape) {
  Program program(shape);
  const std::int64_t bytes = bytes_of_side(shape.recv);
  const Chunks chunks{bytes, slice_bytes};
  const auto give = [&](std::uint32_t t) {
    const Block source = shape.in_place ? Program::received(shape.rank * bytes + chunks.first(t), chunks.length(t))
                                        : Program::sent(chunks.first(t), chunks.length(t));
    program.place_in_parts(source, Program::slice(t, 0, chunks.length(t)));
    program.publish(t);
  };
  give(0);
  if (!shape.in_place) program.copy(Program::sent(0, bytes), Program::received(shape.rank * bytes, bytes));
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    if (t + 1 < chunks.count()) give(t + 1);  // the others need not wait while this rank reads
    for (std::uint32_t hop = 1; hop < shape.size; ++hop) {
      const std::uint32_t peer = (shape.rank + hop) % shape.size;
      program.fetch_in_parts(peer, Program::slice(t, 0, chunks.length(t)),
                             Program::received(peer * bytes + chunks.first(t), chunks.length(t)));
    }
    if (chunks.count() > 1) program.pass(t);
  }
  return std::move(program).finish(chunks.count(), chunks.length(0));
}

Schedule alltoall(const Shape& shape) {
  Program program(shape);
  const std::int64_t bytes = bytes_of_side(shape.recv);
  const Chunks chunks{bytes, share_of_slice(shape.size)};
  const std::int64_t each = chunks.length(0);
  const auto give = [&](std::uint32_t t) {
    for (std::uint32_t hop = 1; hop < shape.size; ++hop) {
      const std::uint32_t peer = (shape.rank + hop) % shape.size;
      const std::int64_t first = peer * bytes + chunks.first(t);
      program.place_in_parts(
          shape.in_place ? Program::received(first, chunks.length(t)) : Program::sent(first, chunks.length(t)),
          Program::slice(t, place_of(peer, shape.rank, each), chunks.length(t)));
    }
    program.publish(t);
  };
  give(0);
  if (!shape.in_place) {
    program.copy(Program::sent(shape.rank * bytes, bytes), Program::received(shape.rank * bytes, bytes));
  }
  for (std::uint32_t t = 0; t < chunks.count(); ++t) {
    if (t + 1 < chunks.count()) give(t + 1);
    for (std::uint32_t hop = 1; hop < shape.size; ++hop) {
      const std::uint32_t peer = (shape.rank + hop) % shape.size;
      program.fetch_in_parts(peer, Program::slice(t, place_of(shape.rank, peer, each), chunks.length(t)),
                             Program::received(peer * bytes + chunks.first(t), chunks.length(t)));
    }
    if (chunks.count() > 1) program.pass(t);
  }
  return std::move(program).finish(chunks.count(), each * (std::int64_t{shape.size} - 1));
}

}  // namespace baton::collectives::arena
