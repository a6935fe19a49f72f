/** The one catalogue of words: for each language how numbers, dates, charts and sections are written. */
import { english, german, languageCodes, type Language, type LanguageCode } from '../view/language.ts';
import { germanText } from './words-de.ts';
import { englishText, type ReportText } from './words-en.ts';

export { languageCodes, type LanguageCode };

export interface Words extends Language {
  readonly text: ReportText;
}

export const words: Readonly<Record<LanguageCode, Words>> = {
  en: { ...english, text: englishText },
  de: { ...german, text: germanText },
};

/** A kind of log entry in words; a kind nobody has translated stays as it was logged. */
export function kindWords(kind: string, say: Words): string {
  const { kinds, sites } = say.text;
  const known = (one: string) => (Object.hasOwn(kinds, one) ? kinds[one as keyof typeof kinds] : undefined);
  const whole = known(kind);
  if (whole !== undefined) return whole;
  const [, head = '', rest = ''] = /^([^:]+): (.+)$/.exec(kind) ?? [];
  const start = known(head);
  if (start !== undefined) return `${start}: ${Object.hasOwn(sites, rest) ? sites[rest as keyof typeof sites] : rest}`;
  const request = known(kind.replace(/ from .+$/, ''));
  return request ?? kind;
}

/** A recorded column in words: `place.crowd` or `crowd`. */
export function fieldWords(field: string, say: Words): string {
  const name = field.replace(/^(place|country)\./, '');
  const { fields } = say.text;
  return Object.hasOwn(fields, name) ? fields[name as keyof typeof fields] : name;
}

/** An observed quantity in words, or the words it came with. */
export function quantityWords(quantity: string, fallback: string, say: Words): string {
  const { quantities } = say.text;
  return Object.hasOwn(quantities, quantity) ? quantities[quantity as keyof typeof quantities] : fallback;
}

/** A country's name as this language writes it. */
export function countryWords(name: string, say: Words): string {
  return say.chart.abroad[name] ?? name;
}

const rural = /, small towns and villages$/;

/** A place's name; what the data call the small towns and villages of a region is said in the page's language. */
export function placeWords(name: string, say: Words): string {
  return countryWords(name.replace(rural, `, ${say.text.places.rural}`), say);
}
