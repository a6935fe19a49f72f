/** Models of three variables whose necessity is known: the code that counts pairs must find it. */
import { assert, nat, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boundsByLot, causationBounds, forgetPairing, type CausationBounds } from '../../src/claims/bounds.ts';
import { causationIn, causationOfSetCause, countPairs, type Causation, type CausePairs, type PairedEvents } from '../../src/claims/necessity.ts';
import { drawKey, uniform01 } from '../../src/base/random.ts';
import { everyNoise, fairCoin, firingSquad, pairsOf, type CausalModel } from '../../src/classics/probabilities-of-causation/models.ts';
import { seedOf } from '../../src/experiment/pairs.ts';

/** Luck of three independent tenths: u, v and c are below their numbers in so many of ten cases. */
const tenths = (noise: number) => ({ u: noise % 10, v: Math.floor(noise / 10) % 10, c: Math.floor(noise / 100) });

interface Known {
  readonly model: CausalModel;
  /** worked out by hand */
  readonly exact: Causation;
}

const model = (
  name: string,
  cause: (luck: ReturnType<typeof tenths>) => boolean,
  event: (has: boolean, luck: ReturnType<typeof tenths>) => boolean,
): CausalModel => ({
  name,
  noises: 1000,
  cause: (noise) => cause(tenths(noise)),
  event: (has, noise) => event(has, tenths(noise)),
});

const known: readonly Known[] = [
  // nothing else brings the event about
  {
    model: model(
      'X and U, U in 3 of 10',
      ({ c }) => c < 4,
      (x, { u }) => x && u < 3,
    ),
    exact: { necessity: 1, sufficiency: 0.3, both: 0.3 },
  },
  // U alone does as well
  {
    model: model(
      'X or U, U in 3 of 10',
      ({ c }) => c < 4,
      (x, { u }) => x || u < 3,
    ),
    exact: { necessity: 0.7, sufficiency: 1, both: 0.7 },
  },
  // not monotone: the cause prevents in half of all cases
  {
    model: model(
      'X unless U',
      ({ c }) => c < 4,
      (x, { u }) => x !== u < 2,
    ),
    exact: { necessity: 1, sufficiency: 1, both: 0.8 },
  },
  {
    // C (6 of 10) brings X and lends V a hand: V in 8 of 10 where C is, in 1 of 10 elsewhere
    // PN = P(U, not V | C) / P(U or V | C) = .5 * .2 / (1 - .5 * .2);  PS = .5 (where C is not, and V is not);  PNS = .5 (.6 * .2 + .4 * .9)
    model: model(
      '(X and U) or V, confounded by C',
      ({ c }) => c < 6,
      (x, { u, v, c }) => (x && u < 5) || v < (c < 6 ? 8 : 1),
    ),
    exact: { necessity: 0.1 / 0.9, sufficiency: 0.5, both: 0.24 },
  },
  // a second marksman shoots if and only if the first does not: nothing hangs on the first
  {
    model: model(
      'pre-emption',
      ({ c }) => c < 5,
      (x) => {
        const secondShoots = !x;
        return x || secondShoots;
      },
    ),
    exact: { necessity: 0, sufficiency: Number.NaN, both: 0 },
  },
  { model: firingSquad(3), exact: { necessity: 0.2, sufficiency: 1, both: 0.5 } },
  { model: fairCoin, exact: { necessity: 1, sufficiency: 1, both: 0.5 } },
];
const named = known.map((one) => [one.model.name, one] as const);
const kinds = ['necessity', 'sufficiency', 'both'] as const;

/** The three probabilities from their definitions, by a walk over all luck that shares no code with the counting. */
function byDefinition({ noises, cause, event }: CausalModel): Causation {
  const luck = Array.from({ length: noises }, (_, noise) => noise);
  const part = (is: (noise: number) => boolean, given: (noise: number) => boolean = () => true) => {
    const cases = luck.filter(given);
    return cases.length === 0 ? Number.NaN : cases.filter(is).length / cases.length;
  };
  const left = (noise: number) => event(cause(noise), noise);
  return {
    necessity: part(
      (n) => !event(false, n),
      (n) => cause(n) && left(n),
    ),
    sufficiency: part(
      (n) => event(true, n),
      (n) => !cause(n) && !left(n),
    ),
    both: part((n) => event(true, n) && !event(false, n)),
  };
}

/** Luck of pair after pair, as an ensemble numbers its seeds. */
function sample({ name, noises }: CausalModel, pairs: number, side = 'luck'): number[] {
  return Array.from({ length: pairs }, (_, pair) => Math.floor(uniform01(drawKey(seedOf(11, pair), name, side), 0, 0) * noises));
}

/** How many pairs the three shares are of. */
function bases({ present, absent }: CausePairs): Record<(typeof kinds)[number], number> {
  const all = (p: PairedEvents) => p.both + p.onlyFirst + p.onlySecond + p.neither;
  return { necessity: present.both + present.onlyFirst, sufficiency: absent.neither + absent.onlyFirst, both: all(present) + all(absent) };
}

function expectInside(found: Causation, bounds: CausationBounds): void {
  for (const kind of kinds) {
    if (Number.isNaN(found[kind])) continue;
    expect(found[kind]).toBeGreaterThanOrEqual(bounds[kind].low - 1e-9);
    expect(found[kind]).toBeLessThanOrEqual(bounds[kind].high + 1e-9);
  }
}

describe('in a model of three variables', () => {
  test.each(named)('%s: all luck once gives the probabilities of causation exactly', (_, one) => {
    const counted = causationIn(pairsOf(one.model, everyNoise(one.model)));
    for (const kind of kinds) {
      if (Number.isNaN(one.exact[kind])) expect(counted[kind]).toBeNaN();
      else expect(counted[kind]).toBeCloseTo(one.exact[kind], 12);
      expect(Object.is(counted[kind], byDefinition(one.model)[kind])).toBe(true);
    }
  });

  test.each(named)('%s: 6000 pairs give them within four standard errors', (_, one) => {
    const pairs = pairsOf(one.model, sample(one.model, 6000));
    const [counted, of] = [causationIn(pairs), bases(pairs)];
    for (const kind of kinds) {
      const p = one.exact[kind];
      if (Number.isNaN(p)) continue;
      expect(of[kind]).toBeGreaterThan(500);
      expect(Math.abs(counted[kind] - p)).toBeLessThanOrEqual(4 * Math.sqrt((p * (1 - p)) / of[kind]));
    }
  });

  test('worlds that do not share their luck do not give them', () => {
    const { model: prevents, exact } = known[2]!;
    const won = (has: boolean, side: string) => sample(prevents, 6000, side).map((noise) => (prevents.event(has, noise) ? 1 : 0));
    expect(causationOfSetCause(countPairs(won(true, 'luck'), won(false, 'luck'))).necessity).toBe(exact.necessity);
    // .8 keep the event out without the cause, whoever they are
    expect(Math.abs(causationOfSetCause(countPairs(won(true, 'luck'), won(false, 'other luck'))).necessity - 0.8)).toBeLessThan(0.03);
  });

  test('a cause that comes by itself is judged in the worlds where it came', () => {
    const confounded = known[3]!.model;
    const pairs = pairsOf(confounded, everyNoise(confounded));
    const all: PairedEvents = {
      both: pairs.present.both + pairs.absent.both,
      onlyFirst: pairs.present.onlyFirst + pairs.absent.onlyFirst,
      onlySecond: pairs.present.onlySecond + pairs.absent.onlySecond,
      neither: pairs.present.neither + pairs.absent.neither,
    };
    // as if C had nothing to do with X: .24 of .24 + (.6 * .8 + .4 * .1)
    expect(causationOfSetCause(all).necessity).toBeCloseTo(0.24 / 0.76, 12);
  });
});

describe('[EX8] with pairing forgotten', () => {
  test.each(named)('%s: what pairs count lies inside the bounds', (_, one) => {
    for (const pairs of [pairsOf(one.model, everyNoise(one.model)), pairsOf(one.model, sample(one.model, 800))]) {
      const { experiment, seen } = forgetPairing(pairs);
      expectInside(causationIn(pairs), causationBounds(experiment, seen));
    }
  });

  const cells = record({ both: nat(40), onlyFirst: nat(40), onlySecond: nat(40), neither: nat(40) });
  const some = record({ present: cells, absent: cells }).filter((pairs) => bases(pairs).both > 0);

  test('so it does for any pairs at all', () => {
    assert(
      property(some, (pairs) => {
        const { experiment, seen } = forgetPairing(pairs);
        expectInside(causationIn(pairs), causationBounds(experiment, seen));
        const { present } = pairs;
        if (bases({ present, absent: present }).both === 0) return;
        const alone = forgetPairing({ present, absent: present });
        const byLot = boundsByLot(alone.experiment);
        expectInside(causationOfSetCause(present), byLot);
        // the same bounds, written for an experiment alone
        const { withCause: a, without: b } = alone.experiment;
        if (a > 0) expect([byLot.necessity.low, byLot.necessity.high]).toEqual([near(Math.max(0, (a - b) / a)), near(Math.min(1, (1 - b) / a))]);
        if (b < 1) expect([byLot.sufficiency.low, byLot.sufficiency.high]).toEqual([near(Math.max(0, (a - b) / (1 - b))), near(Math.min(1, a / (1 - b)))]);
        expect([byLot.both.low, byLot.both.high]).toEqual([near(Math.max(0, a - b)), near(Math.min(a, 1 - b))]);
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  test('and the bounds are tight: some pairs with the same margins lie on each', () => {
    assert(
      property(some, (pairs) => {
        const { experiment, seen } = forgetPairing(pairs);
        const bounds = causationBounds(experiment, seen);
        const others = sameMargins(pairs).map(causationIn);
        for (const kind of kinds) {
          const values = others.map((one) => one[kind]).filter((value) => !Number.isNaN(value));
          if (values.length === 0) continue;
          expect([Math.min(...values), Math.max(...values)]).toEqual([near(bounds[kind].low), near(bounds[kind].high)]);
        }
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  test('where the cause never prevents, the lower bound is the truth', () => {
    assert(
      property(cells, ({ both, onlyFirst, neither }) => {
        const pairs = { both, onlyFirst, onlySecond: 0, neither };
        if (both + onlyFirst === 0 || neither + onlyFirst === 0) return;
        const { experiment } = forgetPairing({ present: pairs, absent: pairs });
        const [counted, bounds] = [causationOfSetCause(pairs), boundsByLot(experiment)];
        for (const kind of kinds) expect(counted[kind]).toBeCloseTo(bounds[kind].low, 9);
      }),
      { numRuns: 200, seed: 3 },
    );
  });

  test('sources that contradict one another are refused', () => {
    const seen = { causeAndEvent: 0.3, causeAlone: 0.2, eventAlone: 0.1, neither: 0.4 };
    expect(() => causationBounds({ withCause: 0.2, without: 0.3 }, seen)).toThrow(
      /0\.2 of the cases put with the cause, but what was observed allows 0\.3 to 0\.8/,
    );
    expect(() => causationBounds({ withCause: 0.5, without: 0.7 }, seen)).toThrow(/without the cause, but what was observed allows 0\.1 to 0\.6/);
  });
});

function near(value: number): unknown {
  return expect.closeTo(value, 9);
}

/** All pairs that an experiment and an observer could not tell from these: pairs moved between the kinds they cannot see apart. */
function sameMargins({ present, absent }: CausePairs): CausePairs[] {
  const found: CausePairs[] = [];
  // of those with the cause the observer sees both + onlyFirst; of those without both + onlySecond
  const [happened, quiet] = [present.both + present.onlyFirst, present.onlySecond + present.neither];
  const [came, stayed] = [absent.both + absent.onlySecond, absent.onlyFirst + absent.neither];
  const withoutAll = present.both + present.onlySecond;
  const withAll = absent.both + absent.onlyFirst;
  for (let both = Math.max(0, withoutAll - quiet); both <= Math.min(happened, withoutAll); both++) {
    for (let bothAbsent = Math.max(0, withAll - stayed); bothAbsent <= Math.min(came, withAll); bothAbsent++) {
      found.push({
        present: { both, onlyFirst: happened - both, onlySecond: withoutAll - both, neither: quiet - withoutAll + both },
        absent: { both: bothAbsent, onlyFirst: withAll - bothAbsent, onlySecond: came - bothAbsent, neither: stayed - withAll + bothAbsent },
      });
    }
  }
  return found;
}
