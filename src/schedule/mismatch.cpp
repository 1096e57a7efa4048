// SPDX-License-Identifier: BSD-3-Clause
// The runner as witness (p2p/witness.hpp): what this rank has still to send or to take in a collective, and the
// sentence for a rank whose partner did something else. Reached only when an operation has waited for a second.
#include <cstring>
#include <string>

#include "base/text.hpp"
#include "schedule/runner.hpp"

namespace baton::schedule {

using collectives::Step;
using collectives::StepKind;

namespace {

std::string rank_of(std::uint32_t peer, const Channel& channel) {
  return peer < channel.size ? fmt::format("rank {}", peer)
                             : fmt::format("rank {} of the remote group", peer - channel.size);
}

}  // namespace

bool Execution::owes(std::uint32_t partner, StepKind kind) const noexcept {
  if (done_) return false;
  const std::vector<Step>& steps = plan_->schedule.steps;
  for (std::size_t id = 0; id < steps.size() && !abandoned(); ++id) {  // what has not begun by then never will
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
  return known.tag >= 0 && p2p::number_in(known.tag) == p2p::number_in(tag) ? &known : nullptr;
}

std::int32_t Runner::name_for(std::int32_t partner) const noexcept {
  const bool remote = static_cast<std::uint32_t>(partner) >= channel_.size;
  return static_cast<std::int32_t>(channel_.rank + (remote ? channel_.remote_size : 0));
}

const Runner::Persistent* Runner::persistent(std::int32_t tag) const noexcept {
  for (const Persistent& each : persistent_) {
    if (each.tag == tag) return &each;
  }
  return nullptr;
}

std::uint64_t Runner::round_of(std::int32_t tag) const noexcept {
  const Persistent* known = persistent(tag);
  return known != nullptr && known->execution != nullptr ? known->execution->restarts() : 0;
}

p2p::Testimony Runner::testify(std::int32_t tag, std::int32_t partner, p2p::Duty duty,
                               std::uint64_t round) const noexcept {
  if (newest_ < 0 || !p2p::is_past(tag, newest_)) return {};
  const auto kind = duty == p2p::Duty::send ? StepKind::send : StepKind::recv;
  const auto owed = [&](const Execution& execution) {
    return execution.owes(static_cast<std::uint32_t>(partner), kind);
  };
  // In the arena nothing is sent; what this rank writes there may still come.
  if (arena_state_ == ArenaState::opening && tag == newest_) return {};
  if (arena_ != nullptr && arena_->is_in(tag)) return {};
  p2p::Testimony said;
  if (const Persistent* each = persistent(tag); each != nullptr) {
    // The partner may have started more often than this rank, which uses the same number then.
    if (each->execution == nullptr || each->execution->done() || each->execution->restarts() < round) return {};
    if (owed(*each->execution)) return {};
    said.failed = each->execution->abandoned();
  }
  for (const Execution& execution : executions_) {
    if (execution.done() || execution.tag() != tag) continue;
    if (owed(execution)) return {};
    said.failed = execution.abandoned();
  }
  said.never = true;
  if (const Past* known = past(tag); known != nullptr) {
    said.known = true;
    said.subject = with_form(known->subject.call(), known->form);
    said.root = known->subject.root;
    said.failed = said.failed || known->failed;
    said.refused = known->refused;
  }
  return said;
}

namespace {

/// Whether a call has counts of which ranks may pass different ones.
bool has_counts(std::uint8_t call) noexcept {
  return call != static_cast<std::uint8_t>(collectives::Collective::barrier) && !is_constructor(call);
}

constexpr const char* same_order = "all ranks must call the same collectives in the same order";
constexpr const char* same_form =
    "blocking, non-blocking and persistent forms do not go together, all ranks must call the same one";

/// What all ranks must do alike in this call.
std::string demand(std::uint8_t call, bool rooted) {
  const char* more = rooted ? ", with matching roots and counts" : has_counts(call) ? ", with matching counts" : "";
  return std::string(same_order) + more;
}

/// The root that a mark speaks of, where only one rank fits its three bits.
std::string root_in(std::uint8_t mark, const Subject& own, const Channel& channel) {
  Subject theirs = own;
  std::uint32_t fitting = 0;
  std::uint32_t found = 0;
  for (theirs.root = 0; theirs.root < channel.size && fitting < 2; ++theirs.root) {
    if (theirs.mark() != mark) continue;
    found = theirs.root;
    ++fitting;
  }
  return fitting == 1 ? fmt::format("root {}", found) : "another root";
}

/// `theirs`: the call and its form.
Error other_call(const std::string& who, std::uint32_t number, std::uint8_t theirs, const Subject& own, Form form) {
  return make_error(Code::call_mismatch, "as collective number {} of this communicator {} called {}, this rank {}: {}",
                    number, who, name_of(without_form(theirs), form_of(theirs)), name_of(own.call(), form),
                    without_form(theirs) == own.call() ? same_form : same_order);
}

/// Two ranks that took one collective number for different things. `tag`: of the message, or where there was none the
/// own one.
Error different(std::uint32_t peer, std::int32_t tag, const Subject& own, Form form, std::uint8_t mark,
                const Channel& channel) {
  const std::uint8_t theirs = call_in(mark, channel.remote_size != 0);
  const std::uint32_t number = p2p::number_in(tag);
  if (theirs != own.call() || form_in(tag) != form) {
    return other_call(rank_of(peer, channel), number, with_form(theirs, form_in(tag)), own, form);
  }
  const char* const op = ops_in(mark);
  if (*op != '\0' && std::strcmp(op, ops_in(own.mark())) != 0) {
    return make_error(Code::op_mismatch,
                      "argument 'op' = {}: {} passed {} to {}, collective number {} of this communicator; all ranks "
                      "must pass the same operation",
                      name_of_op(own.op), rank_of(peer, channel), op, name_of(own.call(), form), number);
  }
  return make_error(
      Code::root_mismatch,
      "argument 'root' = {}: {} passed {} to {}, collective number {} of this communicator; all ranks must "
      "pass the same root",
      own.root, rank_of(peer, channel), root_in(mark, own, channel), name_of(own.call(), form), number);
}

}  // namespace

Error Execution::mistaken(const Step& step, std::uint8_t mark) const noexcept {
  return different(step.peer, tag_, plan_->subject, binding_.form, mark, channel_);
}

void Execution::disappoint(const Step& step) const noexcept {
  p2p::Testimony said;
  said.never = said.known = said.failed = true;
  said.subject = with_form(plan_->subject.call(), binding_.form);
  said.root = plan_->subject.root;
  const bool remote = step.peer >= channel_.size;
  const auto own = static_cast<std::int32_t>(channel_.rank + (remote ? channel_.remote_size : 0));
  channel_.engine->volunteer(channel_.peers[step.peer], {channel_.context, own, tag_}, p2p::Duty::send, said);
}

p2p::Finding Runner::overlooked(std::int32_t tag, std::int32_t partner, std::uint8_t mark) noexcept {
  // Of a collective that is started several times, its message may be for the next start.
  if (persistent(tag) != nullptr || !testify(tag, partner, p2p::Duty::receive, 0).never) return {};
  const auto peer = static_cast<std::uint32_t>(partner);
  const Past* own = past(tag);
  if (own != nullptr && own->failed) return {true, {}};
  note_failure(tag);
  const std::uint8_t call = call_in(mark, channel_.remote_size != 0);
  const Error why = own != nullptr && (own->subject.mark() != mark || own->form != form_in(tag))
                        ? different(peer, tag, own->subject, own->form, mark, channel_)
                        : make_error(Code::call_mismatch,
                                     "{} sent this rank a message as part of {}, collective number {} of this "
                                     "communicator, that this rank never received: {}",
                                     rank_of(peer, channel_), name_of(call, form_in(tag)), p2p::number_in(tag),
                                     demand(call, own != nullptr && own->subject.rooted));
  if (p2p::number_in(tag) == p2p::number_in(newest_)) return {true, why};
  return {true, make_error(why.code, "an earlier collective did not fit, and nobody waited in it: {}", why.what)};
}

void Execution::look_back() noexcept {
  constexpr std::size_t most_looked_at = 4;  // a partner may be far ahead
  if (!error_.ok()) return;
  fail(channel_.engine->overlooked(channel_.context, tag_, most_looked_at));
  abandoned_ = false;  // it is over, and whole
}

Error Runner::judge(std::int32_t tag, std::int32_t partner, const p2p::Testimony& said) const noexcept {
  const std::string who = partner >= 0 ? rank_of(static_cast<std::uint32_t>(partner), channel_) : "another rank";
  const Past* own = past(tag);
  const std::uint32_t number = p2p::number_in(tag);
  const std::uint8_t called_there = without_form(said.subject);
  if (own == nullptr || !said.known) {
    return make_error(
        Code::call_mismatch,
        "{} has left collective number {} of this communicator, and this rank still waits for it "
        "there{}: {}",
        who, number, own != nullptr ? fmt::format(" in {}", name_of(own->subject.call(), own->form)) : "",
        demand(own != nullptr ? own->subject.call() : called_there, own != nullptr && own->subject.rooted));
  }
  const std::string called = name_of(own->subject.call(), own->form);
  if (said.refused) {
    return make_error(Code::call_mismatch,
                      "{} took no part in collective number {} of this communicator, in which this rank called {}: the "
                      "arguments of its {} were wrong; see what that rank says",
                      who, number, called, name_of(called_there));
  }
  if (said.subject != with_form(own->subject.call(), own->form)) {
    return other_call(who, number, said.subject, own->subject, own->form);
  }
  if (said.root != own->subject.root) {
    return make_error(Code::root_mismatch, "argument '{}' = {}: {} called {} with {}; all ranks must pass the same",
                      own->subject.constructor == Constructor::none ? "root" : "local_leader", own->subject.root, who,
                      called, said.root);
  }
  if (said.failed) {
    return make_error(Code::call_mismatch,
                      "{} has left {}, collective number {} of this communicator, with an error, and without the "
                      "message that this rank waits for: see what that rank says",
                      who, called, number);
  }
  if (!has_counts(own->subject.call())) {
    return make_error(Code::call_mismatch,
                      "{} called {} too, and has left it without the message that this rank waits for", who, called);
  }
  return make_error(Code::call_mismatch,
                    "{} called {} too, with counts or datatypes by which it exchanges no data with this rank, which "
                    "waits for some: all ranks must pass matching counts, datatypes and operations",
                    who, called);
}

Error Runner::misfit(std::uint32_t peer, const Common& own, const Common& theirs, bool earlier) noexcept {
  const auto tag = static_cast<std::int32_t>(own.number % p2p::collective_numbers);  // of the blocking form
  note_failure(tag);
  const Past* const known = past(tag);
  const Subject subject = known != nullptr ? known->subject : Subject{};
  const Form form = known != nullptr ? known->form : Form::blocking;
  const Error why = own.mark != theirs.mark
                        ? different(peer, tag, subject, form, theirs.mark, channel_)
                        : make_error(Code::truncated,
                                     "{} called {} with {} bytes where this rank has {}: all ranks must pass matching "
                                     "counts and datatypes",
                                     rank_of(peer, channel_), name_of(subject.call(), form), theirs.bytes, own.bytes);
  if (!earlier) return why;
  return make_error(why.code, "an earlier collective did not fit, and nobody waited in it: {}", why.what);
}

Error Runner::strayed(std::uint32_t peer, std::uint8_t mark) noexcept {
  const Past* const own = past(newest_);
  const Subject subject = own != nullptr ? own->subject : Subject{};
  if (subject.mark() != mark) return different(peer, newest_, subject, Form::blocking, mark, channel_);
  return make_error(
      Code::call_mismatch,
      "{} called {} with other counts than this rank, collective number {} of this communicator: all ranks must pass "
      "matching counts and datatypes",
      rank_of(peer, channel_), name_of(subject.call(), Form::blocking), p2p::number_in(newest_));
}

Error Runner::left(std::uint32_t peer) noexcept {
  const Past* const own = past(newest_);
  return make_error(Code::call_mismatch,
                    "{} has left {}, collective number {} of this communicator, with an error: see what that rank says",
                    rank_of(peer, channel_), name_of(own != nullptr ? own->subject.call() : 0, Form::blocking),
                    p2p::number_in(newest_));
}

}  // namespace baton::schedule
