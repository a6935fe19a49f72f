import { expect, test } from 'vitest';
import { buildWorld } from '../src/world/build.ts';
import { Run } from '../src/run/run.ts';
import { smallScenario, valuesFor } from './support/worlds.ts';
test('a town', () => {
  const s = smallScenario({ residents: [[300000, 100000, 20000], [500000, 30000]], hours: 240, police: 2000, army: 1000, events: [{ atHour: 17, grievance01: { value: 0.25, unit: '1' }, reach01: { value: 0.5, unit: 'share' } }], latent: { legitimacy01: 0.2 } });
  const values = valuesFor(s);
  let t = performance.now();
  const w = buildWorld(s, 1, values);
  console.log('build', performance.now() - t);
  t = performance.now();
  const run = new Run(w, values, { id: 'a', title: '', do: [] }).until();
  console.log('run', performance.now() - t, run.history().digest, run.history().moves);
  for (const e of run.state.events.slice(0, 60)) console.log(e.hour, e.kind, e.place, JSON.stringify(e.because));
  console.log(run.state.events.length);
  expect(1).toBe(1);
});
