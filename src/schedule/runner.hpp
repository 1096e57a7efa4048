// SPDX-License-Identifier: BSD-3-Clause
// Runner: the collectives of one communicator. It keeps the plans of calls that repeat and the executions that are
// free, so that a small collective in a loop neither builds nor allocates anything.
//
// Threads: everything happens under the engine's lock.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "collectives/arena/levels.hpp"
#include "collectives/choices.hpp"
#include "collectives/select.hpp"
#include "schedule/arena.hpp"
#include "schedule/execution.hpp"
#include "schedule/plan_store.hpp"

namespace baton::p2p {
class Giver;
}

namespace baton::schedule {

/// One call. The runner sets rank and sizes of the shape.
struct Call {
  collectives::Collective collective = collectives::Collective::barrier;
  Constructor constructor = Constructor::none;  // for which this is an exchange, under the number that open() took
  Variant variant = Variant::plain;
  collectives::Shape shape;
  Binding binding;
  std::int32_t tag = 0;  // the number of this operation alone, the same on all ranks; the runner adds the form
};

/// Of a call whose shape is complete.
[[nodiscard]] Subject subject_of(const Call& call) noexcept;

/// Tells where the ranks of a node stand (communicator).
class Surveyor {
 public:
  /// What this rank says of itself, of less than `card_bytes` bytes; for the rank that answers for all.
  static constexpr std::size_t card_bytes = ArenaMemory::small_bytes;
  [[nodiscard]] virtual std::string card() const = 0;
  /// By rank; of none where nothing is known.
  [[nodiscard]] virtual std::vector<collectives::arena::Domains> domains(std::span<const std::string> cards) = 0;

 protected:
  Surveyor() = default;
  ~Surveyor() = default;
};

class Runner final : public p2p::Witness, public ArenaJudge {
 public:
  /// `tuning` and `nodes` must outlive the runner; nodes may be nullptr. `one_node`, `crowded`: see
  /// collectives::Shape.
  Runner(const Channel& channel, const collectives::Tuning& tuning, const collectives::Nodes* nodes,
         bool one_node = false, bool crowded = false)
      : channel_(channel), tuning_(tuning), nodes_(nodes), one_node_(one_node), crowded_(crowded) {
    channel_.engine->listen(channel_.context, *this);
  }
  ~Runner() { channel_.engine->unlisten(channel_.context); }
  Runner(const Runner&) = delete;
  Runner& operator=(const Runner&) = delete;

  /// Where to count which algorithms run; must outlive the runner and what it has lent.
  void set_tally(collectives::Tally& tally) noexcept { tally_ = &tally; }
  /// Whom to ask, when the ranks set up an arena, where they stand; must outlive the runner.
  void set_surveyor(Surveyor& surveyor) noexcept { surveyor_ = &surveyor; }

  /// Starts and waits. The lock is given up while waiting.
  Status run(Call& call);
  /// The plan of the latest run(), if it serves all calls that are alike but for their buffers and number; else
  /// nullptr. It is there until the epoch changes.
  [[nodiscard]] Plan* repeatable() const noexcept { return repeatable_; }
  [[nodiscard]] std::uint64_t epoch() const noexcept { return plans_.epoch(); }
  /// run() of such a plan.
  Status run_again(Plan& plan, const Binding& binding, std::int32_t tag);
  /// Starts a collective; it may be complete on return. The execution is the runner's and is lent until give_back().
  /// `notify` (may be nullptr) is called at the end, also when that comes before this function returns.
  Execution& start(Call& call, void (*notify)(Execution&, void*) noexcept = nullptr, void* context = nullptr);
  /// The execution is done and its caller has seen the outcome.
  void give_back(Execution& execution) noexcept;
  /// A plan of its own for a persistent collective; for Execution::start. Its number stays in use until end_persistent.
  [[nodiscard]] std::unique_ptr<Plan> plan(Call& call);
  /// Which execution runs the persistent collective with this number.
  void set_persistent(std::int32_t tag, const Execution& execution) noexcept;
  void end_persistent(std::int32_t tag) noexcept;
  /// A constructor takes a number: for any number of exchanges, one after the other, until close(). A root is that of
  /// the whole call.
  void open(std::int32_t tag, Constructor constructor, bool rooted = false, std::uint32_t root = 0);
  void close(std::int32_t tag) noexcept { end_persistent(tag); }
  /// The arguments of a call were wrong on this rank, which takes no part. The others hear of it when they wait for it.
  void refuse(std::int32_t tag, const Subject& subject) noexcept;
  [[nodiscard]] const Channel& channel() const noexcept { return channel_; }

  // p2p::Witness (mismatch.cpp)
  [[nodiscard]] std::int32_t name_for(std::int32_t partner) const noexcept override;
  [[nodiscard]] p2p::Testimony testify(std::int32_t tag, std::int32_t partner, p2p::Duty duty,
                                       std::uint64_t round) const noexcept override;
  [[nodiscard]] std::uint64_t round_of(std::int32_t tag) const noexcept override;
  [[nodiscard]] Error judge(std::int32_t tag, std::int32_t partner, const p2p::Testimony& said) const noexcept override;
  [[nodiscard]] p2p::Finding overlooked(std::int32_t tag, std::int32_t partner, std::uint8_t mark) noexcept override;

  [[nodiscard]] Error audit() noexcept override { return arena_ != nullptr ? arena_->audit() : Error{}; }

  // ArenaJudge (mismatch.cpp)
  [[nodiscard]] Error misfit(std::uint32_t peer, const Common& own, const Common& theirs,
                             bool earlier) noexcept override;
  [[nodiscard]] Error strayed(std::uint32_t peer, std::uint8_t mark) noexcept override;
  [[nodiscard]] Error left(std::uint32_t peer) noexcept override;

  [[nodiscard]] std::size_t cached_plans() const noexcept { return plans_.size(); }
  [[nodiscard]] bool has_arena() const noexcept { return arena_ != nullptr; }
  /// Where the ranks stand that share an arena.
  [[nodiscard]] const collectives::arena::Levels& levels() const noexcept { return levels_; }

 private:
  /// What a recent call was.
  struct Past {
    std::int32_t tag = -1;
    bool failed = false;   // the user was told that the ranks' calls do not fit together
    bool refused = false;  // or that the arguments were wrong, before anything was sent
    Form form = Form::blocking;
    Subject subject;
  };
  struct Persistent {
    std::int32_t tag = 0;
    const Execution* execution = nullptr;  // none before the first start, and of constructors
  };

  /// Before the call's first step.
  void note(std::int32_t tag, const Subject& subject, Form form) noexcept {
    newest_ = tag;
    past_[static_cast<std::uint32_t>(tag) % past_.size()] = {tag, false, false, form, subject};
  }
  void note(const Call& call, const Plan& plan) noexcept {
    if (call.constructor == Constructor::none) note(call.tag, plan.subject, call.binding.form);  // else open() did
  }
  [[nodiscard]] const Past* past(std::int32_t tag) const noexcept;
  void note_failure(std::int32_t tag) noexcept;
  [[nodiscard]] const Persistent* persistent(std::int32_t tag) const noexcept;
  void complete_shape(Call& call) const noexcept;
  [[nodiscard]] std::unique_ptr<Plan> make_plan(const Call& call) const;
  Execution& borrow();
  /// The plan of a call alike, or a new one, which `made` holds where it is not kept.
  Plan& plan_for(const Call& call, std::unique_ptr<Plan>& made);
  Error run_by_messages(Plan& plan, std::unique_ptr<Plan> made, const Binding& binding, std::int32_t tag);

  // arena_open.cpp, arena_run.cpp
  /// It stays as it is whether there is an arena.
  [[nodiscard]] bool is_settled() const noexcept {
    return arena_ != nullptr || !one_node_ || arena_state_ != ArenaState::none || !tuning_.arena ||
           channel_.size <= 1 || channel_.size > collectives::arena::most_ranks;
  }
  [[nodiscard]] bool wants_arena(const Call& call) const noexcept;
  /// Sets the arena up: all ranks do, in the same call. ok also where there can be none.
  [[nodiscard]] Error open_arena(const Call& call);
  [[nodiscard]] Error exchange(const Call& call, collectives::Collective collective, std::span<std::int64_t> words,
                               datatype::Operation operation, p2p::Giver* giver = nullptr);
  [[nodiscard]] bool meet_all() noexcept;
  void tell_place(const ArenaMemory& memory) const;
  void survey(const ArenaMemory& memory) const;
  void learn_levels(const ArenaMemory& memory);
  [[nodiscard]] Error run_messages(const Plan& plan, const Call& call);
  [[nodiscard]] Error run_in_arena(const Plan& plan, const Binding& binding, std::int32_t tag);
  [[nodiscard]] Error run_with_gaps(const Plan& plan, const Binding& binding, std::int32_t tag);
  [[nodiscard]] Error refuse_uneven(const Plan& plan, const Call& call) noexcept;

  enum class ArenaState : std::uint8_t { none, opening, refused };

  Channel channel_;
  const collectives::Tuning& tuning_;
  const collectives::Nodes* nodes_;
  collectives::Tally* tally_ = nullptr;
  bool one_node_;
  bool crowded_;
  PlanStore plans_;
  std::deque<Execution> executions_;
  std::vector<Execution*> free_;
  std::array<Past, 64> past_{};
  std::int32_t newest_ = -1;
  Plan* repeatable_ = nullptr;
  std::vector<Persistent> persistent_;
  ArenaState arena_state_ = ArenaState::none;
  Surveyor* surveyor_ = nullptr;
  std::unique_ptr<Arena> arena_;
  collectives::arena::Levels levels_;
  collectives::Nodes here_;  // of programs for the arena
  std::vector<std::byte> arena_scratch_;
};

}  // namespace baton::schedule
