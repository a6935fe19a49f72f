/** The web of ties of a country measured at full size: degrees, clustering, path lengths (docs/ties.md). */
import { farLevels, nearLevels } from '../../src/world/people/ties.ts';
import type { World } from '../../src/world/world.ts';
import { dice } from '../support/worlds.ts';

export interface Web {
  readonly people: number;
  /** [person + 1] first entry of his friends; each friend once, vacant slots left out */
  readonly starts: Int32Array;
  readonly friends: Int32Array;
  /** [person] ties, counted as often as they are tied */
  readonly ties: Uint8Array;
  /** mean ties a resident by level */
  readonly byLevel: Readonly<Record<string, number>>;
  /** residents with a friend in another country */
  readonly withFriendAbroad01: number;
}

/** Write the web down, by walking groups and tie numbers forward. Only residents are in it. */
export function webOf(world: World): Web {
  const { residents, offsets, ties, countryOf } = world.settlement;
  const nodeOf = new Int32Array(world.settlement.people).fill(-1);
  const country: number[] = [];
  residents.forEach((r, place) => {
    for (let slot = 0; slot < r.capacity; slot++) {
      if (!r.isResident(slot)) continue;
      nodeOf[offsets[place]! + slot] = country.length;
      country.push(countryOf[place]!);
    }
  });
  const people = country.length;
  const lists: number[][] = Array.from({ length: people }, () => []);
  const byLevel: Record<string, number> = {};
  const join = (level: string, a: number, b: number) => {
    if (a < 0 || b < 0 || a === b) return;
    lists[a]!.push(b);
    lists[b]!.push(a);
    byLevel[level] = (byLevel[level] ?? 0) + 2 / people;
  };
  nearLevels.forEach(({ name }, level) => {
    for (let place = 0; place < residents.length; place++) {
      for (const group of ties.nearGroups(level, place)) {
        group.forEach((slot, i) => group.slice(i + 1).forEach((other) => join(name, nodeOf[offsets[place]! + slot]!, nodeOf[offsets[place]! + other]!)));
      }
    }
  });
  for (const level of farLevels)
    for (const [a, slotA, b, slotB] of ties.forwardFarTies(level)) join(level, nodeOf[offsets[a]! + slotA]!, nodeOf[offsets[b]! + slotB]!);
  const once = lists.map((list) => [...new Set(list)].sort((a, b) => a - b));
  const starts = new Int32Array(people + 1);
  once.forEach((list, i) => (starts[i + 1] = starts[i]! + list.length));
  const abroad = once.filter((list, i) => list.some((other) => country[other] !== country[i])).length;
  return {
    people,
    starts,
    friends: Int32Array.from(once.flat()),
    ties: Uint8Array.from(lists, (list) => list.length),
    byLevel,
    withFriendAbroad01: abroad / people,
  };
}

/** Mean, standard deviation and [degree] share of people with so many ties. */
export function degrees(web: Web): { mean: number; deviation: number; shares: number[] } {
  const shares = new Array<number>(64).fill(0);
  for (const n of web.ties) shares[n]! += 1 / web.people;
  const mean = shares.reduce((sum, share, n) => sum + n * share, 0);
  return { mean, deviation: Math.sqrt(shares.reduce((sum, share, n) => sum + (n - mean) ** 2 * share, 0)), shares };
}

/** Share of pairs of a person's friends who know one another: over all pairs, and as the mean over people. */
export function clustering(web: Web): { overall: number; meanLocal: number } {
  let closed = 0;
  let pairs = 0;
  let localSum = 0;
  let localPeople = 0;
  const isFriend = new Uint8Array(web.people);
  for (let i = 0; i < web.people; i++) {
    const mine = web.friends.subarray(web.starts[i]!, web.starts[i + 1]!);
    if (mine.length < 2) continue;
    for (const friend of mine) isFriend[friend] = 1;
    let here = 0;
    for (const friend of mine)
      for (const other of web.friends.subarray(web.starts[friend]!, web.starts[friend + 1]!)) if (other > friend) here += isFriend[other]!;
    for (const friend of mine) isFriend[friend] = 0;
    const possible = (mine.length * (mine.length - 1)) / 2;
    closed += here;
    pairs += possible;
    localSum += here / possible;
    localPeople++;
  }
  return { overall: closed / pairs, meanLocal: localSum / localPeople };
}

/** Steps from `sources` people drawn by lot to everybody. */
export function pathLengths(web: Web, sources: number, seed: number): { mean: number; longest: number; unreached01: number; shares: number[] } {
  const draw = dice(seed, 'path sources');
  const shares = new Array<number>(40).fill(0);
  let reached = 0;
  let sum = 0;
  for (let s = 0; s < sources; s++) {
    const steps = new Int16Array(web.people).fill(-1);
    const queue = new Int32Array(web.people);
    let tail = 1;
    queue[0] = Math.floor(draw(s) * web.people);
    steps[queue[0]] = 0;
    for (let head = 0; head < tail; head++) {
      const person = queue[head]!;
      for (const friend of web.friends.subarray(web.starts[person]!, web.starts[person + 1]!)) {
        if (steps[friend] !== -1) continue;
        steps[friend] = steps[person]! + 1;
        queue[tail++] = friend;
      }
    }
    for (let n = 1; n < tail; n++) {
      sum += steps[queue[n]!]!;
      shares[steps[queue[n]!]!]!++;
    }
    reached += tail - 1;
  }
  const lengths = shares.map((n) => n / reached);
  return {
    mean: sum / reached,
    longest: lengths.findLastIndex((share) => share > 0),
    unreached01: 1 - reached / (sources * (web.people - 1)),
    shares: lengths,
  };
}
