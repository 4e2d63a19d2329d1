import type { Bag, KeyBag, PfxContents } from '../core/pkcs12/contents.ts';
import { openPfx } from '../core/pkcs12/open.ts';
import { withoutPrivateKeys } from '../core/pkcs12/publicContents.ts';
import { chainOf } from '../core/report/chainOf.ts';
import { completeChain } from '../core/report/completeChain.ts';
import type { SavedPfx, SaveRequest } from './messages.ts';
import { anchorsFor } from './trustStores.ts';
import { writeChecked } from './writeChecked.ts';
import { FORMS } from './writtenForms.ts';

/**
 * Writes a PFX anew: leaf, its chain up to the root as far as it is to be had, and the leaf's key, under the same password.
 * The private key leaves this thread in the bytes of that file only.
 * @throws PfxError
 */
export async function savePfx({ open, form, trust, time, fetched }: SaveRequest): Promise<SavedPfx> {
  const { bytes, password, ...options } = open;
  const contents = await openPfx(bytes, password, options);
  try {
    const anchors = anchorsFor(trust);
    const { leaf, key, keyMatchesLeaf, path } = chainOf(withoutPrivateKeys(contents), {
      anchors,
      time,
      ...(fetched && { fetched }),
    });
    const own = contents.bags.find((bag): bag is KeyBag => bag.kind === 'key' && bag.index === key?.index);
    if (!leaf || !own || keyMatchesLeaf !== true) throw new Error('nothing to save: no key that belongs to the leaf');
    const { certificates, complete } = completeChain({ path, anchors });
    const named = certificates.map(({ der }) => ({ der, friendlyName: nameIn(contents, der) }));
    const content = { pkcs8: own.pkcs8, certificates: named, friendlyName: own.friendlyName ?? named[0]?.friendlyName };
    return { bytes: await writeChecked(content, password ?? '', FORMS[form]), complete };
  } finally {
    for (const bag of contents.bags) if (bag.kind === 'key') bag.pkcs8.fill(0);
  }
}

/** The friendly name that a certificate has in the file. */
function nameIn({ bags }: PfxContents, der: Uint8Array): string | undefined {
  const isIt = (bag: Bag): boolean => bag.kind === 'certificate' && Buffer.compare(bag.der, der) === 0;
  return bags.find((bag) => isIt(bag) && bag.friendlyName !== undefined)?.friendlyName;
}
