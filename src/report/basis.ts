/** The sections on what the results rest on: assumptions, sources, care, names, and how to make it again. */
import { escape } from '../view/markup.ts';
import { armLetter } from '../view/palette.ts';
import { allSources, countAssumptions, formInputs, parameterInputs, scenarioInputs, sourceByKey, type Input } from './assumptions.ts';
import type { Comparison } from './comparison.ts';
import { details, link, markedTable, paragraph, table, type Section } from './page.ts';

export function assumptionSection(comparison: Comparison): Section {
  const inputs = [...scenarioInputs(comparison.scenario), ...formInputs(comparison)];
  const parameters = parameterInputs(comparison);
  const [fromScenario, fromModel] = [countAssumptions(inputs), countAssumptions(parameters)];
  const row = (one: Input, hasValue: boolean) => [
    `${escape(one.what)}`,
    ...(hasValue ? [escape(one.value), escape(one.range)] : [escape(one.range), escape(one.value)]),
    provenance(comparison, one),
  ];
  return {
    id: 'assumptions',
    title: 'Assumptions',
    body: `${paragraph(`${fromScenario + fromModel} of ${inputs.length + parameters.length} numbers carry the word ASSUMPTION: ${fromScenario} of ${inputs.length} inputs of the scenario and ${fromModel} of ${parameters.length} parameters of the model. A range is what a pair may draw from, not an estimate of error.`)}
${details(`Inputs of the scenario (${inputs.length})`, markedTable({ caption: 'Inputs of the scenario and of its world', columns: [{ label: 'input' }, { label: 'value', isNumber: true }, { label: 'range', isNumber: true }, { label: 'source' }], rows: inputs.map((one) => row(one, true)) }), true)}
${details(`Parameters of the model (${parameters.length})`, markedTable({ caption: 'Parameters with their prior ranges', columns: [{ label: 'parameter' }, { label: 'prior range', isNumber: true }, { label: 'unit' }, { label: 'source' }], rows: parameters.map((one) => row(one, false)) }), true)}`,
  };
}

function provenance(comparison: Comparison, { source, assumption }: Input): string {
  const known = sourceByKey(comparison.scenario, source);
  const from = source === '' ? '' : known ? link(known.title, known.address) : escape(source);
  const guess = assumption === '' ? '' : `<span class="assumption">ASSUMPTION</span> ${escape(assumption)}`;
  return [from, guess].filter((part) => part !== '').join('<br>') || '–';
}

export function sourceSection(comparison: Comparison): Section {
  const sources = allSources(comparison).map(
    (source) =>
      `<li${source.key ? ` id="source-${escape(source.key)}"` : ''}>${link(source.title, source.address)}${source.date ? `, ${escape(source.date)}` : ''}${source.note ? `. <span class="quiet">${escape(source.note)}</span>` : ''}</li>`,
  );
  return {
    id: 'sources',
    title: 'Sources',
    body: sources.length === 0 ? '<p>No source is listed.</p>' : `<p>Links lead out of this file and are opened only by you.</p><ul>${sources.join('\n')}</ul>`,
  };
}

export function careSection(): Section {
  return {
    id: 'care',
    title: 'With care',
    body: `<p>Institutions and offices act in this model; no private person appears in it, and leaders only by their office. The dead, the injured and the detained are counts of the model, set beside the counts that were reported; behind the reported ones stand people.</p>
<p>Statements of documents are attributed to their authors. That the program examines a statement neither adopts nor rejects it.</p>
<p>The program explains what follows from assumptions. It must not be used to plan force against people, and it has no function that looks for the best use of force, for any side.</p>
<h3>Names</h3>
<p>Places bear the names in official use at the time of the scenario, in a common Latin spelling; later or other names may be as good or better. Borders and names on maps take no side in any dispute.</p>`,
  };
}

export function reproduceSection(comparison: Comparison): Section {
  const rows = Array.from({ length: Math.max(0, ...comparison.arms.map((arm) => arm.runs.length)) }, (_, pair) => [
    String(pair),
    ...comparison.arms.map((arm) => arm.runs[pair]?.digest ?? '–'),
  ]);
  const runs = table({ caption: 'Fingerprint of each run', columns: [{ label: 'pair' }, ...comparison.arms.map((_, a) => ({ label: armLetter(a) }))], rows });
  return {
    id: 'reproduce',
    title: 'How to make this again',
    body: `<pre tabindex="0"><code>${escape(comparison.command)}</code></pre>
<p>Engine ${escape(comparison.engineVersion)}, seed ${comparison.seed}, input hash <code>${escape(comparison.scenario.hash)}</code>. With the same three, the same command makes the same histories, byte for byte; a run whose fingerprint differs is not the one shown here.</p>
${details(`Fingerprints of all ${rows.length} pairs`, runs)}`,
  };
}
