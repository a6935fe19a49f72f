/** What happens and what is assumed: events, latents, parameters and variants; what is compared is in `arms.ts`. */
import { z } from 'zod';
import { quoted } from '../base/issue.ts';
import { checkName, checkWhere, resolveMoment, type LoadContext } from './context.ts';
import { reportTwice } from './geography.ts';
import { checkSource, resolveQuantity, type QuantityField } from './quantity.ts';
import type { Located } from './report.ts';
import { eventSchema, latentSchema, mechanismsSchema, scenarioSchema, variantSchema } from './schema.ts';
import { quantity, type RawQuantity } from './schema-parts.ts';
import type { HandSetLatent, OutsideEvent, Quantity } from './types.ts';
import { checkField, checkList, checkRecord, checkValue, valueAt, type Entry } from './validate.ts';

const share: QuantityField = { unit: 'share', low: 0, high: 1 };
const quantities = z.record(z.string(), quantity);
const choices = z.record(z.string(), variantSchema);
const score: QuantityField = { unit: '1', low: 0, high: 1 };

/** Events with hours of the run instead of dates. */
export function resolveEvents(file: Located, context: LoadContext): readonly OutsideEvent[] {
  const seen = new Map<string, Entry<z.output<typeof eventSchema>>>();
  const events: OutsideEvent[] = [];
  for (const entry of checkList(eventSchema, file, ['events'], context.report).valid) {
    const { where, path, value } = entry;
    reportTwice(seen, value.id, entry, 'id', 'events', context);
    const hours = resolveMoment(context, where, [...path, 'at'], value.at);
    const places = typeof value.where === 'string' ? [value.where] : value.where;
    places.forEach((place, i) => checkWhere(context, place, where, typeof value.where === 'string' ? [...path, 'where'] : [...path, 'where', i]));
    const grievance01 = optional('grievance', score);
    const reach01 = optional('reach', share);
    if (reach01 && reach01.value > 0 && value.hours === 0 && value.kind !== 'callHome') {
      context.report.error('QUANTITY_RANGE', where, [...path, 'hours'], {
        what: 'hours of an event that people are called to (reach)',
        expected: 'above 0',
        received: '0',
      });
    }
    refuseUnheard(entry, context);
    checkSource(context, where, path, value);
    if (value.source === undefined && value.assumption === undefined)
      context.report.note('QUANTITY_UNSOURCED', where, path, { received: `the event ${quoted(value.id)}` });
    if (hours === undefined || !grievance01 || !reach01) continue;
    events.push({
      id: value.id,
      kind: value.kind,
      atHour: Math.floor(hours),
      where: places,
      group: value.group,
      grievance01,
      reach01,
      hours: value.hours,
      everyDays: value.everyDays,
      ...(value.wave === undefined ? {} : { wave: value.wave }),
      ...(value.source === undefined ? {} : { source: value.source }),
      ...(value.assumption === undefined ? {} : { assumption: value.assumption }),
    });

    function optional(name: 'grievance' | 'reach', field: QuantityField): Quantity | undefined {
      const raw: RawQuantity | undefined = value[name];
      return raw === undefined ? { value: 0, unit: field.unit } : resolveQuantity(context, where, [...path, name], raw, field);
    }
  }
  return events;
}

/** A call to go home is heard for one hour by everybody who is out, and changes nobody's mind: keys that say otherwise would do nothing. */
function refuseUnheard({ where, path, value }: Entry<z.output<typeof eventSchema>>, { report }: LoadContext): void {
  if (value.kind !== 'callHome') return;
  const refuse = (key: string, rule: string) =>
    report.error('EVENT_IGNORED', where, [...path, key], { what: `${key} of an event callHome`, expected: rule, hint: 'leave it out' }, 'key');
  if (value.group === 'workers') refuse('group', 'everybody who is out hears a call to go home');
  if (value.grievance !== undefined) refuse('grievance', 'a call to go home grieves nobody');
  if (value.hours > 0) refuse('hours', 'a call to go home is heard for one hour');
}

/** Unmeasured facts set by hand, one for each country and name. */
export function resolveLatents(file: Located, context: LoadContext): readonly HandSetLatent[] {
  const seen = new Map<string, Entry<z.output<typeof latentSchema>>>();
  const latents: HandSetLatent[] = [];
  for (const entry of checkList(latentSchema, file, ['latent'], context.report).valid) {
    const { where, path, value } = entry;
    const { country, name, ...raw } = value;
    checkName(context, 'country', country, context.names?.countries, where, [...path, 'country']);
    checkName(context, 'latent', name, context.vocabulary.latents, where, [...path, 'name']);
    reportTwice(seen, `${country} ${name}`, entry, 'name', 'latents of one country', context, name);
    const resolved = resolveQuantity(context, where, path, raw, score);
    if (resolved) latents.push({ country, name, quantity: resolved });
  }
  return latents;
}

/** Parameters set by the scenario, sorted by name, in the unit their mechanism keeps them in. */
export function resolveParameters(file: Located, context: LoadContext): Readonly<Record<string, Quantity>> {
  const declared = new Map(Object.entries(context.vocabulary.parameters));
  const result: Record<string, Quantity> = {};
  for (const [name, { where, path, value }] of checkRecord(quantities, file, ['parameters'], context.report)) {
    if (!checkName(context, 'parameter', name, declared.keys(), where, path, 'key')) continue;
    const resolved = resolveQuantity(context, where, path, value, declared.get(name)!);
    if (resolved) result[name] = resolved;
  }
  return result;
}

/** Which distribution model parameters are drawn from. */
export function resolveWeights(file: Located, context: LoadContext): string {
  const name = checkField(scenarioSchema.shape.weights, file, ['weights'], context.report);
  const known = context.vocabulary.weights;
  if (name === undefined) return known[0] ?? 'prior';
  checkName(context, 'weights', name, known, file, ['weights']);
  return name;
}

/** Published forms left open for mechanisms, sorted by mechanism; `any` stands for all of one. */
export function resolveVariants(file: Located, context: LoadContext): Readonly<Record<string, readonly string[]>> {
  const declared = new Map(Object.entries(context.vocabulary.variants));
  const result: Record<string, readonly string[]> = {};
  for (const [mechanism, { where, path, value }] of checkRecord(choices, file, ['variants'], context.report)) {
    if (!checkName(context, 'mechanism with variants', mechanism, declared.keys(), where, path, 'key')) continue;
    const known = declared.get(mechanism)!;
    if (value === 'any') {
      result[mechanism] = [...known];
      continue;
    }
    const open: string[] = [];
    (typeof value === 'string' ? [value] : value).forEach((name, i) => {
      const at = typeof value === 'string' ? path : [...path, i];
      if (open.includes(name))
        context.report.error('NAME_DUPLICATE', where, at, { what: `variants of ${mechanism}`, received: quoted(name), expected: 'this list' });
      else if (checkName(context, `variant of ${mechanism}`, name, typeof value === 'string' ? [...known, 'any'] : known, where, at)) open.push(name);
    });
    result[mechanism] = open;
  }
  return result;
}

/** Mechanisms that are switched off. */
export function resolveMechanismsOff(file: Located, context: LoadContext): readonly string[] {
  if (valueAt(file.data, ['mechanisms']) === undefined) return [];
  const value = checkValue(mechanismsSchema, file, ['mechanisms'], context.report);
  value?.off.forEach((name, i) => checkName(context, 'mechanism', name, context.vocabulary.mechanisms, file, ['mechanisms', 'off', i]));
  return value?.off ?? [];
}
