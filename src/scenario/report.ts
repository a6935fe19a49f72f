/** Where the readers of a scenario put what they find wrong (issues) and what they only remark (notes). */
import { composeIssue, type Issue, type IssueCode, type IssueFacts, type Path, type Spot } from '../base/issue.ts';

/** A parsed file: its content as plain data, and the way back from a value to its line and column. */
export interface Located {
  readonly file: string;
  /** null-prototype objects, lists, text, numbers, booleans, null */
  readonly data: unknown;
  /** spot of the value at a path (or of its key); of the nearest parent when there is none */
  spot(path: Path, part?: 'key' | 'value'): Spot;
}

export interface Report {
  readonly issues: Issue[];
  readonly notes: Issue[];
  error(code: IssueCode, where: Located, path: Path, facts: IssueFacts, part?: 'key' | 'value'): void;
  note(code: IssueCode, where: Located, path: Path, facts: IssueFacts): void;
}

/** Past this many a list helps nobody, and a hostile file could ask for millions. */
export const issueLimit = 500;

/** Names that all hints of a report together may be compared with: a slip among ten thousand places must not cost minutes. */
const comparedNames = 300_000;

export function createReport(): Report {
  const issues: Issue[] = [];
  const notes: Issue[] = [];
  // what YAML itself refused has no value left that a schema could judge
  const unread = new Set<string>();
  let compared = 0;
  const affordable = (facts: IssueFacts): IssueFacts => {
    if (facts.known === undefined || facts.hint !== undefined) return facts;
    const { known, ...rest } = facts;
    if (compared >= comparedNames) return rest;
    const names = [...known];
    compared += names.length;
    return { ...rest, known: names };
  };
  const add = (list: Issue[], code: IssueCode, where: Located, path: Path, facts: IssueFacts, part: 'key' | 'value') => {
    if (list.length > issueLimit) return;
    const spot = where.spot(path, part);
    const name = `${spot.file}:${spot.line}:${spot.column}`;
    if (code.startsWith('YAML_') || code === 'TEXT_CONTROL') unread.add(name);
    else if (unread.has(name)) return;
    if (list.length === issueLimit) list.push(composeIssue('ISSUE_LIMIT', spot, path, { expected: String(issueLimit) }));
    else list.push(composeIssue(code, spot, path, affordable(facts)));
  };
  return {
    issues,
    notes,
    error: (code, where, path, facts, part = 'value') => add(issues, code, where, path, facts, part),
    note: (code, where, path, facts) => add(notes, code, where, path, facts, 'value'),
  };
}

/** Issues in the order in which one would mend them: by file as first met, then by line and column. */
export function inReadingOrder(issues: readonly Issue[]): readonly Issue[] {
  const files = new Map<string, number>();
  for (const issue of issues) if (!files.has(issue.file)) files.set(issue.file, files.size);
  return [...issues].sort((a, b) => files.get(a.file)! - files.get(b.file)! || a.line - b.line || a.column - b.column);
}

/** A place to hang an issue about a whole file on. */
export function wholeFile(file: string, line = 1, column = 1): Located {
  return { file, data: undefined, spot: () => ({ file, line, column }) };
}
