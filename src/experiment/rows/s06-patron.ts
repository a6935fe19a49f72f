import { hill, plain, unrestIn } from './lands.ts';
import { lever, type Row } from './row.ts';
import { scenarioText, type Land, type Pact } from './world.ts';

/** Six small clients that have not asked: their unrest begins when the patron's answer to the first is known. */
const others = ['fen', 'glen', 'holm', 'isle', 'kirk', 'linn'];
const lands: readonly Land[] = others.map((key, i) => ({ key, towns: { port: 8000, weir: 4000 }, police: 120, army: 250, longitude: 23 + i }));
const pact: Pact = { key: 'pact', patron: 'plain', members: ['hill', ...others, 'plain'], contributions: { plain: 150 } };
const events = `events:
${unrestIn('hill', 'hill/r0/seat', 0.5, 0.6)}${others.map((land) => unrestIn(land, `${land}/r0/port`, 0.5, 0.6, 4)).join('')}`;

const firm = lever('obey.loyalty', 'unshaken');

/** S6: the patron's support is a term in the survival of every client, whether or not troops come. */
export const patron: Row = {
  id: 'S6',
  paragraph: 5,
  title: 'While the patron stands by',
  states: 'The authors hold that client regimes last until the patron decides otherwise.',
  asks: 'Six other clients have the same unrest. The patron says that it stands by clients, or that it does not; in neither world does a soldier cross a border.',
  scenario: scenarioText('row-s6', "Does the patron's word alone keep its other clients?", 14, [hill, ...lands, plain], [pact], events),
  mechanisms: ['shock', 'call', 'spread', 'police', 'mobilise', 'deploy', 'seize', 'obey', 'govern', 'request', 'decide', 'fall'],
  // an elite that drops a head within days rather than months: the run has fourteen days
  values: { 'govern.turnoutWeight': 'high', 'mobilise.expectationWeight': 0, 'fall.headPerHour': 'high' },
  latent: Object.fromEntries(others.map((land) => [`${land}.cohesion01`, 0.4])),
  axis: 'weight of an expected patron in the belief that the government will last (prior 0 to .35)',
  settings: [0.15, 0.35].flatMap((weight) => [
    {
      id: `stands-${weight}`,
      words: 'when the patron stands by them',
      do: [lever('decide.patron', 'grants'), firm],
      values: { 'obey.patronBelief': weight },
      at: weight,
      line: 'the patron stands by them',
    },
    {
      id: `leaves-${weight}`,
      words: 'when it lets them go',
      do: [lever('decide.patron', 'refuses'), firm],
      values: { 'obey.patronBelief': weight },
      at: weight,
      line: 'the patron lets them go',
    },
  ]),
  measures: [
    {
      id: 'fallen',
      words: 'governments of six that fall within ten days',
      kind: 'count',
      of: (run) => others.reduce((sum, c) => sum + run.fallsWithin(c, 14), 0),
    },
    {
      id: 'belief',
      words: 'belief of units and elites that the government will last, mean of the six (0 to 1)',
      kind: 'index',
      of: (run) => others.reduce((sum, c) => sum + run.country(c, 'belief01').reduce((a, b) => a + b, 0) / run.hours / others.length, 0),
    },
  ],
  criteria: [
    { measure: 'belief', from: 'leaves-0.35', to: 'stands-0.35', is: 'more', atLeast: 0.05 },
    { measure: 'fallen', from: 'leaves-0.35', to: 'stands-0.35', is: 'less', atLeast: 0.3 },
  ],
  takenAway: { words: 'nobody weighs whether the government will last', off: ['obey'] },
};
