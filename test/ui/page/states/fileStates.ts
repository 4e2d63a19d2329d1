import type { FileCard, ViewState } from '../../../../src/shared/protocol.ts';

const file: FileCard = { name: 'acme-wildcard-2027.pfx', size: 6214, description: 'PKCS#12 file (PFX)' };

export const locked: ViewState = { kind: 'locked', file, reason: null };

export const wrongPassword: ViewState = {
  kind: 'locked',
  file,
  reason:
    'That password is wrong. Look for capital letters, spaces at the ends and the keyboard’s language, then try again.',
};

export const working: ViewState = { kind: 'working', file, step: 'opening', timeLimit: null };

export const workingLong: ViewState = { kind: 'working', file, step: 'opening', timeLimit: 190 };

export const refused: ViewState = {
  kind: 'refused',
  file: { name: 'server.pfx', size: 4821, description: 'Certificate and key as text (PEM)' },
  problem: {
    title: 'This is not a PFX but a PEM file',
    detail: 'It was given the ending .pfx, but holds certificates and a key as text.',
    mend: 'Build a PFX from it: openssl pkcs12 -export -in server.pfx -out server-new.pfx',
    part: true,
    lifetimeMessage: 'The private key can’t be extracted from the file.',
  },
  changedOnDisk: false,
};

export const tooMuchWork: ViewState = {
  kind: 'refused',
  file,
  problem: {
    title: 'Opening this file would take too much work',
    detail:
      'It asks for far more work to turn the password into a key than any common tool does (90,000,000 rounds; at most 5,000,000). It would keep this computer busy for about 48 seconds, by a rough estimate.',
    mend: 'Export it again with an ordinary tool, or ask where the file comes from. If you know that, and have the time, you can have it opened all the same.',
    insist: { maxIterations: 90_000_000, seconds: 48 },
  },
  changedOnDisk: false,
};

export const refusedChanged: ViewState = { ...refused, changedOnDisk: true };

export const failed: ViewState = { kind: 'failed', file };

export const timeout: ViewState = { kind: 'refused', file, problem: 'timeout', changedOnDisk: false };
