// SPDX-License-Identifier: BSD-3-Clause
// One random sequence of MPI calls: its dice, the checks against the model, and the transcript that two MPIs are
// compared by. Only the public API of MPI is used, so that the same source runs on every MPI.
#pragma once

#include <mpi.h>

#include <cstdint>
#include <cstdio>
#include <sstream>
#include <string>
#include <vector>

namespace differential {

/// splitmix64: the same numbers everywhere.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  /// 0 .. limit - 1
  int below(int limit) { return static_cast<int>(next() % static_cast<std::uint64_t>(limit)); }
  int between(int low, int high) { return low + below(high - low + 1); }
  bool chance(int percent) { return below(100) < percent; }
  template <class T>
  const T& pick(const std::vector<T>& from) {
    return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
  }
  template <class T>
  void shuffle(std::vector<T>& items) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[next() % i]);
  }

 private:
  std::uint64_t state_;
};

using Bytes = std::vector<unsigned char>;

template <class... Parts>
std::string text(const Parts&... parts) {
  std::ostringstream out;
  out << std::boolalpha;
  (out << ... << parts);
  return out.str();
}

template <class T>
std::string list(const std::vector<T>& items) {
  std::string out = "[";
  for (std::size_t i = 0; i < items.size(); ++i) out += text(i ? " " : "", items[i]);
  return out + "]";
}

/// Bytes that tell who made them for what.
void fill(unsigned char* at, std::size_t bytes, std::uint64_t key);

/// The name of the class of an error code.
std::string class_name(int code);
std::string class_name_of_class(int error_class);

/// What one rank writes about one sequence. `random` gives the same on every rank of `comm`: plans are made from it;
/// a rank's own choices come from `own`.
class Script {
 public:
  Script(const char* family, std::uint64_t seed, MPI_Comm over, std::FILE* transcript);
  Script(const Script&) = delete;
  Script& operator=(const Script&) = delete;

  MPI_Comm comm;  // errors are returned
  int rank = 0;
  int size = 1;
  Random random;
  Random own;

  /// Names the call that is made next, with its arguments.
  void doing(std::string call);

  /// An answer and what the model says it must be.
  template <class T, class U>
  void expect(const char* what, const T& got, const U& wanted) {
    judge(what, text(got), text(wanted));
  }
  void expect_bytes(const char* what, const Bytes& got, const Bytes& wanted);
  /// A return code that must be success.
  void success(int code);
  /// A return code that must be of one of these classes.
  void error(int code, const std::vector<int>& wanted);
  /// A status, as far as a receive from (source, tag) of `bytes` sets it.
  void status(const MPI_Status& status, int source, int tag, int bytes);
  /// This MPI has no such call.
  void absent() { write("absent", ""); }

 private:
  void judge(const char* what, const std::string& got, const std::string& wanted);
  void write(const char* what, const std::string& answer);

  const char* family_;
  std::uint64_t seed_;
  int step_ = 0;
  std::string call_;
  std::FILE* transcript_;
};

/// Mismatches of this rank so far.
int mismatches();
/// Where a rank that hangs says what it was doing.
std::string where();

// The families: each runs one sequence.
void messages(Script& script);
void persistent(Script& script);
void datatypes(Script& script);
void collectives(Script& script);
void intercollectives(Script& script);
void mixtures(Script& script);
void neighbors(Script& script);
void communicators(Script& script);
void attributes(Script& script);
void errors(Script& script);

}  // namespace differential
