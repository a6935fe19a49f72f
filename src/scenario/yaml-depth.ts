/**
 * How deep a YAML text nests, from its tokens alone and before it is parsed: the parser builds a stack
 * per level and eight megabytes of `[` would take all memory before anybody could refuse them.
 */
import { CST, Lexer } from 'yaml';

/**
 * Offset of the first token deeper than `limit` levels, -1 if there is none.
 * Counts open brackets, indentations, and the `-`, `?` and `:` of a line, so block nesting may be counted
 * once too often per line; give it a generous limit, `toPlain` applies the exact one.
 * @cost O(letters), one pass, no tree
 */
export function firstTooDeep(text: string, limit: number): number {
  let offset = 0;
  let brackets = 0;
  let marks = 0;
  let lineIsNew = true;
  let scalarIsNext = false;
  const indents: number[] = [];
  for (const token of new Lexer().lex(text)) {
    if (token === CST.DOCUMENT || token === CST.FLOW_END) continue;
    if (token === CST.SCALAR) {
      scalarIsNext = true;
      continue;
    }
    const kind = scalarIsNext ? 'scalar' : CST.tokenType(token);
    scalarIsNext = false;
    if (lineIsNew && kind !== 'newline' && brackets === 0) {
      const indent = kind === 'space' ? token.length : 0;
      while (indents.length > 0 && indents[indents.length - 1]! >= indent) indents.pop();
      indents.push(indent);
      marks = 0;
    }
    lineIsNew = kind === 'newline' || (kind === 'scalar' && token.endsWith('\n'));
    if (kind === 'flow-seq-start' || kind === 'flow-map-start') brackets++;
    else if (kind === 'flow-seq-end' || kind === 'flow-map-end') brackets = Math.max(0, brackets - 1);
    else if (brackets === 0 && (kind === 'seq-item-ind' || kind === 'explicit-key-ind' || kind === 'map-value-ind')) marks++;
    if (brackets + marks + indents.length > limit) return offset;
    offset += token.length;
  }
  return -1;
}
