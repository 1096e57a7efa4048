// SPDX-License-Identifier: BSD-3-Clause
// The closed set of transports of one rank, and which of them reaches a peer: self, shm on the same node, else tcp.
// Also the rank's sleep: one bell that all of them ring.
#pragma once

#include <concepts>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "transport/bell.hpp"
#include "transport/self/self.hpp"
#include "transport/shm/shm.hpp"
#include "transport/sim/sim.hpp"
#include "transport/tcp/tcp.hpp"
#include "transport/traffic.hpp"
#include "transport/transport.hpp"

namespace baton::transport {

/// A sink whose functions can be called by name. `poll` calls them directly, without the virtual table, when their
/// class is final.
template <class S>
concept OpenSink = std::derived_from<S, Sink> &&
    requires(S& s, PeerId peer, const Header& header, Token token, Error why, std::span<const std::byte> payload,
             std::size_t bytes) {
  s.frame(peer, header, payload);
  s.place(peer, header, bytes);
  s.landed(peer, header, bytes);
  s.sent(token);
  s.lost(peer, why);
};

/// The verbs of the contract (transport.hpp) for every peer, plus sleeping and waking. Serialised by the engine's lock,
/// except wake() and sleep().
class Wires {
 public:
  struct Options {
    PeerId self = 0;
    std::uint32_t size = 1;
    std::string job_id;
    std::vector<std::uint32_t> local_ranks;  // ranks on this host, by the launcher's word
    Directory directory;                     // gives the whole card of a peer: "shm=...;tcp=...;cpus=..."
    std::string mode;                        // BATON_TRANSPORT: "auto" (also ""), "shm", "tcp"
    const memory::Pool* pool = nullptr;      // pinned buffers that ranks of the node may map; outlives the wires
    std::shared_ptr<SimNetwork> sim;         // tests: reaches every peer, and nothing else is opened
  };
  /// An Error names a bad mode, or what kept a transport from opening, and the remedy.
  static Result<std::unique_ptr<Wires>> open(Options options);
  ~Wires();
  Wires(const Wires&) = delete;
  Wires& operator=(const Wires&) = delete;

  /// The launcher's better word on who is local (PMI-1 knows it after the fence only). Before the first contact.
  void set_local_ranks(std::vector<std::uint32_t> ranks);
  /// What peers need to reach this rank: a word per open transport.
  [[nodiscard]] std::string card() const;

  [[nodiscard]] std::size_t max_frame(PeerId peer, Lane lane) noexcept {
    switch (route(peer)) {
      case Route::self: return Self::max_frame(peer, lane);
      case Route::tcp: return tcp_->max_frame(peer, lane);
      case Route::sim: return sim_->max_frame(peer, lane);
      default: return Shm::max_frame(peer, lane);
    }
  }
  Slot claim(PeerId peer, std::size_t bytes, Lane lane) noexcept {
    const Route by = routes_[peer];
    if (by == Route::shm) [[likely]]
      return shm_->claim(peer, bytes, lane);
    return claim_elsewhere(by, peer, bytes, lane);
  }
  void commit(PeerId peer, const Header& header, std::size_t bytes, Lane lane) noexcept {
    const Route by = routes_[peer];
    if (by == Route::shm) [[likely]]
      return shm_->commit(peer, header, bytes, lane);
    commit_elsewhere(by, peer, header, bytes, lane);
  }
  /// The oldest frame of a peer that was not delivered yet, where it can be seen without a poll: in shared memory and
  /// on the ordered lane. Otherwise one without a header. `pop` takes it out; nothing else is called in between.
  [[nodiscard]] shm::RingReader::Frame front(PeerId peer) const noexcept {
    if (routes_[peer] != Route::shm) return {};
    return shm_->front(peer);
  }
  void pop(PeerId peer, const shm::RingReader::Frame& frame) noexcept { shm_->pop(peer, frame); }
  /// Whether a frame waits in shared memory: much cheaper than a poll. False where a look at the rings is none.
  [[nodiscard]] bool glimpse() const noexcept { return shm_ != nullptr && shm_->glimpse(); }
  /// Fills `into` from the memory of a peer's process, by one copy. False where that cannot be: take another way.
  [[nodiscard]] bool pull(PeerId peer, std::uint64_t address, std::span<std::byte> into) noexcept {
    return routes_[peer] == Route::shm && shm_->pull(peer, address, into);
  }
  /// Words that decide whether a message is taken or withdrawn, where the two ranks share memory (shm.hpp). Elsewhere
  /// there are none: 0, and a name is never asked for.
  [[nodiscard]] std::uint64_t open_verdict(PeerId peer) noexcept {
    return routes_[peer] == Route::shm ? shm_->open_verdict(peer) : 0;
  }
  [[nodiscard]] bool withdraw(PeerId peer, std::uint64_t verdict) noexcept { return shm_->withdraw(peer, verdict); }
  void close_verdict(PeerId peer, std::uint64_t verdict) noexcept { shm_->close_verdict(peer, verdict); }
  [[nodiscard]] bool take(PeerId peer, std::uint64_t verdict) noexcept {
    return shm_ == nullptr || shm_->take(peer, verdict);
  }
  /// The reverse: writes to the memory of a peer's process.
  [[nodiscard]] bool push(PeerId peer, std::uint64_t address, std::span<const std::byte> from) noexcept {
    return routes_[peer] == Route::shm && shm_->push(peer, address, from);
  }
  /// Pinned buffers that ranks of a node map (shm.hpp). Elsewhere: none.
  [[nodiscard]] bool offer_window(PeerId peer) noexcept {
    return routes_[peer] == Route::shm && shm_->offer_window(peer);
  }
  [[nodiscard]] memory::PeerWindow* window(PeerId peer) noexcept {
    return routes_[peer] == Route::shm ? shm_->window(peer) : nullptr;
  }
  /// Contract: all of the peers share memory with this rank.
  template <class Peers>
  [[nodiscard]] std::uint64_t address_for(const Peers& peers, std::uint32_t count, const void* memory) noexcept {
    return shm_->address_for(peers, count, memory);
  }
  [[nodiscard]] std::optional<shm::JointCopy> joint(PeerId peer, std::uint64_t verdict, bool outgoing) noexcept {
    return shm_->joint(peer, verdict, outgoing);
  }
  /// Whether no frame of this rank to itself is on the way.
  [[nodiscard]] bool nothing_to_self() const noexcept { return !self_.has_news(); }
  Post send_large(PeerId peer, const Header& header, std::span<const std::byte> payload, Token token) noexcept;
  [[nodiscard]] bool has_large(PeerId peer) noexcept { return route(peer) == Route::tcp && tcp_->has_large(peer); }
  template <OpenSink S>
  bool poll(S& sink) noexcept {
    bool moved = shm_ != nullptr && shm_->poll(sink);
    moved |= self_.poll(sink);
    if (tcp_ != nullptr && (tcp_in_-- == 0 || bell_->waker_fired())) [[unlikely]]
      moved |= poll_tcp(sink);
    if (sim_ != nullptr) [[unlikely]]
      moved |= sim_->poll(sink);
    if (!unreachable_.empty()) [[unlikely]]
      moved |= tell_unreachable(sink);
    return moved;
  }
  bool poll(Sink& sink) noexcept { return poll<Sink>(sink); }
  [[nodiscard]] bool idle() const noexcept {
    return (tcp_ == nullptr || tcp_->idle()) && (sim_ == nullptr || sim_->idle());
  }
  /// Writes at once what a transport gathers for later. Free of cost where there is nothing.
  void flush(PeerId peer) noexcept {
    if (routes_[peer] == Route::tcp) tcp_->flush();
  }

  /// Sleeping, in two steps. `arm`, under the owner's lock: false when there is something to poll (or wake() was
  /// called); do not sleep then. After true call `sleep`, without the lock: until an arrival may be there, wake() is
  /// called, or the time is over. False: the time is over, and nobody has called.
  [[nodiscard]] bool arm() noexcept;
  bool sleep(std::int64_t timeout_ns) noexcept;
  /// Both steps, for an owner without threads.
  bool wait(std::int64_t timeout_ns) noexcept { return !arm() || sleep(timeout_ns); }
  /// After an `arm` that no `sleep` follows. Or while another thread sleeps and this one looks for arrivals instead.
  void disarm() noexcept { bell_->disarm(); }
  /// Another thread's sleep: from here on nobody rings for it (disarm), and it ends all the same.
  void rouse() noexcept { bell_->rouse(); }
  /// What this thread wrote before is seen by peers that look at whether this rank sleeps, or their writes are seen
  /// here. Cost: a system call.
  void fence() const noexcept { bell_->fence(); }
  /// Wakes a peer of this node that sleeps; for who has written to memory that it waits for. Contract: can_ring(peer).
  void ring(PeerId peer) const noexcept { shm_->ring(peer); }
  /// Whether this peer is reached through shared memory, and is met: then it can be woken, and hears of this rank's
  /// end. Contract: watch(peer) was called.
  [[nodiscard]] bool can_ring(PeerId peer) const noexcept {
    return routes_[peer] == Route::shm && shm_->can_ring(peer);
  }
  [[nodiscard]] bool shares_memory(PeerId peer) noexcept { return route(peer) == Route::shm; }
  /// Whether ranks that ring this one must fence themselves (bell.hpp).
  [[nodiscard]] bool has_membarrier() const noexcept { return bell_->has_membarrier(); }
  /// The next sleeps are short, because something rings no bell.
  [[nodiscard]] bool naps() const noexcept { return nap_; }
  /// Ends a sleep, from any thread. Sticky: the next `arm` is refused when none is under way.
  void wake() noexcept { bell_->wake(); }

  /// Opens a link to the peer, if there is none, so that its death is heard.
  void watch(PeerId peer) noexcept;
  /// Orderly end: everything handed over has been delivered to the peers' kernels or memory, `timeout_ns` at most. What
  /// arrives meanwhile is dropped. Then only the destructor.
  void close(std::int64_t timeout_ns) noexcept;

  /// By name of the transport: "self", "shm", "tcp".
  [[nodiscard]] Traffic traffic(std::string_view transport) const noexcept;
  [[nodiscard]] Holdings holdings(std::string_view transport) const noexcept;
  /// Which transport carries frames to this peer: "self", "shm", "tcp", or "" when none can.
  [[nodiscard]] const char* route_name(PeerId peer) noexcept;
  /// The same without finding out: "unknown" before the first contact.
  [[nodiscard]] const char* known_route(PeerId peer) const noexcept;

 private:
  enum class Route : std::uint8_t { unknown, self, shm, tcp, sim, none };

  explicit Wires(Options options);
  [[nodiscard]] Route route(PeerId peer) noexcept {
    const Route known = routes_[peer];
    return known != Route::unknown ? known : find_route(peer);
  }
  Route find_route(PeerId peer) noexcept;
  Slot claim_elsewhere(Route by, PeerId peer, std::size_t bytes, Lane lane) noexcept;
  void commit_elsewhere(Route by, PeerId peer, const Header& header, std::size_t bytes, Lane lane) noexcept;
  bool poll_tcp(Sink& sink) noexcept;
  bool tell_unreachable(Sink& sink) noexcept;
  void set_tcp_patience() noexcept;

  struct Unreachable {
    PeerId peer = 0;
    Error why;
  };

  Options options_;
  std::vector<Route> routes_;  // by rank
  std::unique_ptr<Bell> bell_;
  std::unique_ptr<Shm> shm_;
  std::unique_ptr<Tcp> tcp_;
  std::unique_ptr<Sim> sim_;
  Self self_;
  std::uint32_t tcp_in_ = 0;        // polls until tcp is polled
  std::uint32_t tcp_interval_ = 0;  // the same, after the last look
  std::uint32_t tcp_patience_ = 0;  // its bound
  bool uses_tcp_ = false;           // a peer is reached by it
  bool nap_ = false;                // sleep shortly only
  std::vector<Unreachable> unreachable_;
  std::unique_ptr<std::byte[]> scratch_;
};

}  // namespace baton::transport
