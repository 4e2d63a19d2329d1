import type { IncomingMessage } from 'node:http';
import { brotliDecompress, gunzip, inflate } from 'node:zlib';
import { asNetError, NetError } from './netError.ts';

type Unpack = typeof gunzip;

const CODINGS: Readonly<Record<string, Unpack>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  deflate: inflate,
  br: brotliDecompress,
};

export interface BodyOptions {
  /** of what comes over the wire, and of what that unpacks to; no more is ever kept */
  readonly maxBytes: number;
  /** what is longer is cut off, not refused; packed bodies are then left out */
  readonly cut: boolean;
  readonly host: string;
}

/**
 * Reads an answer to its end, decoded.
 *
 * @param reject called with NetError `tooLarge`, `reset`, `protocol`
 */
export function readBody(
  response: IncomingMessage,
  { maxBytes, cut, host }: BodyOptions,
  resolve: (body: Uint8Array) => void,
  reject: (error: NetError) => void,
): void {
  const chunks: Buffer[] = [];
  let size = 0;
  const fail = (error: NetError): void => {
    reject(error);
    response.destroy();
  };
  const coding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const unpack = CODINGS[coding];
  if (!unpack && coding !== 'identity' && coding !== '') {
    fail(new NetError('protocol', { phase: 'response', host, reason: 'content-encoding' }));
    return;
  }
  response.once('aborted', () => fail(new NetError('reset', { phase: 'response', host, reason: 'ECONNRESET' })));
  response.on('error', (error) => fail(asNetError(error, 'response', host)));
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= maxBytes) chunks.push(chunk);
    else if (!cut) fail(new NetError('tooLarge', { phase: 'response', host }));
    else {
      resolve(unpack ? new Uint8Array(0) : new Uint8Array(Buffer.concat([...chunks, chunk]).subarray(0, maxBytes)));
      response.destroy();
    }
  });
  response.once('end', () => {
    const body = Buffer.concat(chunks);
    if (!unpack || body.length === 0) {
      resolve(new Uint8Array(body));
      return;
    }
    unpack(body, { maxOutputLength: maxBytes }, (error, unpacked) => {
      if (error) reject(asNetError(error, 'response', host));
      else resolve(new Uint8Array(unpacked));
    });
  });
}
