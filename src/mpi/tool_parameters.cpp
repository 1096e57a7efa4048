// SPDX-License-Identifier: BSD-3-Clause
#include "mpi/tool_parameters.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "base/log.hpp"
#include "collectives/select.hpp"
#include "mpi.h"
#include "mpi/handles.hpp"
#include "mpi/process.hpp"

namespace baton::mpi::tool {
namespace {

/// By place in the table; empty until MPI starts.
std::vector<std::string>& noted() noexcept {
  static Immortal<std::vector<std::string>> texts;
  return *texts;
}

std::size_t place_of(const Parameter& parameter) noexcept {
  return static_cast<std::size_t>(&parameter - parameters().data());
}

const char* level_name(log::Level level) noexcept {
  switch (level) {
    case log::Level::error: return "error";
    case log::Level::warn: return "warn";
    case log::Level::info: return "info";
    case log::Level::debug: return "debug";
  }
  return "";
}

/// A parameter that can change while MPI runs.
struct Live {
  std::string_view name;
  std::string (*read)(runtime::Runtime* runtime);  // "": ask the environment
  bool (*write)(const std::string& text, std::int64_t whole, runtime::Runtime* runtime);
};

constexpr Live live[] = {
    {"EAGER_BYTES",
     [](runtime::Runtime* runtime) {
       return runtime == nullptr ? std::string() : std::to_string(runtime->engine().options().eager_bytes);
     },
     [](const std::string&, std::int64_t whole, runtime::Runtime* runtime) {
       if (runtime != nullptr) runtime->engine().set_eager_bytes(whole);
       return true;
     }},
    {"LOG", [](runtime::Runtime*) { return std::string(level_name(log::level())); },
     [](const std::string& text, std::int64_t, runtime::Runtime*) {
       const auto level = log::level_of(text);
       if (level) log::set_level(*level);
       return level.has_value();
     }},
    {"SPIN",
     [](runtime::Runtime* runtime) {
       return runtime == nullptr ? std::string() : std::to_string(runtime->engine().options().spin_turns);
     },
     [](const std::string&, std::int64_t whole, runtime::Runtime* runtime) {
       if (whole > 1'000'000'000) return false;
       if (runtime != nullptr) runtime->engine().set_spin_turns(static_cast<std::uint32_t>(whole));
       return true;
     }},
};

const Live* live_of(const Parameter& parameter) noexcept {
  const auto* found =
      std::find_if(std::begin(live), std::end(live), [&](const Live& l) { return l.name == parameter.name; });
  return found == std::end(live) ? nullptr : found;
}

std::string variable_of(const Parameter& parameter) { return std::string("BATON_") + parameter.name; }

}  // namespace

void note_parameters() {
  noted().resize(parameters().size());
  for (const Parameter& parameter : parameters()) noted()[place_of(parameter)] = parameter_text(parameter.name);
}

std::string used_text(const Parameter& parameter, runtime::Runtime* runtime) {
  if (const Live* found = live_of(parameter)) {
    std::string text = found->read(runtime);
    if (!text.empty()) return text;
  }
  std::string text = noted().empty() ? parameter_text(parameter.name) : noted()[place_of(parameter)];
  return parse_parameter(parameter, text) ? text : parameter.fallback;
}

int use_text(const Parameter& parameter, const std::string& text, runtime::Runtime* runtime) {
  const Live* found = live_of(parameter);
  if (found == nullptr && phase() != Phase::before_init) return MPI_T_ERR_CVAR_SET_NOT_NOW;
  const auto value = parse_parameter(parameter, text);
  if (!value) return MPI_T_ERR_INVALID;
  if (found != nullptr && !found->write(text, value.value().whole, runtime)) return MPI_T_ERR_INVALID;
  const std::string variable = variable_of(parameter);
  const char* before = std::getenv(variable.c_str());
  const std::string old = before == nullptr ? "" : before;
  ::setenv(variable.c_str(), text.c_str(), 1);
  if (parameter.topic == ParameterTopic::collectives && !collectives::Tuning::from_parameters()) {
    if (before == nullptr) {
      ::unsetenv(variable.c_str());
    } else {
      ::setenv(variable.c_str(), old.c_str(), 1);
    }
    return MPI_T_ERR_INVALID;
  }
  if (!noted().empty()) noted()[place_of(parameter)] = text;
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::tool
