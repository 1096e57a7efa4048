// SPDX-License-Identifier: BSD-3-Clause
// Datatype: what a buffer of `count` elements looks like in memory, and how to move its bytes in typemap order.
// Not here: the constructors (constructors.hpp), external32 (external32.hpp), reductions (reduce.hpp).
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "datatype/envelope.hpp"
#include "datatype/kind.hpp"
#include "datatype/type_ref.hpp"

namespace baton::datatype {

class Layout;

/// A place in the packed stream of `count` elements: so many bytes from its start. Any value is a valid place to
/// resume.
struct Cursor {
  std::int64_t position = 0;
};

/// A contiguous piece of a buffer; `offset` counts from the buffer's address and may be negative.
struct Run {
  std::int64_t offset = 0;
  std::int64_t bytes = 0;
};

/// The sequence of basic kinds, as a hash that composes, and their number. Equal signatures have equal values.
struct Signature {
  std::uint64_t hash = 0;
  std::int64_t elements = 0;
  friend bool operator==(const Signature&, const Signature&) = default;
};

/// The signature of `count` elements one after another.
[[nodiscard]] Signature repeated(Signature one, std::int64_t count) noexcept;
/// The signature of `first` followed by `second`.
[[nodiscard]] Signature joined(Signature first, Signature second) noexcept;

/// `count` copies of `child`, each child's extent after the one before, from `displacement`.
struct Part {
  std::int64_t displacement = 0;
  std::int64_t count = 0;
  const Datatype* child = nullptr;
};

/// The typemap as it was built: `count` times all parts, each time `stride` bytes on.
struct Body {
  std::int64_t count = 1;
  std::int64_t stride = 0;
  std::vector<Part> parts{};
  std::vector<TypeRef> children{};  // keeps the parts' children alive; each child once
};

/// The numbers of a type that its constructor works out; all fit in 64 bits or the constructor fails.
struct Shape {
  std::int64_t size = 0;
  std::int64_t lb = 0;
  std::int64_t ub = 0;
  std::int64_t true_lb = 0;
  std::int64_t true_ub = 0;
  std::int64_t elements = 0;  // basic elements; a pair counts two
  std::int32_t alignment = 1;
  std::int32_t depth = 0;  // of nesting
  bool marked = false;     // bounds were set by hand (resized, subarray, darray) and stick in types built on this one
  Kind kind = Kind::none;  // of every element, where it is one kind
  Signature signature;
};

/// A datatype. Its meaning never changes after construction; commit adds the layout, and floor 6 may name it and hang
/// attributes on it, which is why those members are mutable. One thread at a time may do that, any number may read.
class Datatype {
 public:
  Datatype(Kind kind, Shape shape, Body body);          // predefined: `builtin` makes these
  Datatype(Shape shape, Body body, Envelope envelope);  // derived: constructors.hpp makes these
  Datatype(const Datatype&) = delete;
  Datatype& operator=(const Datatype&) = delete;
  ~Datatype();

  /// Bytes of data in one element.
  [[nodiscard]] std::int64_t size() const noexcept { return shape_.size; }
  /// Distance from one element to the next; may be negative.
  [[nodiscard]] std::int64_t extent() const noexcept { return extent_; }
  [[nodiscard]] std::int64_t lb() const noexcept { return shape_.lb; }
  [[nodiscard]] std::int64_t ub() const noexcept { return shape_.ub; }
  [[nodiscard]] std::int64_t true_lb() const noexcept { return shape_.true_lb; }
  [[nodiscard]] std::int64_t true_ub() const noexcept { return shape_.true_ub; }
  [[nodiscard]] std::int64_t true_extent() const noexcept { return shape_.true_ub - shape_.true_lb; }
  [[nodiscard]] const Shape& shape() const noexcept { return shape_; }

  [[nodiscard]] bool committed() const noexcept { return committed_; }
  /// Any number of elements is one run that starts at the buffer's address. False until commit.
  [[nodiscard]] bool is_dense() const noexcept { return dense_; }
  /// `count` elements are one run of count * size bytes that starts at true_lb(). False until commit.
  [[nodiscard]] bool is_contiguous(std::int64_t count) const noexcept {
    return dense_ || (single_run_ && (count <= 1 || extent_ == shape_.size));
  }
  /// Bytes of `count` elements, nothing where 64 bits do not hold them.
  [[nodiscard]] std::optional<std::int64_t> bytes(std::int64_t count) const noexcept {
    std::int64_t product = 0;
    if (__builtin_mul_overflow(count, shape_.size, &product)) return std::nullopt;
    return product;
  }
  /// Runs of one element as the layout has them: 1 for contiguous data. 0 until commit and for empty types.
  [[nodiscard]] std::int64_t runs_per_element() const noexcept { return runs_; }

  /// The kind of every basic element, or none where they differ. A pair is one kind.
  [[nodiscard]] Kind kind() const noexcept { return shape_.kind; }
  /// A named predefined type.
  [[nodiscard]] bool is_builtin() const noexcept { return builtin_; }
  /// A type that predefined operations take: named, or unnamed from MPI_Type_create_f90_*.
  [[nodiscard]] bool is_predefined() const noexcept { return predefined_; }
  [[nodiscard]] std::int64_t elements() const noexcept { return shape_.elements; }
  [[nodiscard]] std::int32_t alignment() const noexcept { return shape_.alignment; }
  [[nodiscard]] Signature signature() const noexcept { return shape_.signature; }
  /// Basic elements in the first `bytes` bytes of the packed stream (MPI_Get_elements); nothing where that splits one.
  [[nodiscard]] std::optional<std::int64_t> elements_in(std::int64_t bytes) const noexcept;
  /// The other way round (MPI_Status_set_elements): bytes of the first `elements` basic elements; nothing where that is
  /// negative or does not fit in 64 bits.
  [[nodiscard]] std::optional<std::int64_t> bytes_of(std::int64_t elements) const noexcept;
  [[nodiscard]] const Envelope& envelope() const noexcept { return envelope_; }
  [[nodiscard]] const Body& body() const noexcept { return body_; }

  /// Works the layout out so that data can move. Idempotent. Error: no_memory.
  Status commit() const noexcept;

  /// Copies from the buffer at `base` into `out`, from `cursor` on, until `out` is full or the elements end; moves the
  /// cursor. Returns the bytes written. Needs a committed type. Cost: one seek, O(depth log blocks), then the copy.
  std::size_t pack(Cursor& cursor, const void* base, std::int64_t count, std::span<std::byte> out) const noexcept;
  /// The reverse: scatters `in` into the buffer. Returns the bytes read.
  std::size_t unpack(Cursor& cursor, void* base, std::int64_t count, std::span<const std::byte> in) const noexcept;
  /// The rest of the run at `cursor`, and moves past it; bytes is 0 at the end. Cost: one seek.
  Run next_run(Cursor& cursor, std::int64_t count) const noexcept;
  /// Fills `out` with the next runs, adjacent ones joined; returns how many. Cost: one seek for all of them.
  std::size_t runs(Cursor& cursor, std::int64_t count, std::span<Run> out) const noexcept;

  /// For floor 6: what MPI_Type_set_name left (empty for predefined types: see info(kind).name).
  [[nodiscard]] const std::string& name() const noexcept { return name_; }
  void set_name(std::string name) const noexcept { name_ = std::move(name); }
  /// For floor 6: a place for the attributes, which this room never looks into. Dropped before the type is.
  [[nodiscard]] std::shared_ptr<void>& attributes() const noexcept { return attributes_; }

  /// For floor 6: its handles of this type. `first` is one of them, as a number, or 0.
  struct Handles {
    std::atomic<std::uintptr_t> first{0};
    std::atomic<std::int32_t> count{0};
  };
  [[nodiscard]] Handles& handles() const noexcept { return handles_; }

  void retain() const noexcept {
    if (!builtin_) references_.fetch_add(1, std::memory_order_relaxed);
  }
  /// Pairs with itself: the last release sees what every earlier holder wrote.
  void release() const noexcept {
    if (!builtin_ && references_.fetch_sub(1, std::memory_order_acq_rel) == 1) delete this;
  }

 private:
  Shape shape_;
  std::int64_t extent_ = 0;
  mutable std::int64_t runs_ = 0;
  mutable std::unique_ptr<const Layout> layout_;
  mutable std::atomic<std::int32_t> references_{1};
  mutable bool committed_ = false;
  mutable bool dense_ = false;
  mutable bool single_run_ = false;
  bool builtin_ = false;
  bool predefined_ = false;
  Body body_;
  Envelope envelope_;
  mutable std::string name_;
  mutable std::shared_ptr<void> attributes_;
  mutable Handles handles_;
};

/// The predefined type of a kind; committed, never freed. Not for Kind::none.
[[nodiscard]] const Datatype& builtin(Kind kind) noexcept;

inline TypeRef::TypeRef(const Datatype& type) noexcept : type_(&type) { type.retain(); }
inline TypeRef::TypeRef(const TypeRef& other) noexcept : type_(other.type_) {
  if (type_ != nullptr) type_->retain();
}
inline TypeRef::~TypeRef() {
  if (type_ != nullptr) type_->release();
}

}  // namespace baton::datatype
