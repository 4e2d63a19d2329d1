import assert from 'node:assert/strict';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buildPath, findPaths } from '../../../../src/core/x509/buildPath.ts';
import { createTrustAnchors } from '../../../../src/core/x509/trustAnchors.ts';
import { crowdOf, resign } from '../../../fixtures/crowd.ts';
import { CA, JUNE_2026, make, type Made, server } from './openssl.ts';

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
    const pool = crowdOf(template.certificate, signer, 1000);
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
