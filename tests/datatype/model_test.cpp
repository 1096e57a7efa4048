// SPDX-License-Identifier: BSD-3-Clause
// Random nested types against the naive typemap: numbers, packed order, resuming anywhere, runs, element counts.
#include <gtest/gtest.h>

#include <set>

#include "typemap.hpp"

namespace baton::datatype::test {
namespace {

/// A buffer that holds `count` elements wherever they lie, filled with bytes that tell places apart.
class Buffer {
 public:
  explicit Buffer(const std::vector<std::int64_t>& places) {
    for (const std::int64_t place : places) {
      low_ = std::min(low_, place);
      high_ = std::max(high_, place + 1);
    }
    bytes_.resize(static_cast<std::size_t>(high_ - low_));
  }
  void fill() {
    std::uint32_t state = 1;
    for (std::byte& byte : bytes_) byte = static_cast<std::byte>((state = state * 1664525 + 1013904223) >> 24);
  }
  std::byte* base() { return reinterpret_cast<std::byte*>(reinterpret_cast<std::intptr_t>(bytes_.data()) - low_); }
  std::byte& operator[](std::int64_t place) { return bytes_[static_cast<std::size_t>(place - low_)]; }
  std::vector<std::byte>& bytes() { return bytes_; }

 private:
  std::int64_t low_ = 0;
  std::int64_t high_ = 1;
  std::vector<std::byte> bytes_;
};

void expect_numbers(const Sample& sample) {
  const Datatype& type = *sample.type;
  const Typemap& map = sample.map;
  ASSERT_EQ(type.size(), map.size());
  ASSERT_EQ(type.lb(), map.lb());
  ASSERT_EQ(type.ub(), map.ub());
  ASSERT_EQ(type.extent(), map.extent());
  ASSERT_EQ(type.true_lb(), map.true_lb());
  ASSERT_EQ(type.true_ub(), map.true_ub());
  ASSERT_EQ(type.elements(), static_cast<std::int64_t>(map.items.size()));
  Signature signature;
  for (const Item& item : map.items) signature = joined(signature, builtin(item.kind).signature());
  ASSERT_EQ(type.signature(), signature);
}

void expect_elements(const Sample& sample) {
  std::int64_t bytes = 0;
  std::int64_t found = 0;
  for (const Item& item : sample.map.items) {
    ASSERT_EQ(sample.type->elements_in(bytes), found);
    ASSERT_EQ(sample.type->bytes_of(found), bytes);
    if (info(item.kind).size > 1) {
      ASSERT_EQ(sample.type->elements_in(bytes + 1), std::nullopt);
    }
    bytes += info(item.kind).size;
    ++found;
  }
  ASSERT_EQ(sample.type->elements_in(bytes), found);
  ASSERT_EQ(sample.type->elements_in(bytes * 3), found * 3);
  ASSERT_EQ(sample.type->bytes_of(found * 3), bytes * 3);
}

void expect_moves(const Sample& sample, std::int64_t count, RandomTypes& random) {
  const Datatype& type = *sample.type;
  const auto places = sample.map.bytes(count);
  const auto total = places.size();
  Buffer buffer(places);
  buffer.fill();
  std::vector<std::byte> wanted;
  for (const std::int64_t place : places) wanted.push_back(buffer[place]);

  // whole, into a space that is larger than needed
  std::vector<std::byte> packed(total + 8);
  Cursor cursor;
  ASSERT_EQ(type.pack(cursor, buffer.base(), count, packed), total);
  ASSERT_EQ(cursor.position, static_cast<std::int64_t>(total));
  packed.resize(total);
  ASSERT_EQ(packed, wanted);

  // in fragments that end anywhere
  std::vector<std::byte> pieces(total);
  std::vector<std::pair<std::size_t, std::size_t>> fragments;
  cursor = {};
  for (std::size_t done = 0; done < total;) {
    const auto want = static_cast<std::size_t>(random.pick(1, random.pick(0, 1) == 0 ? 7 : 60));
    const std::size_t moved =
        type.pack(cursor, buffer.base(), count, {pieces.data() + done, std::min(want, total - done)});
    ASSERT_EQ(moved, std::min(want, total - done));
    fragments.emplace_back(done, moved);
    done += moved;
  }
  ASSERT_EQ(pieces, wanted);

  // unpacked in order: later elements win where they overlap; bytes between elements stay
  Buffer expected(places);
  Buffer target(places);
  for (std::size_t i = 0; i < total; ++i) expected[places[i]] = wanted[i];
  cursor = {};
  for (const auto& [start, bytes] : fragments) {
    ASSERT_EQ(type.unpack(cursor, target.base(), count, {wanted.data() + start, bytes}), bytes);
  }
  ASSERT_EQ(target.bytes(), expected.bytes());

  // shuffled fragments, where no two elements overlap
  if (std::set(places.begin(), places.end()).size() == total) {
    Buffer shuffled(places);
    std::shuffle(fragments.begin(), fragments.end(), random.engine());
    for (const auto& [start, bytes] : fragments) {
      Cursor place{static_cast<std::int64_t>(start)};
      ASSERT_EQ(type.unpack(place, shuffled.base(), count, {wanted.data() + start, bytes}), bytes);
    }
    ASSERT_EQ(shuffled.bytes(), expected.bytes());
  }
}

void expect_runs(const Sample& sample, std::int64_t count, RandomTypes& random) {
  const auto places = sample.map.bytes(count);
  const auto skip = static_cast<std::size_t>(random.pick(0, static_cast<std::int64_t>(places.size())));
  Cursor cursor{static_cast<std::int64_t>(skip)};
  std::vector<std::int64_t> seen;
  std::vector<Run> runs(static_cast<std::size_t>(random.pick(1, 9)));
  for (;;) {
    const std::size_t found = sample.type->runs(cursor, count, runs);
    if (found == 0) break;
    for (std::size_t i = 0; i < found; ++i) {
      ASSERT_GT(runs[i].bytes, 0);
      if (i > 0) {
        ASSERT_NE(runs[i - 1].offset + runs[i - 1].bytes, runs[i].offset) << "adjacent runs must be joined";
      }
      for (std::int64_t b = 0; b < runs[i].bytes; ++b) seen.push_back(runs[i].offset + b);
    }
    ASSERT_EQ(cursor.position, static_cast<std::int64_t>(skip + seen.size()));
  }
  ASSERT_EQ(seen, std::vector(places.begin() + static_cast<std::ptrdiff_t>(skip), places.end()));
  if (sample.type->is_contiguous(count) && !places.empty()) {
    ASSERT_EQ(places.front(), sample.type->true_lb());
    ASSERT_EQ(places.back() - places.front() + 1, static_cast<std::int64_t>(places.size()));
  }
  if (sample.type->is_dense()) {
    ASSERT_TRUE(places.empty() || places.front() == 0);
    ASSERT_TRUE(sample.type->is_contiguous(1 << 20));
  }
}

class RandomModel : public testing::TestWithParam<int> {};

TEST_P(RandomModel, agrees_with_the_naive_typemap) {
  for (int i = 0; i < 1000; ++i) {
    const auto seed = static_cast<std::uint64_t>(GetParam() * 1000 + i);
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    RandomTypes random(seed);
    const Sample sample = random.make(static_cast<int>(random.pick(1, 4)));
    ASSERT_NO_FATAL_FAILURE(expect_numbers(sample));
    ASSERT_NO_FATAL_FAILURE(expect_elements(sample));
    ASSERT_TRUE(sample.type->commit());
    const std::int64_t count = random.pick(0, 3);
    ASSERT_NO_FATAL_FAILURE(expect_moves(sample, count, random));
    ASSERT_NO_FATAL_FAILURE(expect_runs(sample, count, random));
  }
}

INSTANTIATE_TEST_SUITE_P(ten_thousand_types, RandomModel, testing::Range(0, 10));

}  // namespace
}  // namespace baton::datatype::test
