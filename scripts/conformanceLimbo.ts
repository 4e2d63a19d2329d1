import { readFileSync } from 'node:fs';
import { buildPath } from '../src/core/x509/buildPath.ts';
import type { Certificate, KeyUsage } from '../src/core/x509/certificate.ts';
import { CertificateError } from '../src/core/x509/certificateError.ts';
import { readCertificates } from '../src/core/x509/certificateFiles.ts';
import { checkCrl } from '../src/core/x509/checkCrl.ts';
import type { Profile } from '../src/core/x509/defects.ts';
import { matchName } from '../src/core/x509/hostnames.ts';
import { type LintCode, lintPath } from '../src/core/x509/lints.ts';
import { parseCertificate } from '../src/core/x509/parseCertificate.ts';
import type { Path } from '../src/core/x509/path.ts';
import { createTrustAnchors } from '../src/core/x509/trustAnchors.ts';

/** The part of x509-limbo's format that the runner reads (github.com/C2SP/x509-limbo, Apache-2.0). */
interface LimboCase {
  readonly id: string;
  readonly validation_kind: 'SERVER' | 'CLIENT';
  readonly trusted_certs: readonly string[];
  readonly untrusted_intermediates: readonly string[];
  readonly peer_certificate: string;
  readonly validation_time: string | null;
  readonly signature_algorithms: readonly string[] | null;
  readonly key_usage: readonly KeyUsage[] | null;
  readonly extended_key_usage: readonly string[] | null;
  readonly expected_result: 'SUCCESS' | 'FAILURE';
  readonly expected_peer_name: PeerName | null;
  readonly expected_peer_names: readonly PeerName[] | null;
  readonly max_chain_depth: number | null;
  readonly crls: readonly string[] | null;
}

interface PeerName {
  readonly kind: 'DNS' | 'IP' | 'RFC822';
  readonly value: string;
}

/** Why a case fails, in words; empty for a success. */
type Reasons = readonly string[];

/**
 * Runs every case of an x509-limbo file through the product's validator and prints each difference.
 *
 * A case of the namespace `rfc5280`, `crl` or `invalid` is judged by everything that RFC 5280 asks of a CA, one of `webpki` by the
 * same without what the CA/Browser Forum relaxes, and by the lints of `lints.ts`, each of which makes it fail. All others
 * are judged as the product judges a file. No case is known by its id.
 *
 * @returns whether every case came out as expected
 */
export async function run(file: string): Promise<boolean> {
  const { testcases } = readCases(file);
  let expected = 0;
  const leftOut: string[] = [];
  let slowest = { id: '', millis: 0 };
  for (const limboCase of testcases) {
    const reason = whyLeftOut(limboCase);
    if (reason !== undefined) {
      leftOut.push(`left out: ${limboCase.id}: ${reason}`);
      continue;
    }
    const start = process.hrtime.bigint();
    const reasons = judge(limboCase);
    const millis = Number(process.hrtime.bigint() - start) / 1e6;
    if (millis > slowest.millis) slowest = { id: limboCase.id, millis };
    if ((reasons.length === 0) === (limboCase.expected_result === 'SUCCESS')) expected++;
    else console.log(`${limboCase.id}: expected ${limboCase.expected_result}, got ${reasons.join('; ') || 'SUCCESS'}`);
  }
  for (const line of leftOut) console.log(line);
  const ran = testcases.length - leftOut.length;
  console.log(`slowest: ${slowest.id}, ${slowest.millis.toFixed(1)} ms`);
  console.log(`limbo: ${expected} of ${ran} as expected, ${leftOut.length} left out`);
  return expected === ran;
}

function readCases(file: string): { readonly testcases: readonly LimboCase[] } {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (isLimboFile(content)) return content;
  throw new Error(`${file} does not hold the test cases of x509-limbo`);
}

function isLimboFile(content: unknown): content is { readonly testcases: readonly LimboCase[] } {
  return typeof content === 'object' && content !== null && 'testcases' in content && Array.isArray(content.testcases);
}

function whyLeftOut({ signature_algorithms: algorithms }: LimboCase): string | undefined {
  return algorithms && algorithms.length > 0 ? 'asks for a choice of signature algorithms' : undefined;
}

function judge(limboCase: LimboCase): Reasons {
  const namespace = limboCase.id.split('::')[0] ?? '';
  const profile = PROFILES[namespace] ?? 'browsers';
  const time = limboCase.validation_time === null ? Date.now() : Date.parse(limboCase.validation_time);
  const leaf = parse(limboCase.peer_certificate);
  if (!leaf) return ['the leaf is no certificate'];
  const path = buildPath(leaf, {
    intermediates: limboCase.untrusted_intermediates.flatMap((pem) => parse(pem) ?? []),
    anchors: createTrustAnchors([{ store: 'user', certificates: limboCase.trusted_certs.flatMap(derOf) }]),
    time,
    profile,
    purpose: limboCase.validation_kind === 'SERVER' ? 'serverAuth' : 'clientAuth',
    keyUsage: limboCase.key_usage ?? [],
    ...(limboCase.max_chain_depth !== null && { maxDepth: limboCase.max_chain_depth }),
  });
  return [
    ...pathReasons(path),
    ...nameReasons(leaf, limboCase),
    ...revocationReasons(path, limboCase.crls ?? [], time),
    ...(namespace === 'webpki' ? lintReasons(path) : []),
  ];
}

const PROFILES: Readonly<Record<string, Profile>> = {
  rfc5280: 'rfc5280',
  crl: 'rfc5280',
  invalid: 'rfc5280',
  webpki: 'webpki',
};

function pathReasons(path: Path): Reasons {
  if (path.trusted) return [];
  const steps = path.steps.flatMap(({ problems }, i) =>
    problems.map((problem) => ({ where: `step ${i}`, ...problem })),
  );
  const all = [...steps, ...path.problems.map((problem) => ({ where: 'path', ...problem }))];
  return all.map(({ where, code, params }) => `${where}: ${code} ${params ? JSON.stringify(params) : ''}`.trim());
}

/** A CRL of a path's own CA must be believable and must not list the certificate; one of another CA says nothing. */
function revocationReasons({ steps }: Path, crls: readonly string[], time: number): Reasons {
  return crls.map(crlDer).flatMap((crl) =>
    steps.slice(0, -1).flatMap(({ certificate }, i) => {
      const issuer = steps[i + 1]?.certificate;
      const verdict = issuer && checkCrl(crl, certificate, issuer, { time, strict: true });
      if (!verdict || verdict.status === 'good') return [];
      if (verdict.status === 'revoked') return [`step ${i}: revoked`];
      return verdict.problem === 'otherIssuer' ? [] : [`step ${i}: CRL ${verdict.problem}`];
    }),
  );
}

function crlDer(pem: string): Uint8Array {
  return Uint8Array.from(Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64'));
}

function nameReasons(leaf: Certificate, { expected_peer_name: one, expected_peer_names: several }: LimboCase): Reasons {
  return [...(one ? [one] : []), ...(several ?? [])].flatMap(({ kind, value }) => {
    if (kind === 'RFC822') {
      const names = leaf.extensions.subjectAltNames?.names ?? [];
      return names.some((name) => name.kind === 'email' && name.value === value) ? [] : [`names: no mailbox ${value}`];
    }
    const match = matchName(value, leaf);
    return match.matched ? [] : [`names: ${match.reason}`];
  });
}

/** Lints that do not make a case fail, and why; every other one does. */
const NOT_COUNTED: Partial<Record<LintCode, string>> = {
  commonNameBesideSan: 'the default subject of the suite is CN=example.com, whatever the names of a case',
  validityTooLong: 'the certificates of the suite live a thousand years',
  tooFewTimestamps: 'no certificate of the suite was logged',
  noRevocationAddress: 'no certificate of the suite has one',
  internalName: 'the suite uses addresses such as 127.0.0.1',
  clientAuth: 'allowed by the Baseline Requirements',
};

function lintReasons(path: Path): Reasons {
  return lintPath(path)
    .filter(({ code }) => NOT_COUNTED[code] === undefined)
    .map(({ code, step, section }) => `lint: ${code} in step ${step} (BR ${section})`);
}

function parse(pem: string): Certificate | undefined {
  const [der] = derOf(pem);
  if (!der) return undefined;
  try {
    return parseCertificate(der);
  } catch (error) {
    if (error instanceof CertificateError) return undefined;
    throw error;
  }
}

function derOf(pem: string): Uint8Array[] {
  return readCertificates(Buffer.from(pem, 'latin1'));
}
