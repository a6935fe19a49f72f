/**
 * Cordons: where police are many for the crowd, they close its square. Nobody comes in from elsewhere,
 * and fewer of the town get to see it. Who is inside stays as long as he would have.
 */
import { even, type Lever, type RunState } from '../contract.ts';

export const cordonParameters = [
  even('police.cordonRatio', '1', 0.2, 0.08, 0.5, 'strength a head of crowd from which its square is closed', {
    assumption: 'a little less than it takes to clear one (police.dispersalRatio)',
  }),
  even('police.cordonShare01', 'share', 0.5, 0.2, 0.8, 'share of those who would see the crowd kept away by a cordon', {
    source: 'Dornschneider-Elkink & Edmonds 2022: blockades, like curfews, dampen most; the share is an ASSUMPTION',
  }),
];

export const cordonLever: Lever = { id: 'police.cordon', values: ['as-decided', 'none'], meaning: 'whether police close squares' };

/** Bind to a run; the function returned writes what a cordon keeps away from place `i`: of a crowd of `strength` that police do not leave alone. */
export function cordonOf(run: RunState): (i: number, strength: number, leftAlone: boolean) => void {
  const ratio = run.value('police.cordonRatio');
  const share = run.value('police.cordonShare01');
  const { places, countries } = run.world;
  return (i, strength, leftAlone) => {
    const closes = !leftAlone && strength > 0 && run.now.place.force[i]! / strength > ratio;
    const keptAway = closes && run.lever('police.cordon', countries.keys[places.country[i]!]!) === 'as-decided' ? share : 0;
    if (keptAway > 0 && run.now.place.cordon01[i] === 0)
      run.log('square closed', 'police', places.country[i]!, i, { strength, force: run.now.place.force[i]!, ratio });
    run.next.place.cordon01[i] = keptAway;
  };
}
