// SPDX-License-Identifier: BSD-3-Clause
// A rank for the launcher tests: connects, checks what it is told, and does what its first argument says. Exit status 0
// means "as expected".
//   exchange        put, then get from every rank, short and long values; one line about the job on stdout by rank 0
//   late            exchange, where rank 0 connects so late that a PMIx server gives up waiting for it
//   abort CODE      the last rank aborts the job, the others wait for something that never comes
//   refuse WORD     connect() must fail, with a sentence of at most 300 characters that holds WORD
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "bootstrap/bootstrap.hpp"

namespace {

using baton::bootstrap::Bootstrap;

constexpr std::int64_t patience_ns = 30'000'000'000;

[[noreturn]] void fail(const std::string& text) {
  std::fprintf(stderr, "launch_probe: %s\n", text.c_str());
  ::_exit(1);
}

void expect(bool condition, const std::string& text) {
  if (!condition) fail(text);
}

void succeed(const baton::Status& status, const char* what) {
  if (!status) fail(std::string(what) + ": " + status.error().what);
}

/// What rank `r` puts: any bytes, and more of them than one piece of the PMI-1 wire holds.
std::string long_value(std::uint32_t r) {
  std::string value = "rank " + std::to_string(r) + " =;%\n\t";
  for (int i = 0; i < 2000; ++i) value += static_cast<char>((i * 7 + static_cast<int>(r)) & 0xFF);
  return value;
}

void check_local_ranks(Bootstrap& bootstrap, bool hosts_are_names) {
  const auto& job = bootstrap.job();
  bool self = false;
  for (std::size_t i = 0; i < job.local_ranks.size(); ++i) {
    self = self || job.local_ranks[i] == job.rank;
    expect(job.local_ranks[i] < job.size, "a local rank that does not exist");
    expect(i == 0 || job.local_ranks[i - 1] < job.local_ranks[i], "local ranks do not ascend");
  }
  expect(self, "this rank is not among its local ranks");
  if (!hosts_are_names) return;
  std::size_t same = 0;
  for (std::uint32_t r = 0; r < job.size; ++r) same += bootstrap.host_of(r) == job.host ? 1 : 0;
  expect(same == job.local_ranks.size(), std::to_string(same) + " ranks say they are on this host, local_ranks has " +
                                             std::to_string(job.local_ranks.size()));
}

int exchange(Bootstrap& bootstrap) {
  const auto& job = bootstrap.job();
  expect(job.rank < job.size, "rank beyond size");
  expect(!job.id.empty() && !job.host.empty(), "no job id or no host");
  succeed(bootstrap.put("card", "card of " + std::to_string(job.rank)), "put");
  succeed(bootstrap.put("long", long_value(job.rank)), "put of a long value");
  succeed(bootstrap.put("empty", ""), "put of an empty value");
  succeed(bootstrap.commit(), "commit");
  if (!bootstrap.get_waits()) succeed(bootstrap.fence(), "fence");
  const std::int64_t start = baton::now_ns();
  for (std::uint32_t i = 0; i < job.size; ++i) {
    const std::uint32_t r = (job.rank + i) % job.size;
    const auto card = bootstrap.get(r, "card", patience_ns);
    if (!card) fail(std::string("get: ") + card.error().what);
    expect(*card == "card of " + std::to_string(r), "wrong card: " + *card);
    const auto value = bootstrap.get(r, "long", patience_ns);
    expect(value && *value == long_value(r), "a long value arrives changed");
    const auto empty = bootstrap.get(r, "empty", patience_ns);
    expect(empty && empty->empty(), "an empty value arrives changed");
  }
  const std::int64_t end = baton::now_ns();
  check_local_ranks(bootstrap, std::getenv("PROBE_HOSTS_DIFFER_BY_NAME") == nullptr);
  succeed(bootstrap.fence(), "fence");
  const auto missing = bootstrap.get(job.rank, "never-put", 50'000'000);
  expect(!missing.has_value(), "a key that nobody put has a value");
  if (job.rank == 0) {
    std::string locals;
    for (const auto r : job.local_ranks) locals.append(locals.empty() ? "" : ",").append(std::to_string(r));
    std::printf("launcher=%s size=%u host=%s local=%s universe=%lld appnum=%lld get_us=%.1f\n", job.launcher.c_str(),
                job.size, job.host.c_str(), locals.c_str(), static_cast<long long>(job.universe_size),
                static_cast<long long>(job.appnum), static_cast<double>(end - start) / 3e3 / job.size);
    std::fflush(stdout);
  }
  const char* expected = std::getenv("PROBE_SIZE");
  expect(expected == nullptr || std::to_string(job.size) == expected, "size is " + std::to_string(job.size));
  const char* launcher = std::getenv("PROBE_LAUNCHER");
  expect(launcher == nullptr || job.launcher == launcher, "launcher is " + job.launcher);
  const char* locals = std::getenv("PROBE_LOCAL_COUNT");
  expect(locals == nullptr || std::to_string(job.local_ranks.size()) == locals,
         "local ranks: " + std::to_string(job.local_ranks.size()));
  succeed(bootstrap.finalize(), "finalize");
  return 0;
}

int abort_job(Bootstrap& bootstrap, int code) {
  // All are there first, and nobody waits in the server then: the one of Open MPI 4.1 crashes now and then when a job
  // ends with a fence under way, and so loses the exit code.
  if (!bootstrap.fence()) return 1;
  if (bootstrap.job().rank == bootstrap.job().size - 1) {
    std::fprintf(stderr, "the last words of rank %u\n", bootstrap.job().rank);
    bootstrap.abort(code, "the probe aborts on purpose");
  }
  ::pause();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view mode = argc > 1 ? argv[1] : "exchange";
  // The server waits for 2 s, and only time can show what it does then.
  const char* rank = std::getenv("PMIX_RANK");
  if (mode == "late" && rank != nullptr && std::string_view(rank) == "0") ::sleep(3);
  const std::int64_t start = baton::now_ns();
  auto bootstrap = baton::bootstrap::connect();
  if (mode == "refuse") {
    expect(!bootstrap.has_value(), "connect() should have failed");
    const std::string_view what = bootstrap.error().what;
    expect(what.size() <= 300, "the sentence is too long: " + std::string(what));
    expect(argc > 2 && what.find(argv[2]) != std::string_view::npos, "the sentence is: " + std::string(what));
    return 0;
  }
  if (!bootstrap) fail(bootstrap.error().what);
  if (std::getenv("PROBE_TIMES") != nullptr)
    std::fprintf(stderr, "connect %.2f ms\n", static_cast<double>(baton::now_ns() - start) * 1e-6);
  if (mode == "abort" && argc > 2) return abort_job(**bootstrap, std::atoi(argv[2]));
  return exchange(**bootstrap);
}
