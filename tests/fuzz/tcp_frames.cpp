// SPDX-License-Identifier: BSD-3-Clause
// Fuzzes what arrives from a network at the TCP transport: the frame stream in any cuts, the handshake's messages,
// business cards.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "transport/tcp/address.hpp"
#include "transport/tcp/frame.hpp"
#include "transport/tcp/handshake.hpp"
#include "transport/tcp/inbox.hpp"

namespace {

using namespace baton::transport;

/// Reads every byte that it is given, and checks the order of calls.
struct Reader final : Sink {
  void frame(PeerId, const Header&, std::span<const std::byte> payload) noexcept override {
    for (const std::byte each : payload) sum += std::to_integer<std::uint64_t>(each);
  }
  std::byte* place(PeerId, const Header& header, std::size_t bytes) noexcept override {
    if (room) std::abort();  // the frame before did not land
    if (bytes > 4096 || header.bytes[0] == std::byte{1}) return nullptr;
    room.reset(new std::byte[bytes]);  // of the exact size, for AddressSanitizer
    size = bytes;
    return room.get();
  }
  void landed(PeerId, const Header&, std::size_t bytes) noexcept override {
    if (!room || bytes != size) std::abort();
    for (std::size_t i = 0; i < bytes; ++i) sum += std::to_integer<std::uint64_t>(room[i]);
    room.reset();
  }
  void sent(Token) noexcept override { std::abort(); }
  void lost(PeerId, baton::Error) noexcept override { std::abort(); }
  std::uint64_t sum = 0;
  std::size_t size = 0;
  std::unique_ptr<std::byte[]> room;
};

void frames(std::span<const std::uint8_t> input, std::size_t cut) {
  tcp::Inbox inbox;
  Reader sink;
  while (!input.empty()) {
    const auto window = inbox.window();
    std::size_t room = std::min({cut, input.size(), window.bytes});
    const std::size_t bytes = room;
    for (std::size_t i = 0; i < window.count && room > 0; ++i) {
      const std::size_t part = std::min(room, window.parts[i].iov_len);
      std::memcpy(window.parts[i].iov_base, input.data(), part);
      input = input.subspan(part);
      room -= part;
    }
    if (!inbox.advance(bytes, 1, sink)) return;
  }
}

/// Words that check, made of the input, so that more than the first word is reached.
std::vector<std::uint8_t> with_true_words(std::span<const std::uint8_t> input) {
  std::vector<std::uint8_t> stream;
  while (input.size() >= 4) {
    const std::uint64_t length =
        std::uint64_t{input[1]} | std::uint64_t{input[2]} << 8 | std::uint64_t{input[3] & 1U} << 16;
    const tcp::FrameWord word{static_cast<tcp::FrameKind>(1 + input[0] % 3), input[0] % 3 == 2 ? 0 : length % 6000};
    const std::uint64_t bits = tcp::pack(word);
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(&bits);
    stream.insert(stream.end(), bytes, bytes + 8);
    stream.insert(stream.end(), 16, input[0] >> 7);
    stream.insert(
        stream.end(),
        word.length + tcp::padding(word.length) - (input[0] % 16 == 15 ? std::min<std::uint64_t>(word.length, 3) : 0),
        input[1]);
    input = input.subspan(4);
  }
  return stream;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 2) return 0;
  const std::span input(data + 2, size - 2);
  const std::size_t cut = 1 + data[1] * (data[1] > 128 ? 997UL : 1UL);
  frames(input, cut);
  frames(with_true_words(input), cut);
  if (input.size() >= tcp::message_bytes) {
    const auto message = tcp::read_message(std::as_bytes(input).first<tcp::message_bytes>());
    if (tcp::judge_hello(message, 0, 8, 1, tcp::Key{3, 4}) == tcp::Opinion::welcome) std::abort();
    if (tcp::follows(message, tcp::Word::confirm, message, false, tcp::Key{3, 4}, nullptr)) std::abort();
  }
  const auto card = tcp::Card::parse({reinterpret_cast<const char*>(input.data()), input.size()});
  if (card && !tcp::Card::parse(card->text())) std::abort();
  return 0;
}
