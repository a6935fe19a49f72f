/** Dates in files to hours of a run, by plain arithmetic: no `Date`, no time zone of the machine. */

export interface Clock {
  /** hour 0 as written, ISO with offset */
  readonly from: string;
  readonly fromEpochMs: number;
  readonly offsetMinutes: number;
  readonly hours: number;
}

export interface Instant {
  readonly epochMs: number;
  readonly offsetMinutes: number;
}

const msPerMinute = 60_000;
const msPerHour = 3_600_000;

/**
 * An ISO 8601 time with offset, or why it is none.
 * @example parseInstant('2022-01-02T11:00+05:00')
 */
export function parseInstant(text: string): Instant | { readonly problem: string } {
  const match = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/.exec(text);
  if (!match) return { problem: 'write it like 2022-01-02T11:00+05:00' };
  if (match[7] === undefined) return { problem: 'say which clock: end it with an offset such as +05:00, or Z' };
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [number, number, number, number, number, number];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return { problem: 'there is no such day' };
  if (hour > 23 || minute > 59 || second > 59) return { problem: 'hours go to 23, minutes and seconds to 59' };
  const offsetMinutes = match[7] === 'Z' ? 0 : Number(`${match[7][0]}1`) * (Number(match[7].slice(1, 3)) * 60 + Number(match[7].slice(4, 6)));
  if (Math.abs(offsetMinutes) > 14 * 60) return { problem: 'clocks differ from UTC by 14 hours at most' };
  const minutes = daysFromCivil(year, month, day) * 1440 + hour * 60 + minute - offsetMinutes;
  return { epochMs: minutes * msPerMinute + second * 1000, offsetMinutes };
}

/**
 * Hours since the start of a run (may be fractional), or why there are none.
 * `day 3 18:00` is read on the local clock of the start; day 1 is its calendar day.
 */
export function parseMoment(text: string, clock: Clock): { readonly hours: number } | { readonly problem: string } {
  const match = /^day (\d{1,4})(?: (\d\d):(\d\d))?$/.exec(text);
  if (match) {
    const [day, hour, minute] = [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
    if (day < 1) return { problem: 'the first day is day 1' };
    if (hour > 23 || minute > 59) return { problem: 'hours go to 23, minutes to 59' };
    const localStartMinute = mod(clock.fromEpochMs / msPerMinute + clock.offsetMinutes, 1440);
    return { hours: ((day - 1) * 1440 + hour * 60 + minute - localStartMinute) / 60 };
  }
  const instant = parseInstant(text);
  if ('problem' in instant) return { problem: text.startsWith('day') ? 'write it like "day 3 18:00"' : instant.problem };
  return { hours: (instant.epochMs - clock.fromEpochMs) / msPerHour };
}

function mod(x: number, n: number): number {
  return ((x % n) + n) % n;
}

/**
 * Days since 1 January 1970.
 * @source Hinnant, chrono-compatible low-level date algorithms, days_from_civil
 */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
}

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}
