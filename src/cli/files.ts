import { type FileHandle, open } from 'node:fs/promises';
import { PfxError } from '../core/pkcs12/errors.ts';
import { Limit } from '../core/pkcs12/limits.ts';
import { readAuthorities } from '../worker/engine.ts';
import { InputError } from './usage.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'you may not read it',
  EPERM: 'you may not read it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'there is no such file',
  ENAMETOOLONG: 'its name is too long',
};

const MIB = 2 ** 20;

/**
 * @throws InputError where it can't be read
 * @throws PfxError `limit` where it is too large to be a PFX
 */
export async function readPfx(path: string): Promise<Uint8Array> {
  const bytes = await readAtMost(path, Limit.size);
  if (!bytes) throw new PfxError('limit', { limit: 'size', value: Limit.size + 1, allowed: Limit.size });
  return bytes;
}

/** The CA certificates (DER) of a PEM, DER or P7B file. @throws InputError */
export async function readTrusted(path: string): Promise<readonly Uint8Array[]> {
  const bytes = await readAtMost(path, 4 * MIB);
  if (!bytes) throw new InputError(`${path}: it is too large to hold certificates`);
  const { certificates, problem } = readAuthorities(bytes);
  if (problem !== null) throw new InputError(`${path}: ${problem}`);
  return certificates;
}

/** The first line of a text file, UTF-8 or (as PowerShell writes it) UTF-16 with its mark. @throws InputError */
export async function readFirstLine(path: string): Promise<string> {
  const bytes = await readAtMost(path, MIB);
  if (!bytes) throw new InputError(`${path}: it is too large to hold a password`);
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const text = Buffer.from(bytes).toString(utf16 ? 'utf16le' : 'utf8');
  return text.replace(/^\ufeff/, '').split(/\r?\n/, 1)[0] ?? '';
}

/** All bytes of a file or pipe, or undefined where there are more than `limit`: no more than that is ever read. */
async function readAtMost(path: string, limit: number): Promise<Uint8Array | undefined> {
  let file: FileHandle | undefined;
  try {
    file = await open(path);
    const chunks: Buffer[] = [];
    for (let size = 0; ;) {
      const { bytesRead, buffer } = await file.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, null);
      if (bytesRead === 0) return new Uint8Array(Buffer.concat(chunks));
      size += bytesRead;
      if (size > limit) return undefined;
      chunks.push(buffer.subarray(0, bytesRead));
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new InputError(`${path}: ${REASONS[String(error.code)] ?? `it can’t be read (${String(error.code)})`}`);
  } finally {
    await file?.close();
  }
}
