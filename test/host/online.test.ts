import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as http from 'node:http';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { ReportSession } from '../../src/host/editor/reportSession.ts';
import type { OnlineKind } from '../../src/shared/protocol.ts';
import { CA_EXTENSIONS, OpensslFolder, serverExtensions } from '../fixtures/openssl.ts';
import { closeServers, listen } from '../fixtures/servers.ts';
import { eventually } from '../ui/support/eventually.ts';
import { confirm } from './support/answers.ts';
import { open, place, reportFor, state } from './support/sessions.ts';
import { setSetting, workspaceFile } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

const KEY = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];

/** A list of revoked certificates by `openssl ca`, with none on it. */
function makeCrl(made: OpensslFolder, issuer: string): void {
  fs.writeFileSync(made.path('index'), '');
  fs.writeFileSync(made.path('number'), '01\n');
  const lines = ['[ca]', 'default_ca = ca', `database = ${made.path('index')}`, `crlnumber = ${made.path('number')}`];
  fs.writeFileSync(made.path('cnf'), `${lines.join('\n')}\ndefault_md = sha256\n`);
  const by = ['-cert', `${issuer}.pem`, '-keyfile', `${issuer}.key`];
  made.run('ca', '-config', made.path('cnf'), '-gencrl', ...by, '-crldays', '7', '-out', 'crl.pem');
  made.run('crl', '-in', 'crl.pem', '-outform', 'DER', '-out', 'crl.der');
}

describe('what is asked over the network', () => {
  const suite = useExtension();
  const asked: string[] = [];
  let answering = true;
  let made: OpensslFolder;
  let host: string;

  before('serve the issuer and the list of its CA', async function () {
    this.timeout(60_000);
    const folder = workspaceFile('online').fsPath;
    fs.mkdirSync(folder, { recursive: true });
    made = new OpensslFolder(folder);
    const server = http.createServer((request, response) => {
      asked.push(request.url ?? '');
      if (!answering) return;
      const file = made.path(path.basename(request.url ?? ''));
      response.writeHead(fs.existsSync(file) ? 200 : 404).end(fs.existsSync(file) ? fs.readFileSync(file) : '');
    });
    host = `127.0.0.1:${(await listen(server)).port}`;
    made.certificate('root', { subject: '/CN=Net Root', days: 3650, extensions: CA_EXTENSIONS, key: KEY });
    const issuing = { subject: '/CN=Net Issuing CA', days: 1800, extensions: CA_EXTENSIONS, key: KEY, issuer: 'root' };
    made.certificate('issuing', issuing);
    made.run('x509', '-in', 'issuing.pem', '-outform', 'DER', '-out', 'issuing.der');
    const addresses = [
      `authorityInfoAccess=caIssuers;URI:http://${host}/issuing.der`,
      `crlDistributionPoints=URI:http://${host}/crl.der`,
    ];
    const extensions = [...serverExtensions('net.acme.example'), ...addresses];
    made.certificate('leaf', { subject: '/CN=net.acme.example', days: 90, issuer: 'issuing', extensions });
    makeCrl(made, 'issuing');
    made.pfx('online', 'leaf', [], '');
    await setSetting('environments', []);
    await setSetting('trustedCertificates', [made.path('root.pem')]);
  });
  after(async () => {
    closeServers();
    await allowPrivate(undefined);
  });
  beforeEach(() => {
    asked.length = 0;
    answering = true;
  });

  const allowPrivate = (value: boolean | undefined): Thenable<void> =>
    vscode.workspace
      .getConfiguration('outsystemsSsl')
      .update('allowPrivateAddresses', value, vscode.ConfigurationTarget.Global);
  const openOne = async (): Promise<ReportSession> => {
    const session = await open(suite, place(made.read('online.pfx')));
    await reportFor(session, null);
    return session;
  };
  const codes = (session: ReportSession): readonly string[] => (session.report?.findings ?? []).map(({ code }) => code);

  it('offers, says of whom, and asks nothing by itself', async () => {
    const session = await openOne();
    const { online } = await state(session, 'report');
    assert.deepEqual(online, { allowed: ['issuers', 'revocation'], running: null, problem: null });
    assert.deepEqual(
      session.report?.online.issuers?.requests.map((request) => request.host),
      [host],
    );
    assert.equal(session.report?.findings.find(({ code }) => code === 'chain.issuerMissing')?.action, 'fetchIssuers');
    suite.prompts.expect('cancel');
    await assert.rejects(session.goOnline('issuers'), { code: 'cancelled' });
    assert.deepEqual(asked, []);
  });

  it('reaches no private address unless that is allowed', async () => {
    const session = await openOne();
    suite.prompts.expect(confirm());
    await session.goOnline('issuers');
    const [question] = suite.prompts.asked('confirm');
    assert.match(question?.detail ?? '', new RegExp(`• ${host}: nothing but the request`));
    assert.deepEqual(asked, []);
    const missing = session.report?.findings.find(({ code }) => code === 'chain.issuerMissing');
    assert.match(missing?.mend ?? '', /leads into a private network, which is not allowed/);
  });

  it('fetches what is missing, marks it, and then asks about revocation', async () => {
    await allowPrivate(true);
    const session = await openOne();
    await session.goOnline('issuers'); // agreed to already
    await state(session, 'report', ({ report }) =>
      assert.equal(report.certificates[1]?.fetchedFrom, `http://${host}/issuing.der`),
    );
    assert.ok(!codes(session).includes('chain.issuerMissing'));
    assert.deepEqual(asked, ['/issuing.der']);
    suite.prompts.expect(confirm());
    await session.goOnline('revocation');
    const [leaf] = session.report?.certificates ?? [];
    assert.deepEqual(
      [leaf?.revocation?.status, leaf?.revocation?.source, leaf?.revocation?.url],
      ['good', 'crl', `http://${host}/crl.der`],
    );
    assert.equal(suite.prompts.count, 1, 'once a session for each kind and host');
    // another environment or setting takes nothing of it away
    await session.judge();
    assert.equal(session.report?.certificates[0]?.revocation?.status, 'good');
  });

  it('a server that does not answer is no answer, and can be cancelled', async () => {
    answering = false;
    const url = `authorityInfoAccess=caIssuers;URI:http://${host}/never.der`;
    fs.copyFileSync(made.path('leaf.key'), made.path('never.key'));
    const extensions = [...serverExtensions('net.acme.example'), url];
    made.certificate('never', { subject: '/CN=net.acme.example', days: 90, issuer: 'issuing', extensions });
    made.pfx('never', 'never', [], '');
    const session = await open(suite, place(made.read('never.pfx')));
    await reportFor(session, null);
    const running = session.goOnline('issuers');
    await state(session, 'report', ({ online }) => assert.equal(online.running, 'issuers'));
    await eventually(() => assert.deepEqual(asked, ['/never.der']));
    // the worker that opens files is free meanwhile
    await reportFor(await open(suite, place('open.pfx')), null);
    session.cancelOnline();
    await running;
    const { online } = await state(session, 'report');
    assert.deepEqual([online.running, online.problem], [null, null]);
    assert.ok(codes(session).includes('chain.issuerMissing'));
  });

  it('asks nobody about a file whose editor is closed', async () => {
    const session = await open(suite, place(made.read('never.pfx')));
    await reportFor(session, null);
    const running = session.goOnline('issuers');
    session.dispose();
    await running;
    assert.deepEqual(asked, []);
  });

  it('asks by itself where the settings say so, and nothing where they forbid it', async () => {
    const kinds: readonly OnlineKind[] = ['issuers', 'revocation'];
    await setSetting('fetchMissingCertificates', 'never');
    await setSetting('checkRevocation', 'never');
    const never = await openOne();
    assert.deepEqual((await state(never, 'report')).online.allowed, []);
    for (const kind of kinds) await never.goOnline(kind);
    assert.deepEqual(asked, []);
    await allowPrivate(true);
    await setSetting('fetchMissingCertificates', 'always');
    await setSetting('checkRevocation', 'always');
    const session = await openOne();
    await state(session, 'report', ({ report }) => assert.equal(report.certificates[0]?.revocation?.status, 'good'));
    assert.equal(suite.prompts.count, 0);
  });
});
