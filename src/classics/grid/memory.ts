/** Lays out the memory of a kernel written in AssemblyScript and starts it. */
import { nthBits, viewMasks } from './tiles.ts';
import type { Neighbourhood } from './torus.ts';
import { bucketsFor } from './turns.ts';
import type { Words } from './words.ts';

/** The part of the language's WebAssembly object that is used; the same in Node and in browsers. */
interface Assembly {
  readonly Memory: new (size: { initial: number }) => { readonly buffer: ArrayBuffer };
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}
declare const WebAssembly: Assembly;

const header = 64;
const firstFree = 1024;
const pageBytes = 65536;
/** Words drawn ahead: 4 KiB of them. */
const drawnAhead = 1024;

/** Where the parts of a model on a grid begin. */
export interface Grid {
  readonly memory: ArrayBuffer;
  /** Planes of one bit a site, in tiles. */
  readonly planes: readonly number[];
  /** What the model asked for besides. */
  readonly extra: number;
  readonly records: number;
}

export interface Plan {
  readonly side: number;
  readonly near: Neighbourhood;
  readonly actors: number;
  readonly luck: Words;
  readonly planes: number;
  /** bytes the model needs for its own tables */
  readonly extraBytes: number;
}

const modules = new Map<string, object>();

/**
 * A memory with masks, tables and header in place, and the kernel's exports on it.
 * @param base64 the compiled module
 * @param numbers what the model's `open` reads behind the numbers of the grid
 */
export function openKernel<Exports>(base64: string, plan: Plan, numbers: (grid: Grid) => readonly number[]): { grid: Grid; exports: Exports } {
  const sites = plan.side * plan.side;
  const buckets = bucketsFor(plan.actors);
  let end = firstFree;
  const take = (bytes: number) => {
    const from = end;
    end = Math.ceil((end + bytes) / 64) * 64;
    return from;
  };
  const masks = viewMasks(plan.near);
  const table = nthBits();
  const [masksAt, tableAt, wordsAt, startsAt] = [take(masks.byteLength), take(table.byteLength), take(4 * drawnAhead), take(4 * buckets)];
  const extra = take(plan.extraBytes);
  const planes = Array.from({ length: plan.planes }, () => take(sites / 8));
  const [diceAt, records, spare, finder] = [take(buckets > 1 ? plan.actors + 3 : 0), take(8 * plan.actors), take(8 * plan.actors), take(4 * sites)];
  const memory = new WebAssembly.Memory({ initial: Math.ceil(end / pageBytes) });
  const grid = { memory: memory.buffer, planes, extra, records };
  new BigUint64Array(memory.buffer, masksAt, masks.length).set(masks);
  new Uint8Array(memory.buffer, tableAt, table.length).set(table);
  const forGrid = [plan.side / 8, masksAt, tableAt, wordsAt, wordsAt + 4 * drawnAhead, plan.luck.key0, plan.luck.key1];
  const forTurns = [records, spare, plan.actors, startsAt, diceAt, buckets, finder];
  new Int32Array(memory.buffer, header).set([...forGrid, ...forTurns, ...numbers(grid)]);
  let module = modules.get(base64);
  if (module === undefined) modules.set(base64, (module = new WebAssembly.Module(Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)))));
  return { grid, exports: new WebAssembly.Instance(module, { env: { memory } }).exports as Exports };
}
