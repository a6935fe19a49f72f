/** Everything somebody chose: each number with its range and what it rests on, counted without kindness. */
import { scenarioParameters } from '../mechanisms/registry.ts';
import type { Quantity, ScenarioSpec, Source } from '../scenario/types.ts';
import type { Comparison } from './comparison.ts';
import { calendarOf } from './outcomes.ts';
import { countryWords, placeWords, type Words } from './words.ts';

/**
 * How firmly a number stands: a source for value and range; a source for direction, order or a
 * neighbouring case with our size; our guess alone; somebody's memory.
 */
export type Footing = 'sourced' | 'partly' | 'assumed' | 'memory';

export interface Input {
  readonly what: string;
  /** name in the program, e.g. `seize.perHour`; empty = none */
  readonly id: string;
  readonly value: string;
  /** empty = none is stated */
  readonly range: string;
  /** key into the sources, or words; empty = none */
  readonly source: string;
  /** empty = none */
  readonly assumption: string;
  readonly footing: Footing;
  /** a choice of form, no number */
  readonly isChoice?: boolean;
}

/** A source's own words that say the size or range is ours. */
const ours = /\bASSUMPTIONS?\b|\b(?:is|was|are) (?:a|our) guess\b|\bour guess\b/i;
const remembered = /\bfrom memory\b/i;

/** @param text everything the source and its note say */
export function footingOf(source: string, assumption: string, text = source): Footing {
  if (remembered.test(text) || remembered.test(assumption)) return 'memory';
  if (source === '') return 'assumed';
  return assumption !== '' || ours.test(text) ? 'partly' : 'sourced';
}

/** Inputs of the scenario and of the world's countries and alliances in play. */
export function scenarioInputs(comparison: Comparison, say: Words): Input[] {
  const { scenario } = comparison;
  const t = say.text.assumptions;
  const calendar = calendarOf(comparison, say);
  const { world } = scenario;
  const focus = world.countries.find((country) => country.key === scenario.focus);
  const name = (key: string) => placeName(scenario, key, say);
  const input = (what: string, quantity: Quantity, fallback?: Fallback) => quantityInput(scenario, what, quantity, say, fallback);
  return [
    ...scenario.events.flatMap((event) => {
      const repeated = event.everyDays > 0 ? `, ${t.everyDays(event.everyDays)}` : '';
      const when = `${event.id.replaceAll('-', ' ')} (${t.kinds[event.kind] ?? event.kind}, ${calendar.hour(event.atHour)}${repeated}${event.wave === undefined ? '' : `, ${t.onlyInWave(event.wave)}`}; ${event.where.map(name).join(', ')})`;
      const fallback = { source: event.source ?? '', assumption: event.assumption ?? '' };
      return [
        ...(isUnused(event.grievance01) ? [] : [input(`${when}: ${t.grievance}`, event.grievance01, fallback)]),
        ...(isUnused(event.reach01) ? [] : [input(`${when}: ${t.reach}`, event.reach01, fallback)]),
      ];
    }),
    ...scenario.latent.map((latent) => input(t.setByHand(latent.name, name(latent.country)), latent.quantity)),
    ...Object.entries(scenario.parameters).map(([id, quantity]) => input(t.setByScenario(id), quantity)),
    ...(focus
      ? [
          input(`${name(focus.key)}: ${t.population}`, focus.population),
          input(`${name(focus.key)}: ${t.police}`, focus.forces.police),
          input(`${name(focus.key)}: ${t.interior}`, focus.forces.interior),
          input(`${name(focus.key)}: ${t.army}`, focus.forces.army),
          input(`${name(focus.key)}: ${t.strikeable}`, focus.strikeableShare01),
        ]
      : []),
    ...world.alliances.flatMap((alliance) => [
      input(`${alliance.name}: ${t.lift}`, alliance.liftPeoplePerDay),
      input(`${alliance.name}: ${t.contingent}`, alliance.contingentMax),
      input(`${alliance.name}: ${t.landing}`, alliance.firstLandingHours),
      ...Object.entries(alliance.contributions).map(([member, quantity]) => input(`${alliance.name}: ${t.wouldSend(name(member))}`, quantity)),
    ]),
    ...scenario.mechanismsOff.map((mechanism) => choice(mechanism, t.switchedOff, t.leftOut)),
  ];
}

/** Zero without range, source or guess: the event does not do this at all. */
function isUnused(quantity: Quantity): boolean {
  return quantity.value === 0 && !quantity.range && !quantity.prior && !quantity.assumption;
}

function choice(what: string, value: string, why: string): Input {
  return { what, id: '', value, range: '', source: '', assumption: why, footing: 'assumed', isChoice: true };
}

function placeName(scenario: ScenarioSpec, key: string, say: Words): string {
  const { countries, places, regions } = scenario.world;
  const country = countries.find((one) => one.key === key);
  if (country) return countryWords(country.name, say);
  const place = places.find((one) => one.key === key);
  return place ? placeWords(place.name, say) : (regions.find((one) => `${one.country}/${one.key}` === key)?.name ?? key);
}

interface Fallback {
  readonly source: string;
  readonly assumption: string;
}

function quantityInput(scenario: ScenarioSpec, what: string, quantity: Quantity, say: Words, fallback: Fallback = { source: '', assumption: '' }): Input {
  const bounds = quantity.range ?? (quantity.prior ? [quantity.prior.low, quantity.prior.high] : undefined);
  const source = quantity.source ?? fallback.source;
  const assumption = quantity.assumption ?? fallback.assumption;
  const known = sourceByKey(scenario, source);
  return {
    what,
    id: '',
    value: `${say.exact(quantity.value)} ${unitWords(quantity.unit, say)}`.trim(),
    range: bounds && bounds[0] !== bounds[1] ? `${say.exact(bounds[0]!)} – ${say.exact(bounds[1]!)}` : '',
    source,
    assumption: assumption || (source ? '' : say.text.assumptions.noSource),
    footing: footingOf(source, assumption, `${source} ${known?.title ?? ''} ${known?.note ?? ''}`),
  };
}

/** `1` is no unit a reader needs. */
export function unitWords(unit: string, say: Words): string {
  return unit === '1' ? '' : (say.text.assumptions.units[unit] ?? unit);
}

export interface Form {
  readonly mechanism: string;
  readonly form: string;
  readonly pairs: number;
  /** all forms the pairs drew from */
  readonly open: readonly string[];
}

/** Which published form of a mechanism the pairs took; which one is right is not known. */
export function drawnForms(comparison: Comparison): Form[] {
  return comparison.variants.map((one) => ({ ...one, open: comparison.scenario.variants[one.mechanism] ?? [one.form] }));
}

/** Parameters of the model; those that are numbers of the scenario stand among its inputs and are not counted twice. */
export function parameterInputs(comparison: Comparison, say: Words): Input[] {
  const stated = new Set(scenarioParameters(comparison.scenario).map((parameter) => parameter.id));
  return comparison.parameters
    .filter((p) => !stated.has(p.id))
    .map((p) => ({
      what: p.meaning,
      id: p.id,
      value: unitWords(p.unit, say),
      range:
        p.low === p.high
          ? ''
          : `${say.exact(p.low)} – ${say.exact(p.high)}${p.middle === undefined ? '' : `, ${say.text.assumptions.middle(say.exact(Number(p.middle.toPrecision(2))))}`}`,
      source: p.source ?? '',
      assumption: p.assumption || (p.source ? '' : say.text.assumptions.noSource),
      footing: footingOf(p.source ?? '', p.assumption ?? ''),
    }));
}

export interface Counts extends Readonly<Record<Footing, number>> {
  readonly numbers: number;
  readonly withoutRange: number;
}

export function countFootings(inputs: readonly Input[]): Counts {
  const numbers = inputs.filter((one) => one.isChoice !== true);
  const of = (footing: Footing) => numbers.filter((one) => one.footing === footing).length;
  return {
    numbers: numbers.length,
    withoutRange: numbers.filter((one) => one.range === '').length,
    sourced: of('sourced'),
    partly: of('partly'),
    assumed: of('assumed'),
    memory: of('memory'),
  };
}

export interface ListedSource extends Source {
  readonly key: string;
}

/** Sources of the scenario, its world and the record, each once, by title. */
export function allSources(comparison: Comparison): ListedSource[] {
  const { scenario } = comparison;
  const byAddress = new Map<string, ListedSource>();
  const add = (key: string, source: Source) => {
    const id = `${source.address}|${source.title}`;
    if (!byAddress.has(id)) byAddress.set(id, { key, ...source });
  };
  for (const [key, source] of Object.entries(scenario.sources)) add(key, source);
  for (const [key, source] of Object.entries(scenario.world.sources)) add(key, source);
  for (const row of comparison.record) add('', row.source);
  return [...byAddress.values()].toSorted((a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0));
}

export function isFromMemory(source: Source): boolean {
  return remembered.test(`${source.title} ${source.note ?? ''}`);
}

export function sourceByKey(scenario: ScenarioSpec, key: string): Source | undefined {
  return scenario.sources[key] ?? scenario.world.sources[key];
}
