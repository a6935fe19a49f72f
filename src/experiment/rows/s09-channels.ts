import { hill, pact, plain } from './lands.ts';
import { lever, type Row, type Setting } from './row.ts';
import type { Seen } from './seen.ts';
import { scenarioText } from './world.ts';

const events = `events:
  - { id: count, kind: election, at: day 2 18:00, where: hill, grievance: { value: 0.45, unit: '1', assumption: invented }, reach: { value: 0.3, unit: share, assumption: invented }, hours: 5, assumption: invented }
`;

/** A contingent that is there and does nothing. */
const silent = {
  'deploy.guardWorth01': 0,
  'support.freedPerForeign': 0,
  'support.signalToUnits': 0,
  'support.signalToCrowds': 0,
  'support.resentmentPerThousand': 0,
};

const channel = (id: string, words: string, values: Readonly<Record<string, number>>): Setting => ({
  id,
  words,
  do: [lever('decide.patron', 'grants')],
  values: { ...silent, ...values },
});

const week = (run: Seen) => {
  const landing = run.firstHour('first foreign', 'hill');
  return run.outings('hill', landing, landing + 168);
};

/** S9: what a contingent does, split into its channels. */
export const channels: Row = {
  id: 'S9',
  paragraph: 6,
  title: 'What a contingent does, channel by channel',
  states: 'The authors hold that the punitive expedition is there to stabilise the dictatorship.',
  asks: 'The same contingent lands in the same hour in every world. One channel works at a time: its numbers, own people freed from guarding, the signal (below and above zero), and resentment.',
  scenario: scenarioText('row-s9', 'Which part of a contingent does what?', 12, [hill, { ...plain, neighbours: ['hill'] }], [pact], events),
  mechanisms: ['shock', 'call', 'spread', 'police', 'mobilise', 'deploy', 'seize', 'obey', 'govern', 'request', 'decide', 'ratify', 'send', 'support'],
  values: { 'govern.turnoutWeight': 0.5, 'mobilise.resentmentWeight': 0.12 },
  settings: [
    channel('nothing', 'when the contingent is there and does nothing', {}),
    channel('numbers', 'when its numbers count', { 'deploy.guardWorth01': 0.8 }),
    channel('freed', 'when it frees own people', { 'support.freedPerForeign': 0.79 }),
    channel('defiance', 'when its signal to crowds is −.1', { 'support.signalToCrowds': -0.1 }),
    channel('dread', 'when its signal to crowds is .3', { 'support.signalToCrowds': 0.3 }),
    channel('doubt', 'when its signal to units is −.1', { 'support.signalToUnits': -0.1 }),
    channel('trust', 'when its signal to units is .3', { 'support.signalToUnits': 0.3 }),
    channel('resented', 'when it is resented', { 'support.resentmentPerThousand': 0.08 }),
  ],
  measures: [
    { id: 'outings', words: 'outings in the week after the landing', kind: 'people', of: week },
    { id: 'belief', words: 'highest belief that the government will last after the decision (0 to 1)', kind: 'index', of: (run) => run.country('hill', 'belief01').subarray(run.firstHour('help granted', 'hill')).reduce((a, b) => Math.max(a, b), 0) },
    { id: 'aside', words: 'units', kind: 'count', of: (run) => run.logged('unit stands aside').length },
    { id: 'landing', words: 'landing', kind: 'hours', of: (run) => run.firstHour('first foreign', 'hill') },
  ],
  criteria: [
    { measure: 'outings', from: 'nothing', to: 'numbers', is: 'less', atLeast: 50 },
    { measure: 'outings', from: 'nothing', to: 'freed', is: 'less', atLeast: 50 },
    { measure: 'outings', from: 'defiance', to: 'dread', is: 'less', atLeast: 50 },
    { measure: 'belief', from: 'doubt', to: 'trust', is: 'more', atLeast: 0.05 },
    { measure: 'outings', from: 'nothing', to: 'resented', is: 'more', atLeast: 50 },
  ],
  takenAway: { words: 'a contingent has no channel but its numbers', off: ['support'] },
};
