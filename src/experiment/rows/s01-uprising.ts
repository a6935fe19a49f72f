import { hill, unrestIn } from './lands.ts';
import type { Row } from './row.ts';
import { meanOf, most } from './seen.ts';
import { scenarioText } from './world.ts';

const days = 14;

/** S1: a rally becomes an uprising, and an uprising wears out. */
export const uprising: Row = {
  id: 'S1',
  paragraph: 1,
  title: 'From one rally to a country',
  states: 'The authors hold that protest turned within days into an uprising against the government.',
  asks: 'Bread grows dearer in the whole land and one town is called to its square. People elsewhere see the rally, or see nothing; people tire, or never tire.',
  scenario: scenarioText(
    'row-s1',
    'Does one rally become an uprising, and does it wear out?',
    days,
    [hill],
    [],
    `events:\n${unrestIn('hill', 'hill/r1/mine', 0.55)}`,
  ),
  mechanisms: ['shock', 'call', 'spread', 'police', 'mobilise', 'deploy'],
  settings: [
    { id: 'seen', words: 'where people see each other' },
    { id: 'unseen', words: 'where nobody sees anybody', off: ['spread'] },
    {
      id: 'tireless',
      words: 'where nobody tires',
      values: { 'mobilise.tiredShare01': 0, 'mobilise.spentShare01': 0 },
    },
  ],
  measures: [
    { id: 'regions', words: 'regions of four with a gathering', kind: 'count', of: (run) => most(run.regionsReached('hill')) },
    {
      id: 'nationalHours',
      words: 'hours from the first rally to gatherings in every region (the run has 336)',
      kind: 'hours',
      of: (run) => {
        const regions = run.regionsReached('hill');
        const all = regions.indexOf(4);
        const first = regions.findIndex((n) => n > 0);
        return all < 0 || first < 0 ? run.hours : all - first;
      },
    },
    {
      id: 'left',
      words: 'people out in the last five days as a share of the peak',
      kind: 'share',
      of: (run) => meanOf(run.out('hill'), (days - 5) * 24) / Math.max(1, most(run.out('hill'))),
    },
    { id: 'peak', words: 'most people out at once', kind: 'people', of: (run) => most(run.out('hill')) },
  ],
  criteria: [
    { measure: 'regions', from: 'unseen', to: 'seen', is: 'more', atLeast: 1 },
    { measure: 'nationalHours', from: 'unseen', to: 'seen', is: 'less', atLeast: 48 },
    { measure: 'left', from: 'tireless', to: 'seen', is: 'less', atLeast: 0.05 },
  ],
  takenAway: { words: 'nobody goes out', off: ['mobilise'] },
};
