// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter io, one call each. Next: the body in mpi/io*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_io.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_File_call_errhandler(MPI_File fh, int) { return unsupported("MPI_File_call_errhandler", fh); }
[[gnu::weak, gnu::alias("PMPI_File_call_errhandler")]] int MPI_File_call_errhandler(MPI_File, int);

int PMPI_File_close(MPI_File*) { return unsupported("MPI_File_close", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_File_close")]] int MPI_File_close(MPI_File*);

int PMPI_File_create_errhandler(MPI_File_errhandler_function*, MPI_Errhandler*) {
  return unsupported("MPI_File_create_errhandler", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_File_create_errhandler")]] int MPI_File_create_errhandler(MPI_File_errhandler_function*,
    MPI_Errhandler*);

int PMPI_File_delete(const char*, MPI_Info) { return unsupported("MPI_File_delete", Raiser::none()); }
[[gnu::weak, gnu::alias("PMPI_File_delete")]] int MPI_File_delete(const char*, MPI_Info);

int PMPI_File_get_amode(MPI_File fh, int*) { return unsupported("MPI_File_get_amode", fh); }
[[gnu::weak, gnu::alias("PMPI_File_get_amode")]] int MPI_File_get_amode(MPI_File, int*);

int PMPI_File_get_atomicity(MPI_File fh, int*) { return unsupported("MPI_File_get_atomicity", fh); }
[[gnu::weak, gnu::alias("PMPI_File_get_atomicity")]] int MPI_File_get_atomicity(MPI_File, int*);

int PMPI_File_get_byte_offset(MPI_File fh, MPI_Offset, MPI_Offset*) {
  return unsupported("MPI_File_get_byte_offset", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_get_byte_offset")]] int MPI_File_get_byte_offset(MPI_File, MPI_Offset, MPI_Offset*);

int PMPI_File_get_errhandler(MPI_File file, MPI_Errhandler*) { return unsupported("MPI_File_get_errhandler", file); }
[[gnu::weak, gnu::alias("PMPI_File_get_errhandler")]] int MPI_File_get_errhandler(MPI_File, MPI_Errhandler*);

int PMPI_File_get_group(MPI_File fh, MPI_Group*) { return unsupported("MPI_File_get_group", fh); }
[[gnu::weak, gnu::alias("PMPI_File_get_group")]] int MPI_File_get_group(MPI_File, MPI_Group*);

int PMPI_File_get_info(MPI_File fh, MPI_Info*) { return unsupported("MPI_File_get_info", fh); }
[[gnu::weak, gnu::alias("PMPI_File_get_info")]] int MPI_File_get_info(MPI_File, MPI_Info*);

int PMPI_File_get_position(MPI_File fh, MPI_Offset*) { return unsupported("MPI_File_get_position", fh); }
[[gnu::weak, gnu::alias("PMPI_File_get_position")]] int MPI_File_get_position(MPI_File, MPI_Offset*);

int PMPI_File_get_position_shared(MPI_File fh, MPI_Offset*) { return unsupported("MPI_File_get_position_shared", fh); }
[[gnu::weak, gnu::alias("PMPI_File_get_position_shared")]] int MPI_File_get_position_shared(MPI_File, MPI_Offset*);

int PMPI_File_get_size(MPI_File fh, MPI_Offset*) { return unsupported("MPI_File_get_size", fh); }
[[gnu::weak, gnu::alias("PMPI_File_get_size")]] int MPI_File_get_size(MPI_File, MPI_Offset*);

int PMPI_File_get_type_extent(MPI_File fh, MPI_Datatype, MPI_Aint*) {
  return unsupported("MPI_File_get_type_extent", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_get_type_extent")]] int MPI_File_get_type_extent(MPI_File, MPI_Datatype, MPI_Aint*);

int PMPI_File_get_type_extent_c(MPI_File fh, MPI_Datatype, MPI_Count*) {
  return unsupported("MPI_File_get_type_extent_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_get_type_extent_c")]] int MPI_File_get_type_extent_c(MPI_File, MPI_Datatype,
    MPI_Count*);

int PMPI_File_get_view(MPI_File fh, MPI_Offset*, MPI_Datatype*, MPI_Datatype*, char*) {
  return unsupported("MPI_File_get_view", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_get_view")]] int MPI_File_get_view(MPI_File, MPI_Offset*, MPI_Datatype*,
    MPI_Datatype*, char*);

int PMPI_File_iread(MPI_File fh, void*, int, MPI_Datatype, MPI_Request*) { return unsupported("MPI_File_iread", fh); }
[[gnu::weak, gnu::alias("PMPI_File_iread")]] int MPI_File_iread(MPI_File, void*, int, MPI_Datatype, MPI_Request*);

int PMPI_File_iread_c(MPI_File fh, void*, MPI_Count, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iread_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iread_c")]] int MPI_File_iread_c(MPI_File, void*, MPI_Count, MPI_Datatype,
    MPI_Request*);

int PMPI_File_iread_all(MPI_File fh, void*, int, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iread_all", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iread_all")]] int MPI_File_iread_all(MPI_File, void*, int, MPI_Datatype,
    MPI_Request*);

int PMPI_File_iread_all_c(MPI_File fh, void*, MPI_Count, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iread_all_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iread_all_c")]] int MPI_File_iread_all_c(MPI_File, void*, MPI_Count, MPI_Datatype,
    MPI_Request*);

int PMPI_File_iread_at(MPI_File fh, MPI_Offset, void*, int, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iread_at", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iread_at")]] int MPI_File_iread_at(MPI_File, MPI_Offset, void*, int, MPI_Datatype,
    MPI_Request*);

int PMPI_File_iread_at_c(MPI_File fh, MPI_Offset, void*, MPI_Count, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iread_at_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iread_at_c")]] int MPI_File_iread_at_c(MPI_File, MPI_Offset, void*, MPI_Count,
    MPI_Datatype, MPI_Request*);

int PMPI_File_iread_at_all(MPI_File fh, MPI_Offset, void*, int, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iread_at_all", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iread_at_all")]] int MPI_File_iread_at_all(MPI_File, MPI_Offset, void*, int,
    MPI_Datatype, MPI_Request*);

int PMPI_File_iread_at_all_c(MPI_File fh, MPI_Offset, void*, MPI_Count, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iread_at_all_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iread_at_all_c")]] int MPI_File_iread_at_all_c(MPI_File, MPI_Offset, void*,
    MPI_Count, MPI_Datatype, MPI_Request*);

int PMPI_File_iread_shared(MPI_File fh, void*, int, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iread_shared", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iread_shared")]] int MPI_File_iread_shared(MPI_File, void*, int, MPI_Datatype,
    MPI_Request*);

int PMPI_File_iread_shared_c(MPI_File fh, void*, MPI_Count, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iread_shared_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iread_shared_c")]] int MPI_File_iread_shared_c(MPI_File, void*, MPI_Count,
    MPI_Datatype, MPI_Request*);

int PMPI_File_iwrite(MPI_File fh, const void*, int, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iwrite", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iwrite")]] int MPI_File_iwrite(MPI_File, const void*, int, MPI_Datatype,
    MPI_Request*);

int PMPI_File_iwrite_c(MPI_File fh, const void*, MPI_Count, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iwrite_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iwrite_c")]] int MPI_File_iwrite_c(MPI_File, const void*, MPI_Count, MPI_Datatype,
    MPI_Request*);

int PMPI_File_iwrite_all(MPI_File fh, const void*, int, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iwrite_all", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iwrite_all")]] int MPI_File_iwrite_all(MPI_File, const void*, int, MPI_Datatype,
    MPI_Request*);

int PMPI_File_iwrite_all_c(MPI_File fh, const void*, MPI_Count, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iwrite_all_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iwrite_all_c")]] int MPI_File_iwrite_all_c(MPI_File, const void*, MPI_Count,
    MPI_Datatype, MPI_Request*);

int PMPI_File_iwrite_at(MPI_File fh, MPI_Offset, const void*, int, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iwrite_at", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iwrite_at")]] int MPI_File_iwrite_at(MPI_File, MPI_Offset, const void*, int,
    MPI_Datatype, MPI_Request*);

int PMPI_File_iwrite_at_c(MPI_File fh, MPI_Offset, const void*, MPI_Count, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iwrite_at_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iwrite_at_c")]] int MPI_File_iwrite_at_c(MPI_File, MPI_Offset, const void*,
    MPI_Count, MPI_Datatype, MPI_Request*);

int PMPI_File_iwrite_at_all(MPI_File fh, MPI_Offset, const void*, int, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iwrite_at_all", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iwrite_at_all")]] int MPI_File_iwrite_at_all(MPI_File, MPI_Offset, const void*, int,
    MPI_Datatype, MPI_Request*);

int PMPI_File_iwrite_at_all_c(MPI_File fh, MPI_Offset, const void*, MPI_Count, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iwrite_at_all_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iwrite_at_all_c")]] int MPI_File_iwrite_at_all_c(MPI_File, MPI_Offset, const void*,
    MPI_Count, MPI_Datatype, MPI_Request*);

int PMPI_File_iwrite_shared(MPI_File fh, const void*, int, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iwrite_shared", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iwrite_shared")]] int MPI_File_iwrite_shared(MPI_File, const void*, int,
    MPI_Datatype, MPI_Request*);

int PMPI_File_iwrite_shared_c(MPI_File fh, const void*, MPI_Count, MPI_Datatype, MPI_Request*) {
  return unsupported("MPI_File_iwrite_shared_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_iwrite_shared_c")]] int MPI_File_iwrite_shared_c(MPI_File, const void*, MPI_Count,
    MPI_Datatype, MPI_Request*);

int PMPI_File_open(MPI_Comm comm, const char*, int, MPI_Info, MPI_File*) { return unsupported("MPI_File_open", comm); }
[[gnu::weak, gnu::alias("PMPI_File_open")]] int MPI_File_open(MPI_Comm, const char*, int, MPI_Info, MPI_File*);

int PMPI_File_preallocate(MPI_File fh, MPI_Offset) { return unsupported("MPI_File_preallocate", fh); }
[[gnu::weak, gnu::alias("PMPI_File_preallocate")]] int MPI_File_preallocate(MPI_File, MPI_Offset);

int PMPI_File_read(MPI_File fh, void*, int, MPI_Datatype, MPI_Status*) { return unsupported("MPI_File_read", fh); }
[[gnu::weak, gnu::alias("PMPI_File_read")]] int MPI_File_read(MPI_File, void*, int, MPI_Datatype, MPI_Status*);

int PMPI_File_read_c(MPI_File fh, void*, MPI_Count, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_read_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_c")]] int MPI_File_read_c(MPI_File, void*, MPI_Count, MPI_Datatype,
    MPI_Status*);

int PMPI_File_read_all(MPI_File fh, void*, int, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_read_all", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_all")]] int MPI_File_read_all(MPI_File, void*, int, MPI_Datatype, MPI_Status*);

int PMPI_File_read_all_c(MPI_File fh, void*, MPI_Count, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_read_all_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_all_c")]] int MPI_File_read_all_c(MPI_File, void*, MPI_Count, MPI_Datatype,
    MPI_Status*);

int PMPI_File_read_all_begin(MPI_File fh, void*, int, MPI_Datatype) {
  return unsupported("MPI_File_read_all_begin", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_all_begin")]] int MPI_File_read_all_begin(MPI_File, void*, int, MPI_Datatype);

int PMPI_File_read_all_begin_c(MPI_File fh, void*, MPI_Count, MPI_Datatype) {
  return unsupported("MPI_File_read_all_begin_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_all_begin_c")]] int MPI_File_read_all_begin_c(MPI_File, void*, MPI_Count,
    MPI_Datatype);

int PMPI_File_read_all_end(MPI_File fh, void*, MPI_Status*) { return unsupported("MPI_File_read_all_end", fh); }
[[gnu::weak, gnu::alias("PMPI_File_read_all_end")]] int MPI_File_read_all_end(MPI_File, void*, MPI_Status*);

int PMPI_File_read_at(MPI_File fh, MPI_Offset, void*, int, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_read_at", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_at")]] int MPI_File_read_at(MPI_File, MPI_Offset, void*, int, MPI_Datatype,
    MPI_Status*);

int PMPI_File_read_at_c(MPI_File fh, MPI_Offset, void*, MPI_Count, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_read_at_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_at_c")]] int MPI_File_read_at_c(MPI_File, MPI_Offset, void*, MPI_Count,
    MPI_Datatype, MPI_Status*);

int PMPI_File_read_at_all(MPI_File fh, MPI_Offset, void*, int, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_read_at_all", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_at_all")]] int MPI_File_read_at_all(MPI_File, MPI_Offset, void*, int,
    MPI_Datatype, MPI_Status*);

int PMPI_File_read_at_all_c(MPI_File fh, MPI_Offset, void*, MPI_Count, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_read_at_all_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_at_all_c")]] int MPI_File_read_at_all_c(MPI_File, MPI_Offset, void*, MPI_Count,
    MPI_Datatype, MPI_Status*);

int PMPI_File_read_at_all_begin(MPI_File fh, MPI_Offset, void*, int, MPI_Datatype) {
  return unsupported("MPI_File_read_at_all_begin", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_at_all_begin")]] int MPI_File_read_at_all_begin(MPI_File, MPI_Offset, void*,
    int, MPI_Datatype);

int PMPI_File_read_at_all_begin_c(MPI_File fh, MPI_Offset, void*, MPI_Count, MPI_Datatype) {
  return unsupported("MPI_File_read_at_all_begin_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_at_all_begin_c")]] int MPI_File_read_at_all_begin_c(MPI_File, MPI_Offset,
    void*, MPI_Count, MPI_Datatype);

int PMPI_File_read_at_all_end(MPI_File fh, void*, MPI_Status*) { return unsupported("MPI_File_read_at_all_end", fh); }
[[gnu::weak, gnu::alias("PMPI_File_read_at_all_end")]] int MPI_File_read_at_all_end(MPI_File, void*, MPI_Status*);

int PMPI_File_read_ordered(MPI_File fh, void*, int, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_read_ordered", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_ordered")]] int MPI_File_read_ordered(MPI_File, void*, int, MPI_Datatype,
    MPI_Status*);

int PMPI_File_read_ordered_c(MPI_File fh, void*, MPI_Count, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_read_ordered_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_ordered_c")]] int MPI_File_read_ordered_c(MPI_File, void*, MPI_Count,
    MPI_Datatype, MPI_Status*);

int PMPI_File_read_ordered_begin(MPI_File fh, void*, int, MPI_Datatype) {
  return unsupported("MPI_File_read_ordered_begin", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_ordered_begin")]] int MPI_File_read_ordered_begin(MPI_File, void*, int,
    MPI_Datatype);

int PMPI_File_read_ordered_begin_c(MPI_File fh, void*, MPI_Count, MPI_Datatype) {
  return unsupported("MPI_File_read_ordered_begin_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_ordered_begin_c")]] int MPI_File_read_ordered_begin_c(MPI_File, void*,
    MPI_Count, MPI_Datatype);

int PMPI_File_read_ordered_end(MPI_File fh, void*, MPI_Status*) {
  return unsupported("MPI_File_read_ordered_end", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_ordered_end")]] int MPI_File_read_ordered_end(MPI_File, void*, MPI_Status*);

int PMPI_File_read_shared(MPI_File fh, void*, int, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_read_shared", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_shared")]] int MPI_File_read_shared(MPI_File, void*, int, MPI_Datatype,
    MPI_Status*);

int PMPI_File_read_shared_c(MPI_File fh, void*, MPI_Count, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_read_shared_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_read_shared_c")]] int MPI_File_read_shared_c(MPI_File, void*, MPI_Count,
    MPI_Datatype, MPI_Status*);

int PMPI_File_seek(MPI_File fh, MPI_Offset, int) { return unsupported("MPI_File_seek", fh); }
[[gnu::weak, gnu::alias("PMPI_File_seek")]] int MPI_File_seek(MPI_File, MPI_Offset, int);

int PMPI_File_seek_shared(MPI_File fh, MPI_Offset, int) { return unsupported("MPI_File_seek_shared", fh); }
[[gnu::weak, gnu::alias("PMPI_File_seek_shared")]] int MPI_File_seek_shared(MPI_File, MPI_Offset, int);

int PMPI_File_set_atomicity(MPI_File fh, int) { return unsupported("MPI_File_set_atomicity", fh); }
[[gnu::weak, gnu::alias("PMPI_File_set_atomicity")]] int MPI_File_set_atomicity(MPI_File, int);

int PMPI_File_set_errhandler(MPI_File file, MPI_Errhandler) { return unsupported("MPI_File_set_errhandler", file); }
[[gnu::weak, gnu::alias("PMPI_File_set_errhandler")]] int MPI_File_set_errhandler(MPI_File, MPI_Errhandler);

int PMPI_File_set_info(MPI_File fh, MPI_Info) { return unsupported("MPI_File_set_info", fh); }
[[gnu::weak, gnu::alias("PMPI_File_set_info")]] int MPI_File_set_info(MPI_File, MPI_Info);

int PMPI_File_set_size(MPI_File fh, MPI_Offset) { return unsupported("MPI_File_set_size", fh); }
[[gnu::weak, gnu::alias("PMPI_File_set_size")]] int MPI_File_set_size(MPI_File, MPI_Offset);

int PMPI_File_set_view(MPI_File fh, MPI_Offset, MPI_Datatype, MPI_Datatype, const char*, MPI_Info) {
  return unsupported("MPI_File_set_view", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_set_view")]] int MPI_File_set_view(MPI_File, MPI_Offset, MPI_Datatype, MPI_Datatype,
    const char*, MPI_Info);

int PMPI_File_sync(MPI_File fh) { return unsupported("MPI_File_sync", fh); }
[[gnu::weak, gnu::alias("PMPI_File_sync")]] int MPI_File_sync(MPI_File);

int PMPI_File_write(MPI_File fh, const void*, int, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_write", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write")]] int MPI_File_write(MPI_File, const void*, int, MPI_Datatype, MPI_Status*);

int PMPI_File_write_c(MPI_File fh, const void*, MPI_Count, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_write_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_c")]] int MPI_File_write_c(MPI_File, const void*, MPI_Count, MPI_Datatype,
    MPI_Status*);

int PMPI_File_write_all(MPI_File fh, const void*, int, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_write_all", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_all")]] int MPI_File_write_all(MPI_File, const void*, int, MPI_Datatype,
    MPI_Status*);

int PMPI_File_write_all_c(MPI_File fh, const void*, MPI_Count, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_write_all_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_all_c")]] int MPI_File_write_all_c(MPI_File, const void*, MPI_Count,
    MPI_Datatype, MPI_Status*);

int PMPI_File_write_all_begin(MPI_File fh, const void*, int, MPI_Datatype) {
  return unsupported("MPI_File_write_all_begin", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_all_begin")]] int MPI_File_write_all_begin(MPI_File, const void*, int,
    MPI_Datatype);

int PMPI_File_write_all_begin_c(MPI_File fh, const void*, MPI_Count, MPI_Datatype) {
  return unsupported("MPI_File_write_all_begin_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_all_begin_c")]] int MPI_File_write_all_begin_c(MPI_File, const void*,
    MPI_Count, MPI_Datatype);

int PMPI_File_write_all_end(MPI_File fh, const void*, MPI_Status*) {
  return unsupported("MPI_File_write_all_end", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_all_end")]] int MPI_File_write_all_end(MPI_File, const void*, MPI_Status*);

int PMPI_File_write_at(MPI_File fh, MPI_Offset, const void*, int, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_write_at", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_at")]] int MPI_File_write_at(MPI_File, MPI_Offset, const void*, int,
    MPI_Datatype, MPI_Status*);

int PMPI_File_write_at_c(MPI_File fh, MPI_Offset, const void*, MPI_Count, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_write_at_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_at_c")]] int MPI_File_write_at_c(MPI_File, MPI_Offset, const void*, MPI_Count,
    MPI_Datatype, MPI_Status*);

int PMPI_File_write_at_all(MPI_File fh, MPI_Offset, const void*, int, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_write_at_all", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_at_all")]] int MPI_File_write_at_all(MPI_File, MPI_Offset, const void*, int,
    MPI_Datatype, MPI_Status*);

int PMPI_File_write_at_all_c(MPI_File fh, MPI_Offset, const void*, MPI_Count, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_write_at_all_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_at_all_c")]] int MPI_File_write_at_all_c(MPI_File, MPI_Offset, const void*,
    MPI_Count, MPI_Datatype, MPI_Status*);

int PMPI_File_write_at_all_begin(MPI_File fh, MPI_Offset, const void*, int, MPI_Datatype) {
  return unsupported("MPI_File_write_at_all_begin", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_at_all_begin")]] int MPI_File_write_at_all_begin(MPI_File, MPI_Offset,
    const void*, int, MPI_Datatype);

int PMPI_File_write_at_all_begin_c(MPI_File fh, MPI_Offset, const void*, MPI_Count, MPI_Datatype) {
  return unsupported("MPI_File_write_at_all_begin_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_at_all_begin_c")]] int MPI_File_write_at_all_begin_c(MPI_File, MPI_Offset,
    const void*, MPI_Count, MPI_Datatype);

int PMPI_File_write_at_all_end(MPI_File fh, const void*, MPI_Status*) {
  return unsupported("MPI_File_write_at_all_end", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_at_all_end")]] int MPI_File_write_at_all_end(MPI_File, const void*,
    MPI_Status*);

int PMPI_File_write_ordered(MPI_File fh, const void*, int, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_write_ordered", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_ordered")]] int MPI_File_write_ordered(MPI_File, const void*, int,
    MPI_Datatype, MPI_Status*);

int PMPI_File_write_ordered_c(MPI_File fh, const void*, MPI_Count, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_write_ordered_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_ordered_c")]] int MPI_File_write_ordered_c(MPI_File, const void*, MPI_Count,
    MPI_Datatype, MPI_Status*);

int PMPI_File_write_ordered_begin(MPI_File fh, const void*, int, MPI_Datatype) {
  return unsupported("MPI_File_write_ordered_begin", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_ordered_begin")]] int MPI_File_write_ordered_begin(MPI_File, const void*, int,
    MPI_Datatype);

int PMPI_File_write_ordered_begin_c(MPI_File fh, const void*, MPI_Count, MPI_Datatype) {
  return unsupported("MPI_File_write_ordered_begin_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_ordered_begin_c")]] int MPI_File_write_ordered_begin_c(MPI_File, const void*,
    MPI_Count, MPI_Datatype);

int PMPI_File_write_ordered_end(MPI_File fh, const void*, MPI_Status*) {
  return unsupported("MPI_File_write_ordered_end", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_ordered_end")]] int MPI_File_write_ordered_end(MPI_File, const void*,
    MPI_Status*);

int PMPI_File_write_shared(MPI_File fh, const void*, int, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_write_shared", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_shared")]] int MPI_File_write_shared(MPI_File, const void*, int, MPI_Datatype,
    MPI_Status*);

int PMPI_File_write_shared_c(MPI_File fh, const void*, MPI_Count, MPI_Datatype, MPI_Status*) {
  return unsupported("MPI_File_write_shared_c", fh);
}
[[gnu::weak, gnu::alias("PMPI_File_write_shared_c")]] int MPI_File_write_shared_c(MPI_File, const void*, MPI_Count,
    MPI_Datatype, MPI_Status*);

int PMPI_Register_datarep(const char*, MPI_Datarep_conversion_function*, MPI_Datarep_conversion_function*,
    MPI_Datarep_extent_function*, void*) {
  return unsupported("MPI_Register_datarep", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Register_datarep")]] int MPI_Register_datarep(const char*,
    MPI_Datarep_conversion_function*, MPI_Datarep_conversion_function*, MPI_Datarep_extent_function*, void*);

int PMPI_Register_datarep_c(const char*, MPI_Datarep_conversion_function_c*, MPI_Datarep_conversion_function_c*,
    MPI_Datarep_extent_function*, void*) {
  return unsupported("MPI_Register_datarep_c", Raiser::none());
}
[[gnu::weak, gnu::alias("PMPI_Register_datarep_c")]] int MPI_Register_datarep_c(const char*,
    MPI_Datarep_conversion_function_c*, MPI_Datarep_conversion_function_c*, MPI_Datarep_extent_function*, void*);

}  // extern "C"
