import { describe, expect, it } from 'vitest';
import { everyTargetIsHeld } from '../../../tests/classics/held.ts';
import { cascade, randomNetwork, type Network } from './cascade.ts';
import { watts } from './watts.ts';
import { startsGlobal01 } from './window.ts';

describe('watts', () => {
  everyTargetIsHeld(watts);

  it('a cascade ends where nobody else has enough acquaintances acting', () => {
    const line: Network = { people: 4, from: new Int32Array([0, 1, 3, 5, 6]), ties: new Int32Array([1, 0, 2, 1, 3, 2]) };
    expect(cascade(line, 0, 0.5)).toBe(4);
    expect(cascade(line, 0, 0.51)).toBe(1);
  });

  it('a network has the ties it was asked for, each in both directions, none to oneself', () => {
    const { from, ties } = randomNetwork(1, 0, 500, 4);
    expect(ties).toHaveLength(2000);
    let backs = 0;
    for (let person = 0; person < 500; person++) {
      for (const other of ties.subarray(from[person]!, from[person + 1]!)) {
        expect(other).not.toBe(person);
        if (ties.subarray(from[other]!, from[other + 1]!).includes(person)) backs++;
      }
    }
    expect(backs).toBe(2000);
  });

  it('a cascade is small or moves most people, so that the mark between them does not matter', () => {
    const sizes = [2, 4].flatMap((ties) =>
      [0, 1, 2].flatMap((n) => Array.from({ length: 25 }, (_, s) => cascade(randomNetwork(7, n, 2000, ties), s, 0.18) / 2000)),
    );
    expect(sizes.filter((size) => size > 0.05 && size < 0.6)).toEqual([]);
    expect(sizes.some((size) => size > 0.6) && sizes.some((size) => size < 0.05)).toBe(true);
  });

  it('outside the window nobody starts a global cascade in an endless network', () => {
    expect(startsGlobal01(0.18, 0.9)).toBeLessThan(1e-6);
    expect(startsGlobal01(0.18, 6)).toBeLessThan(1e-6);
    expect(startsGlobal01(0.18, 3)).toBeGreaterThan(0.5);
  });
});
