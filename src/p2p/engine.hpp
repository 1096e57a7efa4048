// SPDX-License-Identifier: BSD-3-Clause
// Journey, floor 2: the point-to-point engine of one rank. Sends and receives in, completions out; it picks the
// protocol (eager or rendezvous), matches, and makes progress. It knows peers, contexts and tags, never communicators.
// Bodies: at_once.hpp send.cpp receive.cpp rendezvous.cpp mapped.cpp loan.cpp progress.cpp probe.cpp inquiry.cpp
// wait.cpp.
// Progress while the application computes: progress_thread.hpp.
//
// Threads: every public function except `lock()` and the ones marked "takes the lock" must be called with the engine's
// lock held. When the engine is not `threaded`, the lock is free of cost.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

#include "base/check.hpp"
#include "base/result.hpp"
#include "memory/pool.hpp"
#include "p2p/core_share.hpp"
#include "p2p/observed.hpp"
#include "p2p/request.hpp"
#include "p2p/vigil.hpp"
#include "p2p/wire.hpp"
#include "p2p/witness.hpp"
#include "transport/wires.hpp"

namespace baton::p2p {

struct EngineOptions {
  bool threaded = false;
  std::uint32_t spin_turns = 4000;      // empty polls before a wait yields, with a core of its own: about 100 us
  std::uint32_t yield_turns = 200;      // then yields so often, about 100 us more, before it sleeps
  std::uint32_t crowded_yields = 12;    // the same when oversubscribed
  std::uint32_t crowded_polls = 8;      // polls in vain, when oversubscribed, of which the last gives up the core
  bool oversubscribed = false;          // more ranks than cores here: yield at once, sleep soon
  std::int64_t sleep_ns = 200'000'000;  // bound of a sleep; the stalled hook needs one, waking does not
  std::int64_t eager_bytes = 0;         // longest eager message; 0: what the transport's frame holds
  std::int64_t budget_bytes = 4 << 20;  // eager bytes per receiver that it has not consumed yet; beyond it: rendezvous
  const memory::Pool* pool = nullptr;   // pinned buffers of this process, the ones that the wires offer
};

struct ProbeResult {
  std::int32_t source = 0;
  std::int32_t tag = 0;
  std::int64_t bytes = 0;
  std::uint8_t mark = 0;  // of try_receive
};

/// A message that stays where its sender has it, until it is given back.
struct Loan {
  const std::byte* data = nullptr;
  std::int64_t bytes = 0;
  PeerId from = 0;
  std::uint64_t sender = 0;                      // the sender's request
  std::shared_ptr<const memory::Mapping> holds;  // the data stay in sight, also when the sender has ended
};

class ProgressThread;

class Engine final : public transport::Sink {
 public:
  /// Called under the lock; must not call the engine.
  using NewsHook = void (*)(void* context, const News& news) noexcept;

  Engine(transport::Wires& wires, PeerId self, PeerId size, EngineOptions options);
  ~Engine();
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;

  /// Serialises the threads of this rank; not recursive.
  class Guard {
   public:
    explicit Guard(Engine& engine) noexcept : engine_(engine) {
      if (engine_.options_.threaded) engine_.enter();
    }
    ~Guard() {
      if (engine_.options_.threaded) engine_.leave();
    }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;

   private:
    Engine& engine_;
  };

  /// The reverse: gives the lock up while a user's function runs.
  class Release {
   public:
    explicit Release(Engine& engine) noexcept : engine_(engine) {
      if (engine_.options_.threaded) engine_.mutex_.unlock();
    }
    ~Release() {
      if (engine_.options_.threaded) engine_.mutex_.lock();
    }
    Release(const Release&) = delete;
    Release& operator=(const Release&) = delete;

   private:
    Engine& engine_;
  };

  /// The whole send at once, if the message can go out now as one eager frame: done. Otherwise retry, and nothing has
  /// happened. Callers include at_once.hpp.
  [[nodiscard]] inline Post try_send(const SendArgs& args) noexcept;
  /// The same for the own rank, where the receive may be posted already: then the bytes go straight into its buffer and
  /// it completes here. Not for callers whose completions start other operations from inside this call.
  [[nodiscard]] Post try_send_to_self(const SendArgs& args) noexcept;
  /// The whole receive at once, if its message is the first that waits in the shared memory of its peer and nothing
  /// else may claim it: done. Otherwise retry, and nothing has happened. Callers include at_once.hpp.
  [[nodiscard]] inline Post try_receive(const ReceiveArgs& args, ProbeResult& out) noexcept;
  /// The same after a short wait at that place, where this rank has nothing else to do meanwhile.
  [[nodiscard]] Post receive_soon(const ReceiveArgs& args, ProbeResult& out) noexcept;
  /// Starts a send; it may be complete on return.
  void send(Request& request, const SendArgs& args) noexcept;
  /// Starts a receive; it may be complete on return.
  void receive(Request& request, const ReceiveArgs& args) noexcept;

  /// Looks for a message without taking it (MPI 5.0, 3.8.1). Makes progress once when there is none, or when something
  /// is under way. An Error when the peer is lost.
  Result<bool> probe(const Envelope& wish, PeerId peer, ProbeResult& out) noexcept;
  /// Takes a message out of matching (3.8.2); *message stays nullptr when there is none.
  Result<bool> matched_probe(const Envelope& wish, PeerId peer, ProbeResult& out, UnexpectedMessage** message) noexcept;
  void receive_matched(Request& request, UnexpectedMessage* message, const ReceiveArgs& args) noexcept;

  /// Takes a message that `matched_probe` gave where it lies, if it was sent as a loan and can be seen from here.
  /// False: nothing has happened, and it is to be received as any other.
  [[nodiscard]] bool borrow(UnexpectedMessage* message, Loan& out) noexcept;
  /// Gives it back: its sender's request completes.
  void return_loan(const Loan& loan) noexcept;

  /// Cancels a receive that no message has met, or a send that no receive has taken (3.8.4): then it completes at once,
  /// with outcome().cancelled. Others go on as if nothing had been asked.
  void cancel(Request& request) noexcept;

  /// Writes at once what a transport gathers for later: for callers that return to the user and may not come back soon.
  void flush(PeerId peer) noexcept { wires_.flush(peer); }

  /// Whether an operation is under way that needs turns of this rank, or bytes that are still to leave it. Cost: a few
  /// loads, and one per rank that is reached through tcp.
  [[nodiscard]] bool has_open() const noexcept {
    return matcher_.posted_count() != 0 || table_.size() != free_ids_.size() || !busy_.empty() || !pulling_.empty() ||
           !mapped_.empty() || !wires_.idle();
  }
  /// One turn: delivers arrivals, moves pending sends. Returns whether anything happened.
  bool progress() noexcept;
  /// The same for callers that return to the user, who will ask again (test, probe): when oversubscribed, a row of such
  /// turns in vain gives up the core, or a polling rank would keep from it the one it polls for. The lock is given up
  /// meanwhile.
  bool poll() noexcept;

  /// A turn for whatever else is under way: for calls that find what they are asked for without one, and may be all
  /// that a program calls.
  void turn_for_others() noexcept {
    if (has_open()) (void)progress();
  }
  /// The same every so often, for calls that start something.
  void turn_now_and_then() noexcept {
    constexpr std::uint32_t calls_a_turn = 64;
    if (++calls_without_turn_ % calls_a_turn == 0) turn_for_others();
  }

  /// Progresses until `request` is complete; spins, yields, then sleeps. The lock is given up between turns.
  void wait(Request& request) noexcept;
  /// The same for any condition over state that changes only under the lock.
  template <class Condition>
  void wait_until(Condition&& condition, const Request* only = nullptr) noexcept {
    if (condition()) return;
    Waiter waiter;
    bool expired = false;
    while (true) {
      awaited_ = only;
      const bool moved = progress();
      awaited_ = nullptr;
      if (moved) {
        if (expired) ++counters_.overslept;
        expired = false;
        waiter.turns = 0;
        ++waiter.burst;
        if (condition()) return;
        let_others();
        continue;
      }
      if (condition()) return;
      expired = idle(waiter);
      if (condition()) {
        if (expired) ++counters_.overslept;
        return;
      }
    }
  }

  /// The same for what peers write to shared memory.
  void wait_for(Vigil& vigil) noexcept;

  /// Tells that something outside the engine (a generalised request, another thread) changed what waiters wait for.
  void notify() noexcept;

  /// Fails everything that this peer could still complete; called for a loss that came to the runtime by another way.
  /// Ordinary losses are heard from the transports.
  void declare_lost(PeerId peer, Error why) noexcept;
  [[nodiscard]] bool is_lost(PeerId peer) const noexcept;
  /// The first peer that was lost without saying goodbye, or any_peer.
  [[nodiscard]] PeerId first_lost() const noexcept { return first_lost_; }

  /// Called (under the lock) after a second in one wait, or of polling in vain, then every second: opens links whose
  /// end would tell of a dead peer.
  void set_stalled_hook(std::function<void(std::int64_t stalled_ns)> hook) { stalled_hook_ = std::move(hook); }

  /// Called (under the lock) when a wait, or polling in vain, first gives up a core that more ranks want.
  void set_crowded_hook(std::function<void()> hook) { crowded_hook_ = std::move(hook); }

  /// Called for each News; nullptr ends it. Costs nothing where nothing is unexpected, met or lost.
  void set_news_hook(NewsHook hook, void* context) noexcept {
    news_hook_ = hook;
    news_context_ = context;
  }

  /// From here on `witness` speaks for a context, on both sides: operations on it that wait long are asked after.
  /// Takes no lock; from any thread.
  void listen(ContextId context, Witness& witness);
  void unlisten(ContextId context) noexcept;
  /// Asks the partners of all operations that have a witness and wait for a partner. Called by waits that last for
  /// seconds, once a second.
  /// `waited_ns`: for how long; 0 in programs that poll.
  void inquire(std::int64_t waited_ns) noexcept;
  /// This rank leaves the job: it calls nothing more, and answers so to those that wait for it.
  void set_resting(bool resting) noexcept { resting_ = resting; }
  /// Tells a partner, before it asks, that this rank will never do its duty in the collective that `about` names with
  /// this rank as the source. Heard only by operations that the partner has started.
  void volunteer(PeerId to, const Envelope& about, Duty duty, const Testimony& said) noexcept;
  /// Whether messages of collectives lie here that came before their receives, as is usual where a partner is ahead.
  [[nodiscard]] bool has_marked() noexcept { return matcher_.first_apart() != nullptr; }
  /// What the witness of `context` says of messages of collectives up to `tag` that lie here and that nobody will ever
  /// take; such messages are removed. ok: there is none. Looks at the `most` that have lain longest.
  [[nodiscard]] Error overlooked(ContextId context, std::int32_t tag, std::size_t most) noexcept;
  /// The same of all contexts, a sentence each, `most` at most. For the end of a job: ranks whose collectives did not
  /// fit together may have waited for nothing and got wrong data.
  [[nodiscard]] std::vector<Error> stranded(std::size_t most) noexcept;

  /// Everything handed to the transports has left this process.
  [[nodiscard]] bool flushed() const noexcept;
  /// Tells each connected peer that this rank leaves in order.
  void say_goodbye() noexcept;

  [[nodiscard]] std::uint64_t next_moment() noexcept { return ++moments_; }
  [[nodiscard]] PeerId self() const noexcept { return self_; }
  [[nodiscard]] PeerId size() const noexcept { return size_; }
  [[nodiscard]] bool threaded() const noexcept { return options_.threaded; }
  void set_threaded(bool threaded) noexcept { options_.threaded = threaded; }
  void set_oversubscribed(bool oversubscribed) noexcept { options_.oversubscribed = oversubscribed; }
  [[nodiscard]] const EngineOptions& options() const noexcept { return options_; }
  void set_spin_turns(std::uint32_t turns) noexcept { options_.spin_turns = turns; }
  /// From the next send on. 0: what the transport's frame holds.
  void set_eager_bytes(std::int64_t bytes) noexcept;
  /// For tests: each wait sleeps as soon as it finds nothing, with a bound so long that a lost wake-up shows.
  void sleep_at_once(std::int64_t bound_ns) noexcept {
    options_.spin_turns = options_.yield_turns = options_.crowded_yields = 0;
    options_.sleep_ns = bound_ns;
  }
  [[nodiscard]] const Counters& counters() const noexcept { return counters_; }
  [[nodiscard]] matching::Matcher& matcher() noexcept { return matcher_; }
  [[nodiscard]] transport::Wires& wires() noexcept { return wires_; }
  /// Cost: a walk through the queues.
  [[nodiscard]] QueueLengths queue_lengths(ContextId context) noexcept;
  /// Memory of the unexpected messages. Cost: a walk through them.
  [[nodiscard]] std::size_t unexpected_bytes() noexcept;

  // Where the transports deliver (transport.hpp); for them only.
  void frame(PeerId from, const transport::Header& header, std::span<const std::byte> payload) noexcept override;
  std::byte* place(PeerId from, const transport::Header& header, std::size_t bytes) noexcept override;
  void landed(PeerId from, const transport::Header& header, std::size_t bytes) noexcept override;
  void sent(transport::Token token) noexcept override;
  void lost(PeerId peer, Error why) noexcept override;
  /// What the turn was made for has come: the rest may stay where it lies until somebody asks for it.
  [[nodiscard]] bool sated() const noexcept { return awaited_ != nullptr && awaited_->complete(); }

 private:
  friend class ProgressThread;
  struct Waiter {
    std::uint32_t turns = 0;     // without progress
    std::uint32_t burst = 0;     // turns with progress, in a row that no long wait has broken
    std::int64_t looked_ns = 0;  // when it last gave others the core for a moment
    std::int64_t since_ns = 0;   // when it first came to sleep, whatever has happened since: others' traffic, questions
    std::int64_t hook_at_ns = 0;  // when to look for what is wrong
  };
  struct Control {
    wire::Head head;
    std::array<std::byte, 32> payload;
    std::uint32_t bytes = 0;
  };
  /// What is kept per peer that one has talked to.
  struct Peer {
    std::int64_t eager_open = 0;                  // eager bytes sent that the peer has not given back
    std::int64_t consumed = 0;                    // eager bytes of the peer consumed here, not yet given back
    std::deque<Control> controls;                 // control frames for which there was no room
    IntrusiveList<Request, InPending> pending;    // sends whose first frame waits for room, in order
    IntrusiveList<Request, InPending> streaming;  // granted sends
    std::int64_t eager_limit = 0;                 // longest eager message: what a frame holds, at most the user's limit
    std::uint32_t announced = 0;                  // long sends that are not over
    bool queued = false;                          // in busy_
    bool lost = false;
    bool left = false;  // said goodbye
    Error why;
  };

  /// A receive that is being read from the sender's memory, piece by piece.
  struct Pulling {
    std::uint64_t receiver = 0;  // the receive's id: it may end meanwhile, with its sender
    std::uint64_t sender = 0;
    std::uint64_t address = 0;
  };
  /// A copy between a buffer of this rank and one in its partner's window, turn by turn.
  struct Mapped {
    std::uint64_t own = 0;      // the request's id: it may end meanwhile, with its partner
    std::uint64_t theirs = 0;   // the partner's request
    std::uint64_t offset = 0;   // of the partner's buffer in its window
    std::uint64_t verdict = 0;  // of a message that both copy; 0: this side copies all
  };
  struct Entry {
    Request* request = nullptr;
    std::uint32_t generation = 1;  // a late or forged id never finds another request
  };

  Peer& peer(PeerId id) noexcept {
    BATON_ASSERT(id < size_);
    Peer* const known = peers_[id].get();
    return known != nullptr ? *known : meet(id);
  }
  Peer& meet(PeerId id) noexcept;
  [[nodiscard]] std::int64_t eager_limit(PeerId id) noexcept;
  void tell(const News& news) noexcept {
    if (news_hook_ != nullptr) news_hook_(news_context_, news);
  }
  void mark_busy(PeerId id, Peer& peer) noexcept;
  bool pump(PeerId id, Peer& peer) noexcept;
  void frame_of_protocol(PeerId from, const wire::Head& head, std::span<const std::byte> payload) noexcept;

  // send.cpp
  [[nodiscard]] bool may_be_eager(const Peer& peer, std::int64_t bytes) const noexcept {
    return bytes <= peer.eager_limit && peer.eager_open + bytes + wire::message_overhead <= options_.budget_bytes;
  }
  /// Whether one eager frame may leave before this call returns, with nothing to wait behind.
  [[nodiscard]] bool may_go_at_once(const Peer& peer, const SendArgs& args, std::int64_t bytes) const noexcept {
    return args.type->is_dense() && args.mode == SendMode::standard && !peer.queued && peer.pending.empty() &&
           !peer.lost && may_be_eager(peer, bytes);
  }
  [[nodiscard]] bool start_frame(Request& request, Peer& peer) noexcept;
  [[nodiscard]] bool eager_frame(Request& request, Peer& peer) noexcept;
  [[nodiscard]] bool announce(Request& request) noexcept;
  void control(PeerId id, wire::Head head, const void* payload, std::size_t bytes) noexcept;
  bool stream(Request& request, Peer& peer) noexcept;

  // receive.cpp
  void prepare(Request& request, const ReceiveArgs& args) const noexcept;
  /// The message of this receive is no more: another one takes its place.
  void post_again(Request& request) noexcept;
  void arrive(PeerId from, const wire::Head& head, std::span<const std::byte> payload) noexcept;
  void arrive_eager(PeerId from, const wire::Head& head, std::span<const std::byte> payload) noexcept;
  UnexpectedMessage* keep_unexpected(PeerId from, const wire::Head& head, std::span<const std::byte> payload,
                                     std::int64_t bytes) noexcept;
  void deliver(Request& request, UnexpectedMessage* message) noexcept;
  void matched(PeerId from, std::uint64_t sender) noexcept;
  [[nodiscard]] bool unreachable(PeerId peer) const noexcept;
  [[nodiscard]] Error loss(PeerId peer) const noexcept;
  /// Unpacks a whole message into the receive's buffer and says so in its outcome.
  static void store(Request& request, const Envelope& envelope, std::span<const std::byte> data) noexcept;
  void deliver_eager(Request& request, PeerId from, const Envelope& envelope, std::span<const std::byte> data) noexcept;
  void grant(Request& request, PeerId from, const Envelope& envelope, const wire::Announcement& announced) noexcept;
  void copy_from_self(Request& receive, std::uint64_t sender) noexcept;
  static void copy_between(const Request& send, const Request& receive, std::size_t bytes) noexcept;
  void give_back(PeerId from, std::int64_t bytes) noexcept {
    Peer& sender = peer(from);
    sender.consumed += bytes;
    if (sender.consumed * 4 >= options_.budget_bytes) [[unlikely]]
      send_credit(from, sender);
  }
  void send_credit(PeerId from, Peer& sender) noexcept;

  // pull.cpp
  enum class Pulled : std::uint8_t { all, some, refused };
  [[nodiscard]] bool pays_to_pull(const Request& request, const wire::Announcement& announced) const noexcept;
  [[nodiscard]] bool pull(Request& request, const wire::Announcement& announced) noexcept;
  Pulled pull_piece(Request& request, std::uint64_t address) noexcept;
  void pulled_all(Request& request, std::uint64_t sender) noexcept;
  void pull_on() noexcept;

  // mapped.cpp
  [[nodiscard]] std::uint64_t pinned_place(const std::byte* memory, std::int64_t bytes) const noexcept;
  [[nodiscard]] std::uint64_t place_for(const Request& receive) noexcept;
  [[nodiscard]] std::byte* seen_at(const Request& request, std::uint64_t offset) noexcept;
  [[nodiscard]] bool map_source(Request& request, const wire::Announcement& announced) noexcept;
  [[nodiscard]] bool map_target(Request& request, const wire::Grant& grant) noexcept;
  void joined(PeerId from, const wire::Grant& grant) noexcept;
  void begin_mapped(const Mapped& copy) noexcept;
  /// A turn; whether there is more to do for this side. These three.
  [[nodiscard]] bool copy_mapped(const Mapped& copy) noexcept;
  [[nodiscard]] bool copy_alone(Request& request, const Mapped& copy, std::byte* there) noexcept;
  [[nodiscard]] bool copy_jointly(Request& request, const Mapped& copy, std::byte* there) noexcept;
  void mapped_all(Request& request, const Mapped& copy) noexcept;
  void landed_whole(PeerId from, const wire::Gone& answer) noexcept;
  void map_on() noexcept;

  // rendezvous.cpp
  void ask_for_stream(Request& request, std::uint64_t sender) noexcept;
  void granted(PeerId from, const wire::Grant& grant) noexcept;
  void data(PeerId from, const wire::Head& head, std::span<const std::byte> payload) noexcept;
  void advance_receive(Request& request, std::int64_t bytes) noexcept;

  // probe.cpp
  [[nodiscard]] bool withdraw(const Request& send) noexcept;
  void withdrawn(PeerId from, std::uint64_t sender) noexcept;
  void gone(PeerId from, const wire::Gone& answer) noexcept;

  // inquiry.cpp
  void asked(PeerId from, const wire::Head& head, const wire::Question& question) noexcept;
  void told(PeerId from, const wire::Head& head, const wire::Answer& answer) noexcept;
  void discard(UnexpectedMessage* message, const Witness& witness) noexcept;

  std::uint64_t enlist(Request& request) noexcept;
  Request* find(std::uint64_t id) noexcept;
  void delist(Request& request) noexcept;
  void finish(Request& request) noexcept;
  void fail(Request& request, Error error) noexcept;

  // wait.cpp
  void enter() noexcept;
  void leave() noexcept;
  /// Whether it slept until the bound of a sleep.
  bool idle(Waiter& waiter, Vigil* vigil = nullptr) noexcept;
  /// Whether somebody else ran meanwhile, on a core that this rank has for itself.
  bool give_up_core() noexcept;
  void let_others() noexcept;
  void fall_behind() noexcept;
  void look_around() noexcept;
  bool sleep(Vigil* vigil) noexcept;

  transport::Wires& wires_;
  PeerId self_;
  PeerId size_;
  EngineOptions options_;
  CoreShare core_;
  matching::Matcher matcher_;
  std::vector<std::unique_ptr<Peer>> peers_;  // by rank; made on first contact
  std::vector<PeerId> busy_;                  // peers with something pending
  bool resting_ = false;
  std::uint32_t announcements_ = 0;       // long sends ever announced, modulo 2^32
  std::uint32_t open_announcements_ = 0;  // of them, those that are not over
  std::uint32_t announced_peers_ = 0;     // and how many ranks those go to
  std::vector<Pulling> pulling_;
  std::vector<Mapped> mapped_;
  std::vector<Entry> table_;  // requests that the other side or a transport may name, by id
  std::vector<std::uint32_t> free_ids_;
  std::uint64_t moments_ = 0;
  Counters counters_;
  bool leaves_soon_ = false;          // during a turn: who makes it does not wait, and may not make the next one soon
  const Request* awaited_ = nullptr;  // during a turn: the request whose completion ends it
  std::uint32_t narrow_looks_ = 0;    // receives at once since the last turn that looked at everything
  std::uint32_t calls_without_turn_ = 0;
  std::size_t delivering_ = 0;  // 1: a frame is being handled, which still lies at the front of its ring
  PeerId first_lost_ = any_peer;
  std::function<void(std::int64_t)> stalled_hook_;
  std::function<void()> crowded_hook_;
  NewsHook news_hook_ = nullptr;
  void* news_context_ = nullptr;
  // Callers that poll and never wait (test, probe): what idle() does for the others.
  std::uint32_t vain_ = 0;
  std::uint32_t polls_in_vain_ = 0;
  std::int64_t vain_look_ns_ = 0;
  std::int64_t vain_since_ns_ = 0;

  std::mutex witness_mutex_;
  std::unordered_map<ContextId, Witness*> witnesses_;
  std::vector<ContextId> departed_;  // contexts whose witness is gone: nothing more comes from them
  std::size_t departed_next_ = 0;

  std::mutex mutex_;
  std::condition_variable idle_threads_;
  std::uint32_t sleepers_ = 0;
  bool watcher_ = false;  // a thread sleeps in the transports for all
  ProgressThread* attendant_ = nullptr;
};

}  // namespace baton::p2p
