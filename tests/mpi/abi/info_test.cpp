// SPDX-License-Identifier: BSD-3-Clause
// Info objects through the C API. None of it needs MPI to be initialised.
#include <gtest/gtest.h>

#include <cstring>
#include <string>

#include "mpi.h"
#include "mpi/info.hpp"

namespace baton::mpi {
namespace {

TEST(InfoApi, KeepsKeysInTheOrderInWhichTheyWereSet) {
  MPI_Info info = MPI_INFO_NULL;
  ASSERT_EQ(MPI_Info_create(&info), MPI_SUCCESS);
  EXPECT_EQ(MPI_Info_set(info, "b", "1"), MPI_SUCCESS);
  EXPECT_EQ(MPI_Info_set(info, "a", "2"), MPI_SUCCESS);
  EXPECT_EQ(MPI_Info_set(info, "b", "3"), MPI_SUCCESS);
  int nkeys = 0;
  EXPECT_EQ(MPI_Info_get_nkeys(info, &nkeys), MPI_SUCCESS);
  EXPECT_EQ(nkeys, 2);
  char key[MPI_MAX_INFO_KEY];
  EXPECT_EQ(MPI_Info_get_nthkey(info, 0, key), MPI_SUCCESS);
  EXPECT_STREQ(key, "b");
  char value[8];
  int flag = 0;
  EXPECT_EQ(MPI_Info_get(info, "b", 7, value, &flag), MPI_SUCCESS);
  EXPECT_EQ(flag, 1);
  EXPECT_STREQ(value, "3");
  EXPECT_EQ(MPI_Info_delete(info, "b"), MPI_SUCCESS);
  EXPECT_EQ(MPI_Info_get(info, "b", 7, value, &flag), MPI_SUCCESS);
  EXPECT_EQ(flag, 0);
  EXPECT_EQ(MPI_Info_free(&info), MPI_SUCCESS);
  EXPECT_EQ(info, MPI_INFO_NULL);
}

TEST(InfoApi, GetStringTruncatesAndTellsTheLengthNeeded) {
  MPI_Info info = MPI_INFO_NULL;
  MPI_Info_create(&info);
  MPI_Info_set(info, "key", "eleven char");
  int length = 0;
  int flag = 0;
  EXPECT_EQ(MPI_Info_get_string(info, "key", &length, nullptr, &flag), MPI_SUCCESS);
  EXPECT_EQ(flag, 1);
  EXPECT_EQ(length, 12);
  char value[5] = "....";
  length = 4;
  EXPECT_EQ(MPI_Info_get_string(info, "key", &length, value, &flag), MPI_SUCCESS);
  EXPECT_STREQ(value, "ele");
  EXPECT_EQ(length, 12);
  length = 4;
  EXPECT_EQ(MPI_Info_get_string(info, "other", &length, value, &flag), MPI_SUCCESS);
  EXPECT_EQ(flag, 0);
  EXPECT_EQ(length, 4);
  MPI_Info_free(&info);
}

TEST(InfoApi, ACopyIsIndependent) {
  MPI_Info info = MPI_INFO_NULL;
  MPI_Info copy = MPI_INFO_NULL;
  MPI_Info_create(&info);
  MPI_Info_set(info, "k", "v");
  ASSERT_EQ(MPI_Info_dup(info, &copy), MPI_SUCCESS);
  MPI_Info_free(&info);
  int length = 0;
  int flag = 0;
  EXPECT_EQ(MPI_Info_get_valuelen(copy, "k", &length, &flag), MPI_SUCCESS);
  EXPECT_EQ(length, 1);
  MPI_Info_free(&copy);
}

TEST(InfoApi, CreateEnvKnowsTheCommand) {
  char name[] = "program";
  char* argv[] = {name, nullptr};
  MPI_Info info = MPI_INFO_NULL;
  ASSERT_EQ(MPI_Info_create_env(1, argv, &info), MPI_SUCCESS);
  char value[32];
  int flag = 0;
  MPI_Info_get(info, "command", 31, value, &flag);
  EXPECT_EQ(flag, 1);
  EXPECT_STREQ(value, "program");
  MPI_Info_free(&info);
}

}  // namespace
}  // namespace baton::mpi
