// SPDX-License-Identifier: BSD-3-Clause
// Collectives of the native API against what a loop over the ranks would give, for one to seven ranks.
#include <algorithm>
#include <complex>
#include <numeric>

#include "tests/api/native_world.hpp"

namespace baton::tests {
namespace {

using api::Communicator;
using api::ErrorClass;
using api::Request;

/// An affine map x -> a x + b; composition is associative and not commutative.
struct Affine {
  std::int64_t a = 1;
  std::int64_t b = 0;
  bool operator==(const Affine&) const = default;
};
constexpr auto compose = [](const Affine& f, const Affine& g) {
  return Affine{f.a * g.a % 1'000'003, (f.b * g.a + g.b) % 1'000'003};
};
Affine affine_of(int rank, std::size_t i) { return {rank * 7 + 2 + static_cast<std::int64_t>(i), rank + 1}; }

class Collectives : public testing::TestWithParam<std::uint32_t> {
 protected:
  static void run(const std::function<void(Communicator&)>& body) { run_native(GetParam(), body); }
};
INSTANTIATE_TEST_SUITE_P(Ranks, Collectives, testing::Values(1, 2, 3, 4, 7), testing::PrintToStringParamName());

constexpr std::size_t lengths[] = {0, 1, 5, 1000, 40'000};

/// value(rank, i), different for each
std::vector<std::int64_t> values_of(int rank, std::size_t n, std::int64_t factor = 1) {
  std::vector<std::int64_t> values(n);
  for (std::size_t i = 0; i < n; ++i) values[i] = factor * (rank + 1) * 1000 + static_cast<std::int64_t>(i);
  return values;
}

std::vector<std::int64_t> sum_to(int ranks, std::size_t n) {
  std::vector<std::int64_t> sum(n);
  for (int r = 0; r < ranks; ++r) {
    const auto one = values_of(r, n);
    for (std::size_t i = 0; i < n; ++i) sum[i] += one[i];
  }
  return sum;
}

TEST_P(Collectives, BroadcastGivesTheRootsData) {
  run([](Communicator& c) {
    for (int root = 0; root < c.size(); ++root) {
      for (const std::size_t n : lengths) {
        auto data = values_of(c.rank(), n);
        c.broadcast(data, root);
        EXPECT_EQ(data, values_of(root, n));
        data = values_of(c.rank(), n);
        c.ibroadcast(std::span(data), root).wait();
        EXPECT_EQ(data, values_of(root, n));
      }
      int one = c.rank();
      c.broadcast(one, root);
      EXPECT_EQ(one, root);
    }
    c.barrier();
    c.ibarrier().wait();
  });
}

TEST_P(Collectives, ReduceAddsAtTheRoot) {
  run([](Communicator& c) {
    for (const std::size_t n : lengths) {
      const int root = c.size() - 1;
      const auto in = values_of(c.rank(), n);
      std::vector<std::int64_t> out(c.rank() == root ? n : 0);
      c.reduce(in, out, api::plus{}, root);
      if (c.rank() == root) {
        EXPECT_EQ(out, sum_to(c.size(), n));
        std::ranges::fill(out, 0);
      }
      c.ireduce(in, out, std::plus<>{}, root).wait();
      if (c.rank() == root) {
        EXPECT_EQ(out, sum_to(c.size(), n));
      }
    }
    const auto most = c.reduce(c.rank(), api::maximum{}, 0);
    EXPECT_EQ(most.has_value(), c.rank() == 0);
    if (most) {
      EXPECT_EQ(*most, c.size() - 1);
    }
  });
}

TEST_P(Collectives, AllReduceAddsEverywhereAlsoInPlace) {
  run([](Communicator& c) {
    for (const std::size_t n : lengths) {
      const auto in = values_of(c.rank(), n);
      const auto expected = sum_to(c.size(), n);
      std::vector<std::int64_t> out(n);
      c.all_reduce(in, out, api::plus{});
      EXPECT_EQ(out, expected);
      auto data = in;
      c.all_reduce(data, api::plus{});
      EXPECT_EQ(data, expected);
      std::ranges::fill(out, 0);
      Request<> first = c.iall_reduce(in, out, api::plus{});
      data = in;
      Request<> second = c.iall_reduce(data, api::commutative([](std::int64_t a, std::int64_t b) { return a + b; }));
      api::wait_all(second, first);
      EXPECT_EQ(out, expected);
      EXPECT_EQ(data, expected);
    }
  });
}

TEST_P(Collectives, KernelsAndFunctionsAgreeOnEveryElementType) {
  run([](Communicator& c) {
    const int n = c.size();
    const auto same = [&](auto own, auto op) {
      using T = decltype(own);
      const auto function = [op](const T& a, const T& b) { return op(a, b); };
      EXPECT_EQ(c.all_reduce(own, op), c.all_reduce(own, function));
    };
    const auto integers = [&](auto zero) {
      const auto sample = static_cast<decltype(zero)>(c.rank() + 1);
      same(sample, api::plus{});
      same(sample, api::multiplies{});
      same(sample, api::minimum{});
      same(sample, api::maximum{});
      same(sample, api::bit_and{});
      same(sample, api::bit_or{});
      same(sample, api::bit_xor{});
      same(sample, api::logical_and{});
      same(sample, api::logical_or{});
    };
    integers(char{});
    integers(std::int8_t{});
    integers(std::uint16_t{});
    integers(int{});
    integers(std::uint64_t{});
    integers(0LL);
    const double real = c.rank() + 1;
    same(static_cast<float>(real), api::plus{});
    same(real, api::multiplies{});
    same(static_cast<long double>(real), api::maximum{});
    same(std::complex<double>(real, -1), api::multiplies{});
    same(std::complex<float>(static_cast<float>(real), 2), api::plus{});
    EXPECT_EQ(c.all_reduce(c.rank() == 0, api::logical_and{}), n == 1);
    EXPECT_TRUE(c.all_reduce(c.rank() == 0, api::logical_or{}));
  });
}

TEST_P(Collectives, FunctionsThatDoNotCommuteRunInRankOrder) {
  run([](Communicator& c) {
    for (const std::size_t n : {std::size_t{1}, std::size_t{3}, std::size_t{5000}}) {
      std::vector<Affine> in(n);
      std::vector<Affine> all(n);
      std::vector<Affine> up_to(n);
      for (std::size_t i = 0; i < n; ++i) {
        in[i] = affine_of(c.rank(), i);
        all[i] = up_to[i] = affine_of(0, i);
        for (int r = 1; r < c.size(); ++r) {
          all[i] = compose(all[i], affine_of(r, i));
          if (r == c.rank()) up_to[i] = all[i];
        }
      }
      std::vector<Affine> out(n);
      c.all_reduce(in, out, compose);
      EXPECT_EQ(out, all);
      c.scan(in, out, compose);
      EXPECT_EQ(out, up_to);
      std::ranges::fill(out, Affine{});
      c.iscan(in, out, compose).wait();
      EXPECT_EQ(out, up_to);
    }
  });
}

TEST_P(Collectives, ExclusiveScanLeavesRankZeroAlone) {
  run([](Communicator& c) {
    const auto in = values_of(c.rank(), 100);
    std::vector<std::int64_t> out(100, -1);
    c.exclusive_scan(in, out, api::plus{});
    EXPECT_EQ(out, c.rank() == 0 ? std::vector<std::int64_t>(100, -1) : sum_to(c.rank(), 100));
    std::ranges::fill(out, -1);
    c.iexclusive_scan(in, out, api::plus{}).wait();
    EXPECT_EQ(out, c.rank() == 0 ? std::vector<std::int64_t>(100, -1) : sum_to(c.rank(), 100));
    EXPECT_EQ(c.scan(1, api::plus{}), c.rank() + 1);
  });
}

TEST_P(Collectives, GatherAndScatterAreEachOthersReverse) {
  run([](Communicator& c) {
    const auto ranks = static_cast<std::size_t>(c.size());
    for (const std::size_t n : lengths) {
      for (const int root : {0, c.size() - 1}) {
        const auto own = values_of(c.rank(), n);
        std::vector<std::int64_t> all(c.rank() == root ? n * ranks : 0);
        c.gather(own, all, root);
        for (int r = 0; r < c.size() && c.rank() == root; ++r) {
          const auto first = all.begin() + static_cast<std::ptrdiff_t>(static_cast<std::size_t>(r) * n);
          EXPECT_TRUE(std::equal(first, first + static_cast<std::ptrdiff_t>(n), values_of(r, n).begin()));
        }
        std::vector<std::int64_t> back(n);
        c.scatter(all, back, root);
        EXPECT_EQ(back, own);
        std::ranges::fill(back, 0);
        c.igather(own, all, root).wait();
        c.iscatter(all, back, root).wait();
        EXPECT_EQ(back, own);
      }
    }
    const auto ids = c.gather(c.rank() * 3, 0);
    EXPECT_EQ(ids.size(), c.rank() == 0 ? ranks : 0U);
  });
}

TEST_P(Collectives, AllGatherAndAllToAll) {
  run([](Communicator& c) {
    const auto ranks = static_cast<std::size_t>(c.size());
    for (const std::size_t n : lengths) {
      std::vector<std::int64_t> expected;
      std::vector<std::int64_t> transposed;
      for (int r = 0; r < c.size(); ++r) {
        const auto part = values_of(r, n);
        expected.insert(expected.end(), part.begin(), part.end());
        const auto theirs = values_of(r, n, c.rank() + 1);
        transposed.insert(transposed.end(), theirs.begin(), theirs.end());
      }
      std::vector<std::int64_t> all(n * ranks);
      const auto own = values_of(c.rank(), n);
      c.all_gather(own, all);
      EXPECT_EQ(all, expected);
      std::ranges::fill(all, 0);
      c.iall_gather(own, all).wait();
      EXPECT_EQ(all, expected);

      std::vector<std::int64_t> in;
      for (int r = 0; r < c.size(); ++r) {
        const auto part = values_of(c.rank(), n, r + 1);
        in.insert(in.end(), part.begin(), part.end());
      }
      c.all_to_all(in, all);
      EXPECT_EQ(all, transposed);
      std::ranges::fill(all, 0);
      c.iall_to_all(in, all).wait();
      EXPECT_EQ(all, transposed);
    }
    std::vector<int> ids(ranks);
    std::iota(ids.begin(), ids.end(), 0);
    EXPECT_EQ(c.all_gather(c.rank()), ids);
  });
}

TEST_P(Collectives, RunBesideEachOtherInAnyOrderOfCompletion) {
  run([](Communicator& c) {
    constexpr std::size_t count = 20;
    std::vector<int> results(count, 0);
    std::vector<int> inputs(count);
    std::iota(inputs.begin(), inputs.end(), c.rank());
    std::vector<Request<>> requests;
    for (std::size_t i = 0; i < count; ++i) requests.push_back(c.iall_reduce(inputs[i], results[i], api::plus{}));
    std::size_t done = 0;
    while (api::wait_any(requests)) ++done;
    EXPECT_EQ(done, count);
    const int ranks = c.size();
    for (std::size_t i = 0; i < count; ++i)
      EXPECT_EQ(results[i], ranks * (ranks - 1) / 2 + ranks * static_cast<int>(i));
  });
}

TEST(CollectiveErrors, LengthsThatDoNotFitAreFoundBeforeAnythingIsSent) {
  run_native(2, [](Communicator& c) {
    std::string words;
    std::vector<int> three(3);
    std::vector<int> four(4);
    EXPECT_EQ(thrown_by([&] { c.all_reduce(three, four, api::plus{}); }, &words), ErrorClass::invalid_count);
    EXPECT_EQ(words, "all_reduce: 'out' has 4 elements; 1 rank(s) times the 3 of 'in' are 3");
    EXPECT_EQ(thrown_by([&] { c.all_gather(three, four); }, &words), ErrorClass::invalid_count);
    EXPECT_EQ(words, "all_gather: 'out' has 4 elements; 2 rank(s) times the 3 of 'in' are 6");
    EXPECT_EQ(thrown_by([&] { c.all_to_all(three, three); }), ErrorClass::invalid_count);
    EXPECT_EQ(thrown_by([&] { (void)c.iscatter(three, four, c.rank()); }), ErrorClass::invalid_count);
    EXPECT_EQ(thrown_by([&] { c.broadcast(three, 2); }, &words), ErrorClass::invalid_rank);
    EXPECT_EQ(words, "broadcast: argument 'root' = 2: valid ranks are 0..1");
    // Nothing was counted: the collectives of both ranks still meet.
    EXPECT_EQ(c.all_reduce(1, api::plus{}), 2);
    // An owned function of a call that is refused does not leak (AddressSanitizer would tell).
    const std::vector<int> captured(10);
    EXPECT_EQ(thrown_by([&] { (void)c.iall_reduce(three, four, [captured](int a, int) { return a; }); }),
              ErrorClass::invalid_count);
  });
}

TEST(CollectiveErrors, AnExceptionOfTheFunctionReachesTheCaller) {
  run_native(3, [](Communicator& c) {
    struct Odd {};
    const auto picky = [](int a, int b) -> int {
      if (a < 0 || b < 0) throw Odd{};
      return a + b;
    };
    // Ranks that combine something see the exception; all of them go on.
    const auto try_with = [&](auto&& call) {
      try {
        call();
      } catch (const Odd&) {
        return 1;
      }
      return 0;
    };
    std::vector<int> in{-1};
    std::vector<int> out{0};
    const int now = try_with([&] { c.all_reduce(in, out, picky); });
    const int later = try_with([&] { c.iall_reduce(in, out, picky).wait(); });
    EXPECT_GE(c.all_reduce(now, api::plus{}), 1);
    EXPECT_GE(c.all_reduce(later, api::plus{}), 1);
    in[0] = c.rank();
    c.all_reduce(in, out, picky);
    EXPECT_EQ(out[0], 3);
  });
}

}  // namespace
}  // namespace baton::tests
