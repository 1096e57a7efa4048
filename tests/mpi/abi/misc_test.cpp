// SPDX-License-Identifier: BSD-3-Clause
// Versions, time and addresses through the C API, and counts that do not fit.
#include <gtest/gtest.h>

#include <cstring>

#include "mpi.h"
#include "mpi/counts.hpp"

namespace baton::mpi {
namespace {

TEST(Misc, TellsItsVersions) {
  int version = 0;
  int subversion = -1;
  EXPECT_EQ(MPI_Get_version(&version, &subversion), MPI_SUCCESS);
  EXPECT_EQ(version, 5);
  EXPECT_EQ(subversion, 0);
  char text[MPI_MAX_LIBRARY_VERSION_STRING];
  int length = 0;
  EXPECT_EQ(MPI_Get_library_version(text, &length), MPI_SUCCESS);
  EXPECT_EQ(static_cast<std::size_t>(length), std::strlen(text));
  EXPECT_EQ(std::strncmp(text, "Baton", 5), 0);
}

TEST(Misc, TimeGoesForwardInTicks) {
  const double start = MPI_Wtime();
  EXPECT_GE(MPI_Wtime(), start);
  EXPECT_GT(MPI_Wtick(), 0.0);
  EXPECT_LE(MPI_Wtick(), 1e-3);
}

TEST(Misc, AddressesAddAndSubtract) {
  int numbers[4] = {};
  MPI_Aint first = 0;
  MPI_Aint last = 0;
  EXPECT_EQ(MPI_Get_address(&numbers[0], &first), MPI_SUCCESS);
  EXPECT_EQ(MPI_Get_address(&numbers[3], &last), MPI_SUCCESS);
  EXPECT_EQ(MPI_Aint_diff(last, first), 12);
  EXPECT_EQ(MPI_Aint_add(first, 12), last);
}

TEST(Counts, ReadBothWidths) {
  const int narrow[] = {1, -2};
  const MPI_Count wide[] = {1, MPI_Count{1} << 40};
  EXPECT_EQ(Counts(narrow)[1], -2);
  EXPECT_EQ(Counts(wide)[1], MPI_Count{1} << 40);
}

TEST(CountOut, WritesUndefinedWhereAnIntIsTooNarrow) {
  int narrow = 0;
  MPI_Count wide = 0;
  CountOut(&narrow).set(7);
  EXPECT_EQ(narrow, 7);
  CountOut(&narrow).set(MPI_Count{1} << 31);
  EXPECT_EQ(narrow, MPI_UNDEFINED);
  CountOut(&wide).set(MPI_Count{1} << 31);
  EXPECT_EQ(wide, MPI_Count{1} << 31);
}

}  // namespace
}  // namespace baton::mpi
