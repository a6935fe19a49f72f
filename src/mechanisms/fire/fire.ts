/**
 * Lethal force under given rules: who is killed and hurt, the fear now, the outrage after, the strain
 * on the unit. Casualties are counts; the model has no goal it could improve for anyone.
 */
import { clamp, exp, power } from '../../base/maths.ts';
import { even, scale, type Mechanism } from '../contract.ts';

export const fire: Mechanism = {
  id: 'fire',
  does: 'lethal force is used or not; dead, injured, fear now and outrage after',
  base: 'Steinert-Threlkeld, Chan & Joo (inverted U); Mass Mobilization lethal response by violence and demand',
  reads: ['place.force', 'place.crowd', 'place.crowdStrength', 'place.violence01', 'country.fire01', 'country.connectivity01'],
  writes: ['place.dead', 'place.securityDead', 'place.injured', 'place.fear01', 'place.outrage01', 'country.dead', 'country.injured', 'people'],
  draws: ['shoot', 'hit', 'fire rounding', 'term'],
  parameters: [
    scale(
      'fire.deadPerOfficerHour',
      'per h',
      0.0012,
      0.0002,
      0.005,
      'people killed by one officer-hour of force against full violence on a day on which it shoots',
      {
        assumption: 'Almaty, 5-7 January 2022: 151 dead in some 40 hours with a few thousand officers',
      },
    ),
    even(
      'fire.orderedDays01',
      'share',
      0.6,
      0.25,
      0.95,
      'share of days on which forces with an order to fire shoot at a violent crowd, in a country of average record',
      {
        assumption: 'orders are not carried out everywhere and every day; Almaty on two nights of three, Taldykorgan on one',
      },
    ),
    even('fire.unorderedDays01', 'share', 0.12, 0.02, 0.3, 'the same where sites are attacked and no order was given', {
      source: 'Mass Mobilization: shooting or killing on .28 of violent days of protest that demand a removal, orders or not; the split is an ASSUMPTION',
    }),
    even(
      'fire.lethalRecord',
      '1',
      0.7,
      0,
      1.2,
      'how far the record of shooting and killing moves these days: exponent of the readiness to fire over .46, the mean of all countries (zero inside)',
      {
        source: 'Mass Mobilization, doi:10.7910/DVN/HTTWYL; size ASSUMPTION',
      },
    ),
    even('fire.calmCrowd01', '1', 0.02, 0, 0.08, 'share of that rate against a crowd that attacks nothing', {
      assumption: 'lethal response to peaceful protest 3-6 % (Mass Mobilization)',
    }),
    scale('fire.injuredPerDead', '1', 8, 3, 20, 'people injured for each one killed', {
      assumption: 'Kazakhstan 2022: 4,353 injured, 238 dead; Zhanaozen 2011: 100 and 16',
    }),
    scale('fire.securityInjuredPerDead', '1', 100, 30, 300, 'members of the forces injured for each one killed', {
      assumption: 'Kazakhstan 2022: 3,393 injured, 19 killed; elsewhere far fewer',
    }),
    even('fire.recoverDays', 'day', 20, 8, 40, 'mean time until an injured person could come again', { assumption: 'weeks' }),
    scale('fire.fearHalfDead', '1', 5, 1.5, 20, 'dead per 100,000 residents in an hour that make people half afraid', { assumption: 'order of magnitude' }),
    scale('fire.outrageHalfDead', '1', 3, 0.8, 12, 'dead per 100,000 residents that make a place half outraged', { assumption: 'order of magnitude' }),
    even('fire.farOutrage01', '1', 0.3, 0.1, 0.6, 'share of that outrage felt in the rest of the country with an open network', {
      assumption: 'news of deaths travels with the network (Gohdes)',
    }),
    scale(
      'fire.securityDeadPerArmed',
      'per h',
      0.00008,
      0.00002,
      0.0004,
      'members of the forces killed per armed or attacking person and hour at full violence',
      {
        assumption: 'Almaty: 19 dead among forces, thousands attacking',
      },
    ),
  ],
  levers: [{ id: 'fire.lethal', values: ['as-decided', 'none'], meaning: 'whether forces use lethal force at all' }],
  prepare(run) {
    const { world, next, people } = run;
    const rate = run.value('fire.deadPerOfficerHour');
    const record = world.countries.latents.map((latents) => power(latents.lethalReadiness01 / 0.46, run.value('fire.lethalRecord')));
    const ordered = run.value('fire.orderedDays01');
    const unordered = run.value('fire.unorderedDays01');
    const calm = run.value('fire.calmCrowd01');
    const injuredPerDead = run.value('fire.injuredPerDead');
    const securityInjured = run.value('fire.securityInjuredPerDead');
    const recover = run.value('fire.recoverDays');
    const fearHalf = 0.6931471805599453 / run.value('fire.fearHalfDead');
    const outrageHalf = 0.6931471805599453 / run.value('fire.outrageHalfDead');
    const far = run.value('fire.farOutrage01');
    const perArmed = run.value('fire.securityDeadPerArmed');
    return () => {
      const { now, hour } = run;
      for (let i = 0; i < world.places.count; i++) {
        const crowd = now.place.crowd[i]!;
        const force = now.place.force[i]!;
        if (crowd === 0 || force <= 0 || world.places.uncoupled[i]) continue;
        const c = world.places.country[i]!;
        if (run.lever('fire.lethal', world.countries.keys[c]!) === 'none') continue;
        const key = world.places.keys[i]!;
        const violence = now.place.violence01[i]!;
        const allowed = now.country.fire01[c]! > 0;
        // whether they shoot at all is settled for a place and a day: the record counts days, not hours
        const chance = (allowed ? ordered : unordered) * record[c]!;
        const shoots = run.luck(key, 'shoot', world.settlement.dayOf(i, hour)) < chance;
        const readiness = !shoots ? 0 : allowed ? violence + calm * (1 - violence) : violence;
        const strength = Math.max(crowd, now.place.crowdStrength[i]!);
        const engaged = Math.min(force, strength);
        const dead = Math.floor(rate * readiness * engaged + run.luck(key, 'fire rounding', 2 * hour));
        const lost = Math.floor(perArmed * violence * Math.min(strength, force * 3) + run.luck(key, 'fire rounding', 2 * hour + 1));
        if (lost > 0) {
          next.place.securityDead[i]! += lost;
          next.country.dead[c]! += lost;
          next.place.injured[i]! += Math.round(lost * securityInjured);
          next.country.injured[c]! += Math.round(lost * securityInjured);
        }
        if (dead === 0) continue;
        const { dead: killed, injured } = people.hit(i, dead, Math.round(dead * injuredPerDead), recover);
        if (killed === 0) continue;
        next.place.dead[i]! += killed;
        next.place.injured[i]! += injured;
        next.country.dead[c]! += killed;
        next.country.injured[c]! += injured;
        const per100k = (killed * 100_000) / Math.max(20_000, world.places.residents[i]!);
        next.place.fear01[i]! += (1 - next.place.fear01[i]!) * (1 - exp(-fearHalf * per100k));
        next.place.outrage01[i]! += (1 - next.place.outrage01[i]!) * (1 - exp(-outrageHalf * per100k));
        const national = 1 - exp((-outrageHalf * far * now.country.connectivity01[c]! * killed * 100_000) / Math.max(100_000, world.countries.residents[c]!));
        for (let j = world.countries.firstPlace[c]!; j < world.countries.endPlace[c]!; j++) {
          if (j !== i && !world.places.uncoupled[j])
            next.place.outrage01[j] = clamp(next.place.outrage01[j]! + (1 - next.place.outrage01[j]!) * national, 0, 1);
        }
        run.log('lethal force', 'fire', c, i, { allowed: allowed ? 1 : 0, violence01: violence, force, crowd, killed, injured });
      }
    };
  },
};
