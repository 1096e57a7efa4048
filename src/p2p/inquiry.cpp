// SPDX-License-Identifier: BSD-3-Clause
// Operations that have waited long and whose partner knows whether they wait in vain (witness.hpp). Nothing here is
// reached in waits of less than a second, so it costs the fast path nothing.
//
// Why the answer is final: frames of one pair of ranks arrive in order. What the partner had sent before it answered
// has arrived before the answer; so a receive that is still unmatched then, and that the partner says it will never
// serve, is never served. And the announcement of a long send had arrived before the question; if the partner has no
// receive for it then, and never will, nobody takes it.
#include <algorithm>
#include <bit>

#include "base/text.hpp"
#include "p2p/engine.hpp"
#include "p2p/unexpected.hpp"

namespace baton::p2p {
namespace {

constexpr std::size_t most_questions = 16;   // in one round
constexpr std::size_t most_departed = 4096;  // contexts that are remembered after their end

}  // namespace

void Engine::listen(ContextId context, Witness& witness) {
  const std::lock_guard guard(witness_mutex_);
  witnesses_[context] = &witness;
}

void Engine::unlisten(ContextId context) noexcept {
  const std::lock_guard guard(witness_mutex_);
  witnesses_.erase(context);
  if (departed_.size() < most_departed) {
    departed_.push_back(context);
  } else {
    departed_[departed_next_++ % most_departed] = context;
  }
}

void Engine::inquire(std::int64_t waited_ns) noexcept {
  std::size_t questions = 0;
  // A message of the user's may come after hours; only a rank that leaves the job can say never. So these are asked
  // after ever more rarely, and not by a rank that leaves itself.
  const auto seconds = static_cast<std::uint64_t>(waited_ns / 1'000'000'000);
  const bool all = std::has_single_bit(seconds) && !resting_;
  const std::lock_guard guard(witness_mutex_);
  const auto ask = [&](PeerId to, const Envelope& about, const Witness* witness, std::int32_t own_name, Duty duty) {
    ++questions;
    wire::Head head;
    head.kind = wire::Kind::ask;
    head.set_context(about.context);
    head.source = own_name;
    head.tag = about.tag;
    const wire::Question question{static_cast<std::uint64_t>(duty),
                                  witness != nullptr ? witness->round_of(about.tag) : 0};
    control(to, head, &question, sizeof question);
  };
  matcher_.each_posted([&](matching::Posted* posted) {
    const auto& request = *static_cast<Request*>(posted);
    if (questions >= most_questions || request.peer_ == any_peer || request.peer_ == self_) return;
    if (const auto found = witnesses_.find(request.wish.context); found != witnesses_.end()) {
      ask(request.peer_, request.wish, found->second, found->second->name_for(request.wish.source), Duty::send);
    } else if (all) {
      ask(request.peer_, request.wish, nullptr, -1, Duty::send);
    }
  });
  for (const Entry& entry : table_) {
    if (questions >= most_questions) break;
    const Request* request = entry.request;
    if (request == nullptr || !request->waits_for_receive() || request->peer_ == self_) continue;
    const auto found = witnesses_.find(request->envelope_.context);
    if (found == witnesses_.end() && !all) continue;
    ask(request->peer_, request->envelope_, found != witnesses_.end() ? found->second : nullptr,
        request->envelope_.source, Duty::receive);
  }
}

Error Engine::overlooked(ContextId context, std::int32_t tag, std::size_t most) noexcept {
  matching::Unexpected* item = matcher_.first_apart();
  for (; item != nullptr && most > 0; --most) {
    auto* message = static_cast<UnexpectedMessage*>(item);
    item = matcher_.next_apart(item);
    const Envelope& envelope = message->envelope;
    if (envelope.context != context || !is_past(envelope.tag, tag)) [[likely]]
      continue;
    const std::lock_guard guard(witness_mutex_);
    const auto found = witnesses_.find(context);
    if (found == witnesses_.end()) return {};
    const Finding finding = found->second->overlooked(envelope.tag, envelope.source, message->mark);
    if (!finding.in_vain) continue;
    discard(message, *found->second);
    if (!finding.error.ok()) return finding.error;
  }
  return {};
}

void Engine::discard(UnexpectedMessage* message, const Witness& witness) noexcept {
  matcher_.remove(message);
  if (message->kind == wire::Kind::rts) {
    const Envelope about{message->envelope.context, witness.name_for(message->envelope.source), message->envelope.tag};
    volunteer(message->from, about, Duty::receive,
              witness.testify(about.tag, message->envelope.source, Duty::receive, 0));
  } else {
    give_back(message->from, message->bytes + wire::message_overhead);
  }
  UnexpectedMessage::destroy(message);
}

std::vector<Error> Engine::stranded(std::size_t most) noexcept {
  std::vector<Error> sentences;
  const std::lock_guard guard(witness_mutex_);
  matching::Unexpected* item = matcher_.first_apart();
  for (; item != nullptr && sentences.size() < most; item = matcher_.next_apart(item)) {
    const auto& message = *static_cast<const UnexpectedMessage*>(item);
    const auto found = witnesses_.find(message.envelope.context);
    if (found == witnesses_.end()) continue;
    const Finding finding = found->second->overlooked(message.envelope.tag, message.envelope.source, message.mark);
    if (!finding.error.ok()) sentences.push_back(finding.error);
  }
  for (const auto& [context, witness] : witnesses_) {
    if (sentences.size() >= most) break;
    if (const Error found = witness->audit(); !found.ok()) sentences.push_back(found);
  }
  return sentences;
}

void Engine::asked(PeerId from, const wire::Head& head, const wire::Question& question) noexcept {
  Testimony said;
  std::int32_t own_name = -1;
  const auto duty = static_cast<Duty>(question.duty);
  {
    const std::lock_guard guard(witness_mutex_);
    if (const auto found = witnesses_.find(head.context()); found != witnesses_.end()) {
      own_name = found->second->name_for(head.source);
      said = found->second->testify(head.tag, head.source, duty, question.round);
    } else {
      said.never = std::find(departed_.begin(), departed_.end(), head.context()) != departed_.end();
    }
  }
  // What still waits for room goes out behind the answer.
  if (!said.never && resting_ && peer(from).pending.empty()) said.never = said.leaves = true;
  if (!said.never) return;
  if (duty == Duty::receive) {  // its announcement lies here for nothing
    matcher_.each_unexpected([&](matching::Unexpected* item) {
      auto* message = static_cast<UnexpectedMessage*>(item);
      if (message->kind != wire::Kind::rts || message->envelope != Envelope{head.context(), head.source, head.tag}) {
        return;
      }
      matcher_.remove(item);
      UnexpectedMessage::destroy(message);
    });
  }
  volunteer(from, {head.context(), own_name, head.tag}, duty, said);
}

void Engine::volunteer(PeerId to, const Envelope& about, Duty duty, const Testimony& said) noexcept {
  wire::Head head;
  head.kind = wire::Kind::tell;
  head.set_context(about.context);
  head.source = about.source;
  head.tag = about.tag;
  const wire::Answer text{
      static_cast<std::uint64_t>(duty),
      (said.known ? 1U : 0U) | (said.failed ? 2U : 0U) | (said.refused ? 4U : 0U) | (said.leaves ? 8U : 0U),
      said.subject, said.root};
  control(to, head, &text, sizeof text);
}

void Engine::told(PeerId from, const wire::Head& head, const wire::Answer& answer) noexcept {
  const auto duty = static_cast<Duty>(answer.duty);
  std::vector<Request*> vain;
  if (duty == Duty::send) {
    matcher_.each_posted([&](matching::Posted* posted) {
      auto* request = static_cast<Request*>(posted);
      const bool same =
          request->peer_ == from && request->wish.context == head.context() && request->wish.tag == head.tag;
      if (same) vain.push_back(request);
    });
  } else {
    for (const Entry& entry : table_) {
      Request* request = entry.request;
      if (request != nullptr && request->waits_for_receive() && request->peer_ == from &&
          request->envelope_.context == head.context() && request->envelope_.tag == head.tag) {
        vain.push_back(request);
      }
    }
  }
  if (vain.empty()) return;
  Error why{Code::call_mismatch, 0, "the communicator's collectives do not fit together"};
  if ((answer.known & 8U) != 0) {
    why = make_error(Code::call_mismatch,
                     "process {} of the job is in MPI_Finalize, and this rank still waits for {} it: each send needs "
                     "its receive before",
                     from, duty == Duty::send ? "a message from" : "a message to be received by");
  } else {
    const std::lock_guard guard(witness_mutex_);
    if (const auto found = witnesses_.find(head.context()); found != witnesses_.end()) {
      // A partner whose communicator is gone does not know its name; a receive knows it from its wish.
      std::int32_t partner = head.source;
      if (partner < 0 && duty == Duty::send) partner = vain.front()->wish.source;
      why = found->second->judge(
          head.tag, partner,
          {true, (answer.known & 1U) != 0, (answer.known & 2U) != 0, false, (answer.known & 4U) != 0,
           static_cast<std::uint8_t>(answer.subject), static_cast<std::uint32_t>(answer.root)});
    }
  }
  for (Request* request : vain) {  // all first: the completion of one may cancel the others
    if (duty != Duty::send) break;
    matcher_.remove(static_cast<matching::Posted*>(request));
    request->stage_ = Request::Stage::done;
  }
  for (Request* request : vain) fail(*request, why);
}

}  // namespace baton::p2p
