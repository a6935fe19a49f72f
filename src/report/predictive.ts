/** The prior predictive page: each observation of the record beside the model's intervals, hits and misses as they fall. */
import type { Comparison, RecordRow } from './comparison.ts';
import { calendarFrom } from '../view/calendar.ts';

/** Markdown table of the first arm against the record. */
export function predictivePage(comparison: Comparison): string {
  const arm = comparison.arms[0]!;
  const outcomes = comparison.record.filter((r) => r.kind === 'outcome');
  const inputs = comparison.record.filter((r) => r.kind !== 'outcome');
  const hit50 = outcomes.filter((r) => r.in50).length;
  const hit90 = outcomes.filter((r) => r.in90).length;
  return [
    `# Prior predictive: ${comparison.scenario.title}`,
    '',
    `${comparison.pairs} prior draws of all parameters, arm "${arm.title}", base seed ${comparison.seed}, engine ${comparison.engineVersion}. Nothing is tuned to this case. Model result, not a forecast.`,
    '',
    `Of ${outcomes.length} outcomes of the record the central 50 % interval of the draws holds ${hit50} (${percent(hit50, outcomes.length)}), the 90 % interval ${hit90} (${percent(hit90, outcomes.length)}). An observation counts as held when its own range of error meets the interval. Wide intervals hold easily: read the widths too. Intervals are over the draws in which the thing happened; "happens in" says how many do.`,
    '',
    'Repeat:',
    '',
    '```sh',
    comparison.command,
    '```',
    '',
    '## Outcomes',
    '',
    ...table(outcomes, comparison),
    '',
    '## Inputs, or observed before the model acts',
    '',
    'Not counted above: the scenario was told these, or they follow from what it was told.',
    '',
    ...table(inputs, comparison),
    '',
  ].join('\n');
}

function table(rows: readonly RecordRow[], comparison: Comparison): string[] {
  const calendar = calendarFrom(comparison.scenario.from);
  return [
    '| observation | record (range) | model median | 50 % | 90 % | happens in | in 50 % | in 90 % |',
    '|---|---|---|---|---|---|---|---|',
    ...rows.map((r) => {
      const show = (x: number) =>
        Number.isNaN(x) ? '–' : r.quantity.startsWith('hour') || r.quantity.endsWith('Hour') ? calendar.hour(x) : String(Math.round(x));
      const { median, p05, p25, p75, p95, shareDefined } = r.model;
      return `| ${r.id} (${r.quantity}) | ${show(r.value)} (${show(r.low)} – ${show(r.high)}) | ${show(median)} | ${show(p25)} – ${show(p75)} | ${show(p05)} – ${show(p95)} | ${Math.round(shareDefined * 100)} % | ${r.in50 ? 'yes' : 'no'} | ${r.in90 ? 'yes' : 'no'} |`;
    }),
  ];
}

function percent(part: number, whole: number): string {
  return whole > 0 ? `${Math.round((100 * part) / whole)} %` : '–';
}
