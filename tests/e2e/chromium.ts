/** A headless Chromium with a fresh profile that talks to nobody but the page under test. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type BrowserContextOptions } from 'playwright-core';

const binary = process.env['UNREST_CHROMIUM'] ?? '/usr/bin/chromium';
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** CI sets this: there a missing browser is a failure, not a reason to skip. */
export const isRequired = process.env['UNREST_REQUIRE_BROWSER'] === '1';
export const isMissing = !isRequired && !existsSync(binary);
/** For the name of a test that may be skipped. */
export const skipReason = isMissing ? ` (skipped: no ${binary})` : '';

export type ContextOptions = Pick<BrowserContextOptions, 'viewport' | 'colorScheme' | 'javaScriptEnabled' | 'reducedMotion'>;

export async function withChromium<T>(use: (context: BrowserContext) => Promise<T>, options: ContextOptions = {}): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'unrest-chromium-'));
  const context = await chromium.launchPersistentContext(profile, { executablePath: binary, headless: true, args: flags, timeout: 60_000, ...options });
  try {
    return await use(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
