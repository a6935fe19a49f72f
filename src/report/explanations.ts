/** Explanations of decisions as plain text: one block a rule, a line a term, the turning points below. */
import type { Explanation, Measure } from '../mechanisms/contract.ts';
import type { WhyAnswer } from '../experiment/why.ts';

/** The page `unrest why` prints. `heading` names the run, `clock` says an hour as local time. */
export function renderExplanations(answer: WhyAnswer, heading: string, clock: (hour: number) => string): string {
  const forms = Object.entries(answer.variants).map(([mechanism, form]) => `${mechanism} = ${form}`);
  const log = answer.log.map((e) => `  ${clock(e.hour)}  ${e.kind} [${e.by}]`);
  return [
    heading,
    ...(forms.length > 0 ? [`forms: ${forms.join(', ')}`] : []),
    '',
    ...answer.explanations.flatMap((one, i) => [...block(one, answer.explanations[i - 1], clock), '']),
    ...(log.length > 0 ? ['On record up to this hour:', ...log] : ['Nothing on record up to this hour.']),
    '',
    'Each line under "turns" is one change with everything else as it was. Model result, not a forecast.',
    '',
  ].join('\n');
}

function block(one: Explanation, before: Explanation | undefined, clock: (hour: number) => string): string[] {
  const isRepeated = before !== undefined && one.terms.length > 0 && JSON.stringify(before.terms) === JSON.stringify(one.terms);
  const terms = one.terms.map((t) => row(t, number(t.value), ...(t.weight === undefined ? [] : [`× ${number(t.weight)}`, `= ${number(t.value * t.weight)}`])));
  const turns = one.tipping.map((t) => row({ name: t.what, unit: t.unit }, number(t.now), `→ ${number(t.turnsAt)}`));
  return [
    `${one.rule}, ${one.subject}, ${clock(one.hour)}`,
    `  answer: ${one.answer}`,
    ...(isRepeated ? ['    terms as above'] : terms),
    row(one.total, number(one.total.value)),
    row({ name: `held against: ${one.threshold.name}`, unit: one.threshold.unit }, number(one.threshold.value)),
    ...(one.draw ? [row({ name: `draw "${one.draw.decision}"`, unit: '1' }, number(one.draw.value))] : []),
    ...(turns.length > 0 ? ['  turns:', ...turns] : ['  turns: nothing that changes alone turns this answer']),
  ];
}

function row({ name, unit }: Pick<Measure, 'name' | 'unit'>, value: string, ...more: readonly string[]): string {
  const named = unit === '1' ? name : `${name} (${unit})`;
  return `    ${named.padEnd(66)} ${value.padStart(10)}  ${more.map((part) => part.padEnd(11)).join(' ')}`.trimEnd();
}

/** Four digits that count: enough to see which side of a threshold a number is on. */
function number(value: number): string {
  if (Number.isNaN(value)) return 'none';
  return Math.abs(value) >= 10_000 ? String(Math.round(value)) : String(Number(value.toPrecision(4)));
}
