/** An address that a draft leads to. No other one is opened from a draft. */
export interface DraftAddress {
  readonly kind: 'lifetime' | 'newCase' | 'ownCases';
  readonly url: string;
}

/** @see OutSystems documentation, "Open a support case" */
export const NEW_CASE: DraftAddress = {
  kind: 'newCase',
  url: 'https://www.outsystems.com/goto/submit-support-case',
};

export const OWN_CASES: DraftAddress = {
  kind: 'ownCases',
  url: 'https://www.outsystems.com/SupportPortal/Support/',
};

/** LifeTime's own page, by the origin that the environment's entry has; undefined where it has none. */
export function lifetimePage({ lifetime }: { readonly lifetime: string | null }): DraftAddress | undefined {
  return lifetime === null ? undefined : { kind: 'lifetime', url: `${lifetime}/lifetime` };
}

/** Each address once, in the order in which they come. */
export function distinctAddresses(addresses: readonly (DraftAddress | undefined)[]): readonly DraftAddress[] {
  const byUrl = new Map(addresses.flatMap((address) => (address ? [[address.url, address] as const] : [])));
  return [...byUrl.values()];
}
