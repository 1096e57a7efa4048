// SPDX-License-Identifier: BSD-3-Clause
// Address space of gigabytes: pages that are never written take no memory.
#pragma once

#include <sys/mman.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "mpi/check.hpp"

namespace large {

inline constexpr std::int64_t gib = std::int64_t{1} << 30;

class Space {
 public:
  explicit Space(std::int64_t bytes) : bytes_(static_cast<std::size_t>(bytes)) {
    at_ = mmap(nullptr, bytes_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (at_ == MAP_FAILED) {
      std::perror("mmap");
      std::abort();
    }
  }
  ~Space() { munmap(at_, bytes_); }
  Space(const Space&) = delete;
  Space& operator=(const Space&) = delete;
  [[nodiscard]] char* data() const { return static_cast<char*>(at_); }

 private:
  std::size_t bytes_;
  void* at_;
};

/// What is written at byte `at` of a large buffer.
inline std::int64_t word(std::int64_t at, int turn) { return at * 31 + turn * 1000003 + 1; }

/// Places that a mistake in 31 or 32 bits would miss, and some between.
template <class Visit>
void marks(std::int64_t bytes, Visit&& visit) {
  const std::int64_t edges[] = {0, 2 * gib - 8, 2 * gib, 2 * gib + 8, bytes - 8};
  for (std::int64_t at : edges) {
    if (at >= 0 && at + 8 <= bytes) visit(at);
  }
  for (std::int64_t at = 64; at + 8 <= bytes; at += 37 * (std::int64_t{1} << 20) + 8) visit(at);
}

/// Whether this machine has `wanted` GiB of memory free; says so when it has not.
inline bool has_memory(long wanted) {
  std::FILE* file = std::fopen("/proc/meminfo", "r");
  char line[128];
  long kib = -1;
  while (file && std::fgets(line, sizeof line, file)) {
    if (std::sscanf(line, "MemAvailable: %ld kB", &kib) == 1) break;
  }
  if (file) std::fclose(file);
  const bool enough = kib / 1048576 >= wanted;
  if (!enough) std::printf("skipped: %ld GiB of memory are free, and this test wants %ld\n", kib / 1048576, wanted);
  return enough;
}

/// What rank 0 finds, for all ranks of the world. Collective.
inline bool all_have_memory(long wanted) {
  int enough = check::rank != 0 || has_memory(wanted);
  MPI_Bcast(&enough, 1, MPI_INT, 0, MPI_COMM_WORLD);
  return enough != 0;
}

}  // namespace large
