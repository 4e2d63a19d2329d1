import * as assert from 'node:assert/strict';
import { differenceOf, type Entry, type Outcome } from '../../../scripts/conformancePfx.ts';
import { PfxError, type PfxErrorCode } from '../../../src/core/pkcs12/errors.ts';
import type { PublicBag } from '../../../src/core/pkcs12/publicContents.ts';

const attributes = { index: 0, duplicateAttributes: [] };
const certificate: PublicBag = { ...attributes, kind: 'certificate', der: new Uint8Array(0) };
const key: PublicBag = { ...attributes, kind: 'key', algorithm: { kind: 'rsa', name: 'RSA' } };
const gostKey: PublicBag = { ...attributes, kind: 'key', algorithm: { kind: 'other', name: 'GOST' } };
const locked: PublicBag = { ...attributes, kind: 'unreadable', oid: '', of: 'key', problem: 'keyPassword' };
const tied = { localKeyId: '01' };

const opened = (bags: readonly PublicBag[], producer: string | null = null): Outcome => ({
  contents: {
    bags,
    structure: {
      size: 1,
      mac: null,
      certificateEncryption: [],
      keyEncryption: [],
      passwordEncoding: 'none',
      furtherPasswords: false,
      trailingBytes: 0,
      ber: false,
      producer,
    },
  },
});
const refused = (code: PfxErrorCode): Outcome => ({ error: new PfxError(code) });
const entry = (expect: string | undefined, certs?: number | null, keys?: number | null): Entry => ({
  file: 'x.pfx',
  ...(expect !== undefined && { expect }),
  ...(certs !== undefined && { certs }),
  ...(keys !== undefined && { keys }),
});

describe('the comparison with a manifest of PFX files', () => {
  const asExpected: readonly (readonly [Entry, Outcome])[] = [
    [entry('open', 1, 1), opened([certificate, key])],
    [entry('open', null, null), opened([certificate, key])],
    [entry('open', 1, 1), opened([{ ...certificate, ...tied }, certificate, { ...key, ...tied }], 'NSS (Firefox)')],
    [entry('open-partial', 1, 0), opened([certificate, certificate, locked])],
    [entry('open-partial', 1, 0), opened([certificate, gostKey])],
    [entry('reject', 0, 0), refused('truncated')],
    [entry('unsupported'), refused('unsupportedAlgorithm')],
    [entry('unsupported'), refused('publicKeyMode')],
    [entry('password-unknown', 0, 0), refused('passwordMissing')],
    [entry('open-or-reject', 0, 0), opened([certificate])],
    [entry('open-or-reject', 0, 0), refused('malformed')],
  ];
  for (const [expected, outcome] of asExpected) {
    const what = 'error' in outcome ? (outcome.error as PfxError).code : outcome.contents.bags.map(({ kind }) => kind);
    it(`takes ${String(what)} for ${expected.expect}`, () => assert.equal(differenceOf(expected, outcome), undefined));
  }

  const different: readonly (readonly [Entry, Outcome, RegExp])[] = [
    [entry('open', 2, 1), opened([certificate, key]), /^expected open with 2 certificates, 1 keys; it opened with 1/],
    [entry('open', 1, 0), opened([certificate, key]), /other counts$/],
    [entry('open', 1, 1), opened([{ ...certificate, ...tied }, certificate, { ...key, ...tied }]), /other counts$/],
    [entry('open', 1, 1), refused('passwordWrong'), /it was refused: passwordWrong/],
    [entry('open', 1, 1), { error: new TypeError('x') }, /another error than ours: TypeError: x$/],
    [entry('reject'), { error: new TypeError('x') }, /another error than ours/],
    [entry('open-partial', 1, 0), opened([certificate, key]), /everything in it can be used$/],
    [entry('open-partial', 2, 0), opened([certificate, locked]), /fewer than stated$/],
    [entry('reject'), opened([certificate]), /^expected reject; it opened with 1 certificates/],
    [entry('unsupported'), refused('malformed'), /malformed/],
    [entry('password-unknown'), refused('passwordWrong'), /passwordWrong/],
    [entry('open-or-reject'), opened([]), /nothing in it$/],
    [entry('open-or-reject'), refused('passwordWrong'), /passwordWrong/],
    [entry('perhaps'), opened([certificate]), /expects “perhaps”, which is not known here; it opened/],
    [entry(undefined), refused('limit'), /expects “nothing”.*refused: limit/],
  ];
  for (const [expected, outcome, reason] of different) {
    it(`tells the difference: ${reason.source}`, () => assert.match(differenceOf(expected, outcome) ?? '', reason));
  }
});
