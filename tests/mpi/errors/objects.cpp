// SPDX-License-Identifier: BSD-3-Clause
// Wrong calls on datatypes, operations, communicators, groups, topologies, attributes, windows, infos, error handlers
// and sessions.
#include "mpi/errors/table.hpp"

namespace table {

namespace {

int a[64], flag;
void* pointer;
MPI_Datatype type;
MPI_Comm comm;
MPI_Group group;
MPI_Op op;
MPI_Info info;
MPI_Errhandler errhandler;
MPI_Session session;
const MPI_Comm world = MPI_COMM_WORLD;

MPI_Group of_world() {
  MPI_Comm_group(world, &group);
  return group;
}
/// Frees the group of a row when its call is done.
int freed(int code) {
  MPI_Group_free(&group);
  return code;
}

void datatypes(std::vector<Row>& rows) {
  rows.push_back(
      {"MPI_Type_contiguous", MPI_ERR_COUNT, "'count'", "-3", [] { return MPI_Type_contiguous(-3, MPI_INT, &type); }});
  rows.push_back({"MPI_Type_contiguous", MPI_ERR_TYPE, "'oldtype'", "MPI_DATATYPE_NULL",
                  [] { return MPI_Type_contiguous(3, MPI_DATATYPE_NULL, &type); }});
  rows.push_back(
      {"MPI_Type_contiguous", MPI_ERR_ARG, "'newtype'", "", [] { return MPI_Type_contiguous(3, MPI_INT, nullptr); }});
  rows.push_back(
      {"MPI_Type_vector", MPI_ERR_COUNT, "'count'", "-3", [] { return MPI_Type_vector(-3, 1, 1, MPI_INT, &type); }});
  rows.push_back({"MPI_Type_create_hvector", MPI_ERR_TYPE, "'oldtype'", "freed",
                  [] { return MPI_Type_create_hvector(2, 1, 1, handles.freed_type, &type); }});
  rows.push_back(
      {"MPI_Type_indexed", MPI_ERR_COUNT, "'count'", "-3", [] { return MPI_Type_indexed(-3, a, a, MPI_INT, &type); }});
  rows.push_back({"MPI_Type_create_resized", MPI_ERR_TYPE, "'oldtype'", "0x123456789abcdef",
                  [] { return MPI_Type_create_resized(garbage<MPI_Datatype>(), 0, 4, &type); }});
  rows.push_back({"MPI_Type_create_subarray", MPI_ERR_ARG, "", "", [] {
                    const int sizes[] = {3}, parts[] = {4}, starts[] = {0};
                    return MPI_Type_create_subarray(1, sizes, parts, starts, MPI_ORDER_C, MPI_INT, &type);
                  }});
  rows.push_back({"MPI_Type_create_darray", MPI_ERR_ARG, "", "", [] {
                    const int n[] = {3}, d[] = {MPI_DISTRIBUTE_BLOCK}, g[] = {MPI_DISTRIBUTE_DFLT_DARG};
                    return MPI_Type_create_darray(2, 0, 1, n, d, g, n, MPI_ORDER_C, MPI_INT, &type);
                  }});
  rows.push_back({"MPI_Type_commit", MPI_ERR_TYPE, "'datatype'", "freed", [] {
                    type = handles.freed_type;
                    return MPI_Type_commit(&type);
                  }});
  rows.push_back({"MPI_Type_free", MPI_ERR_TYPE, "'datatype'", "", [] {
                    type = MPI_INT;
                    return MPI_Type_free(&type);
                  }});
  rows.push_back(
      {"MPI_Type_size", MPI_ERR_TYPE, "'datatype'", "freed", [] { return MPI_Type_size(handles.freed_type, &flag); }});
  rows.push_back({"MPI_Type_dup", MPI_ERR_TYPE, "'oldtype'", "MPI_DATATYPE_NULL",
                  [] { return MPI_Type_dup(MPI_DATATYPE_NULL, &type); }});
  rows.push_back({"MPI_Type_set_name", MPI_ERR_ARG, "'type_name'", "",
                  [] { return MPI_Type_set_name(handles.raw_type, nullptr); }});
  rows.push_back({"MPI_Type_get_contents", MPI_ERR_TYPE, "'datatype'", "", [] {
                    MPI_Aint at;
                    return MPI_Type_get_contents(MPI_INT, 1, 1, 1, &flag, &at, &type);
                  }});
  rows.push_back({"MPI_Type_match_size", MPI_ERR_ARG, "'size'", "3",
                  [] { return MPI_Type_match_size(MPI_TYPECLASS_INTEGER, 3, &type); }});
  rows.push_back({"MPI_Pack", MPI_ERR_TRUNCATE, "", "", [] {
                    int at = 0;
                    return MPI_Pack(a, 4, MPI_INT, a + 20, 8, &at, world);
                  }});
  rows.push_back({"MPI_Pack", MPI_ERR_COUNT, "'incount'", "-3", [] {
                    int at = 0;
                    return MPI_Pack(a, -3, MPI_INT, a + 20, 8, &at, world);
                  }});
  rows.push_back({"MPI_Unpack", MPI_ERR_TRUNCATE, "", "", [] {
                    int at = 0;
                    return MPI_Unpack(a, 8, &at, a + 20, 4, MPI_INT, world);
                  }});
  rows.push_back({"MPI_Pack_external", MPI_ERR_UNSUPPORTED_DATAREP, "'datarep'", "nonsense", [] {
                    MPI_Aint at = 0;
                    return MPI_Pack_external("nonsense", a, 1, MPI_INT, a + 20, 8, &at);
                  }});
  rows.push_back({"MPI_Op_create", MPI_ERR_ARG, "'user_fn'", "", [] { return MPI_Op_create(nullptr, 1, &op); }});
  rows.push_back({"MPI_Op_free", MPI_ERR_OP, "'op'", "freed", [] {
                    op = handles.freed_op;
                    return MPI_Op_free(&op);
                  }});
  rows.push_back(
      {"MPI_Op_commutative", MPI_ERR_OP, "'op'", "MPI_OP_NULL", [] { return MPI_Op_commutative(MPI_OP_NULL, &flag); }});
}

void communicators(std::vector<Row>& rows) {
  rows.push_back(
      {"MPI_Comm_rank", MPI_ERR_COMM, "'comm'", "freed", [] { return MPI_Comm_rank(handles.freed_comm, &flag); }});
  rows.push_back(
      {"MPI_Comm_size", MPI_ERR_COMM, "'comm'", "MPI_COMM_NULL", [] { return MPI_Comm_size(MPI_COMM_NULL, &flag); }});
  rows.push_back({"MPI_Comm_size", MPI_ERR_ARG, "'size'", "", [] { return MPI_Comm_size(world, nullptr); }});
  rows.push_back({"MPI_Comm_dup", MPI_ERR_COMM, "'comm'", "0x123456789abcdef",
                  [] { return MPI_Comm_dup(garbage<MPI_Comm>(), &comm); }});
  rows.push_back({"MPI_Comm_free", MPI_ERR_COMM, "'comm'", "MPI_COMM_WORLD", [] {
                    comm = world;
                    return MPI_Comm_free(&comm);
                  }});
  rows.push_back({"MPI_Comm_free", MPI_ERR_COMM, "'comm'", "freed", [] {
                    comm = handles.freed_comm;
                    return MPI_Comm_free(&comm);
                  }});
  rows.push_back({"MPI_Comm_create_group", MPI_ERR_GROUP, "'group'", "freed",
                  [] { return MPI_Comm_create_group(world, handles.freed_group, 0, &comm); }});
  rows.push_back({"MPI_Comm_split_type", MPI_ERR_ARG, "'split_type'", "",
                  [] { return MPI_Comm_split_type(world, 4242, 0, MPI_INFO_NULL, &comm); }});
  rows.push_back({"MPI_Comm_compare", MPI_ERR_COMM, "'comm2'", "MPI_COMM_NULL",
                  [] { return MPI_Comm_compare(world, MPI_COMM_NULL, &flag); }});
  rows.push_back(
      {"MPI_Comm_remote_size", MPI_ERR_COMM, "'comm'", "", [] { return MPI_Comm_remote_size(world, &flag); }});
  rows.push_back(
      {"MPI_Comm_set_name", MPI_ERR_ARG, "'comm_name'", "", [] { return MPI_Comm_set_name(world, nullptr); }});
  rows.push_back({"MPI_Comm_set_info", MPI_ERR_INFO, "'info'", "freed",
                  [] { return MPI_Comm_set_info(world, handles.freed_info); }});
  rows.push_back({"MPI_Intercomm_create", MPI_ERR_COMM, "'local_comm'", "MPI_COMM_NULL",
                  [] { return MPI_Intercomm_create(MPI_COMM_NULL, 0, world, 0, 0, &comm); }});
  rows.push_back(
      {"MPI_Intercomm_merge", MPI_ERR_COMM, "'intercomm'", "", [] { return MPI_Intercomm_merge(world, 0, &comm); }});
  rows.push_back(
      {"MPI_Group_size", MPI_ERR_GROUP, "'group'", "freed", [] { return MPI_Group_size(handles.freed_group, &flag); }});
  rows.push_back({"MPI_Group_rank", MPI_ERR_GROUP, "'group'", "MPI_GROUP_NULL",
                  [] { return MPI_Group_rank(MPI_GROUP_NULL, &flag); }});
  rows.push_back({"MPI_Group_incl", MPI_ERR_RANK, "'ranks[0]'", "99", [] {
                    const int ranks[] = {99};
                    MPI_Group out;
                    return freed(MPI_Group_incl(of_world(), 1, ranks, &out));
                  }});
  rows.push_back({"MPI_Group_excl", MPI_ERR_RANK, "'ranks[0]'", "-4", [] {
                    const int ranks[] = {-4};
                    MPI_Group out;
                    return freed(MPI_Group_excl(of_world(), 1, ranks, &out));
                  }});
  rows.push_back({"MPI_Group_range_incl", MPI_ERR_RANK, "'ranges'", "99", [] {
                    int ranges[1][3] = {{0, 99, 1}};
                    MPI_Group out;
                    return freed(MPI_Group_range_incl(of_world(), 1, ranges, &out));
                  }});
  rows.push_back({"MPI_Group_translate_ranks", MPI_ERR_RANK, "'ranks1[0]'", "99", [] {
                    const int ranks[] = {99};
                    return freed(MPI_Group_translate_ranks(of_world(), 1, ranks, MPI_GROUP_EMPTY, &flag));
                  }});
  rows.push_back({"MPI_Group_union", MPI_ERR_GROUP, "'group2'", "0x123456789abcdef", [] {
                    MPI_Group out;
                    return MPI_Group_union(MPI_GROUP_EMPTY, garbage<MPI_Group>(), &out);
                  }});
  rows.push_back({"MPI_Group_free", MPI_ERR_GROUP, "'group'", "freed", [] {
                    MPI_Group gone = handles.freed_group;
                    return MPI_Group_free(&gone);
                  }});
}

void topologies(std::vector<Row>& rows) {
  rows.push_back({"MPI_Dims_create", MPI_ERR_DIMS, "", "", [] {
                    int dims[] = {2, 0};
                    return MPI_Dims_create(5, 2, dims);
                  }});
  rows.push_back({"MPI_Cart_create", MPI_ERR_DIMS, "'dims'", "", [] {
                    const int dims[] = {size + 1}, periods[] = {0};
                    return MPI_Cart_create(world, 1, dims, periods, 0, &comm);
                  }});
  rows.push_back(
      {"MPI_Cart_coords", MPI_ERR_RANK, "'rank'", "-9", [] { return MPI_Cart_coords(handles.cart, -9, 1, a); }});
  rows.push_back({"MPI_Cart_rank", MPI_ERR_ARG, "'coords[0]'", "99", [] {
                    const int coords[] = {99};
                    return MPI_Cart_rank(handles.cart, coords, &flag);
                  }});
  rows.push_back(
      {"MPI_Cart_get", MPI_ERR_TOPOLOGY, "'comm'", "", [] { return MPI_Cart_get(world, 1, a, a + 1, a + 2); }});
  rows.push_back(
      {"MPI_Cart_shift", MPI_ERR_ARG, "'direction'", "7", [] { return MPI_Cart_shift(handles.cart, 7, 1, a, a + 1); }});
  rows.push_back(
      {"MPI_Graph_get", MPI_ERR_TOPOLOGY, "'comm'", "", [] { return MPI_Graph_get(handles.cart, 1, 1, a, a + 1); }});
  rows.push_back({"MPI_Dist_graph_neighbors_count", MPI_ERR_TOPOLOGY, "'comm'", "",
                  [] { return MPI_Dist_graph_neighbors_count(world, a, a + 1, a + 2); }});
}

void attributes(std::vector<Row>& rows) {
  rows.push_back({"MPI_Comm_set_attr", MPI_ERR_KEYVAL, "'keyval'", "",
                  [] { return MPI_Comm_set_attr(world, handles.freed_keyval, nullptr); }});
  rows.push_back({"MPI_Comm_set_attr", MPI_ERR_KEYVAL, "'keyval'", "",
                  [] { return MPI_Comm_set_attr(world, MPI_TAG_UB, nullptr); }});
  rows.push_back({"MPI_Comm_get_attr", MPI_ERR_KEYVAL, "'keyval'", "",
                  [] { return MPI_Comm_get_attr(world, handles.type_keyval, &pointer, &flag); }});
  rows.push_back({"MPI_Comm_delete_attr", MPI_ERR_KEYVAL, "'keyval'", "",
                  [] { return MPI_Comm_delete_attr(world, MPI_KEYVAL_INVALID); }});
  rows.push_back({"MPI_Comm_free_keyval", MPI_ERR_KEYVAL, "'keyval'", "", [] {
                    int keyval = MPI_KEYVAL_INVALID;
                    return MPI_Comm_free_keyval(&keyval);
                  }});
  rows.push_back({"MPI_Type_set_attr", MPI_ERR_TYPE, "'datatype'", "freed",
                  [] { return MPI_Type_set_attr(handles.freed_type, handles.type_keyval, nullptr); }});
  rows.push_back({"MPI_Type_get_attr", MPI_ERR_ARG, "'flag'", "",
                  [] { return MPI_Type_get_attr(MPI_INT, handles.type_keyval, &pointer, nullptr); }});
  rows.push_back({"MPI_Win_get_attr", MPI_ERR_WIN, "'win'", "MPI_WIN_NULL",
                  [] { return MPI_Win_get_attr(MPI_WIN_NULL, MPI_WIN_BASE, &pointer, &flag); }});
  rows.push_back({"MPI_Win_set_attr", MPI_ERR_WIN, "'win'", "0x123456789abcdef",
                  [] { return MPI_Win_set_attr(garbage<MPI_Win>(), 7, nullptr); }});
  rows.push_back({"MPI_Win_delete_attr", MPI_ERR_WIN, "'win'", "MPI_WIN_NULL",
                  [] { return MPI_Win_delete_attr(MPI_WIN_NULL, 7); }});
  rows.push_back({"MPI_Win_set_errhandler", MPI_ERR_WIN, "'win'", "MPI_WIN_NULL",
                  [] { return MPI_Win_set_errhandler(MPI_WIN_NULL, MPI_ERRORS_RETURN); }});
  rows.push_back({"MPI_Win_get_errhandler", MPI_ERR_WIN, "'win'", "0x123456789abcdef",
                  [] { return MPI_Win_get_errhandler(garbage<MPI_Win>(), &errhandler); }});
  rows.push_back({"MPI_Win_call_errhandler", MPI_ERR_WIN, "'win'", "MPI_WIN_NULL",
                  [] { return MPI_Win_call_errhandler(MPI_WIN_NULL, MPI_ERR_OTHER); }});
  rows.push_back({"MPI_Win_free_keyval", MPI_ERR_KEYVAL, "'keyval'", "", [] {
                    int keyval = handles.type_keyval;
                    return MPI_Win_free_keyval(&keyval);
                  }});
}

void environment(std::vector<Row>& rows) {
  rows.push_back(
      {"MPI_Info_set", MPI_ERR_INFO, "'info'", "freed", [] { return MPI_Info_set(handles.freed_info, "a", "b"); }});
  rows.push_back({"MPI_Info_set", MPI_ERR_INFO_KEY, "'key'", "", [] { return MPI_Info_set(handles.info, "", "b"); }});
  rows.push_back({"MPI_Info_set", MPI_ERR_INFO_VALUE, "'value'", "",
                  [] { return MPI_Info_set(handles.info, "a", std::string(MPI_MAX_INFO_VAL + 1, 'v').c_str()); }});
  rows.push_back({"MPI_Info_delete", MPI_ERR_INFO_NOKEY, "'key'", "nothing",
                  [] { return MPI_Info_delete(handles.info, "nothing"); }});
  rows.push_back({"MPI_Info_get_nthkey", MPI_ERR_ARG, "'n'", "5", [] {
                    char key[MPI_MAX_INFO_KEY];
                    return MPI_Info_get_nthkey(handles.info, 5, key);
                  }});
  rows.push_back({"MPI_Info_free", MPI_ERR_INFO, "'info'", "MPI_INFO_NULL", [] {
                    info = MPI_INFO_NULL;
                    return MPI_Info_free(&info);
                  }});
  rows.push_back({"MPI_Comm_set_errhandler", MPI_ERR_ERRHANDLER, "'errhandler'", "freed",
                  [] { return MPI_Comm_set_errhandler(world, handles.freed_errhandler); }});
  rows.push_back({"MPI_Comm_get_errhandler", MPI_ERR_COMM, "'comm'", "freed",
                  [] { return MPI_Comm_get_errhandler(handles.freed_comm, &errhandler); }});
  rows.push_back({"MPI_Errhandler_free", MPI_ERR_ERRHANDLER, "'errhandler'", "MPI_ERRHANDLER_NULL", [] {
                    errhandler = MPI_ERRHANDLER_NULL;
                    return MPI_Errhandler_free(&errhandler);
                  }});
  rows.push_back({"MPI_Comm_create_errhandler", MPI_ERR_ARG, "'comm_errhandler_fn'", "",
                  [] { return MPI_Comm_create_errhandler(nullptr, &errhandler); }});
  rows.push_back(
      {"MPI_Error_class", MPI_ERR_ARG, "'errorcode'", "-12345", [] { return MPI_Error_class(-12345, &flag); }});
  rows.push_back(
      {"MPI_Add_error_code", MPI_ERR_ARG, "'errorclass'", "12345", [] { return MPI_Add_error_code(12345, &flag); }});
  rows.push_back({"MPI_Session_finalize", MPI_ERR_SESSION, "'session'", "MPI_SESSION_NULL", [] {
                    session = MPI_SESSION_NULL;
                    return MPI_Session_finalize(&session);
                  }});
  rows.push_back({"MPI_Session_get_num_psets", MPI_ERR_SESSION, "'session'", "0x123456789abcdef",
                  [] { return MPI_Session_get_num_psets(garbage<MPI_Session>(), MPI_INFO_NULL, &flag); }});
  rows.push_back(
      {"MPI_Alloc_mem", MPI_ERR_ARG, "'size'", "-1", [] { return MPI_Alloc_mem(-1, MPI_INFO_NULL, &pointer); }});
  rows.push_back({"MPI_Free_mem", MPI_ERR_BASE, "'base'", "", [] { return MPI_Free_mem(a); }});
  rows.push_back(
      {"MPI_Get_processor_name", MPI_ERR_ARG, "'name'", "", [] { return MPI_Get_processor_name(nullptr, &flag); }});
  rows.push_back({"MPI_Get_address", MPI_ERR_ARG, "'address'", "", [] { return MPI_Get_address(a, nullptr); }});
}

}  // namespace

const std::vector<Row>& objects() {
  static std::vector<Row> rows;
  if (!rows.empty()) return rows;
  datatypes(rows);
  communicators(rows);
  topologies(rows);
  attributes(rows);
  environment(rows);
  return rows;
}

}  // namespace table
