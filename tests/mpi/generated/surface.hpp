// SPDX-License-Identifier: BSD-3-Clause
// The table that surface.cpp fills. Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#pragma once

namespace baton::mpi::test {

using Address = void (*)();
struct EntryPoint {
  const char* name;
  Address mpi;
  Address pmpi;
};
extern const EntryPoint entry_points[];
extern const unsigned long entry_point_count;

}  // namespace baton::mpi::test
