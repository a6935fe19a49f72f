import { hill, pact, plain, unrestIn, vale } from './lands.ts';
import { lever, type Row, type RowValue, type Setting } from './row.ts';
import type { Seen } from './seen.ts';
import { scenarioText } from './world.ts';

const events = `events:
${unrestIn('hill', 'hill/r0/seat', 0.45, 0.5)}`;
const sender = { ...vale, mustRatify: true };
const members = { ...pact, members: ['hill', 'vale', 'plain'], contributions: { plain: 150, vale: 150 } };

const parliament = (id: string, words: string, does: string, values: Readonly<Record<string, RowValue>> = {}): Setting => ({
  id,
  words,
  do: [lever('decide.patron', 'grants'), lever('ratify.parliament', does, 'vale')],
  values,
});

/** Hours from the patron's decision to the member's consent; the run's end where it never comes. */
function hoursToConsent(run: Seen): number {
  const consent = Math.min(run.firstHour('parliament consents', 'vale'), run.firstHour('member consents', 'vale'));
  return consent === run.hours ? run.hours : consent - run.firstHour('help granted', 'hill');
}

/** S12: a parliament that must vote: quorum, delay, refusal. */
export const ratification: Row = {
  id: 'S12',
  paragraph: 7,
  title: 'A parliament in the way',
  states: "The authors note that Kyrgyzstan's parliament had not approved support.",
  asks: 'The patron has decided; one member may send only with its parliament. Its members come in numbers or stay away, its parliament is asked or passed over, or it refuses.',
  scenario: scenarioText('row-s12', 'What does a parliament that must vote change?', 12, [hill, sender, plain], [members], events),
  mechanisms: ['shock', 'call', 'spread', 'police', 'mobilise', 'deploy', 'govern', 'request', 'decide', 'ratify', 'send'],
  values: { 'govern.turnoutWeight': 'high' },
  settings: [
    parliament('word', "when the government's word is enough", 'consents'),
    parliament('full', 'when a well-attended parliament must vote', 'as-decided', { 'ratify.attendance01': 0.85 }),
    parliament('thin', 'when a thinly attended parliament must vote', 'as-decided', { 'ratify.attendance01': 0.45 }),
    parliament('refuses', 'when the parliament refuses', 'refuses'),
  ],
  measures: [
    { id: 'hours', words: "hours from the patron's decision to the member's consent (288 = never)", kind: 'hours', of: hoursToConsent },
    { id: 'empty', words: 'sessions without a quorum', kind: 'count', of: (run) => run.logged('no quorum', 'vale').length },
    { id: 'sent', words: 'troops the member sends', kind: 'people', of: (run) => run.country('vale', 'sentPeople').reduce((a, b) => Math.max(a, b), 0) },
  ],
  criteria: [
    { measure: 'hours', from: 'word', to: 'thin', is: 'more', atLeast: 6 },
    { measure: 'empty', from: 'full', to: 'thin', is: 'more', atLeast: 0.5 },
    { measure: 'sent', from: 'word', to: 'refuses', is: 'less', atLeast: 100 },
  ],
  takenAway: { words: 'nobody can consent', off: ['ratify'] },
};
