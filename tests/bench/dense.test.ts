/** The dense rival must do the engine's work, or beating it means nothing. */
import { expect, it } from 'vitest';
import { DensePeople } from '../../src/host/node/bench-dense.ts';
import { eveningsOfJanuary, kazakhstan2022, toySize } from '../../src/host/node/bench-rows.ts';
import { play, tuned } from '../../src/host/node/bench-script.ts';
import { benchWorld } from '../../src/host/node/bench-worlds.ts';

it('has about the joins of the engine, whether it visits everybody or those who can be moved', () => {
  const size = { ...toySize, populationFactor: 0.02, days: 5 };
  const { world, values } = benchWorld(kazakhstan2022(size, 'kazakhstan'));
  const script = tuned(world, values, eveningsOfJanuary(world, size), 3000);
  const engine = play(world, values, script);
  const joins = [true, false].map((everybody) => {
    const rival = new DensePeople(world, everybody);
    const pass = rival.prepare(values, script);
    for (let hour = 0; hour < script.hours; hour++) pass(hour);
    expect(rival.leaves).toBeLessThanOrEqual(rival.joins);
    return rival.joins;
  });
  // the same draws in the same order: who cannot be moved never joins
  expect(joins[0]).toBe(joins[1]);
  expect(joins[0]! / engine.joins).toBeGreaterThan(0.9);
  expect(joins[0]! / engine.joins).toBeLessThan(1.1);
});
