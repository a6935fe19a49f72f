/** The engine in a browser: one file, no page, no request, the digest of the command line. */
import { describe, expect, it } from 'vitest';
import { digestsInChromium } from './browser-digest.ts';
import { isMissing, skipReason } from './chromium.ts';
import { jsonLines, unrest } from './program.ts';

describe(`the engine in Chromium${skipReason}`, () => {
  it.skipIf(isMissing)(
    'runs in a worker, asks nobody for anything and gives the digest of the command line',
    async () => {
      const { digests, requests, errors, version, bundleBytes } = await digestsInChromium([{ path: 'scenarios/minimal/scenario.yaml', seed: 7 }]);
      const { out } = await unrest(['digest', 'minimal', '--seed', '7', '--json']);
      expect(digests).toEqual([jsonLines<{ digest: string }>(out)[0]!.digest]);
      expect(errors).toEqual([]);
      expect(version).toMatch(/^\d+\./);
      // the page and the worker, nothing else
      expect(requests.filter((address) => !address.startsWith('data:')).map((address) => new URL(address).pathname)).toEqual(['/', '/worker.js']);
      expect(bundleBytes).toBeLessThan(2_000_000);
    },
    300_000,
  );

  it.skipIf(isMissing)(
    'says what is wrong with a scenario instead of running it',
    async () => {
      await expect(digestsInChromium([{ path: 'scenarios/nowhere/scenario.yaml', seed: 1 }])).rejects.toThrow(/scenarios\/nowhere\/scenario\.yaml/);
    },
    300_000,
  );
});
