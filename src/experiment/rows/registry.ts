/** The rows of the document, in its order. */
import { nearest } from '../../base/suggest.ts';
import type { Row } from './row.ts';
import { uprising } from './s01-uprising.ts';
import { sites } from './s02-sites.ts';
import { force } from './s03-force.ts';
import { clock } from './s04-clock.ts';
import { decision } from './s05-decision.ts';
import { patron } from './s06-patron.ts';
import { alone } from './s07-alone.ts';
import { headline } from './s08-headline.ts';
import { channels } from './s09-channels.ts';
import { narrative } from './s10-narrative.ts';
import { senders } from './s11-senders.ts';
import { ratification } from './s12-ratification.ts';
import { chill } from './s13-chill.ts';
import { borders } from './s14-borders.ts';
import { fires } from './s15-fires.ts';

export const rows: readonly Row[] = [
  uprising,
  sites,
  force,
  clock,
  decision,
  patron,
  alone,
  headline,
  channels,
  narrative,
  senders,
  ratification,
  chill,
  borders,
  fires,
];

/** Runs of every setting when nobody says otherwise. */
export const defaultSeeds = 20;

/**
 * Rows by their ids; all of them without any.
 * @throws RangeError for an id that is no row
 */
export function rowsNamed(ids: readonly string[]): readonly Row[] {
  const known = rows.map((row) => row.id);
  for (const id of ids) {
    if (known.includes(id)) continue;
    const meant = nearest(id.toUpperCase(), known);
    throw new RangeError(`there is no row "${id}"${meant ? `, did you mean "${meant}"?` : ''}; the rows are ${known[0]!} to ${known.at(-1)!}`);
  }
  return ids.length === 0 ? rows : rows.filter((row) => ids.includes(row.id));
}
