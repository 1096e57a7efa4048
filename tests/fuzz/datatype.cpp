// SPDX-License-Identifier: BSD-3-Clause
// Fuzzes the datatype constructors: any arguments make a type or an Error, never a crash, an overflow or a read outside
// the buffer; what is made packs as many bytes as it says, and its runs cover them.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "datatype/constructors.hpp"
#include "datatype/external32.hpp"

namespace {

using namespace baton::datatype;

/// Reads numbers off the input; zeros when it is used up.
class Reader {
 public:
  Reader(const std::uint8_t* data, std::size_t size) : data_(data), left_(size) {}

  std::uint8_t byte() {
    if (left_ == 0) return 0;
    --left_;
    return *data_++;
  }
  /// Small numbers mostly, huge and odd ones sometimes.
  std::int64_t number() {
    const std::uint8_t form = byte();
    if (form < 200) return form % 8;
    if (form < 240) return static_cast<std::int8_t>(byte());
    std::uint64_t value = 0;
    for (int i = 0; i < 8; ++i) value = value << 8 | byte();
    return static_cast<std::int64_t>(value);
  }
  std::vector<std::int64_t> numbers(std::size_t n) {
    std::vector<std::int64_t> values(n);
    for (auto& value : values) value = number();
    return values;
  }
  bool empty() const { return left_ == 0; }

 private:
  const std::uint8_t* data_;
  std::size_t left_;
};

baton::Result<TypeRef> make_array(Reader& in, const Datatype& old) {
  const std::size_t n = in.byte() % 4;
  const auto sizes = in.numbers(n), second = in.numbers(n), third = in.numbers(n);
  const Order order = in.byte() % 2 == 0 ? Order::c : Order::fortran;
  if (in.byte() % 2 == 0) return subarray(sizes, second, third, order, old, 0);
  std::vector<Distribution> distributions(n);
  for (auto& distribution : distributions) distribution = static_cast<Distribution>(in.byte() % 3);
  return darray({.processes = in.number(),
                 .rank = in.number(),
                 .sizes = sizes,
                 .distributions = distributions,
                 .arguments = second,
                 .grid = third,
                 .order = order,
                 .raw_distributions = sizes,
                 .raw_arguments = second,
                 .raw_order = 0},
                old);
}

baton::Result<TypeRef> make(Reader& in, const std::vector<TypeRef>& known) {
  const Datatype& old = *known[in.byte() % known.size()];
  const std::size_t n = in.byte() % 6;
  switch (in.byte() % 11) {
    case 0: return dup(old);
    case 1: return contiguous(in.number(), old);
    case 2: return vector(in.number(), in.number(), in.number(), old);
    case 3: return hvector(in.number(), in.number(), in.number(), old, Width::large);
    case 4: return indexed(in.numbers(n), in.numbers(n), old);
    case 5: return hindexed(in.numbers(n), in.numbers(n), old, Width::large);
    case 6: return indexed_block(in.number(), in.numbers(n), old);
    case 7: return hindexed_block(in.number(), in.numbers(n), old);
    case 8: return resized(old, in.number(), in.number());
    case 9: {
      std::vector<const Datatype*> types(n);
      for (auto& type : types) type = known[in.byte() % known.size()].get();
      return create_struct(in.numbers(n), in.numbers(n), types);
    }
    default: return make_array(in, old);
  }
}

void require(bool good) {
  if (!good) std::abort();
}

/// Only types whose buffers fit here are moved.
void move(const Datatype& type) {
  require(static_cast<bool>(type.commit()));
  std::vector<Run> runs(16);
  Cursor cursor;
  for (int i = 0; i < 4 && type.runs(cursor, 1, runs) > 0; ++i) {
  }
  if (type.true_extent() > 1 << 16 || type.size() > 1 << 16 || type.extent() > 1 << 16 || type.extent() < -(1 << 16)) {
    return;
  }
  constexpr std::int64_t count = 2;
  const std::int64_t low = std::min<std::int64_t>(0, type.extent()) + type.true_lb();
  const std::int64_t high = std::max<std::int64_t>(0, type.extent()) + type.true_ub();
  std::vector<std::byte> buffer(static_cast<std::size_t>(high - low) + 1);
  auto* base =
      reinterpret_cast<std::byte*>(reinterpret_cast<std::uintptr_t>(buffer.data()) - static_cast<std::uintptr_t>(low));
  std::vector<std::byte> packed(static_cast<std::size_t>(type.size() * count));
  cursor = {};
  for (std::size_t done = 0; done < packed.size();) {
    const std::size_t step = std::min<std::size_t>(packed.size() - done, 1000);
    require(type.pack(cursor, base, count, {packed.data() + done, step}) == step);
    done += step;
  }
  cursor = {};
  require(type.unpack(cursor, base, count, packed) == packed.size());
  std::int64_t bytes = 0;
  cursor = {};
  for (Run run = type.next_run(cursor, count); run.bytes > 0; run = type.next_run(cursor, count)) bytes += run.bytes;
  require(bytes == type.size() * count);
  require(type.elements_in(type.size()) == type.elements());
  std::vector<std::byte> external(static_cast<std::size_t>(external32_size(type, count).value()));
  std::memset(buffer.data(), 0, buffer.size());
  require(static_cast<bool>(pack_external32(type, base, count, external)));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Reader in(data, size);
  std::vector<TypeRef> known;
  for (const Kind kind : {Kind::byte, Kind::int_, Kind::double_, Kind::short_int, Kind::c_double_complex}) {
    known.emplace_back(builtin(kind));
  }
  for (int i = 0; i < 12 && !in.empty(); ++i) {
    auto type = make(in, known);
    if (!type) continue;
    // Layouts of long lists take memory in proportion: keep the runs of nested ones bounded.
    if ((*type)->size() < 1 << 22) move(**type);
    known.push_back(*std::move(type));
  }
  return 0;
}
