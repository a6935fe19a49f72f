/** Who holds what: places by days, each cell filled by the share of runs in which the crowd or nobody held it. */
import { chartOf, type Chart, type Drawing, type Frame, type Table } from './chart.ts';
import type { Language } from './language.ts';
import { box, escape, label, legend, line, wrap, textWidth } from './markup.ts';

export interface HoldersSpec {
  readonly id: string;
  readonly from: string;
  readonly places: readonly { readonly name: string }[];
  readonly arms: readonly { readonly letter: string; readonly title: string; readonly runs: readonly PlaceControl[] }[];
}

/** [place][day] the furthest a place slipped: 0 government, 1 contested, 2 crowd. */
export interface PlaceControl {
  readonly dailyControl: readonly Uint8Array[];
}

export interface HeldShares {
  /** shares of runs; the rest is the government's */
  readonly contested: number;
  readonly crowd: number;
}

/** Rows drawn; the table has every place that ever slipped. */
const mostRows = 14;

/** [place][day] */
export function heldShares(runs: readonly PlaceControl[], places: number): HeldShares[][] {
  const days = Math.max(0, ...runs.map((run) => run.dailyControl[0]?.length ?? 0));
  const share = (p: number, d: number, code: number) => runs.filter((run) => run.dailyControl[p]?.[d] === code).length / Math.max(1, runs.length);
  return Array.from({ length: places }, (_, p) => Array.from({ length: days }, (__, d) => ({ contested: share(p, d, 1), crowd: share(p, d, 2) })));
}

export function holders(spec: HoldersSpec, say: Language): Chart {
  const t = say.chart;
  const held = spec.arms.map((arm) => heldShares(arm.runs, spec.places.length));
  const weight = (p: number) => held.reduce((sum, shares) => sum + shares[p]!.reduce((s, one) => s + one.contested + 2 * one.crowd, 0), 0);
  const order = spec.places
    .map((_, p) => ({ p, weight: weight(p) }))
    .filter((one) => one.weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.p - b.p)
    .map(({ p }) => p);
  const findings = spec.arms.map((arm) => {
    const taken = spec.places.filter((_, p) => arm.runs.some((run) => run.dailyControl[p]?.includes(2))).length;
    const slipped = spec.places.filter((_, p) => arm.runs.some((run) => run.dailyControl[p]?.some((code) => code > 0))).length;
    return t.holders.finding(arm.letter, taken, slipped - taken, spec.places.length);
  });
  const first = spec.arms[0];
  const most = first && order.length > 0 ? order.reduce((best, p) => (peak(held[0]![p]!).crowd > peak(held[0]![best]!).crowd ? p : best), order[0]!) : -1;
  const top = most >= 0 ? peak(held[0]![most]!) : undefined;
  const highest =
    top && top.crowd > 0 ? ` ${t.holders.most(spec.places[most]!.name, say.percent(top.crowd), say.calendar(spec.from).day(top.day * 24), first!.letter)}` : '';
  const title = `${findings.join(' ')}${highest}`;
  return chartOf(
    {
      id: spec.id,
      title,
      alt: `${t.holders.alt} ${title}`,
      note: t.holders.note(Math.min(mostRows, order.length), order.length, spec.places.length),
      table: table(spec, held, order, say),
    },
    (frame) => draw(spec, held, order.slice(0, mostRows), say, frame),
  );
}

function peak(days: readonly HeldShares[]): { readonly crowd: number; readonly day: number } {
  let [crowd, day] = [0, 0];
  days.forEach((one, d) => {
    if (one.crowd > crowd) [crowd, day] = [one.crowd, d];
  });
  return { crowd, day };
}

function draw(spec: HoldersSpec, held: readonly HeldShares[][][], order: readonly number[], say: Language, frame: Frame): Drawing {
  const { width, isNarrow } = frame;
  const t = say.chart;
  const calendar = say.calendar(spec.from);
  const nameWidth = isNarrow ? 92 : 150;
  const days = Math.max(1, ...held.map((shares) => shares[0]?.length ?? 0));
  const step = (width - nameWidth - 6) / days;
  const high = 17;
  const key = legend(
    [
      { glyph: (x, y) => box(x, y - 6, 22, 12, 'class="cell"') + box(x, y - 6, 22, 12, 'class="held"'), text: t.holders.crowd },
      { glyph: (x, y) => box(x, y - 6, 22, 12, 'class="cell"') + box(x, y - 6, 22, 12, 'class="contested"'), text: t.holders.contested },
      { glyph: (x, y) => box(x, y - 6, 22, 12, 'class="cell"'), text: t.holders.government },
    ],
    4,
    12,
    width - 8,
  );
  let body = key.body;
  let y = key.height + 12;
  spec.arms.forEach((arm, a) => {
    wrap(arm.title, Math.floor(width / 6.9)).forEach((text) => {
      body += label(4, y + 13, text, 'strong');
      y += 17;
    });
    y += 4;
    if (order.length === 0) {
      body += label(4, y + 13, t.holders.none, 'quiet');
      y += 22;
    }
    for (const p of order) {
      const name = spec.places[p]!.name;
      const most = Math.floor((nameWidth - 8) / 6.2);
      body += label(nameWidth - 6, y + 13, name.length > most ? `${name.slice(0, most - 1)}…` : name, 'small', 'end');
      body += box(nameWidth, y + 1, days * step - 0.6, high - 2, 'class="cell"');
      held[a]![p]!.forEach((share, d) => {
        const x = nameWidth + d * step;
        const words = t.holders.cell(name, calendar.day(d * 24), say.percent(share.crowd), say.percent(share.contested));
        const crowd = share.crowd * (high - 2);
        const contested = share.contested * (high - 2);
        const bottom = y + high - 1;
        if (crowd + contested === 0) return;
        const parts = [
          contested > 0 ? box(x, bottom - crowd - contested, step - 0.6, contested, 'class="contested"') : '',
          crowd > 0 ? box(x, bottom - crowd, step - 0.6, crowd, 'class="held"') : '',
        ].join('');
        // what the finger cannot point at on a phone stands in the table
        body += isNarrow ? parts : `<g><title>${escape(words)}</title>${parts}</g>`;
      });
      y += high;
    }
    const every = isNarrow ? 14 : 7;
    for (let d = 0; d < days && order.length > 0; d += every) {
      const x = nameWidth + d * step;
      body +=
        line(x, y, x, y + 4, 'axis') + label(x, y + 16, calendar.day(d * 24), 'quiet small', x + textWidth(calendar.day(d * 24), 11) > width ? 'end' : 'start');
    }
    y += 30;
  });
  return { height: y, body };
}

/** Runs of days with the same shares are one row. */
function table(spec: HoldersSpec, held: readonly HeldShares[][][], order: readonly number[], say: Language): Table {
  const t = say.chart;
  const calendar = say.calendar(spec.from);
  const cells = (p: number, d: number) => held.flatMap((shares) => [say.percent(shares[p]![d]?.crowd ?? 0), say.percent(shares[p]![d]?.contested ?? 0)]);
  const rows = order.flatMap((p) => {
    const days = Math.max(0, ...held.map((shares) => shares[p]!.length));
    const made: string[][] = [];
    for (let from = 0; from < days;) {
      const words = cells(p, from);
      let to = from;
      while (to + 1 < days && cells(p, to + 1).join() === words.join()) to++;
      if (held.some((shares) => shares[p]![from]!.crowd + shares[p]![from]!.contested > 0))
        made.push([spec.places[p]!.name, to > from ? `${calendar.day(from * 24)} – ${calendar.day(to * 24)}` : calendar.day(from * 24), ...words]);
      from = to + 1;
    }
    return made;
  });
  return {
    caption: t.holders.caption,
    columns: [
      { label: t.columns.place },
      { label: t.columns.day },
      ...spec.arms.flatMap((arm) =>
        [`${arm.letter}: ${t.holders.crowd}`, `${arm.letter}: ${t.holders.contested}`].map((text) => ({ label: text, isNumber: true })),
      ),
    ],
    rows: rows.length > 0 ? rows : [[t.holders.none, '–', ...spec.arms.flatMap(() => [say.percent(0), say.percent(0)])]],
  };
}
