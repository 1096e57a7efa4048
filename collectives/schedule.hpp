// SPDX-License-Identifier: BSD-3-Clause
// What one rank does in one collective operation, as plain data: steps, blocks of buffers, and who waits for whom.
// Not here: how a schedule is made (builder.hpp), which one is taken (select.hpp), and how it is run (src/schedule).
#pragma once

#include <cstdint>
#include <vector>

namespace baton::collectives {

/// The memory a block lies in. `scratch` holds elements of the type of `recv`, `packed` holds bytes; both are lent by
/// the executor. `arena`: a slice of the memory that the ranks of a node share (arena/program.hpp).
enum class Buffer : std::uint8_t { send, recv, scratch, packed, arena };

/// Names of the datatypes of a schedule; the executor binds them. `first_peer` and above: the types of alltoallw, those
/// of the send side first, then those of the receive side; their offsets are in bytes. `whole`: the block of a side
/// with the number `offset`, as long as the call's counts say and where its displacements say; the only block of a side
/// without counts is number 0.
namespace slot {
inline constexpr std::uint32_t byte = 0;
inline constexpr std::uint32_t send = 1;
inline constexpr std::uint32_t recv = 2;
inline constexpr std::uint32_t first_peer = 3;
inline constexpr std::uint32_t whole = 0xFFFFFFFF;
}  // namespace slot

/// `count` elements of one datatype, the first lying `offset` strides behind the start of a buffer. The stride is the
/// extent of the type (1 for bytes and for the types of alltoallw). In the arena offsets are bytes, and `round` says of
/// which round the slice is.
struct Block {
  std::int64_t offset = 0;
  std::int64_t count = 0;
  std::uint32_t type = slot::byte;
  Buffer buffer = Buffer::send;
  std::uint16_t round = 0;
  bool operator==(const Block&) const = default;
};

/// A part of a block: `count` elements from element `first` on.
[[nodiscard]] constexpr Block part(Block whole, std::int64_t first, std::int64_t count) noexcept {
  whole.offset += first;
  whole.count = count;
  return whole;
}

/// send, recv: one message with `peer`. copy: target = source (types may differ, as in a message to oneself).
/// reduce: target = source op target, so the source is the left operand. join: nothing; a place where dependencies
/// meet. In the arena (arena/program.hpp) only: publish: the slice of target.round is written, for `peer` or everyone.
/// early: the first part of that slice is written; publish follows, for the same ranks. copy_early: copy, of what lies
/// in that part. copy_past: copy, past the caches (schedule/copy.hpp). merge: target = the elements of this rank's own
/// contribution that stand at the target's place, and those of the slice of `peer`, which are operands in the order of
/// the ranks. merge_early: the same of the first part. pass: this rank reads no more from the rounds up to
/// source.round. expose: as publish, and others may read or write the block `source` where it lies. pull: target =
/// source, in the memory that `peer` exposed in source.round. push: the same the other way round. With messages of any
/// length (Schedule::any_length): put: the whole block `source` becomes the message of target.round for `peer` or
/// everyone (if it lies in the receive buffer, a block for one rank may be overwritten afterwards, one for everyone
/// stays); put_each: every block of that side but the own becomes that for its rank. take: target = the message of
/// `peer` for this rank, one of source.count in source.round. A long message may be lent: the taker copies it from
/// where it lies. answer: publishes target.round if this rank has taken a lent message. settle: waits for source.round
/// of all ranks to which this one has lent a message.
enum class StepKind : std::uint8_t {
  send,
  recv,
  copy,
  reduce,
  join,
  publish,
  pass,
  expose,
  pull,
  push,
  put,
  put_each,
  take,
  answer,
  settle,
  early,
  copy_early,
  copy_past,
  merge,
  merge_early
};

/// One thing to do. Steps stand in an order in which they could be started one after another.
/// `peer`: below Shape::size a rank of the (local) group; from there on rank `peer - size` of the remote group. Of a
/// copy or reduce from the arena: whose slice is the source.
struct Step {
  Block source;
  Block target;
  std::uint32_t peer = 0;
  std::uint32_t waits = 0;       // how many edges point here
  std::uint32_t first_edge = 0;  // its edges: [first_edge, last_edge) of Schedule::edges
  std::uint32_t last_edge = 0;
  StepKind kind = StepKind::join;
};

/// The step that waits, and for what: that the step owning this edge has completed, or merely that it has been started.
/// The latter keeps messages of one pair of ranks in order, since they share one tag.
struct Edge {
  std::uint32_t step = 0;
  bool on_start = false;
};

/// All steps of one rank. The k-th message that a rank sends to a peer meets the k-th receive of that peer from it.
struct Schedule {
  std::vector<Step> steps;
  std::vector<Edge> edges;
  std::int64_t scratch_elements = 0;
  std::int64_t packed_bytes = 0;
  /// Not 0: the steps are a program for the arena, to be done one after another, without edges.
  std::uint32_t rounds = 0;
  std::int64_t slice_bytes = 0;  // the longest slice of any rank and round; equal on all ranks
  bool direct = false;           // it exposes buffers: they must be without gaps
  bool any_length = false;       // it speaks of whole blocks only: the same steps whatever the counts
};

}  // namespace baton::collectives
