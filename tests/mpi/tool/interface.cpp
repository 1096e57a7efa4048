// SPDX-License-Identifier: BSD-3-Clause
// The tool information interface as such: its life beside MPI's, strings, indices, names, enumerations, categories.
#include <cstring>
#include <set>
#include <vector>

#include "mpi/check.hpp"

namespace {

void nothing_works_before_the_start() {
  int number = 0;
  CHECK_EQ(MPI_T_cvar_get_num(&number), MPI_T_ERR_NOT_INITIALIZED);
  CHECK_EQ(MPI_T_pvar_get_num(&number), MPI_T_ERR_NOT_INITIALIZED);
  CHECK_EQ(MPI_T_category_changed(&number), MPI_T_ERR_NOT_INITIALIZED);
  CHECK_EQ(MPI_T_event_get_num(&number), MPI_T_ERR_NOT_INITIALIZED);
  MPI_T_pvar_session session = MPI_T_PVAR_SESSION_NULL;
  CHECK_EQ(MPI_T_pvar_session_create(&session), MPI_T_ERR_NOT_INITIALIZED);
  CHECK_EQ(MPI_T_pvar_start(session, MPI_T_PVAR_ALL_HANDLES), MPI_T_ERR_NOT_INITIALIZED);
  CHECK_EQ(MPI_T_finalize(), MPI_T_ERR_NOT_INITIALIZED);
}

void starts_are_counted() {
  int provided = -1;
  CHECK_EQ(MPI_T_init_thread(MPI_THREAD_SINGLE, &provided), MPI_SUCCESS);
  CHECK_EQ(provided, MPI_THREAD_SINGLE);
  CHECK_EQ(MPI_T_init_thread(MPI_THREAD_FUNNELED, &provided), MPI_SUCCESS);
  CHECK_EQ(MPI_T_init_thread(17, &provided), MPI_T_ERR_INVALID);
  CHECK_EQ(MPI_T_init_thread(MPI_THREAD_SINGLE, nullptr), MPI_T_ERR_INVALID);
  CHECK_EQ(MPI_T_finalize(), MPI_SUCCESS);
  int number = 0;
  CHECK_EQ(MPI_T_cvar_get_num(&number), MPI_SUCCESS);
  CHECK_EQ(MPI_T_finalize(), MPI_SUCCESS);
  CHECK_EQ(MPI_T_cvar_get_num(&number), MPI_T_ERR_NOT_INITIALIZED);
}

void strings_are_cut_and_measured() {
  int whole = 0;
  CHECK_EQ(MPI_T_cvar_get_info(0, nullptr, &whole, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr),
           MPI_SUCCESS);
  std::vector<char> name(static_cast<std::size_t>(whole));
  int length = whole;
  MPI_T_cvar_get_info(0, name.data(), &length, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr);
  CHECK_EQ(length, whole);
  CHECK_EQ(std::strlen(name.data()) + 1, whole);
  char cut[5] = "zzzz";
  length = 4;
  MPI_T_cvar_get_info(0, cut, &length, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr);
  CHECK_EQ(length, whole);
  CHECK(std::strncmp(cut, name.data(), 3) == 0 && cut[3] == '\0');
  char kept[] = "kept";
  MPI_T_cvar_get_info(0, kept, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr);
  CHECK(std::strcmp(kept, "kept") == 0);
}

void wrong_indices_and_names_are_told() {
  int count = 0;
  int index = 0;
  CHECK_EQ(MPI_T_cvar_get_num(&count), MPI_SUCCESS);
  for (int wrong : {-1, count}) {
    CHECK_EQ(
        MPI_T_cvar_get_info(wrong, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr),
        MPI_T_ERR_INVALID_INDEX);
  }
  CHECK_EQ(MPI_T_pvar_get_num(&count), MPI_SUCCESS);
  for (int wrong : {-1, count}) {
    CHECK_EQ(MPI_T_pvar_get_info(wrong, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr,
                                 nullptr, nullptr, nullptr),
             MPI_T_ERR_INVALID_INDEX);
  }
  CHECK_EQ(MPI_T_category_get_info(-1, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr),
           MPI_T_ERR_INVALID_INDEX);
  CHECK_EQ(MPI_T_category_get_cvars(99, 0, nullptr), MPI_T_ERR_INVALID_INDEX);
  CHECK_EQ(MPI_T_event_get_info(99, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr,
                                nullptr, nullptr),
           MPI_T_ERR_INVALID_INDEX);
  CHECK_EQ(MPI_T_cvar_get_index("NO_SUCH", &index), MPI_T_ERR_INVALID_NAME);
  CHECK_EQ(MPI_T_cvar_get_index(nullptr, &index), MPI_T_ERR_INVALID);
  CHECK_EQ(MPI_T_pvar_get_index("messages_sent", MPI_T_PVAR_CLASS_LEVEL, &index), MPI_T_ERR_INVALID_NAME);
  CHECK_EQ(MPI_T_pvar_get_index("messages_sent", MPI_T_PVAR_CLASS_COUNTER, &index), MPI_SUCCESS);
  CHECK_EQ(MPI_T_category_get_index("no_such", &index), MPI_T_ERR_INVALID_NAME);
  CHECK_EQ(MPI_T_event_get_index("no_such", &index), MPI_T_ERR_INVALID_NAME);
}

void enumerations_name_their_values() {
  int index = 0;
  MPI_T_enum routes = MPI_T_ENUM_NULL;
  MPI_Datatype datatype = MPI_DATATYPE_NULL;
  CHECK_EQ(MPI_T_pvar_get_index("comm_transports", MPI_T_PVAR_CLASS_STATE, &index), MPI_SUCCESS);
  MPI_T_pvar_get_info(index, nullptr, nullptr, nullptr, nullptr, &datatype, &routes, nullptr, nullptr, nullptr, nullptr,
                      nullptr, nullptr);
  CHECK(datatype == MPI_INT);
  CHECK(routes != MPI_T_ENUM_NULL);
  int items = 0;
  char name[64];
  int length = sizeof name;
  CHECK_EQ(MPI_T_enum_get_info(routes, &items, name, &length), MPI_SUCCESS);
  std::set<std::string> names;
  for (int item = 0; item < items; ++item) {
    int value = -1;
    length = sizeof name;
    CHECK_EQ(MPI_T_enum_get_item(routes, item, &value, name, &length), MPI_SUCCESS);
    CHECK_EQ(value, item);
    names.insert(name);
  }
  CHECK(names.contains("shm") && names.contains("tcp") && names.contains("self"));
  CHECK_EQ(MPI_T_enum_get_item(routes, items, nullptr, nullptr, nullptr), MPI_T_ERR_INVALID_INDEX);
  CHECK_EQ(MPI_T_enum_get_info(MPI_T_ENUM_NULL, &items, nullptr, nullptr), MPI_T_ERR_INVALID_HANDLE);
  CHECK_EQ(MPI_T_enum_get_info(reinterpret_cast<MPI_T_enum>(std::uintptr_t{0x31415926}), &items, nullptr, nullptr),
           MPI_T_ERR_INVALID_HANDLE);
}

using List = int (*)(int, int, int*);

/// Each of `count` members is in one category, and the list of each category is as long as it says.
void each_is_in_one_category(int count, List list, int (*size)(int category)) {
  int categories = 0;
  MPI_T_category_get_num(&categories);
  std::multiset<int> seen;
  for (int category = 0; category < categories; ++category) {
    std::vector<int> members(static_cast<std::size_t>(size(category)) + 1, -1);
    CHECK_EQ(list(category, static_cast<int>(members.size()), members.data()), MPI_SUCCESS);
    CHECK_EQ(members.back(), -1);
    members.pop_back();
    seen.insert(members.begin(), members.end());
  }
  CHECK_EQ(seen.size(), count);
  for (int index = 0; index < count; ++index) CHECK_EQ(seen.count(index), 1);
}

void categories_hold_everything_once() {
  int number = 0;
  MPI_T_cvar_get_num(&number);
  each_is_in_one_category(number, MPI_T_category_get_cvars, [](int category) {
    int size = 0;
    MPI_T_category_get_info(category, nullptr, nullptr, nullptr, nullptr, &size, nullptr, nullptr);
    return size;
  });
  MPI_T_pvar_get_num(&number);
  each_is_in_one_category(number, MPI_T_category_get_pvars, [](int category) {
    int size = 0;
    MPI_T_category_get_info(category, nullptr, nullptr, nullptr, nullptr, nullptr, &size, nullptr);
    return size;
  });
  MPI_T_event_get_num(&number);
  each_is_in_one_category(number, MPI_T_category_get_events, [](int category) {
    int size = 0;
    MPI_T_category_get_num_events(category, &size);
    return size;
  });
  int transports = -1;
  int children = 0;
  CHECK_EQ(MPI_T_category_get_index("transports", &transports), MPI_SUCCESS);
  MPI_T_category_get_info(transports, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr, &children);
  CHECK_EQ(children, 3);
  int child[3] = {-1, -1, -1};
  CHECK_EQ(MPI_T_category_get_categories(transports, 2, child), MPI_SUCCESS);
  CHECK(child[0] > transports && child[1] > child[0] && child[2] == -1);
  int changed = -1;
  CHECK_EQ(MPI_T_category_changed(&changed), MPI_SUCCESS);
  CHECK_EQ(changed, 0);
}

}  // namespace

int main(int argc, char** argv) {
  nothing_works_before_the_start();
  starts_are_counted();
  int provided = -1;
  CHECK_EQ(MPI_T_init_thread(MPI_THREAD_SINGLE, &provided), MPI_SUCCESS);
  strings_are_cut_and_measured();
  wrong_indices_and_names_are_told();
  enumerations_name_their_values();
  categories_hold_everything_once();
  MPI_Init(&argc, &argv);
  MPI_Comm_rank(MPI_COMM_WORLD, &check::rank);
  strings_are_cut_and_measured();
  categories_hold_everything_once();
  const int code = check::finish();
  int number = 0;
  const bool lives_on = MPI_T_cvar_get_num(&number) == MPI_SUCCESS && MPI_T_finalize() == MPI_SUCCESS;
  return lives_on ? code : 1;
}
