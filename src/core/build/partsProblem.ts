import { openProblem, type Problem } from '../report/openProblem.ts';
import type { PartsErrorCode, PartsErrorDetail } from './partsError.ts';

/** Why no PFX can be built from some files, for people who have never made one. */
export function partsProblem(code: PartsErrorCode, detail: PartsErrorDetail): Problem {
  const file = detail.file ?? 'the file';
  switch (code) {
    case 'noCertificate':
      return {
        title: 'There is no certificate in these files',
        detail: 'A PFX holds a certificate, its private key and the certificates of the CA.',
        mend: 'Add the certificate that your CA sent you: a .crt, .cer, .pem or .p7b file.',
      };
    case 'noKey':
      return {
        title: 'There is no private key in these files',
        detail:
          'The CA never has it: it was made together with the request (CSR), on the computer on which that was made.',
        mend: 'Look there for a .key or .pem file. If it is lost, make a new request and have the certificate issued again.',
      };
    case 'otherFile':
      return otherFile(file, detail);
    case 'damagedCertificate':
      return {
        title: `A certificate in ${file} can’t be read`,
        detail: 'It is damaged or cut off.',
        mend: 'Take the file from the CA’s e-mail or website once more.',
      };
    case 'keyPasswordMissing':
      return {
        title: `The private key in ${file} has a password`,
        detail: 'It was given one when it was made.',
        mend: 'Enter it. Whoever made the request knows it.',
      };
    case 'keyPasswordWrong':
      return {
        title: 'That password does not open the key',
        detail: 'The key is encrypted with another one.',
        mend: 'Look for capital letters, spaces at the ends and the keyboard’s language, then try again.',
      };
    case 'keyUnusable':
      return keyUnusable(file, detail);
    case 'mismatch':
      return {
        title: 'The private key does not belong to this certificate',
        detail: `The key (${detail.key ?? ''}) is not the one that was certified: ${(detail.certificates ?? []).join(', ')}. That happens when the certificate was renewed with a new request, or the files are of two different orders.`,
        mend: 'Find the key that was made together with the request for this very certificate, or have the certificate issued again for this key.',
      };
    case 'notComparable':
      return {
        title: 'It can’t be told whether the private key belongs to this certificate',
        detail: `Keys of this kind (${detail.key ?? ''}) can’t be compared here with ${(detail.certificates ?? []).join(', ')}.`,
        mend: 'Build the PFX with the tool that made the key.',
      };
  }
}

function otherFile(file: string, { kind }: PartsErrorDetail): Problem {
  if (kind === 'pfx')
    return {
      title: `${file} is a PFX already`,
      detail: 'It holds certificates and, as a rule, the private key too.',
      mend: 'Open it: the report says what is in it and what is missing.',
    };
  const { title, detail } = openProblem('notPfx', { kind: kind ?? 'unknown' });
  return {
    title: `${file} holds neither a certificate nor a private key`,
    detail: `${title.replace(/, not a PFX$/, '').replace(/^This is not a PFX$/, 'It is of a kind that is not known here')}. ${detail.replace(/ OutSystems takes one PFX.*$/, '')}`,
    mend: 'Choose the certificate (.crt, .cer, .pem, .p7b) and the private key (.key, .pem).',
  };
}

function keyUnusable(file: string, { reason, algorithm }: PartsErrorDetail): Problem {
  const title = `The private key in ${file} can’t be used`;
  switch (reason) {
    case 'unsupported':
      return {
        title,
        detail: `It is in a form that can’t be read here (${algorithm ?? 'not known'}).`,
        mend: 'Convert it, for example: openssl pkcs8 -topk8 -in KEY -out NEW.key',
      };
    case 'limit':
      return {
        title,
        detail: 'Its encryption asks for far more work than common tools do.',
        mend: 'Encrypt it again: openssl pkcs8 -topk8 -in KEY -out NEW.key',
      };
    default:
      return {
        title,
        detail: 'It is damaged or cut off, or its numbers do not belong together.',
        mend: 'Take it from its origin again.',
      };
  }
}
