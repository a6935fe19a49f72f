/** Model I to run: the fast kernel, or the plain one with the same bytes. */
import { openKernel } from '../grid/memory.ts';
import { checkTiles } from '../grid/tiles.ts';
import { Words } from '../grid/words.ts';
import { CivilViolence, active, cop, jailed } from './civil-violence.ts';
import { compiled } from './civil-violence-compiled.ts';
import type { CivilViolenceParameters } from './parameters.ts';
import { RiskRanks, settle } from './settlement.ts';

export type { CivilViolenceParameters } from './parameters.ts';

/** A run of model I. */
export interface CivilViolenceRun {
  /** One tick: everybody free moves and acts once in a random order, then terms end. */
  step(): void;
  /** Ticks done. */
  readonly tick: number;
  readonly activeCount: number;
  readonly jailedCount: number;
  /** Agents, jailed or free. */
  readonly agentCount: number;
  readonly copCount: number;
  /** Memory the run holds, in bytes. */
  readonly bytes: number;
  /** Actives and cops seen from a site, numbered row by row. */
  around(site: number): { readonly actives: number; readonly cops: number };
  /**
   * All that the next tick starts from, two numbers an actor in the order they have now: the site (row in the upper 16
   * bits, column in the lower); then ticks left in jail (15 bits, all set for life), risks dared (15 bits) and what the
   * actor is (2 bits: 0 quiet, 1 active, 2 cop, 3 jailed).
   */
  records(): Uint32Array;
}

const forLife = 0x7fff;
const kinds = { quiet: 0, active: 1, cop: 2, jailed: 3 } as const;

const word = (term: number, daring: number, kind: number): number => ((term << 17) | (daring << 2) | kind) >>> 0;

/**
 * Starts a run of Epstein's model I.
 * @param seed whole number in [0, 2^53); the same seed gives the same bytes on every platform and with both engines
 * @param options engine: `wasm` (default) is some thirty times as fast at vision 7; `plain` is the one to read
 * @throws RangeError when people do not fit, the side is no multiple of 8, a view reaches over 8 sites or a term is no whole number of 1 to 32766 or Infinity
 * @cost wasm at vision 7: 0.05 to 0.09 microseconds an agent and tick, 23 bytes an agent on large tori (docs/adr/0016-grid-kernel.md)
 */
export function createCivilViolence(parameters: CivilViolenceParameters, seed: number, options: { readonly engine?: 'wasm' | 'plain' } = {}): CivilViolenceRun {
  const { longestJailTicks } = parameters;
  if (longestJailTicks !== Infinity && !(Number.isInteger(longestJailTicks) && longestJailTicks >= 1 && longestJailTicks < forLife))
    throw new RangeError(`a longest jail term of ${longestJailTicks} ticks: give a whole number from 1 to ${forLife - 1}, or Infinity`);
  return options.engine === 'plain' ? plainRun(parameters, seed) : compiledRun(parameters, seed);
}

function plainRun(parameters: CivilViolenceParameters, seed: number): CivilViolenceRun {
  const model = new CivilViolence(parameters, seed);
  checkTiles(parameters.side, model.near);
  const ranks = new RiskRanks(parameters, model.near.size);
  const daring = (id: number) => ranks.daring(model.hardship01[id]! * (1 - parameters.legitimacy01), model.riskAversion01[id]!, parameters.threshold);
  return {
    step: () => model.step(),
    get tick() {
      return model.tick;
    },
    get activeCount() {
      return model.activeCount;
    },
    get jailedCount() {
      return model.jailedCount;
    },
    agentCount: model.agentCount,
    copCount: model.copCount,
    bytes: Object.values(model).reduce((sum: number, part: unknown) => sum + (ArrayBuffer.isView(part) ? part.byteLength : 0), model.turns.bytes),
    around: (site) => ({ actives: model.activesSeen[site]!, cops: model.copsSeen[site]! }),
    records: () => {
      const list = new Uint32Array(2 * model.turns.length);
      for (let i = 0; i < model.turns.length; i++) {
        const id = model.turns.order[i]!;
        const state = model.state[id]!;
        const site = model.siteOf[id]!;
        const row = Math.floor(site / parameters.side);
        list[2 * i] = (row << 16) | (site - row * parameters.side);
        const term = state === jailed ? Math.min(forLife, model.termLeft[id]!) : 0;
        const kind = state === jailed ? kinds.jailed : state === cop ? kinds.cop : state === active ? kinds.active : kinds.quiet;
        list[2 * i + 1] = word(term, state === cop ? 0 : daring(id), kind);
      }
      return list;
    },
  };
}

interface Compiled {
  readonly open: () => void;
  readonly step: () => void;
  readonly around: (x: number, y: number) => number;
  readonly recordsAt: () => number;
  readonly activeCount: { readonly value: number };
  readonly jailedCount: { readonly value: number };
}

function compiledRun(parameters: CivilViolenceParameters, seed: number): CivilViolenceRun {
  const { side, legitimacy01, threshold, longestJailTicks, agentsMove, rule } = parameters;
  const { near, agents, cops, sites, hardship01, riskAversion01 } = settle(parameters, seed);
  checkTiles(side, near);
  const risks = new RiskRanks(parameters, near.size);
  const actors = agents + cops;
  const plan = { side, near, actors, luck: new Words(seed, 'civil violence'), planes: 3, extraBytes: risks.ranks.byteLength };
  const { grid, exports } = openKernel<Compiled>(compiled, plan, ({ planes, extra }) => [
    ...planes,
    extra,
    near.size + 1,
    Math.min(longestJailTicks, forLife),
    agentsMove ? 1 : 0,
    rule === 'netlogo' ? 1 : 0,
  ]);
  new Uint16Array(grid.memory, grid.extra, risks.ranks.length).set(risks.ranks);
  const records = new Uint32Array(grid.memory, grid.records, 2 * actors);
  const [occupied, , police] = grid.planes.map((at) => new Uint8Array(grid.memory, at, sites.length === 0 ? 0 : (side * side) / 8));
  for (let i = 0; i < actors; i++) {
    const y = Math.floor(sites[i]! / side);
    const x = sites[i]! - y * side;
    records[2 * i] = (y << 16) | x;
    records[2 * i + 1] =
      i < agents ? word(0, risks.daring(hardship01[i]! * (1 - legitimacy01), riskAversion01[i]!, threshold), kinds.quiet) : word(0, 0, kinds.cop);
    // a tile is 8 bytes, one for each of its rows
    const byte = 8 * ((y >> 3) * (side >> 3) + (x >> 3)) + (y & 7);
    occupied![byte]! |= 1 << (x & 7);
    if (i >= agents) police![byte]! |= 1 << (x & 7);
  }
  exports.open();
  let tick = 0;
  return {
    step: () => {
      exports.step();
      tick++;
    },
    get tick() {
      return tick;
    },
    get activeCount() {
      return exports.activeCount.value;
    },
    get jailedCount() {
      return exports.jailedCount.value;
    },
    agentCount: agents,
    copCount: cops,
    bytes: grid.memory.byteLength,
    around: (site) => {
      const y = Math.floor(site / side);
      const both = exports.around(site - y * side, y);
      return { actives: both & 0xffff, cops: both >> 16 };
    },
    records: () => new Uint32Array(grid.memory, exports.recordsAt(), 2 * actors).slice(),
  };
}
