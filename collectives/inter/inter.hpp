// SPDX-License-Identifier: BSD-3-Clause
// Collectives on intercommunicators (MPI 5.0, 6.2.2): each group gets what the other group gives.
// Shape::root is a rank of the remote group, `myself` at the root, or `nobody` in the rest of the root's group.
#pragma once

#include "collectives/schedule.hpp"
#include "collectives/select.hpp"
#include "collectives/shape.hpp"

namespace baton::collectives {

/// The schedule of this rank. Not for scan, exscan and neighbourhood collectives, which have no such form.
[[nodiscard]] Schedule build_inter(Collective collective, const Shape& shape);

}  // namespace baton::collectives
