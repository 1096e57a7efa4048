// SPDX-License-Identifier: BSD-3-Clause
// Wrong calls as a table: what each must answer, and words that its sentence must hold.
#pragma once

#include <mpi.h>

#include <cstdint>
#include <string>
#include <vector>

namespace table {

struct Row {
  const char* call;      // the sentence begins with its name
  int error_class;       // what it answers
  const char* argument;  // named in the sentence
  const char* value;     // and so is this; "" where there is none to name
  int (*make)();
};

/// Handles that are wrong in each way.
struct Handles {
  MPI_Comm freed_comm;
  MPI_Group freed_group;
  MPI_Datatype freed_type, raw_type;  // raw: not committed
  MPI_Op freed_op;
  MPI_Info freed_info, info;
  MPI_Errhandler freed_errhandler;
  MPI_Request freed_request;
  int freed_keyval, type_keyval;
  MPI_Comm cart, inter;  // inter: MPI_COMM_NULL in a world of one
};
extern Handles handles;
extern int size;

template <class Handle>
Handle garbage() {
  return reinterpret_cast<Handle>(std::uintptr_t{0x0123456789abcdefU});
}

const std::vector<Row>& point_to_point();
const std::vector<Row>& collective();
const std::vector<Row>& objects();

}  // namespace table
