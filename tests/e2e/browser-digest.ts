/** Digests of histories that ran in Chromium. */
import type { DigestOrder } from '../../src/host/browser/digest.ts';
import { withBundle } from './browser-bundle.ts';
import { withChromium } from './chromium.ts';

export interface InBrowser {
  readonly digests: readonly string[];
  readonly version: string;
  /** addresses the page asked for */
  readonly requests: readonly string[];
  readonly errors: readonly string[];
  readonly bundleBytes: number;
}

export function digestsInChromium(orders: readonly DigestOrder[]): Promise<InBrowser> {
  return withBundle((address, bundle) =>
    withChromium(async (context) => {
      const requests: string[] = [];
      const errors: string[] = [];
      context.on('request', (request) => requests.push(request.url()));
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(error.message));
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      await page.goto(address);
      // the text runs in the page, whose names the types of Node do not know
      const digests = (await page.evaluate(
        `new Promise((done, fail) => {
          const worker = new Worker('worker.js', { type: 'module' });
          worker.onmessage = ({ data }) => done(data);
          worker.onerror = (event) => fail(new Error(event.message));
          worker.postMessage(${JSON.stringify(orders)});
        })`,
      )) as string[];
      return { digests, version: context.browser()?.version() ?? '', requests, errors, bundleBytes: Buffer.byteLength(bundle) };
    }),
  );
}
