import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CertificateFileError, readCertificates } from '../../../../src/core/x509/certificateFiles.ts';
import { createTrustAnchors } from '../../../../src/core/x509/trustAnchors.ts';
import { CA, make, type Made, openssl } from './openssl.ts';

describe('certificate files and trust anchors', () => {
  let a: Made;
  let b: Made;

  before(() => {
    a = make({ subject: '/CN=File A', extensions: CA });
    b = make({ subject: '/CN=File B', extensions: CA });
  });

  const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

  it('reads PEM with text and other blocks around the certificates', () => {
    const key = readFileSync(a.keyFile, 'latin1');
    const found = readCertificates(
      bytes(`\u00ef\u00bb\u00bfsubject=A\r\n${a.pem.replace(/\n/g, '\r\n')}${key}# B\n${b.pem}`),
    );
    assert.deepEqual(found, [a.der, b.der]);
  });

  it('reads DER, P7B in both forms and TRUSTED CERTIFICATE', () => {
    assert.deepEqual(readCertificates(a.der), [a.der]);
    const p7 = ['crl2pkcs7', '-nocrl', '-certfile', a.file, '-certfile', b.file];
    assert.deepEqual(readCertificates(bytes(openssl(...p7))), [a.der, b.der]);
    assert.deepEqual(readCertificates(bytes(openssl(...p7, '-outform', 'DER'))), [a.der, b.der]);
    const trusted = openssl('x509', '-in', a.file, '-trustout', '-addtrust', 'serverAuth');
    assert.match(trusted, /BEGIN TRUSTED CERTIFICATE/);
    assert.deepEqual(readCertificates(bytes(trusted)), [a.der]);
  });

  it('refuses other files with a code', () => {
    const csr = openssl('req', '-new', '-key', a.keyFile, '-subj', '/CN=x', '-config', a.file.replace(/pem$/, 'cnf'));
    const refused: [Uint8Array, string][] = [
      [new Uint8Array(0), 'empty'],
      [bytes('hello'), 'unknownFormat'],
      [readFileSync(a.keyFile), 'noCertificate'],
      [bytes(csr), 'noCertificate'],
      [bytes(openssl('pkey', '-in', a.keyFile, '-outform', 'DER')), 'noCertificate'],
      [bytes(a.pem.slice(0, 300)), 'damaged'],
      [bytes(a.pem.replace('MII', 'M*I').replace('MIIB', 'M*IB')), 'damaged'],
      [a.der.subarray(0, 100), 'damaged'],
    ];
    for (const [content, code] of refused)
      assert.throws(
        () => readCertificates(content),
        (error) => error instanceof CertificateFileError && error.code === code,
        code,
      );
  });

  it('says which stores hold a root, once however often it is given', () => {
    const anchors = createTrustAnchors([
      { store: 'mozilla', certificates: [a.der, Uint8Array.from([1, 2, 3])] },
      { store: 'system', certificates: [a.der, a.der, b.der] },
      { store: 'user', certificates: [b.der] },
    ]);
    assert.deepEqual(anchors.storesOf(a.certificate.sha256), ['mozilla', 'system']);
    assert.deepEqual(anchors.storesOf('00'), []);
    assert.deepEqual(
      anchors.bySubject(b.certificate.subject.key).map(({ stores }) => stores),
      [['system', 'user']],
    );
    assert.deepEqual(anchors.bySubject('nobody'), []);
  });
});
