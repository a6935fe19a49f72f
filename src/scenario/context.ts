/** What the pieces of a scenario are checked against, and the checks every piece needs. */
import { quoted, type Path } from '../base/issue.ts';
import { parseMoment, type Clock } from './clock.ts';
import type { Names } from './geography.ts';
import type { QuantityContext } from './quantity.ts';
import type { Located } from './report.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface LoadContext extends QuantityContext {
  /** absent when the clock could not be read */
  readonly clock: Clock | undefined;
  /** absent when the world could not be read */
  readonly names: Names | undefined;
  readonly vocabulary: Vocabulary;
}

/** Hours since the start of the run (may be fractional) of a time in a file; nothing after reporting that there are none. */
export function resolveMoment(context: LoadContext, where: Located, path: Path, text: string): number | undefined {
  // without a clock nothing can be counted, but a text that is no time is still wrong
  const clock = context.clock ?? { from: '', fromEpochMs: 0, offsetMinutes: 0, hours: Number.POSITIVE_INFINITY };
  const moment = parseMoment(text, clock);
  if ('problem' in moment) {
    context.report.error('CLOCK_DATE', where, path, { received: quoted(text), hint: moment.problem });
    return undefined;
  }
  if (!context.clock) return undefined;
  if (moment.hours >= 0 && moment.hours < clock.hours) return moment.hours;
  const side = moment.hours < 0 ? `${tenths(-moment.hours)} h before it begins` : `${tenths(moment.hours - clock.hours)} h after it ends`;
  context.report.error('CLOCK_RANGE', where, path, { received: quoted(text), expected: `from ${clock.from} for ${clock.hours / 24} days`, hint: side });
  return undefined;
}

function tenths(hours: number): number {
  return Math.round(hours * 10) / 10;
}

/** Report a name that is not among the known ones; an absent list of names cannot be held against anybody. */
export function checkName(
  context: LoadContext,
  what: string,
  name: string,
  known: Iterable<string> | undefined,
  where: Located,
  path: Path,
  part?: 'key',
): boolean {
  if (known === undefined) return true;
  const names = known instanceof Set ? (known as ReadonlySet<string>) : new Set(known);
  if (names.has(name)) return true;
  context.report.error('NAME_UNKNOWN', where, path, { what, received: quoted(name), known: names }, part);
  return false;
}

/** Report a key that is no place, region or country of the world. */
export function checkWhere(context: LoadContext, name: string, where: Located, path: Path): void {
  const { names } = context;
  if (!names || names.countries.has(name) || names.regions.has(name) || names.places.has(name)) return;
  const what = name.includes('/') ? 'place' : 'country';
  context.report.error('NAME_UNKNOWN', where, path, { what, received: quoted(name), known: oneAfterAnother(names.places, names.regions, names.countries) });
}

/** All names, listed only when a hint is looked for. */
function* oneAfterAnother(...lists: readonly Iterable<string>[]): Iterable<string> {
  for (const list of lists) yield* list;
}
