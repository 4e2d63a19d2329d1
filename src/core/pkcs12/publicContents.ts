import type { Bag, CertificateBag, KeyBag, OtherBag, PfxContents, PfxStructure } from './contents.ts';

/** An opened PFX without its private keys: what may leave the worker. */
export interface PublicContents {
  readonly bags: readonly PublicBag[];
  readonly structure: PfxStructure;
}

export type PublicBag = CertificateBag | PublicKeyBag | OtherBag;
export type PublicKeyBag = Omit<KeyBag, 'pkcs8'>;

/** Leaves the private keys out; shares everything else with `contents`. */
export function withoutPrivateKeys(contents: PfxContents): PublicContents {
  return { bags: contents.bags.map(publicBag), structure: contents.structure };
}

function publicBag(bag: Bag): PublicBag {
  if (bag.kind !== 'key') return bag;
  const { pkcs8: _, ...rest } = bag;
  return rest;
}
