/** Model I in Unrest: the kernel of the classics, in WebAssembly or in plain TypeScript. Needs `npm run build`. */
import { readFileSync } from 'node:fs';
import { createCivilViolence } from '../../../dist/classics/epstein/kernel.js';
import { measure, readArguments, work } from '../measure.mjs';

const given = readArguments();
const { side, neighbourhood, seed, way } = given;
const parameters = {
  rule: 'floored',
  side,
  agentDensity: work.agentDensity,
  copDensity: work.copDensity,
  vision: neighbourhood === 'disc' ? 7 : 1,
  neighbourhood,
  legitimacy01: work.legitimacy,
  longestJailTicks: work.longestTerm,
  agentsMove: true,
  threshold: work.threshold,
  arrestConstant: work.arrestConstant,
};
const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
measure(() => createCivilViolence(parameters, seed, { engine: way }), given, `Unrest ${version}`);
