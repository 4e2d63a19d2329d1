/**
 * Makes Ctrl-C and a polite kill end this process through its `exit` event, at which servers and browsers that it
 * started are ended too; by default a signal ends it without that event.
 */
export function exitOnSignals(): void {
  const numbers = { SIGINT: 2, SIGTERM: 15, SIGHUP: 1 } as const;
  for (const [signal, number] of Object.entries(numbers)) process.once(signal, () => process.exit(128 + number));
}
