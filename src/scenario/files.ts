/** From a path to checked text: nothing here believes what it reads. */
import { quoted, type Path } from '../base/issue.ts';
import { wholeFile, type Located, type Report } from './report.ts';

/** The only way in: the command line reads a disk, the browser what was dropped on it, tests a map. */
export interface FileReader {
  /**
   * Bytes of a file by its relative path with `/`; nothing when there is none. Of a longer file than
   * `maxFileBytes` only the first `maxFileBytes + 1` need come; of one that is refused none.
   */
  read(path: string): Uint8Array | undefined;
  /** What a path leads to instead of a file of the scenario (`a folder`), for readers of a disk; nothing when all is well. */
  refusal?(path: string): string | undefined;
}

/** Bytes; a world of 10,000 places is about 1 MB. */
export const maxFileBytes = 8 * 1024 * 1024;

/**
 * Text of a file, or nothing after reporting why not.
 * @param asked where in another file this one was asked for; absent for the file the user named
 */
export function readText(reader: FileReader, path: string, report: Report, asked?: { where: Located; path: Path }): string | undefined {
  const bytes = reader.read(path);
  const whole = wholeFile(path);
  if (!bytes) {
    report.error('FILE_MISSING', asked?.where ?? whole, asked?.path ?? [], { received: quoted(path) });
    return undefined;
  }
  const refusal = reader.refusal?.(path);
  if (refusal !== undefined) {
    report.error('FILE_KIND', whole, [], { received: quoted(path), what: refusal, expected: 'this scenario', hint: 'put the file itself there' });
    return undefined;
  }
  if (bytes.length > maxFileBytes) {
    const received = `${bytes.length > maxFileBytes + 1 ? '' : 'at least '}${bytes.length} bytes`;
    report.error('FILE_SIZE', whole, [], { received, expected: `${maxFileBytes} bytes`, hint: 'split the world into smaller tables' });
    return undefined;
  }
  const bad = firstBadByte(bytes);
  if (bad >= 0) {
    const before = new TextDecoder().decode(bytes.subarray(0, bad)).split('\n');
    report.error('FILE_UTF8', wholeFile(path, before.length, before[before.length - 1]!.length + 1), [], {
      received: String(bad),
      hint: 'save the file as UTF-8',
    });
    return undefined;
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/**
 * Offset of the first byte that is not UTF-8, -1 if all is well.
 * `TextDecoder` refuses such text too, but does not say where.
 * @source Unicode 15, table 3-7 (well-formed byte sequences)
 */
export function firstBadByte(bytes: Uint8Array): number {
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      i++;
      continue;
    }
    const length = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
    if (length === 0 || i + length > bytes.length) return i;
    const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (bytes[i + 1]! < low || bytes[i + 1]! > high) return i;
    for (let k = 2; k < length; k++) if ((bytes[i + k]! & 0xc0) !== 0x80) return i;
    i += length;
  }
  return -1;
}

/** Letters of a key; folders are named after some. */
export const maxNameLetters = 100;

/** Why a name from inside a file must not become part of a path, or nothing when it may. */
export function badName(name: string): string | undefined {
  if (name.includes('\0')) return 'no NUL';
  if (name.includes('\\')) return 'no backslash';
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name)) return 'no absolute path';
  if (name.split('/').includes('..')) return 'no ".."';
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return 'lower-case letters, digits and single hyphens only';
  if (name.length > maxNameLetters) return `at most ${maxNameLetters} letters`;
  if (/^(con|prn|aux|nul|com\d|lpt\d)$/.test(name)) return 'Windows keeps this word for a device';
  return undefined;
}

/** The folder of a path with a closing `/`, empty at the top. @example folderOf('a/b.yaml') === 'a/' */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}
