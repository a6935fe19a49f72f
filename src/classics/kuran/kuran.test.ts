import { describe, expect, it } from 'vitest';
import { everyTargetIsHeld } from '../../../tests/classics/held.ts';
import { kuran, sequences } from './kuran.ts';
import { openOpposition } from './model.ts';

describe('kuran', () => {
  everyTargetIsHeld(kuran);

  it('the wagon rolls one person at a time', () => {
    expect(openOpposition(sequences["A'"])).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
    expect(openOpposition(sequences["B'"])).toEqual([0, 10, 20]);
  });

  it('without a first person nobody comes', () => {
    expect(openOpposition([10, 10, 20])).toEqual([0]);
  });
});
