/** The range of every column, from its name. */

/** Hours of what has not happened are -1; everything else counts from zero. */
const fromMinusOne = new Set(['client', 'askedHour', 'decidedHour', 'landedHour', 'withdrawnHour']);
/** Risk is felt danger plus weighted fear and may pass 1: up to 1 + police.fearWeight. */
const upTo: Readonly<Record<string, number>> = { risk01: 2.2 };

export function inRange(field: string, value: number): boolean {
  if (!Number.isFinite(value)) return false;
  if (field.endsWith('01')) return value >= 0 && value <= (upTo[field] ?? 1);
  return value >= (fromMinusOne.has(field) ? -1 : 0);
}
