/**
 * Small worlds in which everything happens: three lands with unlike governments, the last one the
 * patron. Together they leave no part of the model without work; one alone cannot (a regime that
 * falls in a day asks nobody for help).
 */
import type { IndicatorRow, ScenarioSpec } from '../../src/scenario/types.ts';
import { countryKey, placeKey, quantity, smallScenario, type SmallWorld } from '../support/worlds.ts';

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
  protesterViolence01: [0.25, 0.22, 0.2],
  internetUsersShare01: [0.8, 0.75, 0.85],
  altInformation01: [0.35, 0.45, 0.3],
  horizontalAccountability01: [0.25, 0.35, 0.15],
  polyarchy01: [0.25, 0.4, 0.2],
  ruleOfLaw01: [0.35, 0.5, 0.45],
  civilSociety01: [0.4, 0.5, 0.35],
};

const indicatorRows: readonly IndicatorRow[] = Object.entries(indicators).flatMap(([indicator, values]) =>
  values.map((value, c) => ({ country: countryKey(c), year: 2019, indicator, value, unit: '1', source: 'test' })),
);

function withIndicators(small: SmallWorld): ScenarioSpec {
  const scenario = smallScenario(small);
  return { ...scenario, world: { ...scenario.world, indicators: indicatorRows } };
}

export interface Stress {
  readonly name: string;
  readonly scenario: ScenarioSpec;
  readonly seeds: readonly number[];
}

const residents = [
  [60_000, 40_000, 25_000, 12_000, 6000, 2000],
  [40_000, 25_000, 8000],
  [60_000, 20_000, 5000],
];

/** Forces hold: custody, curfew, dispersal, fatigue; nothing falls. */
const siege = withIndicators({
  residents, hours: 240, police: 400, army: 500,
  events: [
    { atHour: 12, grievance01: quantity(0.16), reach01: quantity(0.3, 'share'), hours: 6, everyDays: 0, where: [countryKey(0)] },
    { atHour: 36, grievance01: quantity(0.1), reach01: quantity(0.2, 'share'), hours: 5, everyDays: 1, where: [placeKey(0, 0), placeKey(0, 1)], group: 'workers' },
    { atHour: 60, grievance01: quantity(0.12), reach01: quantity(0.25, 'share'), hours: 5, everyDays: 2, where: [countryKey(1)] },
  ],
});

/** Everything gives way within a day or two. */
const storm = withIndicators({
  residents, hours: 264, police: 150, army: 300,
  events: [{ atHour: 10, grievance01: quantity(0.3), reach01: quantity(0.3, 'share'), hours: 6, everyDays: 0, where: [countryKey(0)] }],
  alliance: { contributions: { [countryKey(2)]: quantity(200), [countryKey(1)]: quantity(60) } },
});

/** Towns are lost and retaken; the alliance is asked and comes. */
const rescue = withIndicators({
  residents, hours: 336, police: 250, army: 900, mustRatify: true,
  events: [
    { atHour: 10, grievance01: quantity(0.25), reach01: quantity(0.3, 'share'), hours: 6, everyDays: 0, where: [countryKey(0)] },
    { atHour: 20, grievance01: quantity(0.1), reach01: quantity(0.2, 'share'), hours: 5, everyDays: 0, where: [countryKey(2)] },
  ],
  alliance: { contributions: { [countryKey(2)]: quantity(300), [countryKey(1)]: quantity(60) }, needsExternalCause: true },
});

export const stresses: readonly Stress[] = [
  { name: 'storm', scenario: storm, seeds: [1, 2] },
  { name: 'siege', scenario: siege, seeds: [1, 2] },
  { name: 'rescue', scenario: rescue, seeds: [1, 2, 3] },
];
