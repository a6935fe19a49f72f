import { boundsByLot, causationBounds, type CausationBounds } from '../../claims/bounds.ts';
import { causationIn, type Causation } from '../../claims/necessity.ts';
import { target, type Classic, type Target } from '../contract.ts';
import { curves } from '../figure.ts';
import { everyNoise, fairCoin, firingSquad, pairsOf, type CausalModel } from './models.ts';

/** Campaigns of the record that ended with the regime standing, of all: outside aid to the regime, none (NAVCO 1.2, regime change). */
const records = [
  { name: 'nonviolent campaigns', aided: [22, 46], unaided: [33, 95], low: 0.274, high: 1 },
  { name: 'violent campaigns', aided: [40, 49], unaided: [57, 79], low: 0.116, high: 0.341 },
  { name: 'all campaigns', aided: [62, 95], unaided: [90, 174], low: 0.207, high: 0.74 },
] as const;

/** Shares of nonviolent campaigns that had succeeded by a day: aided regimes, the others. */
const byDay = [
  [7, 0, 0.042],
  [14, 0.043, 0.084],
  [30, 0.087, 0.137],
  [60, 0.13, 0.179],
  [90, 0.13, 0.211],
  [180, 0.196, 0.295],
  [365, 0.217, 0.368],
] as const;

/** A drug: deaths of a thousand who were given it or not by lot, and of a thousand each who chose. */
const drug = {
  experiment: { withCause: 0.016, without: 0.014 },
  seen: { causeAndEvent: 0.001, causeAlone: 0.499, eventAlone: 0.014, neither: 0.486 },
};

const calm = 3;

/** Tian and Pearl's probabilities of causation: counted in pairs of worlds, and bounded where pairs are not to be had. */
export const probabilitiesOfCausation: Classic = {
  id: 'probabilities-of-causation',
  title: 'Probabilities of causation: bounds and identification',
  citation: 'J. Tian & J. Pearl, Annals of Mathematics and Artificial Intelligence 28 (2000) 287-313',
  doi: '10.1023/A:1018912507879',
  model:
    'PN is the chance that an event would not have been without its cause, where both were; PS that it would have been with the cause, where neither was; PNS that it is with the cause and only with it. With the mechanism in hand they are counted in pairs of worlds that share all luck. From experiments and observations alone they can be bounded: the tightest bounds that hold whatever the mechanism.',
  parameters: [
    { name: 'bet on a coin', value: 'win when bet and throw agree, both even' },
    { name: 'riflemen', value: `order in half of all cases; the first shoots without it in one of ${calm + 1}` },
    { name: 'drug', value: 'by lot 16 and 14 deaths of 1000 with and without; by choice 2 and 28 of 1000' },
    {
      name: 'record',
      value: records.map(({ name, aided, unaided }) => `${name}: regime stands ${aided.join('/')} aided, ${unaided.join('/')} not`).join('; '),
    },
  ],
  notTried: [
    {
      what: 'PN = .55 (.31 to .73) of aid, standardised for participation, defection and violence',
      why: 'it needs the campaigns one by one; only their counts are kept here',
    },
  ],
  run: () => ({ targets: [...modelTargets(), ...drugTargets(), ...recordTargets()], figure: figure() }),
};

function counted(model: CausalModel): Causation {
  return causationIn(pairsOf(model, everyNoise(model)));
}

const words = { PN: 'necessity', PS: 'sufficiency', PNS: 'both' } as const;

function modelTargets(): Target[] {
  const nervous = 1 / (calm + 1);
  const known = [
    [fairCoin, { PN: 1, PS: 1, PNS: 1 / 2 }],
    [firingSquad(calm), { PN: nervous / (1 + nervous), PS: 1, PNS: 1 / 2 }],
  ] as const;
  return known.flatMap(([model, values]) =>
    (['PN', 'PS', 'PNS'] as const).map((key) =>
      target({ what: `${key}, ${model.name}`, basis: 'equations', published: values[key], obtained: counted(model)[words[key]], tolerance: 1e-12 }),
    ),
  );
}

function drugTargets(): Target[] {
  const found = causationBounds(drug.experiment, drug.seen);
  return edges('drug, experiment and observation', found, [
    ['PN', 1, 1, 5e-10],
    ['PS', 0.001 / 0.486, 0.015 / 0.486, 5e-10],
  ]);
}

function recordTargets(): Target[] {
  const whole = records.flatMap(({ name, aided, unaided, low, high }) =>
    edges(`aid to the regime, ${name}`, boundsByLot({ withCause: aided[0] / aided[1], without: unaided[0] / unaided[1] }), [['PN', low, high, 5.1e-4]]),
  );
  const month = byDay.find(([day]) => day === 30)!;
  return [...whole, ...edges('aid to the regime, nonviolent campaigns to day 30', withinDays(month), [['PN', 0.05, 0.15, 5.1e-3]])];
}

function withinDays([, aided, unaided]: (typeof byDay)[number]): CausationBounds {
  return boundsByLot({ withCause: 1 - aided, without: 1 - unaided });
}

function edges(what: string, found: CausationBounds, list: readonly (readonly [keyof typeof words, number, number, number])[]): Target[] {
  return list.flatMap(([key, low, high, tolerance]) => [
    target({ what: `${key} at least, ${what}`, basis: 'equations', published: low, obtained: found[words[key]].low, tolerance }),
    target({ what: `${key} at most, ${what}`, basis: 'equations', published: high, obtained: found[words[key]].high, tolerance }),
  ]);
}

function figure() {
  const rows = byDay.map((row) => ({ day: row[0], ...withinDays(row).necessity }));
  const month = rows.find(({ day }) => day === 30)!;
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  return curves(
    {
      id: 'probabilities-of-causation',
      title: `That aid saved a regime within 30 days is between ${percent(month.low)} and ${percent(month.high)} likely on the record, and more only with time`,
      alt: 'Lower and upper bound on the probability that outside aid was necessary for a regime to stand, against days since the campaign began: both near nothing in the first week, wider apart after a year.',
      note: 'Nonviolent campaigns for a change of regime, as if aid came by lot. Aid goes to regimes in trouble and to those worth saving, so the bounds may be off either way.',
    },
    { label: 'days since the campaign began', low: 0, high: 365 },
    { label: 'probability of necessity', low: 0, high: 0.5 },
    [
      { name: 'at most', points: rows.map(({ day, high }) => [day, high] as const) },
      { name: 'at least', points: rows.map(({ day, low }) => [day, low] as const) },
    ],
  );
}
