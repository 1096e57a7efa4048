// SPDX-License-Identifier: BSD-3-Clause
// What the machine allows two processes on two cores: the floors that messages stand beside. MPI only starts the two
// ranks and brings them together between the timings; what is timed uses none of it.
//   line       a message in the cache line of its flag
//   pipeline   copied in by the sender and out by the receiver, through 4 chunks of shared memory
//   mapped     copied by the receiver alone, from memory of the sender that it sees, to memory of its own
//   both       the same, each copying half
//   kernel     copied by the receiver alone, by process_vm_readv
//   socket     TCP over loopback, both polling
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <new>

#include "bench.hpp"

namespace {

constexpr std::size_t slots = 4;
constexpr std::size_t most_chunk = 64U << 10U;
constexpr std::size_t in_flight_limit = 16U << 20U;  // the buffers of p2p.cpp

constexpr std::size_t line_bytes = 48;  // of a message that lies in the line of its flag

struct alignas(64) Flag {
  std::atomic<std::uint64_t> value{0};
  char payload[line_bytes] = {};
  void put(std::uint64_t v) { value.store(v, std::memory_order_release); }
  void await(std::uint64_t v) const {
    while (value.load(std::memory_order_acquire) < v) {
    }
  }
};

/// What both ranks see: counters that only grow, and memory. `side` is the rank that writes.
struct Shared {
  Flag written[2];
  Flag read[2];
  alignas(4096) char chunks[slots][most_chunk];
  alignas(4096) char memory[2][in_flight_limit];
};

/// The same anonymous memory in both ranks: rank 1 opens it through rank 0's process.
Shared* share(int rank) {
  long place[2] = {getpid(), -1};
  if (rank == 0) {
    place[1] = memfd_create("floor", MFD_CLOEXEC);
    bench::require(place[1] >= 0 && ftruncate(static_cast<int>(place[1]), sizeof(Shared)) == 0, "shared memory");
  }
  MPI_Bcast(place, 2, MPI_LONG, 0, MPI_COMM_WORLD);
  const std::string path = "/proc/" + std::to_string(place[0]) + "/fd/" + std::to_string(place[1]);
  std::FILE* const file = std::fopen(path.c_str(), "r+");
  bench::require(file != nullptr, "opening the other rank's memory");
  void* const at = mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_POPULATE, fileno(file), 0);
  bench::require(at != MAP_FAILED, "mapping the other rank's memory");
  std::fclose(file);
  if (rank == 0) new (at) Shared;
  MPI_Barrier(MPI_COMM_WORLD);
  return static_cast<Shared*>(at);
}

/// A socket between the two ranks over loopback.
int connect_pair(int rank) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  auto* const plain = reinterpret_cast<sockaddr*>(&address);
  int socket_fd = socket(AF_INET, SOCK_STREAM, 0);
  int port = 0;
  if (rank == 0) {
    bench::require(bind(socket_fd, plain, length) == 0 && listen(socket_fd, 1) == 0, "listening");
    getsockname(socket_fd, plain, &length);
    port = address.sin_port;
  }
  MPI_Bcast(&port, 1, MPI_INT, 0, MPI_COMM_WORLD);
  if (rank == 0) {
    const int listener = std::exchange(socket_fd, accept(socket_fd, nullptr, nullptr));
    close(listener);
  } else {
    address.sin_port = static_cast<in_port_t>(port);
    bench::require(connect(socket_fd, plain, length) == 0, "connecting");
  }
  const int on = 1;
  setsockopt(socket_fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return socket_fd;
}

/// A rank's view. A message goes from one side's buffer to the same place of the other's.
class Ways {
 public:
  explicit Ways(int rank)
      : rank_(rank), shared_(*share(rank)), own_(in_flight_limit, false), socket_(connect_pair(rank)) {
    std::uint64_t mine[2] = {static_cast<std::uint64_t>(getpid()), reinterpret_cast<std::uintptr_t>(own_.bytes())};
    std::uint64_t theirs[2] = {};
    MPI_Sendrecv(mine, 2, MPI_UINT64_T, 1 - rank, 0, theirs, 2, MPI_UINT64_T, 1 - rank, 0, MPI_COMM_WORLD,
                 MPI_STATUS_IGNORE);
    peer_ = static_cast<pid_t>(theirs[0]);
    peer_buffer_ = theirs[1];
  }
  Ways(const Ways&) = delete;
  Ways& operator=(const Ways&) = delete;
  ~Ways() { close(socket_); }

  using Way = void (Ways::*)(int from, std::size_t bytes, std::size_t at);
  struct Named {
    const char* name;
    Way way;
    const char* suffix;  // of the benchmark of p2p.cpp that it is the floor of, or by which it is told apart
    std::size_t least;   // bytes of a message
    std::size_t most;
  };
  static std::vector<Named> all() {
    constexpr std::size_t any = in_flight_limit;
    return {{"line", &Ways::line, "", 1, line_bytes},        {"pipeline", &Ways::pipeline, "", line_bytes + 1, any},
            {"mapped", &Ways::mapped, "_mapped", 1024, any}, {"both", &Ways::both, "_alloc_mem", 1024, any},
            {"kernel", &Ways::kernel, "_kernel", 1024, any}, {"socket", &Ways::stream, "", 1, any}};
  }

  /// Both ranks, before a way is timed: each counts in its own manner.
  void begin() {
    MPI_Barrier(MPI_COMM_WORLD);
    for (std::uint64_t& count : count_) count = 0;
    if (rank_ == 0) {
      for (int side = 0; side < 2; ++side) {
        shared_.written[side].put(0);
        shared_.read[side].put(0);
      }
    }
    MPI_Barrier(MPI_COMM_WORLD);
  }
  /// From rank 1 to rank 0: all is there.
  void reply() { line(1, 0, 0); }
  /// Where this rank's messages of that way lie.
  [[nodiscard]] char* buffer(const Named& named, int rank) const {
    return named.way == &Ways::mapped || named.way == &Ways::both ? shared_.memory[rank] : own_.bytes();
  }
  [[nodiscard]] bool kernel_copies() const {  // where the system forbids it, there is no such floor
    char byte = 0;
    const iovec mine{&byte, 1};
    const iovec theirs{reinterpret_cast<void*>(peer_buffer_), 1};
    int allowed = process_vm_readv(peer_, &mine, 1, &theirs, 1, 0) == 1 ? 1 : 0;
    MPI_Allreduce(MPI_IN_PLACE, &allowed, 1, MPI_INT, MPI_MIN, MPI_COMM_WORLD);
    return allowed != 0;
  }

 private:
  void line(int from, std::size_t bytes, std::size_t at) {
    Flag& flag = shared_.written[from];
    const std::uint64_t next = ++count_[from];
    if (rank_ == from) {
      std::memcpy(flag.payload, own_.bytes() + at, bytes);
      flag.put(next);
    } else {
      flag.await(next);
      std::memcpy(own_.bytes() + at, flag.payload, bytes);
    }
  }
  void pipeline(int from, std::size_t bytes, std::size_t at) {
    const std::size_t chunk = std::min(most_chunk, std::max<std::size_t>(bytes / slots, 4096));
    for (std::size_t begin = 0; begin < bytes; begin += chunk) {
      const std::size_t length = std::min(chunk, bytes - begin);
      const std::uint64_t next = ++count_[from];
      char* const slot = shared_.chunks[next % slots];
      if (rank_ == from) {
        if (next > slots) shared_.read[from].await(next - slots);
        std::memcpy(slot, own_.bytes() + at + begin, length);
        shared_.written[from].put(next);
      } else {
        shared_.written[from].await(next);
        std::memcpy(own_.bytes() + at + begin, slot, length);
        shared_.read[from].put(next);
      }
    }
  }
  void mapped(int from, std::size_t bytes, std::size_t at) { copy_mapped(from, at, 0, bytes); }
  void both(int from, std::size_t bytes, std::size_t at) { copy_mapped(from, at, bytes / 2, bytes); }
  /// The sender copies up to `middle`, the receiver the rest.
  void copy_mapped(int from, std::size_t at, std::size_t middle, std::size_t bytes) {
    const std::uint64_t next = ++count_[from];
    char* const source = shared_.memory[from] + at;
    char* const target = shared_.memory[1 - from] + at;
    if (rank_ == from) {
      shared_.written[from].put(next * 2 - 1);
      if (middle != 0) std::memcpy(target, source, middle);
      shared_.written[from].put(next * 2);
      shared_.read[from].await(next);
    } else {
      shared_.written[from].await(next * 2 - 1);
      std::memcpy(target + middle, source + middle, bytes - middle);
      shared_.written[from].await(next * 2);
      shared_.read[from].put(next);
    }
  }
  void kernel(int from, std::size_t bytes, std::size_t at) {
    const std::uint64_t next = ++count_[from];
    if (rank_ == from) {
      shared_.written[from].put(next);
      shared_.read[from].await(next);
    } else {
      shared_.written[from].await(next);
      const iovec mine{own_.bytes() + at, bytes};
      const iovec theirs{reinterpret_cast<void*>(peer_buffer_ + at), bytes};
      bench::require(process_vm_readv(peer_, &mine, 1, &theirs, 1, 0) == static_cast<ssize_t>(bytes), "kernel's copy");
      shared_.read[from].put(next);
    }
  }
  void stream(int from, std::size_t bytes, std::size_t at) {
    for (std::size_t over = 0; over < bytes;) {
      char* const place = own_.bytes() + at + over;
      const ssize_t n = rank_ == from ? send(socket_, place, bytes - over, MSG_DONTWAIT)
                                      : recv(socket_, place, bytes - over, MSG_DONTWAIT);
      bench::require(n > 0 || (n < 0 && errno == EAGAIN), "socket");
      if (n > 0) over += static_cast<std::size_t>(n);
    }
  }

  int rank_;
  Shared& shared_;
  bench::Buffer own_;
  int socket_;
  pid_t peer_ = 0;
  std::uintptr_t peer_buffer_ = 0;
  std::uint64_t count_[2] = {0, 0};
};

/// A message there and back must hold what was sent.
void verify(Ways& ways, const Ways::Named& named, int rank, std::size_t bytes) {
  ways.begin();
  char* const own = ways.buffer(named, rank);
  for (std::size_t i = 0; i < bytes; ++i) own[i] = rank == 0 ? static_cast<char>(i * 7 + bytes) : '\0';
  MPI_Barrier(MPI_COMM_WORLD);
  (ways.*named.way)(0, bytes, 0);
  if (rank == 1)
    for (std::size_t i = 0; i < bytes; ++i)
      bench::require(own[i] == static_cast<char>(i * 7 + bytes),
                     std::string(named.name) + " of " + std::to_string(bytes));
  MPI_Barrier(MPI_COMM_WORLD);
}

void run(const bench::Options& options, int rank) {
  const double budget = options.number("budget", 0.1);
  Ways ways(rank);
  const auto report = [&](const std::string& name, std::size_t bytes, const char* metric, const char* unit, double v) {
    if (rank == 0) bench::emit(name, bytes, metric, unit, v);
  };
  const auto per_iteration = [&](auto&& body) {
    return bench::seconds_per_iteration(MPI_COMM_WORLD, budget, [&](long n) {
      ways.begin();
      const double start = MPI_Wtime();
      for (long i = 0; i < n; ++i) body();
      return MPI_Wtime() - start;
    });
  };
  const std::vector<std::string> tests = options.list("tests", "latency,bandwidth");
  const auto wanted = [&](const char* test) { return std::find(tests.begin(), tests.end(), test) != tests.end(); };
  const bool kernel_copies = ways.kernel_copies();
  for (const std::string& name : options.list("ways", "line,pipeline,mapped,both,kernel"))
    for (const Ways::Named& named : Ways::all()) {
      if (name != named.name || (name == "kernel" && !kernel_copies)) continue;
      for (const std::size_t bytes : options.sizes("sizes", "8,4096,65536,1048576,4194304")) {
        if (bytes < named.least || bytes > named.most) continue;
        verify(ways, named, rank, bytes);
        if (wanted("latency")) {
          const double there_and_back = per_iteration([&] {
            (ways.*named.way)(0, bytes, 0);
            (ways.*named.way)(1, bytes, 0);
          });
          report(std::string("latency") + named.suffix, bytes, "half round trip", "us", there_and_back / 2 * 1e6);
        }
        if (!wanted("bandwidth") || name == "line") continue;  // of short messages a rate is told, not a bandwidth
        const std::size_t window = std::clamp<std::size_t>(in_flight_limit / bytes, 4, 64);
        const double stream = per_iteration([&] {
          for (std::size_t w = 0; w < window; ++w) (ways.*named.way)(0, bytes, w * bytes);
          ways.reply();
        });
        report(std::string("bandwidth") + named.suffix, bytes, "bandwidth", "MB/s",
               static_cast<double>(window * bytes) / stream / 1e6);
      }
    }
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  int size = 0;
  int rank = 0;
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  bench::require(size == 2, "floor runs with exactly 2 ranks");
  run(bench::Options(argc, argv), rank);
  MPI_Finalize();
  return 0;
}
