// SPDX-License-Identifier: BSD-3-Clause
// What one match costs: a message that finds its receive, a receive that finds its message, each with others queued.
#include <benchmark/benchmark.h>

#include <vector>

#include "matching/matcher.hpp"

namespace baton::matching {
namespace {

std::vector<Posted> strangers(std::int64_t count) {
  std::vector<Posted> made(static_cast<std::size_t>(count));
  for (std::size_t i = 0; i < made.size(); ++i) made[i].wish = {1, 1, static_cast<std::int32_t>(1000 + i)};
  return made;
}

/// The path of an expected message; the argument is the number of other receives posted.
void posted_then_arrives(benchmark::State& state) {
  Matcher matcher;
  std::vector<Posted> others = strangers(state.range(0));
  for (Posted& other : others) benchmark::DoNotOptimize(matcher.post(&other));
  Posted receive;
  receive.wish = {1, 0, 5};
  for (auto step : state) {
    benchmark::DoNotOptimize(matcher.post(&receive));
    benchmark::DoNotOptimize(matcher.arrive({1, 0, 5}));
  }
}
BENCHMARK(posted_then_arrives)->Arg(0)->Arg(100)->Arg(10000);

void wildcard_posted_then_arrives(benchmark::State& state) {
  Matcher matcher;
  std::vector<Posted> others = strangers(state.range(0));
  for (Posted& other : others) benchmark::DoNotOptimize(matcher.post(&other));
  Posted receive;
  receive.wish = {1, any_source, any_tag};
  for (auto step : state) {
    benchmark::DoNotOptimize(matcher.post(&receive));
    benchmark::DoNotOptimize(matcher.arrive({1, 0, 5}));
  }
}
BENCHMARK(wildcard_posted_then_arrives)->Arg(0)->Arg(100);

/// The path of an unexpected message; the argument is the number of others that wait.
void unexpected_then_posted(benchmark::State& state) {
  Matcher matcher;
  std::vector<Unexpected> others(static_cast<std::size_t>(state.range(0)));
  for (std::size_t i = 0; i < others.size(); ++i) {
    others[i].envelope = {1, 1, static_cast<std::int32_t>(1000 + i)};
    matcher.keep(&others[i]);
  }
  Unexpected message;
  message.envelope = {1, 0, 5};
  Posted receive;
  receive.wish = message.envelope;
  for (auto step : state) {
    benchmark::DoNotOptimize(matcher.arrive(message.envelope));
    matcher.keep(&message);
    benchmark::DoNotOptimize(matcher.post(&receive));
  }
}
BENCHMARK(unexpected_then_posted)->Arg(0)->Arg(100)->Arg(10000);

}  // namespace
}  // namespace baton::matching
