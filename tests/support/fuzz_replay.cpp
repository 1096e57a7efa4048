// SPDX-License-Identifier: BSD-3-Clause
// Runs a fuzz target without libFuzzer: each file of the corpus folder given, each of its one-byte mutations at seeded
// places, and seeded random inputs. Not a fuzzer: it finds what is known, the same in every run.
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr int kRandomInputs = 20000;
constexpr int kMutationsPerFile = 200;

void run(const std::vector<std::uint8_t>& input) {
  // An own heap block of the exact size: AddressSanitizer then sees a read of one byte too many.
  const std::vector<std::uint8_t> exact(input.begin(), input.end());
  LLVMFuzzerTestOneInput(exact.data(), exact.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::mt19937 random(20240607);
  int ran = 0;
  for (int i = 1; i < argc; ++i) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
      if (!entry.is_regular_file()) continue;
      std::ifstream file(entry.path(), std::ios::binary);
      std::vector<std::uint8_t> input((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
      run(input);
      ++ran;
      for (int m = 0; m < kMutationsPerFile && !input.empty(); ++m, ++ran) {
        auto changed = input;
        changed[random() % changed.size()] = static_cast<std::uint8_t>(random());
        if (random() % 4 == 0) changed.resize(random() % (changed.size() + 1));
        run(changed);
      }
    }
  }
  for (int i = 0; i < kRandomInputs; ++i, ++ran) {
    std::vector<std::uint8_t> input(random() % 256);
    for (auto& byte : input) byte = static_cast<std::uint8_t>(random());
    run(input);
  }
  std::printf("%d inputs\n", ran);
  return 0;
}
