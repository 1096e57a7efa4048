// SPDX-License-Identifier: BSD-3-Clause
// A range of addresses of this process, most of it empty, behind which lies one shared file: memory that peers of the
// node can map. An address is recognised by one subtraction, and named to a peer by its distance from the start; the
// peer needs one descriptor for all of it. Not here: what is allocated in it (pool.hpp), and the peer's side
// (peer_window.hpp).
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/unique_fd.hpp"
#include "memory/shared_file.hpp"

namespace baton::memory {

/// Memory comes and goes in pieces of this size, at addresses that are multiples of it: a huge page of most machines.
inline constexpr std::size_t chunk_bytes = std::size_t{2} << 20;

class Window {
 public:
  struct Options {
    std::size_t bytes = 0;  // of addresses; 0: as much as the machine has memory
    bool lock = true;       // keep it from being swapped out, up to RLIMIT_MEMLOCK
    /// Called for memory before it is touched first: binds it to a NUMA node.
    std::function<void(std::span<std::byte>)> bind;
  };

  /// Reserves addresses: less than asked for where limits of the process forbid it (RLIMIT_AS, RLIMIT_FSIZE). An Error
  /// when not even a small window is to be had.
  [[nodiscard]] static Result<Window> open(Options options);
  Window(Window&& other) noexcept;
  Window& operator=(Window&&) = delete;
  ~Window();

  [[nodiscard]] std::byte* data() const noexcept { return data_; }
  [[nodiscard]] std::size_t size() const noexcept { return bytes_; }
  [[nodiscard]] int file() const noexcept { return file_.get(); }

  /// Gives memory (zeros) to [offset, offset + bytes), multiples of chunk_bytes, which has none. An Error: the node has
  /// not as much; then nothing has changed. Never a SIGBUS later.
  [[nodiscard]] Status commit(std::size_t offset, std::size_t bytes);
  /// Gives it back. Touching it afterwards is a SIGSEGV here; a peer finds zeros.
  void release(std::size_t offset, std::size_t bytes) noexcept;

  [[nodiscard]] std::size_t committed() const noexcept { return committed_; }
  [[nodiscard]] std::size_t locked() const noexcept { return locked_; }
  /// Once, after a commit that could not be locked any more: what the limit is and what helps.
  [[nodiscard]] std::optional<std::string> take_note();

  /// Whether this is a child of fork: it sees the memory of its parent, and must leave it alone. Cost: a load.
  [[nodiscard]] bool in_child() const noexcept { return *alive_ == 0; }

 private:
  Window() = default;
  void lock(std::size_t offset, std::size_t bytes);

  UniqueFd file_;
  std::byte* data_ = nullptr;
  std::size_t bytes_ = 0;
  std::byte* reserved_ = nullptr;  // around data_, which is aligned
  std::size_t reserved_bytes_ = 0;
  volatile int* alive_ = nullptr;  // a page that a child finds empty
  bool lock_ = true;
  bool note_ = false;
  std::function<void(std::span<std::byte>)> bind_;
  std::size_t committed_ = 0;
  std::size_t locked_ = 0;
  std::vector<bool> chunk_locked_;
};

}  // namespace baton::memory
