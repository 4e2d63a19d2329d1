import type { PrivateKeyRead } from '../pkcs12/privateKey.ts';
import { recognise } from '../pkcs12/recognise.ts';
import { describeKey, nameOf } from '../report/reportCertificates.ts';
import type { Certificate } from '../x509/certificate.ts';
import { CertificateFileError, readCertificates } from '../x509/certificateFiles.ts';
import { CertificateError } from '../x509/certificateError.ts';
import { parseCertificate } from '../x509/parseCertificate.ts';
import { samePublicKey } from '../x509/samePublicKey.ts';
import { readKeyFile } from './keyFile.ts';
import { KeyFileError } from './keyFileError.ts';
import { PartsError } from './partsError.ts';

export interface PartFile {
  /** without a folder */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a PFX is to be built from. Holds a private key. */
export interface PfxPartsRead {
  readonly key: PrivateKeyRead;
  /** the one that the key belongs to; of several the one that lasts longest */
  readonly leaf: Certificate;
  /** all, the leaf among them, each once */
  readonly certificates: readonly Certificate[];
}

/**
 * Certificates and the private key out of the files that a CA, a colleague and a server have left: any number of them, in any
 * order, PEM, DER or P7B.
 *
 * @param keyPassword of an encrypted key; undefined where none is known
 * @throws PartsError
 */
export async function readParts(files: readonly PartFile[], keyPassword: string | undefined): Promise<PfxPartsRead> {
  const certificates = new Map<string, Certificate>();
  const keys: PrivateKeyRead[] = [];
  for (const file of files) {
    const found = certificatesOf(file);
    const key = await keyOf(file, keyPassword);
    if (found.length === 0 && !key) throw new PartsError('otherFile', { file: file.name, kind: recognise(file.bytes) });
    for (const certificate of found) certificates.set(certificate.sha256, certificate);
    if (key) keys.push(key);
  }
  const all = [...certificates.values()];
  if (all.length === 0) throw new PartsError('noCertificate');
  return { ...match(keys, all), certificates: all };
}

function match(
  keys: readonly PrivateKeyRead[],
  certificates: readonly Certificate[],
): Pick<PfxPartsRead, 'key' | 'leaf'> {
  let comparable = true;
  for (const key of keys) {
    const { spki } = key;
    const same = certificates.map((certificate) => spki && samePublicKey(spki, certificate.publicKey.spki));
    if (same.includes(undefined)) comparable = false;
    const [leaf] = certificates.filter((_, i) => same[i] === true).sort((a, b) => b.notAfter - a.notAfter);
    if (leaf) return { key, leaf };
  }
  const [key] = keys;
  if (!key) throw new PartsError('noKey');
  const servers = certificates.filter(({ extensions }) => extensions.basicConstraints?.ca !== true);
  throw new PartsError(comparable ? 'mismatch' : 'notComparable', {
    key: describeKey(key.algorithm),
    certificates: (servers.length > 0 ? servers : certificates).map(
      (certificate) => `${nameOf(certificate)} (${describeKey(certificate.publicKey)})`,
    ),
  });
}

function certificatesOf({ name, bytes }: PartFile): readonly Certificate[] {
  try {
    return readCertificates(bytes).map(parseCertificate);
  } catch (error) {
    if (error instanceof CertificateError) throw new PartsError('damagedCertificate', { file: name });
    if (!(error instanceof CertificateFileError)) throw error;
    const kind = recognise(bytes);
    if (error.code === 'damaged' && ['pemCertificate', 'pemBundle', 'derCertificate', 'p7b'].includes(kind))
      throw new PartsError('damagedCertificate', { file: name });
    return [];
  }
}

async function keyOf({ name, bytes }: PartFile, password: string | undefined): Promise<PrivateKeyRead | undefined> {
  try {
    return await readKeyFile(bytes, password);
  } catch (error) {
    if (!(error instanceof KeyFileError)) throw error;
    const { code, algorithm } = error;
    switch (code) {
      case 'empty':
      case 'noKey':
        return undefined;
      case 'passwordMissing':
        throw new PartsError('keyPasswordMissing', { file: name });
      case 'passwordWrong':
        throw new PartsError('keyPasswordWrong', { file: name });
      case 'damaged':
      case 'unsupported':
      case 'limit':
        throw new PartsError('keyUnusable', { file: name, reason: code, algorithm });
    }
  }
}
