import type { FileKind } from './errors.ts';
import { header } from './recogniseDer.ts';

/** What of a file is searched for a PFX that does not begin at its first byte. */
const LOOKED_AT = 1 << 16;

/** INTEGER 3, SEQUENCE: what stands in each PFX behind its first length (RFC 7292 §4). */
const VERSION = Uint8Array.of(2, 1, 3, 0x30);

/**
 * Whether this is how a PFX begins that was read as characters: `0`, a length of which the first byte is no ASCII, and version 3.
 */
function isGarbled(text: string): boolean {
  const at = text.indexOf('\u0002\u0001\u00030');
  return text.startsWith('0') && text.charCodeAt(1) >= 0x80 && at >= 2 && at <= 5;
}

/** What a file is that nothing else is: a PFX that a program took for text and wrote anew, or that has something in front. */
export function recogniseDamaged(bytes: Uint8Array): FileKind {
  const searched = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LOOKED_AT));
  for (let at = searched.indexOf(VERSION); at >= 0; at = searched.indexOf(VERSION, at + 1)) {
    for (const length of [2, 3, 4, 5]) {
      if (at > length && searched[at - length] === 0x30 && header(bytes, at - length)?.content === at)
        return 'prefixedPfx';
    }
  }
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  const start = new TextDecoder(utf16 ? 'utf-16le' : 'utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 40));
  return isGarbled(start.replace(/^\ufeff/, '')) ? 'garbledPfx' : 'unknown';
}

/** Whether the file is longer than it says by as many bytes as it has line ends of Windows, and has no others. */
export function hasWindowsLineEnds(bytes: Uint8Array): boolean {
  const end = header(bytes, 0)?.end ?? bytes.length;
  const searched = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let count = 0;
  for (let at = searched.indexOf(0x0a); at >= 0; at = searched.indexOf(0x0a, at + 1)) {
    if (bytes[at - 1] !== 0x0d) return false;
    count++;
  }
  return count > 0 && bytes.length - end === count;
}
