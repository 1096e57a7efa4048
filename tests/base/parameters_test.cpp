// SPDX-License-Identifier: BSD-3-Clause
// The table of parameters and the parsing of their values.
#include "base/parameters.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <string>

namespace baton {
namespace {

/// Sets a variable of the environment for the life of this object.
class Variable {
 public:
  Variable(std::string name, const char* value) : name_(std::move(name)) { ::setenv(name_.c_str(), value, 1); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() { ::unsetenv(name_.c_str()); }

 private:
  std::string name_;
};

TEST(Parameters, every_fallback_can_be_read_as_its_kind) {
  for (const Parameter& parameter : parameters()) {
    switch (parameter.kind) {
      case ParameterKind::flag: EXPECT_TRUE(parameter_flag(parameter.name).has_value()) << parameter.name; break;
      case ParameterKind::count: EXPECT_TRUE(parameter_count(parameter.name).has_value()) << parameter.name; break;
      case ParameterKind::bytes: EXPECT_TRUE(parameter_bytes(parameter.name).has_value()) << parameter.name; break;
      case ParameterKind::seconds: EXPECT_TRUE(parameter_seconds(parameter.name).has_value()) << parameter.name; break;
      case ParameterKind::word: EXPECT_EQ(parameter_text(parameter.name), parameter.fallback); break;
    }
    EXPECT_GT(std::string_view(parameter.help).size(), 10U) << parameter.name;
  }
}

TEST(Parameters, the_environment_wins_over_the_fallback) {
  const Variable variable("BATON_TRANSPORT", "tcp");
  EXPECT_EQ(parameter_text("TRANSPORT"), "tcp");
}

TEST(Parameters, sizes_take_binary_units) {
  const std::pair<const char*, std::int64_t> cases[] = {{"0", 0},       {"17", 17},           {"64K", 65536},
                                                        {"64k", 65536}, {"4MiB", 4194304},    {"1G", 1073741824},
                                                        {"12B", 12},    {"2T", 2199023255552}};
  for (const auto& [text, expected] : cases) {
    const Variable variable("BATON_EAGER_BYTES", text);
    const auto value = parameter_bytes("EAGER_BYTES");
    ASSERT_TRUE(value.has_value()) << text;
    EXPECT_EQ(*value, expected) << text;
  }
}

TEST(Parameters, bad_sizes_are_refused_with_the_value_and_the_remedy) {
  for (const char* text : {"", "-1", "12Q", "1.5K", "K", "64K ", "9223372036854775807K", "64KX"}) {
    const Variable variable("BATON_EAGER_BYTES", text);
    const auto value = parameter_bytes("EAGER_BYTES");
    ASSERT_FALSE(value.has_value()) << text;
    EXPECT_EQ(value.error().code, Code::invalid_argument);
    const std::string sentence = value.error().what;
    EXPECT_NE(sentence.find("BATON_EAGER_BYTES='" + std::string(text) + "'"), std::string::npos) << sentence;
    EXPECT_NE(sentence.find("64K"), std::string::npos) << sentence;
  }
}

TEST(Parameters, counts_are_whole_numbers_from_zero) {
  {
    const Variable variable("BATON_SPIN", "12");
    EXPECT_EQ(parameter_count("SPIN").value(), 12);
  }
  for (const char* text : {"-3", "x", "1.5", "7x", ""}) {
    const Variable variable("BATON_SPIN", text);
    EXPECT_FALSE(parameter_count("SPIN").has_value()) << text;
  }
}

TEST(Parameters, seconds_may_have_a_fraction_and_are_finite) {
  {
    const Variable variable("BATON_CONNECT_TIMEOUT", "0.5");
    EXPECT_DOUBLE_EQ(parameter_seconds("CONNECT_TIMEOUT").value(), 0.5);
  }
  for (const char* text : {"-1", "nan", "inf", "5 minutes", ""}) {
    const Variable variable("BATON_CONNECT_TIMEOUT", text);
    EXPECT_FALSE(parameter_seconds("CONNECT_TIMEOUT").has_value()) << text;
  }
}

TEST(Parameters, a_misspelt_variable_is_found_with_the_nearest_name) {
  EXPECT_EQ(unknown_parameter(), std::nullopt);
  const Variable wrapper("BATON_CC", "gcc");
  const Variable right("BATON_LOG", "warn");
  EXPECT_EQ(unknown_parameter(), std::nullopt);
  const Variable wrong("BATON_TRANSPROT", "tcp");
  const auto sentence = unknown_parameter();
  ASSERT_TRUE(sentence.has_value());
  EXPECT_EQ(*sentence, "BATON_TRANSPROT is not known; did you mean BATON_TRANSPORT?");
}

TEST(Parameters, a_word_that_is_none_of_the_choices_is_told_with_all_of_them) {
  EXPECT_TRUE(unknown_words().empty());
  const Variable log("BATON_LOG", "loud");
  const Variable scan("BATON_SCAN", "chains");  // which ends the start
  const Variable free_text("BATON_TCP_INTERFACES", "loud");
  const auto sentences = unknown_words();
  ASSERT_EQ(sentences.size(), 1U);
  EXPECT_EQ(sentences[0], "BATON_LOG='loud' is not known: write error, warn, info or debug; as it is, warn holds");
}

TEST(Parameters, every_fallback_is_a_choice) {
  for (const Parameter& parameter : parameters()) {
    EXPECT_TRUE(parse_parameter(parameter, parameter.fallback).has_value()) << parameter.name;
  }
}

TEST(Parameters, a_text_is_parsed_by_the_kind_of_its_row) {
  const auto row = [](std::string_view name) {
    return *std::find_if(parameters().begin(), parameters().end(), [&](const Parameter& p) { return name == p.name; });
  };
  EXPECT_EQ(parse_parameter(row("EAGER_BYTES"), "64K").value().whole, 65536);
  EXPECT_EQ(parse_parameter(row("SPIN"), "7").value().whole, 7);
  EXPECT_DOUBLE_EQ(parse_parameter(row("CONNECT_TIMEOUT"), "0.5").value().seconds, 0.5);
  EXPECT_TRUE(parse_parameter(row("LOG"), "debug").has_value());
  EXPECT_FALSE(parse_parameter(row("LOG"), "debu").has_value());
  EXPECT_FALSE(parse_parameter(row("LOG"), "").has_value());
  EXPECT_TRUE(parse_parameter(row("TCP_INTERFACES"), "anything").has_value());
  EXPECT_FALSE(parse_parameter(row("SPIN"), "64K").has_value());
  EXPECT_FALSE(parse_parameter(row("CONNECT_TIMEOUT"), "").has_value());
}

TEST(ParametersDeathTest, asking_for_a_name_that_is_not_in_the_table_is_our_bug) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_DEATH((void)parameter_text("NO_SUCH_ROW"), "not in the table");
}

}  // namespace
}  // namespace baton
