/** Negative controls: quiet weeks stay quiet in all six states, and the control can fail. See docs/controls.md. */
import { describe, expect, test } from 'vitest';
import type { ParameterValues } from '../../src/base/parameter.ts';
import { seedOf, valuesOf } from '../../src/experiment/pairs.ts';
import { findScenario, packageFolder } from '../../src/host/node/files.ts';
import { vocabulary } from '../../src/mechanisms/registry.ts';
import { unroll, type History } from '../../src/run/recorder.ts';
import { Run } from '../../src/run/run.ts';
import { parseScenario } from '../../src/scenario/load.ts';
import type { Arm, ScenarioSpec } from '../../src/scenario/types.ts';
import { buildWorld } from '../../src/world/build.ts';
import type { World } from '../../src/world/world.ts';

const found = findScenario('quiet', packageFolder)!;
const quiet = parseScenario(found.reader, found.path, vocabulary());
const draws = 16;
const baseSeed = 1;

/** More than this share of residents out at once is not quiet. */
const quietShare = 1 / 2000;

function weeks(
  scenario: ScenarioSpec,
  pair: number,
  change: (values: ParameterValues) => ParameterValues = (v) => v,
  arm: Arm = scenario.arms[0]!,
): { world: World; history: History } {
  const values = change(valuesOf(scenario, baseSeed, pair));
  const world = buildWorld(scenario, seedOf(baseSeed, pair), values);
  return { world, history: new Run(world, values, arm).until().history() };
}

/** Why the weeks of a country were not quiet; nothing = they were. */
function unquiet({ world, history }: { world: World; history: History }, c: number): string[] {
  const series = (field: keyof History['country']) => unroll(history.country[field], c, history.hours);
  const most = (values: Float64Array) => values.reduce((a, b) => Math.max(a, b), 0);
  const why: string[] = [];
  if (most(series('turnout')) >= quietShare * world.countries.residents[c]!) why.push('crowds');
  if (most(series('placesLost')) > 0) why.push('a town lost');
  for (const fall of ['headOut', 'groupOut', 'seatLost'] as const) if (most(series(fall)) > 0) why.push(fall);
  if (history.events.some((e) => e.by === 'request' && e.country === c)) why.push('a request');
  return why;
}

describe(`the scenario quiet, ${draws} prior draws`, () => {
  const drawn = Array.from({ length: draws }, (_, pair) => weeks(quiet, pair));
  const countries = quiet.world.countries.map((country) => country.key);

  test('covers the six states', () => expect(countries.length).toBe(6));

  test.each(countries.map((key, c) => [key, c] as const))('leaves %s quiet in at least 95 % of draws', (_, c) => {
    const loud = drawn.map((run, pair) => ({ pair, why: unquiet(run, c) })).filter(({ why }) => why.length > 0);
    expect((draws - loud.length) / draws, JSON.stringify(loud)).toBeGreaterThanOrEqual(0.95);
  });

  test('is not quiet for want of people: somebody pickets somewhere in every draw', () => {
    for (const { history } of drawn) expect(history.moves.joined).toBeGreaterThan(0);
    expect(drawn.filter(({ history }) => history.moves.joined > 50).length).toBeGreaterThan(draws / 4);
  });
});

test('the control can fail: with a large grievance and reach, Armenia does not stay quiet in the same days', () => {
  const armenia = quiet.world.countries.findIndex((country) => country.key === 'armenia');
  const where = { prices: ['armenia'], picket: ['armenia/yerevan/yerevan'] };
  const loud: ScenarioSpec = {
    ...quiet,
    hours: 96,
    events: quiet.events
      .filter((e) => e.id === 'prices-as-every-week' || e.id === 'picket-yerevan')
      .map((e) => (e.id === 'picket-yerevan' ? { ...e, atHour: 15, everyDays: 1, hours: 4, where: where.picket } : { ...e, where: where.prices })),
  };
  const raised = (values: ParameterValues): ParameterValues => ({
    ...values,
    'event.prices-as-every-week.grievance01': 0.25,
    'event.picket-yerevan.reach01': 0.3,
  });
  const runs = [0, 1, 2].map((pair) => weeks(loud, pair, raised));
  expect(runs.filter((run) => unquiet(run, armenia).length > 0).length).toBeGreaterThan(1);
  // and it is the grievance that did it, not the shorter list of events
  for (const pair of [0, 1]) expect(unquiet(weeks(loud, pair), armenia)).toEqual([]);
});

test('do: nothing changes nothing', () => {
  const as = quiet.arms[0]!;
  for (const pair of [4, 11]) {
    const digests = [as, as, { ...as, do: [{ atHour: 50, set: 'police.detention', to: 'as-decided' }] }].map(
      (arm) => weeks(quiet, pair, undefined, arm).history.digest,
    );
    expect(new Set(digests).size).toBe(1);
  }
});
