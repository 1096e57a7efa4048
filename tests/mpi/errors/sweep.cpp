// SPDX-License-Identifier: BSD-3-Clause
// Every entry of the C API with wrong arguments of every kind: none crashes, each says an error whose sentence names
// the call, and MPI goes on. What is not written says so. Before init and after finalize each call says that.
#include "mpi/errors/sweep.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <set>
#include <string>
#include <vector>

#include "mpi/check.hpp"
#include "mpi/generated/entries.hpp"

namespace {

using baton::mpi::test::EntryTraits;
using sweep::Mode;

/// Not called: they end MPI, or the process.
const std::set<std::string> never = {"MPI_Abort", "MPI_Finalize"};
/// Right whatever they are given: init takes null pointers, MPI_Pcontrol anything; flushing or waiting for no buffer.
const std::set<std::string> content = {"MPI_Init", "MPI_Buffer_flush", "MPI_Session_flush_buffer"};

/// An entry without its type: so that the templates over all entries stay small.
struct Entry {
  EntryTraits traits;
  int (*call)(Mode);
  bool takes_pointers;
};
std::vector<Entry> entries;

struct Collect {
  template <auto entry>
  void operator()(const EntryTraits& traits) const {
    entries.push_back({traits, &sweep::call<entry>, sweep::takes_pointers(entry)});
  }
};

std::string current;
int called = 0;

void wrong(const std::string& what) {
  ++check::failures;
  std::fprintf(stderr, "%s: %s\n", current.c_str(), what.c_str());
}

void wrong_arguments(Mode mode) {
  for (const Entry& entry : entries) {
    const EntryTraits& traits = entry.traits;
    if (never.count(traits.name) > 0 || content.count(traits.name) > 0) continue;
    const bool tool = std::strncmp(traits.name, "MPI_T_", 6) == 0;
    if (tool && traits.written) continue;  // MPI_T has its own tests, and checks less
    current = traits.name;
    ++called;
    const int code = entry.call(mode);
    if (tool) {
      if (code == MPI_SUCCESS) wrong("is not written, but succeeds");
      continue;
    }
    const int error_class = check::class_of(code);
    const std::string text = code == MPI_SUCCESS ? std::string() : check::text_of(code);
    if (!traits.written) {
      if (error_class != MPI_ERR_UNSUPPORTED_OPERATION)
        wrong("is not written, but answers " + std::to_string(error_class));
    } else if (mode != Mode::good && entry.takes_pointers) {
      if (code == MPI_SUCCESS) wrong("succeeds with wrong arguments");
      if (error_class == MPI_ERR_OTHER || error_class == MPI_ERR_INTERN || error_class == MPI_ERR_UNKNOWN) {
        wrong("class " + std::to_string(error_class) + ": " + text);
      }
    }
    if (code != MPI_SUCCESS && text.rfind(std::string(traits.name) + ": ", 0) != 0)
      wrong("does not name itself: " + text);
  }
}

/// Only these may still be unwritten.
void unwritten() {
  for (const Entry& entry : entries) {
    const std::string chapter = entry.traits.chapter;
    if (entry.traits.written || chapter == "rma" || chapter == "io" || chapter == "spawn" || chapter == "tool")
      continue;
    current = entry.traits.name;
    wrong("of chapter " + chapter + " is not written");
  }
}

/// In a child: a call outside of MPI's life ends the process with a sentence that says so.
void outside_of_life(const char* words) {
  for (const Entry& entry : entries) {
    const EntryTraits& traits = entry.traits;
    const bool tool = std::strncmp(traits.name, "MPI_T_", 6) == 0;
    if (!traits.written || traits.anytime || tool || never.count(traits.name) > 0) continue;
    current = traits.name;
    ++called;
    int pipe_ends[2];
    if (pipe(pipe_ends) != 0) return wrong("no pipe");
    const pid_t child = fork();
    if (child == 0) {
      dup2(pipe_ends[1], 2);
      entry.call(Mode::good);
      _exit(0);
    }
    close(pipe_ends[1]);
    std::string said;
    char part[512];
    for (ssize_t got = 0; (got = read(pipe_ends[0], part, sizeof part)) > 0;)
      said.append(part, static_cast<std::size_t>(got));
    close(pipe_ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) wrong("goes on");
    if (said.find(std::string(traits.name) + ": ") == std::string::npos || said.find(words) == std::string::npos)
      wrong("says: " + said);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const bool outside = argc > 1 && std::strcmp(argv[1], "outside") == 0;
  baton::mpi::test::each_entry(Collect());
  if (outside) outside_of_life("before MPI is initialised");
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  MPI_Comm_set_errhandler(MPI_COMM_SELF, MPI_ERRORS_RETURN);
  if (!outside) {
    for (const Mode mode : {Mode::garbage, Mode::null, Mode::good}) {
      wrong_arguments(mode);
      int one = 1, sum = 0, size = 0;  // and MPI goes on
      CHECK_EQ(MPI_Comm_size(MPI_COMM_WORLD, &size), MPI_SUCCESS);
      CHECK_EQ(MPI_Allreduce(&one, &sum, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD), MPI_SUCCESS);
      CHECK_EQ(sum, size);
    }
    unwritten();
  }
  const int verdict = check::finish();
  if (outside) outside_of_life("after MPI was finalised");
  std::printf("%d calls, %d failures\n", called, check::failures);
  return verdict == 0 && check::failures == 0 ? 0 : 1;
}
