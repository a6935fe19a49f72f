// The tuned reference: the fastest we could make the same work on one core. Four ideas:
//
// 1. A site is one byte that holds its actor whole: what it is, whether it is active, whether it has had its turn, and
//    the largest floor(C/A) it dares (H, R, L, T and k come down to that one number). Nobody has an identity, so the
//    order of turns is a list of sites: a random order of sites is a random order of actors.
// 2. A row of the view is 16 bytes, four rows are one 512-bit register: free sites, cops and actives are bit masks, the
//    n-th set bit is one `pdep`. (Without AVX-512 the same masks are built byte by byte: right, but slow.)
// 3. Counts of cops and actives seen are kept up to date around whoever moves (disc), or counted on the spot (Moore).
// 4. Turns are shuffled, located and given three tries of a site in blocks, so that memory is fetched ahead and the first
//    free of the three is found without a branch that cannot be guessed.
//
// Arrested before his turn: his entry finds nobody who has yet to act, and goes. Arrested after it: his entry is marked
// stale and taken out before the next shuffle; of equal entries any will do.
#include <immintrin.h>

#include <vector>

#include "common.hpp"

#ifndef TRIES
#define TRIES 3
#endif
#ifndef BLOCK
#define BLOCK 32
#endif

constexpr uint8_t limitBits = 15, unlimited = 15, actedBit = 16, activeBit = 32, citizenBit = 64, copBit = 128, anybody = citizenBit | copBit;

struct Held {
  uint32_t site;
  uint8_t limit;
};

/// Counted: keep counts of neighbours up to date; else count when asked. Exact: list the free sites; else try at random first.
template <int Radius, bool Moore, bool Counted, bool Exact>
class Tuned {
  static constexpr int rows = 2 * Radius + 1, groups = (rows + 3) / 4;

 public:
  int activeCount = 0, jailedCount = 0, agentCount = 0, copCount = 0;

  explicit Tuned(const Arguments& a) : side(a.side), luck(a.seed) {
    for (int r = 0; r < rows; r++) {
      const int dy = r - Radius;
      for (int lane = 0; lane < rows; lane++) {
        const int dx = lane - Radius;
        if ((dx == 0 && dy == 0) || (!Moore && dx * dx + dy * dy > Radius * Radius)) continue;
        lanes[r] |= static_cast<uint16_t>(1u << lane);
        plusOne[r][lane] = 1;
        minusOne[r][lane] = 255;
        right[viewSize] = static_cast<int16_t>(dx);
        down[viewSize++] = static_cast<int16_t>(dy);
      }
      groupLanes[r / 4] |= static_cast<uint64_t>(lanes[r]) << (16 * (r % 4));
    }
    const int sites = side * side;
    agentCount = static_cast<int>(std::lround(work::agentDensity * sites));
    copCount = static_cast<int>(std::lround(work::copDensity * sites));
    whoStore.assign(sites + 32, 0);
    who = whoStore.data() + 16;
    if (Counted) {
      copsStore.assign(sites + 32, 0);
      activesStore.assign(sites + 32, 0);
      cops = copsStore.data() + 16;
      actives = activesStore.data() + 16;
    }
    stale.assign((sites + 63) / 64, 0);
    staleCount.assign(sites, 0);
    order.resize(sites);
    for (int i = 0; i < sites; i++) order[i] = (static_cast<uint32_t>(i / side) << 16) | static_cast<uint32_t>(i % side);
    for (int i = sites; i > 1; i--) std::swap(order[i - 1], order[luck.below(static_cast<uint32_t>(i))]);
    order.resize(agentCount + copCount);
    order.shrink_to_fit();
    for (int i = 0; i < agentCount + copCount; i++) {
      const int x = order[i] & 0xffff, y = order[i] >> 16;
      if (i < agentCount) {
        who[y * side + x] = citizenBit | actedBit | dares(luck.uniform(), luck.uniform());
      } else {
        who[y * side + x] = copBit | actedBit;
        if (Counted) addAround(cops, x, y, plusOne);
      }
    }
    kept = order.size();
  }

  void step() {
    acted = acted ? 0 : actedBit;
    size_t count = settleOrder();
    int64_t write = static_cast<int64_t>(count);
    uint32_t from[BLOCK], to[BLOCK][TRIES];
    uint64_t rest[BLOCK], pick[BLOCK];
    for (int64_t left = static_cast<int64_t>(count); left > 0;) {
      const int size = static_cast<int>(left < BLOCK ? left : BLOCK);
      for (int b = 0; b < size; b += 2) {
        const uint64_t r = luck.next();
        pick[b] = ((r >> 32) * static_cast<uint64_t>(left - b)) >> 32;
        __builtin_prefetch(&order[pick[b]], 1);
        if (b + 1 == size) break;
        pick[b + 1] = ((r & 0xffffffffu) * static_cast<uint64_t>(left - b - 1)) >> 32;
        __builtin_prefetch(&order[pick[b + 1]], 1);
      }
      for (int b = 0; b < size; b++) {
        const int64_t last = left - 1 - b;
        from[b] = order[pick[b]];
        order[pick[b]] = order[last];
        const uint8_t* row = who + at(from[b]);
        __builtin_prefetch(row, 1);
        if (Exact)
          for (int dy = -Radius; dy <= Radius; dy++) __builtin_prefetch(row + dy * side, 1);
      }
      if (!Exact)
        for (int b = 0; b < size; b++) {
          rest[b] = luck.next();
          for (int k = 0; k < TRIES; k++) {
            to[b][k] = tryOne(from[b], rest[b]);
            const uint32_t there = at(to[b][k]);
            __builtin_prefetch(who + there, 1);
            if (Counted && k < 2) {
              __builtin_prefetch(cops + there, 1);
              __builtin_prefetch(actives + there, 1);
            }
          }
        }
      left -= size;
      for (int b = 0; b < size; b++) {
        const uint32_t site = turn(from[b], to[b], rest[b]);
        if (site != gone) order[--write] = site;
      }
    }
    first = static_cast<size_t>(write);
    kept = count;
    tick++;
    release();
  }

  size_t bytes() const {
    size_t held = 0;
    for (const auto& due : jail) held += due.capacity() * sizeof(Held);
    return whoStore.size() + copsStore.size() + activesStore.size() + stale.size() * 8 + order.capacity() * 4 + held + staleCount.size() + returned.capacity() * 4;
  }

 private:
  static constexpr uint32_t gone = 0xffffffffu;
  int side, tick = 0, viewSize = 0;
  Luck luck;
  uint8_t acted = actedBit;
  std::vector<uint8_t> whoStore, copsStore, activesStore;
  uint8_t *who = nullptr, *cops = nullptr, *actives = nullptr;
  std::vector<uint32_t> order, returned;
  std::vector<uint8_t> staleCount;
  bool hasStale = false;
  std::vector<uint64_t> stale;
  std::vector<Held> jail[32];
  size_t first = 0, kept = 0;
  uint16_t lanes[groups * 4] = {};
  uint64_t groupLanes[groups] = {};
  alignas(16) uint8_t plusOne[rows][16] = {}, minusOne[rows][16] = {};
  int16_t right[160], down[160];

  uint32_t at(uint32_t site) const { return (site >> 16) * static_cast<uint32_t>(side) + (site & 0xffff); }
  int wrap(int v) const { return v < 0 ? v + side : v >= side ? v - side : v; }

  /// How many values of floor(C/A), from 0 up, leave an agent active.
  static uint8_t dares(double hardship, double riskAversion) {
    int q = 0;
    while (q < unlimited && hardship * (1 - work::legitimacy) - riskAversion * (1 - std::exp(-work::arrestConstant * q)) > work::threshold) q++;
    return static_cast<uint8_t>(q);
  }

  uint32_t tryOne(uint32_t site, uint64_t& rest) const {
    const auto wide = static_cast<unsigned __int128>(rest) * static_cast<unsigned>(viewSize);
    rest = static_cast<uint64_t>(wide);
    const int i = static_cast<int>(wide >> 64);
    return (static_cast<uint32_t>(wrap(static_cast<int>(site >> 16) + down[i])) << 16) | static_cast<uint32_t>(wrap(static_cast<int>(site & 0xffff) + right[i]));
  }

  /// Which lanes of a row lie on the sheet without crossing its left or right edge.
  __mmask16 insideLanes(int left) const {
    const unsigned all = left < 0 ? viewLanes << -left : left + rows > side ? viewLanes >> (left + rows - side) : viewLanes;
    return static_cast<__mmask16>(all & viewLanes);
  }
  static constexpr unsigned viewLanes = (1u << rows) - 1;

  /// The bytes of one row of the view, lane 0 at the left; lanes outside the view are whatever stands there.
  __m128i row(const uint8_t* plane, int x, int y, int r) const {
    const uint8_t* line = plane + wrap(y + r - Radius) * side;
    const int left = x - Radius;
    if (__builtin_expect(left >= 0 && left + rows <= side, 1)) return _mm_loadu_si128(reinterpret_cast<const __m128i*>(line + left));
#ifdef __AVX512VL__
    const __mmask16 inside = insideLanes(left);
    const int other = left < 0 ? left + side : left - side;
    return _mm_or_si128(_mm_maskz_loadu_epi8(inside, line + left), _mm_maskz_loadu_epi8(static_cast<__mmask16>(~inside & viewLanes), line + other));
#else
    alignas(16) uint8_t bytes[16] = {};
    for (int lane = 0; lane < rows; lane++) bytes[lane] = line[wrap(left + lane)];
    return _mm_load_si128(reinterpret_cast<const __m128i*>(bytes));
#endif
  }

  /// Which sites in view have (or, for `free`, lack) any of the bits: 16 bits a row, four rows a word.
  template <bool Free>
  void masks(int x, int y, uint8_t bits, uint64_t* out) const {
    for (int g = 0; g < groups; g++) {
#ifdef __AVX512BW__
      __m512i four = _mm512_castsi128_si512(row(who, x, y, 4 * g));
      if (4 * g + 1 < rows) four = _mm512_inserti32x4(four, row(who, x, y, 4 * g + 1), 1);
      if (4 * g + 2 < rows) four = _mm512_inserti32x4(four, row(who, x, y, 4 * g + 2), 2);
      if (4 * g + 3 < rows) four = _mm512_inserti32x4(four, row(who, x, y, 4 * g + 3), 3);
      const __m512i wanted = _mm512_set1_epi8(static_cast<char>(bits));
      out[g] = (Free ? _mm512_testn_epi8_mask(four, wanted) : _mm512_test_epi8_mask(four, wanted)) & groupLanes[g];
#else
      out[g] = 0;
      for (int r = 4 * g; r < rows && r < 4 * g + 4; r++) {
        alignas(16) uint8_t bytes[16];
        _mm_store_si128(reinterpret_cast<__m128i*>(bytes), row(who, x, y, r));
        for (int lane = 0; lane < rows; lane++)
          if (((bytes[lane] & bits) == 0) == Free) out[g] |= 1ull << (16 * (r % 4) + lane);
      }
      out[g] &= groupLanes[g];
#endif
    }
  }

  static int countBits(const uint64_t* mask) {
    int sum = 0;
    for (int g = 0; g < groups; g++) sum += __builtin_popcountll(mask[g]);
    return sum;
  }

  /// A site drawn uniformly from a mask with `found` bits.
  uint32_t drawn(const uint64_t* mask, int found, int x, int y) {
    int n = static_cast<int>(luck.below(static_cast<uint32_t>(found)));
    for (int g = 0;; g++) {
      const int here = __builtin_popcountll(mask[g]);
      if (n >= here) {
        n -= here;
        continue;
      }
#ifdef __BMI2__
      const int bit = __builtin_ctzll(_pdep_u64(1ull << n, mask[g]));
#else
      uint64_t bits = mask[g];
      while (n-- > 0) bits &= bits - 1;
      const int bit = __builtin_ctzll(bits);
#endif
      return (static_cast<uint32_t>(wrap(y + 4 * g + bit / 16 - Radius)) << 16) | static_cast<uint32_t>(wrap(x + bit % 16 - Radius));
    }
  }

  uint32_t freeSite(uint32_t site) {
    const int x = site & 0xffff, y = site >> 16;
    uint64_t mask[groups];
    masks<true>(x, y, anybody, mask);
    const int found = countBits(mask);
    return found == 0 ? site : drawn(mask, found, x, y);
  }

  void addAround(uint8_t* plane, int x, int y, const uint8_t by[][16]) {
    const int left = x - Radius;
    const bool inside = left >= 0 && left + rows <= side;
    for (int r = 0; r < rows; r++) {
      uint8_t* line = plane + wrap(y + r - Radius) * side;
      if (__builtin_expect(inside, 1)) {
        auto* bytes = reinterpret_cast<__m128i*>(line + left);
        _mm_storeu_si128(bytes, _mm_add_epi8(_mm_loadu_si128(bytes), _mm_load_si128(reinterpret_cast<const __m128i*>(by[r]))));
      } else {
#ifdef __AVX512VL__
        const __m128i change = _mm_load_si128(reinterpret_cast<const __m128i*>(by[r]));
        const __mmask16 here = insideLanes(left) & lanes[r], there = static_cast<__mmask16>(~insideLanes(left) & lanes[r]);
        uint8_t* other = line + (left < 0 ? left + side : left - side);
        _mm_mask_storeu_epi8(line + left, here, _mm_add_epi8(_mm_maskz_loadu_epi8(here, line + left), change));
        _mm_mask_storeu_epi8(other, there, _mm_add_epi8(_mm_maskz_loadu_epi8(there, other), change));
#else
        for (int lane = 0; lane < rows; lane++) line[wrap(left + lane)] += by[r][lane];
#endif
      }
    }
  }
  void addAround(uint8_t* plane, uint32_t site, const uint8_t by[][16]) { addAround(plane, site & 0xffff, site >> 16, by); }

  /// One turn. @returns where the actor stands afterwards, or `gone` if nobody here has yet to act
  uint32_t turn(uint32_t site, const uint32_t* tries, uint64_t rest) {
    uint32_t to;
    const uint32_t here = at(site);
    const uint8_t actor = who[here];
    if (!(actor & anybody) || (actor & actedBit) == acted) return gone;
    if (Exact) {
      to = freeSite(site);
    } else {
      unsigned free = 0;
      for (int k = 0; k < TRIES; k++) free |= static_cast<unsigned>((who[at(tries[k])] & anybody) == 0) << k;
      if (__builtin_expect(free != 0, 1)) {
        to = tries[__builtin_ctz(free)];
      } else {
        to = tryOne(site, rest);
        if (who[at(to)] & anybody) to = tryOne(site, rest);
        if (who[at(to)] & anybody) to = freeSite(site);
      }
    }
    const uint32_t there = at(to);
    who[here] = 0;
    if (actor & copBit) {
      who[there] = copBit | acted;
      if (Counted && to != site) {
        addAround(cops, site, minusOne);
        addAround(cops, to, plusOne);
      }
      arrest(to);
      return to;
    }
    const uint8_t limit = actor & limitBits;
    const int before = (actor & activeBit) != 0;
    int now = 0;
    if (Counted) now = (limit == unlimited) | isBold(to, there, limit, before & (to != site));
    else if (limit != 0) now = limit == unlimited || isBold(to, there, limit, before && to != site);
    who[there] = citizenBit | acted | limit | static_cast<uint8_t>(now << 5);
    activeCount += now - before;
    if (Counted && (to != site || now != before)) {
      if (before) addAround(actives, site, minusOne);
      if (now) addAround(actives, to, plusOne);
    }
    return to;
  }

  /// floor(C/A) < limit, without a division.
  bool isBold(uint32_t to, uint32_t there, int limit, int seesItself) const {
    int copsSeen, activesSeen;
    if (Counted) {
      copsSeen = cops[there];
      activesSeen = actives[there] - seesItself;
    } else {
      uint64_t mask[groups];
      masks<false>(to & 0xffff, to >> 16, copBit, mask);
      copsSeen = countBits(mask);
      masks<false>(to & 0xffff, to >> 16, activeBit, mask);
      activesSeen = countBits(mask);
    }
    return copsSeen < limit * (1 + activesSeen);
  }

  void arrest(uint32_t cop) {
    if (Counted && actives[at(cop)] == 0) return;
    const int x = cop & 0xffff, y = cop >> 16;
    uint64_t mask[groups];
    masks<false>(x, y, activeBit, mask);
    const int found = countBits(mask);
    if (found == 0) return;
    const uint32_t site = drawn(mask, found, x, y), there = at(site);
    const uint8_t taken = who[there];
    who[there] = 0;
    if (Counted) addAround(actives, site, minusOne);
    activeCount--;
    jailedCount++;
    if ((taken & actedBit) == acted) {
      hasStale = true;
      staleCount[there]++;
      stale[there >> 6] |= 1ull << (there & 63);
    }
    jail[(tick + 1 + luck.below(work::longestTerm)) & 31].push_back({site, static_cast<uint8_t>(taken & limitBits)});
  }

  /// Takes the stale entries out and moves the rest to the front. @returns how many turns there are
  size_t settleOrder() {
    size_t count = 0;
    if (!hasStale) {
      if (first != 0) std::memmove(order.data(), order.data() + first, (kept - first) * sizeof(uint32_t));
      count = kept - first;
    } else {
      for (size_t i = first; i < kept; i++) {
        const uint32_t site = order[i], there = at(site);
        if (__builtin_expect(stale[there >> 6] >> (there & 63) & 1, 0) && isStale(there)) continue;
        order[count++] = site;
      }
      hasStale = false;
    }
    for (const uint32_t site : returned) order[count++] = site;
    returned.clear();
    return count;
  }

  /// Whether this entry is one to take out; each arrest of one who had acted takes out one.
  bool isStale(uint32_t there) {
    if (staleCount[there] == 0) return false;
    if (--staleCount[there] == 0) stale[there >> 6] &= ~(1ull << (there & 63));
    return true;
  }

  void release() {
    auto& due = jail[tick & 31];
    size_t waiting = 0;
    for (const Held held : due) {
      uint32_t site = held.site;
      if (who[at(site)] & anybody) site = freeSite(site);
      if (who[at(site)] & anybody) {
        int i = 0;
        while (i < side * side && (who[i] & anybody)) i++;
        if (i == side * side) {
          due[waiting++] = held;
          continue;
        }
        site = (static_cast<uint32_t>(i / side) << 16) | static_cast<uint32_t>(i % side);
      }
      who[at(site)] = citizenBit | acted | held.limit;
      jailedCount--;
      returned.push_back(site);
    }
    for (size_t i = 0; i < waiting; i++) jail[(tick + 1) & 31].push_back(due[i]);
    due.clear();
  }
};

#ifndef MOORE_WAY
#define MOORE_WAY false, true
#endif
#ifndef DISC_WAY
#define DISC_WAY true, false
#endif

int main(int count, char** words) {
  return readArguments(count, words).moore ? measure<Tuned<1, true, MOORE_WAY>>(count, words) : measure<Tuned<7, false, DISC_WAY>>(count, words);
}
