/**
 * Units of the numbers people write: which can stand for which, and by how much.
 * A unit that is not in the table stands only for itself (mechanisms have units such as `ties`).
 */

/** value x numerator / denominator = value in the base unit of the dimension (a pair keeps 57 % at 0.57). */
interface Unit {
  readonly name: string;
  readonly dimension: string;
  readonly numerator: number;
  readonly denominator: number;
}

const table: readonly Unit[] = [
  unit('1', 'share'),
  unit('share', 'share'),
  unit('%', 'share', 1, 100),
  unit('per 1000', 'share', 1, 1000),
  unit('per 100000', 'share', 1, 100_000),
  unit('people', 'people'),
  unit('thousand people', 'people', 1000),
  unit('million people', 'people', 1_000_000),
  unit('h', 'time'),
  unit('min', 'time', 1, 60),
  unit('day', 'time', 24),
  unit('week', 'time', 168),
  unit('km', 'length'),
  unit('m', 'length', 1, 1000),
  unit('km/h', 'speed'),
  unit('per h', 'rate'),
  unit('per day', 'rate', 1, 24),
  unit('per week', 'rate', 1, 168),
  unit('people/day', 'people per time'),
  unit('people/h', 'people per time', 24),
  unit('people/week', 'people per time', 1, 7),
];

const byName: ReadonlyMap<string, Unit> = new Map(table.map((entry) => [entry.name, entry]));

/** Spellings people use without thinking. */
const otherSpellings: ReadonlyMap<string, string> = new Map([
  ['hour', 'h'],
  ['hours', 'h'],
  ['minutes', 'min'],
  ['days', 'day'],
  ['weeks', 'week'],
  ['percent', '%'],
  ['people per day', 'people/day'],
  ['people per h', 'people/h'],
  ['people per week', 'people/week'],
]);

/** A unit may say of what or since when: `share of residents`, `h after the decision`. */
function find(name: string): Unit | undefined {
  const head = name.replace(/ (of|after|since) .*$/, '');
  return byName.get(otherSpellings.get(head) ?? head);
}

function unit(name: string, dimension: string, numerator = 1, denominator = 1): Unit {
  return { name, dimension, numerator, denominator };
}

/** All unit names of the table, in its order. */
export const unitNames: readonly string[] = table.map((entry) => entry.name);

/**
 * Units that can be written where `expected` is due, `expected` first.
 * @example compatibleUnits('h') // ['h', 'min', 'day', 'week']
 */
export function compatibleUnits(expected: string): readonly string[] {
  const target = find(expected);
  if (!target) return [expected];
  return [expected, ...table.filter((entry) => entry.dimension === target.dimension && entry.name !== expected).map((entry) => entry.name)];
}

/**
 * A value in another unit, or nothing when the two units measure different things.
 * @example convertUnit(2, 'day', 'h') === 48
 * @example convertUnit(2, 'km', 'h') === undefined
 */
export function convertUnit(value: number, from: string, to: string): number | undefined {
  if (from === to) return value;
  const source = find(from);
  const target = find(to);
  if (!source || !target || source.dimension !== target.dimension) return undefined;
  return (value * (source.numerator * target.denominator)) / (source.denominator * target.numerator);
}
