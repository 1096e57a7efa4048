// SPDX-License-Identifier: BSD-3-Clause
// A sink that keeps what it is told, and helpers to drive a few Tcp objects of one process.
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <cstring>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "transport/tcp/tcp.hpp"

namespace baton::transport {

inline Header number_header(std::uint64_t number, std::uint64_t extra = 0) {
  Header header{};
  std::memcpy(header.bytes.data(), &number, 8);
  std::memcpy(header.bytes.data() + 8, &extra, 8);
  return header;
}
inline std::uint64_t number_of(const Header& header) {
  std::uint64_t number = 0;
  std::memcpy(&number, header.bytes.data(), 8);
  return number;
}

/// Bytes that depend on the seed and the place.
inline std::vector<std::byte> pattern(std::size_t bytes, std::uint64_t seed) {
  std::vector<std::byte> data(bytes);
  std::uint64_t state = seed * 0x9E3779B97F4A7C15 + 1;
  for (auto& each : data) {
    state = state * 6364136223846793005 + 1442695040888963407;
    each = static_cast<std::byte>(state >> 56);
  }
  return data;
}

struct Recorder : Sink {
  struct Frame {
    PeerId from;
    std::uint64_t number;
    std::vector<std::byte> payload;
    bool placed;
  };
  void frame(PeerId from, const Header& header, std::span<const std::byte> payload) noexcept override {
    frames.push_back({from, number_of(header), {payload.begin(), payload.end()}, false});
  }
  std::byte* place(PeerId, const Header& header, std::size_t bytes) noexcept override {
    if (!offers_places) return nullptr;
    auto& room = places[number_of(header)];
    room.resize(bytes + 1);
    return room.data();
  }
  void landed(PeerId from, const Header& header, std::size_t bytes) noexcept override {
    auto& room = places[number_of(header)];
    EXPECT_EQ(room.size(), bytes + 1);
    room.resize(bytes);
    frames.push_back({from, number_of(header), std::move(room), true});
  }
  void sent(Token token) noexcept override { tokens.push_back(token); }
  void lost(PeerId peer, Error why) noexcept override {
    EXPECT_FALSE(losses.contains(peer)) << "told twice";
    losses[peer] = why;
  }

  bool offers_places = true;
  std::vector<Frame> frames;
  std::vector<Token> tokens;
  std::map<PeerId, Error> losses;
  std::map<std::uint64_t, std::vector<std::byte>> places;
};

struct Rank {
  std::unique_ptr<Tcp> tcp;
  Recorder sink;
};

/// Ranks 0..size-1 of one job, driven by one thread, so that every run is alike.
struct World {
  explicit World(std::uint32_t size, void (*adjust)(Tcp::Options&) = nullptr) {
    for (std::uint32_t self = 0; self < size; ++self) {
      Tcp::Options options;
      options.self = self;
      options.size = size;
      options.job_id = "job 7";
      options.directory = [this](PeerId peer) -> Result<std::string> { return cards.at(peer); };
      if (adjust != nullptr) adjust(options);
      auto opened = Tcp::open(std::move(options));
      EXPECT_TRUE(opened) << opened.error().what;
      ranks.push_back({std::move(*opened), {}});
      cards.push_back(ranks.back().tcp->card());
    }
  }
  Rank& operator[](std::size_t rank) { return ranks[rank]; }

  bool poll_all() {
    bool any = false;
    for (auto& rank : ranks) {
      if (rank.tcp) any |= rank.tcp->poll(rank.sink);
    }
    return any;
  }
  /// Polls all ranks until `done`, 20 seconds at most.
  template <class Done>
  [[nodiscard]] bool until(Done&& done) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!done()) {
      poll_all();
      if (std::chrono::steady_clock::now() > end) return false;
    }
    return true;
  }
  /// Sends a small frame, waiting for room.
  void send(PeerId from, PeerId to, std::uint64_t number, std::span<const std::byte> payload,
            Lane lane = Lane::ordered) {
    Slot slot;
    ASSERT_TRUE(until([&] { return static_cast<bool>(slot = ranks[from].tcp->claim(to, payload.size(), lane)); }));
    if (!payload.empty()) std::memcpy(slot.payload, payload.data(), payload.size());
    ranks[from].tcp->commit(to, number_header(number), payload.size(), lane);
  }

  std::vector<std::string> cards;
  std::vector<Rank> ranks;
};

}  // namespace baton::transport
