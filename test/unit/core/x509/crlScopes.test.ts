import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createPrivateKey, sign } from 'node:crypto';
import * as fs from 'node:fs';
import {
  contextConstructed,
  contextPrimitive,
  element,
  integer,
  octetString,
  oid,
  sequence,
} from '../../../../src/core/asn1/writer.ts';
import { DAY } from '../../../../src/core/time.ts';
import type { Certificate } from '../../../../src/core/x509/certificate.ts';
import { checkCrl, type CrlOptions } from '../../../../src/core/x509/checkCrl.ts';
import { certificateOf, crlOf, type ListOptions, P256, temporaryPki, writeIndex } from '../../../fixtures/ocspFiles.ts';
import { CA_EXTENSIONS, type OpensslFolder, serverExtensions } from '../../../fixtures/openssl.ts';

const ADDRESS = 'http://crl.acme.com/1.crl';
const AT = new Date('2026-03-04T05:06:07Z');
const INDIRECT = [
  'crlDistributionPoints=point',
  '[point]',
  `fullname=URI:${ADDRESS}`,
  'CRLissuer=dirName:signer',
  '[signer]',
  'CN=List Signer',
];

function makePki(): OpensslFolder {
  const pki = temporaryPki();
  const authority = { extensions: CA_EXTENSIONS, key: P256, days: 900 };
  pki.certificate('root', { ...authority, subject: '/CN=List Root' });
  pki.certificate('other', { ...authority, subject: '/CN=Other Root' });
  const signer = {
    ...authority,
    subject: '/CN=List Signer',
    extensions: ['keyUsage=critical,cRLSign', 'subjectKeyIdentifier=hash'],
  };
  pki.certificate('signer', { ...signer, issuer: 'root' });
  pki.certificate('namesake', { ...authority, subject: '/CN=List Root' });
  pki.certificate('forgedSigner', { ...signer, issuer: 'namesake' });
  pki.certificate('strangeSigner', { ...signer, issuer: 'other' });
  pki.certificate('uselessSigner', { ...signer, extensions: ['keyUsage=critical,digitalSignature'], issuer: 'root' });
  const leaf = { subject: '/CN=leaf', days: 90, key: P256, issuer: 'root' };
  const extensions = serverExtensions('apps.acme.com');
  pki.certificate('leaf', { ...leaf, extensions: [...extensions, `crlDistributionPoints=URI:${ADDRESS}`] });
  pki.certificate('plain', { ...leaf, extensions });
  pki.certificate('indirect', { ...leaf, extensions: [...extensions, ...INDIRECT] });
  const some = ['crlDistributionPoints=point', '[point]', `fullname=URI:${ADDRESS}`, 'reasons=keyCompromise'];
  pki.certificate('some', { ...leaf, extensions: [...extensions, ...some] });
  pki.certificate('authority', { ...authority, subject: '/CN=Issuing', issuer: 'root' });
  const names = ['leaf', 'plain', 'some', 'authority'];
  writeIndex(pki, 'none', names);
  const revoked = { at: AT, reason: 'keyCompromise' };
  writeIndex(pki, 'all', names, { leaf: revoked, plain: revoked, some: revoked, authority: revoked });
  writeIndex(pki, 'held', names, { leaf: { at: AT, reason: 'certificateHold' } });
  writeIndex(pki, 'removed', names, { leaf: { at: AT, reason: 'removeFromCRL' } });
  return pki;
}

const BASE_IS_1 = '2.5.29.27 = critical, DER:02:01:01';

describe('the scope of a CRL', function () {
  this.timeout(60_000);
  let pki: OpensslFolder;
  const of = (name: string): Certificate => certificateOf(pki, name);
  const list = (index: string, extensions: readonly string[] = [], more: Partial<ListOptions> = {}): Uint8Array =>
    crlOf(pki, 'root', { index, extensions, ...more });

  before(() => void (pki = makePki()));

  /** `good`, `revoked REASON`, or the problem. */
  function verdict(crl: Uint8Array, name: string, options: Partial<CrlOptions> = {}, issuer = 'root'): string {
    const found = checkCrl(crl, of(name), of(issuer), { time: Date.now(), ...options });
    if (found.status === 'unknown') return found.problem;
    return found.status === 'good' ? 'good' : `revoked ${found.reason}`;
  }

  const point = (...lines: readonly string[]): string[] => [
    'issuingDistributionPoint = critical, @idp',
    '[idp]',
    ...lines,
  ];

  it('asks about the kinds of certificates that it lists', () => {
    const users = list('none', point('onlyuser = TRUE'));
    const authorities = list('none', point('onlyCA = TRUE'));
    const attributes = list('none', point('onlyAA = TRUE'));
    assert.deepEqual(
      [users, authorities, attributes].map((crl) => verdict(crl, 'leaf')),
      ['good', 'otherScope', 'otherScope'],
    );
    assert.deepEqual(
      [users, authorities].map((crl) => verdict(crl, 'authority')),
      ['otherScope', 'good'],
    );
    assert.equal(verdict(list('all', point('onlyCA = TRUE')), 'authority'), 'revoked 1');
  });

  it('is that of its distribution point', () => {
    const here = list('none', point(`fullname = URI:${ADDRESS}`));
    const there = list('none', point('fullname = URI:http://crl.acme.com/2.crl'));
    assert.deepEqual(
      [verdict(here, 'leaf'), verdict(there, 'leaf'), verdict(here, 'plain')],
      ['good', 'otherScope', 'otherScope'],
    );
  });

  it('of some reasons only can say revoked, but not good', () => {
    const reasons = point('onlysomereasons = keyCompromise, CACompromise');
    assert.equal(verdict(list('none', reasons), 'leaf'), 'someReasons');
    assert.equal(verdict(list('all', reasons), 'leaf'), 'revoked 1');
    assert.equal(verdict(list('none'), 'some'), 'someReasons');
    assert.equal(verdict(list('all'), 'some'), 'revoked 1');
  });

  it('lasts from its day until the next one', () => {
    const crl = list('none');
    assert.equal(verdict(crl, 'leaf', { time: Date.now() + 6 * DAY }), 'good');
    assert.equal(verdict(crl, 'leaf', { time: Date.now() + 8 * DAY }), 'outdated');
    assert.equal(verdict(crl, 'leaf', { time: Date.now() - DAY }), 'notYetValid');
    assert.equal(verdict(crl, 'leaf', { time: Date.now() - 240_000 }), 'good');
    assert.equal(verdict(crl, 'leaf', { time: Date.now() - 240_000, strict: true }), 'notYetValid');
    assert.equal(verdict(crl, 'leaf', { time: Date.now() - 360_000 }), 'notYetValid');
  });

  describe('with a delta', () => {
    const delta = (index: string, number = '03', more: readonly string[] = []): Uint8Array =>
      list(index, [BASE_IS_1, ...more], { number });

    it('takes what is new in it', () => {
      assert.equal(verdict(list('none', [], { number: '02' }), 'leaf', { deltas: [delta('all')] }), 'revoked 1');
      assert.equal(verdict(list('held', [], { number: '02' }), 'leaf', { deltas: [delta('removed')] }), 'good');
      assert.equal(verdict(list('held', [], { number: '02' }), 'leaf', { deltas: [delta('none')] }), 'revoked 6');
      const both = { deltas: [delta('all', '05'), delta('removed', '04')] };
      assert.equal(verdict(list('none', [], { number: '02' }), 'leaf', both), 'revoked 1');
    });

    it('passes over one that does not complete it', () => {
      const base = list('none', [], { number: '02' });
      const scoped = delta('all', '03', point('onlyuser = TRUE'));
      const late = list('all', ['2.5.29.27 = critical, DER:02:01:03'], { number: '04' });
      const forged = delta('all');
      forged[forged.length - 1] = (forged.at(-1) ?? 0) ^ 1;
      const foreign = crlOf(pki, 'other', { index: 'all', extensions: [BASE_IS_1], number: '03' });
      for (const [what, der] of Object.entries({
        older: delta('all', '02'),
        scoped,
        late,
        forged,
        foreign,
        base: list('all'),
      }))
        assert.equal(verdict(base, 'leaf', { deltas: [der] }), 'good', what);
      assert.equal(verdict(delta('none'), 'leaf'), 'deltaWithoutBase');
    });
  });

  describe('of somebody else’s certificates', () => {
    /** OpenSSL's command line writes no certificateIssuer: this list is written here, signed by node:crypto, and read back by OpenSSL. */
    function indirect(
      signer: string,
      revoked: readonly string[],
      scope: readonly Uint8Array[] = [contextPrimitive(4, Uint8Array.of(0xff))],
    ): Uint8Array {
      const ecdsa = sequence(oid('1.2.840.10045.4.3.2'));
      const time = (at: number): Uint8Array =>
        element(23, Buffer.from(`${new Date(at).toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));
      const critical = element(1, Uint8Array.of(0xff));
      const entries = revoked.map((name) => {
        const { serial, issuer } = of(name);
        const issuedBy = sequence(contextConstructed(4, issuer.der));
        const extensions = sequence(sequence(oid('2.5.29.29'), critical, octetString(issuedBy)));
        return sequence(element(2, Buffer.from(serial, 'hex')), time(AT.getTime()), extensions);
      });
      const issuing = sequence(
        contextConstructed(0, contextConstructed(0, contextPrimitive(6, Buffer.from(ADDRESS)))),
        ...scope,
      );
      const tbs = sequence(
        integer(1),
        ecdsa,
        of(signer).subject.der,
        time(Date.now() - 60_000),
        time(Date.now() + DAY),
        ...(entries.length > 0 ? [sequence(...entries)] : []),
        contextConstructed(0, sequence(sequence(oid('2.5.29.28'), critical, octetString(issuing)))),
      );
      const signature = sign('sha256', tbs, createPrivateKey(Buffer.from(pki.read(`${signer}.key`))));
      return sequence(tbs, ecdsa, element(3, Uint8Array.of(0), signature));
    }

    it('is read as OpenSSL reads it', () => {
      fs.writeFileSync(pki.path('indirect.der'), indirect('signer', ['indirect']));
      const read = [
        'crl',
        '-inform',
        'DER',
        '-in',
        pki.path('indirect.der'),
        '-noout',
        '-text',
        '-CAfile',
        pki.path('signer.pem'),
      ];
      const { stdout, stderr } = spawnSync('openssl', read, { encoding: 'utf8' });
      assert.match(stdout, /Certificate Issuer: critical\s+DirName:\W*CN ?= ?List Root/);
      assert.match(stdout, /Indirect CRL/);
      assert.match(stderr, /verify OK/);
    });

    it('counts where the certificate names its issuer, and its own issuer certified that one', () => {
      const signers = [of('strangeSigner'), of('signer')];
      assert.equal(verdict(indirect('signer', []), 'indirect', { signers }), 'good');
      assert.equal(verdict(indirect('signer', ['indirect']), 'indirect', { signers }), 'revoked 0');
      assert.equal(verdict(indirect('signer', ['leaf', 'indirect']), 'indirect', { signers }), 'revoked 0');
      assert.equal(verdict(indirect('signer', ['leaf']), 'indirect', { signers }), 'good');
    });

    it('says nothing otherwise', () => {
      const signers = [of('signer')];
      assert.equal(verdict(indirect('signer', ['leaf']), 'leaf', { signers }), 'otherIssuer');
      assert.equal(verdict(indirect('signer', []), 'indirect'), 'otherIssuer');
      assert.equal(
        verdict(indirect('strangeSigner', []), 'indirect', { signers: [of('strangeSigner')] }),
        'otherIssuer',
      );
      assert.equal(verdict(indirect('forgedSigner', []), 'indirect', { signers: [of('forgedSigner')] }), 'otherIssuer');
      assert.equal(verdict(indirect('strangeSigner', []), 'indirect', { signers }), 'badSignature');
      assert.equal(
        verdict(indirect('uselessSigner', []), 'indirect', { signers: [of('uselessSigner')] }),
        'mayNotSignCrls',
      );
      assert.equal(verdict(indirect('signer', [], []), 'indirect', { signers }), 'otherScope');
      assert.equal(verdict(indirect('signer', ['indirect'], []), 'indirect', { signers }), 'unknownCriticalExtension');
    });

    it('lists the CA’s own as well', () => {
      assert.equal(verdict(indirect('root', ['leaf']), 'leaf'), 'revoked 0');
      assert.equal(verdict(indirect('root', ['indirect']), 'leaf'), 'good');
    });
  });

  it('believes no list that is changed in any byte', () => {
    const crl = list('all', point('onlyuser = TRUE'));
    for (let at = 0; at < crl.length; at++) {
      const changed = Uint8Array.from(crl);
      changed[at] = (changed[at] ?? 0) ^ 0x10;
      assert.doesNotMatch(verdict(changed, 'leaf'), /^(good|revoked)/, `byte ${at}`);
    }
  });

  const time = element(24, Buffer.from('20260101000000Z'));

  /** A list that the root signed, whatever stands behind its dates. */
  function signed(...rest: readonly Uint8Array[]): Uint8Array {
    const ecdsa = sequence(oid('1.2.840.10045.4.3.2'));
    const next = element(24, Buffer.from('20991231000000Z'));
    const tbs = sequence(integer(1), ecdsa, of('root').subject.der, time, next, ...rest);
    const signature = sign('sha256', tbs, createPrivateKey(Buffer.from(pki.read('root.key'))));
    return sequence(tbs, ecdsa, element(3, Uint8Array.of(0), signature));
  }

  it('is of no use with a critical extension of an entry that nobody knows', () => {
    const entry = sequence(oid('1.2.3.4'), element(1, Uint8Array.of(0xff)), octetString(element(5)));
    assert.equal(
      verdict(signed(sequence(sequence(integer(77), time, sequence(entry)))), 'plain'),
      'unknownCriticalExtension',
    );
  });

  it('is of no use where a CA signed what is no list', () => {
    const reason = (value: Uint8Array): Uint8Array => sequence(sequence(oid('2.5.29.21'), octetString(value)));
    const rows: readonly (readonly [what: string, ...rest: Uint8Array[]])[] = [
      ['a field that is none', element(5)],
      ['two lists', sequence(), sequence()],
      ['an entry without a date', sequence(sequence(integer(77)))],
      ['an entry of four parts', sequence(sequence(integer(77), time, reason(element(10, Uint8Array.of(1))), time))],
      ['a serial number of another type', sequence(sequence(octetString(Uint8Array.of(77)), time))],
      ['a date of another form', sequence(sequence(integer(77), element(23, Buffer.from('260101000000+'))))],
      ['a thirteenth month', sequence(sequence(integer(77), element(23, Buffer.from('261301000000Z'))))],
      ['a reason of two octets', sequence(sequence(integer(77), time, reason(element(10, Uint8Array.of(0, 1)))))],
      ['a reason that is a number', sequence(sequence(integer(77), time, reason(integer(1))))],
    ];
    for (const [what, ...rest] of rows) assert.equal(verdict(signed(...rest), 'plain'), 'malformed', what);
    assert.equal(
      verdict(signed(sequence(sequence(integer(77), time, reason(element(10, Uint8Array.of(1)))))), 'plain'),
      'good',
    );
    // the certificate's own entry, with a day that is in no calendar
    const serial = element(2, Uint8Array.from(Buffer.from(of('plain').serial, 'hex')));
    assert.equal(
      verdict(signed(sequence(sequence(serial, element(23, Buffer.from('260231000000Z'))))), 'plain'),
      'malformed',
    );
    assert.equal(verdict(signed(sequence(sequence(serial, time))), 'plain'), 'revoked 0');
  });
});
