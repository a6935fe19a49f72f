import { test } from 'vitest';
import { runShard, shardTimeoutMs } from './random-worlds.ts';

test('engine and oracle give the same bytes in random worlds, part 4 of 4', () => runShard(3), shardTimeoutMs);
