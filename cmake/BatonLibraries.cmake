# SPDX-License-Identifier: BSD-3-Clause
# The two shared libraries (docs/adr/0006): libbaton.so holds every room but mpi and exports baton:: only;
# libmpi_abi.so.1 holds room mpi and exports MPI_*/PMPI_* only. One copy of all state lives in libbaton.
get_property(all_rooms GLOBAL PROPERTY BATON_ROOMS)
set(core_targets "")
foreach(room IN LISTS all_rooms)
  get_target_property(type baton_${room} TYPE)
  if(type STREQUAL OBJECT_LIBRARY AND NOT room STREQUAL mpi)
    list(APPEND core_targets baton_${room})
  endif()
endforeach()

# A symbol that no room defines fails here, not in a user's link. (Sanitizer runtimes are only in executables.)
if(NOT BATON_SANITIZE)
  set(no_undefined -Wl,-z,defs)
endif()

add_library(baton SHARED)
add_library(Baton::baton ALIAS baton)
target_link_libraries(baton PRIVATE ${core_targets} ${CMAKE_DL_LIBS})
# A folder that holds baton/ and no mpi.h: a code that links Baton::baton may use another MPI's mpi.h.
set(native_include ${CMAKE_INSTALL_DATADIR}/baton/include)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/native)
file(CREATE_LINK ${PROJECT_SOURCE_DIR}/include/baton ${PROJECT_BINARY_DIR}/native/baton SYMBOLIC)
target_include_directories(baton INTERFACE $<BUILD_INTERFACE:${PROJECT_BINARY_DIR}/native>
                                           $<INSTALL_INTERFACE:${native_include}>)
target_compile_features(baton INTERFACE cxx_std_20)
set(core_map ${PROJECT_SOURCE_DIR}/cmake/baton.map)
target_link_options(baton PRIVATE -Wl,--version-script=${core_map} -Wl,-Bsymbolic-functions -Wl,--as-needed -Wl,-z,now ${no_undefined})
set_target_properties(baton PROPERTIES LINKER_LANGUAGE CXX LINK_DEPENDS ${core_map} VERSION ${PROJECT_VERSION} SOVERSION 0
                                       INSTALL_RPATH "$ORIGIN")

if(TARGET baton_mpi)
  add_library(mpi_abi SHARED)
  add_library(Baton::mpi ALIAS mpi_abi)
  # -fno-plt: a call from an entry into libbaton is one indirect call through the GOT, bound at load (-z now).
  target_compile_options(baton_mpi PRIVATE -fno-plt)
  target_link_libraries(mpi_abi PRIVATE baton_mpi baton)
  target_include_directories(mpi_abi INTERFACE $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>
                                               $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  set(abi_map ${PROJECT_SOURCE_DIR}/src/mpi/generated/exports.map)
  if(NOT EXISTS ${abi_map})
    set(abi_map ${PROJECT_BINARY_DIR}/mpi_abi.map)
    file(WRITE ${abi_map} "{ global: MPI_*; PMPI_*; local: *; };\n")
  endif()
  target_link_options(mpi_abi PRIVATE -Wl,--version-script=${abi_map} -Wl,-Bsymbolic-functions -Wl,--as-needed -Wl,-z,now ${no_undefined})
  set_target_properties(mpi_abi PROPERTIES LINKER_LANGUAGE CXX LINK_DEPENDS ${abi_map} VERSION 1.0 SOVERSION 1
                                           INSTALL_RPATH "$ORIGIN")
endif()
