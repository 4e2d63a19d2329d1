import assert from 'node:assert/strict';
import { addressScope, isLocalName } from '../../../src/net/addresses.ts';

/** A first and a last address of each block of IANA's special-purpose registries, and the neighbours outside. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  unspecified: ['0.0.0.0', '0.255.255.255', '::', '::ffff:0.0.0.0'],
  loopback: ['127.0.0.1', '127.255.255.255', '::1', '::ffff:127.0.0.1', '64:ff9b::127.0.0.1', '2002:7f00:1::1'],
  linkLocal: ['169.254.0.0', '169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'febf:ffff::1', '::ffff:a9fe:a9fe'],
  private: [
    '10.0.0.0',
    '10.255.255.255',
    '172.16.0.0',
    '172.31.255.255',
    '192.168.0.1',
    'fc00::1',
    'fdff:ffff::1',
    'fec0::1',
    '::ffff:10.0.0.1',
    '64:ff9b::a00:1',
    '2002:a00:1::',
    '2002:c0a8:101:1::1',
  ],
  shared: ['100.64.0.0', '100.127.255.255', '::ffff:100.64.0.1'],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1', 'ff0e::1'],
  broadcast: ['255.255.255.255', '::ffff:255.255.255.255'],
  reserved: [
    '192.0.0.0',
    '192.0.0.8',
    '192.0.0.170',
    '192.0.2.1',
    '192.88.99.1',
    '198.18.0.0',
    '198.19.255.255',
    '198.51.100.1',
    '203.0.113.255',
    '240.0.0.0',
    '255.255.255.254',
    '64:ff9b:1::1',
    '64:ff9b:1:fffe::7f00:1',
    '100::1',
    '100:0:0:1::1',
    '2001::1',
    '2001:0:4136:e378:8000:63bf:3fff:fdd2',
    '2001:2::1',
    '2001:10::1',
    '2001:1ff::1',
    '2001:db8::1',
    '3fff::1',
    '3fff:fff::1',
    '5f00::1',
    '4000::1',
    '::127.0.0.1',
    '::ffff:0:127.0.0.1',
  ],
  public: [
    '1.1.1.1',
    '9.255.255.255',
    '11.0.0.0',
    '100.63.255.255',
    '100.128.0.0',
    '126.255.255.255',
    '128.0.0.0',
    '169.253.255.255',
    '169.255.0.0',
    '172.15.255.255',
    '172.32.0.0',
    '192.0.0.9',
    '192.0.0.10',
    '192.0.1.0',
    '192.31.196.1',
    '192.52.193.1',
    '192.175.48.1',
    '198.17.255.255',
    '198.20.0.0',
    '223.255.255.255',
    '2000::1',
    '2001:1::1',
    '2001:3::1',
    '2001:4:112::1',
    '2001:20::1',
    '2001:30::1',
    '2001:200::1',
    '2606:4700::1111',
    '2620:4f:8000::1',
    '3ffe:ffff::1',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
    '2002:808:808::1',
  ],
};

describe('address scopes', () => {
  for (const [scope, addresses] of Object.entries(SCOPES)) {
    it(scope, () => {
      assert.deepEqual(
        addresses.map((address) => [address, addressScope(address)]),
        addresses.map((address) => [address, scope]),
      );
    });
  }

  it('is undefined for what is no address', () => {
    for (const text of ['', 'localhost', '1.2.3', '0x7f.0.0.1', '127.0.0.01', '1.2.3.4.5', ':::', 'fe80::g'])
      assert.equal(addressScope(text), undefined, text);
  });

  it('knows names that never lead out', () => {
    for (const name of ['localhost', 'LOCALHOST.', 'a.localhost', 'printer', 'nas.local', 'x.internal', 'r.home.arpa'])
      assert.ok(isLocalName(name), name);
    for (const name of ['acme.com', 'localhost.acme.com', 'acme.com.']) assert.ok(!isLocalName(name), name);
  });
});
