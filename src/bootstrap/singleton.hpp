// SPDX-License-Identifier: BSD-3-Clause
// A job of one rank that nobody launched.
#pragma once

#include <memory>
#include <string>

#include "bootstrap/bootstrap.hpp"

namespace baton::bootstrap {

[[nodiscard]] std::unique_ptr<Bootstrap> make_singleton();

/// This machine's host name.
[[nodiscard]] std::string host_name();

/// Host name and boot id: equal on two ranks only if they run on the same host (containers share the boot id, cloned
/// machines the name).
[[nodiscard]] std::string host_identity();

}  // namespace baton::bootstrap
