// SPDX-License-Identifier: BSD-3-Clause
// Collective calls on a communicator and on two groups: making them in their forms, and checking them when they end.
#include "group_calls.hpp"

#include <algorithm>

namespace differential {

Root random_root(Script& script, const Side& side) {
  Root root{};
  if (!side.inter) {
    root.rank = script.random.below(side.own_size);
    root.argument = root.rank;
    root.id = side.own_first + root.rank;
    root.is_root = root.rank == side.rank;
    root.takes_part = true;
    return root;
  }
  const bool upper = script.random.chance(50);
  const auto drawn = static_cast<int>(script.random.next() % for_every_size);
  const bool mine = upper == side.upper;
  root.rank = drawn % (mine ? side.own_size : side.peers);
  root.id = (mine ? side.own_first : side.peer_first) + root.rank;
  root.is_root = mine && root.rank == side.rank;
  root.takes_part = !mine || root.is_root;
  root.argument = !mine ? root.rank : root.is_root ? MPI_ROOT : MPI_PROC_NULL;
  return root;
}

void Flights::make(std::unique_ptr<Flight> flight, const std::function<int()>& blocking, const Immediate& immediate,
                   const Immediate& persistent) {
  const int form = script_.random.below(3);
  const bool stays = script_.random.chance(60);
  if (form == 2) flight->call += ", persistent";
#if MPI_VERSION >= 4
  if (form == 2 && open_) {
    if (flight->out) flight->out_before = flight->out->bytes();
    if (flight->plain) flight->plain_before = *flight->plain;
    flight->persistent = true;
    flight->starts = script_.random.below(3);
    script_.doing(flight->call);
    script_.success(persistent(&flight->request));
    script_.success(MPI_Start(&flight->request));
    under_way_.push_back(std::move(flight));
    return;
  }
  if (form == 2) {  // as many answers as an MPI gives that only has the blocking form
    script_.doing(flight->call);
    int code = persistent(&flight->request);
    if (code == MPI_SUCCESS) code = MPI_Start(&flight->request);
    if (code == MPI_SUCCESS) code = MPI_Wait(&flight->request, MPI_STATUS_IGNORE);
    if (code == MPI_SUCCESS) code = MPI_Request_free(&flight->request);
    script_.success(code);
    check(*flight);
    return;
  }
#else
  (void)persistent;
#endif
  if (form == 1) {
    script_.doing(flight->call + ", immediate");
    script_.success(immediate(&flight->request));
    under_way_.push_back(std::move(flight));
    if (!stays && !open_) finish();
    return;
  }
  script_.doing(flight->call);
  script_.success(blocking());
  check(*flight);
}

void Flights::check(Flight& flight) {
  if (flight.plain) {
    const auto size = static_cast<long>(flight.plain_wanted.size());
    script_.expect_bytes("result", Bytes(flight.plain->begin(), flight.plain->begin() + size), flight.plain_wanted);
  }
  if (flight.got) script_.expect("got", list(*flight.got), list(flight.ints_wanted));
  if (flight.out) script_.expect_bytes("data", flight.out->bytes(), flight.wanted->bytes());
}

void Flights::wait_for_all() {
  std::vector<Flight*> order;
  for (const auto& flight : under_way_) order.push_back(flight.get());
  script_.own.shuffle(order);
  if (script_.own.chance(50)) {
    std::vector<MPI_Request> requests;
    for (const Flight* flight : order) requests.push_back(flight->request);
    script_.doing(text("Waitall of ", requests.size(), " collective calls"));
    script_.success(MPI_Waitall(static_cast<int>(requests.size()), requests.data(), MPI_STATUSES_IGNORE));
    for (Flight* flight : order) {
      if (!flight->persistent) flight->request = MPI_REQUEST_NULL;
    }
  }
  for (Flight* flight : order) {
    script_.doing("Wait of " + flight->call);
    script_.success(MPI_Wait(&flight->request, MPI_STATUS_IGNORE));
    check(*flight);
  }
}

void Flights::start_again(Flight& flight) {
  --flight.starts;
  if (flight.out) flight.out->restore(flight.out_before);
  if (flight.plain) std::copy(flight.plain_before.begin(), flight.plain_before.end(), flight.plain->begin());
  script_.doing("Start of " + flight.call);
  script_.success(MPI_Start(&flight.request));
}

void Flights::finish() {
  while (!under_way_.empty()) {
    wait_for_all();
    std::vector<std::unique_ptr<Flight>> again;
    for (auto& flight : under_way_) {
      if (flight->starts > 0) {
        start_again(*flight);
        again.push_back(std::move(flight));
      } else if (flight->persistent) {
        script_.doing("Request_free of " + flight->call);
        script_.success(MPI_Request_free(&flight->request));
      }
    }
    under_way_ = std::move(again);
  }
}

void collectives(Script& script) {
  const Side side{script.comm, false, script.rank, script.size, script.size, 0, 0, false, false};
  Flights flights(script);
  for (int i = 0, steps = script.random.between(2, 8); i < steps; ++i) {
    if (script.random.chance(60))
      movement(script, side, flights);
    else
      reduction(script, side, flights);
  }
  flights.finish();
}

void intercollectives(Script& script) {
  if (script.size < 2) return;
  const int cut = script.random.between(1, script.size - 1);
  const bool upper = script.rank >= cut;
  MPI_Comm own = MPI_COMM_NULL;
  Side side{};
  script.doing(text("Comm_split, Intercomm_create of ", cut, " and ", script.size - cut));
  script.success(MPI_Comm_split(script.comm, upper, script.rank, &own));
  script.success(MPI_Intercomm_create(own, 0, script.comm, upper ? 0 : cut, 12, &side.comm));
  script.success(MPI_Comm_set_errhandler(side.comm, MPI_ERRORS_RETURN));
  side.inter = true;
  side.upper = upper;
  side.own_first = upper ? cut : 0;
  side.peer_first = upper ? 0 : cut;
  int is_inter = 0;
  script.success(MPI_Comm_rank(side.comm, &side.rank));
  script.success(MPI_Comm_size(side.comm, &side.own_size));
  script.success(MPI_Comm_remote_size(side.comm, &side.peers));
  script.success(MPI_Comm_test_inter(side.comm, &is_inter));
  script.expect("inter", is_inter != 0, true);
  script.expect(
      "sizes", text(side.rank, " ", side.own_size, " ", side.peers),
      text(script.rank - side.own_first, " ", upper ? script.size - cut : cut, " ", upper ? cut : script.size - cut));
  Flights flights(script);
  for (int i = 0, steps = script.random.between(1, 5); i < steps; ++i) {
    if (script.random.chance(60))
      movement(script, side, flights);
    else
      reduction(script, side, flights);
  }
  flights.finish();
  const bool high = script.random.chance(50);
  script.doing(text("Intercomm_merge, upper is ", high ? "high" : "low"));
  MPI_Comm merged = MPI_COMM_NULL;
  script.success(MPI_Intercomm_merge(side.comm, high == upper, &merged));
  int rank = -1;
  script.success(MPI_Comm_rank(merged, &rank));
  script.expect("rank", rank, high ? script.rank : upper ? script.rank - cut : script.rank + script.size - cut);
  script.doing("Comm_free");
  script.success(MPI_Comm_free(&merged));
  script.success(MPI_Comm_free(&side.comm));
  script.success(MPI_Comm_free(&own));
}

}  // namespace differential
