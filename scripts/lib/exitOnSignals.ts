const NUMBERS = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
const PARENT_CHECK_MS = 500;

/**
 * Makes Ctrl-C and a polite kill end this process through its `exit` event, at which servers and browsers that it
 * started are ended too; by default a signal ends it without that event. Returns what undoes it.
 */
export function exitOnSignals(): () => void {
  return onEndAsked((number) => process.exit(128 + number));
}

/** Settles when this process is asked to end. */
export async function endAsked(): Promise<void> {
  await new Promise<void>((resolve) => {
    onEndAsked(() => resolve());
  });
}

/**
 * Calls once for the first signal that asks this process to end. The end of its parent counts as one: npm passes a
 * signal on to the shell between it and a script, and that shell keeps it to itself.
 */
function onEndAsked(call: (signalNumber: number) => void): () => void {
  const parent = process.ppid;
  const undo = (): void => {
    clearInterval(timer);
    for (const [signal, listener] of listeners) process.removeListener(signal, listener);
  };
  const asked = (number: number): void => {
    undo();
    call(number);
  };
  const timer = setInterval(() => process.ppid !== parent && asked(NUMBERS.SIGHUP), PARENT_CHECK_MS).unref();
  const listeners = Object.entries(NUMBERS).map(([signal, number]) => {
    const listener = (): void => asked(number);
    process.once(signal, listener);
    return [signal, listener] as const;
  });
  return undo;
}
