// SPDX-License-Identifier: BSD-3-Clause
// What ranks find out while they set an arena up: here with a kernel as slow or quick as the test wants.
#include <gtest/gtest.h>

#include <array>
#include <cstring>
#include <memory>

#include "base/clock.hpp"
#include "schedule/arena_probe.hpp"

namespace baton::schedule {
namespace {

/// Two ranks in one process.
struct Pair {
  Pair() {
    UniqueFd file;
    memory = *ArenaMemory::make(2, file);
    for (std::uint32_t rank = 0; rank < 2; ++rank) {
      EXPECT_TRUE(memory->populate(rank, file.get()));
      probes[rank].leave(*memory, rank);
    }
  }
  std::shared_ptr<ArenaMemory> memory;
  std::array<ArenaProbe, 2> probes{ArenaProbe(2), ArenaProbe(2)};
};

bool read(std::uint64_t address, std::span<std::byte> into) {
  std::memcpy(into.data(), reinterpret_cast<const void*>(static_cast<std::uintptr_t>(address)), into.size());
  return true;
}

TEST(ArenaProbe, SlicesAreTakenWhereTheKernelIsSlower) {
  Pair pair;
  const auto slow = [](std::uint64_t address, std::span<std::byte> into) {
    constexpr std::int64_t far_too_long_ns = 20'000'000;
    const std::int64_t end = now_ns() + far_too_long_ns;
    while (now_ns() < end) {
    }
    return read(address, into);
  };
  EXPECT_TRUE(pair.probes[0].take(*pair.memory, 1, slow));
  EXPECT_TRUE(pair.probes[0].streams());
}

TEST(ArenaProbe, AndNotWhereItIsQuicker) {
  Pair pair;
  const auto quick = [](std::uint64_t address, std::span<std::byte> into) { return read(address, into.first(8)); };
  EXPECT_TRUE(pair.probes[1].take(*pair.memory, 0, quick));
  EXPECT_FALSE(pair.probes[1].streams());
}

TEST(ArenaProbe, SlicesAreTheWayWhereMemoryCannotBeRead) {
  Pair pair;
  const auto refused = [](std::uint64_t, std::span<std::byte>) { return false; };
  EXPECT_FALSE(pair.probes[0].take(*pair.memory, 1, refused));
  EXPECT_TRUE(pair.probes[0].streams());
  const auto of_another = [](std::uint64_t, std::span<std::byte> into) {
    std::memset(into.data(), 0x11, into.size());
    return true;
  };
  EXPECT_FALSE(pair.probes[1].take(*pair.memory, 0, of_another));
  EXPECT_TRUE(pair.probes[1].streams());
}

TEST(ArenaProbe, ThatOthersReadItCanBeFoundTwice) {
  Pair pair;
  EXPECT_TRUE(pair.probes[0].take(*pair.memory, 1, read));
  EXPECT_TRUE(pair.probes[0].take(*pair.memory, 1, read));
}

TEST(ArenaProbe, ManyRanksReadAWordOfEachOther) {
  UniqueFd file;
  const std::shared_ptr<ArenaMemory> memory = *ArenaMemory::make(3, file);
  std::array<ArenaProbe, 3> probes{ArenaProbe(3), ArenaProbe(3), ArenaProbe(3)};
  for (std::uint32_t rank = 0; rank < 3; ++rank) {
    ASSERT_TRUE(memory->populate(rank, file.get()));
    probes[rank].leave(*memory, rank);
  }
  std::size_t bytes = 0;
  const auto counted = [&](std::uint64_t address, std::span<std::byte> into) {
    bytes += into.size();
    return read(address, into);
  };
  EXPECT_TRUE(probes[2].take(*memory, 0, counted));
  EXPECT_TRUE(probes[2].take(*memory, 1, counted));
  EXPECT_EQ(bytes, 2 * sizeof(std::uint64_t));
}

}  // namespace
}  // namespace baton::schedule
