/** The report before axe-core: no serious or critical finding, no label that cannot be read, by day and in the dark, wide and on a phone, English and German. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { chartStyle } from '../../src/view/palette.ts';
import { renderReport } from '../../src/report/html.ts';
import { languageCodes } from '../../src/report/words.ts';
import { fixture, shapes } from '../report/fixture.ts';
import { isMissing, skipReason, withChromium, type ContextOptions } from './chromium.ts';
import { inFolder, root } from './program.ts';

const minutes = 60_000;
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const looks: readonly { name: string; options: ContextOptions }[] = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { name: `${colorScheme}, wide`, options: { viewport: { width: 1100, height: 900 }, colorScheme } },
  { name: `${colorScheme}, phone`, options: { viewport: { width: 390, height: 800 }, colorScheme } },
]);

/** Serious and critical findings as lines one can act on. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = (await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations)`)) as Finding[];
  return found
    .filter((one) => one.impact === 'serious' || one.impact === 'critical')
    .flatMap((one) => one.nodes.slice(0, 3).map((node) => `${one.id}: ${node.html.slice(0, 120)} ${node.failureSummary.slice(0, 200)}`));
}

/** Run in the page: labels of charts that leave their picture or run into one another, measured as drawn. */
const unreadableLabels = `(() => {
  const told = [];
  for (const svg of document.querySelectorAll('svg.chart')) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) continue;
    const of = svg.closest('figure').id;
    const labels = [...svg.querySelectorAll('text')].map((text) => {
      const { left, right, top, bottom, height } = text.getBoundingClientRect();
      // a line of text is taller than its letters
      return { said: text.textContent, left, right, top: top + height * 0.18, bottom: bottom - height * 0.2 };
    });
    labels.forEach((a, i) => {
      if (a.left < frame.left - 1 || a.right > frame.right + 1) told.push(of + ': cut: ' + a.said);
      for (const b of labels.slice(i + 1))
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom && b.top < a.bottom) told.push(of + ': one on the other: ' + a.said + ' / ' + b.said);
    });
  }
  return told;
})()`;

/** Relative luminance of `#rrggbb` or `#rgb` by WCAG 2.2. */
function luminance(colour: string): number {
  const digits = colour.slice(1);
  const parts = digits.length === 3 ? [...digits].map((d) => d + d) : [0, 2, 4].map((i) => digits.slice(i, i + 2));
  const [r, g, b] = parts.map((part) => {
    const share = Number.parseInt(part, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

function contrast(a: string, b: string): number {
  const [lighter, darker] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter! + 0.05) / (darker! + 0.05);
}

describe('colours of charts', () => {
  const themes = [...chartStyle.matchAll(/:root\{([^}]+)\}/g)].map((found) =>
    Object.fromEntries(found[1]!.split(';').map((pair) => pair.slice(2).split(':') as [string, string])),
  );
  it('are three: light, dark, print', () => expect(themes).toHaveLength(3));
  it.each(['light', 'dark', 'print'].map((name, i) => [name, i] as const))('%s: marks stand out from the paper three to one, text four and a half', (_, i) => {
    const theme = themes[i]!;
    for (const mark of ['a', 'b', 'c', 'record', 'held']) expect(contrast(theme[mark]!, theme['paper']!), mark).toBeGreaterThanOrEqual(3);
    for (const text of ['ink', 'quiet', 'a', 'b']) expect(contrast(theme[text]!, theme['paper']!), text).toBeGreaterThanOrEqual(4.5);
    for (const text of ['ink', 'quiet']) expect(contrast(theme[text]!, theme['land']!), `${text} on land`).toBeGreaterThanOrEqual(4.5);
    expect(contrast(theme['held']!, theme['contested']!), 'held against contested').toBeGreaterThanOrEqual(2);
    expect(contrast(theme['contested']!, theme['land']!), 'contested against the empty cell').toBeGreaterThanOrEqual(2);
  });
});

describe.skipIf(isMissing)(`the report in a browser${skipReason}`, () => {
  it.each(languageCodes)(
    'has no serious finding in %s',
    (language) =>
      inFolder(async (folder) => {
        const file = join(folder, 'report.html');
        writeFileSync(file, renderReport(fixture(), shapes, language));
        for (const { name, options } of looks) {
          const { serious, unreadable, wide, requests } = await withChromium(async (context) => {
            const asked: string[] = [];
            const page = await context.newPage();
            page.on('request', (request) => asked.push(request.url()));
            await page.goto(pathToFileURL(file).href);
            await page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true;`);
            const unreadable = (await page.evaluate(unreadableLabels)) as string[];
            const overflow = (await page.evaluate(`document.documentElement.scrollWidth - document.documentElement.clientWidth`)) as number;
            return { serious: await findings(page), unreadable, wide: overflow, requests: asked };
          }, options);
          expect({ name, serious, unreadable, wide, requests }).toEqual({ name, serious: [], unreadable: [], wide: 0, requests: [pathToFileURL(file).href] });
        }
      }),
    5 * minutes,
  );

  it(
    'moves through the days by keyboard and says the day',
    () =>
      inFolder(async (folder) => {
        const file = join(folder, 'report.html');
        writeFileSync(file, renderReport(fixture(), shapes));
        await withChromium(async (context) => {
          const page = await context.newPage();
          await page.goto(pathToFileURL(file).href);
          const marks = () =>
            page.evaluate(`[...document.querySelectorAll('path[data-arm]')].map((m) => m.getAttribute('transform') + m.getAttribute('class')).join()`);
          const whole = await marks();
          await page.focus('#day');
          await page.keyboard.press('ArrowRight');
          expect(await page.getAttribute('#day', 'aria-valuetext')).toMatch(/^2.Jan$/);
          await page.keyboard.press('PageUp');
          expect(await page.textContent('#day-name')).not.toMatch(/^2.Jan$/);
          expect(await marks()).not.toBe(whole);
          await page.keyboard.press('Home');
          expect(await page.getAttribute('#day', 'aria-valuetext')).toBe('whole time');
          expect(await marks()).toBe(whole);
        });
      }),
    minutes,
  );

  it(
    'prints with its tables open, without the slider, and closes them again',
    () =>
      inFolder(async (folder) => {
        const file = join(folder, 'report.html');
        writeFileSync(file, renderReport(fixture(), shapes));
        await withChromium(async (context) => {
          const page = await context.newPage();
          await page.goto(pathToFileURL(file).href);
          const open = () => page.evaluate(`document.querySelectorAll('details:not([open])').length`);
          const before = (await open()) as number;
          expect(before).toBeGreaterThan(10);
          await page.evaluate(`dispatchEvent(new Event('beforeprint'))`);
          expect(await open()).toBe(0);
          await page.emulateMedia({ media: 'print' });
          const seen = await page.evaluate(`({
            slider: document.getElementById('day-box').getClientRects().length,
            tables: [...document.querySelectorAll('table')].filter((t) => t.getClientRects().length === 0).length,
            nav: document.querySelector('nav').getClientRects().length,
          })`);
          expect(seen).toEqual({ slider: 0, tables: 0, nav: 0 });
          await page.evaluate(`dispatchEvent(new Event('afterprint'))`);
          expect(await open()).toBe(before);
        });
      }),
    minutes,
  );
});
