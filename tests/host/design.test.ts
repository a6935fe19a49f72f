/** Designs as data: which cells there are, and what each is a function of. */
import { assert, integer, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellAt, checkDesign, countCells, isPlain, pairOf, replicateSeed, scenarioOfCell, valuesOfCell, type Design } from '../../src/experiment/design.ts';
import { designDigest } from '../../src/experiment/design-digest.ts';
import { parametersOf, seedOf, valuesOf } from '../../src/experiment/pairs.ts';
import { variantsOf } from '../../src/run/variants.ts';
import { smallScenario } from '../support/worlds.ts';

const scenario = smallScenario({ residents: [[200, 100], [300]], hours: 24 });
const parameters = parametersOf(scenario);
const [one, two] = ['police.riskFloor01', 'police.calmRisk01'] as const;
const plain: Design = { seed: 4, first: 2, rows: 3, replicates: 1, set: {}, vary: [] };
const full: Design = { seed: 4, first: 2, rows: 3, replicates: 2, set: { [one]: 0.1 }, vary: [{ id: two, values: [0.3, 0.4] }] };
const all = (design: Design) => Array.from({ length: countCells(design) }, (_, cell) => cellAt(design, cell));

describe('a plain design', () => {
  it('[EX4] has the pairs of a comparison: their numbers, seeds and values', () => {
    expect(isPlain(plain)).toBe(true);
    for (const cell of all(plain)) {
      const pair = pairOf(plain, cell.cell);
      expect(cell).toEqual({ cell: pair - 2, row: pair, setting: 0, replicate: 0, seed: seedOf(4, pair) });
      expect(valuesOfCell(plain, parameters, cell)).toEqual(valuesOf(scenario, 4, pair));
    }
  });

  it('[EX3] may be cut in pieces: a cell is the same in each', () => {
    const [whole, rest] = [
      { ...full, first: 0, rows: 5 },
      { ...full, first: 3, rows: 2 },
    ];
    for (const cell of all(rest)) {
      const same = all(whole).find((other) => pairOf(whole, other.cell) === pairOf(rest, cell.cell))!;
      expect({ ...same, cell: 0 }).toEqual({ ...cell, cell: 0 });
      expect(valuesOfCell(whole, parameters, same)).toEqual(valuesOfCell(rest, parameters, cell));
    }
  });
});

describe('rows, settings and replicates', () => {
  const cells = all(full);
  const values = (cell: (typeof cells)[number]) => valuesOfCell(full, parameters, cell);

  it('are all there, once each', () => {
    expect(countCells(full)).toBe(3 * 3 * 2);
    expect(new Set(cells.map((c) => `${c.row} ${c.setting} ${c.replicate}`)).size).toBe(18);
    expect(new Set(cells.map((c) => c.row))).toEqual(new Set([2, 3, 4]));
    expect(isPlain(full)).toBe(false);
  });

  it('replicates share the parameters of their row and have luck of their own', () => {
    for (const cell of cells.filter((c) => c.replicate === 0)) {
      const other = cells.find((c) => c.row === cell.row && c.setting === cell.setting && c.replicate === 1)!;
      expect(values(other)).toEqual(values(cell));
      expect(other.seed).not.toBe(cell.seed);
    }
    expect(new Set(cells.map((c) => c.seed)).size).toBe(3 * 2);
  });

  it('replicates share the published form that their pair draws', () => {
    const open = { ...scenario, variants: { mobilise: ['one form', 'another', 'a third'] } };
    const rows = Array.from({ length: 40 }, (_, row) => row);
    const formOf = (row: number, replicate: number) => {
      const asRun = scenarioOfCell(open, full, { row, replicate });
      return variantsOf(asRun, replicateSeed(full.seed, row, replicate))['mobilise'];
    };
    const first = rows.map((row) => formOf(row, 0));
    expect(new Set(first).size).toBeGreaterThan(1);
    expect(first).toEqual(rows.map((row) => variantsOf(open, seedOf(full.seed, row))['mobilise']));
    for (const replicate of [1, 2]) expect(rows.map((row) => formOf(row, replicate))).toEqual(first);
  });

  it('settings share parameters and luck but for the one that is varied', () => {
    for (const cell of cells.filter((c) => c.setting > 0)) {
      const base = cells.find((c) => c.row === cell.row && c.setting === 0 && c.replicate === cell.replicate)!;
      expect(cell.seed).toBe(base.seed);
      expect(values(cell)).toEqual({ ...values(base), [two]: [0.3, 0.4][cell.setting - 1] });
    }
  });

  it('hold what is set in every cell and draw everything else', () => {
    for (const cell of cells) expect(values(cell)[one]).toBe(0.1);
    const drawn = (row: number) => valuesOf(scenario, 4, row);
    for (const cell of cells.filter((c) => c.setting === 0)) expect(values(cell)).toEqual({ ...drawn(cell.row), [one]: 0.1 });
  });
});

describe('seeds of replicates', () => {
  it('are whole, below 2^53, and meet no pair of any base seed', () => {
    const last = seedOf(1_000_000_000, 1_000_002);
    assert(
      property(nat(1_000_000_000), nat(1_000_002), integer({ min: 1, max: 10_000 }), (seed, row, replicate) => {
        const found = replicateSeed(seed, row, replicate);
        expect(Number.isSafeInteger(found)).toBe(true);
        expect(found).toBeGreaterThan(last);
      }),
    );
  });
});

describe('a design that cannot be', () => {
  it.each([
    [{ set: { 'police.riskFlor01': 0.1 } }, /no parameter "police\.riskFlor01" \(did you mean "police\.riskFloor01"\?\)/],
    [{ set: { [one]: 7 } }, /--set police\.riskFloor01=7: it must lie from 0\.03 to 0\.27/],
    [{ set: { [one]: Number.NaN } }, /--set police\.riskFloor01=NaN/],
    [{ vary: [{ id: one, values: [0.1, -1] }] }, /--vary police\.riskFloor01=-1/],
    [{ vary: [{ id: one, values: [0.1] }], set: { [one]: 0.1 } }, /already held by --set/],
    [
      {
        vary: [
          { id: one, values: [0.1] },
          { id: one, values: [0.2] },
        ],
      },
      /given twice/,
    ],
    [{ first: 1_000_002 }, /rows go up to 1000002/],
    [{ rows: 100_000, replicates: 11 }, /1100000 cells; at most 1000000/],
  ] as const)('%j is refused with its reason', (change, said) => {
    expect(() => checkDesign({ ...plain, ...change }, parameters)).toThrow(said);
  });

  it('a whole one is not', () => {
    expect(() => checkDesign(full, parameters)).not.toThrow();
    expect(() => cellAt(full, 18)).toThrow(/the cells of this plan are 0 to 17/);
    expect(() => cellAt(full, -1)).toThrow(RangeError);
  });
});

describe('the digest of a design', () => {
  const marks = [{ cell: 0, digest: 'a' }, { cell: 1, digest: 'b' }, { cell: 2 }];

  it('does not know the order, and knows everything else', () => {
    const digest = designDigest('plan', marks);
    expect(designDigest('plan', [...marks].reverse())).toBe(digest);
    const others = [
      designDigest('other', marks),
      designDigest('plan', marks.slice(1)),
      designDigest('plan', [marks[0]!, marks[1]!, { cell: 2, digest: 'c' }]),
      designDigest('plan', [{ cell: 0, digest: 'b' }, { cell: 1, digest: 'a' }, { cell: 2 }]),
    ];
    expect(new Set([digest, ...others]).size).toBe(5);
  });
});
