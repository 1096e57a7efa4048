// SPDX-License-Identifier: BSD-3-Clause
// In its steady state a blocking collective asks neither the heap nor the system for anything: allocations and system
// calls of every rank in many windows of one call each. A rank whose peer lost its processor may yield, and
// a message that comes before it is wanted may be kept on the heap; what every call did, nearly every window would
// show.
//   steady [largest bytes]
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <vector>

#include "mpi/check.hpp"
#include "system_calls.hpp"

namespace {

thread_local long allocations = 0;

}  // namespace

extern "C" {
void* __libc_malloc(std::size_t size);
void* __libc_calloc(std::size_t count, std::size_t size);
void* __libc_realloc(void* memory, std::size_t size);
void* __libc_memalign(std::size_t alignment, std::size_t size);

void* malloc(std::size_t size) {
  ++allocations;
  return __libc_malloc(size);
}
void* calloc(std::size_t count, std::size_t size) {
  ++allocations;
  return __libc_calloc(count, size);
}
void* realloc(void* memory, std::size_t size) {
  ++allocations;
  return __libc_realloc(memory, size);
}
void* aligned_alloc(std::size_t alignment, std::size_t size) {
  ++allocations;
  return __libc_memalign(alignment, size);
}
int posix_memalign(void** memory, std::size_t alignment, std::size_t size) {
  ++allocations;
  *memory = __libc_memalign(alignment, size);
  return *memory == nullptr ? ENOMEM : 0;
}
}

namespace {

struct Operation {
  const char* name;
  std::function<void(int)> call;  // with so many doubles for each rank
};

struct Seen {
  int allocating = 0;
  int calling = 0;
  long number = -1;  // of a system call
};

constexpr int windows = 300;

Seen watch_calls(const Operation& operation, int count) {
  for (int i = 0; i < 100; ++i) operation.call(count);
  MPI_Barrier(MPI_COMM_WORLD);
  Seen seen;
  for (int i = 0; i < windows; ++i) {
    const long allocated = allocations, called = system_calls::count;
    operation.call(count);
    if (allocations != allocated) ++seen.allocating;
    if (system_calls::count != called) {
      ++seen.calling;
      seen.number = system_calls::last;
    }
  }
  return seen;
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  int size = 1;
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  const int most = std::max(1, argc > 1 ? std::atoi(argv[1]) / static_cast<int>(sizeof(double)) : 512);
  const bool crowded = size > sysconf(_SC_NPROCESSORS_ONLN);

  const auto wide = static_cast<std::size_t>(most * size);
  std::vector<double> from(wide, 1), to(wide, 0);
  std::vector<int> places, counts(static_cast<std::size_t>(size));
  for (int r = 0; r < size; ++r) places.push_back(r * most);
  const auto even = [&](int n) {
    std::fill(counts.begin(), counts.end(), n);
    return counts.data();
  };
  double *in = from.data(), *out = to.data();
  const int* at = places.data();
  const MPI_Comm comm = MPI_COMM_WORLD;
  const MPI_Datatype type = MPI_DOUBLE;
  const std::vector<Operation> operations = {
      {"MPI_Barrier", [=](int) { MPI_Barrier(comm); }},
      {"MPI_Bcast", [=](int n) { MPI_Bcast(in, n, type, 0, comm); }},
      {"MPI_Reduce", [=](int n) { MPI_Reduce(in, out, n, type, MPI_SUM, 0, comm); }},
      {"MPI_Allreduce", [=](int n) { MPI_Allreduce(in, out, n, type, MPI_SUM, comm); }},
      {"MPI_Gather", [=](int n) { MPI_Gather(in, n, type, out, n, type, 0, comm); }},
      {"MPI_Gatherv", [=](int n) { MPI_Gatherv(in, n, type, out, even(n), at, type, 0, comm); }},
      {"MPI_Scatter", [=](int n) { MPI_Scatter(in, n, type, out, n, type, 0, comm); }},
      {"MPI_Scatterv", [=](int n) { MPI_Scatterv(in, even(n), at, type, out, n, type, 0, comm); }},
      {"MPI_Allgather", [=](int n) { MPI_Allgather(in, n, type, out, n, type, comm); }},
      {"MPI_Allgatherv", [=](int n) { MPI_Allgatherv(in, n, type, out, even(n), at, type, comm); }},
      {"MPI_Alltoall", [=](int n) { MPI_Alltoall(in, n, type, out, n, type, comm); }},
      {"MPI_Alltoallv", [=](int n) { MPI_Alltoallv(in, even(n), at, type, out, even(n), at, type, comm); }},
      {"MPI_Reduce_scatter_block", [=](int n) { MPI_Reduce_scatter_block(in, out, n, type, MPI_SUM, comm); }},
      {"MPI_Reduce_scatter", [=](int n) { MPI_Reduce_scatter(in, out, even(n), type, MPI_SUM, comm); }},
      {"MPI_Scan", [=](int n) { MPI_Scan(in, out, n, type, MPI_SUM, comm); }},
      {"MPI_Exscan", [=](int n) { MPI_Exscan(in, out, n, type, MPI_SUM, comm); }},
  };
  const bool counts_calls = !crowded && system_calls::watch();
  if (check::rank == 0 && !counts_calls) {
    std::printf("system calls are not counted: %s\n",
                crowded ? "there are more ranks than processors" : "the system does not allow a filter");
  }
  const int tolerated = windows * 9 / 10;
  for (const Operation& operation : operations) {
    for (int n = 1; n <= most; n *= 8) {
      const Seen seen = watch_calls(operation, n);
      if (seen.allocating > tolerated) {
        ++check::failures;
        std::fprintf(stderr, "[rank %d] %s of %d doubles: %d of %d calls allocate\n", check::rank, operation.name, n,
                     seen.allocating, windows);
      }
      if (seen.calling > tolerated) {
        ++check::failures;
        std::fprintf(stderr, "[rank %d] %s of %d doubles: %d of %d calls ask the system (last call: number %ld)\n",
                     check::rank, operation.name, n, seen.calling, windows, seen.number);
      }
    }
  }
  MPI_Finalize();
  return check::failures == 0 ? 0 : 1;
}
