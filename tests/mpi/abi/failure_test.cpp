// SPDX-License-Identifier: BSD-3-Clause
// Error codes and their sentences: what a failed call returns, and what can be asked of it.
#include "mpi/failure.hpp"

#include <gtest/gtest.h>

#include <cstring>
#include <string>

#include "mpi.h"
#include "mpi/checks.hpp"
#include "mpi/enter.hpp"
#include "mpi/errhandler.hpp"
#include "mpi/error_codes.hpp"

namespace baton::mpi {
namespace {

std::string string_of(int code) {
  char text[MPI_MAX_ERROR_STRING];
  int length = 0;
  EXPECT_EQ(MPI_Error_string(code, text, &length), MPI_SUCCESS);
  EXPECT_EQ(static_cast<std::size_t>(length), std::strlen(text));
  return text;
}

void ignore_error(MPI_Comm*, int*, ...) {}

int class_by_api(int code) {
  int error_class = -1;
  EXPECT_EQ(MPI_Error_class(code, &error_class), MPI_SUCCESS);
  return error_class;
}

TEST(ErrorCodes, EveryClassOfTheStandardIsItsOwnClassAndHasASentence) {
  for (int c = 0; c <= MPI_ERR_ABI; ++c) {
    EXPECT_EQ(class_by_api(c), c);
    EXPECT_FALSE(string_of(c).empty()) << c;
  }
  for (int c = MPI_T_ERR_CANNOT_INIT; c <= MPI_T_ERR_PVAR_NO_ATOMIC; ++c) EXPECT_EQ(class_by_api(c), c);
}

TEST(ErrorCodes, ACodeKeepsItsClassAndItsSentence) {
  const int code = make_code(MPI_ERR_TAG, "MPI_Send: argument 'tag' = -5");
  EXPECT_NE(code, MPI_ERR_TAG);
  EXPECT_EQ(class_by_api(code), MPI_ERR_TAG);
  EXPECT_EQ(string_of(code), "MPI_Send: argument 'tag' = -5");
}

TEST(ErrorCodes, AnOldCodeKeepsItsClassWhenItsSentenceIsGone) {
  const int code = make_code(MPI_ERR_RANK, "the first");
  for (int i = 0; i < 1000; ++i) (void)make_code(MPI_ERR_TAG, "another");
  EXPECT_EQ(class_by_api(code), MPI_ERR_RANK);
  EXPECT_EQ(string_of(code), string_of(MPI_ERR_RANK));
}

TEST(ErrorCodes, NumbersNeverRunOut) {
  int code = 0;
  for (int i = 0; i < 200000; ++i) code = make_code(MPI_ERR_COUNT, "again");
  EXPECT_GT(code, 0);
  EXPECT_EQ(class_of(code), MPI_ERR_COUNT);
}

TEST(ErrorCodes, LongSentencesAreCut) {
  const int code = make_code(MPI_ERR_OTHER, std::string(2000, 'x'));
  EXPECT_EQ(string_of(code).size(), static_cast<std::size_t>(MPI_MAX_ERROR_STRING - 1));
}

TEST(UserErrors, ClassesAndCodesAreAddedNamedAndRemoved) {
  int error_class = 0;
  int code = 0;
  ASSERT_EQ(MPI_Add_error_class(&error_class), MPI_SUCCESS);
  EXPECT_GT(error_class, MPI_ERR_LASTCODE);
  ASSERT_EQ(MPI_Add_error_code(error_class, &code), MPI_SUCCESS);
  EXPECT_GE(*last_used_code(), code);
  EXPECT_EQ(class_by_api(code), error_class);
  EXPECT_EQ(class_by_api(error_class), error_class);
  EXPECT_EQ(string_of(code), "");
  ASSERT_EQ(MPI_Add_error_string(code, "my error"), MPI_SUCCESS);
  EXPECT_EQ(string_of(code), "my error");
  EXPECT_EQ(remove_error_code(code), UserCode::in_use);
  EXPECT_EQ(remove_error_class(error_class), UserCode::in_use);
  EXPECT_EQ(MPI_Remove_error_string(code), MPI_SUCCESS);
  EXPECT_EQ(MPI_Remove_error_code(code), MPI_SUCCESS);
  EXPECT_EQ(MPI_Remove_error_class(error_class), MPI_SUCCESS);
  EXPECT_EQ(*last_used_code(), MPI_ERR_LASTCODE);
}

TEST(UserErrors, CodesOfAClassOfTheStandardBelongToIt) {
  int code = 0;
  ASSERT_EQ(MPI_Add_error_code(MPI_ERR_IO, &code), MPI_SUCCESS);
  EXPECT_EQ(class_by_api(code), MPI_ERR_IO);
  EXPECT_EQ(MPI_Remove_error_code(code), MPI_SUCCESS);
}

TEST(FailureOfTools, ReturnsTheClassAndCallsNoHandler) {
  EXPECT_EQ(fail(Raiser::tool(), MPI_T_ERR_INVALID_INDEX, "no"), MPI_T_ERR_INVALID_INDEX);
  EXPECT_EQ(unsupported("MPI_T_x", Raiser::tool()), MPI_T_ERR_NOT_SUPPORTED);
}

TEST(Enter, NamesTheCallWhileItsBodyRunsAndTheOuterOneAfterwards) {
  const int code = enter_anytime("MPI_Outer", [] {
    EXPECT_STREQ(current_call, "MPI_Outer");
    enter_anytime("MPI_Inner", [] {
      EXPECT_STREQ(current_call, "MPI_Inner");
      return 0;
    });
    EXPECT_STREQ(current_call, "MPI_Outer");
    return 5;
  });
  EXPECT_EQ(code, 5);
  EXPECT_STREQ(current_call, "");
}

using FailureDeathTest = testing::Test;

TEST(FailureDeathTest, BeforeInitTheSentenceSaysSoAndTheProcessEnds) {
  int numbers[1] = {};
  EXPECT_DEATH(MPI_Send(numbers, 1, MPI_INT, 0, 0, MPI_COMM_WORLD), "MPI_Send: called before MPI is initialised");
}

TEST(FailureDeathTest, ChecksNameArgumentValueAndRemedy) {
  EXPECT_DEATH(check_count(Raiser::none(), "count", -3), "argument 'count' = -3: a count must not be negative");
  EXPECT_DEATH(check_dest(Raiser::none(), "dest", 7, 4), "argument 'dest' = 7: not a rank of .*valid ranks are 0..3");
  EXPECT_DEATH(check_tag(Raiser::none(), "tag", -2, 100), "argument 'tag' = -2: valid tags are 0..100");
  EXPECT_DEATH(fail_handle(Raiser::none(), "comm", MPI_COMM_NULL), "argument 'comm' is MPI_COMM_NULL");
}

TEST(Errhandlers, KeepTheirHandleWhileAnybodyHoldsThem) {
  MPI_Errhandler handle = MPI_ERRHANDLER_NULL;
  auto* made = new Errhandler(ignore_error);
  made->set_handle(errhandlers().insert(made));
  handle = made->handle();
  made->retain();
  made->release();
  EXPECT_EQ(errhandlers().lookup(handle), made);
  EXPECT_TRUE(made->fits(Raiser::Kind::comm));
  EXPECT_FALSE(made->fits(Raiser::Kind::win));
  made->release();
  EXPECT_EQ(errhandlers().lookup(handle), nullptr);
}

TEST(Errhandlers, PredefinedOnesHaveTheirConstants) {
  EXPECT_EQ(errhandlers().lookup(MPI_ERRORS_RETURN), &errors_return());
  EXPECT_EQ(errors_are_fatal().handle(), MPI_ERRORS_ARE_FATAL);
  EXPECT_EQ(errors_abort().handle(), MPI_ERRORS_ABORT);
  EXPECT_EQ(errhandlers().lookup(MPI_ERRHANDLER_NULL), nullptr);
}

}  // namespace
}  // namespace baton::mpi
