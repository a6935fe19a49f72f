/** The rungs of a government's ladder, where each stands, and whether one is taken at a sitting. */
import { clamp } from '../../base/maths.ts';
import type { CountryField } from '../../world/fields.ts';
import type { RunState } from '../contract.ts';
import { eased, easeOf } from './vigilance.ts';

export interface Rung {
  readonly name: string;
  readonly field: CountryField;
  /** lever that may forbid it */
  readonly lever?: string;
  readonly threshold: (run: RunState, c: number) => number;
}

/** In order. A rung is taken when threat passes its threshold; each threshold has its own luck. */
export const rungs: readonly Rung[] = [
  {
    name: 'concession',
    field: 'conceded',
    lever: 'govern.concession',
    threshold: (run, c) => run.value('govern.concede') + run.value('govern.concedeRecord') * (0.3 - run.world.countries.latents[c]!.concedeReadiness01),
  },
  { name: 'call-up of police', field: 'callUp01', threshold: (run) => run.value('govern.callUp') },
  { name: 'state of emergency', field: 'emergency01', lever: 'govern.emergency', threshold: (run) => run.value('govern.emergency') },
  {
    name: 'network shutdown',
    field: 'shutdown01',
    lever: 'govern.shutdown',
    threshold: (run, c) => run.value('govern.shutdown') - 0.1 * run.world.countries.latents[c]!.stateMedia01,
  },
  { name: 'forces ordered to move', field: 'moving01', threshold: (run) => run.value('govern.move') },
  {
    name: 'lethal force allowed',
    field: 'fire01',
    lever: 'govern.fire',
    threshold: (run, c) => run.value('govern.fire') + run.value('govern.fireRecord') * (0.46 - run.world.countries.latents[c]!.lethalReadiness01),
  },
  { name: 'help asked for', field: 'asked01', lever: 'request.asked', threshold: (run) => run.value('govern.ask') },
];

/** Luck of a rung: the same for the whole run. */
export function rungDraw(run: RunState, c: number, k: number): number {
  return run.luck(run.world.countries.keys[c]!, 'ladder', k);
}

const lowest = 0.02;
const highest = 1.5;

/** Where a rung stands for a government with the draw `u`, before anything was conceded. */
export function standing(run: RunState, c: number, k: number, u: number): number {
  return clamp(rungs[k]!.threshold(run, c) + run.value('govern.spread01') * (2 * u - 1), lowest, highest);
}

/** The draw with which a rung would be reached at `threat`, as things are; NaN when no draw brings it there. */
export function drawOfLevel(run: RunState, c: number, k: number, threat: number): number {
  const level = (threat + easeOf(run, c, rungs[k]!.field)) / dearer(run, c, k);
  if (threat < lowest || level < lowest || level >= highest) return Number.NaN;
  return ((level - rungs[k]!.threshold(run, c)) / run.value('govern.spread01') + 1) / 2;
}

/** The level threat must reach in the hour that begins: each concession makes the next one dearer, alarm abroad the first steps cheaper. */
export function levelNow(run: RunState, c: number, k: number, stands: number): number {
  return Math.max(lowest, stands * dearer(run, c, k) - easeOf(run, c, rungs[k]!.field));
}

/** The alarm abroad at which a rung that stands at `stands` would be reached at `threat`; NaN for a rung that alarm does not move. */
export function alarmOfLevel(run: RunState, c: number, k: number, stands: number, threat: number): number {
  const perAlarm = eased(rungs[k]!.field) ? run.value('govern.vigilance') : 0;
  return perAlarm > 0 && threat >= lowest ? (stands * dearer(run, c, k) - threat) / perAlarm : Number.NaN;
}

function dearer(run: RunState, c: number, k: number): number {
  return rungs[k]!.field === 'conceded' ? 1 + 0.6 * run.now.country.conceded[c]! : 1;
}

export type RungAnswer = 'taken' | 'not taken' | 'already taken' | 'forbidden by a lever';

/** Whether a sitting takes a rung. */
export function answerOf(run: RunState, c: number, k: number, threat: number, level: number): RungAnswer {
  const { field, lever } = rungs[k]!;
  if (field === 'conceded' ? run.now.country.conceded[c]! >= 3 : run.now.country[field][c]! > 0) return 'already taken';
  if (threat < level) return 'not taken';
  if (lever !== undefined && ['never', 'none', 'forbidden'].includes(run.lever(lever, run.world.countries.keys[c]!))) return 'forbidden by a lever';
  return 'taken';
}

/** Whether a lever makes a government take a step at once, for the first time. */
export function setNow(run: RunState, c: number, field: CountryField): boolean {
  const lever = { conceded: 'govern.concession', shutdown01: 'govern.shutdown' }[field as string];
  return lever !== undefined && run.lever(lever, run.world.countries.keys[c]!) === 'now' && run.now.country[field][c] === 0;
}

/** Hours between two sittings. */
export function sittingEvery(run: RunState): number {
  return Math.max(1, Math.round(run.value('govern.everyHours')));
}

/** Whether a government sits in an hour. */
export function sits(hour: number, c: number, every: number): boolean {
  return (hour + c) % every === 0;
}
