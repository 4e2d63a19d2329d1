import * as assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Environment } from '../../../../src/core/environments/environment.ts';
import type { ServedLeaf } from '../../../../src/core/report/replacedBy.ts';
import type { Report } from '../../../../src/core/report/report.ts';
import { openssl3Form, writePfx } from '../../../../src/core/pkcs12/writer.ts';
import { readCertificates } from '../../../../src/core/x509/certificateFiles.ts';
import { judgeOpened, open } from '../../../../src/worker/engine.ts';
import { derOf, netPki } from '../../../fixtures/netPki.ts';
import { PASSWORD, samplePki } from '../../../fixtures/samplePki.ts';

const environment = (name: string, ...domains: readonly string[]): Environment => ({
  name,
  address: 'acme.outsystemsenterprise.com',
  domains,
  version: '11.28.1.0',
  hosting: 'cloud',
  fedRamp: false,
  type: 'Production',
  lifetime: null,
  order: 1,
});

const PRODUCTION = environment('Production', 'apps.acme.example', 'www.acme.example');
const SEEN_AT = Date.UTC(2026, 10, 20, 8);

/** A PFX with one certificate, judged for Production. */
async function judge(der: Uint8Array, served: readonly ServedLeaf[], environments = [PRODUCTION]): Promise<Report> {
  const bytes = await writePfx({ certificates: [{ der }] }, PASSWORD, openssl3Form);
  return judgeOpened({
    opened: await open({ bytes, password: PASSWORD }),
    file: { name: 'x.pfx', size: bytes.length },
    environments,
    environment: 'Production',
    trust: { defaults: false, user: [] },
    time: Date.now(),
    expiryWarningDays: 30,
    served,
  });
}

const seen = (name: string, host: string, of = 'Production'): ServedLeaf => ({
  environment: of,
  host,
  der: derOf(name),
  seenAt: SEEN_AT,
});
const found = ({ findings }: Report): readonly (readonly string[])[] =>
  findings.flatMap(({ code, severity, title }) => (code.startsWith('replaces.') ? [[code, severity, title]] : []));

describe('what a certificate replaces', function () {
  this.timeout(60_000);
  before(async () => {
    netPki();
    await samplePki();
  });

  it('nothing where the environment was never looked at, or another one was', async () => {
    assert.deepEqual((await judge(derOf('leaf'), [])).replaces, []);
    assert.deepEqual((await judge(derOf('leaf'), [seen('leaf', 'x.example', 'Other')])).replaces, []);
  });

  it('a lost domain is an error, a lost name a warning, another key a word on pinning', async () => {
    const report = await judge(derOf('elsewhere'), [seen('leaf', 'apps.acme.example')]);
    assert.deepEqual(found(report), [
      [
        'replaces.nameLost',
        'warning',
        'The certificate served now covers a name that this one doesn’t: localhost, 127.0.0.1, *.acme.example',
      ],
      ['replaces.keyChanged', 'info', 'The key changes, and with it the hash that mobile apps with SSL pinning hold'],
    ]);
    const lost = report.findings.find(({ code }) => code === 'domain.notCovered');
    assert.equal(lost?.title, 'The certificate does not cover apps.acme.example, www.acme.example');
    assert.match(lost.detail, /The certificate that is served now covers them: the change would break what works/);
    assert.equal(report.checks.domain.status, 'fail');
    assert.equal(report.verdict, 'errors');
    const [replacement] = report.replaces;
    assert.deepEqual(replacement?.hosts, ['apps.acme.example']);
    assert.equal(replacement.seenAt, '2026-11-20T08:00:00Z');
    const sha256 = createHash('sha256').update(derOf('leaf')).digest('hex');
    assert.equal(replacement.sha256.replaceAll(':', '').toLowerCase(), sha256);
  });

  it('each certificate once with the hosts that show it; the same one changes nothing', async () => {
    const report = await judge(derOf('leaf'), [
      seen('leaf', 'apps.acme.example'),
      seen('elsewhere', 'www.acme.example'),
      seen('leaf', 'api.acme.example'),
    ]);
    assert.deepEqual(
      report.replaces.map(({ hosts, same }) => [same, ...hosts]),
      [
        [true, 'apps.acme.example', 'api.acme.example'],
        [false, 'www.acme.example'],
      ],
    );
    const same = await judge(derOf('leaf'), [seen('leaf', 'apps.acme.example')]);
    assert.deepEqual(found(same), []);
  });

  it('an earlier end and another issuer', async () => {
    const sooner = await judge(derOf('leaf'), [seen('renewed', 'apps.acme.example')]);
    assert.ok(found(sooner).some(([code]) => code === 'replaces.endsSooner'));
    assert.equal(sooner.replaces[0]?.daysWon, -40);
    const issuer = await judge(derOf('underKoblitz'), [seen('leaf', 'apps.acme.example')]);
    assert.deepEqual(
      found(issuer).find(([code]) => code === 'replaces.issuerChanged'),
      ['replaces.issuerChanged', 'info', 'The issuer changes from “Acme Net Issuing CA” to “Acme Koblitz CA”'],
    );
  });

  it('is not spoilt by a look that kept no certificate', async () => {
    const broken = { ...seen('leaf', 'apps.acme.example'), der: new Uint8Array([0x30, 0]) };
    assert.deepEqual((await judge(derOf('leaf'), [broken])).replaces, []);
  });

  it('which of all environments the certificate would serve, the chosen one first', async () => {
    const pki = await samplePki();
    const [der] = readCertificates(pki.read('leaf.pem'));
    assert.ok(der);
    const others = [environment('Test', 'a.b.acme.example', 'qa.acme.example'), environment('Sandbox')];
    const { environments, checks } = await judge(der, [], [...others, PRODUCTION]);
    assert.deepEqual(environments, [
      { name: 'Production', current: true, covered: 2, of: 2 },
      { name: 'Test', current: false, covered: 1, of: 2 },
      { name: 'Sandbox', current: false, covered: 0, of: 0 },
    ]);
    assert.match(checks.domain.summary, /serves 1 of 3 environments/);
  });
});
