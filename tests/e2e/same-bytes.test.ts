/** [SPEC: the same bytes everywhere] One history has one digest: on two versions of Node, in a browser, on one thread and on two, today and in the last version. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { digestsInChromium } from './browser-digest.ts';
import { isMissing, skipReason } from './chromium.ts';
import { inFolder, jsonLines, unrest, type Start } from './program.ts';
import { howToUpdate, isUpdate, readGolden, writeGolden, type Golden } from '../golden/update.ts';

const scenarios = ['minimal', 'kazakhstan-2022'] as const;
const seeds = [1, 2] as const;
/** a row of the prior design: logarithms and exponentials take part in it */
const row = 3;

const otherNode = process.env['UNREST_NODE24'];
const minutes = 60_000;

interface Answer {
  readonly pair: number;
  readonly arms: readonly { readonly arm: string; readonly digest: string }[];
}

/** Every digest asked for here, by the words that ask for it. */
async function digestsUnder(start: Start): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const seed of seeds) {
    const { out, err, code } = await unrest(['digest', ...scenarios, '--seed', String(seed), '--json'], start);
    if (code !== 0) throw new Error(err);
    for (const line of jsonLines<{ scenario: string; digest: string }>(out)) found[`digest ${line.scenario} --seed ${seed}`] = line.digest;
  }
  for (const scenario of scenarios) {
    const { out, err, code } = await unrest(['run', scenario, '--draw', String(row), '--json'], start);
    if (code !== 0) throw new Error(err);
    found[`run ${scenario} --draw ${row}`] = jsonLines<{ digest: string }>(out)[0]!.digest;
  }
  return found;
}

/** What `compare` says on standard output and keeps beside the report. */
async function compared(scenario: string, threads: number, start: Start = {}): Promise<{ lines: string; kept: string }> {
  return inFolder(async (folder) => {
    const words = ['compare', scenario, '--pairs', '3', '--threads', String(threads), '--json', '--arms', 'as-it-was,no-intervention', '--out', folder];
    const { out, err, code } = await unrest(words, start);
    if (code !== 0) throw new Error(err);
    return { lines: out, kept: readFileSync(join(folder, 'pairs.json'), 'utf8') };
  });
}

function pairDigests(scenario: string, lines: string): Record<string, string> {
  return Object.fromEntries(
    jsonLines<Answer>(lines).flatMap(({ pair, arms }) => arms.map(({ arm, digest }) => [`compare ${scenario} pair ${pair} ${arm}`, digest])),
  );
}

describe('one history has one digest', () => {
  let here: Record<string, string>;
  const one: Record<string, { lines: string; kept: string }> = {};

  beforeAll(async () => {
    here = await digestsUnder({});
    for (const scenario of scenarios) one[scenario] = await compared(scenario, 1);
  }, 10 * minutes);

  it('which is a SHA-256 and another one for every seed and draw', () => {
    const digests = Object.values(here);
    for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(digests).size).toBe(scenarios.length * (seeds.length + 1));
  });

  it.each(scenarios)(
    'of %s on one thread and on two, to the last byte of every answer',
    async (scenario) => {
      const two = await compared(scenario, 2);
      expect(two.lines).toBe(one[scenario]!.lines);
      expect(two.kept).toBe(one[scenario]!.kept);
      expect(jsonLines<Answer>(two.lines).map(({ pair }) => pair)).toEqual([0, 1, 2]);
    },
    10 * minutes,
  );

  it(
    'in an ensemble and alone',
    async () => {
      for (const scenario of scenarios) {
        const { out } = await unrest(['run', scenario, '--draw', '2', '--json']);
        expect(jsonLines<{ digest: string }>(out)[0]!.digest).toBe(pairDigests(scenario, one[scenario]!.lines)['compare ' + scenario + ' pair 2 as-it-was']);
      }
    },
    10 * minutes,
  );

  it.skipIf(otherNode === undefined)(
    `under another Node${otherNode === undefined ? ' (skipped: UNREST_NODE24 names no binary)' : ''}`,
    async () => {
      expect(await digestsUnder({ node: otherNode! })).toEqual(here);
      for (const scenario of scenarios) expect(await compared(scenario, 2, { node: otherNode! })).toEqual(one[scenario]);
    },
    20 * minutes,
  );

  it.skipIf(isMissing)(
    `in Chromium${skipReason}`,
    async () => {
      const orders = scenarios.flatMap((name) => {
        const path = `scenarios/${name}/scenario.yaml`;
        return [
          ...seeds.map((seed) => ({ words: `digest ${name} --seed ${seed}`, order: { path, seed } })),
          { words: `run ${name} --draw ${row}`, order: { path, seed: 1, draw: row } },
        ];
      });
      const { digests } = await digestsInChromium(orders.map(({ order }) => order));
      expect(Object.fromEntries(orders.map(({ words }, i) => [words, digests[i]]))).toEqual(here);
    },
    10 * minutes,
  );

  it('as in the last version', () => {
    const found: Golden = Object.assign({}, here, ...scenarios.map((scenario) => pairDigests(scenario, one[scenario]!.lines))) as Golden;
    if (isUpdate) {
      const todo = writeGolden(found);
      if (todo !== undefined) process.stderr.write(`${todo}\n`);
    }
    expect(found, howToUpdate).toEqual(readGolden());
  });
});
