// SPDX-License-Identifier: BSD-3-Clause
// Who gets in and who does not, and what is told when a peer cannot be reached or ends.
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

#include "base/unique_fd.hpp"
#include "recorder.hpp"
#include "transport/tcp/address.hpp"
#include "transport/tcp/handshake.hpp"

namespace baton::transport {
namespace {

using tcp::Card;
using tcp::Message;
using tcp::Word;

Card card_of(const World& world, PeerId rank) { return *Card::parse(world.cards.at(rank)); }

UniqueFd connect_to(std::uint16_t port) {
  UniqueFd fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in to{};
  to.sin_family = AF_INET;
  to.sin_port = htons(port);
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  EXPECT_EQ(::connect(fd.get(), reinterpret_cast<const sockaddr*>(&to), sizeof to), 0);
  return fd;
}

/// A port of nobody's, held as long as the socket lives; or one whose listener never accepts.
UniqueFd hold_port(std::uint16_t& port, bool listening) {
  UniqueFd fd(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t length = sizeof address;
  EXPECT_EQ(::bind(fd.get(), reinterpret_cast<const sockaddr*>(&address), length), 0);
  EXPECT_TRUE(!listening || ::listen(fd.get(), 0) == 0);
  ::getsockname(fd.get(), reinterpret_cast<sockaddr*>(&address), &length);
  port = ntohs(address.sin_port);
  return fd;
}

void send_bytes(const UniqueFd& fd, const void* from, std::size_t bytes) {
  EXPECT_EQ(::send(fd.get(), from, bytes, MSG_NOSIGNAL), static_cast<ssize_t>(bytes));
}

/// What the other side answers before it closes; polls `rank` meanwhile.
std::vector<Message> answers(const UniqueFd& fd, Rank& rank) {
  std::vector<std::byte> bytes;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  for (;;) {
    std::array<std::byte, 4096> part{};
    const ssize_t got = ::recv(fd.get(), part.data(), part.size(), MSG_DONTWAIT);
    if (got == 0 || (got < 0 && errno != EAGAIN)) break;
    if (got > 0) bytes.insert(bytes.end(), part.begin(), part.begin() + got);
    rank.tcp->poll(rank.sink);
    if (std::chrono::steady_clock::now() > end) {
      ADD_FAILURE() << "the connection stays open";
      break;
    }
  }
  EXPECT_EQ(bytes.size() % tcp::message_bytes, 0U);
  std::vector<Message> messages;
  for (std::size_t at = 0; at + tcp::message_bytes <= bytes.size(); at += tcp::message_bytes) {
    messages.push_back(tcp::read_message(std::span{bytes}.subspan(at).first<tcp::message_bytes>()));
  }
  return messages;
}

/// The job works still.
void expect_undisturbed(World& world) {
  world.send(0, 1, 1, pattern(100, 1));
  world.send(1, 0, 2, pattern(100, 2));
  EXPECT_TRUE(world.until([&] { return !world[0].sink.frames.empty() && !world[1].sink.frames.empty(); }));
  EXPECT_TRUE(world[0].sink.losses.empty());
  EXPECT_TRUE(world[1].sink.losses.empty());
}

Message hello_for(const World& world, PeerId from, PeerId to) {
  Message hello;
  hello.from = from;
  hello.to = to;
  hello.job = tcp::job_number("job 7");
  tcp::seal(hello, card_of(world, to).token);
  return hello;
}

TEST(TcpGreeter, DropsGarbageAtItsFirstBytes) {
  World world(2);
  const UniqueFd stranger = connect_to(card_of(world, 0).port);
  send_bytes(stranger, "GET / HTTP/1.1\r\n\r\n", 18);
  EXPECT_TRUE(answers(stranger, world[0]).empty());
  expect_undisturbed(world);
}

TEST(TcpGreeter, TellsAWrongVersionItsOwn) {
  World world(2);
  const UniqueFd stranger = connect_to(card_of(world, 0).port);
  Message hello = hello_for(world, 1, 0);
  hello.version = 99;
  send_bytes(stranger, &hello, sizeof hello);
  const auto said = answers(stranger, world[0]);
  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0].word, Word::wrong_version);
  EXPECT_EQ(said[0].version, tcp::wire_version);
  expect_undisturbed(world);
}

TEST(TcpGreeter, DropsACallerWithAWrongTokenOrForAnotherRank) {
  World world(3);
  Message wrong_token = hello_for(world, 1, 0);
  tcp::seal(wrong_token, tcp::Key{1, 2});
  for (const Message& hello : {wrong_token, hello_for(world, 1, 2), hello_for(world, 0, 0), hello_for(world, 7, 0)}) {
    const UniqueFd stranger = connect_to(card_of(world, 0).port);
    send_bytes(stranger, &hello, sizeof hello);
    const auto said = answers(stranger, world[0]);
    ASSERT_EQ(said.size(), 1U);
    EXPECT_EQ(said[0].word, Word::stranger);
  }
  expect_undisturbed(world);
}

TEST(TcpGreeter, DropsACallerThatRepeatsAnOverheardHello) {
  World world(2);
  const UniqueFd stranger = connect_to(card_of(world, 0).port);
  const Message hello = hello_for(world, 1, 0);  // rightly sealed, but the stranger does not know the token
  send_bytes(stranger, &hello, sizeof hello);
  Message confirm = hello;
  confirm.word = Word::confirm;
  send_bytes(stranger, &confirm, sizeof confirm);
  const auto said = answers(stranger, world[0]);
  ASSERT_EQ(said.size(), 1U);
  EXPECT_EQ(said[0].word, Word::challenge);
  expect_undisturbed(world);
}

TEST(TcpGreeter, DropsACallerThatSaysNothing) {
  World world(2, [](Tcp::Options& options) { options.handshake_timeout_ns = 50'000'000; });
  const UniqueFd stranger = connect_to(card_of(world, 0).port);
  EXPECT_TRUE(answers(stranger, world[0]).empty());
  expect_undisturbed(world);
}

TEST(TcpGreeter, DoesNotLinkToAnotherJobsListener) {
  World world(2);
  World other_job(2);
  Card card = card_of(other_job, 1);
  card.token = card_of(world, 1).token;
  world.cards[1] = card.text();
  world.send(0, 1, 1, {});
  ASSERT_TRUE(world.until([&] {
    other_job.poll_all();
    return world[0].sink.losses.size() == 1;
  }));
  EXPECT_EQ(world[0].sink.losses[1].code, Code::refused);
  EXPECT_NE(std::string(world[0].sink.losses[1].what).find("another process than this rank"), std::string::npos);
  expect_undisturbed(other_job);
}

TEST(TcpGreeter, TriesThePeersOtherAddressesWhenTheFirstAreDead) {
  World world(2);
  Card card = card_of(world, 1);
  card.stack = 0;
  card.addresses = {*tcp::parse_address("255.255.255.255"), *tcp::parse_address("127.0.0.1")};
  world.cards[1] = card.text();
  world.send(0, 1, 5, pattern(10, 1));
  ASSERT_TRUE(world.until([&] { return world[1].sink.frames.size() == 1; }));
  EXPECT_TRUE(world[0].sink.losses.empty());
}

TEST(TcpGreeter, NamesAddressAndCauseWhenThePeerIsGone) {
  World world(2);
  std::uint16_t port = 0;
  const UniqueFd dead = hold_port(port, false);
  Card card = card_of(world, 1);
  card.port = port;
  card.addresses = {*tcp::parse_address("127.0.0.1")};
  world.cards[1] = card.text();
  const auto data = pattern(1000, 1);
  world.send(0, 1, 1, data);
  ASSERT_EQ(world[0].tcp->send_large(1, Header{}, data, 42), Post::posted);
  ASSERT_TRUE(world.until([&] { return world[0].sink.losses.size() == 1; }));
  const std::string what = world[0].sink.losses[1].what;
  EXPECT_NE(what.find("127.0.0.1 port " + std::to_string(port) + " (Connection refused)"), std::string::npos) << what;
  EXPECT_NE(what.find("BATON_TCP_INTERFACES"), std::string::npos);
  EXPECT_EQ(world[0].sink.losses[1].os_errno, ECONNREFUSED);
  EXPECT_EQ(world[0].sink.tokens, std::vector<Token>{42});
  // From now on everything to it is swallowed.
  world.send(0, 1, 2, data);
  EXPECT_EQ(world[0].tcp->send_large(1, Header{}, data, 43), Post::done);
  EXPECT_TRUE(world[0].tcp->idle());
}

TEST(TcpGreeter, GivesUpOnAHostThatDoesNotAnswer) {
  World world(2, [](Tcp::Options& options) { options.connect_timeout_ns = 100'000'000; });
  std::uint16_t port = 0;
  const UniqueFd full = hold_port(port, true);
  // Fill the backlog, so that the kernel drops what comes next, as a firewall does.
  std::vector<UniqueFd> fill;
  for (int i = 0; i < 4; ++i) {
    fill.emplace_back(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(fill.back().get(), reinterpret_cast<const sockaddr*>(&to), sizeof to);
  }
  Card card = card_of(world, 1);
  card.port = port;
  card.addresses = {*tcp::parse_address("127.0.0.1")};
  world.cards[1] = card.text();
  world.send(0, 1, 1, {});
  ASSERT_TRUE(world.until([&] { return world[0].sink.losses.size() == 1; }));
  EXPECT_EQ(world[0].sink.losses[1].code, Code::timed_out);
  EXPECT_NE(std::string(world[0].sink.losses[1].what).find("no answer"), std::string::npos);
}

TEST(TcpGreeter, TellsALossWhenThePeerHasNoCard) {
  World world(2);
  world.cards[1] = "shm=x";
  world.send(0, 1, 1, {});
  ASSERT_TRUE(world.until([&] { return world[0].sink.losses.size() == 1; }));
  EXPECT_EQ(world[0].sink.losses[1].code, Code::not_found);
}

TEST(TcpLoss, IsToldOnceAfterEverythingThatAKilledPeerSent) {
  World world(2);
  // Rank 1 lives in a child process, which inherits its sockets.
  const pid_t child = ::fork();
  if (child == 0) {
    std::uint64_t sent = 0;
    while (true) {
      world[1].tcp->poll(world[1].sink);
      if (world[1].sink.frames.empty()) continue;
      while (sent < 500) {
        const Slot slot = world[1].tcp->claim(0, 100, Lane::ordered);
        if (!slot) break;
        std::memset(slot.payload, 1, 100);
        world[1].tcp->commit(0, number_header(sent++), 100, Lane::ordered);
      }
      world[1].tcp->flush();
      if (sent == 500 && world[1].tcp->idle()) ::kill(::getpid(), SIGKILL);
    }
  }
  ASSERT_GT(child, 0);
  int status = 0;
  world.send(0, 1, 1, {});
  const auto data = pattern(1000, 1);
  while (::waitpid(child, &status, WNOHANG) == 0) world[0].tcp->poll(world[0].sink);
  EXPECT_TRUE(WIFSIGNALED(status));
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (world[0].sink.losses.empty() && std::chrono::steady_clock::now() < end) world[0].tcp->poll(world[0].sink);
  ASSERT_EQ(world[0].sink.losses.size(), 1U);
  EXPECT_EQ(world[0].sink.frames.size(), 500U);
  EXPECT_EQ(world[0].sink.losses[1].code, Code::peer_lost);
  for (int i = 0; i < 1000; ++i) world[0].tcp->poll(world[0].sink);
}

TEST(TcpLoss, IsNotToldOfAPeerThatDoesNotReadForLongerThanTheSilenceTimeout) {
  World world(2, [](Tcp::Options& options) {
    options.send_buffer = options.receive_buffer = 4096;
    options.silence_timeout_ns = 300'000'000;
  });
  world.send(0, 1, 0, {});
  ASSERT_TRUE(world.until([&] { return world[1].sink.frames.size() == 1; }));
  const auto data = pattern(1 << 20, 3);
  ASSERT_EQ(world[0].tcp->send_large(1, number_header(1), data, 1), Post::posted);
  const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(1500);
  while (std::chrono::steady_clock::now() < end) world[0].tcp->poll(world[0].sink);
  EXPECT_TRUE(world[0].sink.losses.empty());
  ASSERT_TRUE(world.until([&] { return world[1].sink.frames.size() == 2; }));
  EXPECT_TRUE(world[1].sink.frames[1].payload == data);
}

TEST(TcpLoss, EndsALinkOnWhichBytesArriveThatAreNoFrames) {
  World world(2);
  // A rank that proves itself rightly and then talks nonsense.
  const UniqueFd fd = connect_to(card_of(world, 0).port);
  Message hello = hello_for(world, 1, 0);
  send_bytes(fd, &hello, sizeof hello);
  std::array<std::byte, tcp::message_bytes> bytes{};
  ASSERT_TRUE(world.until([&] {
    return ::recv(fd.get(), bytes.data(), bytes.size(), MSG_DONTWAIT) == static_cast<ssize_t>(bytes.size());
  }));
  Message confirm = hello;
  confirm.word = Word::confirm;
  confirm.listener_nonce = tcp::read_message(bytes).listener_nonce;
  tcp::seal(confirm, card_of(world, 0).token);
  send_bytes(fd, &confirm, sizeof confirm);
  ASSERT_TRUE(world.until([&] {
    return ::recv(fd.get(), bytes.data(), bytes.size(), MSG_DONTWAIT) == static_cast<ssize_t>(bytes.size());
  }));
  EXPECT_EQ(tcp::read_message(bytes).word, Word::accept);
  const std::string nonsense(64, 'x');
  send_bytes(fd, nonsense.data(), nonsense.size());
  ASSERT_TRUE(world.until([&] { return world[0].sink.losses.size() == 1; }));
  EXPECT_EQ(world[0].sink.losses[1].code, Code::protocol);
}

}  // namespace
}  // namespace baton::transport
