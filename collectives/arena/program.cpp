// SPDX-License-Identifier: BSD-3-Clause
#include "collectives/arena/program.hpp"

#include <utility>

namespace baton::collectives::arena {

void Program::add(StepKind kind, std::uint32_t peer, const Block& source, const Block& target) {
  Step step;
  step.kind = kind;
  step.peer = peer;
  step.source = source;
  step.target = target;
  schedule_.steps.push_back(step);
}

void Program::place(const Block& source, const Block& target) {
  if (source.count != 0) add(StepKind::copy, rank(), source, target);
}

void Program::place_past(const Block& source, const Block& target) { copy_past(source, target); }

void Program::publish(std::uint32_t round, std::uint32_t reader) {
  add(StepKind::publish, reader_of(reader), {}, slice(round, 0, 0));
}

std::int64_t Program::first_part(std::int64_t bytes) const noexcept {
  return size() == 2 && bytes >= parted_bytes ? bytes / 128 * 64 : 0;
}

void Program::place_in_parts(const Block& source, const Block& target) {
  const std::int64_t first = first_part(source.count);
  if (first != 0) {
    place(part(source, 0, first), part(target, 0, first));
    add(StepKind::early, everyone, {}, slice(target.round, 0, 0));
  }
  place(part(source, first, source.count - first), part(target, first, source.count - first));
}

void Program::fetch_in_parts(std::uint32_t peer, const Block& source, const Block& target) {
  const std::int64_t first = first_part(source.count);
  if (first != 0) add(StepKind::copy_early, peer, part(source, 0, first), part(target, 0, first));
  fetch(peer, part(source, first, source.count - first), part(target, first, source.count - first));
}

void Program::fetch(std::uint32_t peer, const Block& source, const Block& target) {
  add(StepKind::copy, peer, source, target);
}

void Program::merge(std::uint32_t peer, const Block& source, const Block& target) {
  add(StepKind::merge, peer, source, target);
}

void Program::merge_in_parts(std::uint32_t peer, const Block& source, const Block& target, std::int64_t size) {
  // Elements stand in one part or in the other.
  const std::int64_t first = first_part(source.count * size) / size;
  const auto in_slice = [&](std::int64_t from, std::int64_t count) {
    Block block = source;
    block.offset += from * size;
    block.count = count;
    return block;
  };
  if (first != 0) add(StepKind::merge_early, peer, in_slice(0, first), part(target, 0, first));
  merge(peer, in_slice(first, source.count - first), part(target, first, source.count - first));
}

void Program::combine(std::uint32_t peer, const Block& source, const Block& target) {
  add(StepKind::reduce, peer, source, target);
}

void Program::copy(const Block& source, const Block& target) {
  if (source.count != 0) add(StepKind::copy, rank(), source, target);
}

void Program::copy_past(const Block& source, const Block& target) {
  if (source.count != 0) add(StepKind::copy_past, rank(), source, target);
}

void Program::reduce(const Block& source, const Block& target) {
  if (source.count != 0) add(StepKind::reduce, rank(), source, target);
}

void Program::pass(std::uint32_t round) { add(StepKind::pass, rank(), slice(round, 0, 0), {}); }

void Program::expose(std::uint32_t round, const Block& block, std::uint32_t reader) {
  add(StepKind::expose, reader_of(reader), block, slice(round, 0, 0));
  schedule_.direct = true;
}

void Program::pull(std::uint32_t peer, std::uint32_t round, std::int64_t offset, const Block& target) {
  if (target.count != 0) add(StepKind::pull, peer, slice(round, offset, target.count), target);
}

void Program::push(std::uint32_t peer, std::uint32_t round, std::int64_t offset, const Block& source) {
  if (source.count != 0) add(StepKind::push, peer, source, slice(round, offset, source.count));
}

void Program::put(std::uint32_t round, const Block& source, std::uint32_t reader) {
  add(StepKind::put, reader, source, slice(round, 0, 1));
  schedule_.any_length = true;
}

void Program::put_each(std::uint32_t round, Buffer side) {
  add(StepKind::put_each, everyone, whole(side), slice(round, 0, std::int64_t{size()} - 1));
  schedule_.any_length = true;
}

void Program::take(std::uint32_t peer, std::uint32_t round, std::uint32_t messages, const Block& target) {
  add(StepKind::take, peer, slice(round, 0, messages), target);
  schedule_.any_length = true;
}

void Program::own(const Block& source, const Block& target) { add(StepKind::copy, rank(), source, target); }

void Program::answer(std::uint32_t reader) { add(StepKind::answer, reader, {}, slice(later_round, 0, 0)); }

void Program::settle() { add(StepKind::settle, everyone, slice(later_round, 0, 0), {}); }

Block Program::scratch(std::int64_t count) noexcept {
  const Block block{schedule_.scratch_elements, count, slot::recv, Buffer::scratch, 0};
  schedule_.scratch_elements += count;
  return block;
}

Schedule Program::finish(std::uint32_t rounds, std::int64_t bytes) && {
  schedule_.rounds = rounds;
  schedule_.slice_bytes = bytes;
  return std::move(schedule_);
}

}  // namespace baton::collectives::arena
