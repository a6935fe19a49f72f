/** Names of the largest towns on a map, each beside its mark and none over another. */
import { label, textWidth } from './markup.ts';

export interface Labelled {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** radius of the mark, px */
  readonly r: number;
  /** larger is named first */
  readonly weight: number;
  readonly isNamed: boolean;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const lineHeight = 12;

/** Greedy in order of weight: right, left, above, below; a name without room is left out. */
export function placeLabels(places: readonly Labelled[], most: number, width: number, height: number, reserved: readonly Box[] = []): string {
  const taken: Box[] = [...reserved];
  const marks = places.filter((p) => p.r > 4);
  const candidates = places.filter((p) => p.isNamed).toSorted((a, b) => b.weight - a.weight);
  let body = '';
  let placed = 0;
  for (const place of candidates) {
    if (placed >= most) break;
    const wide = textWidth(place.name, 11) + 2;
    const gap = place.r + 3;
    const spots = [
      { x: place.x + gap, y: place.y + 4, anchor: 'start' as const },
      { x: place.x - gap, y: place.y + 4, anchor: 'end' as const },
      { x: place.x, y: place.y - gap, anchor: 'middle' as const },
      { x: place.x, y: place.y + gap + 9, anchor: 'middle' as const },
    ];
    const found = spots.find((spot) => {
      const box = boxOf(spot, wide);
      return (
        box.left > 1 &&
        box.right < width - 1 &&
        box.top > 1 &&
        box.bottom < height - 1 &&
        !taken.some((other) => overlap(box, other)) &&
        !marks.some((mark) => mark !== place && touches(box, mark))
      );
    });
    if (!found) continue;
    taken.push(boxOf(found, wide));
    body += label(found.x, found.y, place.name, 'small halo', found.anchor);
    placed++;
  }
  return body;
}

function boxOf(spot: { x: number; y: number; anchor: 'start' | 'middle' | 'end' }, wide: number): Box {
  const left = spot.anchor === 'start' ? spot.x : spot.anchor === 'end' ? spot.x - wide : spot.x - wide / 2;
  return { left, right: left + wide, top: spot.y - lineHeight + 2, bottom: spot.y + 3 };
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function touches(box: Box, mark: Labelled): boolean {
  const dx = mark.x - Math.min(Math.max(mark.x, box.left), box.right);
  const dy = mark.y - Math.min(Math.max(mark.y, box.top), box.bottom);
  return dx * dx + dy * dy < mark.r * mark.r;
}
