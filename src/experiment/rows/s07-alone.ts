import { hill } from './lands.ts';
import { lever, type Row } from './row.ts';
import type { Seen } from './seen.ts';
import { scenarioText } from './world.ts';

const days = 35;
const events = `events:
  - { id: count, kind: election, at: day 7 20:00, where: hill, grievance: { value: 0.4, unit: '1', assumption: invented }, reach: { value: 0.3, unit: share, assumption: invented }, hours: 5, assumption: invented }
`;

const open = [lever('govern.shutdown', 'never')];

/** Outings on a mean Sunday as a share of those and of a mean working day's, in weeks two to four; one half = no rhythm. */
function sundayShare(run: Seen): number {
  let sundays = 0;
  let workdays = 0;
  // hour 0 is a Monday; the working days right after the count still live on its call
  for (let day = 10; day < 28; day++) {
    const weekday = day % 7;
    if (weekday === 6) sundays += run.outings('hill', day * 24, day * 24 + 24) / 3;
    else if (weekday < 5) workdays += run.outings('hill', day * 24, day * 24 + 24) / 12;
  }
  return sundays + workdays < 1 ? 0.5 : sundays / (sundays + workdays);
}

/** Gatherings called for a Saturday or Sunday as a share of all; 2/7 where the calendar plays no part. */
function daysOff(run: Seen): number {
  const called = run.logged('gathering called', 'hill').map((hour) => Math.floor(hour / 24) % 7);
  return called.length === 0 ? 2 / 7 : called.filter((weekday) => weekday >= 5).length / called.length;
}

/** S7: the same rules without any patron: a disciplined movement keeps to its Sundays, and a government can last alone. */
export const alone: Row = {
  id: 'S7',
  paragraph: 5,
  title: 'Alone, and on Sundays',
  states: 'The authors recall that in Belarus in 2020 many feared foreign troops and that the ruler managed alone.',
  asks: 'A land without a patron and without an alliance, under the same rules. Its movement is disciplined, or leaderless with a violent flank.',
  scenario: scenarioText('row-s7', 'Can a government manage alone?', days, [hill], [], events),
  mechanisms: ['shock', 'call', 'broadcast', 'spread', 'police', 'fire', 'seize', 'retake', 'obey', 'mobilise', 'strike', 'govern', 'deploy', 'fall'],
  values: { 'seize.smallestCrowd': 150, 'call.dayOffPull': 2.8, 'call.reach01': 0.65, 'call.waitForDayOff01': 'high', 'shock.halfLifeDays': 'high' },
  settings: [
    { id: 'disciplined', words: 'with a disciplined movement', latent: { 'hill.discipline01': 0.9 }, do: open },
    { id: 'leaderless', words: 'with a leaderless one', latent: { 'hill.discipline01': 0.05 }, do: open },
  ],
  measures: [
    { id: 'sunday', words: "a Sunday's outings as a share of a Sunday's and a working day's, in weeks two to four", kind: 'share', of: sundayShare },
    { id: 'daysOff', words: 'gatherings called for a day off as a share of all', kind: 'share', of: daysOff },
    { id: 'sites', words: 'buildings stormed', kind: 'count', of: (run) => run.logged('seized', 'hill').length },
    { id: 'dead', words: 'people killed', kind: 'people', of: (run) => run.country('hill', 'dead')[run.hours - 1]! },
    { id: 'lasts', words: 'the government lasts five weeks with no patron', kind: 'event', of: (run) => 1 - run.fallsWithin('hill', days) },
    { id: 'outings', words: 'outings', kind: 'people', of: (run) => run.outings('hill') },
  ],
  criteria: [
    { measure: 'sunday', from: 'leaderless', to: 'disciplined', is: 'more', atLeast: 0.03 },
    { measure: 'daysOff', from: 'leaderless', to: 'disciplined', is: 'more', atLeast: 0.1 },
    { measure: 'sites', from: 'leaderless', to: 'disciplined', is: 'less', atLeast: 0.5 },
    { measure: 'lasts', at: 'disciplined', is: 'above', share01: 0.5 },
  ],
  takenAway: { words: 'gatherings that are called reach nobody', values: { 'call.reach01': 0 } },
};
