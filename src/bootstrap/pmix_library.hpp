// SPDX-License-Identifier: BSD-3-Clause
// libpmix, loaded at run time: a build with Baton needs no PMIx on the machine that runs it under another launcher.
// pmix.h gives types and declarations only; nothing of it may be linked, its macros that call functions included.
#pragma once

#include <pmix.h>

#include "base/result.hpp"
#include "bootstrap/launcher.hpp"

namespace baton::bootstrap {

/// The functions we use. Stays loaded for the life of the process: the client has a thread of its own.
struct PmixLibrary {
  decltype(&PMIx_Init) init = nullptr;
  decltype(&PMIx_Finalize) finalize = nullptr;
  decltype(&PMIx_Put) put = nullptr;
  decltype(&PMIx_Commit) commit = nullptr;
  decltype(&PMIx_Get_nb) get_nb = nullptr;
  decltype(&PMIx_Fence) fence = nullptr;
  decltype(&PMIx_Abort) abort = nullptr;
  decltype(&PMIx_Error_string) error_string = nullptr;
};

/// From BATON_PMIX_LIBRARY if that is set, else libpmix.so.2 from where the loader looks and from where distributions
/// hide it.
[[nodiscard]] Result<PmixLibrary> load_pmix_library(const Environment& environment);

}  // namespace baton::bootstrap
