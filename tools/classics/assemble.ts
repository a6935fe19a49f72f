/** Compiles a kernel written in AssemblyScript and says its bytes; the .as files stay out of the TypeScript build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { main as compile } from 'assemblyscript/asc';

const flags = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--noExportMemory', '--enable', 'simd'];

/**
 * The module that an entry file and what it imports compile to.
 * @param folder where the paths of the files begin
 * @param entry path of the entry without its ending, such as `epstein/civil-violence`
 * @throws Error with the compiler's words when it does not compile
 */
export async function assembled(folder: string, entry: string): Promise<Uint8Array> {
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await compile([`${entry}.ts`, '--outFile', 'kernel.wasm', ...flags], {
    readFile: (name: string) => {
      try {
        return readFileSync(join(folder, name.replace(/\.ts$/, '.as')), 'utf8');
      } catch {
        // the compiler asks for files that may exist
        return null;
      }
    },
    writeFile: (name: string, contents: Uint8Array | string) => {
      if (name === 'kernel.wasm') bytes = contents as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error || bytes === undefined) throw new Error(`${entry}.as does not compile: ${error?.message ?? 'no bytes'}\n${stderr.toString()}`);
  return bytes;
}
