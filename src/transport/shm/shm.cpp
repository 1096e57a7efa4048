// SPDX-License-Identifier: BSD-3-Clause
// The slow half of sending: first contact, rings that are full, links that broke.
#include "transport/shm/shm.hpp"

#include <algorithm>
#include <utility>

#include "base/text.hpp"
#include "transport/card.hpp"

namespace baton::transport {

Result<std::unique_ptr<Shm>> Shm::open(Options options, Bell& bell) {
  std::unique_ptr<Shm> shm(new Shm(std::move(options), bell));
  auto name = shm::random_secret();
  if (!name) return name.error();
  auto token = shm::random_secret();
  if (!token) return token.error();
  shm->address_ = {shm::this_place(), *name, *token};
  auto listener = shm::listen_at(shm->address_);
  if (!listener) return listener.error();
  shm->listener_ = std::move(*listener);
  if (auto watched = bell.add(shm->listener_.get(), listener_id); !watched) return watched.error();
  return shm;
}

Shm::~Shm() {
  for (const auto& link : links_) {
    if (link != nullptr && link->state == State::open) forget(*link);
  }
  for (const UniqueFd& stranger : strangers_) bell_.remove(stranger.get());
  bell_.remove(listener_.get());
}

bool Shm::reaches(std::string_view card) const noexcept {
  const auto address = shm::Address::parse(word_of_card(card, name));
  return address && address->place == address_.place;
}

std::size_t Shm::linked() const noexcept {
  return static_cast<std::size_t>(std::count_if(links_.begin(), links_.end(), [](const auto& link) {
    return link != nullptr && (link->out != nullptr || link->in != nullptr);
  }));
}

Holdings Shm::holdings() const noexcept {
  Holdings sum{linked(), 0, 0};
  for (const auto& link : links_) {
    if (link != nullptr && link->out != nullptr) sum.memory_bytes += shm::PairMemory::populated_bytes(link->writers);
  }
  return sum;
}

Shm::Link& Shm::link(PeerId peer) {
  if (links_[peer] == nullptr) links_[peer] = std::make_unique<Link>(peer);
  return *links_[peer];
}

void Shm::watch(PeerId peer) noexcept {
  Link& to = link(peer);
  if (to.state == State::open && to.out == nullptr && to.in == nullptr) connect(to);
}

Slot Shm::claim_slowly(PeerId peer, std::size_t bytes, Lane lane) noexcept {
  BATON_CHECK(bytes <= max_frame(peer, lane));
  Link& to = link(peer);
  if (to.state == State::open && to.out == nullptr) connect(to);
  if (to.state != State::open) return scratch(bytes);
  if (to.out == nullptr) return {};
  if (lane == Lane::bulk && !to.bulk_told) {
    // The reader looks at the bulk ring only once it is told to, by a notice in the ordered one.
    if (const Slot room = claim_slowly(peer, 0, Lane::ordered); !room) return {};
    if (to.state != State::open) return scratch(bytes);
    BATON_CHECK(to.writer(Lane::ordered).notice());
    to.bulk_told = true;
    if (to.bell.known()) to.bell.ring_if_asleep();
  }
  shm::RingWriter& writer = to.writer(lane);
  while (true) {
    std::uint64_t missing = 0;
    if (writer.make_room(bytes, missing)) return {writer.claim(bytes)};
    if (missing != 0) {
      if (auto there = to.out->populate(lane, writer, missing); !there) {
        give_up(to, there.error());
        return scratch(bytes);
      }
    } else if (!writer.starve()) {
      return starve(to, lane);
    }
  }
}

Slot Shm::starve(Link& to, Lane lane) {
  bool& listed = to.starving[static_cast<std::size_t>(lane)];
  if (!listed) starved_.push_back({to.id, lane});
  listed = true;
  return {};
}

void Shm::commit_slowly(Link& to, const Header& header, std::size_t bytes, Lane lane) noexcept {
  if (to.state != State::open || to.out == nullptr) return;  // went to the scratch slot
  ++traffic_.frames_sent;
  traffic_.bytes_sent += bytes;
  to.writer(lane).commit(header, bytes);
  // The peer has not answered yet, so its bell is unknown. Either the answer is there now, or it will be sent after
  // this fence: then the peer looks at the ring after it, and finds the frame.
  std::atomic_thread_fence(std::memory_order_seq_cst);
  hear_reply(to);
  if (to.bell.known()) to.bell.ring_if_asleep();
}

Slot Shm::scratch(std::size_t bytes) noexcept {
  if (scratch_ == nullptr) scratch_ = std::make_unique<std::byte[]>(shm::max_bulk_frame);
  BATON_CHECK(bytes <= shm::max_bulk_frame);
  return {scratch_.get()};
}

bool Shm::tell_window(Link& to) noexcept {
  if (options_.pool == nullptr) return false;
  if (to.state == State::open && to.out == nullptr) connect(to);
  if (to.state != State::open || !to.out_socket) return false;
  const shm::Parcel parcel{shm::Parcel::right_magic, options_.pool->extent(), options_.pool->start()};
  const std::array<int, 1> descriptors{options_.pool->file()};
  // A socket that is full, or broken, is no loss: the message goes another way.
  to.window_told = shm::send_with(to.out_socket.get(), std::as_bytes(std::span(&parcel, 1)), descriptors);
  return to.window_told;
}

void Shm::connect(Link& to) noexcept {
  if (std::exchange(to.retrying, false)) --retrying_;
  const auto card = options_.directory(to.id);
  if (!card) return give_up(to, card.error());
  const auto address = shm::Address::parse(word_of_card(*card, name));
  if (!address) return give_up(to, Error{Code::protocol, 0, "its card has no usable address for shared memory"});
  auto socket = shm::connect_to(*address);
  if (!socket) return give_up(to, socket.error());
  if (!*socket) {
    if (!to.retrying) ++retrying_;  // its queue of connections is full
    to.retrying = true;
    return;
  }
  auto pair = shm::PairMemory::make();
  if (!pair) return give_up(to, pair.error());
  shm::Hello hello;
  hello.token = address->token;
  hello.from = options_.self;
  hello.membarrier = bell_.has_membarrier() ? 1 : 0;
  auto offer = std::make_unique<std::shared_ptr<shm::PairMemory>>(*pair);
  hello.offer = reinterpret_cast<std::uintptr_t>(offer.get());
  const std::array<int, 3> descriptors{(*pair)->file(), bell_.front_fd(), bell_.event_fd()};
  if (!shm::send_with(socket->get(), std::as_bytes(std::span(&hello, 1)), descriptors)) {
    return give_up(to, Error{Code::peer_lost, 0, "the process ended at the first contact"});
  }
  if (auto watched = bell_.add(socket->get(), out_id | to.id); !watched) return give_up(to, watched.error());
  to.out_socket = std::move(*socket);
  to.out = std::move(*pair);
  to.offer = offer.release();
  for (const Lane lane : {Lane::ordered, Lane::bulk}) to.writer(lane) = to.out->writer(lane);
  look_interval_ = first_look;
  look_in_ = std::min(look_in_, first_look);
}

void Shm::give_up(Link& to, Error why) noexcept {
  if (to.state != State::open) return;
  to.state = State::closing;
  to.plain = false;
  to.why = why;
  failing_.push_back(&to);
  look_in_ = 1;
}

void Shm::hear_reply(Link& to) noexcept {
  if (to.bell.known()) return;
  shm::Reply reply;
  std::array<UniqueFd, 2> descriptors;
  // An end is told by the descriptor's own event.
  if (shm::receive_with(to.out_socket.get(), std::as_writable_bytes(std::span(&reply, 1)), descriptors) !=
          shm::Received::all ||
      reply.magic != shm::Reply::right_magic) {
    return;
  }
  auto bell = RemoteBell::open(std::move(descriptors[0]), std::move(descriptors[1]),
                               reply.membarrier == 0 || !bell_.has_membarrier());
  if (!bell) return give_up(to, bell.error());
  to.bell = std::move(*bell);
  if (options_.pull && to.process == 0) to.process = shm::process_behind(to.out_socket.get());
  to.plain = true;
}

}  // namespace baton::transport
