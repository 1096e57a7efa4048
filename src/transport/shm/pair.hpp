// SPDX-License-Identifier: BSD-3-Clause
// The shared memory of an ordered pair of ranks: what its writer makes and its reader maps. A control page, the ring of
// the ordered lane and the ring of the bulk lane; their pages take memory as the writer first reaches them. Not here:
// how the file gets from one to the other (greeting.hpp).
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>

#include "base/result.hpp"
#include "base/unique_fd.hpp"
#include "memory/shared_file.hpp"
#include "transport/shm/joint.hpp"
#include "transport/shm/ring.hpp"
#include "transport/shm/verdict.hpp"

namespace baton::transport::shm {

inline constexpr std::uint64_t ordered_lines = 2048;  // 128 KiB
inline constexpr std::uint64_t bulk_lines = 8192;     // 512 KiB
inline constexpr std::size_t max_ordered_frame = std::size_t{16} << 10;
inline constexpr std::size_t max_bulk_frame = std::size_t{64} << 10;
static_assert(lines_of(max_ordered_frame, true) * 4 < ordered_lines,
              "returned by quarters: a frame must fit beside one");
static_assert(lines_of(max_bulk_frame, true) * 4 < bulk_lines);

struct PairControl {
  RingControl ordered;
  RingControl bulk;
  /// In one process, the reader uses the writer's mapping, so that ThreadSanitizer sees one memory. Who takes this
  /// first decides: the reader adopts, or the writer (at its end) takes the offer back.
  alignas(cache_line_bytes) std::atomic<std::uint32_t> offer_taken;
  VerdictBoard verdicts;  // of messages by the writer of the pair
  JointBoard joint;       // of the same messages
};
static_assert(sizeof(PairControl) <= 4096, "the control page");

class PairMemory {
 public:
  /// For the writer: makes file and mapping. The control page and the first page of the ordered ring are populated.
  [[nodiscard]] static Result<std::shared_ptr<PairMemory>> make();
  /// For the reader: maps what came from the writer, after a check.
  [[nodiscard]] static Result<std::shared_ptr<PairMemory>> map(int fd);

  [[nodiscard]] PairControl& control() const noexcept { return *control_; }
  [[nodiscard]] int file() const noexcept { return file_.get(); }
  [[nodiscard]] RingWriter writer(Lane lane) const noexcept;
  [[nodiscard]] RingReader reader(Lane lane) const noexcept;
  /// Gives memory to the next lines of a ring, `least` or a few more. An Error: the node has none.
  [[nodiscard]] Status populate(Lane lane, RingWriter& writer, std::uint64_t least) const noexcept;
  /// Memory that the writer of these rings has given them, with the control page.
  [[nodiscard]] static std::size_t populated_bytes(std::span<const RingWriter> writers) noexcept;

 private:
  PairMemory() = default;
  [[nodiscard]] Status map_file(int fd);

  UniqueFd file_;  // the writer's only
  memory::Mapping mapping_;
  PairControl* control_ = nullptr;
  std::byte* ordered_ = nullptr;
  std::byte* bulk_ = nullptr;
};

}  // namespace baton::transport::shm
