/**
 * The government looks at the danger every few hours and takes the next steps of its ladder: concede,
 * call up, emergency, shut the network, move forces, allow fire, ask for help. Steps differ in where
 * they stand by the government's past record, never by its name.
 */
import { clamp, exp } from '../../base/maths.ts';
import { even, type Mechanism, type RunState } from '../contract.ts';
import type { CountryField } from '../../world/fields.ts';

interface Rung {
  readonly name: string;
  readonly field: CountryField;
  readonly threshold: (run: RunState, c: number) => number;
}

/** In order. A rung is taken when threat passes its threshold; each threshold has its own luck. */
const rungs: readonly Rung[] = [
  {
    name: 'concession',
    field: 'conceded',
    threshold: (run, c) => run.value('govern.concede') + run.value('govern.concedeRecord') * (0.3 - run.world.countries.latents[c]!.concedeReadiness01),
  },
  { name: 'call-up of police', field: 'callUp01', threshold: (run) => run.value('govern.callUp') },
  { name: 'state of emergency', field: 'emergency01', threshold: (run) => run.value('govern.emergency') },
  { name: 'network shutdown', field: 'shutdown01', threshold: (run, c) => run.value('govern.shutdown') - 0.1 * run.world.countries.latents[c]!.stateMedia01 },
  { name: 'forces ordered to move', field: 'moving01', threshold: (run) => run.value('govern.move') },
  {
    name: 'lethal force allowed',
    field: 'fire01',
    threshold: (run, c) => run.value('govern.fire') + run.value('govern.fireRecord') * (0.2 - run.world.countries.latents[c]!.lethalReadiness01),
  },
  { name: 'help asked for', field: 'asked01', threshold: (run) => run.value('govern.ask') },
];

/** What is lifted after days of calm, and ends with the group that ordered it. */
const measures = ['emergency01', 'shutdown01', 'moving01', 'fire01', 'callUp01'] as const;

const leverOf: Partial<Record<CountryField, string>> = {
  conceded: 'govern.concession',
  shutdown01: 'govern.shutdown',
  fire01: 'govern.fire',
  emergency01: 'govern.emergency',
  asked01: 'request.asked',
};

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
  ],
  writes: [
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
    even('govern.fireRecord', '1', 2, 0.5, 3.5, 'how far the record of lethal response moves that', { source: 'Mass Mobilization; size ASSUMPTION' }),
    even('govern.ask', '1', 0.7, 0.5, 0.9, 'threat at which help is asked for', { assumption: 'Kazakhstan: hours after Almaty was lost' }),
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
    { id: 'govern.fire', values: ['as-decided', 'never'], meaning: 'order allowing lethal force' },
  ],
  prepare(run) {
    const { world, next } = run;
    const every = Math.max(1, Math.round(run.value('govern.everyHours')));
    const spread = run.value('govern.spread01');
    const calmHours = run.value('govern.calmDays') * 24;
    const callUpShare = run.value('govern.callUpShare01');
    const callUpPerHour = callUpShare / run.value('govern.callUpHours');
    const thresholds = world.countries.keys.map((key, c) =>
      rungs.map((r, k) => clamp(r.threshold(run, c) + spread * (2 * run.luck(key, 'ladder', k) - 1), 0.02, 1.5)),
    );
    const calmSince = (run.memory['govern.calmSince'] ??= new Float64Array(world.countries.count));
    return () => {
      const { now, hour } = run;
      for (let c = 0; c < world.countries.count; c++) {
        const threat = threatOf(run, c);
        next.country.threat01[c] = threat;
        const calledUp = now.country.callUp01[c]!;
        if (calledUp > 0 && calledUp < callUpShare) next.country.callUp01[c] = Math.min(callUpShare, calledUp + callUpPerHour);
        const key = world.countries.keys[c]!;
        if (now.country.groupOut[c]! > 0) {
          for (const field of measures) next.country[field][c] = 0;
          continue;
        }
        const shutsNow = run.lever('govern.shutdown', key) === 'now';
        if (run.lever('govern.concession', key) === 'now' && now.country.conceded[c] === 0) take(c, 0, threat, 0);
        if (shutsNow && now.country.shutdown01[c] === 0) take(c, 3, threat, 0);
        if (threat >= 0.1) calmSince[c] = hour;
        if ((hour + c) % every !== 0) continue;
        for (let k = 0; k < rungs.length; k++) {
          const { field } = rungs[k]!;
          const lever = leverOf[field];
          const level = thresholds[c]![k]! * (field === 'conceded' ? 1 + 0.6 * now.country.conceded[c]! : 1);
          const taken = field === 'conceded' ? now.country.conceded[c]! >= 3 : now.country[field][c]! > 0;
          // a step already taken in this sitting (a lever set to "now") is not taken twice
          if (taken || threat < level || next.country[field][c] !== now.country[field][c]) continue;
          if (lever && ['never', 'none', 'forbidden'].includes(run.lever(lever, key))) continue;
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

    function threatOf(r: RunState, c: number): number {
      const { now } = r;
      if (now.country.turnout[c] === 0 && now.country.placesLost[c] === 0 && now.country.strikePressure01[c]! < 0.001) return 0;
      const residents = Math.max(1, world.countries.residents[c]!);
      let aside = 0;
      let crowded = 0;
      let lost = 0;
      for (let i = world.countries.firstPlace[c]!; i < world.countries.endPlace[c]!; i++) {
        if (now.place.control[i] === 2) lost += Math.sqrt(world.places.residents[i]! / residents);
        if (world.places.uncoupled[i] || now.place.crowd[i]! < 100) continue;
        crowded++;
        aside += now.place.unitsAside01[i]!;
      }
      let chief = 0;
      for (const i of [world.countries.seat[c]!, world.countries.chiefCity[c]!])
        chief = Math.max(chief, now.place.crowd[i]! / Math.max(1, world.places.residents[i]!) / 0.01, now.place.control[i] === 2 ? 1 : 0);
      const sum =
        r.value('govern.turnoutWeight') * ((now.country.turnout[c]! * 1000) / residents) +
        r.value('govern.regionsWeight') *
          (now.country.regionsOut[c]! / Math.max(1, world.countries.regions[c]!)) *
          Math.min(1, (now.country.turnout[c]! * 5000) / residents) +
        r.value('govern.placesWeight') * lost +
        r.value('govern.seatWeight') * Math.min(2, chief) +
        r.value('govern.strikeWeight') * now.country.strikePressure01[c]! +
        (crowded > 0 ? (r.value('govern.asideWeight') * aside) / Math.max(5, crowded) : 0);
      return 1 - exp(-sum);
    }
  },
};
