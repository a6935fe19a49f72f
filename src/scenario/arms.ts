/** What is compared: arms, their own `do:` entries and the named interventions they use. */
import { z } from 'zod';
import { quoted, type Path } from '../base/issue.ts';
import { checkName, resolveMoment, type LoadContext } from './context.ts';
import { reportTwice } from './geography.ts';
import type { Located } from './report.ts';
import { armSchema, doSchema, useSchema } from './schema.ts';
import type { Arm, DoEntry } from './types.ts';
import { checkList, checkValue, isMapping, valueAt, type Entry } from './validate.ts';

const asItWas: Arm = { id: 'as-it-was', title: 'As it was', do: [] };

/** Entries of `do:` are checked one by one below: each is read as what it wants to be, so that a slip is told once. */
const armShape = armSchema.extend({ do: z.array(z.unknown()).default([]) });

interface ArmContext extends LoadContext {
  readonly focus: string | undefined;
  /** waves of events the scenario knows, of broken events too */
  readonly waves: ReadonlySet<string>;
}

/**
 * The sides of the comparison; without any there is one in which nothing is done.
 * @param focus country in which a named intervention happens that says nothing else
 */
export function resolveArms(file: Located, focus: string | undefined, context: LoadContext): readonly Arm[] {
  const entries = checkList(armShape, file, ['arms'], context.report);
  if (entries.raw.length === 0) return [asItWas];
  const seen = new Map<string, Entry<z.output<typeof armShape>>>();
  const here: ArmContext = { ...context, focus, waves: wavesOf(file) };
  return entries.valid.map((entry) => {
    const { where, path, value } = entry;
    reportTwice(seen, value.id, entry, 'id', 'arms', context);
    const steps = value.do.flatMap((step, i) => {
      const at = [...path, 'do', i];
      return isMapping(step) && Object.hasOwn(step, 'use') ? resolveUse(where, at, here) : resolveDo(where, at, here);
    });
    return { id: value.id, title: value.title, do: steps.sort((a, b) => a.atHour - b.atHour) };
  });
}

function wavesOf(file: Located): ReadonlySet<string> {
  const events = valueAt(file.data, ['events']);
  const named = (Array.isArray(events) ? events : []).map((event: unknown) => valueAt(event, ['wave']));
  return new Set(named.filter((wave) => typeof wave === 'string'));
}

/** One lever, moved by hand. */
function resolveDo(where: Located, path: Path, context: ArmContext): readonly DoEntry[] {
  const step = checkValue(doSchema, where, path, context.report);
  if (!step) return [];
  const levers = new Map(Object.entries(context.vocabulary.levers));
  const lever = levers.get(step.set);
  if (checkName(context, 'lever', step.set, levers.keys(), where, [...path, 'set']) && lever) {
    const values = lever.values ?? [];
    const expected = lever.kind === 'number' ? 'a number' : lever.kind === 'switch' ? 'true or false' : `one of ${values.join(', ')}`;
    const fits =
      lever.kind === 'number' ? typeof step.to === 'number' : lever.kind === 'switch' ? typeof step.to === 'boolean' : values.includes(String(step.to));
    if (!fits) context.report.error('LEVER_VALUE', where, [...path, 'to'], { what: step.set, expected, received: quoted(step.to), known: values });
  }
  checkIn(step.in, lever?.in === 'wave', where, path, context);
  const hours = resolveMoment(context, where, [...path, 'at'], step.at);
  if (hours === undefined) return [];
  return [entryOf(hours, step.set, lever?.kind === 'choice' ? String(step.to) : step.to, step.in)];
}

/** A named intervention: its levers, from its hour or the arm's, in its place or the arm's. */
function resolveUse(where: Located, path: Path, context: ArmContext): readonly DoEntry[] {
  const raw = checkValue(useSchema, where, path, context.report);
  if (!raw) return [];
  const known = context.vocabulary.interventions;
  const found = known.find((one) => one.id === raw.use);
  if (!found) {
    checkName(context, 'intervention', raw.use, new Set(known.map((one) => one.id)), where, [...path, 'use']);
    return [];
  }
  const overWaves = found.sets.some(({ lever }) => context.vocabulary.levers[lever]?.in === 'wave');
  checkIn(raw.in, overWaves, where, path, context);
  if (overWaves && context.waves.size === 0) {
    context.report.error('SCHEMA_MISSING', where, [...path, 'use'], {
      what: `an event with a wave, which ${quoted(raw.use)} would turn on,`,
      expected: 'wave',
    });
    return [];
  }
  const hours = firstHour(raw, found, where, path, context);
  const place = raw.in ?? (found.where === 'focus' ? context.focus : undefined);
  return hours === undefined ? [] : found.sets.map(({ lever, to }) => entryOf(hours, lever, to, place));
}

/** Hour of the run from which a named intervention holds; nothing after reporting why there is none. */
function firstHour(
  raw: z.output<typeof useSchema>,
  { id, from, hoursBefore }: { readonly id: string; readonly from?: string; readonly hoursBefore?: number },
  where: Located,
  path: Path,
  context: ArmContext,
): number | undefined {
  const { report } = context;
  const stray = hoursBefore === undefined ? 'than' : 'from';
  if (raw[stray] !== undefined) {
    const hint = hoursBefore === undefined ? 'write "from"' : `write "than": it counts back ${hoursBefore} h from there`;
    report.error('SCHEMA_UNKNOWN', where, [...path, stray], { what: `key of the intervention ${quoted(id)}`, received: quoted(stray), hint }, 'key');
    return undefined;
  }
  if (hoursBefore === undefined) {
    if (raw.from !== undefined) return resolveMoment(context, where, [...path, 'from'], raw.from);
    return from === undefined ? 0 : resolveMoment(context, where, [...path, 'use'], from);
  }
  if (raw.than === undefined) {
    report.error('SCHEMA_MISSING', where, [...path, 'than'], { what: `the key "than", the hour ${quoted(id)} counts back from,`, expected: 'than' });
    return undefined;
  }
  const than = resolveMoment(context, where, [...path, 'than'], raw.than);
  if (than === undefined || than >= hoursBefore) return than === undefined ? undefined : than - hoursBefore;
  const expected = `at least ${hoursBefore} h after the run begins`;
  report.error('CLOCK_RANGE', where, [...path, 'than'], { received: quoted(raw.than), expected, hint: `${quoted(id)} counts back ${hoursBefore} h from it` });
  return undefined;
}

function checkIn(name: string | undefined, isWave: boolean, where: Located, path: Path, context: ArmContext): void {
  if (name === undefined) return;
  if (isWave) checkName(context, 'wave', name, context.waves, where, [...path, 'in']);
  else if (context.names)
    checkName(context, 'country or alliance', name, new Set([...context.names.countries, ...context.names.alliances]), where, [...path, 'in']);
}

function entryOf(hours: number, set: string, to: DoEntry['to'], place: string | undefined): DoEntry {
  return { atHour: Math.floor(hours), set, to, ...(place === undefined ? {} : { in: place }) };
}
