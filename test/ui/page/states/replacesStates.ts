import type { ReportFinding } from '../../../../src/core/report/report.ts';
import { environmentsOf, domain, shown } from './build.ts';
import { SOURCE } from './errors.ts';

const finding = (given: Pick<ReportFinding, 'code' | 'severity' | 'title' | 'detail'>): ReportFinding => ({
  check: 'file',
  mend: 'If the name is still in use, ask your CA for a certificate that covers it too.',
  source: SOURCE,
  params: {},
  ...given,
});

/** Against what Production serves now, and one environment without a domain. */
export const replaces = shown({
  verdict: 'warnings',
  headline: 'Ready to submit, with 1 warning',
  findings: [
    finding({
      code: 'replaces.nameLost',
      severity: 'warning',
      title: 'The certificate served now covers a name that this one doesn’t: legacy.acme.com',
      detail: 'It is none of the environment’s domains, but somebody may still use it: browsers would refuse it then.',
    }),
  ],
  environments: [
    ...environmentsOf([domain('Production', 'apps.acme.com'), domain('Production', 'acme.com')]),
    { name: 'Quality', current: false, covered: 1, of: 1 },
    { name: 'Development', current: false, covered: 0, of: 1 },
    { name: 'Sandbox', current: false, covered: 0, of: 0 },
  ],
  replaces: [
    {
      hosts: ['apps.acme.com', 'acme.com'],
      seenAt: '2026-11-22T18:00:00Z',
      name: 'www.acme.com',
      issuerName: 'Example Trust RSA CA 3',
      notAfter: '2026-12-19T23:59:59Z',
      sha256: '0A:1B',
      same: false,
      namesLost: ['acme.com', 'legacy.acme.com'],
      domainsLost: ['acme.com'],
      namesGained: ['*.acme.com'],
      issuer: { from: 'Example Trust RSA CA 3', to: 'Example Trust RSA CA 4', changed: true },
      keyReused: false,
      daysWon: 55,
      pins: {
        from: 'r/mIkG3eEpVdm+u/ko/cwxzOMo1bk4TyHIlByibiA5E=',
        to: 'YLh1dUR9y6Kja30RrAn7JKnbQG/uEtLMkBgFF2Fuihg=',
      },
    },
    {
      hosts: ['www.acme.com'],
      seenAt: '2026-11-22T18:00:00Z',
      name: '*.acme.com',
      issuerName: 'Example Trust RSA CA 4',
      notAfter: '2027-02-12T23:59:59Z',
      sha256: '0A:1C',
      same: true,
      namesLost: [],
      domainsLost: [],
      namesGained: [],
      issuer: { from: 'Example Trust RSA CA 4', to: 'Example Trust RSA CA 4', changed: false },
      keyReused: true,
      daysWon: 0,
      pins: {
        from: 'YLh1dUR9y6Kja30RrAn7JKnbQG/uEtLMkBgFF2Fuihg=',
        to: 'YLh1dUR9y6Kja30RrAn7JKnbQG/uEtLMkBgFF2Fuihg=',
      },
    },
  ],
});

/** A finding of trust's own, and two of the rules of public CAs. */
export const lints = shown({
  verdict: 'warnings',
  headline: 'Ready to submit, with 2 warnings',
  findings: [
    finding({
      code: 'expiry.expiringSoon',
      severity: 'warning',
      title: '“*.acme.com” ends on 12 Dec 2026',
      detail: 'After that day browsers refuse the site.',
    }),
    {
      ...finding({
        code: 'publicCa.timestamps',
        severity: 'warning',
        title: 'The certificate has 1 signed timestamp; browsers ask for 3',
        detail: 'Chrome and Safari refuse certificates of public CAs without enough of them.',
      }),
      lint: true,
    },
    {
      ...finding({
        code: 'publicCa.clientAuth',
        severity: 'info',
        title: 'The certificate may also be used for clients',
        detail: 'Public CAs stop issuing such certificates in 2027.',
      }),
      lint: true,
      action: 'chooseEnvironment',
    },
  ],
});
