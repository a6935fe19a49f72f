/** Why a patron grants or refuses help. */
import type { Explanation, RunState, Term, Tipping } from '../contract.ts';
import { smallestFirst, tippingSearch } from '../tipping.ts';
import { answerOf, caseOf, hoursOfPatron, isGranted, type Case } from './case.ts';
import { formOf } from './forms.ts';

type Fact = 'affinity01' | 'threat01' | 'home01' | 'elsewhere01' | 'label01' | 'draw';

const facts: readonly (readonly [Fact, string])[] = [
  ['affinity01', 'borders and common language with the client'],
  ['threat01', 'danger in the client country'],
  ['home01', "people in the patron's own streets, per thousand, at most 1"],
  ['elsewhere01', 'capacity promised or in use elsewhere'],
  ['label01', 'credibility of an outside cause'],
  ['draw', "the patron's draw"],
];

/** The requests a country is part of, as client or as patron; nothing before one is made. */
export function explainDecision(run: RunState, c: number): Explanation[] {
  const { now, world } = run;
  return run.requests.flatMap(({ alliance }, a) => {
    const client = now.alliance.client[a]!;
    if (client < 0 || (client !== c && world.countryIndex.get(alliance.patron) !== c)) return [];
    const judge = formOf(run);
    const one = caseOf(run, a, client);
    const judgement = judge(one);
    const given = answerOf(run, a);
    const decided = now.alliance.decision[a]!;
    const due = now.alliance.askedHour[a]! + hoursOfPatron(run);
    const ruled = isGranted(judgement) ? 'granted' : 'refused';
    const margin = (changed: Case) => {
      const { total, threshold } = judge(changed);
      return total - threshold;
    };
    const turns = (fact: Fact, name: string): Tipping | undefined => tippingSearch(name, one[fact], '1', [0, 1], (value) => margin({ ...one, [fact]: value }));
    const reasons: Term[] = Object.entries(judgement.because)
      .filter(([name]) => !['chance', 'draw', 'utility'].includes(name))
      .map(([name, value]) => ({ name: `makes: ${name}`, value, unit: '1' }));
    return [
      {
        subject: `${world.countries.names[world.countryIndex.get(alliance.patron)!]!}, asked by ${world.countries.names[client]!} in ${alliance.name}`,
        hour: run.hour,
        rule: `decide: the patron's answer (${run.variant('decide')})`,
        terms: [...facts.filter(([fact]) => fact !== 'draw').map(([fact, name]) => ({ name, value: one[fact], unit: '1' })), ...reasons],
        total: { name: run.variant('decide') === 'readiness' ? 'chance of help' : 'expected utility of sending', value: judgement.total, unit: '1' },
        threshold: { name: run.variant('decide') === 'readiness' ? "the patron's draw" : 'the status quo', value: judgement.threshold, unit: '1' },
        draw: { decision: 'patron', value: one.draw },
        answer:
          decided !== 0
            ? `${decided === 1 ? 'granted' : 'refused'} at an earlier hour; asked now it would be ${ruled}`
            : run.hour < due
              ? `open until hour ${due}; asked now it would be ${ruled}`
              : given === 'as-decided'
                ? ruled
                : `${given === 'grants' ? 'granted' : 'refused'}: by a lever, or because the patron's own group is out`,
        tipping: smallestFirst(facts.map(([fact, name]) => turns(fact, name))),
      },
    ];
  });
}
