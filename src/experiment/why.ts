/** Why somebody decided as he did: one history run up to an hour, and the rules of that hour laid open. */
import type { ParameterValues } from '../base/parameter.ts';
import { nearest } from '../base/suggest.ts';
import type { Explanation, RunEvent, Subject } from '../mechanisms/contract.ts';
import { mechanisms } from '../mechanisms/registry.ts';
import { Run } from '../run/run.ts';
import { variantsOf } from '../run/variants.ts';
import { parseMoment, type Clock } from '../scenario/clock.ts';
import type { Arm, ScenarioSpec } from '../scenario/types.ts';
import { buildWorld } from '../world/build.ts';
import type { World } from '../world/world.ts';

/** Whom a question names, by what a person would type. */
export interface SubjectNames {
  readonly government?: string;
  readonly member?: string;
  readonly unit?: string;
  readonly place?: string;
  /** a place and a person's number in it, `PLACE:NUMBER` */
  readonly person?: string;
}

export interface WhyRequest {
  /** with the published forms of the run, where they are fixed */
  readonly scenario: ScenarioSpec;
  readonly arm: Arm;
  /** seed of all luck */
  readonly seed: number;
  readonly values: ParameterValues;
  /** a moment as scenarios write it, or with the offset left out; absent = the hour of the subject's first decision on record */
  readonly at?: string;
  readonly subject: SubjectNames;
  /** what to type to read the whole log of this run: refusals name it */
  readonly logCommand: string;
  /** run to the end, so that the answer names the history it is about */
  readonly toTheEnd?: boolean;
}

export interface WhyAnswer {
  readonly hour: number;
  readonly seed: number;
  readonly variants: Readonly<Record<string, string>>;
  readonly explanations: readonly Explanation[];
  /** what the log says of the subject up to and in that hour, by the mechanisms that explain it */
  readonly log: readonly RunEvent[];
  /** fingerprint of the whole history; absent when it was not run to its end */
  readonly digest?: string;
}

/**
 * Run one arm up to an hour and let every mechanism explain what it decides for a subject there.
 * @throws RangeError when the moment or the subject is not in the run, or when nothing is decided for it
 */
export function why({ scenario, arm, seed, values, at, subject: names, logCommand, toTheEnd }: WhyRequest): WhyAnswer {
  const world = buildWorld(scenario, seed, values);
  const subject = subjectOf(names, world);
  const whole = new Run(world, values, arm);
  const explaining = new Set(mechanisms.filter((m) => m.explain && !scenario.mechanismsOff.includes(m.id)).map((m) => m.id));
  const isOurs = (event: RunEvent) => explaining.has(event.by) && concerns(event, subject);
  const hour = at === undefined ? firstDecision(whole.until().state.events.find(isOurs), logCommand) : hourOf(at, scenario);
  const run = at === undefined ? new Run(world, values, arm) : whole;
  run.until(hour);
  const explanations = mechanisms.filter((m) => explaining.has(m.id)).flatMap((m) => m.explain!(run.state, subject));
  if (explanations.length === 0) throw new RangeError(`no rule decides anything for this subject at that hour; "${logCommand}" lists what happened`);
  // the hour itself is part of the log: whoever asks sees the rule and what came of it
  run.until(hour + 1);
  const answer = { hour, seed, variants: variantsOf(scenario, seed), explanations, log: run.state.events.filter(isOurs) };
  return toTheEnd ? { ...answer, digest: whole.until().history().digest } : answer;
}

function firstDecision(event: RunEvent | undefined, logCommand: string): number {
  if (event) return event.hour;
  throw new RangeError(
    `this subject decided nothing that is on record in this run; name an hour with --at, such as --at "day 4 18:00", or see what happened: "${logCommand}"`,
  );
}

/** Whether a line of the log is about a subject. */
function concerns({ country, place, because }: RunEvent, subject: Subject): boolean {
  switch (subject.of) {
    case 'unit':
      return because['unit'] === subject.row;
    case 'place':
    case 'person':
      return place === subject.row;
    default:
      return country === subject.row && place < 0;
  }
}

/** The hour of the run a moment falls in; without an offset it is read on the clock of the focus country. @throws RangeError */
export function hourOf(at: string, scenario: ScenarioSpec): number {
  const offset = /(Z|[+-]\d\d:\d\d)$/.exec(scenario.from)?.[1] ?? 'Z';
  const offsetMinutes = offset === 'Z' ? 0 : Number(`${offset[0]}1`) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
  const clock: Clock = { from: scenario.from, fromEpochMs: scenario.fromEpochMs, offsetMinutes, hours: scenario.hours };
  const text = at.trim().replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T');
  const moment = parseMoment(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(text) ? `${text}${offset}` : text, clock);
  if ('problem' in moment) throw new RangeError(`--at is "${at}": ${moment.problem}`);
  const hour = Math.floor(moment.hours);
  if (hour < 0 || hour >= scenario.hours)
    throw new RangeError(`--at is "${at}", outside the run; it begins at ${scenario.from} and lasts ${scenario.hours / 24} days`);
  return hour;
}

function subjectOf(names: SubjectNames, world: World): Subject {
  const given = Object.entries(names).filter(([, name]) => name !== undefined) as [keyof SubjectNames, string][];
  if (given.length !== 1)
    throw new RangeError(
      `say whose decision: exactly one of ${['government', 'member', 'unit', 'place', 'person'].map((of) => `--${of}`).join(', ')}; got ${given.length}`,
    );
  const [of, name] = given[0]!;
  if (of === 'person') return personOf(name, world);
  if (of === 'place') return { of, row: placeRow(name, world, '--place') };
  return of === 'unit' ? { of, row: unitRow(name, world) } : { of, row: countryRow(name, world, `--${of}`) };
}

/** A country by its key, its ISO letters or its name. */
function countryRow(text: string, world: World, option: string): number {
  const names = world.scenario.world.countries.flatMap((country, row) =>
    [country.key, country.iso3, country.iso2, country.name].map((name) => ({ name, row })),
  );
  return rowOf(text, names, option, 'country');
}

/** A place by its key, or by its name when no other place has it. */
function placeRow(text: string, world: World, option: string): number {
  const { keys, names } = world.places;
  const same = names.flatMap((name, row) => (name.toLowerCase() === text.toLowerCase() ? [row] : []));
  if (same.length > 1)
    throw new RangeError(`${option} is "${text}", the name of ${same.length} places; give a key: ${same.map((row) => keys[row]).join(', ')}`);
  return rowOf(
    text,
    [...keys, ...names].map((name, n) => ({ name, row: n % keys.length })),
    option,
    'place',
  );
}

function personOf(text: string, world: World): Subject {
  const written = /^(.+):(\d+)$/.exec(text);
  if (!written) throw new RangeError(`--person is "${text}"; write a place and a number in it, such as "${world.places.keys[0]!}:0"`);
  const row = placeRow(written[1]!, world, '--person');
  const person = Number(written[2]);
  const { capacity, movable } = world.settlement.residents[row]!;
  if (person >= capacity)
    throw new RangeError(`--person is "${text}"; ${world.places.names[row]!} has the numbers 0 to ${capacity - 1}, those who can be moved 0 to ${movable - 1}`);
  if (!world.settlement.residents[row]!.isResident(person))
    throw new RangeError(`--person is "${text}", a number at which nobody lives in ${world.places.names[row]!}; try ${person > 0 ? person - 1 : person + 1}`);
  return { of: 'person', row, person };
}

/** A unit by its number or its key. */
function unitRow(text: string, world: World): number {
  if (!/^\d+$/.test(text))
    return rowOf(
      text,
      world.units.keys.map((name, row) => ({ name, row })),
      '--unit',
      'unit',
    );
  const row = Number(text);
  if (row >= world.units.count) throw new RangeError(`--unit is ${text}; units are numbered 0 to ${world.units.count - 1}`);
  return row;
}

/** The row of a name, whatever its capitals; otherwise an error with the nearest known one. */
export function rowOf(text: string, names: readonly { readonly name: string; readonly row: number }[], option: string, kind: string): number {
  const wanted = text.toLowerCase();
  const found = names.find(({ name }) => name.toLowerCase() === wanted);
  if (found) return found.row;
  const near = nearest(
    text,
    names.map(({ name }) => name),
  );
  throw new RangeError(`${option} is "${text}", no ${kind} of this world${near === undefined ? '' : ` (did you mean "${near}"?)`}`);
}
