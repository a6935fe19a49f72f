import { cape, hill, plain, unrestIn, vale, widePact } from './lands.ts';
import { lever, type Row } from './row.ts';
import type { Seen } from './seen.ts';
import { scenarioText } from './world.ts';

const lands = [hill, { ...vale, mustRatify: true }, { ...cape, mustRatify: true }, plain];
const events = `events:
${unrestIn('hill', 'hill/r0/seat', 0.55, 0.6)}`;

/** Hours from the request until the last of the three senders has consented; the run's end where one never does. */
function hoursToConsent(run: Seen): number {
  const consents = [...run.logged('member consents'), ...run.logged('parliament consents')];
  return consents.length < 2 ? run.hours : Math.max(...consents) - run.firstHour('help requested', 'hill');
}

const telephone = [lever('ratify.parliament', 'consents')];

/** S5: the alliance's decision by telephone, through parliaments, and the patron's answer. */
export const decision: Row = {
  id: 'S5',
  paragraph: 4,
  title: 'The telephone and the parliaments',
  states: 'The authors hold that the treaty organisation acts as a gendarme and that the request was a formality, agreed between three leaders by telephone.',
  asks: "One request, two routes. By telephone the leaders' word is enough; by the treaty's letter two of three senders wait for a quorum and a vote. And the patron says yes or no.",
  scenario: scenarioText('row-s5', 'What does the route of the decision change?', 10, lands, [widePact], events),
  mechanisms: ['shock', 'call', 'spread', 'police', 'mobilise', 'deploy', 'govern', 'request', 'decide', 'ratify', 'send'],
  values: { 'govern.turnoutWeight': 'high' },
  settings: [
    { id: 'telephone', words: 'by telephone', do: [lever('decide.patron', 'grants'), ...telephone] },
    { id: 'parliaments', words: 'through parliaments', do: [lever('decide.patron', 'grants')] },
    { id: 'refused', words: 'by telephone when the patron refuses', do: [lever('decide.patron', 'refuses'), ...telephone] },
    { id: 'weighed', words: 'by telephone when the patron weighs it', do: telephone },
  ],
  measures: [
    { id: 'hours', words: 'hours from the request to the last consent (240 = never)', kind: 'hours', of: hoursToConsent },
    { id: 'lands', words: 'foreign troops land', kind: 'event', of: (run) => (run.logged('first foreign', 'hill').length > 0 ? 1 : 0) },
    {
      id: 'sessions',
      words: 'sessions without a quorum or a majority',
      kind: 'count',
      of: (run) => run.logged('no quorum').length + run.logged('vote fails').length,
    },
  ],
  criteria: [
    { measure: 'hours', from: 'telephone', to: 'parliaments', is: 'more', atLeast: 6 },
    { measure: 'lands', from: 'refused', to: 'telephone', is: 'more', atLeast: 0.8 },
    { measure: 'lands', from: 'refused', to: 'weighed', is: 'more', atLeast: 0.2 },
    { measure: 'sessions', from: 'telephone', to: 'parliaments', is: 'more', atLeast: 0.3 },
  ],
  takenAway: { words: 'members cannot consent', off: ['ratify'] },
};
