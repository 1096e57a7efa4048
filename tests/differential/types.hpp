// SPDX-License-Identifier: BSD-3-Clause
// Random datatypes beside a model of each: its whole type map, written down by the standard's definitions.
#pragma once

#include "harness.hpp"

#include <algorithm>

namespace differential {

/// A predefined type of the model.
struct Basic {
  MPI_Datatype type;
  int bytes;
  int swap;  // bytes that external32 turns round together
  const char* name;
};
const std::vector<Basic>& basics();

struct Entry {
  int basic;  // index into basics()
  long at;    // displacement
};

/// A datatype and its type map.
struct Type {
  MPI_Datatype handle = MPI_DATATYPE_NULL;
  bool predefined = true;
  std::vector<Entry> map;
  long lb = 0, ub = 0;
  bool marked = false;  // its bounds were set by hand (resized, subarray, darray), and stick in what is built of it
  long align = 1;
  std::string made;  // the call that made it

  [[nodiscard]] long extent() const { return ub - lb; }
  [[nodiscard]] long bytes() const;
  [[nodiscard]] long true_lb() const;
  [[nodiscard]] long true_ub() const;
  /// Whether `count` of them store to no byte twice: such a type may be received into.
  [[nodiscard]] bool receivable(int count) const;
};

/// Memory for `count` elements of a type: `data()` is the address to hand to MPI.
class Buffer {
 public:
  Buffer(const Type& type, int count, std::uint64_t key);
  unsigned char* data() { return bytes_.data() - low_; }
  [[nodiscard]] const Bytes& bytes() const { return bytes_; }
  /// The data in the order of the type map, as packing gives them.
  [[nodiscard]] Bytes gather() const { return gather_at(0, count_); }
  [[nodiscard]] Bytes gather_at(int first, int count) const;
  /// Stores packed data at the first places of the type map, as a receive does. They may be fewer than fit.
  void scatter(const Bytes& packed) { scatter_at(0, packed); }
  void scatter_at(int first, const Bytes& packed);
  /// All of it, as `bytes` told it.
  void restore(const Bytes& bytes) { std::copy(bytes.begin(), bytes.end(), bytes_.begin()); }

 private:
  const Type* type_;
  int count_;
  long low_;
  Bytes bytes_;
};

Type basic_type(int index);
/// A random type, made through MPI of types in `from` (or of predefined ones); codes are checked, nothing else.
Type random_type(Script& script, Random& dice, const std::vector<Type>& from);
/// A random committed type of a few layers; `layers` of MPI's objects are freed but the last.
Type random_committed(Script& script, Random& dice, int layers);
void free_type(Script& script, Type& type);

/// The same signature, packed one after the other: what another rank may receive `count` of `type` with. Only for a
/// type of one basic type; otherwise the answer's map is empty.
Type flat(const Type& type);

}  // namespace differential
