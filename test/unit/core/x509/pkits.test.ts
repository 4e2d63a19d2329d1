import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseAsn1 } from '../../../../src/core/asn1/reader.ts';
import { encodingOf } from '../../../../src/core/asn1/values.ts';
import { buildPath } from '../../../../src/core/x509/buildPath.ts';
import type { Certificate } from '../../../../src/core/x509/certificate.ts';
import { parseCertificate } from '../../../../src/core/x509/parseCertificate.ts';
import type { Path } from '../../../../src/core/x509/path.ts';
import type { PolicyInputs } from '../../../../src/core/x509/policies.ts';
import { createTrustAnchors } from '../../../../src/core/x509/trustAnchors.ts';

const TEST_POLICY = '2.16.840.1.101.3.2.1.48.';
const P1 = `${TEST_POLICY}1`;
const P2 = `${TEST_POLICY}2`;
const P3 = `${TEST_POLICY}3`;
const P6 = `${TEST_POLICY}6`;

/** By the names of the suite's files. */
function loadAll(): Map<string, Certificate> {
  const names = readFileSync(new URL('pkits/names.txt', import.meta.url), 'latin1')
    .trim()
    .split('\n');
  const bytes = readFileSync(new URL('pkits/certificates.der', import.meta.url));
  const found = new Map<string, Certificate>();
  let at = 0;
  for (const name of names) {
    const node = parseAsn1(bytes.subarray(at), { encoding: 'der', allowTrailing: true });
    found.set(name, parseCertificate(Uint8Array.from(encodingOf(node))));
    at += node.end;
  }
  return found;
}

describe('NIST PKITS', () => {
  const all = loadAll();
  const anchor = all.get('TrustAnchorRootCertificate');

  function validate(leaf: Certificate, policies: PolicyInputs = {}): Path {
    return buildPath(leaf, {
      intermediates: [...all.values()].filter((certificate) => certificate !== leaf),
      anchors: createTrustAnchors([{ store: 'user', certificates: anchor ? [anchor.der] : [] }]),
      time: Date.UTC(2015, 0, 1),
      purpose: 'any',
      policies,
    });
  }

  // the tests' own names say what is expected with the default settings
  for (const [name, leaf] of all) {
    const expected = /^(Valid|Invalid).*EE$/.exec(name)?.[1];
    if (expected) it(name, () => assert.equal(validate(leaf).trusted, expected === 'Valid'));
  }

  const byPolicy: [section: string, test: string, inputs: PolicyInputs, valid: boolean][] = [
    ['4.8.1.1', 'ValidCertificatePathTest1EE', { explicitPolicy: true }, true],
    ['4.8.1.2', 'ValidCertificatePathTest1EE', { explicitPolicy: true, acceptable: [P1] }, true],
    ['4.8.1.3', 'ValidCertificatePathTest1EE', { explicitPolicy: true, acceptable: [P2] }, false],
    ['4.8.1.4', 'ValidCertificatePathTest1EE', { explicitPolicy: true, acceptable: [P1, P2] }, true],
    ['4.8.2.1', 'AllCertificatesNoPoliciesTest2EE', {}, true],
    ['4.8.2.2', 'AllCertificatesNoPoliciesTest2EE', { explicitPolicy: true }, false],
    ['4.8.3.1', 'DifferentPoliciesTest3EE', {}, true],
    ['4.8.3.2', 'DifferentPoliciesTest3EE', { explicitPolicy: true }, false],
    ['4.8.3.3', 'DifferentPoliciesTest3EE', { explicitPolicy: true, acceptable: [P1, P2] }, false],
    ['4.8.4', 'DifferentPoliciesTest4EE', {}, false],
    ['4.8.5', 'DifferentPoliciesTest5EE', {}, false],
    ['4.8.6.1', 'OverlappingPoliciesTest6EE', {}, true],
    ['4.8.6.2', 'OverlappingPoliciesTest6EE', { acceptable: [P1] }, true],
    ['4.8.6.3', 'OverlappingPoliciesTest6EE', { acceptable: [P2] }, false],
    ['4.8.7', 'DifferentPoliciesTest7EE', {}, false],
    ['4.8.8', 'DifferentPoliciesTest8EE', {}, false],
    ['4.8.9', 'DifferentPoliciesTest9EE', {}, false],
    ['4.8.10.1', 'AllCertificatesSamePoliciesTest10EE', {}, true],
    ['4.8.10.2', 'AllCertificatesSamePoliciesTest10EE', { acceptable: [P1] }, true],
    ['4.8.10.3', 'AllCertificatesSamePoliciesTest10EE', { acceptable: [P2] }, true],
    ['4.8.11.1', 'AllCertificatesanyPolicyTest11EE', {}, true],
    ['4.8.11.2', 'AllCertificatesanyPolicyTest11EE', { acceptable: [P1] }, true],
    ['4.8.12', 'DifferentPoliciesTest12EE', {}, false],
    ['4.8.13.1', 'AllCertificatesSamePoliciesTest13EE', { acceptable: [P1] }, true],
    ['4.8.13.2', 'AllCertificatesSamePoliciesTest13EE', { acceptable: [P2] }, true],
    ['4.8.13.3', 'AllCertificatesSamePoliciesTest13EE', { acceptable: [P3] }, true],
    ['4.8.14.1', 'AnyPolicyTest14EE', { acceptable: [P1] }, true],
    ['4.8.14.2', 'AnyPolicyTest14EE', { acceptable: [P2] }, false],
    ['4.10.1.1', 'ValidPolicyMappingTest1EE', { acceptable: [P1] }, true],
    ['4.10.1.2', 'ValidPolicyMappingTest1EE', { acceptable: [P2] }, false],
    ['4.10.1.3', 'ValidPolicyMappingTest1EE', { inhibitMapping: true }, false],
    ['4.10.3.1', 'ValidPolicyMappingTest3EE', { acceptable: [P1] }, false],
    ['4.10.3.2', 'ValidPolicyMappingTest3EE', { acceptable: [P2] }, true],
    ['4.10.5.1', 'ValidPolicyMappingTest5EE', { acceptable: [P1] }, true],
    ['4.10.5.2', 'ValidPolicyMappingTest5EE', { acceptable: [P6] }, false],
    ['4.10.6.1', 'ValidPolicyMappingTest6EE', { acceptable: [P1] }, true],
    ['4.10.6.2', 'ValidPolicyMappingTest6EE', { acceptable: [P6] }, false],
    ['4.10.12.1', 'ValidPolicyMappingTest12EE', { acceptable: [P1] }, true],
    ['4.10.12.2', 'ValidPolicyMappingTest12EE', { acceptable: [P2] }, true],
    ['4.12.3.1', 'inhibitAnyPolicyTest3EE', {}, true],
    ['4.12.3.2', 'inhibitAnyPolicyTest3EE', { inhibitAnyPolicy: true }, false],
  ];
  for (const [section, test, inputs, valid] of byPolicy) {
    it(`${section}: ${valid ? 'valid' : 'invalid'}`, () => {
      const leaf = all.get(test);
      assert.ok(leaf, test);
      assert.equal(validate(leaf, inputs).trusted, valid);
    });
  }
});
