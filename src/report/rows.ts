/** The rows of the document told: a sentence that follows from the numbers, a figure, one page for all. */
import { contrasted, mean, type Judged } from '../experiment/rows/judge.ts';
import type { Contrast, Measure, Setting } from '../experiment/rows/row.ts';
import type { RowResult } from '../experiment/rows/run-row.ts';
import { standalone, type Chart } from '../view/chart.ts';
import { escape } from '../view/markup.ts';
import { means } from '../view/means.ts';
import { count, percent } from '../view/numbers.ts';
import { figure, page, paragraph, type Section } from './page.ts';
import { words } from './words.ts';

/** A value of a measure in words. */
export function showMeasure(measure: Measure): (value: number) => string {
  switch (measure.kind) {
    case 'event':
    case 'share':
      return percent;
    case 'index':
      return (value) => (Math.round(value * 100) / 100).toFixed(2).replace('-', '−');
    case 'hours':
      return (value) => `${count(value)}\u00a0h`;
    case 'people':
    case 'count':
      return count;
  }
}

/** What one criterion found, with what luck alone would do where it was not met. */
export function tellCriterion(result: RowResult, judged: Judged): string {
  const { criterion, measure, isMet } = judged;
  const show = showMeasure(measure);
  const wordsOf = (id: string) => result.row.settings.find((setting) => setting.id === id)!.words;
  const runs = (id: string) => `${result.outcomes[id]![measure.id]!.reduce((a, b) => a + b, 0)} of ${result.seeds} runs ${wordsOf(id)}`;
  if ('at' in criterion) {
    const asked = `${criterion.is} ${percent(criterion.share01)}`;
    return `${capital(measure.words)} in ${runs(criterion.at)}${isMet ? '' : ` (NOT SEEN: ${asked} was asked)`}`;
  }
  const what =
    measure.kind === 'event'
      ? `${capital(measure.words)} in ${runs(criterion.to)} and in ${runs(criterion.from)}`
      : `${capital(measure.words)}: ${show(judged.to)} ${wordsOf(criterion.to)}, ${show(judged.from)} ${wordsOf(criterion.from)}`;
  return isMet
    ? what
    : `${what} (NOT SEEN: ${criterion.is} was asked, by at least ${show(criterion.atLeast)} and beyond the A/A band of ±${show(judged.noise)})`;
}

/** A criterion as a panel says it, beside the means it draws: the difference within pairs and the band of luck it is held against. */
function tellPanel(result: RowResult, { criterion, measure, from, to, noise, isMet }: Judged): string {
  const wordsOf = (id: string) => result.row.settings.find((setting) => setting.id === id)!.words;
  if ('at' in criterion) {
    const found = `${percent(to)} ${wordsOf(criterion.at)}`;
    return isMet
      ? `${capital(found)}: ${criterion.is} ${percent(criterion.share01)}, as asked.`
      : `${capital(found)}. NOT SEEN: ${criterion.is} ${percent(criterion.share01)} was asked.`;
  }
  const size = sizeOf(measure);
  const found = `${size(Math.abs(to - from))} ${to < from ? 'less' : 'more'} ${wordsOf(criterion.to)} than ${wordsOf(criterion.from)}`;
  return isMet
    ? `${found}, beyond the A/A band of ±${size(noise)}.`
    : `${found}. NOT SEEN: at least ${size(criterion.atLeast)} ${criterion.is} and beyond the A/A band of ±${size(noise)} was asked.`;
}

/** A difference of a measure: of shares in points, so that 20 % of 40 % and 20 of 100 runs are not taken for one another. */
function sizeOf(measure: Measure): (difference: number) => string {
  if (measure.kind !== 'event' && measure.kind !== 'share') return showMeasure(measure);
  return (difference) => `${count(difference * 100)}\u00a0points`;
}

/** What the axis of a measure counts. */
function unitOf(measure: Measure): string {
  const units = { event: 'share of runs', share: 'share', hours: 'hours', index: 'index', people: 'number', count: 'number' } as const;
  return units[measure.kind];
}

/** What a row shows, in one go. */
export function tellRow(result: RowResult): string {
  return `${result.judged.map((judged) => tellCriterion(result, judged)).join('. ')}.`;
}

/** Differences told besides what is asked, each with whether it stands out of luck. */
export function tellBesides(result: RowResult): string {
  return (result.row.besides ?? []).map((contrast) => tellContrast(result, contrast)).join(' ');
}

function tellContrast(result: RowResult, contrast: Contrast): string {
  const { row, outcomes, seeds } = result;
  const measure = row.measures.find((one) => one.id === contrast.measure)!;
  const { from, to, difference, noise } = contrasted(contrast, outcomes);
  const show = showMeasure(measure);
  const at = (id: string, value: number) => {
    const { words: setting } = row.settings.find((one) => one.id === id)!;
    return measure.kind === 'event' ? `in ${Math.round(value * seeds)} of ${seeds} runs ${setting}` : `${show(value)} ${setting}`;
  };
  const verdict = Math.abs(difference) > noise ? 'a difference beyond' : 'no difference beyond';
  return `Not asked for, but seen beside it: ${measure.words} ${at(contrast.from, from)} and ${at(contrast.to, to)}, ${verdict} the A/A band of ±${sizeOf(measure)(noise)}.`;
}

export function rowChart(result: RowResult): Chart {
  const { row } = result;
  const never = row.measures.some((measure) => measure.words.includes('= never')) ? ' Runs in which it never happens count with the hours given as never.' : '';
  return means({
    id: row.id.toLowerCase(),
    title: tellRow(result),
    note: `A difference counts beyond the A/A band: larger than the mean of the ${result.seeds} pairs would be if the two worlds of each changed names at random (95 %).${never}`,
    ...(row.axis === undefined ? {} : { axis: row.axis }),
    settings: row.settings.map(({ words, line, at }: Setting) => ({
      title: words,
      ...(line === undefined ? {} : { line }),
      ...(at === undefined ? {} : { at }),
    })),
    panels: row.measures.map((measure) => ({
      title: measure.kind === 'event' ? `Runs in which ${measure.words}` : capital(measure.words),
      findings: result.judged.filter((judged) => judged.measure.id === measure.id).map((judged) => tellPanel(result, judged)),
      unit: unitOf(measure),
      isEvent: measure.kind === 'event',
      show: showMeasure(measure),
      values: row.settings.map((setting) => result.outcomes[setting.id]![measure.id]!),
    })),
  });
}

/** The figure of a row as a file of its own; what it found stands in its panels. */
export function rowPicture(result: RowResult): string {
  const { row, judged } = result;
  const met = judged.filter((one) => one.isMet).length;
  return standalone(rowChart(result), `${row.id}. ${row.title}: ${met} of ${judged.length} criteria met`);
}

const warning = 'Invented worlds: they show that a mechanism does what it says, alone. They say nothing about any real country. Model result, not a forecast.';

/** All rows on one page that asks no server for anything. */
export function rowsPage(results: readonly RowResult[], command: string, engineVersion: string): string {
  const failing = results.filter((result) => !result.shows).map((result) => result.row.id);
  const verdict =
    failing.length === 0
      ? `All ${results.length} rows show.`
      : `${results.length - failing.length} of ${results.length} rows show; ${failing.join(', ')} ${failing.length === 1 ? 'does' : 'do'} not.`;
  const head = `<h1>The rows of the document, one by one</h1>
<p class="question">${escape(verdict)}</p>
<div class="notice" role="note">${escape(warning)}</div>`;
  const sections = results.map((result): Section => {
    const { row } = result;
    const body = [
      paragraph(`Paragraph ${row.paragraph}. ${row.states}`),
      paragraph(row.asks),
      paragraph(result.shows ? 'The row shows.' : `The row does NOT show. ${row.lacks ?? ''}`, result.shows ? '' : 'assumption'),
      ...(row.besides ? [paragraph(tellBesides(result))] : []),
      figure(rowChart(result), words.en),
      paragraph(`Mechanisms at work: ${row.mechanisms.join(', ')}; all others are off.`, 'note'),
    ].join('\n');
    return { id: `row-${row.id.toLowerCase()}`, title: `${row.id}. ${row.title}`, body };
  });
  const foot = paragraph(`Made by Unrest ${engineVersion}: ${command}`, 'quiet');
  return page('The rows of the document, one by one', head, sections, foot, '', words.en);
}

/** The same as Markdown, with pictures beside it. */
export function rowsMarkdown(results: readonly RowResult[], command: string, picture: (id: string) => string): string {
  const parts = results.map((result) => {
    const { row } = result;
    return `## ${row.id}. ${row.title}

${row.states} (paragraph ${row.paragraph})

*The experiment.* ${row.asks} At work: ${row.mechanisms.map((id) => `\`${id}\``).join(', ')}.

**${result.shows ? 'Shows' : 'Does not show'}.** ${tellRow(result)}${result.shows || !row.lacks ? '' : `\n\n*What is lacking.* ${row.lacks}`}${row.besides ? `\n\n${tellBesides(result)}` : ''}

![${row.id}: ${row.title}](${picture(row.id)})
`;
  });
  return `# The rows of the document, one by one

Made by \`${command}\`; do not edit. ${warning}

Each row of the design's table is a small experiment: an invented land, one cause at several settings, every setting
with the same ${results[0]?.seeds ?? 0} seeds, all mechanisms off that the row does not need. A criterion is met when the paired
difference has the stated direction and size and lies beyond the A/A band: larger than the mean of the pairs would be
if the two worlds of each changed names at random (95 %). Parameters stand in the middle of their priors but for those
named in the world's file. \`unrest rows S3 --json\` prints every run; \`unrest run out/rows/s3\` runs its world.

| row | what it is about | shows |
|---|---|---|
${results.map(({ row, shows }) => `| [${row.id}](#${anchor(`${row.id}. ${row.title}`)}) | ${row.title} | ${shows ? 'yes' : '**no**'} |`).join('\n')}

${parts.join('\n')}`;
}

/** Rows as lines of a terminal. */
export function rowsTable(results: readonly RowResult[]): string {
  return results
    .map((result) => `${result.row.id.padEnd(4)} ${result.shows ? 'shows' : 'DOES NOT SHOW'}  ${result.row.title}\n     ${tellRow(result)}\n`)
    .join('\n');
}

/** What `--json` prints for a row. */
export function rowJson(result: RowResult) {
  const { row, seeds, outcomes, shows } = result;
  const lacks = shows || row.lacks === undefined ? {} : { lacks: row.lacks };
  const criteria = result.judged.map(({ criterion, from, to, noise, half, isMet }) => ({
    ...criterion,
    meanFrom: from,
    meanTo: to,
    noise,
    pairedHalfWidth: half,
    isMet,
  }));
  const settings = row.settings.map(({ id, words }) => ({
    id,
    words,
    means: Object.fromEntries(row.measures.map((m) => [m.id, mean(outcomes[id]![m.id]!)])),
    runs: outcomes[id]!,
  }));
  const besides = row.besides?.map((contrast) => ({ ...contrast, ...contrasted(contrast, outcomes) }));
  return { row: row.id, title: row.title, shows, ...lacks, ...(besides ? { besides } : {}), seeds, sentence: tellRow(result), criteria, settings };
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
