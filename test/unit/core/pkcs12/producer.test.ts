import * as assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { producerOf } from '../../../../src/core/pkcs12/producer.ts';
import type { RawBag } from '../../../../src/core/pkcs12/safeContents.ts';
import { Oid } from '../../../../src/core/pkcs12/oids.ts';

/** What files of tools that are not at hand here have in common; the rest is told off real files in open.test.ts. */
const der = Uint8Array.of(0x30, 0);
const sha1 = createHash('sha1').update(der).digest('hex');
const attributes = (of: Partial<RawBag['attributes']>): RawBag['attributes'] => ({
  duplicateAttributes: [],
  types: [],
  ...of,
});
const certificate = (of: Partial<RawBag['attributes']> = {}): RawBag => ({
  attributes: attributes(of),
  content: { kind: 'certificate', der },
});
const key = (of: Partial<RawBag['attributes']> = {}): RawBag => ({
  attributes: attributes(of),
  content: { kind: 'plainKey', pkcs8: new Uint8Array(0) },
});
type Mac = Parameters<typeof producerOf>[0]['mac'];
const mac = (hash: string, iterations: number): Mac => ({
  facts: { name: '', kind: 'pkcs12', hash, iterations },
  derivation: { kind: 'pkcs12', hash, salt: new Uint8Array(0), iterations },
  keyLength: 20,
  digest: new Uint8Array(20),
});

describe('who made a file', () => {
  const producer = (bags: readonly RawBag[], ber = false, of: Mac = mac('sha1', 2000)): string | null =>
    producerOf({ mac: of, certificateEncryption: [] }, ber, bags);

  it('Windows: key first, local key ids of four bytes, or the name of a provider', () => {
    const id = { localKeyId: '01000000' };
    assert.equal(producer([key(id), certificate(id)]), 'Windows');
    assert.equal(producer([certificate(), key({ types: [Oid.microsoftCspName] })]), 'Windows');
    assert.equal(producer([certificate(id), key(id)]), '.NET');
  });

  it('OpenSSL with -CSP is not Windows', () => {
    const id = { localKeyId: sha1 };
    const bags = [certificate(id), key({ ...id, types: [Oid.microsoftCspName] })];
    assert.equal(producer(bags, false, mac('sha256', 2048)), 'OpenSSL 3');
    assert.equal(producer(bags), 'OpenSSL');
  });

  it('GnuPG: the name that it gives, although all else is as OpenSSL has it', () => {
    const named = { localKeyId: sha1, friendlyName: 'GnuPG exported certificate 882032c0' };
    assert.equal(producer([certificate(named), key(named)]), 'GnuPG');
  });

  it('Bouncy Castle: BER, and iterations of its own', () => {
    assert.equal(producer([key(), certificate()], true, mac('sha1', 1024)), 'Bouncy Castle');
    assert.equal(producer([key(), certificate()], true, mac('sha256', 102_400)), 'Bouncy Castle');
    // in DER where it is asked for, and with the mark of keytool on trusted certificates
    assert.equal(
      producer([certificate({ types: [Oid.oracleTrustedKeyUsage] })], false, mac('sha1', 102_400)),
      'Bouncy Castle',
    );
  });

  it('nobody in particular', () => {
    assert.equal(producer([certificate(), key()]), null);
    assert.equal(producer([], false, undefined), null);
  });
});
