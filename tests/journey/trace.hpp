// SPDX-License-Identifier: BSD-3-Clause
// Records which functions of the instrumented files are entered.
#pragma once

#include <string>

void start_trace();
/// Ends the trace and writes an address per line, relative to the executable's start. False when that fails.
bool write_trace(const std::string& path);
