#!/usr/bin/env node
/** The command line: one file per verb, no logic here. Exit codes: 0 ok, 1 results hold failures, 2 bad input, 3 environment, 130 stopped. */
import { Command, CommanderError } from 'commander';
import { engineVersion } from '../base/version.ts';
import { benchVerb } from './bench.ts';
import { checkVerb } from './check.ts';
import { classicsVerb } from './classics.ts';
import { compareVerb } from './compare.ts';
import { digestVerb } from './digest.ts';
import { runVerb } from './run.ts';
import { reportProblem } from './problems.ts';
import { showVerb } from './show.ts';

const program = new Command('unrest')
  .description('Simulate uprisings inside an alliance of states: one run, or pairs of worlds that differ in one thing.')
  .version(engineVersion)
  .showHelpAfterError('(add --help for the options)')
  .exitOverride();

for (const verb of [checkVerb, showVerb, runVerb, compareVerb, digestVerb, benchVerb, classicsVerb]) verb(program);

process.on('SIGINT', () => {
  process.stderr.write('\nstopped\n');
  process.exit(130);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? (error.exitCode === 0 ? 0 : 2) : reportProblem(error);
}
