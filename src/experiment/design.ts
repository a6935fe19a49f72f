/**
 * Which runs a question needs, as data: rows of parameter draws, replicates of luck, values held fixed,
 * one parameter moved at a time. A cell is one of them: all arms with the same parameters and luck.
 * What a cell gives depends on the scenario, the base seed and the cell, and on nothing else.
 */
import { drawParameters, type Parameter, type ParameterValues } from '../base/parameter.ts';
import { drawKey, threefry, words } from '../base/random.ts';
import { nearest } from '../base/suggest.ts';
import { modelParameters } from '../mechanisms/registry.ts';
import { variantsOf } from '../run/variants.ts';
import type { ScenarioSpec } from '../scenario/types.ts';
import { seedOf } from './pairs.ts';

/** One parameter at several values in turn, everything else as in the same row without it. */
export interface Variation {
  readonly id: string;
  /** in the parameter's own unit */
  readonly values: readonly number[];
}

export interface Design {
  /** base seed, whole, 0 to 10^9 */
  readonly seed: number;
  /** number of the first row of the prior design */
  readonly first: number;
  readonly rows: number;
  /** seeds of luck for each row */
  readonly replicates: number;
  /** values held in every cell, in the parameter's own unit */
  readonly set: ParameterValues;
  readonly vary: readonly Variation[];
}

export interface Cell {
  /** 0, 1, 2 … in the order rows, settings, replicates */
  readonly cell: number;
  /** row of the prior design: what `run --draw` and the pair number of `compare` name */
  readonly row: number;
  /** 0 = nothing varied, then one for each value of each variation */
  readonly setting: number;
  readonly replicate: number;
  /** seed of all luck; the settings of one row and replicate share it */
  readonly seed: number;
}

/** Neighbouring base seeds share no run as long as no row reaches the next base (`seedOf`). */
const rowsOfABase = 1_000_003;
/** One run folder should still open in any tool. */
export const mostCells = 1_000_000;

/** What each setting changes: first nothing, then each value of each variation. */
export function settingsOf(design: Pick<Design, 'vary'>): readonly ParameterValues[] {
  return [{}, ...design.vary.flatMap(({ id, values }) => values.map((value) => ({ [id]: value })))];
}

/** @returns number of cells; each runs every arm once */
export function countCells(design: Design): number {
  return design.rows * settingsOf(design).length * design.replicates;
}

/**
 * Luck of a replicate. The first has the seed of the pair, so a plain design is the comparison of the
 * same seed; the others lie in [2^52, 2^53), where no pair's seed lies.
 * @random decision "replicate", subject = seed of the pair, count = replicate
 */
export function replicateSeed(baseSeed: number, row: number, replicate: number): number {
  const pairSeed = seedOf(baseSeed, row);
  if (replicate === 0) return pairSeed;
  const key = drawKey(pairSeed, 'luck', 'replicate');
  threefry(key.key0, key.key1, 0, replicate);
  return 2 ** 52 + (words[0]! >>> 12) * 2 ** 32 + words[1]!;
}

/** @throws RangeError outside the design */
export function cellAt(design: Design, cell: number): Cell {
  if (!Number.isInteger(cell) || cell < 0 || cell >= countCells(design))
    throw new RangeError(`there is no cell ${cell}; the cells of this plan are 0 to ${countCells(design) - 1}`);
  const settings = settingsOf(design).length;
  const replicate = cell % design.replicates;
  const setting = Math.floor(cell / design.replicates) % settings;
  const row = design.first + Math.floor(cell / (design.replicates * settings));
  return { cell, row, setting, replicate, seed: replicateSeed(design.seed, row, replicate) };
}

/** A design that is the comparison of its seed: nothing set, varied or replicated. */
export function isPlain(design: Design): boolean {
  return design.replicates === 1 && design.vary.length === 0 && Object.keys(design.set).length === 0;
}

/** Number of a cell among all of its base seed: the pair number of `compare` where nothing is varied or replicated. */
export function pairOf(design: Design, cell: number): number {
  return design.first * settingsOf(design).length * design.replicates + cell;
}

/** Parameter values of a cell: the prior draw of its row, then what is set, then what its setting varies. */
export function valuesOfCell(design: Design, parameters: readonly Parameter[], cell: Pick<Cell, 'row' | 'setting'>): ParameterValues {
  return { ...drawParameters(parameters, design.seed, cell.row), ...design.set, ...settingsOf(design)[cell.setting] };
}

/**
 * The scenario as a cell runs it: where a mechanism may take several published forms, all replicates of a
 * row have the form its pair draws, as they have its parameters.
 */
export function scenarioOfCell(scenario: ScenarioSpec, design: Pick<Design, 'seed'>, { row, replicate }: Pick<Cell, 'row' | 'replicate'>): ScenarioSpec {
  if (replicate === 0) return scenario;
  const forms = Object.entries(variantsOf(scenario, seedOf(design.seed, row)));
  return { ...scenario, variants: Object.fromEntries(forms.map(([mechanism, form]) => [mechanism, [form]])) };
}

/**
 * Refuse a design that names unknown parameters, leaves their ranges or is too large.
 * @throws RangeError with the thing, the value and the rule
 */
export function checkDesign(design: Design, parameters: readonly Parameter[]): void {
  if (design.first + design.rows > rowsOfABase)
    throw new RangeError(`the last row would be ${design.first + design.rows - 1}; rows go up to ${rowsOfABase - 1}, take another --seed`);
  if (countCells(design) > mostCells) throw new RangeError(`the plan has ${countCells(design)} cells; at most ${mostCells} go into one folder`);
  const known = new Map(parameters.map((p) => [p.id, p]));
  const check = (option: string, id: string, value: number) => {
    const parameter = known.get(id);
    if (!parameter) {
      const near = nearest(id, known.keys());
      throw new RangeError(`${option}: no parameter "${id}"${near === undefined ? '' : ` (did you mean "${near}"?)`}; "unrest show --parameters" lists them`);
    }
    // a scenario may narrow the model's range or state one value; by hand the model's whole range is open
    const { low, high } = (modelParameters.find((p) => p.id === id) ?? parameter).prior;
    if (!(value >= low && value <= high)) throw new RangeError(`${option} ${id}=${value}: it must lie from ${low} to ${high} ${parameter.unit}`);
  };
  for (const [id, value] of Object.entries(design.set)) check('--set', id, value);
  const varied = new Set<string>();
  for (const { id, values } of design.vary) {
    if (id in design.set) throw new RangeError(`--vary ${id}: it is already held by --set`);
    if (varied.has(id)) throw new RangeError(`--vary ${id} is given twice; put all its values into one`);
    varied.add(id);
    for (const value of values) check('--vary', id, value);
  }
}
