// SPDX-License-Identifier: BSD-3-Clause
// Journey 1/9: the C entries of chapter tool, one call each. Next: the body in mpi/tool*.cpp.
// Made by src/mpi/gen/generate.py; change src/mpi/spec and run it again.
#include "mpi/generated/api_tool.hpp"

#include "mpi/enter.hpp"

using namespace baton::mpi;

extern "C" {

int PMPI_T_category_changed(int* update_number) {
  return enter_anytime("MPI_T_category_changed", [&] { return api::t_category_changed(update_number); });
}
[[gnu::weak, gnu::alias("PMPI_T_category_changed")]] int MPI_T_category_changed(int*);

int PMPI_T_category_get_categories(int cat_index, int len, int indices[]) {
  return enter_anytime("MPI_T_category_get_categories", [&] { return api::t_category_get_categories(cat_index, len,
    indices); });
}
[[gnu::weak, gnu::alias("PMPI_T_category_get_categories")]] int MPI_T_category_get_categories(int, int, int[]);

int PMPI_T_category_get_cvars(int cat_index, int len, int indices[]) {
  return enter_anytime("MPI_T_category_get_cvars", [&] { return api::t_category_get_cvars(cat_index, len, indices); });
}
[[gnu::weak, gnu::alias("PMPI_T_category_get_cvars")]] int MPI_T_category_get_cvars(int, int, int[]);

int PMPI_T_category_get_events(int cat_index, int len, int indices[]) {
  return enter_anytime("MPI_T_category_get_events", [&] { return api::t_category_get_events(cat_index, len,
    indices); });
}
[[gnu::weak, gnu::alias("PMPI_T_category_get_events")]] int MPI_T_category_get_events(int, int, int[]);

int PMPI_T_category_get_index(const char* name, int* cat_index) {
  return enter_anytime("MPI_T_category_get_index", [&] { return api::t_category_get_index(name, cat_index); });
}
[[gnu::weak, gnu::alias("PMPI_T_category_get_index")]] int MPI_T_category_get_index(const char*, int*);

int PMPI_T_category_get_info(int cat_index, char* name, int* name_len, char* desc, int* desc_len, int* num_cvars,
    int* num_pvars, int* num_categories) {
  return enter_anytime("MPI_T_category_get_info", [&] { return api::t_category_get_info(cat_index, name, name_len,
    desc, desc_len, num_cvars, num_pvars, num_categories); });
}
[[gnu::weak, gnu::alias("PMPI_T_category_get_info")]] int MPI_T_category_get_info(int, char*, int*, char*, int*, int*,
    int*, int*);

int PMPI_T_category_get_num(int* num_cat) {
  return enter_anytime("MPI_T_category_get_num", [&] { return api::t_category_get_num(num_cat); });
}
[[gnu::weak, gnu::alias("PMPI_T_category_get_num")]] int MPI_T_category_get_num(int*);

int PMPI_T_category_get_num_events(int cat_index, int* num_events) {
  return enter_anytime("MPI_T_category_get_num_events", [&] { return api::t_category_get_num_events(cat_index,
    num_events); });
}
[[gnu::weak, gnu::alias("PMPI_T_category_get_num_events")]] int MPI_T_category_get_num_events(int, int*);

int PMPI_T_category_get_pvars(int cat_index, int len, int indices[]) {
  return enter_anytime("MPI_T_category_get_pvars", [&] { return api::t_category_get_pvars(cat_index, len, indices); });
}
[[gnu::weak, gnu::alias("PMPI_T_category_get_pvars")]] int MPI_T_category_get_pvars(int, int, int[]);

int PMPI_T_cvar_get_index(const char* name, int* cvar_index) {
  return enter_anytime("MPI_T_cvar_get_index", [&] { return api::t_cvar_get_index(name, cvar_index); });
}
[[gnu::weak, gnu::alias("PMPI_T_cvar_get_index")]] int MPI_T_cvar_get_index(const char*, int*);

int PMPI_T_cvar_get_info(int cvar_index, char* name, int* name_len, int* verbosity, MPI_Datatype* datatype,
    MPI_T_enum* enumtype, char* desc, int* desc_len, int* bind, int* scope) {
  return enter_anytime("MPI_T_cvar_get_info", [&] { return api::t_cvar_get_info(cvar_index, name, name_len, verbosity,
    datatype, enumtype, desc, desc_len, bind, scope); });
}
[[gnu::weak, gnu::alias("PMPI_T_cvar_get_info")]] int MPI_T_cvar_get_info(int, char*, int*, int*, MPI_Datatype*,
    MPI_T_enum*, char*, int*, int*, int*);

int PMPI_T_cvar_get_num(int* num_cvar) {
  return enter_anytime("MPI_T_cvar_get_num", [&] { return api::t_cvar_get_num(num_cvar); });
}
[[gnu::weak, gnu::alias("PMPI_T_cvar_get_num")]] int MPI_T_cvar_get_num(int*);

int PMPI_T_cvar_handle_alloc(int cvar_index, void* obj_handle, MPI_T_cvar_handle* handle, int* count) {
  return enter_anytime("MPI_T_cvar_handle_alloc", [&] { return api::t_cvar_handle_alloc(cvar_index, obj_handle, handle,
    count); });
}
[[gnu::weak, gnu::alias("PMPI_T_cvar_handle_alloc")]] int MPI_T_cvar_handle_alloc(int, void*, MPI_T_cvar_handle*, int*);

int PMPI_T_cvar_handle_free(MPI_T_cvar_handle* handle) {
  return enter_anytime("MPI_T_cvar_handle_free", [&] { return api::t_cvar_handle_free(handle); });
}
[[gnu::weak, gnu::alias("PMPI_T_cvar_handle_free")]] int MPI_T_cvar_handle_free(MPI_T_cvar_handle*);

int PMPI_T_cvar_read(MPI_T_cvar_handle handle, void* buf) {
  return enter_anytime("MPI_T_cvar_read", [&] { return api::t_cvar_read(handle, buf); });
}
[[gnu::weak, gnu::alias("PMPI_T_cvar_read")]] int MPI_T_cvar_read(MPI_T_cvar_handle, void*);

int PMPI_T_cvar_write(MPI_T_cvar_handle handle, const void* buf) {
  return enter_anytime("MPI_T_cvar_write", [&] { return api::t_cvar_write(handle, buf); });
}
[[gnu::weak, gnu::alias("PMPI_T_cvar_write")]] int MPI_T_cvar_write(MPI_T_cvar_handle, const void*);

int PMPI_T_enum_get_info(MPI_T_enum enumtype, int* num, char* name, int* name_len) {
  return enter_anytime("MPI_T_enum_get_info", [&] { return api::t_enum_get_info(enumtype, num, name, name_len); });
}
[[gnu::weak, gnu::alias("PMPI_T_enum_get_info")]] int MPI_T_enum_get_info(MPI_T_enum, int*, char*, int*);

int PMPI_T_enum_get_item(MPI_T_enum enumtype, int indx, int* value, char* name, int* name_len) {
  return enter_anytime("MPI_T_enum_get_item", [&] { return api::t_enum_get_item(enumtype, indx, value, name,
    name_len); });
}
[[gnu::weak, gnu::alias("PMPI_T_enum_get_item")]] int MPI_T_enum_get_item(MPI_T_enum, int, int*, char*, int*);

int PMPI_T_event_callback_get_info(MPI_T_event_registration event_registration, MPI_T_cb_safety cb_safety,
    MPI_Info* info_used) {
  return enter_anytime("MPI_T_event_callback_get_info", [&] { return api::t_event_callback_get_info(event_registration,
    cb_safety, info_used); });
}
[[gnu::weak, gnu::alias("PMPI_T_event_callback_get_info")]] int MPI_T_event_callback_get_info(MPI_T_event_registration,
    MPI_T_cb_safety, MPI_Info*);

int PMPI_T_event_callback_set_info(MPI_T_event_registration event_registration, MPI_T_cb_safety cb_safety,
    MPI_Info info) {
  return enter_anytime("MPI_T_event_callback_set_info", [&] { return api::t_event_callback_set_info(event_registration,
    cb_safety, info); });
}
[[gnu::weak, gnu::alias("PMPI_T_event_callback_set_info")]] int MPI_T_event_callback_set_info(MPI_T_event_registration,
    MPI_T_cb_safety, MPI_Info);

int PMPI_T_event_copy(MPI_T_event_instance event_instance, void* buffer) {
  return enter_anytime("MPI_T_event_copy", [&] { return api::t_event_copy(event_instance, buffer); });
}
[[gnu::weak, gnu::alias("PMPI_T_event_copy")]] int MPI_T_event_copy(MPI_T_event_instance, void*);

int PMPI_T_event_get_index(const char* name, int* event_index) {
  return enter_anytime("MPI_T_event_get_index", [&] { return api::t_event_get_index(name, event_index); });
}
[[gnu::weak, gnu::alias("PMPI_T_event_get_index")]] int MPI_T_event_get_index(const char*, int*);

int PMPI_T_event_get_info(int event_index, char* name, int* name_len, int* verbosity,
    MPI_Datatype array_of_datatypes[], MPI_Aint array_of_displacements[], int* num_elements, MPI_T_enum* enumtype,
    MPI_Info* info, char* desc, int* desc_len, int* bind) {
  return enter_anytime("MPI_T_event_get_info", [&] { return api::t_event_get_info(event_index, name, name_len,
    verbosity, array_of_datatypes, array_of_displacements, num_elements, enumtype, info, desc, desc_len, bind); });
}
[[gnu::weak, gnu::alias("PMPI_T_event_get_info")]] int MPI_T_event_get_info(int, char*, int*, int*, MPI_Datatype[],
    MPI_Aint[], int*, MPI_T_enum*, MPI_Info*, char*, int*, int*);

int PMPI_T_event_get_num(int* num_events) {
  return enter_anytime("MPI_T_event_get_num", [&] { return api::t_event_get_num(num_events); });
}
[[gnu::weak, gnu::alias("PMPI_T_event_get_num")]] int MPI_T_event_get_num(int*);

int PMPI_T_event_get_source(MPI_T_event_instance event_instance, int* source_index) {
  return enter_anytime("MPI_T_event_get_source", [&] { return api::t_event_get_source(event_instance, source_index); });
}
[[gnu::weak, gnu::alias("PMPI_T_event_get_source")]] int MPI_T_event_get_source(MPI_T_event_instance, int*);

int PMPI_T_event_get_timestamp(MPI_T_event_instance event_instance, MPI_Count* event_timestamp) {
  return enter_anytime("MPI_T_event_get_timestamp", [&] { return api::t_event_get_timestamp(event_instance,
    event_timestamp); });
}
[[gnu::weak, gnu::alias("PMPI_T_event_get_timestamp")]] int MPI_T_event_get_timestamp(MPI_T_event_instance, MPI_Count*);

int PMPI_T_event_handle_alloc(int event_index, void* obj_handle, MPI_Info info,
    MPI_T_event_registration* event_registration) {
  return enter_anytime("MPI_T_event_handle_alloc", [&] { return api::t_event_handle_alloc(event_index, obj_handle,
    info, event_registration); });
}
[[gnu::weak, gnu::alias("PMPI_T_event_handle_alloc")]] int MPI_T_event_handle_alloc(int, void*, MPI_Info,
    MPI_T_event_registration*);

int PMPI_T_event_handle_free(MPI_T_event_registration event_registration, void* user_data,
    MPI_T_event_free_cb_function* free_cb_function) {
  return enter_anytime("MPI_T_event_handle_free", [&] { return api::t_event_handle_free(event_registration, user_data,
    free_cb_function); });
}
[[gnu::weak, gnu::alias("PMPI_T_event_handle_free")]] int MPI_T_event_handle_free(MPI_T_event_registration, void*,
    MPI_T_event_free_cb_function*);

int PMPI_T_event_handle_get_info(MPI_T_event_registration event_registration, MPI_Info* info_used) {
  return enter_anytime("MPI_T_event_handle_get_info", [&] { return api::t_event_handle_get_info(event_registration,
    info_used); });
}
[[gnu::weak, gnu::alias("PMPI_T_event_handle_get_info")]] int MPI_T_event_handle_get_info(MPI_T_event_registration,
    MPI_Info*);

int PMPI_T_event_handle_set_info(MPI_T_event_registration event_registration, MPI_Info info) {
  return enter_anytime("MPI_T_event_handle_set_info", [&] { return api::t_event_handle_set_info(event_registration,
    info); });
}
[[gnu::weak, gnu::alias("PMPI_T_event_handle_set_info")]] int MPI_T_event_handle_set_info(MPI_T_event_registration,
    MPI_Info);

int PMPI_T_event_read(MPI_T_event_instance event_instance, int element_index, void* buffer) {
  return enter_anytime("MPI_T_event_read", [&] { return api::t_event_read(event_instance, element_index, buffer); });
}
[[gnu::weak, gnu::alias("PMPI_T_event_read")]] int MPI_T_event_read(MPI_T_event_instance, int, void*);

int PMPI_T_event_register_callback(MPI_T_event_registration event_registration, MPI_T_cb_safety cb_safety,
    MPI_Info info, void* user_data, MPI_T_event_cb_function* event_cb_function) {
  return enter_anytime("MPI_T_event_register_callback", [&] { return api::t_event_register_callback(event_registration,
    cb_safety, info, user_data, event_cb_function); });
}
[[gnu::weak, gnu::alias("PMPI_T_event_register_callback")]] int MPI_T_event_register_callback(MPI_T_event_registration,
    MPI_T_cb_safety, MPI_Info, void*, MPI_T_event_cb_function*);

int PMPI_T_event_set_dropped_handler(MPI_T_event_registration event_registration,
    MPI_T_event_dropped_cb_function* dropped_cb_function) {
  return enter_anytime("MPI_T_event_set_dropped_handler",
    [&] { return api::t_event_set_dropped_handler(event_registration, dropped_cb_function); });
}
[[gnu::weak,
    gnu::alias("PMPI_T_event_set_dropped_handler")]] int MPI_T_event_set_dropped_handler(MPI_T_event_registration,
    MPI_T_event_dropped_cb_function*);

int PMPI_T_finalize(void) {
  return enter_anytime("MPI_T_finalize", [&] { return api::t_finalize(); });
}
[[gnu::weak, gnu::alias("PMPI_T_finalize")]] int MPI_T_finalize(void);

int PMPI_T_init_thread(int required, int* provided) {
  return enter_anytime("MPI_T_init_thread", [&] { return api::t_init_thread(required, provided); });
}
[[gnu::weak, gnu::alias("PMPI_T_init_thread")]] int MPI_T_init_thread(int, int*);

int PMPI_T_pvar_get_index(const char* name, int var_class, int* pvar_index) {
  return enter_anytime("MPI_T_pvar_get_index", [&] { return api::t_pvar_get_index(name, var_class, pvar_index); });
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_get_index")]] int MPI_T_pvar_get_index(const char*, int, int*);

int PMPI_T_pvar_get_info(int pvar_index, char* name, int* name_len, int* verbosity, int* var_class,
    MPI_Datatype* datatype, MPI_T_enum* enumtype, char* desc, int* desc_len, int* bind, int* readonly, int* continuous,
    int* atomic) {
  return enter_anytime("MPI_T_pvar_get_info", [&] { return api::t_pvar_get_info(pvar_index, name, name_len, verbosity,
    var_class, datatype, enumtype, desc, desc_len, bind, readonly, continuous, atomic); });
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_get_info")]] int MPI_T_pvar_get_info(int, char*, int*, int*, int*, MPI_Datatype*,
    MPI_T_enum*, char*, int*, int*, int*, int*, int*);

int PMPI_T_pvar_get_num(int* num_pvar) {
  return enter_anytime("MPI_T_pvar_get_num", [&] { return api::t_pvar_get_num(num_pvar); });
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_get_num")]] int MPI_T_pvar_get_num(int*);

int PMPI_T_pvar_handle_alloc(MPI_T_pvar_session session, int pvar_index, void* obj_handle, MPI_T_pvar_handle* handle,
    int* count) {
  return enter_anytime("MPI_T_pvar_handle_alloc", [&] { return api::t_pvar_handle_alloc(session, pvar_index,
    obj_handle, handle, count); });
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_handle_alloc")]] int MPI_T_pvar_handle_alloc(MPI_T_pvar_session, int, void*,
    MPI_T_pvar_handle*, int*);

int PMPI_T_pvar_handle_free(MPI_T_pvar_session session, MPI_T_pvar_handle* handle) {
  return enter_anytime("MPI_T_pvar_handle_free", [&] { return api::t_pvar_handle_free(session, handle); });
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_handle_free")]] int MPI_T_pvar_handle_free(MPI_T_pvar_session, MPI_T_pvar_handle*);

int PMPI_T_pvar_read(MPI_T_pvar_session session, MPI_T_pvar_handle handle, void* buf) {
  return enter_anytime("MPI_T_pvar_read", [&] { return api::t_pvar_read(session, handle, buf); });
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_read")]] int MPI_T_pvar_read(MPI_T_pvar_session, MPI_T_pvar_handle, void*);

int PMPI_T_pvar_readreset(MPI_T_pvar_session session, MPI_T_pvar_handle handle, void* buf) {
  return enter_anytime("MPI_T_pvar_readreset", [&] { return api::t_pvar_readreset(session, handle, buf); });
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_readreset")]] int MPI_T_pvar_readreset(MPI_T_pvar_session, MPI_T_pvar_handle,
    void*);

int PMPI_T_pvar_reset(MPI_T_pvar_session session, MPI_T_pvar_handle handle) {
  return enter_anytime("MPI_T_pvar_reset", [&] { return api::t_pvar_reset(session, handle); });
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_reset")]] int MPI_T_pvar_reset(MPI_T_pvar_session, MPI_T_pvar_handle);

int PMPI_T_pvar_session_create(MPI_T_pvar_session* session) {
  return enter_anytime("MPI_T_pvar_session_create", [&] { return api::t_pvar_session_create(session); });
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_session_create")]] int MPI_T_pvar_session_create(MPI_T_pvar_session*);

int PMPI_T_pvar_session_free(MPI_T_pvar_session* session) {
  return enter_anytime("MPI_T_pvar_session_free", [&] { return api::t_pvar_session_free(session); });
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_session_free")]] int MPI_T_pvar_session_free(MPI_T_pvar_session*);

int PMPI_T_pvar_start(MPI_T_pvar_session session, MPI_T_pvar_handle handle) {
  return enter_anytime("MPI_T_pvar_start", [&] { return api::t_pvar_start(session, handle); });
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_start")]] int MPI_T_pvar_start(MPI_T_pvar_session, MPI_T_pvar_handle);

int PMPI_T_pvar_stop(MPI_T_pvar_session session, MPI_T_pvar_handle handle) {
  return enter_anytime("MPI_T_pvar_stop", [&] { return api::t_pvar_stop(session, handle); });
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_stop")]] int MPI_T_pvar_stop(MPI_T_pvar_session, MPI_T_pvar_handle);

int PMPI_T_pvar_write(MPI_T_pvar_session session, MPI_T_pvar_handle handle, const void* buf) {
  return enter_anytime("MPI_T_pvar_write", [&] { return api::t_pvar_write(session, handle, buf); });
}
[[gnu::weak, gnu::alias("PMPI_T_pvar_write")]] int MPI_T_pvar_write(MPI_T_pvar_session, MPI_T_pvar_handle, const void*);

int PMPI_T_source_get_info(int source_index, char* name, int* name_len, char* desc, int* desc_len,
    MPI_T_source_order* ordering, MPI_Count* ticks_per_second, MPI_Count* max_ticks, MPI_Info* info) {
  return enter_anytime("MPI_T_source_get_info", [&] { return api::t_source_get_info(source_index, name, name_len, desc,
    desc_len, ordering, ticks_per_second, max_ticks, info); });
}
[[gnu::weak, gnu::alias("PMPI_T_source_get_info")]] int MPI_T_source_get_info(int, char*, int*, char*, int*,
    MPI_T_source_order*, MPI_Count*, MPI_Count*, MPI_Info*);

int PMPI_T_source_get_num(int* num_sources) {
  return enter_anytime("MPI_T_source_get_num", [&] { return api::t_source_get_num(num_sources); });
}
[[gnu::weak, gnu::alias("PMPI_T_source_get_num")]] int MPI_T_source_get_num(int*);

int PMPI_T_source_get_timestamp(int source_index, MPI_Count* timestamp) {
  return enter_anytime("MPI_T_source_get_timestamp", [&] { return api::t_source_get_timestamp(source_index,
    timestamp); });
}
[[gnu::weak, gnu::alias("PMPI_T_source_get_timestamp")]] int MPI_T_source_get_timestamp(int, MPI_Count*);

}  // extern "C"
