/** Worlds differ only where they were made to differ. */
import { describe, expect, test } from 'vitest';
import { drawKey, uniform01 } from '../../src/base/random.ts';
import { firstDivergence } from '../../src/experiment/divergence.ts';
import { levers, mechanisms } from '../../src/mechanisms/registry.ts';
import type { Mechanism } from '../../src/mechanisms/contract.ts';
import { Run, runArms } from '../../src/run/run.ts';
import type { Arm, DoEntry } from '../../src/scenario/types.ts';
import { buildWorld } from '../../src/world/build.ts';
import type { World } from '../../src/world/world.ts';
import { placeKey, quantity, smallScenario, valuesFor, type SmallWorld } from '../support/worlds.ts';
import { columnsApart, differing, firstCounts, newcomerOf, People, watched, type Watched } from './everybody.ts';

const village = placeKey(0, 2);
const base: SmallWorld = {
  residents: [
    [1500, 900, 120, 300],
    [700, 200],
    [600, 150],
  ],
  hours: 72,
  police: 240,
  army: 300,
  capacity: { [village]: 140 },
  latent: { legitimacy01: 0.1, loyalty01: 0.4 },
  events: [{ atHour: 8, grievance01: quantity(0.35), reach01: quantity(0.5, 'share'), hours: 8, everyDays: 1, where: ['land-0'] }],
};
const changes = {
  'people.stock01': 0.4,
  'seize.smallestCrowd': 30,
  'police.toleratedCrowd': 10,
  'police.detainedPerOfficerHour': 0.03,
  'seize.crowdPerGuard': 1,
  'fire.deadPerOfficerHour': 0.02,
};
const arm = (...moves: DoEntry[]): Arm => ({ id: 'arm', title: 'arm', do: moves });

/** The small world, with so many more residents in its village. */
function villageWorld(seed: number, more: number, uncoupled: boolean): { world: World; values: ReturnType<typeof valuesFor> } {
  const [first, ...others] = base.residents;
  const scenario = smallScenario({ ...base, residents: [first!.map((n, p) => (p === 2 ? n + more : n)), ...others], uncoupled: uncoupled ? [village] : [] });
  const values = valuesFor(scenario, changes);
  return { world: buildWorld(scenario, seed, values), values };
}

function lived(seed: number, more: number, uncoupled: boolean): Watched {
  const { world, values } = villageWorld(seed, more, uncoupled);
  return watched(world, values, arm());
}

describe('one more resident in an uncoupled village', () => {
  const seeds = Array.from({ length: 12 }, (_, n) => n + 1);
  const pairs = seeds.map((seed) => ({ before: lived(seed, 0, true), after: lived(seed, 1, true) }));

  test('changes nobody else’s history, hour by hour, person by person', () => {
    for (const { before, after } of pairs) {
      const newcomer = newcomerOf(before.world, after.world);
      const others = differing(before, after).filter(({ person }) => person !== newcomer);
      expect(others).toEqual([]);
      expect(before.history.moves.joined).toBeGreaterThan(100);
    }
  });

  test('changes no value of another place and none of any country, in any column, to the last digit kept', () => {
    for (const { before, after } of pairs) {
      const here = before.world.placeIndex.get(village)!;
      expect(columnsApart(before, after).filter(({ part, row }) => part === 'country' || row !== here)).toEqual([]);
      const elsewhere = ({ history }: Watched) => history.events.filter((event) => event.place !== here);
      expect(elsewhere(after)).toEqual(elsewhere(before));
    }
  });

  test('and yet he exists: he goes out in some of these worlds', () => {
    const outings = pairs.filter(({ before, after }) => after.people.wentOut(newcomerOf(before.world, after.world)!));
    expect(outings.length).toBeGreaterThan(0);
  });
});

describe('one more resident in a village with ties', () => {
  // crowds are weighed against slots, so nobody, not even a neighbour, knows of him before he has gone out
  const known = Array.from({ length: 24 }, (_, n) => {
    const before = lived(n + 1, 0, false);
    const after = lived(n + 1, 1, false);
    const newcomer = newcomerOf(before.world, after.world)!;
    const others = differing(before, after).filter(({ person }) => person !== newcomer);
    return { before, after, newcomer, others, first: after.people.firstOuting(newcomer) };
  });
  const place = known[0]!.before.world.placeIndex.get(village)!;
  const placeOf = (w: World, person: number) => w.settlement.placeOf(person);

  test('nobody elsewhere lives otherwise before he has gone out, or if he never does', () => {
    for (const { before, others, first } of known) {
      const early = others.filter(({ hour }) => first < 0 || hour <= first);
      expect(early.filter(({ person }) => placeOf(before.world, person) !== place)).toEqual([]);
    }
    expect(known.some(({ first }) => first < 0)).toBe(true);
  });

  test('where he goes out unnoticed, that is the first difference between the worlds', () => {
    const clean = known.filter(({ others, first }) => first >= 0 && others.every(({ hour }) => hour > first));
    expect(clean.length).toBeGreaterThan(2);
    for (const { before, after, first } of clean) {
      const { hour, rows } = firstCounts(before, after);
      expect(hour).toBe(first);
      for (const { part, field, row } of rows) expect([part, ['crowd', 'outings'].includes(field), row]).toEqual(['place', true, place]);
    }
  });

  test('whoever else lives otherwise does so only after the newcomer has gone out', () => {
    let traced = 0;
    for (const { others, first } of known) {
      if (first < 0) expect(others).toEqual([]);
      if (first < 0 || others.length === 0) continue;
      expect(Math.min(...others.map(({ hour }) => hour))).toBeGreaterThanOrEqual(first);
      traced++;
    }
    expect(traced).toBeGreaterThan(3);
  });
});

const { world, values } = villageWorld(5, 0, false);
const untouched = new Run(world, values, arm()).until().history();

describe('a do:', () => {
  test('at an hour leaves everything before that hour equal, for every value of every lever', () => {
    let parted = 0;
    for (const lever of levers) {
      for (const value of lever.values) {
        for (const at of [0, 13, 30, 52]) {
          const history = new Run(world, values, arm({ atHour: at, set: lever.id, to: value })).until().history();
          const { hour } = firstDivergence(untouched, history, String);
          if (value === lever.values[0]) expect(hour, `${lever.id} = ${value}`).toBe(-1);
          else if (hour >= 0) expect(hour, `${lever.id} = ${value} from ${at}`).toBeGreaterThanOrEqual(at);
          if (hour >= 0) parted++;
        }
      }
    }
    expect(parted).toBeGreaterThan(20);
  });

  test('that sets a lever where it stands changes nothing, and neither does running the same arm twice', () => {
    const defaults = arm(...levers.map((lever) => ({ atHour: 9, set: lever.id, to: lever.values[0]! })));
    expect(new Run(world, values, defaults).until().history().digest).toBe(untouched.digest);
    const moved = arm({ atHour: 20, set: 'police.detention', to: 'none' });
    const [one, two] = [1, 2].map(() => new Run(world, values, moved).until().history().digest);
    expect(one).toBe(two);
    expect(one).not.toBe(untouched.digest);
  });

  test('in arms run together gives the histories of arms run alone', () => {
    const arms = [
      arm(),
      arm({ atHour: 33, set: 'fire.lethal', to: 'none' }),
      arm({ atHour: 20, set: 'police.detention', to: 'none' }),
      arm({ atHour: 40, set: 'mobilise.ties', to: 'silent', in: 'land-0' }),
    ];
    const alone = arms.map((a) => new Run(world, values, a).until().history().digest);
    expect(runArms(world, values, arms).map((h) => h.digest)).toEqual(alone);
    expect(runArms(world, values, [...arms].reverse()).map((h) => h.digest)).toEqual([...alone].reverse());
    expect(new Set(alone).size).toBeGreaterThan(2);
  });
});

test('a mechanism that draws, added to the end of the step, moves no draw of another', () => {
  let drawn = 0;
  const gambler: Mechanism = {
    id: 'gambler',
    does: 'draws and does nothing',
    base: 'test',
    reads: [],
    writes: [],
    draws: ['gamble'],
    parameters: [],
    levers: [],
    prepare: (run) => () => {
      for (const key of run.world.places.keys) drawn += run.luck(key, 'gamble', run.hour) + uniform01(drawKey(run.world.seed, key, 'gamble'), run.hour, 0);
    },
  };
  const table = mechanisms as Mechanism[];
  table.push(gambler);
  try {
    const withGambler = new Run(world, values, arm()).until().history();
    expect(drawn).toBeGreaterThan(100);
    expect(withGambler.digest).toBe(untouched.digest);
  } finally {
    table.pop();
  }
});

describe('a saved point', () => {
  test('of any hour, gone on with, gives the bytes of a run that never stopped', () => {
    const trunk = new Run(world, values, arm());
    for (let hour = 0; hour <= world.hours; hour++) {
      const saved = trunk.until(hour).save();
      expect(new Run(world, values, arm(), { from: saved }).until().history().digest, `hour ${hour}`).toBe(untouched.digest);
    }
    expect(trunk.history().digest).toBe(untouched.digest);
  });

  test('is not changed by those who go on from it', () => {
    const saved = new Run(world, values, arm()).until(30).save();
    for (let n = 0; n < 3; n++) expect(new Run(world, values, arm(), { from: saved }).until().history().digest).toBe(untouched.digest);
  });

  test('survives being copied as plain data, but for what its classes do', () => {
    const saved = new Run(world, values, arm()).until(30).save();
    const { people, ...rest } = saved.snapshot;
    const copied = { recorder: saved.recorder, snapshot: { ...structuredClone(rest), people } };
    expect(new Run(world, values, arm(), { from: copied }).until().history().digest).toBe(untouched.digest);
  });
});

test('the census is the engine’s: as many people out and about as it counts', () => {
  const { people, history } = watched(world, values, arm());
  expect(people).toBeInstanceOf(People);
  expect(history.digest).toBe(untouched.digest);
  expect(people.everOut()).toBe(history.everOut.reduce((a, b) => a + b, 0));
});
