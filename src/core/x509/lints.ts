import type { Certificate } from './certificate.ts';
import { leafLints } from './leafLints.ts';
import { nameLints } from './nameLints.ts';
import type { Path } from './path.ts';

/**
 * What the CA/Browser Forum's Baseline Requirements ask of publicly trusted TLS certificates beyond RFC 5280. None of it
 * makes a path untrusted, and none of it binds a private CA: whoever asks decides what it means.
 */
export interface Lint {
  readonly code: LintCode;
  /** index of the path's step */
  readonly step: number;
  /** of the Baseline Requirements 2.2.6, where it does not say otherwise */
  readonly section: string;
}

const SECTIONS = {
  notV3: '7.1.1',
  keyType: '6.1.5',
  rsaBelow2048: '6.1.5',
  rsaNotWholeBytes: '6.1.5',
  /** the exponent is even or 1 */
  rsaExponent: '6.1.6',
  signatureAlgorithm: '7.1.3.2',
  authorityKeyIdForm: '7.1.2.11.1',
  rootAuthorityKeyIdMismatch: '7.1.2.1.3',
  rootWithExtendedKeyUsage: '7.1.2.1.2',
  leafIsCa: '7.1.2.7.8',
  leafSignsCertificates: '7.1.2.7.11',
  ecWithoutDigitalSignature: '7.1.2.7.11',
  noExtendedKeyUsage: '7.1.2.7.6',
  criticalExtendedKeyUsage: '7.1.2.7.6',
  anyExtendedKeyUsage: '7.1.2.7.10',
  /** e-mail, code signing and others that may not stand beside serverAuth */
  forbiddenPurpose: '7.1.2.7.10',
  noServerAuth: '7.1.2.7.10',
  /** allowed by the Baseline Requirements; Chrome asks that it goes */
  clientAuth: 'Chrome Root Program policy 1.3.2',
  validityTooLong: '6.3.2',
  noRevocationAddress: '7.1.2.11.2',
  tooFewTimestamps: 'Chrome CT policy',
  noSubjectAltName: '7.1.2.7.12',
  criticalSubjectAltName: '7.1.2.7.12',
  /** another kind than DNS name and IP address, or a DNS name in another form than a host's */
  subjectAltNameForm: '7.1.2.7.12',
  internalName: '7.1.2.7.12',
  wildcardOnPublicSuffix: '3.2.2.6',
  /** the CN is one of the SANs, but not character for character */
  commonNameForm: '7.1.4.3',
  commonNameNotInSan: '7.1.4.3',
  /** the CN is the base of a wildcard among the SANs, or a host name where they are all IP addresses: what many a CA did */
  commonNameBesideSan: '7.1.4.3',
} as const;

export type LintCode = keyof typeof SECTIONS;

/** All lints of a path that reached an anchor, leaf first. Purely of the certificates: neither time nor trust matter. */
export function lintPath(path: Path): Lint[] {
  const last = path.anchorStores.length > 0 ? path.steps.length - 1 : path.steps.length;
  return path.steps.flatMap(({ certificate }, step) =>
    [
      ...anyLints(certificate),
      ...(step < last ? signatureLints(certificate) : []),
      ...(step === 0 ? [...leafLints(certificate), ...nameLints(certificate)] : []),
      ...(step === last && step > 0 ? rootLints(certificate) : []),
    ].map((code) => ({ code, step, section: SECTIONS[code] })),
  );
}

const CURVES = new Set(['EC P-256', 'EC P-384', 'EC P-521']);

/** RSA, and the curves that public CAs may certify. */
export function isKeyForBrowsers({ kind, name }: Certificate['publicKey']): boolean {
  return kind === 'rsa' || CURVES.has(name);
}

function anyLints({ version, publicKey, extensions }: Certificate): LintCode[] {
  const codes: LintCode[] = [];
  if (version !== 3) codes.push('notV3');
  if (publicKey.kind === 'rsa') {
    if ((publicKey.bits ?? 0) < 2048) codes.push('rsaBelow2048');
    if ((publicKey.bits ?? 0) % 8 !== 0) codes.push('rsaNotWholeBytes');
    if (publicKey.exponent === '1' || /[02468]$/.test(publicKey.exponent ?? '')) codes.push('rsaExponent');
  } else if (!isKeyForBrowsers(publicKey)) {
    codes.push('keyType');
  }
  const authority = extensions.authorityKeyId;
  if (authority && (authority.keyId === undefined || authority.serial !== undefined || authority.hasIssuer))
    codes.push('authorityKeyIdForm');
  return codes;
}

const HASHES: ReadonlySet<string | undefined> = new Set(['sha256', 'sha384', 'sha512']);

function signatureLints({ signature }: Certificate): LintCode[] {
  const known = signature.scheme === 'rsa' || signature.scheme === 'rsa-pss' || signature.scheme === 'ecdsa';
  return known && HASHES.has(signature.hash) ? [] : ['signatureAlgorithm'];
}

function rootLints({ selfIssued, extensions }: Certificate): LintCode[] {
  const codes: LintCode[] = [];
  if (!selfIssued) return codes;
  if (extensions.extendedKeyUsage) codes.push('rootWithExtendedKeyUsage');
  const authority = extensions.authorityKeyId?.keyId;
  if (authority !== undefined && authority !== extensions.subjectKeyId) codes.push('rootAuthorityKeyIdMismatch');
  return codes;
}
