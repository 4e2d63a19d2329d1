import assert from 'node:assert/strict';
import * as http from 'node:http';
import { ONLINE_TIME_LIMIT } from '../../../src/net/onlineTimeLimit.ts';
import { WorkerClient } from '../../../src/worker/workerClient.ts';
import { crlOf, derOf, P256, temporaryPki, writeIndex } from '../../fixtures/ocspFiles.ts';
import { CA_EXTENSIONS, type OpensslFolder, serverExtensions } from '../../fixtures/openssl.ts';
import { closeServers, listen } from '../../fixtures/servers.ts';
import { builtWorker } from './builtWorker.ts';

describe('the worker on the network', function () {
  this.timeout(60_000);
  let pki: OpensslFolder;
  let worker: WorkerClient;
  const asked: string[] = [];

  before(async () => {
    pki = temporaryPki();
    const { port } = await listen(
      http.createServer(({ url = '' }, response) => {
        asked.push(url);
        response.end(url === '/ca' ? derOf(pki, 'issuing') : crlOf(pki, 'issuing', { index: 'index' }));
      }),
    );
    const authority = { key: P256, days: 900, extensions: CA_EXTENSIONS };
    pki.certificate('root', { ...authority, subject: '/CN=Worker Root' });
    pki.certificate('issuing', { ...authority, subject: '/CN=Worker Issuing', issuer: 'root' });
    const extensions = [
      ...serverExtensions('apps.acme.com'),
      `authorityInfoAccess=caIssuers;URI:http://127.0.0.1:${port}/ca`,
      `crlDistributionPoints=URI:http://127.0.0.1:${port}/crl`,
    ];
    pki.certificate('leaf', { subject: '/CN=apps.acme.com', days: 90, key: P256, issuer: 'issuing', extensions });
    pki.pfx('leaf', 'leaf', [], '');
    writeIndex(pki, 'index', ['leaf'], { leaf: { at: new Date('2026-03-04T05:06:07Z') } });
    worker = new WorkerClient(builtWorker());
  });
  after(() => {
    worker.dispose();
    closeServers();
  });

  it('fetches, asks, keeps what it got, and judges by it', async () => {
    const bytes = pki.read('leaf.pfx');
    const opened = await worker.run('open', { bytes, password: '' });
    const trust = { defaults: false, user: [derOf(pki, 'root')] };
    const request = { opened, trust, time: Date.now(), network: { allowPrivateAddresses: true } };
    const limit = { timeout: ONLINE_TIME_LIMIT };
    const fetched = await worker.run('fetchIssuers', request, limit);
    const revocation = await worker.run('fetchRevocation', { ...request, fetched }, limit);
    assert.deepEqual(asked, ['/ca', '/crl']);
    assert.deepEqual(await worker.run('fetchRevocation', { ...request, fetched }, limit), revocation);
    assert.deepEqual(asked, ['/ca', '/crl']);
    const report = await worker.run('judge', {
      opened,
      file: { name: 'leaf.pfx', size: bytes.length },
      environments: [],
      environment: null,
      trust,
      time: Date.now(),
      expiryWarningDays: 30,
      fetched,
      revocation,
    });
    assert.deepEqual(
      report.certificates.map(({ name, source, revocation: found }) => [name, source, found?.status]),
      [
        ['apps.acme.com', 'file', 'revoked'],
        ['Worker Issuing', 'fetched', 'notChecked'],
        ['Worker Root', 'store', 'notChecked'],
      ],
    );
  });
});
