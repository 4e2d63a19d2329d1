import { createHash } from 'node:crypto';
import { type Asn1Node, Asn1Error, parseAsn1, Tag } from '../asn1/reader.ts';
import {
  bytesEqual,
  bytesToHex,
  contentOf,
  encodingOf,
  expectUniversal,
  isContext,
  isUniversal,
  readBitString,
  readSmallInteger,
  readTime,
  sequenceOf,
} from '../asn1/values.ts';
import { utcMillis } from '../time.ts';
import type { Certificate } from './certificate.ts';
import { CertificateError } from './certificateError.ts';
import type { DefectCode } from './defects.ts';
import { readName } from './names.ts';
import { parseExtensions } from './parseExtensions.ts';
import { profileDefects } from './profileDefects.ts';
import { readPublicKey } from './publicKey.ts';
import { readSignatureAlgorithm } from './signatureAlgorithm.ts';

/**
 * Reads one certificate. What departs from RFC 5280 but can be read is listed in `defects`.
 *
 * @param der exactly one certificate, no byte more
 * @throws CertificateError `notACertificate` where the outer structure is another, `damaged` where a field can't be read
 * @see RFC 5280 §4.1
 */
export function parseCertificate(der: Uint8Array): Certificate {
  try {
    return readCertificate(parseAsn1(der, { encoding: 'der' }));
  } catch (error) {
    if (!(error instanceof Asn1Error)) throw error;
    const code = error.code === 'unexpected' || error.code === 'trailing' ? 'notACertificate' : 'damaged';
    throw new CertificateError(code, `not a certificate: ${error.message}`, { cause: error });
  }
}

function readCertificate(root: Asn1Node): Certificate {
  const [tbs, outerAlgorithm, signatureValue, ...extra] = sequenceOf(root, 'the certificate');
  if (extra.length > 0) throw new Asn1Error('unexpected', root.start, 'a certificate of more than three parts');
  const fields = sequenceOf(tbs, 'the signed part', root);
  const parent = tbs ?? root;
  readBitString(signatureValue, 'the signature', root);

  const defects: DefectCode[] = [];
  const explicitVersion = isContext(fields[0], 0);
  const version = explicitVersion ? readSmallInteger(fields[0]?.children[0], 'the version') + 1 : 1;
  const [serialNode, innerAlgorithm, issuerNode, validity, subjectNode, key, ...optional] = fields.slice(
    explicitVersion ? 1 : 0,
  );

  const serial = contentOf(expectUniversal(serialNode, Tag.integer, 'the serial number', parent));
  const signature = readSignatureAlgorithm(innerAlgorithm, parent);
  const issuer = readName(issuerNode, 'the issuer', parent);
  const times = sequenceOf(validity, 'the validity', parent);
  const notBefore = readTime(times[0], 'notBefore', validity);
  const notAfter = readTime(times[1], 'notAfter', validity);
  const subject = readName(subjectNode, 'the subject', parent);
  const { facts: publicKey, defect: keyDefect } = readPublicKey(key, parent);
  const extensionsNode = optional.find((node) => isContext(node, 3));
  if (!optional.every((node) => [1, 2, 3].some((tag) => isContext(node, tag))))
    throw new Asn1Error('unexpected', parent.start, 'a certificate with fields of another kind');
  const extensions = parseExtensions(extensionsNode, defects);

  if (keyDefect) defects.push(keyDefect);
  if (!innerAlgorithm || !outerAlgorithm || !bytesEqual(encodingOf(innerAlgorithm), encodingOf(outerAlgorithm)))
    defects.push('signatureAlgorithmMismatch');
  if (version > 3 || version < 1) defects.push('unknownVersion');
  if (extensionsNode && version < 3) defects.push('extensionsBeforeV3');
  if (times.some((time) => isEarlyGeneralizedTime(time))) defects.push('generalizedTimeBefore2050');

  const facts = {
    version,
    serial: bytesToHex(serial),
    issuer,
    subject,
    notBefore,
    notAfter,
    publicKey,
    signature,
    extensions,
  };
  const selfIssued = issuer.key === subject.key;
  defects.push(...profileDefects({ ...facts, selfIssued }));
  const der = encodingOf(root);
  return {
    der,
    ...facts,
    sha1: digest('sha1', der),
    sha256: digest('sha256', der),
    selfIssued,
    defects: [...new Set(defects)],
  };
}

const YEAR_2050 = utcMillis(2050, 1, 1, 0, 0, 0) ?? 0;

function isEarlyGeneralizedTime(time: Asn1Node): boolean {
  return isUniversal(time, Tag.generalizedTime) && readTime(time, 'the validity') < YEAR_2050;
}

function digest(algorithm: 'sha1' | 'sha256', bytes: Uint8Array): string {
  return createHash(algorithm).update(bytes).digest('hex');
}
