/** An uprising as a scenario text anybody can read, run and change. */
import { stringify } from 'yaml';
import { vocabulary } from '../../mechanisms/registry.ts';
import { parseScenario } from '../../scenario/load.ts';
import type { ScenarioSpec } from '../../scenario/types.ts';
import { runDays, type Uprising } from './uprising.ts';

const because = 'drawn: docs/base-rates.md';
const people = (value: number) => ({ value, unit: 'people', assumption: because });

/** Where everything happens. */
export const here = 'here';
const patron = 'patron';

/** Arms of a population: without what sets it off; with the patron's answer as the uprising has it; with none. */
export const arms = { quiet: 'quiet', asItIs: 'as-it-is', alone: 'alone' } as const;

/**
 * @param isQuiet true: the same country without causes, and a routine picket in place of the calls
 */
export function uprisingText(uprising: Uprising, isQuiet = false): string {
  const { country, towns, villages } = uprising;
  const key = (town: number) => `${here}/r${towns[town]!.region + 1}/${towns[town]!.key}`;
  const far = { latitude: 60, longitude: 60, utcOffsetHours: 0 };
  return stringify({
    unrest: 1,
    name: `uprising-${uprising.number}`,
    title: `Uprising ${uprising.number} of a population`,
    question: 'Does the government last sixty days?',
    about: `Indicators and residents of ${country.iso3} in ${country.year}; map, forces, causes and calls are drawn. No event of that country is meant.`,
    // a Monday
    clock: { from: '2030-03-04T00:00+00:00', days: runDays },
    indicatorYear: country.year,
    focus: here,
    world: {
      countries: [
        {
          key: here,
          name: 'Here',
          population: people(country.residents),
          seatPlace: key(0),
          chiefCity: key(1),
          languages: ['common'],
          neighbours: [patron],
          parliament: { name: 'Assembly', seats: 100, quorumShare01: 0.5, majorityShare01: 0.5, mustRatify: false },
          forces: { police: people(uprising.police), interior: people(uprising.interior), army: people(uprising.army) },
          strikeableShare01: { value: uprising.strikeable01, unit: 'share', assumption: because },
        },
        {
          key: patron,
          name: 'Patron',
          population: people(100_000),
          seatPlace: `${patron}/far/away`,
          languages: ['common'],
          neighbours: [here],
          parliament: { name: 'Assembly', seats: 100, quorumShare01: 0.5, majorityShare01: 0.5, mustRatify: false },
          forces: { police: people(500), interior: people(0), army: people(Math.max(1000, 4 * uprising.contingent)) },
          strikeableShare01: { value: 0.1, unit: 'share', assumption: because },
        },
      ],
      places: [
        ...towns.map((town, i) => ({
          key: key(i),
          name: `Town ${i + 1}`,
          latitude: town.latitude,
          longitude: town.longitude,
          population: town.residents,
          utcOffsetHours: 0,
        })),
        ...villages.map((residents, r) => ({
          key: `${here}/r${r + 1}/rural`,
          name: `Villages of region ${r + 1}`,
          latitude: towns[r]!.latitude + 0.3,
          longitude: towns[r]!.longitude,
          population: residents,
          utcOffsetHours: 0,
        })),
        { key: `${patron}/far/away`, name: 'Away', ...far, population: 100_000, uncoupled: true },
      ].sort((a, b) => (a.key < b.key ? -1 : 1)),
      indicators: Object.entries(country.indicators).map(([indicator, value]) => ({ country: here, year: country.year, indicator, value, unit: '1' })),
      alliances: uprising.isAided
        ? [
            {
              key: 'pact',
              name: 'Pact',
              patron,
              members: [here, patron],
              liftPeoplePerDay: { value: Math.max(150, Math.round(uprising.contingent / 3)), unit: 'people/day', assumption: because },
              contingentMax: people(uprising.contingent),
              firstLandingHours: { value: 12, unit: 'h', assumption: because },
              contributions: { [patron]: people(uprising.contingent) },
            },
          ]
        : [],
    },
    events: isQuiet
      ? [picket(key(0))]
      : [...uprising.causes.map(causeEvent), ...uprising.summons.map((summons, i) => callEvent(summons, i, key(summons.town)))],
    arms: [
      { id: arms.asItIs, title: 'As it is', do: uprising.isAided ? [{ at: 'day 1', set: 'decide.patron', to: 'grants', in: 'pact' }] : [] },
      ...(uprising.isAided
        ? [
            {
              id: arms.alone,
              title: 'The patron does not help',
              do: [
                { at: 'day 1', set: 'decide.patron', to: 'refuses', in: 'pact' },
                { at: 'day 1', set: 'request.asked', to: 'forbidden', in: here },
              ],
            },
          ]
        : []),
    ],
  });

  function causeEvent(cause: Uprising['causes'][number], i: number) {
    return {
      id: `cause-${i + 1}`,
      kind: cause.kind,
      at: `day ${cause.day} 08:00`,
      where: cause.region < 0 ? here : `${here}/r${cause.region + 1}`,
      grievance: { value: cause.grievance01, unit: '1', assumption: because },
      assumption: because,
    };
  }
}

function callEvent(summons: Uprising['summons'][number], i: number, where: string) {
  return {
    id: `call-${i + 1}`,
    kind: 'call',
    at: `day ${summons.day} 17:00`,
    where,
    reach: { value: summons.reach01, unit: 'share', assumption: because },
    hours: 5,
    everyDays: summons.everyDays,
    assumption: because,
  };
}

/** An activists' picket as there are many: the middle of its class of reach. */
function picket(where: string) {
  return {
    id: 'picket',
    kind: 'call',
    at: 'day 6 17:00',
    where,
    reach: { value: 0.01, unit: 'share', assumption: 'the class "activists’ picket" of the scenarios' },
    hours: 4,
    assumption: because,
  };
}

/** @throws ScenarioError when the text is no scenario: a fault of this file */
export function uprisingScenario(uprising: Uprising, isQuiet = false): ScenarioSpec {
  const bytes = new TextEncoder().encode(uprisingText(uprising, isQuiet));
  const path = `uprising-${uprising.number}.yaml`;
  return parseScenario({ read: (asked) => (asked === path ? bytes : undefined) }, path, vocabulary());
}
