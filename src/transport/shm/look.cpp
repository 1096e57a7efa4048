// SPDX-License-Identifier: BSD-3-Clause
// What comes by the sockets: peers that connect, their answers, and their ends. Reached every so many polls.
#include <unistd.h>

#include <algorithm>
#include <utility>

#include "transport/shm/shm.hpp"

namespace baton::transport {

void Shm::look() noexcept {
  const auto events = bell_.look();
  look_interval_ = events.empty() ? std::min(2 * look_interval_, last_look) : first_look;
  look_in_ = look_interval_;
  if (events.empty() && failing_.empty()) return;

  // Who has ended may have connected before: frames that it sent then come first. So connections are taken before ends
  // are noted.
  accept_all();
  for (const BellEvent& event : events) {
    const std::uint64_t kind = event.id & id_kinds;
    if (kind != out_id && kind != in_id) continue;
    Link& from = *links_[event.id & ~id_kinds];
    if (from.state != State::open) continue;
    if (kind == out_id && event.readable) {
      if (from.bell.known()) {
        // It was known from the peer's own connection; the answer is still to be taken.
        shm::Reply reply;
        std::array<UniqueFd, 2> descriptors;
        (void)shm::receive_with(from.out_socket.get(), std::as_writable_bytes(std::span(&reply, 1)), descriptors);
      } else {
        hear_reply(from);
      }
    }
    if (kind == in_id && event.readable) take_parcel(from);
    if (event.ended) close(from, Error{Code::peer_lost, 0, "its process has ended"});
  }
  for (Link* const failed : failing_) {
    failed->state = State::open;
    close(*failed, failed->why);
  }
  failing_.clear();
}

void Shm::take_parcel(Link& link) noexcept {
  if (!link.in_socket) return;
  shm::Parcel parcel;
  std::array<UniqueFd, 1> file;
  const auto received = shm::receive_with(link.in_socket.get(), std::as_writable_bytes(std::span(&parcel, 1)), file);
  if (received != shm::Received::all || parcel.magic != shm::Parcel::right_magic || link.window) return;
  auto window = memory::PeerWindow::of(std::move(file[0]), parcel.bytes, parcel.start);
  if (window) link.window.emplace(std::move(*window));
}

void Shm::close(Link& link, Error why) noexcept {
  if (link.state != State::open) return;
  link.state = State::closing;
  link.plain = false;
  link.why = why;
  for (const UniqueFd* socket : {&link.out_socket, &link.in_socket}) {
    if (*socket) bell_.remove(socket->get());
  }
  link.out_socket.reset();
  link.in_socket.reset();
  closing_.push_back(&link);
  unsettled_ = true;
}

void Shm::accept_all() noexcept {
  while (UniqueFd socket = shm::accept_at(listener_.get())) {
    if (bell_.add(socket.get(), stranger_id)) strangers_.push_back(std::move(socket));
  }
  // Strangers that say nothing do no harm, as long as they are few.
  constexpr std::size_t max_strangers = 1024;
  if (strangers_.size() > max_strangers) {
    bell_.remove(strangers_.front().get());
    strangers_.erase(strangers_.begin());
  }
  std::erase_if(strangers_, [&](UniqueFd& socket) { return greet(socket); });
}

bool Shm::greet(UniqueFd& socket) noexcept {
  shm::Hello hello;
  std::array<UniqueFd, 3> descriptors;
  const auto received = shm::receive_with(socket.get(), std::as_writable_bytes(std::span(&hello, 1)), descriptors);
  if (received == shm::Received::nothing_yet) return false;
  const bool right = received == shm::Received::all && hello.magic == shm::Hello::right_magic &&
                     hello.token == address_.token && hello.from < options_.size && hello.from != options_.self;
  bell_.remove(socket.get());
  if (!right) return true;
  Link& from = link(hello.from);
  if (from.state == State::lost || from.in != nullptr) return true;

  auto pair = shm::PairMemory::map(descriptors[0].get());
  auto bell = RemoteBell::open(std::move(descriptors[1]), std::move(descriptors[2]),
                               hello.membarrier == 0 || !bell_.has_membarrier());
  if (!pair || !bell) {
    give_up(from, pair ? bell.error() : pair.error());
    return true;
  }
  if (hello.offer != 0 && shm::process_behind(socket.get()) == ::getpid() &&
      (*pair)->control().offer_taken.exchange(1) == 0) {
    const std::unique_ptr<std::shared_ptr<shm::PairMemory>> offer(
        reinterpret_cast<std::shared_ptr<shm::PairMemory>*>(static_cast<std::uintptr_t>(hello.offer)));
    *pair = *offer;
  }
  from.in = std::move(*pair);
  if (options_.pull) from.process = shm::process_behind(socket.get());
  from.inbound = static_cast<std::uint32_t>(inbound_.size());
  inbound_.push_back({from.in->reader(Lane::ordered), &from, Lane::ordered});
  if (from.state != State::open) return true;  // it ended: only what it sent is wanted
  if (!from.bell.known()) {
    from.bell = std::move(*bell);
    from.plain = from.out != nullptr;
  }
  shm::Reply reply;
  reply.membarrier = bell_.has_membarrier() ? 1 : 0;
  const std::array<int, 2> own{bell_.front_fd(), bell_.event_fd()};
  // When this fails the peer has ended, which its socket tells.
  (void)shm::send_with(socket.get(), std::as_bytes(std::span(&reply, 1)), own);
  if (auto watched = bell_.add(socket.get(), in_id | from.id); !watched) {
    give_up(from, watched.error());
    return true;
  }
  from.in_socket = std::move(socket);
  return true;
}

void Shm::admit_bulk(Link& from) noexcept {
  const bool known = std::any_of(inbound_.begin(), inbound_.end(),
                                 [&](const Inbound& in) { return in.link == &from && in.lane == Lane::bulk; });
  if (!known && from.in != nullptr) inbound_.push_back({from.in->reader(Lane::bulk), &from, Lane::bulk});
}

bool Shm::drained(const Link& link) const noexcept {
  return std::none_of(inbound_.begin(), inbound_.end(),
                      [&](const Inbound& in) { return in.link == &link && in.reader.ready(); });
}

void Shm::forget(Link& link) noexcept {
  link.state = State::lost;
  link.plain = false;
  std::erase_if(inbound_, [&](const Inbound& in) { return in.link == &link; });
  link.inbound = nowhere;
  for (std::uint32_t at = 0; at < inbound_.size(); ++at) {
    if (inbound_[at].lane == Lane::ordered) inbound_[at].link->inbound = at;
  }
  cursor_ = 0;  // it may point behind the last one now
  std::erase_if(starved_, [&](const Starved& entry) { return entry.peer == link.id; });
  for (shm::RingWriter& writer : link.writers) writer = shm::RingWriter();
  for (const UniqueFd* socket : {&link.out_socket, &link.in_socket}) {
    if (*socket) bell_.remove(socket->get());
  }
  if (link.offer != nullptr && link.out->control().offer_taken.exchange(1) == 0) delete link.offer;
  link.offer = nullptr;
  link.out.reset();
  link.in.reset();
  link.window.reset();
  link.out_socket.reset();
  link.in_socket.reset();
  link.bell = RemoteBell();
}

bool Shm::has_news() noexcept {
  if (unsettled_ || !failing_.empty()) return true;
  for (const Inbound& in : inbound_) {
    if (in.reader.ready()) return true;
  }
  bool fed = false;
  // Once told, an entry has served: whoever still waits will claim again and be listed again.
  std::erase_if(starved_, [&](const Starved& entry) {
    Link& to = *links_[entry.peer];
    if (to.state == State::open && !to.writer(entry.lane).starve()) return false;
    to.starving[static_cast<std::size_t>(entry.lane)] = false;
    fed = true;
    return true;
  });
  return fed;
}

}  // namespace baton::transport
