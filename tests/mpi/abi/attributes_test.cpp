// SPDX-License-Identifier: BSD-3-Clause
// The engine of attributes: keys, and when users' functions are called.
#include "mpi/attributes.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace baton::mpi {
namespace {

const MPI_Datatype object = MPI_INT;  // a handle is only passed on to the users' functions
std::vector<int> deleted;
int refuse = 0;

int remember_delete(MPI_Datatype, int keyval, void*, void*) {
  if (refuse != 0) return refuse;
  deleted.push_back(keyval);
  return MPI_SUCCESS;
}
int add_one(MPI_Datatype, int, void* state, void* in, void* out, int* flag) {
  *static_cast<std::intptr_t*>(out) = reinterpret_cast<std::intptr_t>(in) + 1;
  *flag = *static_cast<int*>(state);
  return MPI_SUCCESS;
}

int key(MPI_Type_copy_attr_function* copy, MPI_Type_delete_attr_function* remove, void* state = nullptr) {
  return make_keyval(
      {0, HandleKind::datatype, reinterpret_cast<void (*)()>(copy), reinterpret_cast<void (*)()>(remove), state});
}
void* number(std::intptr_t n) { return reinterpret_cast<void*>(n); }

std::intptr_t value_in(const AttributeTable& table, int id) {
  void* value = nullptr;
  int flag = 0;
  EXPECT_EQ(get_attribute<MPI_Datatype>(Raiser::tool(), &table, id, static_cast<void*>(&value), &flag), MPI_SUCCESS);
  return flag ? reinterpret_cast<std::intptr_t>(value) : -1;
}

TEST(Attributes, AreFoundUnderTheirKeyOnly) {
  AttributeTable table;
  const int a = key(MPI_TYPE_NULL_COPY_FN, MPI_TYPE_NULL_DELETE_FN);
  const int b = key(MPI_TYPE_NULL_COPY_FN, MPI_TYPE_NULL_DELETE_FN);
  EXPECT_EQ(set_attribute(Raiser::tool(), object, table, a, number(5)), MPI_SUCCESS);
  EXPECT_EQ(value_in(table, a), 5);
  EXPECT_EQ(value_in(table, b), -1);
  int flag = 0;
  void* value = nullptr;
  EXPECT_EQ(get_attribute<MPI_Comm>(Raiser::tool(), nullptr, a, &value, &flag), MPI_ERR_KEYVAL);
  EXPECT_EQ(delete_attribute(Raiser::tool(), object, &table, b), MPI_ERR_KEYVAL);
}

TEST(Attributes, OutliveTheirKey) {
  AttributeTable table;
  const int a = key(MPI_TYPE_NULL_COPY_FN, MPI_TYPE_NULL_DELETE_FN);
  set_attribute(Raiser::tool(), object, table, a, number(5));
  EXPECT_TRUE(free_keyval(HandleKind::datatype, a));
  EXPECT_TRUE(free_keyval(HandleKind::datatype, a));  // in use: its actual free comes with its last value
  EXPECT_FALSE(free_keyval(HandleKind::comm, a));
  EXPECT_EQ(value_in(table, a), 5);
  EXPECT_EQ(set_attribute(Raiser::tool(), object, table, a, number(6)), MPI_ERR_KEYVAL);
}

TEST(Attributes, AreCopiedAsTheirFunctionsSay) {
  AttributeTable from;
  AttributeTable to;
  int yes = 1;
  int no = 0;
  const int never = key(MPI_TYPE_NULL_COPY_FN, MPI_TYPE_NULL_DELETE_FN);
  const int same = key(MPI_TYPE_DUP_FN, MPI_TYPE_NULL_DELETE_FN);
  const int changed = key(add_one, MPI_TYPE_NULL_DELETE_FN, &yes);
  const int refused = key(add_one, MPI_TYPE_NULL_DELETE_FN, &no);
  for (int id : {never, same, changed, refused}) set_attribute(Raiser::tool(), object, from, id, number(10));
  EXPECT_EQ(copy_attributes(object, from, to), MPI_SUCCESS);
  EXPECT_EQ(value_in(to, never), -1);
  EXPECT_EQ(value_in(to, same), 10);
  EXPECT_EQ(value_in(to, changed), 11);
  EXPECT_EQ(value_in(to, refused), -1);
}

TEST(Attributes, AreDeletedLastSetFirst) {
  AttributeTable table;
  deleted.clear();
  const int a = key(MPI_TYPE_NULL_COPY_FN, remember_delete);
  const int b = key(MPI_TYPE_NULL_COPY_FN, remember_delete);
  set_attribute(Raiser::tool(), object, table, a, number(1));
  set_attribute(Raiser::tool(), object, table, b, number(2));
  set_attribute(Raiser::tool(), object, table, a, number(3));
  EXPECT_EQ(deleted, std::vector<int>{a});
  EXPECT_EQ(delete_all_attributes(object, table), MPI_SUCCESS);
  EXPECT_EQ(deleted, (std::vector<int>{a, b, a}));
}

TEST(Attributes, StayWhenTheirDeleteFunctionFails) {
  AttributeTable table;
  const int a = key(MPI_TYPE_NULL_COPY_FN, remember_delete);
  set_attribute(Raiser::tool(), object, table, a, number(1));
  refuse = 77;
  EXPECT_EQ(delete_attribute(Raiser::tool(), object, &table, a), 77);
  EXPECT_EQ(set_attribute(Raiser::tool(), object, table, a, number(2)), 77);
  EXPECT_EQ(delete_all_attributes(object, table), 77);
  refuse = 0;
  EXPECT_EQ(value_in(table, a), 1);
  EXPECT_EQ(delete_attribute(Raiser::tool(), object, &table, a), MPI_SUCCESS);
}

}  // namespace
}  // namespace baton::mpi
