// SPDX-License-Identifier: BSD-3-Clause
// A client library of PMIx without a server: what a client knows it answers at once, what only a server knows it leaves
// open as often as the test has asked for. As the real one, it reads a question's key and directives where the asker
// keeps them, until it answers.
#include <pmix.h>

#include <cstring>
#include <string>
#include <vector>

#include "slow_pmix.hpp"

using baton::bootstrap::testing::SlowPmix;

namespace {

struct Question {
  const char* key;
  const pmix_info_t* info;
  std::size_t count;
  pmix_value_cbfunc_t done;
  void* context;
};

std::vector<Question>& open_questions() {
  static std::vector<Question> questions;
  return questions;
}

void answer(const Question& question) {
  pmix_value_t value;
  std::memset(&value, 0, sizeof value);
  const std::string key = question.key;
  if (key == PMIX_JOB_SIZE) {
    value.type = PMIX_UINT32;
    value.data.uint32 = 1;
    question.done(PMIX_SUCCESS, &value, question.context);
  } else if (key == "baton.card") {
    std::string card = "a card";
    value.type = PMIX_BYTE_OBJECT;
    value.data.bo.bytes = card.data();
    value.data.bo.size = card.size();
    question.done(PMIX_SUCCESS, &value, question.context);
  } else {
    question.done(PMIX_ERR_NOT_FOUND, nullptr, question.context);
  }
}

bool may_be_answered_by_the_client(const Question& question) {
  return question.count != 0 && std::string(question.info->key) == PMIX_OPTIONAL;
}

}  // namespace

extern "C" {

SlowPmix* slow_pmix() {
  static SlowPmix state;
  return &state;
}

pmix_status_t PMIx_Init(pmix_proc_t* proc, pmix_info_t[], std::size_t) {
  std::memset(proc, 0, sizeof *proc);
  std::strcpy(proc->nspace, "slow");
  return PMIX_SUCCESS;
}
pmix_status_t PMIx_Finalize(const pmix_info_t[], std::size_t) {
  open_questions().clear();
  return PMIX_SUCCESS;
}
pmix_status_t PMIx_Put(pmix_scope_t, const char[], pmix_value_t*) { return PMIX_SUCCESS; }
pmix_status_t PMIx_Commit() { return PMIX_SUCCESS; }
pmix_status_t PMIx_Fence(const pmix_proc_t[], std::size_t, const pmix_info_t[], std::size_t) { return PMIX_SUCCESS; }
pmix_status_t PMIx_Abort(int, const char[], pmix_proc_t[], std::size_t) { return PMIX_SUCCESS; }
const char* PMIx_Error_string(pmix_status_t) { return "slow"; }

pmix_status_t PMIx_Get_nb(const pmix_proc_t*, const char key[], const pmix_info_t info[], std::size_t count,
                          pmix_value_cbfunc_t done, void* context) {
  const Question question{key, info, count, done, context};
  if (may_be_answered_by_the_client(question)) {
    answer(question);
    return PMIX_SUCCESS;
  }
  open_questions().push_back(question);
  if (slow_pmix()->leave_open > 0) {
    --slow_pmix()->leave_open;
    return PMIX_SUCCESS;
  }
  for (const Question& each : open_questions()) {
    ++slow_pmix()->answers;
    answer(each);
  }
  open_questions().clear();
  return PMIX_SUCCESS;
}
}
