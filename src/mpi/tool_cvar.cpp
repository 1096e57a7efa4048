// SPDX-License-Identifier: BSD-3-Clause
// Control variables (MPI 5.0, 15.3.6): the BATON_ parameters under their names, in the order of their table, and what
// was decided when the library was built. None is bound to an object. Numbers are MPI_COUNT, times MPI_DOUBLE, words
// MPI_CHAR. Not here: what values are in force (tool_parameters.cpp).
#include <cstring>

#include "mpi/checks.hpp"
#include "mpi/generated/api_tool.hpp"
#include "mpi/handles.hpp"
#include "mpi/instance.hpp"
#include "mpi/tool.hpp"
#include "mpi/tool_parameters.hpp"

namespace baton::mpi::tool {
namespace {

constexpr std::string_view prefix = "BATON_";
constexpr int longest_word = 4096;  // with its NUL; as long as a path

/// What the build fixed: after the parameters in the list.
constexpr const char* checks_name = "argument_checks";
constexpr const char* checks_help = "1: the arguments of MPI calls are checked; chosen when the library was built";

/// A handle means a variable and nothing more.
struct ControlHandle {
  int index;
};

constinit Immortal<HandleTable<MPI_T_cvar_handle, ControlHandle>> handles;

/// nullptr: the variable of the build.
const Parameter* parameter_at(int index) noexcept {
  const auto place = static_cast<std::size_t>(index);
  return place < parameters().size() ? &parameters()[place] : nullptr;
}

bool is_index(int index) noexcept { return index >= 0 && index < cvar_count(); }

std::string name_of(int index) {
  const Parameter* parameter = parameter_at(index);
  return parameter == nullptr ? checks_name : std::string(prefix) + parameter->name;
}

MPI_Datatype datatype_of(const Parameter* parameter) noexcept {
  if (parameter == nullptr) return MPI_INT;
  switch (parameter->kind) {
    case ParameterKind::seconds: return MPI_DOUBLE;
    case ParameterKind::word: return MPI_CHAR;
    default: return MPI_COUNT;
  }
}

int verbosity_of(const Parameter* parameter) noexcept {
  if (parameter == nullptr) return MPI_T_VERBOSITY_USER_DETAIL;
  switch (parameter->audience) {
    case ParameterAudience::user: return MPI_T_VERBOSITY_USER_BASIC;
    case ParameterAudience::tuner: return MPI_T_VERBOSITY_TUNER_BASIC;
    case ParameterAudience::developer: break;
  }
  return MPI_T_VERBOSITY_MPIDEV_BASIC;
}

int scope_of(const Parameter* parameter) noexcept {
  if (parameter == nullptr) return MPI_T_SCOPE_CONSTANT;
  return parameter->scope == ParameterScope::all ? MPI_T_SCOPE_ALL_EQ : MPI_T_SCOPE_LOCAL;
}

void read(const Parameter& parameter, void* buffer, runtime::Runtime* runtime) {
  const std::string text = used_text(parameter, runtime);
  const auto value = parse_parameter(parameter, text);
  if (parameter.kind == ParameterKind::word) {
    auto* const characters = static_cast<char*>(buffer);
    characters[text.copy(characters, longest_word - 1)] = '\0';
  } else if (parameter.kind == ParameterKind::seconds) {
    std::memcpy(buffer, &value.value().seconds, sizeof(double));
  } else {
    const MPI_Count whole = value.value().whole;
    std::memcpy(buffer, &whole, sizeof whole);
  }
}

/// The text of the value in a user's buffer.
std::string text_in(const Parameter& parameter, const void* buffer) {
  if (parameter.kind == ParameterKind::word) {
    const auto* const characters = static_cast<const char*>(buffer);
    return {characters, ::strnlen(characters, longest_word)};
  }
  if (parameter.kind == ParameterKind::seconds) {
    double seconds = 0;
    std::memcpy(&seconds, buffer, sizeof seconds);
    return fmt::format("{}", seconds);
  }
  MPI_Count whole = 0;
  std::memcpy(&whole, buffer, sizeof whole);
  return std::to_string(whole);
}

}  // namespace

int cvar_count() noexcept { return static_cast<int>(parameters().size()) + 1; }

Category cvar_category(int index) noexcept {
  const Parameter* parameter = parameter_at(index);
  if (parameter == nullptr) return Category::diagnosis;
  switch (parameter->topic) {
    case ParameterTopic::point_to_point: return Category::point_to_point;
    case ParameterTopic::collectives: return Category::collectives;
    case ParameterTopic::transports: return Category::transports;
    case ParameterTopic::startup: return Category::startup;
    case ParameterTopic::diagnosis: break;
  }
  return Category::diagnosis;
}

void free_control_handles() {
  handles->for_each([](MPI_T_cvar_handle handle, ControlHandle&) { delete handles->erase(handle); });
}

}  // namespace baton::mpi::tool

namespace baton::mpi::api {

using namespace tool;

int t_cvar_get_num(int* num_cvar) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (num_cvar == nullptr) return MPI_T_ERR_INVALID;
  *num_cvar = cvar_count();
  return MPI_SUCCESS;
}

int t_cvar_get_info(int cvar_index, char* name, int* name_len, int* verbosity, MPI_Datatype* datatype,
                    MPI_T_enum* enumtype, char* desc, int* desc_len, int* bind, int* scope) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (!is_index(cvar_index)) return MPI_T_ERR_INVALID_INDEX;
  const Parameter* parameter = parameter_at(cvar_index);
  give_text(name_of(cvar_index), name, name_len);
  give(verbosity, verbosity_of(parameter));
  give(datatype, datatype_of(parameter));
  give(enumtype, MPI_T_ENUM_NULL);
  give_text(parameter == nullptr ? checks_help : parameter->help, desc, desc_len);
  give(bind, MPI_T_BIND_NO_OBJECT);
  give(scope, scope_of(parameter));
  return MPI_SUCCESS;
}

int t_cvar_get_index(const char* name, int* cvar_index) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (name == nullptr || cvar_index == nullptr) return MPI_T_ERR_INVALID;
  for (int index = 0; index < cvar_count(); ++index) {
    if (name_of(index) != name) continue;
    *cvar_index = index;
    return MPI_SUCCESS;
  }
  return MPI_T_ERR_INVALID_NAME;
}

int t_cvar_handle_alloc(int cvar_index, void* /*obj_handle*/, MPI_T_cvar_handle* handle, int* count) {
  if (in_callback()) return MPI_T_ERR_NOT_ACCESSIBLE;
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (!is_index(cvar_index)) return MPI_T_ERR_INVALID_INDEX;
  if (handle == nullptr || count == nullptr) return MPI_T_ERR_INVALID;
  *handle = handles->insert(new ControlHandle{cvar_index});
  *count = datatype_of(parameter_at(cvar_index)) == MPI_CHAR ? longest_word : 1;
  return MPI_SUCCESS;
}

int t_cvar_handle_free(MPI_T_cvar_handle* handle) {
  if (in_callback()) return MPI_T_ERR_NOT_ACCESSIBLE;
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  const ControlHandle* freed = handle == nullptr ? nullptr : handles->erase(*handle);
  if (freed == nullptr) return MPI_T_ERR_INVALID_HANDLE;
  delete freed;
  *handle = MPI_T_CVAR_HANDLE_NULL;
  return MPI_SUCCESS;
}

int t_cvar_read(MPI_T_cvar_handle handle, void* buf) {
  const EngineAccess access;
  if (access.code() != MPI_SUCCESS) return access.code();
  const ControlHandle* variable = handles->lookup(handle);
  if (variable == nullptr) return MPI_T_ERR_INVALID_HANDLE;
  if (buf == nullptr) return MPI_T_ERR_INVALID;
  if (const Parameter* parameter = parameter_at(variable->index)) {
    read(*parameter, buf, access.runtime());
  } else {
    const int enabled = checks_enabled ? 1 : 0;
    std::memcpy(buf, &enabled, sizeof enabled);
  }
  return MPI_SUCCESS;
}

int t_cvar_write(MPI_T_cvar_handle handle, const void* buf) {
  if (in_callback()) return MPI_T_ERR_NOT_ACCESSIBLE;
  const std::lock_guard starting(instance().mutex);  // MPI reads the environment while it starts
  const EngineAccess access;
  if (access.code() != MPI_SUCCESS) return access.code();
  const ControlHandle* variable = handles->lookup(handle);
  if (variable == nullptr) return MPI_T_ERR_INVALID_HANDLE;
  if (buf == nullptr) return MPI_T_ERR_INVALID;
  const Parameter* parameter = parameter_at(variable->index);
  if (parameter == nullptr) return MPI_T_ERR_CVAR_SET_NEVER;
  return use_text(*parameter, text_in(*parameter, buf), access.runtime());
}

}  // namespace baton::mpi::api
