// SPDX-License-Identifier: BSD-3-Clause
// Intercommunicators: the first ranks of both groups speak for them, or everyone sends straight to everyone of the
// other group. Costs: trees within the groups as for intracommunicators, and one message more; (remote P) (a + n b) for
// gather, scatter, allgather and alltoall.
#include "collectives/inter/inter.hpp"

#include "collectives/pieces.hpp"

namespace baton::collectives {
namespace {

/// Rank `i` of the remote group, as a peer.
std::uint32_t remote(const Shape& shape, std::uint32_t i) noexcept { return shape.size + i; }
bool is_root(const Shape& shape) noexcept { return shape.root == Shape::myself; }
bool is_bystander(const Shape& shape) noexcept { return shape.root == Shape::nobody; }
Block own(const Shape& shape) noexcept { return {0, shape.send.count, slot::send, Buffer::send}; }

/// Signals up a tree to rank 0, across, and down again.
void barrier(Builder& builder) {
  const Binomial tree(builder.rank(), builder.size());
  const auto each_child = [&](auto&& act) {
    for (std::uint32_t distance = 1; distance < tree.reach; distance <<= 1) {
      if (tree.has_child(distance)) act(tree.relative + distance);
    }
  };
  each_child([&](std::uint32_t child) { builder.await(child); });
  builder.fence();
  const std::uint32_t above = tree.relative == 0 ? remote(builder.shape(), 0) : tree.parent();
  builder.signal(above);
  builder.await(above);
  builder.fence();
  each_child([&](std::uint32_t child) { builder.signal(child); });
}

void bcast(Builder& builder) {
  const Shape& shape = builder.shape();
  const Block buffer = builder.result(0, shape.recv.count);
  if (is_bystander(shape)) return;
  if (is_root(shape)) {
    builder.send(remote(shape, 0), buffer);
    return;
  }
  // The first rank has the data of the remote root, and stands as the root of its own group.
  if (shape.rank == 0) builder.recv(remote(shape, shape.root), buffer);
  broadcast_binomial(builder, 0, buffer);
}

void reduce(Builder& builder) {
  const Shape& shape = builder.shape();
  const std::int64_t count = shape.send.count;
  if (is_bystander(shape)) return;
  if (is_root(shape)) {
    builder.recv(remote(shape, 0), builder.result(0, shape.recv.count));
    return;
  }
  const Block sum = shape.rank == 0 ? builder.scratch(count) : Block{};
  reduce_to_root(builder, 0, count, sum);
  if (shape.rank == 0) builder.send(remote(shape, shape.root), sum);
}

void allreduce(Builder& builder) {
  const Shape& shape = builder.shape();
  const std::int64_t count = shape.send.count;
  const Block result = builder.result(0, count);
  const Block sum = shape.rank == 0 ? builder.scratch(count) : Block{};
  reduce_to_root(builder, 0, count, sum);
  if (shape.rank == 0) {
    builder.send(remote(shape, 0), sum);
    builder.recv(remote(shape, 0), result);
  }
  broadcast_binomial(builder, 0, result);
}

void reduce_scatter(Builder& builder) {
  const Shape& shape = builder.shape();
  const std::int64_t total = shape.send.count;
  const Block result = builder.result(0, shape.recv.count_of(shape.rank));
  if (shape.rank != 0) {
    reduce_to_root(builder, 0, total, {});
    builder.recv(0, result);
    return;
  }
  const Block given = builder.scratch(total);
  const Block gotten = builder.scratch(total);
  reduce_to_root(builder, 0, total, given);
  builder.send(remote(shape, 0), given);
  builder.recv(remote(shape, 0), gotten);
  for (std::uint32_t i = 1; i < shape.size; ++i) {
    builder.send(i, part(gotten, shape.recv.offset_of(i), shape.recv.count_of(i)));
  }
  builder.copy(part(gotten, shape.recv.offset_of(0), shape.recv.count_of(0)), result);
}

void gather(Builder& builder) {
  const Shape& shape = builder.shape();
  if (is_bystander(shape)) return;
  if (!is_root(shape)) {
    builder.send(remote(shape, shape.root), own(shape));
    return;
  }
  for (std::uint32_t i = 0; i < shape.remote_size; ++i) builder.recv(remote(shape, i), builder.recv_block(i));
}

void scatter(Builder& builder) {
  const Shape& shape = builder.shape();
  if (is_bystander(shape)) return;
  if (!is_root(shape)) {
    builder.recv(remote(shape, shape.root), builder.result(0, shape.recv.count));
    return;
  }
  for (std::uint32_t i = 0; i < shape.remote_size; ++i) builder.send(remote(shape, i), builder.send_block(i));
}

/// `same`: every remote rank gets the same block (allgather).
void exchange(Builder& builder, bool same) {
  const Shape& shape = builder.shape();
  for (std::uint32_t k = 0; k < shape.remote_size; ++k) {
    const std::uint32_t i = (shape.rank + k) % shape.remote_size;
    builder.recv(remote(shape, i), builder.recv_block(i));
    builder.send(remote(shape, i), same ? own(shape) : builder.send_block(i));
  }
}

}  // namespace

Schedule build_inter(Collective collective, const Shape& shape) {
  Builder builder(shape);
  switch (collective) {
    case Collective::barrier: barrier(builder); break;
    case Collective::bcast: bcast(builder); break;
    case Collective::reduce: reduce(builder); break;
    case Collective::allreduce: allreduce(builder); break;
    case Collective::reduce_scatter:
    case Collective::reduce_scatter_block: reduce_scatter(builder); break;
    case Collective::gather:
    case Collective::gatherv: gather(builder); break;
    case Collective::scatter:
    case Collective::scatterv: scatter(builder); break;
    case Collective::allgather:
    case Collective::allgatherv: exchange(builder, true); break;
    case Collective::alltoall:
    case Collective::alltoallv: exchange(builder, false); break;
    default: break;
  }
  return std::move(builder).finish();
}

}  // namespace baton::collectives
