// SPDX-License-Identifier: BSD-3-Clause
// Which calls the arena serves, and how.
#include <algorithm>
#include <string_view>

#include "collectives/arena/algorithms.hpp"
#include "collectives/arena/cost.hpp"
#include "collectives/arena/program.hpp"

namespace baton::collectives::arena {
namespace {

/// Shorter ones have nothing to share out.
constexpr std::int64_t least_exposed = 1024;

std::int64_t bytes_of(const Side& side) noexcept { return side.count * side.size; }

}  // namespace

std::int64_t agreed_bytes(Collective collective, const Shape& shape) noexcept {
  const bool at_root = shape.rank == shape.root;
  switch (collective) {
    case Collective::bcast:
    case Collective::allgather:
    case Collective::alltoall:
    case Collective::reduce_scatter_block: return bytes_of(shape.recv);
    case Collective::gather: return bytes_of(at_root ? shape.recv : shape.send);
    case Collective::scatter: return bytes_of(at_root ? shape.send : shape.recv);
    case Collective::allgatherv: {
      std::int64_t sum = 0;
      for (std::uint32_t block = 0; block < shape.size; ++block) sum += shape.recv.bytes_of(block);
      return sum;
    }
    case Collective::gatherv:
    case Collective::scatterv:
    case Collective::alltoallv: return 0;
    default: return bytes_of(shape.send);
  }
}

namespace {

bool in_arena(const Shape& shape) noexcept {
  return shape.arena && shape.remote_size == 0 && shape.size >= 2 && shape.size <= most_ranks;
}
/// Whether so many bytes fit, `lanes` blocks sharing a slice and `turns` rounds going to a piece.
bool fits_bytes(std::int64_t bytes, std::int64_t lanes, std::int64_t turns) noexcept {
  return bytes >= 0 && bytes / (slice_bytes / lanes / 64 * 64) < most_rounds / turns;
}

template <Collective collective>
bool fits_movement(const Shape& shape) {
  constexpr bool blocks = collective == Collective::scatter || collective == Collective::alltoall;
  return in_arena(shape) && fits_bytes(agreed_bytes(collective, shape), blocks ? std::int64_t{shape.size} - 1 : 1, 1);
}
bool fits_barrier(const Shape& shape) { return in_arena(shape); }
bool fits_reduction(const Shape& shape) {
  return in_arena(shape) && shape.dense && fits_bytes(bytes_of(shape.send), 1, 2);
}
bool fits_at_once(const Shape& shape) {
  const std::int64_t most = shape.crowded     ? crowded_at_once_bytes
                            : shape.size == 2 ? pair_at_once_bytes
                                              : at_once_bytes;
  return fits_reduction(shape) && bytes_of(shape.send) <= most;
}
template <int turns>
bool fits_pair(const Shape& shape) {
  return fits_reduction(shape) && shape.size == 2 && shape.streams && !shape.crowded &&
         bytes_of(shape.send) / stream_bytes < most_rounds / turns;
}
bool fits_scan(const Shape& shape) {
  return fits_reduction(shape) && bytes_of(shape.send) * std::int64_t{shape.size} <= (std::int64_t{1} << 20);
}
bool fits_reduce_scatter(const Shape& shape) {
  return in_arena(shape) && shape.dense && fits_bytes(bytes_of(shape.recv), shape.size, 1);
}
bool fits_exposed(std::int64_t bytes, const Shape& shape) noexcept {
  return in_arena(shape) && shape.direct && bytes >= least_exposed;
}
template <Collective collective>
bool fits_direct_movement(const Shape& shape) {
  return fits_exposed(agreed_bytes(collective, shape), shape);
}
bool fits_direct_alltoall(const Shape& shape) {
  return fits_direct_movement<Collective::alltoall>(shape) && !shape.in_place;
}
bool fits_direct_reduction(const Shape& shape) {
  return fits_exposed(bytes_of(shape.send), shape) && shape.dense && shape.commutative &&
         shape.send.count >= std::int64_t{16} * shape.size;
}
bool fits_way(Style style, Collective collective, const Shape& shape) noexcept {
  return in_arena(shape) && estimate(style, collective, shape, 0).way != nullptr;
}
bool fits_barrier_levels(const Shape& shape) { return fits_way(Style::tree, Collective::barrier, shape); }
bool fits_bcast_levels(const Shape& shape) {
  const std::int64_t bytes = agreed_bytes(Collective::bcast, shape);
  return fits_way(Style::tree, Collective::bcast, shape) && bytes > 0 && bytes / tree_chunk < most_rounds;
}
template <Collective collective>
bool fits_in_one_slice(const Shape& shape) {
  const std::int64_t bytes = agreed_bytes(collective, shape);
  return fits_way(Style::tree, collective, shape) && bytes > 0 && bytes * std::int64_t{shape.size} <= slice_bytes;
}
bool fits_allgather_lanes(const Shape& shape) {
  return fits_way(Style::lanes, Collective::allgather, shape) &&
         fits_bytes(agreed_bytes(Collective::allgather, shape), std::int64_t{shape.size} - 1, 2);
}
template <Style style, Collective collective>
bool fits_divided_reduction(const Shape& shape) {
  return fits_way(style, collective, shape) && fits_reduction(shape) &&
         fits_bytes(bytes_of(shape.send), slice_bytes / tree_chunk, 4);
}
bool fits_alltoall_lanes(const Shape& shape) {
  const std::int64_t bytes = agreed_bytes(Collective::alltoall, shape);
  return fits_way(Style::lanes, Collective::alltoall, shape) && bytes > 0 &&
         bytes * std::int64_t{shape.size} <= slice_bytes;
}
bool fits_reduce_scatter_lanes(const Shape& shape) {
  return fits_way(Style::lanes, Collective::reduce_scatter_block, shape) && fits_reduce_scatter(shape) &&
         !shape.in_place && fits_bytes(bytes_of(shape.recv), shape.size, 2);
}
template <Collective collective>
bool fits_scan_lanes(const Shape& shape) {
  return fits_way(Style::lanes, collective, shape) && fits_scan(shape);
}
/// Long messages are lent, and how long they are not all ranks know.
bool fits_any_length(const Shape& shape) { return in_arena(shape) && shape.direct; }
double free_of_cost(const CostModel& /*model*/, double /*ranks*/, double /*bytes*/) { return 0; }

constexpr Algorithm barriers[] = {{"arena", barrier, fits_barrier, free_of_cost},
                                  {"arena_levels", barrier_levels, fits_barrier_levels, free_of_cost}};
constexpr Algorithm bcasts[] = {{"arena_direct", bcast_direct, fits_direct_movement<Collective::bcast>, free_of_cost},
                                {"arena", bcast, fits_movement<Collective::bcast>, free_of_cost},
                                {"arena_levels", bcast_levels, fits_bcast_levels, free_of_cost}};
constexpr Algorithm gathers[] = {
    {"arena_direct", gather_direct, fits_direct_movement<Collective::gather>, free_of_cost},
    {"arena", gather, fits_movement<Collective::gather>, free_of_cost},
    {"arena_levels", gather_levels, fits_in_one_slice<Collective::gather>, free_of_cost}};
constexpr Algorithm scatters[] = {
    {"arena_direct", scatter_direct, fits_direct_movement<Collective::scatter>, free_of_cost},
    {"arena", scatter, fits_movement<Collective::scatter>, free_of_cost},
    {"arena_levels", scatter_levels, fits_in_one_slice<Collective::scatter>, free_of_cost}};
constexpr Algorithm allgathers[] = {
    {"arena_direct", allgather_direct, fits_direct_movement<Collective::allgather>, free_of_cost},
    {"arena", allgather, fits_movement<Collective::allgather>, free_of_cost},
    {"arena_levels", allgather_levels, fits_in_one_slice<Collective::allgather>, free_of_cost},
    {"arena_lanes", allgather_lanes, fits_allgather_lanes, free_of_cost}};
constexpr Algorithm alltoalls[] = {{"arena_direct", alltoall_direct, fits_direct_alltoall, free_of_cost},
                                   {"arena", alltoall, fits_movement<Collective::alltoall>, free_of_cost},
                                   {"arena_lanes", alltoall_lanes, fits_alltoall_lanes, free_of_cost}};
constexpr Algorithm reduces[] = {
    {"arena_at_once", reduce_at_once, fits_at_once, free_of_cost},
    {"arena_pair", reduce_pair, fits_pair<1>, free_of_cost},
    {"arena_direct", reduce_direct, fits_direct_reduction, free_of_cost},
    {"arena", reduce_by_parts, fits_reduction, free_of_cost},
    {"arena_levels", reduce_levels, fits_divided_reduction<Style::tree, Collective::reduce>, free_of_cost},
    {"arena_lanes", reduce_lanes, fits_divided_reduction<Style::lanes, Collective::reduce>, free_of_cost}};
constexpr Algorithm allreduces[] = {
    {"arena_at_once", allreduce_at_once, fits_at_once, free_of_cost},
    {"arena_pair", allreduce_pair, fits_pair<2>, free_of_cost},
    {"arena_direct", allreduce_direct, fits_direct_reduction, free_of_cost},
    {"arena", allreduce_by_parts, fits_reduction, free_of_cost},
    {"arena_levels", allreduce_levels, fits_divided_reduction<Style::tree, Collective::allreduce>, free_of_cost},
    {"arena_lanes", allreduce_lanes, fits_divided_reduction<Style::lanes, Collective::allreduce>, free_of_cost}};
constexpr Algorithm reduce_scatters[] = {
    {"arena", reduce_scatter_block, fits_reduce_scatter, free_of_cost},
    {"arena_lanes", reduce_scatter_lanes, fits_reduce_scatter_lanes, free_of_cost}};
constexpr Algorithm reduce_scatters_of_any[] = {{"arena", reduce_scatter, fits_reduction, free_of_cost}};
constexpr Algorithm scans[] = {{"arena", scan_at_once, fits_scan, free_of_cost},
                               {"arena_lanes", scan_lanes, fits_scan_lanes<Collective::scan>, free_of_cost}};
constexpr Algorithm exscans[] = {{"arena", exscan_at_once, fits_scan, free_of_cost},
                                 {"arena_lanes", exscan_lanes, fits_scan_lanes<Collective::exscan>, free_of_cost}};

constexpr Algorithm gathervs[] = {{"arena", gatherv, fits_any_length, free_of_cost}};
constexpr Algorithm scattervs[] = {{"arena", scatterv, fits_any_length, free_of_cost}};
constexpr Algorithm allgathervs[] = {{"arena", allgatherv, fits_any_length, free_of_cost}};
constexpr Algorithm alltoallvs[] = {{"arena", alltoallv, fits_any_length, free_of_cost}};

}  // namespace

std::span<const Algorithm> algorithms(Collective collective) noexcept {
  switch (collective) {
    case Collective::barrier: return barriers;
    case Collective::bcast: return bcasts;
    case Collective::gather: return gathers;
    case Collective::gatherv: return gathervs;
    case Collective::scatter: return scatters;
    case Collective::scatterv: return scattervs;
    case Collective::allgather: return allgathers;
    case Collective::allgatherv: return allgathervs;
    case Collective::alltoall: return alltoalls;
    case Collective::alltoallv: return alltoallvs;
    case Collective::reduce: return reduces;
    case Collective::allreduce: return allreduces;
    case Collective::reduce_scatter_block: return reduce_scatters;
    case Collective::reduce_scatter: return reduce_scatters_of_any;
    case Collective::scan: return scans;
    case Collective::exscan: return exscans;
    default: return {};
  }
}

namespace {

/// Bytes up to which slices pay, and from which on it pays to copy straight between buffers; in between, and beyond,
/// messages do. Measured on 2, 3, 4, 8 and 16 cores with one L3 cache, each rank on its own
/// (docs/performance_budget.md): many ranks that read from one process at once hinder each other, so a broadcast then
/// goes through slices; a reduction of three to eleven long vectors is quicker by messages between pairs.
struct Lengths {
  std::int64_t slices;
  std::int64_t direct;
};
constexpr std::int64_t kib = 1024;
constexpr std::int64_t endless = std::int64_t{1} << 62;

Lengths lengths(Collective collective, std::uint32_t ranks) noexcept {
  const bool pair = ranks == 2;
  switch (collective) {
    case Collective::bcast: return pair ? Lengths{16 * kib, 16 * kib} : Lengths{endless, endless};
    case Collective::reduce:
      if (pair) return {16 * kib, 16 * kib};
      return {384 * kib, ranks >= 12 ? 384 * kib : endless};
    case Collective::allreduce:
      if (pair) return {48 * kib, 48 * kib};
      return {384 * kib, ranks >= 12 ? 384 * kib : endless};
    case Collective::gather:
      if (pair) return {16 * kib, 16 * kib};
      return ranks <= 4 ? Lengths{12 * kib, 12 * kib} : Lengths{192 * kib, 192 * kib};
    case Collective::scatter:
      if (pair) return {16 * kib, 16 * kib};
      return ranks <= 4 ? Lengths{12 * kib, 12 * kib} : Lengths{12 * kib, 1024 * kib};
    case Collective::allgather: return pair ? Lengths{16 * kib, 16 * kib} : Lengths{32 * kib, 32 * kib};
    case Collective::alltoall: return pair ? Lengths{16 * kib, 16 * kib} : Lengths{12 * kib, 12 * kib};
    case Collective::reduce_scatter_block: return {64 * kib, endless};
    case Collective::reduce_scatter: return {pair ? 2 * kib : 16 * kib * std::int64_t{ranks}, endless};
    default: return {endless, endless};
  }
}

/// Ranks that share cores read one after the other, and each turn counts (4, 8 and 16 ranks on two cores).
Lengths crowded_lengths(Collective collective, std::uint32_t ranks) noexcept {
  switch (collective) {
    case Collective::gather:
    case Collective::scatter: return {12 * kib, 12 * kib};
    case Collective::allgather: return ranks <= 4 ? Lengths{32 * kib, 32 * kib} : Lengths{128 * kib, 128 * kib};
    default: return lengths(collective, ranks);
  }
}

bool is_direct(const Algorithm& algorithm) noexcept { return std::string_view(algorithm.name) == "arena_direct"; }
/// Where it fits it is taken at any length that no algorithm before it takes.
bool is_of_pairs(const Algorithm& algorithm) noexcept { return std::string_view(algorithm.name) == "arena_pair"; }

/// Divided or not: what the ranks' places on the node say.
Style style_of(const Algorithm& algorithm) noexcept {
  const std::string_view name(algorithm.name);
  if (name == "arena_levels") return Style::tree;
  return name == "arena_lanes" ? Style::lanes : Style::flat;
}

/// The cheapest of `flat`, which goes through slices, and the divided ones.
const Algorithm* cheapest_of(const Algorithm* flat, Collective collective, const Shape& shape,
                             std::int64_t bytes) noexcept {
  const Algorithm* best = flat;
  double least = estimate(Style::flat, collective, shape, bytes).cost;
  for (const Algorithm& each : arena::algorithms(collective)) {
    const Style style = style_of(each);
    if (style == Style::flat || !each.fits(shape)) continue;
    if (const double cost = estimate(style, collective, shape, bytes).cost; cost < least) {
      least = cost;
      best = &each;
    }
  }
  return best;
}

}  // namespace

const Algorithm* select(Collective collective, const Shape& shape) noexcept {
  const auto known = arena::algorithms(collective);
  Lengths limits = shape.crowded ? crowded_lengths(collective, shape.size) : lengths(collective, shape.size);
  // Where the kernel does not let ranks read each other's memory, messages copy twice, too.
  if (!shape.direct) limits.slices = std::max(limits.slices, 12 * kib);
  const std::int64_t bytes = agreed_bytes(collective, shape);
  const auto found = std::find_if(known.begin(), known.end(), [&](const Algorithm& each) {
    return style_of(each) == Style::flat && each.fits(shape) &&
           (is_of_pairs(each) || (is_direct(each) ? bytes >= limits.direct : bytes <= limits.slices));
  });
  if (found == known.end()) return nullptr;
  const bool divided = shape.nodes != nullptr && shape.nodes->levels != nullptr && !is_direct(*found);
  return divided ? cheapest_of(&*found, collective, shape, bytes) : &*found;
}

}  // namespace baton::collectives::arena
