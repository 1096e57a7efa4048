// SPDX-License-Identifier: BSD-3-Clause
// MPI_Comm_create, MPI_Comm_split and MPI_Comm_split_type (MPI 5.0, 7.4.2).
#include <algorithm>
#include <optional>
#include <string>

#include "communicator/exchange.hpp"
#include "communicator/split.hpp"
#include "mpi/communicator.hpp"
#include "mpi/failure.hpp"
#include "mpi/generated/api_communicator.hpp"
#include "mpi/hints.hpp"
#include "mpi/instance.hpp"

namespace baton::mpi::api {
namespace {

int give(MPI_Comm comm, Communicator& parent, Result<communicator::Ref> made, MPI_Comm* newcomm) {
  *newcomm = MPI_COMM_NULL;
  if (!made) return fail(comm, made.error());
  communicator::Ref created = std::move(*made);
  if (created) *newcomm = adopt(created, &parent);
  return MPI_SUCCESS;
}

/// A colour per rank for MPI_Comm_split_type: the node, or a smaller part of the machine.
int color_of_type(MPI_Comm comm, Communicator& parent, int split_type, MPI_Info info, std::int64_t* color) {
  switch (split_type) {
    case MPI_UNDEFINED: *color = MPI_UNDEFINED; return MPI_SUCCESS;
    case MPI_COMM_TYPE_SHARED:
    case MPI_COMM_TYPE_RESOURCE_GUIDED:
    case MPI_COMM_TYPE_HW_GUIDED:
    case MPI_COMM_TYPE_HW_UNGUIDED: break;
    default:
      return fail(comm, MPI_ERR_ARG,
                  "argument 'split_type' = {}: not a split type; use MPI_COMM_TYPE_SHARED, _HW_GUIDED, _HW_UNGUIDED, "
                  "_RESOURCE_GUIDED or MPI_UNDEFINED",
                  split_type);
  }
  runtime::Runtime& runtime = *instance().runtime;
  const auto rank = static_cast<std::size_t>(parent.rank());
  if (split_type == MPI_COMM_TYPE_SHARED) {
    *color = runtime.nodes(parent.group())[rank];
    return MPI_SUCCESS;
  }
  const char* key = split_type == MPI_COMM_TYPE_RESOURCE_GUIDED ? "mpi_pset_name" : "mpi_hw_resource_type";
  const std::string wanted = hint_value(info, key);
  if (split_type == MPI_COMM_TYPE_RESOURCE_GUIDED) {
    // Process sets that we know: everybody, and each process alone.
    *color = wanted == "mpi://WORLD" ? 0 : wanted == "mpi://SELF" ? parent.rank() : MPI_UNDEFINED;
    return MPI_SUCCESS;
  }
  if (split_type == MPI_COMM_TYPE_HW_GUIDED && wanted == "mpi_shared_memory") {
    *color = runtime.nodes(parent.group())[rank];
    return MPI_SUCCESS;
  }
  const topology::Hierarchy hierarchy = runtime.hierarchy(parent.group());
  const topology::Place& place = hierarchy.places[rank];
  std::uint32_t part = topology::Place::unknown;
  if (split_type == MPI_COMM_TYPE_HW_GUIDED) {
    if (wanted == "hwloc://Package") part = place.package;
    if (wanted == "hwloc://NUMANode") part = place.numa;
    if (wanted == "hwloc://L3Cache") part = place.l3;
    if (wanted == "hwloc://Core") part = place.core;
    if (wanted == "hwloc://Machine") part = 0;
  } else {
    // The largest level that really splits this communicator; every rank sees the same places, so all choose alike.
    const auto splits = [&](auto member) {
      return std::any_of(hierarchy.places.begin(), hierarchy.places.end(), [&](const topology::Place& other) {
        return other.node != hierarchy.places[0].node || other.*member != hierarchy.places[0].*member;
      });
    };
    const std::uint32_t topology::Place::*levels[] = {&topology::Place::package, &topology::Place::numa,
                                                      &topology::Place::l3, &topology::Place::core};
    const bool nodes_differ =
        std::any_of(hierarchy.places.begin(), hierarchy.places.end(),
                    [&](const topology::Place& other) { return other.node != hierarchy.places[0].node; });
    if (nodes_differ) {
      part = 0;
    } else {
      for (const auto level : levels) {
        if (part == topology::Place::unknown && splits(level)) part = place.*level;
      }
    }
  }
  *color = part == topology::Place::unknown ? MPI_UNDEFINED : (static_cast<std::int64_t>(place.node) << 24) + part;
  return MPI_SUCCESS;
}

}  // namespace

int split_intra(MPI_Comm comm, Communicator& parent, std::int64_t color, int key, schedule::Constructor constructor,
                MPI_Comm* newcomm) {
  auto made = [&] {
    const p2p::Engine::Guard guard(parent.engine());
    return communicator::split(parent, color == MPI_UNDEFINED ? std::nullopt : std::optional(color), key, constructor);
  }();
  return give(comm, parent, std::move(made), newcomm);
}

int comm_split(MPI_Comm comm, int color, int key, MPI_Comm* newcomm) {
  Communicator* parent = nullptr;
  if (const int code = look_up_comm("comm", comm, &parent); code != MPI_SUCCESS) return code;
  Refusal refusal(comm, *parent, schedule::Constructor::split);
  if (newcomm == nullptr) return null_output(comm, "newcomm");
  if (color < 0 && color != MPI_UNDEFINED) {
    return fail(comm, MPI_ERR_ARG, "argument 'color' = {}: must be 0 or more, or MPI_UNDEFINED", color);
  }
  refusal.dismiss();
  if (parent->is_inter()) return split_inter(comm, *parent, color, key, newcomm);
  return split_intra(comm, *parent, color, key, schedule::Constructor::split, newcomm);
}

int comm_split_type(MPI_Comm comm, int split_type, int key, MPI_Info info, MPI_Comm* newcomm) {
  Communicator* parent = nullptr;
  if (const int code = look_up_comm("comm", comm, &parent); code != MPI_SUCCESS) return code;
  Refusal refusal(comm, *parent, schedule::Constructor::split_type);
  if (parent->is_inter()) {
    return fail(comm, MPI_ERR_COMM, "argument 'comm' is an inter-communicator; this call takes an intra-communicator");
  }
  if (newcomm == nullptr) return null_output(comm, "newcomm");
  if (!info_exists(info)) return fail_handle(comm, "info", info);
  std::int64_t color = MPI_UNDEFINED;
  if (const int code = color_of_type(comm, *parent, split_type, info, &color); code != MPI_SUCCESS) return code;
  refusal.dismiss();
  return split_intra(comm, *parent, color, key, schedule::Constructor::split_type, newcomm);
}

int comm_create(MPI_Comm comm, MPI_Group group, MPI_Comm* newcomm) {
  Communicator* parent = nullptr;
  if (const int code = look_up_comm("comm", comm, &parent); code != MPI_SUCCESS) return code;
  Refusal refusal(comm, *parent, schedule::Constructor::create);
  const GroupObject* members = groups().lookup(group);
  if (members == nullptr) return fail_handle(comm, "group", group);
  if (newcomm == nullptr) return null_output(comm, "newcomm");
  for (std::int32_t i = 0; i < members->group.size(); ++i) {
    if (parent->group().rank_of(members->group.process(i)) == Group::no_rank) {
      return fail(comm, MPI_ERR_GROUP, "argument 'group': its rank {} is not in the group of 'comm'", i);
    }
  }
  refusal.dismiss();
  if (parent->is_inter()) return create_inter(comm, *parent, members->group, newcomm);
  // Disjoint groups may be created by one call; a group's members all compute the same identity.
  const std::int32_t rank = members->group.rank_of(own_process());
  auto made = [&]() -> Result<communicator::Ref> {
    const p2p::Engine::Guard guard(parent->engine());
    const communicator::Construction construction(*parent, schedule::Constructor::create);
    if (rank == Group::no_rank) return communicator::Ref{};
    return Communicator::make(parent->engine(), parent->registry(),
                              communicator::mix(construction.child(), members->group.hash()), members->group, rank);
  }();
  return give(comm, *parent, std::move(made), newcomm);
}

}  // namespace baton::mpi::api
