/**
 * The government looks at the danger every few hours and takes the next steps of its ladder: concede,
 * call up, emergency, shut the network, move forces, allow fire, ask for help. Steps differ in where
 * they stand by the government's past record, never by its name.
 */
import { even, type Mechanism } from '../contract.ts';
import { explainGovernment } from './explain.ts';
import { answerOf, levelNow, rungDraw, rungs, setNow, sits, sittingEvery, standing } from './ladder.ts';
import { threatOf, threatTerms } from './threat.ts';
import { learner } from './vigilance.ts';

/** What is lifted after days of calm, and ends with the group that ordered it. */
const measures = ['emergency01', 'shutdown01', 'moving01', 'fire01', 'callUp01'] as const;

export const govern: Mechanism = {
  id: 'govern',
  does: 'the government weighs the danger and climbs or descends its ladder',
  base: 'Mass Mobilization response rates; history 1.6, 1.7',
  reads: [
    'country.turnout',
    'country.regionsOut',
    'country.placesLost',
    'country.strikePressure01',
    'place.crowd',
    'place.control',
    'place.unitsAside01',
    'country.groupOut',
    'country.asked01',
    'country.callUp01',
    'country.conceded',
    'country.emergency01',
    'country.fire01',
    'country.moving01',
    'country.rung',
    'country.shutdown01',
    'country.vigilance01',
    'country.visible01',
  ],
  writes: [
    'country.vigilance01',
    'country.threat01',
    'country.rung',
    'country.conceded',
    'country.callUp01',
    'country.emergency01',
    'country.shutdown01',
    'country.moving01',
    'country.fire01',
    'country.asked01',
  ],
  draws: ['ladder'],
  parameters: [
    even('govern.everyHours', 'h', 3, 1, 6, 'hours between two sittings', { assumption: 'three within the night of 5 January 2022' }),
    even('govern.turnoutWeight', '1', 0.25, 0.1, 0.5, 'danger of one person per thousand residents in the street', { assumption: 'scale of the threat index' }),
    even('govern.regionsWeight', '1', 0.5, 0.2, 0.9, 'danger of gatherings in every region, from 0.2 people per thousand out', {
      assumption: 'scale of the threat index',
    }),
    even('govern.placesWeight', '1', 1, 0.5, 2, 'danger of towns lost, times the square root of their share of residents', {
      assumption: 'scale of the threat index; a lost metropolis (a tenth of the country: .33) weighs more than a small town',
    }),
    even('govern.seatWeight', '1', 0.3, 0.1, 0.6, 'danger of crowds of 1 % in the seat or the chief city', { assumption: 'scale of the threat index' }),
    even('govern.strikeWeight', '1', 0.5, 0.2, 1, 'danger of full strike pressure', { assumption: 'scale of the threat index' }),
    even('govern.asideWeight', '1', 0.8, 0.3, 1.5, 'danger of units standing aside in all crowded places', { assumption: 'scale of the threat index' }),
    even('govern.concede', '1', 0.25, 0.1, 0.45, 'threat at which a government of average record concedes', {
      assumption: 'ladder thresholds were not identified by the prototype',
    }),
    even('govern.concedeRecord', '1', 0.6, 0.2, 1, 'how far the record of accommodation moves that', {
      source: 'Mass Mobilization, doi:10.7910/DVN/HTTWYL; size ASSUMPTION',
    }),
    even('govern.callUp', '1', 0.15, 0.05, 0.3, 'threat at which police are called up', { assumption: 'early' }),
    even('govern.emergency', '1', 0.45, 0.25, 0.7, 'threat at which an emergency is declared', { assumption: 'Kazakhstan: after the night of 4 January' }),
    even('govern.shutdown', '1', 0.5, 0.3, 0.75, 'threat at which the network is shut', { assumption: 'evening of 4 / afternoon of 5 January' }),
    even('govern.move', '1', 0.4, 0.2, 0.6, 'threat at which army and interior troops move', { assumption: 'ladder' }),
    even('govern.fire', '1', 0.6, 0.35, 0.85, 'threat at which lethal force is allowed, average record', { assumption: 'ladder' }),
    even('govern.fireRecord', '1', 0.6, 0, 1.5, 'how far the record of lethal response moves that, from .46, the mean of all countries (zero inside)', {
      source: 'Mass Mobilization; size ASSUMPTION',
    }),
    even('govern.ask', '1', 0.7, 0.5, 0.9, 'threat at which help is asked for', { assumption: 'Kazakhstan: hours after Almaty was lost' }),
    even('govern.vigilance', '1', 0.1, 0, 0.25, 'how much lower call-up, emergency, shutdown and order to move stand at full alarm abroad (zero inside)', {
      source: 'Beissinger 2007 (Perspectives on Politics): later regimes learn; size ASSUMPTION',
    }),
    even('govern.vigilanceDays', 'day', 14, 5, 40, 'half-life of that alarm', { assumption: 'weeks: neighbours stay on guard after a wave' }),
    even('govern.spread01', '1', 0.08, 0.02, 0.15, 'scatter of each threshold around its mean', { assumption: 'cabinets differ' }),
    even('govern.calmDays', 'day', 4, 2, 8, 'days of calm until measures are lifted', { assumption: 'Kazakhstan: 12 to 19 January' }),
    even('govern.callUpShare01', 'share', 0.25, 0.1, 0.4, 'share of all police added to the shift by a call-up', {
      assumption: 'from a third to more than half on duty',
    }),
    even('govern.callUpHours', 'h', 50, 25, 90, 'hours a call-up takes', { assumption: 'prototype 35-70 h, widened' }),
  ],
  levers: [
    { id: 'govern.concession', values: ['as-decided', 'never', 'now'], meaning: 'concessions' },
    { id: 'govern.emergency', values: ['as-decided', 'never'], meaning: 'state of emergency' },
    { id: 'govern.shutdown', values: ['as-decided', 'never', 'now'], meaning: 'network shutdown' },
    { id: 'govern.learning', values: ['as-decided', 'none'], meaning: 'whether a government is warned by what it sees in other member states' },
    { id: 'govern.fire', values: ['as-decided', 'never'], meaning: 'order allowing lethal force' },
  ],
  prepare(run) {
    const { world, next } = run;
    const every = sittingEvery(run);
    const calmHours = run.value('govern.calmDays') * 24;
    const callUpShare = run.value('govern.callUpShare01');
    const callUpPerHour = callUpShare / run.value('govern.callUpHours');
    const stands = world.countries.keys.map((_, c) => rungs.map((__, k) => standing(run, c, k, rungDraw(run, c, k))));
    const learn = learner(run);
    const calmSince = (run.memory['govern.calmSince'] ??= new Float64Array(world.countries.count));
    return () => {
      const { now, hour } = run;
      for (let c = 0; c < world.countries.count; c++) {
        const threat = threatOf(threatTerms(run, c));
        next.country.threat01[c] = threat;
        learn(c);
        const calledUp = now.country.callUp01[c]!;
        if (calledUp > 0 && calledUp < callUpShare) next.country.callUp01[c] = Math.min(callUpShare, calledUp + callUpPerHour);
        const key = world.countries.keys[c]!;
        if (now.country.groupOut[c]! > 0) {
          for (const field of measures) next.country[field][c] = 0;
          continue;
        }
        const shutsNow = run.lever('govern.shutdown', key) === 'now';
        for (let k = 0; k < rungs.length; k++) if (setNow(run, c, rungs[k]!.field)) take(c, k, threat, 0);
        if (threat >= 0.1) calmSince[c] = hour;
        if (!sits(hour, c, every)) continue;
        for (let k = 0; k < rungs.length; k++) {
          const { field } = rungs[k]!;
          const level = levelNow(run, c, k, stands[c]![k]!);
          // a step already taken in this sitting (a lever set to "now") is not taken twice
          if (next.country[field][c] !== now.country[field][c]) continue;
          if (answerOf(run, c, k, threat, level) !== 'taken') continue;
          take(c, k, threat, level);
        }
        if (
          hour - calmSince[c]! > calmHours &&
          now.country.rung[c]! > 0 &&
          measures.some((field) => now.country[field][c]! > 0 && !(shutsNow && field === 'shutdown01'))
        ) {
          for (const field of measures) if (!(shutsNow && field === 'shutdown01')) next.country[field][c] = 0;
          run.log('measures lifted', 'govern', c, -1, { calmHours: hour - calmSince[c]!, threat01: threat });
        }
      }
    };

    function take(c: number, k: number, threat: number, threshold: number): void {
      const { field, name } = rungs[k]!;
      if (field === 'conceded') next.country.conceded[c]! += 1;
      else if (field === 'callUp01') next.country.callUp01[c] = callUpPerHour;
      else next.country[field][c] = 1;
      next.country.rung[c]! += 1;
      run.log(name, 'govern', c, -1, {
        threat01: threat,
        threshold,
        turnout: run.now.country.turnout[c]!,
        regionsOut: run.now.country.regionsOut[c]!,
        placesLost: run.now.country.placesLost[c]!,
      });
    }
  },
  explain: (run, subject) => (subject.of === 'government' ? explainGovernment(run, subject.row) : []),
};
