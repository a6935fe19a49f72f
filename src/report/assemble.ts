/** From the answers of an ensemble to what a report needs. */
import { statedValue } from '../base/parameter.ts';
import { engineVersion } from '../base/version.ts';
import { parametersOf, type PairResult } from '../experiment/pairs.ts';
import { weightsNamed } from '../mechanisms/weights.ts';
import { observables, type Observation, type ScenarioRecord } from '../scenario/record.ts';
import type { Arm, ScenarioSpec } from '../scenario/types.ts';
import { enoughForTails, quantile } from '../view/statistics.ts';
import type { ComparedVariant, Comparison, RecordRow } from './comparison.ts';

export interface Answers {
  readonly scenario: ScenarioSpec;
  readonly record: ScenarioRecord | undefined;
  readonly arms: readonly Arm[];
  readonly clockHour: number;
  readonly seed: number;
  readonly results: readonly PairResult[];
  readonly failed: number;
  readonly command: string;
}

export function assemble(answers: Answers): Comparison {
  const { scenario, record, arms, results } = answers;
  return {
    scenario,
    engineVersion,
    seed: answers.seed,
    pairs: results.length,
    failed: answers.failed,
    heading: headingOf(scenario),
    clockHour: answers.clockHour,
    arms: arms.map((arm, a) => ({ id: arm.id, title: arm.title, runs: results.map((r) => r.arms[a]!) })),
    pairNumbers: results.map((r) => r.pair),
    divergences: arms.length > 1 ? results.map((r) => r.divergence) : [],
    record: (record?.observations ?? []).map((o) => recordRow(o, results, record!, scenario)),
    places: scenario.world.places
      .filter((p) => p.country === scenario.focus)
      .map((p) => ({ key: p.key, name: p.name, latitude: p.latitude, longitude: p.longitude, residents: p.population, isRural: p.kind === 'rural' })),
    parameters: parametersOf(scenario).map((p) => ({
      id: p.id,
      unit: p.unit,
      low: p.prior.low,
      high: p.prior.high,
      ...(p.moved && { middle: statedValue(p) }),
      meaning: p.meaning,
      ...(p.source ? { source: p.source } : {}),
      ...(p.assumption ? { assumption: p.assumption } : {}),
    })),
    variants: drawnForms(results),
    command: answers.command,
  };
}

/** Nothing is fitted to a case; weights may be fitted to base rates of many. */
function headingOf(scenario: ScenarioSpec): Comparison['heading'] {
  return Object.keys(weightsNamed(scenario.weights).moved).length === 0 ? 'uncalibrated: prior draws' : 'fitted to base rates';
}

/** How many pairs took each published form, by mechanism and form. */
function drawnForms(results: readonly PairResult[]): ComparedVariant[] {
  const pairs = new Map<string, ComparedVariant>();
  for (const { variants } of results)
    for (const [mechanism, form] of Object.entries(variants)) {
      const key = `${mechanism} ${form}`;
      pairs.set(key, { mechanism, form, pairs: (pairs.get(key)?.pairs ?? 0) + 1 });
    }
  return [...pairs].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** One observation beside what the first arm's runs span; "in" compares the observation's own range with them. */
function recordRow(o: Observation, results: readonly PairResult[], record: ScenarioRecord, scenario: ScenarioSpec): RecordRow {
  const values = results.map((r) => r.observed[o.id]!);
  const defined = values.filter((v) => !Number.isNaN(v)).sort((a, b) => a - b);
  const at = (share: number) => (defined.length > 0 ? quantile(defined, share) : Number.NaN);
  // few runs have no outer twentieths: their interval is what they span
  const isFew = defined.length < enoughForTails;
  const model = {
    median: at(0.5),
    p25: at(0.25),
    p75: at(0.75),
    p05: at(isFew ? 0 : 0.05),
    p95: at(isFew ? 1 : 0.95),
    shareDefined: values.length > 0 ? defined.length / values.length : 0,
    values: defined,
  };
  const inside = (low: number, high: number) => o.high >= low && o.low <= high;
  const source = o.source === undefined ? undefined : record.sources[o.source];
  const place = o.place ?? o.country;
  return {
    id: o.id,
    label: `${observables[o.quantity].meaning}, ${nameOf(place, scenario)}`,
    quantity: o.quantity,
    place: nameOf(place, scenario),
    country: o.country,
    at: o.place ?? `hour ${o.atHour}`,
    hour: o.atHour,
    value: o.value,
    low: o.low,
    high: o.high,
    kind: o.kind,
    source: { title: source?.title ?? 'no source stated', address: source?.address ?? '' },
    model,
    in50: defined.length > 0 && inside(model.p25, model.p75),
    in90: defined.length > 0 && inside(model.p05, model.p95),
  };
}

/** A country or place in words. */
function nameOf(key: string, scenario: ScenarioSpec): string {
  return scenario.world.places.find((p) => p.key === key)?.name ?? scenario.world.countries.find((c) => c.key === key)?.name ?? key;
}
