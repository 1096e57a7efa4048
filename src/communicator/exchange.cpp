// SPDX-License-Identifier: BSD-3-Clause
#include "communicator/exchange.hpp"

#include <algorithm>

#include "communicator/runner.hpp"

namespace baton::communicator {
namespace {

using collectives::Collective;

constexpr std::int32_t no_leader = -1;

const datatype::Datatype& word() noexcept { return datatype::builtin(datatype::Kind::int64); }

}  // namespace

Construction::Construction(Communicator& parent, schedule::Constructor constructor)
    : Construction(parent, constructor, no_leader) {}

Construction::Construction(Communicator& parent, schedule::Constructor constructor, std::int32_t leader)
    : parent_(parent),
      constructor_(constructor),
      leader_(leader),
      tag_(parent.next_collective()),
      child_(parent.child(parent.collectives())) {
  const bool led = leader != no_leader;
  runner_of(parent).open(tag_, constructor, led, led ? static_cast<std::uint32_t>(leader) : 0);
}

Construction::~Construction() { runner_of(parent_).close(tag_); }

void refuse(Communicator& parent, schedule::Constructor constructor) {
  const std::int32_t tag = parent.next_collective();
  runner_of(parent).refuse(tag, {Collective::allgather, constructor});
}

schedule::Call Construction::prepare(Collective collective, const std::int64_t* send, std::size_t sent,
                                     std::int64_t* recv, std::size_t received) const {
  schedule::Call call;
  call.collective = collective;
  call.constructor = constructor_;
  call.shape.send.count = static_cast<std::int64_t>(sent);
  call.shape.recv.count = static_cast<std::int64_t>(received);
  call.shape.send.size = call.shape.recv.size = word().size();
  call.binding.send = send;
  call.binding.recv = recv;
  call.binding.send_type = call.binding.recv_type = &word();
  call.binding.op = &datatype::builtin(datatype::Operation::sum);
  call.tag = tag_;
  return call;
}

Status Construction::run(schedule::Call& call) { return runner_of(parent_).run(call); }

Result<Words> Construction::gather_all(std::span<const std::int64_t> own) {
  Words gathered(own.size() * static_cast<std::size_t>(parent_.size()));
  schedule::Call call = prepare(Collective::allgather, own.data(), own.size(), gathered.data(), own.size());
  if (const Status done = run(call); !done) return done.error();
  return gathered;
}

// Each sum goes through the first ranks, where everyone sending to everyone of the other group would be dear: a vector
// with a place for each rank, of which each fills its own, comes to the other group; then back what that one has heard.
Result<Construction::Both> Construction::gather_both(std::span<const std::int64_t> own) {
  const auto local = static_cast<std::size_t>(parent_.size()) * own.size();
  const auto remote = static_cast<std::size_t>(parent_.remote_group().size()) * own.size();
  Words mine(std::max(local, remote));
  std::copy(own.begin(), own.end(), mine.begin() + parent_.rank() * static_cast<std::ptrdiff_t>(own.size()));
  Both both;
  both.remote.resize(mine.size());
  both.local.resize(mine.size());
  schedule::Call there = prepare(Collective::allreduce, mine.data(), mine.size(), both.remote.data(), mine.size());
  if (const Status done = run(there); !done) return done.error();
  const Words silent(mine.size());
  const Words& heard = parent_.rank() == 0 ? both.remote : silent;
  schedule::Call back = prepare(Collective::allreduce, heard.data(), heard.size(), both.local.data(), heard.size());
  if (const Status done = run(back); !done) return done.error();
  both.remote.resize(remote);
  both.local.resize(local);
  return both;
}

Status Construction::broadcast(Words& words) {
  std::int64_t length = static_cast<std::int64_t>(words.size());
  schedule::Call first = prepare(Collective::bcast, nullptr, 0, &length, 1);
  first.shape.root = static_cast<std::uint32_t>(leader_);
  if (const Status done = run(first); !done) return done;
  words.resize(static_cast<std::size_t>(length));
  schedule::Call second = prepare(Collective::bcast, nullptr, 0, words.data(), words.size());
  second.shape.root = static_cast<std::uint32_t>(leader_);
  return run(second);
}

namespace {

constexpr std::int32_t swap_tag = 16;

void send(Communicator& communicator, p2p::Request& request, std::span<const std::int64_t> words, std::int32_t rank,
          std::int32_t tag) noexcept {
  communicator.engine().send(request, {words.data(),
                                       static_cast<std::int64_t>(words.size()),
                                       &word(),
                                       communicator.peer(rank),
                                       {communicator.internal_context(), communicator.rank(), tag},
                                       p2p::SendMode::standard});
}

void receive(Communicator& communicator, p2p::Request& request, std::span<std::int64_t> words, std::int32_t rank,
             std::int32_t tag) noexcept {
  communicator.engine().receive(request, {words.data(),
                                          static_cast<std::int64_t>(words.size()),
                                          &word(),
                                          communicator.peer(rank),
                                          {communicator.internal_context(), rank, tag}});
}

Status both_done(Communicator& communicator, p2p::Request& out, p2p::Request& in) noexcept {
  communicator.engine().wait(out);
  communicator.engine().wait(in);
  if (!out.outcome().error.ok()) return out.outcome().error;
  return in.outcome().error;
}

}  // namespace

Result<Words> swap(Communicator& communicator, std::int32_t rank, std::int32_t tag, std::span<const std::int64_t> own) {
  const std::int64_t own_length = static_cast<std::int64_t>(own.size());
  std::int64_t length = 0;
  {
    p2p::Request in;
    p2p::Request out;
    receive(communicator, in, {&length, 1}, rank, swap_tag + tag);
    send(communicator, out, {&own_length, 1}, rank, swap_tag + tag);
    if (const Status done = both_done(communicator, out, in); !done) return done.error();
  }
  Words theirs(static_cast<std::size_t>(length));
  p2p::Request in;
  p2p::Request out;
  receive(communicator, in, theirs, rank, swap_tag + tag);
  send(communicator, out, own, rank, swap_tag + tag);
  if (const Status done = both_done(communicator, out, in); !done) return done.error();
  return theirs;
}

}  // namespace baton::communicator
