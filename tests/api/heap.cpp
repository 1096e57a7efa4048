// SPDX-License-Identifier: BSD-3-Clause
// Started with libbaton_heap.so before the C library and BATON_SHARE_HEAP=1: malloc and its kin still do what they
// must, their large blocks are pinned buffers, and a child of fork harms nothing.
#include <malloc.h>
#include <mpi.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <thread>
#include <vector>

#include "support/pinned.hpp"

#define CHECK(what)                                                  \
  do {                                                               \
    if (!(what)) {                                                   \
      std::fprintf(stderr, "FAILED line %d: %s\n", __LINE__, #what); \
      std::_Exit(1);                                                 \
    }                                                                \
  } while (false)

namespace {

using baton::tests::is_pinned;

constexpr std::size_t MiB = std::size_t{1} << 20;

void calls_do_what_they_must() {
  auto* const block = static_cast<char*>(std::malloc(4 * MiB));
  CHECK(block != nullptr && is_pinned(block));
  CHECK(malloc_usable_size(block) >= 4 * MiB);
  std::memset(block, 1, 4 * MiB);
  auto* grown = static_cast<char*>(std::realloc(block, 9 * MiB));
  CHECK(grown != nullptr && is_pinned(grown) && grown[4 * MiB - 1] == 1);
  grown = static_cast<char*>(std::realloc(grown, 100));
  CHECK(grown != nullptr && !is_pinned(grown) && grown[99] == 1);
  grown = static_cast<char*>(std::realloc(grown, 2 * MiB));
  CHECK(grown != nullptr && is_pinned(grown) && grown[99] == 1);
  std::memset(grown, 1, 2 * MiB);
  std::free(grown);
  auto* const zeros = static_cast<char*>(std::calloc(2, MiB));
  CHECK(zeros != nullptr && is_pinned(zeros));
  for (std::size_t i = 0; i < 2 * MiB; ++i) CHECK(zeros[i] == 0);
  std::free(zeros);
  void* page = nullptr;
  CHECK(posix_memalign(&page, 4096, 2 * MiB) == 0 && is_pinned(page));
  CHECK(reinterpret_cast<std::uintptr_t>(page) % 4096 == 0);
  std::free(page);
  CHECK(posix_memalign(&page, 3, 2 * MiB) != 0);
  void* const small = std::malloc(1000);
  CHECK(small != nullptr && !is_pinned(small));
  std::free(small);
  std::free(nullptr);
  CHECK(std::malloc(~std::size_t{0} / 2) == nullptr);
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([] {
      for (std::size_t i = 0; i < 50; ++i) {
        std::vector<char> bytes(MiB + i * 5000, 'x');
        CHECK(bytes.back() == 'x');
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
}

void a_child_harms_nothing() {
  std::vector<char> bytes(8 * MiB, 'p');
  const pid_t child = fork();
  if (child == 0) {
    auto* const own = static_cast<char*>(std::malloc(4 * MiB));
    if (own == nullptr || is_pinned(own)) _exit(1);
    std::memset(own, 0, 4 * MiB);
    std::free(own);
    std::vector<char>().swap(bytes);
    _exit(0);
  }
  int status = 0;
  CHECK(waitpid(child, &status, 0) == child && status == 0);
  for (const char each : bytes) CHECK(each == 'p');
}

}  // namespace

int main(int argc, char** argv) {
  calls_do_what_they_must();
  MPI_Init(&argc, &argv);
  int rank = 0;
  int size = 0;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  for (int round = 0; round < 10; ++round) {
    const int count = 3'000'000 + round;
    std::vector<char> out(static_cast<std::size_t>(count), static_cast<char>(rank + round));
    std::vector<char> in(out.size());
    const int right = (rank + 1) % size;
    const int left = (rank + size - 1) % size;
    MPI_Sendrecv(out.data(), count, MPI_CHAR, right, 0, in.data(), count, MPI_CHAR, left, 0, MPI_COMM_WORLD,
                 MPI_STATUS_IGNORE);
    for (const char each : in) CHECK(each == static_cast<char>(left + round));
  }
  a_child_harms_nothing();
  MPI_Finalize();
  calls_do_what_they_must();
  return 0;
}
