// SPDX-License-Identifier: BSD-3-Clause
#include "communicator/exchange.hpp"

#include <algorithm>

namespace baton::communicator {
namespace {

/// A tag space apart from that of the collectives' numbers: the internal context is used by nothing else.
constexpr std::int32_t gather_tag = 1;
constexpr std::int32_t broadcast_tag = 2;
constexpr std::int32_t swap_tag = 16;

const datatype::Datatype& word() noexcept { return datatype::builtin(datatype::Kind::int64); }

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

Status both(Communicator& communicator, p2p::Request& out, p2p::Request& in) noexcept {
  communicator.engine().wait(out);
  communicator.engine().wait(in);
  if (!out.outcome().error.ok()) return out.outcome().error;
  return in.outcome().error;
}

}  // namespace

Result<Words> gather_all(Communicator& communicator, std::span<const std::int64_t> own) {
  const std::int32_t size = communicator.size();
  const std::int32_t rank = communicator.rank();
  const std::size_t length = own.size();
  Words gathered(length * static_cast<std::size_t>(size));  // from the own rank on, wrapping round
  std::copy(own.begin(), own.end(), gathered.begin());
  for (std::int32_t have = 1; have < size; have *= 2) {
    const std::int32_t count = std::min(have, size - have);
    const auto amount = static_cast<std::size_t>(count) * length;
    p2p::Request in;
    p2p::Request out;
    receive(communicator, in, std::span(gathered).subspan(static_cast<std::size_t>(have) * length, amount),
            (rank + have) % size, gather_tag);
    send(communicator, out, std::span<const std::int64_t>(gathered).first(amount), (rank + size - have) % size,
         gather_tag);
    if (const Status done = both(communicator, out, in); !done) return done.error();
  }
  std::rotate(gathered.begin(), gathered.end() - static_cast<std::ptrdiff_t>(length * static_cast<std::size_t>(rank)),
              gathered.end());
  return gathered;
}

Result<Words> swap(Communicator& communicator, std::int32_t rank, std::int32_t tag, std::span<const std::int64_t> own) {
  const std::int64_t own_length = static_cast<std::int64_t>(own.size());
  std::int64_t length = 0;
  {
    p2p::Request in;
    p2p::Request out;
    receive(communicator, in, {&length, 1}, rank, swap_tag + tag);
    send(communicator, out, {&own_length, 1}, rank, swap_tag + tag);
    if (const Status done = both(communicator, out, in); !done) return done.error();
  }
  Words theirs(static_cast<std::size_t>(length));
  p2p::Request in;
  p2p::Request out;
  receive(communicator, in, theirs, rank, swap_tag + tag);
  send(communicator, out, own, rank, swap_tag + tag);
  if (const Status done = both(communicator, out, in); !done) return done.error();
  return theirs;
}

Status broadcast(Communicator& communicator, std::int32_t root, Words& words) {
  const std::int32_t size = communicator.size();
  const std::int32_t relative = (communicator.rank() + size - root) % size;
  p2p::Engine& engine = communicator.engine();
  std::int64_t length = static_cast<std::int64_t>(words.size());
  std::int32_t step = 1;
  while (step < size && (relative & step) == 0) step *= 2;
  if (relative != 0) {  // binomial tree: the parent differs in the lowest set bit
    const std::int32_t parent = (relative - step + root) % size;
    p2p::Request first;
    receive(communicator, first, {&length, 1}, parent, broadcast_tag);
    engine.wait(first);
    if (!first.outcome().error.ok()) return first.outcome().error;
    words.resize(static_cast<std::size_t>(length));
    p2p::Request second;
    receive(communicator, second, words, parent, broadcast_tag);
    engine.wait(second);
    if (!second.outcome().error.ok()) return second.outcome().error;
  }
  for (step /= 2; step > 0; step /= 2) {
    if (relative + step >= size) continue;
    const std::int32_t child = (relative + step + root) % size;
    p2p::Request first;
    p2p::Request second;
    send(communicator, first, {&length, 1}, child, broadcast_tag);
    send(communicator, second, words, child, broadcast_tag);
    engine.wait(first);
    engine.wait(second);
    if (!first.outcome().error.ok()) return first.outcome().error;
    if (!second.outcome().error.ok()) return second.outcome().error;
  }
  return {};
}

}  // namespace baton::communicator
