import { target, type Classic, type Target } from '../contract.ts';
import { difference, estimate, signOf, written, type Estimate } from '../estimate.ts';
import { curves } from '../figure.ts';
import { policeLose01 } from './duel.ts';
import { activeCitizen, Revolution, type Setting } from './revolution.ts';

interface Size {
  readonly seeds: number;
  readonly ticks: number;
  readonly duels: number;
}
const quick: Size = { seeds: 20, ticks: 150, duels: 2000 };
const full: Size = { seeds: 100, ticks: 1000, duels: 20_000 };

/** ASSUMPTION: everything but n, p and r. */
export const society: Omit<Setting, 'policePrecision01' | 'rebelPrecision01'> = {
  side: 40,
  citizens: 1120,
  police: 64,
  revolutionaries: 64,
  vision: 7,
  legitimacy01: 0.88,
  threshold: 0.1,
  arrestConstant: 2.3,
  longestJailTicks: 30,
  ratioToFight: 1.2,
};

export type Outcome = 'success' | 'anarchy' | 'failed';

/** The published runs: precision of police p and of revolutionaries r, and how they ended. */
export const published = [
  { p: 0.4, r: 0.3, outcome: 'success' },
  { p: 0.9, r: 0.3, outcome: 'anarchy' },
  { p: 0.9, r: 0.1, outcome: 'failed' },
] as const satisfies readonly { readonly p: number; readonly r: number; readonly outcome: Outcome }[];

/** ASSUMPTION: share of the police killed from which a failed revolution leaves anarchy ("a large number" and "only a few" in the paper). */
const many01 = 0.25;

const words: Readonly<Record<Outcome, string>> = {
  success: 'successful revolution',
  anarchy: 'failed revolution and anarchy',
  failed: 'completely failed revolution',
};

/** One run to its end: police or revolutionaries are gone, or the time is over. */
export interface Run {
  readonly killed01: number;
  readonly outcome: Outcome;
  /** police alive after each tick */
  readonly police: readonly number[];
  /** mean income rank of the first citizens in revolt */
  readonly firstIncome01: number;
  readonly isRevoltFirst: boolean;
}

export function runOf(setting: Setting, seed: number, ticks: number): Run {
  const revolution = new Revolution(setting, seed);
  const police = [setting.police];
  let firstIncome01 = NaN;
  let isRevoltFirst = false;
  while (revolution.tick < ticks && revolution.police > 0 && revolution.revolutionaries > 0) {
    revolution.step();
    police.push(revolution.police);
    if (revolution.activeCitizens > 0 && Number.isNaN(firstIncome01)) {
      const incomes = Array.from(revolution.income01).filter((_, id) => revolution.state[id] === activeCitizen);
      firstIncome01 = estimate(incomes).mean;
      isRevoltFirst = revolution.police === setting.police;
    }
  }
  const killed01 = 1 - revolution.police / setting.police;
  return { killed01, outcome: revolution.police === 0 ? 'success' : killed01 >= many01 ? 'anarchy' : 'failed', police, firstIncome01, isRevoltFirst };
}

/** Moro's citizens, revolutionaries and police; most rules had to be filled in. */
export const moro: Classic = {
  id: 'moro',
  title: 'Violent political revolutions: success, anarchy, failure',
  citation: 'A. Moro, PLOS ONE 11(4) (2016) e0154175',
  doi: '10.1371/journal.pone.0154175',
  model:
    'Citizens, members of an armed organisation and police move on a torus. Read: the three kinds of actors, precisions p and r, the three outcomes with their triples, and that revolts begin with the poorest, whose grievance is highest and opportunity cost lowest. The full rules were not readable, so the rest is ASSUMPTION after Epstein: a citizen rebels when (1 − L)(1 − income) − income × P(arrest) exceeds a threshold; a revolutionary fights while open rebels in view are at least n times the police in view, else hides; a policeman picks one open rebel in view and jails a citizen, or kills a fighter with chance p; a fighter picks a policeman and kills with chance r. The dead are not replaced. The table therefore tests this reading of the paper, not the paper.',
  parameters: [
    {
      name: 'p and r; n (read; that n is this ratio is ASSUMPTION)',
      value: `${published.map(({ p, r }) => `${p} and ${r}`).join(', ')}; ${society.ratioToFight}`,
    },
    {
      name: 'torus, density of citizens and police, vision, threshold, k, longest jail term (ASSUMPTION: those of Epstein 2002)',
      value: '40 × 40, 0.7, 0.04, 7, 0.1, 2.3, 30 ticks',
    },
    { name: 'income rank (ASSUMPTION)', value: 'uniform on 0 to 1' },
    {
      name: 'legitimacy L and revolutionaries (ASSUMPTION, taken after a look at nine pairs of 0.84, 0.86, 0.88 and 32, 64, 96)',
      value: `${society.legitimacy01} and ${society.revolutionaries}, as many as police. Two of the nine pairs give all three outcomes in most seeds (the other: 0.86 and 32); the order of police killed is never reversed`,
    },
    { name: 'anarchy (ASSUMPTION)', value: `at least ${many01} of the police killed, not all` },
    {
      name: 'runs',
      value: `${quick.seeds} seeds, ${quick.ticks} ticks; ${full.seeds} and ${full.ticks} with --full; three seeds in four must end as published (ASSUMPTION: the paper shows one seed)`,
    },
  ],
  notTried: [
    { what: 'the three outcomes over the whole plane of p, r and n', why: 'only three points of it were read' },
    { what: 'the time series of the figure', why: 'a picture of one seed; its numbers were not read' },
    { what: 'what moves a citizen, as the paper has it', why: 'the equations were not read; ours keeps the one sentence about the poorest' },
  ],
  run: (isFull) => {
    const size = isFull ? full : quick;
    const seeds = Array.from({ length: size.seeds }, (_, i) => i + 1);
    const runs = published.map(({ p, r }) => seeds.map((seed) => runOf({ ...society, policePrecision01: p, rebelPrecision01: r }, seed, size.ticks)));
    return { targets: [...outcomeTargets(runs), ...startTargets(runs[0]!), ...equationTargets(size)], figure: figure(runs, size) };
  },
};

function outcomeTargets(runs: readonly (readonly Run[])[]): Target[] {
  const killed = runs.map((list) => list.map((run) => run.killed01));
  const sign = (what: string, found: Estimate) => target({ what, basis: 'read', published: 1, obtained: signOf(found), measured: written(found) });
  return [
    ...published.map(({ p, r, outcome }, i) =>
      target({
        what: `share of seeds that end in a ${words[outcome]}, p = ${p}, r = ${r}`,
        basis: 'read',
        published: 1,
        obtained: runs[i]!.filter((run) => run.outcome === outcome).length / runs[i]!.length,
        // ASSUMPTION: the paper shows one seed; three in four must agree
        tolerance: 0.25,
        measured: `police killed ${written(estimate(killed[i]!))}`,
      }),
    ),
    target({
      what: 'is there a seed that ends in all three ways (1 = yes)',
      basis: 'read',
      published: 1,
      obtained: runs[0]!.some((_, seed) => published.every(({ outcome }, i) => runs[i]![seed]!.outcome === outcome)) ? 1 : 0,
    }),
    sign('police killed, p = 0.4 less p = 0.9, r = 0.3: sign', difference(killed[1]!, killed[0]!)),
    sign('police killed, r = 0.3 less r = 0.1, p = 0.9: sign', difference(killed[2]!, killed[1]!)),
  ];
}

function startTargets(runs: readonly Run[]): Target[] {
  const poorer = estimate(runs.map((run) => run.firstIncome01 - 0.5));
  return [
    target({
      what: 'income rank of the first in revolt less the middle: sign',
      basis: 'read',
      published: -1,
      obtained: signOf(poorer),
      measured: written(poorer),
    }),
    target({
      what: 'share of seeds with a revolt before a policeman is killed',
      basis: 'read',
      published: 1,
      obtained: runs.filter((run) => run.isRevoltFirst).length / runs.length,
      tolerance: 0.25,
      knownMiss: 'nobody is in jail at first here, so some societies boil over in their first tick; how the paper begins was not read',
    }),
  ];
}

/** Everybody on 5 × 5 sites sees everybody, nobody hides: the numbers of police and fighters. */
const duels = [
  [6, 6, 0.4, 0.3],
  [6, 8, 0.9, 0.3],
  [6, 12, 0.9, 0.3],
] as const;

function equationTargets(size: Size): Target[] {
  const small = { ...society, side: 5, vision: 2.9, citizens: 0, ratioToFight: 0 };
  const fought = duels.map(([police, revolutionaries, p, r], i) => {
    const expected = policeLose01(police, revolutionaries, { police01: p, rebel01: r });
    let lost = 0;
    for (let n = 0; n < size.duels; n++)
      if (runOf({ ...small, police, revolutionaries, policePrecision01: p, rebelPrecision01: r }, 1_000_000 * (i + 1) + n, 10_000).outcome === 'success')
        lost++;
    return target({
      what: `our rules: chance that ${police} police lose to ${revolutionaries} fighters, all in sight, p = ${p}, r = ${r}`,
      basis: 'equations',
      published: expected,
      obtained: lost / size.duels,
      tolerance: 3 * Math.sqrt((expected * (1 - expected)) / size.duels),
    });
  });
  const unguarded = estimate(
    Array.from({ length: size.seeds }, (_, seed) => {
      const revolution = new Revolution({ ...society, police: 0, revolutionaries: 0, policePrecision01: 0, rebelPrecision01: 0 }, seed + 1);
      revolution.step();
      return revolution.activeCitizens / society.citizens;
    }),
  );
  return [
    ...fought,
    target({
      what: 'our rules: share of citizens in revolt without police (1 − T/(1 − L))',
      basis: 'equations',
      published: 1 - society.threshold / (1 - society.legitimacy01),
      obtained: unguarded.mean,
      tolerance: 3 * unguarded.error,
    }),
  ];
}

function figure(runs: readonly (readonly Run[])[], size: Size) {
  const shown = 100;
  const lines = published.map(({ p, r, outcome }, i) => ({
    name: `p = ${p}, r = ${r}: ${outcome}`,
    points: Array.from(
      { length: shown / 2 + 1 },
      (_, k) => [2 * k, estimate(runs[i]!.map(({ police }) => police[Math.min(2 * k, police.length - 1)]!)).mean] as const,
    ),
  }));
  const killed = runs.map((list) => `${Math.round(100 * estimate(list.map((run) => run.killed01)).mean)}%`);
  return curves(
    {
      id: 'moro',
      title: `The better the police shoot and the worse their enemies, the fewer die: ${killed.join(', ')} of the police are killed`,
      alt: `Mean number of police alive over ${shown} ticks for three pairs of precisions: it falls to none, part of the way, and little.`,
      note: `Means over ${size.seeds} seeds; the three lines share people, places and luck. p is the precision of the police, r of the revolutionaries. Most rules are assumptions.`,
    },
    { label: 'ticks', low: 0, high: shown },
    { label: 'police alive', low: 0, high: society.police },
    lines,
  );
}
