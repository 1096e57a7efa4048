// SPDX-License-Identifier: BSD-3-Clause
// The `_c` form of a call does what its narrow form does: parts of the program `twins`, by chapter.
#pragma once

namespace twins {

void messages();     // twins.cpp
void buffers();      // twins.cpp
void datatypes();    // twins.cpp
void collectives();  // twins_collective.cpp

}  // namespace twins
