// SPDX-License-Identifier: BSD-3-Clause
// Carries out a program for the arena (collectives/arena/program.hpp): one step after the other, waiting where a peer
// is not that far yet.
#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <vector>

#include "base/text.hpp"
#include "collectives/arena/algorithms.hpp"
#include "schedule/arena.hpp"
#include "schedule/arena_messages.hpp"
#include "schedule/arena_stream.hpp"
#include "schedule/copy.hpp"
#include "schedule/runner.hpp"

namespace baton::schedule {

using collectives::Block;
using collectives::Buffer;
using collectives::Step;
using collectives::StepKind;
using datatype::Datatype;

namespace {

static_assert(static_cast<int>(Buffer::send) == 0 && static_cast<int>(Buffer::recv) == 1 &&
              static_cast<int>(Buffer::scratch) == 2);

bool is_dense(const Datatype* type) noexcept { return type == nullptr || type->is_dense(); }

/// One run.
class Run {
 public:
  Run(Arena& arena, const Channel& channel, const Binding& binding, std::byte* scratch) noexcept
      : arena_(arena),
        channel_(channel),
        rank_(channel.rank),
        binding_(binding),
        dense_(is_dense(binding.send_type) && is_dense(binding.recv_type)),
        start_{Stream(const_cast<void*>(binding.send), binding.send_type).at(0),
               Stream(binding.recv, binding.recv_type).at(0), scratch} {}

  [[nodiscard]] Error steps(const std::vector<Step>& steps) noexcept {
    for (const Step& step : steps) {
      if (const Error error = perform(step); !error.ok()) [[unlikely]]
        return error;
    }
    return {};
  }

 private:
  [[gnu::always_inline]] inline Error perform(const Step& step) noexcept {
    switch (step.kind) {
      case StepKind::publish:
        arena_.claim(step.target.round);
        arena_.publish(step.target.round, step.peer);
        return {};
      case StepKind::early: arena_.publish_early(step.target.round); return {};
      case StepKind::pass: arena_.pass(step.source.round); return {};
      case StepKind::expose: return expose(step);
      case StepKind::pull:
      case StepKind::push: return across(step);
      case StepKind::merge:
      case StepKind::merge_early: return merge(step);
      default: break;
    }
    if (step.source.buffer == Buffer::arena && step.peer != rank_) {
      const bool early = step.kind == StepKind::copy_early;
      if (const Error error = arena_.await(step.peer, step.source.round, early); !error.ok()) [[unlikely]]
        return error;
    }
    if (step.target.buffer == Buffer::arena) arena_.claim(step.target.round);
    if (step.kind == StepKind::reduce) {
      binding_.op->apply(element(step.source, step.peer), element(step.target, rank_), step.target.count,
                         *binding_.recv_type);
    } else if (step.source.count != 0) {
      copy(step);
    }
    return {};
  }

  Error expose(const Step& step) noexcept {
    const std::uint32_t round = step.target.round;
    arena_.claim(round);
    const std::uint64_t address =
        channel_.engine->wires().address_for(channel_.peers, channel_.size, element(step.source, rank_));
    std::memcpy(arena_.slice(rank_, round), &address, sizeof address);
    arena_.publish(round, step.peer);
    return {};
  }

  /// Between an own buffer and what a peer has exposed.
  Error across(const Step& step) noexcept {
    const bool pulls = step.kind == StepKind::pull;
    const Block& theirs = pulls ? step.source : step.target;
    const Block& ours = pulls ? step.target : step.source;
    if (const Error error = arena_.await(step.peer, theirs.round); !error.ok()) return error;
    std::uint64_t address = 0;
    std::memcpy(&address, arena_.slice(step.peer, theirs.round), sizeof address);
    address += static_cast<std::uint64_t>(theirs.offset);
    const std::span<std::byte> bytes{element(ours, rank_), static_cast<std::size_t>(ours.count)};
    transport::Wires& wires = channel_.engine->wires();
    const p2p::PeerId peer = channel_.peers[step.peer];
    if (pulls ? wires.pull(peer, address, bytes) : wires.push(peer, address, bytes)) return {};
    return make_error(Code::io,
                      "the memory of rank {} cannot be {} (its process has ended, or the buffer is not mapped)",
                      step.peer, pulls ? "read" : "written");
  }

  /// Of elements without gaps.
  Error merge(const Step& step) noexcept {
    const bool early = step.kind == StepKind::merge_early;
    if (const Error error = arena_.await(step.peer, step.source.round, early); !error.ok()) [[unlikely]]
      return error;
    if (step.target.count == 0) return {};
    const Datatype& type = *binding_.recv_type;
    const std::int64_t offset = step.target.offset * type.size();
    const std::byte* const own = start_[binding_.send != nullptr ? 0 : 1] + offset;
    const std::byte* const theirs = at(step.source, step.peer);
    std::byte* const target = start_[1] + offset;
    if (step.peer < rank_) {
      binding_.op->apply_into(theirs, own, target, step.target.count, type);
    } else if (own != target || binding_.op->is_builtin()) {
      binding_.op->apply_into(own, theirs, target, step.target.count, type);
    } else {
      merge_upon(theirs, target, step.target.count, type);
    }
    return {};
  }

  /// target = target op theirs. A user's function writes upon its right operand.
  [[gnu::noinline]] void merge_upon(const std::byte* theirs, std::byte* target, std::int64_t count,
                                    const Datatype& type) const noexcept {
    alignas(std::max_align_t) std::array<std::byte, 4096> piece;
    const std::int64_t most = static_cast<std::int64_t>(piece.size()) / type.size();
    for (std::int64_t done = 0; done < count; done += most) {
      const std::int64_t now = std::min(most, count - done);
      const auto bytes = static_cast<std::size_t>(now * type.size());
      std::memcpy(piece.data(), theirs + done * type.size(), bytes);
      binding_.op->apply(target + done * type.size(), piece.data(), now, type);
      std::memcpy(target + done * type.size(), piece.data(), bytes);
    }
  }

  /// Where a block of bytes starts; of the user's buffers only where they are dense.
  [[nodiscard]] std::byte* at(const Block& block, std::uint32_t peer) const noexcept {
    if (block.buffer == Buffer::arena) return arena_.slice(peer, block.round) + block.offset;
    return start_[static_cast<std::size_t>(block.buffer)] + block.offset;
  }
  /// The same of one that may be of elements.
  [[nodiscard]] std::byte* element(const Block& block, std::uint32_t peer) const noexcept {
    if (block.buffer == Buffer::arena || block.type == collectives::slot::byte) return at(block, peer);
    return start_[static_cast<std::size_t>(block.buffer)] + block.offset * binding_.recv_type->size();
  }

  void copy(const Step& step) noexcept {
    const auto bytes = static_cast<std::size_t>(step.source.count);
    if (dense_ && step.kind == StepKind::copy_past) [[unlikely]]
      return copy_past_caches(at(step.target, rank_), at(step.source, step.peer), bytes);
    if (dense_) [[likely]]
      return copy_bytes(at(step.target, rank_), at(step.source, step.peer), bytes);
    copy_with_gaps(step, bytes);
  }

  /// Whether the bytes of a block lie as they are in memory of the run's own.
  [[nodiscard]] static bool is_lent(const Block& block) noexcept {
    return block.buffer == Buffer::arena || block.buffer == Buffer::scratch;
  }
  [[nodiscard]] Stream stream(const Block& block) const noexcept {
    return block.buffer == Buffer::send ? Stream(const_cast<void*>(binding_.send), binding_.send_type)
                                        : Stream(binding_.recv, binding_.recv_type);
  }
  [[gnu::noinline]] void copy_with_gaps(const Step& step, std::size_t bytes) noexcept {
    const bool from_lent = is_lent(step.source);
    const bool to_lent = is_lent(step.target);
    if (from_lent && to_lent) {
      std::memcpy(at(step.target, rank_), at(step.source, step.peer), bytes);
    } else if (from_lent) {
      stream(step.target).write(step.target.offset, {at(step.source, step.peer), bytes});
    } else if (to_lent) {
      stream(step.source).read(step.source.offset, {at(step.target, rank_), bytes});
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
  const Channel& channel_;
  std::uint32_t rank_;
  const Binding& binding_;
  bool dense_;
  std::array<std::byte*, 3> start_;  // of the packed streams of send, recv and scratch
};

/// The end of what a program touches of a buffer, in bytes of its stream. Of programs that move data, not of
/// reductions: their types have no gaps.
std::int64_t reach(const collectives::Schedule& schedule, Buffer buffer) noexcept {
  std::int64_t end = 0;
  for (const Step& step : schedule.steps) {
    for (const Block* block : {&step.source, &step.target}) {
      if (block->buffer == buffer && block->count != 0) end = std::max(end, block->offset + block->count);
    }
  }
  return end;
}

/// A buffer; where it has gaps, a copy without them.
class Staged {
 public:
  Staged(void* buffer, const Datatype* type, const collectives::Schedule& schedule, Buffer which)
      : user_(buffer, type), data_(buffer), type_(type) {
    if (user_.dense()) return;
    memory_.resize(static_cast<std::size_t>(reach(schedule, which)));
    if (!memory_.empty()) user_.read(0, memory_);
    data_ = memory_.data();
    type_ = nullptr;
  }
  [[nodiscard]] void* data() const noexcept { return data_; }
  [[nodiscard]] const Datatype* type() const noexcept { return type_; }
  void write_back() const noexcept {
    if (!memory_.empty()) user_.write(0, memory_);
  }

 private:
  Stream user_;
  void* data_;
  const Datatype* type_;
  std::vector<std::byte> memory_;
};

constexpr std::size_t most_kept_scratch = std::size_t{1} << 20;

}  // namespace

Error Runner::run_in_arena(const Plan& plan, const Binding& binding, std::int32_t tag) {
  const collectives::Schedule& schedule = plan.schedule;
  if (schedule.direct && !(is_dense(binding.send_type) && is_dense(binding.recv_type))) [[unlikely]]
    return run_with_gaps(plan, binding, tag);
  if (plan.runs != nullptr) ++*plan.runs;
  std::byte* scratch = nullptr;
  if (schedule.scratch_elements != 0)
    scratch =
        between_pages(arena_scratch_, static_cast<std::size_t>(schedule.scratch_elements * binding.recv_type->size()));
  Run run(*arena_, channel_, binding, scratch);
  arena_->begin(tag, plan.mark, static_cast<std::uint64_t>(plan.agreed_bytes), schedule.slice_bytes);
  const Error error = run.steps(schedule.steps);
  if (error.ok()) [[likely]] {
    arena_->end(false);
    return error;
  }
  if (schedule.direct) arena_->await_others();
  arena_->end(true);
  note_failure(tag);
  return error;
}

/// Others read and write the buffers of a direct program as bytes: for the time of the run they are without gaps. Only
/// programs that move data come here; types of reductions have no gaps.
Error Runner::run_with_gaps(const Plan& plan, const Binding& binding, std::int32_t tag) {
  const Staged send(const_cast<void*>(binding.send), binding.send_type, plan.schedule, Buffer::send);
  const Staged recv(binding.recv, binding.recv_type, plan.schedule, Buffer::recv);
  Binding dense = binding;
  dense.send = send.data();
  dense.send_type = send.type();
  dense.recv = recv.data();
  dense.recv_type = recv.type();
  const Error error = run_in_arena(plan, dense, tag);
  recv.write_back();
  return error;
}

Error Runner::run_messages(const Plan& plan, const Call& call) {
  if (plan.runs != nullptr) ++*plan.runs;
  const std::int64_t agreed = collectives::arena::agreed_bytes(call.collective, call.shape);
  arena_->begin(call.tag, plan.mark, static_cast<std::uint64_t>(agreed), 0);
  Messages messages(*arena_, channel_, call.binding, call.shape, plan.subject, arena_scratch_);
  const Error error = messages.steps(plan.schedule.steps);
  if (!error.ok() && messages.has_lent()) [[unlikely]]
    arena_->await_others();
  arena_->end(!error.ok());
  if (arena_scratch_.size() > most_kept_scratch) [[unlikely]]
    arena_scratch_ = {};
  if (!error.ok()) [[unlikely]]
    note_failure(call.tag);
  return error;
}

/// The others, to whom this rank would have sent too little or too much, see how much in the word of its first round.
Error Runner::refuse_uneven(const Plan& plan, const Call& call) noexcept {
  const collectives::Shape& shape = call.shape;
  const std::int64_t sent = shape.send.count * shape.send.size;
  const std::int64_t received = shape.recv.count * shape.recv.size;
  const std::int64_t told = plan.agreed_bytes == sent ? received : sent;
  arena_->begin(call.tag, plan.mark, static_cast<std::uint64_t>(told), plan.schedule.slice_bytes);
  arena_->claim(0);
  arena_->publish(0, collectives::arena::everyone);
  arena_->end(true);
  note_failure(call.tag);
  return make_error(Code::truncated,
                    "this rank sends itself {} bytes, but receives {}: counts and datatypes do not match", sent,
                    received);
}

}  // namespace baton::schedule
