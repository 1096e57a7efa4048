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
  bool upper;  // of the two groups

  [[nodiscard]] int own_id() const { return own_first + rank; }
  [[nodiscard]] int peer_id(int peer) const { return peer_first + peer; }
};

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
  std::unique_ptr<Type> type;
  std::unique_ptr<Buffer> in, out, wanted;
  std::vector<int> counts, places, other_counts, other_places;
  std::vector<MPI_Datatype> types;
  std::shared_ptr<Bytes> keep, plain;  // of a reduction: what it sends, and its result
  Bytes plain_wanted;
  std::shared_ptr<std::vector<int>> sent, got;  // of a call among neighbours
  std::vector<int> ints_wanted;
  std::vector<MPI_Aint> far_places, other_far_places;
};

using Immediate = std::function<int(MPI_Request*)>;

/// Calls of one sequence: some are left under way while the next are made.
class Flights {
 public:
  explicit Flights(Script& script) : script_(script) {}
  /// Makes a call in a form that the dice choose. All ranks choose the same.
  void make(std::unique_ptr<Flight> flight, const std::function<int()>& blocking, const Immediate& immediate,
            const Immediate& persistent);
  void finish();

 private:
  void check(Flight& flight);
  Script& script_;
  std::vector<std::unique_ptr<Flight>> under_way_;
};

void movement(Script& script, const Side& side, Flights& flights);
void reduction(Script& script, const Side& side, Flights& flights);

}  // namespace differential
