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

/** Milliseconds for a body of which any part will do. */
const PATIENCE = 1000;

export interface BodyOptions {
  /** of what comes over the wire, and of what that unpacks to; no more is ever kept */
  readonly maxBytes: number;
  /** what is longer, later than a second, or broken is cut off, not refused; packed bodies are then left out */
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
  let late: NodeJS.Timeout | undefined;
  const end = (body: Uint8Array): void => {
    clearTimeout(late);
    resolve(body);
  };
  const fail = (error: NetError): void => {
    clearTimeout(late);
    if (cut) resolve(soFar());
    else reject(error);
    response.destroy();
  };
  const coding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  const unpack = CODINGS[coding];
  const soFar = (): Uint8Array =>
    unpack ? new Uint8Array(0) : new Uint8Array(Buffer.concat(chunks).subarray(0, maxBytes));
  if (!unpack && coding !== 'identity' && coding !== '') {
    fail(new NetError('protocol', { phase: 'response', host, reason: 'content-encoding' }));
    return;
  }
  if (cut) late = setTimeout(() => fail(new NetError('timeout', { phase: 'response', host })), PATIENCE);
  response.once('aborted', () => fail(new NetError('reset', { phase: 'response', host, reason: 'ECONNRESET' })));
  response.on('error', (error) => fail(asNetError(error, 'response', host)));
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (cut || size <= maxBytes) chunks.push(chunk);
    if (size > maxBytes) fail(new NetError('tooLarge', { phase: 'response', host }));
  });
  response.once('end', () => {
    const body = Buffer.concat(chunks);
    if (!unpack || body.length === 0) {
      end(new Uint8Array(body));
      return;
    }
    unpack(body, { maxOutputLength: maxBytes }, (error, unpacked) => {
      if (error) fail(asNetError(error, 'response', host));
      else end(new Uint8Array(unpacked));
    });
  });
}
