// SPDX-License-Identifier: BSD-3-Clause
// The one place that knows every launcher.
#include "bootstrap/bootstrap.hpp"
#include "bootstrap/launcher.hpp"
#include "bootstrap/pmi1.hpp"
#include "bootstrap/pmix.hpp"
#include "bootstrap/singleton.hpp"

namespace baton::bootstrap {

Result<std::unique_ptr<Bootstrap>> connect() {
  const Environment environment = process_environment();
  const Result<Launcher> launcher = detect(environment);
  if (!launcher) return launcher.error();
  switch (*launcher) {
    case Launcher::pmix: return connect_pmix(environment);
    case Launcher::pmi_fd:
    case Launcher::pmi_port: {
      auto wire = *launcher == Launcher::pmi_fd ? open_pmi_fd(environment) : open_pmi_port(environment);
      if (!wire) return wire.error();
      return connect_pmi1(*std::move(wire), environment);
    }
    case Launcher::singleton: break;
  }
  return make_singleton();
}

}  // namespace baton::bootstrap
