import { hill, pact, plain, unrestIn } from './lands.ts';
import { lever, type Row } from './row.ts';
import { scenarioText } from './world.ts';

const events = `events:
${unrestIn('hill', 'hill/r0/seat', 0.45, 0.5)}${unrestIn('plain', 'plain/r0/city', 0.5, 0.3, 3)}`;
const sends = [lever('decide.patron', 'grants')];

/** S11: the people of the sending state: their fear, and their protest against sending. */
export const senders: Row = {
  id: 'S11',
  paragraph: 7,
  title: 'At home with the sender',
  states: 'The authors expect little outrage in Russia, where repression leaves no room to organise, and less still in Belarus.',
  asks: 'The patron sends troops or does not; its own people have a small grievance, see the uprising next door, and fear their police much or little.',
  scenario: scenarioText(
    'row-s11',
    'Do people protest against sending, and what does fear do to that?',
    14,
    [hill, { ...plain, neighbours: ['hill'] }],
    [{ ...pact, contributions: { plain: 300 } }],
    events,
  ),
  mechanisms: ['shock', 'call', 'spread', 'police', 'mobilise', 'govern', 'deploy', 'request', 'decide', 'ratify', 'send'],
  // the weight of protest against sending is taken at its upper end: its range runs from nothing
  values: { 'govern.turnoutWeight': 'high', 'deploy.guardWorth01': 0, 'mobilise.sendingWeight': 'high' },
  latent: { 'plain.lowestFear01': 0.03 },
  settings: [
    { id: 'sends', words: 'when the patron sends troops and its people fear little', do: sends },
    { id: 'stays', words: 'when it sends none and they fear little', do: [lever('decide.patron', 'refuses')] },
    { id: 'fears', words: 'when it sends troops and they fear much', do: sends, latent: { 'plain.lowestFear01': 0.3 } },
  ],
  measures: [
    { id: 'outings', words: 'outings in the sending state on days 4 to 6', kind: 'people', of: (run) => run.outings('plain', 72, 144) },
    { id: 'sent', words: 'troops sent', kind: 'people', of: (run) => run.country('plain', 'sentPeople').reduce((a, b) => Math.max(a, b), 0) },
  ],
  criteria: [
    { measure: 'sent', from: 'stays', to: 'sends', is: 'more', atLeast: 50 },
    { measure: 'outings', from: 'sends', to: 'fears', is: 'less', atLeast: 10 },
    { measure: 'outings', from: 'stays', to: 'sends', is: 'more', atLeast: 10 },
  ],
  takenAway: { words: 'nobody goes out', off: ['mobilise'] },
};
