// SPDX-License-Identifier: BSD-3-Clause
// The choice: the user's word, else the least cost. The tables stand in tables/.
#include "collectives/select.hpp"

#include <algorithm>
#include <string>

#include "base/log.hpp"
#include "base/parameters.hpp"
#include "base/text.hpp"
#include "collectives/arena/algorithms.hpp"
#include "collectives/explain.hpp"
#include "collectives/inter/inter.hpp"
#include "collectives/tables/tables.hpp"
#include "collectives/tuning_file.hpp"

namespace baton::collectives {
namespace {

/// What a user may choose: the parameter, and the collectives that it rules.
struct Wish {
  const char* parameter;
  Collective collective;
};
constexpr Wish wishes[] = {
    {"ALLGATHER", Collective::allgather}, {"ALLGATHER", Collective::allgatherv},
    {"ALLREDUCE", Collective::allreduce}, {"ALLTOALL", Collective::alltoall},
    {"ALLTOALL", Collective::alltoallv},  {"BARRIER", Collective::barrier},
    {"BCAST", Collective::bcast},         {"EXSCAN", Collective::exscan},
    {"GATHER", Collective::gather},       {"REDUCE", Collective::reduce},
    {"SCAN", Collective::scan},           {"REDUCE_SCATTER", Collective::reduce_scatter},
    {"SCATTER", Collective::scatter},     {"REDUCE_SCATTER", Collective::reduce_scatter_block},
};

/// By messages or in the arena; nullptr: neither.
const Algorithm* find(Collective collective, std::string_view name) noexcept {
  for (const auto known : {algorithms(collective), arena::algorithms(collective)}) {
    for (const Algorithm& each : known) {
      if (name == each.name) return &each;
    }
  }
  return nullptr;
}

}  // namespace

std::span<const Algorithm> algorithms(Collective collective) noexcept {
  switch (collective) {
    case Collective::barrier: return barrier_table();
    case Collective::bcast: return bcast_table();
    case Collective::reduce: return reduce_table();
    case Collective::allreduce: return allreduce_table();
    case Collective::gather: return gather_table();
    case Collective::gatherv: return gatherv_table();
    case Collective::scatter: return scatter_table();
    case Collective::scatterv: return scatterv_table();
    case Collective::allgather: return allgather_table();
    case Collective::allgatherv: return allgatherv_table();
    case Collective::alltoall: return alltoall_table();
    case Collective::alltoallv: return alltoallv_table();
    case Collective::reduce_scatter_block:
    case Collective::reduce_scatter: return reduce_scatter_table();
    case Collective::scan: return scan_table();
    case Collective::exscan: return exscan_table();
    case Collective::neighbor_allgather: return neighbor_allgather_table();
    case Collective::neighbor_alltoall: return neighbor_alltoall_table();
  }
  return barrier_table();
}

double cost_bytes(Collective collective, const Shape& shape) noexcept {
  const bool at_root = shape.rank == shape.root;
  const auto vector = [](const Side& side) { return static_cast<double>(side.count) * static_cast<double>(side.size); };
  switch (collective) {
    case Collective::bcast: return vector(shape.recv);
    case Collective::gather: return vector(at_root ? shape.recv : shape.send);
    case Collective::scatter: return vector(at_root ? shape.send : shape.recv);
    case Collective::allgather:
    case Collective::alltoall: return vector(shape.recv);
    case Collective::allgatherv: {
      double sum = 0;
      for (std::uint32_t i = 0; i < shape.size; ++i) sum += static_cast<double>(shape.recv.bytes_of(i));
      return sum / shape.size;
    }
    default: return vector(shape.send);
  }
}

Result<Tuning> Tuning::from_parameters() {
  Tuning tuning;
  if (const std::string file = parameter_text("TUNING"); !file.empty()) {
    auto constants = read_constants(file);
    if (!constants) return constants.error();
    tuning.constants = constants.value();
  }
  const auto arena = parameter_flag("ARENA");
  if (!arena) return arena.error();
  tuning.arena = *arena.operator->();
  const auto after = parameter_count("ARENA_AFTER");
  if (!after) return after.error();
  tuning.arena_after = *after.operator->();
  const auto levels = parameter_flag("ARENA_LEVELS");
  if (!levels) return levels.error();
  tuning.arena_levels = *levels.operator->();
  for (const Wish& wish : wishes) {
    const std::string text = parameter_text(wish.parameter);
    if (text == "auto") continue;
    if (const Algorithm* const found = find(wish.collective, text); found != nullptr) {
      tuning.forced[static_cast<std::size_t>(wish.collective)] = found;
      continue;
    }
    std::string names = "auto,";
    bool good = false;  // for another form of the collective
    for (const Wish& form : wishes) {
      if (std::string_view(form.parameter) != wish.parameter) continue;
      good = good || find(form.collective, text) != nullptr;
      if (form.collective == Collective::allgatherv || form.collective == Collective::alltoallv) continue;  // fewer
      for (const auto known : {algorithms(form.collective), arena::algorithms(form.collective)}) {
        for (const Algorithm& each : known) {
          const std::string next = std::string(" ") + each.name + ",";
          if (names.find(next) == std::string::npos) names += next;
        }
      }
    }
    if (good) continue;
    names.pop_back();
    return make_error(Code::invalid_argument, "BATON_{}='{}' is no algorithm: write one of {}", wish.parameter, text,
                      names);
  }
  return tuning;
}

Choice cheapest(Collective collective, const Shape& shape, const CostModel& model) noexcept {
  const double bytes = cost_bytes(collective, shape);
  Choice best;
  for (const Algorithm& algorithm : algorithms(collective)) {
    if (!algorithm.fits(shape)) continue;
    const double cost = algorithm.cost(model, shape.size, bytes);
    if (best.algorithm == nullptr || cost < best.cost) best = {&algorithm, cost};
  }
  return best;
}

const Algorithm& select(Collective collective, const Shape& shape, const Tuning& tuning) noexcept {
  const Algorithm* wish = tuning.forced[static_cast<std::size_t>(collective)];
  if (wish != nullptr && wish->fits(shape)) return *wish;
  if (shape.arena && wish == nullptr) {
    if (const Algorithm* const found = arena::select(collective, shape); found != nullptr) return *found;
  }
  const auto known = algorithms(collective);
  if (known.size() == 1 || shape.size < 2) return known.back();
  return *cheapest(collective, shape, model_of(tuning.constants, shape)).algorithm;
}

bool takes_any_length(Collective collective, const Shape& shape, const Tuning& tuning) noexcept {
  switch (collective) {
    case Collective::gatherv:
    case Collective::scatterv:
    case Collective::allgatherv:
    case Collective::alltoallv: break;
    default: return false;
  }
  if (!shape.arena) return false;
  const Algorithm* const wish = tuning.forced[static_cast<std::size_t>(collective)];
  if (wish == nullptr || !wish->fits(shape)) return wish == nullptr && arena::select(collective, shape) != nullptr;
  const auto known = arena::algorithms(collective);
  return std::find_if(known.begin(), known.end(), [&](const Algorithm& each) { return &each == wish; }) != known.end();
}

Schedule build(Collective collective, const Shape& shape, const Tuning& tuning, const Algorithm** taken) {
  if (shape.remote_size != 0) return build_inter(collective, shape);
  Shape known = shape;
  known.constants = &tuning.constants;
  const Algorithm& found = select(collective, known, tuning);
  log::write(log::Level::debug, "{} of {:.0f} bytes on {} ranks: {}", name_of(collective),
             cost_bytes(collective, known), known.size, found.name);
  if (taken != nullptr) *taken = &found;
  return found.build(known);
}

}  // namespace baton::collectives
