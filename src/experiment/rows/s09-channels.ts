import { hill, pact, plain } from './lands.ts';
import { lever, type Row, type RowValue, type Setting } from './row.ts';
import type { Seen } from './seen.ts';
import { scenarioText } from './world.ts';

const events = `events:
  - { id: count, kind: election, at: day 2 18:00, where: hill, grievance: { value: 0.25, unit: '1', assumption: invented }, reach: { value: 0.3, unit: share, assumption: invented }, hours: 5, assumption: invented }
`;

/** A contingent that is there and does nothing. */
const silent = {
  'deploy.guardWorth01': 0,
  'support.freedPerForeign': 0,
  'support.signalToUnits': 0,
  'support.signalToCrowds': 0,
  'support.resentmentPerThousand': 0,
};

const channel = (id: string, words: string, values: Readonly<Record<string, RowValue>>): Setting => ({
  id,
  words,
  do: [lever('decide.patron', 'grants')],
  values: { ...silent, ...values },
});

/** Hour a day after the decision: the signal has been given in full. */
function dayAfter(run: Seen): number {
  return Math.min(run.hours - 1, run.firstHour('help granted', 'hill') + 24);
}

/** Outings in the five days after the landing. */
function outingsAfter(run: Seen, where: string): number {
  const landing = run.firstHour('first foreign', 'hill');
  return run.outings(where, landing, landing + 120);
}

/** S9: what a contingent does, split into its channels. */
export const channels: Row = {
  id: 'S9',
  paragraph: 6,
  title: 'What a contingent does, channel by channel',
  states: 'The authors hold that the punitive expedition is there to stabilise the dictatorship.',
  asks: 'The same contingent lands in the same hour in every world. One channel works at a time: its numbers, own people freed from guarding, the signal (below and above zero), and resentment.',
  scenario: scenarioText(
    'row-s9',
    'Which part of a contingent does what?',
    12,
    [
      { ...hill, police: 120, army: 250 },
      { ...plain, neighbours: ['hill'] },
    ],
    [pact],
    events,
  ),
  mechanisms: ['shock', 'call', 'spread', 'police', 'mobilise', 'deploy', 'seize', 'fire', 'obey', 'govern', 'request', 'decide', 'ratify', 'send', 'support'],
  values: { 'govern.turnoutWeight': 'high', 'mobilise.resentmentWeight': 'high', 'mobilise.outrageWeight': 'high' },
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
    { id: 'outings', words: 'outings in the five days after the landing', kind: 'people', of: (run) => outingsAfter(run, 'hill') },
    { id: 'guarded', words: 'of these in the two cities the contingent guards', kind: 'people', of: (run) => outingsAfter(run, 'hill/r0') },
    {
      id: 'fear',
      words: 'fear in the streets of the seat a day after the decision (0 to 1)',
      kind: 'index',
      of: (run) => run.place('hill/r0/seat', 'fear01')[dayAfter(run)]!,
    },
    {
      id: 'anger',
      words: 'outrage in a far town a day after the decision (0 to 1)',
      kind: 'index',
      of: (run) => run.place('hill/r3/dell', 'outrage01')[dayAfter(run)]!,
    },
    {
      id: 'belief',
      words: 'belief that the government will last, a day after the decision (0 to 1)',
      kind: 'index',
      of: (run) => run.country('hill', 'belief01')[dayAfter(run)]!,
    },
  ],
  criteria: [
    { measure: 'guarded', from: 'nothing', to: 'numbers', is: 'less', atLeast: 50 },
    { measure: 'outings', from: 'nothing', to: 'freed', is: 'less', atLeast: 50 },
    { measure: 'fear', from: 'nothing', to: 'dread', is: 'more', atLeast: 0.02 },
    { measure: 'anger', from: 'nothing', to: 'defiance', is: 'more', atLeast: 0.02 },
    { measure: 'belief', from: 'doubt', to: 'trust', is: 'more', atLeast: 0.05 },
    { measure: 'outings', from: 'nothing', to: 'resented', is: 'more', atLeast: 50 },
  ],
  takenAway: { words: 'a contingent has no channel but its numbers', off: ['support'] },
};
