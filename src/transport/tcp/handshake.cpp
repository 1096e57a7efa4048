// SPDX-License-Identifier: BSD-3-Clause
// The handshake's messages, as pure functions. See handshake.hpp.
#include "transport/tcp/handshake.hpp"

#include <cstring>

namespace baton::transport::tcp {

namespace {
std::uint64_t tag_of(Message message, const Key& token) noexcept {
  message.tag = 0;
  return siphash(token, std::as_bytes(std::span{&message, 1}));
}
}  // namespace

std::uint64_t job_number(std::string_view job_id) noexcept {
  return siphash(Key{0x6A6F62, 0x69642E}, std::as_bytes(std::span{job_id.data(), job_id.size()}));
}

void seal(Message& message, const Key& listener_token) noexcept { message.tag = tag_of(message, listener_token); }

bool sealed(const Message& message, const Key& listener_token) noexcept {
  return message.tag == tag_of(message, listener_token);
}

Opinion judge_hello(const Message& hello, PeerId self, std::uint32_t size, std::uint64_t job,
                    const Key& own_token) noexcept {
  if (hello.magic != wire_magic) return Opinion::garbage;
  if (hello.version != wire_version) return Opinion::wrong_version;
  if (hello.word != Word::hello || hello.job != job || hello.to != self || hello.from == self || hello.from >= size ||
      !sealed(hello, own_token)) {
    return Opinion::stranger;
  }
  return Opinion::welcome;
}

bool follows(const Message& message, Word word, const Message& hello, bool answer, const Key& listener_token,
             const std::array<std::uint64_t, 2>* listener_nonce) noexcept {
  return message.magic == wire_magic && message.version == wire_version && message.word == word &&
         message.job == hello.job && message.from == (answer ? hello.to : hello.from) &&
         message.to == (answer ? hello.from : hello.to) && message.caller_nonce == hello.caller_nonce &&
         (listener_nonce == nullptr || message.listener_nonce == *listener_nonce) && sealed(message, listener_token);
}

Message read_message(std::span<const std::byte, message_bytes> bytes) noexcept {
  Message message;
  std::memcpy(&message, bytes.data(), message_bytes);
  return message;
}

}  // namespace baton::transport::tcp
