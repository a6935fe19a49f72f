/** Riots that pass from town to town and end because those ready to join are used up. */

/** Towns, how much each weighs on each, and how fast people join and leave. */
export interface Country {
  readonly towns: number;
  /** what activity in town j counts in town k, row k after row: 1 at home */
  readonly weights: Float64Array;
  /** people ready to join at first */
  readonly stock: Float64Array;
  /** chance to join, per day and per active person felt */
  readonly joinPerDay: number;
  /** chance of an active person to go home for good, per day */
  readonly leavePerDay: number;
}

/** Activity and stocks at one moment: active people of all towns, then those still ready to join. */
export type Riot = Float64Array;

/** @param active people active at first, town by town */
export function outbreak(country: Country, active: ArrayLike<number>): Riot {
  const riot = new Float64Array(2 * country.towns);
  for (let k = 0; k < country.towns; k++) {
    riot[k] = active[k]!;
    riot[country.towns + k] = country.stock[k]!;
  }
  return riot;
}

/**
 * Change per day: dλ = −ω λ + σ β Λ, dσ = −σ β Λ, Λ the activity felt.
 * @source Bonnasse-Gahot et al. 2018, doi:10.1038/s41598-017-18093-4, with the linear form of Ψ; read second hand
 */
export function change(country: Country, riot: Riot, into: Riot): void {
  const { towns, weights, joinPerDay, leavePerDay } = country;
  for (let k = 0, at = 0; k < towns; k++) {
    let felt = 0;
    for (let j = 0; j < towns; j++) felt += weights[at++]! * riot[j]!;
    const joining = riot[towns + k]! * joinPerDay * felt;
    into[k] = joining - leavePerDay * riot[k]!;
    into[towns + k] = -joining;
  }
}

/** Carries a riot on, in place, in steps of fourth order. @param visit called before the first and after every step */
export function run(country: Country, riot: Riot, days: number, stepDays: number, visit: (day: number) => void = () => {}): void {
  const slopes = [0, 1, 2, 3].map(() => new Float64Array(riot.length));
  const probe = new Float64Array(riot.length);
  visit(0);
  for (let step = 1; step <= Math.round(days / stepDays); step++) {
    change(country, riot, slopes[0]!);
    for (let part = 1; part < 4; part++) {
      const reach = part === 3 ? stepDays : stepDays / 2;
      for (let i = 0; i < riot.length; i++) probe[i] = riot[i]! + reach * slopes[part - 1]![i]!;
      change(country, probe, slopes[part]!);
    }
    for (let i = 0; i < riot.length; i++) riot[i]! += (stepDays / 6) * (slopes[0]![i]! + 2 * slopes[1]![i]! + 2 * slopes[2]![i]! + slopes[3]![i]!);
    visit(step * stepDays);
  }
}
