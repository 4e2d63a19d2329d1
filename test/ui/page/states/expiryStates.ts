import { certificate, intermediate, leaf, link, root, shown } from './build.ts';
import { error, refused, SOURCE } from './errors.ts';

export const expired = shown({
  ...refused,
  checks: {
    expiry: { status: 'fail', summary: 'The leaf expired on 31 Oct 2026, 23 days ago; its issuer ends in 12 days.' },
  },
  certificates: [
    {
      ...leaf,
      ...certificate({
        role: 'leaf',
        name: leaf.name,
        notBefore: '2025-10-01T00:00:00Z',
        notAfter: '2026-10-31T23:59:59Z',
      }),
    },
    certificate({ ...intermediate, notAfter: '2026-12-05T12:00:00Z', validity: 'expiring', daysLeft: 12 }),
    root,
  ],
  chain: [
    link(0, { status: 'fail', problems: ['expired 23 days ago'] }),
    link(1, { status: 'warn', problems: ['expires in 12 days'] }),
    link(2, { anchorStores: ['mozilla'] }),
  ],
  findings: [
    error({
      code: 'expiry-expired',
      check: 'expiry',
      title: 'The certificate expired on 31 Oct 2026',
      detail: 'Browsers show a full-page warning instead of your applications, and LifeTime refuses the file.',
      mend: 'Renew the certificate at your CA and build the PFX again with the new one.',
      certificate: 0,
      lifetimeMessage: 'The certificate has expired',
    }),
    {
      code: 'expiry-issuer-soon',
      severity: 'warning',
      params: {},
      check: 'expiry',
      title: 'The intermediate expires in 12 days',
      detail: 'The renewed certificate will come from another intermediate.',
      mend: 'Take the new chain with the renewed certificate, not this one.',
      certificate: 1,
      source: SOURCE,
    },
  ],
});

export const notYetValid = shown({
  ...refused,
  checks: { expiry: { status: 'fail', summary: 'The leaf is valid only from 1 Jan 2027, in 39 days.' } },
  certificates: [
    certificate({
      ...leaf,
      notBefore: '2027-01-01T00:00:00Z',
      notAfter: '2027-07-19T00:00:00Z',
      validity: 'notYetValid',
      daysLeft: 238,
    }),
    intermediate,
    root,
  ],
});
