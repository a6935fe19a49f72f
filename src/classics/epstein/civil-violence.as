/**
 * AssemblyScript: a tick of Epstein's model I. civil-violence.ts holds the same rules in plain words, and a test
 * holds both to the same bytes.
 *
 * Above an actor's kind a record keeps 15 bits of daring and 15 bits of term. Daring is how many of the risks that can
 * be read at all, from the smallest up, still leave the agent's net grievance above the threshold.
 */
import { below, bitOf, choose, lower, openGrid, raise, seen, wordOf } from '../grid/grid';
import { actorCount, note, noted, openOrder, records, reorder } from '../grid/order';

const quiet: u32 = 0;
const active: u32 = 1;
const cop: u32 = 2;
const jailed: u32 = 3;

const forLife: u32 = 0x7fff;
const termAt: u32 = 17;
const withoutTerm: u32 = 0x1ffff;

let occupied: usize = 0;
let actives: usize = 0;
let cops: usize = 0;
let riskRanks: usize = 0;
let ranksInRow: i32 = 0;
let longestTerm: u32 = 0;
let agentsMove: bool = false;
let isNetLogo: bool = false;

export let activeCount: i32 = 0;
export let jailedCount: i32 = 0;

/** To be called once, after the host has laid the memory out. */
export function open(): void {
  const at = openOrder(openGrid());
  occupied = load<u32>(at);
  actives = load<u32>(at + 4);
  cops = load<u32>(at + 8);
  riskRanks = load<u32>(at + 12);
  ranksInRow = load<i32>(at + 16);
  longestTerm = load<u32>(at + 20);
  agentsMove = load<i32>(at + 24) !== 0;
  isNetLogo = load<i32>(at + 28) !== 0;
}

export function step(): void {
  const present = actorCount - jailedCount;
  reorder(present);
  for (let i = 0; i < present; i++) {
    const at = records + (<usize>i << 3);
    const kind = load<u32>(at, 4) & 3;
    if (kind === cop) patrol(at);
    else if (kind !== jailed) decide(at, i, kind);
  }
  release();
}

function decide(at: usize, i: i32, before: u32): void {
  const nature = load<u32>(at, 4);
  let site = load<u32>(at);
  let x = <i32>(site & 0xffff);
  let y = <i32>(site >> 16);
  if (before === active) lower(actives, x, y);
  if (agentsMove) {
    const to = choose(occupied, ~(<u64>0), x, y);
    if (to >= 0) {
      lower(occupied, x, y);
      site = <u32>to;
      x = <i32>(site & 0xffff);
      y = <i32>(site >> 16);
      raise(occupied, x, y);
    }
  }
  const daring = (nature >> 2) & 0x7fff;
  let now = quiet;
  if (daring > 0) {
    const counted = seen(actives, x, y) + (isNetLogo && before === active ? 2 : 1);
    const rank = load<u16>(riskRanks + (<usize>(counted * ranksInRow + seen(cops, x, y)) << 1));
    if (<u32>rank < daring) {
      now = active;
      raise(actives, x, y);
      note(x, y, i);
    }
  }
  activeCount += <i32>now - <i32>before;
  store<u32>(at, site);
  store<u32>(at, (nature & ~3) | now, 4);
}

function patrol(at: usize): void {
  let site = load<u32>(at);
  let to = choose(occupied, ~(<u64>0), site & 0xffff, site >> 16);
  if (to >= 0) site = march(at, site, to);
  const found = choose(actives, 0, site & 0xffff, site >> 16);
  if (found < 0) return;
  const x = found & 0xffff;
  const y = found >> 16;
  const arrested = records + (<usize>noted(x, y) << 3);
  lower(actives, x, y);
  lower(occupied, x, y);
  activeCount--;
  jailedCount++;
  const term = longestTerm === forLife ? forLife : 1 + below(longestTerm);
  store<u32>(arrested, (load<u32>(arrested, 4) & (withoutTerm & ~3)) | jailed | (term << termAt), 4);
  if (isNetLogo) march(at, site, found);
}

function march(at: usize, from: u32, to: i32): u32 {
  lower(occupied, from & 0xffff, from >> 16);
  lower(cops, from & 0xffff, from >> 16);
  raise(occupied, to & 0xffff, to >> 16);
  raise(cops, to & 0xffff, to >> 16);
  store<u32>(at, <u32>to);
  return <u32>to;
}

/** A term that ends lets its agent back to where it was arrested, or to a free site in view, or keeps it for another tick. */
function release(): void {
  for (let i = 0; i < actorCount; i++) {
    const at = records + (<usize>i << 3);
    const nature = load<u32>(at, 4);
    if ((nature & 3) !== jailed) continue;
    const term = nature >> termAt;
    if (term === forLife) continue;
    if (term > 1) {
      store<u32>(at, nature - (1 << termAt), 4);
      continue;
    }
    const site = load<u32>(at);
    let to = <i32>site;
    if (isTaken(site & 0xffff, site >> 16)) {
      to = choose(occupied, ~(<u64>0), site & 0xffff, site >> 16);
      if (to < 0) continue;
    }
    raise(occupied, to & 0xffff, to >> 16);
    store<u32>(at, <u32>to);
    store<u32>(at, nature & (withoutTerm & ~3), 4);
    jailedCount--;
  }
}

/** How many actives, and in the upper half cops, are seen from a site. */
export function around(x: i32, y: i32): i32 {
  return seen(actives, x, y) | (seen(cops, x, y) << 16);
}

/** Where the records of all actors begin now: they change places every tick. */
export function recordsAt(): usize {
  return records;
}

function isTaken(x: i32, y: i32): bool {
  return (load<u64>(wordOf(occupied, x, y)) & bitOf(x, y)) !== 0;
}
