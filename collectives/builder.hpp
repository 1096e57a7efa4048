// SPDX-License-Identifier: BSD-3-Clause
// Makes schedules: an algorithm lists its steps in program order; the builder finds the dependencies from what each
// step reads and writes. So an algorithm cannot forget one, and steps that touch different memory run in any order.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <map>
#include <unordered_map>
#include <vector>

#include "collectives/schedule.hpp"
#include "collectives/shape.hpp"

namespace baton::collectives {

using StepId = std::uint32_t;
inline constexpr StepId no_step = 0xFFFFFFFF;

/// One schedule in the making. Steps without data (0 bytes) are left out on both sides, since both sides know; `signal`
/// and `await` stay. Cost: O(log s) a step, s being the number of blocks in use.
class Builder {
 public:
  explicit Builder(const Shape& shape) noexcept : shape_(shape) {}

  [[nodiscard]] const Shape& shape() const noexcept { return shape_; }
  [[nodiscard]] std::uint32_t rank() const noexcept { return shape_.rank; }
  [[nodiscard]] std::uint32_t size() const noexcept { return shape_.size; }

  /// Elements of this rank's contribution to a reduction.
  [[nodiscard]] Block input(std::int64_t first, std::int64_t count) const noexcept {
    return shape_.in_place ? result(first, count) : Block{first, count, slot::send, Buffer::send};
  }
  /// Elements of the receive buffer.
  [[nodiscard]] Block result(std::int64_t first, std::int64_t count) const noexcept {
    return {first, count, slot::recv, Buffer::recv};
  }
  /// Block i of the send or receive side.
  [[nodiscard]] Block send_block(std::uint32_t i) const noexcept;
  [[nodiscard]] Block recv_block(std::uint32_t i) const noexcept;
  /// `n` adjacent equal blocks from block i on.
  [[nodiscard]] Block send_blocks(std::uint32_t i, std::uint32_t n) const noexcept;
  [[nodiscard]] Block recv_blocks(std::uint32_t i, std::uint32_t n) const noexcept;

  /// New scratch memory, in elements of the receive type or in bytes.
  [[nodiscard]] Block scratch(std::int64_t elements) noexcept;
  [[nodiscard]] Block packed(std::int64_t bytes) noexcept;

  /// How many bytes of data a block holds.
  [[nodiscard]] std::int64_t bytes(const Block& block) const noexcept;

  /// Steps. They return their number, or no_step when there is nothing to do. `after`: further steps that must have
  /// completed first (no_step is allowed there).
  StepId send(std::uint32_t peer, Block source, std::initializer_list<StepId> after = {});
  StepId recv(std::uint32_t peer, Block target, std::initializer_list<StepId> after = {});
  StepId copy(Block source, Block target);
  StepId reduce(Block left, Block target);  // target = left op target
  /// Messages without data.
  StepId signal(std::uint32_t peer);
  StepId await(std::uint32_t peer);
  /// All steps from here on wait for all steps so far.
  void fence();

  [[nodiscard]] Schedule finish() &&;

 private:
  struct Segment {  // a stretch of a buffer with one history
    std::int64_t begin;
    std::int64_t end;
    StepId writer;
    std::vector<StepId> readers;  // since the last write
  };
  using Track = std::vector<Segment>;  // sorted, disjoint

  [[nodiscard]] std::int64_t size_of(std::uint32_t type) const noexcept;
  void touch(const Block& block, bool write, StepId id);
  void in_order(std::uint64_t channel, StepId id);
  StepId add(StepKind kind, std::uint32_t peer, const Block& source, const Block& target,
             std::initializer_list<StepId> after);

  struct Link {
    StepId from;
    StepId to;
    bool on_start;
  };

  Shape shape_;
  Schedule schedule_;
  std::vector<Link> links_;
  std::vector<StepId> waits_;                         // what the step being added waits for
  std::map<std::uint64_t, Track> tracks_;             // by buffer and type
  std::unordered_map<std::uint64_t, StepId> latest_;  // by direction and peer: the latest message
  StepId fence_ = no_step;
};

}  // namespace baton::collectives
