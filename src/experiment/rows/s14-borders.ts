import { hill, unrestIn } from './lands.ts';
import { lever, type Row } from './row.ts';
import { scenarioText, type Land } from './world.ts';

/** Four neighbours with one language and the same small grievance. */
const watching = ['fen', 'glen', 'holm', 'isle'];
const lands: readonly Land[] = watching.map((key, i) => ({
  key,
  towns: { port: 9000, weir: 4000 },
  police: 120,
  army: 250,
  longitude: 23 + i,
  neighbours: ['hill'],
}));
const events = `events:
  - { id: count, kind: election, at: day 3 18:00, where: hill, grievance: { value: 0.6, unit: '1', assumption: invented }, reach: { value: 0.3, unit: share, assumption: invented }, hours: 5, assumption: invented }
${unrestIn('hill', 'hill/r0/seat', 0.6, 0.4, 2)}${watching.map((land) => unrestIn(land, `${land}/r0/port`, 0.5, 0.4, 4)).join('')}`;
/** Hours of the neighbours' calls and of the day after them: later on, chance in who calls whom outgrows what crosses a border. */
const firstDay = [112, 136] as const;
const closed = watching.map((land) => lever('spread.borders', 'closed', land));
const united = watching.map((land) => lever('fall.elite', 'united', land));

const firm = lever('fall.elite', 'united');

/** S14: courage crosses borders: an uprising, a lost city, a fall abroad are seen. */
export const borders: Row = {
  id: 'S14',
  paragraph: 8,
  title: 'What is seen across a border',
  states: 'The authors hold that the liberation of one country concerns all who live in the same sphere.',
  asks: 'A land and four small neighbours with one language. Days after an uprising begins in the land, a call goes out in each neighbour, whose people see across the border or do not; and the government next door falls or holds. Outings are counted in the day from the call on: later, luck in who calls whom outgrows what crosses a border.',
  scenario: scenarioText('row-s14', 'Does an uprising next door, or a fall, give courage?', 14, [hill, ...lands], [], events),
  mechanisms: ['shock', 'call', 'spread', 'police', 'mobilise', 'deploy', 'govern', 'fall'],
  values: {
    'govern.turnoutWeight': 'high',
    'spread.borderWeight': 'high',
    'fall.headPerHour': 'high',
    'govern.seatWeight': 'high',
    'fall.fromThreat01': 'low',
  },
  latent: { 'hill.cohesion01': 0.05, ...Object.fromEntries(watching.map((land) => [`${land}.stateMedia01`, 0.1])) },
  settings: [
    { id: 'quiet', words: 'when nothing happens next door', do: [firm], without: ['count', 'hill-price', 'hill-square'] },
    {
      id: 'closed',
      words: 'when a whole land rises next door and nobody sees across the border',
      do: [firm, ...closed],
      without: ['hill-price', 'hill-square'],
    },
    { id: 'rises', words: 'when a whole land rises next door', do: [firm], without: ['hill-price', 'hill-square'] },
    { id: 'holds', words: 'when one city rises next door and its government holds', do: [firm], without: ['count'] },
    { id: 'falls', words: 'when one city rises next door and its government falls', do: united, without: ['count'] },
  ],
  measures: [
    {
      id: 'outings',
      words: 'outings in the four lands next to it in the day after their calls',
      kind: 'people',
      of: (run) => watching.reduce((sum, land) => sum + run.outings(land, ...firstDay), 0),
    },
    {
      id: 'sympathy',
      words: 'most sympathy in one of the four (0 to 1)',
      kind: 'index',
      of: (run) => run.country('fen', 'sympathy01').reduce((a, b) => Math.max(a, b), 0),
    },
    { id: 'fall', words: 'the government next door falls', kind: 'event', of: (run) => run.fallsWithin('hill', 14) },
  ],
  // sizes worth speaking of: the four calls draw some 1150 outings in a day, so 30 and 50 are some 3 and 4 % of them; what
  // tells them from luck is the A/A band, which is of that width
  criteria: [
    { measure: 'outings', from: 'closed', to: 'rises', is: 'more', atLeast: 50 },
    { measure: 'outings', from: 'quiet', to: 'rises', is: 'more', atLeast: 50 },
    { measure: 'sympathy', from: 'quiet', to: 'holds', is: 'more', atLeast: 0.1 },
    { measure: 'outings', from: 'quiet', to: 'holds', is: 'more', atLeast: 30 },
  ],
  takenAway: { words: 'nothing is seen across borders', values: { 'spread.borderWeight': 0 } },
};
