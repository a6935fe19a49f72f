/** The words of the report in English: the catalogue every other language must match key by key. */
import { englishFields, englishKinds, englishQuantities, englishSites } from './log-words-en.ts';

const s = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const englishText = {
  kinds: englishKinds,
  sites: englishSites,
  fields: englishFields,
  quantities: englishQuantities,
  page: {
    skip: 'Skip to the content',
    contents: 'Contents',
    numbers: (caption: string) => `The numbers: ${caption}`,
    /** empty: nothing in the page is in another language than the page */
    otherLanguage: '',
    foot: (notice: string, version: string) => `${notice} Made by Unrest ${version}. Outlines: Natural Earth, public domain.`,
  },
  notice: {
    headings: {
      'uncalibrated: prior draws': 'Uncalibrated: prior draws',
      'fitted to base rates': 'Fitted to base rates of many campaigns, not to this case',
    } as Readonly<Record<string, string>>,
    model: 'Model result, not a forecast.',
    drawn: {
      'uncalibrated: prior draws': 'Parameters are drawn from prior ranges and not fitted to the record.',
      'fitted to base rates':
        'Parameters are drawn from ranges, some of them moved and narrowed to the base rates of many campaigns; none is fitted to this record.',
    } as Readonly<Record<string, string>>,
    read: 'Read the differences between the arms before the levels, and the misses before the hits.',
  },
  sections: {
    short: 'In short',
    compared: 'What was compared',
    outcomes: 'Outcomes',
    differences: 'Both worlds and their difference',
    partings: 'First divergence',
    places: 'Where, and who holds what',
    turnout: 'People out, against the record',
    record: 'The rest of the record against the model',
    forces: 'Forces',
    clock: 'The clock of the alliance',
    decisions: 'Decisions',
    assumptions: 'Assumptions',
    sources: 'Sources',
    care: 'With care',
    reproduce: 'How to make this again',
  },
  compared: {
    nothingSet: 'nothing is set, everything as the model decides',
    inFrom: (where: string, when: string) => `${where ? ` in ${where}` : ''} from ${when}`,
    failed: (count: number) => `${count} ${s(count, 'run', 'runs')} failed`,
    failedMore: 'Failed runs are missing from every table and chart below. Each can be run again by its own command.',
    paired:
      'The arms of a pair have the same people, the same parameters and the same luck; they differ only where an arm sets something, and in what follows from it. Each pair draws its parameters anew from their ranges.',
    few: (pairs: number) =>
      `${pairs} ${s(pairs, 'pair is', 'pairs are')} few: no intervals are interpolated, every run is shown, and smallest and largest are named instead.`,
    pairs: 'Pairs',
    failedRuns: 'Failed runs',
    seed: 'Seed',
    time: 'Time',
    span: (from: string, to: string, zone: string) => `${from} to ${to} (${zone})`,
    engine: 'Engine',
    scenario: 'Scenario',
    hash: 'input hash',
    command: 'Command',
  },
  falls: { head: 'head of government out', group: 'ruling group out', seat: 'seat of government lost for 72 hours' },
  within: (days: number) => `within ${days} days`,
  measures: {
    peakTurnout: 'most people out at once',
    placesEverLost: 'places lost at some hour',
    detained: 'detained by the end',
    dead: 'dead by the end',
    requestHour: 'help requested',
    decisionHour: 'alliance decides',
    firstLandingHour: 'first foreign troops land',
  },
  units: { people: 'people', places: 'places', hour: 'h' },
  outcomes: {
    outcome: 'outcome',
    caption: (arms: string) => `Outcomes by arm. ${arms}`,
    withinPairs: (b: string) => `${b} − A, within pairs`,
    higher: (b: string) => `pairs with ${b} > A`,
    bothIn: (pairs: number) => `both in ${pairs} pairs`,
    inNoPair: 'in no pair',
    runs: (part: number, whole: number) => `${part} of ${whole} runs`,
    minMax: (range: string) => `all: ${range}`,
    note: (b: string, clock: string) =>
      `Counts and hours: median, and below it the interval that holds 90 % of runs (of pairs for differences) among those in which it happened; where these are fewer than 20, “all:” with smallest and largest. Falls: runs with it, and below their share the 90 % Wilson interval, or the rule-of-three bound (3/n) where no run or every run has it; the difference is in percentage points with a 90 % interval for matched pairs (Agresti and Min 2005), and “${b} > A” counts pairs in which it happens in ${b} alone. Horizons are counted from ${clock}. Quantiles are of type R-7.`,
    fallTitle: 'Does the government fall?',
    threeMeanings: 'Three meanings of “fall” are kept apart, because they give different answers.',
  },
  findings: {
    oneArm: 'There is one arm only, so nothing is compared.',
    noPair: 'No pair ended, so nothing is compared.',
    says: (a: string, b: string, pairs: number, higher: number, equal: number, lower: number, median: string) =>
      `With the same parameters and the same luck, the peak of people out is higher in ${b} than in ${a} in ${higher} of ${pairs} ${s(pairs, 'pair', 'pairs')}, equal in ${equal} and lower in ${lower} (median difference ${median}).`,
    falls: (runsA: number, runsB: number, falls: string) => `Within 28 days, of ${runsA} runs of A and ${runsB} of B: ${falls}.`,
    fall: (words: string, a: number, b: number) => `${words} ${a} and ${b}`,
    saysNot:
      'It does not say how likely any of this was or is: the parameters are drawn from ranges and not fitted to the record, and the intervals count chance between runs of this model, not the chance that the model is wrong.',
    none: (runs: number, bound: string) => `“None of ${runs} runs” is not “impossible”: it leaves up to ${bound}.`,
    neverPart: (pairs: number) => `The worlds part in none of ${pairs} ${s(pairs, 'pair', 'pairs')}: what differs between the arms was never asked for.`,
    part: (parted: number, pairs: number, kinds: string, more: boolean) =>
      `The worlds part in ${parted} of ${pairs} ${s(pairs, 'pair', 'pairs')}. What differs first, with the median hour: ${kinds}${more ? '; and others' : ''}.`,
    kind: (left: string, right: string, pairs: number, when: string) => `in A ${left}, in B ${right} (${pairs} ${s(pairs, 'pair', 'pairs')}, ${when})`,
  },
  places: {
    day: 'Day shown on the maps:',
    whole: 'whole time',
    sliderNote:
      'Far left: the whole time. Else the largest crowd of that day (median of runs) and the share of runs in which the place was lost on it. The map of differences always shows the whole time. Arrow keys move the slider by a day.',
    holders: 'Who holds what',
    rural: 'small towns and villages',
    worlds: 'Two worlds',
  },
  turnout: {
    quantity: 'people out on the day',
    about: 'The record is drawn over the first arm only. It counts what was reported; the model counts everybody who goes out on that day, once.',
    fromHere: (day: string) => `${day}: 7, 14, 28 days from here`,
    byPlace: 'The same, count by count',
  },
  record: {
    none: 'No record is attached to this scenario, so nothing here has been checked against what happened.',
    about:
      'Nothing is fitted to this record: this is what the ranges expect, against what was recorded. Misses are shown as they fall. A wide interval is easily met, and so are things that did not happen; observations the scenario was told are left out.',
    sources: (count: number) => `Sources of the ${count} ${s(count, 'observation', 'observations')}`,
    wholeCourse: 'whole course',
    happens: (part: number, whole: number) => `happens in ${part} of ${whole} runs`,
    kinds: { outcome: '', input: 'told to the scenario' } as Readonly<Record<string, string>>,
  },
  parting: {
    quantity: 'hour at which the two worlds of a pair first differ',
    group: (pairs: number) => `A against B, ${pairs} ${s(pairs, 'pair', 'pairs')}`,
    never: 'never part',
    identical: 'Up to the hour given here the two worlds of a pair are identical in everything that is recorded.',
    someNever: (never: number, pairs: number) =>
      `In ${never} of ${pairs} ${s(pairs, 'pair', 'pairs')} the two worlds never part: what was set changed nothing that is recorded.`,
    others: 'In the others they are identical in everything that is recorded up to the hour given here.',
    noPairs: 'No pairs were compared.',
    what: 'What differs first',
    caption: 'What each world has first that the other has not, commonest first',
    first: (letter: string) => `first in ${letter}`,
    noEntry: 'nothing logged',
    higher: 'higher',
    lower: 'lower',
    differs: 'other',
    pairs: 'pairs',
    rarer: (count: number) => `${count} rarer first differences are not listed.`,
    example: 'One pair in words',
    exampleHead: (pair: number, when: string, left: string, right: string) =>
      `Pair ${pair}, the middle one by hour: until ${when} both worlds are the same to the last person. Then the first difference: in A ${left}; in B ${right}.`,
    alone: (letter: string, list: string) => `In the seven days after it happens in ${letter} alone: ${list}.`,
    bothOtherHour: (list: string) => `In both, at another hour: ${list}.`,
    nothing: 'In the seven days after it no decision differs; what differs is on the streets.',
    end: (list: string) => `By the end, A and B: ${list}.`,
    and: ' and ',
  },
  forces: {
    titles: ['police that obey', 'interior troops that obey', 'army that obeys', 'standing aside', 'changed sides', 'foreign contingent'] as readonly string[],
    finding: (letter: string, refused: string, range: string, own: string, foreign: string) =>
      `${letter}: of ${own} own people of the forces the median run has at most ${refused} standing aside or on the other side at once (${range}); at most ${foreign} foreign troops are in the country.`,
    alt: 'Six small panels over time, both worlds in each: police, interior troops and army that obey, own strength standing aside, own strength that changed sides, foreign contingent.',
    note: 'Vertical: people. Own units count with their full strength; the model takes no member of a unit off its strength. All panels start at zero, each has its own height.',
    caption: 'Strength by day, 18:00',
  },
  clock: {
    alt: 'One row per step from the request to the withdrawal; marks of every arm on a common clock, and the recorded hours.',
    finding: (letter: string, asked: number, granted: number, landed: number, runs: number) =>
      `${letter}: help is requested in ${asked} of ${runs} runs, granted in ${granted}, and foreign troops land in ${landed}.`,
    delay: (hours: string) => `Where they land in A, the median time from request to landing is ${hours}.`,
    caption: 'Steps of the alliance',
    inPlace: 'contingent in place and on guard (nine tenths of its largest strength)',
    gone: 'last foreign troops have left',
    nothing: 'In no run is help requested, so there is no clock to show; the record’s hours are in the section on the record.',
    hours: (hours: string) => `${hours} h`,
  },
  decisions: {
    about:
      'First time each happens in a run, in order of the median hour. Steps of the alliance have their own clock above; dated inputs of the scenario are under assumptions.',
    none: 'No decisions were logged.',
    alt: 'One row per decision or event; marks of every arm on a common clock.',
    finding: (kinds: number, first: string, when: string, most: string, runs: number, of: number) =>
      `${kinds} kinds of decision and event occur. First by the median hour: ${first} (${when}); most often in A: ${most} (${runs} of ${of} runs).`,
    caption: 'Decisions and events',
  },
  assumptions: {
    count: (inputs: number, sourced: number, partly: number, assumed: number, memory: number) =>
      `Of ${inputs} numbers ${sourced} carry a source for value and range; ${partly} have a source for direction, order or a neighbouring case while their size or range is an ASSUMPTION; ${assumed} rest on ASSUMPTION alone${memory > 0 ? `; ${memory} ${s(memory, 'is', 'are')} from memory and unchecked` : ''}.`,
    exact: (count: number) =>
      count === 0
        ? 'Every number states a range.'
        : `${count} ${s(count, 'number states', 'numbers state')} no range and ${s(count, 'is', 'are')} used as if certain, which ${s(count, 'it is', 'they are')} not; ${s(count, 'it is', 'they are')} marked “no range”.`,
    range: 'A range is what a pair may draw from, not an estimate of error.',
    scenarioTitle: (count: number) => `Inputs of the scenario (${count})`,
    scenarioCaption: 'Inputs of the scenario and of its world',
    modelTitle: (count: number) => `Parameters of the model (${count})`,
    modelCaption: 'Parameters with their prior ranges',
    middle: (value: string): string => `drawn around ${value}`,
    input: 'input',
    parameter: 'parameter',
    valueRange: 'value and range',
    priorRange: 'prior range',
    basis: 'what it rests on',
    noRange: 'no range',
    noSource: 'no source given',
    memory: 'FROM MEMORY',
    partly: 'source for the direction only',
    switchedOff: 'switched off',
    leftOut: 'left out of this scenario',
    kinds: { price: 'price', election: 'election', arrest: 'arrest', death: 'death', decree: 'decree', call: 'call', callHome: 'call to go home' } as Readonly<
      Record<string, string>
    >,
    /** units as parameters state them; those not listed stay */
    units: {} as Readonly<Record<string, string>>,
    everyDays: (days: number) => `every ${days} days`,
    onlyInWave: (wave: string) => `only in arms with the wave ${wave}`,
    grievance: 'grievance',
    reach: 'share who hear of it',
    setByHand: (name: string, country: string) => `${name} of ${country}, set by hand`,
    setByScenario: (id: string) => `${id}, set by the scenario`,
    population: 'population',
    police: 'police',
    interior: 'interior troops',
    army: 'army',
    strikeable: 'share in work whose stoppage presses',
    lift: 'lift per day',
    contingent: 'largest contingent',
    landing: 'decision to first landing',
    wouldSend: (member: string) => `would send, ${member}`,
    variantsTitle: 'Published forms of rules',
    variantsAbout: 'Where the literature has more than one form of a rule, each pair draws one; both arms of a pair share it.',
    variantsCaption: 'Published forms and the pairs that drew them',
    oneOf: (forms: string) => `ASSUMPTION: each as likely as another; one of ${forms}`,
    onlyForm: 'ASSUMPTION: this form and no other',
    mechanism: 'mechanism',
    form: 'form',
    pairs: 'pairs',
  },
  sources: {
    none: 'No source is listed.',
    about: 'Links lead out of this file and are opened only by you.',
    memory: 'Unchecked',
    noSource: 'no source stated',
  },
  care: {
    people:
      'Institutions and offices act in this model; no private person appears in it, and leaders only by their office. The dead, the injured and the detained are counts of the model, set beside the counts that were reported; behind the reported ones stand people.',
    statements: 'Statements of documents are attributed to their authors. That the program examines a statement neither adopts nor rejects it.',
    force:
      'The program explains what follows from assumptions. It must not be used to plan force against people, and it has no function that looks for the best use of force, for any side.',
    namesTitle: 'Names',
    names:
      'Places bear the names in official use at the time of the scenario, in a common Latin spelling; later or other names may be as good or better. Borders and names on maps take no side in any dispute.',
  },
  reproduce: {
    engine: (version: string, seed: number) => `Engine ${version}, seed ${seed}, input hash`,
    same: 'With the same three, the same command makes the same histories, byte for byte; a run whose fingerprint differs is not the one shown here.',
    title: (pairs: number) => `Fingerprints of all ${pairs} pairs`,
    caption: 'Fingerprint of each run',
    pair: 'pair',
  },
  terminal: {
    pairs: (pairs: number, seed: number) => `${pairs} ${s(pairs, 'pair', 'pairs')}, seed ${seed}.`,
    failed: (count: number) => `${count} ${s(count, 'run', 'runs')} failed and ${s(count, 'is', 'are')} missing below`,
    ofRuns: (isFew: boolean) => (isFew ? 'smallest – largest' : '90 % of runs'),
    ofPairs: (isFew: boolean) => (isFew ? 'smallest – largest' : '90 % of pairs'),
    counted: (from: string) =>
      `counted from ${from}: runs with it (90 % interval or bound), difference in percentage points, pairs with it in B alone, pairs alike`,
    higherEqual: (letter: string, higher: string, equal: string) => `${letter} > A in ${higher} pairs, equal in ${equal}`,
  },
};

type Widened<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : T extends readonly string[]
      ? readonly string[]
      : T extends Readonly<Record<string, string>>
        ? { readonly [K in keyof T]: string }
        : { readonly [K in keyof T]: Widened<T[K]> };

/** What a language has to say: every key of the English catalogue. */
export type ReportText = Widened<typeof englishText>;
