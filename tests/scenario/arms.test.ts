/** Arms: named interventions beside entries of their own, waves of events, and what is said when a word is wrong. */
import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../src/scenario/load.ts';
import { changed, inlinePath, inlineText, readerOf, vocabulary } from './tiny.ts';

const arm = '- { id: alone, title: Alone, do: [{ at: day 3 18:00, set: send.intervention, to: forbidden, in: pact }] }';
const using = (steps: string) => `- { id: alone, title: Alone, do: [${steps}] }`;
const load = (text: string) => loadScenario(readerOf({ [inlinePath]: text }), inlinePath, vocabulary);
const waves = inlineText.replace('    hours: 3\n', '    hours: 3\n    wave: later\n');

function moves(steps: string, text = inlineText) {
  const { spec, issues } = load(changed(text, arm, using(steps)).text);
  expect(issues.map((issue) => issue.message)).toEqual([]);
  return spec!.arms[1]!.do;
}

/** The one issue of a text, as `code line:column message`, with the mark it must stand at. */
function slip(steps: string, text = inlineText) {
  const { text: broken, line, column } = changed(text, arm, using(steps));
  const { issues } = load(broken);
  expect(issues.map((issue) => [issue.line, issue.column])).toEqual([[line, column]]);
  return { code: issues[0]!.code, words: `${issues[0]!.message}; ${issues[0]!.hint ?? ''}` };
}

describe('a named intervention', () => {
  it('becomes the levers it moves, from the first hour, everywhere', () => {
    expect(moves('{ use: no-help }')).toEqual([{ atHour: 0, set: 'send.intervention', to: 'forbidden' }]);
  });

  it('takes the place and the hour of the arm', () => {
    expect(moves('{ use: no-help, in: pact, from: day 2 07:00 }')).toEqual([{ atHour: 31, set: 'send.intervention', to: 'forbidden', in: 'pact' }]);
  });

  it('happens in the country the scenario is about, at its own hour, when it says so', () => {
    expect(moves('{ use: quiet-evening }')).toEqual([{ atHour: 18, set: 'obey.perfectly', to: 'true', in: 'freeland' }]);
    expect(moves('{ use: quiet-evening, in: bigland, from: day 2 00:00 }')).toEqual([{ atHour: 24, set: 'obey.perfectly', to: 'true', in: 'bigland' }]);
  });

  it('counts back from the fixed hour an arm gives', () => {
    expect(moves('{ use: day-before, than: day 4 11:40 }')).toEqual([{ atHour: 59, set: 'send.intervention', to: 'forbidden', in: 'freeland' }]);
  });

  it('stands beside entries of the arm, all in the order of their hours', () => {
    const steps = moves('{ at: day 5 00:00, set: broadcast.volume, to: 3 }, { use: no-help, from: day 2 00:00 }, { use: day-before, than: day 2 01:00 }');
    expect(steps.map(({ atHour, set }) => [atHour, set])).toEqual([
      [1, 'send.intervention'],
      [24, 'send.intervention'],
      [96, 'broadcast.volume'],
    ]);
  });
});

describe('a wave of events', () => {
  it('is kept with its events, and turned on by its name or with all others', () => {
    expect(load(waves).spec!.events[0]!.wave).toBe('later');
    expect(load(inlineText).spec!.events[0]).not.toHaveProperty('wave');
    expect(moves('{ use: more-events }', waves)).toEqual([{ atHour: 0, set: 'shock.wave', to: 'happens' }]);
    expect(moves('{ use: more-events, in: later }', waves)).toEqual([{ atHour: 0, set: 'shock.wave', to: 'happens', in: 'later' }]);
    expect(moves('{ at: day 1 00:00, set: shock.wave, to: happens, in: later }', waves)[0]!.in).toBe('later');
  });

  it('must exist to be turned on', () => {
    expect(slip('{ use: ¦more-events }')).toEqual({ code: 'SCHEMA_MISSING', words: 'an event with a wave, which "more-events" would turn on, is missing; ' });
    expect(slip('{ use: more-events, in: ¦latr }', waves)).toEqual({ code: 'NAME_UNKNOWN', words: 'unknown wave "latr"; did you mean later?' });
    expect(slip('{ at: day 1 00:00, set: shock.wave, to: happens, in: ¦pact }', waves).code).toBe('NAME_UNKNOWN');
  });

  it('is no place: other levers know countries and alliances only', () => {
    expect(slip('{ use: no-help, in: ¦later }', waves).words).toContain('unknown country or alliance "later"');
  });
});

describe('a slip is told once, where it is', () => {
  it.each([
    ['{ use: ¦no-hepl }', 'NAME_UNKNOWN', 'unknown intervention "no-hepl"; did you mean no-help?'],
    ['{ use: no-help, ¦form: day 2 00:00 }', 'SCHEMA_UNKNOWN', 'did you mean from?'],
    ['{ use: no-help, ¦than: day 2 00:00 }', 'SCHEMA_UNKNOWN', 'key of the intervention "no-help"'],
    ['{ use: no-help, from: ¦yesterday }', 'CLOCK_DATE', 'is not a time'],
    ['{ use: no-help, from: ¦day 12 00:00 }', 'CLOCK_RANGE', 'outside the run'],
    ['¦{ use: day-before }', 'SCHEMA_MISSING', 'the key "than", the hour "day-before" counts back from, is missing'],
    ['{ use: day-before, than: ¦day 1 23:00 }', 'CLOCK_RANGE', 'counts back 24 h'],
    ['{ use: day-before, ¦from: day 3 00:00 }', 'SCHEMA_UNKNOWN', 'write "than": it counts back 24 h'],
    ['{ at: day 2 00:00, set: ¦send.intervntion, to: forbidden }', 'NAME_UNKNOWN', 'did you mean send.intervention?'],
    ['{ at: day 2 00:00, set: send.intervention, to: ¦forbiden }', 'LEVER_VALUE', 'forbiden'],
    ['¦{ at: day 2 00:00, to: forbidden }', 'SCHEMA_MISSING', 'the key "set" is missing'],
    ['¦7', 'SCHEMA_TYPE', 'a mapping'],
  ])('%s', (steps, code, words) => {
    const told = slip(steps);
    expect(told.code).toBe(code);
    expect(told.words).toContain(words);
  });
});
