// SPDX-License-Identifier: BSD-3-Clause
// What messages and bytes cost: measured constants by level of the machine, and the view of them that one call has.
// In the manner of LogGP (A. Alexandrov et al., 1995): a time a message, a time a byte.
#pragma once

#include <algorithm>
#include <cstdint>

#include "collectives/nodes.hpp"
#include "collectives/shape.hpp"

namespace baton::collectives {

/// Messages between two ranks: nanoseconds of a message without bytes, from its start to its end, and of a byte more.
struct Level {
  double message = 0;
  double sent = 0;
  bool operator==(const Level&) const = default;
};

/// The constants of a machine; the same on all ranks. `network`: from one node to another, a node having one line to
/// the others. Then nanoseconds of a byte reduced, of a byte copied, and of a step without a message.
struct Constants {
  Level node{500, 0.12};
  Level network{15000, 0.3};
  double reduced = 0.08;
  double copied = 0.05;
  double step = 30;
  bool operator==(const Constants&) const = default;
};

/// The constants as one call sees them. `message` and `sent` are those of the farthest that its ranks are apart; on
/// several nodes `sent` takes all ranks of a node to send at once, which share their line. A rank that has the line of
/// its node for itself: `alone`. Among the ranks of one node: `inside`.
struct CostModel {
  double message = 500;
  double sent = 0.12;
  double reduced = 0.08;
  double copied = 0.05;
  double step = 30;
  double alone = 0.12;
  Level inside{500, 0.12};
  double nodes = 1;
  double each = 1;  // ranks of the fullest node

  /// As the ranks of one node see it among themselves, and as one rank of each node does: all ranks of a node at the
  /// same time (lanes), or one of them (leaders).
  [[nodiscard]] CostModel on_node() const noexcept {
    return {inside.message, inside.sent, reduced, copied, step, inside.sent, inside, 1, each};
  }
  [[nodiscard]] CostModel lanes() const noexcept {
    return {message, sent, reduced, copied, step, sent, {message, sent}, 1, 1};
  }
  [[nodiscard]] CostModel leaders() const noexcept {
    return {message, alone, reduced, copied, step, alone, {message, alone}, 1, 1};
  }
};

[[nodiscard]] inline CostModel model_of(const Constants& constants, const Shape& shape) noexcept {
  CostModel model{constants.node.message,
                  constants.node.sent,
                  constants.reduced,
                  constants.copied,
                  constants.step,
                  constants.node.sent,
                  constants.node,
                  1,
                  1};
  if (shape.nodes == nullptr || shape.nodes->count() < 2) return model;
  model.nodes = shape.nodes->count();
  model.each = shape.nodes->most;
  model.message = constants.network.message;
  model.alone = constants.network.sent;
  model.sent = constants.network.sent * model.each;
  return model;
}

}  // namespace baton::collectives
