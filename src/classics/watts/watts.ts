import { target, type Classic, type Target } from '../contract.ts';
import { curves } from '../figure.ts';
import { tryCascades, type Trials } from './cascade.ts';
import { cascadeWindow, startsGlobal01 } from './window.ts';

/** Edges of the window worked out apart from this program: threshold, lower, upper mean number of ties. */
const windows = [
  [0.1, 1.0, 13.659],
  [0.12, 1.0, 10.657],
  [0.14, 1.001, 9.097],
  [0.16, 1.004, 7.477],
  [0.18, 1.021, 5.765],
  [0.2, 1.021, 5.765],
  [0.22, 1.114, 3.863],
  [0.25, 1.114, 3.863],
] as const;

const threshold01 = 0.18;
const seed = 2002;
const quick: Trials = { people: 2000, networks: 40, startsEach: 25 };
const full: Trials = { people: 10_000, networks: 1000, startsEach: 1 };

/** Watts' cascade window: networks too thin and too dense to be carried away. */
export const watts: Classic = {
  id: 'watts',
  title: 'Global cascades on random networks',
  citation: 'D. J. Watts, PNAS 99(9) (2002) 5766-5771',
  doi: '10.1073/pnas.082090499',
  model:
    'People tied at random. Everybody acts once at least a share φ of their acquaintances acts; one person begins. Whoever has at most 1/φ acquaintances can be moved by one of them; global cascades are possible where these vulnerable people hang together: z P(Poisson(z) ≤ K − 2) = 1, K = floor(1/φ), marks the edges.',
  parameters: [
    { name: 'threshold φ', value: '0.10 to 0.26; cascades person by person at 0.18' },
    {
      name: 'people n',
      value: `${full.people} in ${full.networks} networks, one start each (with --full); else ${quick.people} in ${quick.networks}, ${quick.startsEach} starts each`,
    },
    {
      name: 'a global cascade',
      value: 'more than a twentieth of everybody (ASSUMPTION; no size falls between 0.05 and 0.6 here, so any share between counts the same)',
    },
  ],
  notTried: [
    { what: 'power-law sizes at the lower edge', why: 'no exponent with its error was read in the paper' },
    { what: 'thresholds that differ between people, and scale-free networks', why: 'the paper gives them as figures only' },
  ],
  run: (isFull) => {
    const trials = isFull ? full : quick;
    return {
      targets: [...windowTargets(), ...trialTargets(trials)],
      figure: figure(),
    };
  },
};

function windowTargets(): Target[] {
  const targets = windows.flatMap(([phi, low, high]) => {
    const [from, to] = cascadeWindow(phi) ?? [NaN, NaN];
    const words = { unit: 'ties', basis: 'equations', tolerance: 6e-4 } as const;
    return [
      target({ ...words, what: `lower edge of the window, φ = ${phi}`, published: low, obtained: from }),
      target({ ...words, what: `upper edge of the window, φ = ${phi}`, published: high, obtained: to }),
    ];
  });
  return [
    ...targets,
    target({ what: 'edges of the window, φ = 0.26', unit: 'edges', basis: 'equations', published: 0, obtained: cascadeWindow(0.26)?.length ?? 0 }),
  ];
}

function trialTargets(trials: Trials): Target[] {
  const starts = trials.networks * trials.startsEach;
  const inside = [2, 4].map((ties) => {
    const expected = startsGlobal01(threshold01, ties);
    return target({
      what: `share of single starters who move everybody they can, ${ties} ties, φ = 0.18`,
      basis: 'equations',
      published: expected,
      obtained: tryCascades(seed, trials, ties, threshold01).global01,
      // three standard errors of so many starts
      tolerance: 3 * Math.sqrt((expected * (1 - expected)) / starts),
    });
  });
  const outside = [0.8, 8].map((ties) =>
    target({
      what: `share of starters who move a twentieth of everybody, ${ties} ties, φ = 0.18`,
      basis: 'equations',
      published: 0,
      obtained: tryCascades(seed, trials, ties, threshold01).global01,
    }),
  );
  return [...inside, ...outside];
}

function figure() {
  const phis = Array.from({ length: 86 }, (_, i) => 0.09 + i * 0.002);
  const edges = phis.map((phi) => [phi, cascadeWindow(phi)] as const).flatMap(([phi, window]) => (window ? [{ phi, low: window[0], high: window[1] }] : []));
  const widest = edges.at(-1)!.phi;
  return curves(
    {
      id: 'watts',
      title: `One person can set off everybody only between the lines; with thresholds above ${widest.toFixed(2)} nobody can`,
      alt: `Edges of the cascade window: mean number of ties against the threshold. The lower edge lies near 1, the upper falls in steps and the window closes above ${widest.toFixed(2)}.`,
      note: 'Networks with Poisson numbers of ties. Steps come from whole numbers of acquaintances.',
    },
    { label: 'threshold φ, share of acquaintances', low: 0.09, high: 0.27 },
    { label: 'mean number of ties', low: 0, high: 16 },
    [
      { name: 'upper edge', points: edges.map((e) => [e.phi, e.high] as const) },
      { name: 'lower edge', points: edges.map((e) => [e.phi, e.low] as const) },
    ],
  );
}
