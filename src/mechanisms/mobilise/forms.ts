/**
 * The published forms of the decision to go out: what each makes of a place's fields. The rules
 * themselves stand in `world/people/people.ts`; here the fields are put into the words of the rule.
 *
 * Anger at the regime is the same in all forms: (h + g)(1 - L) + outrage + resentment - expectation of
 * help for the government. They differ in what it has to outweigh.
 */
import { exp } from '../../base/maths.ts';
import { nominalDegree } from '../../world/people/ties.ts';
import { epsteinRule, kuranRule, thresholdRule, type Mood, type WillingRule } from '../../world/people/people.ts';
import type { RunState } from '../contract.ts';
import { expectedCompany } from '../police/company.ts';

export interface Form {
  readonly rule: WillingRule;
  /** Write what the residents of place `i` feel this hour, with active ties or without, into `mood`. */
  feel(i: number, tied: boolean, mood: Mood): void;
}

/** A mood to be filled by `Form.feel`. */
export function newMood(hardships: Float64Array): Mood {
  return { hardships, grievanceOthers01: 0, grievanceWorkers01: 0, openness01: 0, tieWeight: 0, push: 0, risk: 0, reputation: 0, lowestFear01: 0 };
}

/** The form the scenario chose, bound to a run. */
export function formOf(run: RunState): Form {
  const { world } = run;
  const degree = nominalDegree({ region: run.value('ties.region'), country: run.value('ties.country'), border: run.value('ties.border') });
  const outrageWeight = run.value('mobilise.outrageWeight');
  const resentmentWeight = run.value('mobilise.resentmentWeight');
  const expectationWeight = run.value('mobilise.expectationWeight');
  const sendingWeight = run.value('mobilise.sendingWeight');

  /** What all forms share; `seen` is what seeing others adds, `threshold` what has to be outweighed. */
  function share(i: number, mood: Mood, seen: number, threshold: number): void {
    const { now } = run;
    const c = world.places.country[i]!;
    mood.grievanceOthers01 = now.place.grievanceOthers01[i]!;
    mood.grievanceWorkers01 = now.place.grievanceWorkers01[i]!;
    mood.openness01 = 1 - now.country.legitimacy01[c]!;
    mood.push =
      seen +
      outrageWeight * now.place.outrage01[i]! +
      resentmentWeight * now.country.resentment01[c]! +
      (now.country.sentPeople[c]! > 0 ? sendingWeight * now.country.sympathy01[c]! : 0) -
      expectationWeight * now.country.expectation01[c]! -
      threshold;
    mood.lowestFear01 = world.countries.latents[c]!.lowestFear01;
  }

  switch (run.variant('mobilise')) {
    case 'epstein': {
      const threshold = run.value('mobilise.epsteinThreshold');
      const arrestConstant = run.value('mobilise.arrestConstant');
      const critical = run.value('police.criticalRatio');
      const companyIn = expectedCompany(run);
      return {
        rule: epsteinRule,
        feel(i, _tied, mood) {
          share(i, mood, 0, threshold);
          const { crowd, crowdStrength, force, fear01 } = run.now.place;
          const out = world.places.uncoupled[i] === 1 ? 0 : Math.max(crowd[i]!, crowdStrength[i]!, companyIn(i));
          mood.risk = 1 - (1 - arrestProbability01(force[i]!, out, critical, arrestConstant)) * (1 - Math.min(1, fear01[i]!));
        },
      };
    }
    case 'kuran': {
      const threshold = run.value('mobilise.kuranThreshold');
      const reputationWeight = run.value('mobilise.reputationWeight');
      const riskWeight = run.value('mobilise.riskWeight');
      return {
        rule: kuranRule,
        feel(i, tied, mood) {
          share(i, mood, 0, threshold);
          mood.tieWeight = tied ? 1 / degree : 0;
          mood.reputation = reputationWeight * (1 - run.now.place.seen01[i]!);
          mood.risk = riskWeight * run.now.place.risk01[i]!;
        },
      };
    }
    default: {
      const threshold = run.value('mobilise.threshold');
      const seenWeight = run.value('mobilise.seenWeight');
      const riskWeight = run.value('mobilise.riskWeight');
      const tieWeight = run.value('mobilise.tieWeight') / degree;
      return {
        rule: thresholdRule,
        feel(i, tied, mood) {
          share(i, mood, seenWeight * run.now.place.seen01[i]!, threshold);
          mood.tieWeight = tied ? tieWeight : 0;
          mood.risk = riskWeight * run.now.place.risk01[i]!;
        },
      };
    }
  }
}

/**
 * Chance of arrest as somebody in the street estimates it: 1 - exp(-k floor(C/A)), with strength C in
 * units of what is needed to watch one head (`criticalRatio`) and a crowd A that counts himself.
 * The floor is the step: below one the chance is nought, courage in numbers. Without it nothing breaks out.
 * @source Epstein 2002, doi:10.1073/pnas.092080199; the floor: Lemos, Lopes & Coelho 2015, doi:10.1109/ICoCS.2015.7483303
 */
export function arrestProbability01(force: number, crowd: number, criticalRatio: number, arrestConstant: number): number {
  return 1 - exp(-arrestConstant * Math.floor(force / Math.max(1, crowd) / criticalRatio));
}
