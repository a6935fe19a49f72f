/*
 * The generator of src/base/random.ts once more in C, fed to TestU01 in the orders in which the
 * engine uses it. Build and run: tests/random/smallcrush.sh; what the output means: docs/random.md.
 *
 *   driver vectors                          first words of every order, compared with vectors.txt
 *   driver ORDER BATTERY [SEED] [TEST...]   BATTERY smallcrush, crush or bigcrush; with TEST numbers
 *                                           (as in TestU01's summary) only those tests
 *
 * Exit: 0 passed, 1 failed, 2 wrong use. A suspicious SmallCrush run is repeated once by itself.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bbattery.h"
#include "swrite.h"
#include "unif01.h"

/* ---- the generator ---- */

static uint32_t word0, word1;

static inline uint32_t rotated(uint32_t x, int bits) {
  return (x << bits) | (x >> (32 - bits));
}

/* Written as the loop of the paper, on purpose not like the unrolled TypeScript. */
static inline void threefry(uint32_t key0, uint32_t key1, uint32_t counter0, uint32_t counter1,
                            int rounds) {
  static const int rotation[8] = {13, 15, 26, 6, 17, 29, 16, 24};
  const uint32_t key[3] = {key0, key1, 0x1bd11bdau ^ key0 ^ key1};
  uint32_t x0 = counter0 + key0;
  uint32_t x1 = counter1 + key1;
  for (int round = 0; round < rounds; round++) {
    x0 += x1;
    x1 = rotated(x1, rotation[round % 8]) ^ x0;
    if (round % 4 == 3) {
      const uint32_t step = (uint32_t)round / 4 + 1;
      x0 += key[step % 3];
      x1 += key[(step + 1) % 3] + step;
    }
  }
  word0 = x0;
  word1 = x1;
}

#define ROUNDS 13

static uint32_t name_hash(const char *name) {
  uint32_t h = 0x811c9dc5u;
  for (; *name; name++) h = (h ^ (unsigned char)*name) * 0x01000193u;
  h = (h ^ (h >> 16)) * 0x85ebca6bu;
  h = (h ^ (h >> 13)) * 0xc2b2ae35u;
  return h ^ (h >> 16);
}

/* ---- the orders ---- */

static uint32_t key0, key1, hash_place, hash_decision;
static uint32_t person, hour;
static uint64_t seed_now;
static int second_word;

static void set_key(uint64_t seed) {
  threefry((uint32_t)seed, (uint32_t)(seed >> 32), hash_place, hash_decision, ROUNDS);
  key0 = word0;
  key1 = word1;
}

/* Beyond 2^32 draws the other counter word takes the carry, so that no draw is used twice. */
static inline void next_person(int rounds) {
  threefry(key0, key1, person, hour, rounds);
  if (++person == 0) hour++;
}

static unsigned int by_person(void) {
  next_person(ROUNDS);
  return word0;
}

static unsigned int by_hour(void) {
  threefry(key0, key1, person, hour, ROUNDS);
  if (++hour == 0) person++;
  return word0;
}

static unsigned int by_seed(void) {
  set_key(seed_now++);
  threefry(key0, key1, person, hour, ROUNDS);
  return word0;
}

/* A place of 1,000 people: everyone in the first hour, everyone in the second, ... */
static unsigned int by_both(void) {
  threefry(key0, key1, person, hour, ROUNDS);
  if (++person == 1000) {
    person = 0;
    hour++;
  }
  return word0;
}

static unsigned int by_person_both_words(void) {
  second_word = !second_word;
  if (!second_word) return word1;
  next_person(ROUNDS);
  return word0;
}

/* Personal clocks (src/world/people/clocks.ts): day by day 16 circles of 64 cells, both words. */
static unsigned int by_mark(void) {
  static uint32_t kept;
  second_word = !second_word;
  if (!second_word) return kept;
  threefry(key0, key1, person, hour, ROUNDS);
  kept = word1;
  hour += 1u << 4;
  if ((hour & 0xfffffu) == 64u << 4) {
    hour &= ~0xfffffu;
    if (++person % 16 == 0) {
      hour += 1u << 20;
      /* after 4,096 days the next 16 circles */
      if (hour != 0) person -= 16;
    }
  }
  return word0;
}

/* TestU01 looks mostly at the high bits: turned round, the low ones get their turn. */
static unsigned int by_person_reversed(void) {
  next_person(ROUNDS);
  uint32_t x = word0;
  x = ((x >> 1) & 0x55555555u) | ((x & 0x55555555u) << 1);
  x = ((x >> 2) & 0x33333333u) | ((x & 0x33333333u) << 2);
  x = ((x >> 4) & 0x0f0f0f0fu) | ((x & 0x0f0f0f0fu) << 4);
  x = ((x >> 8) & 0x00ff00ffu) | ((x & 0x00ff00ffu) << 8);
  return (x >> 16) | (x << 16);
}

/* The control: too few rounds. If this passes, the test bench is broken, not the generator good. */
static unsigned int by_person_weak(void) {
  next_person(4);
  return word0;
}

struct order {
  const char *name;
  unsigned int (*next)(void);
};

static const struct order orders[] = {
    {"person", by_person},
    {"hour", by_hour},
    {"seed", by_seed},
    {"mixed", by_both},
    {"words", by_person_both_words},
    {"reversed", by_person_reversed},
    {"marks", by_mark},
    {"control", by_person_weak},
};
enum { order_count = sizeof orders / sizeof orders[0] };

/* Seed 1 starts the seed order at seed 0, every other seed 2^40 further on. */
static void restart(uint64_t seed) {
  hash_place = name_hash("place");
  hash_decision = name_hash("decision");
  set_key(seed);
  person = hour = 0;
  second_word = 0;
  seed_now = (seed - 1) << 40;
}

static void print_vectors(void) {
  for (uint64_t seed = 1; seed <= 2; seed++) {
    for (int o = 0; o < order_count; o++) {
      if (!strcmp(orders[o].name, "control")) continue;
      restart(seed);
      printf("%s %llu", orders[o].name, (unsigned long long)seed);
      uint32_t total = 0;
      for (int i = 0; i < 5000; i++) {
        const uint32_t word = orders[o].next();
        total = total * 31 + word;
        if (i < 4 || (i >= 999 && i < 1002)) printf(" %08lx", (unsigned long)word);
      }
      printf(" %08lx\n", (unsigned long)total);
    }
  }
}

/* ---- the verdict ---- */

static const double suspicious = 1e-3;
static const double failing = 1e-6;
static const double impossible = 1e-10;

/* How far out a p-value is, counted from the nearer end. */
static double tail(double p) {
  return p < 0.5 ? p : 1 - p;
}

static void run(const struct order *order, const char *battery, uint64_t seed, int tests,
                char **test) {
  /* RepeatX never looks beyond the number of its tests, which is below 200 in every battery */
  int times[200] = {0};
  for (int i = 0; i < tests; i++) {
    const int number = atoi(test[i]);
    if (number > 0 && number < 200) times[number] = 1;
  }
  restart(seed);
  char name[64];
  snprintf(name, sizeof name, "Threefry-2x32-13 by %s, seed %llu", order->name,
           (unsigned long long)seed);
  unif01_Gen *generator = unif01_CreateExternGenBits(name, order->next);
  if (!strcmp(battery, "smallcrush")) {
    if (tests > 0) bbattery_RepeatSmallCrush(generator, times);
    else bbattery_SmallCrush(generator);
  } else if (!strcmp(battery, "crush")) {
    if (tests) bbattery_RepeatCrush(generator, times);
    else bbattery_Crush(generator);
  } else {
    if (tests) bbattery_RepeatBigCrush(generator, times);
    else bbattery_BigCrush(generator);
  }
  unif01_DeleteExternGenBits(generator);
}

int main(int count, char **word) {
  if (count == 2 && !strcmp(word[1], "vectors")) {
    print_vectors();
    return 0;
  }
  const struct order *order = NULL;
  for (int o = 0; count > 2 && o < order_count; o++) {
    if (!strcmp(orders[o].name, word[1])) order = &orders[o];
  }
  const char *battery = count > 2 ? word[2] : "";
  const int small = !strcmp(battery, "smallcrush");
  if (!order || (!small && strcmp(battery, "crush") && strcmp(battery, "bigcrush"))) {
    fprintf(stderr,
            "use: driver vectors | driver ORDER smallcrush|crush|bigcrush [SEED] [TEST...]\n");
    return 2;
  }
  const uint64_t seed = count > 3 ? strtoull(word[3], NULL, 10) : 1;
  const int tests = count > 4 ? count - 4 : 0;

  setvbuf(stdout, NULL, _IOLBF, 0);
  swrite_Basic = small ? FALSE : TRUE;
  swrite_Host = FALSE;

  run(order, battery, seed, tests, word + 4);
  /* TestU01 keeps the p-values in bbattery_pVal, which a second run overwrites */
  double first[256] = {0};
  const int statistics = bbattery_NTests;
  int odd = 0, odd_again = 0, failed = 0, outermost = 0;
  for (int j = 0; j < statistics; j++) {
    first[j] = bbattery_pVal[j];
    if (tail(first[j]) < tail(first[outermost])) outermost = j;
    if (tail(first[j]) >= suspicious) continue;
    odd++;
    if (tail(first[j]) < impossible) failed = 1;
    printf("suspicious: %s p = %.3g\n", bbattery_TestNames[j], first[j]);
  }
  char verdict[160];
  snprintf(verdict, sizeof verdict, "%d statistics, outermost p = %.3g (%s), %d suspicious",
           statistics, first[outermost], bbattery_TestNames[outermost], odd);

  const int repeat = odd && !failed && small && !tests;
  if (repeat) {
    run(order, battery, seed + 1, 0, NULL);
    for (int j = 0; j < statistics; j++) {
      const double again = bbattery_pVal[j];
      if (tail(first[j]) < suspicious) {
        printf("again: %s p = %.3g (before %.3g)\n", bbattery_TestNames[j], again, first[j]);
        if (tail(again) < suspicious) odd_again++;
      }
      if (tail(again) < failing) failed = 1;
    }
  }
  printf("result: %-8s seed %llu %s: %s", order->name, (unsigned long long)seed,
         failed ? "FAILED" : "passed", verdict);
  if (repeat) printf(", of these %d again with seed %llu", odd_again, (unsigned long long)seed + 1);
  printf("\n");
  return failed;
}
