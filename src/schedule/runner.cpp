// SPDX-License-Identifier: BSD-3-Clause
#include "schedule/runner.hpp"

#include <algorithm>

#include "collectives/arena/algorithms.hpp"

namespace baton::schedule {

namespace {

constexpr std::size_t kept_memory = 1U << 20;  // scratch memory that a free execution keeps

Called called(const Call& call) noexcept {
  return {call.collective, call.constructor, op_of(call.collective, call.binding.op), call.variant};
}

/// Whether this rank would send itself more or less than it receives.
bool is_uneven(const Call& call) noexcept {
  using collectives::Collective;
  const collectives::Shape& shape = call.shape;
  const bool both =
      call.collective == Collective::allgather || call.collective == Collective::alltoall ||
      ((call.collective == Collective::gather || call.collective == Collective::scatter) && shape.rank == shape.root);
  return both && !shape.in_place && shape.send.count * shape.send.size != shape.recv.count * shape.recv.size;
}

/// Whether the receive buffer has no gaps: of one vector, or between blocks, which are taken for several elements.
bool is_contiguous(const Call& call) noexcept {
  const bool vector = call.binding.op != nullptr || call.collective == collectives::Collective::bcast;
  return call.binding.recv_type->is_contiguous(vector ? std::max(call.shape.send.count, call.shape.recv.count) : 2);
}

}  // namespace

Subject subject_of(const Call& call) noexcept {
  Subject subject = Subject::of(call.collective, call.shape, call.binding.op);
  subject.constructor = call.constructor;
  subject.variant = call.variant;
  return subject;
}

void Runner::complete_shape(Call& call) const noexcept {
  call.shape.rank = channel_.rank;
  call.shape.size = channel_.size;
  call.shape.remote_size = channel_.remote_size;
  call.shape.nodes = nodes_;
  call.shape.one_node = one_node_;
  call.shape.crowded = crowded_;
  call.shape.arena = call.shape.direct = call.shape.streams = false;
  if (const datatype::Datatype* type = call.binding.recv_type; type != nullptr) {
    call.shape.recv.contiguous = is_contiguous(call);
    if (call.binding.op != nullptr) call.shape.dense = type->is_builtin() && type->is_dense();
  }
}

std::unique_ptr<Plan> Runner::make_plan(const Call& call) const {
  const Subject subject = subject_of(call);
  collectives::Shape shape = call.shape;
  if (shape.arena && !levels_.ways.empty()) shape.nodes = &here_;
  const collectives::Algorithm* taken = nullptr;
  auto plan = std::make_unique<Plan>(collectives::build(call.collective, shape, tuning_, &taken), subject);
  if (taken != nullptr && tally_ != nullptr) plan->runs = &tally_->of(call.collective, *taken);
  if (plan->schedule.rounds != 0) {
    plan->agreed_bytes = collectives::arena::agreed_bytes(call.collective, call.shape);
    plan->uneven = is_uneven(call);
  }
  return plan;
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

void Runner::note_failure(std::int32_t tag) noexcept {
  Past& known = past_[static_cast<std::uint32_t>(tag) % past_.size()];
  if (past(tag) != nullptr) known.failed = true;
}

void Runner::give_back(Execution& execution) noexcept {
  if (execution.abandoned()) [[unlikely]]
    note_failure(execution.tag());
  execution.recycle(kept_memory);
  free_.push_back(&execution);
}

Plan& Runner::plan_for(const Call& call, std::unique_ptr<Plan>& made) {
  const bool any_length = collectives::takes_any_length(call.collective, call.shape, tuning_);
  if (Plan* const known = plans_.find(called(call), call.shape, any_length); known != nullptr) return *known;
  made = make_plan(call);
  Plan& plan = *made;
  (void)plans_.keep(called(call), call.shape, made, any_length);
  return plan;
}

Execution& Runner::start(Call& call, void (*notify)(Execution&, void*) noexcept, void* context) {
  call.tag = tag_of(call.tag, call.binding.form);
  complete_shape(call);
  std::unique_ptr<Plan> made;
  Plan& plan = plan_for(call, made);
  note(call, plan);
  Execution& execution = borrow();
  execution.on_complete(notify, context);
  if (made == nullptr) {
    execution.start(plan, channel_, call.binding, call.tag);
  } else {
    execution.start(std::move(made), channel_, call.binding, call.tag);
  }
  return execution;
}

Status Runner::run(Call& call) {
  if (wants_arena(call)) [[unlikely]] {
    if (const Error error = open_arena(call); !error.ok()) return error;
  }
  complete_shape(call);
  call.shape.arena = arena_ != nullptr && call.constructor == Constructor::none;
  call.shape.direct = call.shape.arena && arena_->direct();
  call.shape.streams = call.shape.arena && arena_->streams();
  std::unique_ptr<Plan> made;
  Plan& plan = plan_for(call, made);
  note(call, plan);
  const bool kept = made == nullptr && call.shape.send.counts.empty() && call.shape.recv.counts.empty();
  repeatable_ =
      kept && is_settled() && call.constructor == Constructor::none && !plan.uneven && !plan.schedule.any_length
          ? &plan
          : nullptr;
  if (plan.schedule.rounds == 0) return run_by_messages(plan, std::move(made), call.binding, call.tag);
  if (plan.schedule.any_length) return run_messages(plan, call);
  return plan.uneven ? refuse_uneven(plan, call) : run_in_arena(plan, call.binding, call.tag);
}

Status Runner::run_again(Plan& plan, const Binding& binding, std::int32_t tag) {
  note(tag, plan.subject, Form::blocking);
  if (plan.schedule.rounds != 0) [[likely]]
    return run_in_arena(plan, binding, tag);
  return run_by_messages(plan, nullptr, binding, tag);
}

/// `made`: the same plan, where nobody else keeps it.
Error Runner::run_by_messages(Plan& plan, std::unique_ptr<Plan> made, const Binding& binding, std::int32_t tag) {
  Execution& execution = borrow();
  execution.on_complete(nullptr, nullptr);
  if (made == nullptr) {
    execution.start(plan, channel_, binding, tag);
  } else {
    execution.start(std::move(made), channel_, binding, tag);
  }
  channel_.engine->wait_until([&] { return execution.done(); });
  const Error error = execution.error();
  give_back(execution);
  return error;
}

std::unique_ptr<Plan> Runner::plan(Call& call) {
  call.tag = tag_of(call.tag, call.binding.form);
  complete_shape(call);
  auto made = make_plan(call);
  note(call, *made);
  persistent_.push_back({call.tag, nullptr});
  return made;
}

void Runner::open(std::int32_t tag, Constructor constructor, bool rooted, std::uint32_t root) {
  note(tag, {collectives::Collective::allgather, constructor, rooted, 0, root}, Form::blocking);
  persistent_.push_back({tag, nullptr});
}

void Runner::refuse(std::int32_t tag, const Subject& subject) noexcept {
  note(tag, subject, Form::blocking);
  Past& known = past_[static_cast<std::uint32_t>(tag) % past_.size()];
  known.failed = known.refused = true;
  if (arena_ != nullptr) arena_->skip(tag);
}

void Runner::set_persistent(std::int32_t tag, const Execution& execution) noexcept {
  for (Persistent& each : persistent_) {
    if (each.tag == tag) each.execution = &execution;
  }
}

void Runner::end_persistent(std::int32_t tag) noexcept {
  for (const Persistent& each : persistent_) {
    if (each.tag == tag && each.execution != nullptr && each.execution->abandoned()) note_failure(tag);
  }
  std::erase_if(persistent_, [&](const Persistent& each) { return each.tag == tag; });
}

}  // namespace baton::schedule
