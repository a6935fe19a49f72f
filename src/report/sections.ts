/** The sections that say what was asked and what came out. */
import type { WorldShapes } from '../view/geography.ts';
import { escape } from '../view/markup.ts';
import { armLetter } from '../view/palette.ts';
import { enoughForTails } from '../view/statistics.ts';
import type { Comparison } from './comparison.ts';
import {
  armHead,
  differenceChart,
  fallChart,
  holdersChart,
  mapChart,
  peakChart,
  recordChart,
  recordDetail,
  recordLabel,
  turnoutChart,
  worldsChart,
} from './figures.ts';
import { parts, says, saysNot } from './findings.ts';
import { agreement, armWords, calendarOf, differenceWords, outcomeRows, type CellWords, type OutcomeRow } from './outcomes.ts';
import { details, figure, fromFile, link, markedTable, paragraph, type Section } from './page.ts';
import { hasDays, sliderBox } from './slider.ts';
import type { Words } from './words.ts';

export function shortSection(comparison: Comparison, say: Words): Section {
  const body = [parts(comparison, say), says(comparison, say), saysNot(comparison, say)].filter((text) => text !== '').map((text) => paragraph(text));
  return { id: 'short', title: say.text.sections.short, body: body.join('\n') };
}

export function comparedSection(comparison: Comparison, say: Words): Section {
  const t = say.text.compared;
  const calendar = calendarOf(comparison, say);
  const { scenario } = comparison;
  const levers = (arm: number) => scenario.arms.find((one) => one.id === comparison.arms[arm]!.id)?.do ?? [];
  const lever = (entry: ReturnType<typeof levers>[number]) =>
    `<code>${escape(`${entry.set} = ${String(entry.to)}`)}</code>${escape(t.inFrom(entry.in ?? '', calendar.hour(entry.atHour)))}`;
  const arms = comparison.arms.map(
    ({ title }, a) =>
      `<li><strong>${armLetter(a)} · ${fromFile(title, say)}</strong>: ${levers(a).length === 0 ? escape(t.nothingSet) : levers(a).map(lever).join('; ')}</li>`,
  );
  const failed = comparison.failed > 0 ? `<div class="notice" role="note">${escape(t.failed(comparison.failed))}<p>${escape(t.failedMore)}</p></div>` : '';
  const command = comparison.command
    .split(' ')
    .map((word) => `<span>${escape(word)}</span>`)
    .join(' ');
  const facts = [
    [t.pairs, String(comparison.pairs)],
    [t.failedRuns, String(comparison.failed)],
    [t.seed, String(comparison.seed)],
    [t.time, escape(t.span(calendar.full(0), calendar.full(scenario.hours), calendar.zone))],
    [t.engine, escape(comparison.engineVersion)],
    [t.scenario, `<code>${escape(scenario.name)}</code>, ${escape(t.hash)} <code>${escape(scenario.hash.slice(0, 16))}</code>`],
    [t.command, `<code class="command">${command}</code>`],
  ];
  const few = comparison.pairs > 0 && comparison.pairs < enoughForTails ? paragraph(t.few(comparison.pairs)) : '';
  return {
    id: 'compared',
    title: say.text.sections.compared,
    body: `${failed}<ul>${arms.join('')}</ul>\n${paragraph(t.paired)}${few}\n<dl>${facts.map(([name, value]) => `<dt>${escape(name!)}</dt><dd>${value!}</dd>`).join('')}</dl>`,
  };
}

export function outcomeSection(comparison: Comparison, say: Words): Section {
  const t = say.text.outcomes;
  const calendar = calendarOf(comparison, say);
  const small = (text: string) => (text ? `<small>${escape(text).replace(/( –) (?=.{8})/, '$1<br>')}</small>` : '');
  const cell = (words: CellWords) => `${escape(words.main)}${small(words.range)}${small(words.rest)}`;
  const later = comparison.arms.slice(1).map((_, i) => armLetter(i + 1));
  const all = outcomeRows(comparison, say);
  const rows = all.flatMap((row, i) => [
    ...heading(row, all[i - 1]),
    [
      row.kind === 'event' ? escape(row.horizon) : `${escape(row.label)}${row.kind === 'count' ? ` <span class="quiet">(${escape(row.unit)})</span>` : ''}`,
      ...row.arms.map((arm) => cell(armWords(row, arm, calendar, say))),
      ...row.differences.flatMap((difference) => [cell(differenceWords(row, difference, say)), ...Object.values(agreement(difference)).map(escape)]),
    ],
  ]);
  const numbers = [
    ...comparison.arms.map((_, a) => armLetter(a)),
    ...later.flatMap((letter) => [t.withinPairs(letter), t.higher(letter), say.chart.columns.equal]),
  ];
  const columns = [{ label: t.outcome }, ...numbers.map((label) => ({ label, isNumber: true }))];
  const key = comparison.arms.map((_, a) => armHead(comparison, a)).join('; ');
  return {
    id: 'outcomes',
    title: say.text.sections.outcomes,
    body: `${markedTable({ caption: t.caption(key), columns, rows })}
${paragraph(t.note(later[0] ?? 'B', calendar.hour(comparison.clockHour)), 'note')}
${figure(peakChart(comparison, say), say)}
<h3>${escape(t.fallTitle)}</h3>
${paragraph(t.threeMeanings)}
${figure(fallChart(comparison, say), say)}`,
  };
}

/** Rows of the same meaning of "fall" stand under one heading. */
function heading(row: OutcomeRow, before: OutcomeRow | undefined): string[][] {
  return row.heading !== '' && before?.heading !== row.heading ? [[escape(row.heading)]] : [];
}

export function differenceSection(comparison: Comparison, say: Words): Section {
  return { id: 'differences', title: say.text.sections.differences, body: figure(differenceChart(comparison, say), say) };
}

export function placesSection(comparison: Comparison, shapes: WorldShapes, say: Words): Section {
  const t = say.text.places;
  const slider = hasDays(comparison) ? sliderBox(comparison, say) : '';
  const pair = comparison.arms.length > 1 ? `<h3>${escape(t.worlds)}</h3>${figure(worldsChart(comparison, shapes, say), say)}` : '';
  return {
    id: 'places',
    title: say.text.sections.places,
    body: `<div>${slider}${figure(mapChart(comparison, shapes, say), say)}${pair}</div><h3>${escape(t.holders)}</h3>${figure(holdersChart(comparison, say), say)}`,
  };
}

export function turnoutSection(comparison: Comparison, say: Words): Section {
  const t = say.text.turnout;
  const isCounted = comparison.record.some((row) => row.quantity === 'turnoutDay' && row.kind !== 'input');
  const byPlace = isCounted ? `<h3>${escape(t.byPlace)}</h3>${figure(recordChart(comparison, 'turnout', say), say)}` : '';
  return { id: 'turnout', title: say.text.sections.turnout, body: `${paragraph(t.about)}${figure(turnoutChart(comparison, say), say)}${byPlace}` };
}

export function recordSection(comparison: Comparison, say: Words): Section {
  const t = say.text.record;
  const language = say.code === 'en' ? '' : 'en';
  const sources = comparison.record.map(
    (row) =>
      `<li>${escape(recordLabel(row, say))} (${escape(recordDetail(comparison, row, say))}): ${link(row.source.title, row.source.address, language)}</li>`,
  );
  const body =
    comparison.record.length === 0
      ? paragraph(t.none)
      : `${paragraph(t.about)}${figure(recordChart(comparison, 'others', say), say)}${details(t.sources(comparison.record.length), `<ul>${sources.join('')}</ul>`)}`;
  return { id: 'record', title: say.text.sections.record, body };
}
