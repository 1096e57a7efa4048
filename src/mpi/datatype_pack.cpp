// SPDX-License-Identifier: BSD-3-Clause
// Bodies of packing: MPI_Pack and MPI_Unpack, whose packed form is the bytes in typemap order, and the portable
// external32 form (MPI 5.0, 5.2 and 5.3).
#include <cstring>

#include "datatype/external32.hpp"
#include "mpi/datatype_access.hpp"
#include "mpi/generated/api_datatype.hpp"
#include "mpi/objects.hpp"

namespace baton::mpi::api {
namespace {

constexpr Raiser anywhere = Raiser::none();

int check_position(const Raiser& where, CountOut position, const char* size_name, MPI_Count size) {
  if (position.is_null()) return fail_null(where, "position", MPI_ERR_ARG);
  if (size < 0) return fail(where, MPI_ERR_ARG, "argument '{}' = {}: must not be negative", size_name, size);
  if (const MPI_Count at = position.get(); at < 0 || at > size) {
    return fail(where, MPI_ERR_ARG, "argument 'position' = {}: must be within the packed buffer of {} bytes", at, size);
  }
  return MPI_SUCCESS;
}

/// Bytes of `count` elements that must fit into what is left of the packed buffer.
int check_space(const Raiser& where, const char* size_name, MPI_Count left, std::optional<std::int64_t> needed) {
  if (needed && *needed <= left) return MPI_SUCCESS;
  return fail(where, MPI_ERR_TRUNCATE, "argument '{}': {} bytes are left after 'position', the data need {}", size_name,
              left, needed.value_or(-1));
}

int check_elements(const Raiser& where, const char* buffer_name, const void* buffer, const char* count_name,
                   MPI_Count count, const Datatype& type) {
  if (int code = check_count(where, count_name, count)) return code;
  if (int code = check_committed(where, "datatype", type.committed())) return code;
  return check_buffer(where, buffer_name, buffer, count, !type.is_builtin() || type.size() == 0);
}

int check_comm(MPI_Comm comm) {
  Communicator* communicator = nullptr;
  return check_handle(comm, "comm", comms(), comm, communicator);
}

int check_datarep(const char* datarep) {
  if (int code = check_pointer(anywhere, "datarep", datarep)) return code;
  if (std::strcmp(datarep, "external32") == 0) return MPI_SUCCESS;
  return fail(anywhere, MPI_ERR_UNSUPPORTED_DATAREP, "argument 'datarep' = \"{}\": only \"external32\" is known here",
              datarep);
}

std::span<std::byte> rest(void* buffer, MPI_Count size, MPI_Count position) {
  return {static_cast<std::byte*>(buffer) + position, static_cast<std::size_t>(size - position)};
}
std::span<const std::byte> rest(const void* buffer, MPI_Count size, MPI_Count position) {
  return {static_cast<const std::byte*>(buffer) + position, static_cast<std::size_t>(size - position)};
}

/// Moves the position on by what a conversion did, or raises what went wrong.
int conclude_external(const Result<std::int64_t>& moved, CountOut position) {
  if (moved) {
    position.set(position.get() + *moved);
    return MPI_SUCCESS;
  }
  if (moved.error().code == Code::type_mismatch) return fail(anywhere, MPI_ERR_CONVERSION, "{}", moved.error().what);
  return fail(anywhere, moved.error());
}

}  // namespace

int pack(const void* inbuf, MPI_Count incount, MPI_Datatype datatype, void* outbuf, MPI_Count outsize,
         CountOut position, MPI_Comm comm) {
  const Datatype* type = nullptr;
  if (int code = check_comm(comm)) return code;
  if (int code = look_up("datatype", datatype, type, comm)) return code;
  if (int code = check_elements(comm, "inbuf", inbuf, "incount", incount, *type)) return code;
  if (int code = check_position(comm, position, "outsize", outsize)) return code;
  const MPI_Count at = position.get();
  const auto needed = type->bytes(incount);
  if (int code = check_space(comm, "outsize", outsize - at, needed)) return code;
  if (int code = check_array(comm, "outbuf", outbuf, *needed, MPI_ERR_BUFFER)) return code;
  datatype::Cursor cursor;
  type->pack(cursor, inbuf, incount, rest(outbuf, outsize, at));
  position.set(at + *needed);
  return MPI_SUCCESS;
}

int unpack(const void* inbuf, MPI_Count insize, CountOut position, void* outbuf, MPI_Count outcount,
           MPI_Datatype datatype, MPI_Comm comm) {
  const Datatype* type = nullptr;
  if (int code = check_comm(comm)) return code;
  if (int code = look_up("datatype", datatype, type, comm)) return code;
  if (int code = check_elements(comm, "outbuf", outbuf, "outcount", outcount, *type)) return code;
  if (int code = check_position(comm, position, "insize", insize)) return code;
  const MPI_Count at = position.get();
  const auto needed = type->bytes(outcount);
  if (int code = check_space(comm, "insize", insize - at, needed)) return code;
  if (int code = check_array(comm, "inbuf", inbuf, *needed, MPI_ERR_BUFFER)) return code;
  datatype::Cursor cursor;
  type->unpack(cursor, outbuf, outcount, rest(inbuf, insize, at));
  position.set(at + *needed);
  return MPI_SUCCESS;
}

int pack_size(MPI_Count incount, MPI_Datatype datatype, MPI_Comm comm, CountOut size) {
  const Datatype* type = nullptr;
  if (int code = check_comm(comm)) return code;
  if (int code = check_count(comm, "incount", incount)) return code;
  if (int code = look_up("datatype", datatype, type, comm)) return code;
  if (size.is_null()) return fail_null(comm, "size", MPI_ERR_ARG);
  const auto bytes = type->bytes(incount);
  if (!bytes) return fail(comm, MPI_ERR_COUNT, "argument 'incount' = {}: the packed size exceeds 64 bits", incount);
  size.set(*bytes);
  return MPI_SUCCESS;
}

int pack_external(const char* datarep, const void* inbuf, MPI_Count incount, MPI_Datatype datatype, void* outbuf,
                  MPI_Count outsize, CountOut position) {
  const Datatype* type = nullptr;
  if (int code = check_datarep(datarep)) return code;
  if (int code = look_up("datatype", datatype, type)) return code;
  if (int code = check_elements(anywhere, "inbuf", inbuf, "incount", incount, *type)) return code;
  if (int code = check_position(anywhere, position, "outsize", outsize)) return code;
  if (int code = check_array(anywhere, "outbuf", outbuf, outsize, MPI_ERR_BUFFER)) return code;
  return conclude_external(datatype::pack_external32(*type, inbuf, incount, rest(outbuf, outsize, position.get())),
                           position);
}

int unpack_external(const char* datarep, const void* inbuf, MPI_Count insize, CountOut position, void* outbuf,
                    MPI_Count outcount, MPI_Datatype datatype) {
  const Datatype* type = nullptr;
  if (int code = check_datarep(datarep)) return code;
  if (int code = look_up("datatype", datatype, type)) return code;
  if (int code = check_elements(anywhere, "outbuf", outbuf, "outcount", outcount, *type)) return code;
  if (int code = check_position(anywhere, position, "insize", insize)) return code;
  if (int code = check_array(anywhere, "inbuf", inbuf, insize, MPI_ERR_BUFFER)) return code;
  return conclude_external(datatype::unpack_external32(*type, outbuf, outcount, rest(inbuf, insize, position.get())),
                           position);
}

int pack_external_size(const char* datarep, MPI_Count incount, MPI_Datatype datatype, CountOut size) {
  const Datatype* type = nullptr;
  if (int code = check_datarep(datarep)) return code;
  if (int code = check_count(anywhere, "incount", incount)) return code;
  if (int code = look_up("datatype", datatype, type)) return code;
  if (size.is_null()) return fail_null(anywhere, "size", MPI_ERR_ARG);
  const auto bytes = datatype::external32_size(*type, incount);
  if (!bytes) return fail(anywhere, bytes.error());
  size.set(*bytes);
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
