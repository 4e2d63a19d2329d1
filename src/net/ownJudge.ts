import * as tls from 'node:tls';
import { EXPIRY_WARNING_DAYS } from '../core/rules/validity.ts';
import { judgeServed } from '../core/served/judgeServed.ts';
import type { ServedHost } from '../core/served/observation.ts';
import type { ServedReport } from '../core/served/servedReport.ts';
import { derOfPem } from '../core/x509/pem.ts';
import { createTrustAnchors } from '../core/x509/trustAnchors.ts';
import { systemRoots } from './trustedContext.ts';

/** Judges a host now, by the runtime's roots, the system's and those that the asker named. Brings the whole validator along. */
export function ownJudge(observation: ServedHost, extraCa: readonly Uint8Array[]): ServedReport {
  const mozilla = { store: 'mozilla', certificates: tls.rootCertificates.map(derOfPem) } as const;
  return judgeServed(observation, {
    anchors: createTrustAnchors([
      mozilla,
      { store: 'system', certificates: systemRoots().map(derOfPem) },
      { store: 'user', certificates: extraCa },
    ]),
    publicRoots: createTrustAnchors([mozilla]),
    time: Date.now(),
    expiryWarningDays: EXPIRY_WARNING_DAYS,
  });
}
