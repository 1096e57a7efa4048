// SPDX-License-Identifier: BSD-3-Clause
// How a collective goes on: steps become ready, are performed, and make others ready.
#include "schedule/execution.hpp"

#include <algorithm>
#include <cstring>

#include "base/check.hpp"
#include "base/text.hpp"
#include "p2p/at_once.hpp"
#include "schedule/copy.hpp"

namespace baton::schedule {

using collectives::Block;
using collectives::Edge;
using collectives::Step;
using collectives::StepKind;
namespace slot = collectives::slot;

namespace {

constexpr std::int64_t alignment = 64;

/// The bytes that `count` elements of a type touch, counted from where the buffer starts.
struct Span {
  std::int64_t low = 0;
  std::int64_t high = 0;
};
Span span_of(const datatype::Datatype& type, std::int64_t count) noexcept {
  if (count == 0) return {};
  const std::int64_t reach = (count - 1) * type.extent();
  return {std::min<std::int64_t>(0, reach) + type.true_lb(), std::max<std::int64_t>(0, reach) + type.true_ub()};
}

std::int64_t round_up(std::int64_t bytes) noexcept { return (bytes + alignment - 1) / alignment * alignment; }

/// Shifts a buffer's start; the start itself may lie outside of all memory (MPI_BOTTOM, lower bounds).
std::byte* shifted(const void* base, std::int64_t bytes) noexcept {
  return reinterpret_cast<std::byte*>(reinterpret_cast<std::uintptr_t>(base) + static_cast<std::uintptr_t>(bytes));
}

}  // namespace

Execution::~Execution() { BATON_ASSERT(done_); }

void Execution::start(Plan& plan, const Channel& channel, const Binding& binding, std::int32_t tag) {
  plan_ = &plan;
  ++plan.users;
  channel_ = channel;
  binding_ = binding;
  tag_ = tag;
  bind();
  begin();
}

void Execution::start(std::unique_ptr<Plan> plan, const Channel& channel, const Binding& binding, std::int32_t tag) {
  owned_ = std::move(plan);
  start(*owned_, channel, binding, tag);
}

void Execution::restart() {
  ++restarts_;
  begin();
}

void Execution::recycle(std::size_t keep_bytes) noexcept {
  BATON_ASSERT(done_);
  if (plan_ != nullptr) --plan_->users;
  plan_ = nullptr;
  owned_.reset();
  call_ = nullptr;
  if (memory_bytes_ > keep_bytes) {
    memory_.reset();
    memory_bytes_ = 0;
  }
}

/// Works out the starts of all buffers, and has scratch memory ready.
void Execution::bind() {
  const collectives::Schedule& schedule = plan_->schedule;
  bases_[0] = shifted(binding_.send, 0);
  bases_[1] = shifted(binding_.recv, 0);
  byte_bases_[0] = binding_.send_type != nullptr ? shifted(binding_.send, binding_.send_type->true_lb()) : bases_[0];
  byte_bases_[1] = binding_.recv_type != nullptr ? shifted(binding_.recv, binding_.recv_type->true_lb()) : bases_[1];
  if (schedule.scratch_elements == 0 && schedule.packed_bytes == 0) return;
  Span elements;
  if (schedule.scratch_elements > 0) elements = span_of(*binding_.recv_type, schedule.scratch_elements);
  // The scratch elements are aligned as if they started on a multiple of `alignment`.
  const std::int64_t before = round_up(std::max<std::int64_t>(0, -elements.low));
  const std::int64_t scratch = before + round_up(std::max<std::int64_t>(0, elements.high));
  const auto needed = static_cast<std::size_t>(scratch + schedule.packed_bytes + alignment);
  if (needed > memory_bytes_) {
    memory_.reset();
    memory_ = std::make_unique_for_overwrite<std::byte[]>(needed);
    memory_bytes_ = needed;
  }
  const auto misaligned = static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(memory_.get()) % alignment);
  std::byte* start = memory_.get() + (misaligned == 0 ? 0 : alignment - misaligned);
  bases_[2] = byte_bases_[2] = start + before;
  bases_[3] = byte_bases_[3] = start + scratch;
}

void Execution::begin() {
  if (plan_->runs != nullptr) ++*plan_->runs;
  error_ = Error{};
  abandoned_ = false;
  const auto steps = plan_->waits.size();
  remaining_ = static_cast<std::uint32_t>(steps);
  waits_.resize(steps);
  if (steps != 0) std::memcpy(waits_.data(), plan_->waits.data(), steps * sizeof(std::uint32_t));
  ready_.assign(plan_->initial.begin(), plan_->initial.end());
  next_ready_ = 0;
  done_ = false;
  run();
}

/// Performs all ready steps. Completions that come meanwhile only add to the list.
void Execution::run() noexcept {
  if (running_) return;
  running_ = true;
  do {
    while (next_ready_ < ready_.size()) perform(ready_[next_ready_++]);
    if (abandoned()) [[unlikely]]
      await_nothing();
  } while (next_ready_ < ready_.size());
  ready_.clear();
  next_ready_ = 0;
  running_ = false;
  if (remaining_ == 0) finish();
}

void Execution::await_nothing() noexcept {
  for (Message& message : messages_) {
    if (plan_->schedule.steps[message.step].kind == StepKind::recv) channel_.engine->cancel(message);
  }
}

void Execution::perform(std::uint32_t id) noexcept {
  const Step& step = plan_->schedule.steps[id];
  const bool message = step.kind == StepKind::send || step.kind == StepKind::recv;
  if (message && abandoned()) [[unlikely]] {
    if (step.kind == StepKind::send) disappoint(step);
    release(step, true);
    return complete(id);
  }
  switch (step.kind) {
    case StepKind::send: send(id, step); return;
    case StepKind::recv: receive(id, step); return;
    case StepKind::copy:
      if (error_.ok()) copy(step);
      break;
    case StepKind::reduce:
      if (error_.ok()) reduce(step);
      break;
    default: break;  // join; the rest is of programs for the arena, which are carried out elsewhere
  }
  complete(id);
}

void Execution::release(const Step& step, bool started) noexcept {
  const Edge* edges = plan_->schedule.edges.data();
  for (std::uint32_t e = step.first_edge; e < step.last_edge; ++e) {
    if (edges[e].on_start == started && --waits_[edges[e].step] == 0) ready_.push_back(edges[e].step);
  }
}

void Execution::complete(std::uint32_t id) noexcept {
  --remaining_;
  release(plan_->schedule.steps[id], false);
}

void Execution::finish() noexcept {
  if (done_) return;
  if (channel_.engine->has_marked()) [[unlikely]]
    look_back();
  moment_ = channel_.engine->next_moment();
  done_ = true;
  if (call_ != nullptr) call_(*this, call_context_);
}

Execution::BoundType Execution::type_of(const Block& block) const noexcept {
  switch (block.type) {
    case slot::byte: return {&datatype::builtin(datatype::Kind::byte), 1};
    case slot::send: return {binding_.send_type, binding_.send_type->extent()};
    case slot::recv: return {binding_.recv_type, binding_.recv_type->extent()};
    default: return {binding_.peer_types[block.type - slot::first_peer], 1};
  }
}

std::byte* Execution::address(const Block& block) const noexcept {
  const auto buffer = static_cast<std::size_t>(block.buffer);
  if (block.type == slot::byte) return shifted(byte_bases_[buffer], block.offset);
  return shifted(bases_[buffer], block.offset * type_of(block).unit);
}

void Execution::send(std::uint32_t id, const Step& step) noexcept {
  const bool remote = step.peer >= channel_.size;
  // To the other group this rank counts on from that group's own ranks.
  const std::uint32_t self = channel_.rank + (remote ? channel_.remote_size : 0);
  p2p::SendArgs args;
  args.buffer = address(step.source);
  // After an error this rank has nothing true to say: an empty message tells those that wait for it.
  args.count = error_.ok() ? step.source.count : 0;
  args.type = type_of(step.source).type;
  args.peer = channel_.peers[step.peer];
  args.envelope = {channel_.context, static_cast<std::int32_t>(self), tag_};
  args.mark = plan_->mark;
  if (channel_.engine->try_send(args) == Post::done) {
    release(step, true);
    complete(id);
    return;
  }
  channel_.engine->send(message(id), args);
  release(step, true);
}

void Execution::receive(std::uint32_t id, const Step& step) noexcept {
  p2p::ReceiveArgs args;
  args.buffer = address(step.target);
  args.count = step.target.count;
  args.type = type_of(step.target).type;
  args.peer = channel_.peers[step.peer];
  args.wish = {channel_.context, static_cast<std::int32_t>(step.peer), tag_};
  p2p::ProbeResult found;
  if (channel_.engine->try_receive(args, found) == Post::done) {
    if (found.mark != plan_->mark) [[unlikely]]
      fail(mistaken(step, found.mark));
    release(step, true);
    complete(id);
    return;
  }
  channel_.engine->receive(message(id), args);
  release(step, true);
}

void Execution::copy(const Step& step) noexcept {
  const BoundType from = type_of(step.source);
  const BoundType to = type_of(step.target);
  const Status copied = copy_elements(address(step.source), step.source.count, *from.type, address(step.target),
                                      step.target.count, *to.type);
  if (!copied) fail(copied.error());
}

void Execution::reduce(const Step& step) noexcept {
  binding_.op->apply(address(step.source), address(step.target), step.target.count, *binding_.recv_type);
}

Execution::Message& Execution::message(std::uint32_t step) {
  Message* made = free_messages_;
  if (made != nullptr) {
    free_messages_ = made->next;
  } else {
    made = &messages_.emplace_back();
    made->owner = this;
    made->on_complete(message_complete, made);
  }
  made->step = step;
  return *made;
}

void Execution::message_complete(p2p::Request& /*request*/, void* context) noexcept {
  auto& message = *static_cast<Message*>(context);
  message.owner->arrived(message);
}

void Execution::arrived(Message& message) noexcept {
  const std::uint32_t id = message.step;
  const Step& step = plan_->schedule.steps[id];
  const p2p::Outcome& outcome = message.outcome();
  const bool received = step.kind == StepKind::recv;
  const std::int64_t expected = received ? step.target.count * type_of(step.target).type->size() : 0;
  const Code came = outcome.error.code;
  if (abandoned()) [[unlikely]] {
    // What comes of it does not matter any more.
  } else if (received && (came == Code::ok || came == Code::truncated || came == Code::type_mismatch)) {
    if (outcome.mark != plan_->mark) [[unlikely]]
      fail(mistaken(step, outcome.mark));
    if (came == Code::type_mismatch) [[unlikely]]
      fail(outcome.error);
    const std::int64_t sent = outcome.error.ok() ? outcome.bytes : outcome.sent_bytes;
    if (sent != expected) [[unlikely]] {
      fail(
          make_error(Code::truncated,
                     "rank {} sent {} bytes where this rank expects {}: all ranks must pass matching counts, datatypes "
                     "and root{}",
                     step.peer, sent, expected, sent == 0 ? "; or an error befell that rank" : ""));
    }
  } else if (!outcome.error.ok()) [[unlikely]] {
    fail(outcome.error);
  }
  message.next = free_messages_;
  free_messages_ = &message;
  complete(id);
  run();
}

}  // namespace baton::schedule
