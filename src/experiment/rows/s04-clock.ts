import { hill, pact, plain, unrestIn } from './lands.ts';
import { lever, type Row } from './row.ts';
import type { Seen } from './seen.ts';
import { scenarioText } from './world.ts';

const events = `events:
${unrestIn('hill', 'hill/r0/seat', 0.55, 0.6)}`;

/** Hours from the danger passing one half to an entry of the log; the run's end where it never came. */
function sinceDanger(run: Seen, kind: string): number {
  const danger = run.country('hill', 'threat01').findIndex((threat) => threat > 0.5);
  return danger < 0 ? run.hours : run.firstHour(kind, 'hill') - danger;
}

/** S4: the clock from the danger to the request to the arrival. */
export const clock: Row = {
  id: 'S4',
  paragraph: 4,
  title: 'The clock of a request',
  states: "The authors hold that the government lies within a patron's sphere and that talk of intervention began hours after the largest city was lost.",
  asks: 'The same client with an uprising or without one; its government asks early or late. The patron grants whatever is asked, so that only the clock is left.',
  scenario: scenarioText('row-s4', 'How long from the danger to the request, and to the first landing?', 8, [hill, { ...plain, neighbours: ['hill'] }], [pact], events),
  mechanisms: ['shock', 'call', 'spread', 'police', 'mobilise', 'deploy', 'seize', 'govern', 'request', 'decide', 'ratify', 'send'],
  values: { 'govern.turnoutWeight': 0.5 },
  settings: [
    { id: 'early', words: 'where the government asks at a threat of .5', do: [lever('decide.patron', 'grants')], values: { 'govern.ask': 0.5 } },
    { id: 'late', words: 'where it asks at .9', do: [lever('decide.patron', 'grants')], values: { 'govern.ask': 0.9 } },
    { id: 'quiet', words: 'where nothing happens in the streets', do: [lever('decide.patron', 'grants')], without: ['hill-price', 'hill-square'] },
  ],
  measures: [
    { id: 'lands', words: 'foreign troops land', kind: 'event', of: (run) => (run.logged('first foreign', 'hill').length > 0 ? 1 : 0) },
    { id: 'asks', words: 'hours from a threat of .5 to the request (192 = never)', kind: 'hours', of: (run) => sinceDanger(run, 'help requested') },
    { id: 'arrives', words: 'hours from a threat of .5 to the first landing (192 = never)', kind: 'hours', of: (run) => sinceDanger(run, 'first foreign') },
  ],
  criteria: [
    { measure: 'lands', from: 'quiet', to: 'early', is: 'more', atLeast: 0.8 },
    { measure: 'asks', from: 'late', to: 'early', is: 'less', atLeast: 3 },
    { measure: 'arrives', from: 'late', to: 'early', is: 'less', atLeast: 3 },
  ],
  takenAway: { words: 'nobody can ask', off: ['request'] },
};
