/** How a row of the speed table is measured and written. Wall clock, because that is what a user waits for; CPU time beside it, because other programs share the machine. */
import { performance } from 'node:perf_hooks';

/** One bound of the design's table. `atLeast` bounds are kept by larger values. */
export interface Target {
  readonly measure: string;
  readonly value: number;
  readonly limit: number;
  readonly unit: string;
  readonly atLeast: boolean;
  readonly met: boolean;
}

export interface BenchmarkRow {
  readonly name: string;
  readonly what: string;
  readonly joins: number;
  readonly leaves: number;
  /** joins + leaves */
  readonly moves: number;
  /** mean ties a resident has, counted over a sample of residents */
  readonly meanTies: number;
  readonly runs: number;
  /** wall milliseconds of each run, in order */
  readonly samplesMs: readonly number[];
  /** median wall milliseconds */
  readonly ms: number;
  /** median CPU milliseconds of the process (the collector's threads included) */
  readonly cpuMs: number;
  readonly perUnit: { readonly value: number; readonly unit: string };
  /** most bytes held for people at the end of any day */
  readonly peopleBytes: number;
  /** largest resident set of the process so far, bytes */
  readonly rssBytes: number;
  readonly targets: readonly Target[];
  /** other figures, by name with unit */
  readonly extra: Readonly<Record<string, number>>;
}

export interface Timing {
  readonly samplesMs: readonly number[];
  readonly ms: number;
  readonly cpuMs: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Run `act` several times; what it returns the last time comes back with the times. */
export function timed<T>(runs: number, act: () => T): { readonly timing: Timing; readonly last: T } {
  const wall: number[] = [];
  const cpu: number[] = [];
  let last: T | undefined;
  for (let r = 0; r < runs; r++) {
    const used = process.cpuUsage();
    const from = performance.now();
    last = act();
    wall.push(performance.now() - from);
    const spent = process.cpuUsage(used);
    cpu.push((spent.user + spent.system) / 1000);
  }
  return { timing: { samplesMs: wall, ms: median(wall), cpuMs: median(cpu) }, last: last! };
}

export function atMost(measure: string, value: number, limit: number, unit: string): Target {
  return { measure, value, limit, unit, atLeast: false, met: value <= limit };
}

export function atLeast(measure: string, value: number, limit: number, unit: string): Target {
  return { measure, value, limit, unit, atLeast: true, met: value >= limit };
}

export function largestResidentSet(): number {
  return process.resourceUsage().maxRSS * 1024;
}

const short = (value: number) => (value >= 1000 ? Math.round(value).toLocaleString('en') : String(Number(value.toPrecision(3))));

/** The lines of a row for a terminal. */
export function linesOf(row: BenchmarkRow): string[] {
  const megabytes = (bytes: number) => `${short(bytes / 1e6)} MB`;
  const lines = [
    `${row.name}: ${row.what}`,
    `  ${short(row.ms)} ms wall (median of ${row.runs}; ${row.samplesMs.map(short).join(', ')}), ${short(row.cpuMs)} ms CPU; ${short(row.perUnit.value)} ${row.perUnit.unit}`,
    `  ${short(row.joins)} joins + ${short(row.leaves)} leaves = ${short(row.moves)} moves at ${short(row.meanTies)} ties a person; people ${megabytes(row.peopleBytes)}, process ${megabytes(row.rssBytes)}`,
  ];
  const extra = Object.entries(row.extra);
  if (extra.length > 0) lines.push(`  ${extra.map(([name, value]) => `${name} ${short(value)}`).join('; ')}`);
  for (const t of row.targets)
    lines.push(`  ${t.met ? 'met   ' : 'MISSED'} ${t.measure}: ${short(t.value)} ${t.unit}, required ${t.atLeast ? 'at least' : 'at most'} ${short(t.limit)}`);
  return lines;
}
