import { describe, expect, it } from 'vitest';
import { everyTargetIsHeld } from '../../../tests/classics/held.ts';
import { policeLose01 } from './duel.ts';
import { moro, published, runOf, society } from './moro.ts';
import { activeCitizen, fighting, hidden, policeman, Revolution, type Setting } from './revolution.ts';

const setting: Setting = { ...society, policePrecision01: 0.9, rebelPrecision01: 0.3 };

/** Everybody sees everybody, nobody hides. */
const duel: Setting = { ...setting, side: 5, vision: 2.9, citizens: 0, ratioToFight: 0, police: 6, revolutionaries: 8 };

/** Standard errors between the exact chance that police lose and how often they do. */
function errorsApart(simulated: Setting, exact: { readonly police01: number; readonly rebel01: number }, duels = 1500): number {
  const expected = policeLose01(simulated.police, simulated.revolutionaries, exact);
  const lost = Array.from({ length: duels }, (_, n) => runOf(simulated, 7_000_000 + n, 300)).filter((run) => run.outcome === 'success').length;
  return Math.abs(lost / duels - expected) / Math.sqrt((expected * (1 - expected)) / duels);
}

describe('moro', () => {
  everyTargetIsHeld(moro);

  it('one against one, by hand: half a chance each, and a head start for who is hidden', () => {
    // first tick: fighter kills 1/2, police kill 1/8, neither 3/8; then the two are alike
    expect(policeLose01(1, 1, { police01: 0.5, rebel01: 0.5 })).toBeCloseTo(1 / 2 + 3 / 16, 12);
    expect(policeLose01(3, 3, { police01: 0.5, rebel01: 0 })).toBe(0);
    expect(policeLose01(3, 3, { police01: 0, rebel01: 0.1 })).toBeCloseTo(1, 12);
  });

  it('the exact duel notices police who shoot worse than they should', () => {
    const exact = { police01: 0.9, rebel01: 0.3 };
    expect(errorsApart(duel, exact)).toBeLessThan(3);
    expect(errorsApart({ ...duel, policePrecision01: 0.8 }, exact)).toBeGreaterThan(3);
  });

  it('and revolutionaries who hide when they should fight', () => {
    expect(errorsApart({ ...duel, ratioToFight: 1.2 }, { police01: 0.9, rebel01: 0.3 }, 200)).toBeGreaterThan(3);
  });

  it('keeps its books: counts are those of the people, the dead stay dead', () => {
    const revolution = new Revolution(setting, 4);
    let last = { police: society.police, revolutionaries: society.revolutionaries };
    for (let t = 0; t < 60; t++) {
      revolution.step();
      const count = (...states: number[]) => revolution.state.reduce((sum, state) => sum + (states.includes(state) ? 1 : 0), 0);
      expect({
        police: count(policeman),
        revolutionaries: count(hidden, fighting),
        fighters: count(fighting),
        active: count(activeCitizen),
      }).toEqual({ police: revolution.police, revolutionaries: revolution.revolutionaries, fighters: revolution.fighters, active: revolution.activeCitizens });
      const gone = revolution.state.length - count(1, 2, 3, 4, 5);
      expect(gone).toBe(revolution.jailed + society.police - revolution.police + society.revolutionaries - revolution.revolutionaries);
      expect(revolution.police).toBeLessThanOrEqual(last.police);
      expect(revolution.revolutionaries).toBeLessThanOrEqual(last.revolutionaries);
      last = { police: revolution.police, revolutionaries: revolution.revolutionaries };
    }
    expect(last.police).toBeLessThan(society.police);
  });

  it('nobody dies of a side that cannot hit, nor of one that never has enough rebels around', () => {
    expect(runOf({ ...setting, rebelPrecision01: 0 }, 2, 40).killed01).toBe(0);
    expect(runOf({ ...setting, ratioToFight: 1e9 }, 2, 40).killed01).toBe(0);
    const harmless = new Revolution({ ...setting, policePrecision01: 0 }, 2);
    for (let t = 0; t < 40; t++) harmless.step();
    expect(harmless.revolutionaries).toBe(society.revolutionaries);
  });

  it('says when people do not fit', () => {
    expect(() => new Revolution({ ...setting, citizens: 1600 }, 1)).toThrow(/1728 people do not fit on 1600 sites/);
  });

  it('the order of police killed is never reversed in the nine pairs of legitimacy and revolutionaries', () => {
    for (const legitimacy01 of [0.84, 0.86, 0.88]) {
      for (const revolutionaries of [32, 64, 96]) {
        const killed = published.map(({ p, r }) =>
          [1, 2, 3, 4].reduce(
            (sum, seed) => sum + runOf({ ...society, legitimacy01, revolutionaries, policePrecision01: p, rebelPrecision01: r }, seed, 60).killed01,
            0,
          ),
        );
        expect({ legitimacy01, revolutionaries, killed }).toEqual({ legitimacy01, revolutionaries, killed: killed.toSorted((a, b) => b - a) });
      }
    }
  });
});
