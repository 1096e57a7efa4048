// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter tool, one call each. Next: the body in mpi/tool*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_tool.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_T_category_changed(int*) { return unsupported("MPI_T_category_changed", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_category_changed")]] int MPI_T_category_changed(int*);

int PMPI_T_category_get_categories(int, int, int[]) {
  return unsupported("MPI_T_category_get_categories", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_category_get_categories")]] int MPI_T_category_get_categories(int, int, int[]);

int PMPI_T_category_get_cvars(int, int, int[]) { return unsupported("MPI_T_category_get_cvars", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_category_get_cvars")]] int MPI_T_category_get_cvars(int, int, int[]);

int PMPI_T_category_get_events(int, int, int[]) { return unsupported("MPI_T_category_get_events", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_category_get_events")]] int MPI_T_category_get_events(int, int, int[]);

int PMPI_T_category_get_index(const char*, int*) { return unsupported("MPI_T_category_get_index", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_category_get_index")]] int MPI_T_category_get_index(const char*, int*);

int PMPI_T_category_get_info(int, char*, int*, char*, int*, int*, int*, int*) {
  return unsupported("MPI_T_category_get_info", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_category_get_info")]] int MPI_T_category_get_info(int, char*, int*, char*, int*, int*,
    int*, int*);

int PMPI_T_category_get_num(int*) { return unsupported("MPI_T_category_get_num", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_category_get_num")]] int MPI_T_category_get_num(int*);

int PMPI_T_category_get_num_events(int, int*) { return unsupported("MPI_T_category_get_num_events", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_category_get_num_events")]] int MPI_T_category_get_num_events(int, int*);

int PMPI_T_category_get_pvars(int, int, int[]) { return unsupported("MPI_T_category_get_pvars", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_category_get_pvars")]] int MPI_T_category_get_pvars(int, int, int[]);

int PMPI_T_cvar_get_index(const char*, int*) { return unsupported("MPI_T_cvar_get_index", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_cvar_get_index")]] int MPI_T_cvar_get_index(const char*, int*);

int PMPI_T_cvar_get_info(int, char*, int*, int*, MPI_Datatype*, MPI_T_enum*, char*, int*, int*, int*) {
  return unsupported("MPI_T_cvar_get_info", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_cvar_get_info")]] int MPI_T_cvar_get_info(int, char*, int*, int*, MPI_Datatype*,
    MPI_T_enum*, char*, int*, int*, int*);

int PMPI_T_cvar_get_num(int*) { return unsupported("MPI_T_cvar_get_num", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_cvar_get_num")]] int MPI_T_cvar_get_num(int*);

int PMPI_T_cvar_handle_alloc(int, void*, MPI_T_cvar_handle*, int*) {
  return unsupported("MPI_T_cvar_handle_alloc", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_cvar_handle_alloc")]] int MPI_T_cvar_handle_alloc(int, void*, MPI_T_cvar_handle*, int*);

int PMPI_T_cvar_handle_free(MPI_T_cvar_handle*) { return unsupported("MPI_T_cvar_handle_free", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_cvar_handle_free")]] int MPI_T_cvar_handle_free(MPI_T_cvar_handle*);

int PMPI_T_cvar_read(MPI_T_cvar_handle, void*) { return unsupported("MPI_T_cvar_read", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_cvar_read")]] int MPI_T_cvar_read(MPI_T_cvar_handle, void*);

int PMPI_T_cvar_write(MPI_T_cvar_handle, const void*) { return unsupported("MPI_T_cvar_write", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_cvar_write")]] int MPI_T_cvar_write(MPI_T_cvar_handle, const void*);

int PMPI_T_enum_get_info(MPI_T_enum, int*, char*, int*) { return unsupported("MPI_T_enum_get_info", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_enum_get_info")]] int MPI_T_enum_get_info(MPI_T_enum, int*, char*, int*);

int PMPI_T_enum_get_item(MPI_T_enum, int, int*, char*, int*) {
  return unsupported("MPI_T_enum_get_item", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_enum_get_item")]] int MPI_T_enum_get_item(MPI_T_enum, int, int*, char*, int*);

int PMPI_T_event_callback_get_info(MPI_T_event_registration, MPI_T_cb_safety, MPI_Info*) {
  return unsupported("MPI_T_event_callback_get_info", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_event_callback_get_info")]] int MPI_T_event_callback_get_info(MPI_T_event_registration,
    MPI_T_cb_safety, MPI_Info*);

int PMPI_T_event_callback_set_info(MPI_T_event_registration, MPI_T_cb_safety, MPI_Info) {
  return unsupported("MPI_T_event_callback_set_info", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_event_callback_set_info")]] int MPI_T_event_callback_set_info(MPI_T_event_registration,
    MPI_T_cb_safety, MPI_Info);

int PMPI_T_event_copy(MPI_T_event_instance, void*) { return unsupported("MPI_T_event_copy", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_event_copy")]] int MPI_T_event_copy(MPI_T_event_instance, void*);

int PMPI_T_event_get_index(const char*, int*) { return unsupported("MPI_T_event_get_index", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_event_get_index")]] int MPI_T_event_get_index(const char*, int*);

int PMPI_T_event_get_info(int, char*, int*, int*, MPI_Datatype[], MPI_Aint[], int*, MPI_T_enum*, MPI_Info*, char*,
    int*, int*) {
  return unsupported("MPI_T_event_get_info", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_event_get_info")]] int MPI_T_event_get_info(int, char*, int*, int*, MPI_Datatype[],
    MPI_Aint[], int*, MPI_T_enum*, MPI_Info*, char*, int*, int*);

int PMPI_T_event_get_num(int*) { return unsupported("MPI_T_event_get_num", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_event_get_num")]] int MPI_T_event_get_num(int*);

int PMPI_T_event_get_source(MPI_T_event_instance, int*) {
  return unsupported("MPI_T_event_get_source", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_event_get_source")]] int MPI_T_event_get_source(MPI_T_event_instance, int*);

int PMPI_T_event_get_timestamp(MPI_T_event_instance, MPI_Count*) {
  return unsupported("MPI_T_event_get_timestamp", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_event_get_timestamp")]] int MPI_T_event_get_timestamp(MPI_T_event_instance, MPI_Count*);

int PMPI_T_event_handle_alloc(int, void*, MPI_Info, MPI_T_event_registration*) {
  return unsupported("MPI_T_event_handle_alloc", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_event_handle_alloc")]] int MPI_T_event_handle_alloc(int, void*, MPI_Info,
    MPI_T_event_registration*);

int PMPI_T_event_handle_free(MPI_T_event_registration, void*, MPI_T_event_free_cb_function*) {
  return unsupported("MPI_T_event_handle_free", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_event_handle_free")]] int MPI_T_event_handle_free(MPI_T_event_registration, void*,
    MPI_T_event_free_cb_function*);

int PMPI_T_event_handle_get_info(MPI_T_event_registration, MPI_Info*) {
  return unsupported("MPI_T_event_handle_get_info", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_event_handle_get_info")]] int MPI_T_event_handle_get_info(MPI_T_event_registration,
    MPI_Info*);

int PMPI_T_event_handle_set_info(MPI_T_event_registration, MPI_Info) {
  return unsupported("MPI_T_event_handle_set_info", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_event_handle_set_info")]] int MPI_T_event_handle_set_info(MPI_T_event_registration,
    MPI_Info);

int PMPI_T_event_read(MPI_T_event_instance, int, void*) { return unsupported("MPI_T_event_read", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_event_read")]] int MPI_T_event_read(MPI_T_event_instance, int, void*);

int PMPI_T_event_register_callback(MPI_T_event_registration, MPI_T_cb_safety, MPI_Info, void*,
    MPI_T_event_cb_function*) {
  return unsupported("MPI_T_event_register_callback", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_event_register_callback")]] int MPI_T_event_register_callback(MPI_T_event_registration,
    MPI_T_cb_safety, MPI_Info, void*, MPI_T_event_cb_function*);

int PMPI_T_event_set_dropped_handler(MPI_T_event_registration, MPI_T_event_dropped_cb_function*) {
  return unsupported("MPI_T_event_set_dropped_handler", Raiser::tool());
}
[[gnu::weak,
    gnu::alias("PMPI_T_event_set_dropped_handler")]] int MPI_T_event_set_dropped_handler(MPI_T_event_registration,
    MPI_T_event_dropped_cb_function*);

int PMPI_T_finalize(void) { return unsupported("MPI_T_finalize", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_finalize")]] int MPI_T_finalize(void);

int PMPI_T_init_thread(int, int*) { return unsupported("MPI_T_init_thread", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_init_thread")]] int MPI_T_init_thread(int, int*);

int PMPI_T_pvar_get_index(const char*, int, int*) { return unsupported("MPI_T_pvar_get_index", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_pvar_get_index")]] int MPI_T_pvar_get_index(const char*, int, int*);

int PMPI_T_pvar_get_info(int, char*, int*, int*, int*, MPI_Datatype*, MPI_T_enum*, char*, int*, int*, int*, int*,
    int*) {
  return unsupported("MPI_T_pvar_get_info", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_get_info")]] int MPI_T_pvar_get_info(int, char*, int*, int*, int*, MPI_Datatype*,
    MPI_T_enum*, char*, int*, int*, int*, int*, int*);

int PMPI_T_pvar_get_num(int*) { return unsupported("MPI_T_pvar_get_num", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_pvar_get_num")]] int MPI_T_pvar_get_num(int*);

int PMPI_T_pvar_handle_alloc(MPI_T_pvar_session, int, void*, MPI_T_pvar_handle*, int*) {
  return unsupported("MPI_T_pvar_handle_alloc", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_handle_alloc")]] int MPI_T_pvar_handle_alloc(MPI_T_pvar_session, int, void*,
    MPI_T_pvar_handle*, int*);

int PMPI_T_pvar_handle_free(MPI_T_pvar_session, MPI_T_pvar_handle*) {
  return unsupported("MPI_T_pvar_handle_free", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_handle_free")]] int MPI_T_pvar_handle_free(MPI_T_pvar_session, MPI_T_pvar_handle*);

int PMPI_T_pvar_read(MPI_T_pvar_session, MPI_T_pvar_handle, void*) {
  return unsupported("MPI_T_pvar_read", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_read")]] int MPI_T_pvar_read(MPI_T_pvar_session, MPI_T_pvar_handle, void*);

int PMPI_T_pvar_readreset(MPI_T_pvar_session, MPI_T_pvar_handle, void*) {
  return unsupported("MPI_T_pvar_readreset", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_readreset")]] int MPI_T_pvar_readreset(MPI_T_pvar_session, MPI_T_pvar_handle,
    void*);

int PMPI_T_pvar_reset(MPI_T_pvar_session, MPI_T_pvar_handle) {
  return unsupported("MPI_T_pvar_reset", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_reset")]] int MPI_T_pvar_reset(MPI_T_pvar_session, MPI_T_pvar_handle);

int PMPI_T_pvar_session_create(MPI_T_pvar_session*) {
  return unsupported("MPI_T_pvar_session_create", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_session_create")]] int MPI_T_pvar_session_create(MPI_T_pvar_session*);

int PMPI_T_pvar_session_free(MPI_T_pvar_session*) { return unsupported("MPI_T_pvar_session_free", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_pvar_session_free")]] int MPI_T_pvar_session_free(MPI_T_pvar_session*);

int PMPI_T_pvar_start(MPI_T_pvar_session, MPI_T_pvar_handle) {
  return unsupported("MPI_T_pvar_start", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_start")]] int MPI_T_pvar_start(MPI_T_pvar_session, MPI_T_pvar_handle);

int PMPI_T_pvar_stop(MPI_T_pvar_session, MPI_T_pvar_handle) { return unsupported("MPI_T_pvar_stop", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_pvar_stop")]] int MPI_T_pvar_stop(MPI_T_pvar_session, MPI_T_pvar_handle);

int PMPI_T_pvar_write(MPI_T_pvar_session, MPI_T_pvar_handle, const void*) {
  return unsupported("MPI_T_pvar_write", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_write")]] int MPI_T_pvar_write(MPI_T_pvar_session, MPI_T_pvar_handle, const void*);

int PMPI_T_source_get_info(int, char*, int*, char*, int*, MPI_T_source_order*, MPI_Count*, MPI_Count*, MPI_Info*) {
  return unsupported("MPI_T_source_get_info", Raiser::tool());
}
[[gnu::weak, gnu::alias("PMPI_T_source_get_info")]] int MPI_T_source_get_info(int, char*, int*, char*, int*,
    MPI_T_source_order*, MPI_Count*, MPI_Count*, MPI_Info*);

int PMPI_T_source_get_num(int*) { return unsupported("MPI_T_source_get_num", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_source_get_num")]] int MPI_T_source_get_num(int*);

int PMPI_T_source_get_timestamp(int, MPI_Count*) { return unsupported("MPI_T_source_get_timestamp", Raiser::tool()); }
[[gnu::weak, gnu::alias("PMPI_T_source_get_timestamp")]] int MPI_T_source_get_timestamp(int, MPI_Count*);

}  // extern "C"
