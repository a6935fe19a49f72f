/** Fighters and police who all see one another, worked out turn by turn without luck: what the torus must give when nobody else is there. */

/** Chances of the two sides to kill with one shot. */
export interface Precision {
  readonly police01: number;
  readonly rebel01: number;
}

/** Who still has a turn in this tick, and who has had it. */
interface Turn {
  readonly policeToAct: number;
  readonly policeDone: number;
  readonly fightersToAct: number;
  readonly fightersDone: number;
}

type Chances = Map<string, { readonly turn: Turn; chance01: number }>;

function add(chances: Chances, turn: Turn, chance01: number): void {
  if (chance01 === 0) return;
  const name = Object.values(turn).join(' ');
  const known = chances.get(name);
  if (known) known.chance01 += chance01;
  else chances.set(name, { turn, chance01 });
}

/** What one more turn leads to: whoever is next is drawn among those who wait, and shoots at one drawn among the other side in sight. */
function next(from: Turn, { police01, rebel01 }: Precision, isFirst: boolean, chance01: number, into: Chances): void {
  const { policeToAct, policeDone, fightersToAct, fightersDone } = from;
  const waiting = policeToAct + fightersToAct;
  if (policeToAct > 0) {
    const after = { ...from, policeToAct: policeToAct - 1, policeDone: policeDone + 1 };
    const share = (chance01 * policeToAct) / waiting;
    // hidden until their own first turn
    const open = isFirst ? 0 : fightersToAct;
    const targets = open + fightersDone;
    const hit = targets === 0 ? 0 : (share * police01) / targets;
    add(into, after, share - hit * targets);
    add(into, { ...after, fightersToAct: fightersToAct - 1 }, hit * open);
    add(into, { ...after, fightersDone: fightersDone - 1 }, hit * fightersDone);
  }
  if (fightersToAct > 0) {
    const after = { ...from, fightersToAct: fightersToAct - 1, fightersDone: fightersDone + 1 };
    const share = (chance01 * fightersToAct) / waiting;
    const targets = policeToAct + policeDone;
    const hit = targets === 0 ? 0 : (share * rebel01) / targets;
    add(into, after, share - hit * targets);
    add(into, { ...after, policeToAct: policeToAct - 1 }, hit * policeToAct);
    add(into, { ...after, policeDone: policeDone - 1 }, hit * policeDone);
  }
}

/** Where a tick that begins with that many ends, with chances. */
function tick(police: number, fighters: number, precision: Precision, isFirst: boolean): Chances {
  let chances: Chances = new Map();
  add(chances, { policeToAct: police, policeDone: 0, fightersToAct: fighters, fightersDone: 0 }, 1);
  while ([...chances.values()].some(({ turn }) => turn.policeToAct + turn.fightersToAct > 0)) {
    const following: Chances = new Map();
    for (const { turn, chance01 } of chances.values())
      if (turn.policeToAct + turn.fightersToAct === 0) add(following, turn, chance01);
      else next(turn, precision, isFirst, chance01, following);
    chances = following;
  }
  return chances;
}

/**
 * Chance that the police are wiped out when everybody fights on to the end.
 * @param police people; @param fighters people, hidden until their own first turn; both up to about a dozen
 */
export function policeLose01(police: number, fighters: number, precision: Precision): number {
  const known = new Map<string, number>();
  const lose = (p: number, f: number, isFirst: boolean): number => {
    if (p === 0) return 1;
    if (f === 0) return 0;
    const name = `${p} ${f} ${isFirst}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    let [sum, stays] = [0, 0];
    for (const { turn, chance01 } of tick(p, f, precision, isFirst).values()) {
      if (!isFirst && turn.policeDone === p && turn.fightersDone === f) stays = chance01;
      else sum += chance01 * lose(turn.policeDone, turn.fightersDone, false);
    }
    const found = sum / (1 - stays);
    known.set(name, found);
    return found;
  };
  return lose(police, fighters, true);
}
