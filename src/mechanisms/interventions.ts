/**
 * Interventions with a name, for the arms of any scenario (`use:`). Each moves levers of the mechanisms and
 * nothing else, so whatever it does can be written as `do:` entries too. Why a list in the code: docs/adr/0011.
 */
import type { Intervention } from '../scenario/vocabulary.ts';

export const interventions: readonly Intervention[] = [
  {
    id: 'no-intervention',
    meaning: 'help may be asked for and granted, but no foreign troops are sent',
    sets: [{ lever: 'send.intervention', to: 'forbidden' }],
    where: 'everywhere',
  },
  {
    id: 'parliament-refuses',
    meaning: 'every parliament that must consent to sending troops refuses at once, or the one of a country',
    sets: [{ lever: 'ratify.parliament', to: 'refuses' }],
    where: 'everywhere',
  },
  {
    id: 'quorum-fails',
    meaning: 'parliaments that must consent meet and never have a quorum, until they are counted as refusing',
    sets: [{ lever: 'ratify.parliament', to: 'no-quorum' }],
    where: 'everywhere',
  },
  {
    id: 'no-shutdown',
    meaning: 'the government never shuts the network',
    sets: [{ lever: 'govern.shutdown', to: 'never' }],
    where: 'focus',
  },
  {
    id: 'no-lethal-force',
    meaning: 'forces in the country do not use lethal force, ordered or not',
    sets: [{ lever: 'fire.lethal', to: 'none' }],
    where: 'focus',
  },
  {
    id: 'concession-on-day-1',
    meaning: 'the government concedes on the evening of the first day, asked or not',
    sets: [{ lever: 'govern.concession', to: 'now' }],
    where: 'focus',
    from: 'day 1 18:00',
  },
  {
    id: 'request-a-day-earlier',
    meaning: 'the government asks its alliance 24 h before the fixed hour given as than:, unless it has asked by then',
    sets: [{ lever: 'request.asked', to: 'now' }],
    where: 'focus',
    hoursBefore: 24,
  },
  {
    id: 'signal-off',
    meaning: 'troops may come, but the decision to help signals nothing to units and crowds',
    sets: [{ lever: 'support.signal', to: 'off' }],
    where: 'everywhere',
  },
  {
    id: 'more-uprisings',
    meaning: "the scenario's waves of events happen, all or the one named: uprisings elsewhere at the same time",
    sets: [{ lever: 'shock.wave', to: 'happens' }],
    where: 'everywhere',
  },
];
