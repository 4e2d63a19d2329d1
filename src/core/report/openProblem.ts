import { aboutHowLong, type Insistence } from '../pkcs12/cost.ts';
import type { FileKind, PfxErrorCode, PfxErrorDetail } from '../pkcs12/errors.ts';

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
}

export function openProblem(code: PfxErrorCode, detail: PfxErrorDetail): Problem {
  switch (code) {
    case 'passwordMissing':
      return {
        title: 'This file needs its password',
        detail: 'It is locked with the password that was chosen when it was exported.',
        mend: 'Enter that password. Whoever exported the file knows it; it can’t be recovered from the file.',
      };
    case 'passwordWrong':
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
        mend: 'Export it again with AES-256 or 3DES, which every common tool offers.',
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
      return {
        title: 'The file is damaged',
        detail:
          detail.what === 'mac'
            ? 'It opens with this password, but its own check says that it was changed after it was made.'
            : 'It begins like a PFX, but its contents are not well-formed.',
        mend: 'Take it from its origin again, or export it once more.',
      };
    case 'limit':
      return limitProblem(detail);
    case 'notPfx':
      return { ...FILE_KINDS[detail.kind ?? 'unknown'] };
  }
}

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

const BUILD = 'OutSystems takes one PFX with the certificate, its private key and the certificates of the CA.';
const COMBINE = `Build a PFX from it, for example: openssl pkcs12 -export -inkey KEY -in CERTIFICATE -certfile CHAIN -out NEW.pfx`;

const FILE_KINDS: Readonly<Record<FileKind, Problem>> = {
  empty: { title: 'The file is empty', detail: 'It has no bytes at all.', mend: 'Export or download it again.' },
  pemCertificate: {
    title: 'This is a certificate in PEM form, not a PFX',
    detail: `It holds the certificate as text (“BEGIN CERTIFICATE”), without its private key. ${BUILD}`,
    mend: COMBINE,
  },
  pemPrivateKey: {
    title: 'This is a private key in PEM form, not a PFX',
    detail: `It holds the key as text, without the certificate. ${BUILD}`,
    mend: COMBINE,
  },
  pemBundle: {
    title: 'These are certificate and key in PEM form, not a PFX',
    detail: `Everything may be here, but as text. ${BUILD}`,
    mend: COMBINE,
  },
  pemOther: {
    title: 'This is a PEM text file, not a PFX',
    detail: `It holds neither a certificate nor a private key in the usual form. ${BUILD}`,
    mend: 'If it says BEGIN PKCS12, it is a PFX as text: decode it with openssl base64 -d. Else look for the file that your CA or your colleague calls PFX or P12.',
  },
  derCertificate: {
    title: 'This is a single certificate, not a PFX',
    detail: `It is a .cer or .crt file under another name, without its private key. ${BUILD}`,
    mend: COMBINE,
  },
  p7b: {
    title: 'This is a P7B (certificates without a key), not a PFX',
    detail: `CAs send the chain in this form; the private key is never in it. ${BUILD}`,
    mend: 'Build a PFX from it together with the private key that was made with the request.',
  },
  pkcs8: {
    title: 'This is a private key, not a PFX',
    detail: `It holds the key alone (PKCS#8), without the certificate. ${BUILD}`,
    mend: COMBINE,
  },
  encryptedPkcs8: {
    title: 'This is an encrypted private key, not a PFX',
    detail: `It holds the key alone (PKCS#8), without the certificate. ${BUILD}`,
    mend: COMBINE,
  },
  csr: {
    title: 'This is a certificate request (CSR), not a PFX',
    detail: `It is what one sends to a CA; the CA’s answer is the certificate. ${BUILD}`,
    mend: 'Send it to your CA, then build a PFX from the answer and the private key that was made with the request.',
  },
  jks: {
    title: 'This is a Java keystore (JKS), not a PFX',
    detail: `Java programs keep keys in this form. ${BUILD}`,
    mend: 'Convert it: keytool -importkeystore -srckeystore FILE -destkeystore NEW.pfx -deststoretype PKCS12',
  },
  jceks: {
    title: 'This is a Java keystore (JCEKS), not a PFX',
    detail: `Java programs keep keys in this form. ${BUILD}`,
    mend: 'Convert it: keytool -importkeystore -srckeystore FILE -srcstoretype JCEKS -destkeystore NEW.pfx -deststoretype PKCS12',
  },
  zip: {
    title: 'This is a ZIP archive, not a PFX',
    detail: 'CAs often send the certificate files packed together.',
    mend: 'Unpack it and open the .pfx or .p12 file inside. If there is none, build a PFX from the certificate files and your private key.',
  },
  text: {
    title: 'This is a text file, not a PFX',
    detail: `A PFX is a binary file. ${BUILD}`,
    mend: 'Look for the file that your CA or your colleague calls PFX or P12.',
  },
  unknown: {
    title: 'This is not a PFX',
    detail: `It does not begin as a PFX does, and it is nothing else that is known here. ${BUILD}`,
    mend: 'Check that it is the right file and that it was copied as a binary file.',
  },
};
