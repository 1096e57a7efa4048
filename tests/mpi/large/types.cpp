// SPDX-License-Identifier: BSD-3-Clause
// What does not fit in an int is MPI_UNDEFINED there and right in the wide forms. No memory is touched.
#include "mpi/large/memory.hpp"

namespace {

constexpr MPI_Count many = 3 * large::gib;

void sizes() {
  MPI_Datatype type = MPI_DATATYPE_NULL;
  CHECK_EQ(MPI_Type_contiguous_c(many, MPI_SHORT, &type), MPI_SUCCESS);
  int narrow = 0;
  MPI_Count wide = 0, lb = -1, extent = -1;
  MPI_Aint lb_aint = -1, extent_aint = -1;
  CHECK_EQ(MPI_Type_size(type, &narrow), MPI_SUCCESS);
  CHECK_EQ(narrow, MPI_UNDEFINED);
  CHECK_EQ(MPI_Type_size_x(type, &wide), MPI_SUCCESS);
  CHECK_EQ(wide, 2 * many);
  CHECK_EQ(MPI_Type_size_c(type, &wide), MPI_SUCCESS);
  CHECK_EQ(wide, 2 * many);
  CHECK_EQ(MPI_Type_get_extent(type, &lb_aint, &extent_aint), MPI_SUCCESS);
  CHECK_EQ(extent_aint, 2 * many);
  CHECK_EQ(MPI_Type_get_extent_x(type, &lb, &extent), MPI_SUCCESS);
  CHECK_EQ(extent, 2 * many);
  CHECK_EQ(MPI_Type_get_true_extent_x(type, &lb, &extent), MPI_SUCCESS);
  CHECK_EQ(extent, 2 * many);
  CHECK_EQ(MPI_Pack_size(1, type, MPI_COMM_SELF, &narrow), MPI_SUCCESS);
  CHECK_EQ(narrow, MPI_UNDEFINED);
  CHECK_EQ(MPI_Pack_size_c(1, type, MPI_COMM_SELF, &wide), MPI_SUCCESS);
  CHECK_EQ(wide, 2 * many);
  CHECK_EQ(MPI_Pack_external_size_c("external32", 2, type, &wide), MPI_SUCCESS);
  CHECK_EQ(wide, 4 * many);
  MPI_Count integers = -1, addresses = -1, counts = -1, types = -1;
  int combiner = -1;
  CHECK_EQ(MPI_Type_get_envelope_c(type, &integers, &addresses, &counts, &types, &combiner), MPI_SUCCESS);
  CHECK_EQ(combiner, MPI_COMBINER_CONTIGUOUS);
  CHECK_EQ(counts, 1);
  MPI_Count count = -1;
  MPI_Datatype old = MPI_DATATYPE_NULL;
  CHECK_EQ(MPI_Type_get_contents_c(type, 0, 0, 1, 1, nullptr, nullptr, &count, &old), MPI_SUCCESS);
  CHECK_EQ(count, many);
  CHECK(old == MPI_SHORT);
  CHECK_EQ(MPI_Type_free(&type), MPI_SUCCESS);
}

void statuses() {
  MPI_Status status;
  std::memset(&status, 0, sizeof status);
  int narrow = 0;
  MPI_Count wide = -1;
  CHECK_EQ(MPI_Status_set_elements_c(&status, MPI_SHORT, many), MPI_SUCCESS);
  CHECK_EQ(MPI_Get_count(&status, MPI_SHORT, &narrow), MPI_SUCCESS);
  CHECK_EQ(narrow, MPI_UNDEFINED);
  CHECK_EQ(MPI_Get_elements(&status, MPI_SHORT, &narrow), MPI_SUCCESS);
  CHECK_EQ(narrow, MPI_UNDEFINED);
  CHECK_EQ(MPI_Get_count_c(&status, MPI_SHORT, &wide), MPI_SUCCESS);
  CHECK_EQ(wide, many);
  CHECK_EQ(MPI_Get_elements_c(&status, MPI_SHORT, &wide), MPI_SUCCESS);
  CHECK_EQ(wide, many);
  CHECK_EQ(MPI_Get_elements_x(&status, MPI_SHORT, &wide), MPI_SUCCESS);
  CHECK_EQ(wide, many);
  CHECK_EQ(MPI_Status_set_elements_x(&status, MPI_DOUBLE, many + 1), MPI_SUCCESS);
  CHECK_EQ(MPI_Get_elements_x(&status, MPI_DOUBLE, &wide), MPI_SUCCESS);
  CHECK_EQ(wide, many + 1);
  CHECK_EQ(MPI_Get_count(&status, MPI_DOUBLE, &narrow), MPI_SUCCESS);
  CHECK_EQ(narrow, MPI_UNDEFINED);
}

/// Products that fit in no 64 bits are an error, not a small type.
void overflow() {
  MPI_Datatype type = MPI_DATATYPE_NULL, more = MPI_DATATYPE_NULL;
  CHECK_EQ(MPI_Type_contiguous_c(MPI_Count{1} << 40, MPI_DOUBLE, &type), MPI_SUCCESS);
  CHECK_CLASS(MPI_Type_contiguous_c(MPI_Count{1} << 40, type, &more), MPI_ERR_ARG);
  CHECK_CLASS(MPI_Type_create_hvector_c(3, 1, MPI_Count{1} << 62, MPI_INT, &more), MPI_ERR_ARG);
  const MPI_Count one[] = {1}, place[] = {(MPI_Count{1} << 62) + ((MPI_Count{1} << 62) - 2)};
  CHECK_CLASS(MPI_Type_create_hindexed_c(1, one, place, MPI_DOUBLE, &more), MPI_ERR_ARG);
  CHECK_EQ(MPI_Type_free(&type), MPI_SUCCESS);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  MPI_Comm_set_errhandler(MPI_COMM_SELF, MPI_ERRORS_RETURN);
  sizes();
  statuses();
  overflow();
  return check::finish();
}
