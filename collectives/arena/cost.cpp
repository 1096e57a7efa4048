// SPDX-License-Identifier: BSD-3-Clause
#include "collectives/arena/cost.hpp"

#include <algorithm>

#include "collectives/arena/algorithms.hpp"
#include "collectives/arena/program.hpp"

namespace baton::collectives::arena {
namespace {

constexpr std::int64_t in_line = 48;  // bytes that ride in the line of the flag

class Model {
 public:
  /// `apart`: data lies beside the flags.
  Model(const Levels& levels, const Lines& lines, bool apart) noexcept
      : levels_(levels), lines_(lines), apart_(apart) {}

  /// A rank reads `bytes` from each of a stage, and works `each` ns on them.
  [[nodiscard]] double read(const Stage& stage, double bytes, double each) const noexcept {
    double sum = 0;
    double farthest = 0;
    for (std::size_t d = 0; d < distances; ++d) {
      if (stage.others[d] == 0) continue;
      farthest = lines_.reach[d].line;
      sum += stage.others[d] * (lines_.reach[d].next + each + data(bytes, d));
    }
    return farthest + sum;
  }
  /// The same by all ranks of a domain at once.
  [[nodiscard]] double read_together(const Stage& stage, double ranks, double bytes, double each) const noexcept {
    return std::max(read(stage, bytes, each), ranks * over_border(stage, bytes));
  }
  /// All of a stage read the same `bytes` at once.
  [[nodiscard]] double spread(const Stage& stage, double bytes) const noexcept {
    double last = 0;
    double turns = 0;
    for (std::size_t d = 0; d < distances; ++d) {
      if (stage.others[d] == 0) continue;
      last = lines_.reach[d].line + data(bytes, d);
      turns += stage.others[d] * lines_.reach[d].turn;
    }
    return std::max(last, over_border(stage, bytes)) + turns + lines_.step;
  }
  [[nodiscard]] double reducing(double bytes) const noexcept { return lines_.operand + bytes * lines_.reduced; }
  [[nodiscard]] double copying(double bytes) const noexcept { return lines_.step + bytes * lines_.copied; }
  [[nodiscard]] double ranks() const noexcept { return static_cast<double>(levels_.domains.size()); }
  [[nodiscard]] const Levels& levels() const noexcept { return levels_; }

 private:
  [[nodiscard]] double data(double bytes, std::size_t d) const noexcept {
    return !apart_ || bytes == 0 ? 0 : lines_.reach[d].next + bytes * lines_.reach[d].byte;
  }
  [[nodiscard]] double over_border(const Stage& stage, double bytes) const noexcept {
    double sum = 0;
    for (std::size_t d = 1; d < distances; ++d) sum += stage.others[d] * bytes * lines_.reach[d].border;
    return sum;
  }

  const Levels& levels_;
  const Lines& lines_;
  bool apart_;
};

/// What all ranks of the first rank's cache are.
double mates(const Stage& flat) noexcept { return 1.0 + flat.others[0]; }

/// A vector of `bytes` in pieces of at most `most`: the first one through all, and then as fast as its slowest part.
template <class Through, class Slowest>
double pieces(double bytes, double most, const Through& through, const Slowest& slowest) noexcept {
  if (bytes <= most) return through(bytes);
  return through(most) + (bytes / most - 1) * slowest(most);
}

double flat_cost(const Model& m, Collective collective, double bytes) noexcept {
  const Stage& all = m.levels().flat;
  const double p = m.ranks();
  const auto by_parts = [&](bool to_all) {
    const auto piece = [&](double n) {
      const double share = n / p;
      return m.copying(n) + m.read_together(all, mates(all), share, m.reducing(share)) +
             (to_all ? m.read_together(all, mates(all), share, m.copying(0)) : m.read(all, share, m.copying(0)));
    };
    return pieces(bytes, slice_bytes, piece, piece);
  };
  switch (collective) {
    case Collective::barrier: return m.read(all, 0, 0);
    case Collective::bcast: {
      const auto piece = [&](double n) { return m.spread(all, n); };
      return pieces(
          bytes, slice_bytes, [&](double n) { return m.copying(n) + piece(n); }, piece);
    }
    case Collective::reduce:
      return bytes <= at_once_bytes ? m.copying(bytes) + m.read(all, bytes, m.reducing(bytes)) : by_parts(false);
    case Collective::allreduce:
      return bytes <= at_once_bytes ? m.copying(bytes) + m.read_together(all, mates(all), bytes, m.reducing(bytes))
                                    : by_parts(true);
    case Collective::gather: return m.copying(bytes) + m.read(all, bytes, m.copying(0));
    case Collective::scatter: return p * m.copying(bytes) + m.spread(all, bytes);
    case Collective::allgather: return m.copying(bytes) + m.read_together(all, mates(all), bytes, m.copying(0));
    case Collective::alltoall: return p * m.copying(bytes) + m.read_together(all, mates(all), bytes, m.copying(0));
    case Collective::reduce_scatter_block:
      return p * m.copying(bytes) + m.read_together(all, mates(all), bytes, m.reducing(bytes));
    case Collective::scan:
    case Collective::exscan: return m.copying(bytes) + m.read_together(all, mates(all), bytes, m.reducing(bytes));
    default: return 0;
  }
}

double tree_cost(const Model& m, const Way& way, Collective collective, double bytes) noexcept {
  const auto sum = [&](bool with_top, const auto& each) {
    double all = 0;
    for (std::size_t i = 0; i + (with_top ? 0 : 1) < way.stages.size(); ++i) all += each(way.stages[i]);
    return all;
  };
  const auto most = [&](const auto& each) {
    double slowest = 0;
    for (const Stage& stage : way.stages) slowest = std::max(slowest, each(stage));
    return slowest;
  };
  const auto folded = [&](double n) {
    return [&m, n](const Stage& stage) { return m.read(stage, n, m.reducing(n)) + m.copying(0); };
  };
  const auto given = [&](double n) {
    return [&m, n](const Stage& stage) { return m.spread(stage, n) + m.copying(n); };
  };
  switch (collective) {
    case Collective::barrier: return sum(true, [&](const Stage& s) { return m.read(s, 0, 0); }) + sum(false, given(0));
    case Collective::bcast:
      return pieces(
          bytes, tree_chunk, [&](double n) { return m.copying(n) + sum(true, given(n)); },
          [&](double n) { return most(given(n)); });
    case Collective::reduce:
      return pieces(
          bytes, tree_chunk, [&](double n) { return m.copying(n) + sum(true, folded(n)); },
          [&](double n) { return most(folded(n)); });
    case Collective::allreduce: {
      const auto piece = [&](double n) { return m.copying(n) + sum(true, folded(n)) + sum(false, given(n)); };
      return pieces(bytes, tree_chunk, piece, piece);
    }
    case Collective::gather:
      return m.copying(bytes) +
             sum(true, [&](const Stage& s) { return m.read(s, s.each * bytes, m.copying(s.each * bytes)); });
    case Collective::scatter:
      return m.copying(m.ranks() * bytes) + sum(true, [&](const Stage& s) { return given(s.each * bytes)(s); });
    case Collective::allgather:
      return m.copying(bytes) +
             sum(true, [&](const Stage& s) { return m.read(s, s.each * bytes, m.copying(s.each * bytes)); }) +
             sum(false, given(m.ranks() * bytes));
    default: return 0;
  }
}

double lanes_cost(const Model& m, const Way& way, Collective collective, double bytes) noexcept {
  const Nodes& domains = way.split[0];
  const Stage& near = way.stages[0];
  const Stage& far = way.stages[1];
  const double each = domains.most;
  const double count = domains.count();
  switch (collective) {
    case Collective::allgather:
      return m.copying(bytes) + m.read_together(far, each, bytes, m.copying(0)) +
             m.read(near, bytes * count, count * m.copying(0));
    case Collective::alltoall:
      return m.copying(bytes * m.ranks()) + count * m.copying(bytes) +
             m.read(near, bytes * count, count * m.copying(0)) +
             m.read_together(far, each, bytes * each, m.copying(0)) + m.copying(bytes * each);
    case Collective::reduce_scatter_block:
      return m.ranks() * m.copying(bytes) + count * m.copying(bytes) +
             m.read(near, bytes * count, count * m.reducing(bytes)) +
             m.read_together(far, each, bytes, m.reducing(bytes)) + m.copying(bytes);
    case Collective::scan:
    case Collective::exscan:
      return 2 * m.copying(bytes) + m.read(near, bytes, m.reducing(bytes)) +
             m.read_together(far, each, bytes, m.reducing(bytes));
    default: break;
  }
  const bool to_all = collective == Collective::allreduce;
  const auto piece = [&](double n) {
    const double part = n / each;
    const double share = n / m.ranks();
    const double up = m.copying(n) + m.read(near, part, m.reducing(part)) + m.copying(part) +
                      m.read_together(far, each, share, m.reducing(share)) + m.copying(share);
    if (!to_all) return up + m.read(m.levels().flat, share, m.copying(0));
    return up + m.read_together(far, each, share, m.copying(0)) + m.copying(share) + m.read(near, part, m.copying(0)) +
           m.copying(part);
  };
  return pieces(bytes, slice_bytes, piece, piece);
}

/// The longest slice, in a call that is short.
std::int64_t longest(Style style, Collective collective, std::int64_t bytes, std::int64_t ranks) noexcept {
  switch (collective) {
    case Collective::alltoall:
    case Collective::reduce_scatter_block:
    case Collective::scatter: return bytes * ranks;
    case Collective::gather:
    case Collective::allgather: return style == Style::flat ? bytes : bytes * ranks;
    default: return bytes;
  }
}

bool allows(Style style, const Way& way, Collective collective, const Shape& shape) noexcept {
  if (style == Style::lanes && way.split.size() != 1) return false;
  const bool in_a_row = std::all_of(way.split.begin(), way.split.end(), [](const Nodes& level) { return level.runs; });
  const bool alike = style == Style::tree || way.split[0].each != 0;
  switch (collective) {
    case Collective::scan:
    case Collective::exscan: return in_a_row;
    case Collective::alltoall: return alike;
    case Collective::reduce:
    case Collective::allreduce:
    case Collective::reduce_scatter_block: return alike && (in_a_row || shape.commutative);
    default: return true;
  }
}

}  // namespace

Estimate estimate(Style style, Collective collective, const Shape& shape, std::int64_t bytes,
                  const Lines& lines) noexcept {
  Estimate best;
  if (shape.nodes == nullptr || shape.nodes->levels == nullptr) return best;
  const Levels& levels = *shape.nodes->levels;
  const Model model(levels, lines, longest(style, collective, bytes, shape.size) > in_line);
  const auto length = static_cast<double>(bytes);
  if (style == Style::flat) return {nullptr, flat_cost(model, collective, length)};
  for (const Way& way : levels.ways) {
    if (!allows(style, way, collective, shape)) continue;
    const double cost =
        style == Style::tree ? tree_cost(model, way, collective, length) : lanes_cost(model, way, collective, length);
    if (best.way == nullptr || cost < best.cost) best = {&way, cost};
  }
  return best;
}

const Split& split_for(Collective collective, const Shape& shape) noexcept {
  return estimate(Style::tree, collective, shape, agreed_bytes(collective, shape)).way->split;
}

const Nodes& lanes_for(Collective collective, const Shape& shape) noexcept {
  return estimate(Style::lanes, collective, shape, agreed_bytes(collective, shape)).way->split[0];
}

}  // namespace baton::collectives::arena
