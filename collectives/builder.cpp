// SPDX-License-Identifier: BSD-3-Clause
// Finds the dependencies between steps: read after write, write after read, write after write, and the order of
// messages of a pair.
#include "collectives/builder.hpp"

#include <algorithm>
#include <utility>

namespace baton::collectives {

Block Builder::send_block(std::uint32_t i) const noexcept {
  const Side& side = shape_.send;
  return {side.offset_of(i), side.count_of(i), side.sizes.empty() ? slot::send : slot::first_peer + i, Buffer::send};
}

Block Builder::recv_block(std::uint32_t i) const noexcept {
  const Side& side = shape_.recv;
  const auto of_w = static_cast<std::uint32_t>(slot::first_peer + shape_.send.sizes.size() + i);
  return {side.offset_of(i), side.count_of(i), side.sizes.empty() ? slot::recv : of_w, Buffer::recv};
}

Block Builder::send_blocks(std::uint32_t i, std::uint32_t n) const noexcept {
  return {shape_.send.count * i, shape_.send.count * n, slot::send, Buffer::send};
}

Block Builder::recv_blocks(std::uint32_t i, std::uint32_t n) const noexcept {
  return {shape_.recv.count * i, shape_.recv.count * n, slot::recv, Buffer::recv};
}

Block Builder::scratch(std::int64_t elements) noexcept {
  const Block block{schedule_.scratch_elements, elements, slot::recv, Buffer::scratch};
  schedule_.scratch_elements += elements;
  return block;
}

Block Builder::packed(std::int64_t bytes) noexcept {
  const Block block{schedule_.packed_bytes, bytes, slot::byte, Buffer::packed};
  schedule_.packed_bytes += bytes;
  return block;
}

std::int64_t Builder::size_of(std::uint32_t type) const noexcept {
  if (type == slot::byte) return 1;
  if (type == slot::send) return shape_.send.size;
  if (type == slot::recv) return shape_.recv.size;
  const std::size_t index = type - slot::first_peer;
  const std::size_t sent = shape_.send.sizes.size();
  return index < sent ? shape_.send.sizes[index] : shape_.recv.sizes[index - sent];
}

std::int64_t Builder::bytes(const Block& block) const noexcept { return block.count * size_of(block.type); }

/// Collects into waits_ what a step that reads or writes this block must wait for, and writes its access down.
/// Blocks of different types in one buffer never overlap: an algorithm sees a buffer in one way, and MPI forbids
/// overlap in alltoallw.
void Builder::touch(const Block& block, bool write, StepId id) {
  const std::int64_t begin = block.offset;
  const std::int64_t end = block.offset + block.count;
  if (begin == end) return;
  Track& track = tracks_[(std::uint64_t{block.type} << 8) | static_cast<std::uint64_t>(block.buffer)];
  const auto split_at = [&track](std::int64_t where) {
    auto at = std::partition_point(track.begin(), track.end(), [&](const Segment& s) { return s.end <= where; });
    const auto index = at - track.begin();
    if (at == track.end() || at->begin >= where) return index;
    Segment upper = *at;
    upper.begin = where;
    at->end = where;
    track.insert(at + 1, std::move(upper));
    return index + 1;
  };
  const auto first = split_at(begin);
  const auto last = split_at(end);
  for (auto i = first; i < last; ++i) {
    const Segment& segment = track[static_cast<std::size_t>(i)];
    if (segment.writer != no_step) waits_.push_back(segment.writer);
    if (write) waits_.insert(waits_.end(), segment.readers.begin(), segment.readers.end());
  }
  if (write) {
    if (first == last) {
      track.insert(track.begin() + first, Segment{begin, end, id, {}});
    } else {
      track[static_cast<std::size_t>(first)] = Segment{begin, end, id, {}};
      track.erase(track.begin() + first + 1, track.begin() + last);
    }
    return;
  }
  std::int64_t seen = begin;
  auto i = first;
  for (auto left = last - first; left > 0; --left, ++i) {
    const std::int64_t gap_end = track[static_cast<std::size_t>(i)].begin;
    if (seen < gap_end) track.insert(track.begin() + i++, Segment{seen, gap_end, no_step, {id}});
    Segment& segment = track[static_cast<std::size_t>(i)];
    segment.readers.push_back(id);
    seen = segment.end;
  }
  if (seen < end) track.insert(track.begin() + i, Segment{seen, end, no_step, {id}});
}

/// Messages of one direction with one peer start in program order.
void Builder::in_order(std::uint64_t channel, StepId id) {
  const auto [place, fresh] = latest_.try_emplace(channel, id);
  if (fresh) return;
  const StepId before = std::exchange(place->second, id);
  if (std::find(waits_.begin(), waits_.end(), before) == waits_.end()) links_.push_back({before, id, true});
}

StepId Builder::add(StepKind kind, std::uint32_t peer, const Block& source, const Block& target,
                    std::initializer_list<StepId> after) {
  const auto id = static_cast<StepId>(schedule_.steps.size());
  waits_.clear();
  for (const StepId step : after) {
    if (step != no_step) waits_.push_back(step);
  }
  if (fence_ != no_step) waits_.push_back(fence_);
  const bool reads = kind == StepKind::send || kind == StepKind::copy || kind == StepKind::reduce;
  const bool writes = kind == StepKind::recv || kind == StepKind::copy || kind == StepKind::reduce;
  if (reads) touch(source, false, id);
  if (writes) touch(target, true, id);
  std::erase(waits_, id);  // a block that is both source and target
  std::sort(waits_.begin(), waits_.end());
  waits_.erase(std::unique(waits_.begin(), waits_.end()), waits_.end());
  if (fence_ != no_step) {  // what is before the fence is implied by it, and it by anything after it
    std::erase_if(waits_, [&](StepId step) { return step < fence_; });
    if (waits_.size() > 1) waits_.erase(waits_.begin());
  }
  for (const StepId before : waits_) links_.push_back({before, id, false});
  if (kind == StepKind::send) in_order(std::uint64_t{peer} << 1, id);
  if (kind == StepKind::recv) in_order((std::uint64_t{peer} << 1) | 1, id);
  Step step;
  step.source = source;
  step.target = target;
  step.peer = peer;
  step.kind = kind;
  schedule_.steps.push_back(step);
  return id;
}

StepId Builder::send(std::uint32_t peer, Block source, std::initializer_list<StepId> after) {
  if (bytes(source) == 0) return no_step;
  return add(StepKind::send, peer, source, {}, after);
}

StepId Builder::recv(std::uint32_t peer, Block target, std::initializer_list<StepId> after) {
  if (bytes(target) == 0) return no_step;
  return add(StepKind::recv, peer, {}, target, after);
}

StepId Builder::copy(Block source, Block target) {
  if (source == target || bytes(source) == 0) return no_step;
  return add(StepKind::copy, 0, source, target, {});
}

StepId Builder::reduce(Block left, Block target) {
  if (bytes(target) == 0) return no_step;
  return add(StepKind::reduce, 0, left, target, {});
}

StepId Builder::signal(std::uint32_t peer) { return add(StepKind::send, peer, {}, {}, {}); }

StepId Builder::await(std::uint32_t peer) { return add(StepKind::recv, peer, {}, {}, {}); }

void Builder::fence() {
  const auto first = fence_ == no_step ? StepId{0} : fence_ + 1;
  const auto end = static_cast<StepId>(schedule_.steps.size());
  if (first == end) return;
  const StepId id = add(StepKind::join, 0, {}, {}, {});
  for (StepId step = first; step < end; ++step) links_.push_back({step, id, false});
  fence_ = id;
}

Schedule Builder::finish() && {
  auto& steps = schedule_.steps;
  std::stable_sort(links_.begin(), links_.end(), [](const Link& a, const Link& b) { return a.from < b.from; });
  schedule_.edges.reserve(links_.size());
  for (std::size_t i = 0; i < links_.size(); ++i) {
    const Link& link = links_[i];
    const auto place = static_cast<std::uint32_t>(i);
    if (i == 0 || links_[i - 1].from != link.from) steps[link.from].first_edge = place;
    steps[link.from].last_edge = place + 1;
    ++steps[link.to].waits;
    schedule_.edges.push_back({link.to, link.on_start});
  }
  return std::move(schedule_);
}

}  // namespace baton::collectives
