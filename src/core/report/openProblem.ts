import { aboutHowLong, type Insistence } from '../pkcs12/cost.ts';
import type { FileKind, PfxErrorCode, PfxErrorDetail } from '../pkcs12/errors.ts';
import { FILE_KINDS } from './fileKinds.ts';
import { messageOnOpening } from '../rules/lifetimeMessages.ts';

/** Why a file could not be checked, for people who have never heard of PKCS#12. */
export interface Problem {
  readonly title: string;
  readonly detail: string;
  readonly mend: string;
  /**
   * The file can be opened all the same, at a cost that `detail` has told: offer it as “Open anyway”, and open it with
   * `insist.maxIterations` and a time limit of `insistenceTimeout(insist)`.
   */
  readonly insist?: Insistence;
  /** a certificate or a key in a file of its own: a PFX can be built from it */
  readonly part?: true;
  /** what LifeTime's validator would say, where it would */
  readonly lifetimeMessage?: string;
}

const PARTS: readonly FileKind[] = [
  'pemCertificate',
  'pemPrivateKey',
  'pemBundle',
  'derCertificate',
  'p7b',
  'pkcs8',
  'encryptedPkcs8',
  'rsaKey',
  'ecKey',
];

export function openProblem(code: PfxErrorCode, detail: PfxErrorDetail): Problem {
  const lifetimeMessage = messageOnOpening(code);
  return { ...textsOf(code, detail), ...(lifetimeMessage !== undefined && { lifetimeMessage }) };
}

function textsOf(code: PfxErrorCode, detail: PfxErrorDetail): Problem {
  switch (code) {
    case 'passwordMissing':
      if (detail.what === 'windowsAccounts') return { title: 'This file needs its password', ...WINDOWS_ACCOUNTS };
      return {
        title: 'This file needs its password',
        detail: 'It is locked with the password that was chosen when it was exported.',
        mend: 'Enter that password. Whoever exported the file knows it; it can’t be recovered from the file.',
      };
    case 'passwordWrong':
      if (detail.what === 'windowsAccounts') return { title: 'That password is wrong', ...WINDOWS_ACCOUNTS };
      return {
        title: 'That password is wrong',
        detail: 'The file’s own check says that it was not locked with this password.',
        mend: 'Look for capital letters, spaces at the ends and the keyboard’s language, then try again.',
      };
    case 'passwordWrongOrDamaged':
      return {
        title: 'That password is wrong, or the file is damaged',
        detail: 'The file has no check of its own that could tell the two apart.',
        mend: 'Try the password again; if it is surely right, take the file from its origin once more.',
      };
    case 'unsupportedAlgorithm':
      return {
        title: 'The file is locked in a way that can’t be read here',
        detail: `It uses ${detail.algorithm ?? 'an algorithm that is not known'}${detail.oid ? ` (${detail.oid})` : ''}.`,
        mend: detail.algorithm?.includes('MAC')
          ? 'Export it again with SHA-256 or SHA-1 for its own check (OpenSSL: -macalg sha256), which every common tool reads.'
          : 'Export it again with AES-256 or 3DES, which every common tool offers.',
      };
    case 'publicKeyMode':
      return {
        title: 'This file is protected by a certificate, not by a password',
        detail:
          detail.what === 'signed'
            ? 'It is signed with a key instead of a password (RFC 7292, public-key integrity mode).'
            : 'It is encrypted for the holder of another key (RFC 7292, public-key privacy mode).',
        mend: 'Export it again with a password: OutSystems takes PFX files with passwords only.',
      };
    case 'truncated':
      return {
        title: 'The file is cut off',
        detail: 'It ends before its own contents do, as after a broken download or copy.',
        mend: 'Take it from its origin again and compare the size.',
      };
    case 'malformed':
      if (detail.what === 'lineEnds') return LINE_ENDS;
      return {
        title: 'The file is damaged',
        detail:
          detail.what === 'mac'
            ? 'It opens with this password, but its own check says that it was changed after it was made, or was made under another password.'
            : 'It begins like a PFX, but its contents are not well-formed.',
        mend: 'Take it from its origin again, or export it once more.',
      };
    case 'limit':
      return limitProblem(detail);
    case 'notPfx': {
      const kind = detail.kind ?? 'unknown';
      return { ...FILE_KINDS[kind], ...(PARTS.includes(kind) && { part: true }) };
    }
  }
}

const WINDOWS_ACCOUNTS: Omit<Problem, 'title'> = {
  detail:
    'It was exported on Windows for accounts or groups of a domain. If no password was chosen beside them, Windows made one up that nobody knows.',
  mend: 'Enter the password that was chosen. If there was none, have it exported again with a password (in the wizard: “Password”; Export-PfxCertificate: -Password).',
};

const LINE_ENDS: Problem = {
  title: 'The file was damaged on its way',
  detail: 'Some program took it for text and changed its line ends, as FTP in text mode and some mail programs do.',
  mend: 'Transfer it again as binary, or packed in a ZIP file.',
};

function limitProblem({ limit, value, allowed, insist }: PfxErrorDetail): Problem {
  const rounds = limit === 'iterations' || limit === 'totalIterations';
  const numbers =
    value !== undefined && allowed !== undefined
      ? ` (${value.toLocaleString('en')}${rounds ? ' rounds' : ''}; at most ${allowed.toLocaleString('en')})`
      : '';
  switch (limit) {
    case 'size':
      return {
        title: 'The file is too large to be a certificate',
        detail: `A PFX has a few kilobytes. Files of more than ${(allowed ?? 0) / 2 ** 20} MiB are not read.`,
        mend: 'Check that it is the right file.',
      };
    case 'iterations':
    case 'totalIterations':
    case 'scryptMemory':
    case 'scryptParallelization':
      return {
        title: 'Opening this file would take too much work',
        detail: `It asks for far more ${limit === 'scryptMemory' ? 'memory' : 'work'} to turn the password into a key than any common tool does${numbers}${
          insist ? `. It would keep this computer busy for ${aboutHowLong(insist.seconds)}, by a rough estimate` : ''
        }.`,
        mend: `Export it again with an ordinary tool, or ask where the file comes from.${insist ? ' If you know that, and have the time, you can have it opened all the same.' : ''}`,
        ...(insist && { insist }),
      };
    default:
      return {
        title: 'The file is built in a way that no common tool builds it',
        detail: `It goes past a safety limit${limit ? `: ${LIMIT_NAMES[limit]}` : ''}${numbers}.`,
        mend: 'Export it again with an ordinary tool, or ask where the file comes from.',
      };
  }
}

const LIMIT_NAMES: Readonly<Record<NonNullable<PfxErrorDetail['limit']>, string>> = {
  size: 'its size',
  iterations: 'its iteration count',
  totalIterations: 'its iteration counts together',
  scryptMemory: 'the memory that it asks for',
  scryptParallelization: 'the parallelism that it asks for',
  depth: 'how deep its parts are nested',
  nodes: 'how many parts it has',
  bags: 'how many entries it has',
  nesting: 'how deep its safes are nested',
};
