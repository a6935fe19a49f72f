/**
 * Writes `country-years.csv` and `responses.csv` of scenarios/worlds/country-years.
 *
 *   node tools/country-years/build.ts FOLDER        (Node 22.18 or later)
 *
 * FOLDER holds four tables, as named below: country-years with V-Dem and World Bank columns, median ages,
 * entries of leaders into office, and the protests of Mass Mobilization. Which copies of them were read is
 * said in the README beside the tables.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTable, writeTable } from '../geography/table.ts';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', '..', 'scenarios', 'worlds', 'country-years');
const folder = process.argv[2];
if (folder === undefined) throw new Error('name the folder with the four tables');

/** every third year of the period that both campaigns and protests cover */
const years = [1990, 1993, 1996, 1999, 2002, 2005, 2008, 2011, 2014];
/** electoral democracy below which a campaign for another government counts as one against an autocracy or a hybrid */
const highestPolyarchy01 = 0.65;
const fewestResidents = 1_000_000;
/** every move costs time: the few larger ones would cost more than all others together */
const mostResidents = 40_000_000;

const index: Readonly<Record<string, string>> = {
  v2x_polyarchy: 'polyarchy01',
  v2xcl_rol: 'ruleOfLaw01',
  v2xcs_ccsi: 'civilSociety01',
  v2x_freexp_altinf: 'altInformation01',
  v2x_horacc_osp: 'horizontalAccountability01',
  gdppc_growth_pct: 'gdpPerCapitaGrowthPct',
};

const isNumber = (text: string | undefined): text is string => text !== undefined && text !== '' && !Number.isNaN(Number(text));

const medianAges = new Map(readTable(join(folder, 'median_age.csv')).map((row) => [`${row['iso3']} ${row['year']}`, row['UN_Median_Age']!]));
const leaders = readTable(join(folder, 'leaders.csv'));

/** Years the head has been in office on 1 January, by country number; absent = nobody on record. */
function tenureYears(country: string, year: number): number | undefined {
  const day = `${year}-01-01`;
  const inOffice = leaders.filter((l) => l['gwcode'] === country && l['startdate']! <= day && l['enddate']! >= day);
  if (inOffice.length === 0) return undefined;
  const since = inOffice
    .map((l) => l['startdate']!)
    .sort()
    .at(-1)!;
  return (Date.parse(day) - Date.parse(since)) / (365.25 * 86_400_000);
}

const rows: (string | number)[][] = [];
const numberOf = new Map<string, string>();
for (const row of readTable(join(folder, 'country_year.csv'))) {
  const year = Number(row['year']);
  const iso3 = row['iso3_vdem']!;
  const residents = Math.round(Number(row['pop_thousands']) * 1000);
  const age = medianAges.get(`${iso3} ${year}`);
  const tenure = tenureYears(row['gwcode']!, year);
  if (!years.includes(year) || !Object.keys(index).every((name) => isNumber(row[name])) || !isNumber(age) || tenure === undefined) continue;
  if (Number(row['v2x_polyarchy']) >= highestPolyarchy01 || residents < fewestResidents || residents > mostResidents) continue;
  numberOf.set(row['gwcode']!, iso3);
  rows.push([
    iso3,
    year,
    residents,
    ...Object.keys(index).map((name) => Number(Number(row[name]).toFixed(3))),
    Number(Number(age).toFixed(1)),
    Number(tenure.toFixed(1)),
  ]);
}
rows.sort((a, b) => (a[0]! < b[0]! ? -1 : a[0]! > b[0]! ? 1 : Number(a[1]) - Number(b[1])));
writeTable(join(out, 'country-years.csv'), ['iso3', 'year', 'residents', ...Object.values(index), 'medianAgeYears', 'headTenureYears'], rows);

const answers = ['arrests', 'beatings', 'killings', 'shootings', 'accomodation', 'protesterviolence'] as const;
const counts = new Map<string, number[]>();
for (const row of readTable(join(folder, 'protests.csv'))) {
  const iso3 = numberOf.get(row['ccode']!);
  if (iso3 === undefined) continue;
  const sum = counts.get(iso3) ?? [0, ...answers.map(() => 0)];
  sum[0]!++;
  answers.forEach((name, i) => (sum[i + 1]! += Number(row[name]) > 0 ? 1 : 0));
  counts.set(iso3, sum);
}
writeTable(
  join(out, 'responses.csv'),
  ['iso3', 'protests', 'arrests', 'beatings', 'killings', 'shootings', 'accommodations', 'violent'],
  [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([iso3, sum]) => [iso3, ...sum]),
);
