/** Published and obtained side by side, for a terminal and for docs/classics.md. */
import { failures, knownMisses, type Classic, type Outcome, type Target } from './contract.ts';

/** A number with as many digits as a reader can use; less than a billionth is nothing. */
export function shown(value: number): string {
  return String(Math.abs(value) < 1e-9 ? 0 : Number(value.toPrecision(6)));
}

const basisWords: Readonly<Record<Target['basis'], string>> = {
  read: 'paper, read in part',
  quoted: 'paper, second hand',
  equations: 'its equations',
};

const verdict = (t: Target) => (t.reproduces ? 'yes' : t.knownMiss === undefined ? 'NO' : 'no, known');

const within = (t: Target) => (t.tolerance === 0 ? 'exact' : `± ${Number(t.tolerance.toPrecision(2))}`);

/** One line per rebuilt model. */
export function listLines(classics: readonly Classic[]): string[] {
  return classics.map((c) => `${c.id.padEnd(16)} ${c.title}\n${' '.repeat(17)}${c.citation}, doi:${c.doi}`);
}

/** A model's targets as a table, then what does not reproduce, then what was not tried. */
export function outcomeLines(classic: Classic, { targets }: Outcome): string[] {
  const cells = [
    ['target', 'published', 'obtained', 'tolerance', 'reproduces'],
    ...targets.map((t) => [named(t), shown(t.published), shown(t.obtained), within(t), verdict(t)]),
  ];
  const widths = cells[0]!.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const table = cells.map((row) =>
    row
      .map((cell, column) => (column === 0 || column > 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
  return [`${classic.title} (${classic.id})`, `${classic.citation}, doi:${classic.doi}`, '', ...table, '', ...remarks(classic, targets)];
}

function named(t: Target): string {
  return t.unit === '' ? t.what : `${t.what} (${t.unit})`;
}

function remarks(classic: Classic, targets: readonly Target[]): string[] {
  return [
    `${targets.filter((t) => t.reproduces).length} of ${targets.length} reproduce.`,
    ...failures(targets).map((t) => `FAILS: ${t.what}: published ${shown(t.published)}, obtained ${shown(t.obtained)}`),
    ...knownMisses(targets).map((t) => `known not to reproduce: ${t.what}: published ${shown(t.published)}, obtained ${shown(t.obtained)}; ${t.knownMiss!}`),
    ...targets.flatMap((t) => (t.measured === undefined ? [] : [`measured: ${t.what}: ${t.measured}`])),
    ...classic.notTried.map((n) => `not tried: ${n.what}: ${n.why}`),
  ];
}

/** The page docs/classics.md. */
export function page(runs: readonly { readonly classic: Classic; readonly outcome: Outcome }[]): string {
  const all = runs.flatMap(({ outcome }) => outcome.targets);
  const parts = runs.map(({ classic, outcome }) =>
    [
      `## ${classic.title}`,
      `\`${classic.id}\`: ${classic.citation}, [doi:${classic.doi}](https://doi.org/${classic.doi}). Code: \`src/classics/${classic.id}\`.`,
      classic.model,
      ['| parameter | value |', '| --- | --- |', ...classic.parameters.map((p) => `| ${p.name} | ${p.value} |`)].join('\n'),
      [
        '| target | from | published | obtained | tolerance | reproduces |',
        '| --- | --- | ---: | ---: | --- | --- |',
        ...outcome.targets.map((t) => `| ${named(t)} | ${basisWords[t.basis]} | ${shown(t.published)} | ${shown(t.obtained)} | ${within(t)} | ${verdict(t)} |`),
      ].join('\n'),
      remarks(classic, outcome.targets)
        .map((remark) => `- ${remark}`)
        .join('\n'),
    ].join('\n\n'),
  );
  return `${[
    '# Published models, rebuilt',
    'Made from a run by `UPDATE_DOCS=1 npx vitest run tests/classics`; `unrest classics run --all` prints the same. Sizes are the quick ones; `--full` takes those of the papers.',
    `${all.filter((t) => t.reproduces).length} of ${all.length} targets reproduce; ${knownMisses(all).length} are known not to. "Paper, read in part" is a statement of its abstract, of a copy of some pages, of an earlier draft or of its authors' summary. "Paper, second hand" is a number that the literature ascribes to the paper: the page itself was not read for this table, so check it before quoting. "Its equations" is a number that follows from the paper's equations: either worked out apart from this program, or a closed form set against a simulation that does not use it. A statement about an order is held to a sign: 1 or -1 when a difference is more than three standard errors from nothing, else 0; the difference stands under the table.`,
    ...parts,
  ].join('\n\n')}\n`;
}
