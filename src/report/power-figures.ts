/** The charts on forces, alliance and decisions: who acted, and when. */
import { forceSeries } from '../experiment/force-series.ts';
import type { RunSummary } from '../experiment/summary.ts';
import type { Chart } from '../view/chart.ts';
import { armLetter } from '../view/palette.ts';
import { outer, spreadOf } from '../view/statistics.ts';
import { strips } from '../view/strips.ts';
import { timeline, type TimelineRow } from '../view/timeline.ts';
import type { Comparison } from './comparison.ts';
import { decisionRows, type DecisionRow } from './decisions.ts';
import { armNames } from './figures.ts';
import { calendarOf } from './outcomes.ts';
import { countryWords, kindWords, type Words } from './words.ts';

const none = new Float32Array(0);
const at = (run: RunSummary, name: (typeof forceSeries)[number]) => run.forces[forceSeries.indexOf(name)] ?? none;

export function forcesChart(comparison: Comparison, say: Words): Chart {
  const t = say.text.forces;
  const findings = comparison.arms.slice(0, 2).map((arm, a) => {
    const refused = spreadOf(arm.runs.map((run) => most(at(run, 'aside').map((people, h) => people + (at(run, 'changedSides')[h] ?? 0)))));
    const own = spreadOf(arm.runs.map((run) => at(run, 'police')[0]! + at(run, 'interior')[0]! + at(run, 'army')[0]!));
    const foreign = spreadOf(arm.runs.map((run) => most(at(run, 'foreign'))));
    const range = outer(refused);
    const words = say.chart.range(say.count(range.low), say.count(range.high), range.isAll, refused.count, say.chart.units.run);
    return t.finding(armLetter(a), say.count(refused.median), words, say.count(own.median), say.count(outer(foreign).high));
  });
  return strips(
    {
      id: 'forces-chart',
      finding: findings.join(' '),
      alt: t.alt,
      note: t.note,
      caption: t.caption,
      from: comparison.scenario.from,
      hours: comparison.scenario.hours,
      arms: armNames(comparison).slice(0, 2),
      panels: forceSeries.map((name, i) => ({ title: t.titles[i]!, arms: comparison.arms.slice(0, 2).map((arm) => arm.runs.map((run) => at(run, name))) })),
    },
    say,
  );
}

function most(series: ArrayLike<number>): number {
  return Array.from(series).reduce((a, b) => Math.max(a, b), 0);
}

/** Mechanisms whose entries make the clock of the alliance. */
const allianceSteps = ['request', 'decide', 'ratify', 'send'];

export function isAllianceStep(row: Pick<DecisionRow, 'by'>): boolean {
  return allianceSteps.includes(row.by);
}

/** Share of its largest strength from which the contingent counts as in place. */
const inPlaceShare = 0.9;

/** Hours at which the contingent is in place and at which its last troops have left, for every run that has them. */
export function contingentHours(runs: readonly RunSummary[]): { readonly inPlace: number[]; readonly gone: number[] } {
  const [inPlace, gone]: [number[], number[]] = [[], []];
  for (const run of runs) {
    const foreign = at(run, 'foreign');
    const largest = most(foreign);
    if (largest === 0) continue;
    const from = foreign.findIndex((people) => people >= inPlaceShare * largest);
    inPlace.push(from);
    const left = foreign.findIndex((people, hour) => hour > from && people === 0);
    if (left >= 0) gone.push(left);
  }
  return { inPlace, gone };
}

export function clockRows(comparison: Comparison, say: Words): TimelineRow[] {
  const steps = decisionRows(comparison, say).filter(isAllianceStep);
  if (steps.length === 0) return [];
  const contingents = comparison.arms.map((arm) => ({ ...contingentHours(arm.runs), of: arm.runs.length }));
  const derived = [
    { what: say.text.clock.inPlace, arms: contingents.map(({ inPlace, of }) => ({ hours: inPlace, of })) },
    { what: say.text.clock.gone, arms: contingents.map(({ gone, of }) => ({ hours: gone, of })) },
  ].filter((row) => row.arms.some(({ hours }) => hours.length > 0));
  const rank = (by: string) => allianceSteps.indexOf(by);
  const [inPlace, gone] = [derived.slice(0, 1), derived.slice(1)];
  const leaves = kindWords('contingent begins to leave', say);
  const before = steps.filter((row) => row.what !== leaves).toSorted((a, b) => rank(a.by) - rank(b.by));
  return [...before, ...inPlace, ...steps.filter((row) => row.what === leaves), ...gone].map((row): TimelineRow => {
    const told = recordOf(comparison, row.what, say);
    return { label: row.what, arms: row.arms, ...(told ? { record: told } : {}) };
  });
}

/** The recorded hour of a step, where the record has it. */
function recordOf(comparison: Comparison, what: string, say: Words): TimelineRow['record'] {
  const steps: Readonly<Record<string, string>> = {
    requestHour: kindWords('help requested', say),
    decisionHour: kindWords('help granted', say),
    firstLandingHour: kindWords('first foreign troops land', say),
    parliamentVoteHour: kindWords('parliament consents', say),
  };
  const found = comparison.record.find((row) => {
    const step = steps[row.quantity];
    if (step === undefined) return false;
    return what === (row.quantity === 'parliamentVoteHour' ? `${step} (${countryWords(row.place ?? '', say)})` : step);
  });
  return found && { hour: found.value, low: found.low, high: found.high };
}

export function clockChart(comparison: Comparison, rows: readonly TimelineRow[], say: Words): Chart {
  const t = say.text.clock;
  const findings = comparison.arms.map(({ runs }, a) => {
    const count = (quantity: string) => runs.filter((run) => !Number.isNaN(run.quantities[quantity] ?? Number.NaN)).length;
    const granted = runs.filter((run) => run.quantities['granted'] === 1).length;
    return t.finding(armLetter(a), count('requestHour'), granted, count('firstLandingHour'), runs.length);
  });
  const delays = comparison.arms[0]!.runs.map((run) => run.quantities['firstLandingHour']! - run.quantities['requestHour']!).filter((h) => !Number.isNaN(h));
  const delay = delays.length > 0 ? ` ${t.delay(t.hours(say.count(spreadOf(delays).median)))}` : '';
  return timeline(
    {
      id: 'clock-chart',
      finding: findings.join(' ') + delay,
      alt: t.alt,
      caption: t.caption,
      from: comparison.scenario.from,
      arms: armNames(comparison),
      rows,
    },
    say,
  );
}

export function decisionChart(comparison: Comparison, rows: readonly DecisionRow[], say: Words): Chart {
  const t = say.text.decisions;
  const calendar = calendarOf(comparison, say);
  const first = rows[0]!;
  const common = rows.reduce((best, row) => (row.arms[0]!.hours.length > best.arms[0]!.hours.length ? row : best), first);
  const { hours, of } = common.arms[0]!;
  const when = calendar.hour(first.arms.find((arm) => arm.hours.length > 0)?.median ?? Number.NaN);
  return timeline(
    {
      id: 'decision-chart',
      finding: t.finding(rows.length, first.what, when, common.what, hours.length, of),
      alt: t.alt,
      caption: t.caption,
      from: comparison.scenario.from,
      arms: armNames(comparison),
      most: 16,
      rows: rows.map((row) => ({ label: row.what, arms: row.arms })),
    },
    say,
  );
}
