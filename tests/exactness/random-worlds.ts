/**
 * The comparison over thousands of random worlds, in shards that a test runner can spread over cores.
 *
 * `UNREST_WORLDS=20000` widens the search (every shard takes its part), `UNREST_COVERAGE=1` prints what
 * happened in how many worlds.
 */
import { expect } from 'vitest';
import { byEngine, describeDivergence, literally } from './compare.ts';
import { Coverage } from './coverage.ts';

export const shardCount = 4;
const worldCount = Number(process.env['UNREST_WORLDS'] ?? 2200);
const required01 = 0.05;

/** Hours for one shard before vitest gives up, as milliseconds. */
export const shardTimeoutMs = 600_000 * Math.ceil(worldCount / 2200);

/** Run every `shardCount`-th world; throws with seed and first divergence where the bytes differ. */
export function runShard(shard: number): void {
  const coverage = new Coverage();
  for (let seed = 1 + shard; seed <= worldCount; seed += shardCount) {
    const oracle = literally(seed);
    coverage.add(oracle);
    // every seventh engine run is saved, thrown away and gone on with
    const pauseAt = seed % 7 === 0 ? Math.floor(oracle.world.hours / 2) : undefined;
    const engine = byEngine(seed, pauseAt);
    if (engine.digest === oracle.history.digest) continue;
    const paused = pauseAt === undefined ? '' : ` (saved and restored at hour ${pauseAt})`;
    expect.fail(
      `seed ${seed}${paused}: ${describeDivergence(oracle.world, engine, oracle.history)}\nto look at it again: UNREST_REPLAY=${seed} npx vitest run tests/exactness/replay`,
    );
  }
  if (process.env['UNREST_COVERAGE']) console.log(JSON.stringify({ shard, worlds: coverage.worlds, ...Object.fromEntries(coverage.counts) }));
  expect(coverage.below(required01)).toEqual([]);
}
