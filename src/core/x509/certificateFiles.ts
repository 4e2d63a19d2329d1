import { type Asn1Node, Asn1Error, parseAsn1, Tag } from '../asn1/reader.ts';
import { encodingOf, isContext, isUniversal, readOid, sequenceOf } from '../asn1/values.ts';
import { skimCertificate } from './skim.ts';

/**
 * `empty`: no byte. `damaged`: PEM or ASN.1 that breaks off or does not decode. `noCertificate`: a readable file of another
 * kind (a key, a request). `unknownFormat`: neither PEM nor DER.
 */
export type CertificateFileErrorCode = 'empty' | 'damaged' | 'noCertificate' | 'unknownFormat';

export class CertificateFileError extends Error {
  override readonly name = 'CertificateFileError';
  readonly code: CertificateFileErrorCode;

  constructor(code: CertificateFileErrorCode, message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/**
 * The certificates of a file, each as DER in its own buffer, in the file's order: PEM of any number of blocks (text around
 * them is ignored, blocks of other kinds too), one DER certificate, or PKCS#7 (P7B, P7C) as DER or PEM.
 *
 * @throws CertificateFileError
 * @see RFC 7468 §5, §8; RFC 5652 §5.1
 */
export function readCertificates(bytes: Uint8Array): Uint8Array[] {
  if (bytes.length === 0) throw new CertificateFileError('empty', 'the file is empty');
  if (bytes[0] === 0x30) return fromDer(bytes);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (!text.includes('-----BEGIN ')) throw new CertificateFileError('unknownFormat', 'neither PEM nor DER');
  const found = [
    ...text.matchAll(/-----BEGIN ([^\r\n-]+)-----([\s\S]*?)(?:-----END \1-----|(?=-----BEGIN )|$)/g),
  ].flatMap(([block, label = '', body = '']) => (CERTIFICATE_LABELS.test(label) ? fromBlock(block, body) : []));
  if (found.length === 0) throw new CertificateFileError('noCertificate', 'no certificate among the PEM blocks');
  return found;
}

const CERTIFICATE_LABELS = /^((X509 |TRUSTED )?CERTIFICATE|PKCS ?#?7|CMS)$/;

function fromBlock(block: string, body: string): Uint8Array[] {
  const base64 = body.replace(/\s/g, '');
  if (!/-----END [^-]+-----$/.test(block) || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64))
    throw new CertificateFileError('damaged', 'a PEM block that does not end, or holds other characters than base64');
  return fromDer(Uint8Array.from(Buffer.from(base64, 'base64')));
}

function fromDer(bytes: Uint8Array): Uint8Array[] {
  if (skimCertificate(bytes)) return [Uint8Array.from(bytes)];
  let certificates: Uint8Array[];
  try {
    certificates = fromAsn1(parseAsn1(bytes, { encoding: 'ber', allowTrailing: true }));
  } catch (error) {
    if (!(error instanceof Asn1Error)) throw error;
    throw new CertificateFileError('damaged', error.message, { cause: error });
  }
  if (certificates.length === 0) throw new CertificateFileError('noCertificate', 'ASN.1 without a certificate');
  return certificates;
}

function fromAsn1(root: Asn1Node): Uint8Array[] {
  // OpenSSL's TRUSTED CERTIFICATE appends what the certificate is trusted for; other tools pad with zeros or a line end
  const first = encodingOf(root);
  return skimCertificate(first) ? [Uint8Array.from(first)] : fromSignedData(root);
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';

/** ContentInfo → SignedData → certificates [0]. */
function fromSignedData(root: Asn1Node): Uint8Array[] {
  const [type, content] = root.children;
  if (!isUniversal(type, Tag.oid) || readOid(type, 'the content type') !== SIGNED_DATA || !isContext(content, 0))
    return [];
  const fields = sequenceOf(content?.children[0], 'SignedData', content);
  const set = fields.find((field) => isContext(field, 0));
  return (set?.children ?? [])
    .map(encodingOf)
    .filter(skimCertificate)
    .map((der) => Uint8Array.from(der));
}
