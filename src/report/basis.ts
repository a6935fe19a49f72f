/** The sections on what the results rest on: assumptions, sources, care, names, and how to make it again. */
import { escape } from '../view/markup.ts';
import { armLetter } from '../view/palette.ts';
import { allSources, countFootings, drawnForms, isFromMemory, parameterInputs, scenarioInputs, sourceByKey, type Input } from './assumptions.ts';
import type { Comparison } from './comparison.ts';
import { details, fromFile, link, markedTable, paragraph, table, type Section } from './page.ts';
import type { Words } from './words.ts';

const columns = '<colgroup><col class="what"><col class="range"><col></colgroup>';

export function assumptionSection(comparison: Comparison, say: Words): Section {
  const t = say.text.assumptions;
  const inputs = scenarioInputs(comparison, say);
  const parameters = parameterInputs(comparison, say);
  const all = countFootings([...inputs, ...parameters]);
  const row = (one: Input, isInput: boolean) => {
    const range = one.range || (one.isChoice ? '' : `<span class="mark">${escape(t.noRange)}</span>`);
    const what = isInput ? escape(one.what) : `${fromFile(one.what, say)}<br><code>${escape(one.id)}</code>`;
    const numbers = isInput ? [escape(one.value), range] : [range, escape(one.value)];
    return [what, numbers.filter((part) => part !== '').join('<br>'), basis(comparison, one, say)];
  };
  const listed = (caption: string, first: string, second: string, rows: readonly Input[], isInput: boolean) =>
    markedTable(
      { caption, columns: [{ label: first }, { label: second }, { label: t.basis }], rows: rows.map((one) => row(one, isInput)) },
      { classes: 'basis', columns },
    );
  return {
    id: 'assumptions',
    title: say.text.sections.assumptions,
    body: `${paragraph(`${t.count(all.numbers, all.sourced, all.partly, all.assumed, all.memory)} ${t.exact(all.withoutRange)} ${t.range}`)}
${variantTable(comparison, say)}${details(t.scenarioTitle(inputs.length), listed(t.scenarioCaption, t.input, t.valueRange, inputs, true), true)}
${details(t.modelTitle(parameters.length), listed(t.modelCaption, t.parameter, t.priorRange, parameters, false), true)}`,
  };
}

/** Published forms the pairs took, and what they were drawn from. */
function variantTable(comparison: Comparison, say: Words): string {
  const t = say.text.assumptions;
  const forms = drawnForms(comparison);
  if (forms.length === 0) return '';
  const rows = forms.map(({ mechanism, form, pairs, open }) => [
    mechanism,
    form,
    say.chart.of(pairs, comparison.pairs),
    open.length > 1 ? t.oneOf(open.join(', ')) : t.onlyForm,
  ]);
  const data = {
    caption: t.variantsCaption,
    columns: [{ label: t.mechanism }, { label: t.form }, { label: t.pairs, isNumber: true }, { label: t.basis }],
    rows,
  };
  return `<h3>${escape(t.variantsTitle)}</h3>${paragraph(t.variantsAbout)}${table(data)}`;
}

function basis(comparison: Comparison, one: Input, say: Words): string {
  const t = say.text.assumptions;
  const known = sourceByKey(comparison.scenario, one.source);
  const language = say.code === 'en' ? '' : 'en';
  const from = one.source === '' ? '' : known ? link(known.title, known.address, language) : fromFile(one.source, say);
  const memory = one.footing === 'memory' ? `<span class="memory">${escape(t.memory)}</span>` : '';
  const isOwn = one.assumption === t.noSource || one.isChoice === true;
  const words = one.assumption === '' ? '' : isOwn ? escape(one.assumption) : fromFile(one.assumption, say);
  const guess = words === '' ? '' : one.isChoice ? words : `<span class="assumption">ASSUMPTION</span> ${words}`;
  const partly = one.footing === 'partly' && one.assumption === '' ? `<span class="assumption">ASSUMPTION</span> ${escape(t.partly)}` : '';
  return [memory, from, guess, partly].filter((part) => part !== '').join('<br>') || '–';
}

export function sourceSection(comparison: Comparison, say: Words): Section {
  const t = say.text.sources;
  const language = say.code === 'en' ? '' : 'en';
  const sources = allSources(comparison).map((source) => {
    const mark = isFromMemory(source) ? `<span class="memory">${escape(t.memory)}</span> ` : '';
    const note = source.note ? `. <span class="quiet">${fromFile(source.note, say)}</span>` : '';
    return `<li${source.key ? ` id="source-${escape(source.key)}"` : ''}>${mark}${link(source.title, source.address, language)}${source.date ? `, ${escape(source.date)}` : ''}${note}</li>`;
  });
  return {
    id: 'sources',
    title: say.text.sections.sources,
    body: sources.length === 0 ? paragraph(t.none) : `${paragraph(t.about)}<ul>${sources.join('\n')}</ul>`,
  };
}

export function careSection(say: Words): Section {
  const t = say.text.care;
  return {
    id: 'care',
    title: say.text.sections.care,
    body: `${[t.people, t.statements, t.force].map((text) => paragraph(text)).join('\n')}<h3>${escape(t.namesTitle)}</h3>${paragraph(t.names)}`,
  };
}

export function reproduceSection(comparison: Comparison, say: Words): Section {
  const t = say.text.reproduce;
  const rows = Array.from({ length: Math.max(0, ...comparison.arms.map((arm) => arm.runs.length)) }, (_, i) => [
    String(comparison.pairNumbers?.[i] ?? i),
    ...comparison.arms.map((arm) => arm.runs[i]?.digest ?? '–'),
  ]);
  const runs = table({ caption: t.caption, columns: [{ label: t.pair }, ...comparison.arms.map((_, a) => ({ label: armLetter(a) }))], rows });
  return {
    id: 'reproduce',
    title: say.text.sections.reproduce,
    body: `<pre tabindex="0"><code>${escape(comparison.command)}</code></pre>
<p>${escape(t.engine(comparison.engineVersion, comparison.seed))} <code>${escape(comparison.scenario.hash)}</code>. ${escape(t.same)}</p>
${details(t.title(rows.length), runs)}`,
  };
}
