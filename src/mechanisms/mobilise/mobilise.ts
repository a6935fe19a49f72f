/**
 * Who goes out: a person is willing when hardship, ties, what is seen and outrage outweigh the
 * threshold and fear times risk, and goes when a call, people seen or active ties reach him.
 * Nobody starts alone. The people themselves are kept by `world/people`.
 */
import type { OutingRule } from '../../world/people/people.ts';
import { even, ofVariant, type Mechanism, type RunState } from '../contract.ts';
import { formOf, newMood } from './forms.ts';
import { newReach, reachOf } from './reach.ts';
import { explainPerson, explainPlace } from './why.ts';

export const mobilise: Mechanism = {
  id: 'mobilise',
  does: 'everybody reached who is willing goes out; those whose time is up go home',
  base: 'Granovetter 1978; Kuran 1991; Epstein 2002 with a step of Lemos 2015; Siegel 2009; Bonnasse-Gahot 2018',
  reads: [
    'place.crowd',
    'place.seen01',
    'place.outrage01',
    'place.risk01',
    'place.fear01',
    'place.force',
    'place.crowdStrength',
    'place.grievanceOthers01',
    'place.grievanceWorkers01',
    'place.callReach01',
    'place.callHours',
    'place.company',
    'place.workersCallReach01',
    'place.homeCall01',
    'place.curfew01',
    'place.cordon01',
    'country.legitimacy01',
    'country.resentment01',
    'country.expectation01',
    'country.sentPeople',
    'country.sympathy01',
    'country.headOut',
    'country.groupOut',
    'people',
    'country.turnout',
  ],
  writes: ['people', 'place.crowd', 'place.outings'],
  draws: ['reach', 'reach by ties', 'outing', 'rest', 'travel'],
  variants: ['threshold', 'epstein', 'kuran'],
  parameters: [
    ...ofVariant('threshold', [
      even('mobilise.threshold', '1', 0.46, 0.43, 0.49, 'tau, which fixes the unit of the decision', {
        assumption: 'prototype .52-.65 for everybody; lower for those who can be moved, as low as quiet weeks stay quiet (docs/controls.md)',
      }),
    ]),
    ...ofVariant('epstein', [
      even('mobilise.epsteinThreshold', '1', 0.29, 0.24, 0.34, 'T of G - N > T: grievance that bears no danger at all', {
        assumption:
          'Epstein T = .1 for hardship spread evenly over everybody; here those who can be moved are aggrieved as a whole: as low as quiet weeks stay quiet (docs/controls.md)',
      }),
      even('mobilise.arrestConstant', '1', 2.3, 1.2, 3.5, 'k in P = 1-exp(-k floor(C/A)): how sure arrest seems once the police suffice', {
        source: 'Epstein 2002, doi:10.1073/pnas.092080199: 2.3, so that P is .9 for one officer a head; the range is an ASSUMPTION',
      }),
    ]),
    ...ofVariant('kuran', [
      even('mobilise.kuranThreshold', '1', 0.25, 0.2, 0.3, 'private anger that speaking one’s mind is not worth even among friends', {
        assumption: 'as low as quiet weeks stay quiet (docs/controls.md); seeing others lowers the price here, not the threshold',
      }),
      even('mobilise.reputationWeight', '1', 0.6, 0.3, 1, 'weight of fear times the standing lost by opposing while nobody else does', {
        assumption: 'Kuran 1991 gives the form, no number; as heavy as danger',
      }),
    ]),
    even('mobilise.riskWeight', '1', 0.55, 0.3, 0.9, 'weight of fear times risk', { assumption: 'prototype .35-.9, widened' }),
    even('mobilise.seenWeight', '1', 0.28, 0.18, 0.38, 'weight of what is seen of the movement', { assumption: 'prototype .20-.37, widened by half' }),
    even('mobilise.tieWeight', '1', 0.12, 0.02, 0.22, 'weight of the share of ties that are out', { assumption: 'prototype .02-.19, widened' }),
    even('mobilise.outrageWeight', '1', 0.22, 0.08, 0.36, 'weight of outrage', {
      assumption: 'prototype .03-.18; widened upwards because low force enlarges the next crowd (literature 7.1), which it could not do below',
    }),
    even('mobilise.resentmentWeight', '1', 0.05, 0, 0.12, 'weight of resentment at foreign troops (zero inside)', { assumption: 'size ours' }),
    even('mobilise.sendingWeight', '1', 0.04, 0, 0.1, 'weight of sympathy with those against whom the own government has sent troops (zero inside)', {
      assumption: 'S11; size ours',
    }),
    even('mobilise.expectationWeight', '1', 0.04, 0, 0.1, 'courage taken by the expectation that a patron would step in (zero inside)', {
      assumption: 'S13; size ours',
    }),
    even('mobilise.joinPerHour', 'per h', 0.25, 0.12, 0.4, 'hourly rate of going out for a willing person fully exposed', { assumption: 'prototype .12-.39' }),
    even('mobilise.exposure', '1', 4, 1.5, 8, 'D: exposure to people seen, 1-exp(-D A/M) with M movable residents', {
      assumption: 'a crowd of a tenth of those who could come reaches a third of the others within the hour',
    }),
    even('mobilise.scattered01', 'share', 0.2, 0.08, 0.4, 'exposure in the villages of a region as a share of that in a town: they have no common square', {
      assumption: 'a region has some hundred villages',
    }),
    even('mobilise.tieReach', 'per h', 0.04, 0.01, 0.1, 'hourly rate of being reached by one active tie', { assumption: 'a message or two an evening' }),
    even('mobilise.night01', 'share', 0.27, 0.15, 0.4, 'share of the day rate at night', { assumption: 'prototype .2-.35' }),
    even('mobilise.workHours01', 'share', 0.6, 0.3, 0.9, 'share of the evening rate in working hours of a working day', { assumption: 'work cost' }),
    even('mobilise.curfewObeyed01', 'share', 0.5, 0.2, 0.8, 'share of exposure a curfew removes', {
      assumption: 'curfews dampen most (Dornschneider-Elkink & Edmonds 2022)',
    }),
    even('mobilise.stayHours', 'h', 3.9, 2.6, 5.2, 'mean length of an outing', { assumption: 'prototype 2.6-5.2 h' }),
    even('mobilise.tiredShare01', 'share', 0.32, 0.2, 0.45, 'share of outings after which somebody must rest for days', { assumption: 'prototype .2-.43' }),
    even('mobilise.restDays', 'day', 7, 3, 13, 'mean length of that rest', { assumption: 'prototype 3-13 days' }),
    even('mobilise.spentShare01', 'share', 0.08, 0.02, 0.2, 'share of outings after which somebody does not come again', {
      source: 'Bonnasse-Gahot et al. 2018: a stock that is used up; size ASSUMPTION',
    }),
    even('mobilise.travelShare01', 'share', 0.05, 0.01, 0.12, 'share of those setting out who go to a larger gathering elsewhere', {
      assumption: 'oil workers travelled to Aktau, 4 January 2022',
    }),
    even('mobilise.travelHours', 'h', 4, 2, 8, 'longest way people make for that', { assumption: 'half a day' }),
  ],
  levers: [{ id: 'mobilise.ties', values: ['as-they-are', 'silent'], meaning: 'whether active ties reach and move people' }],
  prepare(run) {
    const { world, people } = run;
    const v = (name: string) => run.value(`mobilise.${name}`);
    const form = formOf(run);
    const reachIn = reachOf(run);
    const travel = new Destinations(run, v('travelHours'));
    const outing: OutingRule = {
      stayHours: v('stayHours'),
      tiredShare01: v('tiredShare01'),
      restDays: v('restDays'),
      spentShare01: v('spentShare01'),
      travelShare01: v('travelShare01'),
      destinations: travel.destinations,
      travelHours: travel.hours,
    };
    const mood = newMood(world.hardships);
    const reach = newReach();
    return () => {
      const { now, next } = run;
      for (let i = 0; i < world.places.count; i++) {
        if (now.place.homeCall01[i]! > 0) people.sendHome(i, now.place.homeCall01[i]!);
        reachIn(i, reach);
        form.feel(i, reach.tied, mood);
        people.ask(i, mood, form.rule, reach.othersPerHour, reach.tiePerHour, reach.workersPerHour);
      }
      travel.choose();
      people.settle(outing);
      for (let i = 0; i < world.places.count; i++) {
        next.place.crowd[i] = people.present[i]!;
        next.place.outings[i] = people.outings[i]!;
      }
    };
  },
  explain: (run, subject) =>
    subject.of === 'place' ? explainPlace(run, subject.row) : subject.of === 'person' ? explainPerson(run, subject.row, subject.person) : [],
};

/** Where each place's travellers go: the largest gathering in the country within reach, if larger than their own. */
class Destinations {
  readonly destinations: Int32Array;
  readonly hours: Int32Array;
  private readonly run: RunState;
  private readonly longest: number;

  constructor(run: RunState, longestHours: number) {
    this.run = run;
    this.longest = longestHours;
    this.destinations = new Int32Array(run.world.places.count);
    this.hours = new Int32Array(run.world.places.count);
  }

  choose(): void {
    const { world, now } = this.run;
    this.destinations.fill(-1);
    for (let c = 0; c < world.countries.count; c++) {
      if (now.country.turnout[c] === 0) continue;
      const gatherings: number[] = [];
      for (let j = world.countries.firstPlace[c]!; j < world.countries.endPlace[c]!; j++)
        if (now.place.crowd[j]! > 0 && !world.places.uncoupled[j] && now.place.cordon01[j] === 0) gatherings.push(j);
      // the largest first, of equal ones the first: whichever is the first within reach is the one
      gatherings.sort((a, b) => now.place.crowd[b]! - now.place.crowd[a]! || a - b);
      for (let i = world.countries.firstPlace[c]!; i < world.countries.endPlace[c]!; i++) {
        if (world.places.uncoupled[i]) continue;
        const j = gatherings.find((g) => now.place.crowd[g]! <= now.place.crowd[i]! || world.travelHours[i * world.places.count + g]! <= this.longest);
        if (j === undefined || now.place.crowd[j]! <= now.place.crowd[i]!) continue;
        this.destinations[i] = j;
        this.hours[i] = Math.max(1, Math.ceil(world.travelHours[i * world.places.count + j]!));
      }
    }
  }
}
