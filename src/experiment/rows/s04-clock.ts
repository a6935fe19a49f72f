import { hill, pact, plain, unrestIn } from './lands.ts';
import { lever, type Row } from './row.ts';
import type { Seen } from './seen.ts';
import { scenarioText } from './world.ts';

const events = `events:
${unrestIn('hill', 'hill/r1/mine', 0.4)}`;

/** Hours from the danger passing one half to an entry of the log; the run's end where it never came. */
function sinceDanger(run: Seen, kind: string): number {
  const danger = run.country('hill', 'threat01').findIndex((threat) => threat > 0.5);
  const hour = run.firstHour(kind, 'hill');
  return danger < 0 || hour === run.hours ? run.hours : hour - danger;
}

/** S4: the clock from the danger to the request to the arrival. */
export const clock: Row = {
  id: 'S4',
  paragraph: 4,
  title: 'The clock of a request',
  states: "The authors hold that the government lies within a patron's sphere and that talk of intervention began hours after the largest city was lost.",
  asks: 'The same client with an uprising or without one; its government asks early or late. The patron grants whatever is asked, so that only the clock is left.',
  scenario: scenarioText(
    'row-s4',
    'How long from the danger to the request, and to the first landing?',
    14,
    [hill, { ...plain, neighbours: ['hill'] }],
    [pact],
    events,
  ),
  mechanisms: ['shock', 'call', 'spread', 'police', 'mobilise', 'deploy', 'seize', 'govern', 'request', 'decide', 'ratify', 'send'],
  axis: 'danger at which the government asks (prior .5 to .9)',
  settings: [
    ...[0.5, 0.6, 0.7, 0.8].map((threat) => ({
      id: `asks-${threat}`,
      words: `where the government asks at a threat of ${threat}`,
      do: [lever('decide.patron', 'grants')],
      values: { 'govern.ask': threat },
      at: threat,
      line: 'an uprising',
    })),
    {
      id: 'quiet',
      words: 'where nothing happens in the streets',
      do: [lever('decide.patron', 'grants')],
      without: ['hill-price', 'hill-square'],
      line: 'nothing happens',
    },
  ],
  measures: [
    { id: 'lands', words: 'foreign troops land', kind: 'event', of: (run) => (run.logged('first foreign', 'hill').length > 0 ? 1 : 0) },
    { id: 'asks', words: 'hours from a threat of .5 to the request (336 = never)', kind: 'hours', of: (run) => sinceDanger(run, 'help requested') },
    { id: 'arrives', words: 'hours from a threat of .5 to the first landing (336 = never)', kind: 'hours', of: (run) => sinceDanger(run, 'first foreign') },
  ],
  criteria: [
    { measure: 'lands', from: 'quiet', to: 'asks-0.5', is: 'more', atLeast: 0.8 },
    { measure: 'asks', from: 'asks-0.8', to: 'asks-0.5', is: 'less', atLeast: 3 },
    { measure: 'arrives', from: 'asks-0.8', to: 'asks-0.5', is: 'less', atLeast: 3 },
  ],
  takenAway: { words: 'nobody can ask', off: ['request'] },
};
