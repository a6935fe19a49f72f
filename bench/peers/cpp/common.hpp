// What both C++ references share: the arguments, the clock, the memory, the line of JSON.
#pragma once
#include <sys/resource.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace work {
constexpr double agentDensity = 0.70, copDensity = 0.04, legitimacy = 0.82, threshold = 0.1, arrestConstant = 2.3;
constexpr int longestTerm = 30;
}  // namespace work

struct Arguments {
  int side, warm, ticks, radius;
  bool moore;
  uint64_t seed;
};

inline Arguments readArguments(int count, char** words) {
  if (count != 6) {
    std::fprintf(stderr, "usage: %s SIDE WARM TICKS disc|moore SEED\n", words[0]);
    std::exit(2);
  }
  const bool moore = std::strcmp(words[4], "moore") == 0;
  return {std::atoi(words[1]), std::atoi(words[2]), std::atoi(words[3]), moore ? 1 : 7, moore, std::strtoull(words[5], nullptr, 10)};
}

// xoshiro256++ of Blackman and Vigna (public domain algorithm), seeded by splitmix64.
struct Luck {
  uint64_t s[4];
  explicit Luck(uint64_t seed) {
    for (auto& word : s) {
      uint64_t z = (seed += 0x9e3779b97f4a7c15ull);
      z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ull;
      z = (z ^ (z >> 27)) * 0x94d049bb133111ebull;
      word = z ^ (z >> 31);
    }
  }
  static uint64_t turn(uint64_t x, int by) { return (x << by) | (x >> (64 - by)); }
  uint64_t next() {
    const uint64_t result = turn(s[0] + s[3], 23) + s[0], t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = turn(s[3], 45);
    return result;
  }
  uint32_t below(uint32_t bound) { return static_cast<uint32_t>(((next() >> 32) * bound) >> 32); }
  double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }
};

inline double processorSeconds() {
  rusage used;
  getrusage(RUSAGE_SELF, &used);
  return used.ru_utime.tv_sec + used.ru_stime.tv_sec + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) * 1e-6;
}

inline double residentBytes() {
  long pages = 0, ignored = 0;
  if (FILE* file = std::fopen("/proc/self/statm", "r")) {
    if (std::fscanf(file, "%ld %ld", &ignored, &pages) != 2) pages = 0;
    std::fclose(file);
  }
  return static_cast<double>(pages) * static_cast<double>(sysconf(_SC_PAGESIZE));
}

template <class Model>
int measure(int count, char** words) {
  const Arguments a = readArguments(count, words);
  const double before = residentBytes();
  Model model(a);
  for (int t = 0; t < a.warm; t++) model.step();
  double active = 0, jailed = 0;
  const double cpu = processorSeconds();
  const auto from = std::chrono::steady_clock::now();
  for (int t = 0; t < a.ticks; t++) {
    model.step();
    active += model.activeCount;
    jailed += model.jailedCount;
  }
  const double wall = std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
  const double used = processorSeconds() - cpu;
  const double perTick = 1.0 / a.ticks / model.agentCount;
  std::printf("{\"agents\":%d,\"cops\":%d,\"ticks\":%d,\"wallS\":%.9g,\"cpuS\":%.9g,\"active01\":%.9g,\"jailed01\":%.9g,\"rssBytes\":%.0f,\"ownBytes\":%.0f}\n",
              model.agentCount, model.copCount, a.ticks, wall, used, active * perTick, jailed * perTick, residentBytes() - before,
              static_cast<double>(model.bytes()));
  return 0;
}
