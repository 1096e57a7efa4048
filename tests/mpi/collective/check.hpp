// SPDX-License-Identifier: BSD-3-Clause
// What the programs of this folder share: failing with a sentence, numbers that all ranks agree on, data with and
// without gaps.
#pragma once

#include <mpi.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace check {

[[noreturn]] inline void fail(const std::string& what) {
  int rank = -1;
  MPI_Comm_rank(MPI_COMM_WORLD, &rank);
  std::fprintf(stderr, "FAILED at rank %d: %s\n", rank, what.c_str());
  std::fflush(stderr);
  MPI_Abort(MPI_COMM_WORLD, 1);
  std::abort();
}

inline void that(bool holds, const std::string& what) {
  if (!holds) fail(what);
}

inline void success(int code, const std::string& what) {
  if (code == MPI_SUCCESS) return;
  char text[MPI_MAX_ERROR_STRING];
  int length = 0;
  MPI_Error_string(code, text, &length);
  fail(what + ": " + text);
}

inline int class_of(int code) {
  int error_class = -1;
  MPI_Error_class(code, &error_class);
  return error_class;
}

/// The same numbers on all ranks (splitmix64).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15U);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31);
  }
  int below(int limit) { return static_cast<int>(next() % static_cast<std::uint64_t>(limit)); }
  bool coin() { return below(2) == 0; }

 private:
  std::uint64_t state_;
};

/// The k-th number that `from` sends to `to` in round `round`.
inline std::uint32_t value(int round, int from, int to, long k) {
  return static_cast<std::uint32_t>(Random(static_cast<std::uint64_t>(round) * 1000003 +
                                           static_cast<std::uint64_t>(from) * 10007 +
                                           static_cast<std::uint64_t>(to) * 101 + static_cast<std::uint64_t>(k) * 7919)
                                        .next());
}

/// How pairs of ints lie in memory: `count(pairs)` elements of `type`, number k at index at(k); an element is `extent`
/// ints long.
class Layout {
 public:
  enum Kind { ints, pairs, gapped };
  explicit Layout(Kind kind) : kind_(kind) {
    if (kind == ints) return;
    MPI_Datatype made;
    if (kind == pairs) {
      MPI_Type_contiguous(2, MPI_UNSIGNED, &made);
    } else {
      MPI_Datatype vector;
      MPI_Type_vector(2, 1, 2, MPI_UNSIGNED, &vector);
      MPI_Type_create_resized(vector, 0, 20, &made);
      MPI_Type_free(&vector);
    }
    MPI_Type_commit(&made);
    type_ = made;
  }
  Layout(const Layout&) = delete;
  ~Layout() {
    if (kind_ != ints) MPI_Type_free(&type_);
  }
  MPI_Datatype type() const { return type_; }
  int count(long pairs) const { return static_cast<int>(kind_ == ints ? 2 * pairs : pairs); }
  /// Ints that a run of so many pairs occupies.
  long span(long pairs) const { return kind_ == gapped ? 5 * pairs : 2 * pairs; }
  long at(long k) const { return kind_ == gapped ? k / 2 * 5 + k % 2 * 2 : k; }

 private:
  Kind kind_;
  MPI_Datatype type_ = MPI_UNSIGNED;
};

constexpr std::uint32_t untouched = 0xDEADBEEF;

/// Memory for pairs in some layout, with a margin whose content must survive.
class Data {
 public:
  Data(const Layout& layout, long pairs)
      : layout_(&layout), words_(static_cast<std::size_t>(layout.span(pairs) + 8), untouched) {}
  /// As new, at the same place.
  void clear() { words_.assign(words_.size(), untouched); }
  std::uint32_t* start() { return words_.data(); }
  /// Number k of the run that starts `first` pairs in.
  std::uint32_t& operator()(long first, long k) {
    return words_[static_cast<std::size_t>(layout_->span(first) + layout_->at(k))];
  }
  bool operator==(const Data& other) const { return words_ == other.words_; }
  std::size_t size() const { return words_.size(); }

 private:
  const Layout* layout_;
  std::vector<std::uint32_t> words_;
};

}  // namespace check
