// SPDX-License-Identifier: BSD-3-Clause
// The algebra of groups, and communicators made of communicators in every way.
#include <algorithm>
#include <numeric>

#include "harness.hpp"

namespace differential {

namespace {

/// A group and its members as ranks of the sequence's communicator.
struct Members {
  MPI_Group group;
  std::vector<int> ranks;
};

class Groups {
 public:
  explicit Groups(Script& script) : script_(script) {
    script.doing("Comm_group");
    script.success(MPI_Comm_group(script.comm, &all_.group));
    all_.ranks.resize(static_cast<std::size_t>(script.size));
    std::iota(all_.ranks.begin(), all_.ranks.end(), 0);
  }
  ~Groups() {
    script_.doing("Group_free");
    for (Members& one : made_) {
      if (one.group != MPI_GROUP_EMPTY) script_.success(MPI_Group_free(&one.group));
    }
    script_.success(MPI_Group_free(&all_.group));
  }
  Groups(const Groups&) = delete;
  Groups& operator=(const Groups&) = delete;

  const Members& pick() { return made_.empty() || script_.random.chance(20) ? all_ : script_.random.pick(made_); }

  void step() {
    // Copies: a new group moves the list.
    const Members a = pick(), b = pick();
    Members made{MPI_GROUP_NULL, {}};
    const auto has = [](const Members& in, int rank) { return std::count(in.ranks.begin(), in.ranks.end(), rank) > 0; };
    const int size = static_cast<int>(a.ranks.size());
    switch (script_.random.below(7)) {
      case 0:
        script_.doing(text("Group_union(", list(a.ranks), ", ", list(b.ranks), ")"));
        script_.success(MPI_Group_union(a.group, b.group, &made.group));
        made.ranks = a.ranks;
        for (int rank : b.ranks) {
          if (!has(a, rank)) made.ranks.push_back(rank);
        }
        break;
      case 1:
      case 2: {
        const bool common = script_.random.chance(50);
        script_.doing(
            text(common ? "Group_intersection(" : "Group_difference(", list(a.ranks), ", ", list(b.ranks), ")"));
        script_.success(common ? MPI_Group_intersection(a.group, b.group, &made.group)
                               : MPI_Group_difference(a.group, b.group, &made.group));
        for (int rank : a.ranks) {
          if (has(b, rank) == common) made.ranks.push_back(rank);
        }
        break;
      }
      case 3:
      case 4: {
        std::vector<int> some(a.ranks.size());
        std::iota(some.begin(), some.end(), 0);
        script_.random.shuffle(some);
        some.resize(static_cast<std::size_t>(script_.random.between(0, size)));
        const bool included = script_.random.chance(50);
        script_.doing(text(included ? "Group_incl(" : "Group_excl(", list(a.ranks), ", ", list(some), ")"));
        const int count = static_cast<int>(some.size());
        some.push_back(0);
        script_.success(included ? MPI_Group_incl(a.group, count, some.data(), &made.group)
                                 : MPI_Group_excl(a.group, count, some.data(), &made.group));
        some.pop_back();
        if (included) {
          for (int at : some) made.ranks.push_back(a.ranks[static_cast<std::size_t>(at)]);
        } else {
          for (int i = 0; i < size; ++i) {
            if (std::count(some.begin(), some.end(), i) == 0)
              made.ranks.push_back(a.ranks[static_cast<std::size_t>(i)]);
          }
        }
        break;
      }
      default: {
        if (size == 0) return;
        int first = script_.random.below(size), last = script_.random.below(size),
            stride = script_.random.between(1, 3);
        if (first > last) stride = -stride;
        int range[1][3] = {{first, last, stride}};
        std::vector<int> picked;
        for (int i = first; stride > 0 ? i <= last : i >= last; i += stride) picked.push_back(i);
        const bool included = script_.random.chance(50);
        script_.doing(text(included ? "Group_range_incl(" : "Group_range_excl(", list(a.ranks), ", ", first, ", ", last,
                           ", ", stride, ")"));
        script_.success(included ? MPI_Group_range_incl(a.group, 1, range, &made.group)
                                 : MPI_Group_range_excl(a.group, 1, range, &made.group));
        if (included) {
          for (int at : picked) made.ranks.push_back(a.ranks[static_cast<std::size_t>(at)]);
        } else {
          for (int i = 0; i < size; ++i) {
            if (std::count(picked.begin(), picked.end(), i) == 0)
              made.ranks.push_back(a.ranks[static_cast<std::size_t>(i)]);
          }
        }
      }
    }
    check(made, b);
    made_.push_back(made);
  }

 private:
  void check(const Members& made, const Members& other) {
    int size = -1, rank = -1, compared = -1;
    script_.success(MPI_Group_size(made.group, &size));
    script_.expect("size", size, made.ranks.size());
    script_.success(MPI_Group_rank(made.group, &rank));
    const auto found = std::find(made.ranks.begin(), made.ranks.end(), script_.rank);
    script_.expect("rank", rank,
                   found == made.ranks.end() ? MPI_UNDEFINED : static_cast<int>(found - made.ranks.begin()));
    std::vector<int> from(made.ranks.size()), to(made.ranks.size() + 1), wanted;
    std::iota(from.begin(), from.end(), 0);
    from.push_back(MPI_PROC_NULL);
    script_.success(
        MPI_Group_translate_ranks(made.group, static_cast<int>(from.size()), from.data(), other.group, to.data()));
    for (int of : made.ranks) {
      const auto there = std::find(other.ranks.begin(), other.ranks.end(), of);
      wanted.push_back(there == other.ranks.end() ? MPI_UNDEFINED : static_cast<int>(there - other.ranks.begin()));
    }
    wanted.push_back(MPI_PROC_NULL);
    script_.expect("translated", list(to), list(wanted));
    script_.success(MPI_Group_compare(made.group, other.group, &compared));
    std::vector<int> a = made.ranks, b = other.ranks;
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    const char* const same = made.ranks == other.ranks ? "MPI_IDENT" : a == b ? "MPI_SIMILAR" : "MPI_UNEQUAL";
    script_.expect("compared",
                   compared == MPI_IDENT     ? "MPI_IDENT"
                   : compared == MPI_SIMILAR ? "MPI_SIMILAR"
                                             : "MPI_UNEQUAL",
                   same);
  }

  Script& script_;
  Members all_{MPI_GROUP_NULL, {}};
  std::vector<Members> made_;
};

const char* comparison(int result) {
  return result == MPI_IDENT       ? "MPI_IDENT"
         : result == MPI_CONGRUENT ? "MPI_CONGRUENT"
         : result == MPI_SIMILAR   ? "MPI_SIMILAR"
                                   : "MPI_UNEQUAL";
}

/// The communicator has these ranks of the sequence's, in this order, and carries a message of all.
void verify(Script& script, MPI_Comm comm, const std::vector<int>& ranks) {
  int rank = -1, size = -1, sum = 0;
  const auto found = std::find(ranks.begin(), ranks.end(), script.rank);
  script.expect("is there", comm != MPI_COMM_NULL, found != ranks.end());
  if (comm == MPI_COMM_NULL) return;
  script.success(MPI_Comm_rank(comm, &rank));
  script.success(MPI_Comm_size(comm, &size));
  script.expect("rank size", text(rank, " ", size), text(found - ranks.begin(), " ", ranks.size()));
  std::vector<int> all(ranks.size());
  script.success(MPI_Allgather(&script.rank, 1, MPI_INT, all.data(), 1, MPI_INT, comm));
  script.expect("members", list(all), list(ranks));
  const int to = (rank + 1) % size, from = (rank + size - 1) % size;
  script.success(MPI_Sendrecv(&rank, 1, MPI_INT, to, 4, &sum, 1, MPI_INT, from, 4, comm, MPI_STATUS_IGNORE));
  script.expect("neighbour", sum, from);
  int compared = -1;
  script.success(MPI_Comm_compare(script.comm, comm, &compared));
  std::vector<int> all_ranks(static_cast<std::size_t>(script.size));
  std::iota(all_ranks.begin(), all_ranks.end(), 0);
  script.expect("compared", comparison(compared),
                ranks == all_ranks                 ? "MPI_CONGRUENT"
                : ranks.size() == all_ranks.size() ? "MPI_SIMILAR"
                                                   : "MPI_UNEQUAL");
}

void split(Script& script, std::vector<MPI_Comm>& made) {
  std::vector<int> colors, keys;
  for (int r = 0; r < script.size; ++r) {
    colors.push_back(script.random.chance(15) ? MPI_UNDEFINED : script.random.below(3));
    keys.push_back(script.random.between(-2, 2));
  }
  const auto me = static_cast<std::size_t>(script.rank);
  std::vector<int> mates;
  for (int r = 0; r < script.size; ++r) {
    if (colors[me] != MPI_UNDEFINED && colors[static_cast<std::size_t>(r)] == colors[me]) mates.push_back(r);
  }
  std::stable_sort(mates.begin(), mates.end(),
                   [&](int a, int b) { return keys[static_cast<std::size_t>(a)] < keys[static_cast<std::size_t>(b)]; });
  MPI_Comm comm = MPI_COMM_NULL;
  script.doing(text("Comm_split(", list(colors), ", ", list(keys), ")"));
  script.success(MPI_Comm_split(script.comm, colors[me], keys[me], &comm));
  verify(script, comm, mates);
  if (comm != MPI_COMM_NULL) made.push_back(comm);
}

void of_group(Script& script, std::vector<MPI_Comm>& made) {
  std::vector<int> ranks(static_cast<std::size_t>(script.size));
  std::iota(ranks.begin(), ranks.end(), 0);
  script.random.shuffle(ranks);
  ranks.resize(static_cast<std::size_t>(script.random.between(1, script.size)));
  const bool in_it = std::count(ranks.begin(), ranks.end(), script.rank) > 0;
  const bool alone = script.random.chance(50);  // only the group's members call
  MPI_Group all = MPI_GROUP_NULL, group = MPI_GROUP_NULL;
  MPI_Comm comm = MPI_COMM_NULL;
  script.doing(text(alone ? "Comm_create_group(" : "Comm_create(", list(ranks), ")"));
  script.success(MPI_Comm_group(script.comm, &all));
  script.success(MPI_Group_incl(all, static_cast<int>(ranks.size()), ranks.data(), &group));
  if (alone) {
    if (in_it) script.success(MPI_Comm_create_group(script.comm, group, 77, &comm));
  } else {
    script.success(MPI_Comm_create(script.comm, group, &comm));
  }
  verify(script, comm, in_it ? ranks : std::vector<int>{});
  script.success(MPI_Group_free(&group));
  script.success(MPI_Group_free(&all));
  if (comm != MPI_COMM_NULL) made.push_back(comm);
}

void copies(Script& script, std::vector<MPI_Comm>& made) {
  std::vector<int> all(static_cast<std::size_t>(script.size));
  std::iota(all.begin(), all.end(), 0);
  MPI_Comm comm = MPI_COMM_NULL;
  const int kind = script.random.below(4);
  static const char* const names[] = {"Comm_dup", "Comm_idup", "Comm_dup_with_info", "Comm_split_type(shared)"};
  script.doing(names[kind]);
  if (kind == 0) script.success(MPI_Comm_dup(script.comm, &comm));
  if (kind == 1) {
    MPI_Request request = MPI_REQUEST_NULL;
    script.success(MPI_Comm_idup(script.comm, &comm, &request));
    script.success(MPI_Wait(&request, MPI_STATUS_IGNORE));
  }
  if (kind == 2) {
    MPI_Info info = MPI_INFO_NULL;
    script.success(MPI_Info_create(&info));
    script.success(MPI_Info_set(info, "what_nobody_knows", "1"));
    script.success(MPI_Comm_dup_with_info(script.comm, info, &comm));
    script.success(MPI_Info_free(&info));
  }
  if (kind == 3)
    script.success(MPI_Comm_split_type(script.comm, MPI_COMM_TYPE_SHARED, script.rank, MPI_INFO_NULL, &comm));
  verify(script, comm, all);
  made.push_back(comm);
  char name[MPI_MAX_OBJECT_NAME] = "?";
  int length = -1;
  script.success(MPI_Comm_get_name(comm, name, &length));
  const std::string wanted = text("copy ", script.random.below(1000));
  script.success(MPI_Comm_set_name(comm, wanted.c_str()));
  script.success(MPI_Comm_get_name(comm, name, &length));
  script.expect("name", text(name, " ", length), text(wanted, " ", wanted.size()));
}

/// Two groups that do not meet, a rank or more left out, their inter-communicator, a split of it, and the merge.
void two_groups(Script& script, std::vector<MPI_Comm>& made) {
  std::vector<int> part;  // per rank: 0, 1, or 2 for nobody
  for (int r = 0; r < script.size; ++r) part.push_back(script.random.chance(15) ? 2 : script.random.below(2));
  std::vector<int> groups[3];
  for (int r = 0; r < script.size; ++r) groups[part[static_cast<std::size_t>(r)]].push_back(r);
  const int mine = part[static_cast<std::size_t>(script.rank)];
  const int leader_a = static_cast<int>(script.random.next() % 60),
            leader_b = static_cast<int>(script.random.next() % 60);
  const bool high = script.random.chance(50), agree = script.random.chance(70);
  const int color = script.random.below(2);
  MPI_Comm own = MPI_COMM_NULL, inter = MPI_COMM_NULL, merged = MPI_COMM_NULL;
  script.doing(text("Comm_split, Intercomm_create of ", list(groups[0]), " and ", list(groups[1])));
  script.success(MPI_Comm_split(script.comm, mine, 0, &own));
  made.push_back(own);
  if (mine == 2 || groups[0].empty() || groups[1].empty()) return;
  const auto& here = groups[mine];
  const auto& there = groups[1 - mine];
  const int own_leader = (mine == 0 ? leader_a : leader_b) % static_cast<int>(here.size());
  const int far_leader = (mine == 0 ? leader_b : leader_a) % static_cast<int>(there.size());
  script.success(
      MPI_Intercomm_create(own, own_leader, script.comm, there[static_cast<std::size_t>(far_leader)], 5, &inter));
  int size = -1, remote = -1, flag = 0;
  script.success(MPI_Comm_size(inter, &size));
  script.success(MPI_Comm_remote_size(inter, &remote));
  script.success(MPI_Comm_test_inter(inter, &flag));
  script.expect("sizes", text(size, " ", remote, " ", flag != 0), text(here.size(), " ", there.size(), " true"));
  MPI_Group far = MPI_GROUP_NULL, all = MPI_GROUP_NULL;
  script.success(MPI_Comm_remote_group(inter, &far));
  script.success(MPI_Comm_group(script.comm, &all));
  std::vector<int> index(there.size()), translated(there.size());
  std::iota(index.begin(), index.end(), 0);
  script.success(MPI_Group_translate_ranks(far, remote, index.data(), all, translated.data()));
  script.expect("remote group", list(translated), list(there));
  script.success(MPI_Group_free(&far));
  script.success(MPI_Group_free(&all));
  MPI_Comm copy = MPI_COMM_NULL;
  script.doing("Comm_dup of an inter-communicator");
  script.success(MPI_Comm_dup(inter, &copy));
  int compared = -1;
  script.success(MPI_Comm_compare(inter, copy, &compared));
  script.expect("compared", comparison(compared), "MPI_CONGRUENT");
  made.push_back(copy);
  // With unlike wishes the order is as wished; with like ones it is the implementation's, but the same for all.
  script.doing(text("Intercomm_merge, ", agree ? (high ? "group 0 high" : "group 1 high") : "both low"));
  script.success(MPI_Intercomm_merge(copy, agree ? (mine == 0) == high : 0, &merged));
  made.push_back(merged);
  std::vector<int> order = high ? groups[1] : groups[0];
  const auto& after = high ? groups[0] : groups[1];
  order.insert(order.end(), after.begin(), after.end());
  if (agree) verify(script, merged, order);
  script.doing("Comm_split of an inter-communicator");
  const int rank_here = static_cast<int>(std::find(here.begin(), here.end(), script.rank) - here.begin());
  const int my_color = (rank_here + color) % 2;
  MPI_Comm part_comm = MPI_COMM_NULL;
  script.success(MPI_Comm_split(inter, my_color, 0, &part_comm));
  const auto members = [&](std::size_t of) { return my_color == color ? (of + 1) / 2 : of / 2; };
  script.expect("is there", part_comm != MPI_COMM_NULL, members(there.size()) > 0);
  if (part_comm != MPI_COMM_NULL) {
    script.success(MPI_Comm_size(part_comm, &size));
    script.success(MPI_Comm_remote_size(part_comm, &remote));
    script.expect("sizes", text(size, " ", remote), text(members(here.size()), " ", members(there.size())));
    made.push_back(part_comm);
  }
  made.push_back(inter);
}

}  // namespace

void communicators(Script& script) {
  {
    Groups groups(script);
    for (int i = 0, steps = script.random.between(1, 8); i < steps; ++i) groups.step();
  }
  std::vector<MPI_Comm> made;
  for (int i = 0, steps = script.random.between(1, 5); i < steps; ++i) {
    switch (script.random.below(4)) {
      case 0: split(script, made); break;
      case 1: of_group(script, made); break;
      case 2: copies(script, made); break;
      default: two_groups(script, made); break;
    }
  }
  script.doing("Comm_free");
  for (MPI_Comm& comm : made) {  // in the order they were made: all members agree on it
    script.success(MPI_Comm_free(&comm));
    script.expect("null", comm == MPI_COMM_NULL, true);
  }
}

}  // namespace differential
