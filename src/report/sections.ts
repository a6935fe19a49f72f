/** The sections that set results in words and tables. */
import type { WorldShapes } from '../view/geography.ts';
import { escape } from '../view/markup.ts';
import { count, percent } from '../view/numbers.ts';
import { armLetter } from '../view/palette.ts';
import type { Comparison } from './comparison.ts';
import { decisionRows, partings } from './decisions.ts';
import { armHead, fallChart, mapChart, partingChart, peakChart, recordChart, recordDetail, turnoutChart, worldsChart } from './figures.ts';
import { parts, says, saysNot } from './findings.ts';
import { agreement, armWords, calendarOf, differenceWords, fallHeading, outcomeRows, type CellWords, type OutcomeRow } from './outcomes.ts';
import { details, figure, link, markedTable, paragraph, table, type Section } from './page.ts';
import { hasDays, sliderBox } from './slider.ts';

export function comparedSection(comparison: Comparison): Section {
  const calendar = calendarOf(comparison);
  const { scenario } = comparison;
  const levers = (arm: number) => scenario.arms.find((one) => one.id === comparison.arms[arm]!.id)?.do ?? [];
  const arms = comparison.arms.map(
    (_, a) =>
      `<li><strong>${escape(armHead(comparison, a))}</strong>${
        levers(a).length === 0
          ? ': nothing is set, everything as the model decides'
          : `: ${levers(a)
              .map(
                (entry) =>
                  `<code>${escape(`${entry.set} = ${String(entry.to)}`)}</code>${entry.in ? ` in ${escape(entry.in)}` : ''} from ${escape(calendar.hour(entry.atHour))}`,
              )
              .join('; ')}`
      }</li>`,
  );
  const failed =
    comparison.failed > 0
      ? `<div class="notice" role="note">${comparison.failed} ${comparison.failed === 1 ? 'run' : 'runs'} failed<p>Failed runs are missing from every table and chart below. Each can be run again by its own command (<code>unrest status</code>).</p></div>`
      : '';
  return {
    id: 'compared',
    title: 'What was compared',
    body: `${failed}<ul>${arms.join('')}</ul>
<p>The arms of a pair have the same people, the same parameters and the same luck; they differ only where an arm sets something, and in what follows from it. Each pair draws its parameters anew from their prior ranges.</p>
<dl><dt>Pairs</dt><dd>${comparison.pairs}</dd><dt>Failed runs</dt><dd>${comparison.failed}</dd><dt>Seed</dt><dd>${comparison.seed}</dd><dt>Time</dt><dd>${escape(`${calendar.full(0)} to ${calendar.full(scenario.hours)} (${calendar.zone})`)}</dd><dt>Engine</dt><dd>${escape(comparison.engineVersion)}</dd><dt>Scenario</dt><dd><code>${escape(scenario.name)}</code>, input hash <code>${escape(scenario.hash.slice(0, 16))}</code></dd><dt>Command</dt><dd><code class="command">${comparison.command
      .split(' ')
      .map((word) => `<span>${escape(word)}</span>`)
      .join(' ')}</code></dd></dl>`,
  };
}

export function outcomeSection(comparison: Comparison): Section {
  const calendar = calendarOf(comparison);
  const cell = (words: CellWords) =>
    `${escape(words.main)}${words.range ? `<small>${escape(words.range).replace(/( –) (?=.{8})/, '$1<br>')}</small>` : ''}${words.rest ? `<small>${escape(words.rest)}</small>` : ''}`;
  const later = comparison.arms.slice(1).map((_, i) => armLetter(i + 1));
  const all = outcomeRows(comparison);
  const rows = all.flatMap((row, i) => [
    ...heading(row, all[i - 1]),
    [
      `${escape(shownLabel(row))}${row.kind === 'count' ? ` <span class="quiet">(${escape(row.unit)})</span>` : ''}`,
      ...row.arms.map((arm) => cell(armWords(row, arm, calendar))),
      ...row.differences.flatMap((difference) => [cell(differenceWords(row, difference)), ...Object.values(agreement(difference)).map(escape)]),
    ],
  ]);
  const columns = [
    { label: 'outcome' },
    ...[...comparison.arms.map((_, a) => armLetter(a)), ...later.flatMap((letter) => [`${letter} − A, within pairs`, `pairs with ${letter} > A`, 'equal'])].map(
      (label) => ({ label, isNumber: true }),
    ),
  ];
  const key = comparison.arms.map((_, a) => armHead(comparison, a)).join('; ');
  return {
    id: 'outcomes',
    title: 'Outcomes',
    body: `${paragraph(parts(comparison))}${paragraph(says(comparison))}${paragraph(saysNot(comparison))}
${markedTable({ caption: `Outcomes by arm. ${key}`, columns, rows })}
<p class="note">Counts and hours: median, and below it the interval that holds 90 % of runs (of pairs for differences), among those in which it happened. Falls: runs with it, share, and below it the 90 % Wilson interval, or the rule-of-three bound (3/n) where no run or every run has it; the difference is in percentage points with a 90 % interval for matched pairs (Agresti &amp; Min 2005), and “${escape(later[0] ?? 'B')} &gt; A” counts pairs in which it happens in ${escape(later[0] ?? 'B')} alone. Horizons are counted from ${escape(calendar.hour(comparison.clockHour))}. Quantiles are of type R-7.</p>
${figure(peakChart(comparison))}
<h3>Does the government fall?</h3>
<p>Three meanings of “fall” are kept apart, because they give different answers.</p>
${figure(fallChart(comparison))}`,
  };
}

/** Rows of the same meaning of "fall" stand under one heading. */
function heading(row: OutcomeRow, before: OutcomeRow | undefined): string[][] {
  const words = fallHeading(row);
  return words !== '' && (!before || fallHeading(before) !== words) ? [[escape(words)]] : [];
}

function shownLabel(row: OutcomeRow): string {
  return row.kind === 'event' ? row.label.slice(row.label.indexOf('within')) : row.label;
}

export function placesSection(comparison: Comparison, shapes: WorldShapes): Section {
  const pair = comparison.arms.length > 1 ? `<h3>Two worlds</h3>${figure(worldsChart(comparison, shapes))}` : '';
  return { id: 'places', title: 'Where and when', body: `${hasDays(comparison) ? sliderBox(comparison) : ''}${figure(mapChart(comparison, shapes))}${pair}` };
}

export function turnoutSection(comparison: Comparison): Section {
  return {
    id: 'turnout-section',
    title: 'People out, day by day',
    body: `<p>The record is drawn over the first arm only. It counts what was reported; the model counts everybody who goes out on that day, once.</p>${figure(turnoutChart(comparison))}`,
  };
}

export function recordSection(comparison: Comparison): Section {
  const sources = comparison.record.map(
    (row) => `<li>${escape(row.label)} (${escape(recordDetail(comparison, row))}): ${link(row.source.title, row.source.address)}</li>`,
  );
  const body =
    comparison.record.length === 0
      ? '<p>No record is attached to this scenario, so nothing here has been checked against what happened.</p>'
      : `<p>Before anything is fitted, this is what the prior ranges alone expect, against what was recorded. Misses are shown as they fall. A wide interval is easily met, and so are things that did not happen; observations the scenario was told are left out.</p>${figure(recordChart(comparison))}${details(`Sources of the ${comparison.record.length} observations`, `<ul>${sources.join('')}</ul>`)}`;
  return { id: 'record', title: 'The record against the model', body };
}

export function partingSection(comparison: Comparison): Section {
  const calendar = calendarOf(comparison);
  const never = comparison.divergences.filter(({ hour }) => hour < 0).length;
  const common = partings(comparison);
  const rows = common
    .slice(0, 12)
    .map((one) => [one.what, String(one.pairs), percent(one.pairs / Math.max(1, comparison.divergences.length)), calendar.hour(one.medianHour)]);
  const rest = common.length > 12 ? paragraph(`${common.length - 12} rarer first differences are not listed.`, 'note') : '';
  const body =
    comparison.divergences.length === 0
      ? '<p>No pairs were compared.</p>'
      : `${paragraph(never === 0 ? 'Up to the hour given here the two worlds of a pair are identical in everything that is recorded.' : `In ${never} of ${comparison.divergences.length} pairs the two worlds never part: what was set changed nothing that is recorded.${never < comparison.divergences.length ? ' In the others they are identical in everything that is recorded up to the hour given here.' : ''}`)}
${figure(partingChart(comparison))}${rows.length > 0 ? `<h3>What differs first</h3>${table({ caption: 'First differing entry of the log, commonest first', columns: [{ label: 'first difference' }, ...['pairs', 'share', 'median hour'].map((label) => ({ label, isNumber: true }))], rows })}` : ''}${rest}`;
  return { id: 'partings', title: 'Where the two worlds part', body };
}

export function decisionSection(comparison: Comparison): Section {
  const calendar = calendarOf(comparison);
  const rows = decisionRows(comparison).map((row) => [
    row.what,
    ...row.arms.flatMap((arm) => [arm.of > 0 ? percent(arm.runs / arm.of) : '–', arm.runs > 0 ? calendar.hour(arm.median) : '–']),
  ]);
  const columns = [
    { label: 'decision or event' },
    ...comparison.arms.flatMap((_, a) => [`${armLetter(a)}: share of runs`, `${armLetter(a)}: median hour`]).map((label) => ({ label, isNumber: true })),
  ];
  return {
    id: 'decisions',
    title: 'Decisions',
    body: `<p>First time each happens in a run, in order of the median hour. Dated inputs of the scenario are not listed here but under assumptions.</p>${rows.length > 0 ? table({ caption: `Decisions of governments, parliaments and the alliance, ${count(rows.length)} kinds`, columns, rows }) : '<p>No decisions were logged.</p>'}`,
  };
}
