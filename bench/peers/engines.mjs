/** Who is measured, how each is started, and how much of the work each is given. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const here = fileURLToPath(new URL('.', import.meta.url));
export const root = join(here, '..', '..');
/** Everything installed or compiled goes here; git ignores it. */
export const workshop = join(root, 'out', 'peers');

const node = (file, way) => (job) => ({
  command: process.execPath,
  words: ['--expose-gc', '--max-old-space-size=12000', join(here, file), ...wordsOf(job), ...(way ? [way] : [])],
});
const wordsOf = ({ side, warm, ticks, neighbourhood, seed }) => [side, warm, ticks, neighbourhood, seed].map(String);

/** [warm-up ticks, timed ticks, rounds] by side and neighbourhood; what is missing is not run. */
const fast = {
  disc: { 40: [100, 3000, 7], 200: [60, 240, 7], 1000: [60, 20, 5] },
  moore: { 40: [100, 6000, 7], 200: [60, 300, 7], 1000: [60, 30, 5] },
};
const scripted = {
  disc: { 40: [100, 200, 5], 200: [30, 20, 5], 1000: [5, 1, 2] },
  moore: { 40: [100, 2000, 7], 200: [30, 100, 5], 1000: [10, 4, 3] },
};

/**
 * `seeds` is how many runs the comparison of statistics makes; `way` what a reader must know to judge the figure.
 * The order is the order of the tables.
 */
export const engines = [
  {
    id: 'unrest-wasm',
    title: 'Unrest, WebAssembly',
    needs: join(root, 'dist/classics/epstein/kernel.js'),
    start: node('unrest/epstein.mjs', 'wasm'),
    seeds: 40,
    jobs: fast,
    way: 'the kernel of the classics: planes of bits, keyed luck; the same history by seed on every machine',
  },
  {
    id: 'unrest-plain',
    title: 'Unrest, plain TypeScript',
    needs: join(root, 'dist/classics/epstein/kernel.js'),
    start: node('unrest/epstein.mjs', 'plain'),
    seeds: 40,
    jobs: scripted,
    way: 'the same kernel to read, without WebAssembly: the same history, byte for byte',
  },
  {
    id: 'cpp-tuned',
    title: 'C++, tuned',
    needs: join(workshop, 'tuned'),
    start: (job) => ({ command: join(workshop, 'tuned'), words: wordsOf(job) }),
    seeds: 40,
    jobs: fast,
    way: 'a byte a site, no identities, bit masks in 512-bit registers, turns in blocks with prefetch; its generator is xoshiro256++, not keyed draws',
  },
  {
    id: 'cpp-plain',
    title: 'C++, plain',
    needs: join(workshop, 'plain'),
    start: (job) => ({ command: join(workshop, 'plain'), words: wordsOf(job) }),
    seeds: 80,
    jobs: {
      disc: { 40: [100, 300, 7], 200: [15, 15, 5], 1000: [5, 1, 2] },
      moore: { 40: [100, 3000, 7], 200: [30, 100, 7], 1000: [8, 3, 3] },
    },
    way: 'an object for each actor, a grid of pointers, every site in view looked at; it defines the statistics',
  },
  {
    id: 'flocc',
    title: 'flocc',
    needs: join(workshop, 'npm/node_modules/flocc'),
    start: node('flocc/epstein.mjs'),
    seeds: 10,
    jobs: {
      disc: { 40: [60, 60, 5], 200: [8, 3, 3], 1000: [1, 1, 1] },
      moore: { 40: [100, 300, 5], 200: [15, 10, 3], 1000: [2, 2, 1] },
    },
    way: '`Agent`, grayscale `Terrain`, `tick({ randomizeOrder: true })`; a list of who stands where beside the terrain, which holds numbers only',
  },
  {
    id: 'agentscript',
    title: 'AgentScript',
    needs: join(workshop, 'npm/node_modules/agentscript'),
    start: node('agentscript/epstein.mjs'),
    seeds: 10,
    jobs: {
      disc: { 40: [100, 100, 5], 200: [8, 4, 3], 1000: [1, 1, 1] },
      moore: { 40: [100, 300, 5], 200: [15, 10, 3], 1000: [2, 2, 1] },
    },
    way: 'patch sets do not wrap, so every patch keeps a list of its view (faster, and much memory); order of turns by its own `shuffle`, which always makes one long cycle',
  },
  {
    id: 'mesa',
    title: 'Mesa',
    needs: join(workshop, 'venv/bin/python'),
    start: (job) => ({ command: join(workshop, 'venv/bin/python'), words: [join(here, 'mesa/epstein.py'), ...wordsOf(job)] }),
    seeds: 10,
    jobs: {
      disc: { 40: [40, 40, 3], 200: [4, 2, 2] },
      moore: { 40: [100, 200, 5], 200: [15, 5, 3] },
    },
    way: 'discrete space and `shuffle_do`, no data collector; a grid class of its own connects a cell with the disc; 1000 x 1000 is not run: hours and several GB',
  },
];

export const isThere = (engine) => existsSync(engine.needs);
export const neighbourhoods = ['disc', 'moore'];
export const sides = [40, 200, 1000];
/** The comparison of statistics: this side, these ticks. */
export const docking = { side: 40, warm: 100, ticks: 300 };
export const environment = { ...process.env, PEERS_MODULES: join(workshop, 'npm') };
