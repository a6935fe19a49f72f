/** Why somebody goes out or stays in, and what moves a place, by the forms and rates of the rule itself. */
import { classCount } from '../../world/people/layout.ts';
import { Onlooker, type Sight } from '../../world/people/onlooker.ts';
import { Status, type Mood } from '../../world/people/people.ts';
import { nominalDegree } from '../../world/people/ties.ts';
import type { Explanation, RunState, Term, Tipping } from '../contract.ts';
import { smallestFirst, sumOf, tippingTerms, tippingValue } from '../tipping.ts';
import { formOf, newMood, type Form } from './forms.ts';
import { newReach, reachOf, type Reach } from './reach.ts';

/** Everything of one place in the hour about to begin. Police and fire of that hour come first and are not seen yet. */
interface Scene {
  readonly form: Form;
  readonly mood: Mood;
  readonly reach: Reach;
  readonly people: Onlooker;
}

function sceneOf(run: RunState, i: number): Scene {
  const form = formOf(run);
  const mood = newMood(run.world.hardships);
  const reach = newReach();
  reachOf(run)(i, reach);
  form.feel(i, reach.tied, mood);
  return { form, mood, reach, people: new Onlooker(run.world.settlement, run.world.hours, run.people.save(), run.hour) };
}

/** The terms of the rule for one person, in the words of the form; they add up to what is held against the threshold. */
function termsOf(run: RunState, i: number, who: Sight, mood: Mood): { terms: Term[]; threshold: number } {
  const { place, country } = run.now;
  const c = run.world.places.country[i]!;
  const v = (name: string) => run.value(`mobilise.${name}`);
  const share: readonly [number, number] = [0, 1];
  const term = (name: string, value: number, weight: number, range?: readonly [number, number]): Term => ({
    name,
    value,
    weight,
    unit: '1',
    ...(range && { range }),
  });
  const anger = [
    term('hardship, times 1 − legitimacy', mood.hardships[who.hardshipClass]!, mood.openness01, share),
    term('grievance at events, times 1 − legitimacy', who.isWorker ? mood.grievanceWorkers01 : mood.grievanceOthers01, mood.openness01, share),
    term('outrage at force', place.outrage01[i]!, v('outrageWeight'), share),
    term('resentment at foreign troops', country.resentment01[c]!, v('resentmentWeight'), share),
    term('sympathy where own troops are sent', country.sentPeople[c]! > 0 ? country.sympathy01[c]! : 0, v('sendingWeight'), share),
    term('expectation that a patron steps in', country.expectation01[c]!, -v('expectationWeight'), share),
  ];
  const degree = nominalDegree({ region: run.value('ties.region'), country: run.value('ties.country'), border: run.value('ties.border') });
  const tiesOut01 = mood.tieWeight > 0 ? who.activeTies / degree : 0;
  switch (run.variant('mobilise')) {
    case 'epstein':
      return { terms: [...anger, term('danger of arrest or injury, times fear', mood.risk, -who.fear01, share)], threshold: v('epsteinThreshold') };
    case 'kuran': {
      const alone01 = (1 - place.seen01[i]!) * (1 - Math.min(1, tiesOut01));
      return {
        terms: [
          ...anger,
          term('share who do not oppose, times fear', alone01, -who.fear01 * v('reputationWeight'), share),
          term('danger of being out, times fear', place.risk01[i]!, -who.fear01 * v('riskWeight')),
        ],
        threshold: v('kuranThreshold'),
      };
    }
    default:
      return {
        terms: [
          ...anger,
          term('share of ties that are out', tiesOut01, v('tieWeight'), share),
          term('what is seen of the movement', place.seen01[i]!, v('seenWeight'), share),
          term('danger of being out, times fear', place.risk01[i]!, -who.fear01 * v('riskWeight')),
        ],
        threshold: v('threshold'),
      };
  }
}

/** What would turn the willingness of one person, the smallest change first. */
function turningPoints(run: RunState, i: number, who: Sight, terms: readonly Term[], threshold: number, mood: Mood): Tipping[] {
  const over = sumOf(terms) - threshold;
  const legitimacy = run.now.country.legitimacy01[run.world.places.country[i]!]!;
  const hurt = mood.hardships[who.hardshipClass]! + (who.isWorker ? mood.grievanceWorkers01 : mood.grievanceOthers01);
  let feared = 0;
  for (const { name, value, weight } of terms) if (name.endsWith('times fear')) feared -= (value * weight!) / who.fear01;
  return smallestFirst([
    ...tippingTerms(terms, threshold),
    tippingValue('legitimacy of the government', legitimacy, legitimacy + over / hurt, '1', [0, 1]),
    tippingValue('own fear', who.fear01, who.fear01 + over / feared, '1', [mood.lowestFear01, 1]),
  ]);
}

const standing: Readonly<Record<number, string>> = {
  [Status.out]: 'is out already',
  [Status.resting]: 'is at home, resting from an outing',
  [Status.spent]: 'has been out and does not come again',
  [Status.detained]: 'is in custody',
  [Status.injured]: 'is injured',
  [Status.dead]: 'is dead',
};

/** One resident: is he willing, is he reached, do his ties ring. Nothing for a slot in which nobody lives. */
export function explainPerson(run: RunState, i: number, index: number): Explanation[] {
  const { form, mood, reach, people } = sceneOf(run, i);
  const who = people.person(i, index, mood.lowestFear01);
  if (!who.isResident) return [];
  const name = `person ${index} of ${run.world.places.names[i]!}`;
  const { hour } = run;
  if (!who.isMovable) {
    const last = run.world.settlement.residents[i]!.movable;
    const measure = (text: string, value: number) => ({ name: text, value, unit: '1' });
    const total = measure('number of the person', index);
    const threshold = measure('first number of those who cannot be moved', last);
    return [{ subject: name, hour, rule: 'mobilise: go out', terms: [], total, threshold, answer: 'never goes out, whatever happens', tipping: [] }];
  }
  const subject = `${name} (hardship class ${who.hardshipClass + 1} of ${classCount}, ${who.isWorker ? 'in a strikeable trade' : 'outside strikeable trades'}, fear ${who.fear01.toFixed(3)}, ${who.activeTies} ties out)`;
  const grievance = who.isWorker ? mood.grievanceWorkers01 : mood.grievanceOthers01;
  const willing = form.rule(mood.hardships[who.hardshipClass]!, who.fear01, grievance, who.activeTies, mood);
  const { terms, threshold } = termsOf(run, i, who, mood);
  const perHour = who.isWorker ? reach.workersPerHour : reach.othersPerHour;
  const reached = who.mark <= who.clock + perHour;
  const rung = who.ring <= who.tieClock + reach.tiePerHour;
  const free = who.status === Status.idle;
  const by = [...(reached ? ['by calls or people seen'] : []), ...(rung ? ['by a tie'] : [])].join(' and ');
  const decides = willing ? (by ? `sets out: willing, and reached ${by}` : 'stays in: willing, but nothing reaches him in this hour') : 'stays in: not willing';
  const clocked = (rule: string, decision: string, clock: number, mark: number, rate: number, parts: readonly Term[], answer: string): Explanation => ({
    subject,
    hour,
    rule,
    terms: parts,
    total: { name: 'clock of the place at the end of the hour', value: clock + rate, unit: '1' },
    threshold: { name: 'his next mark on it today', value: mark, unit: '1' },
    draw: { decision, value: mark },
    answer,
    tipping: smallestFirst([tippingValue('rate of the hour', rate, mark - clock, 'per h')]),
  });
  const called = run.now.place;
  return [
    {
      subject,
      hour,
      rule: `mobilise: go out (${run.variant('mobilise')})`,
      terms,
      total: { name: 'anger, less what it costs him', value: sumOf(terms), unit: '1' },
      threshold: { name: 'threshold', value: threshold, unit: '1' },
      answer: free ? decides : `${standing[who.status]!}; ${willing ? 'would be willing' : 'would not be willing'}`,
      tipping: turningPoints(run, i, who, terms, threshold, mood),
    },
    clocked(
      'mobilise: reached by calls and people seen',
      'reach',
      who.clock,
      who.mark,
      perHour,
      [
        { name: 'share of any rate that a curfew leaves', value: reach.outside01, unit: '1' },
        { name: 'share of the free rate that the hour leaves', value: reach.free01, unit: '1' },
        { name: 'reach of calls to all', value: called.callReach01[i]!, unit: 'share' },
        ...(who.isWorker ? [{ name: 'reach of calls to workers alone', value: called.workersCallReach01[i]!, unit: 'share' }] : []),
        { name: 'reach of the sight of people out', value: reach.seenHere01, unit: 'share' },
      ],
      reached ? 'reached' : 'not reached',
    ),
    ...(who.activeTies === 0
      ? []
      : [
          clocked(
            'mobilise: reached by ties',
            'reach by ties',
            who.tieClock,
            who.ring,
            reach.tiePerHour,
            [{ name: 'ties out', value: who.activeTies, unit: 'ties' }],
            rung ? 'reached' : 'not reached',
          ),
        ]),
  ];
}

/** A place: how the middle one of those who can be moved stands, and who sets out. */
export function explainPlace(run: RunState, i: number): Explanation[] {
  const { form, mood, reach, people } = sceneOf(run, i);
  const { now, hour } = run;
  const { movable: slots } = run.world.settlement.residents[i]!;
  if (slots === 0) return [];
  const subject = run.world.places.names[i]!;
  const middle = { ...people.person(i, Math.floor(slots / 2), mood.lowestFear01), fear01: (1 + mood.lowestFear01) / 2, activeTies: 0 };
  const { terms, threshold } = termsOf(run, i, middle, mood);
  const census = people.census(i, mood, form.rule);
  const setOut = people.whoSetsOut(i, mood, form.rule, reach.othersPerHour, reach.tiePerHour, reach.workersPerHour).size;
  const heads = (name: string, value: number): Term => ({ name, value, unit: 'people' });
  const shares = (name: string, value: number): Term => ({ name, value, unit: 'share' });
  const strength = Math.max(now.place.crowd[i]!, now.place.crowdStrength[i]!);
  const enough = now.place.force[i]! / run.value('police.criticalRatio');
  return [
    {
      subject: `${subject}, somebody of middling hardship and fear, no ties out`,
      hour,
      rule: `mobilise: willing (${run.variant('mobilise')})`,
      terms,
      total: { name: 'anger, less what it costs', value: sumOf(terms), unit: '1' },
      threshold: { name: 'threshold', value: threshold, unit: '1' },
      answer: `${census.willing} of ${census.movable} residents who can be moved are willing, ${census.willingAtHome} of them free to go`,
      tipping: turningPoints(run, i, middle, terms, threshold, mood),
    },
    {
      subject,
      hour,
      rule: 'mobilise: set out',
      terms: [
        heads('people in the street', now.place.crowd[i]!),
        shares('share a cordon keeps away', now.place.cordon01[i]!),
        heads('residents out', census.byStatus[Status.out]!),
        heads('residents resting', census.byStatus[Status.resting]!),
        heads('residents who do not come again', census.byStatus[Status.spent]!),
        heads('residents in custody', census.byStatus[Status.detained]!),
        heads('residents injured or dead', census.byStatus[Status.injured]! + census.byStatus[Status.dead]!),
        shares('share of any rate that a curfew leaves', reach.outside01),
        shares('share of the free rate that the hour leaves', reach.free01),
        shares('reach of calls to all', now.place.callReach01[i]!),
        shares('reach of calls to workers alone', now.place.workersCallReach01[i]!),
        shares('reach of the sight of people out', reach.seenHere01),
        { name: 'rate of being reached', value: reach.othersPerHour, unit: 'per h' },
        { name: 'rate of being reached, workers', value: reach.workersPerHour, unit: 'per h' },
        { name: 'rate of being reached by one tie', value: reach.tiePerHour, unit: 'per h' },
      ],
      total: heads('set out in this hour', setOut),
      threshold: heads('willing and free to go', census.willingAtHome),
      answer: setOut === 0 ? 'nobody sets out' : `${setOut} set out`,
      // courage in numbers: the crowd at which danger takes its step
      tipping: enough > 0 ? smallestFirst([tippingValue('crowd, counted with its arms, at which danger takes its step', strength, enough, 'people')]) : [],
    },
  ];
}
