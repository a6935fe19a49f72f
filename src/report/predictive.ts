/** The prior predictive page: each record beside the draws' intervals, hits and misses as they fall, with the model's parts out. */
import type { Prediction, Alternative } from '../experiment/prediction.ts';
import { allowance, rangeOf, scoreOf, totalOf, type Score, type Total } from '../experiment/score.ts';
import { calendarFrom, type Calendar } from '../view/calendar.ts';
import type { Observation } from '../scenario/record.ts';
import type { ScenarioSpec } from '../scenario/types.ts';

export interface PredictedCase {
  readonly scenario: ScenarioSpec;
  readonly observations: readonly Observation[];
  /** parameters that were drawn, and how many of them this scenario alone states */
  readonly free: { readonly drawn: number; readonly ofScenario: number };
  /** [alternative] predictions by draw; the first is the whole model */
  readonly predictions: readonly (readonly Prediction[])[];
}

export interface PredictivePage {
  readonly cases: readonly PredictedCase[];
  readonly alternatives: readonly Alternative[];
  readonly draws: number;
  readonly seed: number;
  readonly engineVersion: string;
  readonly command: string;
}

/** Scores of one case under one alternative, outcomes or inputs. */
export function scoresOf(one: PredictedCase, alternative: number, kind: Observation['kind']): Score[] {
  return one.observations.flatMap((o, i) =>
    o.kind === kind
      ? [
          scoreOf(
            o,
            one.predictions[alternative]!.map((p) => p.answers[i]!),
          ),
        ]
      : [],
  );
}

/** What the draws of the first alternative are drawn from. */
function weightsOf({ alternatives, cases }: PredictivePage): string {
  const names = [...new Set(cases.map(({ scenario }) => alternatives[0]!.weights ?? scenario.weights))];
  const fitted = names.filter((name) => name !== 'prior');
  if (fitted.length === 0) return 'The priors are drawn from as they stand, fitted to nothing.';
  const where = fitted.length === names.length ? '' : ', and from the priors as they stand';
  return `Drawn from the weights ${fitted.map((name) => `\`${name}\``).join(', ')}${where}, fitted to the base rates of many campaigns ([base-rates.md](base-rates.md)) and then frozen.`;
}

/** The page as Markdown. */
export function predictivePage(page: PredictivePage): string {
  return [
    '# Prior predictive',
    '',
    `${page.draws} draws of all parameters, first arm of each scenario, base seed ${page.seed}, engine ${page.engineVersion}. One set of weights and priors for all scenarios; scenarios differ in sourced facts, in the ranges stated beside their events, and in what the fixed mapping of public indicators makes of their countries. Model result, not a forecast.`,
    '',
    `${weightsOf(page)} Neither record was fitted, and neither is untouched: the structure of the model and the centres of some priors were changed after both had been looked at ([ADR 0013](adr/0013-ideas-against-the-misses.md) lists every change). So the tables say how far the ranges allow for what happened, not how well the model would have foretold it.`,
    '',
    `An observation is met when its own range of error meets the central interval of the draws; times are given ${allowance.hours} h on either side, counts of regions ${allowance.regions}. Wide intervals meet easily: read the widths too. The log score is the natural logarithm of the probability the draws give to the observed range (a kernel of .2 decades for counts, 6 h for times, 1.5 for regions; a thing no draw shows keeps half a draw's probability), summed over observations; nearer to 0 is better. A run that moves more than three million people is given up, and what it had not reached counts as not foretold.`,
    '',
    'Repeat:',
    '',
    '```sh',
    page.command,
    '```',
    '',
    ...summary(page),
    ...page.cases.flatMap(tables),
  ].join('\n');
}

function summary(page: PredictivePage): string[] {
  const head = page.cases.flatMap((c) => [`${c.scenario.title}: in 50 %`, 'in 90 %', 'log score']);
  return [
    '## The whole model and its parts',
    '',
    ...page.cases.map(
      (c) =>
        `- **${c.scenario.title}**: ${c.observations.filter((o) => o.kind === 'outcome').length} outcomes beside ${c.free.drawn} drawn parameters, ${c.free.ofScenario} of them stated by this scenario alone; ${c.observations.filter((o) => o.kind === 'input').length} observations are inputs and not counted; ${c.predictions[0]!.filter((p) => p.givenUpAtHour >= 0).length} of ${page.draws} runs given up.`,
    ),
    '',
    `| model | ${head.join(' | ')} | log score, both |`,
    `|---|${head.map(() => '---|').join('')}---|`,
    ...page.alternatives.map((alternative, a) => {
      const totals = page.cases.map((c) => totalOf(scoresOf(c, a, 'outcome')));
      const cells = totals.flatMap((t) => [share(t.in50, t), share(t.in90, t), t.logScore.toFixed(1)]);
      return `| ${alternative.title} | ${cells.join(' | ')} | ${totals.reduce((sum, t) => sum + t.logScore, 0).toFixed(1)} |`;
    }),
    '',
    'Rows below the first are the same draws with one part out. Where a row scores no worse, the records give no reason to keep that part. `call` off is no fair baseline: with it off, announced calls never end and nobody remembers a crowd.',
    '',
  ];
}

const share = (part: number, total: Total) => `${part} of ${total.observations}`;

function tables(one: PredictedCase): string[] {
  const calendar = calendarFrom(one.scenario.from);
  return [
    `## ${one.scenario.title}`,
    '',
    ...table(one, 'outcome', calendar),
    '',
    '### Inputs',
    '',
    'The scenario was told these, or they follow from what it was told. Not counted above.',
    '',
    ...table(one, 'input', calendar),
    '',
  ];
}

function table(one: PredictedCase, kind: Observation['kind'], calendar: Calendar): string[] {
  const observations = one.observations.filter((o) => o.kind === kind);
  if (observations.length === 0) return ['None.'];
  const scores = scoresOf(one, 0, kind);
  return [
    '| observation | record, with allowance | draws: median | 50 % | 90 % | happens in | in 50 % | in 90 % | log score |',
    '|---|---|---|---|---|---|---|---|---|',
    ...observations.map((o, i) => {
      const s = scores[i]!;
      const show = (x: number) => (Number.isNaN(x) ? '–' : s.kind === 'hour' ? calendar.hour(x) : String(Math.round(x)));
      const { low, high } = rangeOf(o);
      const middle = s.kind === 'binary' ? ['–', '–', '–'] : [show(s.median), `${show(s.p25)} – ${show(s.p75)}`, `${show(s.p05)} – ${show(s.p95)}`];
      return `| ${o.id} (${o.quantity}) | ${show(o.value)} (${show(Math.max(0, low))} – ${show(high)}) | ${middle.join(' | ')} | ${Math.round(s.happens01 * 100)} % | ${s.in50 ? 'yes' : 'no'} | ${s.in90 ? 'yes' : 'no'} | ${s.logScore.toFixed(2)} |`;
    }),
  ];
}
