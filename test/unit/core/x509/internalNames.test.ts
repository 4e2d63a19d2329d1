import assert from 'node:assert/strict';
import type { GeneralName } from '../../../../src/core/x509/certificate.ts';
import { isInternalName } from '../../../../src/core/x509/internalNames.ts';
import { parseIp } from '../../../../src/core/x509/ipAddress.ts';
import { mixesScripts } from '../../../../src/core/x509/mixedScripts.ts';

function nameOf(text: string): GeneralName {
  const bytes = parseIp(text);
  return bytes ? { kind: 'ip', value: text, bytes } : { kind: 'dns', value: text };
}

describe('names', () => {
  const internal = [
    'server',
    'server.local',
    'a.corp',
    '*.acme.internal',
    'a.home.ARPA.test',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '127.0.0.1',
    '169.254.0.1',
    '100.64.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    'fe80::1',
    'fd12::1',
    '2001:db8::1',
    '::ffff:10.0.0.1',
  ];
  const open = ['acme.com', '*.acme.co.uk', '172.32.0.1', '100.128.0.1', '8.8.8.8', '2606:4700::1', '::ffff:8.8.8.8'];
  for (const name of internal) it(`${name} is internal`, () => assert.equal(isInternalName(nameOf(name)), true));
  for (const name of open) it(`${name} is not`, () => assert.equal(isInternalName(nameOf(name)), false));

  const mixed = ['аcme.com', 'acmе.com', 'ɑcmε.com', 'пример1a.com', 'www.αcme.com'];
  const plain = [
    'acme.com',
    'bücher.de',
    'пример.рф',
    'пример.com',
    '例え.jp',
    'テストtest.jp',
    '한글abc.kr',
    'a1-2.com',
    'ελλάδα.gr',
  ];
  for (const name of mixed) it(`${name} mixes scripts`, () => assert.equal(mixesScripts(name), true));
  for (const name of plain) it(`${name} does not`, () => assert.equal(mixesScripts(name), false));
});
