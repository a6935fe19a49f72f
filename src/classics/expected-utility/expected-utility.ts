import { median, riskExponents, weightedMean } from '../../mechanisms/decide/challenge.ts';
import { target, type Classic, type Target } from '../contract.ts';
import { curves } from '../figure.ts';
import { emissions, listedExponents } from './emissions.ts';
import { asPrinted, byMargin, ofAllContests, rounds } from './rounds.ts';

/** Median and weighted mean after each round, worked out by the public replication of jmckib. */
const replicated = [
  [8.416, 7.461],
  [9.611, 7.553],
  [9.962, 7.59],
] as const;
const shownRounds = 5;

/** Bueno de Mesquita's expected utility: bargaining among actors who judge one another's chances. */
export const expectedUtility: Classic = {
  id: 'expected-utility',
  title: 'Expected utility of challenges among interested actors',
  citation:
    'J. B. Scholz, G. J. Calbert & G. A. Smith, "Unravelling Bueno De Mesquita\'s group decision model", Journal of Theoretical Politics 23(4) (2011) 510-531',
  doi: '10.1177/0951629811418142',
  model:
    'Actors with a position, a capability and a salience. Each judges what challenging each other is worth over the status quo: what success and failure mean at its own risk exponent, the chance to win, and the chance that the other resists (its salience). Who expects the least of others is safest and most cautious, r = 2; who expects the most seeks risk, r = 1/2. Whoever is pressed moves, round after round. The formulas are those of the form `expectedUtility` of the mechanism `decide`; only the rounds are added.',
  parameters: [
    {
      name: 'actors (position, years; capability; salience)',
      value: emissions.map((a) => `${a.name} ${a.position}; ${a.capability}; ${a.salience01}`).join(', '),
    },
    { name: 'weight of the status quo Q', value: '1: nothing drifts while nobody challenges' },
    {
      name: 'chance to win, three readings',
      value:
        'as printed: share of the weight that cares which of the two it is; by the margin: lead over that weight, 0 for who is behind; of all contests: over the weight of all pairs of actors together',
    },
    { name: 'offers', value: "a stronger rival's first, then compromises, then surrenders; of several the one that moves it least" },
  ],
  notTried: [
    { what: 'Q below 1, with the utilities of a drifting status quo', why: 'every number that was read has Q = 1' },
    { what: 'what was decided in the end (8.833 years)', why: 'a fact about the world, not a number of the model' },
  ],
  run: () => ({ targets: [...startTargets(), ...riskTargets(), ...roundTargets()], figure: figure() }),
};

function startTargets(): Target[] {
  return [
    target({
      what: 'weighted mean of the positions',
      unit: 'years',
      basis: 'equations',
      published: 7.38996,
      obtained: weightedMean(emissions),
      tolerance: 5e-6,
    }),
    target({ what: 'median of the positions', unit: 'years', basis: 'equations', published: 7, obtained: median(emissions) }),
  ];
}

function riskTargets(): Target[] {
  const [margin, printed] = [byMargin, asPrinted].map((reading) => riskExponents(emissions, reading(emissions)));
  const words = { basis: 'equations', tolerance: 5.1e-5 } as const;
  const listed = emissions.map(({ name }, k) =>
    target({ ...words, what: `risk exponent of ${name}, chance by the margin`, published: listedExponents[name]!, obtained: margin![k]! }),
  );
  const apart = emissions.map(({ name }, k) => Math.abs(printed![k]! - listedExponents[name]!));
  return [
    ...listed,
    target({
      ...words,
      what: 'largest difference from the listed exponents, chance as printed',
      published: 0,
      obtained: Math.max(...apart),
      knownMiss: 'the listed exponents come from the lead over the weight, not from the share that the formula beside them prints',
    }),
  ];
}

function roundTargets(): Target[] {
  const [path, printed] = [ofAllContests, asPrinted].map((reading) => rounds(emissions, 3, reading));
  const words = { unit: 'years', basis: 'equations', tolerance: 5.1e-4 } as const;
  return [
    ...replicated.flatMap(([middle, mean], n) => [
      target({ ...words, what: `median after round ${n + 1}, chance of all contests`, published: middle, obtained: median(path![n + 1]!) }),
      target({ ...words, what: `weighted mean after round ${n + 1}, chance of all contests`, published: mean, obtained: weightedMean(path![n + 1]!) }),
    ]),
    target({
      ...words,
      what: 'median after round 1, chance as printed',
      published: replicated[0][0],
      obtained: median(printed![1]!),
      knownMiss: 'with the printed chance nobody beats the three states in the middle, and the median stays',
    }),
    target({
      unit: 'years',
      what: 'forecast, given as 8.35',
      basis: 'quoted',
      published: 8.35,
      obtained: median(path![1]!),
      tolerance: 5e-3,
      knownMiss: 'the replication that gives the rounds to three digits does not give it either; the round it was read at is not stated',
    }),
  ];
}

function figure() {
  const [path, printed] = [ofAllContests, asPrinted].map((reading) => rounds(emissions, shownRounds, reading));
  const line = (name: string, values: readonly number[]) => ({ name, points: values.map((value, n) => [n, value] as const) });
  const medians = path!.map(median);
  const still = printed!.map(median);
  return curves(
    {
      id: 'expected-utility',
      title: `How the chance to win is counted decides: the median goes from ${medians[0]!.toFixed(0)} to ${medians.at(-1)!.toFixed(1)} years or ends at ${still.at(-1)!.toFixed(1)}`,
      alt: `Median and weighted mean of ten positions over ${shownRounds} rounds. Over the weight of all contests the median rises from 7 to nearly 10 and the mean stays near 7.5; with the printed chance the median stays at 7.`,
      note: 'Years until the standards hold. The published rounds are the first three.',
    },
    { label: 'round', low: 0, high: shownRounds },
    { label: 'position, years', low: 4, high: 10 },
    [line('median, of all contests', medians), line('weighted mean, of all contests', path!.map(weightedMean)), line('median, as printed', still)],
  );
}
