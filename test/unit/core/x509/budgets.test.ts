import assert from 'node:assert/strict';
import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildPath, findPaths } from '../../../../src/core/x509/buildPath.ts';
import type { Certificate } from '../../../../src/core/x509/certificate.ts';
import { parseCertificate } from '../../../../src/core/x509/parseCertificate.ts';
import { skimCertificate } from '../../../../src/core/x509/skim.ts';
import { createTrustAnchors } from '../../../../src/core/x509/trustAnchors.ts';
import { CA, JUNE_2026, make, type Made, server } from './openssl.ts';

/** DER of an element. */
function tlv(tag: number, content: Uint8Array): Buffer {
  const { length } = content;
  const head =
    length < 0x80 ? [tag, length] : length < 0x100 ? [tag, 0x81, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
}

const ECDSA_WITH_SHA256 = Buffer.from('300a06082a8648ce3d040302', 'hex');

/** The same certificate with another key, signed by whichever key. */
function resign(template: Certificate, subjectKey: KeyObject, signer: KeyObject): Certificate {
  const tbs = Buffer.from(skimCertificate(template.der)?.tbs ?? []);
  const spki = subjectKey.export({ format: 'der', type: 'spki' });
  const at = tbs.indexOf(template.publicKey.spki);
  spki.copy(tbs, at);
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', tbs, signer)]);
  return parseCertificate(Uint8Array.from(tlv(0x30, Buffer.concat([tbs, ECDSA_WITH_SHA256, tlv(0x03, signature)]))));
}

describe('budgets', () => {
  let root: Made;
  let template: Made;
  let leaf: Made;

  before(() => {
    root = make({ subject: '/CN=Budget Root', extensions: CA });
    template = make({ subject: '/CN=Everybody', extensions: CA.slice(0, 2) });
    leaf = make({
      subject: '/CN=budget leaf',
      issuer: template,
      extensions: server('DNS:a.example').filter((line) => !line.includes('Identifier')),
    });
  });

  it('1,000 certificates that could each have issued the others take less than a second', function () {
    this.timeout(20_000);
    const signer = createPrivateKey(readFileSync(template.keyFile));
    const pairs = Array.from({ length: 60 }, () => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
    const crowd = Array.from({ length: 1000 }, (_, i) => {
      const key = pairs[i % 60];
      const issuer = pairs[(i * 7 + Math.floor(i / 60)) % 60];
      return key && issuer ? resign(template.certificate, key.publicKey, issuer.privateKey) : template.certificate;
    });
    const pool = [...crowd, resign(template.certificate, pairs[0]?.publicKey ?? signer, signer), template.certificate];
    for (const search of [buildPath, findPaths]) {
      const start = process.hrtime.bigint();
      const result = search(leaf.certificate, {
        intermediates: pool,
        anchors: createTrustAnchors([{ store: 'user', certificates: [root.der] }]),
        time: JUNE_2026,
      });
      const millis = Number(process.hrtime.bigint() - start) / 1e6;
      const path = 'steps' in result ? result : result[0];
      assert.equal(path?.trusted, false);
      assert.ok(path?.problems.some(({ code }) => code === 'budgetExceeded'));
      assert.ok(millis < 1000, `${millis} ms`);
    }
  });

  it('finds the one good issuer among fifty of its name', () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const crowd = Array.from({ length: 50 }, () => {
      const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return resign(template.certificate, other.publicKey, pair.privateKey);
    });
    const path = buildPath(leaf.certificate, {
      intermediates: crowd,
      anchors: createTrustAnchors([{ store: 'user', certificates: [template.der] }]),
      time: JUNE_2026,
    });
    assert.equal(path.trusted, true);
  });
});
