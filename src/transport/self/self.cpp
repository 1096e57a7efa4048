// SPDX-License-Identifier: BSD-3-Clause
#include "transport/self/self.hpp"

namespace baton::transport {

Slot Self::claim_slowly(std::size_t bytes) noexcept {
  BATON_CHECK(bytes <= shm::max_ordered_frame);
  if (pair_ == nullptr && !lost_) {
    auto pair = shm::PairMemory::make();
    if (pair) {
      pair_ = std::move(*pair);
      writer_ = pair_->writer(Lane::ordered);
      reader_ = pair_->reader(Lane::ordered);
    } else {
      lost_ = true;
      why_ = pair.error();
    }
  }
  while (!lost_) {
    std::uint64_t missing = 0;
    if (writer_.make_room(bytes, missing)) return {writer_.claim(bytes)};
    if (missing == 0) return {};
    if (auto there = pair_->populate(Lane::ordered, writer_, missing); !there) {
      lost_ = true;
      why_ = there.error();
    }
  }
  writer_ = shm::RingWriter();
  if (scratch_ == nullptr) scratch_ = std::make_unique<std::byte[]>(shm::max_ordered_frame);
  return {scratch_.get()};
}

}  // namespace baton::transport
