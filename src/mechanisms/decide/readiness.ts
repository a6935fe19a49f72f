/**
 * The readiness form: reasons add up to a chance, and the patron's mood decides within it.
 * @source Casey 2020; Gent 2008; Sullivan & Karreth 2015 for the reasons; the form and sizes are ours
 */
import { logistic } from '../../base/maths.ts';
import type { RunState } from '../contract.ts';
import type { Case, Judgement } from './case.ts';

export function readinessForm(run: RunState): (one: Case) => Judgement {
  const v = (name: string) => run.value(`decide.${name}`);
  const [base, clientValue, signalToOthers, need] = [v('base'), v('clientValue'), v('signalToOthers'), v('need')];
  const [homeCost, overstretch, labelWeight] = [v('homeCost'), v('overstretch'), v('labelWeight')];
  return (one) => {
    const terms = {
      base,
      clientValue: clientValue * one.affinity01,
      signalToOthers: one.others.length > 0 ? signalToOthers : 0,
      need: need * (one.threat01 - 0.5),
      homeCost: -homeCost * one.home01,
      overstretch: -overstretch * one.elsewhere01,
      label: one.needsCause ? labelWeight * (one.label01 - 0.5) : 0,
    };
    const chance = logistic(Object.values(terms).reduce((sum, term) => sum + term, 0));
    return { total: chance, threshold: one.draw, because: { ...terms, chance, draw: one.draw } };
  };
}
