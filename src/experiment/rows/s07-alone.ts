import { hill, unrestIn } from './lands.ts';
import type { Row } from './row.ts';
import { scenarioText } from './world.ts';

const days = 35;
const events = `events:
  - { id: count, kind: election, at: day 7 20:00, where: hill, grievance: { value: 0.4, unit: '1', assumption: invented }, reach: { value: 0.3, unit: share, assumption: invented }, hours: 5, assumption: invented }
`;

/** S7: the same rules without any patron: a disciplined movement keeps to its Sundays, and a government can last alone. */
export const alone: Row = {
  id: 'S7',
  paragraph: 5,
  title: 'Alone, and on Sundays',
  states: 'The authors recall that in Belarus in 2020 many feared foreign troops and that the ruler managed alone.',
  asks: 'A land without a patron and without an alliance, under the same rules. Its movement is disciplined, or leaderless with a violent flank.',
  scenario: scenarioText('row-s7', 'Can a government manage alone?', days, [hill], [], events),
  mechanisms: ['shock', 'call', 'broadcast', 'spread', 'police', 'fire', 'seize', 'retake', 'obey', 'mobilise', 'strike', 'govern', 'deploy', 'fall'],
  values: { 'seize.smallestCrowd': 150 },
  settings: [
    { id: 'disciplined', words: 'with a disciplined movement', latent: { 'hill.discipline01': 0.9 } },
    { id: 'leaderless', words: 'with a leaderless one', latent: { 'hill.discipline01': 0.05 } },
  ],
  measures: [
    {
      id: 'sunday',
      words: 'share of outings from the second week on that begin on a Sunday',
      kind: 'share',
      of: (run) => {
        let sundays = 0;
        // hour 0 is a Monday
        for (let day = 13; day < days; day += 7) sundays += run.outings('hill', day * 24, day * 24 + 24);
        return sundays / Math.max(1, run.outings('hill', 168));
      },
    },
    { id: 'sites', words: 'buildings stormed', kind: 'count', of: (run) => run.logged('seized', 'hill').length },
    { id: 'dead', words: 'people killed', kind: 'people', of: (run) => run.country('hill', 'dead')[run.hours - 1]! },
    { id: 'lasts', words: 'the government lasts 28 days with no patron', kind: 'event', of: (run) => 1 - run.fallsWithin('hill', days) },
    { id: 'outings', words: 'outings', kind: 'people', of: (run) => run.outings('hill') },
  ],
  criteria: [
    { measure: 'sunday', from: 'leaderless', to: 'disciplined', is: 'more', atLeast: 0.05 },
    { measure: 'sites', from: 'leaderless', to: 'disciplined', is: 'less', atLeast: 0.5 },
    { measure: 'lasts', at: 'disciplined', is: 'above', share01: 0.5 },
  ],
  takenAway: { words: 'no gathering is called', off: ['call'] },
};
