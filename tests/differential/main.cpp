// SPDX-License-Identifier: BSD-3-Clause
// Runs random sequences of MPI calls and checks every answer against a model that each rank works out for itself.
//   program [--family NAME]... [--seeds A..B] [--transcript PREFIX]
// Sequence `seed` runs on 2 .. world-size ranks, in the world's order or turned round. Exit code 0: no answer differed.
#include "harness.hpp"

#include <unistd.h>
#include <csignal>
#include <cstdlib>
#include <cstring>

namespace {

struct Family {
  const char* name;
  void (*run)(differential::Script&);
};

const Family families[] = {
    {"messages", differential::messages},
    {"persistent", differential::persistent},
    {"datatypes", differential::datatypes},
    {"collectives", differential::collectives},
    {"intercollectives", differential::intercollectives},
    {"mixtures", differential::mixtures},
    {"neighbors", differential::neighbors},
    {"communicators", differential::communicators},
    {"attributes", differential::attributes},
    {"errors", differential::errors},
};

/// A sequence that does not end: says where, so that it can be run again. (The process is lost anyway.)
void hung(int) {
  std::fprintf(stderr, "hung: %s\n", differential::where().c_str());
  std::fflush(nullptr);
  _exit(3);
}

void died(int number) {
  std::fprintf(stderr, "died of signal %d: %s\n", number, differential::where().c_str());
  std::fflush(nullptr);
  _exit(4);
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> wanted;
  unsigned long long first = 1, last = 20;
  std::string prefix;
  for (int i = 1; i + 1 < argc; i += 2) {
    if (std::strcmp(argv[i], "--family") == 0)
      wanted.emplace_back(argv[i + 1]);
    else if (std::strcmp(argv[i], "--transcript") == 0)
      prefix = argv[i + 1];
    else if (std::sscanf(argv[i + 1], "%llu..%llu", &first, &last) == 1)
      last = first;
  }

  MPI_Init(&argc, &argv);
  int rank = 0, size = 1;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  MPI_Comm_size(MPI_COMM_WORLD, &size);
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  MPI_Comm_set_errhandler(MPI_COMM_SELF, MPI_ERRORS_RETURN);
  std::signal(SIGALRM, hung);
  std::signal(SIGSEGV, died);
  std::signal(SIGABRT, died);
  std::signal(SIGFPE, died);

  std::FILE* transcript = prefix.empty() ? nullptr : std::fopen((prefix + "." + std::to_string(rank)).c_str(), "w");
  std::vector<MPI_Comm> comms;  // of 2, 2 turned round, 3, ... ranks
  for (int ranks = size < 2 ? size : 2; ranks <= size; ++ranks) {
    for (int turned = 0; turned < 2; ++turned) {
      MPI_Comm comm = MPI_COMM_NULL;
      MPI_Comm_split(MPI_COMM_WORLD, rank < ranks ? 0 : MPI_UNDEFINED, turned ? -rank : rank, &comm);
      if (comm != MPI_COMM_NULL) MPI_Comm_set_errhandler(comm, MPI_ERRORS_RETURN);
      comms.push_back(comm);
    }
  }
  int sequences = 0;
  for (unsigned long long seed = first; seed <= last; ++seed) {
    for (const Family& family : families) {
      bool runs = wanted.empty();
      for (const std::string& name : wanted) runs = runs || name == family.name;
      const MPI_Comm comm = comms[seed % comms.size()];
      if (!runs) continue;
      ++sequences;
      if (comm == MPI_COMM_NULL) continue;
      alarm(100);
      differential::Script script(family.name, seed, comm, transcript);
      family.run(script);
    }
  }
  if (transcript) std::fclose(transcript);
  int mine = differential::mismatches(), all = -1;
  for (MPI_Comm& comm : comms) {
    if (comm != MPI_COMM_NULL) MPI_Comm_free(&comm);
  }
  MPI_Allreduce(&mine, &all, 1, MPI_INT, MPI_SUM, MPI_COMM_WORLD);
  if (rank == 0) std::printf("%d sequences on up to %d ranks, %d mismatches\n", sequences, size, all);
  MPI_Finalize();
  return all == 0 ? 0 : 1;
}
