import { createHash } from 'node:crypto';
import type { Environment } from '../environments/environment.ts';
import type { CertificateBag } from '../pkcs12/contents.ts';
import type { PublicContents } from '../pkcs12/publicContents.ts';
import { type FetchedIssuers, NOTHING_FETCHED, parseFetched, signersAbove } from '../online/fetchedIssuers.ts';
import type { RevocationEvidence } from '../revocation/evidence.ts';
import { revocationOf } from '../revocation/revocationOf.ts';
import type { PasswordKind, Subject } from '../rules/subject.ts';
import { buildPath } from '../x509/buildPath.ts';
import type { Certificate } from '../x509/certificate.ts';
import { CertificateError } from '../x509/certificateError.ts';
import { parseCertificate } from '../x509/parseCertificate.ts';
import type { TrustAnchors } from '../x509/trust.ts';
import { domainRows } from './domainRows.ts';
import { type FiledCertificate, selectLeaf } from './selectLeaf.ts';

export interface JudgeInput {
  readonly file: { readonly name: string; readonly size: number; readonly sha256: string };
  readonly password: PasswordKind;
  readonly environments: readonly Environment[];
  /** name of the one that the certificate is for; null where none is chosen */
  readonly environment: string | null;
  readonly anchors: TrustAnchors;
  /** the roots of public CAs, whether or not they are among the anchors */
  readonly publicRoots: TrustAnchors;
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly time: number;
  readonly expiryWarningDays: number;
  /** issuers that the file lacks; those that signed nothing here are passed over. @default none */
  readonly fetched?: FetchedIssuers;
  /** answers on revocation, as they came. @default none */
  readonly revocation?: readonly RevocationEvidence[];
}

/** Works out from an opened PFX what the rules look at. */
export function subjectOf(contents: PublicContents, input: JudgeInput): Subject {
  const { filed, unparsable } = parseAll(contents);
  const { leaf, key, keyMatchesLeaf } = selectLeaf(contents, filed);
  const certificates = unique(filed.map(({ certificate }) => certificate));
  const { fetched = NOTHING_FETCHED, revocation = [], anchors, time } = input;
  const issuers = signersAbove(certificates, parseFetched(fetched.certificates.map(({ der }) => der)));
  const path =
    leaf && buildPath(leaf, { intermediates: certificates, fetched: issuers, anchors, time, purpose: 'serverAuth' });
  const environment = input.environments.find(({ name }) => name === input.environment) ?? null;
  return {
    contents,
    certificates,
    keys: contents.bags.flatMap((bag) => (bag.kind === 'key' ? [bag] : [])),
    leaf,
    key,
    keyMatchesLeaf,
    path,
    fetchedFrom: addressesOf(fetched),
    fetchFailures: fetched.failures,
    revocations: path ? revocationOf(path, revocation, time, [...certificates, ...issuers]) : [],
    anchors: input.anchors,
    publicRoots: input.publicRoots,
    environment,
    domains: leaf && environment ? domainRows(leaf, [environment], environment) : [],
    unparsable,
    password: input.password,
    time: input.time,
    expiryWarningDays: input.expiryWarningDays,
  };
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

function addressesOf({ certificates }: FetchedIssuers): ReadonlyMap<string, string> {
  return new Map(certificates.map(({ der, url }) => [createHash('sha256').update(der).digest('hex'), url]));
}
