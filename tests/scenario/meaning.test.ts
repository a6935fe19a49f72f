/** Mistakes of meaning: units, spreads, times, sources, places, words of mechanisms; `¦` marks the expected line and column. */
import { describe, expect, test } from 'vitest';
import { loadScenario } from '../../src/scenario/load.ts';
import { expectOne, type Case } from './one-mistake.ts';
import { changed, inlinePath, inlineText, readerOf, vocabulary } from './tiny.ts';

const inline: readonly Case[] = [
  ['a negative population of a country', '{ value: 9, unit: thousand people', '{ value: ¦-9, unit: thousand people', 'QUANTITY_RANGE', 'is -9000'],
  [
    'two places with one key',
    '  links:\n',
    '    - { key: ¦freeland/north/hilltown, name: Other, latitude: 51, longitude: 61, population: 0, source: census }\n  links:\n',
    'NAME_DUPLICATE',
    'two places are called "freeland/north/hilltown"; the first is in line 31',
  ],
  [
    'two places of one name in a region',
    '  links:\n',
    '    - { key: freeland/north/other, name: ¦Hilltown, latitude: 51, longitude: 61, population: 0, source: census }\n  links:\n',
    'NAME_DUPLICATE',
    'two places of one region are called "Hilltown"',
  ],
  [
    'a key that contradicts its country',
    'country: freeland, region: north, key: hilltown',
    'country: bigland, region: north, key: ¦freeland/north/hilltown',
    'WORLD_KEY',
    'does not agree with the country and region beside it',
  ],
  ['a link to nowhere', 'to: freeland/north/hilltown, hours', 'to: ¦freeland/north/hiltown, hours', 'NAME_UNKNOWN', 'did you mean freeland/north/hilltown?'],
  ['a link to itself', 'to: freeland/north/hilltown, hours', 'to: ¦freeland/centre/capital, hours', 'LINK_SELF', 'linked to itself'],
  ['an event nowhere', 'where: freeland/north/hilltown', 'where: ¦freeland/nort/hilltown', 'NAME_UNKNOWN', 'did you mean freeland/north/hilltown?'],
  ['an event nowhere, in a list', 'where: freeland/north/hilltown', 'where: [freeland, freeland/north, ¦freland]', 'NAME_UNKNOWN', 'did you mean freeland?'],
  ['a source nobody declared', 'source: paper\nlatent', 'source: ¦papr\nlatent', 'SOURCE_UNKNOWN', 'did you mean paper?'],
  [
    'a source nobody declared, in a quantity',
    'range: [24, 72], source: paper',
    'range: [24, 72], source: ¦toString',
    'SOURCE_UNKNOWN',
    'the source "toString" is not declared',
  ],
  [
    'a source without an address',
    "paper: { title: A paper, address: 'https://example.org/paper'",
    "paper: { title: A paper, address: ¦''",
    'SOURCE_ADDRESS',
    'the source "paper" has no address',
  ],
  [
    'a source without the key address',
    "paper: { title: A paper, address: 'https://example.org/paper',",
    'paper: ¦{ title: A paper,',
    'SOURCE_ADDRESS',
    'has no address',
  ],
  [
    'a source of scenario and world',
    '  paper: {',
    "  ¦census: { title: C, address: 'https://example.org' }\n  paper: {",
    'NAME_DUPLICATE',
    'the first is in the world',
  ],
  ['a date that is none', 'at: 2022-01-02T11:00+05:00', 'at: ¦2022-02-30T11:00+05:00', 'CLOCK_DATE', 'there is no such day'],
  ['a date without an offset', 'at: 2022-01-02T11:00+05:00', 'at: ¦2022-01-02T11:00', 'CLOCK_DATE', 'end it with an offset'],
  ['a start without an offset', 'from: 2022-01-02T00:00+06:00', 'from: ¦2022-01-02T00:00', 'CLOCK_DATE', 'end it with an offset'],
  ['a start within an hour', 'from: 2022-01-02T00:00+06:00', 'from: ¦2022-01-02T00:30+06:00', 'CLOCK_DATE', 'the run begins on a full hour'],
  ['a day that is none', 'at: day 3 18:00', 'at: ¦day 3 25:00', 'CLOCK_DATE', 'hours go to 23'],
  ['day 0', 'at: day 3 18:00', 'at: ¦day 0 18:00', 'CLOCK_DATE', 'the first day is day 1'],
  ['an event before the run', 'at: 2022-01-02T11:00+05:00', 'at: ¦2022-01-01T23:00+06:00', 'CLOCK_RANGE', '1 h before it begins'],
  ['an event after the run', 'at: 2022-01-02T11:00+05:00', 'at: ¦2022-01-12T00:00+06:00', 'CLOCK_RANGE', '0 h after it ends'],
  [
    'a wrong unit',
    "{ value: 0.1, unit: '1', range",
    '{ value: 0.1, unit: ¦km, range',
    'UNIT_WRONG',
    `this number is in "1"; the unit "km" cannot be converted to it; write one of 1, share, %`,
  ],
  ['a wrong unit of a parameter', 'value: 48, unit: h,', 'value: 48, unit: ¦people,', 'UNIT_WRONG', 'write one of day, h, min, week'],
  ['a value outside its range', 'value: 48, unit: h, range: [24, 72]', 'value: 48, unit: h, range: ¦[50, 72]', 'QUANTITY_SPREAD', 'around the value 48'],
  ['a range the wrong way round', 'value: 48, unit: h, range: [24, 72]', 'value: 48, unit: h, range: ¦[72, 24]', 'QUANTITY_SPREAD', '[lowest, highest]'],
  [
    'a range beyond what a parameter may be',
    'value: 48, unit: h, range: [24, 72]',
    'value: 48, unit: h, range: ¦[24, 7200]',
    'QUANTITY_RANGE',
    'the range must be between 0 and 14 day',
  ],
  [
    'a parameter beyond what it may be',
    "value: 0.3, unit: '1', range: [0.2, 0.37], source: paper",
    "value: ¦1.5, unit: '1', source: paper",
    'QUANTITY_RANGE',
    'must be between 0 and 1 1, is 1.5',
  ],
  ['a range and a prior', "{ value: 5, unit: '%', prior: {", "{ value: 5, unit: '%', range: [1, 9], prior: ¦{", 'QUANTITY_SPREAD', 'a range or a prior'],
  [
    'a prior of logarithms that touches 0',
    'prior: { dist: triangular, low: 1, mode: 4, high: 20 }',
    'prior: { dist: logUniform, low: ¦0, high: 20 }',
    'QUANTITY_SPREAD',
    'above 0',
  ],
  [
    'a call to workers alone to go home',
    'latent:\n',
    '  - { id: home, kind: callHome, at: day 3 20:00, where: freeland, reach: { value: 0.2, unit: share, assumption: a }, ¦group: workers, source: paper }\nlatent:\n',
    'EVENT_IGNORED',
    'group of an event callHome would be ignored: everybody who is out hears a call to go home; leave it out',
  ],
  [
    'a call to go home that grieves',
    'latent:\n',
    "  - { id: home, kind: callHome, at: day 3 20:00, where: freeland, ¦grievance: { value: 0, unit: '1', assumption: a }, source: paper }\nlatent:\n",
    'EVENT_IGNORED',
    'grievance of an event callHome would be ignored',
  ],
  [
    'a call to go home that lasts',
    'latent:\n',
    '  - { id: home, kind: callHome, at: day 3 20:00, where: freeland, ¦hours: 2, source: paper }\nlatent:\n',
    'EVENT_IGNORED',
    'a call to go home is heard for one hour',
  ],
  ['a gathering of no hours', '    hours: 3\n', '    hours: ¦0\n', 'QUANTITY_RANGE', 'must be above 0'],
  [
    'places that do not sum to the census',
    '{ value: 1500, unit: people',
    '{ value: ¦1600, unit: people',
    'WORLD_SUM',
    'the regions of freeland have 1500 people in all, not the 1600 given here; 100 people too few',
  ],
  ['an unknown focus', 'focus: freeland', 'focus: ¦freland', 'NAME_UNKNOWN', 'did you mean freeland?'],
  ['a seat that is no place', 'seatPlace: freeland/centre/capital', 'seatPlace: ¦freeland/centre/capitol', 'NAME_UNKNOWN', 'unknown place of freeland'],
  ['a seat abroad', 'seatPlace: freeland/centre/capital', 'seatPlace: ¦bigland/only/chief', 'NAME_UNKNOWN', 'unknown place of freeland "bigland/only/chief"'],
  ['an unknown patron', 'patron: bigland', 'patron: ¦biglnd', 'NAME_UNKNOWN', 'did you mean bigland?'],
  ['an unknown member', 'members: [freeland, bigland]', 'members: [freeland, ¦bigand, bigland]', 'NAME_UNKNOWN', 'did you mean bigland?'],
  [
    'a contributor that is no member',
    'contributions: { bigland:',
    'contributions: { ¦biglond:',
    'NAME_UNKNOWN',
    'unknown member "biglond"; did you mean bigland?',
  ],
  ['an indicator of nobody', '{ country: freeland, year', '{ country: ¦freelnd, year', 'NAME_UNKNOWN', 'did you mean freeland?'],
  ['an unknown parameter', '  strike.restDays:', '  ¦strike.resDays:', 'NAME_UNKNOWN', 'did you mean strike.restDays?'],
  ['an unknown lever', 'set: send.intervention', 'set: ¦send.interventions', 'NAME_UNKNOWN', 'did you mean send.intervention?'],
  [
    'a value a lever does not take',
    'to: forbidden',
    'to: ¦forbiden',
    'LEVER_VALUE',
    'takes one of as-decided, forbidden, got "forbiden"; did you mean forbidden?',
  ],
  ['text for a lever that is a number', 'set: send.intervention, to: forbidden', 'set: broadcast.volume, to: ¦loud', 'LEVER_VALUE', 'takes a number'],
  ['a number for a switch', 'set: send.intervention, to: forbidden', 'set: obey.perfectly, to: ¦3', 'LEVER_VALUE', 'takes true or false, got 3'],
  ['a lever moved nowhere', 'in: pact', 'in: ¦pakt', 'NAME_UNKNOWN', 'did you mean pact?'],
  ['an unknown mechanism', 'off: [strike]', 'off: [¦strke]', 'NAME_UNKNOWN', 'did you mean strike?'],
  ['an unknown variant', 'mobilise: threshold', 'mobilise: ¦treshold', 'NAME_UNKNOWN', 'did you mean threshold?'],
  ['an unknown variant in a list', '{ mobilise: threshold }', '{ mobilise: [threshold, ¦logistik] }', 'NAME_UNKNOWN', 'did you mean logistic?'],
  [
    'a variant listed twice',
    '{ mobilise: threshold }',
    '{ mobilise: [threshold, ¦threshold] }',
    'NAME_DUPLICATE',
    'two variants of mobilise are called "threshold"',
  ],
  ['a variant of no mechanism', 'variants: { mobilise', 'variants: { ¦mobilize', 'NAME_UNKNOWN', 'did you mean mobilise?'],
  ['an unknown latent', 'name: legitimacy01', 'name: ¦legitimacy', 'NAME_UNKNOWN', 'did you mean legitimacy01?'],
  [
    'two events of one id',
    'latent:\n',
    '  - { id: ¦fuel, kind: decree, at: day 2, where: freeland, source: paper }\nlatent:\n',
    'NAME_DUPLICATE',
    'two events are called "fuel"',
  ],
  ['two arms of one id', 'id: alone', 'id: ¦as-it-was', 'NAME_DUPLICATE', 'two arms are called "as-it-was"'],
  [
    'one latent twice',
    'parameters:\n',
    "  - { country: freeland, name: ¦legitimacy01, value: 0.3, unit: '1', assumption: a }\nparameters:\n",
    'NAME_DUPLICATE',
    'latents of one country',
  ],
  ['a name every object has', 'parameters:\n', 'parameters:\n  ¦toString: 1\n', 'NAME_UNKNOWN', 'unknown parameter "toString"'],
];

describe('one mistake of meaning in a one-page scenario', () => {
  for (const example of inline) test(example[0], () => expectOne({ [inlinePath]: inlineText }, inlinePath, inlinePath, example));

  test('a call to go home to everybody is none', () => {
    const home =
      '  - { id: home, kind: callHome, at: day 3 20:00, where: freeland, group: all, hours: 0, reach: { value: 0.2, unit: share, assumption: a }, source: paper }\n';
    const { spec, issues } = loadScenario(readerOf({ [inlinePath]: changed(inlineText, 'latent:\n', `${home}latent:\n`).text }), inlinePath, vocabulary);
    expect(issues).toEqual([]);
    expect(spec!.events.at(-1)).toMatchObject({ kind: 'callHome', group: 'all', hours: 0, reach01: { value: 0.2 } });
  });

  test('a triangle without its top is told at the prior', () => {
    const { text } = changed(inlineText, 'dist: triangular, low: 1, mode: 4, high: 20', 'dist: triangular, low: 1, high: 20');
    const { issues } = loadScenario(readerOf({ [inlinePath]: text }), inlinePath, vocabulary);
    expect(issues.map((i) => `${i.line}:${i.column} ${i.code} ${i.message}`)).toEqual([
      '58:42 QUANTITY_SPREAD mode of a triangular prior must be given, between low and high',
    ]);
  });
});
