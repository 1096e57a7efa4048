// SPDX-License-Identifier: BSD-3-Clause
// docs/tool_interface.md as the tool interface itself tells it: fails when the page differs. `document PAGE --write`
// writes it.
#include <cstring>
#include <fstream>
#include <sstream>
#include <vector>

#include "mpi/check.hpp"

namespace {

constexpr const char* head = R"(# The tool interface: what Baton shows and lets set

MPI_T (MPI 5.0, 15.3) works from `MPI_T_init_thread` on, before `MPI_Init` and after `MPI_Finalize` too. This page is made by
the test that compares it with the code (`tests/mpi/tool/document.cpp`; `mpi_tool_document docs/tool_interface.md --write`).

- **Control variables** are the `BATON_` parameters, which `baton-info --parameters` lists, too. A read gives what is in
  force, not what the environment says. `BATON_EAGER_BYTES`, `BATON_LOG` and `BATON_SPIN` can be written at any time; the
  others until MPI is initialised (then `MPI_T_ERR_CVAR_SET_NOT_NOW`). Scope *all* means that all processes must write the
  same. Words are `MPI_CHAR` strings, numbers `MPI_COUNT`, times `MPI_DOUBLE` in seconds.
- **Performance variables** cost nothing where nobody reads: they are counts that the library keeps anyway.
  Counters, timers and watermarks belong to a handle and run between its start and stop; levels, sizes and states are
  continuous and read-only. A variable of *communicator* is bound to one. What was counted outlives `MPI_Finalize`.
- **Events** are told under the engine's lock: a callback of level `MPI_T_CB_REQUIRE_MPI_RESTRICTED` (with
  `MPI_THREAD_MULTIPLE`: `_THREAD_SAFE`) runs at once. One of level `MPI_T_CB_REQUIRE_NONE` runs when the process next calls
  MPI; more than 256 that wait are dropped, and the dropped-handler told.
- **Threads**: a tool that asks for `MPI_THREAD_MULTIPLE` before `MPI_Init` gets it, and the engine then locks even if the
  program asks for less. Asked for later, it is given only if MPI runs with `MPI_THREAD_MULTIPLE`; else
  `MPI_THREAD_SERIALIZED`, where calls of MPI and of MPI_T must come one at a time.
)";

/// Two calls of a function that gives a text: its length, then the text.
template <class Ask>
std::string text_of(Ask&& ask) {
  int length = 0;
  ask(nullptr, &length);
  std::string text(static_cast<std::size_t>(length), ' ');
  ask(text.data(), &length);
  return text.c_str();
}

std::string type_name(MPI_Datatype type) {
  if (type == MPI_COUNT) return "MPI_COUNT";
  char name[MPI_MAX_OBJECT_NAME];
  int length = 0;
  MPI_Type_get_name(type, name, &length);
  return name;
}

std::string scope_name(int scope) {
  return scope == MPI_T_SCOPE_CONSTANT ? "constant" : scope == MPI_T_SCOPE_ALL_EQ ? "all" : "own";
}

std::string class_name(int variable_class) {
  switch (variable_class) {
    case MPI_T_PVAR_CLASS_STATE: return "state";
    case MPI_T_PVAR_CLASS_LEVEL: return "level";
    case MPI_T_PVAR_CLASS_SIZE: return "size";
    case MPI_T_PVAR_CLASS_HIGHWATERMARK: return "high watermark";
    case MPI_T_PVAR_CLASS_COUNTER: return "counter";
    case MPI_T_PVAR_CLASS_TIMER: return "timer";
    default: return "?";
  }
}

std::string items_of(MPI_T_enum enumeration) {
  int items = 0;
  if (enumeration == MPI_T_ENUM_NULL) return {};
  MPI_T_enum_get_info(enumeration, &items, nullptr, nullptr);
  std::string list;
  for (int item = 0; item < items; ++item) {
    list += (item == 0 ? "" : ", ") +
            text_of([&](char* name, int* length) { MPI_T_enum_get_item(enumeration, item, nullptr, name, length); });
  }
  return list;
}

void control_variables(std::ostream& out) {
  out << "\n## Control variables\n\n| name | type | scope | meaning |\n| --- | --- | --- | --- |\n";
  int count = 0;
  MPI_T_cvar_get_num(&count);
  for (int index = 0; index < count; ++index) {
    MPI_Datatype type = MPI_DATATYPE_NULL;
    int scope = 0;
    const auto info = [&](char* name, int* name_length, char* meaning, int* meaning_length) {
      MPI_T_cvar_get_info(index, name, name_length, nullptr, &type, nullptr, meaning, meaning_length, nullptr, &scope);
    };
    const std::string name = text_of([&](char* text, int* length) { info(text, length, nullptr, nullptr); });
    const std::string meaning = text_of([&](char* text, int* length) { info(nullptr, nullptr, text, length); });
    out << "| " << name << " | " << type_name(type) << " | " << scope_name(scope) << " | " << meaning << " |\n";
  }
}

void performance_variable(std::ostream& out, int index) {
  MPI_Datatype type = MPI_DATATYPE_NULL;
  MPI_T_enum enumeration = MPI_T_ENUM_NULL;
  int bind = 0;
  int variable_class = 0;
  const auto info = [&](char* name, int* name_length, char* meaning, int* meaning_length) {
    MPI_T_pvar_get_info(index, name, name_length, nullptr, &variable_class, &type, &enumeration, meaning,
                        meaning_length, &bind, nullptr, nullptr, nullptr);
  };
  const std::string name = text_of([&](char* text, int* length) { info(text, length, nullptr, nullptr); });
  std::string meaning = text_of([&](char* text, int* length) { info(nullptr, nullptr, text, length); });
  if (enumeration != MPI_T_ENUM_NULL) meaning += " (" + items_of(enumeration) + ")";
  out << "| " << name << " | " << class_name(variable_class) << " | " << type_name(type) << " | "
      << (bind == MPI_T_BIND_MPI_COMM ? "communicator" : "process") << " | " << meaning << " |\n";
}

/// They are many and alike: their names are enough.
void algorithms(std::ostream& out, int category, int variables, const std::string& meaning) {
  constexpr std::size_t width = 120;
  std::vector<int> members(static_cast<std::size_t>(variables));
  MPI_T_category_get_pvars(category, variables, members.data());
  out << "\nCategory `algorithms`: " << meaning << ". Counters of the process, MPI_UNSIGNED_LONG_LONG:\n\n";
  std::string line;
  for (const int index : members) {
    const std::string name = text_of([&](char* text, int* length) {
      MPI_T_pvar_get_info(index, text, length, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr,
                          nullptr, nullptr);
    });
    const std::string word = "`" + name + (index == members.back() ? "`." : "`,");
    if (line.size() + word.size() > width) {
      out << line << "\n";
      line.clear();
    }
    line += (line.empty() ? "" : " ") + word;
  }
  out << line << "\n";
}

void performance_variables(std::ostream& out) {
  out << "\n## Performance variables\n";
  int categories = 0;
  MPI_T_category_get_num(&categories);
  for (int category = 0; category < categories; ++category) {
    int variables = 0;
    const auto info = [&](char* name, int* name_length, char* meaning, int* meaning_length) {
      MPI_T_category_get_info(category, name, name_length, meaning, meaning_length, nullptr, &variables, nullptr);
    };
    const std::string name = text_of([&](char* text, int* length) { info(text, length, nullptr, nullptr); });
    const std::string meaning = text_of([&](char* text, int* length) { info(nullptr, nullptr, text, length); });
    if (variables == 0) continue;
    if (name == "algorithms") {
      algorithms(out, category, variables, meaning);
      continue;
    }
    out << "\nCategory `" << name << "`: " << meaning << ".\n\n"
        << "| name | class | type | of | meaning |\n| --- | --- | --- | --- | --- |\n";
    std::vector<int> members(static_cast<std::size_t>(variables));
    MPI_T_category_get_pvars(category, variables, members.data());
    for (const int index : members) performance_variable(out, index);
  }
}

void events(std::ostream& out) {
  out << "\n## Events\n\n| name | of | elements | meaning |\n| --- | --- | --- | --- |\n";
  int count = 0;
  MPI_T_event_get_num(&count);
  for (int index = 0; index < count; ++index) {
    MPI_T_enum elements = MPI_T_ENUM_NULL;
    int bind = 0;
    const auto info = [&](char* name, int* name_length, char* meaning, int* meaning_length) {
      MPI_T_event_get_info(index, name, name_length, nullptr, nullptr, nullptr, nullptr, &elements, nullptr, meaning,
                           meaning_length, &bind);
    };
    const std::string name = text_of([&](char* text, int* length) { info(text, length, nullptr, nullptr); });
    const std::string meaning = text_of([&](char* text, int* length) { info(nullptr, nullptr, text, length); });
    out << "| " << name << " | " << (bind == MPI_T_BIND_MPI_COMM ? "communicator" : "process") << " | "
        << items_of(elements) << " | " << meaning << " |\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  int provided = 0;
  MPI_Init(&argc, &argv);
  MPI_T_init_thread(MPI_THREAD_SINGLE, &provided);
  std::ostringstream page;
  page << head;
  control_variables(page);
  performance_variables(page);
  events(page);
  MPI_T_finalize();
  MPI_Finalize();
  if (argc < 2) return 2;
  if (argc > 2 && std::strcmp(argv[2], "--write") == 0) return std::ofstream(argv[1]) << page.str() ? 0 : 1;
  std::ostringstream written;
  written << std::ifstream(argv[1]).rdbuf();
  if (written.str() == page.str()) return 0;
  std::fprintf(stderr, "%s differs from what the tool interface says; write it: %s %s --write\n", argv[1], argv[0],
               argv[1]);
  return 1;
}
