/** What a picture needs to speak one language: signs of numbers, dates, and the words of charts. */
import { calendarFrom, englishDates, germanDates, type Calendar } from './calendar.ts';
import { englishCharts, type ChartWords } from './chart-words-en.ts';
import { germanCharts } from './chart-words-de.ts';
import { englishNumbers, germanNumbers, type Numbers } from './numbers.ts';

export const languageCodes = ['en', 'de'] as const;
export type LanguageCode = (typeof languageCodes)[number];

export interface Language extends Numbers {
  readonly code: LanguageCode;
  /** @param from ISO instant of hour 0 with its offset */
  readonly calendar: (from: string) => Calendar;
  readonly chart: ChartWords;
}

export const english: Language = { code: 'en', ...englishNumbers, calendar: (from) => calendarFrom(from, englishDates), chart: englishCharts };
export const german: Language = { code: 'de', ...germanNumbers, calendar: (from) => calendarFrom(from, germanDates), chart: germanCharts };
