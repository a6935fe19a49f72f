#!/usr/bin/env node
/**
 * docs/scaling.md and its picture from saved measurements. Usage, after `npm run build`:
 *
 *   node dist/cli/main.js bench scaling --save bench/results/scaling.jsonl
 *   node bench/scaling.mjs bench/results/scaling.jsonl
 */
import { writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadRows } from '../dist/host/node/bench-results.js';
import { scalingPage } from '../dist/host/node/bench-scaling-page.js';
import { standalone } from '../dist/view/chart.js';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('give a file that unrest bench scaling --save FILE has written\n');
  process.exit(2);
}
const { text, chart } = scalingPage(loadRows(file), relative(root, resolve(file)).split(sep).join('/'));
writeFileSync(join(root, 'docs/scaling.md'), text);
writeFileSync(join(root, 'docs/pictures/scaling.svg'), `${standalone(chart)}\n`);
