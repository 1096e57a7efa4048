// SPDX-License-Identifier: BSD-3-Clause
// Every entry point of the C API, in both names, of one type. Linked into tests/mpi/abi.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/surface.hpp"

#include <type_traits>

#include "mpi.h"

static_assert(std::is_same_v<decltype(MPI_Abi_get_fortran_booleans), decltype(PMPI_Abi_get_fortran_booleans)>);
static_assert(std::is_same_v<decltype(MPI_Abi_get_fortran_info), decltype(PMPI_Abi_get_fortran_info)>);
static_assert(std::is_same_v<decltype(MPI_Abi_get_info), decltype(PMPI_Abi_get_info)>);
static_assert(std::is_same_v<decltype(MPI_Abi_get_version), decltype(PMPI_Abi_get_version)>);
static_assert(std::is_same_v<decltype(MPI_Abi_set_fortran_booleans), decltype(PMPI_Abi_set_fortran_booleans)>);
static_assert(std::is_same_v<decltype(MPI_Abi_set_fortran_info), decltype(PMPI_Abi_set_fortran_info)>);
static_assert(std::is_same_v<decltype(MPI_Comm_fromint), decltype(PMPI_Comm_fromint)>);
static_assert(std::is_same_v<decltype(MPI_Comm_toint), decltype(PMPI_Comm_toint)>);
static_assert(std::is_same_v<decltype(MPI_Errhandler_fromint), decltype(PMPI_Errhandler_fromint)>);
static_assert(std::is_same_v<decltype(MPI_Errhandler_toint), decltype(PMPI_Errhandler_toint)>);
static_assert(std::is_same_v<decltype(MPI_File_fromint), decltype(PMPI_File_fromint)>);
static_assert(std::is_same_v<decltype(MPI_File_toint), decltype(PMPI_File_toint)>);
static_assert(std::is_same_v<decltype(MPI_Group_fromint), decltype(PMPI_Group_fromint)>);
static_assert(std::is_same_v<decltype(MPI_Group_toint), decltype(PMPI_Group_toint)>);
static_assert(std::is_same_v<decltype(MPI_Info_fromint), decltype(PMPI_Info_fromint)>);
static_assert(std::is_same_v<decltype(MPI_Info_toint), decltype(PMPI_Info_toint)>);
static_assert(std::is_same_v<decltype(MPI_Message_fromint), decltype(PMPI_Message_fromint)>);
static_assert(std::is_same_v<decltype(MPI_Message_toint), decltype(PMPI_Message_toint)>);
static_assert(std::is_same_v<decltype(MPI_Op_fromint), decltype(PMPI_Op_fromint)>);
static_assert(std::is_same_v<decltype(MPI_Op_toint), decltype(PMPI_Op_toint)>);
static_assert(std::is_same_v<decltype(MPI_Request_fromint), decltype(PMPI_Request_fromint)>);
static_assert(std::is_same_v<decltype(MPI_Request_toint), decltype(PMPI_Request_toint)>);
static_assert(std::is_same_v<decltype(MPI_Session_fromint), decltype(PMPI_Session_fromint)>);
static_assert(std::is_same_v<decltype(MPI_Session_toint), decltype(PMPI_Session_toint)>);
static_assert(std::is_same_v<decltype(MPI_Type_fromint), decltype(PMPI_Type_fromint)>);
static_assert(std::is_same_v<decltype(MPI_Type_toint), decltype(PMPI_Type_toint)>);
static_assert(std::is_same_v<decltype(MPI_Win_fromint), decltype(PMPI_Win_fromint)>);
static_assert(std::is_same_v<decltype(MPI_Win_toint), decltype(PMPI_Win_toint)>);
static_assert(std::is_same_v<decltype(MPI_Attr_delete), decltype(PMPI_Attr_delete)>);
static_assert(std::is_same_v<decltype(MPI_Attr_get), decltype(PMPI_Attr_get)>);
static_assert(std::is_same_v<decltype(MPI_Attr_put), decltype(PMPI_Attr_put)>);
static_assert(std::is_same_v<decltype(MPI_Comm_create_keyval), decltype(PMPI_Comm_create_keyval)>);
static_assert(std::is_same_v<decltype(MPI_Comm_delete_attr), decltype(PMPI_Comm_delete_attr)>);
static_assert(std::is_same_v<decltype(MPI_Comm_free_keyval), decltype(PMPI_Comm_free_keyval)>);
static_assert(std::is_same_v<decltype(MPI_Comm_get_attr), decltype(PMPI_Comm_get_attr)>);
static_assert(std::is_same_v<decltype(MPI_Comm_set_attr), decltype(PMPI_Comm_set_attr)>);
static_assert(std::is_same_v<decltype(MPI_Keyval_create), decltype(PMPI_Keyval_create)>);
static_assert(std::is_same_v<decltype(MPI_Keyval_free), decltype(PMPI_Keyval_free)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_keyval), decltype(PMPI_Type_create_keyval)>);
static_assert(std::is_same_v<decltype(MPI_Type_delete_attr), decltype(PMPI_Type_delete_attr)>);
static_assert(std::is_same_v<decltype(MPI_Type_free_keyval), decltype(PMPI_Type_free_keyval)>);
static_assert(std::is_same_v<decltype(MPI_Type_get_attr), decltype(PMPI_Type_get_attr)>);
static_assert(std::is_same_v<decltype(MPI_Type_set_attr), decltype(PMPI_Type_set_attr)>);
static_assert(std::is_same_v<decltype(MPI_Win_create_keyval), decltype(PMPI_Win_create_keyval)>);
static_assert(std::is_same_v<decltype(MPI_Win_delete_attr), decltype(PMPI_Win_delete_attr)>);
static_assert(std::is_same_v<decltype(MPI_Win_free_keyval), decltype(PMPI_Win_free_keyval)>);
static_assert(std::is_same_v<decltype(MPI_Win_get_attr), decltype(PMPI_Win_get_attr)>);
static_assert(std::is_same_v<decltype(MPI_Win_set_attr), decltype(PMPI_Win_set_attr)>);
static_assert(std::is_same_v<decltype(MPI_Allgather), decltype(PMPI_Allgather)>);
static_assert(std::is_same_v<decltype(MPI_Allgather_c), decltype(PMPI_Allgather_c)>);
static_assert(std::is_same_v<decltype(MPI_Allgatherv), decltype(PMPI_Allgatherv)>);
static_assert(std::is_same_v<decltype(MPI_Allgatherv_c), decltype(PMPI_Allgatherv_c)>);
static_assert(std::is_same_v<decltype(MPI_Allreduce), decltype(PMPI_Allreduce)>);
static_assert(std::is_same_v<decltype(MPI_Allreduce_c), decltype(PMPI_Allreduce_c)>);
static_assert(std::is_same_v<decltype(MPI_Alltoall), decltype(PMPI_Alltoall)>);
static_assert(std::is_same_v<decltype(MPI_Alltoall_c), decltype(PMPI_Alltoall_c)>);
static_assert(std::is_same_v<decltype(MPI_Alltoallv), decltype(PMPI_Alltoallv)>);
static_assert(std::is_same_v<decltype(MPI_Alltoallv_c), decltype(PMPI_Alltoallv_c)>);
static_assert(std::is_same_v<decltype(MPI_Alltoallw), decltype(PMPI_Alltoallw)>);
static_assert(std::is_same_v<decltype(MPI_Alltoallw_c), decltype(PMPI_Alltoallw_c)>);
static_assert(std::is_same_v<decltype(MPI_Barrier), decltype(PMPI_Barrier)>);
static_assert(std::is_same_v<decltype(MPI_Bcast), decltype(PMPI_Bcast)>);
static_assert(std::is_same_v<decltype(MPI_Bcast_c), decltype(PMPI_Bcast_c)>);
static_assert(std::is_same_v<decltype(MPI_Exscan), decltype(PMPI_Exscan)>);
static_assert(std::is_same_v<decltype(MPI_Exscan_c), decltype(PMPI_Exscan_c)>);
static_assert(std::is_same_v<decltype(MPI_Gather), decltype(PMPI_Gather)>);
static_assert(std::is_same_v<decltype(MPI_Gather_c), decltype(PMPI_Gather_c)>);
static_assert(std::is_same_v<decltype(MPI_Gatherv), decltype(PMPI_Gatherv)>);
static_assert(std::is_same_v<decltype(MPI_Gatherv_c), decltype(PMPI_Gatherv_c)>);
static_assert(std::is_same_v<decltype(MPI_Reduce), decltype(PMPI_Reduce)>);
static_assert(std::is_same_v<decltype(MPI_Reduce_c), decltype(PMPI_Reduce_c)>);
static_assert(std::is_same_v<decltype(MPI_Reduce_scatter), decltype(PMPI_Reduce_scatter)>);
static_assert(std::is_same_v<decltype(MPI_Reduce_scatter_c), decltype(PMPI_Reduce_scatter_c)>);
static_assert(std::is_same_v<decltype(MPI_Reduce_scatter_block), decltype(PMPI_Reduce_scatter_block)>);
static_assert(std::is_same_v<decltype(MPI_Reduce_scatter_block_c), decltype(PMPI_Reduce_scatter_block_c)>);
static_assert(std::is_same_v<decltype(MPI_Scan), decltype(PMPI_Scan)>);
static_assert(std::is_same_v<decltype(MPI_Scan_c), decltype(PMPI_Scan_c)>);
static_assert(std::is_same_v<decltype(MPI_Scatter), decltype(PMPI_Scatter)>);
static_assert(std::is_same_v<decltype(MPI_Scatter_c), decltype(PMPI_Scatter_c)>);
static_assert(std::is_same_v<decltype(MPI_Scatterv), decltype(PMPI_Scatterv)>);
static_assert(std::is_same_v<decltype(MPI_Scatterv_c), decltype(PMPI_Scatterv_c)>);
static_assert(std::is_same_v<decltype(MPI_Comm_attach_buffer), decltype(PMPI_Comm_attach_buffer)>);
static_assert(std::is_same_v<decltype(MPI_Comm_attach_buffer_c), decltype(PMPI_Comm_attach_buffer_c)>);
static_assert(std::is_same_v<decltype(MPI_Comm_compare), decltype(PMPI_Comm_compare)>);
static_assert(std::is_same_v<decltype(MPI_Comm_create), decltype(PMPI_Comm_create)>);
static_assert(std::is_same_v<decltype(MPI_Comm_create_group), decltype(PMPI_Comm_create_group)>);
static_assert(std::is_same_v<decltype(MPI_Comm_detach_buffer), decltype(PMPI_Comm_detach_buffer)>);
static_assert(std::is_same_v<decltype(MPI_Comm_detach_buffer_c), decltype(PMPI_Comm_detach_buffer_c)>);
static_assert(std::is_same_v<decltype(MPI_Comm_dup), decltype(PMPI_Comm_dup)>);
static_assert(std::is_same_v<decltype(MPI_Comm_dup_with_info), decltype(PMPI_Comm_dup_with_info)>);
static_assert(std::is_same_v<decltype(MPI_Comm_flush_buffer), decltype(PMPI_Comm_flush_buffer)>);
static_assert(std::is_same_v<decltype(MPI_Comm_free), decltype(PMPI_Comm_free)>);
static_assert(std::is_same_v<decltype(MPI_Comm_get_info), decltype(PMPI_Comm_get_info)>);
static_assert(std::is_same_v<decltype(MPI_Comm_get_name), decltype(PMPI_Comm_get_name)>);
static_assert(std::is_same_v<decltype(MPI_Comm_group), decltype(PMPI_Comm_group)>);
static_assert(std::is_same_v<decltype(MPI_Comm_idup), decltype(PMPI_Comm_idup)>);
static_assert(std::is_same_v<decltype(MPI_Comm_idup_with_info), decltype(PMPI_Comm_idup_with_info)>);
static_assert(std::is_same_v<decltype(MPI_Comm_iflush_buffer), decltype(PMPI_Comm_iflush_buffer)>);
static_assert(std::is_same_v<decltype(MPI_Comm_rank), decltype(PMPI_Comm_rank)>);
static_assert(std::is_same_v<decltype(MPI_Comm_remote_group), decltype(PMPI_Comm_remote_group)>);
static_assert(std::is_same_v<decltype(MPI_Comm_remote_size), decltype(PMPI_Comm_remote_size)>);
static_assert(std::is_same_v<decltype(MPI_Comm_set_info), decltype(PMPI_Comm_set_info)>);
static_assert(std::is_same_v<decltype(MPI_Comm_set_name), decltype(PMPI_Comm_set_name)>);
static_assert(std::is_same_v<decltype(MPI_Comm_size), decltype(PMPI_Comm_size)>);
static_assert(std::is_same_v<decltype(MPI_Comm_split), decltype(PMPI_Comm_split)>);
static_assert(std::is_same_v<decltype(MPI_Comm_split_type), decltype(PMPI_Comm_split_type)>);
static_assert(std::is_same_v<decltype(MPI_Comm_test_inter), decltype(PMPI_Comm_test_inter)>);
static_assert(std::is_same_v<decltype(MPI_Intercomm_create), decltype(PMPI_Intercomm_create)>);
static_assert(std::is_same_v<decltype(MPI_Intercomm_merge), decltype(PMPI_Intercomm_merge)>);
static_assert(std::is_same_v<decltype(MPI_Pack), decltype(PMPI_Pack)>);
static_assert(std::is_same_v<decltype(MPI_Pack_c), decltype(PMPI_Pack_c)>);
static_assert(std::is_same_v<decltype(MPI_Pack_external), decltype(PMPI_Pack_external)>);
static_assert(std::is_same_v<decltype(MPI_Pack_external_c), decltype(PMPI_Pack_external_c)>);
static_assert(std::is_same_v<decltype(MPI_Pack_external_size), decltype(PMPI_Pack_external_size)>);
static_assert(std::is_same_v<decltype(MPI_Pack_external_size_c), decltype(PMPI_Pack_external_size_c)>);
static_assert(std::is_same_v<decltype(MPI_Pack_size), decltype(PMPI_Pack_size)>);
static_assert(std::is_same_v<decltype(MPI_Pack_size_c), decltype(PMPI_Pack_size_c)>);
static_assert(std::is_same_v<decltype(MPI_Type_commit), decltype(PMPI_Type_commit)>);
static_assert(std::is_same_v<decltype(MPI_Type_contiguous), decltype(PMPI_Type_contiguous)>);
static_assert(std::is_same_v<decltype(MPI_Type_contiguous_c), decltype(PMPI_Type_contiguous_c)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_darray), decltype(PMPI_Type_create_darray)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_darray_c), decltype(PMPI_Type_create_darray_c)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_f90_complex), decltype(PMPI_Type_create_f90_complex)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_f90_integer), decltype(PMPI_Type_create_f90_integer)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_f90_real), decltype(PMPI_Type_create_f90_real)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_hindexed), decltype(PMPI_Type_create_hindexed)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_hindexed_c), decltype(PMPI_Type_create_hindexed_c)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_hindexed_block), decltype(PMPI_Type_create_hindexed_block)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_hindexed_block_c), decltype(PMPI_Type_create_hindexed_block_c)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_hvector), decltype(PMPI_Type_create_hvector)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_hvector_c), decltype(PMPI_Type_create_hvector_c)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_indexed_block), decltype(PMPI_Type_create_indexed_block)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_indexed_block_c), decltype(PMPI_Type_create_indexed_block_c)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_resized), decltype(PMPI_Type_create_resized)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_resized_c), decltype(PMPI_Type_create_resized_c)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_struct), decltype(PMPI_Type_create_struct)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_struct_c), decltype(PMPI_Type_create_struct_c)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_subarray), decltype(PMPI_Type_create_subarray)>);
static_assert(std::is_same_v<decltype(MPI_Type_create_subarray_c), decltype(PMPI_Type_create_subarray_c)>);
static_assert(std::is_same_v<decltype(MPI_Type_dup), decltype(PMPI_Type_dup)>);
static_assert(std::is_same_v<decltype(MPI_Type_free), decltype(PMPI_Type_free)>);
static_assert(std::is_same_v<decltype(MPI_Type_get_contents), decltype(PMPI_Type_get_contents)>);
static_assert(std::is_same_v<decltype(MPI_Type_get_contents_c), decltype(PMPI_Type_get_contents_c)>);
static_assert(std::is_same_v<decltype(MPI_Type_get_envelope), decltype(PMPI_Type_get_envelope)>);
static_assert(std::is_same_v<decltype(MPI_Type_get_envelope_c), decltype(PMPI_Type_get_envelope_c)>);
static_assert(std::is_same_v<decltype(MPI_Type_get_extent), decltype(PMPI_Type_get_extent)>);
static_assert(std::is_same_v<decltype(MPI_Type_get_extent_c), decltype(PMPI_Type_get_extent_c)>);
static_assert(std::is_same_v<decltype(MPI_Type_get_extent_x), decltype(PMPI_Type_get_extent_x)>);
static_assert(std::is_same_v<decltype(MPI_Type_get_name), decltype(PMPI_Type_get_name)>);
static_assert(std::is_same_v<decltype(MPI_Type_get_true_extent), decltype(PMPI_Type_get_true_extent)>);
static_assert(std::is_same_v<decltype(MPI_Type_get_true_extent_c), decltype(PMPI_Type_get_true_extent_c)>);
static_assert(std::is_same_v<decltype(MPI_Type_get_true_extent_x), decltype(PMPI_Type_get_true_extent_x)>);
static_assert(std::is_same_v<decltype(MPI_Type_get_value_index), decltype(PMPI_Type_get_value_index)>);
static_assert(std::is_same_v<decltype(MPI_Type_indexed), decltype(PMPI_Type_indexed)>);
static_assert(std::is_same_v<decltype(MPI_Type_indexed_c), decltype(PMPI_Type_indexed_c)>);
static_assert(std::is_same_v<decltype(MPI_Type_match_size), decltype(PMPI_Type_match_size)>);
static_assert(std::is_same_v<decltype(MPI_Type_set_name), decltype(PMPI_Type_set_name)>);
static_assert(std::is_same_v<decltype(MPI_Type_size), decltype(PMPI_Type_size)>);
static_assert(std::is_same_v<decltype(MPI_Type_size_c), decltype(PMPI_Type_size_c)>);
static_assert(std::is_same_v<decltype(MPI_Type_size_x), decltype(PMPI_Type_size_x)>);
static_assert(std::is_same_v<decltype(MPI_Type_vector), decltype(PMPI_Type_vector)>);
static_assert(std::is_same_v<decltype(MPI_Type_vector_c), decltype(PMPI_Type_vector_c)>);
static_assert(std::is_same_v<decltype(MPI_Unpack), decltype(PMPI_Unpack)>);
static_assert(std::is_same_v<decltype(MPI_Unpack_c), decltype(PMPI_Unpack_c)>);
static_assert(std::is_same_v<decltype(MPI_Unpack_external), decltype(PMPI_Unpack_external)>);
static_assert(std::is_same_v<decltype(MPI_Unpack_external_c), decltype(PMPI_Unpack_external_c)>);
static_assert(std::is_same_v<decltype(MPI_Add_error_class), decltype(PMPI_Add_error_class)>);
static_assert(std::is_same_v<decltype(MPI_Add_error_code), decltype(PMPI_Add_error_code)>);
static_assert(std::is_same_v<decltype(MPI_Add_error_string), decltype(PMPI_Add_error_string)>);
static_assert(std::is_same_v<decltype(MPI_Comm_call_errhandler), decltype(PMPI_Comm_call_errhandler)>);
static_assert(std::is_same_v<decltype(MPI_Comm_create_errhandler), decltype(PMPI_Comm_create_errhandler)>);
static_assert(std::is_same_v<decltype(MPI_Comm_get_errhandler), decltype(PMPI_Comm_get_errhandler)>);
static_assert(std::is_same_v<decltype(MPI_Comm_set_errhandler), decltype(PMPI_Comm_set_errhandler)>);
static_assert(std::is_same_v<decltype(MPI_Errhandler_free), decltype(PMPI_Errhandler_free)>);
static_assert(std::is_same_v<decltype(MPI_Error_class), decltype(PMPI_Error_class)>);
static_assert(std::is_same_v<decltype(MPI_Error_string), decltype(PMPI_Error_string)>);
static_assert(std::is_same_v<decltype(MPI_Remove_error_class), decltype(PMPI_Remove_error_class)>);
static_assert(std::is_same_v<decltype(MPI_Remove_error_code), decltype(PMPI_Remove_error_code)>);
static_assert(std::is_same_v<decltype(MPI_Remove_error_string), decltype(PMPI_Remove_error_string)>);
static_assert(std::is_same_v<decltype(MPI_Win_call_errhandler), decltype(PMPI_Win_call_errhandler)>);
static_assert(std::is_same_v<decltype(MPI_Win_create_errhandler), decltype(PMPI_Win_create_errhandler)>);
static_assert(std::is_same_v<decltype(MPI_Win_get_errhandler), decltype(PMPI_Win_get_errhandler)>);
static_assert(std::is_same_v<decltype(MPI_Win_set_errhandler), decltype(PMPI_Win_set_errhandler)>);
static_assert(std::is_same_v<decltype(MPI_Grequest_complete), decltype(PMPI_Grequest_complete)>);
static_assert(std::is_same_v<decltype(MPI_Grequest_start), decltype(PMPI_Grequest_start)>);
static_assert(std::is_same_v<decltype(MPI_Group_compare), decltype(PMPI_Group_compare)>);
static_assert(std::is_same_v<decltype(MPI_Group_difference), decltype(PMPI_Group_difference)>);
static_assert(std::is_same_v<decltype(MPI_Group_excl), decltype(PMPI_Group_excl)>);
static_assert(std::is_same_v<decltype(MPI_Group_free), decltype(PMPI_Group_free)>);
static_assert(std::is_same_v<decltype(MPI_Group_incl), decltype(PMPI_Group_incl)>);
static_assert(std::is_same_v<decltype(MPI_Group_intersection), decltype(PMPI_Group_intersection)>);
static_assert(std::is_same_v<decltype(MPI_Group_range_excl), decltype(PMPI_Group_range_excl)>);
static_assert(std::is_same_v<decltype(MPI_Group_range_incl), decltype(PMPI_Group_range_incl)>);
static_assert(std::is_same_v<decltype(MPI_Group_rank), decltype(PMPI_Group_rank)>);
static_assert(std::is_same_v<decltype(MPI_Group_size), decltype(PMPI_Group_size)>);
static_assert(std::is_same_v<decltype(MPI_Group_translate_ranks), decltype(PMPI_Group_translate_ranks)>);
static_assert(std::is_same_v<decltype(MPI_Group_union), decltype(PMPI_Group_union)>);
static_assert(std::is_same_v<decltype(MPI_Iallgather), decltype(PMPI_Iallgather)>);
static_assert(std::is_same_v<decltype(MPI_Iallgather_c), decltype(PMPI_Iallgather_c)>);
static_assert(std::is_same_v<decltype(MPI_Iallgatherv), decltype(PMPI_Iallgatherv)>);
static_assert(std::is_same_v<decltype(MPI_Iallgatherv_c), decltype(PMPI_Iallgatherv_c)>);
static_assert(std::is_same_v<decltype(MPI_Iallreduce), decltype(PMPI_Iallreduce)>);
static_assert(std::is_same_v<decltype(MPI_Iallreduce_c), decltype(PMPI_Iallreduce_c)>);
static_assert(std::is_same_v<decltype(MPI_Ialltoall), decltype(PMPI_Ialltoall)>);
static_assert(std::is_same_v<decltype(MPI_Ialltoall_c), decltype(PMPI_Ialltoall_c)>);
static_assert(std::is_same_v<decltype(MPI_Ialltoallv), decltype(PMPI_Ialltoallv)>);
static_assert(std::is_same_v<decltype(MPI_Ialltoallv_c), decltype(PMPI_Ialltoallv_c)>);
static_assert(std::is_same_v<decltype(MPI_Ialltoallw), decltype(PMPI_Ialltoallw)>);
static_assert(std::is_same_v<decltype(MPI_Ialltoallw_c), decltype(PMPI_Ialltoallw_c)>);
static_assert(std::is_same_v<decltype(MPI_Ibarrier), decltype(PMPI_Ibarrier)>);
static_assert(std::is_same_v<decltype(MPI_Ibcast), decltype(PMPI_Ibcast)>);
static_assert(std::is_same_v<decltype(MPI_Ibcast_c), decltype(PMPI_Ibcast_c)>);
static_assert(std::is_same_v<decltype(MPI_Iexscan), decltype(PMPI_Iexscan)>);
static_assert(std::is_same_v<decltype(MPI_Iexscan_c), decltype(PMPI_Iexscan_c)>);
static_assert(std::is_same_v<decltype(MPI_Igather), decltype(PMPI_Igather)>);
static_assert(std::is_same_v<decltype(MPI_Igather_c), decltype(PMPI_Igather_c)>);
static_assert(std::is_same_v<decltype(MPI_Igatherv), decltype(PMPI_Igatherv)>);
static_assert(std::is_same_v<decltype(MPI_Igatherv_c), decltype(PMPI_Igatherv_c)>);
static_assert(std::is_same_v<decltype(MPI_Ireduce), decltype(PMPI_Ireduce)>);
static_assert(std::is_same_v<decltype(MPI_Ireduce_c), decltype(PMPI_Ireduce_c)>);
static_assert(std::is_same_v<decltype(MPI_Ireduce_scatter), decltype(PMPI_Ireduce_scatter)>);
static_assert(std::is_same_v<decltype(MPI_Ireduce_scatter_c), decltype(PMPI_Ireduce_scatter_c)>);
static_assert(std::is_same_v<decltype(MPI_Ireduce_scatter_block), decltype(PMPI_Ireduce_scatter_block)>);
static_assert(std::is_same_v<decltype(MPI_Ireduce_scatter_block_c), decltype(PMPI_Ireduce_scatter_block_c)>);
static_assert(std::is_same_v<decltype(MPI_Iscan), decltype(PMPI_Iscan)>);
static_assert(std::is_same_v<decltype(MPI_Iscan_c), decltype(PMPI_Iscan_c)>);
static_assert(std::is_same_v<decltype(MPI_Iscatter), decltype(PMPI_Iscatter)>);
static_assert(std::is_same_v<decltype(MPI_Iscatter_c), decltype(PMPI_Iscatter_c)>);
static_assert(std::is_same_v<decltype(MPI_Iscatterv), decltype(PMPI_Iscatterv)>);
static_assert(std::is_same_v<decltype(MPI_Iscatterv_c), decltype(PMPI_Iscatterv_c)>);
static_assert(std::is_same_v<decltype(MPI_Info_create), decltype(PMPI_Info_create)>);
static_assert(std::is_same_v<decltype(MPI_Info_create_env), decltype(PMPI_Info_create_env)>);
static_assert(std::is_same_v<decltype(MPI_Info_delete), decltype(PMPI_Info_delete)>);
static_assert(std::is_same_v<decltype(MPI_Info_dup), decltype(PMPI_Info_dup)>);
static_assert(std::is_same_v<decltype(MPI_Info_free), decltype(PMPI_Info_free)>);
static_assert(std::is_same_v<decltype(MPI_Info_get), decltype(PMPI_Info_get)>);
static_assert(std::is_same_v<decltype(MPI_Info_get_nkeys), decltype(PMPI_Info_get_nkeys)>);
static_assert(std::is_same_v<decltype(MPI_Info_get_nthkey), decltype(PMPI_Info_get_nthkey)>);
static_assert(std::is_same_v<decltype(MPI_Info_get_string), decltype(PMPI_Info_get_string)>);
static_assert(std::is_same_v<decltype(MPI_Info_get_valuelen), decltype(PMPI_Info_get_valuelen)>);
static_assert(std::is_same_v<decltype(MPI_Info_set), decltype(PMPI_Info_set)>);
static_assert(std::is_same_v<decltype(MPI_Abort), decltype(PMPI_Abort)>);
static_assert(std::is_same_v<decltype(MPI_Finalize), decltype(PMPI_Finalize)>);
static_assert(std::is_same_v<decltype(MPI_Finalized), decltype(PMPI_Finalized)>);
static_assert(std::is_same_v<decltype(MPI_Init), decltype(PMPI_Init)>);
static_assert(std::is_same_v<decltype(MPI_Init_thread), decltype(PMPI_Init_thread)>);
static_assert(std::is_same_v<decltype(MPI_Initialized), decltype(PMPI_Initialized)>);
static_assert(std::is_same_v<decltype(MPI_Is_thread_main), decltype(PMPI_Is_thread_main)>);
static_assert(std::is_same_v<decltype(MPI_Query_thread), decltype(PMPI_Query_thread)>);
static_assert(std::is_same_v<decltype(MPI_File_call_errhandler), decltype(PMPI_File_call_errhandler)>);
static_assert(std::is_same_v<decltype(MPI_File_close), decltype(PMPI_File_close)>);
static_assert(std::is_same_v<decltype(MPI_File_create_errhandler), decltype(PMPI_File_create_errhandler)>);
static_assert(std::is_same_v<decltype(MPI_File_delete), decltype(PMPI_File_delete)>);
static_assert(std::is_same_v<decltype(MPI_File_get_amode), decltype(PMPI_File_get_amode)>);
static_assert(std::is_same_v<decltype(MPI_File_get_atomicity), decltype(PMPI_File_get_atomicity)>);
static_assert(std::is_same_v<decltype(MPI_File_get_byte_offset), decltype(PMPI_File_get_byte_offset)>);
static_assert(std::is_same_v<decltype(MPI_File_get_errhandler), decltype(PMPI_File_get_errhandler)>);
static_assert(std::is_same_v<decltype(MPI_File_get_group), decltype(PMPI_File_get_group)>);
static_assert(std::is_same_v<decltype(MPI_File_get_info), decltype(PMPI_File_get_info)>);
static_assert(std::is_same_v<decltype(MPI_File_get_position), decltype(PMPI_File_get_position)>);
static_assert(std::is_same_v<decltype(MPI_File_get_position_shared), decltype(PMPI_File_get_position_shared)>);
static_assert(std::is_same_v<decltype(MPI_File_get_size), decltype(PMPI_File_get_size)>);
static_assert(std::is_same_v<decltype(MPI_File_get_type_extent), decltype(PMPI_File_get_type_extent)>);
static_assert(std::is_same_v<decltype(MPI_File_get_type_extent_c), decltype(PMPI_File_get_type_extent_c)>);
static_assert(std::is_same_v<decltype(MPI_File_get_view), decltype(PMPI_File_get_view)>);
static_assert(std::is_same_v<decltype(MPI_File_iread), decltype(PMPI_File_iread)>);
static_assert(std::is_same_v<decltype(MPI_File_iread_c), decltype(PMPI_File_iread_c)>);
static_assert(std::is_same_v<decltype(MPI_File_iread_all), decltype(PMPI_File_iread_all)>);
static_assert(std::is_same_v<decltype(MPI_File_iread_all_c), decltype(PMPI_File_iread_all_c)>);
static_assert(std::is_same_v<decltype(MPI_File_iread_at), decltype(PMPI_File_iread_at)>);
static_assert(std::is_same_v<decltype(MPI_File_iread_at_c), decltype(PMPI_File_iread_at_c)>);
static_assert(std::is_same_v<decltype(MPI_File_iread_at_all), decltype(PMPI_File_iread_at_all)>);
static_assert(std::is_same_v<decltype(MPI_File_iread_at_all_c), decltype(PMPI_File_iread_at_all_c)>);
static_assert(std::is_same_v<decltype(MPI_File_iread_shared), decltype(PMPI_File_iread_shared)>);
static_assert(std::is_same_v<decltype(MPI_File_iread_shared_c), decltype(PMPI_File_iread_shared_c)>);
static_assert(std::is_same_v<decltype(MPI_File_iwrite), decltype(PMPI_File_iwrite)>);
static_assert(std::is_same_v<decltype(MPI_File_iwrite_c), decltype(PMPI_File_iwrite_c)>);
static_assert(std::is_same_v<decltype(MPI_File_iwrite_all), decltype(PMPI_File_iwrite_all)>);
static_assert(std::is_same_v<decltype(MPI_File_iwrite_all_c), decltype(PMPI_File_iwrite_all_c)>);
static_assert(std::is_same_v<decltype(MPI_File_iwrite_at), decltype(PMPI_File_iwrite_at)>);
static_assert(std::is_same_v<decltype(MPI_File_iwrite_at_c), decltype(PMPI_File_iwrite_at_c)>);
static_assert(std::is_same_v<decltype(MPI_File_iwrite_at_all), decltype(PMPI_File_iwrite_at_all)>);
static_assert(std::is_same_v<decltype(MPI_File_iwrite_at_all_c), decltype(PMPI_File_iwrite_at_all_c)>);
static_assert(std::is_same_v<decltype(MPI_File_iwrite_shared), decltype(PMPI_File_iwrite_shared)>);
static_assert(std::is_same_v<decltype(MPI_File_iwrite_shared_c), decltype(PMPI_File_iwrite_shared_c)>);
static_assert(std::is_same_v<decltype(MPI_File_open), decltype(PMPI_File_open)>);
static_assert(std::is_same_v<decltype(MPI_File_preallocate), decltype(PMPI_File_preallocate)>);
static_assert(std::is_same_v<decltype(MPI_File_read), decltype(PMPI_File_read)>);
static_assert(std::is_same_v<decltype(MPI_File_read_c), decltype(PMPI_File_read_c)>);
static_assert(std::is_same_v<decltype(MPI_File_read_all), decltype(PMPI_File_read_all)>);
static_assert(std::is_same_v<decltype(MPI_File_read_all_c), decltype(PMPI_File_read_all_c)>);
static_assert(std::is_same_v<decltype(MPI_File_read_all_begin), decltype(PMPI_File_read_all_begin)>);
static_assert(std::is_same_v<decltype(MPI_File_read_all_begin_c), decltype(PMPI_File_read_all_begin_c)>);
static_assert(std::is_same_v<decltype(MPI_File_read_all_end), decltype(PMPI_File_read_all_end)>);
static_assert(std::is_same_v<decltype(MPI_File_read_at), decltype(PMPI_File_read_at)>);
static_assert(std::is_same_v<decltype(MPI_File_read_at_c), decltype(PMPI_File_read_at_c)>);
static_assert(std::is_same_v<decltype(MPI_File_read_at_all), decltype(PMPI_File_read_at_all)>);
static_assert(std::is_same_v<decltype(MPI_File_read_at_all_c), decltype(PMPI_File_read_at_all_c)>);
static_assert(std::is_same_v<decltype(MPI_File_read_at_all_begin), decltype(PMPI_File_read_at_all_begin)>);
static_assert(std::is_same_v<decltype(MPI_File_read_at_all_begin_c), decltype(PMPI_File_read_at_all_begin_c)>);
static_assert(std::is_same_v<decltype(MPI_File_read_at_all_end), decltype(PMPI_File_read_at_all_end)>);
static_assert(std::is_same_v<decltype(MPI_File_read_ordered), decltype(PMPI_File_read_ordered)>);
static_assert(std::is_same_v<decltype(MPI_File_read_ordered_c), decltype(PMPI_File_read_ordered_c)>);
static_assert(std::is_same_v<decltype(MPI_File_read_ordered_begin), decltype(PMPI_File_read_ordered_begin)>);
static_assert(std::is_same_v<decltype(MPI_File_read_ordered_begin_c), decltype(PMPI_File_read_ordered_begin_c)>);
static_assert(std::is_same_v<decltype(MPI_File_read_ordered_end), decltype(PMPI_File_read_ordered_end)>);
static_assert(std::is_same_v<decltype(MPI_File_read_shared), decltype(PMPI_File_read_shared)>);
static_assert(std::is_same_v<decltype(MPI_File_read_shared_c), decltype(PMPI_File_read_shared_c)>);
static_assert(std::is_same_v<decltype(MPI_File_seek), decltype(PMPI_File_seek)>);
static_assert(std::is_same_v<decltype(MPI_File_seek_shared), decltype(PMPI_File_seek_shared)>);
static_assert(std::is_same_v<decltype(MPI_File_set_atomicity), decltype(PMPI_File_set_atomicity)>);
static_assert(std::is_same_v<decltype(MPI_File_set_errhandler), decltype(PMPI_File_set_errhandler)>);
static_assert(std::is_same_v<decltype(MPI_File_set_info), decltype(PMPI_File_set_info)>);
static_assert(std::is_same_v<decltype(MPI_File_set_size), decltype(PMPI_File_set_size)>);
static_assert(std::is_same_v<decltype(MPI_File_set_view), decltype(PMPI_File_set_view)>);
static_assert(std::is_same_v<decltype(MPI_File_sync), decltype(PMPI_File_sync)>);
static_assert(std::is_same_v<decltype(MPI_File_write), decltype(PMPI_File_write)>);
static_assert(std::is_same_v<decltype(MPI_File_write_c), decltype(PMPI_File_write_c)>);
static_assert(std::is_same_v<decltype(MPI_File_write_all), decltype(PMPI_File_write_all)>);
static_assert(std::is_same_v<decltype(MPI_File_write_all_c), decltype(PMPI_File_write_all_c)>);
static_assert(std::is_same_v<decltype(MPI_File_write_all_begin), decltype(PMPI_File_write_all_begin)>);
static_assert(std::is_same_v<decltype(MPI_File_write_all_begin_c), decltype(PMPI_File_write_all_begin_c)>);
static_assert(std::is_same_v<decltype(MPI_File_write_all_end), decltype(PMPI_File_write_all_end)>);
static_assert(std::is_same_v<decltype(MPI_File_write_at), decltype(PMPI_File_write_at)>);
static_assert(std::is_same_v<decltype(MPI_File_write_at_c), decltype(PMPI_File_write_at_c)>);
static_assert(std::is_same_v<decltype(MPI_File_write_at_all), decltype(PMPI_File_write_at_all)>);
static_assert(std::is_same_v<decltype(MPI_File_write_at_all_c), decltype(PMPI_File_write_at_all_c)>);
static_assert(std::is_same_v<decltype(MPI_File_write_at_all_begin), decltype(PMPI_File_write_at_all_begin)>);
static_assert(std::is_same_v<decltype(MPI_File_write_at_all_begin_c), decltype(PMPI_File_write_at_all_begin_c)>);
static_assert(std::is_same_v<decltype(MPI_File_write_at_all_end), decltype(PMPI_File_write_at_all_end)>);
static_assert(std::is_same_v<decltype(MPI_File_write_ordered), decltype(PMPI_File_write_ordered)>);
static_assert(std::is_same_v<decltype(MPI_File_write_ordered_c), decltype(PMPI_File_write_ordered_c)>);
static_assert(std::is_same_v<decltype(MPI_File_write_ordered_begin), decltype(PMPI_File_write_ordered_begin)>);
static_assert(std::is_same_v<decltype(MPI_File_write_ordered_begin_c), decltype(PMPI_File_write_ordered_begin_c)>);
static_assert(std::is_same_v<decltype(MPI_File_write_ordered_end), decltype(PMPI_File_write_ordered_end)>);
static_assert(std::is_same_v<decltype(MPI_File_write_shared), decltype(PMPI_File_write_shared)>);
static_assert(std::is_same_v<decltype(MPI_File_write_shared_c), decltype(PMPI_File_write_shared_c)>);
static_assert(std::is_same_v<decltype(MPI_Register_datarep), decltype(PMPI_Register_datarep)>);
static_assert(std::is_same_v<decltype(MPI_Register_datarep_c), decltype(PMPI_Register_datarep_c)>);
static_assert(std::is_same_v<decltype(MPI_Alloc_mem), decltype(PMPI_Alloc_mem)>);
static_assert(std::is_same_v<decltype(MPI_Free_mem), decltype(PMPI_Free_mem)>);
static_assert(std::is_same_v<decltype(MPI_Get_address), decltype(PMPI_Get_address)>);
static_assert(std::is_same_v<decltype(MPI_Get_hw_resource_info), decltype(PMPI_Get_hw_resource_info)>);
static_assert(std::is_same_v<decltype(MPI_Get_library_version), decltype(PMPI_Get_library_version)>);
static_assert(std::is_same_v<decltype(MPI_Get_processor_name), decltype(PMPI_Get_processor_name)>);
static_assert(std::is_same_v<decltype(MPI_Get_version), decltype(PMPI_Get_version)>);
static_assert(std::is_same_v<decltype(MPI_Pcontrol), decltype(PMPI_Pcontrol)>);
static_assert(std::is_same_v<decltype(MPI_Aint_add), decltype(PMPI_Aint_add)>);
static_assert(std::is_same_v<decltype(MPI_Aint_diff), decltype(PMPI_Aint_diff)>);
static_assert(std::is_same_v<decltype(MPI_Wtick), decltype(PMPI_Wtick)>);
static_assert(std::is_same_v<decltype(MPI_Wtime), decltype(PMPI_Wtime)>);
static_assert(std::is_same_v<decltype(MPI_Ineighbor_allgather), decltype(PMPI_Ineighbor_allgather)>);
static_assert(std::is_same_v<decltype(MPI_Ineighbor_allgather_c), decltype(PMPI_Ineighbor_allgather_c)>);
static_assert(std::is_same_v<decltype(MPI_Ineighbor_allgatherv), decltype(PMPI_Ineighbor_allgatherv)>);
static_assert(std::is_same_v<decltype(MPI_Ineighbor_allgatherv_c), decltype(PMPI_Ineighbor_allgatherv_c)>);
static_assert(std::is_same_v<decltype(MPI_Ineighbor_alltoall), decltype(PMPI_Ineighbor_alltoall)>);
static_assert(std::is_same_v<decltype(MPI_Ineighbor_alltoall_c), decltype(PMPI_Ineighbor_alltoall_c)>);
static_assert(std::is_same_v<decltype(MPI_Ineighbor_alltoallv), decltype(PMPI_Ineighbor_alltoallv)>);
static_assert(std::is_same_v<decltype(MPI_Ineighbor_alltoallv_c), decltype(PMPI_Ineighbor_alltoallv_c)>);
static_assert(std::is_same_v<decltype(MPI_Ineighbor_alltoallw), decltype(PMPI_Ineighbor_alltoallw)>);
static_assert(std::is_same_v<decltype(MPI_Ineighbor_alltoallw_c), decltype(PMPI_Ineighbor_alltoallw_c)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_allgather), decltype(PMPI_Neighbor_allgather)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_allgather_c), decltype(PMPI_Neighbor_allgather_c)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_allgather_init), decltype(PMPI_Neighbor_allgather_init)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_allgather_init_c), decltype(PMPI_Neighbor_allgather_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_allgatherv), decltype(PMPI_Neighbor_allgatherv)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_allgatherv_c), decltype(PMPI_Neighbor_allgatherv_c)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_allgatherv_init), decltype(PMPI_Neighbor_allgatherv_init)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_allgatherv_init_c), decltype(PMPI_Neighbor_allgatherv_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_alltoall), decltype(PMPI_Neighbor_alltoall)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_alltoall_c), decltype(PMPI_Neighbor_alltoall_c)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_alltoall_init), decltype(PMPI_Neighbor_alltoall_init)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_alltoall_init_c), decltype(PMPI_Neighbor_alltoall_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_alltoallv), decltype(PMPI_Neighbor_alltoallv)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_alltoallv_c), decltype(PMPI_Neighbor_alltoallv_c)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_alltoallv_init), decltype(PMPI_Neighbor_alltoallv_init)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_alltoallv_init_c), decltype(PMPI_Neighbor_alltoallv_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_alltoallw), decltype(PMPI_Neighbor_alltoallw)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_alltoallw_c), decltype(PMPI_Neighbor_alltoallw_c)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_alltoallw_init), decltype(PMPI_Neighbor_alltoallw_init)>);
static_assert(std::is_same_v<decltype(MPI_Neighbor_alltoallw_init_c), decltype(PMPI_Neighbor_alltoallw_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Op_commutative), decltype(PMPI_Op_commutative)>);
static_assert(std::is_same_v<decltype(MPI_Op_create), decltype(PMPI_Op_create)>);
static_assert(std::is_same_v<decltype(MPI_Op_create_c), decltype(PMPI_Op_create_c)>);
static_assert(std::is_same_v<decltype(MPI_Op_free), decltype(PMPI_Op_free)>);
static_assert(std::is_same_v<decltype(MPI_Reduce_local), decltype(PMPI_Reduce_local)>);
static_assert(std::is_same_v<decltype(MPI_Reduce_local_c), decltype(PMPI_Reduce_local_c)>);
static_assert(std::is_same_v<decltype(MPI_Bsend), decltype(PMPI_Bsend)>);
static_assert(std::is_same_v<decltype(MPI_Bsend_c), decltype(PMPI_Bsend_c)>);
static_assert(std::is_same_v<decltype(MPI_Bsend_init), decltype(PMPI_Bsend_init)>);
static_assert(std::is_same_v<decltype(MPI_Bsend_init_c), decltype(PMPI_Bsend_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Buffer_attach), decltype(PMPI_Buffer_attach)>);
static_assert(std::is_same_v<decltype(MPI_Buffer_attach_c), decltype(PMPI_Buffer_attach_c)>);
static_assert(std::is_same_v<decltype(MPI_Buffer_detach), decltype(PMPI_Buffer_detach)>);
static_assert(std::is_same_v<decltype(MPI_Buffer_detach_c), decltype(PMPI_Buffer_detach_c)>);
static_assert(std::is_same_v<decltype(MPI_Buffer_flush), decltype(PMPI_Buffer_flush)>);
static_assert(std::is_same_v<decltype(MPI_Buffer_iflush), decltype(PMPI_Buffer_iflush)>);
static_assert(std::is_same_v<decltype(MPI_Ibsend), decltype(PMPI_Ibsend)>);
static_assert(std::is_same_v<decltype(MPI_Ibsend_c), decltype(PMPI_Ibsend_c)>);
static_assert(std::is_same_v<decltype(MPI_Improbe), decltype(PMPI_Improbe)>);
static_assert(std::is_same_v<decltype(MPI_Imrecv), decltype(PMPI_Imrecv)>);
static_assert(std::is_same_v<decltype(MPI_Imrecv_c), decltype(PMPI_Imrecv_c)>);
static_assert(std::is_same_v<decltype(MPI_Iprobe), decltype(PMPI_Iprobe)>);
static_assert(std::is_same_v<decltype(MPI_Irecv), decltype(PMPI_Irecv)>);
static_assert(std::is_same_v<decltype(MPI_Irecv_c), decltype(PMPI_Irecv_c)>);
static_assert(std::is_same_v<decltype(MPI_Irsend), decltype(PMPI_Irsend)>);
static_assert(std::is_same_v<decltype(MPI_Irsend_c), decltype(PMPI_Irsend_c)>);
static_assert(std::is_same_v<decltype(MPI_Isend), decltype(PMPI_Isend)>);
static_assert(std::is_same_v<decltype(MPI_Isend_c), decltype(PMPI_Isend_c)>);
static_assert(std::is_same_v<decltype(MPI_Isendrecv), decltype(PMPI_Isendrecv)>);
static_assert(std::is_same_v<decltype(MPI_Isendrecv_c), decltype(PMPI_Isendrecv_c)>);
static_assert(std::is_same_v<decltype(MPI_Isendrecv_replace), decltype(PMPI_Isendrecv_replace)>);
static_assert(std::is_same_v<decltype(MPI_Isendrecv_replace_c), decltype(PMPI_Isendrecv_replace_c)>);
static_assert(std::is_same_v<decltype(MPI_Issend), decltype(PMPI_Issend)>);
static_assert(std::is_same_v<decltype(MPI_Issend_c), decltype(PMPI_Issend_c)>);
static_assert(std::is_same_v<decltype(MPI_Mprobe), decltype(PMPI_Mprobe)>);
static_assert(std::is_same_v<decltype(MPI_Mrecv), decltype(PMPI_Mrecv)>);
static_assert(std::is_same_v<decltype(MPI_Mrecv_c), decltype(PMPI_Mrecv_c)>);
static_assert(std::is_same_v<decltype(MPI_Probe), decltype(PMPI_Probe)>);
static_assert(std::is_same_v<decltype(MPI_Recv), decltype(PMPI_Recv)>);
static_assert(std::is_same_v<decltype(MPI_Recv_c), decltype(PMPI_Recv_c)>);
static_assert(std::is_same_v<decltype(MPI_Recv_init), decltype(PMPI_Recv_init)>);
static_assert(std::is_same_v<decltype(MPI_Recv_init_c), decltype(PMPI_Recv_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Rsend), decltype(PMPI_Rsend)>);
static_assert(std::is_same_v<decltype(MPI_Rsend_c), decltype(PMPI_Rsend_c)>);
static_assert(std::is_same_v<decltype(MPI_Rsend_init), decltype(PMPI_Rsend_init)>);
static_assert(std::is_same_v<decltype(MPI_Rsend_init_c), decltype(PMPI_Rsend_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Send), decltype(PMPI_Send)>);
static_assert(std::is_same_v<decltype(MPI_Send_c), decltype(PMPI_Send_c)>);
static_assert(std::is_same_v<decltype(MPI_Send_init), decltype(PMPI_Send_init)>);
static_assert(std::is_same_v<decltype(MPI_Send_init_c), decltype(PMPI_Send_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Sendrecv), decltype(PMPI_Sendrecv)>);
static_assert(std::is_same_v<decltype(MPI_Sendrecv_c), decltype(PMPI_Sendrecv_c)>);
static_assert(std::is_same_v<decltype(MPI_Sendrecv_replace), decltype(PMPI_Sendrecv_replace)>);
static_assert(std::is_same_v<decltype(MPI_Sendrecv_replace_c), decltype(PMPI_Sendrecv_replace_c)>);
static_assert(std::is_same_v<decltype(MPI_Ssend), decltype(PMPI_Ssend)>);
static_assert(std::is_same_v<decltype(MPI_Ssend_c), decltype(PMPI_Ssend_c)>);
static_assert(std::is_same_v<decltype(MPI_Ssend_init), decltype(PMPI_Ssend_init)>);
static_assert(std::is_same_v<decltype(MPI_Ssend_init_c), decltype(PMPI_Ssend_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Parrived), decltype(PMPI_Parrived)>);
static_assert(std::is_same_v<decltype(MPI_Pready), decltype(PMPI_Pready)>);
static_assert(std::is_same_v<decltype(MPI_Pready_list), decltype(PMPI_Pready_list)>);
static_assert(std::is_same_v<decltype(MPI_Pready_range), decltype(PMPI_Pready_range)>);
static_assert(std::is_same_v<decltype(MPI_Precv_init), decltype(PMPI_Precv_init)>);
static_assert(std::is_same_v<decltype(MPI_Precv_init_c), decltype(PMPI_Precv_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Psend_init), decltype(PMPI_Psend_init)>);
static_assert(std::is_same_v<decltype(MPI_Psend_init_c), decltype(PMPI_Psend_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Allgather_init), decltype(PMPI_Allgather_init)>);
static_assert(std::is_same_v<decltype(MPI_Allgather_init_c), decltype(PMPI_Allgather_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Allgatherv_init), decltype(PMPI_Allgatherv_init)>);
static_assert(std::is_same_v<decltype(MPI_Allgatherv_init_c), decltype(PMPI_Allgatherv_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Allreduce_init), decltype(PMPI_Allreduce_init)>);
static_assert(std::is_same_v<decltype(MPI_Allreduce_init_c), decltype(PMPI_Allreduce_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Alltoall_init), decltype(PMPI_Alltoall_init)>);
static_assert(std::is_same_v<decltype(MPI_Alltoall_init_c), decltype(PMPI_Alltoall_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Alltoallv_init), decltype(PMPI_Alltoallv_init)>);
static_assert(std::is_same_v<decltype(MPI_Alltoallv_init_c), decltype(PMPI_Alltoallv_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Alltoallw_init), decltype(PMPI_Alltoallw_init)>);
static_assert(std::is_same_v<decltype(MPI_Alltoallw_init_c), decltype(PMPI_Alltoallw_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Barrier_init), decltype(PMPI_Barrier_init)>);
static_assert(std::is_same_v<decltype(MPI_Bcast_init), decltype(PMPI_Bcast_init)>);
static_assert(std::is_same_v<decltype(MPI_Bcast_init_c), decltype(PMPI_Bcast_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Exscan_init), decltype(PMPI_Exscan_init)>);
static_assert(std::is_same_v<decltype(MPI_Exscan_init_c), decltype(PMPI_Exscan_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Gather_init), decltype(PMPI_Gather_init)>);
static_assert(std::is_same_v<decltype(MPI_Gather_init_c), decltype(PMPI_Gather_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Gatherv_init), decltype(PMPI_Gatherv_init)>);
static_assert(std::is_same_v<decltype(MPI_Gatherv_init_c), decltype(PMPI_Gatherv_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Reduce_init), decltype(PMPI_Reduce_init)>);
static_assert(std::is_same_v<decltype(MPI_Reduce_init_c), decltype(PMPI_Reduce_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Reduce_scatter_block_init), decltype(PMPI_Reduce_scatter_block_init)>);
static_assert(std::is_same_v<decltype(MPI_Reduce_scatter_block_init_c), decltype(PMPI_Reduce_scatter_block_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Reduce_scatter_init), decltype(PMPI_Reduce_scatter_init)>);
static_assert(std::is_same_v<decltype(MPI_Reduce_scatter_init_c), decltype(PMPI_Reduce_scatter_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Scan_init), decltype(PMPI_Scan_init)>);
static_assert(std::is_same_v<decltype(MPI_Scan_init_c), decltype(PMPI_Scan_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Scatter_init), decltype(PMPI_Scatter_init)>);
static_assert(std::is_same_v<decltype(MPI_Scatter_init_c), decltype(PMPI_Scatter_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Scatterv_init), decltype(PMPI_Scatterv_init)>);
static_assert(std::is_same_v<decltype(MPI_Scatterv_init_c), decltype(PMPI_Scatterv_init_c)>);
static_assert(std::is_same_v<decltype(MPI_Cancel), decltype(PMPI_Cancel)>);
static_assert(std::is_same_v<decltype(MPI_Request_free), decltype(PMPI_Request_free)>);
static_assert(std::is_same_v<decltype(MPI_Request_get_status), decltype(PMPI_Request_get_status)>);
static_assert(std::is_same_v<decltype(MPI_Request_get_status_all), decltype(PMPI_Request_get_status_all)>);
static_assert(std::is_same_v<decltype(MPI_Request_get_status_any), decltype(PMPI_Request_get_status_any)>);
static_assert(std::is_same_v<decltype(MPI_Request_get_status_some), decltype(PMPI_Request_get_status_some)>);
static_assert(std::is_same_v<decltype(MPI_Start), decltype(PMPI_Start)>);
static_assert(std::is_same_v<decltype(MPI_Startall), decltype(PMPI_Startall)>);
static_assert(std::is_same_v<decltype(MPI_Test), decltype(PMPI_Test)>);
static_assert(std::is_same_v<decltype(MPI_Testall), decltype(PMPI_Testall)>);
static_assert(std::is_same_v<decltype(MPI_Testany), decltype(PMPI_Testany)>);
static_assert(std::is_same_v<decltype(MPI_Testsome), decltype(PMPI_Testsome)>);
static_assert(std::is_same_v<decltype(MPI_Wait), decltype(PMPI_Wait)>);
static_assert(std::is_same_v<decltype(MPI_Waitall), decltype(PMPI_Waitall)>);
static_assert(std::is_same_v<decltype(MPI_Waitany), decltype(PMPI_Waitany)>);
static_assert(std::is_same_v<decltype(MPI_Waitsome), decltype(PMPI_Waitsome)>);
static_assert(std::is_same_v<decltype(MPI_Accumulate), decltype(PMPI_Accumulate)>);
static_assert(std::is_same_v<decltype(MPI_Accumulate_c), decltype(PMPI_Accumulate_c)>);
static_assert(std::is_same_v<decltype(MPI_Compare_and_swap), decltype(PMPI_Compare_and_swap)>);
static_assert(std::is_same_v<decltype(MPI_Fetch_and_op), decltype(PMPI_Fetch_and_op)>);
static_assert(std::is_same_v<decltype(MPI_Get), decltype(PMPI_Get)>);
static_assert(std::is_same_v<decltype(MPI_Get_c), decltype(PMPI_Get_c)>);
static_assert(std::is_same_v<decltype(MPI_Get_accumulate), decltype(PMPI_Get_accumulate)>);
static_assert(std::is_same_v<decltype(MPI_Get_accumulate_c), decltype(PMPI_Get_accumulate_c)>);
static_assert(std::is_same_v<decltype(MPI_Put), decltype(PMPI_Put)>);
static_assert(std::is_same_v<decltype(MPI_Put_c), decltype(PMPI_Put_c)>);
static_assert(std::is_same_v<decltype(MPI_Raccumulate), decltype(PMPI_Raccumulate)>);
static_assert(std::is_same_v<decltype(MPI_Raccumulate_c), decltype(PMPI_Raccumulate_c)>);
static_assert(std::is_same_v<decltype(MPI_Rget), decltype(PMPI_Rget)>);
static_assert(std::is_same_v<decltype(MPI_Rget_c), decltype(PMPI_Rget_c)>);
static_assert(std::is_same_v<decltype(MPI_Rget_accumulate), decltype(PMPI_Rget_accumulate)>);
static_assert(std::is_same_v<decltype(MPI_Rget_accumulate_c), decltype(PMPI_Rget_accumulate_c)>);
static_assert(std::is_same_v<decltype(MPI_Rput), decltype(PMPI_Rput)>);
static_assert(std::is_same_v<decltype(MPI_Rput_c), decltype(PMPI_Rput_c)>);
static_assert(std::is_same_v<decltype(MPI_Win_allocate), decltype(PMPI_Win_allocate)>);
static_assert(std::is_same_v<decltype(MPI_Win_allocate_c), decltype(PMPI_Win_allocate_c)>);
static_assert(std::is_same_v<decltype(MPI_Win_allocate_shared), decltype(PMPI_Win_allocate_shared)>);
static_assert(std::is_same_v<decltype(MPI_Win_allocate_shared_c), decltype(PMPI_Win_allocate_shared_c)>);
static_assert(std::is_same_v<decltype(MPI_Win_attach), decltype(PMPI_Win_attach)>);
static_assert(std::is_same_v<decltype(MPI_Win_complete), decltype(PMPI_Win_complete)>);
static_assert(std::is_same_v<decltype(MPI_Win_create), decltype(PMPI_Win_create)>);
static_assert(std::is_same_v<decltype(MPI_Win_create_c), decltype(PMPI_Win_create_c)>);
static_assert(std::is_same_v<decltype(MPI_Win_create_dynamic), decltype(PMPI_Win_create_dynamic)>);
static_assert(std::is_same_v<decltype(MPI_Win_detach), decltype(PMPI_Win_detach)>);
static_assert(std::is_same_v<decltype(MPI_Win_fence), decltype(PMPI_Win_fence)>);
static_assert(std::is_same_v<decltype(MPI_Win_flush), decltype(PMPI_Win_flush)>);
static_assert(std::is_same_v<decltype(MPI_Win_flush_all), decltype(PMPI_Win_flush_all)>);
static_assert(std::is_same_v<decltype(MPI_Win_flush_local), decltype(PMPI_Win_flush_local)>);
static_assert(std::is_same_v<decltype(MPI_Win_flush_local_all), decltype(PMPI_Win_flush_local_all)>);
static_assert(std::is_same_v<decltype(MPI_Win_free), decltype(PMPI_Win_free)>);
static_assert(std::is_same_v<decltype(MPI_Win_get_group), decltype(PMPI_Win_get_group)>);
static_assert(std::is_same_v<decltype(MPI_Win_get_info), decltype(PMPI_Win_get_info)>);
static_assert(std::is_same_v<decltype(MPI_Win_get_name), decltype(PMPI_Win_get_name)>);
static_assert(std::is_same_v<decltype(MPI_Win_lock), decltype(PMPI_Win_lock)>);
static_assert(std::is_same_v<decltype(MPI_Win_lock_all), decltype(PMPI_Win_lock_all)>);
static_assert(std::is_same_v<decltype(MPI_Win_post), decltype(PMPI_Win_post)>);
static_assert(std::is_same_v<decltype(MPI_Win_set_info), decltype(PMPI_Win_set_info)>);
static_assert(std::is_same_v<decltype(MPI_Win_set_name), decltype(PMPI_Win_set_name)>);
static_assert(std::is_same_v<decltype(MPI_Win_shared_query), decltype(PMPI_Win_shared_query)>);
static_assert(std::is_same_v<decltype(MPI_Win_shared_query_c), decltype(PMPI_Win_shared_query_c)>);
static_assert(std::is_same_v<decltype(MPI_Win_start), decltype(PMPI_Win_start)>);
static_assert(std::is_same_v<decltype(MPI_Win_sync), decltype(PMPI_Win_sync)>);
static_assert(std::is_same_v<decltype(MPI_Win_test), decltype(PMPI_Win_test)>);
static_assert(std::is_same_v<decltype(MPI_Win_unlock), decltype(PMPI_Win_unlock)>);
static_assert(std::is_same_v<decltype(MPI_Win_unlock_all), decltype(PMPI_Win_unlock_all)>);
static_assert(std::is_same_v<decltype(MPI_Win_wait), decltype(PMPI_Win_wait)>);
static_assert(std::is_same_v<decltype(MPI_Comm_create_from_group), decltype(PMPI_Comm_create_from_group)>);
static_assert(std::is_same_v<decltype(MPI_Group_from_session_pset), decltype(PMPI_Group_from_session_pset)>);
static_assert(std::is_same_v<decltype(MPI_Intercomm_create_from_groups), decltype(PMPI_Intercomm_create_from_groups)>);
static_assert(std::is_same_v<decltype(MPI_Session_attach_buffer), decltype(PMPI_Session_attach_buffer)>);
static_assert(std::is_same_v<decltype(MPI_Session_attach_buffer_c), decltype(PMPI_Session_attach_buffer_c)>);
static_assert(std::is_same_v<decltype(MPI_Session_call_errhandler), decltype(PMPI_Session_call_errhandler)>);
static_assert(std::is_same_v<decltype(MPI_Session_create_errhandler), decltype(PMPI_Session_create_errhandler)>);
static_assert(std::is_same_v<decltype(MPI_Session_detach_buffer), decltype(PMPI_Session_detach_buffer)>);
static_assert(std::is_same_v<decltype(MPI_Session_detach_buffer_c), decltype(PMPI_Session_detach_buffer_c)>);
static_assert(std::is_same_v<decltype(MPI_Session_finalize), decltype(PMPI_Session_finalize)>);
static_assert(std::is_same_v<decltype(MPI_Session_flush_buffer), decltype(PMPI_Session_flush_buffer)>);
static_assert(std::is_same_v<decltype(MPI_Session_get_errhandler), decltype(PMPI_Session_get_errhandler)>);
static_assert(std::is_same_v<decltype(MPI_Session_get_info), decltype(PMPI_Session_get_info)>);
static_assert(std::is_same_v<decltype(MPI_Session_get_nth_pset), decltype(PMPI_Session_get_nth_pset)>);
static_assert(std::is_same_v<decltype(MPI_Session_get_num_psets), decltype(PMPI_Session_get_num_psets)>);
static_assert(std::is_same_v<decltype(MPI_Session_get_pset_info), decltype(PMPI_Session_get_pset_info)>);
static_assert(std::is_same_v<decltype(MPI_Session_iflush_buffer), decltype(PMPI_Session_iflush_buffer)>);
static_assert(std::is_same_v<decltype(MPI_Session_init), decltype(PMPI_Session_init)>);
static_assert(std::is_same_v<decltype(MPI_Session_set_errhandler), decltype(PMPI_Session_set_errhandler)>);
static_assert(std::is_same_v<decltype(MPI_Close_port), decltype(PMPI_Close_port)>);
static_assert(std::is_same_v<decltype(MPI_Comm_accept), decltype(PMPI_Comm_accept)>);
static_assert(std::is_same_v<decltype(MPI_Comm_connect), decltype(PMPI_Comm_connect)>);
static_assert(std::is_same_v<decltype(MPI_Comm_disconnect), decltype(PMPI_Comm_disconnect)>);
static_assert(std::is_same_v<decltype(MPI_Comm_get_parent), decltype(PMPI_Comm_get_parent)>);
static_assert(std::is_same_v<decltype(MPI_Comm_join), decltype(PMPI_Comm_join)>);
static_assert(std::is_same_v<decltype(MPI_Comm_spawn), decltype(PMPI_Comm_spawn)>);
static_assert(std::is_same_v<decltype(MPI_Comm_spawn_multiple), decltype(PMPI_Comm_spawn_multiple)>);
static_assert(std::is_same_v<decltype(MPI_Lookup_name), decltype(PMPI_Lookup_name)>);
static_assert(std::is_same_v<decltype(MPI_Open_port), decltype(PMPI_Open_port)>);
static_assert(std::is_same_v<decltype(MPI_Publish_name), decltype(PMPI_Publish_name)>);
static_assert(std::is_same_v<decltype(MPI_Unpublish_name), decltype(PMPI_Unpublish_name)>);
static_assert(std::is_same_v<decltype(MPI_Get_count), decltype(PMPI_Get_count)>);
static_assert(std::is_same_v<decltype(MPI_Get_count_c), decltype(PMPI_Get_count_c)>);
static_assert(std::is_same_v<decltype(MPI_Get_elements), decltype(PMPI_Get_elements)>);
static_assert(std::is_same_v<decltype(MPI_Get_elements_c), decltype(PMPI_Get_elements_c)>);
static_assert(std::is_same_v<decltype(MPI_Get_elements_x), decltype(PMPI_Get_elements_x)>);
static_assert(std::is_same_v<decltype(MPI_Status_get_error), decltype(PMPI_Status_get_error)>);
static_assert(std::is_same_v<decltype(MPI_Status_get_source), decltype(PMPI_Status_get_source)>);
static_assert(std::is_same_v<decltype(MPI_Status_get_tag), decltype(PMPI_Status_get_tag)>);
static_assert(std::is_same_v<decltype(MPI_Status_set_cancelled), decltype(PMPI_Status_set_cancelled)>);
static_assert(std::is_same_v<decltype(MPI_Status_set_elements), decltype(PMPI_Status_set_elements)>);
static_assert(std::is_same_v<decltype(MPI_Status_set_elements_c), decltype(PMPI_Status_set_elements_c)>);
static_assert(std::is_same_v<decltype(MPI_Status_set_elements_x), decltype(PMPI_Status_set_elements_x)>);
static_assert(std::is_same_v<decltype(MPI_Status_set_error), decltype(PMPI_Status_set_error)>);
static_assert(std::is_same_v<decltype(MPI_Status_set_source), decltype(PMPI_Status_set_source)>);
static_assert(std::is_same_v<decltype(MPI_Status_set_tag), decltype(PMPI_Status_set_tag)>);
static_assert(std::is_same_v<decltype(MPI_Test_cancelled), decltype(PMPI_Test_cancelled)>);
static_assert(std::is_same_v<decltype(MPI_T_category_changed), decltype(PMPI_T_category_changed)>);
static_assert(std::is_same_v<decltype(MPI_T_category_get_categories), decltype(PMPI_T_category_get_categories)>);
static_assert(std::is_same_v<decltype(MPI_T_category_get_cvars), decltype(PMPI_T_category_get_cvars)>);
static_assert(std::is_same_v<decltype(MPI_T_category_get_events), decltype(PMPI_T_category_get_events)>);
static_assert(std::is_same_v<decltype(MPI_T_category_get_index), decltype(PMPI_T_category_get_index)>);
static_assert(std::is_same_v<decltype(MPI_T_category_get_info), decltype(PMPI_T_category_get_info)>);
static_assert(std::is_same_v<decltype(MPI_T_category_get_num), decltype(PMPI_T_category_get_num)>);
static_assert(std::is_same_v<decltype(MPI_T_category_get_num_events), decltype(PMPI_T_category_get_num_events)>);
static_assert(std::is_same_v<decltype(MPI_T_category_get_pvars), decltype(PMPI_T_category_get_pvars)>);
static_assert(std::is_same_v<decltype(MPI_T_cvar_get_index), decltype(PMPI_T_cvar_get_index)>);
static_assert(std::is_same_v<decltype(MPI_T_cvar_get_info), decltype(PMPI_T_cvar_get_info)>);
static_assert(std::is_same_v<decltype(MPI_T_cvar_get_num), decltype(PMPI_T_cvar_get_num)>);
static_assert(std::is_same_v<decltype(MPI_T_cvar_handle_alloc), decltype(PMPI_T_cvar_handle_alloc)>);
static_assert(std::is_same_v<decltype(MPI_T_cvar_handle_free), decltype(PMPI_T_cvar_handle_free)>);
static_assert(std::is_same_v<decltype(MPI_T_cvar_read), decltype(PMPI_T_cvar_read)>);
static_assert(std::is_same_v<decltype(MPI_T_cvar_write), decltype(PMPI_T_cvar_write)>);
static_assert(std::is_same_v<decltype(MPI_T_enum_get_info), decltype(PMPI_T_enum_get_info)>);
static_assert(std::is_same_v<decltype(MPI_T_enum_get_item), decltype(PMPI_T_enum_get_item)>);
static_assert(std::is_same_v<decltype(MPI_T_event_callback_get_info), decltype(PMPI_T_event_callback_get_info)>);
static_assert(std::is_same_v<decltype(MPI_T_event_callback_set_info), decltype(PMPI_T_event_callback_set_info)>);
static_assert(std::is_same_v<decltype(MPI_T_event_copy), decltype(PMPI_T_event_copy)>);
static_assert(std::is_same_v<decltype(MPI_T_event_get_index), decltype(PMPI_T_event_get_index)>);
static_assert(std::is_same_v<decltype(MPI_T_event_get_info), decltype(PMPI_T_event_get_info)>);
static_assert(std::is_same_v<decltype(MPI_T_event_get_num), decltype(PMPI_T_event_get_num)>);
static_assert(std::is_same_v<decltype(MPI_T_event_get_source), decltype(PMPI_T_event_get_source)>);
static_assert(std::is_same_v<decltype(MPI_T_event_get_timestamp), decltype(PMPI_T_event_get_timestamp)>);
static_assert(std::is_same_v<decltype(MPI_T_event_handle_alloc), decltype(PMPI_T_event_handle_alloc)>);
static_assert(std::is_same_v<decltype(MPI_T_event_handle_free), decltype(PMPI_T_event_handle_free)>);
static_assert(std::is_same_v<decltype(MPI_T_event_handle_get_info), decltype(PMPI_T_event_handle_get_info)>);
static_assert(std::is_same_v<decltype(MPI_T_event_handle_set_info), decltype(PMPI_T_event_handle_set_info)>);
static_assert(std::is_same_v<decltype(MPI_T_event_read), decltype(PMPI_T_event_read)>);
static_assert(std::is_same_v<decltype(MPI_T_event_register_callback), decltype(PMPI_T_event_register_callback)>);
static_assert(std::is_same_v<decltype(MPI_T_event_set_dropped_handler), decltype(PMPI_T_event_set_dropped_handler)>);
static_assert(std::is_same_v<decltype(MPI_T_finalize), decltype(PMPI_T_finalize)>);
static_assert(std::is_same_v<decltype(MPI_T_init_thread), decltype(PMPI_T_init_thread)>);
static_assert(std::is_same_v<decltype(MPI_T_pvar_get_index), decltype(PMPI_T_pvar_get_index)>);
static_assert(std::is_same_v<decltype(MPI_T_pvar_get_info), decltype(PMPI_T_pvar_get_info)>);
static_assert(std::is_same_v<decltype(MPI_T_pvar_get_num), decltype(PMPI_T_pvar_get_num)>);
static_assert(std::is_same_v<decltype(MPI_T_pvar_handle_alloc), decltype(PMPI_T_pvar_handle_alloc)>);
static_assert(std::is_same_v<decltype(MPI_T_pvar_handle_free), decltype(PMPI_T_pvar_handle_free)>);
static_assert(std::is_same_v<decltype(MPI_T_pvar_read), decltype(PMPI_T_pvar_read)>);
static_assert(std::is_same_v<decltype(MPI_T_pvar_readreset), decltype(PMPI_T_pvar_readreset)>);
static_assert(std::is_same_v<decltype(MPI_T_pvar_reset), decltype(PMPI_T_pvar_reset)>);
static_assert(std::is_same_v<decltype(MPI_T_pvar_session_create), decltype(PMPI_T_pvar_session_create)>);
static_assert(std::is_same_v<decltype(MPI_T_pvar_session_free), decltype(PMPI_T_pvar_session_free)>);
static_assert(std::is_same_v<decltype(MPI_T_pvar_start), decltype(PMPI_T_pvar_start)>);
static_assert(std::is_same_v<decltype(MPI_T_pvar_stop), decltype(PMPI_T_pvar_stop)>);
static_assert(std::is_same_v<decltype(MPI_T_pvar_write), decltype(PMPI_T_pvar_write)>);
static_assert(std::is_same_v<decltype(MPI_T_source_get_info), decltype(PMPI_T_source_get_info)>);
static_assert(std::is_same_v<decltype(MPI_T_source_get_num), decltype(PMPI_T_source_get_num)>);
static_assert(std::is_same_v<decltype(MPI_T_source_get_timestamp), decltype(PMPI_T_source_get_timestamp)>);
static_assert(std::is_same_v<decltype(MPI_Cart_coords), decltype(PMPI_Cart_coords)>);
static_assert(std::is_same_v<decltype(MPI_Cart_create), decltype(PMPI_Cart_create)>);
static_assert(std::is_same_v<decltype(MPI_Cart_get), decltype(PMPI_Cart_get)>);
static_assert(std::is_same_v<decltype(MPI_Cart_map), decltype(PMPI_Cart_map)>);
static_assert(std::is_same_v<decltype(MPI_Cart_rank), decltype(PMPI_Cart_rank)>);
static_assert(std::is_same_v<decltype(MPI_Cart_shift), decltype(PMPI_Cart_shift)>);
static_assert(std::is_same_v<decltype(MPI_Cart_sub), decltype(PMPI_Cart_sub)>);
static_assert(std::is_same_v<decltype(MPI_Cartdim_get), decltype(PMPI_Cartdim_get)>);
static_assert(std::is_same_v<decltype(MPI_Dims_create), decltype(PMPI_Dims_create)>);
static_assert(std::is_same_v<decltype(MPI_Dist_graph_create), decltype(PMPI_Dist_graph_create)>);
static_assert(std::is_same_v<decltype(MPI_Dist_graph_create_adjacent), decltype(PMPI_Dist_graph_create_adjacent)>);
static_assert(std::is_same_v<decltype(MPI_Dist_graph_neighbors), decltype(PMPI_Dist_graph_neighbors)>);
static_assert(std::is_same_v<decltype(MPI_Dist_graph_neighbors_count), decltype(PMPI_Dist_graph_neighbors_count)>);
static_assert(std::is_same_v<decltype(MPI_Graph_create), decltype(PMPI_Graph_create)>);
static_assert(std::is_same_v<decltype(MPI_Graph_get), decltype(PMPI_Graph_get)>);
static_assert(std::is_same_v<decltype(MPI_Graph_map), decltype(PMPI_Graph_map)>);
static_assert(std::is_same_v<decltype(MPI_Graph_neighbors), decltype(PMPI_Graph_neighbors)>);
static_assert(std::is_same_v<decltype(MPI_Graph_neighbors_count), decltype(PMPI_Graph_neighbors_count)>);
static_assert(std::is_same_v<decltype(MPI_Graphdims_get), decltype(PMPI_Graphdims_get)>);
static_assert(std::is_same_v<decltype(MPI_Topo_test), decltype(PMPI_Topo_test)>);

namespace baton::mpi::test {

const EntryPoint entry_points[] = {
    {"MPI_Abi_get_fortran_booleans", reinterpret_cast<Address>(&MPI_Abi_get_fortran_booleans), reinterpret_cast<Address>(&PMPI_Abi_get_fortran_booleans)},
    {"MPI_Abi_get_fortran_info", reinterpret_cast<Address>(&MPI_Abi_get_fortran_info), reinterpret_cast<Address>(&PMPI_Abi_get_fortran_info)},
    {"MPI_Abi_get_info", reinterpret_cast<Address>(&MPI_Abi_get_info), reinterpret_cast<Address>(&PMPI_Abi_get_info)},
    {"MPI_Abi_get_version", reinterpret_cast<Address>(&MPI_Abi_get_version), reinterpret_cast<Address>(&PMPI_Abi_get_version)},
    {"MPI_Abi_set_fortran_booleans", reinterpret_cast<Address>(&MPI_Abi_set_fortran_booleans), reinterpret_cast<Address>(&PMPI_Abi_set_fortran_booleans)},
    {"MPI_Abi_set_fortran_info", reinterpret_cast<Address>(&MPI_Abi_set_fortran_info), reinterpret_cast<Address>(&PMPI_Abi_set_fortran_info)},
    {"MPI_Comm_fromint", reinterpret_cast<Address>(&MPI_Comm_fromint), reinterpret_cast<Address>(&PMPI_Comm_fromint)},
    {"MPI_Comm_toint", reinterpret_cast<Address>(&MPI_Comm_toint), reinterpret_cast<Address>(&PMPI_Comm_toint)},
    {"MPI_Errhandler_fromint", reinterpret_cast<Address>(&MPI_Errhandler_fromint), reinterpret_cast<Address>(&PMPI_Errhandler_fromint)},
    {"MPI_Errhandler_toint", reinterpret_cast<Address>(&MPI_Errhandler_toint), reinterpret_cast<Address>(&PMPI_Errhandler_toint)},
    {"MPI_File_fromint", reinterpret_cast<Address>(&MPI_File_fromint), reinterpret_cast<Address>(&PMPI_File_fromint)},
    {"MPI_File_toint", reinterpret_cast<Address>(&MPI_File_toint), reinterpret_cast<Address>(&PMPI_File_toint)},
    {"MPI_Group_fromint", reinterpret_cast<Address>(&MPI_Group_fromint), reinterpret_cast<Address>(&PMPI_Group_fromint)},
    {"MPI_Group_toint", reinterpret_cast<Address>(&MPI_Group_toint), reinterpret_cast<Address>(&PMPI_Group_toint)},
    {"MPI_Info_fromint", reinterpret_cast<Address>(&MPI_Info_fromint), reinterpret_cast<Address>(&PMPI_Info_fromint)},
    {"MPI_Info_toint", reinterpret_cast<Address>(&MPI_Info_toint), reinterpret_cast<Address>(&PMPI_Info_toint)},
    {"MPI_Message_fromint", reinterpret_cast<Address>(&MPI_Message_fromint), reinterpret_cast<Address>(&PMPI_Message_fromint)},
    {"MPI_Message_toint", reinterpret_cast<Address>(&MPI_Message_toint), reinterpret_cast<Address>(&PMPI_Message_toint)},
    {"MPI_Op_fromint", reinterpret_cast<Address>(&MPI_Op_fromint), reinterpret_cast<Address>(&PMPI_Op_fromint)},
    {"MPI_Op_toint", reinterpret_cast<Address>(&MPI_Op_toint), reinterpret_cast<Address>(&PMPI_Op_toint)},
    {"MPI_Request_fromint", reinterpret_cast<Address>(&MPI_Request_fromint), reinterpret_cast<Address>(&PMPI_Request_fromint)},
    {"MPI_Request_toint", reinterpret_cast<Address>(&MPI_Request_toint), reinterpret_cast<Address>(&PMPI_Request_toint)},
    {"MPI_Session_fromint", reinterpret_cast<Address>(&MPI_Session_fromint), reinterpret_cast<Address>(&PMPI_Session_fromint)},
    {"MPI_Session_toint", reinterpret_cast<Address>(&MPI_Session_toint), reinterpret_cast<Address>(&PMPI_Session_toint)},
    {"MPI_Type_fromint", reinterpret_cast<Address>(&MPI_Type_fromint), reinterpret_cast<Address>(&PMPI_Type_fromint)},
    {"MPI_Type_toint", reinterpret_cast<Address>(&MPI_Type_toint), reinterpret_cast<Address>(&PMPI_Type_toint)},
    {"MPI_Win_fromint", reinterpret_cast<Address>(&MPI_Win_fromint), reinterpret_cast<Address>(&PMPI_Win_fromint)},
    {"MPI_Win_toint", reinterpret_cast<Address>(&MPI_Win_toint), reinterpret_cast<Address>(&PMPI_Win_toint)},
    {"MPI_Attr_delete", reinterpret_cast<Address>(&MPI_Attr_delete), reinterpret_cast<Address>(&PMPI_Attr_delete)},
    {"MPI_Attr_get", reinterpret_cast<Address>(&MPI_Attr_get), reinterpret_cast<Address>(&PMPI_Attr_get)},
    {"MPI_Attr_put", reinterpret_cast<Address>(&MPI_Attr_put), reinterpret_cast<Address>(&PMPI_Attr_put)},
    {"MPI_Comm_create_keyval", reinterpret_cast<Address>(&MPI_Comm_create_keyval), reinterpret_cast<Address>(&PMPI_Comm_create_keyval)},
    {"MPI_Comm_delete_attr", reinterpret_cast<Address>(&MPI_Comm_delete_attr), reinterpret_cast<Address>(&PMPI_Comm_delete_attr)},
    {"MPI_Comm_free_keyval", reinterpret_cast<Address>(&MPI_Comm_free_keyval), reinterpret_cast<Address>(&PMPI_Comm_free_keyval)},
    {"MPI_Comm_get_attr", reinterpret_cast<Address>(&MPI_Comm_get_attr), reinterpret_cast<Address>(&PMPI_Comm_get_attr)},
    {"MPI_Comm_set_attr", reinterpret_cast<Address>(&MPI_Comm_set_attr), reinterpret_cast<Address>(&PMPI_Comm_set_attr)},
    {"MPI_Keyval_create", reinterpret_cast<Address>(&MPI_Keyval_create), reinterpret_cast<Address>(&PMPI_Keyval_create)},
    {"MPI_Keyval_free", reinterpret_cast<Address>(&MPI_Keyval_free), reinterpret_cast<Address>(&PMPI_Keyval_free)},
    {"MPI_Type_create_keyval", reinterpret_cast<Address>(&MPI_Type_create_keyval), reinterpret_cast<Address>(&PMPI_Type_create_keyval)},
    {"MPI_Type_delete_attr", reinterpret_cast<Address>(&MPI_Type_delete_attr), reinterpret_cast<Address>(&PMPI_Type_delete_attr)},
    {"MPI_Type_free_keyval", reinterpret_cast<Address>(&MPI_Type_free_keyval), reinterpret_cast<Address>(&PMPI_Type_free_keyval)},
    {"MPI_Type_get_attr", reinterpret_cast<Address>(&MPI_Type_get_attr), reinterpret_cast<Address>(&PMPI_Type_get_attr)},
    {"MPI_Type_set_attr", reinterpret_cast<Address>(&MPI_Type_set_attr), reinterpret_cast<Address>(&PMPI_Type_set_attr)},
    {"MPI_Win_create_keyval", reinterpret_cast<Address>(&MPI_Win_create_keyval), reinterpret_cast<Address>(&PMPI_Win_create_keyval)},
    {"MPI_Win_delete_attr", reinterpret_cast<Address>(&MPI_Win_delete_attr), reinterpret_cast<Address>(&PMPI_Win_delete_attr)},
    {"MPI_Win_free_keyval", reinterpret_cast<Address>(&MPI_Win_free_keyval), reinterpret_cast<Address>(&PMPI_Win_free_keyval)},
    {"MPI_Win_get_attr", reinterpret_cast<Address>(&MPI_Win_get_attr), reinterpret_cast<Address>(&PMPI_Win_get_attr)},
    {"MPI_Win_set_attr", reinterpret_cast<Address>(&MPI_Win_set_attr), reinterpret_cast<Address>(&PMPI_Win_set_attr)},
    {"MPI_Allgather", reinterpret_cast<Address>(&MPI_Allgather), reinterpret_cast<Address>(&PMPI_Allgather)},
    {"MPI_Allgather_c", reinterpret_cast<Address>(&MPI_Allgather_c), reinterpret_cast<Address>(&PMPI_Allgather_c)},
    {"MPI_Allgatherv", reinterpret_cast<Address>(&MPI_Allgatherv), reinterpret_cast<Address>(&PMPI_Allgatherv)},
    {"MPI_Allgatherv_c", reinterpret_cast<Address>(&MPI_Allgatherv_c), reinterpret_cast<Address>(&PMPI_Allgatherv_c)},
    {"MPI_Allreduce", reinterpret_cast<Address>(&MPI_Allreduce), reinterpret_cast<Address>(&PMPI_Allreduce)},
    {"MPI_Allreduce_c", reinterpret_cast<Address>(&MPI_Allreduce_c), reinterpret_cast<Address>(&PMPI_Allreduce_c)},
    {"MPI_Alltoall", reinterpret_cast<Address>(&MPI_Alltoall), reinterpret_cast<Address>(&PMPI_Alltoall)},
    {"MPI_Alltoall_c", reinterpret_cast<Address>(&MPI_Alltoall_c), reinterpret_cast<Address>(&PMPI_Alltoall_c)},
    {"MPI_Alltoallv", reinterpret_cast<Address>(&MPI_Alltoallv), reinterpret_cast<Address>(&PMPI_Alltoallv)},
    {"MPI_Alltoallv_c", reinterpret_cast<Address>(&MPI_Alltoallv_c), reinterpret_cast<Address>(&PMPI_Alltoallv_c)},
    {"MPI_Alltoallw", reinterpret_cast<Address>(&MPI_Alltoallw), reinterpret_cast<Address>(&PMPI_Alltoallw)},
    {"MPI_Alltoallw_c", reinterpret_cast<Address>(&MPI_Alltoallw_c), reinterpret_cast<Address>(&PMPI_Alltoallw_c)},
    {"MPI_Barrier", reinterpret_cast<Address>(&MPI_Barrier), reinterpret_cast<Address>(&PMPI_Barrier)},
    {"MPI_Bcast", reinterpret_cast<Address>(&MPI_Bcast), reinterpret_cast<Address>(&PMPI_Bcast)},
    {"MPI_Bcast_c", reinterpret_cast<Address>(&MPI_Bcast_c), reinterpret_cast<Address>(&PMPI_Bcast_c)},
    {"MPI_Exscan", reinterpret_cast<Address>(&MPI_Exscan), reinterpret_cast<Address>(&PMPI_Exscan)},
    {"MPI_Exscan_c", reinterpret_cast<Address>(&MPI_Exscan_c), reinterpret_cast<Address>(&PMPI_Exscan_c)},
    {"MPI_Gather", reinterpret_cast<Address>(&MPI_Gather), reinterpret_cast<Address>(&PMPI_Gather)},
    {"MPI_Gather_c", reinterpret_cast<Address>(&MPI_Gather_c), reinterpret_cast<Address>(&PMPI_Gather_c)},
    {"MPI_Gatherv", reinterpret_cast<Address>(&MPI_Gatherv), reinterpret_cast<Address>(&PMPI_Gatherv)},
    {"MPI_Gatherv_c", reinterpret_cast<Address>(&MPI_Gatherv_c), reinterpret_cast<Address>(&PMPI_Gatherv_c)},
    {"MPI_Reduce", reinterpret_cast<Address>(&MPI_Reduce), reinterpret_cast<Address>(&PMPI_Reduce)},
    {"MPI_Reduce_c", reinterpret_cast<Address>(&MPI_Reduce_c), reinterpret_cast<Address>(&PMPI_Reduce_c)},
    {"MPI_Reduce_scatter", reinterpret_cast<Address>(&MPI_Reduce_scatter), reinterpret_cast<Address>(&PMPI_Reduce_scatter)},
    {"MPI_Reduce_scatter_c", reinterpret_cast<Address>(&MPI_Reduce_scatter_c), reinterpret_cast<Address>(&PMPI_Reduce_scatter_c)},
    {"MPI_Reduce_scatter_block", reinterpret_cast<Address>(&MPI_Reduce_scatter_block), reinterpret_cast<Address>(&PMPI_Reduce_scatter_block)},
    {"MPI_Reduce_scatter_block_c", reinterpret_cast<Address>(&MPI_Reduce_scatter_block_c), reinterpret_cast<Address>(&PMPI_Reduce_scatter_block_c)},
    {"MPI_Scan", reinterpret_cast<Address>(&MPI_Scan), reinterpret_cast<Address>(&PMPI_Scan)},
    {"MPI_Scan_c", reinterpret_cast<Address>(&MPI_Scan_c), reinterpret_cast<Address>(&PMPI_Scan_c)},
    {"MPI_Scatter", reinterpret_cast<Address>(&MPI_Scatter), reinterpret_cast<Address>(&PMPI_Scatter)},
    {"MPI_Scatter_c", reinterpret_cast<Address>(&MPI_Scatter_c), reinterpret_cast<Address>(&PMPI_Scatter_c)},
    {"MPI_Scatterv", reinterpret_cast<Address>(&MPI_Scatterv), reinterpret_cast<Address>(&PMPI_Scatterv)},
    {"MPI_Scatterv_c", reinterpret_cast<Address>(&MPI_Scatterv_c), reinterpret_cast<Address>(&PMPI_Scatterv_c)},
    {"MPI_Comm_attach_buffer", reinterpret_cast<Address>(&MPI_Comm_attach_buffer), reinterpret_cast<Address>(&PMPI_Comm_attach_buffer)},
    {"MPI_Comm_attach_buffer_c", reinterpret_cast<Address>(&MPI_Comm_attach_buffer_c), reinterpret_cast<Address>(&PMPI_Comm_attach_buffer_c)},
    {"MPI_Comm_compare", reinterpret_cast<Address>(&MPI_Comm_compare), reinterpret_cast<Address>(&PMPI_Comm_compare)},
    {"MPI_Comm_create", reinterpret_cast<Address>(&MPI_Comm_create), reinterpret_cast<Address>(&PMPI_Comm_create)},
    {"MPI_Comm_create_group", reinterpret_cast<Address>(&MPI_Comm_create_group), reinterpret_cast<Address>(&PMPI_Comm_create_group)},
    {"MPI_Comm_detach_buffer", reinterpret_cast<Address>(&MPI_Comm_detach_buffer), reinterpret_cast<Address>(&PMPI_Comm_detach_buffer)},
    {"MPI_Comm_detach_buffer_c", reinterpret_cast<Address>(&MPI_Comm_detach_buffer_c), reinterpret_cast<Address>(&PMPI_Comm_detach_buffer_c)},
    {"MPI_Comm_dup", reinterpret_cast<Address>(&MPI_Comm_dup), reinterpret_cast<Address>(&PMPI_Comm_dup)},
    {"MPI_Comm_dup_with_info", reinterpret_cast<Address>(&MPI_Comm_dup_with_info), reinterpret_cast<Address>(&PMPI_Comm_dup_with_info)},
    {"MPI_Comm_flush_buffer", reinterpret_cast<Address>(&MPI_Comm_flush_buffer), reinterpret_cast<Address>(&PMPI_Comm_flush_buffer)},
    {"MPI_Comm_free", reinterpret_cast<Address>(&MPI_Comm_free), reinterpret_cast<Address>(&PMPI_Comm_free)},
    {"MPI_Comm_get_info", reinterpret_cast<Address>(&MPI_Comm_get_info), reinterpret_cast<Address>(&PMPI_Comm_get_info)},
    {"MPI_Comm_get_name", reinterpret_cast<Address>(&MPI_Comm_get_name), reinterpret_cast<Address>(&PMPI_Comm_get_name)},
    {"MPI_Comm_group", reinterpret_cast<Address>(&MPI_Comm_group), reinterpret_cast<Address>(&PMPI_Comm_group)},
    {"MPI_Comm_idup", reinterpret_cast<Address>(&MPI_Comm_idup), reinterpret_cast<Address>(&PMPI_Comm_idup)},
    {"MPI_Comm_idup_with_info", reinterpret_cast<Address>(&MPI_Comm_idup_with_info), reinterpret_cast<Address>(&PMPI_Comm_idup_with_info)},
    {"MPI_Comm_iflush_buffer", reinterpret_cast<Address>(&MPI_Comm_iflush_buffer), reinterpret_cast<Address>(&PMPI_Comm_iflush_buffer)},
    {"MPI_Comm_rank", reinterpret_cast<Address>(&MPI_Comm_rank), reinterpret_cast<Address>(&PMPI_Comm_rank)},
    {"MPI_Comm_remote_group", reinterpret_cast<Address>(&MPI_Comm_remote_group), reinterpret_cast<Address>(&PMPI_Comm_remote_group)},
    {"MPI_Comm_remote_size", reinterpret_cast<Address>(&MPI_Comm_remote_size), reinterpret_cast<Address>(&PMPI_Comm_remote_size)},
    {"MPI_Comm_set_info", reinterpret_cast<Address>(&MPI_Comm_set_info), reinterpret_cast<Address>(&PMPI_Comm_set_info)},
    {"MPI_Comm_set_name", reinterpret_cast<Address>(&MPI_Comm_set_name), reinterpret_cast<Address>(&PMPI_Comm_set_name)},
    {"MPI_Comm_size", reinterpret_cast<Address>(&MPI_Comm_size), reinterpret_cast<Address>(&PMPI_Comm_size)},
    {"MPI_Comm_split", reinterpret_cast<Address>(&MPI_Comm_split), reinterpret_cast<Address>(&PMPI_Comm_split)},
    {"MPI_Comm_split_type", reinterpret_cast<Address>(&MPI_Comm_split_type), reinterpret_cast<Address>(&PMPI_Comm_split_type)},
    {"MPI_Comm_test_inter", reinterpret_cast<Address>(&MPI_Comm_test_inter), reinterpret_cast<Address>(&PMPI_Comm_test_inter)},
    {"MPI_Intercomm_create", reinterpret_cast<Address>(&MPI_Intercomm_create), reinterpret_cast<Address>(&PMPI_Intercomm_create)},
    {"MPI_Intercomm_merge", reinterpret_cast<Address>(&MPI_Intercomm_merge), reinterpret_cast<Address>(&PMPI_Intercomm_merge)},
    {"MPI_Pack", reinterpret_cast<Address>(&MPI_Pack), reinterpret_cast<Address>(&PMPI_Pack)},
    {"MPI_Pack_c", reinterpret_cast<Address>(&MPI_Pack_c), reinterpret_cast<Address>(&PMPI_Pack_c)},
    {"MPI_Pack_external", reinterpret_cast<Address>(&MPI_Pack_external), reinterpret_cast<Address>(&PMPI_Pack_external)},
    {"MPI_Pack_external_c", reinterpret_cast<Address>(&MPI_Pack_external_c), reinterpret_cast<Address>(&PMPI_Pack_external_c)},
    {"MPI_Pack_external_size", reinterpret_cast<Address>(&MPI_Pack_external_size), reinterpret_cast<Address>(&PMPI_Pack_external_size)},
    {"MPI_Pack_external_size_c", reinterpret_cast<Address>(&MPI_Pack_external_size_c), reinterpret_cast<Address>(&PMPI_Pack_external_size_c)},
    {"MPI_Pack_size", reinterpret_cast<Address>(&MPI_Pack_size), reinterpret_cast<Address>(&PMPI_Pack_size)},
    {"MPI_Pack_size_c", reinterpret_cast<Address>(&MPI_Pack_size_c), reinterpret_cast<Address>(&PMPI_Pack_size_c)},
    {"MPI_Type_commit", reinterpret_cast<Address>(&MPI_Type_commit), reinterpret_cast<Address>(&PMPI_Type_commit)},
    {"MPI_Type_contiguous", reinterpret_cast<Address>(&MPI_Type_contiguous), reinterpret_cast<Address>(&PMPI_Type_contiguous)},
    {"MPI_Type_contiguous_c", reinterpret_cast<Address>(&MPI_Type_contiguous_c), reinterpret_cast<Address>(&PMPI_Type_contiguous_c)},
    {"MPI_Type_create_darray", reinterpret_cast<Address>(&MPI_Type_create_darray), reinterpret_cast<Address>(&PMPI_Type_create_darray)},
    {"MPI_Type_create_darray_c", reinterpret_cast<Address>(&MPI_Type_create_darray_c), reinterpret_cast<Address>(&PMPI_Type_create_darray_c)},
    {"MPI_Type_create_f90_complex", reinterpret_cast<Address>(&MPI_Type_create_f90_complex), reinterpret_cast<Address>(&PMPI_Type_create_f90_complex)},
    {"MPI_Type_create_f90_integer", reinterpret_cast<Address>(&MPI_Type_create_f90_integer), reinterpret_cast<Address>(&PMPI_Type_create_f90_integer)},
    {"MPI_Type_create_f90_real", reinterpret_cast<Address>(&MPI_Type_create_f90_real), reinterpret_cast<Address>(&PMPI_Type_create_f90_real)},
    {"MPI_Type_create_hindexed", reinterpret_cast<Address>(&MPI_Type_create_hindexed), reinterpret_cast<Address>(&PMPI_Type_create_hindexed)},
    {"MPI_Type_create_hindexed_c", reinterpret_cast<Address>(&MPI_Type_create_hindexed_c), reinterpret_cast<Address>(&PMPI_Type_create_hindexed_c)},
    {"MPI_Type_create_hindexed_block", reinterpret_cast<Address>(&MPI_Type_create_hindexed_block), reinterpret_cast<Address>(&PMPI_Type_create_hindexed_block)},
    {"MPI_Type_create_hindexed_block_c", reinterpret_cast<Address>(&MPI_Type_create_hindexed_block_c), reinterpret_cast<Address>(&PMPI_Type_create_hindexed_block_c)},
    {"MPI_Type_create_hvector", reinterpret_cast<Address>(&MPI_Type_create_hvector), reinterpret_cast<Address>(&PMPI_Type_create_hvector)},
    {"MPI_Type_create_hvector_c", reinterpret_cast<Address>(&MPI_Type_create_hvector_c), reinterpret_cast<Address>(&PMPI_Type_create_hvector_c)},
    {"MPI_Type_create_indexed_block", reinterpret_cast<Address>(&MPI_Type_create_indexed_block), reinterpret_cast<Address>(&PMPI_Type_create_indexed_block)},
    {"MPI_Type_create_indexed_block_c", reinterpret_cast<Address>(&MPI_Type_create_indexed_block_c), reinterpret_cast<Address>(&PMPI_Type_create_indexed_block_c)},
    {"MPI_Type_create_resized", reinterpret_cast<Address>(&MPI_Type_create_resized), reinterpret_cast<Address>(&PMPI_Type_create_resized)},
    {"MPI_Type_create_resized_c", reinterpret_cast<Address>(&MPI_Type_create_resized_c), reinterpret_cast<Address>(&PMPI_Type_create_resized_c)},
    {"MPI_Type_create_struct", reinterpret_cast<Address>(&MPI_Type_create_struct), reinterpret_cast<Address>(&PMPI_Type_create_struct)},
    {"MPI_Type_create_struct_c", reinterpret_cast<Address>(&MPI_Type_create_struct_c), reinterpret_cast<Address>(&PMPI_Type_create_struct_c)},
    {"MPI_Type_create_subarray", reinterpret_cast<Address>(&MPI_Type_create_subarray), reinterpret_cast<Address>(&PMPI_Type_create_subarray)},
    {"MPI_Type_create_subarray_c", reinterpret_cast<Address>(&MPI_Type_create_subarray_c), reinterpret_cast<Address>(&PMPI_Type_create_subarray_c)},
    {"MPI_Type_dup", reinterpret_cast<Address>(&MPI_Type_dup), reinterpret_cast<Address>(&PMPI_Type_dup)},
    {"MPI_Type_free", reinterpret_cast<Address>(&MPI_Type_free), reinterpret_cast<Address>(&PMPI_Type_free)},
    {"MPI_Type_get_contents", reinterpret_cast<Address>(&MPI_Type_get_contents), reinterpret_cast<Address>(&PMPI_Type_get_contents)},
    {"MPI_Type_get_contents_c", reinterpret_cast<Address>(&MPI_Type_get_contents_c), reinterpret_cast<Address>(&PMPI_Type_get_contents_c)},
    {"MPI_Type_get_envelope", reinterpret_cast<Address>(&MPI_Type_get_envelope), reinterpret_cast<Address>(&PMPI_Type_get_envelope)},
    {"MPI_Type_get_envelope_c", reinterpret_cast<Address>(&MPI_Type_get_envelope_c), reinterpret_cast<Address>(&PMPI_Type_get_envelope_c)},
    {"MPI_Type_get_extent", reinterpret_cast<Address>(&MPI_Type_get_extent), reinterpret_cast<Address>(&PMPI_Type_get_extent)},
    {"MPI_Type_get_extent_c", reinterpret_cast<Address>(&MPI_Type_get_extent_c), reinterpret_cast<Address>(&PMPI_Type_get_extent_c)},
    {"MPI_Type_get_extent_x", reinterpret_cast<Address>(&MPI_Type_get_extent_x), reinterpret_cast<Address>(&PMPI_Type_get_extent_x)},
    {"MPI_Type_get_name", reinterpret_cast<Address>(&MPI_Type_get_name), reinterpret_cast<Address>(&PMPI_Type_get_name)},
    {"MPI_Type_get_true_extent", reinterpret_cast<Address>(&MPI_Type_get_true_extent), reinterpret_cast<Address>(&PMPI_Type_get_true_extent)},
    {"MPI_Type_get_true_extent_c", reinterpret_cast<Address>(&MPI_Type_get_true_extent_c), reinterpret_cast<Address>(&PMPI_Type_get_true_extent_c)},
    {"MPI_Type_get_true_extent_x", reinterpret_cast<Address>(&MPI_Type_get_true_extent_x), reinterpret_cast<Address>(&PMPI_Type_get_true_extent_x)},
    {"MPI_Type_get_value_index", reinterpret_cast<Address>(&MPI_Type_get_value_index), reinterpret_cast<Address>(&PMPI_Type_get_value_index)},
    {"MPI_Type_indexed", reinterpret_cast<Address>(&MPI_Type_indexed), reinterpret_cast<Address>(&PMPI_Type_indexed)},
    {"MPI_Type_indexed_c", reinterpret_cast<Address>(&MPI_Type_indexed_c), reinterpret_cast<Address>(&PMPI_Type_indexed_c)},
    {"MPI_Type_match_size", reinterpret_cast<Address>(&MPI_Type_match_size), reinterpret_cast<Address>(&PMPI_Type_match_size)},
    {"MPI_Type_set_name", reinterpret_cast<Address>(&MPI_Type_set_name), reinterpret_cast<Address>(&PMPI_Type_set_name)},
    {"MPI_Type_size", reinterpret_cast<Address>(&MPI_Type_size), reinterpret_cast<Address>(&PMPI_Type_size)},
    {"MPI_Type_size_c", reinterpret_cast<Address>(&MPI_Type_size_c), reinterpret_cast<Address>(&PMPI_Type_size_c)},
    {"MPI_Type_size_x", reinterpret_cast<Address>(&MPI_Type_size_x), reinterpret_cast<Address>(&PMPI_Type_size_x)},
    {"MPI_Type_vector", reinterpret_cast<Address>(&MPI_Type_vector), reinterpret_cast<Address>(&PMPI_Type_vector)},
    {"MPI_Type_vector_c", reinterpret_cast<Address>(&MPI_Type_vector_c), reinterpret_cast<Address>(&PMPI_Type_vector_c)},
    {"MPI_Unpack", reinterpret_cast<Address>(&MPI_Unpack), reinterpret_cast<Address>(&PMPI_Unpack)},
    {"MPI_Unpack_c", reinterpret_cast<Address>(&MPI_Unpack_c), reinterpret_cast<Address>(&PMPI_Unpack_c)},
    {"MPI_Unpack_external", reinterpret_cast<Address>(&MPI_Unpack_external), reinterpret_cast<Address>(&PMPI_Unpack_external)},
    {"MPI_Unpack_external_c", reinterpret_cast<Address>(&MPI_Unpack_external_c), reinterpret_cast<Address>(&PMPI_Unpack_external_c)},
    {"MPI_Add_error_class", reinterpret_cast<Address>(&MPI_Add_error_class), reinterpret_cast<Address>(&PMPI_Add_error_class)},
    {"MPI_Add_error_code", reinterpret_cast<Address>(&MPI_Add_error_code), reinterpret_cast<Address>(&PMPI_Add_error_code)},
    {"MPI_Add_error_string", reinterpret_cast<Address>(&MPI_Add_error_string), reinterpret_cast<Address>(&PMPI_Add_error_string)},
    {"MPI_Comm_call_errhandler", reinterpret_cast<Address>(&MPI_Comm_call_errhandler), reinterpret_cast<Address>(&PMPI_Comm_call_errhandler)},
    {"MPI_Comm_create_errhandler", reinterpret_cast<Address>(&MPI_Comm_create_errhandler), reinterpret_cast<Address>(&PMPI_Comm_create_errhandler)},
    {"MPI_Comm_get_errhandler", reinterpret_cast<Address>(&MPI_Comm_get_errhandler), reinterpret_cast<Address>(&PMPI_Comm_get_errhandler)},
    {"MPI_Comm_set_errhandler", reinterpret_cast<Address>(&MPI_Comm_set_errhandler), reinterpret_cast<Address>(&PMPI_Comm_set_errhandler)},
    {"MPI_Errhandler_free", reinterpret_cast<Address>(&MPI_Errhandler_free), reinterpret_cast<Address>(&PMPI_Errhandler_free)},
    {"MPI_Error_class", reinterpret_cast<Address>(&MPI_Error_class), reinterpret_cast<Address>(&PMPI_Error_class)},
    {"MPI_Error_string", reinterpret_cast<Address>(&MPI_Error_string), reinterpret_cast<Address>(&PMPI_Error_string)},
    {"MPI_Remove_error_class", reinterpret_cast<Address>(&MPI_Remove_error_class), reinterpret_cast<Address>(&PMPI_Remove_error_class)},
    {"MPI_Remove_error_code", reinterpret_cast<Address>(&MPI_Remove_error_code), reinterpret_cast<Address>(&PMPI_Remove_error_code)},
    {"MPI_Remove_error_string", reinterpret_cast<Address>(&MPI_Remove_error_string), reinterpret_cast<Address>(&PMPI_Remove_error_string)},
    {"MPI_Win_call_errhandler", reinterpret_cast<Address>(&MPI_Win_call_errhandler), reinterpret_cast<Address>(&PMPI_Win_call_errhandler)},
    {"MPI_Win_create_errhandler", reinterpret_cast<Address>(&MPI_Win_create_errhandler), reinterpret_cast<Address>(&PMPI_Win_create_errhandler)},
    {"MPI_Win_get_errhandler", reinterpret_cast<Address>(&MPI_Win_get_errhandler), reinterpret_cast<Address>(&PMPI_Win_get_errhandler)},
    {"MPI_Win_set_errhandler", reinterpret_cast<Address>(&MPI_Win_set_errhandler), reinterpret_cast<Address>(&PMPI_Win_set_errhandler)},
    {"MPI_Grequest_complete", reinterpret_cast<Address>(&MPI_Grequest_complete), reinterpret_cast<Address>(&PMPI_Grequest_complete)},
    {"MPI_Grequest_start", reinterpret_cast<Address>(&MPI_Grequest_start), reinterpret_cast<Address>(&PMPI_Grequest_start)},
    {"MPI_Group_compare", reinterpret_cast<Address>(&MPI_Group_compare), reinterpret_cast<Address>(&PMPI_Group_compare)},
    {"MPI_Group_difference", reinterpret_cast<Address>(&MPI_Group_difference), reinterpret_cast<Address>(&PMPI_Group_difference)},
    {"MPI_Group_excl", reinterpret_cast<Address>(&MPI_Group_excl), reinterpret_cast<Address>(&PMPI_Group_excl)},
    {"MPI_Group_free", reinterpret_cast<Address>(&MPI_Group_free), reinterpret_cast<Address>(&PMPI_Group_free)},
    {"MPI_Group_incl", reinterpret_cast<Address>(&MPI_Group_incl), reinterpret_cast<Address>(&PMPI_Group_incl)},
    {"MPI_Group_intersection", reinterpret_cast<Address>(&MPI_Group_intersection), reinterpret_cast<Address>(&PMPI_Group_intersection)},
    {"MPI_Group_range_excl", reinterpret_cast<Address>(&MPI_Group_range_excl), reinterpret_cast<Address>(&PMPI_Group_range_excl)},
    {"MPI_Group_range_incl", reinterpret_cast<Address>(&MPI_Group_range_incl), reinterpret_cast<Address>(&PMPI_Group_range_incl)},
    {"MPI_Group_rank", reinterpret_cast<Address>(&MPI_Group_rank), reinterpret_cast<Address>(&PMPI_Group_rank)},
    {"MPI_Group_size", reinterpret_cast<Address>(&MPI_Group_size), reinterpret_cast<Address>(&PMPI_Group_size)},
    {"MPI_Group_translate_ranks", reinterpret_cast<Address>(&MPI_Group_translate_ranks), reinterpret_cast<Address>(&PMPI_Group_translate_ranks)},
    {"MPI_Group_union", reinterpret_cast<Address>(&MPI_Group_union), reinterpret_cast<Address>(&PMPI_Group_union)},
    {"MPI_Iallgather", reinterpret_cast<Address>(&MPI_Iallgather), reinterpret_cast<Address>(&PMPI_Iallgather)},
    {"MPI_Iallgather_c", reinterpret_cast<Address>(&MPI_Iallgather_c), reinterpret_cast<Address>(&PMPI_Iallgather_c)},
    {"MPI_Iallgatherv", reinterpret_cast<Address>(&MPI_Iallgatherv), reinterpret_cast<Address>(&PMPI_Iallgatherv)},
    {"MPI_Iallgatherv_c", reinterpret_cast<Address>(&MPI_Iallgatherv_c), reinterpret_cast<Address>(&PMPI_Iallgatherv_c)},
    {"MPI_Iallreduce", reinterpret_cast<Address>(&MPI_Iallreduce), reinterpret_cast<Address>(&PMPI_Iallreduce)},
    {"MPI_Iallreduce_c", reinterpret_cast<Address>(&MPI_Iallreduce_c), reinterpret_cast<Address>(&PMPI_Iallreduce_c)},
    {"MPI_Ialltoall", reinterpret_cast<Address>(&MPI_Ialltoall), reinterpret_cast<Address>(&PMPI_Ialltoall)},
    {"MPI_Ialltoall_c", reinterpret_cast<Address>(&MPI_Ialltoall_c), reinterpret_cast<Address>(&PMPI_Ialltoall_c)},
    {"MPI_Ialltoallv", reinterpret_cast<Address>(&MPI_Ialltoallv), reinterpret_cast<Address>(&PMPI_Ialltoallv)},
    {"MPI_Ialltoallv_c", reinterpret_cast<Address>(&MPI_Ialltoallv_c), reinterpret_cast<Address>(&PMPI_Ialltoallv_c)},
    {"MPI_Ialltoallw", reinterpret_cast<Address>(&MPI_Ialltoallw), reinterpret_cast<Address>(&PMPI_Ialltoallw)},
    {"MPI_Ialltoallw_c", reinterpret_cast<Address>(&MPI_Ialltoallw_c), reinterpret_cast<Address>(&PMPI_Ialltoallw_c)},
    {"MPI_Ibarrier", reinterpret_cast<Address>(&MPI_Ibarrier), reinterpret_cast<Address>(&PMPI_Ibarrier)},
    {"MPI_Ibcast", reinterpret_cast<Address>(&MPI_Ibcast), reinterpret_cast<Address>(&PMPI_Ibcast)},
    {"MPI_Ibcast_c", reinterpret_cast<Address>(&MPI_Ibcast_c), reinterpret_cast<Address>(&PMPI_Ibcast_c)},
    {"MPI_Iexscan", reinterpret_cast<Address>(&MPI_Iexscan), reinterpret_cast<Address>(&PMPI_Iexscan)},
    {"MPI_Iexscan_c", reinterpret_cast<Address>(&MPI_Iexscan_c), reinterpret_cast<Address>(&PMPI_Iexscan_c)},
    {"MPI_Igather", reinterpret_cast<Address>(&MPI_Igather), reinterpret_cast<Address>(&PMPI_Igather)},
    {"MPI_Igather_c", reinterpret_cast<Address>(&MPI_Igather_c), reinterpret_cast<Address>(&PMPI_Igather_c)},
    {"MPI_Igatherv", reinterpret_cast<Address>(&MPI_Igatherv), reinterpret_cast<Address>(&PMPI_Igatherv)},
    {"MPI_Igatherv_c", reinterpret_cast<Address>(&MPI_Igatherv_c), reinterpret_cast<Address>(&PMPI_Igatherv_c)},
    {"MPI_Ireduce", reinterpret_cast<Address>(&MPI_Ireduce), reinterpret_cast<Address>(&PMPI_Ireduce)},
    {"MPI_Ireduce_c", reinterpret_cast<Address>(&MPI_Ireduce_c), reinterpret_cast<Address>(&PMPI_Ireduce_c)},
    {"MPI_Ireduce_scatter", reinterpret_cast<Address>(&MPI_Ireduce_scatter), reinterpret_cast<Address>(&PMPI_Ireduce_scatter)},
    {"MPI_Ireduce_scatter_c", reinterpret_cast<Address>(&MPI_Ireduce_scatter_c), reinterpret_cast<Address>(&PMPI_Ireduce_scatter_c)},
    {"MPI_Ireduce_scatter_block", reinterpret_cast<Address>(&MPI_Ireduce_scatter_block), reinterpret_cast<Address>(&PMPI_Ireduce_scatter_block)},
    {"MPI_Ireduce_scatter_block_c", reinterpret_cast<Address>(&MPI_Ireduce_scatter_block_c), reinterpret_cast<Address>(&PMPI_Ireduce_scatter_block_c)},
    {"MPI_Iscan", reinterpret_cast<Address>(&MPI_Iscan), reinterpret_cast<Address>(&PMPI_Iscan)},
    {"MPI_Iscan_c", reinterpret_cast<Address>(&MPI_Iscan_c), reinterpret_cast<Address>(&PMPI_Iscan_c)},
    {"MPI_Iscatter", reinterpret_cast<Address>(&MPI_Iscatter), reinterpret_cast<Address>(&PMPI_Iscatter)},
    {"MPI_Iscatter_c", reinterpret_cast<Address>(&MPI_Iscatter_c), reinterpret_cast<Address>(&PMPI_Iscatter_c)},
    {"MPI_Iscatterv", reinterpret_cast<Address>(&MPI_Iscatterv), reinterpret_cast<Address>(&PMPI_Iscatterv)},
    {"MPI_Iscatterv_c", reinterpret_cast<Address>(&MPI_Iscatterv_c), reinterpret_cast<Address>(&PMPI_Iscatterv_c)},
    {"MPI_Info_create", reinterpret_cast<Address>(&MPI_Info_create), reinterpret_cast<Address>(&PMPI_Info_create)},
    {"MPI_Info_create_env", reinterpret_cast<Address>(&MPI_Info_create_env), reinterpret_cast<Address>(&PMPI_Info_create_env)},
    {"MPI_Info_delete", reinterpret_cast<Address>(&MPI_Info_delete), reinterpret_cast<Address>(&PMPI_Info_delete)},
    {"MPI_Info_dup", reinterpret_cast<Address>(&MPI_Info_dup), reinterpret_cast<Address>(&PMPI_Info_dup)},
    {"MPI_Info_free", reinterpret_cast<Address>(&MPI_Info_free), reinterpret_cast<Address>(&PMPI_Info_free)},
    {"MPI_Info_get", reinterpret_cast<Address>(&MPI_Info_get), reinterpret_cast<Address>(&PMPI_Info_get)},
    {"MPI_Info_get_nkeys", reinterpret_cast<Address>(&MPI_Info_get_nkeys), reinterpret_cast<Address>(&PMPI_Info_get_nkeys)},
    {"MPI_Info_get_nthkey", reinterpret_cast<Address>(&MPI_Info_get_nthkey), reinterpret_cast<Address>(&PMPI_Info_get_nthkey)},
    {"MPI_Info_get_string", reinterpret_cast<Address>(&MPI_Info_get_string), reinterpret_cast<Address>(&PMPI_Info_get_string)},
    {"MPI_Info_get_valuelen", reinterpret_cast<Address>(&MPI_Info_get_valuelen), reinterpret_cast<Address>(&PMPI_Info_get_valuelen)},
    {"MPI_Info_set", reinterpret_cast<Address>(&MPI_Info_set), reinterpret_cast<Address>(&PMPI_Info_set)},
    {"MPI_Abort", reinterpret_cast<Address>(&MPI_Abort), reinterpret_cast<Address>(&PMPI_Abort)},
    {"MPI_Finalize", reinterpret_cast<Address>(&MPI_Finalize), reinterpret_cast<Address>(&PMPI_Finalize)},
    {"MPI_Finalized", reinterpret_cast<Address>(&MPI_Finalized), reinterpret_cast<Address>(&PMPI_Finalized)},
    {"MPI_Init", reinterpret_cast<Address>(&MPI_Init), reinterpret_cast<Address>(&PMPI_Init)},
    {"MPI_Init_thread", reinterpret_cast<Address>(&MPI_Init_thread), reinterpret_cast<Address>(&PMPI_Init_thread)},
    {"MPI_Initialized", reinterpret_cast<Address>(&MPI_Initialized), reinterpret_cast<Address>(&PMPI_Initialized)},
    {"MPI_Is_thread_main", reinterpret_cast<Address>(&MPI_Is_thread_main), reinterpret_cast<Address>(&PMPI_Is_thread_main)},
    {"MPI_Query_thread", reinterpret_cast<Address>(&MPI_Query_thread), reinterpret_cast<Address>(&PMPI_Query_thread)},
    {"MPI_File_call_errhandler", reinterpret_cast<Address>(&MPI_File_call_errhandler), reinterpret_cast<Address>(&PMPI_File_call_errhandler)},
    {"MPI_File_close", reinterpret_cast<Address>(&MPI_File_close), reinterpret_cast<Address>(&PMPI_File_close)},
    {"MPI_File_create_errhandler", reinterpret_cast<Address>(&MPI_File_create_errhandler), reinterpret_cast<Address>(&PMPI_File_create_errhandler)},
    {"MPI_File_delete", reinterpret_cast<Address>(&MPI_File_delete), reinterpret_cast<Address>(&PMPI_File_delete)},
    {"MPI_File_get_amode", reinterpret_cast<Address>(&MPI_File_get_amode), reinterpret_cast<Address>(&PMPI_File_get_amode)},
    {"MPI_File_get_atomicity", reinterpret_cast<Address>(&MPI_File_get_atomicity), reinterpret_cast<Address>(&PMPI_File_get_atomicity)},
    {"MPI_File_get_byte_offset", reinterpret_cast<Address>(&MPI_File_get_byte_offset), reinterpret_cast<Address>(&PMPI_File_get_byte_offset)},
    {"MPI_File_get_errhandler", reinterpret_cast<Address>(&MPI_File_get_errhandler), reinterpret_cast<Address>(&PMPI_File_get_errhandler)},
    {"MPI_File_get_group", reinterpret_cast<Address>(&MPI_File_get_group), reinterpret_cast<Address>(&PMPI_File_get_group)},
    {"MPI_File_get_info", reinterpret_cast<Address>(&MPI_File_get_info), reinterpret_cast<Address>(&PMPI_File_get_info)},
    {"MPI_File_get_position", reinterpret_cast<Address>(&MPI_File_get_position), reinterpret_cast<Address>(&PMPI_File_get_position)},
    {"MPI_File_get_position_shared", reinterpret_cast<Address>(&MPI_File_get_position_shared), reinterpret_cast<Address>(&PMPI_File_get_position_shared)},
    {"MPI_File_get_size", reinterpret_cast<Address>(&MPI_File_get_size), reinterpret_cast<Address>(&PMPI_File_get_size)},
    {"MPI_File_get_type_extent", reinterpret_cast<Address>(&MPI_File_get_type_extent), reinterpret_cast<Address>(&PMPI_File_get_type_extent)},
    {"MPI_File_get_type_extent_c", reinterpret_cast<Address>(&MPI_File_get_type_extent_c), reinterpret_cast<Address>(&PMPI_File_get_type_extent_c)},
    {"MPI_File_get_view", reinterpret_cast<Address>(&MPI_File_get_view), reinterpret_cast<Address>(&PMPI_File_get_view)},
    {"MPI_File_iread", reinterpret_cast<Address>(&MPI_File_iread), reinterpret_cast<Address>(&PMPI_File_iread)},
    {"MPI_File_iread_c", reinterpret_cast<Address>(&MPI_File_iread_c), reinterpret_cast<Address>(&PMPI_File_iread_c)},
    {"MPI_File_iread_all", reinterpret_cast<Address>(&MPI_File_iread_all), reinterpret_cast<Address>(&PMPI_File_iread_all)},
    {"MPI_File_iread_all_c", reinterpret_cast<Address>(&MPI_File_iread_all_c), reinterpret_cast<Address>(&PMPI_File_iread_all_c)},
    {"MPI_File_iread_at", reinterpret_cast<Address>(&MPI_File_iread_at), reinterpret_cast<Address>(&PMPI_File_iread_at)},
    {"MPI_File_iread_at_c", reinterpret_cast<Address>(&MPI_File_iread_at_c), reinterpret_cast<Address>(&PMPI_File_iread_at_c)},
    {"MPI_File_iread_at_all", reinterpret_cast<Address>(&MPI_File_iread_at_all), reinterpret_cast<Address>(&PMPI_File_iread_at_all)},
    {"MPI_File_iread_at_all_c", reinterpret_cast<Address>(&MPI_File_iread_at_all_c), reinterpret_cast<Address>(&PMPI_File_iread_at_all_c)},
    {"MPI_File_iread_shared", reinterpret_cast<Address>(&MPI_File_iread_shared), reinterpret_cast<Address>(&PMPI_File_iread_shared)},
    {"MPI_File_iread_shared_c", reinterpret_cast<Address>(&MPI_File_iread_shared_c), reinterpret_cast<Address>(&PMPI_File_iread_shared_c)},
    {"MPI_File_iwrite", reinterpret_cast<Address>(&MPI_File_iwrite), reinterpret_cast<Address>(&PMPI_File_iwrite)},
    {"MPI_File_iwrite_c", reinterpret_cast<Address>(&MPI_File_iwrite_c), reinterpret_cast<Address>(&PMPI_File_iwrite_c)},
    {"MPI_File_iwrite_all", reinterpret_cast<Address>(&MPI_File_iwrite_all), reinterpret_cast<Address>(&PMPI_File_iwrite_all)},
    {"MPI_File_iwrite_all_c", reinterpret_cast<Address>(&MPI_File_iwrite_all_c), reinterpret_cast<Address>(&PMPI_File_iwrite_all_c)},
    {"MPI_File_iwrite_at", reinterpret_cast<Address>(&MPI_File_iwrite_at), reinterpret_cast<Address>(&PMPI_File_iwrite_at)},
    {"MPI_File_iwrite_at_c", reinterpret_cast<Address>(&MPI_File_iwrite_at_c), reinterpret_cast<Address>(&PMPI_File_iwrite_at_c)},
    {"MPI_File_iwrite_at_all", reinterpret_cast<Address>(&MPI_File_iwrite_at_all), reinterpret_cast<Address>(&PMPI_File_iwrite_at_all)},
    {"MPI_File_iwrite_at_all_c", reinterpret_cast<Address>(&MPI_File_iwrite_at_all_c), reinterpret_cast<Address>(&PMPI_File_iwrite_at_all_c)},
    {"MPI_File_iwrite_shared", reinterpret_cast<Address>(&MPI_File_iwrite_shared), reinterpret_cast<Address>(&PMPI_File_iwrite_shared)},
    {"MPI_File_iwrite_shared_c", reinterpret_cast<Address>(&MPI_File_iwrite_shared_c), reinterpret_cast<Address>(&PMPI_File_iwrite_shared_c)},
    {"MPI_File_open", reinterpret_cast<Address>(&MPI_File_open), reinterpret_cast<Address>(&PMPI_File_open)},
    {"MPI_File_preallocate", reinterpret_cast<Address>(&MPI_File_preallocate), reinterpret_cast<Address>(&PMPI_File_preallocate)},
    {"MPI_File_read", reinterpret_cast<Address>(&MPI_File_read), reinterpret_cast<Address>(&PMPI_File_read)},
    {"MPI_File_read_c", reinterpret_cast<Address>(&MPI_File_read_c), reinterpret_cast<Address>(&PMPI_File_read_c)},
    {"MPI_File_read_all", reinterpret_cast<Address>(&MPI_File_read_all), reinterpret_cast<Address>(&PMPI_File_read_all)},
    {"MPI_File_read_all_c", reinterpret_cast<Address>(&MPI_File_read_all_c), reinterpret_cast<Address>(&PMPI_File_read_all_c)},
    {"MPI_File_read_all_begin", reinterpret_cast<Address>(&MPI_File_read_all_begin), reinterpret_cast<Address>(&PMPI_File_read_all_begin)},
    {"MPI_File_read_all_begin_c", reinterpret_cast<Address>(&MPI_File_read_all_begin_c), reinterpret_cast<Address>(&PMPI_File_read_all_begin_c)},
    {"MPI_File_read_all_end", reinterpret_cast<Address>(&MPI_File_read_all_end), reinterpret_cast<Address>(&PMPI_File_read_all_end)},
    {"MPI_File_read_at", reinterpret_cast<Address>(&MPI_File_read_at), reinterpret_cast<Address>(&PMPI_File_read_at)},
    {"MPI_File_read_at_c", reinterpret_cast<Address>(&MPI_File_read_at_c), reinterpret_cast<Address>(&PMPI_File_read_at_c)},
    {"MPI_File_read_at_all", reinterpret_cast<Address>(&MPI_File_read_at_all), reinterpret_cast<Address>(&PMPI_File_read_at_all)},
    {"MPI_File_read_at_all_c", reinterpret_cast<Address>(&MPI_File_read_at_all_c), reinterpret_cast<Address>(&PMPI_File_read_at_all_c)},
    {"MPI_File_read_at_all_begin", reinterpret_cast<Address>(&MPI_File_read_at_all_begin), reinterpret_cast<Address>(&PMPI_File_read_at_all_begin)},
    {"MPI_File_read_at_all_begin_c", reinterpret_cast<Address>(&MPI_File_read_at_all_begin_c), reinterpret_cast<Address>(&PMPI_File_read_at_all_begin_c)},
    {"MPI_File_read_at_all_end", reinterpret_cast<Address>(&MPI_File_read_at_all_end), reinterpret_cast<Address>(&PMPI_File_read_at_all_end)},
    {"MPI_File_read_ordered", reinterpret_cast<Address>(&MPI_File_read_ordered), reinterpret_cast<Address>(&PMPI_File_read_ordered)},
    {"MPI_File_read_ordered_c", reinterpret_cast<Address>(&MPI_File_read_ordered_c), reinterpret_cast<Address>(&PMPI_File_read_ordered_c)},
    {"MPI_File_read_ordered_begin", reinterpret_cast<Address>(&MPI_File_read_ordered_begin), reinterpret_cast<Address>(&PMPI_File_read_ordered_begin)},
    {"MPI_File_read_ordered_begin_c", reinterpret_cast<Address>(&MPI_File_read_ordered_begin_c), reinterpret_cast<Address>(&PMPI_File_read_ordered_begin_c)},
    {"MPI_File_read_ordered_end", reinterpret_cast<Address>(&MPI_File_read_ordered_end), reinterpret_cast<Address>(&PMPI_File_read_ordered_end)},
    {"MPI_File_read_shared", reinterpret_cast<Address>(&MPI_File_read_shared), reinterpret_cast<Address>(&PMPI_File_read_shared)},
    {"MPI_File_read_shared_c", reinterpret_cast<Address>(&MPI_File_read_shared_c), reinterpret_cast<Address>(&PMPI_File_read_shared_c)},
    {"MPI_File_seek", reinterpret_cast<Address>(&MPI_File_seek), reinterpret_cast<Address>(&PMPI_File_seek)},
    {"MPI_File_seek_shared", reinterpret_cast<Address>(&MPI_File_seek_shared), reinterpret_cast<Address>(&PMPI_File_seek_shared)},
    {"MPI_File_set_atomicity", reinterpret_cast<Address>(&MPI_File_set_atomicity), reinterpret_cast<Address>(&PMPI_File_set_atomicity)},
    {"MPI_File_set_errhandler", reinterpret_cast<Address>(&MPI_File_set_errhandler), reinterpret_cast<Address>(&PMPI_File_set_errhandler)},
    {"MPI_File_set_info", reinterpret_cast<Address>(&MPI_File_set_info), reinterpret_cast<Address>(&PMPI_File_set_info)},
    {"MPI_File_set_size", reinterpret_cast<Address>(&MPI_File_set_size), reinterpret_cast<Address>(&PMPI_File_set_size)},
    {"MPI_File_set_view", reinterpret_cast<Address>(&MPI_File_set_view), reinterpret_cast<Address>(&PMPI_File_set_view)},
    {"MPI_File_sync", reinterpret_cast<Address>(&MPI_File_sync), reinterpret_cast<Address>(&PMPI_File_sync)},
    {"MPI_File_write", reinterpret_cast<Address>(&MPI_File_write), reinterpret_cast<Address>(&PMPI_File_write)},
    {"MPI_File_write_c", reinterpret_cast<Address>(&MPI_File_write_c), reinterpret_cast<Address>(&PMPI_File_write_c)},
    {"MPI_File_write_all", reinterpret_cast<Address>(&MPI_File_write_all), reinterpret_cast<Address>(&PMPI_File_write_all)},
    {"MPI_File_write_all_c", reinterpret_cast<Address>(&MPI_File_write_all_c), reinterpret_cast<Address>(&PMPI_File_write_all_c)},
    {"MPI_File_write_all_begin", reinterpret_cast<Address>(&MPI_File_write_all_begin), reinterpret_cast<Address>(&PMPI_File_write_all_begin)},
    {"MPI_File_write_all_begin_c", reinterpret_cast<Address>(&MPI_File_write_all_begin_c), reinterpret_cast<Address>(&PMPI_File_write_all_begin_c)},
    {"MPI_File_write_all_end", reinterpret_cast<Address>(&MPI_File_write_all_end), reinterpret_cast<Address>(&PMPI_File_write_all_end)},
    {"MPI_File_write_at", reinterpret_cast<Address>(&MPI_File_write_at), reinterpret_cast<Address>(&PMPI_File_write_at)},
    {"MPI_File_write_at_c", reinterpret_cast<Address>(&MPI_File_write_at_c), reinterpret_cast<Address>(&PMPI_File_write_at_c)},
    {"MPI_File_write_at_all", reinterpret_cast<Address>(&MPI_File_write_at_all), reinterpret_cast<Address>(&PMPI_File_write_at_all)},
    {"MPI_File_write_at_all_c", reinterpret_cast<Address>(&MPI_File_write_at_all_c), reinterpret_cast<Address>(&PMPI_File_write_at_all_c)},
    {"MPI_File_write_at_all_begin", reinterpret_cast<Address>(&MPI_File_write_at_all_begin), reinterpret_cast<Address>(&PMPI_File_write_at_all_begin)},
    {"MPI_File_write_at_all_begin_c", reinterpret_cast<Address>(&MPI_File_write_at_all_begin_c), reinterpret_cast<Address>(&PMPI_File_write_at_all_begin_c)},
    {"MPI_File_write_at_all_end", reinterpret_cast<Address>(&MPI_File_write_at_all_end), reinterpret_cast<Address>(&PMPI_File_write_at_all_end)},
    {"MPI_File_write_ordered", reinterpret_cast<Address>(&MPI_File_write_ordered), reinterpret_cast<Address>(&PMPI_File_write_ordered)},
    {"MPI_File_write_ordered_c", reinterpret_cast<Address>(&MPI_File_write_ordered_c), reinterpret_cast<Address>(&PMPI_File_write_ordered_c)},
    {"MPI_File_write_ordered_begin", reinterpret_cast<Address>(&MPI_File_write_ordered_begin), reinterpret_cast<Address>(&PMPI_File_write_ordered_begin)},
    {"MPI_File_write_ordered_begin_c", reinterpret_cast<Address>(&MPI_File_write_ordered_begin_c), reinterpret_cast<Address>(&PMPI_File_write_ordered_begin_c)},
    {"MPI_File_write_ordered_end", reinterpret_cast<Address>(&MPI_File_write_ordered_end), reinterpret_cast<Address>(&PMPI_File_write_ordered_end)},
    {"MPI_File_write_shared", reinterpret_cast<Address>(&MPI_File_write_shared), reinterpret_cast<Address>(&PMPI_File_write_shared)},
    {"MPI_File_write_shared_c", reinterpret_cast<Address>(&MPI_File_write_shared_c), reinterpret_cast<Address>(&PMPI_File_write_shared_c)},
    {"MPI_Register_datarep", reinterpret_cast<Address>(&MPI_Register_datarep), reinterpret_cast<Address>(&PMPI_Register_datarep)},
    {"MPI_Register_datarep_c", reinterpret_cast<Address>(&MPI_Register_datarep_c), reinterpret_cast<Address>(&PMPI_Register_datarep_c)},
    {"MPI_Alloc_mem", reinterpret_cast<Address>(&MPI_Alloc_mem), reinterpret_cast<Address>(&PMPI_Alloc_mem)},
    {"MPI_Free_mem", reinterpret_cast<Address>(&MPI_Free_mem), reinterpret_cast<Address>(&PMPI_Free_mem)},
    {"MPI_Get_address", reinterpret_cast<Address>(&MPI_Get_address), reinterpret_cast<Address>(&PMPI_Get_address)},
    {"MPI_Get_hw_resource_info", reinterpret_cast<Address>(&MPI_Get_hw_resource_info), reinterpret_cast<Address>(&PMPI_Get_hw_resource_info)},
    {"MPI_Get_library_version", reinterpret_cast<Address>(&MPI_Get_library_version), reinterpret_cast<Address>(&PMPI_Get_library_version)},
    {"MPI_Get_processor_name", reinterpret_cast<Address>(&MPI_Get_processor_name), reinterpret_cast<Address>(&PMPI_Get_processor_name)},
    {"MPI_Get_version", reinterpret_cast<Address>(&MPI_Get_version), reinterpret_cast<Address>(&PMPI_Get_version)},
    {"MPI_Pcontrol", reinterpret_cast<Address>(&MPI_Pcontrol), reinterpret_cast<Address>(&PMPI_Pcontrol)},
    {"MPI_Aint_add", reinterpret_cast<Address>(&MPI_Aint_add), reinterpret_cast<Address>(&PMPI_Aint_add)},
    {"MPI_Aint_diff", reinterpret_cast<Address>(&MPI_Aint_diff), reinterpret_cast<Address>(&PMPI_Aint_diff)},
    {"MPI_Wtick", reinterpret_cast<Address>(&MPI_Wtick), reinterpret_cast<Address>(&PMPI_Wtick)},
    {"MPI_Wtime", reinterpret_cast<Address>(&MPI_Wtime), reinterpret_cast<Address>(&PMPI_Wtime)},
    {"MPI_Ineighbor_allgather", reinterpret_cast<Address>(&MPI_Ineighbor_allgather), reinterpret_cast<Address>(&PMPI_Ineighbor_allgather)},
    {"MPI_Ineighbor_allgather_c", reinterpret_cast<Address>(&MPI_Ineighbor_allgather_c), reinterpret_cast<Address>(&PMPI_Ineighbor_allgather_c)},
    {"MPI_Ineighbor_allgatherv", reinterpret_cast<Address>(&MPI_Ineighbor_allgatherv), reinterpret_cast<Address>(&PMPI_Ineighbor_allgatherv)},
    {"MPI_Ineighbor_allgatherv_c", reinterpret_cast<Address>(&MPI_Ineighbor_allgatherv_c), reinterpret_cast<Address>(&PMPI_Ineighbor_allgatherv_c)},
    {"MPI_Ineighbor_alltoall", reinterpret_cast<Address>(&MPI_Ineighbor_alltoall), reinterpret_cast<Address>(&PMPI_Ineighbor_alltoall)},
    {"MPI_Ineighbor_alltoall_c", reinterpret_cast<Address>(&MPI_Ineighbor_alltoall_c), reinterpret_cast<Address>(&PMPI_Ineighbor_alltoall_c)},
    {"MPI_Ineighbor_alltoallv", reinterpret_cast<Address>(&MPI_Ineighbor_alltoallv), reinterpret_cast<Address>(&PMPI_Ineighbor_alltoallv)},
    {"MPI_Ineighbor_alltoallv_c", reinterpret_cast<Address>(&MPI_Ineighbor_alltoallv_c), reinterpret_cast<Address>(&PMPI_Ineighbor_alltoallv_c)},
    {"MPI_Ineighbor_alltoallw", reinterpret_cast<Address>(&MPI_Ineighbor_alltoallw), reinterpret_cast<Address>(&PMPI_Ineighbor_alltoallw)},
    {"MPI_Ineighbor_alltoallw_c", reinterpret_cast<Address>(&MPI_Ineighbor_alltoallw_c), reinterpret_cast<Address>(&PMPI_Ineighbor_alltoallw_c)},
    {"MPI_Neighbor_allgather", reinterpret_cast<Address>(&MPI_Neighbor_allgather), reinterpret_cast<Address>(&PMPI_Neighbor_allgather)},
    {"MPI_Neighbor_allgather_c", reinterpret_cast<Address>(&MPI_Neighbor_allgather_c), reinterpret_cast<Address>(&PMPI_Neighbor_allgather_c)},
    {"MPI_Neighbor_allgather_init", reinterpret_cast<Address>(&MPI_Neighbor_allgather_init), reinterpret_cast<Address>(&PMPI_Neighbor_allgather_init)},
    {"MPI_Neighbor_allgather_init_c", reinterpret_cast<Address>(&MPI_Neighbor_allgather_init_c), reinterpret_cast<Address>(&PMPI_Neighbor_allgather_init_c)},
    {"MPI_Neighbor_allgatherv", reinterpret_cast<Address>(&MPI_Neighbor_allgatherv), reinterpret_cast<Address>(&PMPI_Neighbor_allgatherv)},
    {"MPI_Neighbor_allgatherv_c", reinterpret_cast<Address>(&MPI_Neighbor_allgatherv_c), reinterpret_cast<Address>(&PMPI_Neighbor_allgatherv_c)},
    {"MPI_Neighbor_allgatherv_init", reinterpret_cast<Address>(&MPI_Neighbor_allgatherv_init), reinterpret_cast<Address>(&PMPI_Neighbor_allgatherv_init)},
    {"MPI_Neighbor_allgatherv_init_c", reinterpret_cast<Address>(&MPI_Neighbor_allgatherv_init_c), reinterpret_cast<Address>(&PMPI_Neighbor_allgatherv_init_c)},
    {"MPI_Neighbor_alltoall", reinterpret_cast<Address>(&MPI_Neighbor_alltoall), reinterpret_cast<Address>(&PMPI_Neighbor_alltoall)},
    {"MPI_Neighbor_alltoall_c", reinterpret_cast<Address>(&MPI_Neighbor_alltoall_c), reinterpret_cast<Address>(&PMPI_Neighbor_alltoall_c)},
    {"MPI_Neighbor_alltoall_init", reinterpret_cast<Address>(&MPI_Neighbor_alltoall_init), reinterpret_cast<Address>(&PMPI_Neighbor_alltoall_init)},
    {"MPI_Neighbor_alltoall_init_c", reinterpret_cast<Address>(&MPI_Neighbor_alltoall_init_c), reinterpret_cast<Address>(&PMPI_Neighbor_alltoall_init_c)},
    {"MPI_Neighbor_alltoallv", reinterpret_cast<Address>(&MPI_Neighbor_alltoallv), reinterpret_cast<Address>(&PMPI_Neighbor_alltoallv)},
    {"MPI_Neighbor_alltoallv_c", reinterpret_cast<Address>(&MPI_Neighbor_alltoallv_c), reinterpret_cast<Address>(&PMPI_Neighbor_alltoallv_c)},
    {"MPI_Neighbor_alltoallv_init", reinterpret_cast<Address>(&MPI_Neighbor_alltoallv_init), reinterpret_cast<Address>(&PMPI_Neighbor_alltoallv_init)},
    {"MPI_Neighbor_alltoallv_init_c", reinterpret_cast<Address>(&MPI_Neighbor_alltoallv_init_c), reinterpret_cast<Address>(&PMPI_Neighbor_alltoallv_init_c)},
    {"MPI_Neighbor_alltoallw", reinterpret_cast<Address>(&MPI_Neighbor_alltoallw), reinterpret_cast<Address>(&PMPI_Neighbor_alltoallw)},
    {"MPI_Neighbor_alltoallw_c", reinterpret_cast<Address>(&MPI_Neighbor_alltoallw_c), reinterpret_cast<Address>(&PMPI_Neighbor_alltoallw_c)},
    {"MPI_Neighbor_alltoallw_init", reinterpret_cast<Address>(&MPI_Neighbor_alltoallw_init), reinterpret_cast<Address>(&PMPI_Neighbor_alltoallw_init)},
    {"MPI_Neighbor_alltoallw_init_c", reinterpret_cast<Address>(&MPI_Neighbor_alltoallw_init_c), reinterpret_cast<Address>(&PMPI_Neighbor_alltoallw_init_c)},
    {"MPI_Op_commutative", reinterpret_cast<Address>(&MPI_Op_commutative), reinterpret_cast<Address>(&PMPI_Op_commutative)},
    {"MPI_Op_create", reinterpret_cast<Address>(&MPI_Op_create), reinterpret_cast<Address>(&PMPI_Op_create)},
    {"MPI_Op_create_c", reinterpret_cast<Address>(&MPI_Op_create_c), reinterpret_cast<Address>(&PMPI_Op_create_c)},
    {"MPI_Op_free", reinterpret_cast<Address>(&MPI_Op_free), reinterpret_cast<Address>(&PMPI_Op_free)},
    {"MPI_Reduce_local", reinterpret_cast<Address>(&MPI_Reduce_local), reinterpret_cast<Address>(&PMPI_Reduce_local)},
    {"MPI_Reduce_local_c", reinterpret_cast<Address>(&MPI_Reduce_local_c), reinterpret_cast<Address>(&PMPI_Reduce_local_c)},
    {"MPI_Bsend", reinterpret_cast<Address>(&MPI_Bsend), reinterpret_cast<Address>(&PMPI_Bsend)},
    {"MPI_Bsend_c", reinterpret_cast<Address>(&MPI_Bsend_c), reinterpret_cast<Address>(&PMPI_Bsend_c)},
    {"MPI_Bsend_init", reinterpret_cast<Address>(&MPI_Bsend_init), reinterpret_cast<Address>(&PMPI_Bsend_init)},
    {"MPI_Bsend_init_c", reinterpret_cast<Address>(&MPI_Bsend_init_c), reinterpret_cast<Address>(&PMPI_Bsend_init_c)},
    {"MPI_Buffer_attach", reinterpret_cast<Address>(&MPI_Buffer_attach), reinterpret_cast<Address>(&PMPI_Buffer_attach)},
    {"MPI_Buffer_attach_c", reinterpret_cast<Address>(&MPI_Buffer_attach_c), reinterpret_cast<Address>(&PMPI_Buffer_attach_c)},
    {"MPI_Buffer_detach", reinterpret_cast<Address>(&MPI_Buffer_detach), reinterpret_cast<Address>(&PMPI_Buffer_detach)},
    {"MPI_Buffer_detach_c", reinterpret_cast<Address>(&MPI_Buffer_detach_c), reinterpret_cast<Address>(&PMPI_Buffer_detach_c)},
    {"MPI_Buffer_flush", reinterpret_cast<Address>(&MPI_Buffer_flush), reinterpret_cast<Address>(&PMPI_Buffer_flush)},
    {"MPI_Buffer_iflush", reinterpret_cast<Address>(&MPI_Buffer_iflush), reinterpret_cast<Address>(&PMPI_Buffer_iflush)},
    {"MPI_Ibsend", reinterpret_cast<Address>(&MPI_Ibsend), reinterpret_cast<Address>(&PMPI_Ibsend)},
    {"MPI_Ibsend_c", reinterpret_cast<Address>(&MPI_Ibsend_c), reinterpret_cast<Address>(&PMPI_Ibsend_c)},
    {"MPI_Improbe", reinterpret_cast<Address>(&MPI_Improbe), reinterpret_cast<Address>(&PMPI_Improbe)},
    {"MPI_Imrecv", reinterpret_cast<Address>(&MPI_Imrecv), reinterpret_cast<Address>(&PMPI_Imrecv)},
    {"MPI_Imrecv_c", reinterpret_cast<Address>(&MPI_Imrecv_c), reinterpret_cast<Address>(&PMPI_Imrecv_c)},
    {"MPI_Iprobe", reinterpret_cast<Address>(&MPI_Iprobe), reinterpret_cast<Address>(&PMPI_Iprobe)},
    {"MPI_Irecv", reinterpret_cast<Address>(&MPI_Irecv), reinterpret_cast<Address>(&PMPI_Irecv)},
    {"MPI_Irecv_c", reinterpret_cast<Address>(&MPI_Irecv_c), reinterpret_cast<Address>(&PMPI_Irecv_c)},
    {"MPI_Irsend", reinterpret_cast<Address>(&MPI_Irsend), reinterpret_cast<Address>(&PMPI_Irsend)},
    {"MPI_Irsend_c", reinterpret_cast<Address>(&MPI_Irsend_c), reinterpret_cast<Address>(&PMPI_Irsend_c)},
    {"MPI_Isend", reinterpret_cast<Address>(&MPI_Isend), reinterpret_cast<Address>(&PMPI_Isend)},
    {"MPI_Isend_c", reinterpret_cast<Address>(&MPI_Isend_c), reinterpret_cast<Address>(&PMPI_Isend_c)},
    {"MPI_Isendrecv", reinterpret_cast<Address>(&MPI_Isendrecv), reinterpret_cast<Address>(&PMPI_Isendrecv)},
    {"MPI_Isendrecv_c", reinterpret_cast<Address>(&MPI_Isendrecv_c), reinterpret_cast<Address>(&PMPI_Isendrecv_c)},
    {"MPI_Isendrecv_replace", reinterpret_cast<Address>(&MPI_Isendrecv_replace), reinterpret_cast<Address>(&PMPI_Isendrecv_replace)},
    {"MPI_Isendrecv_replace_c", reinterpret_cast<Address>(&MPI_Isendrecv_replace_c), reinterpret_cast<Address>(&PMPI_Isendrecv_replace_c)},
    {"MPI_Issend", reinterpret_cast<Address>(&MPI_Issend), reinterpret_cast<Address>(&PMPI_Issend)},
    {"MPI_Issend_c", reinterpret_cast<Address>(&MPI_Issend_c), reinterpret_cast<Address>(&PMPI_Issend_c)},
    {"MPI_Mprobe", reinterpret_cast<Address>(&MPI_Mprobe), reinterpret_cast<Address>(&PMPI_Mprobe)},
    {"MPI_Mrecv", reinterpret_cast<Address>(&MPI_Mrecv), reinterpret_cast<Address>(&PMPI_Mrecv)},
    {"MPI_Mrecv_c", reinterpret_cast<Address>(&MPI_Mrecv_c), reinterpret_cast<Address>(&PMPI_Mrecv_c)},
    {"MPI_Probe", reinterpret_cast<Address>(&MPI_Probe), reinterpret_cast<Address>(&PMPI_Probe)},
    {"MPI_Recv", reinterpret_cast<Address>(&MPI_Recv), reinterpret_cast<Address>(&PMPI_Recv)},
    {"MPI_Recv_c", reinterpret_cast<Address>(&MPI_Recv_c), reinterpret_cast<Address>(&PMPI_Recv_c)},
    {"MPI_Recv_init", reinterpret_cast<Address>(&MPI_Recv_init), reinterpret_cast<Address>(&PMPI_Recv_init)},
    {"MPI_Recv_init_c", reinterpret_cast<Address>(&MPI_Recv_init_c), reinterpret_cast<Address>(&PMPI_Recv_init_c)},
    {"MPI_Rsend", reinterpret_cast<Address>(&MPI_Rsend), reinterpret_cast<Address>(&PMPI_Rsend)},
    {"MPI_Rsend_c", reinterpret_cast<Address>(&MPI_Rsend_c), reinterpret_cast<Address>(&PMPI_Rsend_c)},
    {"MPI_Rsend_init", reinterpret_cast<Address>(&MPI_Rsend_init), reinterpret_cast<Address>(&PMPI_Rsend_init)},
    {"MPI_Rsend_init_c", reinterpret_cast<Address>(&MPI_Rsend_init_c), reinterpret_cast<Address>(&PMPI_Rsend_init_c)},
    {"MPI_Send", reinterpret_cast<Address>(&MPI_Send), reinterpret_cast<Address>(&PMPI_Send)},
    {"MPI_Send_c", reinterpret_cast<Address>(&MPI_Send_c), reinterpret_cast<Address>(&PMPI_Send_c)},
    {"MPI_Send_init", reinterpret_cast<Address>(&MPI_Send_init), reinterpret_cast<Address>(&PMPI_Send_init)},
    {"MPI_Send_init_c", reinterpret_cast<Address>(&MPI_Send_init_c), reinterpret_cast<Address>(&PMPI_Send_init_c)},
    {"MPI_Sendrecv", reinterpret_cast<Address>(&MPI_Sendrecv), reinterpret_cast<Address>(&PMPI_Sendrecv)},
    {"MPI_Sendrecv_c", reinterpret_cast<Address>(&MPI_Sendrecv_c), reinterpret_cast<Address>(&PMPI_Sendrecv_c)},
    {"MPI_Sendrecv_replace", reinterpret_cast<Address>(&MPI_Sendrecv_replace), reinterpret_cast<Address>(&PMPI_Sendrecv_replace)},
    {"MPI_Sendrecv_replace_c", reinterpret_cast<Address>(&MPI_Sendrecv_replace_c), reinterpret_cast<Address>(&PMPI_Sendrecv_replace_c)},
    {"MPI_Ssend", reinterpret_cast<Address>(&MPI_Ssend), reinterpret_cast<Address>(&PMPI_Ssend)},
    {"MPI_Ssend_c", reinterpret_cast<Address>(&MPI_Ssend_c), reinterpret_cast<Address>(&PMPI_Ssend_c)},
    {"MPI_Ssend_init", reinterpret_cast<Address>(&MPI_Ssend_init), reinterpret_cast<Address>(&PMPI_Ssend_init)},
    {"MPI_Ssend_init_c", reinterpret_cast<Address>(&MPI_Ssend_init_c), reinterpret_cast<Address>(&PMPI_Ssend_init_c)},
    {"MPI_Parrived", reinterpret_cast<Address>(&MPI_Parrived), reinterpret_cast<Address>(&PMPI_Parrived)},
    {"MPI_Pready", reinterpret_cast<Address>(&MPI_Pready), reinterpret_cast<Address>(&PMPI_Pready)},
    {"MPI_Pready_list", reinterpret_cast<Address>(&MPI_Pready_list), reinterpret_cast<Address>(&PMPI_Pready_list)},
    {"MPI_Pready_range", reinterpret_cast<Address>(&MPI_Pready_range), reinterpret_cast<Address>(&PMPI_Pready_range)},
    {"MPI_Precv_init", reinterpret_cast<Address>(&MPI_Precv_init), reinterpret_cast<Address>(&PMPI_Precv_init)},
    {"MPI_Precv_init_c", reinterpret_cast<Address>(&MPI_Precv_init_c), reinterpret_cast<Address>(&PMPI_Precv_init_c)},
    {"MPI_Psend_init", reinterpret_cast<Address>(&MPI_Psend_init), reinterpret_cast<Address>(&PMPI_Psend_init)},
    {"MPI_Psend_init_c", reinterpret_cast<Address>(&MPI_Psend_init_c), reinterpret_cast<Address>(&PMPI_Psend_init_c)},
    {"MPI_Allgather_init", reinterpret_cast<Address>(&MPI_Allgather_init), reinterpret_cast<Address>(&PMPI_Allgather_init)},
    {"MPI_Allgather_init_c", reinterpret_cast<Address>(&MPI_Allgather_init_c), reinterpret_cast<Address>(&PMPI_Allgather_init_c)},
    {"MPI_Allgatherv_init", reinterpret_cast<Address>(&MPI_Allgatherv_init), reinterpret_cast<Address>(&PMPI_Allgatherv_init)},
    {"MPI_Allgatherv_init_c", reinterpret_cast<Address>(&MPI_Allgatherv_init_c), reinterpret_cast<Address>(&PMPI_Allgatherv_init_c)},
    {"MPI_Allreduce_init", reinterpret_cast<Address>(&MPI_Allreduce_init), reinterpret_cast<Address>(&PMPI_Allreduce_init)},
    {"MPI_Allreduce_init_c", reinterpret_cast<Address>(&MPI_Allreduce_init_c), reinterpret_cast<Address>(&PMPI_Allreduce_init_c)},
    {"MPI_Alltoall_init", reinterpret_cast<Address>(&MPI_Alltoall_init), reinterpret_cast<Address>(&PMPI_Alltoall_init)},
    {"MPI_Alltoall_init_c", reinterpret_cast<Address>(&MPI_Alltoall_init_c), reinterpret_cast<Address>(&PMPI_Alltoall_init_c)},
    {"MPI_Alltoallv_init", reinterpret_cast<Address>(&MPI_Alltoallv_init), reinterpret_cast<Address>(&PMPI_Alltoallv_init)},
    {"MPI_Alltoallv_init_c", reinterpret_cast<Address>(&MPI_Alltoallv_init_c), reinterpret_cast<Address>(&PMPI_Alltoallv_init_c)},
    {"MPI_Alltoallw_init", reinterpret_cast<Address>(&MPI_Alltoallw_init), reinterpret_cast<Address>(&PMPI_Alltoallw_init)},
    {"MPI_Alltoallw_init_c", reinterpret_cast<Address>(&MPI_Alltoallw_init_c), reinterpret_cast<Address>(&PMPI_Alltoallw_init_c)},
    {"MPI_Barrier_init", reinterpret_cast<Address>(&MPI_Barrier_init), reinterpret_cast<Address>(&PMPI_Barrier_init)},
    {"MPI_Bcast_init", reinterpret_cast<Address>(&MPI_Bcast_init), reinterpret_cast<Address>(&PMPI_Bcast_init)},
    {"MPI_Bcast_init_c", reinterpret_cast<Address>(&MPI_Bcast_init_c), reinterpret_cast<Address>(&PMPI_Bcast_init_c)},
    {"MPI_Exscan_init", reinterpret_cast<Address>(&MPI_Exscan_init), reinterpret_cast<Address>(&PMPI_Exscan_init)},
    {"MPI_Exscan_init_c", reinterpret_cast<Address>(&MPI_Exscan_init_c), reinterpret_cast<Address>(&PMPI_Exscan_init_c)},
    {"MPI_Gather_init", reinterpret_cast<Address>(&MPI_Gather_init), reinterpret_cast<Address>(&PMPI_Gather_init)},
    {"MPI_Gather_init_c", reinterpret_cast<Address>(&MPI_Gather_init_c), reinterpret_cast<Address>(&PMPI_Gather_init_c)},
    {"MPI_Gatherv_init", reinterpret_cast<Address>(&MPI_Gatherv_init), reinterpret_cast<Address>(&PMPI_Gatherv_init)},
    {"MPI_Gatherv_init_c", reinterpret_cast<Address>(&MPI_Gatherv_init_c), reinterpret_cast<Address>(&PMPI_Gatherv_init_c)},
    {"MPI_Reduce_init", reinterpret_cast<Address>(&MPI_Reduce_init), reinterpret_cast<Address>(&PMPI_Reduce_init)},
    {"MPI_Reduce_init_c", reinterpret_cast<Address>(&MPI_Reduce_init_c), reinterpret_cast<Address>(&PMPI_Reduce_init_c)},
    {"MPI_Reduce_scatter_block_init", reinterpret_cast<Address>(&MPI_Reduce_scatter_block_init), reinterpret_cast<Address>(&PMPI_Reduce_scatter_block_init)},
    {"MPI_Reduce_scatter_block_init_c", reinterpret_cast<Address>(&MPI_Reduce_scatter_block_init_c), reinterpret_cast<Address>(&PMPI_Reduce_scatter_block_init_c)},
    {"MPI_Reduce_scatter_init", reinterpret_cast<Address>(&MPI_Reduce_scatter_init), reinterpret_cast<Address>(&PMPI_Reduce_scatter_init)},
    {"MPI_Reduce_scatter_init_c", reinterpret_cast<Address>(&MPI_Reduce_scatter_init_c), reinterpret_cast<Address>(&PMPI_Reduce_scatter_init_c)},
    {"MPI_Scan_init", reinterpret_cast<Address>(&MPI_Scan_init), reinterpret_cast<Address>(&PMPI_Scan_init)},
    {"MPI_Scan_init_c", reinterpret_cast<Address>(&MPI_Scan_init_c), reinterpret_cast<Address>(&PMPI_Scan_init_c)},
    {"MPI_Scatter_init", reinterpret_cast<Address>(&MPI_Scatter_init), reinterpret_cast<Address>(&PMPI_Scatter_init)},
    {"MPI_Scatter_init_c", reinterpret_cast<Address>(&MPI_Scatter_init_c), reinterpret_cast<Address>(&PMPI_Scatter_init_c)},
    {"MPI_Scatterv_init", reinterpret_cast<Address>(&MPI_Scatterv_init), reinterpret_cast<Address>(&PMPI_Scatterv_init)},
    {"MPI_Scatterv_init_c", reinterpret_cast<Address>(&MPI_Scatterv_init_c), reinterpret_cast<Address>(&PMPI_Scatterv_init_c)},
    {"MPI_Cancel", reinterpret_cast<Address>(&MPI_Cancel), reinterpret_cast<Address>(&PMPI_Cancel)},
    {"MPI_Request_free", reinterpret_cast<Address>(&MPI_Request_free), reinterpret_cast<Address>(&PMPI_Request_free)},
    {"MPI_Request_get_status", reinterpret_cast<Address>(&MPI_Request_get_status), reinterpret_cast<Address>(&PMPI_Request_get_status)},
    {"MPI_Request_get_status_all", reinterpret_cast<Address>(&MPI_Request_get_status_all), reinterpret_cast<Address>(&PMPI_Request_get_status_all)},
    {"MPI_Request_get_status_any", reinterpret_cast<Address>(&MPI_Request_get_status_any), reinterpret_cast<Address>(&PMPI_Request_get_status_any)},
    {"MPI_Request_get_status_some", reinterpret_cast<Address>(&MPI_Request_get_status_some), reinterpret_cast<Address>(&PMPI_Request_get_status_some)},
    {"MPI_Start", reinterpret_cast<Address>(&MPI_Start), reinterpret_cast<Address>(&PMPI_Start)},
    {"MPI_Startall", reinterpret_cast<Address>(&MPI_Startall), reinterpret_cast<Address>(&PMPI_Startall)},
    {"MPI_Test", reinterpret_cast<Address>(&MPI_Test), reinterpret_cast<Address>(&PMPI_Test)},
    {"MPI_Testall", reinterpret_cast<Address>(&MPI_Testall), reinterpret_cast<Address>(&PMPI_Testall)},
    {"MPI_Testany", reinterpret_cast<Address>(&MPI_Testany), reinterpret_cast<Address>(&PMPI_Testany)},
    {"MPI_Testsome", reinterpret_cast<Address>(&MPI_Testsome), reinterpret_cast<Address>(&PMPI_Testsome)},
    {"MPI_Wait", reinterpret_cast<Address>(&MPI_Wait), reinterpret_cast<Address>(&PMPI_Wait)},
    {"MPI_Waitall", reinterpret_cast<Address>(&MPI_Waitall), reinterpret_cast<Address>(&PMPI_Waitall)},
    {"MPI_Waitany", reinterpret_cast<Address>(&MPI_Waitany), reinterpret_cast<Address>(&PMPI_Waitany)},
    {"MPI_Waitsome", reinterpret_cast<Address>(&MPI_Waitsome), reinterpret_cast<Address>(&PMPI_Waitsome)},
    {"MPI_Accumulate", reinterpret_cast<Address>(&MPI_Accumulate), reinterpret_cast<Address>(&PMPI_Accumulate)},
    {"MPI_Accumulate_c", reinterpret_cast<Address>(&MPI_Accumulate_c), reinterpret_cast<Address>(&PMPI_Accumulate_c)},
    {"MPI_Compare_and_swap", reinterpret_cast<Address>(&MPI_Compare_and_swap), reinterpret_cast<Address>(&PMPI_Compare_and_swap)},
    {"MPI_Fetch_and_op", reinterpret_cast<Address>(&MPI_Fetch_and_op), reinterpret_cast<Address>(&PMPI_Fetch_and_op)},
    {"MPI_Get", reinterpret_cast<Address>(&MPI_Get), reinterpret_cast<Address>(&PMPI_Get)},
    {"MPI_Get_c", reinterpret_cast<Address>(&MPI_Get_c), reinterpret_cast<Address>(&PMPI_Get_c)},
    {"MPI_Get_accumulate", reinterpret_cast<Address>(&MPI_Get_accumulate), reinterpret_cast<Address>(&PMPI_Get_accumulate)},
    {"MPI_Get_accumulate_c", reinterpret_cast<Address>(&MPI_Get_accumulate_c), reinterpret_cast<Address>(&PMPI_Get_accumulate_c)},
    {"MPI_Put", reinterpret_cast<Address>(&MPI_Put), reinterpret_cast<Address>(&PMPI_Put)},
    {"MPI_Put_c", reinterpret_cast<Address>(&MPI_Put_c), reinterpret_cast<Address>(&PMPI_Put_c)},
    {"MPI_Raccumulate", reinterpret_cast<Address>(&MPI_Raccumulate), reinterpret_cast<Address>(&PMPI_Raccumulate)},
    {"MPI_Raccumulate_c", reinterpret_cast<Address>(&MPI_Raccumulate_c), reinterpret_cast<Address>(&PMPI_Raccumulate_c)},
    {"MPI_Rget", reinterpret_cast<Address>(&MPI_Rget), reinterpret_cast<Address>(&PMPI_Rget)},
    {"MPI_Rget_c", reinterpret_cast<Address>(&MPI_Rget_c), reinterpret_cast<Address>(&PMPI_Rget_c)},
    {"MPI_Rget_accumulate", reinterpret_cast<Address>(&MPI_Rget_accumulate), reinterpret_cast<Address>(&PMPI_Rget_accumulate)},
    {"MPI_Rget_accumulate_c", reinterpret_cast<Address>(&MPI_Rget_accumulate_c), reinterpret_cast<Address>(&PMPI_Rget_accumulate_c)},
    {"MPI_Rput", reinterpret_cast<Address>(&MPI_Rput), reinterpret_cast<Address>(&PMPI_Rput)},
    {"MPI_Rput_c", reinterpret_cast<Address>(&MPI_Rput_c), reinterpret_cast<Address>(&PMPI_Rput_c)},
    {"MPI_Win_allocate", reinterpret_cast<Address>(&MPI_Win_allocate), reinterpret_cast<Address>(&PMPI_Win_allocate)},
    {"MPI_Win_allocate_c", reinterpret_cast<Address>(&MPI_Win_allocate_c), reinterpret_cast<Address>(&PMPI_Win_allocate_c)},
    {"MPI_Win_allocate_shared", reinterpret_cast<Address>(&MPI_Win_allocate_shared), reinterpret_cast<Address>(&PMPI_Win_allocate_shared)},
    {"MPI_Win_allocate_shared_c", reinterpret_cast<Address>(&MPI_Win_allocate_shared_c), reinterpret_cast<Address>(&PMPI_Win_allocate_shared_c)},
    {"MPI_Win_attach", reinterpret_cast<Address>(&MPI_Win_attach), reinterpret_cast<Address>(&PMPI_Win_attach)},
    {"MPI_Win_complete", reinterpret_cast<Address>(&MPI_Win_complete), reinterpret_cast<Address>(&PMPI_Win_complete)},
    {"MPI_Win_create", reinterpret_cast<Address>(&MPI_Win_create), reinterpret_cast<Address>(&PMPI_Win_create)},
    {"MPI_Win_create_c", reinterpret_cast<Address>(&MPI_Win_create_c), reinterpret_cast<Address>(&PMPI_Win_create_c)},
    {"MPI_Win_create_dynamic", reinterpret_cast<Address>(&MPI_Win_create_dynamic), reinterpret_cast<Address>(&PMPI_Win_create_dynamic)},
    {"MPI_Win_detach", reinterpret_cast<Address>(&MPI_Win_detach), reinterpret_cast<Address>(&PMPI_Win_detach)},
    {"MPI_Win_fence", reinterpret_cast<Address>(&MPI_Win_fence), reinterpret_cast<Address>(&PMPI_Win_fence)},
    {"MPI_Win_flush", reinterpret_cast<Address>(&MPI_Win_flush), reinterpret_cast<Address>(&PMPI_Win_flush)},
    {"MPI_Win_flush_all", reinterpret_cast<Address>(&MPI_Win_flush_all), reinterpret_cast<Address>(&PMPI_Win_flush_all)},
    {"MPI_Win_flush_local", reinterpret_cast<Address>(&MPI_Win_flush_local), reinterpret_cast<Address>(&PMPI_Win_flush_local)},
    {"MPI_Win_flush_local_all", reinterpret_cast<Address>(&MPI_Win_flush_local_all), reinterpret_cast<Address>(&PMPI_Win_flush_local_all)},
    {"MPI_Win_free", reinterpret_cast<Address>(&MPI_Win_free), reinterpret_cast<Address>(&PMPI_Win_free)},
    {"MPI_Win_get_group", reinterpret_cast<Address>(&MPI_Win_get_group), reinterpret_cast<Address>(&PMPI_Win_get_group)},
    {"MPI_Win_get_info", reinterpret_cast<Address>(&MPI_Win_get_info), reinterpret_cast<Address>(&PMPI_Win_get_info)},
    {"MPI_Win_get_name", reinterpret_cast<Address>(&MPI_Win_get_name), reinterpret_cast<Address>(&PMPI_Win_get_name)},
    {"MPI_Win_lock", reinterpret_cast<Address>(&MPI_Win_lock), reinterpret_cast<Address>(&PMPI_Win_lock)},
    {"MPI_Win_lock_all", reinterpret_cast<Address>(&MPI_Win_lock_all), reinterpret_cast<Address>(&PMPI_Win_lock_all)},
    {"MPI_Win_post", reinterpret_cast<Address>(&MPI_Win_post), reinterpret_cast<Address>(&PMPI_Win_post)},
    {"MPI_Win_set_info", reinterpret_cast<Address>(&MPI_Win_set_info), reinterpret_cast<Address>(&PMPI_Win_set_info)},
    {"MPI_Win_set_name", reinterpret_cast<Address>(&MPI_Win_set_name), reinterpret_cast<Address>(&PMPI_Win_set_name)},
    {"MPI_Win_shared_query", reinterpret_cast<Address>(&MPI_Win_shared_query), reinterpret_cast<Address>(&PMPI_Win_shared_query)},
    {"MPI_Win_shared_query_c", reinterpret_cast<Address>(&MPI_Win_shared_query_c), reinterpret_cast<Address>(&PMPI_Win_shared_query_c)},
    {"MPI_Win_start", reinterpret_cast<Address>(&MPI_Win_start), reinterpret_cast<Address>(&PMPI_Win_start)},
    {"MPI_Win_sync", reinterpret_cast<Address>(&MPI_Win_sync), reinterpret_cast<Address>(&PMPI_Win_sync)},
    {"MPI_Win_test", reinterpret_cast<Address>(&MPI_Win_test), reinterpret_cast<Address>(&PMPI_Win_test)},
    {"MPI_Win_unlock", reinterpret_cast<Address>(&MPI_Win_unlock), reinterpret_cast<Address>(&PMPI_Win_unlock)},
    {"MPI_Win_unlock_all", reinterpret_cast<Address>(&MPI_Win_unlock_all), reinterpret_cast<Address>(&PMPI_Win_unlock_all)},
    {"MPI_Win_wait", reinterpret_cast<Address>(&MPI_Win_wait), reinterpret_cast<Address>(&PMPI_Win_wait)},
    {"MPI_Comm_create_from_group", reinterpret_cast<Address>(&MPI_Comm_create_from_group), reinterpret_cast<Address>(&PMPI_Comm_create_from_group)},
    {"MPI_Group_from_session_pset", reinterpret_cast<Address>(&MPI_Group_from_session_pset), reinterpret_cast<Address>(&PMPI_Group_from_session_pset)},
    {"MPI_Intercomm_create_from_groups", reinterpret_cast<Address>(&MPI_Intercomm_create_from_groups), reinterpret_cast<Address>(&PMPI_Intercomm_create_from_groups)},
    {"MPI_Session_attach_buffer", reinterpret_cast<Address>(&MPI_Session_attach_buffer), reinterpret_cast<Address>(&PMPI_Session_attach_buffer)},
    {"MPI_Session_attach_buffer_c", reinterpret_cast<Address>(&MPI_Session_attach_buffer_c), reinterpret_cast<Address>(&PMPI_Session_attach_buffer_c)},
    {"MPI_Session_call_errhandler", reinterpret_cast<Address>(&MPI_Session_call_errhandler), reinterpret_cast<Address>(&PMPI_Session_call_errhandler)},
    {"MPI_Session_create_errhandler", reinterpret_cast<Address>(&MPI_Session_create_errhandler), reinterpret_cast<Address>(&PMPI_Session_create_errhandler)},
    {"MPI_Session_detach_buffer", reinterpret_cast<Address>(&MPI_Session_detach_buffer), reinterpret_cast<Address>(&PMPI_Session_detach_buffer)},
    {"MPI_Session_detach_buffer_c", reinterpret_cast<Address>(&MPI_Session_detach_buffer_c), reinterpret_cast<Address>(&PMPI_Session_detach_buffer_c)},
    {"MPI_Session_finalize", reinterpret_cast<Address>(&MPI_Session_finalize), reinterpret_cast<Address>(&PMPI_Session_finalize)},
    {"MPI_Session_flush_buffer", reinterpret_cast<Address>(&MPI_Session_flush_buffer), reinterpret_cast<Address>(&PMPI_Session_flush_buffer)},
    {"MPI_Session_get_errhandler", reinterpret_cast<Address>(&MPI_Session_get_errhandler), reinterpret_cast<Address>(&PMPI_Session_get_errhandler)},
    {"MPI_Session_get_info", reinterpret_cast<Address>(&MPI_Session_get_info), reinterpret_cast<Address>(&PMPI_Session_get_info)},
    {"MPI_Session_get_nth_pset", reinterpret_cast<Address>(&MPI_Session_get_nth_pset), reinterpret_cast<Address>(&PMPI_Session_get_nth_pset)},
    {"MPI_Session_get_num_psets", reinterpret_cast<Address>(&MPI_Session_get_num_psets), reinterpret_cast<Address>(&PMPI_Session_get_num_psets)},
    {"MPI_Session_get_pset_info", reinterpret_cast<Address>(&MPI_Session_get_pset_info), reinterpret_cast<Address>(&PMPI_Session_get_pset_info)},
    {"MPI_Session_iflush_buffer", reinterpret_cast<Address>(&MPI_Session_iflush_buffer), reinterpret_cast<Address>(&PMPI_Session_iflush_buffer)},
    {"MPI_Session_init", reinterpret_cast<Address>(&MPI_Session_init), reinterpret_cast<Address>(&PMPI_Session_init)},
    {"MPI_Session_set_errhandler", reinterpret_cast<Address>(&MPI_Session_set_errhandler), reinterpret_cast<Address>(&PMPI_Session_set_errhandler)},
    {"MPI_Close_port", reinterpret_cast<Address>(&MPI_Close_port), reinterpret_cast<Address>(&PMPI_Close_port)},
    {"MPI_Comm_accept", reinterpret_cast<Address>(&MPI_Comm_accept), reinterpret_cast<Address>(&PMPI_Comm_accept)},
    {"MPI_Comm_connect", reinterpret_cast<Address>(&MPI_Comm_connect), reinterpret_cast<Address>(&PMPI_Comm_connect)},
    {"MPI_Comm_disconnect", reinterpret_cast<Address>(&MPI_Comm_disconnect), reinterpret_cast<Address>(&PMPI_Comm_disconnect)},
    {"MPI_Comm_get_parent", reinterpret_cast<Address>(&MPI_Comm_get_parent), reinterpret_cast<Address>(&PMPI_Comm_get_parent)},
    {"MPI_Comm_join", reinterpret_cast<Address>(&MPI_Comm_join), reinterpret_cast<Address>(&PMPI_Comm_join)},
    {"MPI_Comm_spawn", reinterpret_cast<Address>(&MPI_Comm_spawn), reinterpret_cast<Address>(&PMPI_Comm_spawn)},
    {"MPI_Comm_spawn_multiple", reinterpret_cast<Address>(&MPI_Comm_spawn_multiple), reinterpret_cast<Address>(&PMPI_Comm_spawn_multiple)},
    {"MPI_Lookup_name", reinterpret_cast<Address>(&MPI_Lookup_name), reinterpret_cast<Address>(&PMPI_Lookup_name)},
    {"MPI_Open_port", reinterpret_cast<Address>(&MPI_Open_port), reinterpret_cast<Address>(&PMPI_Open_port)},
    {"MPI_Publish_name", reinterpret_cast<Address>(&MPI_Publish_name), reinterpret_cast<Address>(&PMPI_Publish_name)},
    {"MPI_Unpublish_name", reinterpret_cast<Address>(&MPI_Unpublish_name), reinterpret_cast<Address>(&PMPI_Unpublish_name)},
    {"MPI_Get_count", reinterpret_cast<Address>(&MPI_Get_count), reinterpret_cast<Address>(&PMPI_Get_count)},
    {"MPI_Get_count_c", reinterpret_cast<Address>(&MPI_Get_count_c), reinterpret_cast<Address>(&PMPI_Get_count_c)},
    {"MPI_Get_elements", reinterpret_cast<Address>(&MPI_Get_elements), reinterpret_cast<Address>(&PMPI_Get_elements)},
    {"MPI_Get_elements_c", reinterpret_cast<Address>(&MPI_Get_elements_c), reinterpret_cast<Address>(&PMPI_Get_elements_c)},
    {"MPI_Get_elements_x", reinterpret_cast<Address>(&MPI_Get_elements_x), reinterpret_cast<Address>(&PMPI_Get_elements_x)},
    {"MPI_Status_get_error", reinterpret_cast<Address>(&MPI_Status_get_error), reinterpret_cast<Address>(&PMPI_Status_get_error)},
    {"MPI_Status_get_source", reinterpret_cast<Address>(&MPI_Status_get_source), reinterpret_cast<Address>(&PMPI_Status_get_source)},
    {"MPI_Status_get_tag", reinterpret_cast<Address>(&MPI_Status_get_tag), reinterpret_cast<Address>(&PMPI_Status_get_tag)},
    {"MPI_Status_set_cancelled", reinterpret_cast<Address>(&MPI_Status_set_cancelled), reinterpret_cast<Address>(&PMPI_Status_set_cancelled)},
    {"MPI_Status_set_elements", reinterpret_cast<Address>(&MPI_Status_set_elements), reinterpret_cast<Address>(&PMPI_Status_set_elements)},
    {"MPI_Status_set_elements_c", reinterpret_cast<Address>(&MPI_Status_set_elements_c), reinterpret_cast<Address>(&PMPI_Status_set_elements_c)},
    {"MPI_Status_set_elements_x", reinterpret_cast<Address>(&MPI_Status_set_elements_x), reinterpret_cast<Address>(&PMPI_Status_set_elements_x)},
    {"MPI_Status_set_error", reinterpret_cast<Address>(&MPI_Status_set_error), reinterpret_cast<Address>(&PMPI_Status_set_error)},
    {"MPI_Status_set_source", reinterpret_cast<Address>(&MPI_Status_set_source), reinterpret_cast<Address>(&PMPI_Status_set_source)},
    {"MPI_Status_set_tag", reinterpret_cast<Address>(&MPI_Status_set_tag), reinterpret_cast<Address>(&PMPI_Status_set_tag)},
    {"MPI_Test_cancelled", reinterpret_cast<Address>(&MPI_Test_cancelled), reinterpret_cast<Address>(&PMPI_Test_cancelled)},
    {"MPI_T_category_changed", reinterpret_cast<Address>(&MPI_T_category_changed), reinterpret_cast<Address>(&PMPI_T_category_changed)},
    {"MPI_T_category_get_categories", reinterpret_cast<Address>(&MPI_T_category_get_categories), reinterpret_cast<Address>(&PMPI_T_category_get_categories)},
    {"MPI_T_category_get_cvars", reinterpret_cast<Address>(&MPI_T_category_get_cvars), reinterpret_cast<Address>(&PMPI_T_category_get_cvars)},
    {"MPI_T_category_get_events", reinterpret_cast<Address>(&MPI_T_category_get_events), reinterpret_cast<Address>(&PMPI_T_category_get_events)},
    {"MPI_T_category_get_index", reinterpret_cast<Address>(&MPI_T_category_get_index), reinterpret_cast<Address>(&PMPI_T_category_get_index)},
    {"MPI_T_category_get_info", reinterpret_cast<Address>(&MPI_T_category_get_info), reinterpret_cast<Address>(&PMPI_T_category_get_info)},
    {"MPI_T_category_get_num", reinterpret_cast<Address>(&MPI_T_category_get_num), reinterpret_cast<Address>(&PMPI_T_category_get_num)},
    {"MPI_T_category_get_num_events", reinterpret_cast<Address>(&MPI_T_category_get_num_events), reinterpret_cast<Address>(&PMPI_T_category_get_num_events)},
    {"MPI_T_category_get_pvars", reinterpret_cast<Address>(&MPI_T_category_get_pvars), reinterpret_cast<Address>(&PMPI_T_category_get_pvars)},
    {"MPI_T_cvar_get_index", reinterpret_cast<Address>(&MPI_T_cvar_get_index), reinterpret_cast<Address>(&PMPI_T_cvar_get_index)},
    {"MPI_T_cvar_get_info", reinterpret_cast<Address>(&MPI_T_cvar_get_info), reinterpret_cast<Address>(&PMPI_T_cvar_get_info)},
    {"MPI_T_cvar_get_num", reinterpret_cast<Address>(&MPI_T_cvar_get_num), reinterpret_cast<Address>(&PMPI_T_cvar_get_num)},
    {"MPI_T_cvar_handle_alloc", reinterpret_cast<Address>(&MPI_T_cvar_handle_alloc), reinterpret_cast<Address>(&PMPI_T_cvar_handle_alloc)},
    {"MPI_T_cvar_handle_free", reinterpret_cast<Address>(&MPI_T_cvar_handle_free), reinterpret_cast<Address>(&PMPI_T_cvar_handle_free)},
    {"MPI_T_cvar_read", reinterpret_cast<Address>(&MPI_T_cvar_read), reinterpret_cast<Address>(&PMPI_T_cvar_read)},
    {"MPI_T_cvar_write", reinterpret_cast<Address>(&MPI_T_cvar_write), reinterpret_cast<Address>(&PMPI_T_cvar_write)},
    {"MPI_T_enum_get_info", reinterpret_cast<Address>(&MPI_T_enum_get_info), reinterpret_cast<Address>(&PMPI_T_enum_get_info)},
    {"MPI_T_enum_get_item", reinterpret_cast<Address>(&MPI_T_enum_get_item), reinterpret_cast<Address>(&PMPI_T_enum_get_item)},
    {"MPI_T_event_callback_get_info", reinterpret_cast<Address>(&MPI_T_event_callback_get_info), reinterpret_cast<Address>(&PMPI_T_event_callback_get_info)},
    {"MPI_T_event_callback_set_info", reinterpret_cast<Address>(&MPI_T_event_callback_set_info), reinterpret_cast<Address>(&PMPI_T_event_callback_set_info)},
    {"MPI_T_event_copy", reinterpret_cast<Address>(&MPI_T_event_copy), reinterpret_cast<Address>(&PMPI_T_event_copy)},
    {"MPI_T_event_get_index", reinterpret_cast<Address>(&MPI_T_event_get_index), reinterpret_cast<Address>(&PMPI_T_event_get_index)},
    {"MPI_T_event_get_info", reinterpret_cast<Address>(&MPI_T_event_get_info), reinterpret_cast<Address>(&PMPI_T_event_get_info)},
    {"MPI_T_event_get_num", reinterpret_cast<Address>(&MPI_T_event_get_num), reinterpret_cast<Address>(&PMPI_T_event_get_num)},
    {"MPI_T_event_get_source", reinterpret_cast<Address>(&MPI_T_event_get_source), reinterpret_cast<Address>(&PMPI_T_event_get_source)},
    {"MPI_T_event_get_timestamp", reinterpret_cast<Address>(&MPI_T_event_get_timestamp), reinterpret_cast<Address>(&PMPI_T_event_get_timestamp)},
    {"MPI_T_event_handle_alloc", reinterpret_cast<Address>(&MPI_T_event_handle_alloc), reinterpret_cast<Address>(&PMPI_T_event_handle_alloc)},
    {"MPI_T_event_handle_free", reinterpret_cast<Address>(&MPI_T_event_handle_free), reinterpret_cast<Address>(&PMPI_T_event_handle_free)},
    {"MPI_T_event_handle_get_info", reinterpret_cast<Address>(&MPI_T_event_handle_get_info), reinterpret_cast<Address>(&PMPI_T_event_handle_get_info)},
    {"MPI_T_event_handle_set_info", reinterpret_cast<Address>(&MPI_T_event_handle_set_info), reinterpret_cast<Address>(&PMPI_T_event_handle_set_info)},
    {"MPI_T_event_read", reinterpret_cast<Address>(&MPI_T_event_read), reinterpret_cast<Address>(&PMPI_T_event_read)},
    {"MPI_T_event_register_callback", reinterpret_cast<Address>(&MPI_T_event_register_callback), reinterpret_cast<Address>(&PMPI_T_event_register_callback)},
    {"MPI_T_event_set_dropped_handler", reinterpret_cast<Address>(&MPI_T_event_set_dropped_handler), reinterpret_cast<Address>(&PMPI_T_event_set_dropped_handler)},
    {"MPI_T_finalize", reinterpret_cast<Address>(&MPI_T_finalize), reinterpret_cast<Address>(&PMPI_T_finalize)},
    {"MPI_T_init_thread", reinterpret_cast<Address>(&MPI_T_init_thread), reinterpret_cast<Address>(&PMPI_T_init_thread)},
    {"MPI_T_pvar_get_index", reinterpret_cast<Address>(&MPI_T_pvar_get_index), reinterpret_cast<Address>(&PMPI_T_pvar_get_index)},
    {"MPI_T_pvar_get_info", reinterpret_cast<Address>(&MPI_T_pvar_get_info), reinterpret_cast<Address>(&PMPI_T_pvar_get_info)},
    {"MPI_T_pvar_get_num", reinterpret_cast<Address>(&MPI_T_pvar_get_num), reinterpret_cast<Address>(&PMPI_T_pvar_get_num)},
    {"MPI_T_pvar_handle_alloc", reinterpret_cast<Address>(&MPI_T_pvar_handle_alloc), reinterpret_cast<Address>(&PMPI_T_pvar_handle_alloc)},
    {"MPI_T_pvar_handle_free", reinterpret_cast<Address>(&MPI_T_pvar_handle_free), reinterpret_cast<Address>(&PMPI_T_pvar_handle_free)},
    {"MPI_T_pvar_read", reinterpret_cast<Address>(&MPI_T_pvar_read), reinterpret_cast<Address>(&PMPI_T_pvar_read)},
    {"MPI_T_pvar_readreset", reinterpret_cast<Address>(&MPI_T_pvar_readreset), reinterpret_cast<Address>(&PMPI_T_pvar_readreset)},
    {"MPI_T_pvar_reset", reinterpret_cast<Address>(&MPI_T_pvar_reset), reinterpret_cast<Address>(&PMPI_T_pvar_reset)},
    {"MPI_T_pvar_session_create", reinterpret_cast<Address>(&MPI_T_pvar_session_create), reinterpret_cast<Address>(&PMPI_T_pvar_session_create)},
    {"MPI_T_pvar_session_free", reinterpret_cast<Address>(&MPI_T_pvar_session_free), reinterpret_cast<Address>(&PMPI_T_pvar_session_free)},
    {"MPI_T_pvar_start", reinterpret_cast<Address>(&MPI_T_pvar_start), reinterpret_cast<Address>(&PMPI_T_pvar_start)},
    {"MPI_T_pvar_stop", reinterpret_cast<Address>(&MPI_T_pvar_stop), reinterpret_cast<Address>(&PMPI_T_pvar_stop)},
    {"MPI_T_pvar_write", reinterpret_cast<Address>(&MPI_T_pvar_write), reinterpret_cast<Address>(&PMPI_T_pvar_write)},
    {"MPI_T_source_get_info", reinterpret_cast<Address>(&MPI_T_source_get_info), reinterpret_cast<Address>(&PMPI_T_source_get_info)},
    {"MPI_T_source_get_num", reinterpret_cast<Address>(&MPI_T_source_get_num), reinterpret_cast<Address>(&PMPI_T_source_get_num)},
    {"MPI_T_source_get_timestamp", reinterpret_cast<Address>(&MPI_T_source_get_timestamp), reinterpret_cast<Address>(&PMPI_T_source_get_timestamp)},
    {"MPI_Cart_coords", reinterpret_cast<Address>(&MPI_Cart_coords), reinterpret_cast<Address>(&PMPI_Cart_coords)},
    {"MPI_Cart_create", reinterpret_cast<Address>(&MPI_Cart_create), reinterpret_cast<Address>(&PMPI_Cart_create)},
    {"MPI_Cart_get", reinterpret_cast<Address>(&MPI_Cart_get), reinterpret_cast<Address>(&PMPI_Cart_get)},
    {"MPI_Cart_map", reinterpret_cast<Address>(&MPI_Cart_map), reinterpret_cast<Address>(&PMPI_Cart_map)},
    {"MPI_Cart_rank", reinterpret_cast<Address>(&MPI_Cart_rank), reinterpret_cast<Address>(&PMPI_Cart_rank)},
    {"MPI_Cart_shift", reinterpret_cast<Address>(&MPI_Cart_shift), reinterpret_cast<Address>(&PMPI_Cart_shift)},
    {"MPI_Cart_sub", reinterpret_cast<Address>(&MPI_Cart_sub), reinterpret_cast<Address>(&PMPI_Cart_sub)},
    {"MPI_Cartdim_get", reinterpret_cast<Address>(&MPI_Cartdim_get), reinterpret_cast<Address>(&PMPI_Cartdim_get)},
    {"MPI_Dims_create", reinterpret_cast<Address>(&MPI_Dims_create), reinterpret_cast<Address>(&PMPI_Dims_create)},
    {"MPI_Dist_graph_create", reinterpret_cast<Address>(&MPI_Dist_graph_create), reinterpret_cast<Address>(&PMPI_Dist_graph_create)},
    {"MPI_Dist_graph_create_adjacent", reinterpret_cast<Address>(&MPI_Dist_graph_create_adjacent), reinterpret_cast<Address>(&PMPI_Dist_graph_create_adjacent)},
    {"MPI_Dist_graph_neighbors", reinterpret_cast<Address>(&MPI_Dist_graph_neighbors), reinterpret_cast<Address>(&PMPI_Dist_graph_neighbors)},
    {"MPI_Dist_graph_neighbors_count", reinterpret_cast<Address>(&MPI_Dist_graph_neighbors_count), reinterpret_cast<Address>(&PMPI_Dist_graph_neighbors_count)},
    {"MPI_Graph_create", reinterpret_cast<Address>(&MPI_Graph_create), reinterpret_cast<Address>(&PMPI_Graph_create)},
    {"MPI_Graph_get", reinterpret_cast<Address>(&MPI_Graph_get), reinterpret_cast<Address>(&PMPI_Graph_get)},
    {"MPI_Graph_map", reinterpret_cast<Address>(&MPI_Graph_map), reinterpret_cast<Address>(&PMPI_Graph_map)},
    {"MPI_Graph_neighbors", reinterpret_cast<Address>(&MPI_Graph_neighbors), reinterpret_cast<Address>(&PMPI_Graph_neighbors)},
    {"MPI_Graph_neighbors_count", reinterpret_cast<Address>(&MPI_Graph_neighbors_count), reinterpret_cast<Address>(&PMPI_Graph_neighbors_count)},
    {"MPI_Graphdims_get", reinterpret_cast<Address>(&MPI_Graphdims_get), reinterpret_cast<Address>(&PMPI_Graphdims_get)},
    {"MPI_Topo_test", reinterpret_cast<Address>(&MPI_Topo_test), reinterpret_cast<Address>(&PMPI_Topo_test)},
};
const unsigned long entry_point_count = sizeof(entry_points) / sizeof(entry_points[0]);

}  // namespace baton::mpi::test
