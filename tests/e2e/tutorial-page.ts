/** docs/tutorial.md taken apart: files to write, edits to make, commands to run, and what they are said to print. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Block {
  /** word after the fence */
  readonly language: string;
  readonly text: string;
  readonly line: number;
  /** the paragraph before the block, in one line */
  readonly before: string;
}

/** Fenced blocks of a page, in order. */
export function blocksOf(page: string): Block[] {
  const lines = page.split('\n');
  const blocks: Block[] = [];
  for (let i = 0; i < lines.length; i++) {
    const fence = /^```(\w+)$/.exec(lines[i]!);
    if (!fence) continue;
    const end = lines.indexOf('```', i + 1);
    const above = lines.slice(0, i).join('\n').trimEnd();
    blocks.push({ language: fence[1]!, text: lines.slice(i + 1, end).join('\n'), line: i + 1, before: above.slice(above.lastIndexOf('\n') + 1) });
    i = end;
  }
  return blocks;
}

/** Write a file shown in full; its first line is a comment that names it. @returns the path */
export function writeFile(folder: string, { text }: Block): string {
  const path = /^\/\/ (\S+)\n/.exec(text)![1]!;
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `${text.slice(text.indexOf('\n') + 1)}\n`);
  return path;
}

/**
 * Make an edit shown as a comparison: first line `# path`, then lines marked ` `, `-` or `+`, places of the file parted by `@@`.
 * @throws Error when the lines to be changed do not stand in the file exactly once
 */
export function edit(folder: string, { text, line }: Block): string {
  const [head, ...rest] = text.split('\n');
  const path = head!.replace(/^# /, '');
  const full = join(folder, path);
  let content = readFileSync(full, 'utf8');
  for (const hunk of rest.join('\n').split('\n@@\n')) {
    const lines = hunk.split('\n');
    const side = (marks: string) =>
      lines
        .filter((each) => marks.includes(each[0]!))
        .map((each) => `${each.slice(1)}\n`)
        .join('');
    const found = content.split(side(' -')).length - 1;
    if (found !== 1) throw new Error(`docs/tutorial.md:${line}: the lines to change stand ${found} times in ${path}:\n${side(' -')}`);
    content = content.replace(side(' -'), () => side(' +'));
  }
  writeFileSync(full, content);
  return path;
}

/** Lines of a shown output that the real one does not hold in this order; `…` stands for anything. */
export function missing(shown: string, real: string): string[] {
  const tight = (text: string) => text.trim().replace(/\s+/g, ' ');
  const lines = real.split('\n').map(tight);
  let at = 0;
  return shown
    .split('\n')
    .filter((line) => line.trim() !== '' && line.trim() !== '…')
    .filter((line) => {
      const pattern = new RegExp(
        `^${tight(line)
          .split('…')
          .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
          .join('.*')}$`,
      );
      const found = lines.findIndex((each, i) => i >= at && pattern.test(each));
      if (found < 0) return true;
      at = found + 1;
      return false;
    });
}
