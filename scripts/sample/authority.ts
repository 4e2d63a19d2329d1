import { webcrypto } from 'node:crypto';
// oxlint-disable-next-line import/no-unassigned-import -- @peculiar/x509 asks for it
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

/** A certificate and the key it was issued for. The key never reaches a file unless a PFX takes it. */
export interface Issued {
  readonly certificate: x509.X509Certificate;
  readonly keys: KeyPair;
}

export interface KeyPair {
  readonly publicKey: webcrypto.CryptoKey;
  readonly privateKey: webcrypto.CryptoKey;
}

export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

export type KeyKind = 'rsa-2048' | 'rsa-3072' | 'ec-p256';

export interface LeafRequest extends Validity {
  /** DNS names; the first is the subject's common name too */
  readonly names: readonly [string, ...string[]];
  readonly key: KeyKind;
}

/** A throw-away certification authority: its keys live in this object only. */
export interface Authority {
  readonly root: x509.X509Certificate;
  readonly intermediate: x509.X509Certificate;
  issue(request: LeafRequest): Promise<Issued>;
}

const ORGANIZATION = 'C=PT,O=Acme Sample';
const SERVER_AUTHENTICATION = '1.3.6.1.5.5.7.3.1';
/** where a real authority would publish; nothing answers under .example */
const PUBLISHED_AT = 'http://ca.acme.example';

export async function createAuthority(validity: Validity): Promise<Authority> {
  x509.cryptoProvider.set(webcrypto as unknown as Parameters<typeof x509.cryptoProvider.set>[0]);
  const [rootKeys, intermediateKeys] = await Promise.all([generateKeys('rsa-3072'), generateKeys('rsa-3072')]);
  const rootName = `${ORGANIZATION},CN=Acme Sample Root CA`;
  const root = await sign(rootName, rootName, rootKeys, rootKeys, validity, [
    new x509.BasicConstraintsExtension(true, undefined, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
  ]);
  const intermediateName = `${ORGANIZATION},CN=Acme Sample TLS CA 1`;
  const intermediate = await sign(intermediateName, rootName, intermediateKeys, rootKeys, validity, [
    new x509.BasicConstraintsExtension(true, 0, true),
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    new x509.ExtendedKeyUsageExtension([SERVER_AUTHENTICATION]),
    await x509.AuthorityKeyIdentifierExtension.create(root),
    ...publication('root'),
  ]);

  async function issue(request: LeafRequest): Promise<Issued> {
    const keys = await generateKeys(request.key);
    const { digitalSignature, keyEncipherment } = x509.KeyUsageFlags;
    const usage =
      request.key === 'ec-p256'
        ? new x509.KeyUsagesExtension(digitalSignature, true)
        : new x509.KeyUsagesExtension(digitalSignature | keyEncipherment, true);
    const subject = `${ORGANIZATION},CN=${request.names[0]}`;
    const certificate = await sign(subject, intermediateName, keys, intermediateKeys, request, [
      new x509.SubjectAlternativeNameExtension(request.names.map((value) => ({ type: 'dns', value }))),
      new x509.BasicConstraintsExtension(false, undefined, true),
      usage,
      new x509.ExtendedKeyUsageExtension([SERVER_AUTHENTICATION]),
      await x509.AuthorityKeyIdentifierExtension.create(intermediate),
      ...publication('tls1'),
    ]);
    return { certificate, keys };
  }
  return { root, intermediate, issue };
}

/** The private key as PrivateKeyInfo, for a PFX. */
export async function exportKey(keys: KeyPair): Promise<Uint8Array> {
  return new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey));
}

function publication(issuer: string): readonly x509.Extension[] {
  return [
    new x509.AuthorityInfoAccessExtension({ caIssuers: `${PUBLISHED_AT}/${issuer}.cer` }),
    new x509.CRLDistributionPointsExtension([`${PUBLISHED_AT}/${issuer}.crl`]),
  ];
}

async function sign(
  subject: string,
  issuer: string,
  keys: KeyPair,
  issuerKeys: KeyPair,
  validity: Validity,
  extensions: readonly x509.Extension[],
): Promise<x509.X509Certificate> {
  return x509.X509CertificateGenerator.create({
    subject,
    issuer,
    notBefore: validity.notBefore,
    notAfter: validity.notAfter,
    publicKey: keys.publicKey,
    signingKey: issuerKeys.privateKey,
    signingAlgorithm: { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    extensions: [...extensions, await x509.SubjectKeyIdentifierExtension.create(keys.publicKey)],
  });
}

async function generateKeys(kind: KeyKind): Promise<KeyPair> {
  if (kind === 'ec-p256') {
    return webcrypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  }
  return webcrypto.subtle.generateKey(
    {
      name: 'RSASSA-PKCS1-v1_5',
      hash: 'SHA-256',
      modulusLength: kind === 'rsa-2048' ? 2048 : 3072,
      publicExponent: new Uint8Array([1, 0, 1]),
    },
    true,
    ['sign', 'verify'],
  );
}
