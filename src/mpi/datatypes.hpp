// SPDX-License-Identifier: BSD-3-Clause
// What datatype handles mean. Predefined handles are there as soon as the library is loaded. Bodies: datatype*.cpp.
#pragma once

#include <string>

#include "datatype/datatype.hpp"
#include "mpi/handles.hpp"

namespace baton::mpi {

/// All datatypes that have a handle; each dynamic entry holds one reference to its type.
[[nodiscard]] HandleTable<MPI_Datatype, const datatype::Datatype>& datatypes() noexcept;

/// The type of a handle, or nullptr. Cost: O(1).
[[nodiscard]] const datatype::Datatype* type_of(MPI_Datatype handle) noexcept;

/// The predefined handle of a kind.
[[nodiscard]] MPI_Datatype handle_of(datatype::Kind kind) noexcept;

/// A new handle for a type; the handle holds the reference. Freed by MPI_Type_free.
MPI_Datatype adopt(datatype::TypeRef type);

/// A handle that means this type while the object lives: the predefined one, the user's own, or a passing one where the
/// user freed his (a reduction under way). For calling users' functions.
class BorrowedHandle {
 public:
  explicit BorrowedHandle(const datatype::Datatype& type);
  BorrowedHandle(const BorrowedHandle&) = delete;
  BorrowedHandle& operator=(const BorrowedHandle&) = delete;
  ~BorrowedHandle();
  [[nodiscard]] MPI_Datatype get() const noexcept { return handle_; }

 private:
  MPI_Datatype handle_;
  bool passing_ = false;
};

/// The name of MPI_Type_get_name, for error sentences "(unnamed)" where there is none.
[[nodiscard]] std::string name_of(const datatype::Datatype& type);

}  // namespace baton::mpi
