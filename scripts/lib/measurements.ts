/** A time in milliseconds, beside that of another program where there is one, and what it may be. */
export interface Measurement {
  readonly name: string;
  readonly ours: number;
  readonly theirs?: number;
  readonly target: { readonly ratio?: number; readonly millis?: number };
}

export async function millisOf(action: () => unknown): Promise<number> {
  const started = performance.now();
  await action();
  return performance.now() - started;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Prints a Markdown table. @returns whether every target is met */
export function printTable(rows: readonly Measurement[]): boolean {
  console.log('| | ours, ms | OpenSSL or bare, ms | ratio | target | |\n| --- | --- | --- | --- | --- | --- |');
  const met = rows.map((row) => {
    const { name, ours, theirs, target } = row;
    const ratio = theirs === undefined ? undefined : ours / theirs;
    const passed = !((ratio ?? 0) > (target.ratio ?? Infinity)) && ours <= (target.millis ?? Infinity);
    const targets = [
      ...(target.ratio === undefined ? [] : [`≤ ${target.ratio}×`]),
      ...(target.millis === undefined ? [] : [`≤ ${target.millis} ms`]),
    ];
    const cells = [
      name,
      number(ours),
      number(theirs),
      ratio === undefined ? '' : `${ratio.toFixed(2)}×`,
      targets.join(', '),
    ];
    console.log(`| ${cells.join(' | ')} | ${targets.length === 0 ? '' : passed ? 'pass' : 'FAIL'} |`);
    return passed;
  });
  return met.every(Boolean);
}

function number(millis: number | undefined): string {
  return millis === undefined ? '' : millis.toFixed(millis < 10 ? 2 : 0);
}
