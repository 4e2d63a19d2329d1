import { reasonCode, revocationText } from '../revocation/revocationTexts.ts';
import type { Revocation } from '../revocation/revocation.ts';
import { isoTime } from '../time.ts';
import type { ReportRevocation } from './reportedCertificate.ts';

export function reportRevocation(revocation: Revocation): ReportRevocation {
  const answered = revocation.status === 'good' || revocation.status === 'revoked' ? revocation : undefined;
  const revoked = revocation.status === 'revoked' ? revocation : undefined;
  return {
    status: revocation.status,
    detail: revocationText(revocation),
    source: answered?.kind ?? null,
    url: answered?.url ?? null,
    thisUpdate: answered ? isoTime(answered.thisUpdate) : null,
    nextUpdate: answered?.nextUpdate === undefined ? null : isoTime(answered.nextUpdate),
    revokedAt: revoked ? isoTime(revoked.at) : null,
    reason: revoked ? reasonCode(revoked.reason) : null,
  };
}
