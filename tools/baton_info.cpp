// SPDX-License-Identifier: BSD-3-Clause
// baton-info: which Baton this is, what can be set, what it sees of the machine and of the launcher. Reads only.
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/parameters.hpp"

namespace {

const char* kind_name(baton::ParameterKind kind) {
  switch (kind) {
    case baton::ParameterKind::flag: return "flag";
    case baton::ParameterKind::count: return "count";
    case baton::ParameterKind::bytes: return "bytes";
    case baton::ParameterKind::seconds: return "seconds";
    case baton::ParameterKind::word: return "word";
  }
  return "";
}

/// The value of one parameter cannot be read as its kind: the sentence that a program would get; else "".
std::string complaint(const baton::Parameter& parameter) {
  baton::Error error;
  switch (parameter.kind) {
    case baton::ParameterKind::flag: error = baton::parameter_flag(parameter.name).error(); break;
    case baton::ParameterKind::count: error = baton::parameter_count(parameter.name).error(); break;
    case baton::ParameterKind::bytes: error = baton::parameter_bytes(parameter.name).error(); break;
    case baton::ParameterKind::seconds: error = baton::parameter_seconds(parameter.name).error(); break;
    case baton::ParameterKind::word: break;
  }
  return error.ok() ? "" : error.what;
}

void print_version() { fmt::print("Baton {}: MPI 5.0, standard ABI (libmpi_abi.so.1)\n", BATON_VERSION); }

/// Returns false when a variable holds what a program would refuse.
bool print_parameters() {
  bool good = true;
  fmt::print("Parameters (environment variables; * is set):\n");
  for (const baton::Parameter& parameter : baton::parameters()) {
    const std::string variable = std::string("BATON_") + parameter.name;
    const bool set = std::getenv(variable.c_str()) != nullptr;
    const std::string value = baton::parameter_text(parameter.name);
    fmt::print("{} {} = {}  ({})\n      {}\n", set ? '*' : ' ', variable, value.empty() ? "''" : value,
               kind_name(parameter.kind), parameter.help);
    if (const std::string sentence = complaint(parameter); !sentence.empty()) {
      fmt::print("      ERROR: {}\n", sentence);
      good = false;
    }
  }
  if (const auto sentence = baton::unknown_parameter()) {
    fmt::print("  ERROR: {}\n", *sentence);
    good = false;
  }
  return good;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("What this Baton is, what can be set, and what it sees. Without options: everything.");
  bool version = false;
  bool parameters = false;
  app.add_flag("--version", version, "the version");
  app.add_flag("--parameters", parameters, "every BATON_ variable with its value, kind and meaning");
  CLI11_PARSE(app, argc, argv);

  const bool all = !version && !parameters;
  bool good = true;
  if (version || all) print_version();
  if (parameters || all) good = print_parameters() && good;
  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
