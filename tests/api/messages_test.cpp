// SPDX-License-Identifier: BSD-3-Clause
// Messages of the native API, between threads that are ranks.
#include <array>
#include <atomic>
#include <numeric>
#include <string>
#include <thread>

#include "tests/api/native_world.hpp"

namespace baton::tests {
namespace {

using api::Communicator;
using api::ErrorClass;
using api::Request;

class Messages : public testing::TestWithParam<const char*> {
 protected:
  static void run(std::uint32_t size, const std::function<void(Communicator&)>& body) {
    run_native(size, body, GetParam());
  }
};
std::string transport_name(const testing::TestParamInfo<const char*>& test) { return test.param; }
INSTANTIATE_TEST_SUITE_P(Over, Messages, testing::Values("shm", "tcp"), transport_name);

TEST_P(Messages, RangesAndObjectsArrive) {
  run(2, [](Communicator& c) {
    struct Point {
      double x;
      int id;
    };
    if (c.rank() == 0) {
      c.send(42, 1, 5);
      c.send(Point{1.5, 7}, 1);
      c.send(std::vector<double>{1, 2, 3}, 1);
      const std::array<short, 4> fixed{4, 3, 2, 1};
      c.send(fixed, 1);
      c.send(std::string("text"), 1);
      c.send(std::span<const double>(), 1);
    } else {
      int number = 0;
      const api::Status status = c.receive(number, 0, 5);
      EXPECT_EQ(number, 42);
      EXPECT_EQ(status.source(), 0);
      EXPECT_EQ(status.tag(), 5);
      EXPECT_EQ(status.count<int>(), 1U);
      const auto point = c.receive_value<Point>(0);
      EXPECT_EQ(point.x, 1.5);
      EXPECT_EQ(point.id, 7);
      std::vector<double> values(5, -1);
      EXPECT_EQ(c.receive(values).count<double>(), 3U);
      EXPECT_EQ(values, (std::vector<double>{1, 2, 3, -1, -1}));
      short fixed[4] = {};
      c.receive(fixed);
      EXPECT_EQ(fixed[3], 1);
      std::string text(4, ' ');
      c.receive(std::span(text));
      EXPECT_EQ(text, "text");
      EXPECT_EQ(c.receive(std::span<double>()).bytes(), 0U);
    }
  });
}

TEST_P(Messages, OfEveryLengthKeepTheirBytes) {
  run(2, [](Communicator& c) {
    for (std::size_t n : {std::size_t{0}, std::size_t{1}, std::size_t{7}, std::size_t{1000}, std::size_t{300'000}}) {
      std::vector<std::uint32_t> data(n);
      std::iota(data.begin(), data.end(), 17U);
      if (c.rank() == 0) {
        c.send(data, 1, 1);
        c.synchronous_send(data, 1, 2);
      } else {
        api::Status status;
        EXPECT_EQ(c.receive_vector<std::uint32_t>(0, 1, &status), data);
        EXPECT_EQ(status.count<std::uint32_t>(), n);
        std::vector<std::uint32_t> again(n);
        c.receive(again, 0, 2);
        EXPECT_EQ(again, data);
      }
    }
  });
}

TEST_P(Messages, ARequestTakesATemporaryAndGivesItBack) {
  run(2, [](Communicator& c) {
    if (c.rank() == 0) {
      std::vector<int> large(100'000, 3);
      Request<std::vector<int>> sending = c.isend(std::move(large), 1);
      Request<std::string> small = c.isend(std::string("moved into the request"), 1);  // longer than an inner buffer
      Request<std::string> moved = std::move(small);
      EXPECT_EQ(sending.wait().size(), 100'000U);
      EXPECT_FALSE(sending.active());
      EXPECT_EQ(moved.wait(), "moved into the request");
      EXPECT_EQ(c.isend(9, 1).wait(), 9);
    } else {
      std::vector<int> large(100'000);
      Request<> receiving = c.ireceive(large, 0);
      EXPECT_EQ(receiving.wait().count<int>(), 100'000U);
      EXPECT_EQ(large.back(), 3);
      const auto text = c.receive_vector<char>(0);
      EXPECT_EQ(std::string(text.begin(), text.end()), "moved into the request");
      Request<int> value = c.ireceive_value<int>(0);
      EXPECT_EQ(value.wait(), 9);
      EXPECT_EQ(value.status().source(), 0);
    }
  });
}

TEST_P(Messages, TheDestructorOfARequestWaits) {
  run(2, [](Communicator& c) {
    std::vector<int> data(200'000, c.rank());
    {
      Request<> forgotten = c.rank() == 0 ? c.isend(data, 1) : c.ireceive(data, 0);
      EXPECT_TRUE(forgotten.active());
    }
    EXPECT_EQ(data.back(), 0);
  });
}

TEST_P(Messages, SeveralRequestsEndTogether) {
  run(3, [](Communicator& c) {
    const auto size = static_cast<std::size_t>(c.size());
    std::vector<int> in(size, -1);
    const int number = c.rank();
    std::vector<Request<>> requests;
    for (int other = 0; other < c.size(); ++other) {
      requests.push_back(c.ireceive(in[static_cast<std::size_t>(other)], other, 3));
      requests.push_back(c.isend(number, other, 4));
    }
    const int own = c.rank() * 10;
    for (int other = 0; other < c.size(); ++other) c.send(own, other, 3);
    for (int other = 0; other < c.size(); ++other) (void)c.receive_value<int>(other, 4);
    api::wait_all(requests);
    EXPECT_EQ(in, (std::vector<int>{0, 10, 20}));
    Request<> first = c.isend(own, c.rank());
    int out = 0;
    Request<> second = c.ireceive(out, c.rank());
    api::wait_all(first, second);
    EXPECT_EQ(out, own);
    EXPECT_FALSE(first.active());
  });
}

TEST_P(Messages, AnyOfSeveralRequestsCanBeWaitedFor) {
  run(2, [](Communicator& c) {
    if (c.rank() == 1) {
      c.send(2, 0, 2);
      EXPECT_EQ(c.receive_value<int>(0), 1);
      c.send(1, 0, 1);
      return;
    }
    int values[3] = {};
    std::vector<Request<>> requests(3);
    requests[1] = c.ireceive(values[1], 1, 1);
    requests[2] = c.ireceive(values[2], 1, 2);
    auto done = api::wait_any(requests);
    ASSERT_TRUE(done);
    EXPECT_EQ(done->index, 2U);
    EXPECT_EQ(done->status.tag(), 2);
    EXPECT_EQ(values[2], 2);
    EXPECT_FALSE(requests[1].test());
    c.send(1, 1);
    done = api::wait_any(requests);
    ASSERT_TRUE(done);
    EXPECT_EQ(done->index, 1U);
    EXPECT_FALSE(api::wait_any(requests));
  });
}

TEST_P(Messages, AProbeTellsWithoutReceiving) {
  run(2, [](Communicator& c) {
    if (c.rank() == 0) {
      EXPECT_FALSE(c.try_probe());
      c.barrier();
      const api::Status seen = c.probe(1);
      EXPECT_EQ(seen.count<double>(), 6U);
      EXPECT_EQ(seen.tag(), 8);
      ASSERT_TRUE(c.try_probe(api::any_source, 8));
      EXPECT_FALSE(c.try_probe(api::any_source, 9));
      EXPECT_EQ(c.receive_vector<double>().size(), 6U);
    } else {
      c.barrier();
      c.send(std::vector<double>(6), 0, 8);
    }
  });
}

TEST_P(Messages, NeighboursExchange) {
  run(4, [](Communicator& c) {
    const int up = c.rank() + 1 < c.size() ? c.rank() + 1 : api::null_rank;
    const int down = c.rank() > 0 ? c.rank() - 1 : api::null_rank;
    std::vector<int> in(50'000, -1);
    const std::vector<int> out(50'000, c.rank());
    const api::Status status = c.send_receive(out, up, in, down);
    EXPECT_EQ(status.source(), down);
    EXPECT_EQ(in.back(), down == api::null_rank ? -1 : down);
    EXPECT_EQ(c.isend(out, api::null_rank).wait().bytes(), 0U);
    EXPECT_EQ(c.ireceive(in, api::null_rank).wait().source(), api::null_rank);
    EXPECT_TRUE(c.receive_vector<int>(api::null_rank).empty());
  });
}

TEST(MessageErrors, NameTheCallAndTheArgument) {
  run_native(2, [](Communicator& c) {
    std::string words;
    EXPECT_EQ(thrown_by([&] { c.send(1, 2); }, &words), ErrorClass::invalid_rank);
    EXPECT_EQ(words, "send: argument 'destination' = 2: valid ranks are 0..1 and null_rank");
    EXPECT_EQ(thrown_by([&] { c.send(1, 0, -1); }, &words), ErrorClass::invalid_tag);
    EXPECT_EQ(words, "send: argument 'tag' = -1: valid tags are 0 and more");
    int out = 0;
    EXPECT_EQ(thrown_by([&] { c.receive(out, -3); }), ErrorClass::invalid_rank);
    EXPECT_EQ(thrown_by([&] { (void)c.ireceive(out, 0, -7); }), ErrorClass::invalid_tag);
    EXPECT_EQ(thrown_by([&] { (void)c.probe(99); }, &words), ErrorClass::invalid_rank);
    EXPECT_EQ(words.substr(0, 6), "probe:");
    EXPECT_EQ(thrown_by([&] { (void)c.isend(std::vector<int>(3), 5); }), ErrorClass::invalid_rank);
    Request<> none;
    EXPECT_EQ(thrown_by([&] { none.wait(); }), ErrorClass::invalid_request);
    const Communicator empty;
    EXPECT_EQ(thrown_by([&] { empty.send(1, 0); }), ErrorClass::not_running);
    EXPECT_EQ(thrown_by([&] { (void)empty.rank(); }), ErrorClass::not_running);
    EXPECT_EQ(thrown_by([] { (void)Communicator::world(); }), ErrorClass::not_running);
  });
}

TEST(MessageErrors, ALongMessageIsTruncatedAndTheLineGoesOn) {
  run_native(2, [](Communicator& c) {
    if (c.rank() == 0) {
      c.send(std::vector<int>{1, 2, 3}, 1);
      c.send(std::vector<int>{1, 2, 3}, 1);
      c.send(std::vector<char>(7), 1);
      c.send(4, 1);
      return;
    }
    std::vector<int> two(2);
    std::string words;
    EXPECT_EQ(thrown_by([&] { c.receive(two); }, &words), ErrorClass::truncated);
    EXPECT_NE(words.find("the message of 12 bytes from rank 0 with tag 0 is longer than the buffer of 8 bytes"),
              std::string::npos)
        << words;
    EXPECT_EQ(two, (std::vector<int>{1, 2}));
    Request<> request = c.ireceive(two);
    EXPECT_EQ(thrown_by([&] { request.wait(); }), ErrorClass::truncated);
    EXPECT_FALSE(request.active());
    EXPECT_EQ(thrown_by([&] { (void)c.receive_vector<int>(); }), ErrorClass::invalid_count);
    EXPECT_EQ(c.receive_value<int>(), 4);
  });
}

TEST(Cancelling, GivesAReceiveUpThatNothingMatches) {
  run_native(1, [](Communicator& c) {
    int out = 5;
    Request<> request = c.ireceive(out);
    EXPECT_FALSE(request.test());
    request.cancel();
    EXPECT_TRUE(request.wait().cancelled());
    EXPECT_EQ(out, 5);
    // An exception on its way through a request does not wait for what may never come.
    struct Trouble {};
    EXPECT_THROW(
        {
          Request<> lost = c.ireceive(out);
          throw Trouble{};
        },
        Trouble);
  });
}

TEST(Communicators, AreSharedHandles) {
  run_native(1, [](Communicator& c) {
    Communicator copy = c;
    EXPECT_EQ(copy, c);
    const Communicator other = c.dup();
    EXPECT_NE(other, c);
    copy = other;
    EXPECT_EQ(copy, other);
    const Communicator moved = std::move(copy);
    EXPECT_TRUE(moved);
    EXPECT_EQ(moved.size(), 1);
  });
}

TEST(Communicators, SplitByColourAndKey) {
  run_native(5, [](Communicator& c) {
    const Communicator half = c.split(c.rank() % 2, -c.rank());
    EXPECT_EQ(half.size(), c.rank() % 2 == 0 ? 3 : 2);
    EXPECT_EQ(half.rank(), half.size() - 1 - c.rank() / 2);
    EXPECT_EQ(half.all_gather(c.rank()), c.rank() % 2 == 0 ? (std::vector{4, 2, 0}) : (std::vector{3, 1}));
    const Communicator some = c.split(c.rank() == 0 ? std::nullopt : std::optional(-4));
    EXPECT_EQ(static_cast<bool>(some), c.rank() != 0);
    if (some) {
      EXPECT_EQ(some.size(), 4);
    }
    EXPECT_EQ(c.split_by_node().size(), 5);
  });
}

TEST(Communicators, KeepTheirMessagesApart) {
  run_native(2, [](Communicator& c) {
    const Communicator other = c.dup();
    if (c.rank() == 0) {
      c.send(1, 1);
      other.send(2, 1);
    } else {
      EXPECT_EQ(other.receive_value<int>(), 2);
      EXPECT_EQ(c.receive_value<int>(), 1);
    }
  });
}

TEST(Threads, ShareACommunicatorWhenAllMayCall) {
  constexpr int threads = 3;
  constexpr int messages = 200;
  run_native(
      2,
      [](Communicator& c) {
        std::vector<std::jthread> pool;
        std::atomic<int> wrong = 0;
        for (int t = 0; t < threads; ++t) {
          pool.emplace_back([&, t] {
            for (int i = 0; i < messages; ++i) {
              int in = -1;
              Request<> receiving = c.ireceive(in, 1 - c.rank(), t);
              c.send(i, 1 - c.rank(), t);
              receiving.wait();
              if (in != i) ++wrong;
            }
          });
        }
        pool.clear();
        EXPECT_EQ(wrong, 0);
      },
      "shm", true);
}

}  // namespace
}  // namespace baton::tests
