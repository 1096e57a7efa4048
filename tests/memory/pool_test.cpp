// SPDX-License-Identifier: BSD-3-Clause
#include "memory/pool.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "memory/peer_window.hpp"

namespace baton::memory {
namespace {

constexpr std::size_t KiB = 1024;
constexpr std::size_t MiB = 1024 * KiB;

PoolOptions small_window(std::size_t bytes) {
  PoolOptions options;
  options.window.bytes = bytes;
  options.window.lock = false;
  return options;
}

std::byte* take(Pool& pool, std::size_t bytes, std::size_t alignment = 64) {
  auto memory = pool.allocate(bytes, alignment);
  return memory ? static_cast<std::byte*>(*memory) : nullptr;
}

/// What the pool must be equivalent to: a list of blocks that do not overlap and keep their contents.
class Model {
 public:
  Model(Pool& pool, std::uint32_t seed) : pool_(pool), random_(seed) {}

  void step() {
    if (blocks_.empty() || random_() % 5 < 3) {
      allocate();
    } else {
      free_one();
    }
  }
  void free_all() {
    while (!blocks_.empty()) free_one();
  }

 private:
  struct Block {
    std::size_t bytes = 0;
    std::byte mark{};
  };

  void allocate() {
    const std::size_t bytes = (random_() % (std::size_t{1} << (random_() % 21))) + random_() % 2;
    const std::size_t alignment = std::size_t{1} << (random_() % (random_() % 8 == 0 ? 22 : 9));
    std::byte* const at = take(pool_, bytes, alignment);
    ASSERT_NE(at, nullptr);
    ASSERT_EQ(reinterpret_cast<std::uintptr_t>(at) % alignment, 0u);
    ASSERT_GE(pool_.size_of(at), bytes);
    const auto after = blocks_.lower_bound(at);
    ASSERT_TRUE(after == blocks_.end() || at + bytes <= after->first);
    ASSERT_TRUE(after == blocks_.begin() || std::prev(after)->first + std::prev(after)->second.bytes <= at);
    const auto mark = static_cast<std::byte>(random_());
    std::memset(at, std::to_integer<int>(mark), bytes);
    blocks_[at] = {bytes, mark};
  }

  void free_one() {
    auto block = std::next(blocks_.begin(), static_cast<std::ptrdiff_t>(random_() % blocks_.size()));
    const auto [at, about] = *block;
    ASSERT_TRUE(std::all_of(at, at + about.bytes, [&, mark = about.mark](std::byte b) { return b == mark; }));
    ASSERT_TRUE(pool_.deallocate(at));
    blocks_.erase(block);
  }

  Pool& pool_;
  std::mt19937 random_;
  std::map<std::byte*, Block> blocks_;
};

TEST(Pool, gives_blocks_that_do_not_overlap_and_keep_what_is_in_them) {
  for (std::uint32_t seed = 0; seed < 4; ++seed) {
    Pool pool(small_window(512 * MiB));
    Model model(pool, seed);
    for (int i = 0; i < 1500; ++i) {
      model.step();
      if (HasFatalFailure()) return;
    }
    model.free_all();
    EXPECT_EQ(pool.figures().allocations, 0u);
    EXPECT_EQ(pool.figures().plain_allocations, 0u);
  }
}

TEST(Pool, serves_several_threads_at_once) {
  Pool pool(small_window(512 * MiB));
  std::vector<std::thread> threads;
  for (std::uint32_t seed = 0; seed < 4; ++seed) {
    threads.emplace_back([&pool, seed] {
      std::mt19937 random(seed);
      std::vector<std::pair<std::byte*, std::size_t>> mine;
      for (int i = 0; i < 400; ++i) {
        const std::size_t bytes = 1 + random() % (100 * KiB);
        std::byte* const at = take(pool, bytes);
        ASSERT_NE(at, nullptr);
        ASSERT_TRUE(pool.offset_of(at, bytes));
        std::memset(at, static_cast<int>(seed), bytes);
        mine.emplace_back(at, bytes);
        if (mine.size() < 20) continue;
        const auto [old, length] = mine.front();
        ASSERT_TRUE(std::all_of(old, old + length, [&](std::byte b) { return b == static_cast<std::byte>(seed); }));
        ASSERT_TRUE(pool.deallocate(old));
        mine.erase(mine.begin());
      }
      for (const auto& [at, bytes] : mine) ASSERT_TRUE(pool.deallocate(at));
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(pool.figures().allocations, 0u);
}

TEST(Pool, tells_its_own_memory_from_other_memory) {
  Pool pool(small_window(64 * MiB));
  std::vector<std::byte> elsewhere(100);
  EXPECT_FALSE(pool.owns(elsewhere.data()));
  EXPECT_FALSE(pool.offset_of(elsewhere.data(), 1));
  std::byte* const at = take(pool, 1000);
  EXPECT_TRUE(pool.owns(at));
  EXPECT_TRUE(pool.owns(at + 999));
  const auto offset = pool.offset_of(at, 1000);
  ASSERT_TRUE(offset);
  EXPECT_EQ(pool.offset_of(at + 10, 990), *offset + 10);
  EXPECT_FALSE(pool.offset_of(elsewhere.data(), 0));
  EXPECT_FALSE(pool.offset_of(at, pool.extent() + 1)) << "more than the window holds";
  EXPECT_FALSE(pool.offset_of(at, ~std::size_t{0}));
}

TEST(Pool, takes_back_only_what_it_gave_and_once) {
  Pool pool(small_window(64 * MiB));
  int elsewhere = 0;
  EXPECT_FALSE(pool.deallocate(&elsewhere));
  std::byte* const small = take(pool, 100);
  std::byte* const large = take(pool, 5 * MiB);
  EXPECT_FALSE(pool.deallocate(small + 1));
  EXPECT_FALSE(pool.deallocate(small + 128)) << "the place of a block that nobody has";
  EXPECT_FALSE(pool.deallocate(large + 64 * KiB)) << "inside a block";
  EXPECT_EQ(pool.size_of(large + 64 * KiB), 0u);
  EXPECT_TRUE(pool.deallocate(small));
  EXPECT_FALSE(pool.deallocate(small));
  EXPECT_TRUE(pool.deallocate(large));
  EXPECT_FALSE(pool.deallocate(large));
}

TEST(Pool, gives_memory_back_that_nobody_uses) {
  PoolOptions options = small_window(512 * MiB);
  options.keep_bytes = 4 * MiB;
  Pool pool(options);
  std::byte* const low = take(pool, 10 * MiB);
  std::byte* const high = take(pool, 100 * MiB);
  EXPECT_GE(pool.figures().committed_bytes, 110 * MiB);
  ASSERT_TRUE(pool.deallocate(high));
  EXPECT_LE(pool.figures().committed_bytes, 14 * MiB);
  struct stat about {};
  ASSERT_EQ(::fstat(pool.file(), &about), 0);
  EXPECT_LE(static_cast<std::size_t>(about.st_blocks) * 512, 14 * MiB);
  std::byte* const again = take(pool, 100 * MiB);
  EXPECT_EQ(again, high) << "freed neighbours join";
  std::memset(again, 1, 100 * MiB);
  EXPECT_TRUE(pool.deallocate(again));
  EXPECT_TRUE(pool.deallocate(low));
}

TEST(Pool, is_ordinary_memory_where_the_window_is_full) {
  Pool pool(small_window(16 * MiB));
  std::vector<std::byte*> blocks;
  for (int i = 0; i < 6; ++i) blocks.push_back(take(pool, 4 * MiB));
  EXPECT_EQ(std::count_if(blocks.begin(), blocks.end(), [&](std::byte* at) { return pool.owns(at); }), 4);
  EXPECT_EQ(pool.figures().plain_allocations, 2u);
  for (std::byte* const at : blocks) {
    ASSERT_NE(at, nullptr);
    std::memset(at, 1, 4 * MiB);
    EXPECT_GE(pool.size_of(at), 4 * MiB);
    EXPECT_TRUE(pool.deallocate(at));
    EXPECT_FALSE(pool.deallocate(at));
  }
}

TEST(Pool, that_shares_nothing_opens_no_window) {
  PoolOptions options;
  options.shared = false;
  Pool pool(options);
  std::byte* const at = take(pool, MiB, 4096);
  ASSERT_NE(at, nullptr);
  EXPECT_FALSE(pool.owns(at));
  EXPECT_EQ(pool.figures().window_bytes, 0u);
  EXPECT_TRUE(pool.deallocate(at));
}

/// Runs `check` in a child with a limit; it exits with what `check` returns.
template <class Check>
int with_limit(int which, rlim_t limit, Check&& check) {
  const pid_t child = ::fork();
  if (child == 0) {
    // Root may lock what it likes, unless it is no root.
    if (which == RLIMIT_MEMLOCK && ::geteuid() == 0 && ::setuid(65534) != 0) ::_exit(99);
    const rlimit both{limit, limit};
    if (::setrlimit(static_cast<__rlimit_resource>(which), &both) != 0) ::_exit(98);
    ::_exit(check());
  }
  int status = 0;
  EXPECT_EQ(::waitpid(child, &status, 0), child);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1000 + status;
}

// Sanitizers take a large part of the addresses, end a process that asks for too much, and lock nothing.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST(Pool, says_once_that_the_limit_of_locked_memory_is_too_low) {
  const auto check = [](std::size_t locked) {
    return [locked] {
      PoolOptions options = small_window(256 * MiB);
      options.window.lock = true;
      Pool pool(options);
      std::byte* const at = take(pool, 16 * MiB);
      if (at == nullptr || !pool.owns(at)) return 1;
      std::memset(at, 1, 16 * MiB);
      if (pool.figures().locked_bytes != locked) return 2;
      const auto note = pool.take_note();
      if (!note || note->find("ulimit -l") == std::string::npos) return 3;
      if (take(pool, 16 * MiB) == nullptr || pool.take_note()) return 4;
      if (!pool.deallocate(at)) return 5;
      return 0;
    };
  };
  EXPECT_EQ(with_limit(RLIMIT_MEMLOCK, 0, check(0)), 0);
  EXPECT_EQ(with_limit(RLIMIT_MEMLOCK, 8 * MiB, check(8 * MiB)), 0) << "as much as is allowed";
}

TEST(Pool, says_that_there_is_no_memory) {
  Pool pool(small_window(64 * MiB));
  const auto memory = pool.allocate(std::size_t{1} << 62);
  ASSERT_FALSE(memory);
  EXPECT_EQ(memory.error().code, Code::no_memory);
}

TEST(Pool, has_a_smaller_window_in_a_small_address_space) {
  const int outcome = with_limit(RLIMIT_AS, 1024 * MiB, [] {
    Pool pool(PoolOptions{});
    std::byte* const at = take(pool, 10 * MiB);
    if (at == nullptr || !pool.owns(at)) return 1;
    return pool.extent() <= 256 * MiB && pool.extent() >= 64 * MiB ? 0 : 2;
  });
  EXPECT_EQ(outcome, 0);
  const int none = with_limit(RLIMIT_AS, 40 * MiB, [] {
    Pool pool(PoolOptions{});
    std::byte* const at = take(pool, 100 * KiB);
    return at != nullptr && !pool.owns(at) && pool.deallocate(at) ? 0 : 1;
  });
  EXPECT_EQ(none, 0) << "ordinary memory where no window is to be had";
}
#endif

TEST(Pool, survives_a_low_limit_of_file_sizes) {
  const int outcome = with_limit(RLIMIT_FSIZE, MiB, [] {
    Pool pool(PoolOptions{});
    std::byte* const at = take(pool, 10 * MiB);
    return at != nullptr && !pool.owns(at) ? 0 : 1;
  });
  EXPECT_EQ(outcome, 0) << "a file made longer than that would end the process";
}

TEST(Pool, in_a_child_of_fork_leaves_the_memory_of_its_parent_alone) {
  PoolOptions options = small_window(64 * MiB);
  options.keep_bytes = 0;
  Pool pool(options);
  std::byte* const at = take(pool, 8 * MiB);
  std::memset(at, 7, 8 * MiB);
  const pid_t child = ::fork();
  if (child == 0) {
    std::byte* const own = take(pool, 8 * MiB);
    if (own == nullptr || pool.owns(own)) ::_exit(1);
    std::memset(own, 9, 8 * MiB);
    if (!pool.deallocate(own) || !pool.deallocate(at)) ::_exit(2);
    ::_exit(at[100] == std::byte{7} ? 0 : 3);
  }
  int status = 0;
  ASSERT_EQ(::waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_TRUE(std::all_of(at, at + 8 * MiB, [](std::byte b) { return b == std::byte{7}; }));
  EXPECT_TRUE(pool.deallocate(at));
}

TEST(Pool, binds_memory_before_it_is_touched) {
  std::size_t bound = 0;
  PoolOptions options = small_window(64 * MiB);
  options.window.bind = [&](std::span<std::byte> memory) {
    std::vector<unsigned char> present(memory.size() / page_bytes());
    ASSERT_EQ(::mincore(memory.data(), memory.size(), present.data()), 0);
    EXPECT_TRUE(std::none_of(present.begin(), present.end(), [](unsigned char page) { return page & 1; }));
    bound += memory.size();
  };
  Pool pool(options);
  ASSERT_NE(take(pool, 3 * MiB), nullptr);
  EXPECT_EQ(bound, 4 * MiB);
}

UniqueFd copy_of(int file) { return UniqueFd(::dup(file)); }

TEST(PeerWindow, shows_the_bytes_that_the_owner_has_there) {
  Pool pool(small_window(256 * MiB));
  std::byte* const low = take(pool, MiB);
  auto peer = PeerWindow::of(copy_of(pool.file()), pool.extent());
  ASSERT_TRUE(peer);
  std::memset(low, 3, MiB);
  std::byte* const seen = peer->at(*pool.offset_of(low, MiB), MiB);
  ASSERT_NE(seen, nullptr);
  EXPECT_NE(seen, low);
  EXPECT_EQ(seen[MiB - 1], std::byte{3});
  seen[5] = std::byte{4};
  EXPECT_EQ(low[5], std::byte{4});

  std::byte* const high = take(pool, 150 * MiB);
  std::memset(high, 5, 150 * MiB);
  const auto held = peer->hold();
  std::byte* const seen_high = peer->at(*pool.offset_of(high, 150 * MiB), 150 * MiB);
  ASSERT_NE(seen_high, nullptr) << "the view grows";
  EXPECT_EQ(seen_high[150 * MiB - 1], std::byte{5});
  EXPECT_EQ(seen[5], std::byte{4}) << "what was held is still there";
}

TEST(PeerWindow, keeps_what_it_shows_when_the_owner_is_gone) {
  auto pool = std::make_unique<Pool>(small_window(64 * MiB));
  std::byte* const at = take(*pool, MiB);
  std::memset(at, 6, MiB);
  auto peer = PeerWindow::of(copy_of(pool->file()), pool->extent());
  ASSERT_TRUE(peer);
  std::byte* const seen = peer->at(*pool->offset_of(at, MiB), MiB);
  pool.reset();
  ASSERT_NE(seen, nullptr);
  EXPECT_EQ(seen[MiB - 1], std::byte{6});
}

TEST(PeerWindow, keeps_what_it_shows_when_the_owner_is_killed) {
  int ends[2];
  ASSERT_EQ(::pipe(ends), 0);
  struct Where {
    int file;
    std::uint64_t extent, offset;
  };
  const pid_t owner = ::fork();
  if (owner == 0) {
    Pool pool(small_window(64 * MiB));
    std::byte* const at = take(pool, MiB);
    std::memset(at, 8, MiB);
    const Where where{pool.file(), pool.extent(), *pool.offset_of(at, MiB)};
    if (::write(ends[1], &where, sizeof where) != sizeof where) ::_exit(1);
    for (;;) ::pause();
  }
  Where where{};
  ASSERT_EQ(::read(ends[0], &where, sizeof where), static_cast<ssize_t>(sizeof where));
  const std::string path = "/proc/" + std::to_string(owner) + "/fd/" + std::to_string(where.file);
  auto peer = PeerWindow::of(UniqueFd(::open(path.c_str(), O_RDWR | O_CLOEXEC)), where.extent);
  ASSERT_TRUE(peer) << peer.error().what;
  std::byte* const seen = peer->at(where.offset, MiB);
  ASSERT_NE(seen, nullptr);
  ASSERT_EQ(::kill(owner, SIGKILL), 0);
  ASSERT_EQ(::waitpid(owner, nullptr, 0), owner);
  EXPECT_TRUE(std::all_of(seen, seen + MiB, [](std::byte b) { return b == std::byte{8}; }));
  for (const int end : ends) ::close(end);
}

TEST(PeerWindow, refuses_what_the_peer_does_not_have) {
  Pool pool(small_window(64 * MiB));
  ASSERT_NE(take(pool, 1), nullptr);
  EXPECT_FALSE(PeerWindow::of(copy_of(pool.file()), pool.extent() / 2));
  auto peer = PeerWindow::of(copy_of(pool.file()), pool.extent());
  ASSERT_TRUE(peer);
  EXPECT_EQ(peer->at(pool.extent(), 1), nullptr);
  EXPECT_EQ(peer->at(1, pool.extent()), nullptr);
  EXPECT_EQ(peer->at(~std::uint64_t{0}, 2), nullptr);
}

}  // namespace
}  // namespace baton::memory
