import type { Subject } from '../rules/subject.ts';
import { isoTime } from '../time.ts';
import { displayName } from '../x509/names.ts';
import type { ReportReplacement } from './report.ts';
import { colons, nameOf } from './reportCertificates.ts';

/** What changes against what the environment serves. */
export function reportReplaces({ replaced }: Subject): readonly ReportReplacement[] {
  return replaced.map(({ hosts, seenAt, served, replacement }) => ({
    hosts,
    seenAt: isoTime(seenAt),
    name: nameOf(served),
    issuerName: displayName(served.issuer),
    notAfter: isoTime(served.notAfter),
    sha256: colons(served.sha256),
    ...replacement,
  }));
}
