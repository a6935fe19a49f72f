import type { Classic } from '../contract.ts';
import { curves } from '../figure.ts';
import {
  begins01,
  drawnIn,
  frontTarget,
  histories,
  leavePerDay,
  manyTownTargets,
  nearby,
  news,
  oneTownTargets,
  recalled,
  shapeTarget,
  sideKm,
  travelTarget,
  type History,
} from './targets.ts';

interface Size {
  readonly planes: number;
  readonly towns: number;
  readonly inRow: number;
}
const quick: Size = { planes: 20, towns: 80, inRow: 150 };
const full: Size = { planes: 40, towns: 160, inRow: 400 };
const bandKm = 5;

const kinds = [nearby, recalled, news] as const;

/** The riot wave of Bonnasse-Gahot and others, on towns that do not exist. */
export const bonnasseGahot: Classic = {
  id: 'bonnasse-gahot',
  title: 'A spreading wave of riots that use up their own stock',
  citation: 'L. Bonnasse-Gahot et al., Scientific Reports 8 (2018) 107, arXiv 1701.07479',
  doi: '10.1038/s41598-017-18093-4',
  model:
    'Each town has active people λ and a stock σ of people ready to join, which is not the whole town: dλ = −ω λ + σ Ψ(Λ), dσ = −σ Ψ(Λ), Λ = Σ W λ the activity felt from all towns, here Ψ = β Λ. A riot ends because its stock runs low, not because of police; people do not travel, activity does. Abstract and summary were read; the equations and the weights (1 + d/d0)^−δ came second hand, their values from memory. With the weights as recalled the wave is an order of towns and hardly a delay; the paper exhibits one in daily data, so the recalled values or the linear Ψ cannot be the whole of it. Towns are scattered at random and stand for no real place: the police records of 2005 are not public.',
  parameters: [
    { name: 'weights (d0 = 8 km, δ = 0.67 second hand, from memory; the rest ASSUMPTION)', value: kinds.map(({ name }) => name).join('; ') },
    { name: 'ω per day (ASSUMPTION inside 0.26 to 0.4, from memory)', value: String(leavePerDay) },
    { name: 'people one active person draws in at first, all towns together (ASSUMPTION)', value: String(drawnIn) },
    {
      name: 'towns (ASSUMPTION)',
      value: `${quick.towns} on ${sideKm} × ${sideKm} km, stocks log-normal (median 100, spread 0.7), the middle one begins with ${begins01} of its stock; ${quick.planes} planes; ${full.towns} towns and ${full.planes} planes with --full`,
    },
  ],
  notTried: [
    {
      what: 'fits to the 2005 police records, the wave around Paris in km a day, three weeks, more than 800 municipalities',
      why: 'the records are not public, and a duration needs β and the stocks, which were not read',
    },
    { what: 'Ψ with a threshold and saturation', why: 'the form is known from memory only, its values not at all' },
    { what: 'young men without diploma as the measure of the stock', why: 'a fit to French census data' },
  ],
  run: (isFull) => {
    const size = isFull ? full : quick;
    const seeds = Array.from({ length: size.planes }, (_, i) => i + 1);
    const [near, far, told] = kinds.map((kind) => histories(seeds, size.towns, kind)) as [History[], History[], History[]];
    return {
      targets: [
        ...oneTownTargets(),
        ...manyTownTargets(nearby, near),
        ...manyTownTargets(recalled, far),
        frontTarget(size.inRow),
        travelTarget(nearby, 'read', 1, near),
        travelTarget(recalled, 'read', 1, far),
        travelTarget(news, 'equations', 0, told),
        shapeTarget(nearby, near),
        shapeTarget(recalled, far),
      ],
      figure: figure([near, far, told]),
    };
  },
};

/** Mean delay of the peak behind that of the first town, by bands of distance. */
function delays(made: readonly History[]): (readonly [number, number])[] {
  const bands = Array.from({ length: Math.floor(sideKm / 2 / bandKm) }, (_, band) => band);
  return bands.map((band) => {
    const late = made.flatMap(({ plane: { kmFromStart, start }, wave: { peakDay } }) =>
      peakDay.filter((_, k) => k !== start && Math.floor(kmFromStart[k]! / bandKm) === band).map((day) => day - peakDay[start]!),
    );
    return [bandKm * (band + 0.5), late.reduce((sum, day) => sum + day, 0) / late.length] as const;
  });
}

function figure(made: readonly (readonly History[])[]) {
  const lines = kinds.map(({ name }, i) => ({ name, points: delays(made[i]!) }));
  const last = lines.map(({ points }) => points.at(-1)!);
  const all = lines.flatMap(({ points }) => points.map(([, day]) => day));
  return curves(
    {
      id: 'bonnasse-gahot',
      title: `${last[0]![0]} km away riots peak ${last[0]![1].toFixed(1)} days after the first town if nearby towns count, ${last[1]![1].toFixed(1)} with the weights recalled, ${Math.abs(last[2]![1]).toFixed(1)} by news alone`,
      alt: 'Mean delay of the peak against the distance from the first town for three kinds of weights: it rises over days when only nearby towns count, by a fraction of a day when weights fall slowly, and not at all when everybody follows the news.',
      note: `Means over ${made[0]!.length} invented planes, in bands of ${bandKm} km. With slowly falling weights the order of towns still follows distance; the delay is short.`,
    },
    { label: 'km from the first town', low: 0, high: sideKm / 2 },
    { label: 'days after the peak of the first town', low: Math.floor(Math.min(...all) * 2) / 2, high: Math.ceil(Math.max(...all) * 2) / 2 },
    lines,
  );
}
