/** The sections that say why the worlds differ: where they part, forces, alliance, decisions. */
import { escape } from '../view/markup.ts';
import { armLetter } from '../view/palette.ts';
import type { Comparison } from './comparison.ts';
import { decisionRows } from './decisions.ts';
import { partingChart } from './figures.ts';
import { calendarOf } from './outcomes.ts';
import { figure, paragraph, table, type Section } from './page.ts';
import { partingExample } from './parting-example.ts';
import { partings } from './partings.ts';
import { clockChart, clockRows, decisionChart, forcesChart, isAllianceStep } from './power-figures.ts';
import type { Words } from './words.ts';

const mostPartings = 12;

export function partingSection(comparison: Comparison, say: Words): Section {
  const t = say.text.parting;
  const calendar = calendarOf(comparison, say);
  const pairs = comparison.divergences.length;
  const never = comparison.divergences.filter(({ hour }) => hour < 0).length;
  const common = partings(comparison, say);
  const rows = common.slice(0, mostPartings).map((one) => [one.left, one.right, say.chart.of(one.pairs, pairs), calendar.hour(one.medianHour)]);
  const columns = [
    ...comparison.arms.slice(0, 2).map((_, a) => ({ label: t.first(armLetter(a)) })),
    ...[t.pairs, say.chart.columns.medianHour].map((label) => ({ label, isNumber: true })),
  ];
  const rest = common.length > mostPartings ? paragraph(t.rarer(common.length - mostPartings), 'note') : '';
  const example = partingExample(comparison, say);
  const body =
    pairs === 0
      ? paragraph(t.noPairs)
      : `${paragraph(never === 0 ? t.identical : `${t.someNever(never, pairs)}${never < pairs ? ` ${t.others}` : ''}`)}
${figure(partingChart(comparison, say), say)}${rows.length > 0 ? `<h3>${escape(t.what)}</h3>${table({ caption: t.caption, columns, rows })}` : ''}${rest}
${example.length > 0 ? `<h3>${escape(t.example)}</h3>${paragraph(example.join(' '))}` : ''}`;
  return { id: 'partings', title: say.text.sections.partings, body };
}

export function forcesSection(comparison: Comparison, say: Words): Section {
  const hasRuns = comparison.arms.some((arm) => arm.runs.length > 0);
  return { id: 'forces', title: say.text.sections.forces, body: hasRuns ? figure(forcesChart(comparison, say), say) : paragraph(say.chart.noRuns) };
}

export function clockSection(comparison: Comparison, say: Words): Section {
  const rows = clockRows(comparison, say);
  const body = rows.length > 0 ? figure(clockChart(comparison, rows, say), say) : paragraph(say.text.clock.nothing);
  return { id: 'clock', title: say.text.sections.clock, body };
}

export function decisionSection(comparison: Comparison, say: Words): Section {
  const t = say.text.decisions;
  const rows = decisionRows(comparison, say).filter((row) => !isAllianceStep(row));
  const body = rows.length > 0 ? `${paragraph(t.about)}${figure(decisionChart(comparison, rows, say), say)}` : paragraph(t.none);
  return { id: 'decisions', title: say.text.sections.decisions, body };
}
