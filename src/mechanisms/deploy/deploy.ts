/** Units travel, tire and guard; what they are worth in each place is added up for the next hour. */
import { clamp } from '../../base/maths.ts';
import { Stance, Task, UnitKind } from '../../world/forces.ts';
import { even, type Mechanism } from '../contract.ts';

export const deploy: Mechanism = {
  id: 'deploy',
  does: 'units are ordered, travel, arrive and tire; strength in each place is added up',
  base: 'history 1.9, 1.10; force as mass',
  reads: [
    'units',
    'place.crowdStrength',
    'place.crowd',
    'place.force',
    'place.sitesLost01',
    'country.moving01',
    'country.callUp01',
    'country.foreignPeople',
    'country.freedPeople',
    'country.turnout',
  ],
  writes: ['units', 'place.force', 'place.unitsAside01'],
  draws: ['order delay', 'mobile'],
  parameters: [
    even('deploy.shift01', 'share', 0.3, 0.2, 0.4, 'share of the police on shift', { assumption: 'three shifts' }),
    even('deploy.reserve01', 'share', 0.08, 0.03, 0.2, 'share of garrisoned army and interior troops fit to act at once', {
      assumption: 'barracks, conscripts, holidays',
    }),
    even('deploy.interiorWorth', '1', 1.3, 1, 1.8, 'worth of a soldier of the interior troops against crowds, police = 1', {
      assumption: 'trained and equipped for it',
    }),
    even('deploy.armyWorth', '1', 1.2, 0.6, 2, 'worth of a soldier of the army against crowds', { assumption: 'armed, untrained for it' }),
    even('deploy.orderHours', 'h', 14, 6, 28, 'mean hours between the order to move and the column on the road', {
      assumption: 'prototype: army travel 8-26 h in all',
    }),
    even('deploy.mobile01', 'share', 0.35, 0.15, 0.6, 'share of army and interior units that can be moved', { assumption: 'the rest guards and trains' }),
    even('deploy.tirePerHour', 'per h', 0.012, 0.004, 0.03, 'fatigue gained per hour with a crowd', { assumption: 'two days to exhaustion' }),
    even('deploy.restPerHour', 'per h', 0.04, 0.02, 0.08, 'fatigue lost per quiet hour', { assumption: 'a day to recover' }),
    even('deploy.tiredLoss01', 'share', 0.5, 0.2, 0.8, 'strength lost at full fatigue', { assumption: 'half' }),
    even('deploy.guardWorth01', 'share', 0.3, 0, 0.8, 'worth of foreign troops where they stand, own = 1 (they guard, they do not clear; zero inside)', {
      source: 'history 1.10: 14 sites guarded, no shot fired',
    }),
  ],
  levers: [{ id: 'deploy.reinforcement', values: ['as-decided', 'none'], meaning: 'whether a country moves its own forces between places' }],
  prepare(run) {
    const { world, next, units } = run;
    const v = (name: string) => run.value(`deploy.${name}`);
    const [shift, reserve, interiorWorth, armyWorth, guardWorth] = [v('shift01'), v('reserve01'), v('interiorWorth'), v('armyWorth'), v('guardWorth01')];
    const [orderHours, mobile, tire, rest, tiredLoss] = [v('orderHours'), v('mobile01'), v('tirePerHour'), v('restPerHour'), v('tiredLoss01')];
    const inPlace = new Float64Array(world.places.count);
    const onRoad = new Float64Array(world.places.count);
    const asideInPlace = new Float64Array(world.places.count);
    const worth = [1, interiorWorth, armyWorth, guardWorth];
    // the first sum must exist before the first hour
    if (run.hour === 0) {
      for (let c = 0; c < world.countries.count; c++) addUp(c);
      run.now.place.force.set(next.place.force);
    }
    return () => {
      const { now, hour } = run;
      for (let c = 0; c < world.countries.count; c++) {
        const active = now.country.turnout[c]! > 0 || now.country.moving01[c]! > 0 || now.country.callUp01[c]! > 0 || now.country.foreignPeople[c]! > 0;
        if (!active && (hour + c) % 24 !== 0) continue;
        if (now.country.moving01[c]! > 0 && hour % 3 === 0 && run.lever('deploy.reinforcement', world.countries.keys[c]!) === 'as-decided') order(c);
        for (let u = world.countries.firstUnit[c]!; u < world.countries.endUnit[c]!; u++) {
          if (units.task[u] === Task.travelling && hour >= units.arriveHour[u]!) {
            units.place[u] = units.target[u]!;
            units.task[u] = Task.retake;
            run.log('unit arrives', 'deploy', c, units.place[u]!, { unit: u, strength: units.strength[u]! });
          }
          const crowd = now.place.crowd[units.place[u]!]!;
          units.fatigue01[u] = clamp(units.fatigue01[u]! + (crowd >= 100 ? tire : active ? -rest : -24 * rest), 0, 1);
        }
        addUp(c);
      }
    };

    /** Send mobile units where need is greatest: towns lost first, then crowd against strength. */
    function order(c: number): void {
      const { now, hour } = run;
      const needs: { place: number; need: number }[] = [];
      onRoad.fill(0);
      for (let u = world.countries.firstUnit[c]!; u < world.countries.endUnit[c]!; u++)
        if (units.task[u] === Task.travelling) onRoad[units.target[u]!]! += units.strength[u]! * worth[world.units.kind[u]!]!;
      for (let i = world.countries.firstPlace[c]!; i < world.countries.endPlace[c]!; i++) {
        const crowd = now.place.crowdStrength[i]!;
        const lost = now.place.sitesLost01[i]!;
        if (crowd < 200 && lost === 0) continue;
        const wanted = crowd * 0.5 + lost * 500 - now.place.force[i]! - onRoad[i]!;
        if (wanted > 0) needs.push({ place: i, need: wanted });
      }
      if (needs.length === 0) return;
      needs.sort((a, b) => b.need - a.need || a.place - b.place);
      for (let u = world.countries.firstUnit[c]!; u < world.countries.endUnit[c]!; u++) {
        const kind = world.units.kind[u]!;
        if ((kind !== UnitKind.army && kind !== UnitKind.interior) || units.task[u] !== Task.garrison || units.stance[u] !== Stance.obeys) continue;
        if (run.luck(world.units.keys[u]!, 'mobile', 0) >= mobile) continue;
        const target = needs.find((n) => n.need > 0);
        if (!target) return;
        target.need -= units.strength[u]! * worth[kind]!;
        const delay = orderHours * (0.5 + run.luck(world.units.keys[u]!, 'order delay', 0));
        const road = units.place[u] === target.place ? 0 : world.travelHours[units.place[u]! * world.places.count + target.place]!;
        // far columns go by air or rail: nobody needs longer than a day on the way
        units.arriveHour[u] = hour + Math.max(1, Math.round(delay + Math.min(24, road)));
        units.target[u] = target.place;
        units.task[u] = Task.travelling;
        run.log('unit ordered', 'deploy', c, target.place, { unit: u, need: target.need, delay, road });
      }
    }

    function addUp(c: number): void {
      const { now } = run;
      const first = world.countries.firstPlace[c]!;
      const end = world.countries.endPlace[c]!;
      inPlace.fill(0, first, end);
      asideInPlace.fill(0, first, end);
      const onShift = Math.min(1, shift + now.country.callUp01[c]!);
      const freed = now.country.freedPeople[c]!;
      for (let u = world.countries.firstUnit[c]!; u < world.countries.endUnit[c]!; u++) {
        if (world.units.kind[u] === UnitKind.contingent) continue;
        const i = units.place[u]!;
        const kind = world.units.kind[u]!;
        const ready = kind === UnitKind.police ? onShift : units.task[u] === Task.garrison || units.task[u] === Task.travelling ? reserve : 1;
        const strength = units.strength[u]! * worth[kind]! * ready * (1 - tiredLoss * units.fatigue01[u]!);
        if (units.stance[u] === Stance.obeys) inPlace[i]! += strength;
        else asideInPlace[i]! += strength;
      }
      // contingents of other members add where they stand
      if (now.country.foreignPeople[c]! > 0) {
        for (let u = 0; u < world.units.count; u++) {
          if (
            world.units.kind[u] === UnitKind.contingent &&
            world.units.country[u] !== c &&
            units.strength[u]! > 0 &&
            world.places.country[units.place[u]!] === c
          )
            inPlace[units.place[u]!]! += units.strength[u]! * guardWorth;
        }
      }
      // own people freed from guarding stand in the places that need them most: shared by crowd
      let crowds = 0;
      const crowdOf = (i: number) => (world.places.uncoupled[i] ? 0 : now.place.crowd[i]!);
      if (freed > 0) for (let i = first; i < end; i++) crowds += crowdOf(i);
      for (let i = first; i < end; i++) {
        const total = inPlace[i]! + asideInPlace[i]!;
        next.place.unitsAside01[i] = total > 0 ? asideInPlace[i]! / total : 0;
        next.place.force[i] = inPlace[i]! + (crowds > 0 ? (freed * crowdOf(i)) / crowds : 0);
      }
    }
  },
};
