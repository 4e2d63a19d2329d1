import { createHash } from 'node:crypto';
import type { CertificateBag } from '../pkcs12/contents.ts';
import type { PublicContents } from '../pkcs12/publicContents.ts';
import { type FetchedIssuers, NOTHING_FETCHED } from '../online/fetched.ts';
import { parseFetched, signersAbove } from '../online/fetchedIssuers.ts';
import { buildPath } from '../x509/buildPath.ts';
import type { Certificate } from '../x509/certificate.ts';
import { CertificateError } from '../x509/certificateError.ts';
import { parseCertificate } from '../x509/parseCertificate.ts';
import type { Path } from '../x509/path.ts';
import type { TrustAnchors } from '../x509/trust.ts';
import { type FiledCertificate, type Selection, selectLeaf } from './selectLeaf.ts';

export interface ChainInput {
  readonly anchors: TrustAnchors;
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly time: number;
  /** issuers that the file lacks; those that signed nothing here are passed over. @default none */
  readonly fetched?: FetchedIssuers;
}

/** The certificates of an opened PFX, and the way from its leaf to a root. */
export interface Chain extends Selection {
  /** those of the file that parse, in its order, each once */
  readonly certificates: readonly Certificate[];
  /** SHA-256 of those whose DER does not parse */
  readonly unparsable: readonly string[];
  /** those fetched that signed one of the file's, or one above */
  readonly issuers: readonly Certificate[];
  /** undefined where there is no leaf */
  readonly path: Path | undefined;
}

export function chainOf(contents: PublicContents, { anchors, time, fetched = NOTHING_FETCHED }: ChainInput): Chain {
  const { filed, unparsable } = parseAll(contents);
  const selection = selectLeaf(contents, filed, time);
  const certificates = unique(filed.map(({ certificate }) => certificate));
  const issuers = signersAbove(certificates, parseFetched(fetched.certificates.map(({ der }) => der)));
  const { leaf } = selection;
  const path =
    leaf && buildPath(leaf, { intermediates: certificates, fetched: issuers, anchors, time, purpose: 'serverAuth' });
  return { ...selection, certificates, unparsable, issuers, path };
}

function parseAll(contents: PublicContents): { filed: readonly FiledCertificate[]; unparsable: readonly string[] } {
  const filed: FiledCertificate[] = [];
  const unparsable: string[] = [];
  for (const bag of contents.bags) {
    if (bag.kind !== 'certificate') continue;
    const certificate = parseOrUndefined(bag);
    if (certificate) filed.push({ bag, certificate });
    else unparsable.push(createHash('sha256').update(bag.der).digest('hex'));
  }
  return { filed, unparsable };
}

function parseOrUndefined({ der }: CertificateBag): Certificate | undefined {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (error instanceof CertificateError) return undefined; // becomes the finding chain.unparsableCertificate
    throw error;
  }
}

function unique(certificates: readonly Certificate[]): readonly Certificate[] {
  return [...new Map(certificates.map((certificate) => [certificate.sha256, certificate])).values()];
}
