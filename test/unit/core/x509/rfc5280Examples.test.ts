import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { buildPath } from '../../../../src/core/x509/buildPath.ts';
import { checkCrl } from '../../../../src/core/x509/checkCrl.ts';
import { parseCrl } from '../../../../src/core/x509/crl.ts';
import { findCrlEntry } from '../../../../src/core/x509/crlEntries.ts';
import { formatName } from '../../../../src/core/x509/names.ts';
import { parseCertificate } from '../../../../src/core/x509/parseCertificate.ts';
import { createTrustAnchors } from '../../../../src/core/x509/trustAnchors.ts';
import { verifySigned } from '../../../../src/core/x509/verifySignature.ts';
import { C1, C2, C3, C4 } from './rfc5280Examples.ts';

function der(base64: string): Uint8Array {
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

// what is expected stands in the text of the appendix
describe('RFC 5280 Appendix C', () => {
  const authority = parseCertificate(der(C1));
  const entity = parseCertificate(der(C2));
  const dsa = parseCertificate(der(C3));

  it('C.1: a self-signed CA', () => {
    const { serial, signature, issuer, subject, notBefore, notAfter, publicKey, extensions } = authority;
    assert.equal(authority.der.length, 578);
    assert.equal(Number.parseInt(serial, 16), 17);
    assert.equal(signature.name, 'RSA with SHA-1');
    assert.equal(formatName(issuer), 'CN=Example CA,DC=example,DC=com');
    assert.equal(formatName(subject), formatName(issuer));
    assert.deepEqual([notBefore, notAfter], [Date.UTC(2004, 3, 30, 14, 25, 34), Date.UTC(2005, 3, 30, 14, 25, 34)]);
    assert.deepEqual([publicKey.kind, publicKey.bits], ['rsa', 1024]);
    assert.deepEqual(extensions.basicConstraints, { critical: true, ca: true });
    assert.deepEqual(extensions.keyUsage, { critical: true, usages: ['keyCertSign', 'cRLSign'] });
    // method (1) of §4.2.1.2: SHA-1 of the BIT STRING's value, here the last 140 bytes of the key
    const key = publicKey.spki.subarray(-140);
    assert.equal(extensions.subjectKeyId, createHash('sha1').update(key).digest('hex'));
    assert.deepEqual(authority.defects, []);
  });

  it('C.2: an end entity', () => {
    const { serial, subject, notBefore, notAfter, extensions } = entity;
    assert.equal(entity.der.length, 629);
    assert.equal(Number.parseInt(serial, 16), 18);
    assert.equal(formatName(subject), 'CN=End Entity,DC=example,DC=com');
    assert.deepEqual([notBefore, notAfter], [Date.UTC(2004, 8, 15, 11, 48, 21), Date.UTC(2005, 2, 15, 11, 48, 21)]);
    assert.deepEqual(extensions.subjectAltNames?.names, [{ kind: 'email', value: 'end.entity@example.com' }]);
    assert.equal(extensions.authorityKeyId?.keyId, authority.extensions.subjectKeyId);
    assert.deepEqual(extensions.keyUsage?.usages, ['digitalSignature', 'nonRepudiation']);
  });

  it('C.1 and C.2 are a path, of which only its SHA-1 is no longer good enough', () => {
    const path = buildPath(entity, {
      intermediates: [],
      anchors: createTrustAnchors([{ store: 'user', certificates: [authority.der] }]),
      time: Date.UTC(2005, 0, 1),
      purpose: 'any',
      profile: 'rfc5280',
    });
    assert.deepEqual(
      path.steps.map(({ problems }) => problems.map(({ code }) => code)),
      [['weakSignature'], []],
    );
  });

  it('C.3: an end entity with a DSA key', () => {
    assert.equal(Number.parseInt(dsa.serial, 16), 256);
    assert.deepEqual([dsa.publicKey.kind, dsa.publicKey.bits, dsa.signature.name], ['dsa', 1024, 'DSA with SHA-1']);
    assert.deepEqual(dsa.extensions.policies?.policies, ['2.16.840.1.101.3.2.1.48.9']);
    assert.deepEqual(
      dsa.extensions.subjectAltNames?.names.map(({ value }) => value),
      ['http://www.example.com/users/DSAendentity.html'],
    );
  });

  it('C.4: a list that revokes the certificate of C.2, which is not believed: it is signed with SHA-1', () => {
    const crl = parseCrl(der(C4));
    assert.equal(verifySigned(crl, authority.publicKey), 'good');
    assert.deepEqual([crl.thisUpdate, crl.nextUpdate], [Date.UTC(2005, 1, 5, 12), Date.UTC(2005, 1, 6, 12)]);
    assert.deepEqual(findCrlEntry(crl, crl.issuer.key, { issuer: entity.issuer.key, serial: entity.serial }), {
      at: Date.UTC(2004, 10, 19, 15, 57, 3),
      reason: 1,
    });
    assert.deepEqual(checkCrl(der(C4), entity, authority, { time: Date.UTC(2005, 1, 5, 18) }), {
      status: 'unknown',
      problem: 'weakSignature',
    });
  });
});
