/**
 * Procedural ties: who knows whom, without a list.
 *
 * Near levels (courtyard, work) cut a place's shuffled slots into small groups in which everybody
 * knows everybody. Far levels (region, country, across borders) hold a fixed number of ties between
 * each two places, from a gravity table; a place's tie ends are numbered one after another partner
 * by partner, and end e belongs to the person at slot e mod capacity of a seeded shuffle. Both
 * directions are computable, so j is a tie of i exactly when i is a tie of j.
 *
 * With `hubs` above zero the far ties are possible ties, thinned by the standing of both ends (`hubs.ts`).
 * A tie to a vacant slot or to oneself is no tie; two ties between the same two people count twice.
 */
import { Permutation } from '../../base/permutation.ts';
import { drawKey, uniform01 } from '../../base/random.ts';
import { liftOf, Standing } from './hubs.ts';
import type { Residents } from './layout.ts';

export interface NearLevel {
  readonly name: string;
  readonly groupSize: number;
}

export const nearLevels: readonly NearLevel[] = [
  { name: 'courtyard', groupSize: 6 },
  { name: 'work', groupSize: 4 },
];

export const farLevels = ['region', 'country', 'border'] as const;
export type FarLevel = (typeof farLevels)[number];

/** What the gravity table needs to know of a place. */
export interface TiePlace {
  readonly country: number;
  readonly region: number;
  readonly uncoupled: boolean;
}

export interface TieDensity {
  /** mean far ties a person, by level */
  readonly region: number;
  readonly country: number;
  readonly border: number;
  /** how unequally people are known: 0 = all alike, else the most popular keeps 1 + hubs possible ties for one of the least */
  readonly hubs: number;
}

/** No place carries more tie ends a person than this at one far level (hamlets beside a metropolis). */
const mostEndsPerPerson = 6;
/** Nor more possible ones: 5 + 3 + 3 x 18 = 62 ties fit the six bits of active ties. */
const mostPossiblePerPerson = 18;

/** One place's tie ends at one far level: partners in place order, with the first end of each. */
interface EndTable {
  readonly partners: Int32Array;
  /** first end of partner q here; one longer than partners */
  readonly starts: Int32Array;
  /** first end of this place in the partner's numbering */
  readonly theirStarts: Int32Array;
  /** ties with oneself occupy two blocks of ends: this is half their width, 0 for other partners */
  readonly selfWidth: Int32Array;
  readonly ends: number;
  readonly shuffle: Permutation;
}

/** Mean number of ties a resident has by construction; the denominator of "share of my ties". */
export function nominalDegree(density: Omit<TieDensity, 'hubs'>): number {
  return nearLevels.reduce((sum, level) => sum + level.groupSize - 1, 0) + density.region + density.country + density.border;
}

export class Ties {
  private readonly places: readonly Residents[];
  private readonly near: readonly (readonly Permutation[])[];
  private readonly far: readonly (readonly EndTable[])[];
  private readonly offsets: Int32Array;
  private readonly facts: readonly TiePlace[];
  /** who keeps which possible ties; absent = all are kept */
  private readonly standing: Standing | undefined;
  readonly hubs: number;
  /** places of the people the last call of `of` wrote, in the same order */
  readonly places64 = new Int32Array(64);

  /**
   * @param distanceKm between two places (symmetric, > 0 for different places)
   * @param affinity01 across borders: how much two countries hear of one another, [0,1]
   */
  constructor(
    seed: number,
    residents: readonly Residents[],
    facts: readonly TiePlace[],
    offsets: Int32Array,
    density: TieDensity,
    distanceKm: (a: number, b: number) => number,
    affinity01: (a: number, b: number) => number,
  ) {
    this.places = residents;
    this.offsets = offsets;
    this.facts = facts;
    this.hubs = density.hubs;
    const names = residents.map((r) => r.key);
    this.standing = density.hubs > 0 ? new Standing(seed, names, farLevels, density.hubs) : undefined;
    this.near = nearLevels.map((level) => residents.map((r) => new Permutation(r.rectangle, seed, r.key, `ties ${level.name}`)));
    this.far = farLevels.map((level) => endTables(seed, level, residents, facts, density, distanceKm, affinity01));
  }

  /**
   * Append the global numbers of everybody tied to slot `index` of `place` (vacant slots included:
   * they are told nothing because nobody is there to ask).
   * @returns how many were written into `out`
   * @cost about 25 ns a tie
   */
  of(place: number, index: number, out: Int32Array): number {
    if (this.facts[place]!.uncoupled) return 0;
    let n = 0;
    const capacity = this.places[place]!.capacity;
    const base = this.offsets[place]!;
    for (let level = 0; level < nearLevels.length; level++) {
      const size = nearLevels[level]!.groupSize;
      const shuffle = this.near[level]![place]!;
      const slot = shuffle.inverse(index);
      const first = slot - (slot % size);
      const last = first + size < capacity ? first + size : capacity;
      for (let s = first; s < last; s++) {
        if (s === slot) continue;
        this.places64[n] = place;
        out[n++] = base + shuffle.forward(s);
      }
    }
    for (let level = 0; level < farLevels.length; level++) {
      const table = this.far[level]![place]!;
      if (table.ends === 0) continue;
      for (let end = table.shuffle.inverse(index); end < table.ends; end += capacity) {
        const q = blockOf(table.starts, end);
        const partner = table.partners[q]!;
        const within = end - table.starts[q]!;
        const width = table.selfWidth[q]!;
        const twin = width > 0 ? selfPartner(within, width, capacity) : within;
        const theirEnd = width > 0 ? table.starts[q]! + twin : table.theirStarts[q]! + within;
        const theirs = this.far[level]![partner]!;
        const slot = theirs.shuffle.forward(theirEnd % this.places[partner]!.capacity);
        const other = this.offsets[partner]! + slot;
        if (other === base + index) continue;
        if (this.standing !== undefined && !this.standing.keeps(level, place, index, partner, slot, Math.min(within, twin))) continue;
        this.places64[n] = partner;
        out[n++] = other;
      }
    }
    return n;
  }

  /** Every far tie, by walking the tie numbers forward (tests, documentation). */
  *forwardFarTies(level: FarLevel): Generator<readonly [placeA: number, indexA: number, placeB: number, indexB: number]> {
    const number = farLevels.indexOf(level);
    for (const [a, slotA, b, slotB, tie] of this.possibleFarTies(level))
      if (this.standing === undefined || this.standing.keeps(number, a, slotA, b, slotB, tie)) yield [a, slotA, b, slotB];
  }

  /** Every possible far tie with its number among those of the two places. */
  *possibleFarTies(level: FarLevel): Generator<readonly [placeA: number, slotA: number, placeB: number, slotB: number, tie: number]> {
    const tables = this.far[farLevels.indexOf(level)]!;
    for (let a = 0; a < tables.length; a++) {
      const here = tables[a]!;
      for (let q = 0; q < here.partners.length; q++) {
        const b = here.partners[q]!;
        if (b < a) continue;
        const width = here.selfWidth[q]! > 0 ? here.selfWidth[q]! : here.starts[q + 1]! - here.starts[q]!;
        const there = tables[b]!;
        for (let t = 0; t < width; t++) {
          const endB = b === a ? here.starts[q]! + selfPartner(t, width, this.places[a]!.capacity) : here.theirStarts[q]! + t;
          yield [a, here.shuffle.forward((here.starts[q]! + t) % this.places[a]!.capacity), b, there.shuffle.forward(endB % this.places[b]!.capacity), t];
        }
      }
    }
  }

  /** Slots of one near group's members, by walking the groups forward (tests, documentation). */
  *nearGroups(level: number, place: number): Generator<readonly number[]> {
    const size = nearLevels[level]!.groupSize;
    const { capacity } = this.places[place]!;
    for (let first = 0; first < capacity; first += size) {
      yield Array.from({ length: Math.min(size, capacity - first) }, (_, s) => this.near[level]![place]!.forward(first + s));
    }
  }
}

/**
 * The other end of a tie of a place with itself, both counted from the first of its 2 x width ends.
 * Each round of `capacity` ends is turned against its twin by another amount, so that nobody is tied
 * to himself round after round.
 */
function selfPartner(within: number, width: number, capacity: number): number {
  const isFirst = within < width;
  const tie = isFirst ? within : within - width;
  const from = tie - (tie % capacity);
  const length = Math.min(capacity, width - from);
  const turn = Math.floor((length * 0.381966) / (from / capacity + 1));
  const other = from + ((tie - from + (isFirst ? turn : length - turn)) % length);
  return isFirst ? other + width : other;
}

/** Position q with starts[q] <= end < starts[q+1]. */
function blockOf(starts: Int32Array, end: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= end) low = middle;
    else high = middle - 1;
  }
  return low;
}

function sameLevel(level: FarLevel, a: TiePlace, b: TiePlace): boolean {
  if (level === 'border') return a.country !== b.country;
  if (a.country !== b.country) return false;
  return level === 'country' || a.region === b.region;
}

/**
 * How many ties each two places share. Gravity: product of slots over (distance + 20 km)^1.5,
 * scaled so that the level has `density` tie ends a person on average, capped for small places.
 */
function endTables(
  seed: number,
  level: FarLevel,
  residents: readonly Residents[],
  facts: readonly TiePlace[],
  density: TieDensity,
  distanceKm: (a: number, b: number) => number,
  affinity01: (a: number, b: number) => number,
): EndTable[] {
  const count = residents.length;
  const pairs: { a: number; b: number; pull: number }[] = [];
  let pullSum = 0;
  let people = 0;
  for (let a = 0; a < count; a++) {
    if (facts[a]!.uncoupled) continue;
    // slots, not residents: one more resident must not move a single tie
    people += residents[a]!.capacity;
    for (let b = a; b < count; b++) {
      if (facts[b]!.uncoupled || !sameLevel(level, facts[a]!, facts[b]!)) continue;
      const near = distanceKm(a, b) + 20;
      const affinity = level === 'border' ? affinity01(facts[a]!.country, facts[b]!.country) : 1;
      // product before quotient: the same bits whichever place comes first
      const pull = (affinity * (residents[a]!.capacity * residents[b]!.capacity)) / (near * Math.sqrt(near));
      if (pull > 0) {
        pairs.push({ a, b, pull });
        pullSum += a === b ? pull : 2 * pull;
      }
    }
  }
  const lift = density.hubs > 0 ? liftOf(density.hubs) : 1;
  const mostEnds = Math.min(mostPossiblePerPerson, mostEndsPerPerson * lift);
  const perPull = pullSum > 0 ? (density[level] * lift * people) / pullSum : 0;
  const rows: { partner: number; ties: number }[][] = residents.map(() => []);
  const ends = new Float64Array(count);
  for (const { a, b, pull } of pairs) {
    const jitter = uniform01(drawKey(seed, `${residents[a]!.key}|${residents[b]!.key}`, `ties ${level}`), 0, 0);
    const roomA = Math.floor(mostEnds * residents[a]!.capacity) - ends[a]!;
    const roomB = Math.floor(mostEnds * residents[b]!.capacity) - ends[b]!;
    const ties = Math.min(Math.floor((perPull * pull) / (a === b ? 2 : 1) + jitter), a === b ? Math.floor(roomA / 2) : Math.min(roomA, roomB));
    if (ties <= 0) continue;
    rows[a]!.push({ partner: b, ties });
    if (a === b) ends[a]! += 2 * ties;
    else {
      rows[b]!.push({ partner: a, ties });
      ends[a]! += ties;
      ends[b]! += ties;
    }
  }
  const startsOf: Map<number, number>[] = [];
  const drafts = rows.map((row, place) => {
    row.sort((x, y) => x.partner - y.partner);
    const starts = new Int32Array(row.length + 1);
    const byPartner = new Map<number, number>();
    row.forEach(({ partner, ties }, q) => {
      byPartner.set(partner, starts[q]!);
      starts[q + 1] = starts[q]! + (partner === place ? 2 * ties : ties);
    });
    startsOf.push(byPartner);
    return { row, starts };
  });
  return drafts.map(({ row, starts }, place) => ({
    partners: Int32Array.from(row, (r) => r.partner),
    starts,
    theirStarts: Int32Array.from(row, (r) => startsOf[r.partner]!.get(place)!),
    selfWidth: Int32Array.from(row, (r) => (r.partner === place ? r.ties : 0)),
    ends: starts[row.length]!,
    shuffle: new Permutation(residents[place]!.rectangle, seed, residents[place]!.key, `ties ${level}`),
  }));
}
