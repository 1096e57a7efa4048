// SPDX-License-Identifier: BSD-3-Clause
#include "schedule/runner.hpp"

namespace baton::schedule {

namespace {

constexpr std::size_t most_plans = 64;         // kept per communicator
constexpr std::size_t most_steps = 1U << 16;   // in all plans kept together
constexpr std::size_t kept_memory = 1U << 20;  // scratch memory that a free execution keeps

std::uint8_t flags_of(const collectives::Shape& shape) noexcept {
  return static_cast<std::uint8_t>((shape.in_place ? 1U : 0U) | (shape.commutative ? 2U : 0U) |
                                   (shape.send.contiguous ? 4U : 0U) | (shape.recv.contiguous ? 8U : 0U));
}

std::uint8_t call_of(const Call& call) noexcept {
  return call.constructor == Constructor::none ? static_cast<std::uint8_t>(call.collective)
                                               : Subject::call_of(call.constructor);
}

}  // namespace

std::size_t Runner::Hash::operator()(const Key& key) const noexcept {
  std::uint64_t hash = static_cast<std::uint64_t>(key.send_count) * 0x9E3779B97F4A7C15U;
  hash = (hash ^ static_cast<std::uint64_t>(key.recv_count)) * 0xD6E8FEB86659FD93U;
  hash = (hash ^ static_cast<std::uint64_t>(key.send_size) ^ (static_cast<std::uint64_t>(key.recv_size) << 20)) *
         0x9E3779B97F4A7C15U;
  hash ^= (static_cast<std::uint64_t>(key.root) << 16) ^ (std::uint64_t{key.call} << 8) ^ key.flags;
  return static_cast<std::size_t>((hash * 0xD6E8FEB86659FD93U) >> 20);
}

void Runner::complete_shape(Call& call) const noexcept {
  call.shape.rank = channel_.rank;
  call.shape.size = channel_.size;
  call.shape.remote_size = channel_.remote_size;
  call.shape.hierarchy = hierarchy_;
  call.shape.crowded = crowded_;
}

bool Runner::may_be_kept(const Call& call) noexcept {
  return call.shape.send.counts.empty() && call.shape.recv.counts.empty();
}

Plan* Runner::find_plan(const Call& call) {
  const collectives::Shape& shape = call.shape;
  const Key key{shape.send.count, shape.recv.count, shape.send.size, shape.recv.size,
                shape.root,       call_of(call),    flags_of(shape)};
  if (const auto known = plans_.find(key); known != plans_.end()) return known->second.get();
  auto made = make_plan(call);
  if (plans_.size() >= most_plans || kept_steps_ + made->waits.size() > most_steps) {
    std::erase_if(plans_, [](const auto& entry) { return entry.second->users == 0; });
    kept_steps_ = 0;
    for (const auto& entry : plans_) kept_steps_ += entry.second->waits.size();
  }
  kept_steps_ += made->waits.size();
  return plans_.emplace(key, std::move(made)).first->second.get();
}

std::unique_ptr<Plan> Runner::make_plan(const Call& call) const {
  Subject subject = Subject::of(call.collective, call.shape);
  subject.constructor = call.constructor;
  return std::make_unique<Plan>(collectives::build(call.collective, call.shape, tuning_), subject);
}

Execution& Runner::borrow() {
  if (free_.empty()) {
    free_.reserve(executions_.size() + 1);  // so that give_back never allocates
    return executions_.emplace_back();
  }
  Execution& execution = *free_.back();
  free_.pop_back();
  return execution;
}

void Runner::note_failure(const Execution& execution) noexcept {
  Past& known = past_[static_cast<std::uint32_t>(execution.tag()) % past_.size()];
  if (known.tag == execution.tag()) known.failed = true;
}

void Runner::give_back(Execution& execution) noexcept {
  if (execution.abandoned()) [[unlikely]]
    note_failure(execution);
  execution.recycle(kept_memory);
  free_.push_back(&execution);
}

Execution& Runner::start(Call& call, void (*notify)(Execution&, void*) noexcept, void* context) {
  complete_shape(call);
  if (may_be_kept(call)) {
    Plan* plan = find_plan(call);
    note(call, *plan);
    Execution& execution = borrow();
    execution.on_complete(notify, context);
    execution.start(*plan, channel_, call.binding, call.tag);
    return execution;
  }
  auto made = make_plan(call);
  note(call, *made);
  Execution& execution = borrow();
  execution.on_complete(notify, context);
  execution.start(std::move(made), channel_, call.binding, call.tag);
  return execution;
}

Status Runner::run(Call& call) {
  Execution& execution = start(call);
  channel_.engine->wait_until([&] { return execution.done(); });
  const Error error = execution.error();
  give_back(execution);
  return error;
}

std::unique_ptr<Plan> Runner::plan(Call& call) {
  complete_shape(call);
  auto made = make_plan(call);
  note(call, *made);
  persistent_.push_back({call.tag, nullptr});
  return made;
}

void Runner::open(std::int32_t tag, Constructor constructor, bool rooted, std::uint32_t root) {
  note(tag, {collectives::Collective::allgather, constructor, rooted, root}, Form::blocking);
  persistent_.push_back({tag, nullptr});
}

void Runner::set_persistent(std::int32_t tag, const Execution& execution) noexcept {
  for (Persistent& each : persistent_) {
    if (each.tag == tag) each.execution = &execution;
  }
}

void Runner::end_persistent(std::int32_t tag) noexcept {
  for (const Persistent& each : persistent_) {
    if (each.tag == tag && each.execution != nullptr && each.execution->abandoned()) note_failure(*each.execution);
  }
  std::erase_if(persistent_, [&](const Persistent& each) { return each.tag == tag; });
}

}  // namespace baton::schedule
