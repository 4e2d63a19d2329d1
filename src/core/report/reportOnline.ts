import { crlAddresses, hostOf, issuerAddresses, ocspAddresses } from '../online/addresses.ts';
import type { Subject } from '../rules/subject.ts';
import { wantedIssuerOf } from '../rules/subjectPath.ts';
import type { OnlineOffer, OnlineRequest, ReportOnline } from './onlineOffer.ts';

/** What could be asked on the Internet, and what those who are asked would learn. */
export function reportOnline(subject: Subject): ReportOnline {
  return { issuers: issuersOffer(subject), revocation: revocationOffer(subject) };
}

function issuersOffer({ path }: Subject): OnlineOffer | null {
  const child = wantedIssuerOf(path);
  const index = path?.steps.findIndex(({ certificate }) => certificate === child) ?? -1;
  if (!child || index < 0) return null;
  const requests = issuerAddresses(child).map((url, i) => request('caIssuers', index, url, i > 0));
  if (requests.length === 0) return null;
  return {
    explanation: `The certificate names ${plainList(requests)} as the place where its CA’s certificate can be had. That server is asked for the file, and so are the servers that this certificate names in turn. Nothing about you or your file is sent, but each server sees that this address was asked for, and from where.`,
    requests,
  };
}

function revocationOffer({ path }: Subject): OnlineOffer | null {
  const steps = path?.steps.slice(0, -1) ?? [];
  const requests = steps.flatMap(({ certificate, problems }, index) => {
    if (problems.some(({ code }) => code === 'badSignature')) return [];
    const ocsp = ocspAddresses(certificate);
    return [
      ...ocsp.map((url, i) => request('ocsp', index, url, i > 0)),
      ...crlAddresses(certificate).map((url, i) => request('crl', index, url, ocsp.length > 0 || i > 0)),
    ];
  });
  if (requests.length === 0) return null;
  const ocsp = requests.some(({ kind }) => kind === 'ocsp');
  const crl = requests.some(({ kind }) => kind === 'crl');
  return {
    explanation: [
      `The CAs’ servers (${plainList(requests)}) are asked whether the certificates of this chain are revoked.`,
      ...(ocsp
        ? [
            'A CA’s OCSP service is sent which certificate is meant: its serial number, and hashes of the CA’s name and key.',
          ]
        : []),
      ...(crl ? ['For a list of revoked certificates (CRL) nothing is sent but the request for the list.'] : []),
      'Each server sees from where it is asked. The file, its password and its private key are never sent.',
    ].join(' '),
    requests,
  };
}

const SENDS: Readonly<Record<OnlineRequest['kind'], string>> = {
  caIssuers: 'nothing but the request for this address',
  ocsp: 'hashes of the CA’s name and key, and the certificate’s serial number',
  crl: 'nothing but the request for this address',
};

function request(kind: OnlineRequest['kind'], certificate: number, url: string, fallback: boolean): OnlineRequest {
  return { kind, certificate, url, host: hostOf(url) ?? url, sends: SENDS[kind], fallback };
}

function plainList(requests: readonly OnlineRequest[]): string {
  return [...new Set(requests.map(({ host }) => host))].join(', ');
}
