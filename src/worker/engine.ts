import { createHash } from 'node:crypto';
import { openPfx } from '../core/pkcs12/open.ts';
import { withoutPrivateKeys } from '../core/pkcs12/publicContents.ts';
import { judge } from '../core/report/judge.ts';
import type { Report } from '../core/report/report.ts';
import type { PasswordKind } from '../core/rules/subject.ts';
import { CertificateFileError, readCertificates } from '../core/x509/certificateFiles.ts';
import type { JudgeRequest, Opened, OpenRequest } from './messages.ts';
import { anchorsFor, publicRoots } from './trustStores.ts';

/**
 * Opens a PFX and lets go of its private keys.
 * @throws PfxError
 */
export async function open({ bytes, password }: OpenRequest): Promise<Opened> {
  const contents = await openPfx(bytes, password);
  try {
    return {
      contents: withoutPrivateKeys(contents),
      password: passwordKind(password),
      sha256: createHash('sha256').update(bytes).digest('hex'),
    };
  } finally {
    for (const bag of contents.bags) if (bag.kind === 'key') bag.pkcs8.fill(0);
  }
}

/** Judges what `open` gave, as often as wanted: for another environment, at another time. */
export function judgeOpened(request: JudgeRequest): Report {
  const { opened, file, trust, ...rest } = request;
  return judge(opened.contents, {
    ...rest,
    file: { ...file, sha256: opened.sha256 },
    password: opened.password,
    anchors: anchorsFor(trust),
    publicRoots: publicRoots(),
  });
}

/** The certificates (DER) of a file of trusted CAs, or null where it holds none. */
export function readCertificateFile(bytes: Uint8Array): readonly Uint8Array[] | null {
  try {
    return readCertificates(bytes);
  } catch (error) {
    if (error instanceof CertificateFileError) return null;
    throw error;
  }
}

function passwordKind(password: string | undefined): PasswordKind {
  if (!password) return 'empty';
  return /^[\x20-\x7e]*$/.test(password) ? 'ascii' : 'nonAscii';
}
