// SPDX-License-Identifier: BSD-3-Clause
// Calls on events (MPI 5.0, 15.3.8): sources, types, registrations, and what a callback may ask of its event. No hints
// are known: the info objects that are given are checked and those that are returned are empty.
#include <algorithm>
#include <cstring>
#include <limits>

#include "base/clock.hpp"
#include "mpi/generated/api_tool.hpp"
#include "mpi/info.hpp"
#include "mpi/objects.hpp"
#include "mpi/tool_event.hpp"

namespace baton::mpi::tool {
namespace {

const EventType* type_at(int index) noexcept {
  return index >= 0 && index < event_count() ? &event_types()[static_cast<std::size_t>(index)] : nullptr;
}

bool right(MPI_Info info) noexcept { return info == MPI_INFO_NULL || infos().lookup(info) != nullptr; }

Registration* registration_of(MPI_T_event_registration handle) noexcept {
  const auto* found = registrations().lookup(handle);
  return found == nullptr ? nullptr : found->get();
}

Registration::Callback* callback_at(Registration& registration, MPI_T_cb_safety safety) noexcept {
  const auto* level = std::find(safety_levels.begin(), safety_levels.end(), safety);
  if (level == safety_levels.end()) return nullptr;
  return &registration.callbacks[static_cast<std::size_t>(level - safety_levels.begin())];
}

}  // namespace
}  // namespace baton::mpi::tool

namespace baton::mpi::api {

using namespace tool;

int t_source_get_num(int* num_sources) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (num_sources == nullptr) return MPI_T_ERR_INVALID;
  *num_sources = 1;
  return MPI_SUCCESS;
}

int t_source_get_info(int source_index, char* name, int* name_len, char* desc, int* desc_len,
                      MPI_T_source_order* ordering, MPI_Count* ticks_per_second, MPI_Count* max_ticks, MPI_Info* info) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (source_index != engine_source) return MPI_T_ERR_INVALID_INDEX;
  give_text("engine", name, name_len);
  give_text("the point-to-point engine of this process; its clock is the system's monotonic one", desc, desc_len);
  give(ordering, MPI_T_SOURCE_ORDERED);
  give(ticks_per_second, MPI_Count{1'000'000'000});
  give(max_ticks, std::numeric_limits<MPI_Count>::max());
  if (info != nullptr) *info = new_info({});
  return MPI_SUCCESS;
}

int t_source_get_timestamp(int source_index, MPI_Count* timestamp) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (source_index != engine_source) return MPI_T_ERR_INVALID_INDEX;
  if (timestamp == nullptr) return MPI_T_ERR_INVALID;
  *timestamp = now_ns();
  return MPI_SUCCESS;
}

int t_event_get_num(int* num_events) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (num_events == nullptr) return MPI_T_ERR_INVALID;
  *num_events = event_count();
  return MPI_SUCCESS;
}

int t_event_get_info(int event_index, char* name, int* name_len, int* verbosity, MPI_Datatype array_of_datatypes[],
                     MPI_Aint array_of_displacements[], int* num_elements, MPI_T_enum* enumtype, MPI_Info* info,
                     char* desc, int* desc_len, int* bind) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  const EventType* type = type_at(event_index);
  if (type == nullptr) return MPI_T_ERR_INVALID_INDEX;
  give_text(type->name, name, name_len);
  give(verbosity, type->verbosity);
  if (num_elements != nullptr) {
    const std::size_t room = *num_elements < 0 ? 0 : static_cast<std::size_t>(*num_elements);
    for (std::size_t at = 0; at < std::min(room, type->elements.size()); ++at) {
      if (array_of_datatypes != nullptr) array_of_datatypes[at] = type->elements[at].datatype;
      if (array_of_displacements != nullptr) array_of_displacements[at] = type->elements[at].displacement;
    }
    *num_elements = static_cast<int>(type->elements.size());
  }
  give(enumtype, handle_of(type->names));
  if (info != nullptr) *info = new_info({});
  give_text(type->description, desc, desc_len);
  give(bind, type->bound ? MPI_T_BIND_MPI_COMM : MPI_T_BIND_NO_OBJECT);
  return MPI_SUCCESS;
}

int t_event_get_index(const char* name, int* event_index) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (name == nullptr || event_index == nullptr) return MPI_T_ERR_INVALID;
  for (int index = 0; index < event_count(); ++index) {
    if (std::string_view(type_at(index)->name) != name) continue;
    *event_index = index;
    return MPI_SUCCESS;
  }
  return MPI_T_ERR_INVALID_NAME;
}

int t_event_handle_alloc(int event_index, void* obj_handle, MPI_Info info,
                         MPI_T_event_registration* event_registration) {
  if (in_callback()) return MPI_T_ERR_NOT_ACCESSIBLE;
  const EngineAccess access;
  if (access.code() != MPI_SUCCESS) return access.code();
  const EventType* type = type_at(event_index);
  if (type == nullptr) return MPI_T_ERR_INVALID_INDEX;
  if (event_registration == nullptr || !right(info)) return MPI_T_ERR_INVALID;
  auto made = std::make_shared<Registration>();
  made->type = event_index;
  if (type->bound) {
    const Communicator* communicator =
        obj_handle == nullptr ? nullptr : comms().lookup(*static_cast<const MPI_Comm*>(obj_handle));
    if (communicator == nullptr) return MPI_T_ERR_INVALID_HANDLE;
    made->context = communicator->context();
  }
  Registration& registration = *made;
  registration.handle = registrations().insert(new std::shared_ptr<Registration>(std::move(made)));
  *event_registration = registration.handle;
  listen(access.runtime());
  return MPI_SUCCESS;
}

int t_event_handle_free(MPI_T_event_registration event_registration, void* user_data,
                        MPI_T_event_free_cb_function* free_cb_function) {
  if (in_callback()) return MPI_T_ERR_NOT_ACCESSIBLE;
  {
    const EngineAccess access;
    if (access.code() != MPI_SUCCESS) return access.code();
    const std::unique_ptr<std::shared_ptr<Registration>> freed(registrations().erase(event_registration));
    if (freed == nullptr) return MPI_T_ERR_INVALID_HANDLE;
    listen(access.runtime());
  }
  // The engine's callbacks run under the lock that was just held: none is under way.
  if (free_cb_function != nullptr) free_cb_function(event_registration, MPI_T_CB_REQUIRE_NONE, user_data);
  return MPI_SUCCESS;
}

int t_event_handle_set_info(MPI_T_event_registration event_registration, MPI_Info info) {
  if (in_callback()) return MPI_T_ERR_NOT_ACCESSIBLE;
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (registration_of(event_registration) == nullptr) return MPI_T_ERR_INVALID_HANDLE;
  return right(info) ? MPI_SUCCESS : MPI_T_ERR_INVALID;
}

int t_event_handle_get_info(MPI_T_event_registration event_registration, MPI_Info* info_used) {
  if (in_callback()) return MPI_T_ERR_NOT_ACCESSIBLE;
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (registration_of(event_registration) == nullptr) return MPI_T_ERR_INVALID_HANDLE;
  if (info_used == nullptr) return MPI_T_ERR_INVALID;
  *info_used = new_info({});
  return MPI_SUCCESS;
}

int t_event_register_callback(MPI_T_event_registration event_registration, MPI_T_cb_safety cb_safety, MPI_Info info,
                              void* user_data, MPI_T_event_cb_function* event_cb_function) {
  if (in_callback()) return MPI_T_ERR_NOT_ACCESSIBLE;
  const EngineAccess access;
  if (access.code() != MPI_SUCCESS) return access.code();
  Registration* const registration = registration_of(event_registration);
  if (registration == nullptr) return MPI_T_ERR_INVALID_HANDLE;
  Registration::Callback* const callback = callback_at(*registration, cb_safety);
  if (callback == nullptr || !right(info)) return MPI_T_ERR_INVALID;
  *callback = {event_cb_function, user_data};  // none takes the callback of this level away
  return MPI_SUCCESS;
}

int t_event_callback_set_info(MPI_T_event_registration event_registration, MPI_T_cb_safety cb_safety, MPI_Info info) {
  if (in_callback()) return MPI_T_ERR_NOT_ACCESSIBLE;
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  Registration* const registration = registration_of(event_registration);
  if (registration == nullptr) return MPI_T_ERR_INVALID_HANDLE;
  return callback_at(*registration, cb_safety) != nullptr && right(info) ? MPI_SUCCESS : MPI_T_ERR_INVALID;
}

int t_event_callback_get_info(MPI_T_event_registration event_registration, MPI_T_cb_safety cb_safety,
                              MPI_Info* info_used) {
  if (in_callback()) return MPI_T_ERR_NOT_ACCESSIBLE;
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  Registration* const registration = registration_of(event_registration);
  if (registration == nullptr) return MPI_T_ERR_INVALID_HANDLE;
  if (callback_at(*registration, cb_safety) == nullptr || info_used == nullptr) return MPI_T_ERR_INVALID;
  *info_used = new_info({});
  return MPI_SUCCESS;
}

int t_event_set_dropped_handler(MPI_T_event_registration event_registration,
                                MPI_T_event_dropped_cb_function* dropped_cb_function) {
  if (in_callback()) return MPI_T_ERR_NOT_ACCESSIBLE;
  const EngineAccess access;
  if (access.code() != MPI_SUCCESS) return access.code();
  Registration* const registration = registration_of(event_registration);
  if (registration == nullptr) return MPI_T_ERR_INVALID_HANDLE;
  registration->dropped_handler = dropped_cb_function;
  return MPI_SUCCESS;
}

int t_event_read(MPI_T_event_instance event_instance, int element_index, void* buffer) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  const Occurrence* occurrence = occurrences().lookup(event_instance);
  if (occurrence == nullptr) return MPI_T_ERR_INVALID_HANDLE;
  const auto elements = type_at(occurrence->type)->elements;
  if (element_index < 0 || static_cast<std::size_t>(element_index) >= elements.size()) return MPI_T_ERR_INVALID_INDEX;
  if (buffer == nullptr) return MPI_T_ERR_INVALID;
  const Element& element = elements[static_cast<std::size_t>(element_index)];
  std::memcpy(buffer, occurrence->data.data() + element.displacement, element.bytes);
  return MPI_SUCCESS;
}

int t_event_copy(MPI_T_event_instance event_instance, void* buffer) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  const Occurrence* occurrence = occurrences().lookup(event_instance);
  if (occurrence == nullptr) return MPI_T_ERR_INVALID_HANDLE;
  if (buffer == nullptr) return MPI_T_ERR_INVALID;
  std::memcpy(buffer, occurrence->data.data(), type_at(occurrence->type)->bytes);
  return MPI_SUCCESS;
}

int t_event_get_timestamp(MPI_T_event_instance event_instance, MPI_Count* event_timestamp) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  const Occurrence* occurrence = occurrences().lookup(event_instance);
  if (occurrence == nullptr) return MPI_T_ERR_INVALID_HANDLE;
  if (event_timestamp == nullptr) return MPI_T_ERR_INVALID;
  *event_timestamp = occurrence->timestamp;
  return MPI_SUCCESS;
}

int t_event_get_source(MPI_T_event_instance event_instance, int* source_index) {
  const Access access;
  if (access.code() != MPI_SUCCESS) return access.code();
  if (occurrences().lookup(event_instance) == nullptr) return MPI_T_ERR_INVALID_HANDLE;
  if (source_index == nullptr) return MPI_T_ERR_INVALID;
  *source_index = engine_source;
  return MPI_SUCCESS;
}

}  // namespace baton::mpi::api
