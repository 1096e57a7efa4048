// SPDX-License-Identifier: BSD-3-Clause
#include "memory/shared_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/text.hpp"

namespace baton::memory {
namespace {

constexpr int seals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL;

/// Linux 5.14; older headers do not name it.
constexpr int populate_for_writing = 23;

}  // namespace

std::size_t page_bytes() noexcept { return static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)); }

Result<UniqueFd> make_shared_file(const char* name, std::size_t bytes) {
  UniqueFd fd(::memfd_create(name, MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (!fd) {
    const int why = errno;
    if (why == EMFILE) return os_error(why, "no file descriptor is left for shared memory (raise `ulimit -n`)");
    return os_error(why, "cannot make shared memory (memfd_create)");
  }
  if (::ftruncate(fd.get(), static_cast<off_t>(bytes)) != 0) {
    return os_error(errno, "cannot size shared memory to {} bytes", bytes);
  }
  if (::fcntl(fd.get(), F_ADD_SEALS, seals) != 0) return os_error(errno, "cannot seal shared memory");
  return fd;
}

Status check_shared_file(int fd, std::size_t bytes) {
  const int has = ::fcntl(fd, F_GET_SEALS);
  struct stat about {};
  if (has < 0 || (has & F_SEAL_SHRINK) == 0 || ::fstat(fd, &about) != 0 || std::cmp_not_equal(about.st_size, bytes)) {
    return Error{Code::protocol, 0, "a peer offered memory that is not a sealed shared file of the right size"};
  }
  return {};
}

Mapping::Mapping(Mapping&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), bytes_(std::exchange(other.bytes_, 0)) {}

Mapping& Mapping::operator=(Mapping&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(bytes_, other.bytes_);
  return *this;
}

Mapping::~Mapping() {
  if (data_ != nullptr) ::munmap(data_, bytes_);
}

Result<Mapping> Mapping::of(int fd, std::span<const Part> parts) {
  std::size_t total = 0;
  for (const Part& part : parts) total += part.mirrored ? 2 * part.bytes : part.bytes;
  // The addresses are reserved whole first: the parts then replace pieces of the reservation.
  void* const reserved = ::mmap(nullptr, total, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (reserved == MAP_FAILED) return os_error(errno, "cannot reserve {} bytes of addresses for shared memory", total);
  Mapping mapping;
  mapping.data_ = static_cast<std::byte*>(reserved);
  mapping.bytes_ = total;
  std::byte* at = mapping.data_;
  for (const Part& part : parts) {
    for (int view = 0; view < (part.mirrored ? 2 : 1); ++view) {
      if (::mmap(at, part.bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, fd, static_cast<off_t>(part.offset)) ==
          MAP_FAILED) {
        return os_error(errno, "cannot map {} bytes of shared memory", part.bytes);
      }
      at += part.bytes;
    }
  }
  return mapping;
}

Result<Mapping> Mapping::of(int fd, std::size_t bytes) {
  const Part whole{0, bytes, false};
  return of(fd, std::span(&whole, 1));
}

Result<Mapping> Mapping::aligned(int fd, std::size_t bytes, std::size_t alignment) {
  void* const reserved =
      ::mmap(nullptr, bytes + alignment, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (reserved == MAP_FAILED) return os_error(errno, "cannot reserve {} bytes of addresses for shared memory", bytes);
  auto* const start = static_cast<std::byte*>(reserved);
  const std::size_t head = (alignment - reinterpret_cast<std::uintptr_t>(start) % alignment) % alignment;
  if (head != 0) ::munmap(start, head);
  ::munmap(start + head + bytes, alignment - head);
  Mapping mapping;
  mapping.data_ = start + head;
  mapping.bytes_ = bytes;
  if (::mmap(mapping.data_, bytes, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED | MAP_NORESERVE, fd, 0) ==
      MAP_FAILED) {
    return os_error(errno, "cannot map {} bytes of shared memory", bytes);
  }
  (void)::madvise(mapping.data_, bytes, MADV_HUGEPAGE);
  return mapping;
}

Status Mapping::populate(std::size_t offset, std::size_t bytes, int file, std::size_t file_offset) const noexcept {
  if (::madvise(data_ + offset, bytes, populate_for_writing) == 0) return {};
  if (errno == EINVAL) {  // an older kernel
    while (::fallocate(file, 0, static_cast<off_t>(file_offset), static_cast<off_t>(bytes)) != 0) {
      if (errno != EINTR) return Error{Code::no_memory, errno, "the node has no memory left for messages (fallocate)"};
    }
    return {};
  }
  return Error{Code::no_memory, errno, "the node has no memory left for messages (madvise)"};
}

}  // namespace baton::memory
