import { handshakeProblem } from '../core/served/handshakeProblem.ts';
import type { ServedHost } from '../core/served/observation.ts';
import type { ServedReport } from '../core/served/servedReport.ts';
import { LifetimeError } from './lifetimeError.ts';
import { misleadingIssuer } from './misleadingIssuer.ts';
import type { NetError } from './netError.ts';

/** Judges what a host presents, with the anchors and for the moment that the asker means. */
export type JudgeHost = (observation: ServedHost) => ServedReport | Promise<ServedReport>;

/** Why there was no answer, in words. @param timeout milliseconds */
export async function connectionProblem(
  error: NetError,
  lifetime: string,
  timeout: number,
  judge: JudgeHost,
): Promise<LifetimeError> {
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
      return new LifetimeError('tls', await tlsMessage(error, host, judge));
    case 'proxy':
      return new LifetimeError(
        'proxy',
        error.status === 407
          ? `The proxy asks for a user name and password, and does not take those it was given or was given none.`
          : error.reason?.endsWith(':')
            ? `The proxy’s address begins with ${error.reason}. Only proxies whose address begins with http:// can be used.`
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
    case 'badUrl': // of a redirect: LifeTime's own address has been looked at before
      return new LifetimeError('redirect', `${host} redirects to what is no web address${reason}. Check the address.`);
    case 'addressForbidden':
    case 'protocol':
      return new LifetimeError(
        'protocol',
        `${host} answers in a way that is not HTTP${reason}. Check the address and the port.`,
      );
  }
}

/** What trusting another CA can mend. */
const MAY_BE_PRIVATE = new Set([
  'served.untrustedRoot',
  'served.unknownIssuer',
  'served.incompleteChain',
  'served.selfSigned',
]);

/** Names the certificate that is not trusted, and why, as the validator sees it. */
async function tlsMessage(
  { certificates = [], reason = '' }: NetError,
  host: string,
  judge: JudgeHost,
): Promise<string> {
  if (certificates.length === 0) {
    const { old, what, mend } = handshakeProblem(reason);
    // those texts are about a look that offers more than is offered here
    const here = old
      ? 'It speaks neither TLS 1.2 nor 1.3, and no older version is safe.'
      : reason.endsWith('NO_APPLICATION_PROTOCOL')
        ? 'It does not speak HTTP/1.1 there.'
        : what;
    return `No secure connection to ${host}: ${here} ${mend} (${reason})`;
  }
  const { findings } = await judge(observationOf(certificates, host));
  const finding = findings.find(({ severity }) => severity === 'error');
  const untrusted = `The certificate of ${host} is not trusted`;
  if (finding)
    return `${untrusted}, so the token was not sent. ${finding.title}. ${finding.detail} Tell whoever looks after LifeTime${MAY_BE_PRIVATE.has(finding.code) ? '; if it has a certificate of your company’s own CA, add that CA to the trusted certificates' : ''}.`;
  const misleading = misleadingIssuer(certificates);
  if (misleading)
    return `${untrusted}, so the token was not sent. The server sends several certificates of “${misleading.name}”, and the first of them leads to “${misleading.leadsTo}”, which is not trusted here. Tell whoever looks after LifeTime to have it send the one that leads to a trusted root alone; or add “${misleading.leadsTo}” to the trusted certificates.`;
  // OpenSSL refuses keys that browsers still take
  const hint = findings.find(({ code }) => code === 'served.smallKey');
  return `${untrusted} (${reason}), so the token was not sent.${hint ? ` ${hint.title}.` : ''} Tell whoever looks after LifeTime.`;
}

function observationOf(certificates: readonly Uint8Array[], host: string): ServedHost {
  return {
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
  };
}
