// SPDX-License-Identifier: BSD-3-Clause
#include "collectives/explain.hpp"

#include <algorithm>
#include <array>

#include "collectives/arena/algorithms.hpp"

namespace baton::collectives {
namespace {

struct Name {
  const char* name;
  const char* parameter;
};
/// In the order of Collective.
constexpr std::array names = std::to_array<Name>({
    {"barrier", "BARRIER"},
    {"bcast", "BCAST"},
    {"reduce", "REDUCE"},
    {"allreduce", "ALLREDUCE"},
    {"gather", "GATHER"},
    {"gatherv", nullptr},
    {"scatter", "SCATTER"},
    {"scatterv", nullptr},
    {"allgather", "ALLGATHER"},
    {"allgatherv", "ALLGATHER"},
    {"alltoall", "ALLTOALL"},
    {"alltoallv", "ALLTOALL"},
    {"reduce_scatter_block", "REDUCE_SCATTER"},
    {"reduce_scatter", "REDUCE_SCATTER"},
    {"scan", "SCAN"},
    {"exscan", "EXSCAN"},
    {"neighbor_allgather", nullptr},
    {"neighbor_alltoall", nullptr},
});
static_assert(names.size() == collective_count);

}  // namespace

const char* name_of(Collective collective) noexcept { return names[static_cast<std::size_t>(collective)].name; }
const char* parameter_of(Collective collective) noexcept {
  return names[static_cast<std::size_t>(collective)].parameter;
}
std::optional<Collective> collective_named(std::string_view name) noexcept {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (name == names[i].name) return static_cast<Collective>(i);
  }
  return std::nullopt;
}

Explanation explain(Collective collective, const Shape& shape, const Tuning& tuning) {
  Explanation found;
  const Algorithm& taken = select(collective, shape, tuning);
  const CostModel model = model_of(tuning.constants, shape);
  for (const Algorithm& algorithm : algorithms(collective)) {
    Candidate candidate{&algorithm, algorithm.fits(shape), &algorithm == &taken, false, 0};
    if (candidate.fits) candidate.cost = algorithm.cost(model, shape.size, cost_bytes(collective, shape));
    found.candidates.push_back(candidate);
  }
  found.wished = tuning.forced[static_cast<std::size_t>(collective)] == &taken;
  std::stable_sort(found.candidates.begin(), found.candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.fits != b.fits ? a.fits : a.cost < b.cost; });
  if (shape.arena) {
    for (const Algorithm& algorithm : arena::algorithms(collective))
      found.candidates.push_back({&algorithm, algorithm.fits(shape), &algorithm == &taken, true, 0});
  }
  Shape apart = shape;
  apart.arena = apart.direct = false;
  found.by_messages = &select(collective, apart, tuning);
  return found;
}

Shape typical_shape(Collective collective, std::int64_t bytes, std::uint32_t ranks, const Nodes& nodes) {
  Shape shape;
  shape.size = ranks;
  shape.send.count = shape.recv.count = bytes;
  if (collective == Collective::reduce_scatter || collective == Collective::reduce_scatter_block) {
    shape.send.count = bytes * ranks;
  }
  shape.one_node = nodes.count() < 2;
  if (!shape.one_node) shape.nodes = &nodes;
  return shape;
}

}  // namespace baton::collectives
