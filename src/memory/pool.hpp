// SPDX-License-Identifier: BSD-3-Clause
// Pinned buffers: memory for users that ranks of the node can map, and copy to and from directly. Large blocks are runs
// of 64 KiB in a window (window.hpp), small ones share such a run by size classes. All accounts are kept outside of the
// shared memory, where no peer can spoil them. Not here: who owns the pool of a process (api/process.hpp).
//
// Threads: any, at any time, under one lock; `offset_of` and `owns` take none. A child of fork sees its parent's
// buffers, the same memory, not a copy; what it allocates is ordinary memory, and what it frees of its parent's stays.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.hpp"
#include "memory/free_runs.hpp"
#include "memory/window.hpp"

namespace baton::memory {

struct PoolOptions {
  bool shared = true;  // false: all memory is ordinary memory, and no window is opened
  Window::Options window;
  std::size_t keep_bytes = std::size_t{64} << 20;  // free memory that is kept for the next ones
};

struct PoolFigures {
  std::size_t allocations = 0;  // alive
  std::size_t window_bytes = 0;
  std::size_t committed_bytes = 0;
  std::size_t locked_bytes = 0;
  std::size_t plain_allocations = 0;  // of `allocations`: in ordinary memory
};

class Pool {
 public:
  /// Opens nothing yet: the window comes with the first allocation.
  explicit Pool(PoolOptions options);
  ~Pool();
  Pool(const Pool&) = delete;
  Pool& operator=(const Pool&) = delete;

  /// Memory for `bytes` (0 counts as 1), its address a multiple of `alignment`, a power of two. Contents are not
  /// defined. Where the window has no room, or there is none, it is ordinary memory, with which all works, only slower.
  /// Code::no_memory: the node has not as much.
  [[nodiscard]] Result<void*> allocate(std::size_t bytes, std::size_t alignment = 64);
  /// False, and nothing has happened: `memory` is not the start of a block that is alive.
  [[nodiscard]] bool deallocate(void* memory) noexcept;
  /// How many bytes the block at `memory` has, at least those asked for. 0: as for deallocate.
  [[nodiscard]] std::size_t size_of(const void* memory) noexcept;

  /// Whether an address lies in the window. Cost: a subtraction and a comparison.
  [[nodiscard]] bool owns(const void* memory) const noexcept {
    return reinterpret_cast<std::uintptr_t>(memory) - start_.load(std::memory_order_relaxed) <
           extent_.load(std::memory_order_relaxed);
  }
  /// The distance of [memory, memory + bytes) from the start of the window, by which peers find it; nothing for memory
  /// elsewhere.
  [[nodiscard]] std::optional<std::uint64_t> offset_of(const void* memory, std::size_t bytes) const noexcept {
    const std::uintptr_t offset = reinterpret_cast<std::uintptr_t>(memory) - start_.load(std::memory_order_relaxed);
    const std::size_t extent = extent_.load(std::memory_order_relaxed);
    if (offset >= extent || bytes > extent - offset) return std::nullopt;
    return offset;
  }
  /// The file behind the window, its size, and where it starts here; contract: something lies in the window.
  [[nodiscard]] int file() const noexcept { return seen_.load(std::memory_order_acquire)->file(); }
  [[nodiscard]] std::size_t extent() const noexcept { return extent_.load(std::memory_order_relaxed); }
  [[nodiscard]] std::uintptr_t start() const noexcept { return start_.load(std::memory_order_relaxed); }

  /// Once: that RLIMIT_MEMLOCK is too low for what was allocated.
  [[nodiscard]] std::optional<std::string> take_note();
  [[nodiscard]] PoolFigures figures();

 private:
  static constexpr std::size_t granule_bytes = std::size_t{64} << 10;
  static constexpr std::size_t granules_a_chunk = chunk_bytes / granule_bytes;
  static constexpr std::size_t least_block = 64;
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  /// Blocks of one size in one granule.
  struct Slab {
    std::array<std::uint64_t, granule_bytes / least_block / 64> taken{};
    std::uint32_t granule = 0;
    std::uint16_t used = 0;
    std::uint8_t size_class = 0;
    bool listed = false;
    std::uint32_t next = none;  // those with room, by class
    std::uint32_t before = none;
  };
  struct Granule {
    enum class Kind : std::uint8_t { other, run, slab };
    Kind kind = Kind::other;   // other: free, or inside a run
    std::uint32_t number = 0;  // run: of its granules; slab: which
  };

  bool open();
  [[nodiscard]] bool in_child() const noexcept {
    const Window* const window = seen_.load(std::memory_order_acquire);
    return window != nullptr && window->in_child();
  }
  [[nodiscard]] Result<void*> plain(std::size_t bytes, std::size_t alignment);
  [[nodiscard]] Result<std::uint32_t> take_run(std::uint32_t count, std::uint32_t alignment);
  void give_run(std::uint32_t first, std::uint32_t count) noexcept;
  [[nodiscard]] Status back(std::uint32_t first, std::uint32_t count);
  [[nodiscard]] Result<void*> take_block(std::uint8_t size_class);
  void give_block(std::uint32_t slab, std::uint32_t block) noexcept;
  [[nodiscard]] Result<std::uint32_t> new_slab(std::uint8_t size_class);
  void list(std::uint32_t slab) noexcept;
  void unlist(std::uint32_t slab) noexcept;
  struct Found {
    std::uint32_t granule = none;
    std::uint32_t block = none;  // of a slab
  };
  [[nodiscard]] Found find(const void* memory) const noexcept;

  std::atomic<std::uintptr_t> start_{0};
  std::atomic<std::size_t> extent_{0};        // 0: no window
  std::atomic<const Window*> seen_{nullptr};  // window_, for who does not hold the lock
  std::mutex mutex_;
  PoolOptions options_;
  bool opened_ = false;  // tried
  std::optional<Window> window_;
  std::optional<FreeRuns> free_;
  std::vector<Granule> granules_;         // up to the highest ever taken
  std::vector<std::uint8_t> chunk_used_;  // granules of each chunk that are taken
  std::vector<bool> chunk_committed_;
  std::size_t idle_bytes_ = 0;  // of committed chunks that hold nothing
  std::vector<Slab> slabs_;
  std::vector<std::uint32_t> free_slabs_;
  std::array<std::uint32_t, 32> with_room_{};
  std::size_t allocations_ = 0;
  std::unordered_map<const void*, std::size_t> plain_;  // ordinary memory -> bytes
};

}  // namespace baton::memory
