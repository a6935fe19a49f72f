/** The comparison itself on trial: engines with planted faults must be told from the oracle. */
import { expect, test } from 'vitest';
import { Run } from '../../src/run/run.ts';
import { literally } from './compare.ts';
import { plantedFaults } from './faults.ts';
import { loadMutant, occurrences, type MutantModel } from './mutants.ts';
import { randomWorld } from './random-world.ts';

/** Worlds looked at before a fault counts as missed. */
const worldCount = 80;
const timeoutMs = 300_000;

const oracleDigests = new Map<number, string>();

function oracleDigest(seed: number): string {
  let digest = oracleDigests.get(seed);
  if (digest === undefined) {
    digest = literally(seed).history.digest;
    oracleDigests.set(seed, digest);
  }
  return digest;
}

function mutantDigest(model: MutantModel, seed: number): string {
  const { scenario, values, arm } = randomWorld(seed);
  const world = model.buildWorld(scenario, seed, values);
  return new Run(world, values, arm, { keep: model.keep }).until().history().digest;
}

/** How many of the worlds show a difference, and the first that does. */
function differences(model: MutantModel): { first: number; count: number } {
  let first = 0;
  let count = 0;
  for (let seed = 1; seed <= worldCount; seed++) {
    if (mutantDigest(model, seed) === oracleDigest(seed)) continue;
    first ||= seed;
    count++;
  }
  return { first, count };
}

test('at least ten faults are planted, in every file of the engine, each in one place', () => {
  expect(plantedFaults.length).toBeGreaterThanOrEqual(10);
  expect(new Set(plantedFaults.map((f) => f.file))).toEqual(
    new Set(['engine.ts', 'streets.ts', 'clocks.ts', 'ties.ts', 'layout.ts', 'lottery.ts', 'calendar.ts', 'told.ts']),
  );
  for (const fault of plantedFaults) expect([fault.name, occurrences(fault)]).toEqual([fault.name, 1]);
});

test(
  'a copy without a fault agrees with the oracle in all worlds',
  async () => {
    expect(differences(await loadMutant('control'))).toEqual({ first: 0, count: 0 });
  },
  timeoutMs,
);

test.each(plantedFaults)(
  'caught: $name, $meaning',
  async (fault) => {
    const { first, count } = differences(await loadMutant(fault.name, fault));
    if (process.env['UNREST_COVERAGE']) console.log(`${fault.name}: ${count} of ${worldCount} worlds, first seed ${first}`);
    expect(count).toBeGreaterThan(0);
  },
  timeoutMs,
);
