/** The published forms of going out (and of striking), spelled out one by one for one person. */
import { epsteinRule, kuranRule, thresholdRule, type Mood, type WillingRule } from '../../src/world/people/people.ts';
import type { Person } from './person.ts';

/** Does he want to go out (or strike) with so many ties out? `rule` only says which form is meant; it is never called. */
export function isWilling(person: Person, ties: number, mood: Mood, rule: WillingRule): boolean {
  if (!person.isMovable) return false;
  const h = mood.hardships[person.hardshipClass]!;
  const g = person.isWorker ? mood.grievanceWorkers01 : mood.grievanceOthers01;
  const fear = mood.lowestFear01 + (1 - mood.lowestFear01) * person.fearRank01;
  const anger = (h + g) * mood.openness01;
  if (rule === thresholdRule) return anger + mood.tieWeight * ties + mood.push > fear * mood.risk;
  if (rule === epsteinRule) return anger + mood.push - fear * mood.risk > 0;
  if (rule === kuranRule) {
    const opposing = ties * mood.tieWeight > 1 ? 1 : ties * mood.tieWeight;
    return anger + mood.push > fear * (mood.reputation * (1 - opposing) + mood.risk);
  }
  throw new RangeError('the oracle does not know this form of the rule: spell it out here');
}
