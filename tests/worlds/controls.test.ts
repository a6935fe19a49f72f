/** Negative controls: do quiet weeks stay quiet in all six states, and can the control fail? Shares: docs/controls.md. */
import { describe, expect, test } from 'vitest';
import type { ParameterValues } from '../../src/base/parameter.ts';
import { seedOf, valuesOf } from '../../src/experiment/pairs.ts';
import { findScenario, packageFolder } from '../../src/host/node/files.ts';
import { vocabulary } from '../../src/mechanisms/registry.ts';
import { Run } from '../../src/run/run.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import type { Arm, ScenarioSpec } from '../../src/scenario/types.ts';
import { buildWorld } from '../../src/world/build.ts';

const found = findScenario('quiet', packageFolder)!;
const quiet = parseScenario(found.reader, found.path, vocabulary());
const baseSeed = 1;
/** Draws 0 to 75, not chosen. */
const draws = 76;

/** More than this share of residents out at once is not quiet. */
const quietShare = 1 / 2000;

function begun(scenario: ScenarioSpec, pair: number, change: (values: ParameterValues) => ParameterValues = (v) => v, arm: Arm = scenario.arms[0]!): Run {
  const values = change(valuesOf(scenario, baseSeed, pair));
  return new Run(buildWorld(scenario, seedOf(baseSeed, pair), values), values, arm);
}

/** What is not quiet in a country now; nothing = all is. */
function loud({ world, state }: Run, c: number): string[] {
  const { country, alliance } = state.now;
  const why: string[] = [];
  if (country.turnout[c]! >= quietShare * world.countries.residents[c]!) why.push('crowds');
  if (country.placesLost[c]! > 0) why.push('a town lost');
  for (const fall of ['headOut', 'groupOut', 'seatLost'] as const) if (country[fall][c]! > 0) why.push(fall);
  if (alliance.client.includes(c)) why.push('a request');
  return why;
}

/** Run the weeks until the first sign of unrest: where and what; undefined = they stayed quiet. */
function firstSign(run: Run): string | undefined {
  while (run.state.hour < run.world.hours) {
    run.until(run.state.hour + 1);
    const signs = run.world.countries.keys.flatMap((key, c) => loud(run, c).map((what) => `${key}: ${what} at hour ${run.state.hour}`));
    if (signs.length > 0) return signs[0]!;
  }
  return undefined;
}

describe(`the scenario quiet, ${draws} draws`, () => {
  const countries = quiet.world.countries.map((country) => country.key);
  const drawn = Array.from({ length: draws }, (_, pair) => {
    const run = begun(quiet, pair);
    return { pair, sign: firstSign(run), joined: run.history().moves.joined };
  });
  const signs = drawn.filter(({ sign }) => sign !== undefined);
  const quietIn = (key: string) => (draws - signs.filter(({ sign }) => sign!.startsWith(`${key}:`)).length) / draws;

  test('covers the six states', () => {
    expect(countries).toHaveLength(6);
  });

  test('stays quiet everywhere at once in at least 85 % of draws', () => {
    expect((draws - signs.length) / draws, JSON.stringify(signs)).toBeGreaterThanOrEqual(0.85);
  });

  test('begins no unrest in any country in more than 5 % of draws', () => {
    expect(countries.filter((key) => quietIn(key) < 0.95)).toEqual([]);
  });

  test('is not quiet for want of people: somebody goes out in more than four draws of five', () => {
    expect(drawn.filter(({ joined }) => joined > 0).length).toBeGreaterThan(0.8 * draws);
    expect(drawn.filter(({ joined }) => joined > 50).length).toBeGreaterThan(draws / 4);
  });
});

test('the control can fail: with a large grievance and reach Armenia does not stay quiet on the same days', () => {
  const places = { prices: ['armenia'], picket: ['armenia/yerevan/yerevan'] };
  const few: ScenarioSpec = {
    ...quiet,
    hours: 96,
    events: quiet.events
      .filter((e) => e.id === 'prices-as-every-week' || e.id === 'picket-yerevan')
      .map((e) => (e.id === 'picket-yerevan' ? { ...e, atHour: 15, everyDays: 1, hours: 4, where: places.picket } : { ...e, where: places.prices })),
  };
  const raised = (values: ParameterValues): ParameterValues => ({
    ...values,
    'event.prices-as-every-week.grievance01': 0.25,
    'event.picket-yerevan.reach01': 0.3,
  });
  const signs = [0, 1, 2].map((pair) => firstSign(begun(few, pair, raised)));
  expect(signs.filter((sign) => sign?.startsWith('armenia')).length).toBeGreaterThan(1);
  // and it is grievance and reach that did it, not the shorter list of events
  for (const pair of [0, 1, 2]) expect(firstSign(begun(few, pair))).toBeUndefined();
});

test('do: nothing changes nothing', () => {
  const [as] = quiet.arms;
  const nothing: Arm = { ...as!, do: [{ atHour: 50, set: 'police.detention', to: 'as-decided' }] };
  for (const pair of [4, 11]) {
    const digests = [as!, as!, nothing].map((arm) => begun(quiet, pair, undefined, arm).until().history().digest);
    expect(new Set(digests).size).toBe(1);
  }
});
