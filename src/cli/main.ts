#!/usr/bin/env node
/** The command line: one file per verb, no logic here. Exit codes: 0 ok, 1 results hold failures, 2 bad input, 3 environment, 130 stopped. */
import { Command, CommanderError } from 'commander';
import { engineVersion } from '../base/version.ts';
import { baseRatesVerb } from './base-rates.ts';
import { benchVerb } from './bench.ts';
import { checkVerb } from './check.ts';
import { classicsVerb } from './classics.ts';
import { compareVerb } from './compare.ts';
import { digestVerb } from './digest.ts';
import { doctorVerb } from './doctor.ts';
import { execVerb } from './exec.ts';
import { exportVerb } from './export.ts';
import { newVerb } from './new.ts';
import { pauseVerb } from './pause.ts';
import { planVerb } from './plan.ts';
import { reportProblem } from './problems.ts';
import { predictVerb } from './predict.ts';
import { replayVerb } from './replay.ts';
import { reportVerb } from './report.ts';
import { resumeVerb } from './resume.ts';
import { rowsVerb } from './rows.ts';
import { runVerb } from './run.ts';
import { showVerb } from './show.ts';
import { statusVerb } from './status.ts';
import { verifyVerb } from './verify.ts';
import { whyVerb } from './why.ts';

const program = new Command('unrest')
  .description('Simulate uprisings inside an alliance of states: one run, or pairs of worlds that differ in one thing.')
  .version(engineVersion)
  .showHelpAfterError('(add --help for the options)')
  .exitOverride();

for (const verb of [
  newVerb,
  checkVerb,
  showVerb,
  runVerb,
  compareVerb,
  planVerb,
  execVerb,
  resumeVerb,
  pauseVerb,
  statusVerb,
  reportVerb,
  whyVerb,
  predictVerb,
  rowsVerb,
  baseRatesVerb,
  classicsVerb,
  verifyVerb,
  replayVerb,
  exportVerb,
  digestVerb,
  benchVerb,
  doctorVerb,
])
  verb(program);

process.on('SIGINT', () => {
  process.stderr.write('\nstopped\n');
  process.exit(130);
});

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? (error.exitCode === 0 ? 0 : 2) : reportProblem(error);
}
