import { describe, expect, it } from 'vitest';
import { everyTargetIsHeld } from '../../../tests/classics/held.ts';
import { epstein } from './epstein.ts';
import { InterGroupViolence } from './inter-group.ts';
import { outburstsIn } from './outbursts.ts';
import { publishedRun } from './parameters.ts';

describe('epstein', () => {
  everyTargetIsHeld(epstein);

  it('counts outbursts, their sums and the waits between them', () => {
    expect(outburstsIn([0, 51, 60, 49, 10, 10, 70, 50, 20, 80])).toEqual({ activations: [111, 120], waitTicks: [3], peak: 80 });
  });

  it('keeps the books of two groups: the living of either are those who are there or in jail', () => {
    const society = new InterGroupViolence(publishedRun(8, 'floored'), 4);
    for (let t = 0; t < 40; t++) {
      society.step();
      const living = [0, 0];
      for (let id = 0; id < society.agentRoom; id++) if (society.state[id] !== 0) living[society.group[id]!]!++;
      expect(living).toEqual([...society.alive]);
      expect(living[0]! + living[1]!).toBe(society.agentCount);
      expect(society.turns.length).toBe(society.agentCount + society.copCount);
      expect(society.state.filter((state) => state === 4)).toHaveLength(society.jailedCount);
    }
    expect(society.killed).toBeGreaterThan(20);
  });
});
