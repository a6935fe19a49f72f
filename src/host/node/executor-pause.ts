/** A request to pause is a file in the run folder: it reaches a process on another computer too. */
import { quoted } from './comparison.ts';
import { storePath, writeForGood } from './store.ts';
import { lockState, type LockHolder } from './store-lock.ts';
import { readPlan } from './store-plan.ts';

/**
 * Leave the request for the process that runs the folder.
 * @returns who was asked
 * @throws RangeError when nobody runs it
 */
export function askToPause(folder: string): LockHolder {
  readPlan(folder);
  const lock = lockState(folder);
  if (!lock) throw new RangeError(`nothing runs in ${folder}, so there is nothing to pause; "unrest status ${quoted(folder)}" says how far it is`);
  if (lock.state === 'gone')
    throw new RangeError(`nothing runs in ${folder}: process ${lock.holder.pid} was killed; what it kept is safe, go on with: unrest resume ${quoted(folder)}`);
  writeForGood(storePath(folder, 'pause'), '');
  return lock.holder;
}
