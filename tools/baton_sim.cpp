// SPDX-License-Identifier: BSD-3-Clause
// baton-sim: what collectives would take, in time and memory, on a cluster that is described to it: runs the schedules
// of all ranks through a discrete-event simulation (tools/sim). Sends nothing.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "sim/arena.hpp"
#include "sim/chart.hpp"
#include "sim/engine.hpp"

namespace {

using namespace baton;
using collectives::Algorithm;
using collectives::Collective;

constexpr const char* names[] = {"barrier",
                                 "bcast",
                                 "reduce",
                                 "allreduce",
                                 "gather",
                                 "gatherv",
                                 "scatter",
                                 "scatterv",
                                 "allgather",
                                 "allgatherv",
                                 "alltoall",
                                 "alltoallv",
                                 "reduce_scatter_block",
                                 "reduce_scatter",
                                 "scan",
                                 "exscan",
                                 "neighbor_allgather",
                                 "neighbor_alltoall"};
static_assert(std::size(names) == collectives::collective_count);

/// Steps of all ranks together: how many there would be, from schedules of smaller calls where P is large.
double steps_of(const sim::Cluster& cluster, sim::Call call, const Algorithm& algorithm) {
  constexpr std::uint32_t small = 1024;
  const std::uint32_t wanted = call.ranks;
  const auto mean = [&](std::uint32_t ranks) {
    call.ranks = ranks;
    sim::Shapes shapes(cluster, call);
    double sum = 0;
    const std::uint32_t samples[] = {0, ranks / 3, ranks / 2, ranks - 1};
    for (const std::uint32_t rank : samples) sum += static_cast<double>(algorithm.build(shapes.of(rank)).steps.size());
    return sum / 4;
  };
  if (wanted <= small) return mean(wanted) * wanted;
  // Either the steps of a rank grow with the logarithm of the ranks or as fast as they do.
  const double large = mean(small);
  const double half = mean(small / 2);
  return large * (large > 1.4 * half ? static_cast<double>(wanted) / small : 2) * wanted;
}

struct Row {
  const Algorithm* algorithm;
  sim::Prediction prediction;
  bool simulated;
  bool chosen;
};

struct Options {
  sim::Cluster cluster;
  std::vector<std::string> operations{"allreduce"};
  std::vector<std::string> algorithms;
  std::vector<std::string> sizes{"8", "64K"};
  std::vector<std::uint32_t> ranks{2, 4, 8, 16, 64, 256, 1024, 4096, 16384, 65536, 262144, 1048576};
  double most_steps = 4e6;
  sim::Node node;
  bool in_arena = false;  // programs for the memory that the ranks of `node` share, not messages
  std::string plot;
  bool json = false;
};

class Study {
 public:
  Study(const Options& options, Collective collective, std::int64_t bytes)
      : options_(options), collective_(collective), bytes_(bytes) {}

  std::vector<Row> rows(std::uint32_t ranks) {
    const sim::Call call{collective_, bytes_, ranks, 0};
    sim::Shapes shapes(options_.cluster, call);
    const collectives::Shape shape = shapes.of(0);
    const Algorithm& chosen = collectives::select(collective_, shape, {});
    std::vector<Row> rows;
    for (const Algorithm& algorithm : collectives::algorithms(collective_)) {
      const bool wanted = options_.algorithms.empty() ||
                          std::find(options_.algorithms.begin(), options_.algorithms.end(), algorithm.name) !=
                              options_.algorithms.end();
      if (!wanted || !algorithm.fits(shape)) continue;
      rows.push_back(row(call, algorithm, &algorithm == &chosen));
    }
    return rows;
  }

 private:
  Row row(const sim::Call& call, const Algorithm& algorithm, bool chosen) {
    const double model = sim::closed_form(options_.cluster, call, algorithm);
    Anchor& anchor = anchors_[&algorithm];
    if (steps_of(options_.cluster, call, algorithm) <= options_.most_steps) {
      Row row{&algorithm, simulate(options_.cluster, call, algorithm), true, chosen};
      if (call.ranks > anchor.ranks && model > 0)
        anchor = {call.ranks, (row.prediction.time - options_.cluster.call) / model};
      return row;
    }
    // Too many steps: the formula that the choice rests on, scaled so that it meets the largest simulation.
    Row row{&algorithm, {}, false, chosen};
    row.prediction.time = model * anchor.ratio + options_.cluster.call;
    sim::Shapes shapes(options_.cluster, call);
    if (steps_of(options_.cluster, call, algorithm) / call.ranks < options_.most_steps) {
      for (const std::uint32_t rank : {0U, call.ranks / 3}) {
        const sim::Program program = sim::compile(algorithm.build(shapes.of(rank)));
        row.prediction.memory = std::max(row.prediction.memory, program.memory);
        row.prediction.schedule = std::max(row.prediction.schedule, program.schedule);
      }
    }
    return row;
  }

  struct Anchor {
    std::uint32_t ranks = 0;
    double ratio = 1;
  };
  const Options& options_;
  Collective collective_;
  std::int64_t bytes_;
  std::map<const Algorithm*, Anchor> anchors_;
};

/// 8, 64K, 4M; -1: neither.
std::int64_t bytes_of(const std::string& text) {
  std::size_t end = 0;
  std::int64_t value = 0;
  for (; end < text.size() && end < 15 && text[end] >= '0' && text[end] <= '9'; ++end)
    value = value * 10 + (text[end] - '0');
  const std::string unit = text.substr(end);
  if (end == 0) return -1;
  if (unit.empty()) return value;
  return unit == "K" ? value << 10 : unit == "M" ? value << 20 : -1;
}

std::string bytes_text(std::int64_t bytes) {
  constexpr std::int64_t kilo = 1024;
  if (bytes >= kilo * kilo && bytes % (kilo * kilo) == 0) return fmt::format("{}M", bytes / (kilo * kilo));
  if (bytes >= kilo && bytes % kilo == 0) return fmt::format("{}K", bytes / kilo);
  return std::to_string(bytes);
}

/// One operation at one size. Returns whether everything came to its end.
bool study(const Options& options, Collective collective, std::int64_t bytes) {
  const char* const name = names[static_cast<std::size_t>(collective)];
  Study study(options, collective, bytes);
  std::map<std::string, sim::Line> lines;
  sim::Line chosen{"chosen", {}};
  bool good = true;
  if (!options.json) {
    fmt::print("\n{} of {} bytes\n{:>9} {:<24} {:>13} {:>10} {:>10} {:>12} {:>7}\n", name, bytes_text(bytes), "ranks",
               "algorithm", "us", "memory", "schedule", "messages", "");
  }
  for (const std::uint32_t ranks : options.ranks) {
    for (const Row& row : study.rows(ranks)) {
      const sim::Prediction& is = row.prediction;
      if (!is.problem.empty()) {
        fmt::print(stderr, "{} {} on {} ranks: {}\n", name, row.algorithm->name, ranks, is.problem);
        good = false;
        continue;
      }
      const char* const how = row.simulated ? "" : "model";
      if (options.json) {
        fmt::print(
            "{{\"operation\": \"{}\", \"bytes\": {}, \"ranks\": {}, \"algorithm\": \"{}\", \"us\": {:.3f}, "
            "\"memory\": {}, \"schedule\": {}, \"messages\": {}, \"crossings\": {}, \"simulated\": {}, "
            "\"chosen\": {}}}\n",
            name, bytes, ranks, row.algorithm->name, is.time / 1000, is.memory, is.schedule, is.messages, is.crossings,
            row.simulated, row.chosen);
      } else {
        fmt::print("{:>9} {:<24} {:>13.2f} {:>10} {:>10} {:>12} {:>7}{}\n", ranks, row.algorithm->name, is.time / 1000,
                   bytes_text(is.memory), bytes_text(is.schedule), row.simulated ? std::to_string(is.messages) : "-",
                   how, row.chosen ? " <- chosen" : "");
      }
      sim::Line& line = lines.try_emplace(row.algorithm->name, sim::Line{row.algorithm->name, {}}).first->second;
      const auto add = [&](sim::Line& to) {
        if (!row.simulated) to.solid = std::min(to.solid, to.points.size());
        to.points.emplace_back(ranks, is.time / 1000);
      };
      add(line);
      if (row.chosen) add(chosen);
    }
  }
  if (options.plot.empty()) return good;
  std::vector<sim::Line> all;
  for (auto& [algorithm, line] : lines) all.push_back(std::move(line));
  all.push_back(std::move(chosen));
  std::string path = options.plot;
  const auto put = [&path](const std::string& what, const std::string& by) {
    if (const auto place = path.find(what); place != std::string::npos) path.replace(place, what.size(), by);
  };
  put("%o", name);
  put("%s", bytes_text(bytes));
  std::ofstream file(path);
  file << sim::chart(fmt::format("{} of {} bytes, predicted (dashed: by the formula)", name, bytes_text(bytes)),
                     "ranks", "microseconds", all);
  if (!file) {
    fmt::print(stderr, "baton-sim: cannot write {}\n", path);
    return false;
  }
  return good;
}

/// One operation at one size in the arena of a node.
bool arena_study(const Options& options, Collective collective, std::int64_t bytes) {
  const char* const name = names[static_cast<std::size_t>(collective)];
  if (!options.json) {
    fmt::print("\n{} of {} bytes in the arena\n{:>9} {:<24} {:>13} {:>9} {:>9} {:>9} {:>9}\n", name, bytes_text(bytes),
               "ranks", "algorithm", "us", "cache", "numa", "package", "machine");
  }
  bool good = true;
  for (const std::uint32_t ranks : options.ranks) {
    const sim::Call call{collective, bytes, ranks, 0};
    if (ranks < 2 || ranks > options.node.size()) continue;
    const Algorithm* const chosen = sim::choice(options.node, call);
    for (const Algorithm* const algorithm : sim::arena_algorithms(options.node, call)) {
      const sim::ArenaPrediction is = sim::simulate(options.node, call, *algorithm);
      if (!is.problem.empty()) {
        fmt::print(stderr, "{} {} on {} ranks: {}\n", name, algorithm->name, ranks, is.problem);
        good = false;
      } else if (options.json) {
        fmt::print(
            "{{\"operation\": \"{}\", \"bytes\": {}, \"ranks\": {}, \"algorithm\": \"{}\", \"us\": {:.3f}, "
            "\"lines\": [{}, {}, {}, {}], \"chosen\": {}}}\n",
            name, bytes, ranks, algorithm->name, is.time / 1000, is.lines[0], is.lines[1], is.lines[2], is.lines[3],
            algorithm == chosen);
      } else {
        fmt::print("{:>9} {:<24} {:>13.2f} {:>9} {:>9} {:>9} {:>9}{}\n", ranks, algorithm->name, is.time / 1000,
                   is.lines[0], is.lines[1], is.lines[2], is.lines[3], algorithm == chosen ? " <- chosen" : "");
      }
    }
  }
  return good;
}

void lines_option(CLI::App& app, const std::string& name, sim::Node& node, collectives::arena::Distance distance) {
  app.add_option_function<std::vector<double>>(
         "--lines-" + name,
         [&node, distance](const std::vector<double>& numbers) {
           auto& reach = node.lines.reach[static_cast<std::size_t>(distance)];
           reach = {numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]};
         },
         "with --node: line,next,turn,byte,border in ns of lines between cores that share a " + name +
             " (see collectives/arena/cost.hpp)")
      ->expected(5)
      ->delimiter(',');
}

void level_option(CLI::App& app, const std::string& name, sim::Level& level, const std::string& what) {
  app.add_option_function<std::vector<double>>(
         "--" + name,
         [&level](const std::vector<double>& numbers) {
           double* const fields[] = {&level.latency, &level.overhead, &level.gap, &level.per_byte,
                                     &level.per_byte_eager};
           for (std::size_t i = 0; i < numbers.size(); ++i) *fields[i] = numbers[i];
         },
         "L,o,g,G in ns (G per byte, and perhaps a fifth number: G of eager ones) of messages " + what)
      ->expected(4, 5)
      ->delimiter(',');
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Predicts time and memory of collectives on a cluster, by simulating the schedules of all ranks.");
  std::string description;
  std::vector<Collective> operations;
  app.add_option_function<std::string>(
      "--cluster",
      [&](const std::string& path) {
        if (const std::string problem = sim::read_cluster(path, options.cluster); !problem.empty())
          throw CLI::ValidationError("--cluster", problem);
      },
      "a JSON file with hosts, numas, cores, numa, host, network {L, o, g, G, by_cores}, host_G, copied, reduced, "
      "step, call, announce, "
      "turn, eager; options that come after it win");
  app.add_option("--hosts", options.cluster.hosts, "hosts (0: as many as the ranks need)");
  app.add_option("--numas", options.cluster.numas, "NUMA nodes of a host")->check(CLI::PositiveNumber);
  app.add_option("--cores", options.cluster.cores, "cores of a NUMA node")->check(CLI::PositiveNumber);
  level_option(app, "numa", options.cluster.numa, "within a NUMA node");
  level_option(app, "host", options.cluster.host, "within a host");
  level_option(app, "network", options.cluster.network, "between hosts");
  app.add_option("--host-G", options.cluster.host_per_byte, "ns per byte of the port that the ranks of a host share");
  app.add_option("--copied", options.cluster.copied, "ns per byte of a copy within a rank");
  app.add_option("--reduced", options.cluster.reduced, "ns per byte of a reduction");
  app.add_option("--call", options.cluster.call, "ns of a call, beside its steps");
  app.add_option("--turn", options.cluster.turn, "ns from one rank to the next on a core that ranks share");
  app.add_option("--announce", options.cluster.announce, "ns that a longer message takes beside its two latencies");
  app.add_option("--eager", options.cluster.eager, "bytes up to which a message does not wait for its receive");
  app.add_option("--operations", options.operations, "collectives, or all")->delimiter(',');
  app.add_option("--algorithms", options.algorithms, "only these")->delimiter(',');
  app.add_option("--sizes", options.sizes, "bytes of the vector or block: 8,64K")->delimiter(',');
  app.add_option("--ranks", options.ranks, "numbers of ranks, up to 1048576")
      ->delimiter(',')
      ->check(CLI::Range(1U, 1U << 20));
  app.add_option(
      "--steps", options.most_steps,
      "more steps of all ranks together are not simulated (about 150 bytes each): such a row, marked model, is "
      "the formula that the choice rests on, scaled to the largest simulation");
  app.add_option("--plot", options.plot, "an SVG file for each operation (%o) and size (%s): cost-%o-%s.svg");
  app.add_option_function<std::string>(
      "--node",
      [&](const std::string& text) {
        if (const std::string problem = sim::read_node(text, options.node); !problem.empty())
          throw CLI::ValidationError("--node", problem);
        options.in_arena = true;
      },
      "instead of messages: the programs of ranks that share memory, on one node of packages x NUMA nodes x L3 caches "
      "x cores (2x4x2x8), over which they are spread evenly");
  using collectives::arena::Distance;
  lines_option(app, "cache", options.node, Distance::cache);
  lines_option(app, "numa", options.node, Distance::numa);
  lines_option(app, "package", options.node, Distance::package);
  lines_option(app, "machine", options.node, Distance::machine);
  app.add_flag("--json", options.json, "a JSON object per row instead of tables");
  CLI11_PARSE(app, argc, argv);

  for (const std::string& wish : options.operations) {
    bool known = wish == "all";
    for (std::size_t i = 0; i < std::size(names); ++i) {
      if (wish != "all" && wish != names[i]) continue;
      operations.push_back(static_cast<Collective>(i));
      known = true;
    }
    if (!known) {
      fmt::print(stderr, "baton-sim: '{}' is no collective\n", wish);
      return EXIT_FAILURE;
    }
  }
  bool good = true;
  for (const Collective collective : operations) {
    for (const std::string& text : options.sizes) {
      const std::int64_t bytes = bytes_of(text);
      if (bytes < 0) {
        fmt::print(stderr, "baton-sim: '{}' is no size: write 8, 64K or 4M\n", text);
        return EXIT_FAILURE;
      }
      const std::int64_t length = collective == Collective::barrier ? 0 : bytes;
      good = (options.in_arena ? arena_study(options, collective, length) : study(options, collective, length)) && good;
      if (collective == Collective::barrier) break;
    }
  }
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
