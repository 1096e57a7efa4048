// SPDX-License-Identifier: BSD-3-Clause
// Small calls about the environment: versions, names, time, addresses (MPI 5.0, chapters 9 and 4.1).
#include <unistd.h>

#include <cstring>
#include <string_view>

#include "base/clock.hpp"
#include "mpi/checks.hpp"
#include "mpi/generated/api_misc.hpp"

namespace baton::mpi::api {
namespace {

constexpr Raiser where = Raiser::none();

#ifdef BATON_VERSION
constexpr std::string_view library_version = "Baton " BATON_VERSION " (MPI 5.0, standard ABI 1.0)";
#else
constexpr std::string_view library_version = "Baton (MPI 5.0, standard ABI 1.0)";
#endif
static_assert(library_version.size() < MPI_MAX_LIBRARY_VERSION_STRING);

}  // namespace

int get_version(int* version, int* subversion) {
  if (int code = check_pointer(where, "version", version)) return code;
  if (int code = check_pointer(where, "subversion", subversion)) return code;
  *version = MPI_VERSION;
  *subversion = MPI_SUBVERSION;
  return MPI_SUCCESS;
}

int get_library_version(char* version, int* resultlen) {
  if (int code = check_pointer(where, "version", version)) return code;
  if (int code = check_pointer(where, "resultlen", resultlen)) return code;
  version[library_version.copy(version, MPI_MAX_LIBRARY_VERSION_STRING - 1)] = '\0';
  *resultlen = static_cast<int>(library_version.size());
  return MPI_SUCCESS;
}

int get_processor_name(char* name, int* resultlen) {
  if (int code = check_pointer(where, "name", name)) return code;
  if (int code = check_pointer(where, "resultlen", resultlen)) return code;
  if (gethostname(name, MPI_MAX_PROCESSOR_NAME) != 0) std::strcpy(name, "localhost");
  name[MPI_MAX_PROCESSOR_NAME - 1] = '\0';
  *resultlen = static_cast<int>(std::strlen(name));
  return MPI_SUCCESS;
}

int pcontrol(int /*level*/) { return MPI_SUCCESS; }  // for profilers, which take the name over

int get_address(const void* location, MPI_Aint* address) {
  if (int code = check_pointer(where, "address", address)) return code;
  *address = reinterpret_cast<MPI_Aint>(location);
  return MPI_SUCCESS;
}

// Through unsigned numbers, which wrap: addresses are no signed numbers.
MPI_Aint aint_add(MPI_Aint base, MPI_Aint disp) {
  return static_cast<MPI_Aint>(static_cast<std::uintptr_t>(base) + static_cast<std::uintptr_t>(disp));
}
MPI_Aint aint_diff(MPI_Aint addr1, MPI_Aint addr2) {
  return static_cast<MPI_Aint>(static_cast<std::uintptr_t>(addr1) - static_cast<std::uintptr_t>(addr2));
}

double wtime() { return static_cast<double>(now_ns()) * 1e-9; }

double wtick() {
  timespec resolution{};
  if (clock_getres(CLOCK_MONOTONIC, &resolution) != 0) return 1e-9;
  return static_cast<double>(resolution.tv_sec) + static_cast<double>(resolution.tv_nsec) * 1e-9;
}

}  // namespace baton::mpi::api
