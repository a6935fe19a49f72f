import { unrestIn } from './lands.ts';
import { lever, type Row, type Setting } from './row.ts';
import { scenarioText, type Land } from './world.ts';

/** Two alike lands of two towns, 90,000 people each: large enough for a few dead to be few, two for the sake of luck. */
const lands: readonly Land[] = ['crest', 'dune'].map((key, i) => ({
  key,
  towns: { seat: 60_000, mill: 30_000 },
  police: 600,
  army: 800,
  longitude: 20 + 9 * i,
}));
const events = `events:
${lands.map(({ key }) => unrestIn(key, `${key}/r0/seat`, 0.6, 0.6)).join('')}`;
const sum = (of: (land: string) => number) => lands.reduce((all, { key }) => all + of(key), 0);
const shut = lever('spread.borders', 'closed');

const stay = lever('deploy.reinforcement', 'none');
const moved = { 'mobilise.outrageWeight': 'high', 'fire.outrageHalfDead': 1.5, 'fire.fearHalfDead': 'high', 'police.fearWeight': 'high' } as const;
const lines = [
  { id: 'moved', line: 'outrage weighs most, the upper end of its prior', short: 'and outrage weighs most', values: moved },
  { id: 'middle', line: 'outrage weighs its middle value', short: 'and outrage weighs its middle value', values: {} },
];
/** Killed per thousand officer-hours against full violence; the prior runs from .2 to 5, and what empties streets lies far beyond it. */
const doses = [1, 4, 16, 256];

function settingsOf({ id, line, short, values }: (typeof lines)[number]): Setting[] {
  const none: Setting = { id: `${id}-none`, words: `when no force is lethal ${short}`, values, do: [shut, stay, lever('fire.lethal', 'none')], at: 0, line };
  return [
    none,
    ...doses.map((dose): Setting => ({
      id: `${id}-${dose}`,
      words: `at ${dose} killed per thousand officer-hours ${short}`,
      values: { ...values, 'fire.deadPerOfficerHour': dose / 1000 },
      do: [shut, stay],
      at: dose,
      line,
    })),
  ];
}

/** S3: lethal force that enlarges the next days' crowds when it is low and empties the streets when it is high; forces that move in. */
export const force: Row = {
  id: 'S3',
  paragraph: 3,
  title: 'Force that enlarges and force that empties',
  states: 'The authors hold that the head of state answered with shootings and attacks and with the army moving into the cities.',
  asks: 'A crowd storms on the evening of day 2 and fire is allowed. How many are out on the two days after, against how deadly the force is; and with own columns that move in. Forces shoot on nearly every violent day here, so that the dose alone is left; doses above 5 lie beyond the prior.',
  scenario: scenarioText('row-s3', 'What does lethal force do to the crowds of the next days?', 5, lands, [], events),
  mechanisms: ['shock', 'call', 'spread', 'police', 'mobilise', 'deploy', 'seize', 'fire', 'govern'],
  // every land has its violent evening and its order to fire, and orders are carried out: days without fire would only thin the dose
  values: {
    'seize.smallestCrowd': 'low',
    'seize.perHour': 'high',
    'govern.fire': 'low',
    'fire.orderedDays01': 'high',
    'fire.unorderedDays01': 'high',
    'deploy.mobile01': 'high',
  },
  latent: Object.fromEntries(
    lands.flatMap(({ key }) => [
      [`${key}.discipline01`, 0.05],
      [`${key}.lethalReadiness01`, 0.95],
    ]),
  ),
  axis: 'killed per thousand officer-hours of force against full violence (prior .2 to 5)',
  settings: [...lines.flatMap(settingsOf), { id: 'columns', words: 'when own columns move in and do not fire', do: [shut, lever('fire.lethal', 'none')] }],
  measures: [
    { id: 'after', words: 'outings on the two days after', kind: 'people', of: (run) => sum((land) => run.outings(land, 48, 96)) },
    { id: 'dead', words: 'people killed', kind: 'people', of: (run) => sum((land) => run.country(land, 'dead')[run.hours - 1]!) },
    { id: 'detained', words: 'people detained', kind: 'people', of: (run) => sum((land) => run.country(land, 'detained')[run.hours - 1]!) },
  ],
  criteria: [
    { measure: 'after', from: 'moved-none', to: 'moved-4', is: 'more', atLeast: 50 },
    { measure: 'after', from: 'moved-none', to: 'moved-256', is: 'less', atLeast: 50 },
    { measure: 'detained', from: 'middle-none', to: 'columns', is: 'more', atLeast: 50 },
  ],
  takenAway: { words: 'no force can be lethal', off: ['fire'] },
};
