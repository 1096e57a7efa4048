// SPDX-License-Identifier: BSD-3-Clause
#include "communicator/cartesian.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace baton::communicator {

std::int64_t Cartesian::size() const noexcept {
  std::int64_t product = 1;
  for (const int dim : dims) product *= dim;
  return product;
}

std::vector<int> Cartesian::coordinates(int rank) const {
  std::vector<int> coordinates(dims.size());
  for (std::size_t i = dims.size(); i-- > 0;) {
    coordinates[i] = rank % dims[i];
    rank /= dims[i];
  }
  return coordinates;
}

int Cartesian::rank(std::span<const int> coordinates, std::size_t* bad) const noexcept {
  int rank = 0;
  for (std::size_t i = 0; i < dims.size(); ++i) {
    int at = coordinates[i];
    if (at < 0 || at >= dims[i]) {
      if (!periods[i]) {
        if (bad != nullptr) *bad = i;
        return -1;
      }
      at = ((at % dims[i]) + dims[i]) % dims[i];
    }
    rank = rank * dims[i] + at;
  }
  return rank;
}

int Cartesian::neighbor(int rank, int dimension, int displacement) const {
  std::vector<int> at = coordinates(rank);
  const auto d = static_cast<std::size_t>(dimension);
  const std::int64_t moved = static_cast<std::int64_t>(at[d]) + displacement;
  if (moved < 0 || moved >= dims[d]) {
    if (!periods[d]) return -1;
    at[d] = static_cast<int>(((moved % dims[d]) + dims[d]) % dims[d]);
  } else {
    at[d] = static_cast<int>(moved);
  }
  return this->rank(at);
}

std::span<const int> Graph::neighbors(int rank) const noexcept {
  const auto r = static_cast<std::size_t>(rank);
  const int first = rank == 0 ? 0 : index[r - 1];
  return std::span(edges).subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(index[r] - first));
}

namespace {

/// Finds the factors of a number that are closest to each other: the smallest difference between the largest and the
/// smallest, then the larger smallest, then the smaller sum, then the larger first. All non-increasing products are
/// searched, but only within the difference that the best so far leaves.
class BalancedFactors {
 public:
  BalancedFactors(int number, std::size_t count) : factors_(count) {
    for (int i = 1; static_cast<std::int64_t>(i) * i <= number; ++i) {
      if (number % i != 0) continue;
      divisors_.push_back(i);
      if (i != number / i) divisors_.push_back(number / i);
    }
    std::ranges::sort(divisors_);
    for (const int first : divisors_) {
      if (power_below(first, count, number)) continue;
      if (!best_.empty() && power_below(number, 1, power(first - spread_, count))) break;  // too far above the root
      factors_[0] = first;
      search(1, number / first);
    }
  }
  [[nodiscard]] const std::vector<int>& best() const noexcept { return best_; }

 private:
  static double power(std::int64_t base, std::size_t exponent) {
    double product = 1;
    for (std::size_t i = 0; base > 0 && i < exponent; ++i) product *= static_cast<double>(base);
    return base > 0 ? product : 0;
  }
  /// base^exponent < number; exact, as both are whole numbers and the power is only asked up to 2^31.
  static bool power_below(std::int64_t base, std::size_t exponent, double number) {
    return power(base, exponent) < number;
  }

  void search(std::size_t at, int rest) {
    if (at == factors_.size()) {
      if (rest == 1) keep();
      return;
    }
    const std::size_t left = factors_.size() - at;
    const int lowest = best_.empty() ? 1 : std::max(1, factors_[0] - spread_);
    for (auto i = std::ranges::upper_bound(divisors_, factors_[at - 1]); i != divisors_.begin();) {
      const int factor = *--i;
      if (factor < lowest || power_below(factor, left, rest)) return;
      if (rest % factor != 0 || power_below(rest / factor, 1, power(lowest, left - 1))) continue;
      factors_[at] = factor;
      search(at + 1, rest / factor);
    }
  }

  void keep() {
    const auto rank = [](const std::vector<int>& f) {
      return std::tuple(f.front() - f.back(), -f.back(), std::accumulate(f.begin(), f.end(), std::int64_t{0}));
    };
    if (!best_.empty() && std::pair(rank(best_), factors_) <= std::pair(rank(factors_), best_)) return;
    best_ = factors_;
    spread_ = best_.front() - best_.back();
  }

  std::vector<int> divisors_;
  std::vector<int> factors_;
  std::vector<int> best_;
  int spread_ = 0;  // between the largest and the smallest of `best_`
};

}  // namespace

bool fill_dimensions(int nodes, std::span<int> dims) {
  std::int64_t fixed = 1;
  std::size_t open = 0;
  for (const int dim : dims) {
    if (dim == 0) {
      ++open;
    } else {
      fixed *= dim;
    }
  }
  if (fixed == 0 || nodes % fixed != 0) return false;
  if (open == 0) return nodes == fixed;
  const BalancedFactors factors(static_cast<int>(nodes / fixed), open);
  std::size_t next = 0;
  for (int& dim : dims) {
    if (dim == 0) dim = factors.best()[next++];
  }
  return true;
}

}  // namespace baton::communicator
