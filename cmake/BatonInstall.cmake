# SPDX-License-Identifier: BSD-3-Clause
# What `cmake --install` puts where. Nothing of it holds the prefix, so a tree may be moved as a whole.
include(CMakePackageConfigHelpers)
set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/Baton)
set_target_properties(baton PROPERTIES EXPORT_NAME baton)
install(TARGETS baton EXPORT BatonTargets LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
if(TARGET mpi_abi)
  set_target_properties(mpi_abi PROPERTIES EXPORT_NAME mpi)
  install(TARGETS mpi_abi EXPORT BatonTargets LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
endif()
install(EXPORT BatonTargets NAMESPACE Baton:: DESTINATION ${package_dir})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.h"
        PATTERN "*.hpp")
# The native API's headers once more, without mpi.h beside them (BatonLibraries.cmake): a relative link.
file(RELATIVE_PATH native_target /${native_include} /${CMAKE_INSTALL_INCLUDEDIR}/baton)
file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/installed)
file(CREATE_LINK ${native_target} ${PROJECT_BINARY_DIR}/installed/baton SYMBOLIC)
install(FILES ${PROJECT_BINARY_DIR}/installed/baton DESTINATION ${native_include})

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/BatonConfig.cmake.in ${PROJECT_BINARY_DIR}/BatonConfig.cmake
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/BatonConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/BatonConfig.cmake ${PROJECT_BINARY_DIR}/BatonConfigVersion.cmake
        DESTINATION ${package_dir})

foreach(module baton baton-mpi)
  configure_file(${CMAKE_CURRENT_LIST_DIR}/${module}.pc.in ${PROJECT_BINARY_DIR}/${module}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${module}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endforeach()
