// SPDX-License-Identifier: BSD-3-Clause
#include "schedule/subject.hpp"

#include <algorithm>
#include <array>

namespace baton::schedule {

using collectives::Collective;
using collectives::collective_count;

namespace {

constexpr std::size_t variant_count = 4;
constexpr std::array<const char*, collective_count + constructor_count + variant_count> names{
    "MPI_Barrier",
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
    "MPI_Alltoallv",
    "MPI_Reduce_scatter_block",
    "MPI_Reduce_scatter",
    "MPI_Scan",
    "MPI_Exscan",
    "MPI_Neighbor_allgather",
    "MPI_Neighbor_alltoall",
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
    "MPI_Dist_graph_create_adjacent",
    "MPI_Alltoallw",
    "MPI_Neighbor_allgatherv",
    "MPI_Neighbor_alltoallv",
    "MPI_Neighbor_alltoallw"};
static_assert(names.size() <= 64, "with_form leaves six bits");

constexpr std::uint32_t call_bits = 5;
constexpr std::uint8_t constructor_mark = collective_count + 1;  // of calls; a collective's is its number plus one
static_assert(constructor_mark < 1U << call_bits);

/// The operations in the order of datatype::Operation after that of a user. `place`: its three bits.
struct OpName {
  const char* name;
  std::uint32_t place;
};
constexpr std::array<OpName, 13> ops{{{"an operation of the user", 0},
                                      {"MPI_SUM", 1},
                                      {"MPI_PROD", 2},
                                      {"MPI_MAX", 3},
                                      {"MPI_MIN", 4},
                                      {"MPI_LAND", 5},
                                      {"MPI_LOR", 6},
                                      {"MPI_LXOR", 7},
                                      {"MPI_BAND", 5},
                                      {"MPI_BOR", 6},
                                      {"MPI_BXOR", 7},
                                      {"MPI_MAXLOC", 3},
                                      {"MPI_MINLOC", 4}}};
static_assert(static_cast<std::size_t>(datatype::Operation::minloc) + 2 == ops.size());
static_assert(constructor_mark + ops.size() <= 1U << call_bits);

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

constexpr std::uint8_t no_call = 63;
constexpr bool has_variants(Collective collective) noexcept {
  return collective == Collective::alltoallv || collective == Collective::neighbor_allgather ||
         collective == Collective::neighbor_alltoall;
}

constexpr std::uint32_t place_of(Constructor constructor) noexcept {
  for (const Places& places : {within_a_group, between_groups}) {
    const auto* found = std::find(places.begin(), places.end(), constructor);
    if (found != places.end()) return static_cast<std::uint32_t>(found - places.begin());
  }
  return 0;
}

}  // namespace

Subject Subject::of(collectives::Collective collective, const collectives::Shape& shape,
                    const datatype::Op* op) noexcept {
  Subject subject{collective};
  subject.op = op_of(collective, op);
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
  const std::uint32_t called = static_cast<std::uint32_t>(collective) + 1;
  if (collective == Collective::reduce && op != 0) {
    return static_cast<std::uint8_t>((constructor_mark + op) | (folded << call_bits));
  }
  const std::uint32_t more = op != 0                     ? ops[op].place
                             : variant != Variant::plain ? static_cast<std::uint32_t>(variant)
                                                         : folded;
  return static_cast<std::uint8_t>(called | (more << call_bits));
}

const char* name_of_op(std::uint8_t op) noexcept { return op < ops.size() ? ops[op].name : ops[0].name; }

const char* ops_in(std::uint8_t mark) noexcept {
  const auto called = static_cast<std::uint8_t>(mark & ((1U << call_bits) - 1));
  if (called > constructor_mark) return name_of_op(static_cast<std::uint8_t>(called - constructor_mark));
  if (called == static_cast<std::uint8_t>(Collective::reduce) + 1) return name_of_op(0);
  constexpr std::array<const char*, 8> in_places{ops[0].name,
                                                 "MPI_SUM",
                                                 "MPI_PROD",
                                                 "MPI_MAX or MPI_MAXLOC",
                                                 "MPI_MIN or MPI_MINLOC",
                                                 "MPI_LAND or MPI_BAND",
                                                 "MPI_LOR or MPI_BOR",
                                                 "MPI_LXOR or MPI_BXOR"};
  switch (static_cast<Collective>(called - 1)) {
    case Collective::allreduce:
    case Collective::reduce_scatter:
    case Collective::reduce_scatter_block:
    case Collective::scan:
    case Collective::exscan: return in_places[mark >> call_bits];
    default: return "";
  }
}

std::uint8_t call_in(std::uint8_t mark, bool inter) noexcept {
  const auto called = static_cast<std::uint8_t>(mark & ((1U << call_bits) - 1));
  if (called > constructor_mark) return static_cast<std::uint8_t>(Collective::reduce);
  if (called == 0) return no_call;
  if (called != constructor_mark) {
    const auto collective = static_cast<Collective>(called - 1);
    const auto more = static_cast<std::uint8_t>(mark >> call_bits);
    return Called(collective, Constructor::none, 0,
                  has_variants(collective) ? static_cast<Variant>(more) : Variant::plain)
        .number();
  }
  return Called({}, (inter ? between_groups : within_a_group)[mark >> call_bits]).number();
}

const char* name_of(std::uint8_t call) noexcept { return call < names.size() ? names[call] : "another call"; }

std::string name_of(std::uint8_t call, Form form) {
  std::string name = name_of(call);
  constexpr std::size_t prefix = 4;  // MPI_
  if (is_constructor(call) || call >= names.size() || form == Form::blocking) return name;
  if (form == Form::persistent) return name + "_init";
  name[prefix] = static_cast<char>(name[prefix] - 'A' + 'a');
  return name.insert(prefix, "I");
}

}  // namespace baton::schedule
