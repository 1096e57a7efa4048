// SPDX-License-Identifier: BSD-3-Clause
// What the native API takes and refuses is decided at compile time; these are facts about types.
#include <baton/baton.hpp>

#include <gtest/gtest.h>

#include <array>
#include <list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct Point {
  double x, y;
};
struct Owner {
  std::string name;
};
struct Padded {
  char letter;
  double value;
};

template <class D>
inline constexpr bool can_send = requires(const baton::Communicator& c, const D& d) {
  c.send(d, 0);
};
template <class D>
inline constexpr bool can_receive = requires(const baton::Communicator& c, D&& d) {
  c.receive(std::forward<D>(d), 0);
};
template <class D>
inline constexpr bool can_start_receive = requires(const baton::Communicator& c, D&& d) {
  c.ireceive(std::forward<D>(d), 0);
};
template <class In, class Op>
inline constexpr bool can_reduce = requires(const baton::Communicator& c, In& in, const Op& op) {
  c.all_reduce(in, op);
};

static_assert(can_send<int> && can_send<Point> && can_send<Padded> && can_send<std::vector<double>>);
static_assert(can_send<std::array<Point, 3>> && can_send<std::span<const int>> && can_send<std::string_view>);
static_assert(can_send<int[4]> && can_send<const std::vector<int>>);
static_assert(!can_send<int*> && !can_send<Owner> && !can_send<std::vector<Owner>> && !can_send<std::list<int>>);
static_assert(!can_send<std::vector<bool>> && !can_send<std::map<int, int>> && !can_send<std::vector<int*>>);

static_assert(can_receive<int&> && can_receive<std::vector<int>&> && can_receive<std::span<int>>);
static_assert(can_receive<std::array<Point, 2>&> && can_receive<int (&)[4]>);
static_assert(!can_receive<int> && !can_receive<const int&> && !can_receive<const std::vector<int>&>);
static_assert(!can_receive<std::vector<int>> && !can_receive<std::span<const int>> && !can_receive<std::string_view>);
static_assert(!can_start_receive<std::vector<int>> && !can_start_receive<int> && can_start_receive<std::span<int>>);

struct Free {};
static_assert(can_reduce<std::vector<double>, baton::plus> && can_reduce<const double, std::plus<>>);
static_assert(!can_reduce<const std::vector<double>, baton::plus>, "in place needs a buffer that may be written");
static_assert(!can_reduce<std::vector<double>, Free>);

static_assert(!std::is_copy_constructible_v<baton::Request<>> &&
              std::is_nothrow_move_constructible_v<baton::Request<>>);
static_assert(std::is_copy_constructible_v<baton::Communicator> && sizeof(baton::Communicator) == sizeof(void*));
static_assert(std::is_same_v<decltype(std::declval<baton::Communicator>().isend(std::vector<int>{}, 0)),
                             baton::Request<std::vector<int>>>);
static_assert(std::is_same_v<decltype(std::declval<baton::Communicator>().isend(std::declval<std::vector<int>&>(), 0)),
                             baton::Request<void>>);

using baton::api::detail::make_reduction;

TEST(Operations, KnownPairsRunAsKernels) {
  EXPECT_EQ(make_reduction<double>(baton::plus{}, false).apply, nullptr);
  EXPECT_EQ(make_reduction<int>(std::plus<int>{}, false).apply, nullptr);
  EXPECT_EQ(make_reduction<std::uint8_t>(std::bit_xor<>{}, false).apply, nullptr);
  EXPECT_EQ(make_reduction<bool>(baton::logical_and{}, false).apply, nullptr);
  EXPECT_EQ(make_reduction<std::complex<float>>(baton::multiplies{}, false).apply, nullptr);
}

TEST(Operations, OtherPairsCallTheFunction) {
  const auto lambda = [](int a, int b) { return a + b; };
  EXPECT_NE(make_reduction<int>(lambda, false).apply, nullptr);
  EXPECT_FALSE(make_reduction<int>(lambda, false).commutative) << "nobody promised";
  EXPECT_TRUE(make_reduction<int>(baton::commutative(lambda), false).commutative);
  EXPECT_NE(make_reduction<double>(baton::logical_or{}, false).apply, nullptr);
  EXPECT_NE(make_reduction<bool>(baton::bit_or{}, false).apply, nullptr);
}

TEST(Operations, AnOwnedFunctionIsACopy) {
  std::vector<int> factors{2, 3};
  const auto lambda = [factors](int a, int b) { return a * factors[0] + b * factors[1]; };
  const auto made = make_reduction<int>(lambda, true);
  ASSERT_NE(made.destroy, nullptr);
  EXPECT_NE(made.function, static_cast<const void*>(&lambda));
  const int in[2] = {1, 10};
  int inout[2] = {100, 1000};
  made.apply(made.function, in, inout, 2);
  EXPECT_EQ(inout[0], 302);
  EXPECT_EQ(inout[1], 3020);
  made.destroy(made.function);
}

TEST(StatusOfAMessage, CountsWholeElementsOnly) {
  const baton::Status status(1, 2, 24);
  EXPECT_EQ(status.count<double>(), 3U);
  EXPECT_THROW((void)status.count<long double>(), baton::Exception);
}

}  // namespace
