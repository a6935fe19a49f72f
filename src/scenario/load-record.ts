/** From `record.yaml` to checked observations on the clock of a scenario. */
import type { z } from 'zod';
import { quoted, ScenarioError, type Issue, type Path } from '../base/issue.ts';
import { parseInstant } from './clock.ts';
import { checkName, resolveMoment, type LoadContext } from './context.ts';
import { readText, type FileReader } from './files.ts';
import { reportTwice } from './geography.ts';
import { contentHash } from './hash.ts';
import { checkSource } from './quantity.ts';
import { observables, type ErrorModel, type Observation, type ScenarioRecord } from './record.ts';
import { observationSchema, recordSchema } from './record-schema.ts';
import { createReport, inReadingOrder, type Located } from './report.ts';
import { sources } from './schema-parts.ts';
import type { ScenarioSpec } from './types.ts';
import { checkKeys, checkList, checkRecord, valueAt, type Entry } from './validate.ts';
import { mergedSources, resolveSources } from './world.ts';
import { readYaml } from './yaml-file.ts';

type RawObservation = z.output<typeof observationSchema>;

export interface LoadedRecord {
  /** absent exactly when there are issues */
  readonly record?: ScenarioRecord;
  readonly issues: readonly Issue[];
  readonly notes: readonly Issue[];
}

/**
 * Read and check what was seen; never throws because of what the file holds.
 * @param scenario the checked scenario whose clock, places and sources the record uses
 * @example const { record, issues } = loadRecord(reader, 'scenarios/kazakhstan-2022/record.yaml', spec)
 */
export function loadRecord(reader: FileReader, path: string, scenario: ScenarioSpec): LoadedRecord {
  const report = createReport();
  const done = (record?: ScenarioRecord): LoadedRecord => {
    const issues = inReadingOrder(report.issues);
    return { ...(record && issues.length === 0 ? { record } : {}), issues, notes: inReadingOrder(report.notes) };
  };
  const text = readText(reader, path, report);
  const file = text === undefined ? undefined : readYaml(path, text, report);
  if (!file || !checkKeys(recordSchema, file, [], report)) return done();
  const version = valueAt(file.data, ['unrest']);
  if (version !== undefined && version !== 1) report.error('SCHEMA_VERSION', file, ['unrest'], { expected: '1', received: quoted(version) });
  const own = checkRecord(sources, file, ['sources'], report);
  const { world } = scenario;
  const context: LoadContext = {
    report,
    sources: new Set([...Object.keys(Object(valueAt(file.data, ['sources']))), ...Object.keys(scenario.sources)]),
    clock: { from: scenario.from, fromEpochMs: scenario.fromEpochMs, offsetMinutes: offsetOf(scenario.from), hours: scenario.hours },
    names: {
      countries: new Set(world.countries.map((country) => country.key)),
      regions: new Set(world.regions.map((region) => `${region.country}/${region.key}`)),
      places: new Set(world.places.map((place) => place.key)),
      alliances: new Set(world.alliances.map((alliance) => alliance.key)),
      isComplete: true,
    },
    vocabulary: { parameters: {}, levers: {}, interventions: [], mechanisms: [], variants: {}, weights: [], latents: [] },
  };
  const seen = new Map<string, Entry<RawObservation>>();
  const observations: Observation[] = [];
  for (const entry of checkList(observationSchema, file, ['observations'], report).valid) {
    reportTwice(seen, entry.value.id, entry, 'id', 'observations', context);
    const observation = resolveObservation(entry, scenario, context);
    if (observation) observations.push(observation);
  }
  const allSources = mergedSources(resolveSources(own, report), scenario.sources, 'the scenario', file, report);
  return done({ observations, sources: allSources, hash: contentHash(file.data) });
}

/**
 * The record, for callers who cannot go on without one.
 * @throws ScenarioError with all issues
 */
export function parseRecord(reader: FileReader, path: string, scenario: ScenarioSpec): ScenarioRecord {
  const { record, issues } = loadRecord(reader, path, scenario);
  if (!record) throw new ScenarioError(issues);
  return record;
}

function offsetOf(from: string): number {
  const start = parseInstant(from);
  return 'problem' in start ? 0 : start.offsetMinutes;
}

function resolveObservation({ where, path, value: raw }: Entry<RawObservation>, scenario: ScenarioSpec, context: LoadContext): Observation | undefined {
  const { report } = context;
  if (raw.place !== undefined) checkName(context, 'place', raw.place, context.names?.places, where, [...path, 'place']);
  if (raw.country !== undefined) checkName(context, 'country', raw.country, context.names?.countries, where, [...path, 'country']);
  const country = raw.country ?? raw.place?.split('/')[0] ?? scenario.focus;
  if (raw.place !== undefined && !raw.place.startsWith(`${country}/`))
    report.error('WORLD_KEY', where, [...path, 'place'], { received: quoted(raw.place), expected: `the country ${country}` });
  checkSource(context, where, path, raw);
  if (raw.source === undefined) report.note('QUANTITY_UNSOURCED', where, path, { received: `the observation ${quoted(raw.id)}` });
  const errorModel = resolveErrorModel(raw, where, path, context);
  const value = numberOf(raw.value, 'value');
  const low = raw.low === undefined ? value : numberOf(raw.low, 'low');
  const high = raw.high === undefined ? value : numberOf(raw.high, 'high');
  const { as } = observables[raw.quantity];
  const at =
    raw.at !== undefined ? resolveMoment(context, where, [...path, 'at'], raw.at) : as === 'hour' ? value : as === 'binary' ? scenario.hours - 1 : missingAt();
  if (value === undefined || low === undefined || high === undefined || at === undefined || !errorModel) return undefined;
  if (low > value || high < value)
    report.error('QUANTITY_SPREAD', where, [...path, low > value ? 'low' : 'high'], { what: 'low and high', expected: 'around the value' });
  return {
    id: raw.id,
    quantity: raw.quantity,
    country,
    ...(raw.place === undefined ? {} : { place: raw.place }),
    atHour: Math.floor(at),
    value,
    low,
    high,
    kind: raw.kind,
    errorModel,
    ...(raw.source === undefined ? {} : { source: raw.source }),
    ...(raw.note === undefined ? {} : { note: raw.note }),
  };

  function missingAt(): undefined {
    report.error('SCHEMA_MISSING', where, [...path, 'at'], { what: 'the key "at"', expected: 'at' });
  }

  function numberOf(told: number | string | boolean, field: 'value' | 'low' | 'high'): number | undefined {
    return toldNumber(told, raw, where, [...path, field], context);
  }
}

/** A told value in the quantity's unit: a time becomes hours of the run, yes and no become 1 and 0. */
function toldNumber(told: number | string | boolean, raw: RawObservation, where: Located, path: Path, context: LoadContext): number | undefined {
  const { as } = observables[raw.quantity];
  if (as === 'hour' && typeof told === 'string') return resolveMoment(context, where, path, told);
  if (as === 'binary' && typeof told === 'boolean') return told ? 1 : 0;
  if (typeof told !== 'number' || (as === 'binary' && told !== 0 && told !== 1)) {
    const expected = as === 'hour' ? 'hours from the start, or a time' : as === 'binary' ? 'true or false' : 'a number';
    context.report.error('SCHEMA_TYPE', where, path, { expected, received: quoted(told) });
    return undefined;
  }
  if (told >= 0) return told;
  context.report.error('SCHEMA_RANGE', where, path, { expected: 'at least 0', received: String(told) });
  return undefined;
}

const fittingModels = { count: ['factor', 'exact'], hour: ['hours', 'exact'], binary: ['binary', 'exact'] } as const;

function resolveErrorModel(raw: RawObservation, where: Located, path: Path, context: LoadContext): ErrorModel | undefined {
  const { dist, low, high } = raw.errorModel;
  const at: Path = [...path, 'errorModel'];
  const fitting: readonly string[] = fittingModels[observables[raw.quantity].as];
  const refuse = (inner: Path, what: string, expected: string, received: string) =>
    context.report.error('RECORD_MODEL', where, [...at, ...inner], { what, expected, received });
  if (!fitting.includes(dist)) {
    refuse(['dist'], `the error model of ${raw.quantity}`, fitting.join(' or '), dist);
    return undefined;
  }
  if (dist === 'exact' || dist === 'binary') {
    if (low === undefined && high === undefined) return { dist };
    refuse([low === undefined ? 'high' : 'low'], `low and high of an error model "${dist}"`, 'left out', 'given');
    return undefined;
  }
  if (low === undefined || high === undefined || low > high || (dist === 'factor' && low <= 0)) {
    refuse([], `an error model "${dist}"`, `{dist, low, high} with low ${dist === 'factor' ? 'above 0 and ' : ''}not above high`, `low ${low}, high ${high}`);
    return undefined;
  }
  return { dist, low, high };
}
