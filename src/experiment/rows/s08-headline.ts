import { hill, pact, plain } from './lands.ts';
import { lever, type Row, type Setting } from './row.ts';
import type { Seen } from './seen.ts';
import { scenarioText } from './world.ts';

const events = `events:
  - { id: count, kind: election, at: day 2 18:00, where: hill, grievance: { value: 0.5, unit: '1', assumption: invented }, reach: { value: 0.1, unit: share, assumption: invented }, hours: 5, assumption: invented }
  - { id: again, kind: call, at: day 5 17:00, everyDays: 2, where: hill, reach: { value: 0.4, unit: share, assumption: invented }, hours: 5, assumption: invented }
`;

const without = [lever('request.asked', 'forbidden')];
const granted = [lever('decide.patron', 'grants')];

/** Strength of the signal on units and crowds alike: both ends of the prior, which runs from -.1 to .3, and no signal at all. */
const withHelp = [-0.1, 0, 0.3].map((signal): Setting => ({
  id: `with ${signal}`,
  words: `with intervention and a signal of ${String(signal).replace('-', '−')}`,
  do: granted,
  values: { 'support.signalToUnits': signal, 'support.signalToCrowds': signal },
  at: signal,
  line: 'with intervention',
}));

const fallsWithin = (days: number) => ({
  id: `days${days}`,
  words: `the government falls within ${days} days`,
  kind: 'event' as const,
  of: (run: Seen) => run.fallsWithin('hill', days, 24),
});

/** S8: the headline counterfactual, over the range of the signal nobody can identify. */
export const headline: Row = {
  id: 'S8',
  paragraph: 5,
  title: 'With and without intervention',
  states: 'The authors hold that without outside intervention the protests would most likely have ended the regime within days or weeks.',
  asks: 'The same uprising with and without intervention, at both ends of the range of the unidentified signal and without any signal; and without intervention under a cohesive elite whose forces hold and under a divided one. Calls go on every other day. What a patron who stands by is worth to those who stay, how many police the troops free and how fast an elite drops its head stand at the upper ends of their ranges.',
  scenario: scenarioText(
    'row-s8',
    'Does the government fall within 7, 14, 28 days?',
    30,
    [hill, { ...plain, neighbours: ['hill'] }],
    [{ ...pact, contributions: { plain: 300 } }],
    events,
  ),
  mechanisms: [
    'shock',
    'call',
    'broadcast',
    'spread',
    'police',
    'fire',
    'seize',
    'retake',
    'obey',
    'mobilise',
    'strike',
    'govern',
    'deploy',
    'request',
    'decide',
    'ratify',
    'send',
    'support',
    'fall',
  ],
  // fall.*: the elite and not the count of loyal units is what ends governments here; at the middle of its range hardly any elite
  // would move within a month, helped or not. decide and obey: what help is worth to those who stay is known within hours, and an elite
  // stays as cohesive as the setting says
  values: {
    'govern.turnoutWeight': 'high',
    'shock.halfLifeDays': 'high',
    'support.freedPerForeign': 'high',
    'deploy.guardWorth01': 'high',
    'obey.patronBelief': 'high',
    'obey.cohesionLoss': 'low',
    'decide.expectationHours': 'low',
    'fall.headPerHour': 'high',
    'fall.loyalShare01': 'low',
  },
  latent: { 'hill.cohesion01': 0.65, 'hill.loyalty01': 0.9 },
  axis: 'signal of the decision to units and crowds (prior −.1 to .3)',
  settings: [
    { id: 'without', words: 'without intervention', do: without, line: 'without intervention' },
    ...withHelp,
    {
      id: 'firm',
      words: 'without intervention under a cohesive elite whose forces hold',
      do: [...without, lever('obey.loyalty', 'unshaken')],
      latent: { 'hill.cohesion01': 0.98, 'hill.loyalty01': 0.98 },
      line: 'without, cohesive elite',
    },
    {
      id: 'divided',
      words: 'without intervention under a divided elite',
      do: without,
      latent: { 'hill.cohesion01': 0.1, 'hill.loyalty01': 0.4 },
      line: 'without, divided elite',
    },
  ],
  measures: [fallsWithin(7), fallsWithin(14), fallsWithin(28)],
  criteria: [
    { measure: 'days28', at: 'firm', is: 'below', share01: 0.2 },
    { measure: 'days28', at: 'divided', is: 'above', share01: 0.8 },
    // help without any signal: what the troops do, the police they free, and what the patron's consent is worth to those who stay
    { measure: 'days28', from: 'without', to: 'with 0', is: 'less', atLeast: 0.1 },
  ],
  besides: [{ measure: 'days28', from: 'with -0.1', to: 'with 0.3' }],
  takenAway: { words: 'no elite and no unit lets the government go', off: ['fall'] },
};
