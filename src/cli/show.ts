import type { Command } from 'commander';
import { statedValue } from '../base/parameter.ts';
import { scenarioNames } from '../host/node/files.ts';
import { interventions } from '../mechanisms/interventions.ts';
import { levers, mechanisms, modelParameters } from '../mechanisms/registry.ts';
import { weightsKnown } from '../mechanisms/weights.ts';
import { stepTable } from '../run/step.ts';

/** What a scenario gets that names no weights. */
const weights = weightsKnown[0]!;

/** `unrest show`: the program explained by itself. */
export function showVerb(program: Command): void {
  program
    .command('show')
    .option('--step', 'the step of a run, as a table')
    .option('--levers', 'what a do: entry can set')
    .option('--do', 'named interventions, for use: in an arm')
    .option('--parameters', 'parameters with unit, prior and source, and what the newest weights make of them')
    .option('--scenarios', 'scenarios that come with the package (the default)')
    .option('--json', 'as JSON')
    .description('Show the step of a run, the levers, the named interventions, the parameters or the scenarios.')
    .action((options: { step?: boolean; levers?: boolean; do?: boolean; parameters?: boolean; json?: boolean }) => {
      if (options.step)
        print(options, stepTable(), (rows) =>
          rows.map(
            (r, i) =>
              `${String(i + 1).padStart(2)}  ${r.id.padEnd(10)} ${r.does}${r.draws.length > 0 ? `\n                 draws: ${r.draws.join(', ')}` : ''}`,
          ),
        );
      else if (options.levers) print(options, levers, (rows) => rows.map((l) => `${l.id.padEnd(24)} ${l.values.join(' | ')}\n${' '.repeat(25)}${l.meaning}`));
      else if (options.do)
        print(options, interventions, (rows) =>
          rows.flatMap((i) => {
            const moves = i.sets.map(({ lever, to }) => `${lever} = ${to}`).join(', ');
            const from = i.hoursBefore === undefined ? `from: ${i.from ?? 'the first hour'}` : `needs than: it begins ${i.hoursBefore} h before`;
            return [`${i.id.padEnd(24)} ${i.meaning}`, `${' '.repeat(25)}${moves}; in: ${i.where === 'focus' ? 'the focus country' : 'everywhere'}; ${from}`];
          }),
        );
      else if (options.parameters)
        print(
          options,
          modelParameters.map((p) => ({ ...p, ...(weights.moved[p.id] && { moved: weights.moved[p.id]! }) })),
          (rows) =>
            rows.map(
              (p) =>
                `${p.id.padEnd(32)} ${p.prior.low} … ${p.prior.high} ${p.unit}${p.moved ? `, drawn around ${Number(statedValue(p).toPrecision(3))} by ${weights.id}` : ''}\n    ${p.meaning}; ${p.source ? `source: ${p.source}` : `ASSUMPTION: ${p.assumption ?? ''}`}`,
            ),
        );
      else
        print(options, scenarioNames(), (rows) => [
          ...rows.map((s) => `  ${s}`),
          '',
          `${mechanisms.length} mechanisms; --step, --levers, --do and --parameters show more`,
        ]);
    });
}

function print<T>(options: { json?: boolean }, rows: readonly T[], lines: (rows: readonly T[]) => string[]): void {
  process.stdout.write(options.json ? `${JSON.stringify(rows)}\n` : `${lines(rows).join('\n')}\n`);
}
