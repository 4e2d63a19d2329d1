import type { Certificate, GeneralName } from '../../x509/certificate.ts';

/** Alternative names that a test picks, as people read them: the first four and how many more. */
export function listed({ extensions }: Certificate, picks: (name: GeneralName) => boolean): string {
  const names = (extensions.subjectAltNames?.names ?? []).filter(picks).map(({ value }) => value);
  return names.length > 4 ? `${names.slice(0, 4).join(', ')} and ${names.length - 4} more` : names.join(', ');
}
