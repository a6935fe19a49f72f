/** Ctrl-C and its relatives, for work that has something to put in order first. */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Until the returned function is called, the first such signal aborts the result's `stop` and the second
 * ends the process at once with 130. Listeners that were there before are put back afterwards.
 */
export function listenForStop(): { readonly stop: AbortSignal; readonly done: () => void } {
  const stopping = new AbortController();
  const heard = () => (stopping.signal.aborted ? process.exit(130) : stopping.abort());
  const before = signals.map((name) => [name, process.listeners(name)] as const);
  for (const name of signals) process.removeAllListeners(name).on(name, heard);
  return {
    stop: stopping.signal,
    done() {
      for (const [name, listeners] of before) {
        process.off(name, heard);
        for (const listener of listeners) process.on(name, listener);
      }
    },
  };
}
