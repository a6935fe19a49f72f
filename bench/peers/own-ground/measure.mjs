/** Our own ground: the four who keep the people of `minimal` do the same work and are then timed. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { here, workshop } from '../engines.mjs';

const python = join(workshop, 'venv/bin/python');
const run = (command, words) => JSON.parse(execFileSync(command, words, { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] }));
const play = (who, seed) => run(process.execPath, ['--expose-gc', join(here, 'own-ground/play.mjs'), who, String(seed)]);

function mesa(seed) {
  const file = join(workshop, `people-${seed}.json`);
  if (!existsSync(file))
    execFileSync(process.execPath, [join(here, 'own-ground/play.mjs'), 'people', String(seed), file], { stdio: ['ignore', 'ignore', 'inherit'] });
  return run(python, [join(here, 'own-ground/town.py'), file, String(seed)]);
}

/** How many seeds each is compared over, and how often it is timed. */
export const keepers = [
  { id: 'engine', title: 'Unrest', seeds: 16, rounds: 5, measure: (seed) => play('engine', seed) },
  { id: 'dense-movable', title: 'dense loop over those who can be moved', seeds: 16, rounds: 5, measure: (seed) => play('dense-movable', seed) },
  { id: 'dense', title: 'dense typed-array loop over everybody', seeds: 16, rounds: 5, measure: (seed) => play('dense', seed) },
  { id: 'mesa', title: 'Mesa', seeds: 8, rounds: 2, measure: mesa },
  { id: 'oracle', title: 'literal oracle, person by person', seeds: 2, rounds: 2, measure: (seed) => play('oracle', seed) },
];
const isThere = ({ id }) => id !== 'mesa' || existsSync(python);

/** Local hours of the day whose turnout is compared: from the call to after it. The run begins at midnight. */
export const clockHours = [17, 18, 19, 20, 21, 22, 23];
const evenings = [2, 3, 4, 5, 6];

export function ownGroundStatistics(quick, save) {
  for (const keeper of keepers.filter(isThere)) {
    const runs = Array.from({ length: quick ? 2 : keeper.seeds }, (_, i) => keeper.measure(i + 1));
    const joins = runs.map(({ joined }) => joined.reduce((a, b) => a + b, 0));
    const turnout = runs.map((one) => clockHours.map((clock) => evenings.reduce((sum, day) => sum + one.turnout[day * 24 + clock], 0) / evenings.length));
    save({ kind: 'own-ground statistics', keeper: keeper.id, joins, turnout, byHour: runs.slice(0, 2).map((one) => one.joined.join(' ')) });
  }
}

export function ownGroundTimes(quick, save) {
  for (let round = 1; round <= (quick ? 1 : 5); round++) {
    for (const keeper of keepers.filter(isThere)) {
      if (round > keeper.rounds) continue;
      const { people, hours, wallS, cpuS, version } = keeper.measure(round);
      save({ kind: 'own-ground timing', keeper: keeper.id, round, people, hours, wallS, cpuS, version });
    }
  }
}
