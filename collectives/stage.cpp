// SPDX-License-Identifier: BSD-3-Clause
// A stage is built like a whole call among its ranks; its steps are then listed anew with their blocks and peers
// translated, and the builder finds what they wait for.
#include "collectives/stage.hpp"

#include <algorithm>

namespace baton::collectives {
namespace {

/// The part of a block that an algorithm means which takes the block for a whole buffer of elements of `size` bytes.
Block within(const Block& base, const Block& meant, std::int64_t size) {
  Block found = meant;
  found.buffer = base.buffer;
  if (meant.type != slot::byte || base.type == slot::byte) {
    found.type = base.type;
    found.offset += base.offset;
  } else {
    found.offset += base.offset * size;  // elements without gaps, seen as bytes
  }
  return found;
}

}  // namespace

Stages::Stages(Builder& builder, const Shape& shape)
    : builder_(builder), shape_(shape), nodes_(*shape.nodes), leaders_(nodes_.leaders(shape.root)) {}

void Stages::run(Collective collective, std::span<const std::uint32_t> ranks, Shape call, const Block& send,
                 const Block& recv) {
  static constexpr Constants usual;
  const Constants& constants = shape_.constants != nullptr ? *shape_.constants : usual;
  const CostModel model = model_of(constants, shape_);
  const auto me = std::find(ranks.begin(), ranks.end(), shape_.rank);
  call.rank = static_cast<std::uint32_t>(me - ranks.begin());
  call.size = static_cast<std::uint32_t>(ranks.size());
  call.commutative = shape_.commutative;
  call.in_place = send == recv;
  call.one_node = std::all_of(ranks.begin(), ranks.end(),
                              [&](std::uint32_t rank) { return nodes_.node_of[rank] == nodes_.node_of[ranks[0]]; });
  builder_.fence();
  const CostModel view = call.one_node ? model.on_node() : model.lanes();
  const Algorithm& algorithm =
      call.size < 2 ? algorithms(collective).back() : *cheapest(collective, call, view).algorithm;
  const Schedule part = algorithm.build(call);

  // Scratch memory holds what the vector consists of.
  const bool elements = recv.type == slot::recv || send.type == slot::recv || send.type == slot::send;
  const Block scratch =
      elements ? builder_.scratch(part.scratch_elements) : builder_.packed(part.scratch_elements * call.recv.size);
  const Block packed = builder_.packed(part.packed_bytes);
  const auto translated = [&](const Block& block) {
    switch (block.buffer) {
      case Buffer::send: return within(send, block, call.send.size);
      case Buffer::recv: return within(recv, block, call.recv.size);
      case Buffer::scratch: return within(scratch, block, call.recv.size);
      case Buffer::packed: return within(packed, block, 1);
      case Buffer::arena: break;
    }
    return block;
  };
  for (const Step& step : part.steps) {
    switch (step.kind) {
      case StepKind::send:
        if (step.source.count == 0) {
          builder_.signal(ranks[step.peer]);
        } else {
          builder_.send(ranks[step.peer], translated(step.source));
        }
        break;
      case StepKind::recv:
        if (step.target.count == 0) {
          builder_.await(ranks[step.peer]);
        } else {
          builder_.recv(ranks[step.peer], translated(step.target));
        }
        break;
      case StepKind::copy: builder_.copy(translated(step.source), translated(step.target)); break;
      case StepKind::reduce: builder_.reduce(translated(step.source), translated(step.target)); break;
      case StepKind::join: builder_.fence(); break;
      default: break;  // the arena's
    }
  }
  builder_.fence();
}

Shape vector_stage(const Shape& whole, std::int64_t count, std::uint32_t root) {
  Shape stage;
  stage.root = root;
  stage.send.count = stage.recv.count = count;
  stage.send.size = stage.recv.size = whole.recv.size;
  stage.send.contiguous = stage.recv.contiguous = whole.recv.contiguous;
  return stage;
}

Shape bytes_stage(std::int64_t bytes, std::uint32_t root) {
  Shape stage;
  stage.root = root;
  stage.send.count = stage.recv.count = bytes;
  stage.send.contiguous = stage.recv.contiguous = true;
  return stage;
}

Side blocks_side(const Lengths& lengths, std::int64_t size) {
  Side side;
  side.size = size;
  lengths.onto(side);
  return side;
}

Lengths lengths_of(const Partition& partition) {
  Lengths lengths;
  for (std::uint32_t i = 0; i < partition.parts; ++i) lengths.add(partition.count(i));
  return lengths;
}

Lengths lengths_by_node(const Nodes& nodes, std::int64_t bytes) {
  Lengths lengths;
  for (const auto& ranks : nodes.members) lengths.add(bytes * static_cast<std::int64_t>(ranks.size()));
  return lengths;
}

double stage_cost(Collective collective, const CostModel& model, double ranks, double bytes) {
  if (ranks < 2) return 0;
  Shape probe;
  probe.size = static_cast<std::uint32_t>(ranks);
  probe.send.count = probe.recv.count = static_cast<std::int64_t>(bytes);
  return cheapest(collective, probe, model).cost;
}

}  // namespace baton::collectives
