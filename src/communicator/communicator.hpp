// SPDX-License-Identifier: BSD-3-Clause
// Journey, floor 4: a communicator turns ranks into peers and says in which contexts its messages match (MPI 5.0,
// chapter 7). Context ids are agreed upon without a message: a child's id is a hash of its parent's id, of the number
// of the collective that makes it, and of its group; all members compute the same one (docs/adr). Two live
// communicators of one process with equal ids are found by the Registry. Not here: what members tell each other when
// one is made (exchange.hpp), attributes, error handlers and hints (floor 6 hangs them on by Extension).
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "collectives/choices.hpp"
#include "collectives/nodes.hpp"
#include "collectives/select.hpp"
#include "communicator/group.hpp"
#include "p2p/engine.hpp"
#include "topology/hierarchy.hpp"

namespace baton::communicator {

using p2p::ContextId;

/// What floor 6 keeps with a communicator.
struct Extension {
  Extension() = default;
  Extension(const Extension&) = delete;
  Extension& operator=(const Extension&) = delete;
  virtual ~Extension() = default;
};

/// Tells where processes of this node stand (runtime).
class Surveyor {
 public:
  Surveyor() = default;
  Surveyor(const Surveyor&) = delete;
  Surveyor& operator=(const Surveyor&) = delete;
  virtual ~Surveyor() = default;
  /// What a process says of itself, so that another one can answer for it.
  [[nodiscard]] virtual std::string card() const = 0;
  /// Where the processes with these cards stand; of none where nothing is known.
  [[nodiscard]] virtual std::vector<topology::Place> places(std::span<const p2p::PeerId> processes,
                                                            std::span<const std::string> cards) = 0;
};

/// What the communicators of this process share: the ids in use, and whether the node is crowded.
class Registry {
 public:
  /// False when the id is taken by another live communicator.
  bool enter(std::uint64_t id) { return live_.emplace(id, true).second; }
  void leave(std::uint64_t id) { live_.erase(id); }
  /// How often this id has been asked for before: makes the ids of repeated MPI_Comm_create_group calls differ.
  std::uint32_t next_use(std::uint64_t key) { return uses_[key]++; }

  /// The ranks on this node, ascending; `crowded` when they are more than its processors.
  void set_node(std::vector<p2p::PeerId> ranks, bool crowded) {
    node_ = std::move(ranks);
    crowded_ = crowded;
  }
  /// Whether all of the group stand on this node. All of them know alike, so they agree without a message.
  [[nodiscard]] bool is_on_node(const Group& group) const noexcept;
  [[nodiscard]] bool is_crowded() const noexcept { return crowded_; }

  /// How collectives choose their algorithms, from the BATON_ parameters. Before the first communicator is made.
  [[nodiscard]] Status read_tuning();
  [[nodiscard]] const collectives::Tuning& tuning() const noexcept { return tuning_; }

  /// How often each algorithm of a collective has run.
  [[nodiscard]] collectives::Tally& tally() noexcept { return tally_; }

  /// Who can tell the node of each process of the job, by any numbers, the same on all ranks; nothing where one is not
  /// known. Asked once, when it is first of use.
  void set_nodes_source(std::function<std::vector<std::uint32_t>()> source) { nodes_source_ = std::move(source); }
  /// Where the members stand; of no ranks where that is not known.
  [[nodiscard]] collectives::Nodes nodes(const Group& group) const;

  /// Under the engine's lock, or before the first communicator is made. nullptr: nobody can tell.
  void set_surveyor(std::unique_ptr<Surveyor> surveyor) noexcept { surveyor_ = std::move(surveyor); }
  [[nodiscard]] Surveyor* surveyor() const noexcept { return surveyor_.get(); }

 private:
  std::vector<p2p::PeerId> node_;
  bool crowded_ = false;
  collectives::Tuning tuning_;
  collectives::Tally tally_;
  mutable std::function<std::vector<std::uint32_t>()> nodes_source_;
  mutable std::vector<std::uint32_t> node_of_;  // by process
  std::unique_ptr<Surveyor> surveyor_;
  std::unordered_map<std::uint64_t, bool> live_;
  std::unordered_map<std::uint64_t, std::uint32_t> uses_;
};

/// Mixes words into a communicator's identity.
[[nodiscard]] std::uint64_t mix(std::uint64_t seed, std::uint64_t word) noexcept;

class Communicator;

/// A counted reference: handles and requests under way hold one each.
class Ref {
 public:
  Ref() noexcept = default;
  explicit Ref(Communicator* communicator) noexcept;
  Ref(const Ref& other) noexcept;
  Ref(Ref&& other) noexcept : communicator_(std::exchange(other.communicator_, nullptr)) {}
  Ref& operator=(Ref other) noexcept {
    std::swap(communicator_, other.communicator_);
    return *this;
  }
  ~Ref();
  [[nodiscard]] Communicator* get() const noexcept { return communicator_; }
  Communicator& operator*() const noexcept { return *communicator_; }
  Communicator* operator->() const noexcept { return communicator_; }
  explicit operator bool() const noexcept { return communicator_ != nullptr; }

 private:
  Communicator* communicator_ = nullptr;
};

class Communicator {
 public:
  /// `id`: the agreed identity, of which 46 bits become the contexts. `remote`: the other group of an
  /// inter-communicator. An Error when two live communicators collide, which the caller reports as our limit, not as a
  /// user's mistake.
  static Result<Ref> make(p2p::Engine& engine, Registry& registry, std::uint64_t id, Group group, std::int32_t rank,
                          std::unique_ptr<Group> remote = nullptr);

  Communicator(const Communicator&) = delete;
  Communicator& operator=(const Communicator&) = delete;

  [[nodiscard]] std::int32_t rank() const noexcept { return rank_; }
  [[nodiscard]] std::int32_t size() const noexcept { return size_; }
  [[nodiscard]] bool is_inter() const noexcept { return remote_ != nullptr; }
  /// Ranks that messages go to: the remote group's size for an inter-communicator, else size().
  [[nodiscard]] std::int32_t peer_count() const noexcept { return peers_->size(); }
  /// The process behind a rank that messages go to.
  [[nodiscard]] p2p::PeerId peer(std::int32_t rank) const noexcept { return peers_->process(rank); }
  [[nodiscard]] const Group& group() const noexcept { return group_; }
  /// Only of an inter-communicator.
  [[nodiscard]] const Group& remote_group() const noexcept { return *remote_; }

  [[nodiscard]] ContextId context() const noexcept { return context_; }
  [[nodiscard]] ContextId collective_context() const noexcept { return context_ | 1; }
  /// For what members tell each other when communicators are made (exchange.hpp).
  [[nodiscard]] ContextId internal_context() const noexcept { return context_ | 2; }
  /// The root of the channels of partitioned communication.
  [[nodiscard]] ContextId partitioned_context() const noexcept { return context_ | 3; }

  [[nodiscard]] std::uint64_t id() const noexcept { return id_; }
  /// The identity of the communicator that the n-th collective makes (exchange.hpp).
  [[nodiscard]] std::uint64_t child(std::uint64_t n) const noexcept { return mix(id_, n); }
  /// Numbers collective operations, the same on all members; a collective's messages carry it in their tag.
  [[nodiscard]] std::int32_t next_collective() noexcept {
    return static_cast<std::int32_t>(collectives_++ % p2p::collective_numbers);
  }
  /// Collective operations started so far.
  [[nodiscard]] std::uint64_t collectives() const noexcept { return collectives_; }

  [[nodiscard]] p2p::Engine& engine() const noexcept { return engine_; }
  [[nodiscard]] Registry& registry() const noexcept { return registry_; }

  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  void set_name(std::string name) { name_ = std::move(name); }

  [[nodiscard]] Extension* extension() const noexcept { return extension_.get(); }
  void set_extension(std::unique_ptr<Extension> extension) noexcept { extension_ = std::move(extension); }

  /// Storage for the schedules of collectives on this communicator; the schedule room's business.
  [[nodiscard]] std::shared_ptr<void>& schedules() noexcept { return schedules_; }

  /// Without a locked instruction where the rank has one thread: each request takes a reference.
  void retain() noexcept {
    if (engine_.threaded()) {
      references_.fetch_add(1, std::memory_order_relaxed);
    } else {
      references_.store(references_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed);
    }
  }
  void release() noexcept {
    std::uint32_t left = 0;
    if (engine_.threaded()) {
      left = references_.fetch_sub(1, std::memory_order_acq_rel) - 1;
    } else {
      left = references_.load(std::memory_order_relaxed) - 1;
      references_.store(left, std::memory_order_relaxed);
    }
    if (left == 0) delete this;
  }

 private:
  Communicator(p2p::Engine& engine, Registry& registry, std::uint64_t id, Group group, std::int32_t rank,
               std::unique_ptr<Group> remote);
  ~Communicator();

  p2p::Engine& engine_;
  Registry& registry_;
  ContextId context_;
  const Group* peers_;
  std::int32_t rank_;
  std::int32_t size_;
  Group group_;
  std::unique_ptr<Group> remote_;
  std::uint64_t id_;
  std::uint64_t collectives_ = 0;
  std::atomic<std::uint32_t> references_{0};
  std::string name_;
  std::shared_ptr<void> schedules_;
  std::unique_ptr<Extension> extension_;
};

inline Ref::Ref(Communicator* communicator) noexcept : communicator_(communicator) {
  if (communicator_ != nullptr) communicator_->retain();
}
inline Ref::Ref(const Ref& other) noexcept : Ref(other.communicator_) {}
inline Ref::~Ref() {
  if (communicator_ != nullptr) communicator_->release();
}

}  // namespace baton::communicator
