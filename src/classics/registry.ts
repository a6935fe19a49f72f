/** Published models rebuilt on this project's own base, in the order of the table. */
import { nearest } from '../base/suggest.ts';
import type { Classic } from './contract.ts';
import { bonnasseGahot } from './bonnasse-gahot/bonnasse-gahot.ts';
import { epstein } from './epstein/epstein.ts';
import { expectedUtility } from './expected-utility/expected-utility.ts';
import { granovetter } from './granovetter/granovetter.ts';
import { kuran } from './kuran/kuran.ts';
import { langDeSterck } from './lang-de-sterck/lang-de-sterck.ts';
import { moro } from './moro/moro.ts';
import { probabilitiesOfCausation } from './probabilities-of-causation/probabilities-of-causation.ts';
import { regimeChange } from './regime-change/regime-change.ts';
import { siegel } from './siegel/siegel.ts';
import { watts } from './watts/watts.ts';

export const classics: readonly Classic[] = [
  granovetter,
  kuran,
  watts,
  siegel,
  epstein,
  bonnasseGahot,
  langDeSterck,
  moro,
  regimeChange,
  expectedUtility,
  probabilitiesOfCausation,
];

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

/**
 * The models a command asks for: one by name, or all.
 * @throws RangeError when neither or both are asked for
 */
export function chosenClassics(id: string | undefined, isAll: boolean): readonly Classic[] {
  if (isAll === (id !== undefined))
    throw new RangeError(
      `${isAll ? 'both a name and --all were' : 'neither a name nor --all was'} given; name one of ${classics.map((c) => c.id).join(', ')}, or give --all`,
    );
  return id === undefined ? classics : [classicOf(id)];
}
