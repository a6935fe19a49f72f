/** Results as Parquet: one row for each cell and arm, and one for each cell, arm and hour. */
import { readFile } from 'node:fs/promises';
import { parquetReadObjects } from 'hyparquet';
import { ByteWriter, ParquetWriter, schemaFromColumnData, type BasicType, type ColumnSource } from 'hyparquet-writer';
import { engineVersion } from '../../base/version.ts';
import { settingsOf } from '../../experiment/design.ts';
import { sideText } from '../../experiment/divergence.ts';
import { resultOf, type DoneLine, type FailedLine } from './store-cells.ts';
import { designOf, type Plan } from './store-plan.ts';

/** Cells whose rows are turned into columns at one time: what of the results is in memory twice. */
const cellsAtOnce = 500;

interface Column {
  readonly name: string;
  readonly type: BasicType;
  readonly data: unknown[];
}

/** NaN = it did not happen: an empty cell, so that a mean leaves it out. */
function filled(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** Whole file of groups of columns that all have the same names and types. */
function parquetOf(plan: Plan, groups: Iterable<readonly Column[]>): Uint8Array {
  const writer = new ByteWriter();
  let file: ParquetWriter | undefined;
  for (const columns of groups) {
    const columnData = columns.map(({ name, type, data }): ColumnSource => ({ name, type, data: data as ColumnSource['data'] }));
    file ??= new ParquetWriter({
      writer,
      schema: schemaFromColumnData({ columnData }),
      createdBy: `unrest ${engineVersion}`,
      kvMetadata: [
        { key: 'unrest.plan', value: plan.hash },
        { key: 'unrest.scenario', value: plan.scenarioHash },
      ],
    });
    void file.write({ columnData, rowGroupSize: 1_000_000 });
  }
  void file?.finish();
  return new Uint8Array(writer.getBuffer());
}

function* inGroups<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < items.length; i += cellsAtOnce) yield items.slice(i, i + cellsAtOnce);
  // a file without rows still has its columns
  if (items.length === 0) yield [];
}

/** Names of headline quantities and observations, from the first cell that has them. */
function namesIn(done: ReadonlyMap<number, DoneLine>): {
  readonly quantities: readonly string[];
  readonly observed: readonly string[];
  readonly variants: readonly string[];
} {
  const [first] = done.values();
  return {
    quantities: Object.keys(first?.arms[0]?.quantities ?? {}),
    observed: Object.keys(first?.observed ?? {}),
    variants: Object.keys(first?.variants ?? {}),
  };
}

/**
 * results.parquet: sorted by cell, then by arm in the order of the plan. Failed cells have rows too: their
 * results are empty, `failure` says why.
 */
export function resultsParquet(plan: Plan, done: ReadonlyMap<number, DoneLine>, failed: ReadonlyMap<number, FailedLine>): Uint8Array {
  const { quantities, observed, variants } = namesIn(done);
  const settings = settingsOf(designOf(plan));
  const cells = [...done.values(), ...failed.values()].sort((a, b) => a.cell - b.cell);
  const columnsOf = (lines: readonly (DoneLine | FailedLine)[]): Column[] => {
    const rows = lines.flatMap((line) => plan.arms.map((arm, a) => ({ line, arm, a, sound: line.kind === 'done' ? line : undefined })));
    type Row = (typeof rows)[number];
    const column = (name: string, type: BasicType, value: (row: Row) => unknown): Column => ({ name, type, data: rows.map(value) });
    const numbers = (name: string, value: (row: Row) => number | undefined) => column(name, 'DOUBLE', (row) => filled(value(row)));
    return [
      column('cell', 'INT32', ({ line }) => line.cell),
      column('row', 'INT32', ({ line }) => line.row),
      column('replicate', 'INT32', ({ line }) => line.replicate),
      column('setting', 'STRING', ({ line }) => settingText(settings[line.setting]!)),
      column('arm', 'STRING', ({ arm }) => arm),
      column('seed', 'INT64', ({ line }) => BigInt(line.seed)),
      column('digest', 'STRING', ({ sound, a }) => sound?.arms[a]!.digest ?? null),
      ...quantities.map((name) => numbers(name, ({ sound, a }) => sound && Number(sound.arms[a]!.quantities[name]))),
      numbers('partingHour', ({ sound }) => (sound && sound.divergence.hour >= 0 ? sound.divergence.hour : undefined)),
      column('partingFirst', 'STRING', ({ sound }) => (sound?.divergence.left ? sideText(sound.divergence.left) : null)),
      column('partingSecond', 'STRING', ({ sound }) => (sound?.divergence.right ? sideText(sound.divergence.right) : null)),
      ...plan.parameters.map((p, i) => numbers(p.id, ({ sound }) => sound && Number(sound.parameters[i]))),
      ...variants.map((id) => column(`variant_${id}`, 'STRING', ({ sound }) => sound?.variants[id] ?? null)),
      // the record is asked of the first arm only
      ...observed.map((id) => numbers(`observed_${id}`, ({ sound, a }) => (sound && a === 0 ? Number(sound.observed[id]) : undefined))),
      column('failure', 'STRING', ({ line }) => (line.kind === 'failed' ? line.message : null)),
    ];
  };
  return parquetOf(plan, mapped(inGroups(cells), columnsOf));
}

/** turnout.parquet: people out, outings of the day and towns lost in the focus country, hour by hour. */
export function turnoutParquet(plan: Plan, done: ReadonlyMap<number, DoneLine>): Uint8Array {
  const cells = [...done.values()].sort((a, b) => a.cell - b.cell);
  const columnsOf = (lines: readonly DoneLine[]): Column[] => {
    const rows = lines.flatMap((line) => {
      const { result } = resultOf(line, plan);
      return result.arms.flatMap((arm) => Array.from(arm.turnout, (turnout, hour) => ({ cell: line.cell, arm, hour, turnout })));
    });
    type Row = (typeof rows)[number];
    const column = (name: string, type: BasicType, value: (row: Row) => unknown): Column => ({ name, type, data: rows.map(value) });
    return [
      column('cell', 'INT32', (row) => row.cell),
      column('arm', 'STRING', (row) => row.arm.arm),
      column('hour', 'INT32', (row) => row.hour),
      column('turnout', 'FLOAT', (row) => row.turnout),
      column('outOnDay', 'FLOAT', (row) => row.arm.outOnDay[row.hour]),
      column('placesLost', 'INT32', (row) => row.arm.placesLost[row.hour]),
    ];
  };
  return parquetOf(plan, mapped(inGroups(cells), columnsOf));
}

/** A setting in words: empty = nothing varied, else `id=value`. */
export function settingText(setting: Readonly<Record<string, number>>): string {
  return Object.entries(setting)
    .map(([id, value]) => `${id}=${value}`)
    .join(' ');
}

function* mapped<A, B>(items: Iterable<A>, change: (item: A) => B): Generator<B> {
  for (const item of items) yield change(item);
}

/** Rows of a Parquet file of ours: empty cells are null, seeds are bigint. */
export async function readParquet(path: string): Promise<Record<string, unknown>[]> {
  const bytes = await readFile(path);
  const file = new ArrayBuffer(bytes.length);
  new Uint8Array(file).set(bytes);
  return parquetReadObjects({ file });
}
