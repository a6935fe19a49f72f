/** Two arms side by side on the same ground and scale, and where the second loses more or fewer places. */
import { chartOf, type Chart, type Drawing, type Frame } from './chart.ts';
import { ground, splitShapes, type WorldShapes } from './geography.ts';
import { largestCrowd, mapBody, mapKey, radiusFactor } from './map.ts';
import { escape, label, legend, n, wrap } from './markup.ts';
import type { Language } from './language.ts';
import { armLetter } from './palette.ts';
import { placeLabels } from './place-labels.ts';
import { placeOutcomes, type MapPlace, type PlaceDays, type PlaceOutcome } from './places.ts';

export interface TwoWorldsSpec {
  readonly id: string;
  readonly places: readonly MapPlace[];
  /** first and second arm */
  readonly worlds: readonly [World, World];
  readonly shapes: WorldShapes;
}

interface World {
  readonly arm: string;
  readonly title: string;
  readonly runs: readonly PlaceDays[];
}

export function twoWorlds(spec: TwoWorldsSpec, say: Language): Chart {
  const t = say.chart;
  const [a, b] = [armLetter(0), armLetter(1)];
  const outcomes = spec.worlds.map((world) => placeOutcomes(world.runs, spec.places.length));
  const [first, second] = outcomes as [PlaceOutcome[], PlaceOutcome[]];
  const differences = spec.places.map((_, p) => second[p]!.lostShare - first[p]!.lostShare);
  const finding = differenceWords(spec.places, differences, say);
  const split = splitShapes(spec.shapes, spec.places);
  return chartOf(
    {
      id: spec.id,
      title: finding,
      alt: `${t.worlds.alt(spec.worlds[0].title, spec.worlds[1].title)} ${finding}`,
      note: t.worlds.note(b),
      table: {
        caption: t.worlds.caption,
        columns: [
          { label: t.columns.place },
          ...[`${t.map.largestCrowd}, ${a}`, `${t.map.largestCrowd}, ${b}`, `${t.map.lostRuns}, ${a}`, `${t.map.lostRuns}, ${b}`, `${b} − ${a}`].map(
            (text) => ({
              label: text,
              isNumber: true,
            }),
          ),
        ],
        rows: spec.places
          .map((place, p) => ({ place, p }))
          .toSorted((x, y) => Math.abs(differences[y.p]!) - Math.abs(differences[x.p]!) || y.place.residents - x.place.residents)
          .map(({ place, p }) => [
            place.name,
            say.count(first[p]!.crowd.median),
            say.count(second[p]!.crowd.median),
            t.of(first[p]!.lostRuns, spec.worlds[0].runs.length),
            t.of(second[p]!.lostRuns, spec.worlds[1].runs.length),
            say.points(differences[p]!),
          ]),
      },
    },
    (frame) => draw(spec, split, [first, second], differences, say, frame),
  );
}

function differenceWords(places: readonly MapPlace[], differences: readonly number[], say: Language): string {
  const t = say.chart.worlds;
  const more = differences.filter((d) => d > 0).length;
  const fewer = differences.filter((d) => d < 0).length;
  if (more + fewer === 0) return t.same(armLetter(0), armLetter(1));
  const largest = differences.reduce((best, d, p) => (Math.abs(d) > Math.abs(differences[best]!) ? p : best), 0);
  return t.finding(armLetter(0), armLetter(1), more, fewer, places.length - more - fewer, places[largest]!.name, say.points(differences[largest]!));
}

function draw(
  spec: TwoWorldsSpec,
  split: ReturnType<typeof splitShapes>,
  outcomes: readonly PlaceOutcome[][],
  differences: readonly number[],
  say: Language,
  frame: Frame,
): Drawing {
  const gap = 16;
  const panel = frame.isNarrow ? frame.width : (frame.width - gap) / 2;
  const names = frame.isNarrow ? 6 : 7;
  const largest = largestCrowd(outcomes);
  const factor = radiusFactor(largest, panel);
  const head = (title: string) => wrap(title, Math.floor(panel / 6.9));
  const titles = [...spec.worlds.map((world) => head(world.title)), head(say.chart.worlds.difference(armLetter(0), armLetter(1)))];
  const top = Math.max(...titles.slice(0, 2).map((lines) => lines.length)) * 16 + 4;
  const heading = (lines: readonly string[]) => lines.map((text, i) => label(2, 13 + i * 16, text, 'strong')).join('');
  const maps = spec.worlds.map((world, w) =>
    mapBody({ places: spec.places, arm: world.arm }, split, outcomes[w]!, `${frame.id}-${w}`, panel, factor, names, say),
  );
  const mapHeight = maps[0]!.height;
  const cell = (x: number, y: number, body: string) => `<g transform="translate(${n(x)} ${n(y)})">${body}</g>`;
  const withHead = (lines: readonly string[], space: number, body: string) => `${heading(lines)}${cell(0, space, body)}`;
  const secondAt = frame.isNarrow ? { x: 0, y: top + mapHeight + 20 } : { x: panel + gap, y: 0 };
  const below = frame.isNarrow ? secondAt.y + top + mapHeight + 20 : top + mapHeight + 24;
  const differenceTop = titles[2]!.length * 16 + 4;
  const difference = differenceBody(spec, split, differences, `${frame.id}-d`, panel, say);
  const keyAt = frame.isNarrow ? { x: 4, y: below + differenceTop + mapHeight + 22 } : { x: panel + gap, y: below + 34 };
  const key = mapKey(largest, factor, keyAt.x, keyAt.y, panel - 8, say);
  const triangles = legend(
    [
      { glyph: (x, y) => triangle(x + 11, y, 6, true, ''), text: say.chart.worlds.more(armLetter(1)) },
      { glyph: (x, y) => triangle(x + 11, y, 6, false, ''), text: say.chart.worlds.fewer(armLetter(1)) },
      { glyph: (x, y) => `<circle cx="${n(x + 11)}" cy="${n(y)}" r="1.5" class="same"/>`, text: say.chart.worlds.none },
    ],
    keyAt.x,
    keyAt.y + key.height + 10,
    panel - 8,
  );
  const end = Math.max(below + differenceTop + mapHeight, keyAt.y + key.height + triangles.height + 12);
  return {
    height: end + 6,
    attributes: `data-k="${factor.toPrecision(5)}"`,
    body:
      withHead(titles[0]!, top, maps[0]!.body) +
      cell(secondAt.x, secondAt.y, withHead(titles[1]!, top, maps[1]!.body)) +
      cell(0, below, withHead(titles[2]!, differenceTop, difference)) +
      key.body +
      triangles.body,
  };
}

function differenceBody(
  spec: TwoWorldsSpec,
  split: ReturnType<typeof splitShapes>,
  differences: readonly number[],
  key: string,
  width: number,
  say: Language,
): string {
  const base = ground(split, spec.places, key, width, false, say);
  const size = (p: number) => Math.sqrt(Math.abs(differences[p]!)) * width * 0.055;
  const marks = spec.places.map((place, p) => {
    const [x, y] = base.at[p]!;
    const d = differences[p]!;
    const words = `${place.name}: ${say.points(d)}`;
    return d === 0
      ? `<circle cx="${n(x)}" cy="${n(y)}" r="1.2" class="same"><title>${escape(words)}</title></circle>`
      : triangle(x, y, Math.max(2.5, size(p)), d > 0, `<title>${escape(words)}</title>`);
  });
  const labels = placeLabels(
    spec.places.map((place, p) => ({
      name: `${place.name} ${say.signed(differences[p]!)}`,
      x: base.at[p]![0],
      y: base.at[p]![1],
      r: Math.max(2.5, size(p)),
      weight: Math.abs(differences[p]!),
      isNamed: Math.abs(differences[p]!) >= 0.05,
    })),
    6,
    width,
    base.height,
    base.names,
  );
  return `${base.body}${marks.join('')}${labels}`;
}

function triangle(x: number, y: number, r: number, isUp: boolean, inside: string): string {
  const s = isUp ? -1 : 1;
  return `<path d="M${n(x)} ${n(y + s * r)}L${n(x + r)} ${n(y - s * r * 0.8)}L${n(x - r)} ${n(y - s * r * 0.8)}Z" class="${isUp ? 'more' : 'less'}">${inside}</path>`;
}
