/** The country's outline and its neighbours, projected with areas kept true. */
import { geoConicEqualArea, geoContains, geoPath, type GeoProjection } from 'd3-geo';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Language } from './language.ts';
import { escape, n } from './markup.ts';
import type { Box } from './place-labels.ts';

export interface Spot {
  readonly latitude: number;
  readonly longitude: number;
}

/** Country shapes of the world, parsed TopoJSON with an object `countries` (package world-atlas). */
export type WorldShapes = Topology;

interface Named {
  readonly name?: string;
}

export interface Ground {
  /** SVG of land, neighbours and their names */
  readonly body: string;
  readonly height: number;
  /** room taken by the neighbours' names */
  readonly names: readonly Box[];
  /** [place] pixels */
  readonly at: readonly (readonly [number, number])[];
}

/** Shapes of the country that holds most of the spots, and of those around it. Names play no part. */
export function splitShapes(
  shapes: WorldShapes,
  spots: readonly Spot[],
): { readonly home: Feature<Geometry, Named> | undefined; readonly others: readonly Feature<Geometry, Named>[] } {
  const object = shapes.objects['countries'];
  if (!object) return { home: undefined, others: [] };
  const all = (feature(shapes, object as GeometryCollection<Named>) as FeatureCollection<Geometry, Named>).features;
  const sample = spots.filter((_, i) => i % Math.max(1, Math.floor(spots.length / 24)) === 0);
  const holds = all.map((shape) => (isNear(shape, sample) ? sample.filter((s) => geoContains(shape, [s.longitude, s.latitude])).length : 0));
  const most = Math.max(0, ...holds);
  const home = most > 0 ? all[holds.indexOf(most)] : undefined;
  return { home, others: all.filter((shape) => shape !== home && isNear(shape, spots, 12)) };
}

/** A cheap look at the corners before the exact question. */
function isNear(shape: Feature<Geometry, Named>, spots: readonly Spot[], marginDegrees = 0): boolean {
  const corners = positions(shape.geometry);
  const longitudes = corners.map((c) => c[0]!);
  const latitudes = corners.map((c) => c[1]!);
  const [west, east] = [least(longitudes), -least(longitudes.map((v) => -v))];
  const [south, north] = [least(latitudes), -least(latitudes.map((v) => -v))];
  return spots.some(
    (s) =>
      s.longitude >= west - marginDegrees && s.longitude <= east + marginDegrees && s.latitude >= south - marginDegrees && s.latitude <= north + marginDegrees,
  );
}

function least(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function positions(geometry: Geometry): Position[] {
  if (geometry.type === 'Polygon') return geometry.coordinates.flat();
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat(2);
  return [];
}

/** Draw the ground in a width; the height follows from the country's form. */
export function ground(split: ReturnType<typeof splitShapes>, spots: readonly Spot[], key: string, widthPx: number, withNames: boolean, say: Language): Ground {
  const middle = spots.reduce((sum, s) => sum + s.longitude, 0) / Math.max(1, spots.length);
  const latitudes = spots.map((s) => s.latitude);
  const south = least(latitudes);
  const north = -least(latitudes.map((v) => -v));
  const projection: GeoProjection = geoConicEqualArea()
    .parallels([south + (north - south) / 6 + 0.1, north - (north - south) / 6 + 0.2])
    .rotate([-middle, 0]);
  const points = { type: 'MultiPoint' as const, coordinates: spots.map((s) => [s.longitude, s.latitude]) };
  const frameOf = split.home ?? points;
  const margin = Math.max(10, widthPx * 0.03);
  projection.fitWidth(widthPx - 2 * margin, frameOf);
  const bounds = geoPath(projection).bounds(frameOf);
  const [dx, dy] = projection.translate();
  projection.translate([dx + margin - bounds[0][0], dy + margin - bounds[0][1]]);
  const height = Math.min(Math.max(bounds[1][1] - bounds[0][1], widthPx * 0.25) + 2 * margin, widthPx * 1.6);
  projection.clipExtent([
    [-2, -2],
    [widthPx + 2, height + 2],
  ]);
  const path = geoPath(projection).digits(1);
  const abroad = split.others.map((shape) => ({ d: path(shape), shape })).filter((o) => o.d);
  const names = withNames ? abroad.flatMap(({ shape }) => neighbourName(shape, say, path, projection, widthPx, height) ?? []) : [];
  const land = split.home ? `<path d="${path(split.home) ?? ''}" class="land"/>` : '';
  const clip = `<clipPath id="${key}-frame"><rect width="${n(widthPx)}" height="${n(height)}"/></clipPath>`;
  const body = `${clip}<rect width="${n(widthPx)}" height="${n(height)}" class="sea"/><g clip-path="url(#${key}-frame)">${abroad.map(({ d }) => `<path d="${d!}" class="abroad"/>`).join('')}${land}${names.map(({ text }) => text).join('')}</g>`;
  return { body, height, names: names.map(({ box }) => box), at: spots.map((s) => projection([s.longitude, s.latitude]) ?? [0, 0]) };
}

/** A neighbour's name, where its whole width has room inside the neighbour; nearest to the middle of what is seen. */
function neighbourName(
  shape: Feature<Geometry, Named>,
  say: Language,
  path: ReturnType<typeof geoPath>,
  projection: GeoProjection,
  width: number,
  height: number,
): { readonly text: string; readonly box: Box } | undefined {
  const own = shape.properties?.name ?? '';
  const name = say.chart.abroad[own] ?? own;
  if (!name || path.area(shape) < width * height * 0.01) return undefined;
  const [cx, cy] = path.centroid(shape);
  const half = name.length * 3.3 + 5;
  const inside = (x: number, y: number) => {
    const place = projection.invert?.([x, y]);
    return place !== undefined && place !== null && geoContains(shape, place);
  };
  const spots: { x: number; y: number; far: number }[] = [];
  for (let x = half + 3; x <= width - half - 3; x += 12) for (let y = 14; y <= height - 12; y += 9) spots.push({ x, y, far: (x - cx) ** 2 + (y - cy) ** 2 });
  spots.sort((a, b) => a.far - b.far);
  const spot = spots.find(({ x, y }) => inside(x, y) && [-half, -half / 2, half / 2, half].every((dx) => inside(x + dx, y - 8) && inside(x + dx, y + 8)));
  if (!spot) return undefined;
  const { x, y } = spot;
  return {
    text: `<text x="${n(x)}" y="${n(y + 4)}" class="quiet small" text-anchor="middle">${escape(name)}</text>`,
    box: { left: x - half, right: x + half, top: y - 7, bottom: y + 7 },
  };
}
