// SPDX-License-Identifier: BSD-3-Clause
#include "bootstrap/pmix_library.hpp"

#include <dlfcn.h>

#include <vector>

#include "base/text.hpp"

namespace baton::bootstrap {
namespace {

template <class Function>
[[nodiscard]] bool find(void* library, const char* name, Function& function) {
  function = reinterpret_cast<Function>(::dlsym(library, name));
  return function != nullptr;
}

}  // namespace

Result<PmixLibrary> load_pmix_library(const Environment& environment) {
  std::vector<std::string> paths;
  if (const std::string wanted = environment.text("BATON_PMIX_LIBRARY"); !wanted.empty()) {
    paths = {wanted};
  } else {
    paths = {"libpmix.so.2", "/usr/lib64/libpmix.so.2", "/usr/lib/x86_64-linux-gnu/pmix2/lib/libpmix.so.2"};
  }
  void* library = nullptr;
  std::string tried;
  for (const std::string& path : paths) {
    library = ::dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL);
    if (library != nullptr) break;
    if (!tried.empty()) tried += ", ";
    tried += path;
  }
  if (library == nullptr) {
    return make_error(Code::not_found,
                      "install libpmix2 or set BATON_PMIX_LIBRARY=/path/to/libpmix.so.2: a PMIx launcher started this "
                      "process, but its client "
                      "library cannot be loaded from {}",
                      tried);
  }
  PmixLibrary table;
  const bool complete = find(library, "PMIx_Init", table.init) && find(library, "PMIx_Finalize", table.finalize) &&
                        find(library, "PMIx_Put", table.put) && find(library, "PMIx_Commit", table.commit) &&
                        find(library, "PMIx_Get_nb", table.get_nb) && find(library, "PMIx_Fence", table.fence) &&
                        find(library, "PMIx_Abort", table.abort) &&
                        find(library, "PMIx_Error_string", table.error_string);
  if (complete) return table;
  return make_error(
      Code::not_found,
      "set BATON_PMIX_LIBRARY to a libpmix.so.2 of version 3 or later: this one lacks functions; tried {}",
      paths.back());
}

}  // namespace baton::bootstrap
