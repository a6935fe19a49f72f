import { cape, hill, plain, unrestIn, vale, widePact } from './lands.ts';
import { lever, type Row, type Setting } from './row.ts';
import { scenarioText } from './world.ts';

const pact = { ...widePact, contributions: { plain: 150 } };
/** Two clients alike that have not asked: two for the sake of luck. */
const others = ['vale', 'cape'];
/** Hours of the other clients' calls and of the day after them: later on, chance in who calls whom outgrows a small weight. */
const firstDay = [160, 184] as const;
/** Their unrest begins when the answer to the first has been known for days. */
const events = `events:
${unrestIn('hill', 'hill/r0/seat', 0.45, 0.5)}${others.map((land) => unrestIn(land, `${land}/r0/port`, 0.6, 0.4, 6)).join('')}`;
const closed = others.map((land) => lever('spread.borders', 'closed', land));

const settings: Setting[] = [0.04, 0.1].flatMap((weight) => [
  {
    id: `refused-${weight}`,
    words: `where the patron refused the other and expectation weighs ${weight}`,
    do: [lever('decide.patron', 'refuses'), ...closed],
    values: { 'mobilise.expectationWeight': weight },
    at: weight,
    line: 'the patron refused the other',
  },
  {
    id: `granted-${weight}`,
    words: `where it granted help and expectation weighs ${weight}`,
    do: [lever('decide.patron', 'grants'), ...closed],
    values: { 'mobilise.expectationWeight': weight },
    at: weight,
    line: 'the patron helped the other',
  },
]);

/** S13: a patron ready to help one ruler chills the people of other clients. */
export const chill: Row = {
  id: 'S13',
  paragraph: 8,
  title: 'A threat to every attempt elsewhere',
  states: "The authors hold that the patron's readiness to help loyal rulers threatens every attempt elsewhere.",
  asks: 'One client asks and is helped or refused, without a soldier crossing a border. Days later the people of two other clients have their own grievance and their own call.',
  scenario: scenarioText('row-s13', 'Does help to one client chill the people of others?', 16, [hill, vale, cape, plain], [pact], events),
  mechanisms: ['shock', 'call', 'spread', 'police', 'mobilise', 'deploy', 'govern', 'request', 'decide'],
  values: { 'govern.turnoutWeight': 'high' },
  axis: 'weight of an expected intervention against going out (prior 0 to .1)',
  settings,
  measures: [
    {
      id: 'outings',
      words: 'outings in the other clients in the day after their calls',
      kind: 'people',
      of: (run) => others.reduce((sum, land) => sum + run.outings(land, ...firstDay), 0),
    },
    {
      id: 'expectation',
      words: 'expectation there that the patron would step in (0 to 1)',
      kind: 'index',
      of: (run) => run.country('vale', 'expectation01')[144]!,
    },
  ],
  // sizes worth speaking of: calls to these squares draw some 1300 outings in their first day, so 20 and 50 are some 2 and 4 % of them; what
  // tells them from luck is the A/A band, which is wider than either
  criteria: [
    { measure: 'expectation', from: 'refused-0.04', to: 'granted-0.04', is: 'more', atLeast: 0.3 },
    { measure: 'outings', from: 'refused-0.04', to: 'granted-0.04', is: 'less', atLeast: 20 },
    { measure: 'outings', from: 'refused-0.1', to: 'granted-0.1', is: 'less', atLeast: 50 },
  ],
  takenAway: { words: 'nobody weighs what the patron would do', values: { 'mobilise.expectationWeight': 0 } },
};
