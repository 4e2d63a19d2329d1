import { randomUUID } from 'node:crypto';
import type { DraftRecord } from '../../../src/core/handover/draftRecord.ts';

let made = 0;

/** A draft of a certificate for one environment as it would be kept. */
export function draftRecord(environment: string, facts: Partial<DraftRecord> = {}): DraftRecord {
  const createdAt = Date.UTC(2026, 7, 3, 10) + made++;
  return {
    id: randomUUID(),
    kind: 'certificate',
    environments: [{ name: environment, route: null, domains: [], supersededBy: null }],
    state: { kind: 'drafted' },
    createdAt,
    language: 'en',
    subject: `SSL for ${environment}`,
    sha256: 'ab'.repeat(32),
    notAfter: Date.UTC(2027, 1, 12),
    certificateName: null,
    markdown: '# SSL',
    ...facts,
  };
}
