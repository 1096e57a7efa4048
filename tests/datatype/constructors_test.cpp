// SPDX-License-Identifier: BSD-3-Clause
// The edges of each constructor: the standard's own examples, errors, envelopes, bounds beyond 32 bits, lifetime.
#include "datatype/constructors.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "typemap.hpp"

namespace baton::datatype::test {
namespace {

constexpr std::int64_t huge = std::numeric_limits<std::int64_t>::max();
using Values = std::vector<std::int64_t>;

const Datatype& ints() { return builtin(Kind::int_); }

TEST(Builtin, sizes_and_extents_are_those_of_the_compiler) {
  struct DoubleInt {
    double d;
    int i;
  };
  EXPECT_EQ(builtin(Kind::double_int).size(), 12);
  EXPECT_EQ(builtin(Kind::double_int).extent(), static_cast<std::int64_t>(sizeof(DoubleInt)));
  EXPECT_EQ(builtin(Kind::short_int).size(), 6);
  EXPECT_EQ(builtin(Kind::short_int).extent(), 8);
  EXPECT_EQ(builtin(Kind::long_double_int).extent(), 32);
  EXPECT_TRUE(builtin(Kind::two_int).is_dense());
  EXPECT_FALSE(builtin(Kind::double_int).is_dense());
  EXPECT_TRUE(builtin(Kind::double_int).is_contiguous(1));
  EXPECT_FALSE(builtin(Kind::short_int).is_contiguous(1));
  EXPECT_EQ(builtin(Kind::double_int).elements(), 2);
  EXPECT_EQ(builtin(Kind::double_int).kind(), Kind::double_int);
}

TEST(Struct, pads_its_extent_to_the_strictest_alignment) {
  const Datatype* types[] = {&builtin(Kind::double_), &builtin(Kind::char_)};
  const auto type = create_struct(Values{1, 1}, Values{0, 8}, types).value();
  EXPECT_EQ(type->size(), 9);
  EXPECT_EQ(type->extent(), 16);
  EXPECT_EQ(type->true_extent(), 9);
}

TEST(Resized, bounds_stick_in_the_types_built_on_it) {
  const auto wide = resized(ints(), -3, 9).value();
  EXPECT_EQ(wide->lb(), -3);
  EXPECT_EQ(wide->ub(), 6);
  const Datatype* types[] = {wide.get(), &builtin(Kind::double_)};
  const auto type = create_struct(Values{2, 1}, Values{0, 100}, types).value();
  EXPECT_EQ(type->lb(), -3);
  EXPECT_EQ(type->ub(), 15);
  EXPECT_EQ(type->true_ub(), 108);
}

TEST(Empty, types_have_no_size_and_no_bounds) {
  for (const auto& type :
       {contiguous(0, ints()).value(), vector(0, 3, 5, ints()).value(), indexed(Values{}, Values{}, ints()).value(),
        hindexed_block(0, Values{7}, ints()).value(), create_struct(Values{}, Values{}, {}).value()}) {
    EXPECT_EQ(type->size(), 0);
    EXPECT_EQ(type->lb(), 0);
    EXPECT_EQ(type->extent(), 0);
    EXPECT_EQ(type->true_extent(), 0);
    ASSERT_TRUE(type->commit());
    Cursor cursor;
    std::byte space[1];
    EXPECT_EQ(type->pack(cursor, nullptr, 5, space), 0U);
    EXPECT_EQ(type->next_run(cursor, 5).bytes, 0);
    EXPECT_EQ(type->elements_in(0), 0);
  }
}

TEST(Layout, dense_types_are_seen_through_their_disguise) {
  const auto row = contiguous(10, ints()).value();
  const Values ones{1, 1, 1}, places{0, 1, 2}, sizes{4, 6}, starts{0, 0};
  for (const auto& type :
       {vector(5, 2, 2, ints()).value(), indexed(ones, places, ints()).value(), contiguous(3, *row).value(),
        subarray(sizes, sizes, starts, Order::c, ints(), 0).value(), dup(ints()).value()}) {
    ASSERT_TRUE(type->commit());
    EXPECT_TRUE(type->is_dense());
    EXPECT_EQ(type->runs_per_element(), 1);
  }
}

TEST(Layout, a_column_of_a_matrix_is_one_loop_and_a_block_has_a_run_a_row) {
  const auto column = vector(100, 1, 50, ints()).value();
  ASSERT_TRUE(column->commit());
  EXPECT_FALSE(column->is_dense());
  EXPECT_EQ(column->runs_per_element(), 100);
  const auto block = subarray(Values{8, 8}, Values{3, 5}, Values{1, 2}, Order::c, ints(), 0).value();
  ASSERT_TRUE(block->commit());
  EXPECT_EQ(block->runs_per_element(), 3);
  EXPECT_EQ(block->extent(), 256);
  EXPECT_EQ(block->true_lb(), 40);
}

TEST(Large, counts_and_extents_beyond_four_gigabytes_are_exact) {
  const auto type = vector(3, 1, 1LL << 40, ints()).value();
  EXPECT_EQ(type->size(), 12);
  EXPECT_EQ(type->extent(), (2LL << 42) + 4);
  const auto much = contiguous(1LL << 50, builtin(Kind::byte), Width::large).value();
  EXPECT_EQ(much->size(), 1LL << 50);
  ASSERT_TRUE(much->commit());
  EXPECT_TRUE(much->is_dense());
  const auto sparse = hvector(1LL << 40, 1, 1LL << 20, builtin(Kind::byte), Width::large).value();
  ASSERT_TRUE(sparse->commit());
  Cursor cursor{(1LL << 39) + 1};
  const datatype::Run run = sparse->next_run(cursor, 1);
  EXPECT_EQ(run.offset, ((1LL << 39) + 1) << 20);
  EXPECT_EQ(run.bytes, 1);
  EXPECT_EQ(much->bytes(1LL << 20), std::nullopt);
}

TEST(Large, what_64_bits_do_not_hold_is_an_error) {
  EXPECT_EQ(contiguous(huge, ints()).error().code, Code::invalid_argument);
  EXPECT_EQ(vector(2, 1, huge, ints()).error().code, Code::invalid_argument);
  EXPECT_EQ(hvector(3, 1, huge, ints()).error().code, Code::invalid_argument);
  EXPECT_EQ(hindexed(Values{1, 1}, Values{-huge, huge}, ints()).error().code, Code::invalid_argument);
  EXPECT_EQ(resized(ints(), huge, 1).error().code, Code::invalid_argument);
  EXPECT_EQ(subarray(Values{huge, 2}, Values{1, 1}, Values{0, 0}, Order::c, ints(), 0).error().code,
            Code::invalid_argument);
}

TEST(Arguments, what_the_standard_forbids_is_an_error) {
  EXPECT_FALSE(contiguous(-1, ints()));
  EXPECT_FALSE(vector(-1, 1, 1, ints()));
  EXPECT_FALSE(vector(1, -1, 1, ints()));
  EXPECT_FALSE(indexed(Values{1, -1}, Values{0, 1}, ints()));
  EXPECT_FALSE(indexed(Values{1}, Values{0, 1}, ints()));
  EXPECT_FALSE(indexed_block(-1, Values{0}, ints()));
  EXPECT_FALSE(subarray(Values{4}, Values{5}, Values{0}, Order::c, ints(), 0));
  EXPECT_FALSE(subarray(Values{4}, Values{2}, Values{3}, Order::c, ints(), 0));
  EXPECT_FALSE(subarray(Values{4}, Values{0}, Values{0}, Order::c, ints(), 0));
  EXPECT_FALSE(subarray(Values{4}, Values{2}, Values{-1}, Order::c, ints(), 0));
  EXPECT_FALSE(subarray(Values{}, Values{}, Values{}, Order::c, ints(), 0));
  const Datatype* types[] = {&ints()};
  EXPECT_FALSE(create_struct(Values{-1}, Values{0}, types));
}

Result<TypeRef> one_dimension(std::int64_t processes, std::int64_t rank, std::int64_t size, Distribution how,
                              std::int64_t argument, std::int64_t grid) {
  return darray({.processes = processes,
                 .rank = rank,
                 .sizes = Integers(&size, 1),
                 .distributions = std::span(&how, 1),
                 .arguments = Integers(&argument, 1),
                 .grid = Integers(&grid, 1),
                 .order = Order::c,
                 .raw_distributions = {},
                 .raw_arguments = {},
                 .raw_order = 0},
                ints());
}

TEST(Darray, refuses_grids_blocks_and_ranks_that_do_not_fit) {
  EXPECT_TRUE(one_dimension(2, 0, 10, Distribution::block, 5, 2));
  EXPECT_FALSE(one_dimension(2, 2, 10, Distribution::block, 5, 2));
  EXPECT_FALSE(one_dimension(2, -1, 10, Distribution::block, 5, 2));
  EXPECT_FALSE(one_dimension(2, 0, 10, Distribution::block, 4, 2));
  EXPECT_FALSE(one_dimension(2, 0, 10, Distribution::block, 5, 3));
  EXPECT_FALSE(one_dimension(2, 0, 10, Distribution::cyclic, 0, 2));
  EXPECT_FALSE(one_dimension(2, 0, 10, Distribution::none, default_argument, 2));
  EXPECT_FALSE(one_dimension(2, 0, 0, Distribution::block, default_argument, 2));
}

TEST(Darray, a_process_beyond_the_last_block_gets_an_empty_type_of_the_whole_extent) {
  const auto type = one_dimension(4, 3, 6, Distribution::block, default_argument, 4).value();
  EXPECT_EQ(type->size(), 0);
  EXPECT_EQ(type->extent(), 24);
}

TEST(Envelope, holds_the_arguments_of_the_twin_that_was_called) {
  const auto narrow = vector(2, 3, 4, ints()).value();
  EXPECT_EQ(narrow->envelope().combiner, Combiner::vector);
  EXPECT_EQ(narrow->envelope().integers, (Values{2, 3, 4}));
  EXPECT_TRUE(narrow->envelope().counts.empty());
  EXPECT_EQ(narrow->envelope().types[0].get(), &ints());
  const auto large = hindexed(Values{1, 2}, Values{0, 16}, ints(), Width::large).value();
  EXPECT_EQ(large->envelope().counts, (Values{2, 1, 2, 0, 16}));
  EXPECT_TRUE(large->envelope().integers.empty());
  const auto addresses = hindexed(Values{1, 2}, Values{0, 16}, ints()).value();
  EXPECT_EQ(addresses->envelope().integers, (Values{2, 1, 2}));
  EXPECT_EQ(addresses->envelope().addresses, (Values{0, 16}));
  const auto block = indexed_block(7, Values{4, 5}, ints()).value();
  EXPECT_EQ(block->envelope().integers, (Values{2, 7, 4, 5}));
  const auto hblock = hindexed_block(7, Values{4, 5}, ints()).value();
  EXPECT_EQ(hblock->envelope().integers, (Values{2, 7}));
  EXPECT_EQ(hblock->envelope().addresses, (Values{4, 5}));
  const auto sub = subarray(Values{4}, Values{2}, Values{1}, Order::c, ints(), 56).value();
  EXPECT_EQ(sub->envelope().integers, (Values{1, 4, 2, 1, 56}));
  const auto size = resized(ints(), 0, 8, Width::large).value();
  EXPECT_EQ(size->envelope().counts, (Values{0, 8}));
}

TEST(Lifetime, a_type_keeps_what_it_is_built_from) {
  auto inner = vector(3, 1, 2, ints()).value();
  auto outer = contiguous(4, *inner).value();
  inner = {};
  ASSERT_TRUE(outer->commit());
  EXPECT_EQ(outer->size(), 48);
  const TypeRef first = outer->envelope().types[0];
  outer = {};
  EXPECT_EQ(first->envelope().combiner, Combiner::vector);
}

TEST(Lifetime, attributes_go_with_the_type) {
  auto type = contiguous(1, ints()).value();
  auto slot = std::make_shared<int>(1);
  const std::weak_ptr<int> alive = slot;
  type->attributes() = std::move(slot);
  type = {};
  EXPECT_TRUE(alive.expired());
}

TEST(Nesting, deep_chains_work_and_bottomless_ones_are_refused) {
  TypeRef type(ints());
  for (int i = 0; i < 950; ++i) type = hvector(1, 1, 4, *type).value();
  ASSERT_TRUE(type->commit());
  EXPECT_TRUE(type->is_dense());
  Result<TypeRef> deeper = TypeRef(*type);
  for (int i = 0; i < 100 && deeper; ++i) deeper = contiguous(1, **deeper);
  EXPECT_EQ(deeper.error().code, Code::invalid_argument);
}

TEST(F90, the_smallest_kind_that_holds_precision_and_range_and_one_type_for_equal_arguments) {
  F90Types types;
  const auto single = types.real(6, 37, -1).value();
  EXPECT_EQ(single->kind(), Kind::real4);
  EXPECT_TRUE(single->is_predefined());
  EXPECT_FALSE(single->is_builtin());
  EXPECT_TRUE(single->committed());
  EXPECT_EQ(types.real(6, 37, -1).value().get(), single.get());
  EXPECT_EQ(types.real(15, std::nullopt, -1).value()->kind(), Kind::real8);
  EXPECT_EQ(types.real(15, std::nullopt, -1).value()->envelope().integers, (Values{15, -1}));
  EXPECT_EQ(types.complex(std::nullopt, 300, -1).value()->kind(), Kind::complex16);
  EXPECT_EQ(types.real(33, 4931, -1).value()->kind(), Kind::real16);
  EXPECT_FALSE(types.real(34, 10, -1));
  EXPECT_FALSE(types.real(std::nullopt, std::nullopt, -1));
  EXPECT_EQ(types.integer(9).value()->kind(), Kind::integer4);
  EXPECT_EQ(types.integer(10).value()->kind(), Kind::integer8);
  EXPECT_FALSE(types.integer(39));
}

TEST(Kinds, match_by_class_and_size_and_pair_by_value_and_index) {
  EXPECT_EQ(match_size(TypeClass::real, 8), Kind::real8);
  EXPECT_EQ(match_size(TypeClass::integer, 2), Kind::integer2);
  EXPECT_EQ(match_size(TypeClass::complex, 16), Kind::complex16);
  EXPECT_EQ(match_size(TypeClass::integer, 3), Kind::none);
  EXPECT_EQ(value_index(Kind::double_, Kind::int_), Kind::double_int);
  EXPECT_EQ(value_index(Kind::int_, Kind::int_), Kind::two_int);
  EXPECT_EQ(value_index(Kind::int_, Kind::double_), Kind::none);
}

TEST(Signatures, tell_order_and_kind_apart_and_compose) {
  const Signature i = ints().signature(), d = builtin(Kind::double_).signature();
  EXPECT_EQ(repeated(i, 5), joined(repeated(i, 2), repeated(i, 3)));
  EXPECT_FALSE(joined(i, d) == joined(d, i));
  EXPECT_FALSE(repeated(i, 2) == i);
  EXPECT_EQ(repeated(i, 0), Signature{});
  EXPECT_EQ(vector(2, 3, 9, ints()).value()->signature(), contiguous(6, ints()).value()->signature());
}

}  // namespace
}  // namespace baton::datatype::test
