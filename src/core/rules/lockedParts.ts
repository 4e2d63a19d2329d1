import type { OtherBag } from '../pkcs12/contents.ts';
import type { PublicBag, PublicContents } from '../pkcs12/publicContents.ts';

/** A bag that none of the passwords given opens. */
export function isLocked(bag: PublicBag): bag is OtherBag {
  return bag.kind === 'unreadable' && bag.problem === 'keyPassword';
}

/** A part of the file, with whatever is in it, is locked with another password than the one that opened the file. */
export function hasLockedPart({ bags }: PublicContents): boolean {
  return bags.some((bag) => isLocked(bag) && bag.of !== 'key');
}
