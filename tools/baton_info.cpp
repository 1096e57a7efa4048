// SPDX-License-Identifier: BSD-3-Clause
// baton-info: which Baton this is, what can be set, what it sees of the machine and of the launcher. Reads only.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "base/parameters.hpp"
#include "bootstrap/launcher.hpp"
#include "collectives/explain.hpp"
#include "sim/arena.hpp"
#include "topology/discover.hpp"

namespace {

const char* kind_name(baton::ParameterKind kind) {
  switch (kind) {
    case baton::ParameterKind::flag: return "flag";
    case baton::ParameterKind::count: return "count";
    case baton::ParameterKind::bytes: return "bytes";
    case baton::ParameterKind::seconds: return "seconds";
    case baton::ParameterKind::word: return "word";
  }
  return "";
}

const char* scope_name(baton::ParameterScope scope) {
  return scope == baton::ParameterScope::all ? "the same on all ranks" : "each rank its own";
}

void print_version() { fmt::print("Baton {}: MPI 5.0, standard ABI (libmpi_abi.so.1)\n", BATON_VERSION); }

/// Returns false when a variable holds what a program would refuse.
bool print_parameters() {
  bool good = true;
  fmt::print("Parameters (environment variables; * is set):\n");
  for (const baton::Parameter& parameter : baton::parameters()) {
    const std::string variable = std::string("BATON_") + parameter.name;
    const bool set = std::getenv(variable.c_str()) != nullptr;
    const std::string value = baton::parameter_text(parameter.name);
    fmt::print("{} {} = {}  ({}, {})\n      {}\n", set ? '*' : ' ', variable, value.empty() ? "''" : value,
               kind_name(parameter.kind), scope_name(parameter.scope), parameter.help);
    if (const auto parsed = baton::parse_parameter(parameter, value); !parsed) {
      fmt::print("      ERROR: {}\n", parsed.error().what);
      good = false;
    }
  }
  if (const auto sentence = baton::unknown_parameter()) {
    fmt::print("  ERROR: {}\n", *sentence);
    good = false;
  }
  return good;
}

std::string number(std::uint32_t id) { return id == baton::topology::Place::unknown ? "-" : std::to_string(id); }

bool print_topology() {
  const auto machine = baton::topology::Machine::load();
  const auto here = baton::topology::discover();
  if (!machine || !here) {
    fmt::print("Topology: ERROR: {}\n", machine ? here.error().what : machine.error().what);
    return false;
  }
  const auto& place = here->place;
  fmt::print("Topology ({}):\n  machine's processing units: {}\n  this process may run on:    {}\n",
             machine->is_this_system() ? "this machine" : "pretended by HWLOC_XMLFILE or HWLOC_SYNTHETIC",
             machine->all_cpus().text(), here->cpus.text());
  fmt::print("  inside package {}, NUMA node {}, L3 cache {}, core {}  (-: more than one)\n", number(place.package),
             number(place.numa), number(place.l3), number(place.core));
  return true;
}

const char* launcher_name(baton::bootstrap::Launcher launcher) {
  using enum baton::bootstrap::Launcher;
  switch (launcher) {
    case pmix: return "PMIx (mpirun of Open MPI, srun --mpi=pmix)";
    case pmi_fd: return "PMI-1 by an inherited descriptor (mpiexec of MPICH, srun --mpi=pmi2)";
    case pmi_port: return "PMI-1 by a port (mpiexec -pmi-port)";
    case singleton: return "none: one rank alone";
  }
  return "";
}

bool print_launcher() {
  const auto launcher = baton::bootstrap::detect(baton::bootstrap::process_environment());
  fmt::print("Launcher: {}{}\n",
             launcher ? "" : "ERROR: ", launcher ? launcher_name(*launcher) : launcher.error().what);
  return launcher.has_value();
}

/// 8, 64K, 4M; -1: neither.
std::int64_t bytes_of(const std::string& text) {
  constexpr baton::Parameter size{"", baton::ParameterKind::bytes, "", ""};
  const auto parsed = baton::parse_parameter(size, text);
  return parsed ? parsed.value().whole : -1;
}

/// The call with equal counts that a call with arrays of counts is carried out like.
baton::collectives::Collective with_equal_counts(baton::collectives::Collective collective) {
  using enum baton::collectives::Collective;
  switch (collective) {
    case gatherv: return gather;
    case scatterv: return scatter;
    case allgatherv: return allgather;
    case alltoallv: return alltoall;
    case reduce_scatter: return reduce_scatter_block;
    default: return collective;
  }
}

/// What baton-sim predicts for an algorithm of the memory that ranks of a node share, on cores of one L3 cache.
/// Of a call with arrays of counts: with equal ones, of which long ones are lent, that is copied by the kernel.
std::optional<double> arena_nanoseconds(baton::sim::Call call, const baton::collectives::Algorithm& algorithm) {
  constexpr std::int64_t most_in_slices = std::int64_t{12} << 10;
  const baton::sim::Node node{.packages = 1, .numas = 1, .caches = 1, .cores = call.ranks, .lines = {}};
  std::string_view name = algorithm.name;
  if (const auto equal = with_equal_counts(call.collective); equal != call.collective) {
    if (call.bytes > most_in_slices && equal != baton::collectives::Collective::reduce_scatter_block)
      name = "arena_direct";
    call.collective = equal;
  }
  for (const auto* known : baton::sim::arena_algorithms(node, call, true)) {
    if (known->name == name) return baton::sim::simulate(node, call, *known).time;
  }
  return std::nullopt;
}

/// Which algorithm a call takes on such a machine, and what speaks for it.
bool print_explanation(const std::vector<std::string>& call, std::uint32_t ranks, std::uint32_t nodes) {
  const auto collective = baton::collectives::collective_named(call.front());
  const std::int64_t bytes = call.size() > 1 ? bytes_of(call[1]) : 0;
  if (!collective || bytes < 0 || call.size() > 2 || ranks == 0 || nodes == 0 || nodes > ranks) {
    fmt::print(
        stderr,
        "ERROR: --explain wants a collective and its size, such as 'allreduce 64K', and no more nodes than ranks\n");
    return false;
  }
  const auto tuning = baton::collectives::Tuning::from_parameters();
  if (!tuning) {
    fmt::print(stderr, "ERROR: {}\n", tuning.error().what);
    return false;
  }
  std::vector<std::uint32_t> ids;
  for (std::uint32_t rank = 0; rank < ranks; ++rank) {
    ids.push_back(static_cast<std::uint32_t>(std::uint64_t{rank} * nodes / ranks));
  }
  const auto where = baton::collectives::Nodes::of(ids);
  auto shape = baton::collectives::typical_shape(*collective, bytes, ranks, where);
  shape.arena = shape.direct = shape.streams = nodes == 1 && ranks > 1 && tuning.value().arena;
  const auto found = baton::collectives::explain(*collective, shape, *tuning.operator->());
  const char* const parameter = baton::collectives::parameter_of(*collective);
  fmt::print("{} of {} bytes, {} ranks on {} node{}:\n", call.front(), bytes, ranks, nodes, nodes == 1 ? "" : "s");
  for (const auto& candidate : found.candidates) {
    fmt::print("{} {:24} ", candidate.taken ? '*' : ' ', candidate.algorithm->name);
    if (candidate.fits && candidate.arena) {
      const auto time = arena_nanoseconds({*collective, bytes, ranks, 0}, *candidate.algorithm);
      fmt::print("{}\n", time ? fmt::format("{:12.2f} us  in shared memory", *time / 1000)
                              : fmt::format("{:>15}  in shared memory", "not predicted"));
    } else if (candidate.fits) {
      fmt::print("{:12.2f} us\n", candidate.cost / 1000);
    } else {
      fmt::print("{:>15}\n", "does not fit");
    }
  }
  const bool in_arena = std::any_of(found.candidates.begin(), found.candidates.end(),
                                    [](const auto& each) { return each.taken && each.arena; });
  fmt::print("* is taken: {}\n", found.wished ? fmt::format("BATON_{} says so", parameter)
                                 : in_arena ? "where ranks share memory, for this length, by measurements of such nodes"
                                            : "the least predicted time; of equals the first in the table");
  if (in_arena) {
    fmt::print(
        "Not by nonblocking and persistent calls, nor by the first {} collectives of a communicator "
        "(BATON_ARENA_AFTER), "
        "nor with BATON_ARENA=0: these take {}.\n",
        tuning.value().arena_after, found.by_messages->name);
  }
  if (parameter != nullptr)
    fmt::print("BATON_{}=<name> takes another; BATON_TUNING=<file of baton-tune> other constants\n", parameter);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("What this Baton is, what can be set, and what it sees. Without options: everything.");
  bool version = false;
  bool parameters = false;
  app.add_flag("--version", version, "the version");
  app.add_flag("--parameters", parameters, "every BATON_ variable with its value, kind and meaning");
  bool topology = false;
  bool launcher = false;
  app.add_flag("--topology", topology, "where this process stands on its machine");
  app.add_flag("--launcher", launcher, "what started this process, by its environment");
  std::vector<std::string> call;
  std::uint32_t ranks = 16;
  std::uint32_t nodes = 1;
  auto* const explained =
      app.add_option("--explain", call, "which algorithm a collective takes, and why: allreduce 64K")->expected(1, 2);
  app.add_option("--ranks", ranks, "of --explain: how many ranks (16)")->needs(explained);
  app.add_option("--nodes", nodes, "of --explain: on how many nodes (1)")->needs(explained);
  CLI11_PARSE(app, argc, argv);
  if (!call.empty()) return print_explanation(call, ranks, nodes) ? EXIT_SUCCESS : EXIT_FAILURE;

  const bool all = !version && !parameters && !topology && !launcher;
  bool good = true;
  if (version || all) print_version();
  if (parameters || all) good = print_parameters() && good;
  if (topology || all) good = print_topology() && good;
  if (launcher || all) good = print_launcher() && good;
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
