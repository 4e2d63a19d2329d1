import type { OnlineOffer } from '../../../../src/core/report/onlineOffer.ts';
import type { ReportRevocation } from '../../../../src/core/report/reportedCertificate.ts';
import { missingIntermediate } from './brokenStates.ts';
import { certificate, intermediate, leaf, link, notChecked, root, shown } from './build.ts';
import { error, refused } from './errors.ts';

const issuers: OnlineOffer = {
  explanation:
    'The certificate names cacerts.example-trust.test as the place where its CA’s certificate can be had. That server is asked for the file. Nothing about you or your file is sent, but each server sees that this address was asked for, and from where.',
  requests: [
    {
      kind: 'caIssuers',
      certificate: 0,
      url: 'http://cacerts.example-trust.test/rsa-ca-4.crt',
      host: 'cacerts.example-trust.test',
      sends: 'nothing but the request for this address',
      fallback: false,
    },
  ],
};

export const revocationOffer: OnlineOffer = {
  explanation:
    'The CAs’ servers (ocsp.example-trust.test, crl.example-trust.test) are asked whether the certificates of this chain are revoked. A CA’s OCSP service is sent which certificate is meant: its serial number, and hashes of the CA’s name and key. For a list of revoked certificates (CRL) nothing is sent but the request for the list. Each server sees from where it is asked. The file, its password and its private key are never sent.',
  requests: [
    {
      kind: 'ocsp',
      certificate: 0,
      url: 'http://ocsp.example-trust.test',
      host: 'ocsp.example-trust.test',
      sends: 'hashes of the CA’s name and key, and the certificate’s serial number',
      fallback: false,
    },
    {
      kind: 'crl',
      certificate: 0,
      url: 'http://crl.example-trust.test/ca4.crl',
      host: 'crl.example-trust.test',
      sends: 'nothing but the request for this address',
      fallback: true,
    },
  ],
};

const good: ReportRevocation = {
  ...notChecked,
  status: 'good',
  detail: 'Not revoked: ocsp.example-trust.test says so as of 2026-11-23 06:00 UTC.',
  source: 'ocsp',
  url: 'http://ocsp.example-trust.test',
  thisUpdate: '2026-11-23T06:00:00Z',
  nextUpdate: '2026-11-30T06:00:00Z',
};

const unknown: ReportRevocation = {
  ...notChecked,
  status: 'unknown',
  detail: 'Not known: crl.example-trust.test did not answer in time.',
};

const anchor: ReportRevocation = {
  ...notChecked,
  detail: 'Not checked: nobody but the one who trusts it can take trust from a root.',
};

export const issuersOffered = {
  ...missingIntermediate,
  report: { ...missingIntermediate.report, online: { issuers, revocation: null } },
};

export const issuersRunning = {
  ...issuersOffered,
  online: { ...issuersOffered.online, running: 'issuers' },
} as const;

export const issuersFetched = shown({
  certificates: [
    leaf,
    {
      ...intermediate,
      inFile: false,
      source: 'fetched',
      fetchedFrom: 'http://cacerts.example-trust.test/rsa-ca-4.crt',
    },
    root,
  ],
  online: { issuers: null, revocation: revocationOffer },
});

export const revocationFailed = shown(
  { online: { issuers: null, revocation: revocationOffer } },
  {
    online: {
      allowed: ['issuers', 'revocation'],
      running: null,
      problem: 'The servers took too long to answer. Nothing is known from them.',
    },
  },
);

export const notRevoked = shown({
  certificates: [
    { ...leaf, revocation: good },
    { ...intermediate, revocation: unknown },
    { ...root, revocation: anchor },
  ],
  online: { issuers: null, revocation: revocationOffer },
});

export const revoked = shown({
  ...refused,
  checks: { chain: { status: 'fail', summary: '“*.acme.com” has been revoked by its CA.' } },
  certificates: [
    certificate({
      ...leaf,
      revocation: {
        ...good,
        status: 'revoked',
        detail: 'Revoked on 20 Nov 2026: its private key may be known to others.',
        revokedAt: '2026-11-20T08:00:00Z',
        reason: 'keyCompromise',
      },
    }),
    { ...intermediate, revocation: good },
    { ...root, revocation: anchor },
  ],
  chain: [link(0, { status: 'fail', problems: ['revoked'] }), link(1), link(2, { anchorStores: ['mozilla'] })],
  findings: [
    error({
      code: 'chain.revoked',
      check: 'chain',
      title: '“*.acme.com” has been revoked by its CA',
      detail: 'The CA took it back on 20 Nov 2026: its private key may be known to others. Browsers refuse it.',
      mend: 'Ask your CA for a new certificate, with a new private key.',
      certificate: 0,
    }),
  ],
  online: { issuers: null, revocation: revocationOffer },
});
