/**
 * From files to a checked scenario, or to everything that is wrong with them.
 *
 * Three passes: each entry by its schema, then references and sums between entries, then the words of the
 * mechanisms. A broken entry is reported once and its name still counts, so one slip does not echo.
 */
import { quoted, ScenarioError, type Issue, type Path } from '../base/issue.ts';
import { resolveArms } from './arms.ts';
import { parseInstant, type Clock } from './clock.ts';
import { resolveEvents, resolveLatents, resolveMechanismsOff, resolveParameters, resolveVariants, resolveWeights } from './contents.ts';
import { checkName, type LoadContext } from './context.ts';
import { badName, readText, type FileReader } from './files.ts';
import { contentHash } from './hash.ts';
import type { QuantityContext } from './quantity.ts';
import { createReport, inReadingOrder, type Located, type Report } from './report.ts';
import { clockSchema, scenarioSchema } from './schema.ts';
import { sources } from './schema-parts.ts';
import type { ScenarioSpec } from './types.ts';
import { checkField, checkKeys, checkRecord, checkValue, valueAt } from './validate.ts';
import type { Vocabulary } from './vocabulary.ts';
import { mergedSources, resolveSources, resolveWorld } from './world.ts';
import { readWorldParts } from './world-files.ts';
import { readYaml } from './yaml-file.ts';

export interface Loaded {
  /** absent exactly when there are issues */
  readonly spec?: ScenarioSpec;
  readonly issues: readonly Issue[];
  /** remarks that keep nobody from running: numbers without a source, neighbours outside the world */
  readonly notes: readonly Issue[];
}

/**
 * Read and check a scenario with its world; never throws because of what a file holds.
 * @param path       of the scenario file, relative, with `/`
 * @param vocabulary parameters, levers, mechanisms, variants and latents the engine knows
 * @example const { spec, issues } = loadScenario(reader, 'scenarios/minimal/scenario.yaml', vocabulary)
 */
export function loadScenario(reader: FileReader, path: string, vocabulary: Vocabulary): Loaded {
  const report = createReport();
  const text = readText(reader, path, report);
  const file = text === undefined ? undefined : readYaml(path, text, report);
  const spec = file && checkKeys(scenarioSchema, file, [], report) ? assemble(reader, file, vocabulary, report) : undefined;
  const issues = inReadingOrder(report.issues);
  const notes = inReadingOrder(report.notes);
  return issues.length === 0 && spec ? { spec, issues, notes } : { issues, notes };
}

/**
 * The scenario, for callers who cannot go on without one.
 * @throws ScenarioError with all issues
 */
export function parseScenario(reader: FileReader, path: string, vocabulary: Vocabulary): ScenarioSpec {
  const { spec, issues } = loadScenario(reader, path, vocabulary);
  if (!spec) throw new ScenarioError(issues);
  return spec;
}

function assemble(reader: FileReader, file: Located, vocabulary: Vocabulary, report: Report): ScenarioSpec | undefined {
  const { shape } = scenarioSchema;
  checkVersion(file, report);
  const name = checkField(shape.name, file, ['name'], report);
  const badFolder = name === undefined ? undefined : badName(name);
  if (badFolder !== undefined) report.error('FILE_NAME', file, ['name'], { what: 'scenario', received: quoted(name), expected: badFolder });
  const title = checkField(shape.title, file, ['title'], report);
  const question = checkField(shape.question, file, ['question'], report);
  const about = checkField(shape.about, file, ['about'], report);
  const indicatorYear = checkField(shape.indicatorYear, file, ['indicatorYear'], report);
  const focus = checkField(shape.focus, file, ['focus'], report);
  const clock = readClock(file, report);
  const parts = readWorldParts(reader, file, name ?? 'unnamed', report);
  const ownSources = checkRecord(sources, file, ['sources'], report);
  const declared = new Set([...Object.keys(Object(valueAt(file.data, ['sources']))), ...(parts?.sources.keys() ?? [])]);
  const context: QuantityContext = { report, sources: parts && !parts.isReadable ? undefined : declared };
  const resolved = parts && resolveWorld(parts, file, clock, context);
  const full: LoadContext = { ...context, clock, names: resolved?.names.isComplete ? resolved.names : undefined, vocabulary };
  const allSources = mergedSources(resolveSources(ownSources, report), resolved?.world.sources ?? {}, 'the world', file, report);
  checkFocus(file, focus, full, resolved?.world.indicators.length ?? 0);
  const contents = {
    events: resolveEvents(file, full),
    latent: resolveLatents(file, full),
    parameters: resolveParameters(file, full),
    weights: resolveWeights(file, full),
    variants: resolveVariants(file, full),
    mechanismsOff: resolveMechanismsOff(file, full),
    arms: resolveArms(file, focus, full),
  };
  if (
    !resolved ||
    !parts ||
    !clock ||
    name === undefined ||
    title === undefined ||
    question === undefined ||
    about === undefined ||
    indicatorYear === undefined ||
    focus === undefined
  )
    return undefined;
  return {
    name,
    title,
    question,
    about,
    from: clock.from,
    fromEpochMs: clock.fromEpochMs,
    hours: clock.hours,
    indicatorYear,
    focus,
    ...contents,
    sources: allSources,
    world: resolved.world,
    hash: contentHash({ scenario: file.data, world: parts.content, weights: contents.weights }),
  };
}

function checkVersion(file: Located, report: Report): void {
  const version = valueAt(file.data, ['unrest']);
  if (version !== undefined && version !== 1) report.error('SCHEMA_VERSION', file, ['unrest'], { expected: '1', received: quoted(version) });
}

function readClock(file: Located, report: Report): Clock | undefined {
  if (valueAt(file.data, ['clock']) === undefined) return undefined;
  const raw = checkValue(clockSchema, file, ['clock'], report);
  if (!raw) return undefined;
  const start = parseInstant(raw.from);
  const path: Path = ['clock', 'from'];
  if ('problem' in start) report.error('CLOCK_DATE', file, path, { received: quoted(raw.from), hint: start.problem });
  else if (!/T\d\d:00(:00)?(Z|[+-])/.test(raw.from))
    report.error('CLOCK_DATE', file, path, { received: quoted(raw.from), hint: 'the run begins on a full hour' });
  else return { from: raw.from, fromEpochMs: start.epochMs, offsetMinutes: start.offsetMinutes, hours: raw.days * 24 };
  return undefined;
}

function checkFocus(file: Located, focus: string | undefined, context: LoadContext, indicators: number): void {
  if (focus === undefined || !context.names) return;
  checkName(context, 'country', focus, context.names.countries, file, ['focus']);
  if (indicators === 0)
    context.report.note('WORLD_EMPTY', file, ['world'], { what: 'the world', expected: 'indicators: unmeasured facts take neutral values' });
}
