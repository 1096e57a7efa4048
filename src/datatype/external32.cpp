// SPDX-License-Identifier: BSD-3-Clause
// Walks the typemap element by element: this path is for files and foreign machines, not for speed.
#include "datatype/external32.hpp"

#include <algorithm>
#include <bit>
#include <cfloat>
#include <concepts>
#include <cstring>
#include <type_traits>

#include "datatype/number.hpp"
#include "datatype/shape.hpp"

namespace baton::datatype {
namespace {

constexpr Error out_of_space{Code::truncated, 0, "the external32 buffer is too short"};
constexpr Error does_not_fit{Code::type_mismatch, 0, "a value does not fit its external32 size"};

/// Copies `bytes` bytes and turns them around where this machine is little-endian.
void swap_copy(std::byte* to, const std::byte* from, std::size_t bytes) noexcept {
  if constexpr (std::endian::native == std::endian::big) {
    std::memcpy(to, from, bytes);
  } else {
    std::reverse_copy(from, from + bytes, to);
  }
}

template <class Wide, class Narrow>
bool narrow(std::byte* to, const std::byte* from) noexcept {
  Wide value;
  std::memcpy(&value, from, sizeof value);
  const auto small = static_cast<Narrow>(value);
  if (static_cast<Wide>(small) != value) return false;
  swap_copy(to, reinterpret_cast<const std::byte*>(&small), sizeof small);
  return true;
}

template <class Wide, class Narrow>
void widen(std::byte* to, const std::byte* from) noexcept {
  Narrow small;
  swap_copy(reinterpret_cast<std::byte*>(&small), from, sizeof small);
  const auto value = static_cast<Wide>(small);
  std::memcpy(to, &value, sizeof value);
}

#if BATON_HAS_QUAD
void long_double_out(std::byte* to, const std::byte* from) noexcept {
  long double value;
  std::memcpy(&value, from, sizeof value);
  const auto quad = static_cast<Quad>(value);
  swap_copy(to, reinterpret_cast<const std::byte*>(&quad), sizeof quad);
}

void long_double_in(std::byte* to, const std::byte* from) noexcept {
  Quad quad;
  swap_copy(reinterpret_cast<std::byte*>(&quad), from, sizeof quad);
  const auto value = static_cast<long double>(quad);
  constexpr std::size_t used = LDBL_MANT_DIG == 64 ? 10 : sizeof value;  // the rest is padding: make it zero
  std::memset(to, 0, sizeof value);
  std::memcpy(to, &value, used);
}
#endif

bool is_complex(Kind kind) noexcept { return info(kind).family == Family::complex; }

bool is_long_double(Kind kind) noexcept { return info(kind).rep == Rep::f80 || info(kind).rep == Rep::cf80; }

/// One number (a complex is two) to external form.
bool number_out(Kind kind, std::byte* to, const std::byte* from, std::size_t inside, std::size_t outside) noexcept {
#if BATON_HAS_QUAD
  if (is_long_double(kind)) {
    long_double_out(to, from);
    return true;
  }
#endif
  if (inside == outside) {
    swap_copy(to, from, inside);
    return true;
  }
  switch (kind) {
    case Kind::long_: return narrow<long, std::int32_t>(to, from);
    case Kind::unsigned_long: return narrow<unsigned long, std::uint32_t>(to, from);
    case Kind::wchar: return narrow<wchar_t, std::uint16_t>(to, from);
    default: return false;
  }
}

bool number_in(Kind kind, std::byte* to, const std::byte* from, std::size_t inside, std::size_t outside) noexcept {
#if BATON_HAS_QUAD
  if (is_long_double(kind)) {
    long_double_in(to, from);
    return true;
  }
#endif
  if (inside == outside) {
    swap_copy(to, from, inside);
    return true;
  }
  switch (kind) {
    case Kind::long_: widen<long, std::int32_t>(to, from); return true;
    case Kind::unsigned_long: widen<unsigned long, std::uint32_t>(to, from); return true;
    case Kind::wchar: widen<wchar_t, std::uint16_t>(to, from); return true;
    default: return false;
  }
}

/// Goes through the elements in order; `Packing` says which way. The stream's length was checked before.
template <bool Packing>
class Converter {
 public:
  explicit Converter(std::byte* stream) noexcept : stream_(stream) {}

  /// `count` elements of `type`, `stride` apart. False where a value does not fit.
  bool walk(const Datatype& type, std::uintptr_t base, std::int64_t count, std::int64_t stride) noexcept {
    const Body& body = type.body();
    if (type.size() == 0) return true;
    for (std::int64_t i = 0; i < count; ++i, base += static_cast<std::uintptr_t>(stride)) {
      if (body.parts.empty()) {
        if (!element(type.kind(), base)) return false;
        continue;
      }
      std::uintptr_t row = base;
      for (std::int64_t r = 0; r < body.count; ++r, row += static_cast<std::uintptr_t>(body.stride)) {
        for (const Part& part : body.parts) {
          const std::uintptr_t place = row + static_cast<std::uintptr_t>(part.displacement);
          if (!walk(*part.child, place, part.count, part.child->extent())) return false;
        }
      }
    }
    return true;
  }

 private:
  bool element(Kind kind, std::uintptr_t address) noexcept {
    const std::size_t numbers = is_complex(kind) ? 2 : 1;
    const std::size_t inside = static_cast<std::size_t>(info(kind).size) / numbers;
    const std::size_t outside = static_cast<std::size_t>(info(kind).external32) / numbers;
    auto* place = reinterpret_cast<std::byte*>(address);
    for (std::size_t i = 0; i < numbers; ++i, place += inside, stream_ += outside) {
      const bool fits = Packing ? number_out(kind, stream_, place, inside, outside)
                                : number_in(kind, place, stream_, inside, outside);
      if (!fits) return false;
    }
    return true;
  }

  std::byte* stream_;
};

Result<std::int64_t> external_size(const Datatype& type) noexcept {
  const Body& body = type.body();
  if (type.size() == 0) return 0;
  if (body.parts.empty()) return info(type.kind()).external32;
  WideInteger sum = 0;
  const Datatype* last = nullptr;  // long index lists have one child
  std::int64_t size = 0;
  for (const Part& part : body.parts) {
    if (part.child != last) {
      const auto child = external_size(*part.child);
      if (!child) return child.error();
      size = *child;
      last = part.child;
    }
    const auto next = narrowed(sum + static_cast<WideInteger>(part.count) * size);
    if (!next) return next.error();
    sum = *next;
  }
  return narrowed(sum * body.count);
}

}  // namespace

Result<std::int64_t> external32_size(const Datatype& type, std::int64_t count) noexcept {
  const auto one = external_size(type);
  if (!one) return one.error();
  return narrowed(static_cast<WideInteger>(*one) * count);
}

Result<std::int64_t> pack_external32(const Datatype& type, const void* base, std::int64_t count,
                                     std::span<std::byte> out) noexcept {
  const auto size = external32_size(type, count);
  if (!size) return size.error();
  if (static_cast<std::uint64_t>(*size) > out.size()) return out_of_space;
  Converter<true> converter(out.data());
  if (!converter.walk(type, reinterpret_cast<std::uintptr_t>(base), count, type.extent())) return does_not_fit;
  return *size;
}

Result<std::int64_t> unpack_external32(const Datatype& type, void* base, std::int64_t count,
                                       std::span<const std::byte> in) noexcept {
  const auto size = external32_size(type, count);
  if (!size) return size.error();
  if (static_cast<std::uint64_t>(*size) > in.size()) return out_of_space;
  Converter<false> converter(const_cast<std::byte*>(in.data()));  // only read when it unpacks
  if (!converter.walk(type, reinterpret_cast<std::uintptr_t>(base), count, type.extent())) return does_not_fit;
  return *size;
}

}  // namespace baton::datatype
