// SPDX-License-Identifier: BSD-3-Clause
// The simulation of baton-sim: times that can be worked out by hand, every algorithm to its end, and the cost model of
// the choice held against it.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "sim/agenda.hpp"
#include "sim/chart.hpp"
#include "sim/engine.hpp"
#include "sim/halves.hpp"

namespace baton::sim {
namespace {

using collectives::Algorithm;
using collectives::Collective;

/// One core a host, so that all messages cross the same network, whose ports only the ranks use.
Cluster flat() {
  Cluster cluster;
  cluster.numas = cluster.cores = 1;
  cluster.network = {1000, 200, 50, 0.1, false};
  cluster.host_per_byte = 0;
  cluster.call = 0;
  return cluster;
}

const Algorithm& named(Collective collective, const char* name) {
  for (const Algorithm& algorithm : collectives::algorithms(collective)) {
    if (std::strcmp(algorithm.name, name) == 0) return algorithm;
  }
  ADD_FAILURE() << name;
  return collectives::algorithms(collective).back();
}

double time_of(const Cluster& cluster, Collective collective, const char* name, std::int64_t bytes,
               std::uint32_t ranks) {
  const Prediction found = simulate(cluster, {collective, bytes, ranks, 0}, named(collective, name));
  EXPECT_EQ(found.problem, "") << name << " on " << ranks;
  return found.time;
}

TEST(Simulation, AMessageTakesWhatLogGPSays) {
  const Cluster cluster = flat();
  // o + L + n G + o; a message that waits for its receive is announced and granted first.
  EXPECT_NEAR(time_of(cluster, Collective::bcast, "binomial", 800, 2), 200 + 1000 + 80 + 200, 1e-6);
  EXPECT_NEAR(time_of(cluster, Collective::bcast, "binomial", 80000, 2), 200 + 3000 + 8000 + 200, 1e-6);
}

TEST(Simulation, ARootStartsItsMessagesOneAfterAnother) {
  const Cluster cluster = flat();
  // The last of seven short messages leaves after seven overheads; long ones wait for the port.
  EXPECT_NEAR(time_of(cluster, Collective::scatter, "linear", 8, 8), 7 * 200 + 1000 + 0.8 + 200, 1e-6);
  EXPECT_NEAR(time_of(cluster, Collective::scatter, "linear", 16000, 8), 200 + 7 * 1600 + 1000 + 200, 1e-6);
}

TEST(Simulation, FlatterTreesPayWhereMessagesTakeMuchLongerThanTheirStart) {
  Cluster cluster = flat();
  EXPECT_LT(time_of(cluster, Collective::bcast, "knomial8", 8, 512),
            time_of(cluster, Collective::bcast, "binomial", 8, 512));
  cluster.network = {100, 400, 400, 0.1, false};
  EXPECT_GT(time_of(cluster, Collective::bcast, "knomial8", 8, 512),
            time_of(cluster, Collective::bcast, "binomial", 8, 512));
}

TEST(Simulation, TheRanksOfAHostShareItsPort) {
  Cluster cluster;
  cluster.numas = 1;
  cluster.cores = 16;
  const double alone = time_of(cluster, Collective::alltoall, "pairwise", 4096, 64);
  cluster.host_per_byte *= 10;
  EXPECT_GT(time_of(cluster, Collective::alltoall, "pairwise", 4096, 64), 4 * alone);
}

TEST(Simulation, RanksThatShareACoreTakeTurns) {
  Cluster cluster;
  cluster.hosts = 1;
  cluster.numas = 1;
  cluster.cores = 2;
  const double crowded = time_of(cluster, Collective::barrier, "dissemination", 0, 8);
  cluster.cores = 8;
  const double wide = time_of(cluster, Collective::barrier, "dissemination", 0, 8);
  EXPECT_GT(crowded, wide + 3 * cluster.turn);
  cluster.cores = 2;
  EXPECT_LT(time_of(cluster, Collective::barrier, "central", 0, 8), crowded);
}

TEST(Agenda, WhatIsDueFirstComesFirstAndOfOneTimeWhatWasEnteredFirst) {
  struct Entry {
    double time;
    int number;
  };
  std::mt19937 random(1);
  Agenda<Entry> agenda;
  std::multimap<double, int> expected;  // keeps the order of insertion among equal keys
  double now = 0;
  int entered = 0;
  for (int turn = 0; turn < 200'000; ++turn) {
    if (expected.empty() || (turn < 150'000 && random() % 2 == 0)) {
      const double steps[] = {0, 0, 0.25, 1, 1000, 1e9};
      const double time = now + steps[random() % 6] * static_cast<double>(random() % 4);
      agenda.push({time, ++entered});
      expected.emplace(time, entered);
      continue;
    }
    ASSERT_FALSE(agenda.empty());
    const Entry next = agenda.pop();
    ASSERT_EQ(next.time, expected.begin()->first);
    ASSERT_EQ(next.number, expected.begin()->second);
    expected.erase(expected.begin());
    now = next.time;
  }
  while (!agenda.empty()) {
    const Entry next = agenda.pop();
    ASSERT_EQ(next.number, expected.begin()->second);
    expected.erase(expected.begin());
  }
  EXPECT_TRUE(expected.empty());
}

TEST(Halves, TheFirstToWaitOfAPairIsTheFirstToBeMet) {
  std::mt19937 random(2);
  Halves halves;
  std::map<std::uint64_t, std::pair<bool, std::vector<std::uint32_t>>> expected;
  for (std::uint32_t turn = 0; turn < 300'000; ++turn) {
    const std::uint64_t pair = (std::uint64_t{random() % 64} << 32) | (random() % (turn < 200'000 ? 64 : 4));
    const bool is_send = random() % 2 == 0;
    auto& [sends, waiting] = expected[pair];
    Half other{};
    const bool met = halves.meet(pair, {0, turn}, is_send, other);
    ASSERT_EQ(met, !waiting.empty() && sends != is_send);
    if (met) {
      ASSERT_EQ(other.step, waiting.front());
      waiting.erase(waiting.begin());
    } else {
      sends = is_send;
      waiting.push_back(turn);
    }
  }
}

TEST(Simulation, EveryAlgorithmComesToItsEnd) {
  const Cluster cluster;
  for (std::size_t c = 0; c < collectives::collective_count; ++c) {
    for (const Algorithm& algorithm : collectives::algorithms(static_cast<Collective>(c))) {
      for (const std::uint32_t ranks : {1U, 2U, 3U, 17U, 64U, 100U}) {
        const Call call{static_cast<Collective>(c), 24, ranks, 0};
        Shapes shapes(cluster, call);
        if (!algorithm.fits(shapes.of(0))) continue;
        const Prediction found = simulate(cluster, call, algorithm);
        EXPECT_EQ(found.problem, "") << algorithm.name << " on " << ranks;
        EXPECT_TRUE(found.time > 0 || ranks == 1) << algorithm.name;
      }
    }
  }
}

TEST(Simulation, SaysSoWhenAMessageNeverComes) {
  const Prediction found = simulate(flat(), 2, [](std::uint32_t rank) {
    Program program;
    Operation operation;
    operation.kind = collectives::StepKind::recv;
    operation.peer = 1 - rank;
    program.operations.push_back(operation);
    return program;
  });
  EXPECT_EQ(found.problem, "2 steps of 2 never came to their end");
}

TEST(Simulation, TheCostModelOfTheChoiceTellsTheSameWithinAFewTimes) {
  const Cluster cluster = flat();
  collectives::CostModel model;
  model.message = cluster.network.latency + 2 * cluster.network.overhead;
  model.sent = cluster.network.per_byte;
  model.reduced = cluster.reduced;
  model.copied = cluster.copied;
  model.step = cluster.step;
  for (const Collective collective :
       {Collective::bcast, Collective::reduce, Collective::allreduce, Collective::allgather, Collective::alltoall}) {
    for (const Algorithm& algorithm : collectives::algorithms(collective)) {
      for (const std::uint32_t ranks : {4U, 16U, 60U}) {
        for (const std::int64_t bytes : {8LL, 8192LL, 1LL << 20}) {
          const Call call{collective, bytes, ranks, 0};
          Shapes shapes(cluster, call);
          if (!algorithm.fits(shapes.of(0))) continue;
          const double stated = algorithm.cost(model, ranks, static_cast<double>(bytes));
          const double found = simulate(cluster, call, algorithm).time;
          if (stated <= 0) continue;
          EXPECT_LT(found / stated, 4) << algorithm.name << " " << bytes << " bytes on " << ranks;
          EXPECT_GT(found / stated, 0.25) << algorithm.name << " " << bytes << " bytes on " << ranks;
        }
      }
    }
  }
}

TEST(Simulation, TheCostModelKnowsWhatStagesOnNodesTake) {
  Cluster cluster;
  cluster.numas = 2;
  cluster.cores = 8;
  for (const Collective collective :
       {Collective::barrier, Collective::bcast, Collective::reduce, Collective::allreduce, Collective::allgather}) {
    for (const char* const name : {"leaders", "lanes"}) {
      if (collective == Collective::barrier && name == std::string("lanes")) continue;
      const Algorithm& algorithm = named(collective, name);
      for (const std::uint32_t ranks : {64U, 256U, 1024U}) {
        for (const std::int64_t bytes : {8, 8192}) {
          const Call call{collective, bytes, ranks, 0};
          if (collective == Collective::allgather && ranks * bytes > 1 << 20) continue;
          const double stated = closed_form(cluster, call, algorithm);
          const double found = simulate(cluster, call, algorithm).time;
          EXPECT_LT(found / stated, 4) << algorithm.name << " " << bytes << " bytes on " << ranks;
          EXPECT_GT(found / stated, 0.2) << algorithm.name << " " << bytes << " bytes on " << ranks;
        }
      }
    }
  }
}

TEST(Simulation, ABarrierOnLargeNodesTakesNoLongerThanOneByAllRanksAlike) {
  const Cluster cluster;
  EXPECT_LT(time_of(cluster, Collective::barrier, "leaders", 0, 256),
            time_of(cluster, Collective::barrier, "dissemination", 0, 256));
}

TEST(Chart, HasALineForEachNameAndNothingForNothing) {
  const std::string one = chart("a < b", "ranks", "us", {{"ring", {{2, 1.5}, {1024, 300}}, 1}, {"chosen", {{2, 1}}}});
  EXPECT_NE(one.find("a &lt; b"), std::string::npos);
  EXPECT_NE(one.find(">ring<"), std::string::npos);
  EXPECT_NE(one.find("stroke-dasharray"), std::string::npos);
  EXPECT_EQ(chart("t", "x", "y", {}), "");
}

#ifdef BATON_SIM_JSON
TEST(ClusterDescription, TakesWhatItNamesAndTellsWhatIsWrong) {
  const std::string path = testing::TempDir() + "cluster.json";
  std::ofstream(path) << R"({"hosts": 4, "cores": 3, "network": {"L": 5000, "G": 0.5}, "eager": 100})";
  Cluster cluster;
  ASSERT_EQ(read_cluster(path, cluster), "");
  EXPECT_EQ(cluster.hosts, 4U);
  EXPECT_EQ(cluster.cores, 3U);
  EXPECT_EQ(cluster.numas, Cluster().numas);
  EXPECT_EQ(cluster.network.latency, 5000);
  EXPECT_EQ(cluster.network.overhead, Cluster().network.overhead);
  EXPECT_EQ(cluster.place(7, 24).node, 1U);
  EXPECT_EQ(cluster.place(10, 24).numa, 1U);
  std::ofstream(path) << R"({"hosts": "many"})";
  EXPECT_NE(read_cluster(path, cluster), "");
  EXPECT_NE(read_cluster(path + "x", cluster).find("cannot read"), std::string::npos);
}
#endif

}  // namespace
}  // namespace baton::sim
