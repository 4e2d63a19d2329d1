import type { Outer } from './pfxOuter.ts';
import type { RawBag } from './safeContents.ts';

/** The tool that a file's structure points to, as a name for people, or null where nothing does. */
export function producerOf(_outer: Outer, _bags: readonly RawBag[]): string | null {
  return null;
}
