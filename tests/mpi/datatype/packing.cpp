// SPDX-License-Identifier: BSD-3-Clause
// MPI_Pack and its kin through the C API, element counts of statuses, absolute addresses.
#include <cstring>

#include "mpi/check.hpp"

namespace {

void pack_and_back() {
  const int data[] = {1, 2, 3, 4, 5, 6};
  int back[6] = {};
  MPI_Datatype type;
  MPI_Type_vector(3, 1, 2, MPI_INT, &type);
  int needed = 0, position = 0;
  MPI_Pack_size(1, type, MPI_COMM_WORLD, &needed);
  CHECK(needed >= 12);
  char buffer[64];
  CHECK_CLASS(MPI_Pack(data, 1, type, buffer, 64, &position, MPI_COMM_WORLD), MPI_ERR_TYPE);
  MPI_Type_commit(&type);
  const double value = 2.5;
  CHECK_EQ(MPI_Pack(data, 1, type, buffer, 64, &position, MPI_COMM_WORLD), MPI_SUCCESS);
  CHECK_EQ(MPI_Pack(&value, 1, MPI_DOUBLE, buffer, 64, &position, MPI_COMM_WORLD), MPI_SUCCESS);
  CHECK_EQ(position, 20);
  const int end = position;
  position = 0;
  double other = 0;
  CHECK_EQ(MPI_Unpack(buffer, end, &position, back, 1, type, MPI_COMM_WORLD), MPI_SUCCESS);
  CHECK_EQ(MPI_Unpack(buffer, end, &position, &other, 1, MPI_DOUBLE, MPI_COMM_WORLD), MPI_SUCCESS);
  CHECK_EQ(position, end);
  CHECK(other == value);
  const int wanted[] = {1, 0, 3, 0, 5, 0};
  CHECK(std::memcmp(back, wanted, sizeof back) == 0);
  CHECK_CLASS(MPI_Unpack(buffer, end, &position, &other, 1, MPI_DOUBLE, MPI_COMM_WORLD), MPI_ERR_TRUNCATE);
  position = 60;
  CHECK_CLASS(MPI_Pack(&value, 1, MPI_DOUBLE, buffer, 64, &position, MPI_COMM_WORLD), MPI_ERR_TRUNCATE);
  position = 65;
  CHECK_CLASS(MPI_Pack(&value, 1, MPI_DOUBLE, buffer, 64, &position, MPI_COMM_WORLD), MPI_ERR_ARG);
  position = 0;
  CHECK_CLASS(MPI_Pack(&value, 1, MPI_DOUBLE, buffer, 64, &position, MPI_COMM_NULL), MPI_ERR_COMM);
  CHECK_CLASS(MPI_Pack(&value, -1, MPI_DOUBLE, buffer, 64, &position, MPI_COMM_WORLD), MPI_ERR_COUNT);
  CHECK_CLASS(MPI_Pack(nullptr, 1, MPI_DOUBLE, buffer, 64, &position, MPI_COMM_WORLD), MPI_ERR_BUFFER);
  CHECK_EQ(MPI_Pack(nullptr, 0, MPI_DOUBLE, buffer, 64, &position, MPI_COMM_WORLD), MPI_SUCCESS);
  MPI_Count long_position = 0;
  CHECK_EQ(MPI_Pack_c(data, 2, MPI_INT, buffer, 64, &long_position, MPI_COMM_WORLD), MPI_SUCCESS);
  CHECK_EQ(long_position, 8);
  MPI_Type_free(&type);
}

void absolute_addresses() {
  int a = 7;
  double b = 1.5;
  const int lengths[] = {1, 1};
  MPI_Aint places[2];
  MPI_Get_address(&a, &places[0]);
  MPI_Get_address(&b, &places[1]);
  CHECK_EQ(MPI_Aint_add(places[0], MPI_Aint_diff(places[1], places[0])), places[1]);
  const MPI_Datatype types[] = {MPI_INT, MPI_DOUBLE};
  MPI_Datatype type;
  MPI_Type_create_struct(2, lengths, places, types, &type);
  MPI_Type_commit(&type);
  char buffer[12];
  int position = 0;
  CHECK_EQ(MPI_Pack(MPI_BOTTOM, 1, type, buffer, 12, &position, MPI_COMM_SELF), MPI_SUCCESS);
  a = 0;
  b = 0;
  position = 0;
  CHECK_EQ(MPI_Unpack(buffer, 12, &position, MPI_BOTTOM, 1, type, MPI_COMM_SELF), MPI_SUCCESS);
  CHECK(a == 7 && b == 1.5);
  MPI_Type_free(&type);
}

void external() {
  const int data[] = {1, -2};
  int back[2] = {};
  MPI_Aint size = 0, position = 0;
  CHECK_EQ(MPI_Pack_external_size("external32", 2, MPI_INT, &size), MPI_SUCCESS);
  CHECK_EQ(size, 8);
  unsigned char buffer[8];
  CHECK_EQ(MPI_Pack_external("external32", data, 2, MPI_INT, buffer, 8, &position), MPI_SUCCESS);
  CHECK_EQ(position, 8);
  CHECK(buffer[3] == 1 && buffer[4] == 0xff && buffer[7] == 0xfe);
  position = 0;
  CHECK_EQ(MPI_Unpack_external("external32", buffer, 8, &position, back, 2, MPI_INT), MPI_SUCCESS);
  CHECK(back[0] == 1 && back[1] == -2);
  CHECK_CLASS(MPI_Pack_external("native", data, 2, MPI_INT, buffer, 8, &position), MPI_ERR_UNSUPPORTED_DATAREP);
  position = 4;
  CHECK_CLASS(MPI_Pack_external("external32", data, 2, MPI_INT, buffer, 8, &position), MPI_ERR_TRUNCATE);
  const long big = 1L << 40;
  position = 0;
  CHECK_CLASS(MPI_Pack_external("external32", &big, 1, MPI_LONG, buffer, 8, &position), MPI_ERR_CONVERSION);
  CHECK_EQ(position, 0);
}

void counts() {
  MPI_Datatype type;
  const int lengths[] = {1, 1};
  const MPI_Aint places[] = {0, 8};
  const MPI_Datatype types[] = {MPI_DOUBLE, MPI_INT};
  MPI_Type_create_struct(2, lengths, places, types, &type);
  MPI_Type_commit(&type);
  MPI_Status status;
  int count = 0;
  MPI_Status_set_elements(&status, type, 3);
  MPI_Get_elements(&status, type, &count);
  CHECK_EQ(count, 3);
  MPI_Get_count(&status, type, &count);
  CHECK_EQ(count, MPI_UNDEFINED);
  MPI_Get_count(&status, MPI_BYTE, &count);
  CHECK_EQ(count, 20);
  MPI_Status_set_elements(&status, type, 4);
  MPI_Get_count(&status, type, &count);
  CHECK_EQ(count, 2);
  MPI_Status_set_elements(&status, MPI_BYTE, 5);
  MPI_Get_elements(&status, MPI_INT, &count);
  CHECK_EQ(count, MPI_UNDEFINED);
  MPI_Type_free(&type);
}

}  // namespace

int main(int argc, char** argv) {
  MPI_Init(&argc, &argv);
  MPI_Comm_set_errhandler(MPI_COMM_WORLD, MPI_ERRORS_RETURN);
  MPI_Comm_set_errhandler(MPI_COMM_SELF, MPI_ERRORS_RETURN);
  pack_and_back();
  absolute_addresses();
  external();
  counts();
  MPI_Finalize();
  return check::failures == 0 ? 0 : 1;
}
