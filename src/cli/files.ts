import { readFile, stat } from 'node:fs/promises';
import { Limit } from '../core/pkcs12/limits.ts';
import { PfxError } from '../core/pkcs12/errors.ts';
import { readCertificateFile } from '../worker/engine.ts';
import { InputError } from './usage.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  EISDIR: 'it is a folder',
};

/**
 * @throws InputError where it can't be read
 * @throws PfxError `limit` where it is too large to be a PFX
 */
export async function readPfx(path: string): Promise<Uint8Array> {
  const { size } = await explained(path, async () => {
    const stats = await stat(path);
    if (stats.isDirectory()) throw new InputError(`${path}: it is a folder`);
    return stats;
  });
  if (size > Limit.size) throw new PfxError('limit', { limit: 'size', value: size, allowed: Limit.size });
  return readBytes(path);
}

/** The certificates (DER) of a PEM, DER or P7B file. @throws InputError */
export async function readTrusted(path: string): Promise<readonly Uint8Array[]> {
  const certificates = readCertificateFile(await readBytes(path));
  if (!certificates) throw new InputError(`${path}: it holds no certificate that could be trusted`);
  return certificates;
}

/** The first line of a text file. @throws InputError */
export async function readFirstLine(path: string): Promise<string> {
  const text = Buffer.from(await readBytes(path)).toString('utf8');
  return text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? '';
}

async function readBytes(path: string): Promise<Uint8Array> {
  return new Uint8Array(await explained(path, () => readFile(path)));
}

async function explained<T>(path: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof InputError || !(error instanceof Error) || !('code' in error)) throw error;
    throw new InputError(`${path}: ${REASONS[String(error.code)] ?? `it can’t be read (${String(error.code)})`}`);
  }
}
