/** Hours of a run as dates and clock times of the scenario's own offset. Arithmetic only: no clock is read. */

export interface Calendar {
  /** `5 Jan, 16:30` */
  readonly hour: (hour: number) => string;
  /** `5 Jan` of the day that holds this hour */
  readonly day: (hour: number) => string;
  /** `5 January 2022, 16:30` */
  readonly full: (hour: number) => string;
  /** first local midnight, hours after hour 0 */
  readonly firstMidnight: number;
  /** `UTC+06:00` */
  readonly zone: string;
}

/** How one language writes dates and times of day. */
export interface DateWords {
  readonly months: readonly string[];
  readonly shortMonths: readonly string[];
  /** after the number of the day: a point in German */
  readonly dayMark: string;
  /** after the time of day in full dates */
  readonly clockMark: string;
  readonly never: string;
}

const englishMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
export const englishDates: DateWords = {
  months: englishMonths,
  shortMonths: englishMonths.map((month) => month.slice(0, 3)),
  dayMark: '',
  clockMark: '',
  never: 'never',
};
export const germanDates: DateWords = {
  months: ['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli', 'August', 'September', 'Oktober', 'November', 'Dezember'],
  shortMonths: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
  dayMark: '.',
  clockMark: ' Uhr',
  never: 'nie',
};

/** Dates are not broken over lines. */
const space = '\u00a0';
const written = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * @param from ISO instant of hour 0 with its offset, e.g. 2022-01-02T00:00+06:00
 * @param words of one language, English if none is named
 */
export function calendarFrom(from: string, words: DateWords = englishDates): Calendar {
  const found = written.exec(from);
  const [year, month, day, hours, minutes] = found
    ? (found.slice(1, 6).map((part) => Number(part ?? 0)) as [number, number, number, number, number])
    : [1970, 1, 1, 0, 0];
  const startMinutes = hours * 60 + minutes;
  const startDay = dayNumber(year, month, day);
  const at = (hour: number) => {
    const total = startMinutes + Math.round(hour * 60);
    const civil = civilDay(startDay + Math.floor(total / 1440));
    const minute = ((total % 1440) + 1440) % 1440;
    return { ...civil, clock: `${pad(Math.floor(minute / 60))}:${pad(minute % 60)}` };
  };
  const offset = found?.[6];
  return {
    hour: (hour) => show(hour, (t) => `${t.day}${words.dayMark}${space}${words.shortMonths[t.month - 1]!},${space}${t.clock}`),
    day: (hour) => show(hour, (t) => `${t.day}${words.dayMark}${space}${words.shortMonths[t.month - 1]!}`),
    full: (hour) => show(hour, (t) => `${t.day}${words.dayMark} ${words.months[t.month - 1]!} ${t.year}, ${t.clock}${words.clockMark}`),
    firstMidnight: ((1440 - startMinutes) % 1440) / 60,
    zone: offset === undefined || offset === 'Z' ? 'UTC' : `UTC${offset}`,
  };

  function show(hour: number, write: (t: ReturnType<typeof at>) => string): string {
    return Number.isFinite(hour) ? write(at(hour)) : words.never;
  }
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

/** Days since 1 March of year 0 in the Gregorian calendar. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const m = (month + 9) % 12;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((m * 306 + 5) / 10) + day - 1;
}

function civilDay(number: number): { year: number; month: number; day: number } {
  let year = Math.floor((10_000 * number + 14_780) / 3_652_425);
  let rest = number - (365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400));
  if (rest < 0) {
    year--;
    rest = number - (365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400));
  }
  const m = Math.floor((100 * rest + 52) / 3060);
  const month = ((m + 2) % 12) + 1;
  return { year: year + (month <= 2 ? 1 : 0), month, day: rest - Math.floor((m * 306 + 5) / 10) + 1 };
}
