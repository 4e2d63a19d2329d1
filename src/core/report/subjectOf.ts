import { createHash } from 'node:crypto';
import type { Environment } from '../environments/environment.ts';
import type { PublicContents } from '../pkcs12/publicContents.ts';
import { type FetchedIssuers, NOTHING_FETCHED } from '../online/fetched.ts';
import type { RevocationEvidence } from '../revocation/evidence.ts';
import { revocationOf } from '../revocation/revocationOf.ts';
import type { KeyElsewhere, PasswordKind, Subject } from '../rules/subject.ts';
import type { TrustAnchors } from '../x509/trust.ts';
import { chainInFile } from './chainInFile.ts';
import { type ChainInput, chainOf } from './chainOf.ts';
import { type ServedLeaf, replacedBy } from './replacedBy.ts';
import { domainRows } from './domainRows.ts';

export interface JudgeInput extends ChainInput {
  readonly file: { readonly name: string; readonly size: number; readonly sha256: string };
  readonly password: PasswordKind;
  readonly environments: readonly Environment[];
  /** name of the one that the certificate is for; null where none is chosen */
  readonly environment: string | null;
  /** the roots of public CAs, whether or not they are among the anchors */
  readonly publicRoots: TrustAnchors;
  readonly expiryWarningDays: number;
  /** answers on revocation, as they came. @default none */
  readonly revocation?: readonly RevocationEvidence[];
  /** keys that environments were seen with; @default none */
  readonly keysElsewhere?: readonly KeyElsewhere[];
  /** what hosts showed when they were last looked at; @default nothing */
  readonly served?: readonly ServedLeaf[];
}

/** Works out from an opened PFX what the rules look at. */
export function subjectOf(contents: PublicContents, input: JudgeInput): Subject {
  const { fetched = NOTHING_FETCHED, revocation = [], time } = input;
  const { leaf, key, keyMatchesLeaf, certificates, unparsable, issuers, path } = chainOf(contents, input);
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
    chainInFile: leaf && path && chainInFile(leaf, path, certificates, time),
    anchors: input.anchors,
    publicRoots: input.publicRoots,
    environment,
    domains: leaf && environment ? domainRows(leaf, [environment], environment) : [],
    unparsable,
    password: input.password,
    time: input.time,
    expiryWarningDays: input.expiryWarningDays,
    keysElsewhere: input.keysElsewhere ?? [],
    replaced: leaf && environment ? replacedBy(leaf, environment, input.served ?? []) : [],
  };
}

function addressesOf({ certificates }: FetchedIssuers): ReadonlyMap<string, string> {
  return new Map(certificates.map(({ der, url }) => [createHash('sha256').update(der).digest('hex'), url]));
}
