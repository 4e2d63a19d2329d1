import type { Environment } from '../../src/core/environments/environment.ts';
import { routeOf } from '../../src/core/environments/route.ts';
import type { Report, ReportEnvironment } from '../../src/core/report/report.ts';
import type { ReportCertificate } from '../../src/core/report/reportedCertificate.ts';
import { goldenReport } from './goldenReport.ts';

const LIFETIME = 'https://acme-lt.outsystemsenterprise.com';

function environment(given: Pick<Environment, 'name' | 'address'> & Partial<Environment>): ReportEnvironment {
  const whole: Environment = {
    domains: ['apps.acme.example', 'www.acme.example'],
    version: '11.28.1.0',
    hosting: 'cloud',
    fedRamp: false,
    type: 'Production',
    lifetime: LIFETIME,
    order: 1,
    ...given,
  };
  const { id, reason } = routeOf(whole);
  const { order: _order, ...facts } = whole;
  return { ...facts, route: id, routeReason: reason };
}

/** One environment for each way of activation. */
export const goldenEnvironments = {
  lifetimeTicket: environment({
    name: 'Development',
    address: 'acme-dev.outsystemsenterprise.com',
    domains: ['dev.acme.example'],
    version: '9.1.200.0',
    type: 'Development',
  }),
  lifetimeWizard: environment({ name: 'Production [EU]', address: 'acme.outsystemsenterprise.com' }),
  lifetimeUnknown: environment({
    name: 'Quality',
    address: 'acme-tst.outsystemsenterprise.com',
    domains: ['test.acme.example'],
    version: null,
    type: 'Test',
  }),
  lifetimeItself: environment({
    name: 'LifeTime',
    address: 'acme-lt.outsystemsenterprise.com',
    domains: ['lifetime.acme.example'],
    type: null,
  }),
  fedRamp: environment({ name: 'Agency', address: 'agency.outsystemsenterprise.com', fedRamp: true }),
  selfManaged: environment({
    name: 'Own',
    address: 'os.acme.example',
    domains: ['os.acme.example'],
    hosting: 'selfManaged',
    lifetime: null,
  }),
  personal: environment({ name: 'Personal', address: 'me.outsystemscloud.com', domains: [], lifetime: null }),
  odc: environment({ name: 'ODC', address: 'acme.outsystems.app', lifetime: null, version: null }),
} as const;

export type GoldenRoute = keyof typeof goldenEnvironments;
export const GOLDEN_ROUTES = Object.keys(goldenEnvironments) as GoldenRoute[];

export const OUTCOMES = ['ready', 'warnings', 'errors'] as const;
export type Outcome = (typeof OUTCOMES)[number];

const [leaf] = goldenReport.certificates;
const authority = (name: string, role: 'intermediate' | 'root', inFile: boolean): ReportCertificate => ({
  ...(leaf as ReportCertificate),
  role,
  name,
  subject: `CN=${name}`,
  subjectAltNames: [],
  serial: '01',
  sha1: `55:${role === 'root' ? '66' : '77'}`,
  sha256: `88:${role === 'root' ? '99' : 'AA'}`,
  notAfter: '2036-01-01T00:00:00Z',
  daysLeft: 3325,
  stores: role === 'root' ? ['mozilla'] : [],
  hasPrivateKey: false,
  inFile,
});

/** The made-up report in one outcome, for the environment of one route. */
export function goldenDraftReport(route: GoldenRoute, outcome: Outcome): Report {
  const { domains } = goldenEnvironments[route];
  const report: Report = {
    ...goldenReport,
    environment: goldenEnvironments[route],
    domains: domains.map((domain) => ({
      environment: goldenEnvironments[route].name,
      current: true,
      domain,
      coveredBy: '*.acme.example',
    })),
  };
  return outcome === 'errors' ? report : sound(report, outcome);
}

/** The chain is there; with warnings, all but its root. */
function sound(report: Report, outcome: 'ready' | 'warnings'): Report {
  const [, several] = report.findings;
  const certificates = [
    ...report.certificates,
    authority('Acme Issuing CA', 'intermediate', true),
    authority('Acme Root', 'root', outcome === 'ready'),
  ];
  return {
    ...report,
    verdict: outcome,
    file: { ...report.file, passwordEncoding: outcome === 'ready' ? 'bmp' : 'none' },
    checks: {
      chain: { status: outcome === 'ready' ? 'pass' : 'warn', summary: '' },
      expiry: { status: 'pass', summary: '' },
      domain: { status: 'pass', summary: '' },
      key: { status: outcome === 'ready' ? 'pass' : 'warn', summary: '' },
    },
    findings:
      outcome === 'ready' || !several
        ? []
        : [
            several,
            {
              ...several,
              code: 'chain.rootMissing',
              params: { name: 'Acme Root' },
              title: 'The root “Acme Root” is not in this file',
            },
          ],
    certificates,
    chain: certificates.map((_, index) => ({
      kind: 'certificate',
      certificate: index,
      status: 'pass',
      signatureVerified: true,
      anchorStores: index === 2 ? ['mozilla'] : [],
      problems: [],
    })),
  };
}
