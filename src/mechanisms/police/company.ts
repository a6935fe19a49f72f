/** The company somebody who is called to a square expects to find there, and judges its danger by. */
import type { RunState } from '../contract.ts';

/** Bind to a run; the function returned says how many people are expected at the gathering a call names in place `i`; 0 = no call runs. */
export function expectedCompany(run: RunState): (i: number) => number {
  const remembered = run.value('police.rememberedCompany01');
  const promised = run.value('police.promisedCompany01') * run.value('people.stock01');
  const { places } = run.world;
  return (i) => {
    const { callReach01, callHours, company, seen01 } = run.now.place;
    const called = places.uncoupled[i] === 0 ? callReach01[i]! * callHours[i]! : 0;
    return called > 0 ? remembered * company[i]! + promised * called * seen01[i]! * places.weighedResidents[i]! : 0;
  };
}
