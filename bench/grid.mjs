/**
 * Speed and memory of the grid kernel, after `npm run build`:
 *
 *     node bench/grid.mjs wasm,plain 40,200,1000
 *
 * Agent-steps count everybody, jailed or free, as other programs do. CPU seconds leave out what other processes take;
 * they still suffer from the cache those share.
 */
import { createCivilViolence } from '../dist/classics/epstein/kernel.js';
import { publishedRun } from '../dist/classics/epstein/parameters.js';

const [engines = 'wasm', sides = '40,200,1000'] = process.argv.slice(2);
const views = [
  ['disc', 7],
  ['moore', 1],
];

const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

function measured(parameters, engine, seed) {
  const run = createCivilViolence(parameters, seed, { engine });
  const agents = run.agentCount + run.copCount;
  const warm = Math.max(4, Math.min(200, Math.ceil(600_000 / agents)));
  const ticks = Math.max(2, Math.ceil((engine === 'wasm' ? 6_000_000 : 300_000) / agents));
  for (let t = 0; t < warm; t++) run.step();
  const [cpu, wall] = [cpuSeconds(), performance.now()];
  for (let t = 0; t < ticks; t++) run.step();
  const steps = (agents * ticks) / 1e6;
  return { cpu: steps / (cpuSeconds() - cpu), wall: (1000 * steps) / (performance.now() - wall), bytes: run.bytes / agents };
}

for (const engine of engines.split(',')) {
  for (const side of sides.split(',').map(Number)) {
    for (const [neighbourhood, vision] of views) {
      const parameters = { ...publishedRun(2, 'floored'), side, neighbourhood, vision };
      const runs = [1, 2, 3].map((seed) => measured(parameters, engine, seed)).sort((a, b) => a.cpu - b.cpu);
      const [, middle] = runs;
      console.log(
        `${engine} ${side}x${side} ${neighbourhood} ${vision}: ${middle.cpu.toFixed(2)} million agent-steps per CPU second (${runs[0].cpu.toFixed(2)} to ${runs[2].cpu.toFixed(2)}), ${middle.wall.toFixed(2)} per second, ${middle.bytes.toFixed(1)} bytes an agent`,
      );
    }
  }
}
