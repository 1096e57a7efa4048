// SPDX-License-Identifier: BSD-3-Clause
// Every entry point of MPI 5.0 exists under both names, and the MPI_ name can be taken over by a profiler.
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "mpi.h"
#include "mpi/failure.hpp"
#include "mpi/generated/surface.hpp"
#include "mpi/process.hpp"

namespace baton::mpi::test {

TEST(Surface, HasAll664EntryPointsOfTheStandardAbi) {
  std::set<std::string> names;
  for (unsigned long i = 0; i < entry_point_count; ++i) names.insert(entry_points[i].name);
  EXPECT_EQ(names.size(), 664U);
  EXPECT_EQ(entry_point_count, 664U);
}

TEST(Surface, BothNamesLeadToOneFunction) {
  for (unsigned long i = 0; i < entry_point_count; ++i) {
    EXPECT_NE(entry_points[i].pmpi, nullptr) << entry_points[i].name;
    EXPECT_EQ(entry_points[i].mpi, entry_points[i].pmpi) << entry_points[i].name;
  }
}

}  // namespace baton::mpi::test
