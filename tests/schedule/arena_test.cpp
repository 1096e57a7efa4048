// SPDX-License-Identifier: BSD-3-Clause
// Collectives through the memory that ranks of a node share: ranks are threads, with the transport shm.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

#include "tests/schedule/allocations.hpp"
#include "tests/schedule/rank.hpp"

namespace baton::schedule {
namespace {

using collectives::Collective;
using communicator::Communicator;

void world(std::uint32_t size, const std::function<void(Rank&)>& body, std::int64_t after = 0, bool threaded = false,
           const char* transport = "shm") {
  tests::run_world(size, transport, threaded, [&](runtime::Runtime&, Communicator& communicator) {
    Rank rank(communicator, after);
    body(rank);
    // Nobody ends while others may still ask it something.
    ASSERT_TRUE(rank.run(rank.make(Collective::barrier)));
  });
}

using Vector = std::vector<std::int64_t>;

/// What rank `rank` gives at place i in turn `turn`.
std::int64_t value(std::uint32_t rank, std::size_t i, std::int64_t turn) {
  return static_cast<std::int64_t>(rank + 1) * 1000003 + static_cast<std::int64_t>(i) * 7 + turn;
}
Vector values(std::uint32_t rank, std::size_t count, std::int64_t turn) {
  Vector made(count);
  for (std::size_t i = 0; i < count; ++i) made[i] = value(rank, i, turn);
  return made;
}

/// Every collective once, with `count` words as vector or block.
void every_collective(Rank& me, std::size_t count, std::int64_t turn) {
  const std::uint32_t size = me.size();
  const std::uint32_t root = static_cast<std::uint32_t>(turn) % size;
  const Vector own = values(me.rank(), count, turn);
  Vector all;
  Vector sum(count), prefix(count);
  for (std::uint32_t rank = 0; rank < size; ++rank) {
    const Vector theirs = values(rank, count, turn);
    all.insert(all.end(), theirs.begin(), theirs.end());
    for (std::size_t i = 0; i < count; ++i) sum[i] += theirs[i];
    if (rank <= me.rank()) std::transform(prefix.begin(), prefix.end(), theirs.begin(), prefix.begin(), std::plus<>());
  }
  const auto blocks = [&](Call& call, const Vector* send, std::size_t sent, Vector* recv, std::size_t received) {
    call.shape.send.count = static_cast<std::int64_t>(sent);
    call.shape.recv.count = static_cast<std::int64_t>(received);
    call.shape.send.size = call.shape.recv.size = 8;
    call.shape.root = root;
    call.binding.send = send != nullptr ? send->data() : nullptr;
    call.binding.recv = recv != nullptr ? recv->data() : nullptr;
  };
  const auto check = [&](Collective what, const Vector* send, std::size_t sent, Vector recv, std::size_t received,
                         const Vector& expected, bool compare = true) {
    Call call = me.make(what);
    blocks(call, send, sent, &recv, received);
    const Status done = me.run(call);
    ASSERT_TRUE(done) << done.error().what << " collective " << static_cast<int>(what);
    if (compare) {
      ASSERT_EQ(recv, expected) << "collective " << static_cast<int>(what) << " count " << count << " of rank "
                                << me.rank() << " root " << root;
    }
  };
  const bool at_root = me.rank() == root;
  check(Collective::barrier, nullptr, 0, {}, 0, {});
  check(Collective::bcast, nullptr, 0, at_root ? own : Vector(count), count, values(root, count, turn));
  check(Collective::gather, &own, count, Vector(at_root ? count * size : 0), count, all, at_root);
  check(Collective::scatter, at_root ? &all : nullptr, count, Vector(count), count, own);
  check(Collective::allgather, &own, count, Vector(count * size), count, all);
  check(Collective::reduce, &own, count, Vector(count), count, sum, at_root);
  check(Collective::allreduce, &own, count, Vector(count), count, sum);
  check(Collective::scan, &own, count, Vector(count), count, prefix);
  Vector to_all(count * size), from_all(count * size), parts(count);
  for (std::uint32_t rank = 0; rank < size; ++rank) {
    for (std::size_t i = 0; i < count; ++i) {
      to_all[rank * count + i] = value(me.rank(), rank * count + i, turn);
      from_all[rank * count + i] = value(rank, me.rank() * count + i, turn);
      parts[i] += value(rank, me.rank() * count + i, turn);
    }
  }
  check(Collective::alltoall, &to_all, count, Vector(count * size), count, from_all);
  check(Collective::reduce_scatter_block, &to_all, count * size, Vector(count), count, parts);
  // The first block as it is, the others in one for the last rank; in place in odd turns.
  Vector counts(size), places(size, static_cast<std::int64_t>(count));
  places[0] = 0;
  counts[0] = static_cast<std::int64_t>(count);
  counts[size - 1] = static_cast<std::int64_t>(count * (size - 1));
  Vector rest(static_cast<std::size_t>(counts[me.rank()]));
  for (std::uint32_t rank = 0; rank < size; ++rank) {
    for (std::size_t i = 0; i < rest.size(); ++i)
      rest[i] += value(rank, static_cast<std::size_t>(places[me.rank()]) + i, turn);
  }
  Vector target = turn % 2 == 1 ? to_all : Vector(rest.size());
  Call call = me.make(Collective::reduce_scatter);
  blocks(call, turn % 2 == 1 ? nullptr : &to_all, count * size, &target, rest.size());
  call.shape.in_place = turn % 2 == 1;
  call.shape.recv.counts = counts;
  call.shape.recv.displacements = places;
  const Status done = me.run(call);
  ASSERT_TRUE(done) << done.error().what;
  target.resize(rest.size());
  ASSERT_EQ(target, rest) << "reduce_scatter count " << count << " of rank " << me.rank();
}

TEST(Arena, EveryCollectiveOfManyLengthsIsRight) {
  for (const std::uint32_t size : {2U, 3U, 5U, 8U}) {
    world(size, [](Rank& me) {
      std::int64_t turn = 0;
      for (const std::size_t count : {1, 2, 0, 6, 7, 100, 129, 383, 384, 513, 700, 4096, 5000, 40000})
        every_collective(me, count, ++turn);
      EXPECT_TRUE(me.runner().has_arena());
    });
  }
}

TEST(Arena, TwoRanksFoldAUsersOperationInTheOrderOfTheRanks) {
  world(2, [](Rank& me) {
    // left * 3 + right
    const auto op = datatype::Op::create(
        [](const void* in, void* inout, std::int64_t count, const datatype::Datatype&) {
          for (std::int64_t i = 0; i < count; ++i)
            static_cast<std::int64_t*>(inout)[i] += 3 * static_cast<const std::int64_t*>(in)[i];
        },
        false);
    ASSERT_TRUE(op);
    std::int64_t turn = 0;
    for (const std::size_t count : {1, 100, 700, 1900, 5000, 40000, 100001}) {
      for (const Collective collective : {Collective::reduce, Collective::allreduce}) {
        for (const bool in_place : {false, true}) {
          for (const std::uint32_t root : {0U, 1U}) {
            ++turn;
            const bool takes = collective == Collective::allreduce || me.rank() == root;
            const Vector own = values(me.rank(), count, turn);
            Vector recv = in_place && takes ? own : Vector(count);
            Call call = me.make(collective);
            call.shape.send.count = call.shape.recv.count = static_cast<std::int64_t>(count);
            call.shape.send.size = call.shape.recv.size = 8;
            call.shape.root = root;
            call.shape.commutative = false;
            call.shape.in_place = in_place && takes;
            call.binding.send = in_place && takes ? nullptr : own.data();
            call.binding.recv = recv.data();
            call.binding.op = op->get();
            const Status done = me.run(call);
            ASSERT_TRUE(done) << done.error().what;
            if (!takes) continue;
            Vector expected(count);
            for (std::size_t i = 0; i < count; ++i) expected[i] = 3 * value(0, i, turn) + value(1, i, turn);
            ASSERT_EQ(recv, expected) << count << " words, in place " << in_place << ", rank " << me.rank();
          }
        }
      }
    }
  });
}

TEST(Arena, ManyShortCollectivesInARowKeepApart) {
  for (const std::uint32_t size : {2U, 4U}) {
    world(size, [](Rank& me) {
      for (std::int64_t turn = 0; turn < 300; ++turn)
        every_collective(me, 1 + static_cast<std::size_t>(turn) % 9, turn);
    });
  }
}

TEST(Arena, RanksThatRunAheadWaitForThoseThatStillRead) {
  world(3, [](Rank& me) {
    for (std::int64_t turn = 0; turn < 2000; ++turn) {
      Vector buffer(1, me.rank() == 0 ? turn : -1);
      ASSERT_TRUE(me.run(me.bcast(buffer, 0)));
      ASSERT_EQ(buffer[0], turn);
    }
  });
}

TEST(Arena, CallsThatAreOnlyStartedGoByMessages) {
  world(2, [](Rank& me) {
    every_collective(me, 2, 1);
    for (int i = 0; i < 3; ++i) {
      Vector send(1, me.rank() + 1), recv(1);
      Call call = me.allreduce(send, recv);
      const p2p::Engine::Guard guard(me.engine());
      Execution& execution = me.runner().start(call);
      me.engine().wait_until([&] { return execution.done(); });
      EXPECT_TRUE(execution.error().ok());
      EXPECT_EQ(recv[0], 3);
      me.runner().give_back(execution);
    }
    every_collective(me, 2, 2);
  });
}

TEST(Arena, ThreadedEnginesShareItToo) {
  world(
      3, [](Rank& me) { every_collective(me, 50, 3); }, 0, true);
}

TEST(Arena, ThreadsSetUpArenasOfDifferentCommunicatorsAtOnce) {
  tests::run_world(2, "shm", true, [](runtime::Runtime& runtime, Communicator& communicator) {
    std::vector<communicator::Ref> more;
    std::vector<std::unique_ptr<Rank>> ranks;
    ranks.push_back(std::make_unique<Rank>(communicator, 0));
    for (std::uint64_t use = 1; use < 4; ++use) {
      auto made = runtime.make_world(use);
      ASSERT_TRUE(made);
      more.push_back(std::move(*made));
      ranks.push_back(std::make_unique<Rank>(*more.back(), 0));
    }
    std::vector<std::thread> threads;
    for (auto& rank : ranks) {
      threads.emplace_back([&rank] {
        for (std::int64_t turn = 0; turn < 20; ++turn) every_collective(*rank, 3, turn);
      });
    }
    for (std::thread& thread : threads) thread.join();
    for (auto& rank : ranks) EXPECT_TRUE(rank->runner().has_arena());
  });
}

TEST(Arena, RanksSleepWhileTheyWait) {
  world(4, [](Rank& me) {
    every_collective(me, 3, 1);
    me.engine().sleep_at_once(std::int64_t{10} << 30);
    for (std::int64_t turn = 0; turn < 100; ++turn) every_collective(me, 5, turn);
    every_collective(me, 30000, 2);
    EXPECT_EQ(me.engine().counters().overslept, 0U);
    EXPECT_GT(me.engine().counters().sleeps, 0U);
  });
}

TEST(Arena, ItIsSetUpInTheCourseOfACollective) {
  world(
      3,
      [](Rank& me) {
        for (int i = 0; i < 4; ++i) ASSERT_TRUE(me.run(me.make(Collective::barrier)));
        EXPECT_FALSE(me.runner().has_arena());
        ASSERT_TRUE(me.run(me.make(Collective::barrier)));
        EXPECT_TRUE(me.runner().has_arena());
        every_collective(me, 4, 1);
      },
      4);
}

TEST(Arena, DifferentCallsInWhichItIsSetUpAreAnErrorAndItIsSetUpLater) {
  world(3, [](Rank& me) {
    Vector send(1, 1), recv(1);
    const Status done = me.rank() == 1 ? me.run(me.make(Collective::barrier)) : me.run(me.allreduce(send, recv));
    EXPECT_FALSE(done);
    EXPECT_FALSE(me.runner().has_arena());
    every_collective(me, 2, 1);
    EXPECT_TRUE(me.runner().has_arena());
  });
}

TEST(Arena, WithoutSharedMemoryCollectivesGoByMessages) {
  world(
      3,
      [](Rank& me) {
        every_collective(me, 4, 1);
        EXPECT_FALSE(me.runner().has_arena());
      },
      0, false, "tcp");
}

TEST(Arena, ASmallCollectiveInALoopAllocatesNothing) {
  world(2, [](Rank& me) {
    Vector send(1, 1), recv(1);
    for (int i = 0; i < 100; ++i) ASSERT_TRUE(me.run(me.allreduce(send, recv)));
    const std::int64_t before = tests::allocations();
    for (int i = 0; i < 1000; ++i) ASSERT_TRUE(me.run(me.allreduce(send, recv)));
    ASSERT_TRUE(me.run(me.make(Collective::barrier)));
    EXPECT_LT(tests::allocations() - before, 10);
  });
}

TEST(Arena, LongMessagesOfRanksThatDifferAreAnErrorAndTheNextCollectiveWorks) {
  world(3, [](Rank& me) {
    every_collective(me, 20000, 1);
    const std::size_t count = me.rank() == 2 ? 30000 : 20000;
    Vector send(count, 1), recv(count);
    EXPECT_FALSE(me.run(me.allreduce(send, recv)));
    for (std::int64_t turn = 0; turn < 5; ++turn) every_collective(me, 20000, turn);
  });
}

TEST(Arena, DifferentLengthsAreAnErrorAndTheNextCollectiveWorks) {
  world(3, [](Rank& me) {
    every_collective(me, 2, 1);
    Vector buffer(me.rank() == 2 ? 3 : 5, 1);
    const Status spread = me.run(me.bcast(buffer, 0));
    EXPECT_EQ(static_cast<bool>(spread), me.rank() != 2);
    if (!spread) {
      EXPECT_NE(std::string(spread.error().what).find("40 bytes"), std::string::npos) << spread.error().what;
    }
    for (std::int64_t turn = 0; turn < 50; ++turn) every_collective(me, 2, turn);
  });
}

TEST(Arena, SlicesInPartsOfManyCallsInARowKeepApart) {
  world(2, [](Rank& me) {
    for (std::int64_t turn = 0; turn < 300; ++turn) {
      const auto count = static_cast<std::size_t>(384 + turn % 128);
      Vector buffer = me.rank() == turn % 2 ? values(me.rank(), count, turn) : Vector(count);
      ASSERT_TRUE(me.run(me.bcast(buffer, static_cast<std::uint32_t>(turn % 2))));
      ASSERT_EQ(buffer, values(static_cast<std::uint32_t>(turn % 2), count, turn));
      if (turn % 7 == 0) every_collective(me, 500, turn);
    }
  });
}

TEST(Arena, ARankThatWaitsForAFirstPartIsToldOfAnotherCallOrLength) {
  world(2, [](Rank& me) {
    every_collective(me, 500, 1);
    // The root, whose broadcast is short, never publishes a first part.
    Vector buffer(me.rank() == 0 ? 5 : 500, 1);
    const Status spread = me.run(me.bcast(buffer, 0));
    EXPECT_EQ(static_cast<bool>(spread), me.rank() == 0);
    if (!spread) {
      EXPECT_NE(std::string(spread.error().what).find("40 bytes"), std::string::npos) << spread.error().what;
    }
    for (std::int64_t turn = 0; turn < 40; ++turn) every_collective(me, 500, turn);
    // One that publishes both, of another length.
    buffer.assign(me.rank() == 0 ? 600 : 500, 1);
    EXPECT_EQ(static_cast<bool>(me.run(me.bcast(buffer, 0))), me.rank() == 0);
    every_collective(me, 500, 2);
    Vector send(500, 1);
    Vector recv(500);
    const Status done = me.rank() == 0 ? me.run(me.make(Collective::barrier)) : me.run(me.bcast(recv, 0));
    EXPECT_FALSE(done) << "rank " << me.rank();
    every_collective(me, 500, 3);
  });
}

TEST(Arena, DifferentCallsAreAnErrorAndTheNextCollectiveWorks) {
  world(2, [](Rank& me) {
    every_collective(me, 2, 1);
    Vector send(1, 1), recv(1);
    const Status done = me.rank() == 0 ? me.run(me.make(Collective::barrier)) : me.run(me.allreduce(send, recv));
    ASSERT_FALSE(done);
    EXPECT_NE(std::string(done.error().what).find(me.rank() == 0 ? "called MPI_Allreduce" : "called MPI_Barrier"),
              std::string::npos)
        << done.error().what;
    every_collective(me, 2, 2);
  });
}

TEST(Arena, DifferentRootsInWhichNobodyWaitsAreTheNextCollectivesError) {
  world(2, [](Rank& me) {
    every_collective(me, 2, 1);
    Vector buffer(1, me.rank());
    ASSERT_TRUE(me.run(me.bcast(buffer, me.rank())));
    const Status late = me.run(me.make(Collective::barrier));
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, Code::root_mismatch) << late.error().what;
    every_collective(me, 2, 2);
  });
}

TEST(Arena, DifferentOperationsAreAnErrorOfTheSameCall) {
  using datatype::Operation;
  for (const Operation other : {Operation::max, Operation::min, Operation::prod, Operation::band, Operation::bxor}) {
    world(2, [&](Rank& me) {
      every_collective(me, 2, 1);
      for (const std::size_t count : {1, 100, 1000}) {
        Vector send(count, me.rank() + 1), recv(count);
        Call call = me.allreduce(send, recv);
        if (me.rank() == 1) call.binding.op = &datatype::builtin(other);
        const Status done = me.run(call);
        ASSERT_FALSE(done) << count << " words";
        EXPECT_EQ(done.error().code, Code::op_mismatch) << done.error().what;
        every_collective(me, 2, 2);
      }
    });
  }
}

TEST(Arena, RootsFarApartInWhichNobodyWaitsAreTheNextCollectivesError) {
  world(5, [](Rank& me) {
    every_collective(me, 2, 1);
    Vector buffer(1, me.rank());
    const Status first = me.run(me.bcast(buffer, me.rank() == 4 ? 4 : 0));
    const Status next = me.run(me.make(Collective::barrier));
    EXPECT_FALSE(first && next) << "rank " << me.rank();
    for (const Status* each : {&first, &next}) {
      if (!*each) {
        EXPECT_EQ(each->error().code, Code::root_mismatch) << each->error().what;
      }
    }
    for (std::int64_t turn = 0; turn < 5; ++turn) every_collective(me, 2, turn);
  });
}

TEST(Arena, RanksThatWaitForEachOtherInDifferentCallsAreTold) {
  world(2, [](Rank& me) {
    every_collective(me, 2, 1);
    Vector buffer(1, me.rank());
    const Status crossed = me.run(me.bcast(buffer, 1 - me.rank()));  // each takes the other for the root
    const Status next = me.run(me.make(Collective::barrier));
    EXPECT_FALSE(crossed && next);
    every_collective(me, 2, 2);
    Vector all(2);
    Call call = me.make(me.rank() == 0 ? Collective::gather : Collective::bcast);
    call.shape.send.count = call.shape.recv.count = 1;
    call.shape.send.size = call.shape.recv.size = 8;
    call.shape.root = 0;
    call.binding.send = buffer.data();
    call.binding.recv = all.data();
    const Status mixed = me.run(call);
    ASSERT_FALSE(mixed);
    EXPECT_EQ(mixed.error().code, Code::call_mismatch) << mixed.error().what;
    every_collective(me, 2, 3);
  });
}

TEST(Arena, NothingOnOneRankAndSomethingOnAnotherIsAnErrorOfOneAtLeast) {
  for (const Collective collective : {Collective::bcast, Collective::gather, Collective::scatter, Collective::allgather,
                                      Collective::alltoall, Collective::reduce, Collective::allreduce, Collective::scan,
                                      Collective::exscan, Collective::reduce_scatter_block}) {
    std::atomic<int> told{0};
    world(2, [&](Rank& me) {
      every_collective(me, 2, 1);
      Vector send(20), recv(20);
      Call call = me.make(collective);
      const std::int64_t count = me.rank() == 0 ? 10 : 0;
      call.shape.send.count = count * (collective == Collective::reduce_scatter_block ? 2 : 1);
      call.shape.recv.count = count;
      call.shape.send.size = call.shape.recv.size = 8;
      call.binding.send = send.data();
      call.binding.recv = recv.data();
      const Status first = me.run(call);
      const Status next = me.run(me.make(Collective::barrier));
      if (!first || !next) ++told;
      every_collective(me, 2, 2);
    });
    EXPECT_GE(told, 1) << "collective " << static_cast<int>(collective);
  }
}

TEST(Arena, ARankThatTakesNoPartIsToldOfAndTheNextCollectiveWorks) {
  world(3, [](Rank& me) {
    every_collective(me, 2, 1);
    Call call = me.make(Collective::barrier);
    if (me.rank() == 1) {
      const p2p::Engine::Guard guard(me.engine());
      me.runner().refuse(call.tag, {Collective::barrier});
    } else {
      const Status done = me.run(call);
      ASSERT_FALSE(done);
      EXPECT_EQ(done.error().code, Code::call_mismatch) << done.error().what;
    }
    every_collective(me, 2, 2);
  });
}

TEST(Arena, ANonBlockingFormElsewhereIsAnError) {
  world(2, [](Rank& me) {
    every_collective(me, 2, 1);
    Vector send(1, 1), recv(1);
    Call call = me.allreduce(send, recv);
    if (me.rank() == 0) {
      const Status done = me.run(call);
      ASSERT_FALSE(done);
      EXPECT_EQ(done.error().code, Code::call_mismatch) << done.error().what;
    } else {
      call.binding.form = Form::immediate;
      const p2p::Engine::Guard guard(me.engine());
      Execution& execution = me.runner().start(call);
      me.engine().wait_until([&] { return execution.done(); });
      EXPECT_FALSE(execution.error().ok());
      me.runner().give_back(execution);
    }
    every_collective(me, 2, 2);
  });
}

/// Sixteen ranks in two packages of two NUMA nodes of two caches.
void divided(const std::function<void(Rank&)>& body) {
  std::vector<collectives::arena::Domains> places;
  for (std::uint32_t rank = 0; rank < 16; ++rank) places.push_back({rank / 8, rank / 4, rank / 2});
  tests::run_world(16, "shm", false, [&](runtime::Runtime&, Communicator& communicator) {
    Placed placed(places);
    Rank rank(communicator, 0);
    rank.runner().set_surveyor(placed);
    body(rank);
    ASSERT_TRUE(rank.run(rank.make(Collective::barrier)));
  });
}

TEST(Arena, RanksThatKnowWhereTheyStandAreRightToo) {
  divided([](Rank& me) {
    std::int64_t turn = 0;
    for (const std::size_t count : {1, 7, 129, 5000}) every_collective(me, count, ++turn);
    EXPECT_EQ(me.runner().levels().ways.size(), 7U);
    for (int i = 0; i < 100; ++i) {
      Vector send(1, i), recv(1);
      ASSERT_TRUE(me.run(me.allreduce(send, recv)));
      ASSERT_EQ(recv[0], 16 * i);
      ASSERT_TRUE(me.run(me.make(Collective::barrier)));
    }
  });
}

TEST(Arena, DifferentCallsOfRanksFarApartAreAnErrorOfAllAndTheNextCollectiveWorks) {
  divided([](Rank& me) {
    every_collective(me, 2, 1);
    Vector send(1, 1), recv(1);
    const Status done = me.rank() == 13 ? me.run(me.make(Collective::barrier)) : me.run(me.allreduce(send, recv));
    EXPECT_FALSE(done) << me.rank();
    every_collective(me, 2, 2);
  });
}

}  // namespace
}  // namespace baton::schedule
