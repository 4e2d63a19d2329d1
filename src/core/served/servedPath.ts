import { missingIssuerOf } from '../rules/subjectPath.ts';
import type { Certificate } from '../x509/certificate.ts';
import { displayName } from '../x509/names.ts';
import type { ServedSubject } from './servedSubject.ts';

export interface ServedStep {
  readonly certificate: Certificate;
  /** it ends the path, and is trusted for itself: its dates do not count with most clients */
  readonly anchor: boolean;
}

/** The certificates from the leaf on. */
export function stepsOf({ completed }: ServedSubject): readonly ServedStep[] {
  const steps = completed?.steps ?? [];
  return steps.map(({ certificate }, i) => ({
    certificate,
    anchor: i > 0 && i === steps.length - 1 && (completed?.anchorStores.length ?? 0) > 0,
  }));
}

/** What people call a certificate; one with an empty subject by its first name. */
export function labelOf({ subject, extensions }: Certificate): string {
  return displayName(subject) || (extensions.subjectAltNames?.names[0]?.value ?? 'a certificate without a name');
}

/** The certificate whose issuer is not known even with the help of intermediates from elsewhere. */
export function unknownIssuerOf({ completed, leaf }: ServedSubject): Certificate | undefined {
  const child = missingIssuerOf(completed);
  return child?.selfIssued && child === leaf ? undefined : child; // told as self-signed
}
