/** The report in a browser: nobody is asked for anything, nothing breaks, on a phone, in the dark, on paper, without script. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { isMissing, isRequired, skipReason, withChromium, type ContextOptions } from './chromium.ts';
import { inFolder, unrest } from './program.ts';

const minutes = 60_000;
const desktop = { width: 1100, height: 900 };
const phone = { width: 320, height: 700 };

/** What is looked at in the page; runs there, so it is text: the types of Node know no document. */
const look = `(() => {
  const visible = (element) => element.getClientRects().length > 0;
  const figures = [...document.querySelectorAll('figure')];
  const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
  const outside = [...document.querySelectorAll('body *')].filter((e) => !e.closest('.scroll, pre, svg, .skip') && e.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
  return {
    title: document.title,
    language: document.documentElement.lang,
    text: document.body.innerText.length,
    headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((h) => Number(h.tagName[1])),
    figures: figures.length,
    withoutTable: figures.filter((f) => !f.querySelector('table') && !document.getElementById(f.getAttribute('aria-details') ?? '')?.querySelector('table')).map((f) => f.innerText.slice(0, 80)),
    withoutCaption: figures.filter((f) => !f.querySelector('figcaption')?.textContent.trim()).length,
    withoutPicture: figures.filter((f) => f.querySelector('svg') && ![...f.querySelectorAll('svg')].some(visible)).map((f) => f.innerText.slice(0, 80)),
    unnamed: [...document.querySelectorAll('svg')].filter((s) => visible(s) && s.getAttribute('aria-hidden') !== 'true' && !s.getAttribute('aria-label') && !s.getAttribute('aria-labelledby') && !s.querySelector('title')).length,
    tablesWithoutHead: [...document.querySelectorAll('table')].filter((t) => !t.querySelector('th')).length,
    doubleIds: ids.filter((id, i) => ids.indexOf(id) !== i),
    deadLinks: [...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href').slice(1)).filter((id) => !document.getElementById(id)),
    unclean: document.body.innerText.match(/\\bNaN\\b|\\bundefined\\b|\\[object |\\bInfinity\\b/g) ?? [],
    scrollWidth: document.documentElement.scrollWidth,
    clientWidth: document.documentElement.clientWidth,
    outside: outside.slice(0, 5).map((e) => e.tagName + ' ' + e.className + ' ' + e.textContent.slice(0, 40)),
    paper: getComputedStyle(document.body).backgroundColor,
    ink: getComputedStyle(document.body).color,
  };
})()`;

interface Looked {
  readonly title: string;
  readonly language: string;
  readonly text: number;
  readonly headings: readonly number[];
  readonly figures: number;
  readonly withoutTable: readonly string[];
  readonly withoutCaption: number;
  readonly withoutPicture: readonly string[];
  readonly unnamed: number;
  readonly tablesWithoutHead: number;
  readonly doubleIds: readonly string[];
  readonly deadLinks: readonly string[];
  readonly unclean: readonly string[];
  readonly scrollWidth: number;
  readonly clientWidth: number;
  readonly outside: readonly string[];
  readonly paper: string;
  readonly ink: string;
}

interface Visit {
  readonly looked: Looked;
  readonly requests: readonly string[];
  readonly errors: readonly string[];
}

/** Open the file, look, move the slider of days through all its places. */
async function visit(file: string, options: ContextOptions, media: 'screen' | 'print' = 'screen'): Promise<Visit> {
  return withChromium(async (context: BrowserContext) => {
    const requests: string[] = [];
    const errors: string[] = [];
    await context.route('**/*', (route) => {
      requests.push(route.request().url());
      return route.request().url().startsWith('file:') ? route.continue() : route.abort();
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && errors.push(message.text()));
    await page.goto(pathToFileURL(file).href);
    await page.emulateMedia({ media });
    if (options.javaScriptEnabled !== false) {
      await page.evaluate(`for (const slider of document.querySelectorAll('input[type=range]')) {
        for (let day = Number(slider.min); day <= Number(slider.max); day++) { slider.value = String(day); slider.dispatchEvent(new Event('input', { bubbles: true })); }
      }
      for (const details of document.querySelectorAll('details')) details.open = true;`);
    }
    const looked = (await page.evaluate(look)) as Looked;
    if (media === 'print') expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(20_000);
    return { looked, requests, errors };
  }, options);
}

/** Relative luminance by WCAG 2.2. */
function luminance(colour: string): number {
  const [r, g, b] = colour.match(/[\d.]+/g)!.map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}

const cases: readonly { name: string; options: ContextOptions; media?: 'print' }[] = [
  { name: 'by day', options: { viewport: desktop, colorScheme: 'light' } },
  { name: 'in the dark', options: { viewport: desktop, colorScheme: 'dark' } },
  { name: 'on a phone 320 pixels wide', options: { viewport: phone, colorScheme: 'light' } },
  { name: 'on paper', options: { viewport: { width: 794, height: 1123 }, colorScheme: 'dark' }, media: 'print' },
  { name: 'without script', options: { viewport: desktop, colorScheme: 'light', javaScriptEnabled: false } },
];

const scenarios = isRequired ? ['minimal', 'kazakhstan-2022'] : ['minimal'];

describe.skipIf(isMissing)(`the report${skipReason}`, () => {
  it.each(scenarios)(
    'of %s stands on its own',
    (scenario) =>
      inFolder(async (folder) => {
        const { code, err } = await unrest(['compare', scenario, '--pairs', '3', '--out', folder]);
        expect({ code, err }).toEqual({ code: 0, err: '' });
        const file = join(folder, 'report.html');
        expect(existsSync(file)).toBe(true);
        for (const { name, options, media } of cases) {
          const { looked, requests, errors } = await visit(file, options, media);
          expect({ name, errors }).toEqual({ name, errors: [] });
          expect({ name, requests }).toEqual({ name, requests: [pathToFileURL(file).href] });
          expect({ name, width: looked.scrollWidth, outside: looked.outside }).toEqual({ name, width: looked.clientWidth, outside: [] });
          expect(looked.title, name).not.toBe('');
          expect(looked.language, name).toBe('en');
          expect(looked.text, name).toBeGreaterThan(2000);
          expect(looked.figures, name).toBeGreaterThan(4);
          const none = { withoutTable: [], withoutCaption: 0, withoutPicture: [], unnamed: 0, tablesWithoutHead: 0, doubleIds: [], deadLinks: [], unclean: [] };
          expect({ name, ...looked }).toMatchObject({ name, ...none });
          expect(looked.headings[0], name).toBe(1);
          expect(
            looked.headings.filter((level) => level === 1),
            name,
          ).toHaveLength(1);
          const jumps = looked.headings.filter((level, i) => i > 0 && level > looked.headings[i - 1]! + 1);
          expect({ name, jumps }).toEqual({ name, jumps: [] });
          const [lighter, darker] = [luminance(looked.paper), luminance(looked.ink)].sort((a, b) => b - a);
          expect((lighter! + 0.05) / (darker! + 0.05), `${name}: contrast of ink and paper`).toBeGreaterThan(7);
          expect(luminance(looked.paper) < 0.2, `${name}: dark paper`).toBe(name === 'in the dark');
        }
      }),
    10 * minutes,
  );

  it(
    'comes in German when asked, and refuses a language it does not speak',
    () =>
      inFolder(async (folder) => {
        const { code, out, err } = await unrest(['compare', 'minimal', '--pairs', '2', '--out', folder, '--language', 'de']);
        expect({ code, err }).toEqual({ code: 0, err: '' });
        expect(out).toContain('Modellergebnis, keine Vorhersage.');
        const { looked, requests, errors } = await visit(join(folder, 'report.html'), { viewport: phone, colorScheme: 'light' });
        expect({ language: looked.language, requests: requests.length, errors, unclean: looked.unclean }).toEqual({
          language: 'de',
          requests: 1,
          errors: [],
          unclean: [],
        });
        const refused = await unrest(['compare', 'minimal', '--language', 'fr', '--out', folder]);
        expect(refused.code).toBe(2);
        expect(refused.err).toMatch(/en.*de/);
      }),
    2 * minutes,
  );
});
