// SPDX-License-Identifier: BSD-3-Clause
// Inter-communicators (MPI 5.0, 7.6): creation, merging, and MPI_Comm_create and MPI_Comm_split on them.
#include <algorithm>

#include "base/text.hpp"
#include "communicator/exchange.hpp"
#include "mpi/communicator.hpp"
#include "mpi/failure.hpp"
#include "mpi/generated/api_communicator.hpp"
#include "mpi/instance.hpp"

namespace baton::mpi::api {
namespace {

using communicator::Construction;
using communicator::Ref;
using communicator::Words;
using schedule::Constructor;

constexpr std::int32_t bridge_tag = 6;

Words members_of(const Group& group) {
  Words words;
  for (std::int32_t rank = 0; rank < group.size(); ++rank) words.push_back(group.process(rank));
  return words;
}

Group group_of(std::span<const std::int64_t> words) {
  std::vector<p2p::PeerId> members;
  for (const std::int64_t word : words) members.push_back(static_cast<p2p::PeerId>(word));
  return Group::of(std::move(members));
}

/// An inter-communicator, or an empty Ref where either group has nobody or this process is in none.
Result<Ref> bridge(Communicator& parent, std::uint64_t id, Group local, Group remote) {
  const std::int32_t rank = local.rank_of(own_process());
  if (rank == Group::no_rank || remote.size() == 0) return Ref{};
  return Communicator::make(parent.engine(), parent.registry(), id, std::move(local), rank,
                            std::make_unique<Group>(std::move(remote)));
}

int give(MPI_Comm comm, Communicator& parent, Result<Ref> made, MPI_Comm* newcomm) {
  *newcomm = MPI_COMM_NULL;
  if (!made) return fail(comm, made.error());
  Ref created = std::move(*made);
  if (created) *newcomm = adopt(created, &parent);
  return MPI_SUCCESS;
}

/// Ranks of one colour, by key and then by old rank, as processes of `group`. Words are (colour, key) by rank.
Group chosen(const Group& group, const Words& words, std::int64_t color) {
  std::vector<std::pair<std::int64_t, std::int32_t>> ranks;
  for (std::size_t i = 0; i + 1 < words.size(); i += 2) {
    if (words[i] == color) ranks.emplace_back(words[i + 1], static_cast<std::int32_t>(i / 2));
  }
  std::sort(ranks.begin(), ranks.end());
  std::vector<std::int32_t> list;
  for (const auto& [key, rank] : ranks) list.push_back(rank);
  return group.incl(list);
}

}  // namespace

int split_inter(MPI_Comm comm, Communicator& parent, int color, int key, MPI_Comm* newcomm) {
  const auto made = [&]() -> Result<Ref> {
    const p2p::Engine::Guard guard(parent.engine());
    Construction construction(parent, Constructor::split);
    const std::int64_t own[2] = {color, key};
    const auto all = construction.gather_both(own);
    if (!all) return all.error();
    if (color == MPI_UNDEFINED) return Ref{};
    const std::uint64_t child = communicator::mix(construction.child(), static_cast<std::uint64_t>(color));
    return bridge(parent, child, chosen(parent.group(), all->local, color),
                  chosen(parent.remote_group(), all->remote, color));
  };
  return give(comm, parent, made(), newcomm);
}

int create_inter(MPI_Comm comm, Communicator& parent, const Group& group, MPI_Comm* newcomm) {
  const auto made = [&]() -> Result<Ref> {
    const p2p::Engine::Guard guard(parent.engine());
    Construction construction(parent, Constructor::create);
    // Whether this rank is a member, and its place in the new group: chosen() puts the members in order.
    const std::int32_t place = group.rank_of(own_process());
    const std::int64_t own[2] = {place != Group::no_rank ? 1 : 0, place};
    const auto all = construction.gather_both(own);
    if (!all) return all.error();
    return bridge(parent, construction.child(), group, chosen(parent.remote_group(), all->remote, 1));
  };
  return give(comm, parent, made(), newcomm);
}

int intercomm_create(MPI_Comm local_comm, int local_leader, MPI_Comm peer_comm, int remote_leader, int tag,
                     MPI_Comm* newintercomm) {
  Communicator* local = nullptr;
  if (const int code = look_up_comm("local_comm", local_comm, &local); code != MPI_SUCCESS) return code;
  if (local->is_inter()) return fail(local_comm, MPI_ERR_COMM, "argument 'local_comm' is an inter-communicator");
  Refusal refusal(local_comm, *local, Constructor::intercomm_create);
  if (local_leader < 0 || local_leader >= local->size()) {
    return fail(local_comm, MPI_ERR_RANK, "argument 'local_leader' = {}: not a rank of 'local_comm' (size {})",
                local_leader, local->size());
  }
  if (newintercomm == nullptr) return null_output(local_comm, "newintercomm");
  Communicator* peers = nullptr;
  if (local->rank() == local_leader) {  // the peer communicator means something at the leader only
    if (const int code = look_up_comm("peer_comm", peer_comm, &peers); code != MPI_SUCCESS) return code;
    if (remote_leader < 0 || remote_leader >= peers->peer_count()) {
      return fail(local_comm, MPI_ERR_RANK, "argument 'remote_leader' = {}: not a rank of 'peer_comm' (size {})",
                  remote_leader, peers->peer_count());
    }
    if (tag < 0) return fail(local_comm, MPI_ERR_TAG, "argument 'tag' = {}: must be 0 or more", tag);
  }
  refusal.dismiss();
  Words remote;  // their processes and the identity that they propose
  std::uint64_t child = 0;
  const auto learn = [&]() -> Status {
    const p2p::Engine::Guard guard(local->engine());
    Construction construction(*local, Constructor::intercomm_create, local_leader);
    child = construction.child();
    Status met;
    if (peers != nullptr) {
      Words own = members_of(local->group());
      own.push_back(static_cast<std::int64_t>(child));
      auto swapped = communicator::swap(*peers, remote_leader, bridge_tag + tag, own);
      if (swapped) {
        remote = std::move(*swapped);
      } else {
        met = swapped.error();  // the others hear of it by getting nothing
      }
    }
    const Status told = construction.broadcast(remote);
    return met ? told : met;
  };
  // Outside of the lock: an error handler may call MPI.
  if (const Status learnt = learn(); !learnt) return fail(local_comm, learnt.error());
  if (remote.empty()) {
    return fail(local_comm, MPI_ERR_OTHER, "the local leader, rank {}, could not reach the remote leader",
                local_leader);
  }
  const auto theirs = static_cast<std::uint64_t>(remote.back());
  remote.pop_back();
  const Group remote_group = group_of(remote);
  if (local->group().intersected(remote_group).size() != 0) {
    return fail(local_comm, MPI_ERR_COMM,
                "the two groups of an inter-communicator must be disjoint; they share a process");
  }
  const std::uint64_t id = communicator::mix(std::min(child, theirs), std::max(child, theirs));
  const auto made = [&]() -> Result<Ref> {
    const p2p::Engine::Guard guard(local->engine());
    return bridge(*local, id, local->group(), remote_group);
  };
  return give(local_comm, *local, made(), newintercomm);
}

int intercomm_merge(MPI_Comm intercomm, int high, MPI_Comm* newintracomm) {
  Communicator* inter = nullptr;
  if (const int code = look_up_comm("intercomm", intercomm, &inter); code != MPI_SUCCESS) return code;
  if (!inter->is_inter()) return fail(intercomm, MPI_ERR_COMM, "argument 'intercomm' is an intra-communicator");
  Refusal refusal(intercomm, *inter, Constructor::intercomm_merge);
  if (newintracomm == nullptr) return null_output(intercomm, "newintracomm");
  refusal.dismiss();
  const auto made = [&]() -> Result<Ref> {
    const p2p::Engine::Guard guard(inter->engine());
    Construction construction(*inter, Constructor::intercomm_merge);
    const std::int64_t own[1] = {high != 0 ? 1 : 0};
    const auto all = construction.gather_both(own);
    if (!all) return all.error();
    for (const Words* group : {&all->local, &all->remote}) {
      if (std::find(group->begin(), group->end(), 1 - group->front()) == group->end()) continue;
      return make_error(Code::invalid_argument,
                        "argument 'high' = {}: the ranks of {} group passed different values; all ranks of a group "
                        "must pass the same",
                        high, group == &all->local ? "this" : "the remote");
    }
    const bool remote_high = all->remote.front() != 0;
    const bool own_high = high != 0;
    // Both groups said the same: the group whose first process has the lower number comes first.
    const bool own_first =
        own_high != remote_high ? !own_high : inter->group().process(0) < inter->remote_group().process(0);
    Group merged =
        own_first ? inter->group().united(inter->remote_group()) : inter->remote_group().united(inter->group());
    const std::int32_t rank = merged.rank_of(own_process());
    return Communicator::make(inter->engine(), inter->registry(), construction.child(), std::move(merged), rank);
  };
  return give(intercomm, *inter, made(), newintracomm);
}

}  // namespace baton::mpi::api
