/** What a mechanism says it reads, writes, draws and asks for is what it does: seen in several eventful small worlds. */
import { beforeAll, describe, expect, it } from 'vitest';
import { levers, mechanisms, modelParameters } from '../../src/mechanisms/registry.ts';
import type { Arm, DoEntry } from '../../src/scenario/types.ts';
import { recordedCountryFields, recordedPlaceFields } from '../../src/run/recorder.ts';
import { buildWorld } from '../../src/world/build.ts';
import { allianceFields, countryFields, memberFields, placeFields } from '../../src/world/fields.ts';
import { quantity, smallScenario, valuesFor, type SmallWorld } from '../support/worlds.ts';
import { newRecord, watch } from './watched.ts';

const columns = new Set([
  ...Object.keys(placeFields).map((f) => `place.${f}`),
  ...Object.keys(countryFields).map((f) => `country.${f}`),
  ...Object.keys(allianceFields).map((f) => `alliance.${f}`),
  ...Object.keys(memberFields).map((f) => `member.${f}`),
  'people',
  'units',
  'sites',
  'events',
]);

const arm = (...moves: DoEntry[]): Arm => ({ id: 'watched', title: 'watched', do: moves });
const uprising = { atHour: 8, kind: 'price' as const, grievance01: quantity(0.5), reach01: quantity(0.9, 'share'), hours: 12, everyDays: 1, where: ['land-0'] };
const later = { ...uprising, atHour: 40, wave: 'later', where: ['land-1'] };
const small: SmallWorld = {
  residents: [
    [20_000, 10_000, 3000, 1500],
    [15_000, 3000],
    [25_000, 6000],
  ],
  hours: 320,
  police: 150,
  army: 150,
  events: [uprising, later],
  latent: { legitimacy01: 0.1, discipline01: 0.4, lowestFear01: 0.02, concedeReadiness01: 0.6, lethalReadiness01: 0.4 },
};
/** Bold people, nervous government, willing alliance: as much as possible happens. */
const bold = {
  'mobilise.threshold': 0.2,
  'people.stock01': 0.6,
  'fall.groupShare01': 0.5,
  'mobilise.spentShare01': 0.02,
  'deploy.orderHours': 6,
  'fire.deadPerOfficerHour': 0.004,
  'fire.securityDeadPerArmed': 0.002,
  'decide.base': 2,
  'send.calmHours': 24,
  'govern.calmDays': 1,
};

/** Several worlds, because no single history holds everything. */
const runs: readonly { name: string; small: SmallWorld; values?: Record<string, number>; arm?: Arm; variants?: Record<string, readonly string[]> }[] = [
  { name: 'an uprising and help', small, values: bold, arm: arm({ atHour: 30, set: 'request.asked', to: 'now', in: 'land-0' }) },
  {
    name: 'units that refuse',
    small: { ...small, latent: { ...small.latent, loyalty01: 0.1, cohesion01: 0.2, discipline01: 0.05 } },
    values: { ...bold, 'fall.headPerHour': 0.02, 'fall.loyalShare01': 0 },
  },
  {
    name: 'a seat lost for days',
    small: { ...small, police: 5, army: 5, hours: 160, latent: { ...small.latent, discipline01: 0.05 } },
    values: {
      ...bold,
      'seize.perHour': 2,
      'seize.smallestCrowd': 20,
      'seize.crowdPerGuard': 0.1,
      'retake.forcePerCrowd': 1000,
      'fall.headPerHour': 0.000001,
      'fall.loyalShare01': 0,
    },
  },
  {
    name: 'a strong state',
    small: { ...small, police: 2000, army: 2000, hours: 200, events: [{ ...uprising, everyDays: 0 }] },
    values: bold,
    arm: arm({ atHour: 30, set: 'request.asked', to: 'now', in: 'land-0' }),
  },
  {
    name: 'governments that need no parliament',
    small: { ...small, mustRatify: false, hours: 120 },
    values: { ...bold, 'support.signalToCrowds': -0.1 },
    arm: arm({ atHour: 30, set: 'request.asked', to: 'now', in: 'land-0' }),
  },
  {
    name: 'calls to go home',
    small: {
      ...small,
      hours: 200,
      events: [
        uprising,
        { ...uprising, atHour: 12, group: 'workers', hours: 3 },
        { atHour: 40, kind: 'callHome', where: ['land-0'], reach01: quantity(0.5, 'share'), grievance01: quantity(0) },
      ],
    },
    arm: arm({ atHour: 20, set: 'govern.concession', to: 'now' }),
  },
];

/** Every further published form, one run each: its parameters and draws are its own. */
const inForms = mechanisms.flatMap(({ id, variants = [] }) =>
  variants.slice(1).map((form) => ({ ...runs[id === 'obey' ? 1 : 0]!, name: `${id} in the form ${form}`, variants: { [id]: [form] } })),
);

const record = newRecord();

beforeAll(() => {
  for (const { small: world, values, arm: chosen, variants = {} } of [...runs, ...inForms]) {
    const scenario = { ...smallScenario(world), variants };
    const parameters = valuesFor(scenario, values);
    watch(buildWorld(scenario, 7, parameters), parameters, chosen ?? arm(), record);
  }
});

const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();
const except = (names: Iterable<string>, known: Iterable<string>): string[] => {
  const without = new Set(known);
  return sorted(names).filter((name) => !without.has(name));
};

describe.each(mechanisms.map((m) => [m.id, m] as const))('%s', (id, mechanism) => {
  it('declares names that exist', () => {
    expect(except([...mechanism.reads, ...mechanism.writes], columns)).toEqual([]);
    expect(mechanism.reads).toEqual([...new Set(mechanism.reads)]);
    expect(mechanism.writes).toEqual([...new Set(mechanism.writes)]);
  });

  it('[FI2] reads what it declares', () => {
    const { reads } = record.get(id)!;
    expect({ undeclared: except(reads, mechanism.reads), neverRead: except(mechanism.reads, reads) }).toEqual({ undeclared: [], neverRead: [] });
  });

  it('[FI2] writes what it declares', () => {
    const { writes } = record.get(id)!;
    expect({ undeclared: except(writes, mechanism.writes), neverWritten: except(mechanism.writes, writes) }).toEqual({ undeclared: [], neverWritten: [] });
  });

  it('[FI3] draws what it declares', () => {
    const { draws } = record.get(id)!;
    expect({ undeclared: except(draws, mechanism.draws), neverDrawn: except(mechanism.draws, draws) }).toEqual({ undeclared: [], neverDrawn: [] });
  });

  it('[FI1] decides on the frozen hour: looks only at those columns of the coming hour that it adds to itself', () => {
    expect(except(record.get(id)!.readsOfNext, mechanism.writes)).toEqual([]);
  });

  it('[FI5] asks for each of its parameters', () => {
    const asked = new Set([...record.values()].flatMap((seen) => [...seen.values]));
    expect(
      except(
        mechanism.parameters.map((p) => p.id),
        asked,
      ),
    ).toEqual([]);
  });

  it('[FI5] asks for each of its levers, here or in another mechanism', () => {
    const asked = new Set([...record.values()].flatMap((seen) => [...seen.levers]));
    expect(
      except(
        mechanism.levers.map((l) => l.id),
        asked,
      ),
    ).toEqual([]);
  });
});

describe('together', () => {
  it('[FI5] they ask only for parameters and levers that somebody declares', () => {
    const values = [...record.values()].flatMap((seen) => [...seen.values]).filter((id) => !id.startsWith('event.') && !id.startsWith('alliance.'));
    expect(
      except(
        values,
        modelParameters.map((p) => p.id),
      ),
    ).toEqual([]);
    expect(
      except(
        [...record.values()].flatMap((seen) => [...seen.levers]),
        levers.map((l) => l.id),
      ),
    ).toEqual([]);
  });

  it('[FI4] they write every column, and read or record every one', () => {
    const all = [...columns].filter((c) => c.includes('.'));
    const written = new Set([...record.values()].flatMap((seen) => [...seen.writes]));
    const read = new Set([...record.values()].flatMap((seen) => [...seen.reads, ...seen.readsOfNext]));
    const recorded = new Set([...recordedPlaceFields.map((f) => `place.${f}`), ...recordedCountryFields.map((f) => `country.${f}`)]);
    expect({ neverWritten: except(all, written), idle: all.filter((c) => !read.has(c) && !recorded.has(c)) }).toEqual({ neverWritten: [], idle: [] });
  });

  it('[FI1] they leave the frozen hour alone, but for the first sum of strength before hour 0', () => {
    const wrong = [...record].flatMap(([id, seen]) => [...seen.writesOfNow].map((column) => `${id}: ${column}`));
    expect(wrong).toEqual(['deploy: place.force']);
  });
});
