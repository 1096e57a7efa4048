// SPDX-License-Identifier: BSD-3-Clause
// The transport between ranks of one node: frames through rings in shared memory. Each ordered pair of ranks that talk
// has its own (pair.hpp), made by its writer at its first claim; so memory grows with the peers that one talks to, and
// every word has one writer. Not here: rings (ring.hpp), the first meeting (greeting.hpp), sleeping
// (transport/bell.hpp).
//
// claim, commit and poll are inline and make no system call, take no lock and allocate nothing once two ranks have met.
// All else is in shm.cpp (senders) and look.cpp (meetings and ends).
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/check.hpp"
#include "base/copy.hpp"
#include "base/post.hpp"
#include "base/result.hpp"
#include "base/unique_fd.hpp"
#include "memory/peer_window.hpp"
#include "memory/pool.hpp"
#include "transport/bell.hpp"
#include "transport/shm/greeting.hpp"
#include "transport/shm/pair.hpp"
#include "transport/shm/pull.hpp"
#include "transport/shm/ring.hpp"
#include "transport/traffic.hpp"
#include "transport/transport.hpp"

namespace baton::transport {

class Shm {
 public:
  static constexpr const char* name = "shm";

  struct Options {
    PeerId self = 0;
    std::uint32_t size = 1;
    Directory directory;                 // may return the whole business card or only what card() gave
    bool pull = true;                    // whether memory of peers may be read
    const memory::Pool* pool = nullptr;  // pinned buffers that peers may map
  };

  /// Starts to listen. `bell` outlives the transport.
  [[nodiscard]] static Result<std::unique_ptr<Shm>> open(Options options, Bell& bell);
  ~Shm();
  Shm(const Shm&) = delete;
  Shm& operator=(const Shm&) = delete;

  /// Whether the rank with this card can be reached: same node, namespaces and user.
  [[nodiscard]] bool reaches(std::string_view card) const noexcept;

  // The contract (transport.hpp).
  [[nodiscard]] std::string card() const { return address_.text(); }
  [[nodiscard]] static constexpr std::size_t max_frame(PeerId, Lane lane) noexcept {
    return lane == Lane::bulk ? shm::max_bulk_frame : shm::max_ordered_frame;
  }
  Slot claim(PeerId peer, std::size_t bytes, Lane lane) noexcept {
    if (Link* const link = links_[peer].get(); link != nullptr) [[likely]] {
      if (std::byte* const at = link->writer(lane).claim(bytes); at != nullptr) [[likely]]
        return {at};
    }
    return claim_slowly(peer, bytes, lane);
  }
  void commit(PeerId peer, const Header& header, std::size_t bytes, Lane lane) noexcept {
    Link& link = *links_[peer];
    if (!link.plain) [[unlikely]]
      return commit_slowly(link, header, bytes, lane);
    ++traffic_.frames_sent;
    traffic_.bytes_sent += bytes;
    link.writer(lane).commit(header, bytes);
    link.bell.ring_if_asleep();
  }
  Post send_large(PeerId, const Header&, std::span<const std::byte>, Token) noexcept {
    BATON_CHECK(false && "shm has no large sends");
    return Post::retry;
  }
  [[nodiscard]] static constexpr bool has_large(PeerId) noexcept { return false; }
  template <class S>
  bool poll(S& sink) noexcept;
  /// The oldest frame of the ordered lane that was not delivered yet; without a header where there is none. It lies
  /// where it is until `pop`, which stands for its delivery.
  [[nodiscard]] shm::RingReader::Frame front(PeerId peer) const noexcept {
    const Link* const from = links_[peer].get();
    if (from == nullptr || from->inbound == nowhere) return {};
    const shm::RingReader::Frame frame = inbound_[from->inbound].reader.front();
    return frame.bytes == shm::notice_length ? shm::RingReader::Frame() : frame;
  }
  void pop(PeerId peer, const shm::RingReader::Frame& frame) noexcept {
    ++traffic_.frames_received;
    traffic_.bytes_received += frame.bytes;
    consume(inbound_[links_[peer]->inbound], frame);
  }
  /// Whether a frame waits in one of the rings. False, unseen, where there are many: then a poll is no dearer.
  [[nodiscard]] bool glimpse() const noexcept {
    constexpr std::size_t few = 8;
    if (inbound_.size() > few) return false;
    for (const Inbound& in : inbound_) {
      if (in.reader.ready()) return true;
    }
    return false;
  }
  /// Fills `into` from the memory of the peer's process: by a copy where the address is marked (`address_for`), else by
  /// the kernel. False, and not tried again, where the system forbids it.
  [[nodiscard]] bool pull(PeerId peer, std::uint64_t address, std::span<std::byte> into) noexcept {
    if (const std::byte* const there = seen(peer, address, into.size()); there != nullptr) {
      copy_bytes(into.data(), there, into.size());
      return true;
    }
    Link* const from = links_[peer].get();
    if (from == nullptr || from->process == 0) return false;
    if (shm::pull(from->process, address, into)) return true;
    from->process = 0;
    return false;
  }
  /// A word that decides whether a message of this rank to the peer is taken or withdrawn (verdict.hpp): its name, to
  /// be sent along. 0: there is none now. May be called between claim and commit.
  [[nodiscard]] std::uint64_t open_verdict(PeerId peer) noexcept {
    Link* const to = links_[peer].get();
    return to != nullptr && to->out != nullptr ? to->verdicts.open(to->out->control().verdicts) : 0;
  }
  /// Whether the message will never be taken. With no memory in common any more, nobody will.
  [[nodiscard]] bool withdraw(PeerId peer, std::uint64_t verdict) noexcept {
    const Link& to = *links_[peer];
    return to.out == nullptr || shm::withdraw(to.out->control().verdicts, verdict);
  }
  void close_verdict(PeerId peer, std::uint64_t verdict) noexcept { links_[peer]->verdicts.close(verdict); }
  /// Of a message from the peer: whether it may be received; if so, it is withdrawn no more.
  [[nodiscard]] bool take(PeerId peer, std::uint64_t verdict) noexcept {
    const Link* const from = links_[peer].get();
    return from == nullptr || from->in == nullptr || shm::take(from->in->control().verdicts, verdict);
  }
  /// Sees to it that the peer can map this rank's pinned buffers, before a frame names one: may be called between claim
  /// and commit. False: it cannot. Contract: there is a pinned buffer.
  [[nodiscard]] bool offer_window(PeerId peer) noexcept {
    Link* const to = links_[peer].get();
    return to != nullptr && (to->window_told || tell_window(*to));
  }
  /// The peer's pinned buffers, which a frame of it has named; nullptr: they cannot be had.
  [[nodiscard]] memory::PeerWindow* window(PeerId peer) noexcept {
    Link* const from = links_[peer].get();
    if (from == nullptr) return nullptr;
    if (!from->window) [[unlikely]]
      take_parcel(*from);
    return from->window ? &*from->window : nullptr;
  }
  /// The address of memory of this rank for pull and push by `count` peers, to be handed to them by a way that does not
  /// overtake this call. Marked where it is a pinned buffer that they can map.
  template <class Peers>
  [[nodiscard]] std::uint64_t address_for(const Peers& peers, std::uint32_t count, const void* memory) noexcept {
    const auto address = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(memory));
    if (options_.pool == nullptr || !options_.pool->owns(memory)) return address;
    for (std::uint32_t i = 0; i < count; ++i) {
      if (peers[i] != options_.self && !offer_window(peers[i])) return address;
    }
    return address | mapped_mark;
  }
  /// What both copy together of a message with this verdict: of this rank to the peer (`outgoing`), or the reverse.
  /// Contract: the link stands.
  [[nodiscard]] std::optional<shm::JointCopy> joint(PeerId peer, std::uint64_t verdict, bool outgoing) noexcept {
    Link* const link = links_[peer].get();
    if (link == nullptr) return std::nullopt;
    const auto& pair = outgoing ? link->out : link->in;
    if (pair == nullptr) return std::nullopt;
    return shm::JointCopy(pair->control().joint, verdict);
  }
  /// The reverse: writes `from` to the memory of the peer's process.
  [[nodiscard]] bool push(PeerId peer, std::uint64_t address, std::span<const std::byte> from) noexcept {
    if (std::byte* const there = seen(peer, address, from.size()); there != nullptr) {
      copy_bytes(there, from.data(), from.size());
      return true;
    }
    const Link* const to = links_[peer].get();
    return to != nullptr && to->process != 0 && shm::push(to->process, address, from);
  }
  /// What was committed lies in memory that the peer gets even when this process has ended.
  [[nodiscard]] static constexpr bool idle() noexcept { return true; }

  /// Wakes the peer if it sleeps; one that is not met, or has ended, does not.
  void ring(PeerId peer) const noexcept {
    if (can_ring(peer)) links_[peer]->bell.ring_if_asleep();
  }
  [[nodiscard]] bool can_ring(PeerId peer) const noexcept {
    return links_[peer] != nullptr && links_[peer]->bell.known();
  }
  /// Connects to the peer if there is no link, so that its end is heard.
  void watch(PeerId peer) noexcept;
  /// Between Bell::arm and Bell::sleep: whether poll, or a claim that was refused, would find something now.
  [[nodiscard]] bool has_news() noexcept;
  /// A claim waits for something that rings no bell: sleep a millisecond at most.
  [[nodiscard]] bool must_retry() const noexcept { return retrying_ != 0; }
  [[nodiscard]] const Traffic& traffic() const noexcept { return traffic_; }
  /// Peers with rings in either direction.
  [[nodiscard]] std::size_t linked() const noexcept;
  /// The memory counted is that of the rings this rank writes; its peers count theirs.
  [[nodiscard]] Holdings holdings() const noexcept;

 private:
  enum class State : std::uint8_t { open, closing, lost };
  /// No address of a process has this bit.
  static constexpr std::uint64_t mapped_mark = std::uint64_t{1} << 63;

  /// Where a marked address lies here; nullptr, and no mark any more, where it cannot be seen.
  [[nodiscard]] std::byte* seen(PeerId peer, std::uint64_t& address, std::size_t bytes) noexcept {
    if ((address & mapped_mark) == 0) return nullptr;
    address &= ~mapped_mark;
    memory::PeerWindow* const there = window(peer);
    return there != nullptr ? there->at_address(address, bytes) : nullptr;
  }
  static constexpr std::uint32_t nowhere = ~std::uint32_t{0};

  struct Link {
    explicit Link(PeerId peer) noexcept : id(peer) {}
    [[nodiscard]] shm::RingWriter& writer(Lane lane) noexcept { return writers[static_cast<std::size_t>(lane)]; }

    bool plain = false;  // connected, and the peer's bell is known
    State state = State::open;
    bool retrying = false;     // counted in retrying_
    bool bulk_told = false;    // the reader was sent the notice that there is a bulk ring
    bool window_told = false;  // the reader was sent this process's window of pinned buffers
    PeerId id = 0;
    int process = 0;                  // the peer's, once it has connected; 0: its memory is not to be read
    std::uint32_t inbound = nowhere;  // place of its ordered ring in inbound_
    std::array<bool, 2> starving{};   // by lane: listed in starved_
    std::array<shm::RingWriter, 2> writers;
    RemoteBell bell;
    shm::VerdictNames verdicts;
    std::shared_ptr<shm::PairMemory> out;
    std::shared_ptr<shm::PairMemory> in;
    std::shared_ptr<shm::PairMemory>* offer = nullptr;  // see PairControl::offer_taken
    UniqueFd out_socket;
    UniqueFd in_socket;
    std::optional<memory::PeerWindow> window;
    Error why;
  };

  struct Inbound {
    shm::RingReader reader;
    Link* link = nullptr;
    Lane lane = Lane::ordered;
  };

  struct Starved {
    PeerId peer = 0;
    Lane lane = Lane::ordered;
  };

  // What the sockets are called in the bell: a kind, and for a link the peer.
  static constexpr std::uint64_t listener_id = std::uint64_t{1} << 32;
  static constexpr std::uint64_t stranger_id = std::uint64_t{2} << 32;
  static constexpr std::uint64_t out_id = std::uint64_t{3} << 32;
  static constexpr std::uint64_t in_id = std::uint64_t{4} << 32;
  static constexpr std::uint64_t id_kinds = std::uint64_t{7} << 32;

  // A visit to a ring and a poll are bounded, so that no peer and no caller waits for long.
  static constexpr unsigned frames_a_visit = 16;
  static constexpr std::size_t bytes_a_visit = std::size_t{128} << 10;
  static constexpr unsigned frames_a_poll = 64;
  // Empty polls between looks at the sockets: few while meetings are frequent.
  static constexpr std::uint32_t first_look = 16;
  static constexpr std::uint32_t last_look = 1024;

  Shm(Options options, Bell& bell) : options_(std::move(options)), bell_(bell), links_(options_.size) {}

  template <class S>
  unsigned visit(S& sink, Inbound& in) noexcept;
  static void consume(Inbound& in, const shm::RingReader::Frame& frame) noexcept {
    if (in.reader.pop(frame)) [[unlikely]] {
      if (in.reader.give_back() && in.link->bell.known()) in.link->bell.ring_if_asleep();
    }
  }
  template <class S>
  bool settle(S& sink) noexcept;

  // shm.cpp
  Slot claim_slowly(PeerId peer, std::size_t bytes, Lane lane) noexcept;
  void commit_slowly(Link& link, const Header& header, std::size_t bytes, Lane lane) noexcept;
  Slot scratch(std::size_t bytes) noexcept;
  [[nodiscard]] Link& link(PeerId peer);
  void connect(Link& link) noexcept;
  void give_up(Link& link, Error why) noexcept;
  void hear_reply(Link& link) noexcept;
  Slot starve(Link& link, Lane lane);
  [[nodiscard]] bool tell_window(Link& link) noexcept;

  // look.cpp
  void look() noexcept;
  void accept_all() noexcept;
  [[nodiscard]] bool greet(UniqueFd& socket) noexcept;
  void take_parcel(Link& link) noexcept;
  void close(Link& link, Error why) noexcept;
  void admit_bulk(Link& link) noexcept;
  [[nodiscard]] bool drained(const Link& link) const noexcept;
  void forget(Link& link) noexcept;

  Options options_;
  Bell& bell_;
  std::vector<std::unique_ptr<Link>> links_;  // by rank; made at first contact
  std::vector<Inbound> inbound_;              // rings that others write
  std::size_t cursor_ = 0;                    // where the next poll starts
  std::uint32_t look_in_ = first_look;
  std::uint32_t look_interval_ = first_look;
  bool unsettled_ = false;      // notices_ or closing_ hold something
  std::uint32_t retrying_ = 0;  // links whose connection is to be tried again
  Traffic traffic_;
  std::vector<Link*> notices_;
  std::vector<Link*> failing_;  // given up by a sender; a look comes before the end is told
  std::vector<Link*> closing_;  // ended; told as lost when what arrived is delivered
  std::vector<Starved> starved_;
  std::vector<UniqueFd> strangers_;  // accepted, silent yet
  std::unique_ptr<std::byte[]> scratch_;
  shm::Address address_;
  UniqueFd listener_;
};

template <class S>
unsigned Shm::visit(S& sink, Inbound& in) noexcept {
  const PeerId from = in.link->id;
  unsigned frames = 0;
  std::size_t bytes = 0;
  do {
    const shm::RingReader::Frame frame = in.reader.front();
    if (frame.header == nullptr) break;
    if (frame.bytes == shm::notice_length) [[unlikely]] {
      notices_.push_back(in.link);
      unsettled_ = true;
    } else {
      bytes += frame.bytes;
      sink.frame(from, *frame.header, std::span<const std::byte>(frame.payload, frame.bytes));
    }
    consume(in, frame);
    ++frames;
  } while (frames < frames_a_visit && bytes < bytes_a_visit && !sink.sated());
  traffic_.frames_received += frames;
  traffic_.bytes_received += bytes;
  return frames;
}

template <class S>
bool Shm::settle(S& sink) noexcept {
  bool moved = false;
  while (!notices_.empty()) {
    admit_bulk(*notices_.back());
    notices_.pop_back();
    moved = true;
  }
  for (std::size_t i = 0; i < closing_.size();) {
    Link& link = *closing_[i];
    if (!drained(link)) {
      ++i;
      continue;
    }
    closing_[i] = closing_.back();
    closing_.pop_back();
    forget(link);
    sink.lost(link.id, link.why);
    moved = true;
  }
  unsettled_ = !closing_.empty();
  return moved;
}

template <class S>
bool Shm::poll(S& sink) noexcept {
  if (--look_in_ == 0 || bell_.must_look()) [[unlikely]]
    look();
  unsigned frames = 0;
  const std::size_t count = inbound_.size();
  for (std::size_t seen = 0; seen < count && frames < frames_a_poll && !sink.sated(); ++seen) {
    Inbound& in = inbound_[cursor_];
    if (++cursor_ >= count) cursor_ = 0;
    if (in.reader.ready()) frames += visit(sink, in);
  }
  bool moved = frames != 0;
  if (unsettled_) [[unlikely]]
    moved |= settle(sink);
  return moved;
}

static_assert(Transport<Shm>);

}  // namespace baton::transport
