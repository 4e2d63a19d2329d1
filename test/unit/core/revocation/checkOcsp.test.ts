import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createPrivateKey, sign } from 'node:crypto';
import * as fs from 'node:fs';
import {
  bitString,
  contextConstructed,
  element,
  octetString,
  oid,
  sequence,
} from '../../../../src/core/asn1/writer.ts';
import { type Element, elementAt, elementsIn } from '../../../../src/core/asn1/walk.ts';
import { parseOcspResponse } from '../../../../src/core/revocation/ocspResponse.ts';
import { DAY } from '../../../../src/core/time.ts';
import { checkOcsp, type OcspVerdict } from '../../../../src/core/revocation/checkOcsp.ts';
import { ocspGetAddress, ocspRequest } from '../../../../src/core/revocation/ocspRequest.ts';
import type { Certificate } from '../../../../src/core/x509/certificate.ts';
import {
  certificateOf,
  ocspAnswer,
  P256,
  type Responder,
  temporaryPki,
  writeIndex,
} from '../../../fixtures/ocspFiles.ts';
import { CA_EXTENSIONS, type OpensslFolder, serverExtensions } from '../../../fixtures/openssl.ts';

const NONCE = Uint8Array.from({ length: 32 }, (_, i) => 7 * i);
const OTHER_NONCE = NONCE.map((byte) => byte ^ 1);
const REVOKED_AT = new Date('2026-03-04T05:06:07Z');

const delegateExtensions = (usage: string, ...more: readonly string[]): readonly string[] => [
  'basicConstraints=critical,CA:FALSE',
  'keyUsage=critical,digitalSignature',
  `extendedKeyUsage=${usage}`,
  'subjectKeyIdentifier=hash',
  ...more,
];

function makePki(): OpensslFolder {
  const pki = temporaryPki();
  const authority = { extensions: CA_EXTENSIONS, key: P256, days: 900 };
  pki.certificate('root', { ...authority, subject: '/CN=OCSP Root' });
  const issuing = { ...authority, subject: '/O=Acme/CN=OCSP Issuing', issuer: 'root' };
  pki.certificate('issuing', issuing);
  pki.certificate('namesake', issuing);
  const leaf = { subject: '/CN=apps.acme.com', days: 90, key: P256, issuer: 'issuing' };
  for (const name of ['leaf', 'revoked', 'held', 'unlisted'])
    pki.certificate(name, { ...leaf, extensions: serverExtensions(`${name}.acme.com`) });
  const delegate = { ...leaf, subject: '/CN=OCSP Signer' };
  const signing = delegateExtensions('OCSPSigning', 'noCheck=ignored');
  pki.certificate('delegate', { ...delegate, extensions: signing });
  pki.certificate('asking', { ...delegate, extensions: delegateExtensions('OCSPSigning') });
  pki.certificate('noPurpose', { ...delegate, extensions: delegateExtensions('serverAuth') });
  pki.certificate('anyPurpose', { ...delegate, extensions: delegateExtensions('anyExtendedKeyUsage') });
  pki.certificate('ofRoot', { ...delegate, issuer: 'root', extensions: signing });
  pki.certificate('ofNamesake', { ...delegate, issuer: 'namesake', extensions: signing });
  pki.certificate('past', { ...delegate, days: -1, extensions: signing });
  writeIndex(pki, 'index', ['leaf', 'revoked', 'held'], {
    revoked: { at: REVOKED_AT, reason: 'keyCompromise' },
    held: { at: REVOKED_AT, reason: 'certificateHold' },
  });
  return pki;
}

describe('OCSP', function () {
  this.timeout(60_000);
  let pki: OpensslFolder;
  let issuer: Certificate;
  const of = (name: string): Certificate => certificateOf(pki, name);

  before(() => {
    pki = makePki();
    issuer = of('issuing');
  });

  interface Asked extends Partial<Responder> {
    readonly about?: string;
    readonly sent?: Uint8Array | null;
    readonly expected?: Uint8Array;
    /** milliseconds from now */
    readonly later?: number;
    readonly changed?: (answer: Uint8Array) => void;
  }

  function ask(asked: Asked): { answer: Uint8Array; verdict: OcspVerdict } {
    const { about = 'leaf', sent = NONCE, expected = sent ?? undefined, later = 0, changed } = asked;
    const request = ocspRequest(of(about), issuer, sent ?? undefined);
    const answer = ocspAnswer(pki, request, {
      index: 'index',
      ca: 'issuing',
      signer: 'delegate',
      ...asked,
      options: ['-ndays', '2', ...(asked.options ?? [])],
    });
    changed?.(answer);
    return { answer, verdict: checkOcsp(answer, of(about), issuer, { time: Date.now() + later, nonce: expected }) };
  }

  /** What `openssl ocsp` as a client says of an answer. */
  function opensslAccepts(answer: Uint8Array, about: string): boolean {
    fs.writeFileSync(pki.path('oracle.der'), answer);
    const files = ['-respin', 'oracle.der', '-issuer', 'issuing.pem', '-cert', `${about}.pem`, '-CAfile', 'root.pem'];
    const { stdout, stderr } = spawnSync('openssl', ['ocsp', ...files, '-verify_other', 'issuing.pem', '-no_nonce'], {
      cwd: pki.folder,
      encoding: 'utf8',
    });
    return /Response verify OK/.test(stderr) && /: (good|revoked)/.test(stdout) && !/Status times invalid/.test(stdout);
  }

  it('asks as OpenSSL does', () => {
    pki.run('ocsp', '-issuer', 'issuing.pem', '-cert', 'leaf.pem', '-no_nonce', '-reqout', 'openssl.der');
    assert.deepEqual(ocspRequest(of('leaf'), issuer), pki.read('openssl.der'));
    fs.writeFileSync(pki.path('ours.der'), ocspRequest(of('leaf'), issuer, NONCE));
    const text = spawnSync('openssl', ['ocsp', '-reqin', pki.path('ours.der'), '-req_text'], {
      encoding: 'utf8',
    }).stdout;
    const nonce = Buffer.from(NONCE).toString('hex').toUpperCase();
    assert.match(text.replace(/\s/g, ''), new RegExp(`OCSPNonce:0420${nonce}`));
  });

  it('writes the address of a question by GET as RFC 6960 has it', () => {
    const request = Uint8Array.from([0x30, 0xfb, 0xef, 0xff]);
    assert.equal(ocspGetAddress('http://ocsp.acme.com/a/', request), 'http://ocsp.acme.com/a/MPvv%2Fw%3D%3D');
  });

  it('believes the issuer and those that it asked to answer', () => {
    const rows: [string, Asked, { kind: string; noCheck: boolean }][] = [
      ['the issuer', { signer: 'issuing' }, { kind: 'issuer', noCheck: false }],
      ['the issuer by its key', { signer: 'issuing', options: ['-resp_key_id'] }, { kind: 'issuer', noCheck: false }],
      ['a delegate', {}, { kind: 'delegate', noCheck: true }],
      ['a delegate by its key', { options: ['-resp_key_id'] }, { kind: 'delegate', noCheck: true }],
      ['a delegate that can be revoked', { signer: 'asking' }, { kind: 'delegate', noCheck: false }],
      ['SHA-512', { options: ['-rmd', 'sha512'] }, { kind: 'delegate', noCheck: true }],
    ];
    for (const [what, asked, responder] of rows) {
      const { answer, verdict } = ask(asked);
      assert.equal(verdict.status, 'good', `${what}: ${JSON.stringify(verdict)}`);
      assert.ok(verdict.status === 'good');
      assert.deepEqual([verdict.responder, verdict.nonce], [responder, 'repeated'], what);
      assert.ok(Math.abs(verdict.thisUpdate - Date.now()) < 60_000, what);
      assert.equal(verdict.nextUpdate, verdict.thisUpdate + 2 * DAY, what);
      assert.equal(opensslAccepts(answer, 'leaf'), true, `OpenSSL: ${what}`);
    }
  });

  it('tells when and why a certificate was revoked', () => {
    for (const [about, reason] of [
      ['revoked', 1],
      ['held', 6],
    ] as const) {
      const { answer, verdict } = ask({ about });
      assert.ok(verdict.status === 'revoked');
      assert.deepEqual([verdict.at, verdict.reason], [REVOKED_AT.getTime(), reason]);
      assert.equal(opensslAccepts(answer, about), true);
    }
  });

  it('takes an answer that was prepared beforehand, and says so', () => {
    const { verdict } = ask({ sent: null, expected: NONCE });
    assert.ok(verdict.status === 'good');
    assert.equal(verdict.nonce, 'absent');
    const { verdict: unasked } = ask({ sent: null });
    assert.ok(unasked.status === 'good');
    assert.equal(unasked.nonce, 'notSent');
  });

  const lastByte = (answer: Uint8Array): void => void (answer[answer.length - 1] = (answer.at(-1) ?? 0) ^ 1);
  const refused: readonly [what: string, asked: Asked, problem: string, openssl: boolean | null][] = [
    ['not in the index', { about: 'unlisted' }, 'unknownCertificate', false],
    ['a signer without the purpose', { signer: 'noPurpose' }, 'responderNotAuthorised', false],
    ['a signer for any purpose', { signer: 'anyPurpose' }, 'responderNotAuthorised', false],
    ['a signer of the root', { signer: 'ofRoot' }, 'responderNotAuthorised', false],
    ['a signer of a CA with the same name', { signer: 'ofNamesake' }, 'responderNotAuthorised', false],
    ['a signer that has expired', { signer: 'past' }, 'responderExpired', false],
    ['the root itself', { signer: 'root' }, 'responderNotAuthorised', null],
    ['a signer whose certificate is not there', { options: ['-resp_no_certs'] }, 'responderMissing', false],
    [
      'a changed signature',
      { signer: 'issuing', options: ['-resp_no_certs'], changed: lastByte },
      'badSignature',
      false,
    ],
    ['a CA with the same name', { signer: 'namesake', options: ['-resp_no_certs'] }, 'badSignature', false],
    ['SHA-1', { options: ['-rmd', 'sha1'] }, 'weakSignature', null],
    ['another nonce', { expected: OTHER_NONCE }, 'wrongNonce', null],
    ['two days and six minutes later', { later: 2 * DAY + 366_000 }, 'outdated', null],
    ['six minutes early', { signer: 'issuing', later: -360_000 }, 'notYetValid', null],
  ];
  for (const [what, asked, problem, accepted] of refused) {
    it(`refuses ${what}: ${problem}`, () => {
      const { answer, verdict } = ask(asked);
      assert.deepEqual(verdict, { status: 'unknown', problem });
      if (accepted !== null) assert.equal(opensslAccepts(answer, asked.about ?? 'leaf'), accepted);
    });
  }

  it('lets clocks differ by less than five minutes', () => {
    assert.equal(ask({ signer: 'issuing', later: -240_000 }).verdict.status, 'good');
    assert.equal(ask({ later: 2 * DAY + 240_000 }).verdict.status, 'good');
  });

  it('knows the certificate by SHA-256 too', () => {
    const who = ['-issuer', 'issuing.pem', '-cert', 'leaf.pem', '-no_nonce'];
    pki.run('ocsp', '-sha256', ...who, '-reqout', 'sha256.der');
    const request = pki.read('sha256.der');
    const answer = ocspAnswer(pki, request, { index: 'index', ca: 'issuing', signer: 'delegate' });
    assert.equal(checkOcsp(answer, of('leaf'), issuer, { time: Date.now() }).status, 'good');
    assert.deepEqual(checkOcsp(answer, of('revoked'), issuer, { time: Date.now() }), {
      status: 'unknown',
      problem: 'otherCertificate',
    });
  });

  it('takes an answer without nextUpdate for a day', () => {
    const request = ocspRequest(of('leaf'), issuer);
    const answer = ocspAnswer(pki, request, { index: 'index', ca: 'issuing', signer: 'delegate' });
    const at = (time: number): OcspVerdict => checkOcsp(answer, of('leaf'), issuer, { time });
    const fresh = at(Date.now() + DAY);
    assert.ok(fresh.status === 'good');
    assert.equal(fresh.nextUpdate, undefined);
    assert.deepEqual(at(Date.now() + 1.1 * DAY), { status: 'unknown', problem: 'outdated' });
  });

  it('takes an answer for the certificate that it is about only', () => {
    const { answer } = ask({});
    const options = { time: Date.now(), nonce: NONCE };
    assert.deepEqual(checkOcsp(answer, of('revoked'), issuer, options), {
      status: 'unknown',
      problem: 'otherCertificate',
    });
    assert.deepEqual(checkOcsp(answer, of('leaf'), of('namesake'), options), {
      status: 'unknown',
      problem: 'responderNotAuthorised',
    });
  });

  it('takes no answer about a CA of the same name with another key', () => {
    const request = ocspRequest(of('leaf'), of('namesake'));
    const answer = ocspAnswer(pki, request, { index: 'index', ca: 'namesake', signer: 'delegate' });
    assert.deepEqual(checkOcsp(answer, of('leaf'), issuer, { time: Date.now() }), {
      status: 'unknown',
      problem: 'otherCertificate',
    });
  });

  it('tells the refusals of RFC 6960 §4.2.1, and what is no answer', () => {
    const rows: [number[], string][] = [
      [[0x30, 3, 0x0a, 1, 1], 'malformedRequest'],
      [[0x30, 3, 0x0a, 1, 2], 'internalError'],
      [[0x30, 3, 0x0a, 1, 3], 'tryLater'],
      [[0x30, 3, 0x0a, 1, 5], 'sigRequired'],
      [[0x30, 3, 0x0a, 1, 6], 'unauthorized'],
      [[0x30, 3, 0x0a, 1, 4], 'malformed'],
      [[0x30, 3, 0x0a, 1, 0], 'malformed'],
      [[...Buffer.from('<html>')], 'malformed'],
      [[], 'malformed'],
    ];
    for (const [bytes, problem] of rows)
      assert.deepEqual(checkOcsp(Uint8Array.from(bytes), of('leaf'), issuer, { time: Date.now() }), {
        status: 'unknown',
        problem,
      });
  });

  it('believes no answer that is changed in any byte', () => {
    const { answer } = ask({ about: 'revoked' });
    for (let at = 0; at < answer.length; at += 3) {
      const changed = Uint8Array.from(answer);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      const verdict = checkOcsp(changed, of('revoked'), issuer, { time: Date.now(), nonce: NONCE });
      assert.notEqual(verdict.status, 'good', `byte ${at}`);
    }
  });

  it('believes no answer with a field that nobody knows, whoever signed it', () => {
    const made = (about: string): Uint8Array => {
      const response = parseOcspResponse(ask({ about, signer: 'issuing', options: ['-resp_no_certs'] }).answer);
      return typeof response === 'string' ? new Uint8Array(0) : response.tbs;
    };
    const check = (tbs: Uint8Array, about = 'leaf'): OcspVerdict => {
      const signature = sign('sha256', tbs, createPrivateKey(Buffer.from(pki.read('issuing.key'))));
      const basic = sequence(tbs, sequence(oid('1.2.840.10045.4.3.2')), bitString(signature));
      const typed = sequence(oid('1.3.6.1.5.5.7.48.1.1'), octetString(basic));
      const answer = sequence(element(10, Uint8Array.of(0)), contextConstructed(0, typed));
      return checkOcsp(answer, of(about), issuer, { time: Date.now(), nonce: NONCE });
    };
    const partsOf = (tbs: Uint8Array): { fields: Element[]; single: Element[] } => {
      const whole = elementAt(tbs, 0, tbs.length);
      const fields = elementsIn(tbs, whole.content, whole.end);
      const [single] = elementsIn(tbs, fields.at(-2)?.content ?? 0, fields.at(-2)?.end ?? 0);
      return { fields, single: elementsIn(tbs, single?.content ?? 0, single?.end ?? 0) };
    };
    const tbs = made('leaf');
    assert.equal(check(tbs).status, 'good');
    const { fields, single } = partsOf(tbs);
    for (const field of [fields.at(-1), single.at(-1)]) {
      const changed = Uint8Array.from(tbs);
      changed[field?.start ?? 0] = 0xa3;
      assert.deepEqual(check(changed), { status: 'unknown', problem: 'malformed' });
    }
    // good with a day and a reason
    const revoked = made('revoked');
    assert.equal(check(revoked, 'revoked').status, 'revoked');
    const status = partsOf(revoked).single[1];
    assert.equal(revoked[status?.start ?? 0], 0xa1);
    revoked[status?.start ?? 0] = 0xa0;
    assert.deepEqual(check(revoked, 'revoked'), { status: 'unknown', problem: 'malformed' });
  });

  it('checks a signature of Ed25519', () => {
    // the command line of OpenSSL 3.0 signs no answer with such a key, but checks one: its own is signed anew here
    const extensions = delegateExtensions('OCSPSigning');
    const delegate = { subject: '/CN=OCSP Signer', days: 90, extensions, issuer: 'issuing' };
    pki.certificate('ed25519', { ...delegate, key: ['-algorithm', 'ED25519'] });
    const response = parseOcspResponse(ask({ options: ['-resp_no_certs'] }).answer);
    assert.ok(typeof response !== 'string');
    const signed = (tbs: Uint8Array): Uint8Array => {
      const signature = sign(null, tbs, createPrivateKey(Buffer.from(pki.read('ed25519.key'))));
      const certificates = contextConstructed(0, sequence(of('ed25519').der));
      const basic = sequence(tbs, sequence(oid('1.3.101.112')), bitString(signature), certificates);
      const typed = sequence(oid('1.3.6.1.5.5.7.48.1.1'), octetString(basic));
      return sequence(element(10, Uint8Array.of(0)), contextConstructed(0, typed));
    };
    const answer = signed(response.tbs);
    const check = (der: Uint8Array): OcspVerdict =>
      checkOcsp(der, of('leaf'), issuer, { time: Date.now(), nonce: NONCE });
    assert.equal(check(answer).status, 'good', JSON.stringify(check(answer)));
    assert.equal(opensslAccepts(answer, 'leaf'), true);
    const at = Buffer.from(answer).indexOf(response.tbs) + response.tbs.length - 1;
    answer[at] = (answer[at] ?? 0) ^ 1;
    assert.deepEqual(check(answer), { status: 'unknown', problem: 'badSignature' });
  });

  for (const [name, key, options] of [
    ['RSA', ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'], []],
    ['RSA-PSS', ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'], ['-rsigopt', 'rsa_padding_mode:pss']],
    ['P-384', ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'], []],
  ] as const) {
    it(`checks a signature of ${name}`, () => {
      const subject = `/CN=Signer ${name}`;
      const extensions = delegateExtensions('OCSPSigning');
      pki.certificate(name, { subject, days: 90, key, extensions, issuer: 'issuing' });
      const { answer, verdict } = ask({ signer: name, options });
      assert.equal(verdict.status, 'good', JSON.stringify(verdict));
      assert.equal(opensslAccepts(answer, 'leaf'), true);
    });
  }
});
