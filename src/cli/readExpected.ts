import { PfxError } from '../core/pkcs12/errors.ts';
import type { PublicContents } from '../core/pkcs12/publicContents.ts';
import { chainOf } from '../core/report/chainOf.ts';
import { openProblem } from '../core/report/openProblem.ts';
import { CertificateError } from '../core/x509/certificateError.ts';
import { CertificateFileError, readCertificates } from '../core/x509/certificateFiles.ts';
import { parseCertificate } from '../core/x509/parseCertificate.ts';
import { createTrustAnchors } from '../core/x509/trustAnchors.ts';
import { readPfx } from './files.ts';
import { openWithPassword } from './openWithPassword.ts';
import type { PasswordSource } from './options.ts';
import { InputError } from './usage.ts';

/**
 * SHA-256 of the server's certificate in a PFX, or in a file of certificates: there the first that is not a CA's.
 * @throws InputError; PfxError `limit` where it is too large to be any of them
 */
export async function readExpected(file: string, password: PasswordSource | null): Promise<string> {
  const bytes = await readPfx(file);
  const sha256 = fromCertificates(bytes) ?? (await fromPfx(bytes, file, password));
  if (sha256 === undefined) throw new InputError(`${file}: it holds no certificate of a server`);
  return sha256;
}

function fromCertificates(bytes: Uint8Array): string | undefined {
  try {
    const certificates = readCertificates(bytes).map(parseCertificate);
    return (certificates.find(({ extensions }) => !extensions.basicConstraints?.ca) ?? certificates[0])?.sha256;
  } catch (error) {
    if (error instanceof CertificateFileError || error instanceof CertificateError) return undefined;
    throw error;
  }
}

async function fromPfx(bytes: Uint8Array, file: string, password: PasswordSource | null): Promise<string | undefined> {
  const contents = await contentsOf(bytes, file, password);
  return chainOf(contents, { anchors: createTrustAnchors([]), time: Date.now() }).leaf?.sha256;
}

async function contentsOf(bytes: Uint8Array, file: string, password: PasswordSource | null): Promise<PublicContents> {
  try {
    return (await openWithPassword(bytes, { file, password, keyPasswords: [], maxIterations: null })).contents;
  } catch (error) {
    if (!(error instanceof PfxError)) throw error;
    // what LifeTime would say of it is no matter: nobody uploads this file
    if (error.code === 'notPfx')
      throw new InputError(`${file}: it holds no certificate; it must be a PFX, PEM, DER or P7B file`);
    const { title, detail, mend } = openProblem(error.code, error.detail);
    throw new InputError(`${file}: ${title}. ${detail} ${mend}`);
  }
}
