// SPDX-License-Identifier: BSD-3-Clause
// external32 against bytes written down by hand from the standard's tables and IEEE 754.
#include "datatype/external32.hpp"

#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "typemap.hpp"

namespace baton::datatype::test {
namespace {

std::vector<int> packed(const Datatype& type, const void* base, std::int64_t count) {
  std::vector<std::byte> bytes(static_cast<std::size_t>(external32_size(type, count).value()));
  const auto written = pack_external32(type, base, count, bytes);
  EXPECT_TRUE(written) << written.error().what;
  EXPECT_EQ(*written, static_cast<std::int64_t>(bytes.size()));
  std::vector<int> values;
  for (const std::byte byte : bytes) values.push_back(std::to_integer<int>(byte));
  return values;
}

using Bytes = std::vector<int>;

TEST(External32, integers_are_big_endian_and_long_has_four_bytes) {
  const int i = 0x01020304;
  EXPECT_EQ(packed(builtin(Kind::int_), &i, 1), (Bytes{1, 2, 3, 4}));
  const short s = -2;
  EXPECT_EQ(packed(builtin(Kind::short_), &s, 1), (Bytes{0xff, 0xfe}));
  const long l = -5;
  EXPECT_EQ(packed(builtin(Kind::long_), &l, 1), (Bytes{0xff, 0xff, 0xff, 0xfb}));
  const std::int64_t w = 0x0102030405060708;
  EXPECT_EQ(packed(builtin(Kind::int64), &w, 1), (Bytes{1, 2, 3, 4, 5, 6, 7, 8}));
  const wchar_t c = 0x1234;
  EXPECT_EQ(packed(builtin(Kind::wchar), &c, 1), (Bytes{0x12, 0x34}));
  const bool b = true;
  EXPECT_EQ(packed(builtin(Kind::c_bool), &b, 1), (Bytes{1}));
}

TEST(External32, floats_are_ieee_and_long_double_is_quadruple) {
  const float f = 1.0F;
  EXPECT_EQ(packed(builtin(Kind::float_), &f, 1), (Bytes{0x3f, 0x80, 0, 0}));
  const double d = -2.5;
  EXPECT_EQ(packed(builtin(Kind::double_), &d, 1), (Bytes{0xc0, 0x04, 0, 0, 0, 0, 0, 0}));
  const long double l = 1.5L;
  EXPECT_EQ(packed(builtin(Kind::long_double), &l, 1),
            (Bytes{0x3f, 0xff, 0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}));
  const std::array<float, 2> z{1.0F, -1.0F};
  EXPECT_EQ(packed(builtin(Kind::c_float_complex), &z, 1), (Bytes{0x3f, 0x80, 0, 0, 0xbf, 0x80, 0, 0}));
}

TEST(External32, structures_lose_their_gaps_and_pairs_are_their_parts) {
  struct {
    double value;
    int index;
  } pair{1.0, 7};
  EXPECT_EQ(packed(builtin(Kind::double_int), &pair, 1), (Bytes{0x3f, 0xf0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 7}));
  const auto type = vector(2, 1, 2, builtin(Kind::short_)).value();
  const short data[] = {1, 99, 2};
  EXPECT_EQ(packed(*type, data, 1), (Bytes{0, 1, 0, 2}));
}

TEST(External32, every_kind_comes_back_as_it_went) {
  for (std::size_t i = 1; i < kind_count; ++i) {
    const auto kind = static_cast<Kind>(i);
    SCOPED_TRACE(info(kind).name);
    const Datatype& type = builtin(kind);
    // All-small numbers are valid in every kind: 3 as integers, a tiny value as floats.
    std::vector<std::byte> from(static_cast<std::size_t>(type.extent()) * 3), to(from.size());
    if (info(kind).rep == Rep::f80 || info(kind).rep == Rep::cf80 || info(kind).rep == Rep::p_f80) {
      const long double value = -1.25L;
      for (std::size_t at = 0; at + 16 <= from.size(); at += 16) std::memcpy(&from[at], &value, 10);
      if (kind == Kind::long_double_int) {
        for (std::size_t at = 16; at < from.size(); at += 32) std::memset(&from[at], 0, 16);
      }
    } else {
      from[0] = std::byte{3};
    }
    std::vector<std::byte> stream(static_cast<std::size_t>(external32_size(type, 3).value()));
    ASSERT_EQ(stream.size(), static_cast<std::size_t>(info(kind).external32) * 3);
    ASSERT_TRUE(pack_external32(type, from.data(), 3, stream));
    ASSERT_TRUE(unpack_external32(type, to.data(), 3, stream));
    EXPECT_EQ(from, to);
  }
}

TEST(External32, a_value_too_large_for_its_external_size_is_an_error) {
  const long big = 1L << 40;
  std::array<std::byte, 4> out{};
  EXPECT_EQ(pack_external32(builtin(Kind::long_), &big, 1, out).error().code, Code::type_mismatch);
}

TEST(External32, a_short_buffer_is_an_error_and_stays_untouched) {
  const int values[] = {1, 2};
  std::array<std::byte, 7> out{};
  EXPECT_EQ(pack_external32(builtin(Kind::int_), values, 2, out).error().code, Code::truncated);
  int back[2] = {};
  EXPECT_EQ(unpack_external32(builtin(Kind::int_), back, 2, out).error().code, Code::truncated);
}

TEST(External32, follows_the_typemap_of_random_types) {
  for (std::uint64_t seed = 0; seed < 300; ++seed) {
    RandomTypes random(seed);
    const Sample sample = random.make(3);
    std::int64_t size = 0;
    for (const Item& item : sample.map.items) size += info(item.kind).external32;
    ASSERT_EQ(external32_size(*sample.type, 2).value(), 2 * size) << seed;
  }
}

}  // namespace
}  // namespace baton::datatype::test
