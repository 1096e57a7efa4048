// SPDX-License-Identifier: BSD-3-Clause
// What the slow client library of PMIx (slow_pmix.cpp) is told and has seen.
#pragma once

namespace baton::bootstrap::testing {

struct SlowPmix {
  int leave_open = 0;  // so many questions to the server stay open until another one is answered
  int answers = 0;
};

}  // namespace baton::bootstrap::testing
