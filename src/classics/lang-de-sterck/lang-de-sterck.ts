import { target, type Classic } from '../contract.ts';
import { curves } from '../figure.ts';
import { change, regimeOf, shareAfter, shareWhileContested, timeToOverwhelm, timeToPass, type Country, type Regime } from './model.ts';

const country = (recruitment: number, removal: number, visibility01: number, policeCapacity01: number): Country => ({
  recruitment,
  removal,
  visibility01,
  policeCapacity01,
});

export const examples: Readonly<Record<Regime, Country>> = {
  'stable police state': country(0.4, 0.6, 0.5, 0.8),
  'meta-stable police state': country(0.6, 0.4, 0.3, 0.8),
  'unstable police state': country(0.9, 0.1, 0.3, 0.8),
  'failed state': country(0.6, 0.4, 0.7, 0.4),
};

/** Basins by the closed forms: from which share, to which share. */
const basins: Readonly<Record<Regime, readonly (readonly [number, number])[]>> = {
  'stable police state': [
    [0.1, 0],
    [0.45, 0],
    [0.55, 0],
    [0.75, 0],
    [0.85, 1],
  ],
  'meta-stable police state': [
    [0.25, 0],
    [0.35, 0.6],
    [0.55, 0.6],
    [0.75, 0.6],
    [0.85, 1],
  ],
  'unstable police state': [
    [0.25, 0],
    [0.35, 1],
    [0.75, 1],
    [0.85, 1],
  ],
  'failed state': [
    [0.3, 0],
    [0.5, 0.5],
    [0.6, 0.6],
    [0.75, 1],
  ],
};

/** The regimes in the picture. */
const drawn = ['stable police state', 'meta-stable police state', 'unstable police state'] as const;

const unstable = examples['unstable police state'];
const metaStable = examples['meta-stable police state'];

/** Lang and De Sterck's four regimes of one equation. */
export const langDeSterck: Classic = {
  id: 'lang-de-sterck',
  title: 'The Arab Spring: a simple compartmental model',
  citation: 'J. C. Lang, H. De Sterck, Mathematical Social Sciences 69 (2014) 12-21, arXiv 1210.1841',
  doi: '10.1016/j.mathsocsci.2014.01.004',
  model:
    'dr/dt = c1 v(r) (1 − r) − c2 p(r) r: r the share in revolt; v = 1 once r is above α (the revolt is seen), p = 1 while r is below β (police cope). With c* = c1/(c1 + c2) the order of c*, α and β gives four regimes. The step form of v and p is ASSUMPTION: read second-hand, in agreement with the abstract.',
  parameters: Object.entries(examples).map(([name, c]) => ({
    name,
    value: `c1 ${c.recruitment}, c2 ${c.removal}, α ${c.visibility01}, β ${c.policeCapacity01}`,
  })),
  notTried: [
    { what: 'Tunisia in 28 days, Egypt in 18', why: 'the fitted c1 and c2 were not seen; with a free unit of time any duration could be had' },
    { what: 'which country was in which regime', why: 'a placement by the authors, not a number' },
  ],
  run: () => ({
    targets: [
      ...(Object.keys(basins) as Regime[]).flatMap((regime) =>
        basins[regime].map(([from, to]) =>
          target({
            what: `${regime}: share in the end, from ${from}`,
            basis: 'equations',
            published: to,
            obtained: shareAfter(examples[regime], from, 200, 0.01),
            tolerance: 1e-6,
          }),
        ),
      ),
      ...(Object.keys(basins) as Regime[]).map((regime) =>
        target({
          what: `${regime}: the condition names the example (1 = yes)`,
          basis: 'equations',
          published: 1,
          obtained: regimeOf(examples[regime]) === regime ? 1 : 0,
        }),
      ),
      target({
        what: 'unstable police state: time from 0.35 until police are overwhelmed',
        unit: 'units of time',
        basis: 'equations',
        published: timeToOverwhelm(unstable, 0.35),
        obtained: timeToPass(unstable, 0.35, unstable.policeCapacity01, 100),
        tolerance: 2e-4,
      }),
      target({
        what: 'meta-stable police state: share after 2 units of time, from 0.35',
        basis: 'equations',
        published: shareWhileContested(metaStable, 0.35, 2),
        obtained: shareAfter(metaStable, 0.35, 2),
        tolerance: 1e-9,
      }),
      target({
        what: 'failed state: change per unit of time between β and α',
        basis: 'equations',
        published: 0,
        obtained: change(examples['failed state'], 0.55),
      }),
    ],
    figure: curves(
      {
        id: 'lang-de-sterck',
        title: `From 0.35 in revolt, ${drawn.map((regime) => `the ${regime} ends at ${Math.abs(shareAfter(examples[regime], 0.35, 200, 0.01)).toFixed(1)}`).join(', ')}`,
        alt: 'Share in revolt over time from 0.35 in a stable, a meta-stable and an unstable police state: falling, levelling off, and rising to the top.',
        note: 'Units of time are free: the equation fixes only ratios of rates.',
      },
      { label: 'units of time', low: 0, high: 12 },
      { label: 'share in revolt', low: 0, high: 1 },
      drawn.map((regime) => ({
        name: regime,
        points: Array.from({ length: 49 }, (_, i) => [i / 4, shareAfter(examples[regime], 0.35, i / 4, 0.005)] as const),
      })),
    ),
  }),
};
