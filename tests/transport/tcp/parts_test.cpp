// SPDX-License-Identifier: BSD-3-Clause
// The parts of the TCP transport that need no socket: frame words, queue, parser, handshake messages, addresses and
// cards.
#include <algorithm>
#include <array>
#include <random>

#include "recorder.hpp"
#include "transport/tcp/address.hpp"
#include "transport/tcp/frame.hpp"
#include "transport/tcp/handshake.hpp"
#include "transport/tcp/inbox.hpp"
#include "transport/tcp/outbox.hpp"

namespace baton::transport::tcp {
namespace {

TEST(TcpFrame, UnpacksWhatItPackedAndRefusesEveryChangedBit) {
  for (const FrameWord word : {FrameWord{FrameKind::small, 0}, FrameWord{FrameKind::small, max_small},
                               FrameWord{FrameKind::large, (1ULL << 48) - 1}, FrameWord{FrameKind::goodbye, 0}}) {
    const std::uint64_t bits = pack(word);
    const auto back = unpack(bits);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->kind, word.kind);
    EXPECT_EQ(back->length, word.length);
    for (int bit = 0; bit < 64; ++bit) EXPECT_FALSE(unpack(bits ^ (1ULL << bit))) << bit;
  }
  EXPECT_FALSE(unpack(pack({FrameKind::small, max_small + 1})));
  EXPECT_FALSE(unpack(pack({FrameKind::goodbye, 1})));
  EXPECT_FALSE(unpack(pack({static_cast<FrameKind>(4), 0})));
  EXPECT_FALSE(unpack(0));
}

/// Moves up to `limit` bytes from an outbox to an inbox, as a socket would.
std::size_t transfer(Outbox& out, Inbox& in, std::size_t limit, Sink& sink, std::vector<Token>& ended) {
  Outbox::Gather gather;
  out.gather(gather);
  const Inbox::Window window = in.window();
  const std::size_t bytes = std::min({limit, gather.bytes, window.bytes});
  std::vector<std::byte> wire;
  for (std::size_t i = 0; i < gather.count && wire.size() < bytes; ++i) {
    const auto* from = static_cast<const std::byte*>(gather.parts[i].iov_base);
    wire.insert(wire.end(), from, from + std::min(gather.parts[i].iov_len, bytes - wire.size()));
  }
  std::size_t at = 0;
  for (std::size_t i = 0; i < window.count && at < bytes; ++i) {
    const std::size_t part = std::min(window.parts[i].iov_len, bytes - at);
    std::memcpy(window.parts[i].iov_base, wire.data() + at, part);
    at += part;
  }
  out.consume(bytes, ended);
  EXPECT_TRUE(in.advance(bytes, 3, sink));
  return bytes;
}

TEST(TcpQueue, CarriesAnyFramesThroughAnyCutsOfTheStream) {
  for (std::uint32_t seed = 1; seed <= 20; ++seed) {
    std::mt19937 random(seed);
    Outbox out;
    Inbox in;
    Recorder sink;
    std::vector<Token> ended;
    std::vector<std::vector<std::byte>> sent(300);
    std::size_t large = 0;
    for (std::uint64_t number = 0; number < sent.size();) {
      const std::size_t bytes = random() % 3 == 0 ? random() % (max_small + 1) : random() % 100;
      const auto data = pattern(bytes, number + seed);
      if (random() % 4 == 0) {
        sent[number] = data;
        if (out.push_large(number_header(number), sent[number], number)) {
          ++number;
          ++large;
        }
      } else if (std::byte* room = out.claim(bytes); room != nullptr) {
        ASSERT_EQ(reinterpret_cast<std::uintptr_t>(room) % 8, 0U);
        if (bytes != 0) std::memcpy(room, data.data(), bytes);
        out.commit(number_header(number), bytes);
        sent[number++] = data;
      }
      for (auto turns = random() % 4; turns > 0; --turns)
        transfer(out, in, 1 + random() % (random() % 2 == 0 ? 50 : 100'000), sink, ended);
    }
    while (!out.empty()) transfer(out, in, 1 + random() % 70'000, sink, ended);
    ASSERT_EQ(sink.frames.size(), sent.size());
    for (std::size_t i = 0; i < sent.size(); ++i) {
      ASSERT_EQ(sink.frames[i].number, i);
      ASSERT_TRUE(sink.frames[i].payload == sent[i]) << i;
    }
    EXPECT_EQ(ended.size(), large);
    EXPECT_TRUE(std::is_sorted(ended.begin(), ended.end()));
    EXPECT_TRUE(in.between_frames());
  }
}

TEST(TcpQueue, GivesBackEveryLargeSendWhenItIsAbandoned) {
  Outbox out;
  const auto data = pattern(100, 1);
  std::size_t taken = 0;
  while (out.push_large(Header{}, data, taken)) ++taken;
  EXPECT_EQ(taken, Outbox::max_large);
  std::vector<Token> ended;
  out.abandon(ended);
  EXPECT_EQ(ended.size(), taken);
  EXPECT_TRUE(out.empty());
}

TEST(TcpQueue, TakesAGoodbyeAsTheLastFrame) {
  Outbox out;
  Inbox in;
  Recorder sink;
  std::vector<Token> ended;
  ASSERT_TRUE(out.goodbye());
  while (!out.empty()) transfer(out, in, 1000, sink, ended);
  EXPECT_TRUE(in.ended());
  ASSERT_NE(out.claim(0), nullptr);
  out.commit(Header{}, 0);
  Outbox::Gather gather;
  out.gather(gather);
  const auto window = in.window();
  std::memcpy(window.parts[0].iov_base, gather.parts[0].iov_base, gather.bytes);
  EXPECT_FALSE(in.advance(gather.bytes, 3, sink)) << "frames after a goodbye are an error";
}

TEST(TcpHandshake, HashesAsPublished) {
  std::array<std::byte, 15> data{};
  for (std::size_t i = 0; i < data.size(); ++i) data[i] = static_cast<std::byte>(i);
  EXPECT_EQ(siphash(Key{0x0706050403020100, 0x0F0E0D0C0B0A0908}, data), 0xA129CA6149BE45E5U);
}

TEST(TcpHandshake, WelcomesOnlyAHelloMadeForThisRankWithItsToken) {
  const Key token{1, 2};
  Message hello;
  hello.from = 2;
  hello.to = 1;
  hello.job = 9;
  seal(hello, token);
  EXPECT_EQ(judge_hello(hello, 1, 4, 9, token), Opinion::welcome);
  EXPECT_EQ(judge_hello(hello, 3, 4, 9, token), Opinion::stranger) << "meant for another rank";
  EXPECT_EQ(judge_hello(hello, 1, 2, 9, token), Opinion::stranger) << "from a rank beyond the job";
  EXPECT_EQ(judge_hello(hello, 1, 4, 8, token), Opinion::stranger) << "of another job";
  EXPECT_EQ(judge_hello(hello, 1, 4, 9, Key{1, 3}), Opinion::stranger) << "made with another token";
  Message changed = hello;
  changed.caller_nonce[0] ^= 1;
  EXPECT_EQ(judge_hello(changed, 1, 4, 9, token), Opinion::stranger);
  changed = hello;
  changed.version = 2;
  EXPECT_EQ(judge_hello(changed, 1, 4, 9, token), Opinion::wrong_version);
  changed = hello;
  changed.magic = __builtin_bswap64(hello.magic);
  EXPECT_EQ(judge_hello(changed, 1, 4, 9, token), Opinion::garbage);
}

TEST(TcpAddress, KnowsItsKindAndNetwork) {
  EXPECT_TRUE(parse_address("127.9.0.1")->loopback());
  EXPECT_TRUE(parse_address("::1")->loopback());
  EXPECT_FALSE(parse_address("10.0.0.1")->loopback());
  EXPECT_TRUE(parse_address("172.31.0.1")->site_local());
  EXPECT_FALSE(parse_address("172.32.0.1")->site_local());
  EXPECT_TRUE(parse_address("fe80::1")->link_local());
  EXPECT_FALSE(parse_address("10.0.0.300"));
  EXPECT_TRUE(parse_address("10.1.2.3")->shares_prefix(*parse_address("10.1.3.4"), 23));
  EXPECT_FALSE(parse_address("10.1.2.3")->shares_prefix(*parse_address("10.1.3.4"), 24));
  EXPECT_EQ(parse_address("2001:db8::17")->text(), "2001:db8::17");
}

std::vector<Interface> some_interfaces() {
  return {{"lo", *parse_address("127.0.0.1"), 8, 0},
          {"docker0", *parse_address("172.17.0.1"), 16, 0},
          {"eth0", *parse_address("10.1.0.5"), 16, 1000},
          {"ib0", *parse_address("10.2.0.5"), 16, 100'000},
          {"eth0", *parse_address("2001:db8::5"), 64, 1000}};
}

std::string names(const Result<std::vector<Interface>>& from) {
  if (!from) return from.error().what;
  std::string text;
  for (const Interface& each : from.value()) text += each.name + "/" + each.address.text() + " ";
  return text;
}

TEST(TcpAddress, LeavesOutLoopbackAndBridgesAndPrefersTheFastest) {
  EXPECT_EQ(names(usable_interfaces(some_interfaces(), "")), "ib0/10.2.0.5 eth0/10.1.0.5 eth0/2001:db8::5 ");
}

TEST(TcpAddress, FollowsTheUsersChoiceOfInterfaces) {
  EXPECT_EQ(names(usable_interfaces(some_interfaces(), "eth0")), "eth0/10.1.0.5 eth0/2001:db8::5 ");
  EXPECT_EQ(names(usable_interfaces(some_interfaces(), "10.2.0.0/16")), "ib0/10.2.0.5 ");
  EXPECT_EQ(names(usable_interfaces(some_interfaces(), "lo,docker0")), "docker0/172.17.0.1 lo/127.0.0.1 ");
  EXPECT_EQ(names(usable_interfaces(some_interfaces(), "^ib0")), "eth0/10.1.0.5 eth0/2001:db8::5 ");
  EXPECT_NE(names(usable_interfaces(some_interfaces(), "eth7")).find("BATON_TCP_INTERFACES=eth7"), std::string::npos);
}

TEST(TcpAddress, TakesWhatThereIsWhenNothingBetterIs) {
  EXPECT_EQ(names(usable_interfaces({some_interfaces()[0]}, "")), "lo/127.0.0.1 ");
  EXPECT_EQ(names(usable_interfaces({some_interfaces()[0], some_interfaces()[1]}, "")), "docker0/172.17.0.1 ");
}

TEST(TcpCard, ReadsWhatItWroteAloneAndInsideAWholeCard) {
  const Card card{4711, {5, ~std::uint64_t{0}}, 77, {*parse_address("10.0.0.1"), *parse_address("2001:db8::1")}};
  const std::string text = card.text();
  EXPECT_EQ(text.find_first_of(" ;="), std::string::npos);
  for (const std::string& whole : {text, "tcp=" + text, "shm=abc;tcp=" + text + ";x=1"}) {
    const auto back = Card::parse(whole);
    ASSERT_TRUE(back) << whole;
    EXPECT_EQ(back->text(), text);
  }
  EXPECT_EQ(Card::parse("shm=abc").error().code, Code::not_found);
  for (const char* bad :
       {"", "1", "1,2,3,4", "2,80,00000000000000050000000000000005,0", "1,99999,00000000000000050000000000000005,0",
        "1,80,00000000000000050000000000000005,0,nowhere"}) {
    EXPECT_FALSE(Card::parse(bad)) << bad;
  }
}

TEST(TcpCard, OrdersCandidatesByNearness) {
  Card card{1, {}, 42, {*parse_address("192.0.2.1"), *parse_address("10.2.0.9")}};
  const auto own = some_interfaces();
  EXPECT_EQ(candidates(card, 41, own)[0].text(), "10.2.0.9") << "a network of ours first";
  EXPECT_EQ(candidates(card, 42, own)[0].text(), "127.0.0.1") << "the same network stack";
  card.stack = 0;
  EXPECT_EQ(candidates(card, 0, own).size(), 2U) << "0 is no network stack";
}

}  // namespace
}  // namespace baton::transport::tcp
