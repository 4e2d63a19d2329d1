import { type Asn1Node, Asn1Error, Tag } from '../asn1/reader.ts';
import { bytesToHex, contentOf, expectUniversal } from '../asn1/values.ts';
import type { SignedTimestamp } from './certificate.ts';

/**
 * The embedded timestamps of Certificate Transparency: a list of opaque values, each after its length in two bytes. Those of
 * a later version than 1 are left out, as their form is not known.
 *
 * @throws Asn1Error `malformed` where lengths do not add up or a timestamp is empty
 * @see RFC 6962 §3.2, §3.3
 */
export function readTimestamps(root: Asn1Node): SignedTimestamp[] {
  const bytes = contentOf(expectUniversal(root, Tag.octetString, 'the list of timestamps'));
  const list = prefixed(bytes, 0);
  if (!list || list.length !== bytes.length - 2 || list.length === 0) throw malformed(root);
  const found: SignedTimestamp[] = [];
  for (let at = 0; at < list.length;) {
    const timestamp = prefixed(list, at);
    if (!timestamp || timestamp.length === 0) throw malformed(root);
    if (timestamp[0] === VERSION_1) found.push(readTimestamp(timestamp, root));
    at += 2 + timestamp.length;
  }
  return found;
}

const VERSION_1 = 0;
const LOG_ID = 1;
const MOMENT = LOG_ID + 32;
const EXTENSIONS = MOMENT + 8;

/** version, log id, 64-bit time, extensions, then hash and signature algorithm and the signature. */
function readTimestamp(bytes: Uint8Array, root: Asn1Node): SignedTimestamp {
  const extensions = prefixed(bytes, EXTENSIONS);
  const algorithms = EXTENSIONS + 2 + (extensions?.length ?? 0);
  const signature = extensions && prefixed(bytes, algorithms + 2);
  if (!signature || algorithms + 4 + signature.length !== bytes.length) throw malformed(root);
  const moment = bytes.subarray(MOMENT, EXTENSIONS).reduce((value, byte) => value * 256 + byte, 0);
  return { logId: bytesToHex(bytes.subarray(LOG_ID, MOMENT)), at: moment };
}

/** What stands behind its length in two bytes; undefined where that is more than there is. */
function prefixed(bytes: Uint8Array, at: number): Uint8Array | undefined {
  const [high, low] = [bytes[at], bytes[at + 1]];
  if (high === undefined || low === undefined) return undefined;
  const length = (high << 8) | low;
  return at + 2 + length <= bytes.length ? bytes.subarray(at + 2, at + 2 + length) : undefined;
}

function malformed(root: Asn1Node): Asn1Error {
  return new Asn1Error('malformed', root.start, 'a list of timestamps whose lengths do not add up');
}
