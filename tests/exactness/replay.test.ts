/** Single worlds: the replay of a seed, the oracle's own saved point, and reading the name of a difference. */
import { expect, test } from 'vitest';
import { Run, type KeepPeople } from '../../src/run/run.ts';
import { PeopleEngine } from '../../src/world/people/engine.ts';
import { buildWorld } from '../../src/world/build.ts';
import { LiteralPeople } from '../oracle/oracle.ts';
import { byEngine, describeDivergence, literally, replay } from './compare.ts';
import { randomWorld } from './random-world.ts';

const asked = process.env['UNREST_REPLAY'];

test.runIf(asked !== undefined)('replay of UNREST_REPLAY', () => {
  const said = replay(Number(asked));
  console.log(said);
  expect(said).toContain('same bytes');
});

test('a random world is wholly fixed by its seed', () => {
  expect(JSON.stringify(randomWorld(12))).toBe(JSON.stringify(randomWorld(12)));
  expect(JSON.stringify(randomWorld(12))).not.toBe(JSON.stringify(randomWorld(13)));
});

test('an oracle that was saved and restored goes on as if nothing had been', () => {
  const keep: KeepPeople = (w, from) => new LiteralPeople(w, from);
  for (const seed of [3, 8, 21, 34]) {
    const { scenario, values, arm } = randomWorld(seed);
    const world = buildWorld(scenario, seed, values);
    const from = new Run(world, values, arm, { keep }).until(40).save();
    expect(new Run(world, values, arm, { keep, from }).until().history().digest).toBe(literally(seed).history.digest);
  }
});

test('a difference is reported with its hour, place and both values', () => {
  const seed = eventful();
  const { scenario, values, arm } = randomWorld(seed);
  const world = buildWorld(scenario, seed, values);
  class Forgetful extends PeopleEngine {
    override detain(): number {
      return 0;
    }
  }
  const engine = new Run(world, values, arm, { keep: (w, from) => new Forgetful(w.settlement, w.hours, from) }).until().history();
  const said = describeDivergence(world, engine, literally(seed).history);
  expect(said).toMatch(/^hour \d+: place\.\w+\[\d+\] engine \S+, oracle \S+/);
  expect(engine.digest).not.toBe(byEngine(seed).digest);
});

/** The first seed in whose world somebody is taken into custody. */
function eventful(): number {
  for (let seed = 1; ; seed++) if (literally(seed).history.moves.released > 0) return seed;
}
