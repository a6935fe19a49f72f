/**
 * Small worlds in which everything happens: three lands with unlike governments, the last one the
 * patron. Together they leave no part of the model without work; one alone cannot (a regime that
 * falls in a day asks nobody for help).
 */
import type { DoEntry, IndicatorRow, OutsideEvent, ScenarioSpec } from '../../src/scenario/types.ts';
import { countryKey, placeKey, quantity, smallScenario, type SmallWorld } from '../support/worlds.ts';

export interface Stress {
  readonly name: string;
  readonly scenario: ScenarioSpec;
  /** parameters that stand elsewhere in their prior than in the middle */
  readonly changes?: Readonly<Record<string, number>>;
  readonly moves?: readonly DoEntry[];
  readonly seeds: readonly number[];
}

/** Nobody's real numbers: a shaky, a middling and a firm government. */
const indicators: Readonly<Record<string, readonly [number, number, number]>> = {
  gdpPerCapitaGrowthPct: [1, 3, 2],
  medianAgeYears: [29, 33, 36],
  headTenureYears: [6, 9, 14],
  responseArrest01: [0.12, 0.16, 0.2],
  responseBeating01: [0.05, 0.06, 0.08],
  responseKilling01: [0.06, 0.05, 0.04],
  responseShooting01: [0.07, 0.05, 0.05],
  responseAccommodation01: [0.12, 0.1, 0.06],
  protesterViolence01: [0.75, 0.6, 0.45],
  internetUsersShare01: [0.8, 0.75, 0.85],
  altInformation01: [0.35, 0.45, 0.3],
  horizontalAccountability01: [0.25, 0.35, 0.15],
  polyarchy01: [0.25, 0.4, 0.2],
  ruleOfLaw01: [0.35, 0.5, 0.45],
  civilSociety01: [0.4, 0.5, 0.35],
};

/** What makes the first land's government firm instead of shaky. */
const firm: Readonly<Record<string, number>> = { headTenureYears: 20, horizontalAccountability01: 0.1 };

function stressed(small: SmallWorld, first: Readonly<Record<string, number>> = {}): ScenarioSpec {
  const rows: readonly IndicatorRow[] = Object.entries(indicators).flatMap(([indicator, values]) =>
    values.map((value, c) => ({
      country: countryKey(c),
      year: 2019,
      indicator,
      value: c === 0 ? (first[indicator] ?? value) : value,
      unit: '1',
      source: 'test',
    })),
  );
  const scenario = smallScenario(small);
  return { ...scenario, world: { ...scenario.world, indicators: rows } };
}

function event(atHour: number, where: readonly string[], grievance: number, reach: number, more: Partial<OutsideEvent> = {}): Partial<OutsideEvent> {
  return { atHour, where, grievance01: quantity(grievance), reach01: quantity(reach, 'share'), hours: 6, ...more };
}

const everywhere = [countryKey(0)];
const residents = [
  [50_000, 40_000, 25_000, 12_000, 6000, 2000],
  [30_000, 15_000, 5000],
  [50_000, 20_000, 5000],
];

/** Everything gives way within a day. */
const storm = stressed({ residents, hours: 264, police: 150, army: 300, events: [event(10, everywhere, 0.6, 0.3)] });

/** Weeks of crowds against forces that mostly hold: custody, fatigue, strikes, towns lost and retaken. */
const siege = stressed({
  residents,
  hours: 240,
  police: 400,
  army: 500,
  events: [
    event(12, everywhere, 0.32, 0.3),
    event(36, [placeKey(0, 0), placeKey(0, 1)], 0.2, 0.2, { hours: 5, everyDays: 1, group: 'workers' }),
    event(60, [countryKey(1)], 0.24, 0.25, { hours: 5, everyDays: 2 }),
    event(30, [countryKey(1)], 0.4, 0.3, { wave: 'more' }),
  ],
});

const uprising = [event(12, [placeKey(0, 3), placeKey(0, 5)], 0.32, 0.25), event(36, everywhere, 0.32, 0.25)];
const helpers = {
  contributions: { [countryKey(2)]: quantity(900), [countryKey(1)]: quantity(150) },
  contingentMax: quantity(1000),
  liftPeoplePerDay: quantity(1900),
};
const besieged: SmallWorld = { residents, hours: 336, police: 500, army: 1250, events: uprising, alliance: helpers };

/** A firm government asks and, as a rule, is helped; the other member's government decides alone, or its parliament must. */
/** … and is at peace again, so that help goes home. */
const passing = [event(12, [placeKey(0, 3), placeKey(0, 5)], 0.16, 0.25), event(36, everywhere, 0.16, 0.25)];
const help = stressed({ ...besieged, events: passing, mustRatify: false }, firm);
const parliament = stressed({ ...besieged, mustRatify: true }, firm);

/** The patron has unrest of its own when it is asked. */
const homefront = stressed({ ...besieged, events: [event(8, [countryKey(2)], 0.32, 0.2, { everyDays: 1 }), ...uprising] }, firm);

/** Two far towns of a large quiet land with units of little loyalty: few people, towns lost, units that stand aside. */
const fringe = stressed({
  residents: [
    [150_000, 90_000, 20_000, 25_000, 20_000, 12_000],
    [20_000, 5000],
    [30_000, 5000],
  ],
  hours: 168,
  police: 400,
  army: 600,
  events: [event(12, [placeKey(0, 3), placeKey(0, 5)], 0.6, 0.3, { everyDays: 2 })],
  latent: { loyalty01: 0.15 },
});

/** A hamlet of a state, so that many seeds are cheap: what one draw of a chancery or a palace decides. */
const hamlet: SmallWorld = {
  residents: [
    [900, 500],
    [600, 300],
    [800, 300],
  ],
  hours: 110,
  events: [event(8, everywhere, 0.3, 0.4, { everyDays: 1 })],
  alliance: { liftPeoplePerDay: quantity(600), contributions: { [countryKey(2)]: quantity(60), [countryKey(1)]: quantity(15) } },
};
const chancery = stressed({ ...hamlet, mustRatify: true }, firm);
const palace = stressed({ ...hamlet, latent: { cohesion01: 0.3 } });

/** A neighbour rises and is quiet again; a week later the first land rises: what its government remembers. */
const aftermath = stressed({
  residents,
  hours: 260,
  police: 400,
  army: 500,
  events: [event(8, [countryKey(1)], 0.2, 0.3), event(180, everywhere, 0.12, 0.2)],
});

/** The patron is bound to two alliances and asked in both. */
const pact = chancery.world.alliances[0]!;
const second = { ...pact, key: 'second pact', name: 'Second pact', members: [countryKey(1), countryKey(2)], contributions: { [countryKey(2)]: quantity(30) } };
const twice: ScenarioSpec = { ...chancery, world: { ...chancery.world, alliances: [pact, second] } };

const never = (set: string): DoEntry => ({ atHour: 0, set, to: 'never' });
const asksAt = (atHour: number, c: number): DoEntry => ({ atHour, set: 'request.asked', to: 'now', in: countryKey(c) });
const forbidden = (set: string): DoEntry => ({ atHour: 0, set, to: 'forbidden' });
const granted: DoEntry = { atHour: 0, set: 'decide.patron', to: 'grants', in: 'pact' };

/** Many are movable and quick to storm: at the middle of the fitted weights small lands have too little of everything. */
const restless: Readonly<Record<string, number>> = { 'people.stock01': 0.16, 'seize.perHour': 0.25, 'seize.smallestCrowd': 80 };

const many = Array.from({ length: 25 }, (_, seed) => seed + 1);

export const stresses: readonly Stress[] = [
  { name: 'storm', scenario: storm, changes: restless, seeds: [1, 2] },
  { name: 'siege', scenario: siege, changes: restless, seeds: [1, 2] },
  { name: 'help', scenario: help, changes: { 'send.calmHours': 60 }, seeds: [4, 1] },
  { name: 'parliament', scenario: parliament, changes: restless, seeds: [4, 1] },
  { name: 'homefront', scenario: homefront, changes: restless, seeds: [4, 1] },
  {
    name: 'fringe',
    scenario: fringe,
    changes: { ...restless, 'govern.turnoutWeight': 0.1, 'govern.regionsWeight': 0.2, 'govern.seatWeight': 0.1 },
    seeds: [1, 2, 3],
  },
  { name: 'chancery', scenario: chancery, moves: [forbidden('request.asked'), asksAt(40, 0)], seeds: many },
  { name: 'palace', scenario: palace, changes: { 'fall.headPerHour': 0.02 }, moves: [asksAt(16, 0), granted], seeds: many },
  { name: 'self-defence', scenario: siege, changes: { ...restless, 'fire.deadPerOfficerHour': 0.004 }, moves: [never('govern.fire')], seeds: [1, 2] },
  {
    name: 'massacre',
    scenario: siege,
    changes: { ...restless, 'fire.deadPerOfficerHour': 0.004, 'fire.injuredPerDead': 20, 'fire.calmCrowd01': 0.08 },
    seeds: [1, 2],
  },
  { name: 'firefight', scenario: storm, changes: { ...restless, 'fire.securityDeadPerArmed': 0.0004 }, seeds: [1, 2, 3] },
  { name: 'aftermath', scenario: aftermath, changes: { 'govern.vigilance': 0.25, 'govern.everyHours': 1 }, seeds: [1, 2, 3] },
  // asked after towns were lost, with no story to make an outside cause credible
  {
    name: 'pleading',
    scenario: siege,
    changes: {
      ...restless,
      'request.bareLabel01': 0.05,
      'request.labelFromNarrative': 0.4,
      'decide.labelWeight': 3,
      'fall.loyalShare01': 0,
      'fall.headPerHour': 0.000001,
    },
    moves: [forbidden('request.asked'), asksAt(60, 0)],
    seeds: many,
  },
  { name: 'twice', scenario: twice, moves: [asksAt(20, 0), asksAt(100, 1), granted], seeds: many },
];

/** Where a part is looked for first, by the beginning of its name; then everywhere. */
export const lookFirst: Readonly<Record<string, string>> = {
  ratify: 'chancery',
  'ratify.governmentHours': 'help',
  send: 'help',
  support: 'help',
  'support.signalToUnits': 'palace',
  request: 'chancery',
  decide: 'chancery',
  'decide.homeCost': 'homefront',
  'decide.overstretch': 'twice',
  fall: 'palace',
  'obey.cohesionLoss': 'fringe',
  'obey.sideShare01': 'fringe',
  fire: 'massacre',
  'fire.unorderedDays01': 'self-defence',
  'fire.recoverDays': 'massacre',
  'fire.securityDeadPerArmed': 'firefight',
  'fire.securityInjuredPerDead': 'firefight',
  'govern.placesWeight': 'fringe',
  'govern.asideWeight': 'fringe',
  strike: 'siege',
  retake: 'fringe',
  police: 'siege',
  seize: 'siege',
  'govern.shutdown': 'siege',
  'deploy.orderHours': 'siege',
  'latent.concedeWeight': 'help',
  'govern.concedeRecord': 'fringe',
  'govern.callUp': 'homefront',
  'govern.spread01': 'help',
  'govern.calmDays': 'help',
  'request.labelFromSeizures': 'pleading',
  'govern.vigilance': 'aftermath',
  'govern.vigilanceDays': 'aftermath',
  'govern.learning': 'aftermath',
  'latent.lethalWeight': 'siege',
  'call.waitForDayOff01': 'siege',
  'call.home01': 'siege',
  'spread.outrageHalfLifeDays': 'siege',
  'broadcast.outrageLegitimacy': 'siege',
  'broadcast.shutdownDepth01': 'siege',
  'broadcast.narrativeFromThreat01': 'siege',
  'mobilise.resentmentWeight': 'help',
  'deploy.guardWorth01': 'help',
  'deploy.restPerHour': 'siege',
  'spread.borders': 'siege',
  'shock.wave': 'siege',
};
