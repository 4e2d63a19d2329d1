import type { Certificate } from './certificate.ts';
import { keyHash } from './keyHash.ts';
import type { CertificateOrigin } from './path.ts';
import type { TrustAnchors, TrustStore } from './trust.ts';

/** A certificate whose subject is the issuer that is looked for. */
export interface Candidate {
  readonly certificate: Certificate;
  readonly origin: CertificateOrigin;
  /** the stores that trust it; empty for an intermediate */
  readonly stores: readonly TrustStore[];
  /** what the key identifiers say: `same` key, another (`other`), or nothing */
  readonly keyId: 'same' | 'unknown' | 'other';
  /** the same for certificates of the same subject and key */
  readonly identity: string;
}

export interface Pool {
  readonly certificates: readonly Certificate[];
  readonly origin: CertificateOrigin;
}

/**
 * Finds possible issuers by name and ranks them: key identifiers first (they rank, they never refuse), then trusted ones,
 * then those valid now, then the youngest. Each certificate comes once: the file's copy goes before a fetched or stored one.
 */
export class IssuerCandidates {
  readonly #bySubject = new Map<string, { certificate: Certificate; origin: CertificateOrigin }[]>();
  readonly #ranked = new Map<string, readonly Candidate[]>();
  readonly #anchors: TrustAnchors;
  readonly #time: number;

  constructor(pools: readonly Pool[], anchors: TrustAnchors, time: number) {
    this.#anchors = anchors;
    this.#time = time;
    const seen = new Set<string>();
    for (const { certificates, origin } of pools) {
      for (const certificate of certificates) {
        if (seen.has(certificate.sha256)) continue;
        seen.add(certificate.sha256);
        const sameName = this.#bySubject.get(certificate.subject.key);
        if (sameName) sameName.push({ certificate, origin });
        else this.#bySubject.set(certificate.subject.key, [{ certificate, origin }]);
      }
    }
  }

  /** The file's or another pool's copy of a certificate decides where it is said to come from. */
  originOf(certificate: Certificate): CertificateOrigin {
    const copies = this.#bySubject.get(certificate.subject.key);
    return copies?.find((copy) => copy.certificate.sha256 === certificate.sha256)?.origin ?? 'store';
  }

  identityOf({ subject, publicKey }: Certificate): string {
    return keyHash(publicKey) + subject.key;
  }

  of(child: Certificate): readonly Candidate[] {
    let ranked = this.#ranked.get(child.sha256);
    if (!ranked) {
      ranked = this.#rank(child);
      this.#ranked.set(child.sha256, ranked);
    }
    return ranked;
  }

  #rank(child: Certificate): readonly Candidate[] {
    const name = child.issuer.key;
    const anchors = this.#anchors.bySubject(name);
    const trusted = new Set(anchors.map(({ certificate }) => certificate.sha256));
    const found: Candidate[] = [];
    const add = (certificate: Certificate, origin: CertificateOrigin, stores: readonly TrustStore[]): void => {
      if (certificate.sha256 === child.sha256) return;
      found.push({
        certificate,
        origin,
        stores,
        keyId: compareKeyIds(child, certificate),
        identity: this.identityOf(certificate),
      });
    };
    for (const { certificate, stores } of anchors) add(certificate, this.originOf(certificate), stores);
    for (const { certificate, origin } of this.#bySubject.get(name) ?? [])
      if (!trusted.has(certificate.sha256)) add(certificate, origin, []);
    const scores = new Map(found.map((candidate) => [candidate, this.#score(candidate)]));
    found.sort(
      (a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || b.certificate.notBefore - a.certificate.notBefore,
    );
    return found;
  }

  #score({ certificate, stores, keyId }: Candidate): number {
    const valid = certificate.notBefore <= this.#time && this.#time <= certificate.notAfter;
    return (keyId === 'same' ? 8 : keyId === 'unknown' ? 4 : 0) + (stores.length > 0 ? 2 : 0) + (valid ? 1 : 0);
  }
}

function compareKeyIds(child: Certificate, issuer: Certificate): Candidate['keyId'] {
  const wanted = child.extensions.authorityKeyId?.keyId;
  const offered = issuer.extensions.subjectKeyId;
  if (wanted === undefined || offered === undefined) return 'unknown';
  return wanted === offered ? 'same' : 'other';
}
