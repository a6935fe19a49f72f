/**
 * What is wrong with a file somebody wrote, as data: all of it at once, each with file, line and column.
 * All English text about issues is composed here and nowhere else; codes are stable, wording is not.
 */
import { nearest } from './suggest.ts';

/** Steps from the root of a document to a value. */
export type Path = readonly (string | number)[];

/** Where in a text: lines and columns count from 1, columns in UTF-16 units. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface Issue extends Spot {
  /** AREA_WORD, stable */
  readonly code: IssueCode;
  /** `events[0].grievance.unit`; empty for a whole file */
  readonly path: string;
  readonly message: string;
  readonly expected?: string;
  readonly received?: string;
  readonly hint?: string;
}

/** What the text of an issue is made of. */
export interface IssueFacts {
  /** the thing spoken of: `place`, `key`, `region kazakhstan/mangystau` */
  readonly what?: string;
  readonly expected?: string;
  readonly received?: string;
  /** names that would have been right; the nearest becomes the hint */
  readonly known?: Iterable<string>;
  readonly hint?: string;
}

type Words = Required<Pick<IssueFacts, 'what' | 'expected' | 'received'>>;

const texts = {
  FILE_MISSING: (f: Words) => `there is no file ${f.received}`,
  FILE_NAME: (f: Words) => `${f.received} cannot name a ${f.what}: ${f.expected}`,
  FILE_KIND: (f: Words) => `${f.received} is ${f.what}, not a file of ${f.expected}`,
  FILE_SIZE: (f: Words) => `the file has ${f.received}, more than the ${f.expected} allowed`,
  FILE_UTF8: (f: Words) => `the text is not UTF-8: byte ${f.received} does not fit`,
  YAML_SYNTAX: (f: Words) => f.what,
  YAML_DUPLICATE: (f: Words) => `the key ${f.received} was already given in ${f.what}`,
  YAML_DEPTH: (f: Words) => `nested deeper than ${f.expected} levels`,
  YAML_SIZE: (f: Words) => `more than ${f.expected} words, marks or lines in one YAML file`,
  YAML_ALIAS: (f: Words) => `the aliases of this file unfold to more than ${f.expected} values`,
  YAML_ANCHOR: (f: Words) => `the alias *${f.received} has no anchor before it`,
  YAML_KEY: (f: Words) => `${f.received} cannot be a key: ${f.expected}`,
  TEXT_CONTROL: (f: Words) => `${f.what} holds the character ${f.received}, which a reader cannot see and a terminal may obey`,
  YAML_TYPE: (f: Words) => `only text, numbers, true, false, null, lists and mappings are understood; this is ${f.received}`,
  CSV_SYNTAX: (f: Words) => f.what,
  CSV_SIZE: (f: Words) => `more than ${f.expected} in one table`,
  CSV_CELLS: (f: Words) => `the row has ${f.received} cells where the header has ${f.expected}`,
  SCHEMA_VERSION: (f: Words) => `this program reads version ${f.expected} of the scenario language, the file says ${f.received}`,
  SCHEMA_MISSING: (f: Words) => `${f.what} is missing`,
  SCHEMA_UNKNOWN: (f: Words) => `unknown ${f.what} ${f.received}`,
  SCHEMA_TYPE: (f: Words) => `expected ${f.expected}, got ${f.received}`,
  SCHEMA_CHOICE: (f: Words) => `${f.received} is not one of ${f.expected}`,
  SCHEMA_RANGE: (f: Words) => `must be ${f.expected}, is ${f.received}`,
  SCHEMA_FORMAT: (f: Words) => `${f.received} is not ${f.expected}`,
  UNIT_WRONG: (f: Words) => `this number is in ${f.expected}; the unit ${f.received} cannot be converted to it`,
  QUANTITY_RANGE: (f: Words) => `${f.what} must be ${f.expected}, is ${f.received}`,
  QUANTITY_SPREAD: (f: Words) => `${f.what} must be ${f.expected}`,
  QUANTITY_UNSOURCED: (f: Words) => `a number without a source or an assumption: ${f.received}`,
  CLOCK_DATE: (f: Words) => `${f.received} is not a time`,
  CLOCK_RANGE: (f: Words) => `${f.received} is outside the run, which goes ${f.expected}`,
  NAME_UNKNOWN: (f: Words) => `unknown ${f.what} ${f.received}`,
  NAME_DUPLICATE: (f: Words) => `two ${f.what} are called ${f.received}; the first is in ${f.expected}`,
  SOURCE_UNKNOWN: (f: Words) => `the source ${f.received} is not declared under sources`,
  SOURCE_ADDRESS: (f: Words) => `the source ${f.received} has no address`,
  WORLD_SUM: (f: Words) => `${f.what} have ${f.received} people in all, not the ${f.expected} given here`,
  WORLD_SIZE: (f: Words) => `${f.what} has ${f.received}, more than the ${f.expected} allowed`,
  WORLD_EMPTY: (f: Words) => `${f.what} has no ${f.expected}`,
  WORLD_KEY: (f: Words) => `the key ${f.received} does not agree with ${f.expected}`,
  LINK_SELF: (f: Words) => `${f.received} is linked to itself`,
  EVENT_IGNORED: (f: Words) => `${f.what} would be ignored: ${f.expected}`,
  LEVER_VALUE: (f: Words) => `the lever ${f.what} takes ${f.expected}, got ${f.received}`,
  RECORD_MODEL: (f: Words) => `${f.what} must be ${f.expected}, is ${f.received}`,
  CLAIM_UNATTRIBUTED: (f: Words) => `the claim ${f.received} does not say ${f.what}`,
  CLAIM_QUERY: (f: Words) => `${f.what} must be ${f.expected}, is ${f.received}`,
  ISSUE_LIMIT: (f: Words) => `more than ${f.expected} issues; the rest is not listed`,
} satisfies Record<string, (facts: Words) => string>;

/** Codes of everything that can be wrong with an input file. */
export type IssueCode = keyof typeof texts;

export const issueCodes = Object.keys(texts) as readonly IssueCode[];

/**
 * Put an issue into words.
 * @param facts `received` and `expected` are used as written; quote them with `quoted` first
 */
export function composeIssue(code: IssueCode, spot: Spot, path: Path, facts: IssueFacts): Issue {
  const words: Words = { what: facts.what ?? 'value', expected: facts.expected ?? 'something else', received: facts.received ?? 'nothing' };
  const hint = facts.hint ?? didYouMean(facts);
  return {
    code,
    file: spot.file,
    line: spot.line,
    column: spot.column,
    path: pathText(path),
    message: texts[code](words).replace(unseen, '?'),
    ...(facts.expected === undefined ? {} : { expected: facts.expected }),
    ...(facts.received === undefined ? {} : { received: facts.received }),
    ...(hint === undefined ? {} : { hint }),
  };
}

/** What a terminal may obey, or what turns the writing round: never part of a message. */
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

function didYouMean(facts: IssueFacts): string | undefined {
  if (!facts.known || facts.received === undefined) return undefined;
  const near = nearest(facts.received.replace(/^"|"$/g, ''), facts.known);
  return near === undefined ? undefined : `did you mean ${near}?`;
}

/**
 * A value as it may be shown in a message: quoted, short, without control characters.
 * @example quoted('a\nb') === '"a\\nb"'
 */
export function quoted(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') {
    const short = value.length > 60 ? `${value.slice(0, 57)}...` : value;
    return JSON.stringify(short).replace(unseen, '?');
  }
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  return String(value);
}

/** @example pathText(['events', 0, 'at']) === 'events[0].at' */
export function pathText(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (/^[\w-]{1,60}$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${quoted(step)}]`;
  }
  return text;
}

const shownColumns = 110;

/**
 * Issues as text for a terminal: `file:line:column: error CODE: message`, the line it happened in, a caret.
 * @param sourceText the text of a file, for the quoted line; without it only the messages are printed
 * @param severity   word before the code: `error` or `note`
 * @example console.error(formatIssues(issues, (file) => texts.get(file)))
 */
export function formatIssues(issues: readonly Issue[], sourceText?: (file: string) => string | undefined, severity = 'error'): string {
  const lines = new Map<string, readonly string[] | undefined>();
  const linesOf = (file: string) => {
    if (!lines.has(file)) lines.set(file, sourceText?.(file)?.split(/\r?\n/));
    return lines.get(file);
  };
  return issues
    .map((issue) => {
      const where = issue.path === '' ? '' : ` (${issue.path})`;
      const hint = issue.hint === undefined ? '' : `; ${issue.hint}`;
      const head = `${issue.file}:${issue.line}:${issue.column}: ${severity} ${issue.code}: ${issue.message}${hint}${where}`;
      const source = linesOf(issue.file)?.[issue.line - 1];
      return source === undefined || source.trim() === '' ? head : `${head}\n${withCaret(source, issue.line, issue.column)}`;
    })
    .join('\n');
}

function withCaret(source: string, line: number, column: number): string {
  const from = column > shownColumns - 20 ? column - 60 : 0;
  const shown = source.slice(from, from + shownColumns).replace(unseen, '?');
  const before = source.slice(from, column - 1).replace(/[^\t]/g, ' ');
  return `${String(line).padStart(6)} | ${shown}\n       | ${before}^`;
}

/**
 * What an author's file did wrong, thrown by the `parse…` functions; `load…` functions return the issues instead.
 */
export class ScenarioError extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super(formatIssues(issues));
    this.name = 'ScenarioError';
    this.issues = issues;
  }
}
