import type { ObservedAnswer } from '../observation.ts';
import { defineServedRule } from '../servedRule.ts';

export const clientCertificate = defineServedRule({
  code: 'served.clientCertificate',
  severity: 'info',
  state: null,
  source: 'RFC 8446 §4.3.2',
  title: ({ host }: { host: string }) => `${host} asks visitors for a certificate of their own`,
  detail: () => 'Its own certificate could be looked at; what it answers could not.',
  mend: () => 'Nothing to do where this is meant. Otherwise switch client certificates off there.',
  find: ({ observation: { host, https } }) => (wantsCertificate(https) ? [{ params: { host } }] : []),
});

/** Whether a server that has shown its own certificate ended the connection for want of the visitor's; each says so in its own way. */
export function wantsCertificate(https: ObservedAnswer | null): boolean {
  return /_ALERT_(CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE)$/.test(https?.failure?.reason ?? '');
}
