import { hill, plain, unrestIn, vale } from './lands.ts';
import { lever, type Row } from './row.ts';
import { scenarioText, type Pact } from './world.ts';

const pacts: readonly Pact[] = [
  { key: 'first', patron: 'plain', members: ['hill', 'plain'], contributions: { plain: 300 } },
  { key: 'second', patron: 'plain', members: ['vale', 'plain'], contributions: { plain: 300 } },
];
/** The patron's own people must have reasons of their own: no news from abroad, no anger at sending (rows S11, S14). */
const shut = [lever('spread.borders', 'closed', 'plain')];
const events = `events:
${unrestIn('hill', 'hill/r0/seat', 0.55, 0.6)}${unrestIn('vale', 'vale/r0/port', 0.55, 0.6, 4)}${unrestIn('plain', 'plain/r0/city', 0.6, 0.5, 3)}`;

/** S15: several fires at once against one patron's finite capacity, and a patron who can fall. */
export const fires: Row = {
  id: 'S15',
  paragraph: 9,
  title: 'Several fires, one patron',
  states: 'The authors hope that the people topple the patron too.',
  asks: 'A client asks for help alone; or while the patron is engaged in another client; or while it also has an uprising at home under a divided elite.',
  scenario: scenarioText('row-s15', 'What can a patron still do when several places burn?', 16, [vale, hill, plain], pacts, events),
  mechanisms: ['shock', 'call', 'spread', 'police', 'mobilise', 'deploy', 'seize', 'obey', 'govern', 'request', 'decide', 'ratify', 'send', 'fall'],
  // a patron who helps when he is free, and an elite that drops a head within days rather than months: the run has sixteen days
  values: { 'govern.turnoutWeight': 'high', 'decide.base': 'high', 'fall.headPerHour': 'high' },
  latent: { 'vale.cohesion01': 0.9, 'hill.cohesion01': 0.9, 'plain.cohesion01': 0.1 },
  settings: [
    { id: 'one', words: 'with one fire', do: shut, without: ['hill-price', 'hill-square', 'plain-price', 'plain-square'] },
    { id: 'two', words: 'with two', do: shut, without: ['plain-price', 'plain-square'] },
    { id: 'three', words: 'with two and one at home', do: shut },
  ],
  measures: [
    { id: 'asked', words: 'the client asks', kind: 'event', of: (run) => (run.logged('help requested', 'vale').length > 0 ? 1 : 0) },
    { id: 'granted', words: 'the patron grants the client help', kind: 'event', of: (run) => (run.logged('help granted', 'vale').length > 0 ? 1 : 0) },
    {
      id: 'troops',
      words: 'foreign troops in the client at most',
      kind: 'people',
      of: (run) => run.country('vale', 'foreignPeople').reduce((a, b) => Math.max(a, b), 0),
    },
    { id: 'patronFalls', words: "the patron's head of government is out", kind: 'event', of: (run) => run.fallsWithin('plain', 16) },
    {
      id: 'expectation',
      words: 'expectation in the client that the patron would step in, mean (0 to 1)',
      kind: 'index',
      of: (run) => run.country('vale', 'expectation01').reduce((a, b) => a + b, 0) / run.hours,
    },
  ],
  criteria: [
    { measure: 'granted', from: 'one', to: 'two', is: 'less', atLeast: 0.2 },
    { measure: 'granted', from: 'one', to: 'three', is: 'less', atLeast: 0.2 },
    { measure: 'patronFalls', from: 'two', to: 'three', is: 'more', atLeast: 0.3 },
  ],
  takenAway: { words: 'the patron does not weigh what it has in use', values: { 'decide.overstretch': 0 } },
};
