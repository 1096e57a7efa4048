// SPDX-License-Identifier: BSD-3-Clause
// Datatype's life: predefined types, commit, and counting basic elements.
#include "datatype/datatype.hpp"

#include <new>
#include <utility>

#include "base/check.hpp"
#include "datatype/layout.hpp"
#include "datatype/shape.hpp"

namespace baton::datatype {
namespace {

/// All predefined types. Made on first use and never destroyed: types may outlive every other static object.
struct Builtins {
  std::array<const Datatype*, kind_count> types{};

  Builtins() {
    for (std::size_t i = 1; i < kind_count; ++i) {
      if (info(static_cast<Kind>(i)).family != Family::pair) types[i] = simple(static_cast<Kind>(i));
    }
    for (std::size_t i = 1; i < kind_count; ++i) {
      if (types[i] == nullptr) types[i] = pair(static_cast<Kind>(i));
    }
  }

  static const Datatype* simple(Kind kind) {
    const KindInfo& about = info(kind);
    Shape shape;
    shape.size = about.size;
    shape.ub = shape.true_ub = about.extent;
    shape.elements = 1;
    shape.alignment = about.alignment;
    shape.kind = kind;
    // Any fixed numbers do, as long as every kind has its own.
    shape.signature = {(static_cast<std::uint64_t>(kind) * 0x9e3779b97f4a7c15) >> 4, 1};
    return new Datatype(kind, shape, {});
  }

  const Datatype* pair(Kind kind) const {
    const PairParts parts = pair_parts(kind);
    const Datatype* value = types[static_cast<std::size_t>(parts.value)];
    const Datatype* index = types[static_cast<std::size_t>(parts.index)];
    const std::int64_t alignment = index->alignment();
    Body body;
    body.parts = {{0, 1, value}, {(value->size() + alignment - 1) / alignment * alignment, 1, index}};
    Shape shape = shape_of(body, nullptr).value();
    shape.kind = kind;
    BATON_CHECK(shape.ub == info(kind).extent && shape.size == info(kind).size);
    return new Datatype(kind, shape, std::move(body));
  }
};

}  // namespace

const Datatype& builtin(Kind kind) noexcept {
  static const Builtins& builtins = *new Builtins;
  BATON_ASSERT(kind != Kind::none);
  return *builtins.types[static_cast<std::size_t>(kind)];
}

Datatype::Datatype([[maybe_unused]] Kind kind, Shape shape, Body body)
    : shape_(shape), extent_(shape.ub - shape.lb), builtin_(true), predefined_(true), body_(std::move(body)) {
  BATON_CHECK(shape.kind == kind && commit());
}

Datatype::Datatype(Shape shape, Body body, Envelope envelope)
    : shape_(shape), extent_(shape.ub - shape.lb), body_(std::move(body)), envelope_(std::move(envelope)) {
  const Combiner combiner = envelope_.combiner;
  predefined_ =
      combiner == Combiner::f90_real || combiner == Combiner::f90_complex || combiner == Combiner::f90_integer;
}

Datatype::~Datatype() = default;

Status Datatype::commit() const noexcept {
  if (committed_) return {};
  try {
    layout_ = std::make_unique<const Layout>(*this);
  } catch (const std::bad_alloc&) {
    return Error{Code::no_memory, 0, "no memory to commit a datatype"};
  }
  runs_ = layout_->empty() ? 0 : layout_->runs(layout_->root());
  single_run_ = layout_->empty() || layout_->root().form == Node::Form::run;
  dense_ = single_run_ && extent_ == shape_.size && shape_.lb == 0 && shape_.true_lb == 0;
  committed_ = true;
  return {};
}

std::optional<std::int64_t> Datatype::elements_in(std::int64_t bytes) const noexcept {
  std::int64_t found = 0;
  const Datatype* type = this;
  while (bytes > 0) {
    const Shape& shape = type->shape_;
    if (shape.size == 0) return std::nullopt;
    found += bytes / shape.size * shape.elements;
    bytes %= shape.size;
    if (bytes == 0) break;
    const Body& body = type->body_;
    if (body.parts.empty()) return std::nullopt;  // inside a basic element
    const std::int64_t row = shape.size / body.count;
    found += bytes / row * (shape.elements / body.count);
    bytes %= row;
    const Datatype* inside = nullptr;
    for (const Part& part : body.parts) {
      const std::int64_t span = part.count * part.child->size();
      if (bytes < span) {
        inside = part.child;
        break;
      }
      bytes -= span;
      found += part.count * part.child->elements();
    }
    if (inside == nullptr) break;  // only with bytes == 0
    type = inside;
  }
  return found;
}

std::optional<std::int64_t> Datatype::bytes_of(std::int64_t elements) const noexcept {
  if (elements < 0) return std::nullopt;
  WideInteger found = 0;
  const Datatype* type = this;
  while (elements > 0) {
    const Shape& shape = type->shape_;
    if (shape.elements == 0) return std::nullopt;
    found += static_cast<WideInteger>(elements / shape.elements) * shape.size;
    elements %= shape.elements;
    if (elements == 0) break;
    const Body& body = type->body_;  // not a basic type: that has one element
    const std::int64_t row = shape.elements / body.count;
    found += static_cast<WideInteger>(elements / row) * (shape.size / body.count);
    elements %= row;
    for (const Part& part : body.parts) {
      const std::int64_t span = part.count * part.child->elements();
      if (elements < span) {
        type = part.child;
        break;
      }
      elements -= span;
      found += static_cast<WideInteger>(part.count) * part.child->size();
    }
  }
  const auto bytes = narrowed(found);
  if (!bytes) return std::nullopt;
  return *bytes;
}

}  // namespace baton::datatype
