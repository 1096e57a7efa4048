// SPDX-License-Identifier: BSD-3-Clause
// The checks and the transcript of a sequence.
#include "harness.hpp"

#include <algorithm>
#include <cstring>

namespace differential {

namespace {

int mismatch_count = 0;
const char* current_family = "";
std::uint64_t current_seed = 0;
int current_step = 0;
std::string current_call;

std::uint64_t hash(const Bytes& bytes) {
  std::uint64_t value = 1469598103934665603ULL;
  for (unsigned char byte : bytes) value = (value ^ byte) * 1099511628211ULL;
  return value;
}

struct ClassName {
  int value;
  const char* name;
};

}  // namespace

int mismatches() { return mismatch_count; }

std::string where() {
  return text("family ", current_family, ", seed ", current_seed, ", step ", current_step, ": ", current_call);
}

void fill(unsigned char* at, std::size_t bytes, std::uint64_t key) {
  Random random(key);
  for (std::size_t i = 0; i < bytes; i += 8) {
    const std::uint64_t word = random.next();
    std::memcpy(at + i, &word, std::min<std::size_t>(8, bytes - i));
  }
}

std::string class_name_of_class(int error_class) {
  static const std::vector<ClassName> names = {
      {MPI_SUCCESS, "MPI_SUCCESS"},
      {MPI_ERR_BUFFER, "MPI_ERR_BUFFER"},
      {MPI_ERR_COUNT, "MPI_ERR_COUNT"},
      {MPI_ERR_TYPE, "MPI_ERR_TYPE"},
      {MPI_ERR_TAG, "MPI_ERR_TAG"},
      {MPI_ERR_COMM, "MPI_ERR_COMM"},
      {MPI_ERR_RANK, "MPI_ERR_RANK"},
      {MPI_ERR_REQUEST, "MPI_ERR_REQUEST"},
      {MPI_ERR_ROOT, "MPI_ERR_ROOT"},
      {MPI_ERR_GROUP, "MPI_ERR_GROUP"},
      {MPI_ERR_OP, "MPI_ERR_OP"},
      {MPI_ERR_TOPOLOGY, "MPI_ERR_TOPOLOGY"},
      {MPI_ERR_DIMS, "MPI_ERR_DIMS"},
      {MPI_ERR_ARG, "MPI_ERR_ARG"},
      {MPI_ERR_UNKNOWN, "MPI_ERR_UNKNOWN"},
      {MPI_ERR_TRUNCATE, "MPI_ERR_TRUNCATE"},
      {MPI_ERR_OTHER, "MPI_ERR_OTHER"},
      {MPI_ERR_INTERN, "MPI_ERR_INTERN"},
      {MPI_ERR_PENDING, "MPI_ERR_PENDING"},
      {MPI_ERR_IN_STATUS, "MPI_ERR_IN_STATUS"},
      {MPI_ERR_KEYVAL, "MPI_ERR_KEYVAL"},
      {MPI_ERR_INFO, "MPI_ERR_INFO"},
      {MPI_ERR_INFO_KEY, "MPI_ERR_INFO_KEY"},
      {MPI_ERR_INFO_VALUE, "MPI_ERR_INFO_VALUE"},
      {MPI_ERR_INFO_NOKEY, "MPI_ERR_INFO_NOKEY"},
      {MPI_ERR_WIN, "MPI_ERR_WIN"},
      {MPI_ERR_UNSUPPORTED_DATAREP, "MPI_ERR_UNSUPPORTED_DATAREP"},
      {MPI_ERR_UNSUPPORTED_OPERATION, "MPI_ERR_UNSUPPORTED_OPERATION"},
  };
  for (const ClassName& name : names) {
    if (name.value == error_class) return name.name;
  }
  return text("class ", error_class);
}

std::string class_name(int code) {
  int error_class = MPI_ERR_UNKNOWN;
  MPI_Error_class(code, &error_class);
  return class_name_of_class(error_class);
}

Script::Script(const char* family, std::uint64_t seed, MPI_Comm over, std::FILE* transcript)
    : comm(over),
      random(seed * 7919 + hash(Bytes(family, family + std::strlen(family)))),
      own(0),
      family_(family),
      seed_(seed),
      transcript_(transcript) {
  MPI_Comm_rank(comm, &rank);
  MPI_Comm_size(comm, &size);
  own = Random(seed * 104729 + static_cast<std::uint64_t>(rank) + 1);
  current_family = family;
  current_seed = seed;
  current_step = 0;
  current_call.clear();
}

void Script::doing(std::string call) {
  ++step_;
  call_ = std::move(call);
  current_step = step_;
  current_call = call_;
}

void Script::write(const char* what, const std::string& answer) {
  if (transcript_) {
    std::fprintf(transcript_, "%s %llu.%d %s | %s = %s\n", family_, static_cast<unsigned long long>(seed_), step_,
                 call_.c_str(), what, answer.c_str());
  }
}

void Script::judge(const char* what, const std::string& got, const std::string& wanted) {
  write(what, got);
  if (got == wanted) return;
  if (++mismatch_count > 20) return;
  std::fprintf(
      stderr,
      "mismatch: family %s, seed %llu, step %d, rank %d of %d\n  call:   %s\n  answer: %s = %s\n  model:  %s = %s\n"
      "  again:  --family %s --seeds %llu..%llu\n",
      family_, static_cast<unsigned long long>(seed_), step_, rank, size, call_.c_str(), what, got.c_str(), what,
      wanted.c_str(), family_, static_cast<unsigned long long>(seed_), static_cast<unsigned long long>(seed_));
}

void Script::success(int code) {
  if (code == MPI_SUCCESS) return judge("code", "MPI_SUCCESS", "MPI_SUCCESS");
  char said[MPI_MAX_ERROR_STRING] = "";
  int length = 0;
  MPI_Error_string(code, said, &length);
  judge("code", text(class_name(code), " (", said, ")"), "MPI_SUCCESS");
}

void Script::expect_bytes(const char* what, const Bytes& got, const Bytes& wanted) {
  if (got == wanted) {
    if (transcript_) write(what, text(got.size(), " bytes, hash ", hash(got)));
    return;
  }
  std::size_t at = 0;
  while (at < got.size() && at < wanted.size() && got[at] == wanted[at]) ++at;
  const auto show = [at](const Bytes& bytes) {
    return text(bytes.size(), " bytes, hash ", hash(bytes), ", byte ", at, " = ",
                at < bytes.size() ? text(int{bytes[at]}) : std::string("none"));
  };
  judge(what, show(got), show(wanted));
}

void Script::error(int code, const std::vector<int>& wanted) {
  const std::string got = class_name(code);
  std::string all;
  for (int one : wanted) {
    if (class_name_of_class(one) == got) {
      write("code", got);
      return;
    }
    all += text(all.empty() ? "" : " or ", class_name_of_class(one));
  }
  judge("code", got, all);
}

void Script::status(const MPI_Status& status, int source, int tag, int bytes) {
  expect("source", status.MPI_SOURCE, source);
  expect("tag", status.MPI_TAG, tag);
  int count = -1;
  MPI_Get_count(&status, MPI_BYTE, &count);
  expect("bytes", count, bytes);
  int cancelled = -1;
  MPI_Test_cancelled(&status, &cancelled);
  expect("cancelled", cancelled != 0, false);
}

}  // namespace differential
