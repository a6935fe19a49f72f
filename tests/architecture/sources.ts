/** The repository's own text, for tests that hold its rules: which files there are, what they import, which names they use. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

const notOurs = new Set(['node_modules', 'dist', 'out', '.git', '.cache', 'coverage']);

/** Paths from the root, with forward slashes, sorted. A folder that does not exist is empty. */
export function filesIn(folder: string, wanted: (path: string) => boolean = () => true): string[] {
  const found: string[] = [];
  const visit = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      if (notOurs.has(entry.name)) continue;
      const path = join(at, entry.name);
      if (entry.isDirectory()) visit(path);
      else if (entry.isFile()) found.push(relative(root, path).split(sep).join('/'));
    }
  };
  if (statSync(join(root, folder), { throwIfNoEntry: false })?.isDirectory()) visit(join(root, folder));
  return found.filter(wanted).sort();
}

export const isCode = (path: string): boolean => /\.(ts|mts|tsx|js|mjs|c|sh)$/.test(path);
export const isTypeScript = (path: string): boolean => path.endsWith('.ts');
export const isTest = (path: string): boolean => /\.test(-d)?\.ts$/.test(path);

export const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');

export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

const parsed = new Map<string, Node>();

/** The syntax tree (ESTree with types) of a TypeScript file. */
export function treeOf(path: string): Node {
  let tree = parsed.get(path);
  if (!tree) {
    const result = parseSync(path, textOf(path), { lang: 'ts' });
    if (result.errors.length > 0) throw new Error(`${path}: ${result.errors[0]!.message}`);
    tree = result.program as unknown as Node;
    parsed.set(path, tree);
  }
  return tree;
}

/** Every node with its ancestors, outermost first. */
export function walk(node: Node, see: (node: Node, ancestors: readonly Node[], key: string) => void, ancestors: readonly Node[] = [], key = ''): void {
  see(node, ancestors, key);
  const inner = [...ancestors, node];
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, see, inner, name);
  }
}

export function lineOf(path: string, position: number): number {
  return textOf(path).slice(0, position).split('\n').length;
}

/** What a file imports, exports from or loads: the words between the quotes; types too unless `values` is asked for. */
export function importsOf(path: string, what: 'all' | 'values' = 'all'): string[] {
  const found: string[] = [];
  walk(treeOf(path), (node) => {
    if (!['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression'].includes(node.type)) return;
    if (what === 'values' && (node['importKind'] === 'type' || node['exportKind'] === 'type')) return;
    const source = node['source'] as Node | null;
    if (source && typeof source['value'] === 'string') found.push(source['value']);
  });
  return found;
}

/** A relative import as a path from the root; undefined for packages. */
export function resolveImport(from: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), specifier)) : undefined;
}

/** Names used as values that the file does not declare itself: globals, with the line they are on. */
export function globalsOf(path: string): { name: string; line: number; node: Node; parent: Node }[] {
  const declared = new Set<string>();
  const used: { name: string; position: number; node: Node; parent: Node }[] = [];
  walk(treeOf(path), (node, ancestors, key) => {
    if (node.type !== 'Identifier') return;
    const parent = ancestors[ancestors.length - 1]!;
    const name = node['name'] as string;
    if (ancestors.some((a) => isType(a))) return;
    if (isDeclaration(node, ancestors, key)) {
      declared.add(name);
      return;
    }
    if (key === 'property' && parent.type === 'MemberExpression' && parent['computed'] !== true) return;
    if (key === 'key' && parent['computed'] !== true) return;
    if (key === 'label' || key === 'imported' || key === 'exported') return;
    used.push({ name, position: node.start, node, parent });
  });
  return used.filter((u) => !declared.has(u.name)).map((u) => ({ name: u.name, line: lineOf(path, u.position), node: u.node, parent: u.parent }));
}

const typesWithValues = new Set(['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression', 'TSInstantiationExpression', 'TSParameterProperty']);

function isType(node: Node): boolean {
  return node.type.startsWith('TS') && !typesWithValues.has(node.type);
}

function isDeclaration(node: Node, ancestors: readonly Node[], key: string): boolean {
  if (key === 'local' || key === 'params' || key === 'param') return true;
  let below = node;
  for (let i = ancestors.length - 1; i >= 0; i--) {
    const above = ancestors[i]!;
    if (above.type === 'VariableDeclarator') return above['id'] === below;
    if (/^(Function|ArrowFunction|Class)/.test(above.type)) return above['id'] === below || (Array.isArray(above['params']) && above['params'].includes(below));
    if (above.type === 'CatchClause') return above['param'] === below;
    if (!['ObjectPattern', 'ArrayPattern', 'AssignmentPattern', 'RestElement', 'Property', 'TSParameterProperty'].includes(above.type)) return false;
    if (above.type === 'AssignmentPattern' && above['right'] === below) return false;
    if (above.type === 'Property' && above['value'] !== below) return false;
    below = above;
  }
  return false;
}
