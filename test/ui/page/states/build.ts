import type {
  ChainLink,
  Check,
  CheckId,
  DomainRow,
  EnvironmentRow,
  Report,
  ReportEnvironment,
} from '../../../../src/core/report/report.ts';
import type { ReportCertificate, ReportRevocation } from '../../../../src/core/report/reportedCertificate.ts';
import type { ViewState } from '../../../../src/shared/protocol.ts';

export type ReportState = Extract<ViewState, { kind: 'report' }>;

export const NOW = '2026-11-23T09:00:00Z';
const DAY = 86_400_000;

/** A made-up thumbprint that stays the same for the same seed. */
export function hex(seed: string, bytes: number): string {
  let state = Array.from(seed, (character) => character.charCodeAt(0)).reduce(
    (sum, code) => (sum * 31 + code) >>> 0,
    7,
  );
  return Array.from({ length: bytes }, () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return (state >>> 24).toString(16).toUpperCase().padStart(2, '0');
  }).join(':');
}

export const notChecked: ReportRevocation = {
  status: 'notChecked',
  detail: 'Not checked.',
  source: null,
  url: null,
  thisUpdate: null,
  nextUpdate: null,
  revokedAt: null,
  reason: null,
};

type Given = Pick<ReportCertificate, 'role' | 'name'> & Partial<ReportCertificate>;

/** A certificate of which only what matters has to be said. */
export function certificate(given: Given): ReportCertificate {
  const notAfter = given.notAfter ?? '2027-02-12T23:59:59Z';
  const notBefore = given.notBefore ?? '2026-07-28T00:00:00Z';
  const daysLeft = Math.floor((Date.parse(notAfter) - Date.parse(NOW)) / DAY);
  return {
    subject: `CN=${given.name}`,
    issuer: 'CN=Example Trust RSA CA 4,O=Example Trust,C=PT',
    issuerName: 'Example Trust RSA CA 4',
    serial: hex(`${given.name}serial`, 16),
    notBefore,
    notAfter,
    daysLeft,
    validity:
      daysLeft < 0
        ? 'expired'
        : Date.parse(notBefore) > Date.parse(NOW)
          ? 'notYetValid'
          : daysLeft < 30
            ? 'expiring'
            : 'valid',
    subjectAltNames: [],
    publicKey: 'RSA 2048',
    signatureAlgorithm: 'RSA with SHA-256',
    sha1: hex(`${given.name}sha1`, 20),
    sha256: hex(`${given.name}sha256`, 32),
    inFile: true,
    source: 'file',
    fetchedFrom: null,
    stores: [],
    hasPrivateKey: given.role === 'leaf',
    revocation: notChecked,
    pem: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
    ...given,
  };
}

export const leaf = certificate({
  role: 'leaf',
  name: '*.acme.com',
  subject: 'CN=*.acme.com,O=Acme Lda,L=Lisboa,C=PT',
  subjectAltNames: ['*.acme.com', 'acme.com'],
});

export const intermediate = certificate({
  role: 'intermediate',
  name: 'Example Trust RSA CA 4',
  subject: 'CN=Example Trust RSA CA 4,O=Example Trust,C=PT',
  issuer: 'CN=Example Trust Root R2,O=Example Trust,C=PT',
  issuerName: 'Example Trust Root R2',
  notBefore: '2020-03-01T00:00:00Z',
  notAfter: '2030-03-01T23:59:59Z',
});

export const root = certificate({
  role: 'root',
  name: 'Example Trust Root R2',
  subject: 'CN=Example Trust Root R2,O=Example Trust,C=PT',
  issuer: 'CN=Example Trust Root R2,O=Example Trust,C=PT',
  issuerName: 'Example Trust Root R2',
  notBefore: '2018-01-01T00:00:00Z',
  notAfter: '2038-01-01T00:00:00Z',
  publicKey: 'RSA 4096',
  stores: ['mozilla', 'system'],
});

export const production: ReportEnvironment = {
  name: 'Production',
  address: 'acme.outsystemsenterprise.com',
  domains: ['apps.acme.com', 'acme.com'],
  version: '11.0.212.0',
  hosting: 'cloud',
  fedRamp: false,
  type: 'Production',
  lifetime: null,
  route: 'lifetimeWizard',
  routeReason: '11.0.212.0 is 9.1.301.0 or higher, so LifeTime installs it by its own wizard.',
};

export function domain(environment: string, name: string, given: Partial<DomainRow> = {}): DomainRow {
  return { environment, domain: name, current: environment === 'Production', coveredBy: '*.acme.com', ...given };
}

const passed: Readonly<Record<CheckId, Check>> = {
  chain: { status: 'pass', summary: 'Complete. Ends in Example Trust Root R2, one of the Mozilla roots.' },
  expiry: { status: 'pass', summary: 'The leaf ends on 12 Feb 2027, in 81 days.' },
  domain: { status: 'pass', summary: '2 of 2 domains of Production; serves 3 of 4 environments.' },
  key: { status: 'pass', summary: 'Present, belongs to the leaf, 2048 bits (limit 4096).' },
};

const DOMAINS: readonly DomainRow[] = [
  domain('Production', 'apps.acme.com'),
  domain('Production', 'acme.com', { coveredBy: 'acme.com' }),
  domain('Quality', 'apps-qa.acme.com'),
  domain('Development', 'dev.apps.acme.com', {
    coveredBy: null,
    nearest: '*.acme.com',
    reason: 'a wildcard covers one label',
  }),
];

/** The environments that rows are of, in their order. */
export function environmentsOf(rows: readonly DomainRow[]): readonly EnvironmentRow[] {
  return [...new Set(rows.map(({ environment }) => environment))].map((name) => {
    const own = rows.filter(({ environment }) => environment === name);
    return {
      name,
      current: own.some(({ current }) => current),
      covered: own.filter(({ coveredBy }) => coveredBy !== null).length,
      of: own.length,
    };
  });
}

type Changes = Partial<Omit<Report, 'checks' | 'file'>> & {
  readonly checks?: Partial<Record<CheckId, Check>>;
  readonly file?: Partial<Report['file']>;
};

/** A link of the chain with nothing wrong with it, but for what is said. @param index into the report's certificates */
export function link(
  index: number,
  given: Partial<Omit<Extract<ChainLink, { kind: 'certificate' }>, 'kind' | 'certificate'>> = {},
): ChainLink {
  return {
    kind: 'certificate',
    certificate: index,
    status: 'pass',
    signatureVerified: true,
    anchorStores: [],
    problems: [],
    ...given,
  };
}

/** A sound report, and what is different from it. */
export function report(changes: Changes = {}): Report {
  return {
    schemaVersion: 1,
    judgedAt: NOW,
    verdict: 'ready',
    headline: 'Ready to submit',
    summary: 'LifeTime would accept this file, and browsers would trust it.',
    environment: production,
    findings: [],
    certificates: [leaf, intermediate, root],
    chain: [link(0), link(1), link(2, { anchorStores: ['mozilla', 'system'] })],
    domains: DOMAINS,
    environments: environmentsOf(changes.domains ?? DOMAINS),
    replaces: [],
    key: { algorithm: 'RSA', bits: 2048, matchesLeaf: true },
    online: { issuers: null, revocation: null },
    ...changes,
    checks: { ...passed, ...changes.checks },
    file: {
      name: 'acme-wildcard-2027.pfx',
      size: 6214,
      sha256: hex('file', 32).replaceAll(':', '').toLowerCase(),
      producer: 'OpenSSL 3',
      mac: { name: 'HMAC-SHA-256', kind: 'pkcs12', hash: 'sha256', iterations: 2048 },
      certificateEncryption: [
        {
          name: 'PBES2 AES-256-CBC, PBKDF2 HMAC-SHA-256',
          scheme: 'pbes2',
          cipher: 'aes-256',
          hash: 'sha256',
          iterations: 2048,
        },
      ],
      keyEncryption: [
        {
          name: 'PBES2 AES-256-CBC, PBKDF2 HMAC-SHA-256',
          scheme: 'pbes2',
          cipher: 'aes-256',
          hash: 'sha256',
          iterations: 2048,
        },
      ],
      passwordEncoding: 'bmp',
      trailingBytes: 0,
      ber: false,
      chainOrder: true,
      bags: [
        {
          kind: 'certificate',
          description: '*.acme.com',
          friendlyName: 'acme wildcard',
          localKeyId: '1f8ae20cdd13d2bd2f85d3cc5a1c4f0d1b3b7a55',
        },
        { kind: 'certificate', description: 'Example Trust RSA CA 4' },
        { kind: 'certificate', description: 'Example Trust Root R2' },
        { kind: 'key', description: 'RSA 2048', localKeyId: '1f8ae20cdd13d2bd2f85d3cc5a1c4f0d1b3b7a55' },
      ],
      ...changes.file,
    },
  };
}

const OFFLINE: ReportState['online'] = { allowed: ['issuers', 'revocation'], running: null, problem: null };

export function shown(changes: Changes = {}, state: Partial<Omit<ReportState, 'kind' | 'report'>> = {}): ReportState {
  return {
    kind: 'report',
    report: report(changes),
    changedOnDisk: 'no',
    environments: 3,
    trustProblems: [],
    online: OFFLINE,
    ...state,
  };
}
