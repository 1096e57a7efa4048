// SPDX-License-Identifier: BSD-3-Clause
// Ranks whose collectives do not fit together: each of them returns, with an error that says what the others did, and
// the communicator can be used on. And nobody is accused who is merely late.
#include <gtest/gtest.h>
#include <sched.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "tests/schedule/rank.hpp"

namespace baton::schedule {
namespace {

using collectives::Collective;
using p2p::Engine;

class Mismatch : public testing::TestWithParam<const char*> {
 protected:
  /// Runs `body`, then one allreduce that must work. What the body returns is collected.
  std::vector<Error> outcomes(std::uint32_t size, const std::function<Status(Rank&)>& body) {
    std::vector<Error> all(size);
    tests::run_world(size, GetParam(), false, [&](runtime::Runtime&, Communicator& communicator) {
      Rank rank(communicator);
      all[rank.rank()] = body(rank).error();
      std::vector<std::int64_t> send(1, 1), recv(1);
      ASSERT_TRUE(rank.run(rank.allreduce(send, recv)));
      EXPECT_EQ(recv[0], size);
    });
    return all;
  }
  static std::size_t count(const std::vector<Error>& all, Code code) {
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [&](const Error& error) { return error.code == code; }));
  }
  static std::string text(const std::vector<Error>& all) {
    std::string text;
    for (const Error& error : all) text += std::string(error.what) + "\n";
    return text;
  }
};

TEST_P(Mismatch, RootsThatDifferAreToldForShortAndLongMessages) {
  for (const std::size_t length : {1UL, 500'000UL}) {
    const auto all = outcomes(3, [&](Rank& me) {
      std::vector<std::int64_t> buffer(length, me.rank());
      return me.run(me.bcast(buffer, me.rank() == 2 ? 1 : 0));
    });
    EXPECT_GE(count(all, Code::root_mismatch), 1U) << text(all);
    EXPECT_NE(text(all).find("argument 'root' = "), std::string::npos) << text(all);
  }
}

// What fits the eager budget of everyone would simply be sent: then nobody waits, and nobody can tell.
TEST_P(Mismatch, EachRankItsOwnRootIsTold) {
  const auto all = outcomes(4, [](Rank& me) {
    std::vector<std::int64_t> buffer(1'000'000, me.rank());
    return me.run(me.bcast(buffer, me.rank()));
  });
  EXPECT_GE(count(all, Code::root_mismatch), 1U) << text(all);
}

TEST_P(Mismatch, DifferentCollectivesAreTold) {
  const auto all = outcomes(3, [](Rank& me) {
    if (me.rank() == 1) return me.run(me.make(Collective::barrier));
    std::vector<std::int64_t> buffer(200'000, me.rank());
    return me.run(me.bcast(buffer, 0));
  });
  EXPECT_GE(count(all, Code::call_mismatch), 1U) << text(all);
  EXPECT_NE(text(all).find("called MPI_Barrier, this rank MPI_Bcast"), std::string::npos) << text(all);
}

TEST_P(Mismatch, NothingOnOneRankAndDataOnAnotherIsTold) {
  const auto all = outcomes(2, [](Rank& me) {
    std::vector<std::int64_t> send(me.rank() == 0 ? 0 : 100'000, 1), recv(send.size());
    return me.run(me.allreduce(send, recv));
  });
  EXPECT_EQ(count(all, Code::call_mismatch), 1U) << text(all);
  EXPECT_NE(text(all).find("rank 0 called MPI_Allreduce too"), std::string::npos) << text(all);
}

TEST_P(Mismatch, NobodyIsToldOfTheCountsOfABarrier) {
  const auto all = outcomes(5, [](Rank& me) {
    if (me.rank() != 1) return me.run(me.make(Collective::barrier));
    std::vector<std::int64_t> buffer(200'000, me.rank());
    return me.run(me.bcast(buffer, 0));
  });
  EXPECT_EQ(count(all, Code::call_mismatch), 5U) << text(all);
  for (const std::uint32_t rank : {0U, 2U, 3U, 4U}) {
    EXPECT_EQ(std::string(all[rank].what).find("count"), std::string::npos) << all[rank].what;
  }
}

TEST_P(Mismatch, ARankThatHasLeftTheCommunicatorIsAnAnswerToo) {
  tests::run_world(2, GetParam(), false, [&](runtime::Runtime&, Communicator& communicator) {
    Rank rank(communicator);
    if (rank.rank() == 1) return;  // its runner ends here
    std::vector<std::int64_t> buffer(200'000, 1);
    const Status sent = rank.run(rank.bcast(buffer, 0));
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().code, Code::call_mismatch) << sent.error().what;
  });
}

TEST_P(Mismatch, WhoOnlyPollsIsToldToo) {
  const auto all = outcomes(2, [](Rank& me) -> Status {
    if (me.rank() == 0) return me.run(me.make(Collective::barrier));
    std::vector<std::int64_t> buffer(10, 1);
    const Engine::Guard guard(me.engine());
    Call call = me.bcast(buffer, 0);
    Execution& execution = me.runner().start(call);
    while (!execution.done()) me.engine().progress();
    const Error error = execution.error();
    me.runner().give_back(execution);
    return error;
  });
  EXPECT_GE(count(all, Code::call_mismatch), 1U) << text(all);
}

TEST_P(Mismatch, WhoIsMerelyLateIsNotAccused) {
  tests::run_world(2, GetParam(), false, [&](runtime::Runtime&, Communicator& communicator) {
    Rank me(communicator);
    const datatype::Datatype& byte = datatype::builtin(datatype::Kind::byte);
    for (const std::uint32_t root : {0U, 1U}) {
      std::vector<std::int64_t> buffer(300'000, me.rank());
      if (me.rank() == 0) {
        const Engine::Guard guard(me.engine());
        Call call = me.bcast(buffer, root);
        Execution& execution = me.runner().start(call);
        me.engine().inquire(0);
        // Behind the questions on the same way, so the other rank has heard them when it gets this.
        p2p::Request request;
        me.engine().send(request, {nullptr, 0, &byte, 1, {communicator.context(), 0, 1}});
        me.engine().wait_until([&] { return execution.done(); });
        EXPECT_TRUE(execution.error().ok()) << execution.error().what;
        me.runner().give_back(execution);
      } else {
        {
          const Engine::Guard guard(me.engine());
          p2p::Request request;
          me.engine().receive(request, {nullptr, 0, &byte, 0, {communicator.context(), 0, 1}});
          me.engine().wait(request);
        }
        ASSERT_TRUE(me.run(me.bcast(buffer, root)));
      }
      EXPECT_EQ(buffer[299'999], root);
    }
  });
}

Status run_as(Rank& me, Call call, Form form) {
  if (form == Form::blocking) return me.run(call);
  const Engine::Guard guard(me.engine());
  call.binding.form = form;
  if (form == Form::immediate) {
    Execution& execution = me.runner().start(call);
    me.engine().wait_until([&] { return execution.done(); });
    const Error error = execution.error();
    me.runner().give_back(execution);
    return error;
  }
  auto plan = me.runner().plan(call);
  Execution execution;
  me.runner().set_persistent(call.tag, execution);
  execution.start(std::move(plan), me.runner().channel(), call.binding, call.tag);
  me.engine().wait_until([&] { return execution.done(); });
  const Error error = execution.error();
  me.runner().end_persistent(call.tag);
  execution.recycle(0);
  return error;
}

TEST_P(Mismatch, FormsOfOneCollectiveThatDifferAreTold) {
  struct Pair {
    Form most, other;
    const char* words;
  };
  for (const Pair& pair :
       {Pair{Form::blocking, Form::immediate, "called MPI_Iallreduce, this rank MPI_Allreduce"},
        Pair{Form::immediate, Form::persistent, "called MPI_Allreduce_init, this rank MPI_Iallreduce"},
        Pair{Form::persistent, Form::blocking, "called MPI_Allreduce, this rank MPI_Allreduce_init"}}) {
    for (const std::size_t length : {1UL, 20'000UL}) {
      const auto all = outcomes(3, [&](Rank& me) {
        std::vector<std::int64_t> send(length, 1), recv(length);
        return run_as(me, me.allreduce(send, recv), me.rank() == 1 ? pair.other : pair.most);
      });
      EXPECT_GE(count(all, Code::call_mismatch), 1U) << pair.words << "\n" << text(all);
      EXPECT_NE(text(all).find(pair.words), std::string::npos) << text(all);
    }
  }
}

TEST_P(Mismatch, CallsThatAreCarriedOutAlikeAreToldApart) {
  const auto all = outcomes(3, [](Rank& me) {
    std::vector<std::int64_t> send(3, 1), recv(3), counts(3, 1), places{0, 1, 2};
    Call call = me.make(Collective::alltoallv);
    for (collectives::Side* side : {&call.shape.send, &call.shape.recv}) {
      side->size = 8;
      side->counts = counts;
      side->displacements = places;
    }
    call.binding.send = send.data();
    call.binding.recv = recv.data();
    call.variant = me.rank() == 2 ? Variant::by_types : Variant::plain;
    return me.run(call);
  });
  EXPECT_EQ(count(all, Code::call_mismatch), 3U) << text(all);
  EXPECT_NE(text(all).find("rank 2 called MPI_Alltoallw, this rank MPI_Alltoallv"), std::string::npos) << text(all);
}

TEST(Subject, EveryCallHasANameOfItsOwnThatItsMarkTells) {
  std::vector<std::string> names;
  const auto add = [&](const Subject& subject) {
    EXPECT_EQ(call_in(subject.mark(), false), subject.call());
    EXPECT_LT(subject.call(), 64);
    for (const Form form : {Form::blocking, Form::immediate, Form::persistent}) {
      EXPECT_EQ(without_form(with_form(subject.call(), form)), subject.call());
      EXPECT_EQ(form_of(with_form(subject.call(), form)), form);
      EXPECT_EQ(form_in(tag_of(77, form)), form);
      names.push_back(name_of(subject.call(), form));
    }
  };
  for (std::size_t c = 0; c < collectives::collective_count; ++c) add({static_cast<Collective>(c)});
  for (const auto& [collective, variant] : {std::pair{Collective::alltoallv, Variant::by_types},
                                            {Collective::neighbor_allgather, Variant::by_counts},
                                            {Collective::neighbor_alltoall, Variant::by_counts},
                                            {Collective::neighbor_alltoall, Variant::by_types}}) {
    Subject subject{collective};
    subject.variant = variant;
    add(subject);
  }
  EXPECT_NE(std::find(names.begin(), names.end(), "MPI_Ineighbor_alltoallw"), names.end());
  std::sort(names.begin(), names.end());
  EXPECT_EQ(std::adjacent_find(names.begin(), names.end()), names.end());
}

// Rank 1 has a second start under way while rank 0, its root, is still in the first, for rank 2 has not come.
TEST_P(Mismatch, WhoHasStartedLessOftenIsNotAccused) {
  tests::run_world(3, GetParam(), false, [&](runtime::Runtime&, Communicator& communicator) {
    Rank me(communicator);
    p2p::Engine& engine = me.engine();
    const Engine::Guard guard(engine);
    const datatype::Datatype& byte = datatype::builtin(datatype::Kind::byte);
    const auto send = [&](std::int32_t to) {
      p2p::Request request;
      engine.send(request,
                  {nullptr, 0, &byte, communicator.peer(to), {communicator.context(), communicator.rank(), 1}});
      engine.wait(request);
    };
    const auto receive = [&](std::int32_t from) {
      p2p::Request request;
      engine.receive(request, {nullptr, 0, &byte, communicator.peer(from), {communicator.context(), from, 1}});
      engine.wait(request);
    };
    constexpr std::int64_t each = 100'000;  // so long that the root waits for each of the others
    std::vector<std::int64_t> all(3 * each, 7), own(each);
    Call call = me.make(Collective::scatter);
    call.shape.send.count = call.shape.recv.count = each;
    call.shape.send.size = call.shape.recv.size = 8;
    call.binding.send = all.data();
    call.binding.recv = own.data();
    auto plan = me.runner().plan(call);
    Execution execution;
    me.runner().set_persistent(call.tag, execution);
    const auto finish = [&] {
      engine.wait_until([&] { return execution.done(); });
      EXPECT_TRUE(execution.error().ok()) << execution.error().what;
    };
    if (me.rank() == 2) receive(0);
    execution.start(std::move(plan), me.runner().channel(), call.binding, call.tag);
    if (me.rank() == 1) {
      finish();
      execution.restart();
      engine.inquire(0);
      send(0);  // behind the questions
    } else {
      if (me.rank() == 0) {
        receive(1);
        send(2);
      }
      finish();
      execution.restart();
    }
    finish();
    EXPECT_EQ(own.back(), 7);
    me.runner().end_persistent(call.tag);
    execution.recycle(0);
  });
}

TEST_P(Mismatch, WhoIsStillBusyInTheSameCollectiveIsNotAccused) {
  tests::run_world(4, GetParam(), false, [&](runtime::Runtime&, Communicator& communicator) {
    Rank me(communicator);
    const Engine::Guard guard(me.engine());
    for (int turn = 0; turn < 200; ++turn) {
      std::vector<std::int64_t> send(turn % 2 == 0 ? 3 : 20'000, 1), recv(send.size());
      Call call = me.allreduce(send, recv);
      Execution& execution = me.runner().start(call);
      for (int poll = 1; !execution.done(); ++poll) {
        if (poll % 100 == 0) me.engine().inquire(0);
        if (!me.engine().progress()) sched_yield();
      }
      ASSERT_TRUE(execution.error().ok()) << execution.error().what;
      me.runner().give_back(execution);
      for (const std::int64_t value : recv) ASSERT_EQ(value, 4);
    }
  });
}

INSTANTIATE_TEST_SUITE_P(Transports, Mismatch, testing::Values("shm", "tcp"),
                         [](const auto& which) { return std::string(which.param); });

}  // namespace
}  // namespace baton::schedule
