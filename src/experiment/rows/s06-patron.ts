import { cape, hill, plain, unrestIn, vale, widePact } from './lands.ts';
import { lever, type Row } from './row.ts';
import { scenarioText } from './world.ts';

const clients = ['hill', 'vale', 'cape'];
const events = `events:
${unrestIn('hill', 'hill/r0/seat', 0.5, 0.6)}${unrestIn('vale', 'vale/r0/port', 0.5, 0.6)}${unrestIn('cape', 'cape/r0/port', 0.5, 0.6)}`;

/** S6: the patron's support is a term in the survival of every client, whether or not troops come. */
export const patron: Row = {
  id: 'S6',
  paragraph: 5,
  title: 'While the patron stands by',
  states: 'The authors hold that client regimes last until the patron decides otherwise.',
  asks: 'Three clients with the same unrest. The patron says that it stands by them, or that it does not; in neither world does a soldier cross a border.',
  scenario: scenarioText('row-s6', "Does the patron's word alone keep its clients?", 28, [hill, vale, cape, plain], [widePact], events),
  mechanisms: ['shock', 'call', 'spread', 'police', 'mobilise', 'deploy', 'seize', 'obey', 'govern', 'request', 'decide', 'fall'],
  values: { 'govern.turnoutWeight': 0.5, 'mobilise.expectationWeight': 0 , 'fall.headPerHour': 0.02},
  latent: Object.fromEntries(clients.map((c) => [`${c}.cohesion01`, 0.4])),
  settings: [
    { id: 'stands', words: 'when the patron stands by them', do: [lever('decide.patron', 'grants')] },
    { id: 'leaves', words: 'when it lets them go', do: [lever('decide.patron', 'refuses')] },
  ],
  measures: [
    { id: 'fallen', words: 'governments of three that fall within 28 days', kind: 'count', of: (run) => clients.reduce((sum, c) => sum + run.fallsWithin(c, 28), 0) },
    {
      id: 'belief',
      words: 'belief of units and elites that the government will last, mean of the three (0 to 1)',
      kind: 'index',
      of: (run) => clients.reduce((sum, c) => sum + run.country(c, 'belief01').reduce((a, b) => a + b, 0) / run.hours / clients.length, 0),
    },
    { id: 'refused', words: 'units that stood aside', kind: 'count', of: (run) => run.logged('unit stands aside').length },
  ],
  criteria: [
    { measure: 'belief', from: 'leaves', to: 'stands', is: 'more', atLeast: 0.05 },
    { measure: 'fallen', from: 'leaves', to: 'stands', is: 'less', atLeast: 0.3 },
  ],
  takenAway: { words: 'nobody weighs whether the government will last', off: ['obey'] },
};
