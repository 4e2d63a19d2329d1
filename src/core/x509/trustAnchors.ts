import { createHash } from 'node:crypto';
import { Asn1Error } from '../asn1/reader.ts';
import type { Certificate } from './certificate.ts';
import { CertificateError } from './certificateError.ts';
import { parseName } from './names.ts';
import { parseCertificate } from './parseCertificate.ts';
import { skimCertificate } from './skim.ts';
import type { TrustAnchor, TrustAnchors, TrustStore } from './trust.ts';

export interface TrustSource {
  readonly store: TrustStore;
  /** DER */
  readonly certificates: readonly Uint8Array[];
}

interface Entry {
  readonly der: Uint8Array;
  readonly stores: TrustStore[];
  /** undefined: not asked for yet; null: can't be parsed */
  parsed: Certificate | null | undefined;
}

interface Index {
  readonly bySubject: Map<string, Entry[]>;
  readonly byHash: Map<string, Entry>;
}

/**
 * Joins stores into one set of anchors. Nothing is read until the first question, which indexes all by subject; a
 * certificate is parsed when a path first asks for it. One that can't be read is no anchor: whoever reads the files says so.
 */
export function createTrustAnchors(sources: readonly TrustSource[]): TrustAnchors {
  let index: Index | undefined;
  const indexed = (): Index => (index ??= buildIndex(sources));
  return {
    bySubject(nameKey) {
      const anchors: TrustAnchor[] = [];
      for (const entry of indexed().bySubject.get(nameKey) ?? []) {
        if (entry.parsed === undefined) entry.parsed = parseOrNull(entry.der);
        if (entry.parsed) anchors.push({ certificate: entry.parsed, stores: entry.stores });
      }
      return anchors;
    },
    storesOf: (sha256) => indexed().byHash.get(sha256)?.stores ?? [],
  };
}

function buildIndex(sources: readonly TrustSource[]): Index {
  const bySubject = new Map<string, Entry[]>();
  const byHash = new Map<string, Entry>();
  for (const { store, certificates } of sources) {
    for (const der of certificates) {
      const hash = createHash('sha256').update(der).digest('hex');
      const known = byHash.get(hash);
      if (known) {
        if (!known.stores.includes(store)) known.stores.push(store);
        continue;
      }
      const key = subjectKey(der);
      if (key === undefined) continue;
      const entry: Entry = { der, stores: [store], parsed: undefined };
      byHash.set(hash, entry);
      const sameName = bySubject.get(key);
      if (sameName) sameName.push(entry);
      else bySubject.set(key, [entry]);
    }
  }
  return { bySubject, byHash };
}

function subjectKey(der: Uint8Array): string | undefined {
  const parts = skimCertificate(der);
  if (!parts) return undefined;
  try {
    return parseName(parts.subject).key;
  } catch (error) {
    if (error instanceof Asn1Error) return undefined;
    throw error;
  }
}

function parseOrNull(der: Uint8Array): Certificate | null {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (error instanceof CertificateError) return null;
    throw error;
  }
}
