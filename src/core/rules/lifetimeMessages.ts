import type { PfxErrorCode } from '../pkcs12/errors.ts';

/** One of the messages of the validator in LifeTime's wizard, and what here says it before the upload. */
export interface LifetimeMessage {
  readonly text: string;
  /** reasons for which a file can't be opened at all */
  readonly opening: readonly PfxErrorCode[];
  /** why it can't come for a PFX: findings look at such files alone */
  readonly notForPfx?: string;
}

/**
 * All that LifeTime's validator can say. It has none for a domain that does not match, a certificate that is not valid yet, a
 * weak key or an EC key. A rule names one of the texts as its `lifetimeMessage`.
 *
 * @see OutSystems: errors when using your SSL domain
 */
export const LIFETIME_MESSAGES = [
  {
    text: 'The public key certificate can’t be extracted from the file.',
    opening: ['truncated', 'malformed', 'notPfx'],
  },
  { text: 'The private key can’t be extracted from the file.', opening: [] },
  {
    text: 'The file’s password is missing or incorrect.',
    opening: ['passwordMissing', 'passwordWrong', 'passwordWrongOrDamaged'],
  },
  { text: 'The private key’s password is incorrect.', opening: [], notForPfx: 'PEM form: a PFX has one password' },
  { text: 'The private key’s password is missing.', opening: [], notForPfx: 'PEM form: a PFX has one password' },
  { text: 'The certificate has expired.', opening: [] },
  { text: 'The private key can’t be found.', opening: [] },
  { text: 'The private key doesn’t match the certificate.', opening: [] },
  { text: 'There are invalid files in the ZIP.', opening: [], notForPfx: 'ZIP form' },
  { text: 'The public key certificate can’t be found.', opening: [] },
  { text: 'Chain error', opening: [] },
] as const satisfies readonly LifetimeMessage[];

/** What LifeTime's validator says of a file that can't be opened, where it has a message for the reason. */
export function messageOnOpening(code: PfxErrorCode): string | undefined {
  const messages: readonly LifetimeMessage[] = LIFETIME_MESSAGES;
  return messages.find(({ opening }) => opening.includes(code))?.text;
}
