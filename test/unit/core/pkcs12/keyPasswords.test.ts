import * as assert from 'node:assert/strict';
import { contextConstructed, integer, octetString, oid, sequence } from '../../../../src/core/asn1/writer.ts';
import type { Bag, KeyBag } from '../../../../src/core/pkcs12/contents.ts';
import { encryptUnder } from '../../../../src/core/pkcs12/encryptionWriter.ts';
import { Oid } from '../../../../src/core/pkcs12/oids.ts';
import { openPfx } from '../../../../src/core/pkcs12/open.ts';
import { type PfxFile, pfxFiles } from '../../../fixtures/pfxFiles.ts';
import { judgeOpened, open } from '../../../../src/worker/engine.ts';
import type { Report } from '../../../../src/core/report/report.ts';
import { refusal } from './refusal.ts';

const bag = (type: string, value: Uint8Array): Uint8Array => sequence(oid(type), contextConstructed(0, value));
const data = (content: Uint8Array): Uint8Array => sequence(oid(Oid.data), contextConstructed(0, octetString(content)));

/** Certificates under `filePassword`, one key under each of `keyPasswords`, no MAC. */
async function build(file: PfxFile, filePassword: string, keyPasswords: readonly string[]): Promise<Uint8Array> {
  const { bags } = await openPfx(file.bytes, file.password);
  const key = bags.find((candidate): candidate is KeyBag => candidate.kind === 'key');
  const [leaf] = file.certificates;
  assert.ok(key && leaf);
  const certificate = sequence(oid(Oid.x509Certificate), contextConstructed(0, octetString(leaf)));
  const safe = await encryptUnder(filePassword, 'aes-256', 10, sequence(bag(Oid.certificateBag, certificate)));
  const info = sequence(oid(Oid.data), safe.algorithm, contextConstructed(0, octetString(safe.data)));
  const keys = await Promise.all(
    keyPasswords.map(async (password) => {
      const { algorithm, data: encrypted } = await encryptUnder(password, '3des', 10, key.pkcs8);
      return bag(Oid.shroudedKeyBag, sequence(algorithm, octetString(encrypted)));
    }),
  );
  const encrypted = sequence(oid(Oid.encryptedData), contextConstructed(0, sequence(integer(0), info)));
  return sequence(integer(3), data(sequence(encrypted, data(sequence(...keys)))));
}

const summary = (bags: readonly Bag[]): readonly string[] =>
  bags.map((found) => (found.kind === 'unreadable' ? `${found.of}: ${found.problem}` : found.kind));

describe('keys under another password', () => {
  let file: PfxFile;
  before(async function () {
    this.timeout(120_000);
    file = (await pfxFiles()).find(({ name }) => name === 'openssl3') as PfxFile;
  });

  it('are told, and opened once their password is given', async () => {
    const bytes = await build(file, 'file', ['file', 'one', 'two']);
    const alone = await openPfx(bytes, 'file');
    assert.deepEqual(summary(alone.bags), ['certificate', 'key', 'key: keyPassword', 'key: keyPassword']);
    const all = await openPfx(bytes, 'file', { keyPasswords: ['two', 'one'] });
    assert.deepEqual(summary(all.bags), ['certificate', 'key', 'key', 'key']);
    assert.equal(all.structure.mac, null);
    assert.equal(all.structure.passwordEncoding, 'utf8');
  });

  it('are marked in the report, which asks for their password, and judged once it is given', async () => {
    const bytes = await build(file, 'file', ['one']);
    const report = async (keyPasswords: readonly string[]): Promise<Report> =>
      judgeOpened({
        opened: await open({ bytes, password: 'file', keyPasswords }),
        file: { name: 'x.pfx', size: bytes.length },
        environments: [],
        environment: null,
        trust: { defaults: false, user: [] },
        time: 0,
        expiryWarningDays: 30,
      });
    const told = ({ findings }: Report): unknown =>
      findings.flatMap(({ code, action, detail }) => (/password/i.test(code) ? [[code, action, detail]] : []));
    const locked = await report([]);
    assert.deepEqual(
      locked.file.bags.map(({ kind, locked: isLocked }) => [kind, isLocked]),
      [
        ['certificate', undefined],
        ['unreadable', true],
      ],
    );
    assert.deepEqual(told(locked), [
      [
        'key.otherPassword',
        'keyPassword',
        'The file’s password does not open the key at position 2. Java programs sometimes lock a key like this. OutSystems asks for one password, which must open everything.',
      ],
    ]);
    const opened = await report(['one']);
    assert.equal(opened.key?.matchesLeaf, true);
    assert.ok(opened.file.bags.every((entry) => entry.locked === undefined));
    assert.deepEqual(
      opened.findings.flatMap(({ code, action }) => (/password/i.test(code) ? [[code, action]] : [])),
      [['file.furtherPasswords', 'saveAgain']],
    );
    assert.equal(opened.verdict, 'errors');
  });

  it('do not make up for a wrong password of the file', async () => {
    const bytes = await build(file, 'file', ['one']);
    assert.equal((await refusal(openPfx(bytes, 'wrong'))).code, 'passwordWrongOrDamaged');
    assert.equal((await refusal(openPfx(bytes, undefined))).code, 'passwordMissing');
  });
});
