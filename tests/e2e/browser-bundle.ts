/** The engine as a browser gets it: bundled by vite with the scenario files inside, served on this computer only. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { build } from 'vite';
import { inFolder, root } from './program.ts';

const folders = ['scenarios/minimal', 'scenarios/kazakhstan-2022', 'scenarios/worlds/csto-2022'];

/** Text of every scenario file by its path below the package. */
function scenarioFiles(): Record<string, string> {
  const paths = folders.flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`));
  return Object.fromEntries(paths.filter((path) => /\.(yaml|csv)$/.test(path)).map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

/** A worker has neither `document` nor `window`: what runs in it needs no page. */
const workerText = (digest: string, files: string) => `
import { digestOf } from ${JSON.stringify(digest)};
import { readerOf } from ${JSON.stringify(files)};
import texts from './texts.js';
const reader = readerOf(texts);
self.onmessage = ({ data }) => self.postMessage(data.map((order) => digestOf(reader, order)));
`;

const page = '<!doctype html><html lang="en"><meta charset="utf-8"><title>digest</title><link rel="icon" href="data:,"></html>';

/** Bundle, serve while `use` runs, clean up. @param use gets the address of a page beside which `worker.js` lies */
export async function withBundle<T>(use: (address: string, bundle: string) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    writeFileSync(join(folder, 'texts.js'), `export default ${JSON.stringify(scenarioFiles())};\n`);
    writeFileSync(join(folder, 'worker.ts'), workerText(join(root, 'src/host/browser/digest.ts'), join(root, 'src/host/browser/files.ts')));
    const outDir = join(folder, 'bundle');
    await build({
      configFile: false,
      root: folder,
      logLevel: 'error',
      build: { outDir, target: 'es2022', minify: true, lib: { entry: join(folder, 'worker.ts'), formats: ['es'], fileName: () => 'worker.js' } },
    });
    const bundle = readFileSync(join(outDir, 'worker.js'), 'utf8');
    const server = createServer((request, response) => {
      const [type, body] = request.url === '/' ? ['text/html', page] : request.url === '/worker.js' ? ['text/javascript', bundle] : ['', undefined];
      response.writeHead(body === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }).end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    try {
      return await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, bundle);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
}
