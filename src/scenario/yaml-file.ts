/** YAML text to plain data that remembers where each value was written. */
import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { quoted, type Path } from '../base/issue.ts';
import { lineIndex } from './lines.ts';
import { wholeFile, type Located, type Report } from './report.ts';
import { refuseControls } from './text.ts';
import { firstExcess } from './yaml-limits.ts';

/** Levels of lists and mappings; the language itself needs seven. */
export const maxDepth = 40;
/** Words and marks of one YAML file, about 20,000 lines: a few seconds at worst. */
export const maxTokens = 200_000;
/** Values an alias may bring in, all aliases of a file together: stops "a billion laughs". */
export const maxAliasValues = 10_000;

const reservedKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

interface Reading {
  readonly report: Report;
  readonly file: Located;
  readonly at: (node: Node | null | undefined) => Located;
  readonly anchors: Map<string, Node>;
  readonly aliases: Map<Node, Node>;
  aliasValues: number;
  insideAlias: number;
}

/**
 * Parse one YAML file; nothing after a syntax error, nesting or alias refusal (they are in the report).
 * Duplicate and reserved keys are reported and the first value stands.
 */
export function readYaml(file: string, text: string, report: Report): Located | undefined {
  const position = lineIndex(text);
  const atOffset = (offset: number): Located => {
    const { line, column } = position(offset);
    return wholeFile(file, line, column);
  };
  const excess = firstExcess(text, { levels: 2 * maxDepth, tokens: maxTokens });
  if (excess) {
    if (excess.of === 'levels') report.error('YAML_DEPTH', atOffset(excess.offset), [], { expected: String(maxDepth) });
    else report.error('YAML_SIZE', atOffset(excess.offset), [], { expected: String(maxTokens), hint: 'large tables belong into the CSV files of a world' });
    return undefined;
  }
  // uniqueKeys is quadratic in the parser; toPlain finds duplicates itself.
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: 'silent', version: '1.2', schema: 'core' });
  for (const error of document.errors) report.error('YAML_SYNTAX', atOffset(error.pos[0]), [], { what: error.message, received: error.code });
  for (const warning of document.warnings) report.error('YAML_SYNTAX', atOffset(warning.pos[0]), [], { what: warning.message, received: warning.code });
  if (document.errors.length > 0) return undefined;
  const root = document.contents as Node | null;
  const reading: Reading = {
    report,
    file: wholeFile(file),
    at: (node) => atOffset(node?.range?.[0] ?? 0),
    anchors: new Map(),
    aliases: new Map(),
    aliasValues: 0,
    insideAlias: 0,
  };
  let data: unknown;
  try {
    data = toPlain(root, [], reading);
  } catch (stop) {
    if (stop === refused) return undefined;
    throw stop;
  }
  return {
    file,
    data,
    spot: (path, part = 'value') => ({ file, ...position(offsetOf(root, path, part, reading.aliases)) }),
  };
}

/** Thrown and caught in this file only: the rest of a hostile tree is not worth a visit. */
const refused = new Error('refused');

function toPlain(node: Node | null | undefined, path: Path, reading: Reading): unknown {
  if (node === null || node === undefined) return null;
  if (path.length > maxDepth) {
    reading.report.error('YAML_DEPTH', reading.at(node), path.slice(0, 6), { expected: String(maxDepth) });
    throw refused;
  }
  if (reading.insideAlias > 0 && ++reading.aliasValues > maxAliasValues) {
    reading.report.error('YAML_ALIAS', reading.at(node), [], { expected: String(maxAliasValues) });
    throw refused;
  }
  if (isAlias(node)) return followAlias(node, path, reading);
  const anchor = (node as { anchor?: string }).anchor;
  if (anchor !== undefined && reading.insideAlias === 0) reading.anchors.set(anchor, node);
  if (isMap<Node, Node | null>(node)) return mapping(node.items, path, reading);
  if (isSeq<Node | null>(node)) return node.items.map((item, i) => toPlain(item, [...path, i], reading));
  const value: unknown = isScalar(node) ? node.value : undefined;
  if (typeof value === 'string' && refuseControls(value, 'the text', reading.at(node), path, reading.report)) return '';
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  reading.report.error('YAML_TYPE', reading.at(node), path, { received: node.tag ?? typeof value });
  return null;
}

function followAlias(node: Node & { source: string }, path: Path, reading: Reading): unknown {
  const target = reading.aliases.get(node) ?? reading.anchors.get(node.source);
  if (!target) {
    reading.report.error('YAML_ANCHOR', reading.at(node), path, { received: node.source, known: reading.anchors.keys() });
    return null;
  }
  reading.aliases.set(node, target);
  reading.insideAlias++;
  const value = toPlain(target, path, reading);
  reading.insideAlias--;
  return value;
}

function mapping(items: readonly { key: Node; value: Node | null }[], path: Path, reading: Reading): unknown {
  const result = Object.create(null) as Record<string, unknown>;
  const seen = new Map<string, Node>();
  for (const { key: keyNode, value } of items) {
    const key = isScalar(keyNode) && (typeof keyNode.value === 'string' || typeof keyNode.value === 'number') ? String(keyNode.value) : undefined;
    if (key === undefined) {
      const received = isScalar(keyNode) ? quoted(keyNode.value ?? '') : 'a list, mapping or alias';
      reading.report.error('YAML_KEY', reading.at(keyNode ?? value), path, { received, expected: 'keys are text' });
    } else if (refuseControls(key, 'the key', reading.at(keyNode), [...path, key], reading.report)) {
      continue;
    } else if (reservedKeys.has(key)) {
      reading.report.error('YAML_KEY', reading.at(keyNode), [...path, key], { received: quoted(key), expected: 'the word is reserved' });
    } else if (seen.has(key)) {
      const first = reading.at(seen.get(key)!).spot([]).line;
      reading.report.error('YAML_DUPLICATE', reading.at(keyNode), [...path, key], { received: quoted(key), what: `line ${first}` });
    } else {
      seen.set(key, keyNode);
      result[key] = toPlain(value, [...path, key], reading);
    }
  }
  return result;
}

function offsetOf(root: Node | null, path: Path, part: 'key' | 'value', aliases: ReadonlyMap<Node, Node>): number {
  let node: Node | null = root;
  let offset = root?.range?.[0] ?? 0;
  for (const [depth, step] of path.entries()) {
    if (node && isAlias(node)) node = aliases.get(node) ?? null;
    let next: Node | null | undefined;
    if (node && isMap<Node, Node | null>(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) return offset;
      const keyIsMeant = part === 'key' && depth === path.length - 1;
      offset = keyIsMeant ? (pair.key.range?.[0] ?? offset) : (pair.value?.range?.[0] ?? pair.key.range?.[0] ?? offset);
      next = pair.value;
    } else if (node && isSeq<Node | null>(node)) {
      next = node.items[Number(step)];
      if (next) offset = next.range?.[0] ?? offset;
    }
    if (!next) return offset;
    node = next;
  }
  return offset;
}
