// SPDX-License-Identifier: BSD-3-Clause
// MPI_Type_get_envelope and MPI_Type_get_contents give back what each constructor was called with.
#include <vector>

#include "mpi/check.hpp"

namespace {

struct Contents {
  int combiner = 0;
  std::vector<MPI_Count> integers, addresses, counts;
  std::vector<MPI_Datatype> types;
};

using Values = std::vector<MPI_Count>;

Contents read(MPI_Datatype type) {
  Contents out;
  MPI_Count ni = 0, na = 0, nc = 0, nd = 0;
  CHECK_EQ(MPI_Type_get_envelope_c(type, &ni, &na, &nc, &nd, &out.combiner), MPI_SUCCESS);
  std::vector<int> integers(static_cast<std::size_t>(ni));
  std::vector<MPI_Aint> addresses(static_cast<std::size_t>(na));
  out.counts.resize(static_cast<std::size_t>(nc));
  out.types.resize(static_cast<std::size_t>(nd));
  CHECK_EQ(MPI_Type_get_contents_c(type, ni, na, nc, nd, integers.data(), addresses.data(), out.counts.data(),
                                   out.types.data()),
           MPI_SUCCESS);
  out.integers.assign(integers.begin(), integers.end());
  out.addresses.assign(addresses.begin(), addresses.end());
  return out;
}

/// Reads and frees `type`; its only content type is `old`.
void expect(MPI_Datatype type, int combiner, const Values& integers, const Values& addresses, const Values& counts,
            MPI_Datatype old) {
  const Contents got = read(type);
  CHECK_EQ(got.combiner, combiner);
  CHECK(got.integers == integers);
  CHECK(got.addresses == addresses);
  CHECK(got.counts == counts);
  CHECK(got.types.size() == 1 && got.types[0] == old);
  MPI_Type_free(&type);
}

void narrow() {
  MPI_Datatype t;
  const int lengths[] = {1, 2}, places[] = {0, 4};
  const MPI_Aint bytes[] = {0, 16};
  MPI_Type_dup(MPI_INT, &t);
  expect(t, MPI_COMBINER_DUP, {}, {}, {}, MPI_INT);
  MPI_Type_contiguous(5, MPI_CHAR, &t);
  expect(t, MPI_COMBINER_CONTIGUOUS, {5}, {}, {}, MPI_CHAR);
  MPI_Type_vector(2, 3, 4, MPI_INT, &t);
  expect(t, MPI_COMBINER_VECTOR, {2, 3, 4}, {}, {}, MPI_INT);
  MPI_Type_create_hvector(2, 3, 4, MPI_INT, &t);
  expect(t, MPI_COMBINER_HVECTOR, {2, 3}, {4}, {}, MPI_INT);
  MPI_Type_indexed(2, lengths, places, MPI_INT, &t);
  expect(t, MPI_COMBINER_INDEXED, {2, 1, 2, 0, 4}, {}, {}, MPI_INT);
  MPI_Type_create_hindexed(2, lengths, bytes, MPI_INT, &t);
  expect(t, MPI_COMBINER_HINDEXED, {2, 1, 2}, {0, 16}, {}, MPI_INT);
  MPI_Type_create_indexed_block(2, 7, places, MPI_INT, &t);
  expect(t, MPI_COMBINER_INDEXED_BLOCK, {2, 7, 0, 4}, {}, {}, MPI_INT);
  MPI_Type_create_hindexed_block(2, 7, bytes, MPI_INT, &t);
  expect(t, MPI_COMBINER_HINDEXED_BLOCK, {2, 7}, {0, 16}, {}, MPI_INT);
  MPI_Type_create_resized(MPI_INT, -4, 12, &t);
  expect(t, MPI_COMBINER_RESIZED, {}, {-4, 12}, {}, MPI_INT);
  const int sizes[] = {4, 6}, subsizes[] = {2, 3}, starts[] = {1, 2};
  MPI_Type_create_subarray(2, sizes, subsizes, starts, MPI_ORDER_FORTRAN, MPI_INT, &t);
  expect(t, MPI_COMBINER_SUBARRAY, {2, 4, 6, 2, 3, 1, 2, MPI_ORDER_FORTRAN}, {}, {}, MPI_INT);
  const int how[] = {MPI_DISTRIBUTE_BLOCK, MPI_DISTRIBUTE_CYCLIC}, grid[] = {2, 3};
  const int arguments[] = {MPI_DISTRIBUTE_DFLT_DARG, 1};
  MPI_Type_create_darray(6, 4, 2, sizes, how, arguments, grid, MPI_ORDER_C, MPI_INT, &t);
  expect(t, MPI_COMBINER_DARRAY,
         {6, 4, 2, 4, 6, MPI_DISTRIBUTE_BLOCK, MPI_DISTRIBUTE_CYCLIC, MPI_DISTRIBUTE_DFLT_DARG, 1, 2, 3, MPI_ORDER_C},
         {}, {}, MPI_INT);
}

void large() {
  MPI_Datatype t;
  const MPI_Count lengths[] = {1, 2}, places[] = {0, 16};
  MPI_Type_contiguous_c(5, MPI_CHAR, &t);
  int ni, na, nd, combiner;
  MPI_Type_get_envelope(t, &ni, &na, &nd, &combiner);
  MPI_Datatype inner;
  int number;
  MPI_Aint address;
  CHECK_CLASS(MPI_Type_get_contents(t, 1, 1, 1, &number, &address, &inner), MPI_ERR_TYPE);
  expect(t, MPI_COMBINER_CONTIGUOUS, {}, {}, {5}, MPI_CHAR);
  MPI_Type_vector_c(2, 3, 4, MPI_INT, &t);
  expect(t, MPI_COMBINER_VECTOR, {}, {}, {2, 3, 4}, MPI_INT);
  MPI_Type_create_hvector_c(2, 3, 4, MPI_INT, &t);
  expect(t, MPI_COMBINER_HVECTOR, {}, {}, {2, 3, 4}, MPI_INT);
  MPI_Type_create_hindexed_c(2, lengths, places, MPI_INT, &t);
  expect(t, MPI_COMBINER_HINDEXED, {}, {}, {2, 1, 2, 0, 16}, MPI_INT);
  MPI_Type_create_resized_c(MPI_INT, -4, 12, &t);
  expect(t, MPI_COMBINER_RESIZED, {}, {}, {-4, 12}, MPI_INT);
  const MPI_Count sizes[] = {4}, subsizes[] = {2}, starts[] = {1};
  MPI_Type_create_subarray_c(1, sizes, subsizes, starts, MPI_ORDER_C, MPI_INT, &t);
  expect(t, MPI_COMBINER_SUBARRAY, {1, MPI_ORDER_C}, {}, {4, 2, 1}, MPI_INT);
}

void nested() {
  MPI_Datatype vector, type;
  MPI_Type_vector(2, 3, 4, MPI_INT, &vector);
  const int lengths[] = {1, 2};
  const MPI_Aint places[] = {0, 64};
  const MPI_Datatype types[] = {vector, MPI_DOUBLE};
  MPI_Type_create_struct(2, lengths, places, types, &type);
  MPI_Type_free(&vector);
  Contents got = read(type);
  CHECK_EQ(got.combiner, MPI_COMBINER_STRUCT);
  CHECK(got.integers == (Values{2, 1, 2}) && got.addresses == (Values{0, 64}));
  CHECK(got.types[1] == MPI_DOUBLE);
  MPI_Type_free(&type);
  // The content's handle lives on its own, and can be used.
  CHECK(read(got.types[0]).integers == (Values{2, 3, 4}));
  CHECK_EQ(MPI_Type_commit(&got.types[0]), MPI_SUCCESS);
  CHECK_EQ(MPI_Type_free(&got.types[0]), MPI_SUCCESS);
}

void others() {
  MPI_Count ni = 9, na = 9, nc = 9, nd = 9;
  int combiner = 0, number = 0;
  MPI_Aint address = 0;
  MPI_Datatype type = MPI_DATATYPE_NULL;
  MPI_Type_get_envelope_c(MPI_FLOAT_INT, &ni, &na, &nc, &nd, &combiner);
  CHECK(combiner == MPI_COMBINER_NAMED && ni == 0 && na == 0 && nc == 0 && nd == 0);
  CHECK_CLASS(MPI_Type_get_contents(MPI_INT, 1, 1, 1, &number, &address, &type), MPI_ERR_TYPE);
  MPI_Datatype real;
  MPI_Type_create_f90_real(6, 30, &real);
  const Contents got = read(real);
  CHECK_EQ(got.combiner, MPI_COMBINER_F90_REAL);
  CHECK(got.integers == (Values{6, 30}) && got.types.empty());
  MPI_Datatype pair;
  MPI_Type_contiguous(2, real, &pair);
  expect(pair, MPI_COMBINER_CONTIGUOUS, {2}, {}, {}, real);
  MPI_Type_vector(2, 3, 4, MPI_INT, &type);
  CHECK_CLASS(MPI_Type_get_contents(type, 2, 0, 1, &number, &address, &pair), MPI_ERR_ARG);
  MPI_Type_free(&type);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  MPI_Comm_set_errhandler(MPI_COMM_SELF, MPI_ERRORS_RETURN);
  narrow();
  large();
  nested();
  others();
  MPI_Finalize();
  return check::failures == 0 ? 0 : 1;
}
