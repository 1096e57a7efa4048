// SPDX-License-Identifier: BSD-3-Clause
// Collective calls of every size on several communicators by turns: the same group twice, parts of it, parts of parts,
// two groups; many under way at once, ranks that come late. What holds for one communicator alone is in
// group_calls.cpp.
#include "group_calls.hpp"

#include <algorithm>

namespace differential {

namespace {

/// A communicator of this rank, and what tells its group from the other groups that came of the same call.
struct Place {
  Side side;
  int group;
};

class Mixture {
 public:
  explicit Mixture(Script& script) : script_(script), flights_(script, true), key_(script.random.next()) {}

  void run() {
    add(script_.comm, 0);
    make_communicators();
    const int steps = script_.random.between(5, 24);
    for (int step = 0; step < steps; ++step) {
      // What all ranks of all groups do alike is drawn first; then each group draws for itself.
      Random common(key_ + static_cast<std::uint64_t>(step) * 977);
      const Place& place = places_[static_cast<std::size_t>(common.below(static_cast<int>(places_.size())))];
      const bool moves = common.chance(50), ends = common.chance(25);
      const auto group = static_cast<std::uint64_t>(place.group);
      script_.random = Random(key_ + static_cast<std::uint64_t>(step) * 977 + 31 * group + 1);
      come_late();
      if (moves)
        movement(script_, place.side, flights_);
      else
        reduction(script_, place.side, flights_);
      if (ends) flights_.finish();
    }
    flights_.finish();
    for (MPI_Comm& comm : made_) script_.success(MPI_Comm_free(&comm));
  }

 private:
  void add(MPI_Comm comm, int group) {
    Side side{};
    side.comm = comm;
    side.wide = true;
    script_.success(MPI_Comm_rank(comm, &side.rank));
    script_.success(MPI_Comm_size(comm, &side.own_size));
    side.peers = side.own_size;
    places_.push_back({side, group});
  }
  /// Keeps a new communicator to be freed.
  MPI_Comm keep(MPI_Comm comm) {
    script_.success(MPI_Comm_set_errhandler(comm, MPI_ERRORS_RETURN));
    made_.push_back(comm);
    return comm;
  }
  MPI_Comm part_of(MPI_Comm whole, int group, int order) {
    MPI_Comm comm = MPI_COMM_NULL;
    script_.success(MPI_Comm_split(whole, group, order, &comm));
    return keep(comm);
  }

  void make_communicators() {
    script_.doing("the communicators of a mixture");
    MPI_Comm twin = MPI_COMM_NULL;
    script_.success(MPI_Comm_dup(script_.comm, &twin));
    add(keep(twin), 0);
    const int groups = script_.random.between(1, 3), turn = script_.random.between(1, 5);
    const int group = script_.rank * turn / 2 % groups;
    const MPI_Comm part = part_of(script_.comm, group, -script_.rank);
    add(part, group);
    const int half = places_.back().side.rank * 2 / places_.back().side.own_size;
    add(part_of(part, half, 0), group * 2 + half);
    if (script_.size < 2) return;
    const int cut = script_.random.between(1, script_.size - 1);
    const bool upper = script_.rank >= cut;
    const MPI_Comm own = part_of(script_.comm, upper, script_.rank);
    MPI_Comm between = MPI_COMM_NULL;
    script_.success(MPI_Intercomm_create(own, 0, script_.comm, upper ? 0 : cut, 12, &between));
    add(keep(between), 0);
    Side& side = places_.back().side;
    side.inter = true;
    side.upper = upper;
    side.own_first = upper ? cut : 0;
    side.peer_first = upper ? 0 : cut;
    script_.success(MPI_Comm_remote_size(between, &side.peers));
  }

  /// Some ranks compute for a while, some give the processor away.
  void come_late() {
    if (!script_.own.chance(20)) return;
    volatile int turns = script_.own.below(1 << script_.own.below(16));
    while (turns > 0) turns = turns - 1;
  }

  Script& script_;
  Flights flights_;
  std::uint64_t key_;
  std::vector<Place> places_;
  std::vector<MPI_Comm> made_;
};

}  // namespace

void mixtures(Script& script) { Mixture(script).run(); }

}  // namespace differential
