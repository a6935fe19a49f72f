/** Files in a browser: nothing is asked of a server, everything comes with the page or is dropped on it. */
import type { FileReader } from '../../scenario/files.ts';

/**
 * Reads from a table of paths; text becomes the UTF-8 bytes a disk would give.
 * @param files by path below the package, with `/`: `scenarios/minimal/scenario.yaml`
 */
export function readerOf(files: Readonly<Record<string, string | Uint8Array>>): FileReader {
  return {
    read(path: string): Uint8Array | undefined {
      const content = Object.hasOwn(files, path) ? files[path] : undefined;
      return typeof content === 'string' ? new TextEncoder().encode(content) : content;
    },
  };
}
