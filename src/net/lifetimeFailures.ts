import * as tls from 'node:tls';
import { EXPIRY_WARNING_DAYS } from '../core/rules/validity.ts';
import { handshakeProblem } from '../core/served/handshakeProblem.ts';
import { judgeServed } from '../core/served/judgeServed.ts';
import type { ServedFinding } from '../core/served/servedReport.ts';
import { derOfPem } from '../core/x509/pem.ts';
import { createTrustAnchors } from '../core/x509/trustAnchors.ts';
import { LifetimeError } from './lifetimeError.ts';
import type { NetError } from './netError.ts';
import { systemRoots } from './trustedContext.ts';

/** Why there was no answer, in words. @param timeout milliseconds */
export function connectionProblem(
  error: NetError,
  lifetime: string,
  timeout: number,
  extraCa: readonly Uint8Array[],
): LifetimeError {
  const { host } = new URL(lifetime);
  const reason = error.reason === undefined ? '' : ` (${error.reason})`;
  switch (error.code) {
    case 'dns':
      return new LifetimeError(
        'dns',
        `The name ${host} can’t be resolved. Check its spelling, and whether this computer needs a VPN or a proxy to reach it${reason}.`,
      );
    case 'refused':
      return new LifetimeError(
        'refused',
        `${host} takes no connection. Check the address, and whether a firewall or VPN stands between${reason}.`,
      );
    case 'reset':
      return new LifetimeError(
        'reset',
        `${host} ended the connection without an answer. Try again; if it stays so, check whether a firewall or proxy stands between${reason}.`,
      );
    case 'timeout':
      return new LifetimeError(
        'timeout',
        `${host} did not answer within ${timeout / 1000} seconds. Check the address, and whether this computer needs a VPN or a proxy to reach it.`,
      );
    case 'tls':
      return new LifetimeError('tls', tlsMessage(error, host, extraCa));
    case 'proxy':
      return new LifetimeError(
        'proxy',
        error.status === 407
          ? `The proxy asks for a user name and password, and does not take those it was given or was given none.`
          : `The proxy does not lead to ${host}${error.status === undefined ? reason : ` (status ${error.status})`}. Check the proxy settings.`,
      );
    case 'tooLarge':
      return new LifetimeError(
        'tooLarge',
        `The answer of ${host} is longer than 4 MiB, which no list of environments is. Check the address.`,
      );
    case 'tooManyRedirects':
      return new LifetimeError('redirect', `${host} redirects again and again. Check the address.`);
    case 'cancelled':
      return new LifetimeError('cancelled', 'The import was cancelled.');
    case 'addressForbidden':
    case 'badUrl':
    case 'protocol':
      return new LifetimeError(
        'protocol',
        `${host} answers in a way that is not HTTP${reason}. Check the address and the port.`,
      );
  }
}

/** Names the certificate that is not trusted, and why, as the validator sees it. */
function tlsMessage(
  { certificates = [], reason = '' }: NetError,
  host: string,
  extraCa: readonly Uint8Array[],
): string {
  if (certificates.length === 0) {
    const { what, mend } = handshakeProblem(reason);
    return `No secure connection to ${host}: ${what} ${mend} (${reason})`;
  }
  const finding = firstError(certificates, host, extraCa);
  return finding
    ? `The certificate of ${host} is not trusted, so the token was not sent. ${finding.title}. ${finding.detail} Tell whoever looks after LifeTime; if it has a certificate of your company’s own CA, add that CA to the trusted certificates.`
    : `The certificate of ${host} is not trusted (${reason}), so the token was not sent.`;
}

function firstError(
  certificates: readonly Uint8Array[],
  host: string,
  extraCa: readonly Uint8Array[],
): ServedFinding | undefined {
  const mozilla = { store: 'mozilla', certificates: tls.rootCertificates.map(derOfPem) } as const;
  const { findings } = judgeServed(
    {
      host: host.replace(/:\d+$/, '').replace(/^\[|\]$/g, ''),
      port: 443,
      observedAt: Date.now(),
      dns: null,
      tls: {
        protocol: null,
        cipher: null,
        certificates: certificates.map((der) => Buffer.from(der).toString('base64')),
        failure: null,
      },
      https: null,
      http: null,
    },
    {
      anchors: createTrustAnchors([
        mozilla,
        { store: 'system', certificates: systemRoots().map(derOfPem) },
        { store: 'user', certificates: extraCa },
      ]),
      publicRoots: createTrustAnchors([mozilla]),
      time: Date.now(),
      expiryWarningDays: EXPIRY_WARNING_DAYS,
    },
  );
  return findings.find(({ severity }) => severity === 'error');
}
