// SPDX-License-Identifier: BSD-3-Clause
// Handles and the objects they mean. A handle is never a pointer: below 4096 it is a constant of the standard ABI,
// above it packs kind, generation and index of a slot. So a freed, foreign or garbage handle is found out without
// touching what it might point at.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <new>
#include <string>
#include <thread>

#include "base/spin.hpp"
#include "mpi.h"
#include "mpi/raiser.hpp"

namespace baton::mpi {

static_assert(sizeof(void*) == 8, "handles pack 64 bits");

enum class HandleKind : std::uint8_t {
  none,
  comm,
  group,
  datatype,
  request,
  info,
  op,
  errhandler,
  win,
  file,
  session,
  message,
  tool_cvar,
  tool_pvar,
  tool_pvar_session,
  tool_registration,
  tool_event
};

/// Kind, first predefined value (the null handle), number of predefined values.
struct HandleRange {
  HandleKind kind;
  std::uint16_t first;
  std::uint16_t count;
};
template <class Handle>
constexpr HandleRange handle_range = {};
template <>
inline constexpr HandleRange handle_range<MPI_Op> = {HandleKind::op, 0x20, 0x20};
template <>
inline constexpr HandleRange handle_range<MPI_Comm> = {HandleKind::comm, 0x100, 8};
template <>
inline constexpr HandleRange handle_range<MPI_Group> = {HandleKind::group, 0x108, 8};
template <>
inline constexpr HandleRange handle_range<MPI_Win> = {HandleKind::win, 0x110, 8};
template <>
inline constexpr HandleRange handle_range<MPI_File> = {HandleKind::file, 0x118, 8};
template <>
inline constexpr HandleRange handle_range<MPI_Session> = {HandleKind::session, 0x120, 8};
template <>
inline constexpr HandleRange handle_range<MPI_Message> = {HandleKind::message, 0x128, 8};
template <>
inline constexpr HandleRange handle_range<MPI_Info> = {HandleKind::info, 0x130, 8};
template <>
inline constexpr HandleRange handle_range<MPI_Errhandler> = {HandleKind::errhandler, 0x140, 8};
template <>
inline constexpr HandleRange handle_range<MPI_Request> = {HandleKind::request, 0x180, 8};
template <>
inline constexpr HandleRange handle_range<MPI_Datatype> = {HandleKind::datatype, 0x200, 0x100};

// Handles of the tool information interface; MPI_T_PVAR_ALL_HANDLES means no object.
template <>
inline constexpr HandleRange handle_range<MPI_T_cvar_handle> = {HandleKind::tool_cvar, 0, 1};
template <>
inline constexpr HandleRange handle_range<MPI_T_pvar_handle> = {HandleKind::tool_pvar, 0, 2};
template <>
inline constexpr HandleRange handle_range<MPI_T_pvar_session> = {HandleKind::tool_pvar_session, 0, 1};
template <>
inline constexpr HandleRange handle_range<MPI_T_event_registration> = {HandleKind::tool_registration, 0, 1};
template <>
inline constexpr HandleRange handle_range<MPI_T_event_instance> = {HandleKind::tool_event, 0, 1};

/// The parts of a handle above the zero page: kind 8 bits, generation 24 bits (odd while in use), index 32 bits.
struct HandleBits {
  static constexpr std::uint64_t zero_page = 4096;
  HandleKind kind;
  std::uint32_t generation;
  std::uint32_t index;

  static HandleBits of(const void* handle) noexcept {
    const auto bits = reinterpret_cast<std::uintptr_t>(handle);
    return {static_cast<HandleKind>(bits >> 56), static_cast<std::uint32_t>(bits >> 32) & 0xffffffU,
            static_cast<std::uint32_t>(bits)};
  }
  [[nodiscard]] void* handle() const noexcept {
    return reinterpret_cast<void*>(std::uint64_t{static_cast<std::uint8_t>(kind)} << 56 |
                                   std::uint64_t{generation & 0xffffffU} << 32 | index);
  }
};

/// Held for a few instructions only.
class SlotLock {
 public:
  void lock() noexcept {
    for (int spins = 0; held_.exchange(true, std::memory_order_acquire); ++spins) {
      if (spins < 100) {
        cpu_relax();
      } else {
        std::this_thread::yield();  // the holder may wait for our core
      }
    }
  }
  void unlock() noexcept { held_.store(false, std::memory_order_release); }

 private:
  std::atomic<bool> held_{false};
};

/// Objects of one handle type. Owns slots, not objects. lookup() takes no lock; insert() and erase() take a short one.
/// An erase that races with another thread's use of the same handle is that program's mistake, and not found out here.
template <class Handle, class T>
class HandleTable {
 public:
  static constexpr HandleRange range = handle_range<Handle>;

  constexpr HandleTable() noexcept = default;
  HandleTable(const HandleTable&) = delete;
  HandleTable& operator=(const HandleTable&) = delete;
  ~HandleTable() {
    for (std::uint32_t i = 0; i < used_; i += chunk_slots)
      delete[] chunks_[i / chunk_slots].load(std::memory_order_relaxed);
  }

  /// Says what a predefined constant means; null takes it back (at finalize).
  void set_predefined(Handle handle, T* object) noexcept {
    predefined_[reinterpret_cast<std::uintptr_t>(handle) - range.first] = object;
  }

  /// A new handle for `object`. Cost: O(1), allocation only when the table grows.
  [[nodiscard]] Handle insert(T* object) {
    const Guard guard(*this);
    const std::uint32_t index = free_index();
    Slot& s = used_slot(index);
    s.object.store(object, std::memory_order_relaxed);
    return static_cast<Handle>(HandleBits{range.kind, s.turn(), index}.handle());
  }

  /// The object, or nullptr: a null handle, a freed one, one of another kind, garbage.
  [[nodiscard]] T* lookup(Handle handle) const noexcept {
    const std::uintptr_t at = reinterpret_cast<std::uintptr_t>(handle) - range.first;
    return at < range.count ? predefined_[at] : lookup_made(handle);
  }
  /// The same for a handle that is most likely no predefined one.
  [[nodiscard]] T* lookup_made(Handle handle) const noexcept {
    const Slot* s = find(handle);
    return s ? s->object.load(std::memory_order_relaxed) : nullptr;
  }

  /// A slot that belongs to one pooled object for good: its handles come and go by a turn of the generation, without a
  /// lock or a search.
  class Seat;
  [[nodiscard]] Seat take_seat(T* object) {
    const Guard guard(*this);
    const std::uint32_t index = free_index();
    Slot& s = used_slot(index);
    s.object.store(object, std::memory_order_relaxed);
    return Seat(s, index);
  }

  /// Forgets a handle and returns its object, so that the caller may destroy it; nullptr if there is none (predefined
  /// too).
  T* erase(Handle handle) noexcept {
    const Guard guard(*this);
    Slot* s = const_cast<Slot*>(find(handle));
    if (!s) return nullptr;
    T* object = s->object.load(std::memory_order_relaxed);  // plain writes: the lock keeps other writers away
    s->object.store(nullptr, std::memory_order_relaxed);
    (void)s->turn();
    const std::uint32_t index = HandleBits::of(handle).index;
    s->next_free = free_;
    free_ = index + 1;
    return object;
  }

  /// Was this handle given out once, and freed?
  [[nodiscard]] bool is_stale(Handle handle) const noexcept {
    const auto bits = HandleBits::of(handle);
    const Slot* s = bits.kind == range.kind ? slot(bits.index) : nullptr;
    return s && s->generation.load(std::memory_order_acquire) != bits.generation;
  }

  /// The integer of MPI_X_toint: a predefined constant, or 4096 + index.
  [[nodiscard]] int to_int(Handle handle) const noexcept {
    const auto bits = reinterpret_cast<std::uintptr_t>(handle);
    if (bits < HandleBits::zero_page) return static_cast<int>(bits);
    return static_cast<int>(HandleBits::of(handle).index + HandleBits::zero_page);
  }

  /// And back. An integer that means nothing gives a handle that means nothing.
  [[nodiscard]] Handle from_int(int number) const noexcept {
    if (number >= 0 && static_cast<std::uint64_t>(number) < HandleBits::zero_page) {
      return reinterpret_cast<Handle>(static_cast<std::uintptr_t>(number));
    }
    const auto index = static_cast<std::uint32_t>(number) - static_cast<std::uint32_t>(HandleBits::zero_page);
    const Slot* s = number < 0 ? nullptr : slot(index);
    const std::uint32_t generation = s ? s->generation.load(std::memory_order_acquire) : 0;
    return static_cast<Handle>(HandleBits{range.kind, generation, index}.handle());
  }

  /// True: all calls on this table come one at a time (MPI is below MPI_THREAD_MULTIPLE), so it takes no lock. Set
  /// while nobody else works on the table.
  void set_serial(bool serial) noexcept { serial_ = serial; }

  /// Handles in use. Cost: a walk.
  [[nodiscard]] std::size_t size() const noexcept {
    const Guard guard(*this);
    std::size_t live = 0;
    for (std::uint32_t i = 0; i < used_; ++i) live += used_slot(i).generation.load(std::memory_order_relaxed) & 1U;
    return live;
  }

  /// Whether f(object) holds for the object of any dynamic handle. Under the table's lock: f does not call the table.
  template <class F>
  [[nodiscard]] bool any_of(F&& f) const {
    const Guard guard(*this);
    for (std::uint32_t i = 0; i < used_; ++i) {
      const Slot& s = used_slot(i);
      if ((s.generation.load(std::memory_order_acquire) & 1U) != 0 && f(*s.object.load(std::memory_order_relaxed))) {
        return true;
      }
    }
    return false;
  }

  /// Calls f(handle, object) for each dynamic handle; for finalize, when nobody else works on the table.
  template <class F>
  void for_each(F&& f) {
    for (std::uint32_t i = 0; i < used_; ++i) {
      const std::uint32_t generation = used_slot(i).generation.load(std::memory_order_acquire);
      if (generation & 1U) f(static_cast<Handle>(HandleBits{range.kind, generation, i}.handle()), *used_slot(i).object);
    }
  }

 private:
  /// Takes the lock, unless calls come one at a time.
  class Guard {
   public:
    explicit Guard(const HandleTable& table) noexcept : lock_(table.serial_ ? nullptr : &table.lock_) {
      if (lock_) lock_->lock();
    }
    ~Guard() {
      if (lock_) lock_->unlock();
    }
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;

   private:
    SlotLock* lock_;
  };
  struct Slot {
    std::atomic<T*> object{nullptr};
    std::atomic<std::uint32_t> generation{0};  // odd while in use
    std::uint32_t next_free = 0;

    /// From in use to free or back; returns the new generation. One thread at a time.
    std::uint32_t turn() noexcept {
      const std::uint32_t next = generation.load(std::memory_order_relaxed) + 1;
      generation.store(next, std::memory_order_release);  // pairs with acquire in find()
      return next;
    }
  };
  static constexpr std::uint32_t chunk_slots = 512;
  static constexpr std::uint32_t max_chunks = 1U << 16;  // their pointers take memory only where they are touched

  /// An index that nobody uses; its slot is there. Under the lock.
  std::uint32_t free_index() {
    if (free_ == 0) {
      grow(used_);
      return used_++;
    }
    const std::uint32_t index = free_ - 1;
    free_ = used_slot(index).next_free;
    return index;
  }
  Slot* slot(std::uint32_t index) const noexcept {
    if (index >= chunk_slots * max_chunks) [[unlikely]]
      return nullptr;
    Slot* chunk = chunks_[index / chunk_slots].load(std::memory_order_acquire);  // pairs with release in grow()
    return chunk ? chunk + index % chunk_slots : nullptr;
  }
  /// One that was handed out before, so its chunk is there.
  Slot& used_slot(std::uint32_t index) const noexcept {
    return chunks_[index / chunk_slots].load(std::memory_order_acquire)[index % chunk_slots];
  }
  const Slot* find(Handle handle) const noexcept {
    const auto bits = HandleBits::of(handle);
    if (bits.kind != range.kind || !(bits.generation & 1U)) return nullptr;
    const Slot* s = slot(bits.index);
    if (!s || (s->generation.load(std::memory_order_acquire) & 0xffffffU) != bits.generation) return nullptr;
    return s;
  }
  void grow(std::uint32_t index) {
    if (index >= chunk_slots * max_chunks) throw std::bad_alloc();
    std::atomic<Slot*>& chunk = chunks_[index / chunk_slots];
    if (!chunk.load(std::memory_order_relaxed)) chunk.store(new Slot[chunk_slots], std::memory_order_release);
  }

  std::array<std::atomic<Slot*>, max_chunks> chunks_{};
  std::array<T*, range.count> predefined_{};
  mutable SlotLock lock_;
  // All members start as zeros: a global table stays in .bss, whose untouched pages take no memory.
  std::uint32_t free_ = 0;  // index + 1 of the first free slot, 0 for none
  std::uint32_t used_ = 0;
  bool serial_ = false;
};

/// Used by one thread at a time, as its object is. Trivial: one that was not taken is empty.
template <class Handle, class T>
class HandleTable<Handle, T>::Seat {
 public:
  Seat() noexcept = default;
  [[nodiscard]] bool taken() const noexcept { return slot_ != nullptr; }
  /// A new handle for the object; the one before must have been withdrawn.
  [[nodiscard]] Handle hand_out() noexcept {
    return static_cast<Handle>(HandleBits{range.kind, slot_->turn(), index_}.handle());
  }
  /// The handle that is out means nothing from here on.
  void withdraw() noexcept { (void)slot_->turn(); }

 private:
  friend HandleTable;
  Seat(Slot& slot, std::uint32_t index) noexcept : slot_(&slot), index_(index) {}

  Slot* slot_ = nullptr;
  std::uint32_t index_ = 0;
};

/// A global that is made at compile time and never destroyed, so that calls from atexit handlers still find it.
template <class T>
class Immortal {
 public:
  constexpr Immortal() noexcept : value_() {}
  ~Immortal() {}
  constexpr T& operator*() noexcept { return value_; }
  constexpr T* operator->() noexcept { return &value_; }

 private:
  union {
    T value_;
  };
};

/// The error class of a handle that means nothing: MPI_ERR_COMM, ...
[[nodiscard]] int handle_error_class(HandleKind kind) noexcept;

/// "0x1f: not a communicator", "MPI_COMM_NULL", "a group, where a communicator is wanted", "freed": for error
/// sentences.
[[nodiscard]] std::string describe_handle(HandleKind wanted, const void* handle);

/// Raises the error of a handle that means nothing.
[[gnu::cold]] int fail_handle(const Raiser& where, const char* argument, HandleKind wanted,
                              const void* handle) noexcept;

template <class Handle>
[[gnu::cold]] int fail_handle(const Raiser& where, const char* argument, Handle handle) noexcept {
  return fail_handle(where, argument, handle_range<Handle>.kind, handle);
}

}  // namespace baton::mpi
