// SPDX-License-Identifier: BSD-3-Clause
// The model of a datatype and its memory. (How random ones are made stands in constructors.cpp.)
#include "types.hpp"

#include <algorithm>
#include <cstring>

namespace differential {

const std::vector<Basic>& basics() {
  static const std::vector<Basic> all = {
      {MPI_SIGNED_CHAR, 1, 1, "MPI_SIGNED_CHAR"},
      {MPI_SHORT, 2, 2, "MPI_SHORT"},
      {MPI_INT, 4, 4, "MPI_INT"},
      {MPI_FLOAT, 4, 4, "MPI_FLOAT"},
      {MPI_DOUBLE, 8, 8, "MPI_DOUBLE"},
      {MPI_LONG_LONG, 8, 8, "MPI_LONG_LONG"},
      {MPI_UNSIGNED_CHAR, 1, 1, "MPI_UNSIGNED_CHAR"},
      {MPI_UINT16_T, 2, 2, "MPI_UINT16_T"},
      {MPI_UINT32_T, 4, 4, "MPI_UINT32_T"},
      {MPI_INT64_T, 8, 8, "MPI_INT64_T"},
      {MPI_BYTE, 1, 1, "MPI_BYTE"},
      {MPI_C_DOUBLE_COMPLEX, 16, 8, "MPI_C_DOUBLE_COMPLEX"},
  };
  return all;
}

Type basic_type(int index) {
  const Basic& basic = basics()[static_cast<std::size_t>(index)];
  Type type;
  type.handle = basic.type;
  type.map = {{index, 0}};
  type.ub = basic.bytes;
  type.align = basic.swap;
  type.made = basic.name;
  return type;
}

namespace {

int bytes_of(const Entry& entry) { return basics()[static_cast<std::size_t>(entry.basic)].bytes; }

}  // namespace

long Type::bytes() const {
  long sum = 0;
  for (const Entry& entry : map) sum += bytes_of(entry);
  return sum;
}

long Type::true_lb() const {
  long low = map.empty() ? 0 : map.front().at;
  for (const Entry& entry : map) low = std::min(low, entry.at);
  return low;
}

long Type::true_ub() const {
  long high = map.empty() ? 0 : map.front().at + bytes_of(map.front());
  for (const Entry& entry : map) high = std::max(high, entry.at + bytes_of(entry));
  return high;
}

bool Type::receivable(int count) const {
  std::vector<std::pair<long, long>> spans;
  for (int i = 0; i < count; ++i) {
    for (const Entry& entry : map)
      spans.emplace_back(entry.at + i * extent(), entry.at + i * extent() + bytes_of(entry));
  }
  std::sort(spans.begin(), spans.end());
  for (std::size_t i = 1; i < spans.size(); ++i) {
    if (spans[i].first < spans[i - 1].second) return false;
  }
  return true;
}

Buffer::Buffer(const Type& type, int count, std::uint64_t key) : type_(&type), count_(count), low_(0) {
  long high = 0;
  if (count > 0 && !type.map.empty()) {
    const long last = (count - 1) * type.extent();
    low_ = std::min(type.true_lb(), type.true_lb() + last);
    high = std::max(type.true_ub(), type.true_ub() + last);
  }
  // A little more on both sides, to see what is written where nothing may be.
  low_ -= 16;
  bytes_.resize(static_cast<std::size_t>(high + 16 - low_));
  fill(bytes_.data(), bytes_.size(), key);
}

Bytes Buffer::gather_at(int first, int count) const {
  Bytes packed;
  for (int i = first; i < first + count; ++i) {
    for (const Entry& entry : type_->map) {
      const auto from = bytes_.begin() + (entry.at + i * type_->extent() - low_);
      packed.insert(packed.end(), from, from + bytes_of(entry));
    }
  }
  return packed;
}

void Buffer::scatter_at(int first, const Bytes& packed) {
  std::size_t done = 0;
  for (int i = first; i < count_; ++i) {
    for (const Entry& entry : type_->map) {
      if (done >= packed.size()) return;
      const auto bytes = std::min<std::size_t>(static_cast<std::size_t>(bytes_of(entry)), packed.size() - done);
      std::memcpy(bytes_.data() + (entry.at + i * type_->extent() - low_), packed.data() + done, bytes);
      done += bytes;
    }
  }
}

Type flat(const Type& type) {
  for (const Entry& entry : type.map) {
    if (entry.basic != type.map.front().basic) return Type{};
  }
  return type.map.empty() ? Type{} : basic_type(type.map.front().basic);
}

void free_type(Script& script, Type& type) {
  if (!type.predefined && type.handle != MPI_DATATYPE_NULL) {
    script.doing("Type_free");
    script.success(MPI_Type_free(&type.handle));
    script.expect("null", type.handle == MPI_DATATYPE_NULL, true);
  }
  type.handle = MPI_DATATYPE_NULL;
}

}  // namespace differential
