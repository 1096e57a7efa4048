// SPDX-License-Identifier: BSD-3-Clause
// What every benchmark program shares: options, buffers, the timing loop, result lines, and the checks that make a
// wrong answer a failure. Uses the public MPI interface only, so one source measures any MPI. Holds no benchmark
// itself.
#pragma once

#include <mpi.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace bench {

/// `--name value` pairs of a command line.
class Options {
 public:
  Options(int argc, char** argv) {
    for (int i = 1; i + 1 < argc; i += 2) {
      std::string name = argv[i];
      if (name.rfind("--", 0) == 0) values_[name.substr(2)] = argv[i + 1];
    }
  }
  [[nodiscard]] std::string text(const std::string& name, const std::string& otherwise) const {
    const auto found = values_.find(name);
    return found == values_.end() ? otherwise : found->second;
  }
  [[nodiscard]] double number(const std::string& name, double otherwise) const {
    const auto found = values_.find(name);
    return found == values_.end() ? otherwise : std::strtod(found->second.c_str(), nullptr);
  }
  [[nodiscard]] std::vector<std::string> list(const std::string& name, const std::string& otherwise) const {
    std::vector<std::string> parts;
    std::istringstream stream(text(name, otherwise));
    for (std::string part; std::getline(stream, part, ',');)
      if (!part.empty()) parts.push_back(part);
    return parts;
  }
  [[nodiscard]] std::vector<std::size_t> sizes(const std::string& name, const std::string& otherwise) const {
    std::vector<std::size_t> result;
    for (const std::string& part : list(name, otherwise)) result.push_back(std::strtoull(part.c_str(), nullptr, 10));
    return result;
  }

 private:
  std::map<std::string, std::string> values_;
};

/// Ends the whole job with an error when a benchmark's answer is wrong: a fast wrong answer must not be reported.
inline void require(bool holds, const std::string& what) {
  if (holds) return;
  int rank = -1;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  std::fprintf(stderr, "wrong answer on rank %d: %s\n", rank, what.c_str());
  MPI_Abort(MPI_COMM_WORLD, 3);
  std::abort();
}

/// One result line, the only thing the driver reads. Call on one rank alone.
inline void emit(const std::string& benchmark, std::size_t bytes, const char* metric, const char* unit, double value) {
  std::printf("{\"benchmark\":\"%s\",\"bytes\":%zu,\"metric\":\"%s\",\"unit\":\"%s\",\"value\":%.9g}\n",
              benchmark.c_str(), bytes, metric, unit, value);
  std::fflush(stdout);
}

/// Memory for messages: page-aligned heap, as most codes have it, or MPI_Alloc_mem where `from_mpi`.
/// Every byte is written once, so no page fault falls into a timed region.
class Buffer {
 public:
  Buffer(std::size_t bytes, bool from_mpi) : bytes_(std::max<std::size_t>(bytes, 1)), from_mpi_(from_mpi) {
    if (from_mpi_) {
      MPI_Alloc_mem(static_cast<MPI_Aint>(bytes_), MPI_INFO_NULL, &data_);
    } else if (posix_memalign(&data_, 4096, bytes_) != 0) {
      data_ = nullptr;
    }
    require(data_ != nullptr, "no memory for a buffer of " + std::to_string(bytes_) + " bytes");
    std::fill_n(static_cast<char*>(data_), bytes_, '\1');
  }
  Buffer(const Buffer&) = delete;
  Buffer& operator=(const Buffer&) = delete;
  ~Buffer() {
    if (from_mpi_) {
      MPI_Free_mem(data_);
    } else {
      std::free(data_);
    }
  }
  [[nodiscard]] char* bytes() const { return static_cast<char*>(data_); }
  [[nodiscard]] double* doubles() const { return static_cast<double*>(data_); }

 private:
  void* data_ = nullptr;
  std::size_t bytes_;
  bool from_mpi_;
};

/// Runs `body(iterations)` in growing, then in five equal chunks that fill `budget` seconds together, and returns the
/// median of the chunks' seconds per iteration. `body` returns the seconds that count on this rank; a chunk's time is
/// the largest over the ranks. What does not count (barriers between calls) may take four times the budget. All ranks
/// run the same number of iterations, as all see the same largest times.
template <class Body>
double seconds_per_iteration(MPI_Comm comm, double budget, Body&& body) {
  constexpr int chunks = 5;
  constexpr long most = 1L << 22;
  struct Spent {
    double counted;
    double all;
  };
  const auto measure = [&](long iterations) {
    const double start = MPI_Wtime();
    const double counted = body(iterations);
    const double mine[2] = {counted, MPI_Wtime() - start};
    double largest[2] = {};
    MPI_Allreduce(mine, largest, 2, MPI_DOUBLE, MPI_MAX, comm);
    return Spent{largest[0] / static_cast<double>(iterations), largest[1] / static_cast<double>(iterations)};
  };
  measure(1);  // warms what the caller's own first call did not
  long iterations = 1;
  Spent each = measure(iterations);
  const double chunk = budget / chunks;
  const auto still_short = [&](long n) {
    return each.counted * static_cast<double>(n) < chunk / 4 && each.all * static_cast<double>(n) < chunk;
  };
  while (still_short(iterations) && iterations < most) each = measure(iterations *= 4);
  if (each.all * static_cast<double>(iterations) > 4 * budget) {  // slow, or disturbed once: a second look decides
    const Spent again = measure(iterations);
    if (again.all < each.all) each = again;
    if (each.all * static_cast<double>(iterations) > 4 * budget) return each.counted;
  }
  iterations =
      std::clamp(static_cast<long>(std::min(chunk / std::max(each.counted, 1e-10), 4 * chunk / each.all)), 1L, most);
  std::vector<double> times(chunks);
  for (double& time : times) time = measure(iterations).counted;
  std::sort(times.begin(), times.end());
  return times[chunks / 2];
}

}  // namespace bench
