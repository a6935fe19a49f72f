/**
 * Facts nobody measures, from dated public indicators by one fixed mapping for every country and case.
 * The weights are parameters with priors like any other; a hand-set value in a scenario replaces the
 * mapped one, is listed by `check`, and is counted beside every table of fit.
 */
import { clamp } from '../base/maths.ts';
import type { Parameter } from '../base/parameter.ts';
import type { IndicatorRow } from '../scenario/types.ts';

export const latentNames = [
  'legitimacy01',
  'cohesion01',
  'loyalty01',
  'lowestFear01',
  'discipline01',
  'lethalReadiness01',
  'arrestReadiness01',
  'concedeReadiness01',
  'stateMedia01',
  'connectivity01',
] as const;
export type LatentName = (typeof latentNames)[number];
export type Latents = Record<LatentName, number>;

const p = (id: string, value: number, low: number, high: number, meaning: string, from: { source?: string; assumption?: string }): Parameter => ({
  id: `latent.${id}`,
  unit: '1',
  value,
  prior: { dist: 'uniform', low, high },
  meaning,
  ...from,
});

export const latentParameters: readonly Parameter[] = [
  p('legitimacyBase', 0.15, 0.1, 0.2, 'legitimacy of a government with no law, no rights and no growth', { assumption: 'a floor' }),
  p('ruleOfLawWeight', 0.2, 0.1, 0.3, 'legitimacy per unit of rule of law', {
    source: 'Gilley 2006, doi:10.1111/j.1475-6765.2006.00307.x: governance is the strongest correlate of legitimacy; the size is an ASSUMPTION',
  }),
  p('polyarchyWeight', 0.1, 0, 0.2, 'legitimacy per unit of electoral democracy', { source: 'Gilley 2006 (rights); size ASSUMPTION' }),
  p('growthWeight', 0.005, 0, 0.01, 'legitimacy per percentage point of growth of income per head', { source: 'Gilley 2006 (welfare gains); size ASSUMPTION' }),
  p('cohesionBase', 0.45, 0.35, 0.55, 'cohesion of the elite with full checks and a new head', { assumption: 'middle of the scale' }),
  p('cohesionUnchecked', 0.25, 0.1, 0.35, 'cohesion added where nobody checks the head', {
    assumption: 'Svolik 2012: power-sharing fails late in established autocracies; the size is ours',
  }),
  p('cohesionTenure', 0.2, 0.1, 0.3, 'cohesion added by twenty years in office', { assumption: 'Svolik 2012; size ours' }),
  p('loyaltyBase', 0.35, 0.25, 0.45, 'loyalty of forces under a divided elite', { assumption: 'middle of the scale' }),
  p('loyaltyCohesion', 0.55, 0.4, 0.7, 'loyalty added per unit of cohesion', { assumption: 'Dahl 2016: forces follow the coalition' }),
  p('fearBase', 0.03, 0.01, 0.05, 'fear of the boldest where protest is answered mildly', { assumption: 'prototype range .04-.14 in all, widened' }),
  p('fearResponse', 0.2, 0.1, 0.3, 'fear added per share of protests answered by arrests or beatings', {
    source: 'Mass Mobilization response rates, doi:10.7910/DVN/HTTWYL; size ASSUMPTION',
  }),
  p('fearSociety', 0.1, 0.02, 0.3, 'fear added where civil society is crushed', {
    assumption: 'size ours; wide, so that the quiet of the most closed states may come from fear',
  }),
  p('disciplineBase', 0.2, 0, 0.5, 'discipline of a movement of eighteen-year-olds without a record of violence', {
    assumption: 'most protests are peaceful in young countries too: .73 of all in Mass Mobilization',
  }),
  p('ageOfDiscipline', 26, 20, 32, 'years of median age above 18 at which a movement is wholly disciplined', {
    assumption: 'Urdal 2006, doi:10.1111/j.1468-2478.2006.00416.x: youth bulges and violence; the line is ours',
  }),
  p('violenceWeight', 0.8, 0, 1.5, 'discipline lost per share of past protests with violence', {
    source: 'Mass Mobilization, doi:10.7910/DVN/HTTWYL; size ASSUMPTION',
  }),
  p('lethalWeight', 4, 2, 6, 'readiness to fire per share of past protests answered by shooting or killing', { source: 'Mass Mobilization; size ASSUMPTION' }),
  p('concedeWeight', 3, 1.5, 4.5, 'readiness to concede per share of past protests accommodated', { source: 'Mass Mobilization; size ASSUMPTION' }),
];

/** Latest value of an indicator not after `year`; falls back to the mean of all countries. */
function lookup(rows: readonly IndicatorRow[], country: string, indicator: string, year: number): number {
  let best: IndicatorRow | undefined;
  let sum = 0;
  let n = 0;
  for (const row of rows) {
    if (row.indicator !== indicator || row.year > year) continue;
    sum += row.value;
    n++;
    if (row.country === country && (!best || row.year > best.year)) best = row;
  }
  if (best) return best.value;
  return n > 0 ? sum / n : (neutral[indicator] ?? 0.5);
}

/** What a world without indicator tables assumes (the `minimal` scenario says so in its file). */
const neutral: Record<string, number> = {
  gdpPerCapitaGrowthPct: 2,
  medianAgeYears: 31,
  headTenureYears: 6,
  responseArrest01: 0.14,
  responseBeating01: 0.05,
  responseKilling01: 0.05,
  responseShooting01: 0.06,
  responseAccommodation01: 0.1,
  protesterViolence01: 0.26,
  internetUsersShare01: 0.8,
  altInformation01: 0.4,
  horizontalAccountability01: 0.3,
  polyarchy01: 0.3,
  ruleOfLaw01: 0.5,
  civilSociety01: 0.4,
};

/** The mapping itself. */
export function latentsOf(rows: readonly IndicatorRow[], country: string, year: number, value: (id: string) => number): Latents {
  const x = (indicator: string) => lookup(rows, country, indicator, year);
  const v = (id: string) => value(`latent.${id}`);
  const cohesion01 = clamp(
    v('cohesionBase') + v('cohesionUnchecked') * (1 - x('horizontalAccountability01')) + v('cohesionTenure') * Math.min(1, x('headTenureYears') / 20),
    0.05,
    0.98,
  );
  return {
    legitimacy01: clamp(
      v('legitimacyBase') + v('ruleOfLawWeight') * x('ruleOfLaw01') + v('polyarchyWeight') * x('polyarchy01') + v('growthWeight') * x('gdpPerCapitaGrowthPct'),
      0.01,
      0.9,
    ),
    cohesion01,
    loyalty01: clamp(v('loyaltyBase') + v('loyaltyCohesion') * cohesion01, 0.05, 0.98),
    lowestFear01: clamp(
      v('fearBase') + v('fearResponse') * (x('responseArrest01') + x('responseBeating01')) + v('fearSociety') * (1 - x('civilSociety01')),
      0.005,
      0.5,
    ),
    discipline01: clamp(
      v('disciplineBase') + ((1 - v('disciplineBase')) * (x('medianAgeYears') - 18)) / v('ageOfDiscipline') - v('violenceWeight') * x('protesterViolence01'),
      0.05,
      0.95,
    ),
    lethalReadiness01: clamp(0.02 + v('lethalWeight') * (x('responseKilling01') + x('responseShooting01')), 0.02, 0.95),
    arrestReadiness01: clamp(x('responseArrest01'), 0.02, 0.95),
    concedeReadiness01: clamp(v('concedeWeight') * x('responseAccommodation01'), 0, 0.95),
    stateMedia01: clamp(1 - x('altInformation01'), 0.02, 0.98),
    connectivity01: clamp(x('internetUsersShare01'), 0.05, 1),
  };
}
