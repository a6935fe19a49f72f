import { target, type Classic } from '../contract.ts';
import { curves } from '../figure.ts';
import { crowd, jumpSpread, normalEquilibrium, quantileThresholds, tangency } from './model.ts';

const people = 100;
const mean = 25;

/** Fixed points worked out apart from this program: spread, people acting. */
const fixedPoints = [
  [5, 0.0],
  [8, 0.09],
  [10, 0.77],
  [11, 1.71],
  [12, 4.02],
  [12.1, 4.55],
  [12.2, 5.48],
  [12.3, 100],
  [13, 100],
  [20, 99.99],
  [25, 99.86],
  [30, 99.34],
  [40, 96.26],
  [50, 90.49],
  [75, 74.57],
  [100, 65.86],
] as const;

/** Granovetter's crowds: nearly the same people, one rioter or a hundred. */
export const granovetter: Classic = {
  id: 'granovetter',
  title: 'Threshold models of collective behaviour',
  citation: 'M. Granovetter, American Journal of Sociology 83(6) (1978) 1420-1443',
  doi: '10.1086/226707',
  model:
    'Everybody joins once the number acting is at least their own threshold, and stays. A crowd starts at nobody and settles at the smallest r with r = N F(r), F the share of thresholds at most r.',
  parameters: [
    { name: 'people N', value: '100' },
    { name: 'uniform thresholds', value: '0, 1, …, 99; perturbed: the person with 1 has 2' },
    { name: 'normal thresholds', value: 'mean 25, standard deviation 5 to 100' },
  ],
  notTried: [
    { what: 'friends who count double in the same crowd (section on social structure)', why: 'the rule for who is a friend of whom was not read in the paper' },
  ],
  run: () => {
    const uniform = Array.from({ length: people }, (_, i) => i);
    const touch = tangency(mean, people);
    const before = crowd(quantileThresholds(mean, 12.2, people, 'nearest'));
    const after = crowd(quantileThresholds(mean, 12.3, people, 'nearest'));
    return {
      targets: [
        target({ what: 'rioters, thresholds 0 to 99', unit: 'people', basis: 'quoted', published: 100, obtained: crowd(uniform) }),
        target({
          what: 'rioters, the threshold 1 raised to 2',
          unit: 'people',
          basis: 'quoted',
          published: 1,
          obtained: crowd(uniform.map((t) => (t === 1 ? 2 : t))),
        }),
        ...fixedPoints.map(([spread, acting]) =>
          target({
            what: `smallest equilibrium, sd ${spread}`,
            unit: 'people',
            basis: 'equations',
            published: acting,
            obtained: normalEquilibrium(mean, spread, people),
            tolerance: 0.006,
          }),
        ),
        target({
          what: 'sd at which the small equilibrium vanishes',
          unit: 'people',
          basis: 'equations',
          published: 12.2221,
          obtained: touch.spread,
          tolerance: 1e-4,
        }),
        target({ what: 'people acting at that sd', unit: 'people', basis: 'equations', published: 6.2003, obtained: touch.acting, tolerance: 1e-3 }),
        target({ what: 'sd of the jump, given as 12.2', unit: 'people', basis: 'quoted', published: 12.2, obtained: touch.spread, tolerance: 0.05 }),
        target({
          what: 'people acting just below the jump, given as about 6',
          unit: 'people',
          basis: 'quoted',
          published: 6,
          obtained: touch.acting,
          tolerance: 0.5,
        }),
        target({ what: 'a hundred people with whole thresholds, sd 12.3', unit: 'people', basis: 'quoted', published: 100, obtained: after }),
        target({
          what: 'a hundred people with whole thresholds, sd 12.2',
          unit: 'people',
          basis: 'quoted',
          published: 6,
          obtained: before,
          tolerance: 0.5,
          knownMiss: 'the number is given as "about 6"; whole people settle lower, and the smooth curve passes 6 only at sd 12.22',
        }),
        target({
          what: 'sd of the jump for a hundred people with unrounded quantiles',
          unit: 'people',
          basis: 'quoted',
          published: 12.2,
          obtained: jumpSpread(mean, people, 'none', 11.5, 0.05),
          tolerance: 0.05,
          knownMiss: 'a hundred people are coarser than the curve: where the jump comes depends on how quantiles become people',
        }),
      ],
      figure: figure(touch),
    };
  },
};

function figure(touch: { readonly spread: number; readonly acting: number }) {
  const after = normalEquilibrium(mean, touch.spread + 1e-3, people);
  const spreads = [
    ...Array.from({ length: 29 }, (_, i) => 5 + i * 0.25),
    12.2,
    touch.spread - 1e-3,
    touch.spread + 1e-3,
    12.3,
    12.5,
    13,
    14,
    16,
    18,
    20,
    25,
    30,
    40,
    50,
    75,
    100,
  ];
  const points = spreads.toSorted((a, b) => a - b).map((sd) => [sd, normalEquilibrium(mean, sd, people)] as const);
  return curves(
    {
      id: 'granovetter',
      title: `At a standard deviation of ${touch.spread.toFixed(2)} the crowd jumps from ${Math.round(touch.acting)} to ${Math.round(after)} of ${people}`,
      alt: 'People acting at the smallest equilibrium against the standard deviation of thresholds, mean 25: near zero, a jump to nearly everybody, then a slow fall.',
      note: 'A hundred people with normal thresholds. More variety first makes the riot, then thins it.',
    },
    { label: 'standard deviation of thresholds, people', low: 0, high: 100 },
    { label: 'people acting in the end', low: 0, high: 100 },
    [{ name: 'smallest equilibrium', points }],
  );
}
