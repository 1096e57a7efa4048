// SPDX-License-Identifier: BSD-3-Clause
// Anonymous memory that can be shared with other processes by passing a file descriptor: no name, so nothing is left
// behind when its users die; sealed, so that no user can shrink it under another. Not here: the passing
// (transport/shm).
#pragma once

#include <cstddef>
#include <span>

#include "base/result.hpp"
#include "base/unique_fd.hpp"

namespace baton::memory {

/// Makes such a file of `bytes` zeros (a multiple of the page size). Its pages take no memory until they are touched or
/// populated. An Error when the system grants no file.
[[nodiscard]] Result<UniqueFd> make_shared_file(const char* name, std::size_t bytes);

/// Whether a file that came from another process is one of ours: of exactly `bytes`, and sealed against shrinking.
[[nodiscard]] Status check_shared_file(int fd, std::size_t bytes);

/// A part of such a file to be seen in a `Mapping`. A mirrored part is followed by a second view of itself, so that a
/// ring buffer in it never has to wrap.
struct Part {
  std::size_t offset = 0;
  std::size_t bytes = 0;
  bool mirrored = false;
};

/// Addresses of a process at which memory is seen; ends with the value.
class Mapping {
 public:
  Mapping() noexcept = default;
  Mapping(Mapping&& other) noexcept;
  Mapping& operator=(Mapping&& other) noexcept;
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;
  ~Mapping();

  /// Maps the parts one behind the other (a mirrored one takes twice its bytes), for reading and writing. Offsets and
  /// sizes are multiples of the page size.
  [[nodiscard]] static Result<Mapping> of(int fd, std::span<const Part> parts);
  [[nodiscard]] static Result<Mapping> of(int fd, std::size_t bytes);
  /// The first `bytes` of the file at an address that is a multiple of `alignment`, so that huge pages of it can be
  /// seen as such.
  [[nodiscard]] static Result<Mapping> aligned(int fd, std::size_t bytes, std::size_t alignment);

  [[nodiscard]] std::byte* data() const noexcept { return data_; }
  [[nodiscard]] std::size_t size() const noexcept { return bytes_; }

  /// Makes sure that [offset, offset + bytes) of the mapping has memory, so that touching it cannot end in SIGBUS.
  /// `file` and `file_offset` name the same range in the file. An Error: the memory is not there.
  [[nodiscard]] Status populate(std::size_t offset, std::size_t bytes, int file,
                                std::size_t file_offset) const noexcept;

 private:
  std::byte* data_ = nullptr;
  std::size_t bytes_ = 0;
};

[[nodiscard]] std::size_t page_bytes() noexcept;

}  // namespace baton::memory
