/** Model I in Unrest: the kernel of the classics, in WebAssembly or in plain TypeScript, and the class before it. Needs `npm run build`. */
import { readFileSync } from 'node:fs';
import { measure, readArguments, work } from '../measure.mjs';

const given = readArguments();
const { side, neighbourhood, seed, way } = given;
const parameters = {
  rule: 'floored',
  side,
  agentDensity: work.agentDensity,
  copDensity: work.copDensity,
  // the class knows discs only: a radius of 1.7 sees the same 8 sites as Moore's neighbourhood
  vision: neighbourhood === 'disc' ? 7 : way === 'class' ? 1.7 : 1,
  neighbourhood,
  legitimacy01: work.legitimacy,
  longestJailTicks: work.longestTerm,
  agentsMove: true,
  threshold: work.threshold,
  arrestConstant: work.arrestConstant,
};
const folder = '../../../dist/classics/epstein';
const build =
  way === 'class'
    ? await import(`${folder}/civil-violence.js`).then(
        ({ CivilViolence }) =>
          () =>
            new CivilViolence(parameters, seed),
      )
    : await import(`${folder}/kernel.js`).then(
        ({ createCivilViolence }) =>
          () =>
            createCivilViolence(parameters, seed, { engine: way }),
      );
const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
measure(build, given, `Unrest ${version}`);
