// SPDX-License-Identifier: BSD-3-Clause
// Collectives whose arguments are wrong on one rank only: that rank has its error at once, those that wait for it are
// told, and afterwards all ranks of the communicator are in step.
#include <functional>
#include <string>
#include <vector>

#include "mpi/check.hpp"

namespace {

int size = 0;

struct Case {
  std::string name;
  std::function<int(MPI_Comm, bool bad)> call;
  int error_class;   // at the rank with the bad argument
  bool others_wait;  // so they must be told
};

int freed(int code, MPI_Comm* made) {
  if (*made != MPI_COMM_NULL) MPI_Comm_free(made);
  return code;
}

std::vector<Case> cases() {
  return {
      {"count of the root of a Bcast",
       [](MPI_Comm comm, bool bad) {
         int value = 0;
         return MPI_Bcast(&value, bad ? -1 : 1, MPI_INT, 0, comm);
       },
       MPI_ERR_COUNT, true},
      {"datatype of an Allreduce",
       [](MPI_Comm comm, bool bad) {
         int in = 1, out = 0;
         return MPI_Allreduce(&in, &out, 1, bad ? MPI_DATATYPE_NULL : MPI_INT, MPI_SUM, comm);
       },
       MPI_ERR_TYPE, true},
      {"root of a long Bcast",
       [](MPI_Comm comm, bool bad) {
         std::vector<int> data(100'000);
         return MPI_Bcast(data.data(), 100'000, MPI_INT, bad ? size + 99 : 0, comm);
       },
       MPI_ERR_ROOT, true},
      {"receive type at the root of a Gather",
       [](MPI_Comm comm, bool bad) {
         int in = 1;
         std::vector<int> out(static_cast<std::size_t>(size));
         return MPI_Gather(&in, 1, MPI_INT, out.data(), 1, bad ? MPI_DATATYPE_NULL : MPI_INT, 0, comm);
       },
       MPI_ERR_TYPE, false},
      {"receive count at the root of a long Gather",
       [](MPI_Comm comm, bool bad) {
         std::vector<int> in(100'000);
         std::vector<int> out(in.size() * static_cast<std::size_t>(size));
         return MPI_Gather(in.data(), 100'000, MPI_INT, out.data(), bad ? -1 : 100'000, MPI_INT, 0, comm);
       },
       MPI_ERR_COUNT, true},
      {"request of an Ibarrier",
       [](MPI_Comm comm, bool bad) {
         MPI_Request request = MPI_REQUEST_NULL;
         if (bad) return MPI_Ibarrier(comm, nullptr);
         const int code = MPI_Ibarrier(comm, &request);
         return code == MPI_SUCCESS ? MPI_Wait(&request, MPI_STATUS_IGNORE) : code;
       },
       MPI_ERR_REQUEST, true},
      {"color of a split",
       [](MPI_Comm comm, bool bad) {
         MPI_Comm made = MPI_COMM_NULL;
         return freed(MPI_Comm_split(comm, bad ? -5 : 0, 0, &made), &made);
       },
       MPI_ERR_ARG, true},
      {"dimensions of a grid",
       [](MPI_Comm comm, bool bad) {
         const int dims = bad ? size + 1 : size;
         const int periodic = 0;
         MPI_Comm made = MPI_COMM_NULL;
         return freed(MPI_Cart_create(comm, 1, &dims, &periodic, 0, &made), &made);
       },
       MPI_ERR_DIMS, true},
      {"info of a split by type",
       [](MPI_Comm comm, bool bad) {
         MPI_Info info = MPI_INFO_NULL;
         if (bad) {
           MPI_Info_create(&info);
           MPI_Info stale = info;
           MPI_Info_free(&info);
           info = stale;
         }
         MPI_Comm made = MPI_COMM_NULL;
         return freed(MPI_Comm_split_type(comm, MPI_COMM_TYPE_SHARED, 0, info, &made), &made);
       },
       MPI_ERR_INFO, true},
      {"place of a duplicate",
       [](MPI_Comm comm, bool bad) {
         MPI_Comm made = MPI_COMM_NULL;
         return freed(MPI_Comm_dup(comm, bad ? nullptr : &made), &made);
       },
       MPI_ERR_ARG, false},
      {"group of a creation",
       [](MPI_Comm comm, bool bad) {
         MPI_Group group = MPI_GROUP_NULL;
         if (!bad) MPI_Comm_group(comm, &group);
         MPI_Comm made = MPI_COMM_NULL;
         const int code = MPI_Comm_create(comm, group, &made);
         if (!bad) MPI_Group_free(&group);
         return freed(code, &made);
       },
       MPI_ERR_GROUP, false},
  };
}

void run(const Case& each) {
  MPI_Comm comm = MPI_COMM_NULL;
  MPI_Comm_dup(MPI_COMM_WORLD, &comm);
  MPI_Comm_set_errhandler(comm, MPI_ERRORS_RETURN);
  const bool bad = check::rank == 0;
  const int code = each.call(comm, bad);
  if (bad) {
    check::equal(check::class_of(code), each.error_class, each.name.c_str(), __FILE__, __LINE__);
  } else {
    check::that((code != MPI_SUCCESS) == each.others_wait, (each.name + ": " + check::text_of(code)).c_str(), __FILE__,
                __LINE__);
  }
  // In step: the communicator computes right answers, and no late complaint comes.
  for (int i = 1; i <= 3; ++i) {
    const int mine = check::rank + i;
    int sum = 0;
    const int later = MPI_Allreduce(&mine, &sum, 1, MPI_INT, MPI_SUM, comm);
    check::that(later == MPI_SUCCESS, (each.name + ", later: " + check::text_of(later)).c_str(), __FILE__, __LINE__);
    check::equal(sum, size * (size - 1) / 2 + size * i, each.name.c_str(), __FILE__, __LINE__);
  }
  // Somebody names the rank and its call; whoever heard it from another one may know less.
  const int named =
      code != MPI_SUCCESS && !bad && check::text_of(code).find("rank 0 took no part") != std::string::npos;
  int found = 0;
  MPI_Allreduce(&named, &found, 1, MPI_INT, MPI_LOR, MPI_COMM_WORLD);
  check::that(found != 0 || !each.others_wait, (each.name + ": nobody was told which rank").c_str(), __FILE__,
              __LINE__);
  MPI_Comm_free(&comm);
}

/// The same buffer for both sides, tried at the root alone: nobody else calls, and all are in step.
void run_aliased() {
  MPI_Comm comm = MPI_COMM_NULL;
  MPI_Comm_dup(MPI_COMM_WORLD, &comm);
  MPI_Comm_set_errhandler(comm, MPI_ERRORS_RETURN);
  std::vector<int> data(static_cast<std::size_t>(size), 1);
  if (check::rank == 0) {
    MPI_Request request = MPI_REQUEST_NULL;
    CHECK_CLASS(MPI_Gather(data.data(), 1, MPI_INT, data.data(), 1, MPI_INT, 0, comm), MPI_ERR_BUFFER);
    CHECK_CLASS(MPI_Scatter(data.data(), 1, MPI_INT, data.data(), 1, MPI_INT, 0, comm), MPI_ERR_BUFFER);
    CHECK_CLASS(MPI_Reduce(data.data(), data.data(), 1, MPI_INT, MPI_SUM, 0, comm), MPI_ERR_BUFFER);
    CHECK_CLASS(MPI_Ireduce(data.data(), data.data(), 1, MPI_INT, MPI_SUM, 0, comm, &request), MPI_ERR_BUFFER);
  }
  const int mine = check::rank + 1;
  int sum = 0;
  CHECK_EQ(MPI_Reduce(&mine, &sum, 1, MPI_INT, MPI_SUM, 0, comm), MPI_SUCCESS);
  if (check::rank == 0) CHECK_EQ(sum, size * (size + 1) / 2);
  MPI_Comm_free(&comm);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  for (const Case& each : cases()) run(each);
  run_aliased();
  return check::finish();
}
