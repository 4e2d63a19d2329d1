import type { CertificateBag } from '../pkcs12/contents.ts';
import type { PublicContents, PublicKeyBag } from '../pkcs12/publicContents.ts';
import type { Certificate } from '../x509/certificate.ts';
import { samePublicKey } from '../x509/samePublicKey.ts';

export interface Selection {
  readonly leaf: Certificate | undefined;
  readonly key: PublicKeyBag | undefined;
  /** undefined where it can't be told, or where there is no key or no leaf */
  readonly keyMatchesLeaf: boolean | undefined;
}

/** A certificate with the bag that it came in. */
export interface FiledCertificate {
  readonly bag: CertificateBag;
  readonly certificate: Certificate;
}

/**
 * The certificate that the server will show: the one whose public key is that of a private key in the file (of several, the
 * one marked with the key's local key id, else one that a CA issued); failing that, the one marked with the key's local key
 * id; failing that, the first that issued none of the others, those that are not a CA before those that are.
 */
export function selectLeaf(contents: PublicContents, filed: readonly FiledCertificate[]): Selection {
  const keys = contents.bags.flatMap((bag) => (bag.kind === 'key' ? [bag] : []));
  for (const key of keys) {
    const match = bestOf(
      filed.filter(({ certificate }) => belongs(key, certificate)),
      key,
    );
    if (match) return { leaf: match.certificate, key, keyMatchesLeaf: true };
  }
  const key = keys[0];
  const marked = filed.find(
    ({ bag }) => bag.localKeyId !== undefined && keys.some(({ localKeyId }) => localKeyId === bag.localKeyId),
  );
  const leaf = (marked ?? likelyLeaf(filed))?.certificate;
  return { leaf, key, keyMatchesLeaf: leaf && key && belongs(key, leaf) };
}

/** Of several certificates of one key: the one that is marked as the key's, else the first that is no CA's nor self-signed. */
function bestOf(filed: readonly FiledCertificate[], key: PublicKeyBag): FiledCertificate | undefined {
  const marked = filed.find(({ bag }) => bag.localKeyId !== undefined && bag.localKeyId === key.localKeyId);
  const issued = filed.find(
    ({ certificate }) => !certificate.extensions.basicConstraints?.ca && !certificate.selfIssued,
  );
  return marked ?? issued ?? filed[0];
}

function belongs({ spki }: PublicKeyBag, { publicKey }: Certificate): boolean | undefined {
  return spki && samePublicKey(spki, publicKey.spki);
}

function likelyLeaf(filed: readonly FiledCertificate[]): FiledCertificate | undefined {
  const issuers = new Set(
    filed.filter(({ certificate }) => !certificate.selfIssued).map(({ certificate }) => certificate.issuer.key),
  );
  const ends = filed.filter(({ certificate }) => !issuers.has(certificate.subject.key));
  return ends.find(({ certificate }) => !certificate.extensions.basicConstraints?.ca) ?? ends[0] ?? filed[0];
}
