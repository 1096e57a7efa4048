// SPDX-License-Identifier: BSD-3-Clause
#include "schedule/subject.hpp"

#include <algorithm>
#include <array>

namespace baton::schedule {

using collectives::collective_count;

namespace {

constexpr std::array<const char*, collective_count + constructor_count> names{"MPI_Barrier",
                                                                              "MPI_Bcast",
                                                                              "MPI_Reduce",
                                                                              "MPI_Allreduce",
                                                                              "MPI_Gather",
                                                                              "MPI_Gatherv",
                                                                              "MPI_Scatter",
                                                                              "MPI_Scatterv",
                                                                              "MPI_Allgather",
                                                                              "MPI_Allgatherv",
                                                                              "MPI_Alltoall",
                                                                              "MPI_Alltoallv/w",
                                                                              "MPI_Reduce_scatter_block",
                                                                              "MPI_Reduce_scatter",
                                                                              "MPI_Scan",
                                                                              "MPI_Exscan",
                                                                              "MPI_Neighbor_allgather(v)",
                                                                              "MPI_Neighbor_alltoall(v/w)",
                                                                              "a constructor of communicators",
                                                                              "MPI_Comm_dup",
                                                                              "MPI_Comm_create",
                                                                              "MPI_Comm_split",
                                                                              "MPI_Comm_split_type",
                                                                              "MPI_Intercomm_create",
                                                                              "MPI_Intercomm_merge",
                                                                              "MPI_Cart_create",
                                                                              "MPI_Cart_sub",
                                                                              "MPI_Graph_create",
                                                                              "MPI_Dist_graph_create",
                                                                              "MPI_Dist_graph_create_adjacent"};

constexpr std::uint32_t call_bits = 5;
constexpr std::uint8_t constructor_mark = collective_count + 1;  // of calls; a collective's is its number plus one
static_assert(constructor_mark < 1U << call_bits);

// The constructors that send something, in eight places each.
using Places = std::array<Constructor, 8>;
constexpr Places within_a_group{Constructor::split,
                                Constructor::split_type,
                                Constructor::cart_create,
                                Constructor::cart_sub,
                                Constructor::graph_create,
                                Constructor::dist_graph_create,
                                Constructor::dist_graph_create_adjacent,
                                Constructor::intercomm_create};
constexpr Places between_groups{Constructor::split, Constructor::create, Constructor::intercomm_merge};

constexpr std::uint32_t place_of(Constructor constructor) noexcept {
  for (const Places& places : {within_a_group, between_groups}) {
    const auto* found = std::find(places.begin(), places.end(), constructor);
    if (found != places.end()) return static_cast<std::uint32_t>(found - places.begin());
  }
  return 0;
}

}  // namespace

Subject Subject::of(collectives::Collective collective, const collectives::Shape& shape) noexcept {
  using collectives::Collective;
  Subject subject{collective};
  switch (collective) {
    case Collective::bcast:
    case Collective::reduce:
    case Collective::gather:
    case Collective::gatherv:
    case Collective::scatter:
    case Collective::scatterv: subject.rooted = shape.remote_size == 0; break;  // else each side names it otherwise
    default: break;
  }
  if (subject.rooted) subject.root = shape.root;
  return subject;
}

std::uint8_t Subject::mark() const noexcept {
  if (constructor != Constructor::none) {
    return static_cast<std::uint8_t>(constructor_mark | (place_of(constructor) << call_bits));
  }
  const std::uint32_t folded = root ^ (root >> 3) ^ (root >> 6) ^ (root >> 9) ^ (root >> 12);
  return static_cast<std::uint8_t>((static_cast<std::uint32_t>(collective) + 1) | (folded << call_bits));
}

std::uint8_t call_in(std::uint8_t mark, bool inter) noexcept {
  const auto called = static_cast<std::uint8_t>(mark & ((1U << call_bits) - 1));
  if (called != constructor_mark) return called == 0 ? std::uint8_t{0xFF} : static_cast<std::uint8_t>(called - 1);
  return Called({}, (inter ? between_groups : within_a_group)[mark >> call_bits]).number;
}

const char* name_of(std::uint8_t call) noexcept { return call < names.size() ? names[call] : "another call"; }

std::string name_of(std::uint8_t call, Form form) {
  std::string name = name_of(call);
  constexpr std::size_t prefix = 4;  // MPI_
  if (call >= collective_count || form == Form::blocking) return name;
  if (form == Form::persistent) return name + "_init";
  name[prefix] = static_cast<char>(name[prefix] - 'A' + 'a');
  return name.insert(prefix, "I");
}

}  // namespace baton::schedule
