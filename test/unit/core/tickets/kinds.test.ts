import assert from 'node:assert/strict';
import { LANGUAGES } from '../../../../src/core/language.ts';
import { httpsGuide, type SeenHttp } from '../../../../src/core/tickets/httpsGuide.ts';
import { clientCertificateDraft } from '../../../../src/core/tickets/kinds/clientCertificateDraft.ts';
import { secureEndpointsDraft } from '../../../../src/core/tickets/kinds/secureEndpointsDraft.ts';
import { trustedRootDraft } from '../../../../src/core/tickets/kinds/trustedRootDraft.ts';
import type { Report } from '../../../../src/core/report/report.ts';
import { golden } from '../../../golden/golden.ts';
import { goldenDraftReport, goldenEnvironments } from '../../../golden/goldenDrafts.ts';

const report = goldenDraftReport('lifetimeWizard', 'warnings');
const environments = [goldenEnvironments.lifetimeWizard, goldenEnvironments.lifetimeTicket];

describe('drafts of other kinds', () => {
  for (const language of LANGUAGES) {
    it(`a client-side certificate, ${language}, is as recorded`, () =>
      golden(
        `drafts/clientCertificate.${language}.md`,
        clientCertificateDraft({ report, environments, language }).markdown,
      ));

    it(`a certificate for the trusted-root store, ${language}, is as recorded`, () => {
      const certificates = report.certificates.slice(1);
      golden(`drafts/trustedRoot.${language}.md`, trustedRootDraft({ certificates, environments, language }).markdown);
    });

    it(`secure endpoints, ${language}, are as recorded`, () => {
      const names = ['*.acme.example', 'acme.example', 'apps.acme.example'];
      golden(`drafts/secureEndpoints.${language}.md`, secureEndpointsDraft({ environments, names, language }).markdown);
    });
  }

  it('a client-side certificate must be encrypted with TripleDES-SHA1', () => {
    const tripleDes = {
      name: 'PBE-SHA1-3DES',
      scheme: 'pbes1',
      cipher: '3des',
      hash: 'sha1',
      iterations: 2000,
    } as const;
    const mac = { name: 'HMAC-SHA-1', kind: 'pkcs12', hash: 'sha1', iterations: 2000 } as const;
    const draftFor = (file: Partial<Report['file']>): string =>
      clientCertificateDraft({ report: { ...report, file: { ...report.file, ...file } }, environments, language: 'en' })
        .markdown;
    const keyEncryption = [tripleDes];
    assert.match(draftFor({ mac, keyEncryption, certificateEncryption: [tripleDes] }), /This one is\.$/m);
    const rc2 = { ...tripleDes, name: 'PBE-SHA1-RC2-40', cipher: 'rc2-40' } as const;
    assert.match(
      draftFor({ mac, keyEncryption, certificateEncryption: [rc2] }),
      /encrypted with `PBE-SHA1-3DES, PBE-SHA1-RC2-40/,
    );
    assert.match(
      draftFor({ keyEncryption, certificateEncryption: [tripleDes] }),
      /export it again with TripleDES-SHA1/,
    );
  });

  it('ask Support for environments in OutSystems’ cloud alone', () => {
    const own = goldenEnvironments.selfManaged;
    const certificates = report.certificates.slice(1);
    for (const language of LANGUAGES) {
      const drafts = (of: typeof environments) => [
        clientCertificateDraft({ report, environments: of, language }),
        trustedRootDraft({ certificates, environments: of, language }),
      ];
      for (const { fields, markdown } of drafts([own])) {
        assert.ok(!fields.some(({ block }) => block));
        assert.match(markdown, /^(Self-managed|Autogerido): Own\./m);
        assert.doesNotMatch(markdown, /submit-support-case/);
      }
      for (const { fields, markdown, subject } of drafts([own, ...environments])) {
        const text = fields.find(({ block }) => block)?.value ?? '';
        assert.match(text, /- Production \[EU\] [^]*- Development /);
        assert.doesNotMatch(text, /- Own|os\.acme\.example/);
        assert.match(markdown, /^(Self-managed|Autogerido): Own\./m);
        assert.match(subject, /Own/);
      }
    }
  });

  it('secure endpoints list each host name once, and no wildcard; each environment has its list', () => {
    const { fields } = secureEndpointsDraft({
      environments,
      names: ['*.acme.example', 'acme.example'],
      language: 'en',
    });
    assert.deepEqual(
      fields.map(({ value }) => value.split('\n')),
      [
        ['acme.outsystemsenterprise.com', 'apps.acme.example', 'www.acme.example', 'acme.example'],
        ['acme-dev.outsystemsenterprise.com', 'dev.acme.example', 'acme.example'],
      ],
    );
  });
});

describe('the guide to enforcing HTTPS', () => {
  const environment = goldenEnvironments.lifetimeWizard;
  const good: readonly SeenHttp[] = [
    { host: 'apps.acme.example', redirects: true, hsts: true },
    { host: 'www.acme.example', redirects: true, hsts: true },
  ];
  const bad: readonly SeenHttp[] = [
    { host: 'apps.acme.example', redirects: false, hsts: false },
    { host: 'www.acme.example', redirects: null, hsts: null },
  ];
  for (const language of LANGUAGES) {
    it(`before, ${language}, is as recorded`, () =>
      golden(`drafts/httpsGuide-open.${language}.md`, httpsGuide(environment, bad, language).markdown));
    it(`after, ${language}, is as recorded`, () =>
      golden(`drafts/httpsGuide-done.${language}.md`, httpsGuide(environment, good, language).markdown));
  }

  it('is done only when all of it was seen on every domain', () => {
    const done = (seen: readonly SeenHttp[]): boolean => httpsGuide(environment, seen, 'en').done;
    assert.equal(done(good), true);
    assert.equal(done(bad), false);
    assert.equal(done([]), false);
    assert.equal(done(good.slice(0, 1)), false);
    assert.equal(done(good.map((seen) => ({ ...seen, hsts: null }))), false);
    assert.equal(done(good.map((seen) => ({ ...seen, redirects: false }))), false);
    assert.equal(httpsGuide({ ...environment, domains: [] }, [], 'en').done, false);
  });
});
