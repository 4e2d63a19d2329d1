import * as assert from 'node:assert/strict';
import type { ReportFile } from '../../../../src/core/report/reportedFile.ts';
import {
  bmpString,
  contextConstructed,
  element,
  integer,
  octetString,
  oid,
  sequence,
  setOf,
} from '../../../../src/core/asn1/writer.ts';
import { Oid } from '../../../../src/core/pkcs12/oids.ts';
import { openssl3Form, writePfx } from '../../../../src/core/pkcs12/writer.ts';
import { readCertificates } from '../../../../src/core/x509/certificateFiles.ts';
import { judgeOpened, open } from '../../../../src/worker/engine.ts';
import type { OpensslFolder } from '../../../fixtures/openssl.ts';
import { PASSWORD, samplePki } from '../../../fixtures/samplePki.ts';

async function fileOf(bytes: Uint8Array, password = PASSWORD): Promise<ReportFile> {
  const report = judgeOpened({
    opened: await open({ bytes, password }),
    file: { name: 'x.pfx', size: bytes.length },
    environments: [],
    environment: null,
    trust: { defaults: false, user: [] },
    time: Date.now(),
    expiryWarningDays: 30,
  });
  return report.file;
}

describe('what the report says of how a file is built', function () {
  this.timeout(60_000);
  let pki: OpensslFolder;
  before(async () => {
    pki = await samplePki();
  });

  it('names, key ids and order, as openssl wrote them', async () => {
    const { bags, chainOrder, trailingBytes } = await fileOf(pki.read('good.pfx'));
    assert.deepEqual(
      bags.map(({ kind, description, friendlyName }) => [kind, description, friendlyName]),
      [
        ['certificate', '*.acme.example', 'acme wildcard'],
        ['certificate', 'Acme Test Issuing CA', undefined],
        ['certificate', 'Acme Test Root', undefined],
        ['key', 'RSA 2048, PBES2 AES-256-CBC, PBKDF2 HMAC-SHA-256', 'acme wildcard'],
      ],
    );
    assert.match(bags[0]?.localKeyId ?? '', /^[0-9a-f]{40}$/);
    assert.equal(bags[3]?.localKeyId, bags[0]?.localKeyId);
    assert.deepEqual([chainOrder, trailingBytes], [true, 0]);
  });

  it('an order that is not the chain’s, and none where there is nothing to order', async () => {
    assert.equal((await fileOf(pki.read('wrongOrder.pfx'))).chainOrder, false);
    assert.equal((await fileOf(pki.read('leafOnly.pfx'))).chainOrder, null);
  });

  it('bytes behind the end', async () => {
    const bytes = Buffer.concat([pki.read('good.pfx'), Buffer.from('\r\n')]);
    assert.equal((await fileOf(bytes)).trailingBytes, 2);
  });

  it('a certificate that stands twice', async () => {
    const [der] = readCertificates(pki.read('root.pem'));
    const [leaf] = readCertificates(pki.read('leaf.pem'));
    assert.ok(der && leaf);
    const parts = { certificates: [{ der: leaf }, { der }, { der: leaf }] };
    const { bags } = await fileOf(await writePfx(parts, PASSWORD, openssl3Form));
    assert.deepEqual(
      bags.map(({ repeats }) => repeats),
      [undefined, undefined, 0],
    );
  });

  it('BER, where a length is left open', async () => {
    const good = pki.read('good.pfx');
    assert.deepEqual([...good.subarray(0, 2)], [0x30, 0x82], 'two bytes of length');
    const indefinite = Buffer.concat([Buffer.from([0x30, 0x80]), good.subarray(4), Buffer.alloc(2)]);
    assert.equal((await fileOf(indefinite)).ber, true);
    assert.equal((await fileOf(good)).ber, false);
  });

  it('attributes that stand twice, by name', async () => {
    const [der] = readCertificates(pki.read('leaf.pem'));
    assert.ok(der);
    const named = sequence(oid(Oid.friendlyName), setOf(bmpString('twice')));
    const value = sequence(oid(Oid.x509Certificate), contextConstructed(0, octetString(der)));
    const bag = sequence(oid(Oid.certificateBag), contextConstructed(0, value), element(0x31, named, named));
    const data = (content: Uint8Array): Uint8Array =>
      sequence(oid(Oid.data), contextConstructed(0, octetString(content)));
    const { bags } = await fileOf(sequence(integer(3), data(sequence(data(sequence(bag))))));
    assert.deepEqual(bags[0]?.duplicateAttributes, ['friendly name']);
  });
});
