/** The words of all charts in English: the catalogue every other language must match key by key. */

export interface UnitWords {
  readonly one: string;
  readonly many: string;
  /** after a preposition: English knows no difference */
  readonly dative: string;
}

const s = (count: number, one: string, many: string) => (count === 1 ? one : many);

export const englishCharts = {
  units: { run: { one: 'run', many: 'runs', dative: 'runs' }, pair: { one: 'pair', many: 'pairs', dative: 'pairs' } },
  yes: 'yes',
  no: 'no',
  noRuns: 'no runs',
  of: (part: number, whole: number) => `${part} of ${whole}`,
  to: (low: string, high: string) => `${low} to ${high}`,
  inAll: (count: number, words: UnitWords) => (count === 1 ? `in the one ${words.one}` : `in all ${count} ${words.many}`),
  inSome: (part: number, whole: number, words: UnitWords) => `in ${part} of ${whole} ${words.many}`,
  range: (low: string, high: string, isAll: boolean, count: number, words: UnitWords) =>
    count === 1 ? `one ${words.one}` : isAll ? `all ${count} ${words.many} between ${low} and ${high}` : `90 % of ${words.many} between ${low} and ${high}`,
  atMost: (share: string) => `at most ${share}`,
  atLeast: (share: string) => `at least ${share}`,
  share: (share: string) => `${share} quantile`,
  half: '50 % of runs',
  most: '90 % of runs',
  smallestLargest: 'smallest – largest',
  smallestToLargest: (count: number) => `smallest to largest of ${count} ${s(count, 'run', 'runs')}`,
  oneRun: 'one run',
  singleRuns: 'single runs',
  recordWithRange: 'record, with its range',
  times: (zone: string) => `Times are ${zone}.`,
  scales: { linear: 'linear scale', sqrt: 'square-root scale', log: 'logarithmic scale, linear below ten' },
  columns: {
    group: 'group',
    smallest: 'smallest',
    median: 'median',
    largest: 'largest',
    withValue: (words: UnitWords) => `${words.many} with a value`,
    event: 'event',
    when: 'when',
    arm: 'arm',
    share: 'share',
    day: 'day',
    place: 'place',
    observation: 'observation',
    whenAndWhat: 'when and what',
    record: 'record',
    itsRange: 'its range',
    modelMedian: 'model median',
    verdict: 'verdict',
    quantity: 'quantity',
    medianDifference: 'median difference',
    interval: 'interval',
    equal: 'equal',
    step: 'step',
    medianHour: 'median hour',
  },
  dots: {
    finding: (median: string, range: string) => `median ${median}, ${range}`,
    isOne: (words: UnitWords) => `is one ${words.one}`,
    standsFor: (share: string, words: UnitWords) => `stands for ${share} of the ${words.many}`,
    plain: (one: string) => `Dot plot, where each dot ${one}.`,
    quantiles: (count: number, one: string) => `Quantile dot plot, ${count} dots per row, where each dot ${one}.`,
    note: (one: string, isEach: boolean) =>
      `Each dot ${one}: count dots to read a chance. ${isEach ? 'Dots are' : 'Dots stand at the quantiles 2.5 %, 7.5 % … 97.5 %,'} moved sideways by less than a dot so that they can be stacked.`,
  },
  bars: {
    finding: (longest: string) => `Runs with a fall ${longest}.`,
    alt: 'Bar chart of the share of runs with each event, by arm and horizon, with 90 % intervals or bounds.',
    note: 'Whiskers: 90 % Wilson interval for the number of runs made; it speaks of chance between runs, not of whether the model is right. Where no run or every run has the event, no share is drawn: the dashed box shows what the rule of three (3/n, one-sided 95 %) leaves open.',
    caption: 'Share of runs with the event',
    interval: '90 % interval or bound',
  },
  fan: {
    lead: (quantity: string) => `Largest number of ${quantity}.`,
    finding: (median: string, range: string) => `median ${median}, ${range}`,
    recordWords: ({ inside, of }: { readonly inside: number; readonly of: number }) =>
      of === 0 ? '' : `The range of the record meets the drawn range on ${inside} of ${of} ${s(of, 'day', 'days')}.`,
    alt: (quantity: string, panels: number, scale: string) =>
      `Chart of ${quantity} over time, ${panels} ${s(panels, 'panel', 'panels')}, ${scale}, with the record.`,
    vertical: (quantity: string, scale: string) => `Vertical: ${quantity}, ${scale}.`,
    fewNote: (count: number) =>
      `With ${count} ${s(count, 'run', 'runs')} no interval is given: the band spans smallest to largest, every run is a thin line, the thick one is the median of the hour.`,
    note: (shares: string) =>
      `Bands and median are taken hour by hour, so no single run need follow them; the thin lines are single runs, chosen by rank of their sum (${shares}).`,
    recordNote: 'Filled diamonds count the whole country; hollow ones count one place, so the country had at least as many.',
    part: 'record of one place',
    caption: (quantity: string) => `${quantity}, once a day`,
  },
  map: {
    noneLost: (runs: number) => `no place is lost in any of ${runs} ${s(runs, 'run', 'runs')}.`,
    lost: (lost: number, places: number, runs: number, name: string, lostRuns: number) =>
      `${lost} of ${places} places ${s(lost, 'is', 'are')} lost in at least one of ${runs} runs, most often ${name} (${lostRuns} ${s(lostRuns, 'run', 'runs')}).`,
    crowded: (name: string, crowd: string) => `The largest crowd, by the median of runs, stands in ${name}: ${crowd} people.`,
    alt: (places: number, runs: number) =>
      `Map of ${places} places. Area of a mark: largest crowd, median of ${runs} runs; shade: share of runs in which the place was lost.`,
    note: 'Circles are towns, squares the small towns and villages of a region taken together. Shade, in the five steps of the key: share of runs in which the crowd held the place at some hour. Borders: Natural Earth, 1:50 million, as drawn there; they take no side.',
    mark: (name: string, crowd: string, lost: string) => `${name}: largest crowd ${crowd} (median of runs, whole time); lost in ${lost} of runs`,
    people: (count: string) => `${count} people`,
    villages: 'villages of a region',
    shades: ['lost in no run', 'up to 10 % of runs', '10–33 %', '33–67 %', 'more than 67 %'],
    caption: (letter: string) => `Places of ${letter}, most often lost first`,
    residents: 'residents',
    largestCrowd: 'largest crowd, median',
    peakDay: 'median day of it',
    lostRuns: 'runs in which lost',
  },
  /** neighbours by the name the outline carries; those not listed keep it */
  abroad: {} as Readonly<Record<string, string>>,
  worlds: {
    same: (a: string, b: string) => `Every place is lost in as many runs of ${b} as of ${a}.`,
    finding: (a: string, b: string, more: number, fewer: number, same: number, name: string, difference: string) =>
      `Of ${more + fewer + same} places ${more} ${s(more, 'is', 'are')} lost in more runs of ${b} than of ${a}, ${fewer} in fewer, ${same} in as many; the largest difference is ${name} with ${difference}.`,
    alt: (first: string, second: string) =>
      `Three maps. First: ${first}. Second: ${second}. Third, the difference of the shares of runs in which a place is lost.`,
    note: (b: string) =>
      `Same ground, same sizes, same shades. In the third map a triangle pointing up marks a place lost in more runs of ${b}, pointing down in fewer; its area is the difference in percentage points. Differences of places lost in few runs are mostly chance.`,
    caption: 'Runs in which a place is lost, largest difference first',
    difference: (a: string, b: string) => `Difference ${b} − ${a}: share of runs in which the place is lost`,
    more: (b: string) => `lost in more runs of ${b}`,
    fewer: (b: string) => `in fewer runs of ${b}`,
    none: 'no difference',
  },
  intervals: {
    none: 'No observation is attached to this scenario.',
    finding: (in90: number, of: number, in50: number) =>
      `The ranges of ${in90} of ${of} observations meet the interval of 90 % of runs (of ${in50} that of 50 %), ${of - in90 === 0 ? 'none misses' : `${of - in90} ${s(of - in90, 'misses', 'miss')}`}.`,
    fewFinding: (hits: number, of: number, runs: number) =>
      `The ranges of ${hits} of ${of} observations meet what ${runs} ${s(runs, 'run spans', 'runs span')}, ${of - hits === 0 ? 'none misses' : `${of - hits} ${s(of - hits, 'misses', 'miss')}`}.`,
    alt: (arm: string) => `One row per observation: what the runs of arm ${arm} span, and the recorded value with its range.`,
    ownNote: 'Each row has its own scale. Where the largest number is over fifty times the smallest the scale is logarithmic.',
    commonNote: (quantity: string) => `All rows share one scale: ${quantity}, logarithmic, linear below ten.`,
    note: 'Nothing was tuned to these observations; with a sound 90 % interval about one observation in ten would miss. A thing that happened in fewer than 20 runs shows each of them instead of an interval.',
    fewNote: 'So few runs allow no interval: every run is a dot, the bar spans smallest to largest. A wider ensemble would span more.',
    caption: 'Record against model',
    log: 'log scale',
    happens: (events: number, trials: number) => `happens in ${events} of ${trials} ${s(trials, 'run', 'runs')}`,
    noValue: 'miss: happens in no run',
    meetsRange: (runs: number) => `within ${runs === 1 ? 'the one run' : `the ${runs} runs`}`,
    meetsHalf: 'meets 50 %',
    meetsMost: 'meets 90 %',
    above: 'miss: record above 90 %',
    below: 'miss: record below 90 %',
    aboveAll: (runs: number) => `miss: record above ${runs === 1 ? 'the one run' : `all ${runs} runs`}`,
    belowAll: (runs: number) => `miss: record below ${runs === 1 ? 'the one run' : `all ${runs} runs`}`,
    miss: 'miss',
  },
  differences: {
    finding: (parted: number, pairs: number, moved: number, rows: number) =>
      parted === 0
        ? `The worlds part in none of ${pairs} pairs: all ${rows} quantities are equal in every pair.`
        : `The worlds part in ${parted} of ${pairs} pairs; ${moved} of ${rows} quantities differ in at least one pair.`,
    alt: (a: string, b: string) => `One row per quantity: differences ${b} minus ${a} within pairs around a zero line.`,
    note: (b: string, isFew: boolean) =>
      `Dots are pairs that differ. Right of the line: higher or later in ${b}. Each row has its own scale, the same to both sides of zero. ${isFew ? 'So few pairs allow no interval: bars span smallest to largest.' : 'Bars hold 90 % of pairs; where fewer than 20 pairs have a value, smallest to largest.'} Falls: difference of the shares in percentage points with its 90 % interval for matched pairs (Agresti and Min 2005).`,
    caption: (a: string, b: string) => `Differences ${b} − ${a} within pairs`,
    higher: (b: string) => `pairs with ${b} higher`,
    lower: (b: string) => `${b} lower`,
    onlyIn: (letter: string) => `happens in ${letter} alone`,
    allPairs: 'smallest to largest, or interval of the shares',
    mostPairs: '90 % of pairs, or interval of the shares',
    onePair: 'one pair',
    zero: 'no difference',
    alone: (letter: string, pairs: number) => `in ${letter} alone in ${pairs} ${s(pairs, 'pair', 'pairs')}`,
    counts: (b: string, up: number, down: number, equal: number) =>
      up + down + equal === 0 ? 'in no pair in both' : `${b} higher in ${up}, lower in ${down}, equal in ${equal}`,
  },
  holders: {
    finding: (letter: string, taken: number, contested: number, places: number) =>
      `${letter}: in at least one run the crowd holds ${taken} of ${places} places for an hour or more, and ${contested} more ${s(contested, 'is', 'are')} contested.`,
    most: (name: string, share: string, day: string, letter: string) => `Most often ${name}, in ${share} of runs of ${letter} on ${day}.`,
    alt: 'Matrix of places by days; each cell is filled from below by the share of runs in which the crowd held the place and in which it was contested.',
    note: (drawn: number, slipped: number, places: number) =>
      `Each cell is one place on one day and counts the furthest the place slipped on it. ${drawn} of ${slipped} places that slipped in any run are drawn; the table has all of them. The other ${places - slipped} stay with the government in every run.`,
    crowd: 'held by the crowd',
    contested: 'contested',
    government: 'held by the government',
    none: 'No place leaves the hands of the government in any run.',
    cell: (name: string, day: string, crowd: string, contested: string) => `${name}, ${day}: crowd in ${crowd} of runs, contested in ${contested}`,
    caption: 'Share of runs by place and day; days with equal shares are taken together',
  },
  strips: {
    note: (isFew: boolean, runs: number) =>
      isFew ? `Lines: median of ${runs} ${s(runs, 'run', 'runs')}; bands: smallest to largest.` : 'Lines: median of runs; bands: 90 % of runs, hour by hour.',
  },
  timeline: {
    note: 'First time in each run. Bars span 90 % of the runs in which it happens, boxes 50 %; where these are fewer than 20, every run is a dot and the bar spans first to last.',
    drawn: (drawn: number, all: number) => `Drawn are the ${drawn} of ${all} that happen in most runs; the table has all.`,
    recordNote: 'Diamonds are the recorded hours.',
    range: 'first – last, or 90 %',
  },
};

type Widened<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : T extends readonly string[]
      ? readonly string[]
      : { readonly [K in keyof T]: Widened<T[K]> };

export type ChartWords = Widened<typeof englishCharts>;
