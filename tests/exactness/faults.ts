/** The planted faults. Each is a slip somebody could make, and each must show in the bytes. */
import type { PlantedFault } from './mutants.ts';

export const plantedFaults: readonly PlantedFault[] = [
  {
    name: 'cut-off-by-one',
    meaning: 'the most fearful willing person of a segment is left out',
    file: 'engine.ts',
    find: 'return willing + 1;',
    replace: 'return willing;',
  },
  {
    name: 'vacancy-joins',
    meaning: 'slots where nobody lives go out when a call reaches them',
    file: 'engine.ts',
    find: 'if ((state & statusMask) !== Status.idle || !home.isResident(index)) continue;',
    replace: 'if ((state & statusMask) !== Status.idle) continue;',
  },
  {
    name: 'return-not-judged',
    meaning: 'whoever comes back from rest, custody or hospital is never asked again',
    file: 'streets.ts',
    find: '(state & ~statusMask) | Status.idle',
    replace: '(state & ~statusMask) | Status.resting',
  },
  {
    name: 'not-relisted',
    meaning: 'who once dropped out of the list of people with active ties never gets into it again',
    file: 'engine.ts',
    find: 'this.pages.set(person, state & ~listedBit);',
    replace: '',
  },
  {
    name: 'ties-not-told',
    meaning: 'the ties of somebody who went in, was taken or hit go on counting him as out',
    file: 'streets.ts',
    find: 'this.untellTies(person, home, index);',
    replace: '',
  },
  {
    name: 'told-of-another',
    meaning: 'whoever goes in takes back what the last person in his cell of the memory told',
    file: 'told.ts',
    find: 'if (this.entries[at] !== person + 1) return -1;',
    replace: 'if (this.entries[at] === 0) return -1;',
  },
  {
    name: 'asked-twice',
    meaning: 'somebody reached twice in one hour goes out twice',
    file: 'streets.ts',
    find: 'if ((state & statusMask) !== Status.idle) continue; // asked twice',
    replace: '// asked twice',
  },
  {
    name: 'lottery-by-list-order',
    meaning: 'detained and hit are those who happen to stand first in the list',
    file: 'lottery.ts',
    find: 'draws[i] = drawOf(list.items[i]!);',
    replace: 'draws[i] = i;',
  },
  {
    name: 'willing-below-too-low',
    meaning: 'of the people with active ties only those of the first segment are looked at',
    file: 'engine.ts',
    find: 'for (let s = segmentCount - 1; s >= 0; s--) {',
    replace: 'for (let s = 0; s >= 0; s--) {',
  },
  {
    name: 'day-does-not-turn',
    meaning: 'the clock of a place is not set back at dawn',
    file: 'streets.ts',
    find: 'this.reachClock[p] = 0;',
    replace: '',
  },
  {
    name: 'travellers-at-home',
    meaning: 'travellers are counted in the place they come from',
    file: 'streets.ts',
    find: 'due.items[i + 2]! >>> 12',
    replace: 'this.town.placeOf(person)',
  },
  {
    name: 'bound-shrinks-too-early',
    meaning: 'the bound on active ties in a place is one too small after its list was scanned',
    file: 'engine.ts',
    find: 'this.mostTies[place] = most;',
    replace: 'this.mostTies[place] = most > 0 ? most - 1 : 0;',
  },
  {
    name: 'past-marks-count',
    meaning: 'marks that passed earlier in the same cell of the clock count once more',
    file: 'clocks.ts',
    find: 'if (at > before && at <= after) {',
    replace: 'if (at <= after) {',
  },
  {
    name: 'tie-inverted-wrongly',
    meaning: 'the inverse of a far tie lands one end further on',
    file: 'ties.ts',
    find: 'table.theirStarts[q]! + within;',
    replace: 'table.theirStarts[q]! + within + 1;',
  },
  {
    name: 'trade-boundary-off-by-one',
    meaning: 'the first person outside the strikeable trades is taken for a worker when a tie rings',
    file: 'layout.ts',
    find: 'return index < this.segmentEnd(2 * low)',
    replace: 'return index <= this.segmentEnd(2 * low)',
  },
  {
    name: 'calendar-forgets',
    meaning: 'of all who are due in one hour only the last is kept',
    file: 'calendar.ts',
    find: '(this.hours[hour] ??= new IntList(24))',
    replace: '(this.hours[hour] = new IntList(24))',
  },
];

/** Shows only where an interval ends on a mark, which no sum of hazards does: for `clocks.test.ts`. */
export const closedAtTheWrongEnd: PlantedFault = {
  name: 'closed-at-the-wrong-end',
  meaning: 'an interval of the clock holds its beginning instead of its end',
  file: 'clocks.ts',
  find: 'if (at > before && at <= after) {',
  replace: 'if (at >= before && at < after) {',
};
