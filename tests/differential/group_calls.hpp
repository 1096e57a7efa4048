// SPDX-License-Identifier: BSD-3-Clause
// What the families of collective calls share: who takes part, and calls that are under way.
#pragma once

#include <functional>
#include <memory>

#include "missing.hpp"
#include "types.hpp"

namespace differential {

/// A communicator as a collective call sees it: whom a rank gives to and takes from.
struct Side {
  MPI_Comm comm;
  bool inter;
  int rank;  // in the own group
  int own_size;
  int peers;      // size of the group on the other end: the own one, or the remote one
  int own_first;  // number of rank 0 of the own group; numbers tell all ranks apart
  int peer_first;
  bool upper;         // of the two groups
  bool wide = false;  // counts of every magnitude, and a layout of its own on each rank

  [[nodiscard]] int own_id() const { return own_first + rank; }
  [[nodiscard]] int peer_id(int peer) const { return peer_first + peer; }
};

/// Divisible by every size of a group, up to 8.
constexpr int for_every_size = 840;

/// A root that all agree on. In an inter-communicator one group holds it.
struct Root {
  int argument;  // what this rank passes
  int id;        // the number of the root
  int rank;      // in its group
  bool is_root;
  bool takes_part;  // not of the root's group, unless it is the root or there is one group
};
Root random_root(Script& script, const Side& side);

/// A call under way, and everything that it may still read and write.
struct Flight {
  std::string call;
  MPI_Request request = MPI_REQUEST_NULL;
  std::unique_ptr<Type> type;        // as this rank lays it out
  std::unique_ptr<Type> plain_type;  // where that differs from rank to rank: as the model writes the data down
  std::unique_ptr<Buffer> in, out, wanted;
  std::vector<int> counts, places, other_counts, other_places;
  std::vector<MPI_Datatype> types;
  std::shared_ptr<Bytes> keep, plain;  // of a reduction: what it sends, and its result
  Bytes plain_wanted;
  std::shared_ptr<std::vector<int>> sent, got;  // of a call among neighbours
  std::vector<int> ints_wanted;
  std::vector<MPI_Aint> far_places, other_far_places;
  Bytes out_before, plain_before;  // of a persistent call: what a further start must find
  int starts = 0;                  // further ones
  bool persistent = false;
};

using Immediate = std::function<int(MPI_Request*)>;

/// Calls of one sequence: some are left under way while the next are made.
class Flights {
 public:
  /// `open`: only `finish` ends calls, and persistent ones are under way beside the others and are started again.
  explicit Flights(Script& script, bool open = false) : script_(script), open_(open) {}
  /// Makes a call in a form that the dice choose. All ranks choose the same.
  void make(std::unique_ptr<Flight> flight, const std::function<int()>& blocking, const Immediate& immediate,
            const Immediate& persistent);
  void finish();

 private:
  void check(Flight& flight);
  void wait_for_all();
  void start_again(Flight& flight);
  Script& script_;
  bool open_;
  std::vector<std::unique_ptr<Flight>> under_way_;  // in the order of their calls
};

void movement(Script& script, const Side& side, Flights& flights);
void reduction(Script& script, const Side& side, Flights& flights);

}  // namespace differential
