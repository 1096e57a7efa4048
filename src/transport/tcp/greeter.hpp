// SPDX-License-Identifier: BSD-3-Clause
// Makes the connections of a rank: listens, calls peers at their addresses, and lets only proven ranks of the job in.
// Each pair of ranks gets one connection, whoever calls first (handshake.hpp says how both agree on it).
// Not here: frames. A connection leaves the greeter as soon as it is linked.
//
// Time: a peer that computes for minutes without a call into the library answers late, and is not lost for that. So
// only what its kernel must do (accept a connection, acknowledge) has a time limit, and strangers that say nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "base/unique_fd.hpp"
#include "transport/tcp/address.hpp"
#include "transport/tcp/handshake.hpp"
#include "transport/transport.hpp"

namespace baton::transport::tcp {

/// Not thread-safe.
class Greeter {
 public:
  struct Settings {
    PeerId self = 0;
    std::uint32_t size = 1;
    std::uint64_t job = 0;
    std::int64_t connect_timeout_ns = 0;
    std::int64_t handshake_timeout_ns = 0;
    std::int64_t stagger_ns = 0;
    std::int64_t silence_timeout_ns = 0;
    int send_buffer = 0;
    int receive_buffer = 0;
    std::size_t max_guests = 1024;  // connections that have proven nothing yet; beyond, the oldest is dropped
  };
  /// A call has ended, or a peer has called: a linked non-blocking socket, or why the peer cannot be reached.
  struct Outcome {
    PeerId peer = 0;
    UniqueFd socket;
    Error why;
  };

  static Result<std::unique_ptr<Greeter>> open(const Settings& settings);
  ~Greeter();

  [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
  [[nodiscard]] const Key& token() const noexcept { return token_; }
  /// Readable when turn() has something to do.
  [[nodiscard]] int event_fd() const noexcept { return epoll_.get(); }

  /// Starts to call a peer, unless it is linked or being called already. `addresses` in the order to try.
  void call(PeerId peer, const Key& token, std::uint16_t port, std::vector<Address> addresses);
  /// Does what can be done now and appends what came of it.
  void turn(std::vector<Outcome>& outcomes);
  /// Connections that are neither linked nor dropped.
  [[nodiscard]] std::size_t conversations() const noexcept { return conversations_.size(); }

 private:
  enum class Stage : std::uint8_t { connecting, awaits_challenge, awaits_accept, awaits_hello, awaits_confirm, over };
  struct Conversation;
  struct Call;

  Greeter(const Settings& settings, UniqueFd epoll, UniqueFd listener, UniqueFd timer, std::uint16_t port) noexcept;

  void accept_guests(std::int64_t now);
  void advance(Conversation& talk, std::vector<Outcome>& outcomes);
  void on_message(Conversation& talk, const Message& message, std::vector<Outcome>& outcomes);
  void on_hello(Conversation& guest, const Message& hello);
  void on_answer(Conversation& talk, const Message& message, std::vector<Outcome>& outcomes);
  void link(Conversation& talk, std::vector<Outcome>& outcomes);
  bool say(Conversation& talk, Word word) noexcept;
  void talk_over(Conversation& talk) noexcept;
  /// The conversation of a call went wrong for `reason`.
  void fail(Conversation& talk, const std::string& reason, Error why, bool again);
  void start_attempt(Call& call, std::int64_t now);
  void keep_time(std::int64_t now, std::vector<Outcome>& outcomes);
  void arm_timer(std::int64_t now) noexcept;
  void reap();

  Settings settings_;
  UniqueFd epoll_;
  UniqueFd listener_;
  UniqueFd timer_;
  std::uint16_t port_;
  Key token_;
  std::vector<bool> linked_;
  std::vector<std::unique_ptr<Conversation>> conversations_;  // oldest first
  std::unordered_map<PeerId, std::unique_ptr<Call>> calls_;
  std::size_t guests_ = 0;
  std::int64_t accept_again_ = 0;  // when to accept after running out of descriptors; 0: accepting
};

}  // namespace baton::transport::tcp
