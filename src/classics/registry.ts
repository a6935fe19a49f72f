/** Published models rebuilt on this project's own base, in the order of the table. */
import { nearest } from '../base/suggest.ts';
import type { Classic } from './contract.ts';
import { granovetter } from './granovetter/granovetter.ts';
import { kuran } from './kuran/kuran.ts';
import { langDeSterck } from './lang-de-sterck/lang-de-sterck.ts';
import { regimeChange } from './regime-change/regime-change.ts';
import { watts } from './watts/watts.ts';

export const classics: readonly Classic[] = [granovetter, kuran, watts, langDeSterck, regimeChange];

/**
 * The rebuilt model of that name.
 * @throws RangeError when there is none, with the names there are
 */
export function classicOf(id: string): Classic {
  const found = classics.find((c) => c.id === id);
  if (found) return found;
  const known = classics.map((c) => c.id);
  const near = nearest(id, known);
  throw new RangeError(`no rebuilt model "${id}"; ${near === undefined ? `there are ${known.join(', ')}` : `did you mean ${near}?`}`);
}
