/**
 * How deep and how long a YAML text is, from its tokens alone and before it is parsed: the parser builds a
 * stack per level and an error object per slip, and eight megabytes of `[` would take all memory.
 */
import { CST, Lexer } from 'yaml';

/**
 * Where a text passes a limit, and which; nothing when it keeps both.
 * Lines count as tokens too. Counts open brackets, indentations, and the `-`, `?` and `:` of a line, so block nesting may be counted
 * once too often per line; give it a generous number of levels, `toPlain` applies the exact one.
 * @cost O(letters), one pass, no tree
 */
export function firstExcess(
  text: string,
  limits: { readonly levels: number; readonly tokens: number },
): { readonly offset: number; readonly of: 'levels' | 'tokens' } | undefined {
  // the lines of one long text are a single token, but the lexer turns each over
  let lines = 0;
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) if (++lines > limits.tokens) return { offset: i, of: 'tokens' };
  let offset = 0;
  let tokens = 0;
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
    if (brackets + marks + indents.length > limits.levels) return { offset, of: 'levels' };
    if (++tokens > limits.tokens) return { offset, of: 'tokens' };
    offset += token.length;
  }
  return undefined;
}
