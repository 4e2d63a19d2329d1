import { openPfx } from '../core/pkcs12/open.ts';
import { type PfxForm, type PfxParts, writePfx } from '../core/pkcs12/writer.ts';
import type { Certificate } from '../core/x509/certificate.ts';

/** What goes into a PFX beside its form. */
interface Content {
  /** PrivateKeyInfo; the caller zeroes it */
  readonly pkcs8: Uint8Array;
  /** leaf first */
  readonly certificates: readonly (Pick<Certificate, 'der'> & { readonly friendlyName?: string | undefined })[];
  readonly friendlyName?: string | undefined;
}

/** Writes a PFX and opens it again: nobody is to find out later that what was saved can't be read. */
export async function writeChecked(content: Content, password: string, form: PfxForm): Promise<Uint8Array> {
  const { pkcs8, certificates, friendlyName } = content;
  const parts: PfxParts = {
    key: { pkcs8 },
    certificates: certificates.map(({ der, friendlyName: name }) => ({
      der,
      ...(name !== undefined && { friendlyName: name }),
    })),
    ...(friendlyName !== undefined && { friendlyName }),
  };
  const bytes = await writePfx(parts, password, form);
  const { bags } = await openPfx(bytes, password);
  const keys = bags.flatMap((bag) => (bag.kind === 'key' ? [bag.pkcs8] : []));
  const ders = bags.flatMap((bag) => (bag.kind === 'certificate' ? [bag.der] : []));
  const same =
    keys.length === 1 &&
    keys.every((key) => Buffer.compare(key, pkcs8) === 0) &&
    ders.length === certificates.length &&
    ders.every((der, i) => Buffer.compare(der, certificates[i]?.der ?? new Uint8Array(0)) === 0);
  for (const key of keys) key.fill(0);
  if (!same) throw new Error('what was written reads back as something else');
  return bytes;
}
