/** Everything somebody chose: each number with its range and its source, or the word ASSUMPTION. */
import type { Quantity, ScenarioSpec, Source } from '../scenario/types.ts';
import { calendarFrom } from '../view/calendar.ts';
import { exact } from '../view/numbers.ts';
import type { Comparison } from './comparison.ts';

export interface Input {
  readonly what: string;
  readonly value: string;
  readonly range: string;
  /** key into the sources; empty = none */
  readonly source: string;
  /** empty = none */
  readonly assumption: string;
}

/** Inputs of the scenario and of the world's countries and alliances in play. */
export function scenarioInputs(scenario: ScenarioSpec): Input[] {
  const calendar = calendarFrom(scenario.from);
  const { world } = scenario;
  const focus = world.countries.find((country) => country.key === scenario.focus);
  return [
    ...scenario.events.flatMap((event) => {
      const when = `${event.id} (${event.kind}, ${calendar.hour(event.atHour)}${event.everyDays > 0 ? `, every ${event.everyDays} days` : ''}${event.wave === undefined ? '' : `, only in arms with the wave ${event.wave}`}; ${event.where.join(', ')})`;
      const fallback = { source: event.source ?? '', assumption: event.assumption ?? '' };
      return [input(`${when}: grievance`, event.grievance01, fallback), input(`${when}: share who hear of it`, event.reach01, fallback)];
    }),
    ...scenario.latent.map((latent) => input(`${latent.name}, ${latent.country}, set by hand`, latent.quantity)),
    ...Object.entries(scenario.parameters).map(([id, quantity]) => input(`${id}, set by the scenario`, quantity)),
    ...(focus
      ? [
          input(`${focus.name}: population`, focus.population),
          input(`${focus.name}: police`, focus.forces.police),
          input(`${focus.name}: interior troops`, focus.forces.interior),
          input(`${focus.name}: army`, focus.forces.army),
          input(`${focus.name}: share in work whose stoppage presses`, focus.strikeableShare01),
        ]
      : []),
    ...world.alliances.flatMap((alliance) => [
      input(`${alliance.name}: lift per day`, alliance.liftPeoplePerDay),
      input(`${alliance.name}: largest contingent`, alliance.contingentMax),
      input(`${alliance.name}: decision to first landing`, alliance.firstLandingHours),
      ...Object.entries(alliance.contributions).map(([member, quantity]) => input(`${alliance.name}: would send, ${member}`, quantity)),
    ]),
    ...scenario.mechanismsOff.map((mechanism) => ({ what: mechanism, value: 'switched off', range: '', source: '', assumption: 'left out of this scenario' })),
  ];
}

function input(what: string, quantity: Quantity, fallback: { source: string; assumption: string } = { source: '', assumption: '' }): Input {
  const bounds = quantity.range ?? (quantity.prior ? [quantity.prior.low, quantity.prior.high] : undefined);
  const source = quantity.source ?? fallback.source;
  const assumption = quantity.assumption ?? fallback.assumption;
  return {
    what,
    value: `${exact(quantity.value)} ${unitWords(quantity.unit)}`.trim(),
    range: bounds ? `${exact(bounds[0]!)}–${exact(bounds[1]!)}` : 'exact',
    source,
    assumption: assumption || (source ? '' : 'no source given'),
  };
}

/** `1` is no unit a reader needs. */
export function unitWords(unit: string): string {
  return unit === '1' ? '' : unit;
}

/** Which published form of a mechanism the pairs took; which one is right is not known. */
export function formInputs(comparison: Comparison): Input[] {
  return comparison.variants.map(({ mechanism, form, pairs }) => {
    const open = comparison.scenario.variants[mechanism] ?? [form];
    return {
      what: `${mechanism}: published form`,
      value: `${form}, in ${pairs} of ${comparison.pairs} pairs`,
      range: open.length > 1 ? `one of ${open.join(', ')}` : 'the only one looked at',
      source: '',
      assumption: open.length > 1 ? 'each form as likely as another' : 'this form and no other',
    };
  });
}

export function parameterInputs(comparison: Comparison): Input[] {
  return comparison.parameters.map((p) => ({
    what: `${p.id}: ${p.meaning}`,
    value: unitWords(p.unit),
    range: `${exact(p.low)}–${exact(p.high)}`,
    source: p.source ?? '',
    assumption: p.assumption || (p.source ? '' : 'no source given'),
  }));
}

/** Numbers that rest on a guess, alone or beside a source. */
export function countAssumptions(inputs: readonly Input[]): number {
  return inputs.filter((one) => one.assumption !== '').length;
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

export function sourceByKey(scenario: ScenarioSpec, key: string): Source | undefined {
  return scenario.sources[key] ?? scenario.world.sources[key];
}
