/** Numbers with where they come from: units converted, spreads checked, sources looked up. */
import { compatibleUnits, convertUnit } from '../base/units.ts';
import { quoted, type Path } from '../base/issue.ts';
import type { Located, Report } from './report.ts';
import type { RawQuantity } from './schema-parts.ts';
import type { Prior, Quantity } from './types.ts';

/** What a field takes: the unit the program keeps it in, and the values that make sense in that unit. */
export interface QuantityField {
  readonly unit: string;
  readonly low?: number;
  readonly high?: number;
}

/** Where quantities report to and look their sources up. */
export interface QuantityContext {
  readonly report: Report;
  /** keys of all declared sources; absent when they could not be read */
  readonly sources: ReadonlySet<string> | undefined;
}

type Sourced = Exclude<RawQuantity, number>;
interface Asked {
  readonly context: QuantityContext;
  readonly where: Located;
  readonly path: Path;
  readonly field: QuantityField;
}

/** The quantity in the field's unit; nothing after reporting what is wrong with it. */
export function resolveQuantity(context: QuantityContext, where: Located, path: Path, raw: RawQuantity, field: QuantityField): Quantity | undefined {
  const asked: Asked = { context, where, path, field };
  if (typeof raw === 'number') {
    context.report.note('QUANTITY_UNSOURCED', where, path, { received: String(raw), hint: 'write {value, unit, range, source or assumption}' });
    return isInside(asked, path, 'the value', raw) ? { value: raw, unit: field.unit } : undefined;
  }
  checkSource(context, where, path, raw);
  if (raw.source === undefined && raw.assumption === undefined)
    context.report.note('QUANTITY_UNSOURCED', where, path, { received: `${raw.value} ${raw.unit}` });
  const value = convertUnit(raw.value, raw.unit, field.unit);
  if (value === undefined) {
    const units = compatibleUnits(field.unit);
    const hint = units.length > 1 ? `write one of ${units.join(', ')}` : `write ${quoted(field.unit)}`;
    context.report.error('UNIT_WRONG', where, [...path, 'unit'], { expected: quoted(field.unit), received: quoted(raw.unit), hint });
    return undefined;
  }
  const valueIsFine = isInside(asked, [...path, 'value'], 'the value', value);
  const range = raw.range === undefined ? undefined : resolveRange(asked, raw, value);
  const prior = raw.prior === undefined ? undefined : resolvePrior(asked, raw, value);
  if (raw.range && raw.prior)
    context.report.error('QUANTITY_SPREAD', where, [...path, 'prior'], { what: 'the spread', expected: 'given once: a range or a prior' });
  if (!valueIsFine) return undefined;
  return {
    value,
    unit: field.unit,
    ...(range ? { range } : {}),
    ...(prior ? { prior } : {}),
    ...(raw.source === undefined ? {} : { source: raw.source }),
    ...(raw.assumption === undefined ? {} : { assumption: raw.assumption }),
  };
}

/** Report a `source:` that nobody declared. */
export function checkSource(context: QuantityContext, where: Located, path: Path, raw: { readonly source?: string | undefined }): void {
  if (raw.source === undefined || !context.sources || context.sources.has(raw.source)) return;
  context.report.error('SOURCE_UNKNOWN', where, [...path, 'source'], { received: quoted(raw.source), known: context.sources });
}

function inUnit(asked: Asked, raw: Sourced, x: number): number {
  return convertUnit(x, raw.unit, asked.field.unit)!;
}

function resolveRange(asked: Asked, raw: Sourced, value: number): readonly [number, number] | undefined {
  const range = [inUnit(asked, raw, raw.range![0]), inUnit(asked, raw, raw.range![1])] as const;
  const path = [...asked.path, 'range'];
  if (range[0] > range[1]) return spread(asked, path, 'the range', '[lowest, highest]');
  if (value < range[0] || value > range[1]) return spread(asked, path, 'the range', `around the value ${raw.value}`);
  return isInside(asked, path, 'the range', range[0], range[1]) ? range : undefined;
}

function resolvePrior(asked: Asked, raw: Sourced, value: number): Prior | undefined {
  const { dist, mode: rawMode } = raw.prior!;
  const low = inUnit(asked, raw, raw.prior!.low);
  const high = inUnit(asked, raw, raw.prior!.high);
  const path = [...asked.path, 'prior'];
  if (!(low < high)) return spread(asked, path, 'low', 'below high');
  if (value < low || value > high) return spread(asked, path, 'the prior', `around the value ${raw.value}`);
  if (dist === 'logUniform' && low <= 0) return spread(asked, [...path, 'low'], 'low of a logUniform prior', 'above 0');
  if (!isInside(asked, path, 'the prior', low, high)) return undefined;
  if (dist !== 'triangular')
    return rawMode === undefined ? { dist, low, high } : spread(asked, [...path, 'mode'], 'mode', 'left out: only a triangular prior has one');
  const mode = rawMode === undefined ? undefined : inUnit(asked, raw, rawMode);
  if (mode === undefined || mode < low || mode > high)
    return spread(asked, mode === undefined ? path : [...path, 'mode'], 'mode of a triangular prior', 'given, between low and high');
  return { dist, low, mode, high };
}

function spread(asked: Asked, path: Path, what: string, expected: string): undefined {
  asked.context.report.error('QUANTITY_SPREAD', asked.where, path, { what, expected });
}

function isInside(asked: Asked, path: Path, what: string, low: number, high = low): boolean {
  const { field } = asked;
  const { low: least = -Number.MAX_VALUE, high: most = Number.MAX_VALUE } = field;
  // a conversion of units may reach infinity where no bound is given
  if (low >= least && high <= most) return true;
  const bounds = field.high === undefined ? `at least ${least}` : field.low === undefined ? `at most ${most}` : `between ${least} and ${most}`;
  asked.context.report.error('QUANTITY_RANGE', asked.where, path, {
    what,
    expected: `${bounds} ${field.unit}`,
    received: low === high ? String(low) : `${low} to ${high}`,
  });
  return false;
}
