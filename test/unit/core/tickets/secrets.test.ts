import assert from 'node:assert/strict';
import { createPrivateKey, type KeyObject } from 'node:crypto';
import type { Environment } from '../../../../src/core/environments/environment.ts';
import { LANGUAGES } from '../../../../src/core/language.ts';
import { recordOf } from '../../../../src/core/handover/draftRecord.ts';
import { draftsCsv, draftsJson } from '../../../../src/core/handover/exportDrafts.ts';
import type { Report } from '../../../../src/core/report/report.ts';
import { certificateDraft } from '../../../../src/core/tickets/certificateDraft.ts';
import { clientCertificateDraft } from '../../../../src/core/tickets/kinds/clientCertificateDraft.ts';
import { secureEndpointsDraft } from '../../../../src/core/tickets/kinds/secureEndpointsDraft.ts';
import { trustedRootDraft } from '../../../../src/core/tickets/kinds/trustedRootDraft.ts';
import { PLACEHOLDERS } from '../../../../src/core/tickets/placeholders.ts';
import { judgeOpened, open } from '../../../../src/worker/engine.ts';
import { GOLDEN_ROUTES, goldenEnvironments } from '../../../golden/goldenDrafts.ts';
import { PASSWORD, samplePki } from '../../../fixtures/samplePki.ts';

const FOLDERS = ['/home/alice.secret/Certificates/', 'C:\\Users\\alice.secret\\Certificates\\'] as const;
const EVERY_PLACEHOLDER = Object.keys(PLACEHOLDERS)
  .flatMap((name) => [`{{${name}}} \`{{${name}}}\``, '```', `{{${name}}}`, '```'])
  .join('\n');

/** The password, each secret number of the key and its file, in all forms in which they could stand in a text. */
function secretsOf(key: KeyObject): readonly string[] {
  const jwk = key.export({ format: 'jwk' });
  const numbers = [jwk.d, jwk.p, jwk.q, jwk.dp, jwk.dq, jwk.qi].map((value) => Buffer.from(value ?? '', 'base64url'));
  const pkcs8 = key.export({ type: 'pkcs8', format: 'der' });
  const bytes = [...numbers, pkcs8.subarray(-64), Buffer.from(PASSWORD), Buffer.from(PASSWORD, 'utf16le')];
  const forms = (['hex', 'base64', 'base64url'] as const).flatMap((form) => bytes.map((each) => each.toString(form)));
  return [
    PASSWORD,
    encodeURIComponent(PASSWORD),
    ...forms,
    'PRIVATE KEY',
    'alice.secret',
    'Certificates\\',
    'Certificates/',
  ];
}

/** Every draft that there is of one file. */
function* draftsOf(reports: readonly Report[]): Generator<object> {
  for (const language of LANGUAGES) {
    for (const template of [undefined, EVERY_PLACEHOLDER]) {
      const more = template === undefined ? {} : { template };
      for (const report of reports) yield certificateDraft({ reports: [report], language, ...more });
      const draft = certificateDraft({ reports, language, ...more });
      yield draft;
      const environments = reports.flatMap(({ environment }) => environment ?? []);
      const record = recordOf({ id: '1', at: 0, draft, environments, report: reports[0] ?? null });
      yield record;
      yield { json: draftsJson([record]), csv: draftsCsv([record]) };
    }
    const [report] = reports;
    assert.ok(report?.environment);
    const environments = [report.environment];
    yield clientCertificateDraft({ report, environments, language });
    yield trustedRootDraft({ certificates: report.certificates, environments, language });
    yield secureEndpointsDraft({ environments, names: report.certificates[0]?.subjectAltNames ?? [], language });
  }
}

describe('secrets in drafts', function () {
  this.timeout(60_000);
  for (const name of ['good', 'legacy', 'oldIntermediate'])
    for (const folder of FOLDERS)
      it(`are in none of them: ${folder}${name}.pfx`, async () => {
        const pki = await samplePki();
        const bytes = pki.read(`${name}.pfx`);
        const opened = await open({ bytes, password: PASSWORD });
        const environments = GOLDEN_ROUTES.map((route): Environment => ({ ...goldenEnvironments[route], order: 0 }));
        const reports = environments.map(({ name: environment }) =>
          judgeOpened({
            opened,
            file: { name: `${folder}${name}.pfx`, size: bytes.length },
            environments,
            environment,
            trust: { defaults: true, user: [] },
            time: Date.now(),
            expiryWarningDays: 30,
          }),
        );
        const secrets = secretsOf(createPrivateKey(Buffer.from(pki.read('leaf.key'))));
        assert.ok(secrets.every((secret) => secret.length > 7));
        let count = 0;
        for (const draft of draftsOf(reports)) {
          // with the backslashes of JSON taken out again
          const text = JSON.stringify(draft).replaceAll('\\\\', '\\');
          for (const secret of secrets) assert.ok(!text.includes(secret), `${secret} in ${text}`);
          count++;
        }
        assert.equal(count, 2 * (2 * (GOLDEN_ROUTES.length + 3) + 3));
      });
});
