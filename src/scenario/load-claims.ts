/** From `claims.yaml` to checked claims that ask for nothing the scenario does not have. */
import type { z } from 'zod';
import { quoted, ScenarioError, type Issue, type Path } from '../base/issue.ts';
import { claimedQuantities, type Claim, type ClaimQuery, type ScenarioClaims } from './claims.ts';
import { claimSchema, claimsSchema, type claimQuerySchema } from './claims-schema.ts';
import { readText, type FileReader } from './files.ts';
import { contentHash } from './hash.ts';
import { checkSource } from './quantity.ts';
import { createReport, inReadingOrder, type Located, type Report } from './report.ts';
import { sources } from './schema-parts.ts';
import type { ScenarioSpec } from './types.ts';
import { checkField, checkKeys, checkList, checkRecord, valueAt, type Entry } from './validate.ts';
import { mergedSources, resolveSources } from './world.ts';
import { readYaml } from './yaml-file.ts';

type RawClaim = z.output<typeof claimSchema>;
type RawQuery = z.output<typeof claimQuerySchema>;

export interface LoadedClaims {
  /** absent exactly when there are issues */
  readonly claims?: ScenarioClaims;
  readonly issues: readonly Issue[];
  readonly notes: readonly Issue[];
}

/** What all claims of a file are checked against. */
interface ClaimContext {
  readonly report: Report;
  readonly sources: ReadonlySet<string>;
  readonly arms: readonly string[];
  /** hours of the run after its clock */
  readonly hoursAfterClock: number;
  /** who holds statements that name nobody, and where they stand */
  readonly by: string | undefined;
  readonly source: string | undefined;
}

/**
 * Read and check what is claimed; never throws because of what the file holds.
 * @param scenario the checked scenario whose arms and sources the claims name
 * @param clockHour hour from which the days of a horizon count
 * @example const { claims, issues } = loadClaims(reader, 'scenarios/kazakhstan-2022/claims.yaml', spec, 96)
 */
export function loadClaims(reader: FileReader, path: string, scenario: ScenarioSpec, clockHour: number): LoadedClaims {
  const report = createReport();
  const done = (claims?: ScenarioClaims): LoadedClaims => {
    const issues = inReadingOrder(report.issues);
    return { ...(claims && issues.length === 0 ? { claims } : {}), issues, notes: inReadingOrder(report.notes) };
  };
  const text = readText(reader, path, report);
  const file = text === undefined ? undefined : readYaml(path, text, report);
  if (!file || !checkKeys(claimsSchema, file, [], report)) return done();
  const version = valueAt(file.data, ['unrest']);
  if (version !== undefined && version !== 1) report.error('SCHEMA_VERSION', file, ['unrest'], { expected: '1', received: quoted(version) });
  const name = checkField(claimsSchema.shape.scenario, file, ['scenario'], report);
  if (name !== undefined && name !== scenario.name)
    report.error('WORLD_KEY', file, ['scenario'], { received: quoted(name), expected: `the scenario beside it, ${scenario.name}` });
  const own = checkRecord(sources, file, ['sources'], report);
  const declared = new Set([...Object.keys(Object(valueAt(file.data, ['sources']))), ...Object.keys(scenario.sources)]);
  const source = checkField(claimsSchema.shape.source, file, ['source'], report);
  checkSource({ report, sources: declared }, file, [], { source });
  const context: ClaimContext = {
    report,
    sources: declared,
    arms: scenario.arms.map((arm) => arm.id),
    hoursAfterClock: scenario.hours - clockHour,
    by: checkField(claimsSchema.shape.by, file, ['by'], report),
    source,
  };
  const claims = uniqueClaims(file, report).flatMap((entry) => resolveClaim(entry, context) ?? []);
  const allSources = mergedSources(resolveSources(own, report), scenario.sources, 'the scenario', file, report);
  return done({ claims, sources: allSources, hash: contentHash(file.data) });
}

/**
 * The claims, for callers who cannot go on without them.
 * @throws ScenarioError with all issues
 */
export function parseClaims(reader: FileReader, path: string, scenario: ScenarioSpec, clockHour: number): ScenarioClaims {
  const { claims, issues } = loadClaims(reader, path, scenario, clockHour);
  if (!claims) throw new ScenarioError(issues);
  return claims;
}

/** Claims whose shape is right; a second of one id is reported and kept. */
function uniqueClaims(file: Located, report: Report): readonly Entry<RawClaim>[] {
  const { valid } = checkList(claimSchema, file, ['claims'], report);
  const first = new Map<string, Entry<RawClaim>>();
  for (const entry of valid) {
    const before = first.get(entry.value.id);
    if (!before) first.set(entry.value.id, entry);
    else {
      const { line } = before.where.spot(before.path);
      report.error('NAME_DUPLICATE', entry.where, [...entry.path, 'id'], { what: 'claims', received: quoted(entry.value.id), expected: `line ${line}` });
    }
  }
  return valid;
}

function resolveClaim({ where, path, value: raw }: Entry<RawClaim>, context: ClaimContext): Claim | undefined {
  const by = raw.by ?? context.by;
  const source = raw.source ?? context.source;
  const missing = (what: string, key: string) =>
    context.report.error('CLAIM_UNATTRIBUTED', where, path, {
      received: quoted(raw.id),
      what,
      expected: key,
      hint: `give it "${key}", or once for all claims`,
    });
  if (by === undefined) missing('who holds it', 'by');
  if (source === undefined) missing('where it stands', 'source');
  checkSource(context, where, path, raw);
  const queries = raw.queries.flatMap((query, i) => resolveQuery(query, where, [...path, 'queries', i], context) ?? []);
  if (by === undefined || source === undefined) return undefined;
  return {
    id: raw.id,
    kind: raw.kind,
    statement: raw.statement,
    by,
    source,
    ...(raw.paragraph === undefined ? {} : { paragraph: raw.paragraph }),
    ...(raw.note === undefined ? {} : { note: raw.note }),
    queries,
  };
}

function resolveQuery(raw: RawQuery, where: Located, path: Path, context: ClaimContext): ClaimQuery | undefined {
  const { report, arms } = context;
  const checkArm = (key: 'arm' | 'against', id: string | undefined): boolean => {
    if (id === undefined || arms.includes(id)) return true;
    report.error('NAME_UNKNOWN', where, [...path, key], { what: 'arm', received: quoted(id), known: arms });
    return false;
  };
  const hasArms = [checkArm('arm', raw.arm), checkArm('against', raw.against)].every(Boolean);
  if (raw.against === raw.arm)
    report.error('CLAIM_QUERY', where, [...path, 'against'], {
      what: 'the arm a query is set against',
      expected: 'another arm',
      received: quoted(raw.against),
    });
  const hasHorizons = checkHorizons(raw, where, path, context);
  if (!hasArms || !hasHorizons) return undefined;
  const withinDays = [...(raw.withinDays ?? [])].sort((a, b) => a - b);
  return { quantity: raw.quantity, arm: raw.arm, ...(raw.against === undefined ? {} : { against: raw.against }), withinDays };
}

/** A fall is asked for within days that the run has; nothing else has days. */
function checkHorizons(raw: RawQuery, where: Located, path: Path, { report, hoursAfterClock }: ClaimContext): boolean {
  const isFall = claimedQuantities[raw.quantity].as === 'fall';
  const at: Path = [...path, 'withinDays'];
  if (raw.withinDays === undefined) {
    if (isFall) report.error('SCHEMA_MISSING', where, at, { what: `the key "withinDays", which ${raw.quantity} needs,`, expected: 'withinDays' });
    return !isFall;
  }
  if (!isFall) {
    report.error('CLAIM_QUERY', where, at, {
      what: `withinDays of ${raw.quantity}`,
      expected: 'left out: only a fall is asked for within days',
      received: 'given',
    });
    return false;
  }
  let isFine = true;
  raw.withinDays.forEach((days, i) => {
    const isTwice = raw.withinDays!.indexOf(days) < i;
    if (!isTwice && days * 24 <= hoursAfterClock) return;
    isFine = false;
    const expected = isTwice ? 'given once' : `at most ${Math.floor(hoursAfterClock / 24)}, the days of the run after its clock`;
    report.error('CLAIM_QUERY', where, [...at, i], { what: 'days of a horizon', expected, received: String(days) });
  });
  return isFine;
}
