/** Why a unit obeys, refuses or returns. */
import { Stance, UnitKind, unitKindNames } from '../../world/forces.ts';
import type { Explanation, RunState, Tipping } from '../contract.ts';
import { smallestFirst, termsOf, tippingSearch, tippingValue } from '../tipping.ts';
import { formOf } from './forms.ts';
import { changesSides, faces, newVerdict, ratioOf, returnsAt, shareOfSides, smallestCrowd, staysAside } from './refusal.ts';

/** No square holds more. */
const largestCrowd = 1_000_000;

/** What a unit decides in the hour that begins; nothing for contingents, for units abroad and for those without people. */
export function explainUnit(run: RunState, u: number): Explanation[] {
  const { world, units, now, hour } = run;
  const i = units.place[u]!;
  const kind = world.units.kind[u]!;
  const subject = `unit ${u}, ${unitKindNames[kind]!} of ${world.countries.names[world.units.country[u]!]!}, in ${world.places.names[i]!}`;
  if (kind === UnitKind.contingent || !faces(run, u)) return [];
  const crowd = now.place.crowdStrength[i]!;
  const unshaken = run.lever('obey.loyalty', world.countries.keys[world.units.country[u]!]!) === 'unshaken';
  const form = formOf(run);
  const values = new Float64Array(form.columns.length);
  const verdict = newVerdict();
  if (units.stance[u] !== Stance.obeys) {
    const [held, stays, draw] = [now.place.force[i]! + units.strength[u]!, staysAside(run), run.luck(world.units.keys[u]!, 'return', hour)];
    const may = units.stance[u] === Stance.aside && !unshaken;
    const again = wouldRefuse();
    return [
      {
        subject,
        hour,
        rule: 'obey: return to duty',
        terms: [{ name: 'crowd, counted with its arms', value: crowd, unit: 'people' }],
        total: { name: 'crowd, counted with its arms', value: crowd, unit: 'people' },
        threshold: { name: 'forces here that obey, and the unit itself', value: held, unit: 'people' },
        draw: { decision: 'return', value: draw },
        answer: unshaken
          ? 'stays as it is: a lever says unshaken'
          : !may
            ? 'stays where it is: it has changed sides'
            : !returnsAt(run, u, stays)
              ? 'stays aside'
              : again
                ? 'stays aside: it would refuse again'
                : 'returns',
        tipping:
          may && !again
            ? smallestFirst([
                draw > stays ? tippingValue('crowd, counted with its arms', crowd, held, 'people') : undefined,
                crowd < held ? tippingValue('draw of the hour', draw, stays, '1', [0, 1]) : undefined,
              ])
            : [],
      },
    ];
  }
  form.look(u, ratioOf(run, i, crowd), values);
  form.judge(u, values, verdict);
  const terms = termsOf(form.columns, values);
  const small = crowd < smallestCrowd;
  const changes = changesSides(run, u);
  const rule: Explanation = {
    subject,
    hour,
    rule: `obey: refuse (${run.variant('obey')})`,
    terms,
    total: { name: form.total, value: verdict.total, unit: '1' },
    threshold: { name: form.threshold, value: verdict.threshold, unit: '1' },
    draw: { decision: form.decision, value: verdict.draw },
    answer: unshaken
      ? 'obeys: a lever says unshaken'
      : small
        ? `obeys: a crowd of ${Math.round(crowd)} shakes nobody, ${smallestCrowd} are needed`
        : !verdict.refuses
          ? 'obeys'
          : changes
            ? 'changes sides'
            : 'stands aside',
    tipping: unshaken ? [] : smallestFirst([...(small ? [] : form.tipping(u, terms, verdict)), crowdThatTurns()]),
  };
  if (rule.answer.startsWith('obeys')) return [rule];
  const [draw, share] = [run.luck(world.units.keys[u]!, 'side', units.refusals[u]!), shareOfSides(run, u)];
  return [
    rule,
    {
      subject,
      hour,
      rule: 'obey: stand aside or change sides',
      terms: [{ name: 'cohesion of the elite', value: now.country.cohesion01[world.units.country[u]!]!, unit: '1' }],
      total: { name: 'draw', value: draw, unit: '1' },
      threshold: { name: 'share of refusals that change sides: 2 · sideShare01 · (1 − cohesion)', value: share, unit: 'share' },
      draw: { decision: 'side', value: draw },
      answer: changes ? 'changes sides' : 'stands aside',
      tipping: smallestFirst([tippingValue('draw', draw, share, '1', [0, 1])]),
    },
  ];
  function wouldRefuse(): boolean {
    if (!form.asksAgain || crowd < smallestCrowd) return false;
    form.look(u, ratioOf(run, i, crowd), values);
    form.judge(u, values, verdict);
    return verdict.refuses;
  }

  /** The crowd here, in people, at which the unit would decide otherwise. */
  function crowdThatTurns(): Tipping | undefined {
    const other = newVerdict();
    const seen = new Float64Array(form.columns.length);
    return tippingSearch('crowd here, counted with its arms', crowd, 'people', [0, largestCrowd], (size) => {
      form.look(u, ratioOf(run, i, size), seen);
      form.judge(u, seen, other);
      return size >= smallestCrowd && other.refuses ? 1 : -1;
    });
  }
}
