// SPDX-License-Identifier: BSD-3-Clause
// The progress thread (BATON_PROGRESS_THREAD=1) in real processes: one rank after the other starts its part of an
// operation and computes, without a call, until all others have seen the end of theirs. They could not without it.
#include <dirent.h>
#include <sys/wait.h>

#include <csignal>
#include <fstream>
#include <string>
#include <vector>

#include "mpi/check.hpp"
#include "mpi/progress/shared.hpp"

namespace {

progress::Page* page = nullptr;
int size = 0;
int rounds = 0;

/// Starts an operation on all ranks; `away` calls nothing until the others are through.
template <class Start>
void goes_on(const char* name, int away, Start&& start) {
  ++rounds;
  progress::begin(name);
  std::vector<MPI_Request> requests;
  start(requests);
  const int all = rounds * (size - 1);
  if (check::rank == away) {
    progress::compute_until(page->over, all);
    MPI_Waitall(static_cast<int>(requests.size()), requests.data(), MPI_STATUSES_IGNORE);
  } else {
    MPI_Waitall(static_cast<int>(requests.size()), requests.data(), MPI_STATUSES_IGNORE);
    ++page->over;
  }
  MPI_Barrier(MPI_COMM_WORLD);
}

void operations(int away, int count) {
  const auto n = static_cast<std::size_t>(count);
  std::vector<int> one(n, check::rank + 1);
  std::vector<int> two(n, -1);
  std::vector<int> many(n * static_cast<std::size_t>(size), check::rank + 1);
  std::vector<int> all(n * static_cast<std::size_t>(size), -1);
  const int sum = size * (size + 1) / 2;
  const auto add = [](std::vector<MPI_Request>& requests) -> MPI_Request* {
    requests.push_back(MPI_REQUEST_NULL);
    return &requests.back();
  };
  goes_on("MPI_Iallreduce", away, [&](auto& requests) {
    MPI_Iallreduce(one.data(), two.data(), count, MPI_INT, MPI_SUM, MPI_COMM_WORLD, add(requests));
  });
  CHECK_EQ(two.back(), sum);
  goes_on("MPI_Ibcast", away, [&](auto& requests) {
    MPI_Ibcast(check::rank == away ? one.data() : two.data(), count, MPI_INT, away, MPI_COMM_WORLD, add(requests));
  });
  if (check::rank != away) CHECK_EQ(two.back(), away + 1);
  goes_on("MPI_Ialltoall", away, [&](auto& requests) {
    MPI_Ialltoall(many.data(), count, MPI_INT, all.data(), count, MPI_INT, MPI_COMM_WORLD, add(requests));
  });
  CHECK_EQ(all.back(), size);
  goes_on("MPI_Iallgather", away, [&](auto& requests) {
    MPI_Iallgather(one.data(), count, MPI_INT, all.data(), count, MPI_INT, MPI_COMM_WORLD, add(requests));
  });
  CHECK_EQ(all.back(), size);
  goes_on("MPI_Ireduce", away, [&](auto& requests) {
    MPI_Ireduce(one.data(), two.data(), count, MPI_INT, MPI_SUM, (away + 1) % size, MPI_COMM_WORLD, add(requests));
  });
  goes_on("MPI_Ibarrier", away, [&](auto& requests) { MPI_Ibarrier(MPI_COMM_WORLD, add(requests)); });
  goes_on("MPI_Irecv and MPI_Isend with the next rank", away, [&](auto& requests) {
    requests.reserve(2);
    MPI_Irecv(two.data(), count, MPI_INT, (check::rank + size - 1) % size, 0, MPI_COMM_WORLD, add(requests));
    MPI_Isend(one.data(), count, MPI_INT, (check::rank + 1) % size, 0, MPI_COMM_WORLD, add(requests));
  });
  CHECK_EQ(two.back(), (check::rank + size - 1) % size + 1);
}

/// The folders in /proc of the threads of this process that are called so.
std::vector<std::string> threads_called(const std::string& wanted) {
  std::vector<std::string> found;
  DIR* tasks = opendir("/proc/self/task");
  while (const dirent* task = tasks != nullptr ? readdir(tasks) : nullptr) {
    const std::string folder = std::string("/proc/self/task/") + task->d_name;
    std::string name;
    if (std::getline(std::ifstream(folder + "/comm"), name) && name == wanted) found.push_back(folder);
  }
  if (tasks != nullptr) closedir(tasks);
  return found;
}

/// The signals of the process are for the application's threads.
void signals_are_the_applications(const std::string& thread) {
  std::ifstream status(thread + "/status");
  std::string line;
  unsigned long long blocked = 0;
  while (std::getline(status, line)) {
    if (line.rfind("SigBlk:", 0) == 0) blocked = std::stoull(line.substr(7), nullptr, 16);
  }
  for (const int signal : {SIGUSR1, SIGUSR2, SIGTERM, SIGINT, SIGALRM, SIGCHLD}) {
    CHECK((blocked >> (signal - 1) & 1) != 0);
  }
  CHECK((blocked >> (SIGSEGV - 1) & 1) == 0);
  sigset_t own;
  pthread_sigmask(SIG_SETMASK, nullptr, &own);
  CHECK_EQ(sigismember(&own, SIGUSR1), 0);
}

void a_child_of_fork_ends_in_peace() {
  const pid_t child = fork();
  if (child == 0) std::exit(7);
  int status = 0;
  CHECK_EQ(waitpid(child, &status, 0), child);
  CHECK(WIFEXITED(status) && WEXITSTATUS(status) == 7);
}

}  // namespace

int main(int argc, char** argv) {
  const bool multiple = argc > 1 && std::string(argv[1]) == "multiple";
  int provided = 0;
  MPI_Init_thread(&argc, &argv, multiple ? MPI_THREAD_MULTIPLE : MPI_THREAD_SINGLE, &provided);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  const std::vector<std::string> threads = threads_called("baton-progress");
  CHECK_EQ(static_cast<long long>(threads.size()), 1);
  page = &progress::share();
  for (int away = 0; away < size; ++away) {
    operations(away, 1);
    operations(away, 20'000);
    operations(away, 300'000 / size);
  }
  progress::begin("signals and children");
  if (!threads.empty()) signals_are_the_applications(threads.front());
  a_child_of_fork_ends_in_peace();
  MPI_Barrier(MPI_COMM_WORLD);
  const int code = check::finish();
  CHECK(threads_called("baton-progress").empty());
  return code != 0 || check::failures != 0 ? 1 : 0;
}
