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
 * The certificate that the server will show: the one whose public key is that of a private key in the file; failing
 * that, the one marked with the key's local key id; failing that, the first that issued none of the others. Where
 * several are as good, one that is no CA comes first, then one that is valid at `time`, then the first of the file: a
 * renewed certificate may lie beside the one that it replaces.
 *
 * @param time milliseconds since 1970-01-01T00:00:00Z
 */
export function selectLeaf(contents: PublicContents, filed: readonly FiledCertificate[], time: number): Selection {
  const keys = contents.bags.flatMap((bag) => (bag.kind === 'key' ? [bag] : []));
  const matches = keys.flatMap((key) =>
    filed.filter(({ certificate }) => belongs(key, certificate)).map((match) => ({ ...match, key })),
  );
  const match = best(matches, time);
  if (match) return { leaf: match.certificate, key: match.key, keyMatchesLeaf: true };
  const key = keys[0];
  const marked = filed.filter(
    ({ bag }) => bag.localKeyId !== undefined && keys.some(({ localKeyId }) => localKeyId === bag.localKeyId),
  );
  const leaf = (best(marked, time) ?? best(withoutIssuers(filed), time) ?? filed[0])?.certificate;
  return { leaf, key, keyMatchesLeaf: leaf && key && belongs(key, leaf) };
}

function best<T extends FiledCertificate>(candidates: readonly T[], time: number): T | undefined {
  const rank = ({ certificate: { extensions, notBefore, notAfter } }: FiledCertificate): number =>
    (extensions.basicConstraints?.ca ? 2 : 0) + (time < notBefore || time > notAfter ? 1 : 0);
  const least = Math.min(...candidates.map(rank));
  return candidates.find((candidate) => rank(candidate) === least);
}

function belongs({ spki }: PublicKeyBag, { publicKey }: Certificate): boolean | undefined {
  return spki && samePublicKey(spki, publicKey.spki);
}

/** Certificates that issued none of the others. */
function withoutIssuers(filed: readonly FiledCertificate[]): readonly FiledCertificate[] {
  const issuers = new Set(
    filed.filter(({ certificate }) => !certificate.selfIssued).map(({ certificate }) => certificate.issuer.key),
  );
  return filed.filter(({ certificate }) => !issuers.has(certificate.subject.key));
}
