// SPDX-License-Identifier: BSD-3-Clause
#include "memory/window.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <utility>

#include "base/text.hpp"

namespace baton::memory {
namespace {

/// Linux 5.14; older headers do not name it.
constexpr int populate_for_writing = 23;
constexpr std::size_t least_window = 8 * chunk_bytes;
/// Addresses are not scarce, but every rank of a node may map every other one's.
constexpr std::size_t most_by_itself = std::size_t{1} << 40;

std::size_t limit_of(int which) noexcept {
  rlimit limit{};
  if (::getrlimit(static_cast<__rlimit_resource>(which), &limit) != 0 || limit.rlim_cur == RLIM_INFINITY) {
    return ~std::size_t{0};
  }
  return static_cast<std::size_t>(limit.rlim_cur);
}

/// The rest of a limited address space is the program's.
std::size_t within_limits(std::size_t wanted) noexcept {
  if (wanted == 0) {
    const auto memory = static_cast<std::size_t>(::sysconf(_SC_PHYS_PAGES)) * page_bytes();
    wanted = std::min(std::bit_ceil(memory), most_by_itself);
  }
  const std::size_t addresses = limit_of(RLIMIT_AS);
  if (addresses != ~std::size_t{0}) wanted = std::min(wanted, addresses / 4);
  // A file that is made longer than RLIMIT_FSIZE ends the process.
  wanted = std::min(wanted, limit_of(RLIMIT_FSIZE));
  return wanted / chunk_bytes * chunk_bytes;
}

}  // namespace

Window::Window(Window&& other) noexcept
    : file_(std::move(other.file_)),
      data_(std::exchange(other.data_, nullptr)),
      bytes_(std::exchange(other.bytes_, 0)),
      reserved_(std::exchange(other.reserved_, nullptr)),
      reserved_bytes_(std::exchange(other.reserved_bytes_, 0)),
      alive_(std::exchange(other.alive_, nullptr)),
      lock_(other.lock_),
      note_(other.note_),
      bind_(std::move(other.bind_)),
      committed_(other.committed_),
      locked_(other.locked_),
      chunk_locked_(std::move(other.chunk_locked_)) {}

Window::~Window() {
  if (reserved_ != nullptr) ::munmap(reserved_, reserved_bytes_);
  if (alive_ != nullptr) ::munmap(const_cast<int*>(alive_), page_bytes());
}

Result<Window> Window::open(Options options) {
  Window window;
  std::size_t bytes = within_limits(options.bytes);
  for (; bytes >= least_window; bytes = bytes / 2 / chunk_bytes * chunk_bytes) {
    void* const at =
        ::mmap(nullptr, bytes + chunk_bytes, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (at == MAP_FAILED) continue;
    window.reserved_ = static_cast<std::byte*>(at);
    window.reserved_bytes_ = bytes + chunk_bytes;
    break;
  }
  if (window.reserved_ == nullptr) {
    return make_error(Code::refused,
                      "this process may reserve no addresses for pinned buffers (`ulimit -v`, `ulimit -f` or "
                      "BATON_PINNED_WINDOW is too low); at least {} bytes are needed",
                      least_window);
  }
  auto file = make_shared_file("baton-pinned", bytes);
  if (!file) return file.error();
  window.file_ = std::move(*file);
  const auto start = reinterpret_cast<std::uintptr_t>(window.reserved_);
  window.data_ = window.reserved_ + ((chunk_bytes - start % chunk_bytes) % chunk_bytes);
  window.bytes_ = bytes;
  if (::mmap(window.data_, bytes, PROT_NONE, MAP_SHARED | MAP_FIXED | MAP_NORESERVE, window.file(), 0) == MAP_FAILED) {
    return os_error(errno, "cannot map {} bytes of addresses for pinned buffers", bytes);
  }
  (void)::madvise(window.data_, bytes, MADV_HUGEPAGE);  // where the machine has none, small pages do
  void* const alive = ::mmap(nullptr, page_bytes(), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (alive == MAP_FAILED) return os_error(errno, "cannot map a page");
  window.alive_ = static_cast<int*>(alive);
  *window.alive_ = 1;
  (void)::madvise(alive, page_bytes(), MADV_WIPEONFORK);
  window.lock_ = options.lock;
  window.bind_ = std::move(options.bind);
  return window;
}

Status Window::commit(std::size_t offset, std::size_t bytes) {
  std::byte* const at = data_ + offset;
  if (::mprotect(at, bytes, PROT_READ | PROT_WRITE) != 0) {
    return os_error(errno, "cannot make {} bytes of pinned memory accessible", bytes);
  }
  if (bind_) bind_({at, bytes});
  int why = ::madvise(at, bytes, populate_for_writing) == 0 ? 0 : errno;
  if (why == EINVAL) {  // an older kernel
    do {
      why = ::fallocate(file(), 0, static_cast<off_t>(offset), static_cast<off_t>(bytes)) == 0 ? 0 : errno;
    } while (why == EINTR);
  }
  if (why != 0) {
    (void)::fallocate(file(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, static_cast<off_t>(offset),
                      static_cast<off_t>(bytes));
    (void)::mprotect(at, bytes, PROT_NONE);
    return Error{Code::no_memory, why, "the node has not as much memory left"};
  }
  committed_ += bytes;
  lock(offset, bytes);
  return {};
}

/// By chunks: as many as the limit allows.
void Window::lock(std::size_t offset, std::size_t bytes) {
  for (const std::size_t end = offset + bytes; lock_ && offset < end; offset += chunk_bytes) {
    if (::mlock(data_ + offset, chunk_bytes) != 0) {
      lock_ = false;
      note_ = true;
      return;
    }
    const std::size_t chunk = offset / chunk_bytes;
    if (chunk_locked_.size() <= chunk) chunk_locked_.resize(chunk + 1);
    chunk_locked_[chunk] = true;
    locked_ += chunk_bytes;
  }
}

std::optional<std::string> Window::take_note() {
  if (!std::exchange(note_, false)) return std::nullopt;
  const std::size_t limit = limit_of(RLIMIT_MEMLOCK);
  return fmt::format(
      "{} bytes of this process's pinned buffers are locked in memory, and no more may be (RLIMIT_MEMLOCK is {} "
      "bytes). "
      "The others serve as well, but may be swapped out: raise `ulimit -l`, or set BATON_PINNED_LOCK=0 to lock none",
      locked_, limit);
}

void Window::release(std::size_t offset, std::size_t bytes) noexcept {
  std::byte* const at = data_ + offset;
  if (locked_ != 0) (void)::munlock(at, bytes);
  for (std::size_t chunk = offset / chunk_bytes; chunk < (offset + bytes) / chunk_bytes; ++chunk) {
    if (chunk >= chunk_locked_.size() || !chunk_locked_[chunk]) continue;
    chunk_locked_[chunk] = false;
    locked_ -= chunk_bytes;
  }
  (void)::fallocate(file(), FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, static_cast<off_t>(offset),
                    static_cast<off_t>(bytes));
  (void)::mprotect(at, bytes, PROT_NONE);
  committed_ -= bytes;
}

}  // namespace baton::memory
