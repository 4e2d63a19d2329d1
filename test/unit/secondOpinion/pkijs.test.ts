import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import * as pkijs from 'pkijs';
import { checkOcsp, type OcspVerdict } from '../../../src/core/revocation/checkOcsp.ts';
import { ocspRequest } from '../../../src/core/revocation/ocspRequest.ts';
import { checkCrl } from '../../../src/core/x509/checkCrl.ts';
import {
  certificateOf,
  crlOf,
  derOf,
  ocspAnswer,
  P256,
  type Responder,
  temporaryPki,
  writeIndex,
} from '../../fixtures/ocspFiles.ts';
import { CA_EXTENSIONS, type OpensslFolder, serverExtensions } from '../../fixtures/openssl.ts';

const REVOKED = { at: new Date('2026-03-04T05:06:07Z'), reason: 'keyCompromise' };
/** pkijs counts them: RFC 6960's CertStatus */
const STATUSES = ['good', 'revoked', 'unknown'] as const;

function makePki(): OpensslFolder {
  const pki = temporaryPki();
  const authority = { extensions: CA_EXTENSIONS, key: P256, days: 900 };
  pki.certificate('root', { ...authority, subject: '/CN=Oracle Root' });
  pki.certificate('issuing', { ...authority, subject: '/CN=Oracle Issuing', issuer: 'root' });
  pki.certificate('namesake', { ...authority, subject: '/CN=Oracle Issuing', issuer: 'root' });
  const leaf = { days: 90, key: P256, issuer: 'issuing' };
  for (const name of ['leaf', 'revoked', 'unlisted'])
    pki.certificate(name, { ...leaf, subject: `/CN=${name}`, extensions: serverExtensions(`${name}.acme.com`) });
  const signing = ['basicConstraints=critical,CA:FALSE', 'extendedKeyUsage=OCSPSigning', 'subjectKeyIdentifier=hash'];
  pki.certificate('delegate', { ...leaf, subject: '/CN=Oracle Signer', extensions: signing });
  writeIndex(pki, 'index', ['leaf', 'revoked'], { revoked: REVOKED });
  return pki;
}

/** pkijs is another implementation of RFC 6960 and RFC 5280: of what `openssl` answers both must say the same. */
describe('pkijs as a second opinion', function () {
  this.timeout(60_000);
  let pki: OpensslFolder;
  const theirs = (name: string): pkijs.Certificate => pkijs.Certificate.fromBER(derOf(pki, name));

  before(() => {
    // Node's types and the browser's describe the same object in two ways
    const crypto = webcrypto as unknown as ConstructorParameters<typeof pkijs.CryptoEngine>[0]['crypto'];
    pkijs.setEngine('node', new pkijs.CryptoEngine({ name: 'node', crypto }));
    pki = makePki();
  });

  async function opinionOnOcsp(answer: Uint8Array, about: string): Promise<string> {
    const response = pkijs.OCSPResponse.fromBER(answer);
    if (!response.responseBytes) return 'no answer';
    const basic = pkijs.BasicOCSPResponse.fromBER(response.responseBytes.response.valueBlock.valueHexView);
    const trustedCerts = [theirs('issuing'), theirs('root')];
    const verified = await basic.verify({ trustedCerts }).catch(() => false);
    const { isForCertificate, status } = await basic.getCertificateStatus(theirs(about), theirs('issuing'));
    return verified && isForCertificate ? (STATUSES[status] ?? `status ${status}`) : 'not believed';
  }

  const ours = (verdict: OcspVerdict): string =>
    verdict.status !== 'unknown'
      ? verdict.status
      : verdict.problem === 'unknownCertificate'
        ? 'unknown'
        : 'not believed';

  const asked: readonly [what: string, about: string, answered: string, signer: string, expected: string][] = [
    ['good, by the issuer', 'leaf', 'leaf', 'issuing', 'good'],
    ['good, by a delegate', 'leaf', 'leaf', 'delegate', 'good'],
    ['revoked', 'revoked', 'revoked', 'delegate', 'revoked'],
    ['not in the index', 'unlisted', 'unlisted', 'issuing', 'unknown'],
    ['about another certificate', 'leaf', 'revoked', 'issuing', 'not believed'],
    ['by a CA of the same name with another key', 'leaf', 'leaf', 'namesake', 'not believed'],
  ];
  for (const [what, about, answered, signer, expected] of asked) {
    it(`OCSP: ${what}`, async () => {
      const issuer = certificateOf(pki, 'issuing');
      const responder: Responder = { index: 'index', ca: 'issuing', signer, options: ['-ndays', '2'] };
      const answer = ocspAnswer(pki, ocspRequest(certificateOf(pki, answered), issuer), responder);
      const verdict = checkOcsp(answer, certificateOf(pki, about), issuer, { time: Date.now() });
      assert.deepEqual(
        { ours: ours(verdict), theirs: await opinionOnOcsp(answer, about) },
        { ours: expected, theirs: expected },
      );
    });
  }

  const lists: readonly [what: string, about: string, ca: string, changed: boolean, expected: string][] = [
    ['good', 'leaf', 'issuing', false, 'good'],
    ['revoked', 'revoked', 'issuing', false, 'revoked'],
    ['of a CA of the same name with another key', 'revoked', 'namesake', false, 'unknown'],
    ['with a signature that was changed', 'revoked', 'issuing', true, 'unknown'],
  ];
  for (const [what, about, ca, changed, expected] of lists) {
    it(`CRL: ${what}`, async () => {
      const list = crlOf(pki, ca, { index: 'index' });
      if (changed) list[list.length - 1] = (list.at(-1) ?? 0) ^ 1;
      const { status } = checkCrl(list, certificateOf(pki, about), certificateOf(pki, 'issuing'), { time: Date.now() });
      const crl = pkijs.CertificateRevocationList.fromBER(list);
      const believed = await crl.verify({ issuerCertificate: theirs('issuing') }).catch(() => false);
      const opinion = !believed ? 'unknown' : crl.isCertificateRevoked(theirs(about)) ? 'revoked' : 'good';
      assert.deepEqual({ ours: status, theirs: opinion }, { ours: expected, theirs: expected });
    });
  }
});
