import assert from 'node:assert/strict';
import type { ObservedDns } from '../../../src/core/served/observation.ts';
import { Deadline } from '../../../src/net/deadline.ts';
import { observeDns, systemResolver } from '../../../src/net/observeDns.ts';
import { dnsServer, type Zone } from '../../fixtures/dnsServer.ts';

async function observed(host: string, zone: Zone | 'silent', timeout = 5000): Promise<ObservedDns> {
  const { address, close } = await dnsServer(zone);
  const deadline = new Deadline(host, timeout);
  try {
    return await observeDns(host, systemResolver([address]), deadline);
  } finally {
    deadline.dispose();
    close();
  }
}

describe('the look at the DNS', () => {
  it('follows CNAME records step by step, to the addresses', async () => {
    const zone = {
      'apps.acme.example': ['CNAME Alias.acme.example'],
      'alias.acme.example': ['CNAME acme.outsystemsenterprise.com'],
      'acme.outsystemsenterprise.com': ['A 192.0.2.1', 'A 192.0.2.2', 'AAAA 2001:db8:0:0:0:0:0:1'],
    };
    assert.deepEqual(await observed('apps.acme.example', zone), {
      aliases: ['alias.acme.example', 'acme.outsystemsenterprise.com'],
      addresses: ['192.0.2.1', '192.0.2.2', '2001:db8::1'],
      failure: null,
    });
  });

  it('takes a name without alias', async () => {
    const zone = { 'acme.example': ['A 192.0.2.1'] };
    assert.deepEqual(await observed('acme.example', zone), { aliases: [], addresses: ['192.0.2.1'], failure: null });
  });

  it('stops in a circle', async () => {
    const zone = { 'a.example': ['CNAME b.example'], 'b.example': ['CNAME a.example'] };
    assert.deepEqual((await observed('a.example', zone)).aliases, ['b.example']);
  });

  it('says that a name, or the target of an alias, is not there', async () => {
    assert.deepEqual(await observed('a.example', {}), {
      aliases: [],
      addresses: [],
      failure: { code: 'dns', reason: 'ENOTFOUND' },
    });
    const dangling = await observed('a.example', { 'a.example': ['CNAME gone.example'] });
    assert.deepEqual([dangling.aliases, dangling.failure?.reason], [['gone.example'], 'ENOTFOUND']);
  });

  it('gives up on a name server that never answers', async () => {
    assert.deepEqual((await observed('a.example', 'silent', 50)).failure, { code: 'timeout', reason: null });
  });
});
