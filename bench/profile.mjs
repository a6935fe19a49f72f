#!/usr/bin/env node
/**
 * A profile as a small table: share of self time by room of the house and by function. Usage, after `npm run build`:
 *
 *   node --cpu-prof --cpu-prof-name=out/run.cpuprofile dist/cli/main.js digest kazakhstan-2022
 *   node bench/profile.mjs out/run.cpuprofile
 */
import { readFileSync } from 'node:fs';
import { profileLines, sharesOf } from '../dist/host/node/bench-profile.js';

const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('give a file that node --cpu-prof has written\n');
  process.exit(2);
}
process.stdout.write(`${profileLines(sharesOf(JSON.parse(readFileSync(file, 'utf8')))).join('\n')}\n`);
