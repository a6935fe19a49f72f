/** Where: places as marks on the country, area = largest crowd, shade = how often the place was lost. */
import { chartOf, type Chart, type Drawing, type Frame, type Table } from './chart.ts';
import { ground, splitShapes, type WorldShapes } from './geography.ts';
import { escape, label, legend, n, wrap, type LegendItem } from './markup.ts';
import type { Language } from './language.ts';
import { placeLabels } from './place-labels.ts';
import { enoughForTails, outer } from './statistics.ts';
import { placeOutcomes, shadeOf, type MapPlace, type PlaceDays, type PlaceOutcome } from './places.ts';

export interface MapSpec {
  readonly id: string;
  readonly letter: string;
  readonly title: string;
  /** id of the arm, so that a slider can find its marks */
  readonly arm: string;
  readonly from: string;
  readonly places: readonly MapPlace[];
  readonly runs: readonly PlaceDays[];
  readonly shapes: WorldShapes;
}

export function placeMap(spec: MapSpec, say: Language): Chart {
  const t = say.chart;
  const outcomes = placeOutcomes(spec.runs, spec.places.length);
  const split = splitShapes(spec.shapes, spec.places);
  const largest = largestCrowd([outcomes]);
  const finding = lostWords(spec.places, outcomes, spec.runs.length, say);
  const order = outcomes.map((o, p) => ({ o, p })).toSorted((a, b) => b.o.crowd.median - a.o.crowd.median)[0];
  const crowded = order && order.o.crowd.median >= 1 ? ` ${t.map.crowded(spec.places[order.p]!.name, say.count(order.o.crowd.median))}` : '';
  return chartOf(
    {
      id: spec.id,
      title: `${spec.letter}: ${finding}${crowded}`,
      alt: `${t.map.alt(spec.places.length, spec.runs.length)} ${finding}${crowded}`,
      note: t.map.note,
      table: placeTable(spec, outcomes, say),
    },
    (frame) => draw(spec, split, outcomes, largest, say, frame),
  );
}

export function largestCrowd(sets: readonly (readonly PlaceOutcome[])[]): number {
  return Math.max(100, ...sets.flatMap((set) => set.map((o) => (Number.isNaN(o.crowd.median) ? 0 : o.crowd.median))));
}

/** Pixels of radius per root of a person, so that the largest crowd has a fixed size. */
export function radiusFactor(largest: number, widthPx: number): number {
  return Math.min(26, 6 + widthPx * 0.024) / Math.sqrt(largest);
}

export function lostWords(places: readonly MapPlace[], outcomes: readonly PlaceOutcome[], runs: number, say: Language): string {
  const lost = outcomes
    .map((o, p) => ({ o, name: places[p]!.name }))
    .filter((x) => x.o.lostRuns > 0)
    .toSorted((a, b) => b.o.lostRuns - a.o.lostRuns);
  if (lost.length === 0) return say.chart.map.noneLost(runs);
  const first = lost[0]!;
  return say.chart.map.lost(lost.length, places.length, runs, first.name, first.o.lostRuns);
}

/** The country with its marks, without key: also a panel of two worlds. */
export function mapBody(
  spec: Pick<MapSpec, 'places' | 'arm'>,
  split: ReturnType<typeof splitShapes>,
  outcomes: readonly PlaceOutcome[],
  key: string,
  widthPx: number,
  factor: number,
  names: number,
  say: Language,
): Drawing {
  const base = ground(split, spec.places, key, widthPx, names > 8, say);
  const radius = (p: number) => Math.max(1.3, factor * Math.sqrt(outcomes[p]!.crowd.median || 0));
  const order = spec.places.map((_, p) => p).toSorted((a, b) => radius(b) - radius(a));
  const marks = order.map((p) => {
    const place = spec.places[p]!;
    const o = outcomes[p]!;
    const words = say.chart.map.mark(place.name, say.count(o.crowd.median), say.percent(o.lostShare));
    const [x, y] = base.at[p]!;
    return `<g transform="translate(${n(x)} ${n(y)})"><title>${escape(words)}</title>${markPath(place.isRural, `mark s${shadeOf(o.lostShare)}`, radius(p), `data-arm="${escape(spec.arm)}" data-p="${p}"`)}</g>`;
  });
  const labels = placeLabels(
    spec.places.map((place, p) => ({ name: place.name, x: base.at[p]![0], y: base.at[p]![1], r: radius(p), weight: place.residents, isNamed: !place.isRural })),
    names,
    widthPx,
    base.height,
    base.names,
  );
  return { height: base.height, body: `${base.body}${marks.join('')}${labels}` };
}

/** A circle or square of area pi r², drawn at size one and scaled, so that a slider changes one number. */
function markPath(isSquare: boolean, classes: string, r: number, data: string): string {
  const d = isSquare ? 'M-.886-.886H.886V.886H-.886Z' : 'M1 0A1 1 0 1 1-1 0A1 1 0 1 1 1 0Z';
  return `<path d="${d}" class="${classes}" transform="scale(${Math.round(r * 100) / 100})" ${data}/>`;
}

/** Key to size, shade and form. */
export function mapKey(
  largest: number,
  factor: number,
  x: number,
  y: number,
  width: number,
  say: Language,
): { readonly body: string; readonly height: number } {
  const round = 10 ** Math.floor(Math.log10(largest));
  const sizes = [...new Set([round, round / 10])].filter((size) => size >= 10);
  const still = (isSquare: boolean, shade: number, r: number) => (cx: number, cy: number) =>
    `<g transform="translate(${n(cx + 12)} ${n(cy)})">${markPath(isSquare, `mark s${shade}`, r, '')}</g>`;
  const items: LegendItem[] = [
    ...sizes.map((size) => ({ glyph: still(false, 0, Math.min(12, factor * Math.sqrt(size))), text: say.chart.map.people(say.short(size)) })),
    { glyph: still(true, 0, 5), text: say.chart.map.villages },
  ];
  const shades: LegendItem[] = say.chart.map.shades.map((text, shade) => ({ glyph: still(false, shade, 6), text }));
  const top = legend(items, x, y, width);
  const below = legend(shades, x, y + top.height + 4, width);
  return { body: top.body + below.body, height: top.height + below.height + 4 };
}

function draw(spec: MapSpec, split: ReturnType<typeof splitShapes>, outcomes: readonly PlaceOutcome[], largest: number, say: Language, frame: Frame): Drawing {
  const factor = radiusFactor(largest, frame.width);
  const picture = mapBody(spec, split, outcomes, frame.id, frame.width, factor, frame.isNarrow ? 7 : 18, say);
  const head = wrap(spec.title, Math.floor(frame.width / 6.8));
  const top = head.length * 16 + 4;
  const key = mapKey(largest, factor, 4, top + picture.height + 18, frame.width - 8, say);
  return {
    height: top + picture.height + key.height + 18,
    attributes: `data-k="${factor.toPrecision(5)}"`,
    body: `${head.map((text, i) => label(2, 13 + i * 16, text, 'strong')).join('')}<g transform="translate(0 ${top})">${picture.body}</g>${key.body}`,
  };
}

function placeTable(spec: MapSpec, outcomes: readonly PlaceOutcome[], say: Language): Table {
  const t = say.chart;
  const calendar = say.calendar(spec.from);
  const rows = outcomes
    .map((o, p) => ({ o, place: spec.places[p]! }))
    .toSorted((a, b) => b.o.lostShare - a.o.lostShare || b.o.crowd.median - a.o.crowd.median || b.place.residents - a.place.residents);
  const tails = spec.runs.length < enoughForTails ? t.smallestLargest : t.most;
  return {
    caption: t.map.caption(spec.letter),
    columns: [
      { label: t.columns.place },
      ...[t.map.residents, t.map.largestCrowd, tails, t.map.peakDay, t.map.lostRuns].map((text) => ({ label: text, isNumber: true })),
    ],
    rows: rows.map(({ o, place }) => {
      const range = outer(o.crowd);
      return [
        place.name,
        say.grouped(place.residents),
        say.count(o.crowd.median),
        `${say.count(range.low)} – ${say.count(range.high)}`,
        Number.isNaN(o.peakDay) ? '–' : calendar.day(o.peakDay * 24),
        t.of(o.lostRuns, spec.runs.length),
      ];
    }),
  };
}
