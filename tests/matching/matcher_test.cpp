// SPDX-License-Identifier: BSD-3-Clause
// The matcher against a naive reference on random operations, and the ordering rules one by one.
#include "matching/matcher.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <functional>
#include <list>
#include <random>
#include <vector>

namespace baton::matching {
namespace {

struct Receive : Posted {
  int id = 0;
};
struct Message : Unexpected {
  int id = 0;
};

Receive receive(Envelope wish, int id) {
  Receive made;
  made.wish = wish;
  made.id = id;
  return made;
}

TEST(Matcher, EarliestPostedReceiveWinsEvenWhenAWildcardCameFirst) {
  Matcher matcher;
  Receive wild = receive({1, any_source, 5}, 0);
  Receive exact = receive({1, 2, 5}, 1);
  EXPECT_EQ(matcher.post(&wild), nullptr);
  EXPECT_EQ(matcher.post(&exact), nullptr);
  EXPECT_EQ(matcher.arrive({1, 2, 5}), &wild);
  EXPECT_EQ(matcher.arrive({1, 2, 5}), &exact);
  EXPECT_EQ(matcher.arrive({1, 2, 5}), nullptr);
}

/// Elements looked at while 10,000 that differ by `tag_of` are queued, and then taken in the reverse order.
std::uint64_t looks_at_deep_queues(std::int32_t source, const std::function<std::int32_t(std::int32_t)>& tag_of) {
  constexpr std::int32_t deep = 10'000;
  Matcher matcher;
  std::vector<Receive> receives(deep);
  for (std::int32_t i = 0; i < deep; ++i) {
    receives[static_cast<std::size_t>(i)] = receive({1, source, tag_of(i)}, i);
    EXPECT_EQ(matcher.post(&receives[static_cast<std::size_t>(i)]), nullptr);
  }
  std::vector<Message> messages(deep);
  for (std::int32_t i = deep; i-- > 0;) EXPECT_NE(matcher.arrive({1, source, tag_of(i)}), nullptr);
  for (std::int32_t i = 0; i < deep; ++i) {
    messages[static_cast<std::size_t>(i)].envelope = {1, source, tag_of(i)};
    matcher.keep(&messages[static_cast<std::size_t>(i)]);
  }
  for (std::int32_t i = deep; i-- > 0;) {
    Receive one = receive({1, source, tag_of(i)}, i);
    EXPECT_EQ(matcher.post(&one), &messages[static_cast<std::size_t>(i)]);
  }
  return matcher.attempts();
}

TEST(Matcher, TenThousandQueuedElementsDoNotMakeASearchLonger) {
  constexpr std::uint64_t matches = 2 * 10'000;
  EXPECT_LT(looks_at_deep_queues(3, [](std::int32_t i) { return i; }), 4 * matches);
  EXPECT_LT(looks_at_deep_queues(0, [](std::int32_t i) { return i * 4096; }), 4 * matches);
}

TEST(Matcher, ElementsOfOneEnvelopeKeepTheirOrderWhenTheListsBecomeMore) {
  Matcher matcher;
  std::vector<Receive> receives(5'000);
  std::vector<Message> messages(receives.size());
  for (std::size_t i = 0; i < receives.size(); ++i) {
    receives[i] = receive({1, 0, static_cast<std::int32_t>(i % 7)}, static_cast<int>(i));
    messages[i].envelope = {2, 0, static_cast<std::int32_t>(i % 7)};
    EXPECT_EQ(matcher.post(&receives[i]), nullptr);
    matcher.keep(&messages[i]);
  }
  for (std::size_t i = 0; i < receives.size(); ++i) {
    EXPECT_EQ(matcher.arrive(receives[i].wish), &receives[i]);
    Receive wish = receive(messages[i].envelope, 0);
    EXPECT_EQ(matcher.post(&wish), &messages[i]);
  }
  EXPECT_EQ(matcher.posted_count() + matcher.unexpected_count(), 0U);
}

TEST(Matcher, ContextsNeverMix) {
  Matcher matcher;
  Receive wild = receive({1, any_source, any_tag}, 0);
  EXPECT_EQ(matcher.post(&wild), nullptr);
  EXPECT_EQ(matcher.arrive({2, 0, 0}), nullptr);
  matcher.remove(&wild);
  EXPECT_EQ(matcher.posted_count(), 0U);
}

TEST(Matcher, AWildcardReceiveTakesTheEarliestArrival) {
  Matcher matcher;
  Message first;
  first.envelope = {1, 3, 9};
  Message second;
  second.envelope = {1, 1, 9};
  matcher.keep(&first);
  matcher.keep(&second);
  Receive wild = receive({1, any_source, 9}, 0);
  EXPECT_EQ(matcher.find(wild.wish), &first);
  EXPECT_EQ(matcher.post(&wild), &first);
  EXPECT_EQ(matcher.post(&wild), &second);
  EXPECT_EQ(matcher.unexpected_count(), 0U);
}

TEST(Matcher, MessagesKeptApartAreFoundByThemselvesAndNotByWildcards) {
  Matcher matcher;
  Message first, second, other;
  first.envelope = second.envelope = other.envelope = {1, 3, 9};
  matcher.keep(&first, true);
  matcher.keep(&other);
  matcher.keep(&second, true);
  EXPECT_EQ(matcher.unexpected_count(), 3U);
  EXPECT_EQ(matcher.first_apart(), &first);
  EXPECT_EQ(matcher.next_apart(&first), &second);
  EXPECT_EQ(matcher.next_apart(&second), nullptr);
  EXPECT_EQ(matcher.find({1, any_source, 9}), &other);
  Receive exact = receive({1, 3, 9}, 0);
  EXPECT_EQ(matcher.post(&exact), &first);
  EXPECT_EQ(matcher.first_apart(), &second);
  std::size_t seen = 0;
  matcher.each_unexpected([&](Unexpected* message) {
    matcher.remove(message);
    ++seen;
  });
  EXPECT_EQ(seen, 2U);
  EXPECT_EQ(matcher.first_apart(), nullptr);
}

TEST(Matcher, ARestoredReceiveHasItsOldPlaceOrTheEarliestMessage) {
  Matcher matcher;
  std::deque<Receive> receives;
  for (int id = 0; id < 4; ++id) {
    receives.push_back(receive(id == 1 ? Envelope{1, any_source, 5} : Envelope{1, 2, 5}, id));
    EXPECT_EQ(matcher.post(&receives.back()), nullptr);
  }
  const Envelope message{1, 2, 5};
  EXPECT_EQ(matcher.arrive(message), &receives[0]);
  EXPECT_EQ(matcher.arrive(message), &receives[1]);
  EXPECT_EQ(matcher.arrive(message), &receives[2]);
  for (const std::size_t id : {2U, 0U, 1U}) EXPECT_EQ(matcher.restore(&receives[id]), nullptr);
  EXPECT_EQ(matcher.posted_count(), 4U);
  for (Receive& next : receives) EXPECT_EQ(matcher.arrive(message), &next);
  Message first;
  first.envelope = message;
  matcher.keep(&first);
  EXPECT_EQ(matcher.restore(&receives[3]), &first);
  EXPECT_EQ(matcher.posted_count() + matcher.unexpected_count(), 0U);
}

/// Lists walked from the front: obviously right.
class Reference {
 public:
  int arrive(Envelope message, int id) {
    for (auto it = posted_.begin(); it != posted_.end(); ++it) {
      if (!it->first.accepts(message)) continue;
      const int found = it->second;
      posted_.erase(it);
      return found;
    }
    unexpected_.emplace_back(message, id);
    return -1;
  }
  int post(Envelope wish, int id) {
    for (auto it = unexpected_.begin(); it != unexpected_.end(); ++it) {
      if (!wish.accepts(it->first)) continue;
      const int found = it->second;
      unexpected_.erase(it);
      return found;
    }
    posted_.emplace_back(wish, id);
    return -1;
  }

 private:
  std::list<std::pair<Envelope, int>> posted_;
  std::list<std::pair<Envelope, int>> unexpected_;
};

TEST(Matcher, AgreesWithANaiveReferenceOnRandomOperations) {
  for (unsigned seed = 0; seed < 20; ++seed) {
    std::mt19937 random(seed);
    Matcher matcher;
    Reference reference;
    std::deque<Receive> receives;
    std::deque<Message> messages;
    const auto pick = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    for (int step = 0; step < 5000; ++step) {
      Envelope envelope{static_cast<ContextId>(pick(2)), pick(4), pick(4)};
      if (pick(2) == 0) {
        if (pick(4) == 0) envelope.source = any_source;
        if (pick(4) == 0) envelope.tag = any_tag;
        Receive& posted = receives.emplace_back(receive(envelope, step));
        Unexpected* found = matcher.post(&posted);
        const int id = found == nullptr ? -1 : static_cast<Message*>(found)->id;
        ASSERT_EQ(id, reference.post(envelope, step)) << "seed " << seed << " step " << step;
      } else {
        Posted* found = matcher.arrive(envelope);
        const int id = found == nullptr ? -1 : static_cast<Receive*>(found)->id;
        if (found == nullptr) {
          Message& kept = messages.emplace_back();
          kept.envelope = envelope;
          kept.id = step;
          matcher.keep(&kept);
        }
        ASSERT_EQ(id, reference.arrive(envelope, step)) << "seed " << seed << " step " << step;
      }
    }
    matcher.each_posted([&](Posted* posted) { matcher.remove(posted); });
    matcher.each_unexpected([&](Unexpected* message) { matcher.remove(message); });
    EXPECT_EQ(matcher.posted_count() + matcher.unexpected_count(), 0U);
  }
}

TEST(Matcher, the_peak_is_the_most_unexpected_messages_at_one_time) {
  Matcher matcher;
  std::array<Unexpected, 3> messages;
  for (Unexpected& each : messages) matcher.keep(&each);
  matcher.remove(&messages[0]);
  matcher.remove(&messages[1]);
  EXPECT_EQ(matcher.unexpected_peak(), 3U);
  matcher.forget_peak();
  EXPECT_EQ(matcher.unexpected_peak(), 1U);
  matcher.keep(&messages[0]);
  EXPECT_EQ(matcher.unexpected_peak(), 2U);
  matcher.remove(&messages[0]);
  matcher.remove(&messages[2]);
}

}  // namespace
}  // namespace baton::matching
