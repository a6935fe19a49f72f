/** The countries uprisings are drawn from: a table of country-years and one of how states answered protest before. */
import { quoted } from '../../base/issue.ts';

/** One country in one year: what the fixed mapping of indicators reads, and how many lived there. */
export interface CountryYear {
  readonly iso3: string;
  readonly year: number;
  readonly residents: number;
  /** value by name of the indicator, as in a world's `indicators.csv` */
  readonly indicators: Readonly<Record<string, number>>;
}

/** Protests a country's own record must outweigh before it counts as much as the mean of all countries. ASSUMPTION. */
const weightOfAll = 30;

const answers = {
  arrests: 'responseArrest01',
  beatings: 'responseBeating01',
  killings: 'responseKilling01',
  shootings: 'responseShooting01',
  accommodations: 'responseAccommodation01',
  violent: 'protesterViolence01',
} as const;
type Answer = keyof typeof answers;

/**
 * Country-years with their indicators. How a state answered protest is taken from its own record and, as far
 * as that is short, from the mean of all: (k + 30 m) / (n + 30).
 * @param countryYears text of `country-years.csv`
 * @param responses text of `responses.csv`: protests of each country and how many met with what
 * @throws RangeError naming the line when a table is broken
 */
export function readCountryYears(countryYears: string, responses: string): readonly CountryYear[] {
  const records = new Map(readTable('responses.csv', responses).map((row) => [row.text('iso3'), row]));
  const all = [...records.values()];
  const protests = all.reduce((sum, row) => sum + row.number('protests'), 0);
  const mean = Object.fromEntries(
    (Object.keys(answers) as Answer[]).map((answer) => [answer, all.reduce((sum, row) => sum + row.number(answer), 0) / protests]),
  );
  return readTable('country-years.csv', countryYears).map((row) => {
    const record = records.get(row.text('iso3'));
    const known = record?.number('protests') ?? 0;
    const indicators: Record<string, number> = {};
    for (const name of row.names)
      if (name.endsWith('01') || name === 'medianAgeYears' || name === 'headTenureYears' || name === 'gdpPerCapitaGrowthPct')
        indicators[name] = row.number(name);
    for (const [answer, indicator] of Object.entries(answers))
      indicators[indicator] = ((record?.number(answer) ?? 0) + weightOfAll * mean[answer]!) / (known + weightOfAll);
    return { iso3: row.text('iso3'), year: row.number('year'), residents: row.number('residents'), indicators };
  });
}

interface TableRow {
  readonly names: readonly string[];
  text(name: string): string;
  number(name: string): number;
}

/** Rows of a plain table of ours: no cell holds a comma. */
function readTable(file: string, text: string): TableRow[] {
  const [head = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line, i) => {
    const cells = line.split(',');
    const where = `${file}, line ${i + 2}`;
    if (cells.length !== names.length) throw new RangeError(`${where} has ${cells.length} cells, its head ${names.length}: mend the line`);
    const cell = (name: string): string => {
      const found = cells[names.indexOf(name)];
      if (found === undefined) throw new RangeError(`${file} has no column ${name}: its columns are ${head}`);
      return found;
    };
    return {
      names,
      text: cell,
      number: (name) => {
        const value = Number(cell(name));
        if (cell(name) === '' || !Number.isFinite(value)) throw new RangeError(`${where}: ${name} is ${quoted(cell(name))}, not a number`);
        return value;
      },
    };
  });
}
