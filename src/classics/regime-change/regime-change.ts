import { target, type Classic } from '../contract.ts';
import { curves } from '../figure.ts';
import { normalQuantile, normalShareBelow } from '../../base/normal.ts';
import { attack01, eliminate, type Game } from './model.ts';

const example: Game = { cost01: 0.25, precision: 4 };
const others: readonly Game[] = [
  { cost01: 0.1, precision: 4 },
  { cost01: 0.5, precision: 4 },
  { cost01: 0.9, precision: 4 },
  { cost01: 0.25, precision: 1 },
  { cost01: 0.25, precision: 100 },
];

/** The regime-change global game: coordination under doubt has one outcome. */
export const regimeChange: Classic = {
  id: 'regime-change',
  title: 'The regime-change global game',
  citation:
    'Benchmark without manipulation of C. Edmond, "Information manipulation, coordination, and regime change", Review of Economic Studies 80(4) (2013) 1422-1458',
  doi: '10.1093/restud/rdt020',
  model:
    'A regime of strength θ falls when the share attacking is at least θ. Each citizen is told x = θ plus normal noise of precision α, knows nothing else, and attacks when a fall is likelier than the cost p. One equilibrium: θ* = 1 − p, x* = θ* − Φ⁻¹(p)/√α. Found here by striking out hopeless choices from both ends, without the closed form.',
  parameters: [
    { name: 'cost p', value: '0.25; also 0.1, 0.5, 0.9' },
    { name: 'precision α', value: '4; also 1 and 100' },
    { name: 'citizens counted one by one', value: '200,000 with --full, else 20,000' },
  ],
  notTried: [{ what: 'manipulated signals', why: 'only the abstract was read' }],
  run: (isFull) => {
    const found = eliminate(example, -10);
    const citizens = isFull ? 200_000 : 20_000;
    return {
      targets: [
        target({ what: 'strongest regime that falls, p = 0.25, α = 4', basis: 'equations', published: 0.75, obtained: found.strength, tolerance: 1e-9 }),
        target({
          what: 'what a citizen is told at most to attack, p = 0.25, α = 4',
          basis: 'equations',
          published: 1.0872,
          obtained: found.cutoff,
          tolerance: 5e-5,
        }),
        target({
          what: 'distance of the ends from "nobody dares" and "everybody dares", p = 0.25, α = 4',
          basis: 'equations',
          published: 0,
          obtained: eliminate(example, 10).cutoff - found.cutoff,
          tolerance: 1e-9,
        }),
        ...others.flatMap((game) => {
          const { strength, cutoff } = eliminate(game, -10);
          const words = { basis: 'equations', tolerance: 1e-9 } as const;
          const where = `p = ${game.cost01}, α = ${game.precision}`;
          return [
            target({ ...words, what: `strongest regime that falls, ${where}`, published: 1 - game.cost01, obtained: strength }),
            target({
              ...words,
              what: `what a citizen is told at most to attack, ${where}`,
              published: 1 - game.cost01 - normalQuantile(game.cost01) / Math.sqrt(game.precision),
              obtained: cutoff,
            }),
          ];
        }),
        ...[0.7, 0.75, 0.8].map((strength) => {
          const share = normalShareBelow(2 * (0.75 - normalQuantile(0.25) / 2 - strength));
          return target({
            what: `share attacking a regime of strength ${strength}, citizen by citizen`,
            basis: 'equations',
            published: share,
            obtained: attack01(example, strength, found.cutoff, citizens, 2013),
            // three standard errors of so many citizens
            tolerance: 3 * Math.sqrt((share * (1 - share)) / citizens),
          });
        }),
      ],
      figure: figure(found),
    };
  },
};

function figure({ strength, cutoff }: { readonly strength: number; readonly cutoff: number }) {
  const strengths = Array.from({ length: 61 }, (_, i) => i / 40);
  return curves(
    {
      id: 'regime-change',
      title: `Regimes weaker than ${strength.toFixed(2)} fall: there the attack still outweighs their strength`,
      alt: `Share attacking against the strength of the regime, and the share needed. The falling curve meets the straight line at ${strength.toFixed(2)}.`,
      note: `Cost ${example.cost01}, precision ${example.precision}.`,
    },
    { label: 'strength of the regime', low: 0, high: 1.5 },
    { label: 'share of citizens', low: 0, high: 1.5 },
    [
      { name: 'attacking', points: strengths.map((s) => [s, normalShareBelow(2 * (cutoff - s))] as const) },
      { name: 'needed', points: strengths.map((s) => [s, s] as const) },
    ],
  );
}
