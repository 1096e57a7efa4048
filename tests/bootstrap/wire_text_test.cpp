// SPDX-License-Identifier: BSD-3-Clause
// Texts that PMI servers pass on or hand out: encoding, pieces, mappings.
#include "bootstrap/wire_text.hpp"

#include <gtest/gtest.h>

#include <random>

#include "bootstrap/process_mapping.hpp"

namespace baton::bootstrap {
namespace {

std::string every_byte() {
  std::string bytes;
  for (int b = 0; b < 256; ++b) bytes += static_cast<char>(b);
  return bytes;
}

TEST(WireText, carries_every_byte_without_blanks_and_separators) {
  const std::string text = to_wire_text(every_byte());
  EXPECT_EQ(text.find_first_of(" =;%\n\t", 0), text.find('%'));
  EXPECT_EQ(text.find_first_of(" =;\n\t"), std::string::npos);
  EXPECT_EQ(from_wire_text(text).value(), every_byte());
}

TEST(WireText, leaves_addresses_readable) { EXPECT_EQ(to_wire_text("10.0.0.1:33,eth0@(h1)"), "10.0.0.1:33,eth0@(h1)"); }

TEST(WireText, refuses_what_it_never_makes) {
  for (const char* text : {"%", "%4", "%4g", "a b", "%4a%", "x=y"})
    EXPECT_FALSE(from_wire_text(text).has_value()) << text;
}

TEST(Pieces, fit_and_join_to_the_whole) {
  std::mt19937 random(1);
  for (std::size_t length : {0U, 1U, 26U, 27U, 28U, 58U, 59U, 60U, 1000U}) {
    std::string text;
    for (std::size_t i = 0; i < length; ++i) text += static_cast<char>('a' + random() % 26);
    const auto pieces = cut_in_pieces(text, 32);
    std::string_view first = pieces[0];
    EXPECT_EQ(take_piece_count(first).value(), pieces.size()) << length;
    std::string joined(first);
    for (std::size_t i = 1; i < pieces.size(); ++i) joined += pieces[i];
    EXPECT_EQ(joined, text);
    for (const auto& piece : pieces) {
      EXPECT_LE(piece.size(), 32U);
      EXPECT_FALSE(piece.empty());
    }
  }
}

TEST(Pieces, refuse_a_bad_count) {
  for (std::string_view text : {"", "x", "!a", "0!a", "-1!", "99999!", "12", "1"}) {
    EXPECT_FALSE(take_piece_count(text).has_value()) << text;
  }
}

using Nodes = std::vector<std::uint32_t>;

TEST(ProcessMapping, reads_what_launchers_say) {
  EXPECT_EQ(parse_process_mapping("(vector,(0,1,1))", 1).value(), (Nodes{0}));
  EXPECT_EQ(parse_process_mapping("(vector,(0,1,2),(1,1,1))", 3).value(), (Nodes{0, 0, 1}));
  EXPECT_EQ(parse_process_mapping("(vector,(0,2,1),(0,1,1),(0,1,1))", 4).value(), (Nodes{0, 1, 0, 0}));
}

TEST(ProcessMapping, starts_again_where_it_is_too_short) {
  EXPECT_EQ(parse_process_mapping("(vector,(0,2,1))", 4).value(), (Nodes{0, 1, 0, 1}));
  EXPECT_EQ(parse_process_mapping("(vector,(0,1,2),(1,1,1))", 5).value(), (Nodes{0, 0, 1, 0, 0}));
}

TEST(ProcessMapping, refuses_garbage) {
  for (const char* text :
       {"", "(vector)", "(vector,)", "(vector,(0,1))", "(vector,(0,0,1))", "(vector,(0,1,0))", "(vector,(0,1,1)",
        "(vector,(0,1,1))x", "(vector,(a,1,1))", "(vector,(-1,1,1))", "(vector,(0,99999999999,1))", "unknown"}) {
    EXPECT_FALSE(parse_process_mapping(text, 4).has_value()) << text;
  }
}

TEST(ProcessMapping, does_not_run_away_with_huge_numbers) {
  EXPECT_EQ(parse_process_mapping("(vector,(0,4294967295,4294967295))", 3).value(), (Nodes{0, 0, 0}));
}

TEST(Ranks, are_sorted_and_checked) {
  EXPECT_EQ(parse_ranks("2,0,3", 4), (Nodes{0, 2, 3}));
  for (const char* text : {"", "4", "1,1", "1,", ",1", "1 2", "0-3", "-1"})
    EXPECT_TRUE(parse_ranks(text, 4).empty()) << text;
}

}  // namespace
}  // namespace baton::bootstrap
