import type { PublicContents } from '../pkcs12/publicContents.ts';

/** A part of the file, with whatever is in it, is locked with another password than the one that opened the file. */
export function hasLockedPart({ bags }: PublicContents): boolean {
  return bags.some((bag) => bag.kind === 'unreadable' && bag.problem === 'keyPassword' && bag.of !== 'key');
}
