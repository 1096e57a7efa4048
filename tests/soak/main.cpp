// SPDX-License-Identifier: BSD-3-Clause
// soak [--seed N] [--rounds N | --minutes M] [--longest BYTES]: random messages among all ranks, every byte looked at,
// and memory that must not grow. Exits 1 when something was wrong; a rank that hangs says what it was doing.
#include <malloc.h>
#include <mpi.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "soak/processes.hpp"

namespace {

/// Of this process: a signal's handler tells it, too.
baton::soak::Report& report() {
  static baton::soak::Report one;
  return one;
}

void hung(int number) {
  std::fprintf(stderr, "soak: rank %d %s: %s\n", report().rank, number == SIGALRM ? "hangs" : "died",
               report().doing.c_str());
  std::fflush(nullptr);
  _exit(3);
}

/// Memory of this process in MB.
struct Memory {
  double in_use = 0;    // handed out by malloc
  double private_ = 0;  // resident, its own
  double shared = 0;    // resident, shared with its peers: rings, pinned buffers of both

  static Memory now() {
    const auto heap = mallinfo2();
    Memory memory;
    memory.in_use = static_cast<double>(heap.uordblks + heap.hblkhd) / 1e6;
    std::FILE* const file = std::fopen("/proc/self/status", "r");
    if (file == nullptr) return memory;
    for (char line[256]; std::fgets(line, sizeof line, file) != nullptr;) {
      long kib = 0;
      if (std::sscanf(line, "RssAnon: %ld", &kib) == 1) memory.private_ = static_cast<double>(kib) * 1024 / 1e6;
      if (std::sscanf(line, "RssShmem: %ld", &kib) == 1) memory.shared = static_cast<double>(kib) * 1024 / 1e6;
    }
    std::fclose(file);
    return memory;
  }
};

/// Means of the first, the middle and the last third.
class Thirds {
 public:
  void look() { all_.push_back(Memory::now()); }
  [[nodiscard]] double mean(double Memory::*which, std::size_t third) const {
    const std::size_t from = all_.size() * third / 3;
    const std::size_t to = all_.size() * (third + 1) / 3;
    double sum = 0;
    for (std::size_t i = from; i < to; ++i) sum += all_[i].*which;
    return to == from ? 0 : sum / static_cast<double>(to - from);
  }
  [[nodiscard]] std::string text(double Memory::*which) const {
    char out[80];
    std::snprintf(out, sizeof out, "%.1f, %.1f, %.1f", mean(which, 0), mean(which, 1), mean(which, 2));
    return out;
  }

 private:
  std::vector<Memory> all_;
};

}  // namespace

int main(int argc, char** argv) {
  baton::soak::Settings settings;
  std::uint32_t rounds = 200;
  double minutes = 0;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--seed") == 0) settings.seed = std::strtoull(argv[i + 1], nullptr, 10);
    if (std::strcmp(argv[i], "--rounds") == 0) rounds = static_cast<std::uint32_t>(std::atoi(argv[i + 1]));
    if (std::strcmp(argv[i], "--minutes") == 0) minutes = std::atof(argv[i + 1]);
    if (std::strcmp(argv[i], "--longest") == 0) settings.longest = std::atoll(argv[i + 1]);
  }
  // Blocks of their own for long buffers, whatever was freed before: or what is resident tells of malloc's holes.
  mallopt(M_MMAP_THRESHOLD, 128 << 10);
  baton::soak::Report& report = ::report();
  MPI_Init(&argc, &argv);
  for (const int number : {SIGALRM, SIGSEGV, SIGBUS, SIGABRT}) std::signal(number, hung);
  int failures = 0;
  {
    baton::soak::Processes port(report);
    settings.ranks = port.size();
    const baton::soak::Plan plan(settings);
    baton::soak::Rank rank(port, plan, report);
    Thirds memory;
    const auto start = std::chrono::steady_clock::now();
    const auto over = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(); };
    std::uint32_t round = 0;
    constexpr std::uint32_t rounds_a_look = 32;
    for (; minutes > 0 || round < rounds; ++round) {
      alarm(minutes > 0 ? 900 : 100);
      if (minutes > 0 && round % rounds_a_look == 0 && !port.agreed(over() < 60 * minutes)) break;
      rank.round(round);
      if (round % rounds_a_look == 0) memory.look();
    }
    rank.end(round);
    std::printf(
        "soak: rank %d, seed %llu: %llu rounds, %llu messages, %.1f GB, %llu probed, %llu receives cancelled, %llu "
        "too late, in %.0f s; %llu failures; MB by thirds: in use %s; resident, private %s; shared %s\n",
        port.rank(), static_cast<unsigned long long>(settings.seed), static_cast<unsigned long long>(report.rounds),
        static_cast<unsigned long long>(report.messages), static_cast<double>(report.bytes) / 1e9,
        static_cast<unsigned long long>(report.probed), static_cast<unsigned long long>(report.cancelled),
        static_cast<unsigned long long>(report.not_cancelled), over(), static_cast<unsigned long long>(report.failures),
        memory.text(&Memory::in_use).c_str(), memory.text(&Memory::private_).c_str(),
        memory.text(&Memory::shared).c_str());
    // The first third fills what is kept for later; from then on nothing may grow.
    const auto grows = [&](double Memory::*which, double factor, double room) {
      return memory.mean(which, 2) > factor * memory.mean(which, 1) + room;
    };
    if (minutes >= 5 &&
        (grows(&Memory::in_use, 1, 2) || grows(&Memory::private_, 1.1, 4) || grows(&Memory::shared, 1.1, 16)))
      report.fail("memory has grown");
    int mine = static_cast<int>(report.failures);
    MPI_Allreduce(&mine, &failures, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
  }
  MPI_Finalize();
  return failures == 0 ? 0 : 1;
}
