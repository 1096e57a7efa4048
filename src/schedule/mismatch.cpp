// SPDX-License-Identifier: BSD-3-Clause
// The runner as witness (p2p/witness.hpp): what this rank has still to send or to take in a collective, and the
// sentence for a rank whose partner did something else. Reached only when an operation has waited for a second.
#include <array>
#include <string>

#include "base/text.hpp"
#include "schedule/runner.hpp"

namespace baton::schedule {

using collectives::Step;
using collectives::StepKind;

namespace {

constexpr std::array<const char*, collectives::collective_count> names{"MPI_Barrier",
                                                                       "MPI_Bcast",
                                                                       "MPI_Reduce",
                                                                       "MPI_Allreduce",
                                                                       "MPI_Gather",
                                                                       "MPI_Gatherv",
                                                                       "MPI_Scatter",
                                                                       "MPI_Scatterv",
                                                                       "MPI_Allgather",
                                                                       "MPI_Allgatherv",
                                                                       "MPI_Alltoall",
                                                                       "MPI_Alltoallv/w",
                                                                       "MPI_Reduce_scatter_block",
                                                                       "MPI_Reduce_scatter",
                                                                       "MPI_Scan",
                                                                       "MPI_Exscan",
                                                                       "MPI_Neighbor_allgather(v)",
                                                                       "MPI_Neighbor_alltoall(v/w)"};

std::string name_of(std::uint8_t collective) { return collective < names.size() ? names[collective] : "another call"; }

std::string rank_of(std::uint32_t peer, const Channel& channel) {
  return peer < channel.size ? fmt::format("rank {}", peer)
                             : fmt::format("rank {} of the remote group", peer - channel.size);
}

}  // namespace

bool Execution::owes(std::uint32_t partner, StepKind kind) const noexcept {
  if (done_) return false;
  const std::vector<Step>& steps = plan_->schedule.steps;
  for (std::size_t id = 0; id < steps.size(); ++id) {
    if (waits_[id] != 0 && steps[id].kind == kind && steps[id].peer == partner) return true;
  }
  for (const Message& message : messages_) {
    if (message.complete()) continue;
    const Step& step = steps[message.step];
    if (step.kind == kind && step.peer == partner) return true;
  }
  return false;
}

const Runner::Past* Runner::past(std::int32_t tag) const noexcept {
  const Past& known = past_[static_cast<std::uint32_t>(tag) % past_.size()];
  return known.tag == tag ? &known : nullptr;
}

std::int32_t Runner::name_for(std::int32_t partner) const noexcept {
  const bool remote = static_cast<std::uint32_t>(partner) >= channel_.size;
  return static_cast<std::int32_t>(channel_.rank + (remote ? channel_.remote_size : 0));
}

p2p::Testimony Runner::testify(std::int32_t tag, std::int32_t partner, p2p::Duty duty) const noexcept {
  // Numbers wrap around, so what lies less than half of them back is past.
  constexpr std::uint32_t half = 1U << 30;
  const std::uint32_t back = (static_cast<std::uint32_t>(newest_) - static_cast<std::uint32_t>(tag)) & (2 * half - 1);
  if (newest_ < 0 || back >= half) return {};
  const auto kind = duty == p2p::Duty::send ? StepKind::send : StepKind::recv;
  const auto owed = [&](const Execution& execution) {
    return execution.owes(static_cast<std::uint32_t>(partner), kind);
  };
  for (const Persistent& each : persistent_) {  // started again, it would use the same number
    if (each.tag == tag && (each.execution == nullptr || each.execution->done() || owed(*each.execution))) return {};
  }
  for (const Execution& execution : executions_) {
    if (!execution.done() && execution.tag() == tag && owed(execution)) return {};
  }
  p2p::Testimony said;
  said.never = true;
  if (const Past* known = past(tag); known != nullptr) {
    said.known = true;
    said.subject = static_cast<std::uint8_t>(known->subject.collective);
    said.root = known->subject.root;
  }
  return said;
}

namespace {
/// Two ranks that took one collective number for different things.
Error different(const std::string& who, std::int32_t tag, const Subject& own, std::uint8_t mark) noexcept {
  const std::uint8_t theirs = Subject::collective_in(mark);
  const auto called = static_cast<std::uint8_t>(own.collective);
  if (theirs != called) {
    return make_error(
        Code::call_mismatch,
        "as collective number {} of this communicator {} called {}, this rank {}: all ranks must call the "
        "same collectives in the same order",
        tag, who, name_of(theirs), name_of(called));
  }
  return make_error(Code::root_mismatch,
                    "argument 'root' = {}: {} passed another root to {}; all ranks must pass the same root", own.root,
                    who, name_of(called));
}
}  // namespace

Error Execution::mistaken(const Step& step, std::uint8_t mark) const noexcept {
  return different(rank_of(step.peer, channel_), tag_, plan_->subject, mark);
}

Error Runner::stranded(std::int32_t tag, std::int32_t partner, std::uint8_t mark) const noexcept {
  if (!testify(tag, partner, p2p::Duty::receive).never) return {};
  const std::string who = rank_of(static_cast<std::uint32_t>(partner), channel_);
  const Past* own = past(tag);
  if (own != nullptr && own->subject.mark() != mark) return different(who, tag, own->subject, mark);
  return make_error(Code::call_mismatch,
                    "{} sent this rank a message as part of {}, collective number {} of this communicator, that this "
                    "rank never received: all ranks must call the same collectives in the same order, with matching "
                    "roots and counts",
                    who, name_of(Subject::collective_in(mark)), tag);
}

Error Runner::judge(std::int32_t tag, std::int32_t partner, const p2p::Testimony& said) const noexcept {
  const std::string who = partner >= 0 ? rank_of(static_cast<std::uint32_t>(partner), channel_) : "another rank";
  const Past* own = past(tag);
  if (own == nullptr || !said.known) {
    return make_error(Code::call_mismatch,
                      "{} has left collective number {} of this communicator, and this rank still waits for it there: "
                      "all ranks must call the same collectives in the same order, with matching root and counts",
                      who, tag);
  }
  const auto called = static_cast<std::uint8_t>(own->subject.collective);
  if (said.subject != called) {
    return make_error(
        Code::call_mismatch,
        "as collective number {} of this communicator {} called {}, this rank {}: all ranks must call the "
        "same collectives in the same order",
        tag, who, name_of(said.subject), name_of(called));
  }
  if (said.root != own->subject.root) {
    return make_error(Code::root_mismatch,
                      "argument 'root' = {}: {} called {} with root {}; all ranks must pass the same root",
                      own->subject.root, who, name_of(called), said.root);
  }
  return make_error(Code::call_mismatch,
                    "{} called {} too, with counts or datatypes by which it exchanges no data with this rank, which "
                    "waits for some: all ranks must pass matching counts, datatypes and operations",
                    who, name_of(called));
}

}  // namespace baton::schedule
