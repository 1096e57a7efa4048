// SPDX-License-Identifier: BSD-3-Clause
// The native API in real processes, which see nothing of Baton but <baton/baton.hpp> and libbaton.so.
#include <baton/baton.hpp>

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <thread>
#include <vector>

namespace {

int failures = 0;

void expect(bool right, const char* what) {
  if (right) return;
  std::fprintf(stderr, "FAILED: %s\n", what);
  ++failures;
}

template <class Call>
bool throws(baton::ErrorClass wanted, Call&& call) {
  try {
    call();
  } catch (const baton::Exception& failure) {
    return failure.error_class() == wanted;
  }
  return false;
}

/// A ring of messages of several lengths, then collectives.
void exercise(const baton::Communicator& c) {
  const int next = (c.rank() + 1) % c.size();
  const int previous = (c.rank() + c.size() - 1) % c.size();
  for (const std::size_t n : {std::size_t{1}, std::size_t{1000}, std::size_t{1'000'000}}) {
    const std::vector<double> out(n, c.rank());
    std::vector<double> in(n, -1);
    const baton::Status status = c.send_receive(out, next, in, previous, 3, 3);
    expect(status.count<double>() == n && in.front() == previous && in.back() == previous, "the ring carries data");
  }
  const int ranks = c.size();
  expect(c.all_reduce(c.rank(), baton::plus{}) == ranks * (ranks - 1) / 2, "all_reduce adds");
  baton::Request<> barrier = c.ibarrier();
  barrier.wait();
  const baton::Communicator half = c.split(c.rank() % 2);
  expect(half.all_gather(c.rank()).back() % 2 == c.rank() % 2, "split separates");
}

void start_and_end_and_start_again() {
  expect(!baton::Environment::active(), "no Environment yet");
  expect(throws(baton::ErrorClass::not_running, [] { (void)baton::Communicator::world(); }), "world() needs one");
  baton::Communicator kept;
  {
    baton::Environment environment;
    expect(baton::Environment::active() && !environment.host().empty(), "an Environment");
    {
      const baton::Environment inner;  // of a library
      exercise(baton::Communicator::world());
    }
    kept = baton::Communicator::world();
    exercise(kept);
    expect(baton::Communicator::self().size() == 1, "self is one rank");
    baton::Request<int> open = baton::Communicator::self().ireceive_value<int>();
    expect(throws(baton::ErrorClass::invalid_request, [&] { environment.finalize(); }), "an active request is found");
    baton::Communicator::self().send(5, 0);
    expect(open.wait() == 5, "and can still be ended");
  }
  expect(!baton::Environment::active(), "it has ended");
  expect(throws(baton::ErrorClass::not_running, [&] { kept.barrier(); }), "a communicator ends with it");
  const baton::Environment again(baton::ThreadLevel::multiple);
  const baton::Communicator world = baton::Communicator::world();
  expect(world != kept, "a new world");
  exercise(world);
  std::vector<std::jthread> threads;
  for (int t = 0; t < 3; ++t) {
    threads.emplace_back([own = world.dup()] {
      for (int i = 0; i < 5; ++i) exercise(own);
    });
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::string_view mode = argc > 1 ? argv[1] : "";
  if (mode == "throw") {  // the job ends, although the other ranks wait
    try {
      const baton::Environment environment;
      const auto world = baton::Communicator::world();
      if (world.rank() == world.size() - 1) throw std::runtime_error("trouble");
      world.barrier();
    } catch (const std::runtime_error&) {
      std::fprintf(stderr, "FAILED: the exception came through\n");
      return 0;
    }
    return 0;
  }
  start_and_end_and_start_again();
  return failures == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
