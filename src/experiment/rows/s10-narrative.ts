import { hill, unrestIn, vale } from './lands.ts';
import { lever, type Row } from './row.ts';
import { meanOf } from './seen.ts';
import { scenarioText } from './world.ts';

const events = `events:
${unrestIn('hill', 'hill/r0/seat', 0.75, 0.5)}`;
/** Nothing at home answers story or network: what is left is what people abroad hear. */
const deafAtHome = { 'broadcast.narrativeLegitimacy': 0, 'spread.farWeight': 0, 'call.word01': 1 };

/** S10: the official story and the shutdown: standing at home, what far towns see, sympathy abroad. */
export const narrative: Row = {
  id: 'S10',
  paragraph: 6,
  title: 'The story and the switch',
  states: 'The authors hold that propaganda blames foreign forces and shows patriotic pictures.',
  asks: 'The same unrest with the official story told or not, and with the network open or shut; then once more with home deaf to both, so that only the neighbours can hear a difference.',
  scenario: scenarioText(
    'row-s10',
    'What do the official story and a shutdown change, at home and abroad?',
    12,
    [hill, { ...vale, neighbours: ['hill'] }],
    [],
    events,
  ),
  mechanisms: ['shock', 'call', 'broadcast', 'spread', 'police', 'mobilise', 'deploy', 'govern'],
  // how far a story reaches abroad is asked where it reaches at all: its range runs from nothing
  values: { 'broadcast.concessionLegitimacy': 0, 'spread.storyAbroad01': 'high' },
  latent: { 'hill.stateMedia01': 0.8 },
  settings: [
    { id: 'told', words: 'when the story is told', do: [lever('govern.shutdown', 'never')] },
    { id: 'untold', words: 'when nobody tells it', do: [lever('govern.shutdown', 'never'), lever('broadcast.narrative', 'silent')] },
    { id: 'shut', words: 'when the network is shut', do: [lever('govern.shutdown', 'now', 'hill'), lever('broadcast.narrative', 'silent')] },
    { id: 'deafTold', words: 'when only the neighbours can hear the story', do: [lever('govern.shutdown', 'never')], values: deafAtHome },
    {
      id: 'deafUntold',
      words: 'when nobody tells it and only the neighbours could hear',
      do: [lever('govern.shutdown', 'never'), lever('broadcast.narrative', 'silent')],
      values: deafAtHome,
    },
    {
      id: 'deafShut',
      words: 'when the network is shut and only the neighbours notice',
      do: [lever('govern.shutdown', 'now', 'hill'), lever('broadcast.narrative', 'silent')],
      values: deafAtHome,
    },
  ],
  measures: [
    { id: 'legitimacy', words: 'standing of the government at home, mean (0 to 1)', kind: 'index', of: (run) => meanOf(run.country('hill', 'legitimacy01')) },
    {
      id: 'farSeen',
      words: 'what a far town has seen of the movement, mean (0 to 1)',
      kind: 'index',
      of: (run) => meanOf(run.place('hill/r3/dell', 'seen01')),
    },
    { id: 'sympathy', words: 'sympathy in the land next door, mean (0 to 1)', kind: 'index', of: (run) => meanOf(run.country('vale', 'sympathy01')) },
    { id: 'outings', words: 'outings', kind: 'people', of: (run) => run.outings('hill') },
  ],
  criteria: [
    { measure: 'legitimacy', from: 'untold', to: 'told', is: 'more', atLeast: 0.01 },
    { measure: 'farSeen', from: 'untold', to: 'shut', is: 'less', atLeast: 0.01 },
    { measure: 'sympathy', from: 'deafUntold', to: 'deafTold', is: 'less', atLeast: 0.01 },
    { measure: 'sympathy', from: 'deafUntold', to: 'deafShut', is: 'less', atLeast: 0.01 },
  ],
  takenAway: { words: 'media say nothing and the network stays as it is', off: ['broadcast'] },
};
