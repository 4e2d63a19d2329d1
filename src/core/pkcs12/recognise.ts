import { latin1 } from '../asn1/values.ts';
import type { FileKind } from './errors.ts';
import { recogniseDamaged } from './recogniseDamaged.ts';
import { recogniseDer } from './recogniseDer.ts';
import { recogniseText } from './recogniseText.ts';

/** How files of other formats begin, as Latin-1. */
const BEGINNINGS: readonly (readonly [begins: string, kind: FileKind])[] = [
  ['\xfe\xed\xfe\xed', 'jks'],
  ['\xce\xce\xce\xce', 'jceks'],
  // version 1 or 2, then the size of a salt of 20 bytes
  ['\0\0\0\x01\0\0\0\x14', 'bks'],
  ['\0\0\0\x02\0\0\0\x14', 'bks'],
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['PK\x07\x08', 'zip'],
  ['\x1f\x8b\x08', 'archive'],
  ['7z\xbc\xaf\x27\x1c', 'archive'],
  ['Rar!\x1a\x07', 'archive'],
  ['%PDF-', 'document'],
  // Outlook's .msg, and Office before 2007
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'document'],
];

/**
 * What a file is, from its first bytes: `pfx` where it begins as a PKCS#12 file does, whether or not it can be read.
 * Never throws and never reads more than the first megabyte.
 */
export function recognise(bytes: Uint8Array): FileKind | 'pfx' {
  if (bytes.length === 0) return 'empty';
  const start = latin1(bytes.subarray(0, 8));
  const known = BEGINNINGS.find(([begins]) => start.startsWith(begins));
  if (known) return known[1];
  const kind = bytes[0] === 0x30 ? recogniseZero(bytes) : recogniseText(bytes);
  return kind === 'unknown' ? recogniseDamaged(bytes) : kind;
}

/** DER and BER begin with the byte that is a zero as text. */
function recogniseZero(bytes: Uint8Array): FileKind | 'pfx' {
  const kind = recogniseDer(bytes);
  const ascii = bytes.length > 1 && bytes.subarray(0, 64).every((byte) => byte < 0x80);
  return kind === 'unknown' && ascii ? recogniseText(bytes) : kind;
}
