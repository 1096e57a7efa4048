// SPDX-License-Identifier: BSD-3-Clause
#include "schedule/plan.hpp"

#include <utility>

namespace baton::schedule {

Plan::Plan(collectives::Schedule made, Subject what) : schedule(std::move(made)), subject(what), mark(what.mark()) {
  waits.reserve(schedule.steps.size());
  for (const collectives::Step& step : schedule.steps) {
    if (step.waits == 0) initial.push_back(static_cast<std::uint32_t>(waits.size()));
    waits.push_back(step.waits);
  }
}

}  // namespace baton::schedule
