// SPDX-License-Identifier: BSD-3-Clause
// Carries out a program for the arena (collectives/arena/program.hpp): one step after the other, waiting where a peer
// is not that far yet.
#include <algorithm>
#include <array>
#include <cstring>
#include <span>

#include "p2p/at_once.hpp"
#include "schedule/arena.hpp"
#include "schedule/runner.hpp"

namespace baton::schedule {

using collectives::Block;
using collectives::Buffer;
using collectives::Step;
using collectives::StepKind;
using datatype::Cursor;
using datatype::Datatype;

namespace {

/// A user's buffer as the packed stream of its elements.
class Stream {
 public:
  Stream(void* buffer, const Datatype* type) noexcept
      : buffer_(buffer), type_(type), dense_(type == nullptr || type->is_dense()) {}

  /// The bytes themselves; only where they lie without gaps.
  [[nodiscard]] std::byte* at(std::int64_t position) const noexcept {
    return reinterpret_cast<std::byte*>(
        reinterpret_cast<std::uintptr_t>(buffer_) +
        static_cast<std::uintptr_t>(position + (type_ != nullptr ? type_->true_lb() : 0)));
  }
  [[nodiscard]] bool dense() const noexcept { return dense_; }
  void read(std::int64_t position, std::span<std::byte> into) const noexcept {
    if (dense_) return p2p::copy_small(into.data(), at(position), into.size());
    Cursor cursor{position};
    type_->pack(cursor, buffer_, elements(position, into.size()), into);
  }
  void write(std::int64_t position, std::span<const std::byte> from) const noexcept {
    if (dense_) return p2p::copy_small(at(position), from.data(), from.size());
    Cursor cursor{position};
    type_->unpack(cursor, buffer_, elements(position, from.size()), from);
  }

 private:
  [[nodiscard]] std::int64_t elements(std::int64_t position, std::size_t bytes) const noexcept {
    return (position + static_cast<std::int64_t>(bytes) + type_->size() - 1) / type_->size();
  }

  void* buffer_;
  const Datatype* type_;
  bool dense_;
};

/// One run.
class Run {
 public:
  Run(Arena& arena, const Channel& channel, const Binding& binding) noexcept
      : arena_(arena),
        rank_(channel.rank),
        binding_(binding),
        send_(const_cast<void*>(binding.send), binding.send_type),
        recv_(binding.recv, binding.recv_type) {}

  [[nodiscard]] Error steps(const std::vector<Step>& steps) noexcept {
    for (const Step& step : steps) {
      if (const Error error = perform(step); !error.ok()) [[unlikely]]
        return error;
    }
    return {};
  }

 private:
  Error perform(const Step& step) noexcept {
    switch (step.kind) {
      case StepKind::publish:
        if (const Error error = claim(step.target.round); !error.ok()) return error;
        arena_.publish(step.target.round, step.peer);
        return {};
      case StepKind::pass: arena_.pass(step.source.round); return {};
      default: break;
    }
    if (step.source.buffer == Buffer::arena && step.peer != rank_) {
      if (const Error error = arena_.await(step.peer, step.source.round); !error.ok()) return error;
    }
    if (step.target.buffer == Buffer::arena) {
      if (const Error error = claim(step.target.round); !error.ok()) return error;
    }
    if (step.kind == StepKind::reduce) {
      binding_.op->apply(operand(step.source, step.peer), operand(step.target, rank_), step.target.count,
                         *binding_.recv_type);
    } else if (step.source.count != 0) {
      copy(step);
    }
    return {};
  }

  /// Claims the own slice of a round once.
  Error claim(std::uint32_t round) noexcept {
    if (claimed_ == round + 1) return {};
    claimed_ = round + 1;
    return arena_.claim(round);
  }

  [[nodiscard]] const Stream& stream(const Block& block) const noexcept {
    return block.buffer == Buffer::send ? send_ : recv_;
  }
  [[nodiscard]] std::byte* operand(const Block& block, std::uint32_t peer) const noexcept {
    if (block.buffer == Buffer::arena) return arena_.slice(peer, block.round) + block.offset;
    return stream(block).at(block.offset * binding_.recv_type->size());
  }

  void copy(const Step& step) noexcept {
    const auto bytes = static_cast<std::size_t>(step.source.count);
    const bool from_arena = step.source.buffer == Buffer::arena;
    if (from_arena && step.target.buffer == Buffer::arena) {
      std::memcpy(operand(step.target, rank_), operand(step.source, step.peer), bytes);
    } else if (from_arena) {
      stream(step.target).write(step.target.offset, {operand(step.source, step.peer), bytes});
    } else if (step.target.buffer == Buffer::arena) {
      stream(step.source).read(step.source.offset, {operand(step.target, rank_), bytes});
    } else {
      between(stream(step.source), step.source.offset, stream(step.target), step.target.offset, bytes);
    }
  }

  static void between(const Stream& from, std::int64_t source, const Stream& to, std::int64_t target,
                      std::size_t bytes) noexcept {
    if (to.dense()) return from.read(source, {to.at(target), bytes});
    if (from.dense()) return to.write(target, {from.at(source), bytes});
    std::array<std::byte, 4096> piece;
    for (std::size_t moved = 0; moved < bytes;) {
      const std::size_t now = std::min(piece.size(), bytes - moved);
      from.read(source + static_cast<std::int64_t>(moved), std::span(piece).first(now));
      to.write(target + static_cast<std::int64_t>(moved), std::span(piece).first(now));
      moved += now;
    }
  }

  Arena& arena_;
  std::uint32_t rank_;
  const Binding& binding_;
  Stream send_;
  Stream recv_;
  std::uint32_t claimed_ = 0;  // the round, plus one
};

}  // namespace

Error Runner::run_in_arena(const Plan& plan, const Call& call) noexcept {
  arena_->begin(call.tag, plan.mark, static_cast<std::uint64_t>(plan.agreed_bytes), plan.schedule.slice_bytes);
  const Error error = Run(*arena_, channel_, call.binding).steps(plan.schedule.steps);
  arena_->end(!error.ok());
  if (!error.ok()) [[unlikely]]
    note_failure(call.tag);
  return error;
}

}  // namespace baton::schedule
