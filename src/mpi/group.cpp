// SPDX-License-Identifier: BSD-3-Clause
// Bodies of the group chapter (MPI 5.0, 7.3). The sets themselves: communicator/group.hpp.
#include <algorithm>
#include <vector>

#include "mpi/failure.hpp"
#include "mpi/generated/api_group.hpp"
#include "mpi/objects.hpp"

namespace baton::mpi::api {
namespace {

using communicator::Comparison;
using communicator::Range;

int look_up(const char* argument, MPI_Group handle, const GroupObject** group) noexcept {
  *group = groups().lookup(handle);
  return *group != nullptr ? MPI_SUCCESS : fail_handle(Raiser::none(), argument, handle);
}

int null_output(const char* argument) noexcept {
  return fail(Raiser::none(), MPI_ERR_ARG, "argument '{}' is a null pointer", argument);
}

int check_list(const Group& group, int n, const int ranks[]) {
  if (n < 0) return fail(Raiser::none(), MPI_ERR_ARG, "argument 'n' = {}: must not be negative", n);
  if (n > 0 && ranks == nullptr) return null_output("ranks");
  const std::int64_t bad = group.first_bad({ranks, static_cast<std::size_t>(n)});
  if (bad < 0) return MPI_SUCCESS;
  const int rank = ranks[bad];
  if (rank < 0 || rank >= group.size()) {
    return fail(Raiser::none(), MPI_ERR_RANK, "argument 'ranks[{}]' = {}: not a rank of the group (size {})", bad, rank,
                group.size());
  }
  return fail(Raiser::none(), MPI_ERR_RANK, "argument 'ranks[{}]' = {}: named a second time", bad, rank);
}

/// MPI_GROUP_EMPTY where the result is empty, as users compare with it.
int give(Group group, void* session, MPI_Group* newgroup) {
  *newgroup = group.size() == 0 ? MPI_GROUP_EMPTY : adopt(std::move(group), session);
  return MPI_SUCCESS;
}

int expand(const Group& group, int n, int ranges[][3], std::vector<std::int32_t>* ranks) {
  if (n < 0) return fail(Raiser::none(), MPI_ERR_ARG, "argument 'n' = {}: must not be negative", n);
  if (n > 0 && ranges == nullptr) return null_output("ranges");
  std::vector<Range> list;
  for (int i = 0; i < n; ++i) list.push_back({ranges[i][0], ranges[i][1], ranges[i][2]});
  auto expanded = group.expand(list);
  if (!expanded) {
    const int error_class = std::any_of(list.begin(), list.end(), [](const Range& range) { return range.stride == 0; })
                                ? MPI_ERR_ARG
                                : MPI_ERR_RANK;
    return fail(Raiser::none(), error_class, "argument 'ranges': {}", expanded.error().what);
  }
  *ranks = std::move(*expanded);
  return MPI_SUCCESS;
}

template <class Combine>
int combine(MPI_Group group1, MPI_Group group2, MPI_Group* newgroup, Combine&& how) {
  const GroupObject* first = nullptr;
  const GroupObject* second = nullptr;
  if (const int code = look_up("group1", group1, &first); code != MPI_SUCCESS) return code;
  if (const int code = look_up("group2", group2, &second); code != MPI_SUCCESS) return code;
  if (newgroup == nullptr) return null_output("newgroup");
  return give(how(first->group, second->group), first->session != nullptr ? first->session : second->session, newgroup);
}

}  // namespace

int group_size(MPI_Group group, int* size) {
  const GroupObject* object = nullptr;
  if (const int code = look_up("group", group, &object); code != MPI_SUCCESS) return code;
  if (size == nullptr) return null_output("size");
  *size = object->group.size();
  return MPI_SUCCESS;
}

int group_rank(MPI_Group group, int* rank) {
  const GroupObject* object = nullptr;
  if (const int code = look_up("group", group, &object); code != MPI_SUCCESS) return code;
  if (rank == nullptr) return null_output("rank");
  const std::int32_t own = object->group.rank_of(own_process());
  *rank = own == Group::no_rank ? MPI_UNDEFINED : own;
  return MPI_SUCCESS;
}

int group_translate_ranks(MPI_Group group1, int n, const int ranks1[], MPI_Group group2, int ranks2[]) {
  const GroupObject* from = nullptr;
  const GroupObject* to = nullptr;
  if (const int code = look_up("group1", group1, &from); code != MPI_SUCCESS) return code;
  if (const int code = look_up("group2", group2, &to); code != MPI_SUCCESS) return code;
  if (n < 0) return fail(Raiser::none(), MPI_ERR_ARG, "argument 'n' = {}: must not be negative", n);
  if (n > 0 && ranks1 == nullptr) return null_output("ranks1");
  if (n > 0 && ranks2 == nullptr) return null_output("ranks2");
  for (int i = 0; i < n; ++i) {
    if (ranks1[i] == MPI_PROC_NULL) {
      ranks2[i] = MPI_PROC_NULL;
      continue;
    }
    if (ranks1[i] < 0 || ranks1[i] >= from->group.size()) {
      return fail(Raiser::none(), MPI_ERR_RANK, "argument 'ranks1[{}]' = {}: not a rank of 'group1' (size {})", i,
                  ranks1[i], from->group.size());
    }
    const std::int32_t rank = to->group.rank_of(from->group.process(ranks1[i]));
    ranks2[i] = rank == Group::no_rank ? MPI_UNDEFINED : rank;
  }
  return MPI_SUCCESS;
}

int group_compare(MPI_Group group1, MPI_Group group2, int* result) {
  const GroupObject* first = nullptr;
  const GroupObject* second = nullptr;
  if (const int code = look_up("group1", group1, &first); code != MPI_SUCCESS) return code;
  if (const int code = look_up("group2", group2, &second); code != MPI_SUCCESS) return code;
  if (result == nullptr) return null_output("result");
  switch (first->group.compare(second->group)) {
    case Comparison::identical: *result = MPI_IDENT; break;
    case Comparison::similar: *result = MPI_SIMILAR; break;
    default: *result = MPI_UNEQUAL; break;
  }
  return MPI_SUCCESS;
}

int group_union(MPI_Group group1, MPI_Group group2, MPI_Group* newgroup) {
  return combine(group1, group2, newgroup, [](const Group& a, const Group& b) { return a.united(b); });
}

int group_intersection(MPI_Group group1, MPI_Group group2, MPI_Group* newgroup) {
  return combine(group1, group2, newgroup, [](const Group& a, const Group& b) { return a.intersected(b); });
}

int group_difference(MPI_Group group1, MPI_Group group2, MPI_Group* newgroup) {
  return combine(group1, group2, newgroup, [](const Group& a, const Group& b) { return a.without(b); });
}

int group_incl(MPI_Group group, int n, const int ranks[], MPI_Group* newgroup) {
  const GroupObject* object = nullptr;
  if (const int code = look_up("group", group, &object); code != MPI_SUCCESS) return code;
  if (const int code = check_list(object->group, n, ranks); code != MPI_SUCCESS) return code;
  if (newgroup == nullptr) return null_output("newgroup");
  return give(object->group.incl({ranks, static_cast<std::size_t>(n)}), object->session, newgroup);
}

int group_excl(MPI_Group group, int n, const int ranks[], MPI_Group* newgroup) {
  const GroupObject* object = nullptr;
  if (const int code = look_up("group", group, &object); code != MPI_SUCCESS) return code;
  if (const int code = check_list(object->group, n, ranks); code != MPI_SUCCESS) return code;
  if (newgroup == nullptr) return null_output("newgroup");
  return give(object->group.excl({ranks, static_cast<std::size_t>(n)}), object->session, newgroup);
}

int group_range_incl(MPI_Group group, int n, int ranges[][3], MPI_Group* newgroup) {
  const GroupObject* object = nullptr;
  if (const int code = look_up("group", group, &object); code != MPI_SUCCESS) return code;
  std::vector<std::int32_t> ranks;
  if (const int code = expand(object->group, n, ranges, &ranks); code != MPI_SUCCESS) return code;
  if (newgroup == nullptr) return null_output("newgroup");
  return give(object->group.incl(ranks), object->session, newgroup);
}

int group_range_excl(MPI_Group group, int n, int ranges[][3], MPI_Group* newgroup) {
  const GroupObject* object = nullptr;
  if (const int code = look_up("group", group, &object); code != MPI_SUCCESS) return code;
  std::vector<std::int32_t> ranks;
  if (const int code = expand(object->group, n, ranges, &ranks); code != MPI_SUCCESS) return code;
  if (newgroup == nullptr) return null_output("newgroup");
  return give(object->group.excl(ranks), object->session, newgroup);
}

int group_free(MPI_Group* group) {
  if (group == nullptr) return null_output("group");
  const GroupObject* object = nullptr;
  if (const int code = look_up("group", *group, &object); code != MPI_SUCCESS) return code;
  // MPI_GROUP_EMPTY may be freed when a call returned it (7.3.3); it stays what it is.
  delete groups().erase(*group);
  *group = MPI_GROUP_NULL;
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
