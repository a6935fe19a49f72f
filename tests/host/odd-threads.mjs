// Loaded into every thread of the program by NODE_OPTIONS=--import. It changes nothing in the main thread; in
// worker threads it does what machines do now and then, at a moment a test can name. The program knows nothing of it.
import { existsSync, writeFileSync } from 'node:fs';
import { isMainThread, parentPort } from 'node:worker_threads';

const { HOLD_FROM, RELEASE, DIE_AT, DIED, HUNGER_AT } = process.env;

if (!isMainThread && parentPort) {
  // keep back the answers of cells from HOLD_FROM on, until the file RELEASE is there
  const post = parentPort.postMessage.bind(parentPort);
  parentPort.postMessage = (word) => {
    const isHeld = HOLD_FROM !== undefined && word.cell >= Number(HOLD_FROM);
    if (!isHeld) return post(word);
    const look = setInterval(() => {
      if (RELEASE === undefined || !existsSync(RELEASE)) return;
      clearInterval(look);
      post(word);
    }, 20);
  };
  parentPort.on('message', (cell) => {
    // end without a word; with DIED only the first time
    if (cell === Number(DIE_AT) && !(DIED !== undefined && existsSync(DIED))) {
      if (DIED !== undefined) writeFileSync(DIED, '');
      process.exit(9);
    }
    // eat memory until the thread is stopped for it
    if (cell === Number(HUNGER_AT)) for (const eaten = []; ;) eaten.push(Array.from({ length: 100_000 }, (_, i) => ({ i })));
  });
}
