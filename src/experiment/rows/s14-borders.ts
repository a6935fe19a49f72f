import { hill, unrestIn, vale } from './lands.ts';
import { lever, type Row } from './row.ts';
import { scenarioText } from './world.ts';

const events = `events:
${unrestIn('hill', 'hill/r0/seat', 0.45, 0.6, 3)}${unrestIn('vale', 'vale/r0/port', 0.3, 0.5, 5)}`;

/** S14: courage crosses borders: an uprising, a lost city, a fall abroad are seen. */
export const borders: Row = {
  id: 'S14',
  paragraph: 8,
  title: 'What is seen across a border',
  states: 'The authors hold that the liberation of one country concerns all who live in the same sphere.',
  asks: 'Two neighbours with one language. Days after an uprising begins in one, a call goes out in the other, whose people see across the border or do not; and the government next door falls or holds.',
  scenario: scenarioText('row-s14', 'Does an uprising next door, or a fall, give courage?', 14, [hill, { ...vale, neighbours: ['hill'] }], [], events),
  mechanisms: ['shock', 'call', 'spread', 'police', 'mobilise', 'deploy', 'govern', 'fall'],
  values: { 'govern.turnoutWeight': 0.5, 'spread.borderWeight': 0.12, 'fall.headPerHour': 0.02, 'fall.fromThreat01': 0.3 },
  latent: { 'hill.cohesion01': 0.05, 'vale.stateMedia01': 0.3 },
  settings: [
    { id: 'closed', words: 'when people cannot see across the border', do: [lever('spread.borders', 'closed', 'vale'), lever('fall.elite', 'united')] },
    { id: 'holds', words: 'when they can and the government next door holds', do: [lever('fall.elite', 'united')] },
    { id: 'falls', words: 'when they can and it falls', do: [lever('fall.elite', 'united', 'vale')] },
    { id: 'quiet', words: 'when nothing happens next door', do: [lever('fall.elite', 'united')], without: ['hill-price', 'hill-square'] },
  ],
  measures: [
    { id: 'outings', words: 'outings next door', kind: 'people', of: (run) => run.outings('vale') },
    { id: 'sympathy', words: 'most sympathy next door (0 to 1)', kind: 'index', of: (run) => run.country('vale', 'sympathy01').reduce((a, b) => Math.max(a, b), 0) },
    { id: 'fall', words: 'the government next door falls', kind: 'event', of: (run) => run.fallsWithin('hill', 14) },
  ],
  criteria: [
    { measure: 'outings', from: 'closed', to: 'holds', is: 'more', atLeast: 50 },
    { measure: 'outings', from: 'quiet', to: 'holds', is: 'more', atLeast: 50 },
    { measure: 'sympathy', from: 'holds', to: 'falls', is: 'more', atLeast: 0.05 },
  ],
  takenAway: { words: 'nothing is seen across borders', values: { 'spread.borderWeight': 0 } },
};
