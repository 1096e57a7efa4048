// SPDX-License-Identifier: BSD-3-Clause
// Point-to-point speed between ranks 0 and 1: latency (half a round trip), bandwidth one way and both ways, message
// rate, and round trips of a vector of every second 64 bytes (strided). Sends lie in distinct slices of one buffer, as
// the standard wants for receives that are outstanding together.
#include "bench.hpp"

namespace {

using bench::Buffer;

constexpr std::size_t in_flight_limit = 16U << 20U;
constexpr int rate_window = 64;
constexpr int data_tag = 1;
constexpr int reply_tag = 2;

struct Pair {
  int rank = 0;
  [[nodiscard]] int peer() const { return 1 - rank; }
};

int as_count(std::size_t bytes) { return static_cast<int>(bytes); }

/// One message there with a pattern, and back: the content must survive.
void verify_content(Pair pair, std::size_t bytes, char* buffer) {
  for (std::size_t i = 0; i < bytes; ++i) buffer[i] = pair.rank == 0 ? static_cast<char>(i * 7 + bytes) : '\0';
  if (pair.rank == 0) {
    MPI_Send(buffer, as_count(bytes), MPI_BYTE, 1, data_tag, MPI_COMM_WORLD);
    std::fill_n(buffer, bytes, '\0');
    MPI_Recv(buffer, as_count(bytes), MPI_BYTE, 1, data_tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
  } else {
    MPI_Recv(buffer, as_count(bytes), MPI_BYTE, 0, data_tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    MPI_Send(buffer, as_count(bytes), MPI_BYTE, 0, data_tag, MPI_COMM_WORLD);
  }
  for (std::size_t i = 0; i < bytes; ++i)
    bench::require(buffer[i] == static_cast<char>(i * 7 + bytes), "message of " + std::to_string(bytes) + " bytes");
}

double ping_pong(Pair pair, std::size_t bytes, char* buffer, long iterations) {
  const double start = MPI_Wtime();
  for (long i = 0; i < iterations; ++i) {
    if (pair.rank == 0) {
      MPI_Send(buffer, as_count(bytes), MPI_BYTE, 1, data_tag, MPI_COMM_WORLD);
      MPI_Recv(buffer, as_count(bytes), MPI_BYTE, 1, data_tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    } else {
      MPI_Recv(buffer, as_count(bytes), MPI_BYTE, 0, data_tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
      MPI_Send(buffer, as_count(bytes), MPI_BYTE, 0, data_tag, MPI_COMM_WORLD);
    }
  }
  return MPI_Wtime() - start;
}

constexpr std::size_t stripe = 64;  // bytes of a block of the strided type, and of the gap behind it

/// Round trips of `stripes` blocks with gaps as long as they; the same type on both sides.
double strided_ping_pong(Pair pair, MPI_Datatype type, char* buffer, long iterations) {
  const double start = MPI_Wtime();
  for (long i = 0; i < iterations; ++i) {
    if (pair.rank == 0) MPI_Send(buffer, 1, type, 1, data_tag, MPI_COMM_WORLD);
    MPI_Recv(buffer, 1, type, pair.peer(), data_tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    if (pair.rank == 1) MPI_Send(buffer, 1, type, 0, data_tag, MPI_COMM_WORLD);
  }
  return MPI_Wtime() - start;
}

/// The blocks have come, and nothing was written to the gaps.
void verify_stripes(Pair pair, MPI_Datatype type, std::size_t bytes, char* buffer) {
  const auto pattern = [](std::size_t i) { return static_cast<char>(i * 11 + 3); };
  for (std::size_t i = 0; i < 2 * bytes; ++i) buffer[i] = pair.rank == 0 ? pattern(i) : '\0';
  (void)strided_ping_pong(pair, type, buffer, 1);
  for (std::size_t i = 0; i < 2 * bytes; ++i) {
    const bool gap = i / stripe % 2 != 0;
    bench::require(buffer[i] == (gap && pair.rank == 1 ? '\0' : pattern(i)),
                   "strided message of " + std::to_string(bytes) + " bytes");
  }
}

/// Half a round trip in seconds of `bytes` in stripes; the buffer holds twice as much.
double strided(Pair pair, std::size_t bytes, double budget, char* buffer) {
  MPI_Datatype type = MPI_DATATYPE_NULL;
  MPI_Type_vector(as_count(bytes / stripe), stripe, 2 * stripe, MPI_BYTE, &type);
  MPI_Type_commit(&type);
  verify_stripes(pair, type, bytes, buffer);
  const double seconds = bench::seconds_per_iteration(MPI_COMM_WORLD, budget,
                                                      [&](long n) { return strided_ping_pong(pair, type, buffer, n); });
  MPI_Type_free(&type);
  return seconds / 2;
}

/// `window` messages from rank 0 (and from rank 1 too where `both`), then one empty reply that ends the iteration.
double stream(Pair pair, std::size_t bytes, int window, bool both, char* send, char* receive, long iterations) {
  std::vector<MPI_Request> requests(static_cast<std::size_t>(window) * 2);
  const bool sends = both || pair.rank == 0;
  const bool receives = both || pair.rank == 1;
  const double start = MPI_Wtime();
  for (long i = 0; i < iterations; ++i) {
    int used = 0;
    if (receives)
      for (int w = 0; w < window; ++w)
        MPI_Irecv(receive + static_cast<std::size_t>(w) * bytes, as_count(bytes), MPI_BYTE, pair.peer(), data_tag,
                  MPI_COMM_WORLD, &requests[static_cast<std::size_t>(used++)]);
    if (sends)
      for (int w = 0; w < window; ++w)
        MPI_Isend(send + static_cast<std::size_t>(w) * bytes, as_count(bytes), MPI_BYTE, pair.peer(), data_tag,
                  MPI_COMM_WORLD, &requests[static_cast<std::size_t>(used++)]);
    MPI_Waitall(used, requests.data(), MPI_STATUSES_IGNORE);
    if (both) continue;
    if (pair.rank == 0) {
      MPI_Recv(nullptr, 0, MPI_BYTE, 1, reply_tag, MPI_COMM_WORLD, MPI_STATUS_IGNORE);
    } else {
      MPI_Send(nullptr, 0, MPI_BYTE, 0, reply_tag, MPI_COMM_WORLD);
    }
  }
  return MPI_Wtime() - start;
}

int window_for(std::size_t bytes) {
  return static_cast<int>(std::clamp<std::size_t>(in_flight_limit / std::max<std::size_t>(bytes, 1), 4, rate_window));
}

void run(const bench::Options& options, Pair pair) {
  const double budget = options.number("budget", 0.1);
  const bool from_mpi = options.text("buffer", "heap") == "mpi";
  const std::string suffix = from_mpi ? "_alloc_mem" : "";
  const std::vector<std::size_t> sizes = options.sizes("sizes", "0,8,1024,65536,4194304");
  const std::size_t largest = *std::max_element(sizes.begin(), sizes.end());
  const std::size_t room = std::max(in_flight_limit, largest * 4);
  const Buffer send(room, from_mpi);
  const Buffer receive(room, from_mpi);
  for (const std::size_t bytes : sizes) verify_content(pair, bytes, send.bytes());

  const auto report = [&](const std::string& test, std::size_t bytes, const char* metric, const char* unit, double v) {
    if (pair.rank == 0) bench::emit(test + suffix, bytes, metric, unit, v);
  };
  for (const std::string& test : options.list("tests", "latency,bandwidth,bibandwidth,rate")) {
    for (const std::size_t bytes : sizes) {
      if (test == "latency") {
        const double seconds = bench::seconds_per_iteration(
            MPI_COMM_WORLD, budget, [&](long n) { return ping_pong(pair, bytes, send.bytes(), n); });
        report(test, bytes, "half round trip", "us", seconds / 2 * 1e6);
      } else if (test == "bandwidth" || test == "bibandwidth") {
        if (bytes == 0) continue;
        const bool both = test == "bibandwidth";
        const int window = window_for(bytes);
        const double seconds = bench::seconds_per_iteration(MPI_COMM_WORLD, budget, [&](long n) {
          return stream(pair, bytes, window, both, send.bytes(), receive.bytes(), n);
        });
        const double moved = static_cast<double>(bytes) * window * (both ? 2 : 1);
        report(test, bytes, "bandwidth", "MB/s", moved / seconds / 1e6);
      } else if (test == "strided") {
        if (bytes < stripe) continue;
        report(test, bytes, "half round trip", "us",
               strided(pair, bytes / stripe * stripe, budget, send.bytes()) * 1e6);
      } else if (test == "rate") {
        if (bytes > 1024) continue;
        const double seconds = bench::seconds_per_iteration(MPI_COMM_WORLD, budget, [&](long n) {
          return stream(pair, bytes, rate_window, false, send.bytes(), receive.bytes(), n);
        });
        report(test, bytes, "message rate", "M/s", rate_window / seconds / 1e6);
      } else {
        bench::require(false, "unknown test " + test);
      }
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  int size = 0;
  Pair pair;
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  MPI_Comm_rank(MPI_COMM_WORLD, &pair.rank);
  bench::require(size == 2, "p2p runs with exactly 2 ranks");
  run(bench::Options(argc, argv), pair);
  MPI_Finalize();
  return 0;
}
