import { target, type Classic } from '../contract.ts';
import { curves } from '../figure.ts';
import { openOpposition } from './model.ts';

/** The four societies of ten people, thresholds in %. */
export const sequences = {
  A: [0, 20, 20, 30, 40, 50, 60, 70, 80, 100],
  "A'": [0, 10, 20, 30, 40, 50, 60, 70, 80, 100],
  B: [0, 20, 30, 30, 40, 50, 60, 70, 80, 100],
  "B'": [0, 10, 30, 30, 40, 50, 60, 70, 80, 100],
} as const;

const published = { A: 10, "A'": 90, B: 10, "B'": 20 } as const;

const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;

/** Kuran's hidden bandwagon: one private change of heart, two very different publics. */
export const kuran: Classic = {
  id: 'kuran',
  title: 'Preference falsification and the hidden bandwagon',
  citation:
    'T. Kuran, "Sparks and prairie fires", Public Choice 61 (1989) 41-74; the examples as in "Now out of never", World Politics 44 (1991) 7-48, doi:10.2307/2010422',
  doi: '10.1007/BF00116762',
  model: 'Ten people hide their discontent until the share in open opposition is at least their own threshold. One person (the second) is moved from 20 to 10.',
  parameters: Object.entries(sequences).map(([name, thresholds]) => ({ name: `thresholds ${name}, %`, value: thresholds.join(', ') })),
  notTried: [
    {
      what: 'private opinion, reputation and integrity as separate quantities',
      why: 'the examples use thresholds only; the papers give no numbers for the parts',
    },
  ],
  run: () => {
    const paths = Object.entries(sequences).map(([name, thresholds]) => ({ name, steps: openOpposition(thresholds) }));
    const last = new Map(paths.map(({ name, steps }) => [name, steps.at(-1)!]));
    return {
      targets: [
        ...Object.entries(published).map(([name, percent]) =>
          target({ what: `open opposition in society ${name}`, unit: '%', basis: 'quoted', published: percent, obtained: last.get(name)! }),
        ),
        target({
          what: "difference of mean thresholds between A and B', whose publics differ",
          unit: '%',
          basis: 'equations',
          published: 0,
          obtained: mean(sequences.A) - mean(sequences["B'"]),
        }),
      ],
      figure: curves(
        {
          id: 'kuran',
          title: `One threshold lowered from 20 to 10 brings ${last.get("A'")}% into the open in one society and ${last.get("B'")}% in the other`,
          alt: "Open opposition in percent, step by step, in the four societies A, A', B and B'.",
          note: 'Each step, everybody joins whose threshold has been reached. A and B stay at the first person.',
        },
        { label: 'step', low: 0, high: 9 },
        { label: 'in open opposition, %', low: 0, high: 100 },
        paths
          .filter(({ name }) => name !== 'B')
          .map(({ name, steps }) => ({
            name: name === 'A' ? 'A, and the same B' : name,
            points: Array.from({ length: 10 }, (_, i) => [i, steps[Math.min(i, steps.length - 1)]!] as const),
          })),
      ),
    };
  },
};
