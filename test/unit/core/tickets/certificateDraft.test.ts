import assert from 'node:assert/strict';
import { LANGUAGES } from '../../../../src/core/language.ts';
import { certificateDraft } from '../../../../src/core/tickets/certificateDraft.ts';
import type { Draft } from '../../../../src/core/tickets/draft.ts';
import type { DnsVerdict } from '../../../../src/core/served/dnsVerdict.ts';
import type { DraftRequest } from '../../../../src/core/tickets/draftRequest.ts';
import { golden } from '../../../golden/golden.ts';
import {
  GOLDEN_ROUTES,
  type GoldenRoute,
  goldenDraftReport,
  goldenEnvironments,
  OUTCOMES,
  type Outcome,
} from '../../../golden/goldenDrafts.ts';
import { goldenReport } from '../../../golden/goldenReport.ts';

function draft(route: GoldenRoute, outcome: Outcome = 'ready', more: Partial<DraftRequest> = {}): Draft {
  return certificateDraft({ reports: [goldenDraftReport(route, outcome)], language: 'en', ...more });
}

function valuesOf({ fields }: Draft, label: string): readonly string[] {
  return fields.filter((field) => field.label === label).map(({ value }) => value);
}

describe('drafts of a certificate', () => {
  for (const route of GOLDEN_ROUTES)
    for (const language of LANGUAGES)
      for (const outcome of OUTCOMES)
        it(`${route}, ${outcome}, ${language} is as recorded`, () =>
          golden(`drafts/${route}-${outcome}.${language}.md`, draft(route, outcome, { language }).markdown));

  for (const language of LANGUAGES)
    it(`for several environments, ${language}, is as recorded`, () => {
      const reports = (['lifetimeItself', 'lifetimeWizard', 'lifetimeTicket', 'fedRamp'] as const).map((route) =>
        goldenDraftReport(route, 'ready'),
      );
      golden(`drafts/several.${language}.md`, certificateDraft({ reports, language }).markdown);
    });

  it('without an environment is as recorded', () =>
    golden(
      'drafts/no-environment.en.md',
      certificateDraft({ reports: [{ ...goldenReport, environment: null, domains: [] }], language: 'en' }).markdown,
    ));

  it('asks nothing of OutSystems where there is nothing to ask', () => {
    for (const route of ['selfManaged', 'personal', 'odc'] as const) assert.deepEqual(draft(route).fields, [], route);
  });

  it('has the wizard’s form in its order', () => {
    const { fields } = draft('lifetimeWizard');
    assert.deepEqual(
      fields.slice(0, 3).map(({ id, label, value }) => [id, label, value]),
      [
        ['domain', 'Domain', '*.acme.example'],
        ['certificate-name', 'Certificate Name', 'WildcardAcmeExample20270519'],
        ['certificate-pfx', 'Certificate (.pfx)', 'acme_wildcard *2027*.pfx'],
      ],
    );
  });

  it('names the certificate as no earlier one', () => {
    const takenNames = ['wildcardAcmeExample20270519', 'WildcardAcmeExample20270519v2'];
    const made = draft('lifetimeWizard', 'ready', { takenNames });
    assert.equal(made.certificateName, 'WildcardAcmeExample20270519v3');
    assert.deepEqual(valuesOf(made, 'Certificate Name'), ['WildcardAcmeExample20270519v3']);
    assert.equal(draft('selfManaged').certificateName, null);
  });

  it('gives LifeTime’s own domain the certificate’s name', () => {
    assert.deepEqual(valuesOf(draft('lifetimeItself'), 'Certificate Name'), ['____']);
    const installedName = 'Acme2026';
    assert.deepEqual(valuesOf(draft('lifetimeItself', 'ready', { installedName }), 'Certificate Name'), ['Acme2026']);
    const reports = [goldenDraftReport('lifetimeItself', 'ready'), goldenDraftReport('lifetimeWizard', 'ready')];
    const both = valuesOf(certificateDraft({ reports, language: 'en' }), 'Certificate Name');
    assert.deepEqual(both, ['WildcardAcmeExample20270519', 'WildcardAcmeExample20270519']);
  });

  it('says what DNS holds', () => {
    const at = (verdict: DnsVerdict, ...aliases: readonly string[]): string => {
      const looks = [{ host: 'apps.acme.example', dns: { verdict, aliases, addresses: [] } }];
      const line = /DNS record:\*\* `apps.*$/m.exec(draft('lifetimeWizard', 'ready', { looks }).markdown)?.[0] ?? '';
      return line.replace(/^.*CNAME acme\.outsystemsenterprise\.com`:? ?/, '');
    };
    assert.equal(at('alias', 'acme.outsystemsenterprise.com'), 'DNS holds it.');
    assert.match(at('otherTarget', 'www.other.example'), /^DNS leads to `www\.other\.example` instead/);
    assert.match(at('loadBalancer', 'cdn.example', 'lb-1.eu-west-1.elb.amazonaws.com'), /load balancer `lb-1/);
    assert.match(at('addressRecord'), /address record \(A or AAAA\)/);
    assert.match(at('unresolved'), /no record for it yet/);
    assert.equal(at('unknown'), '');
  });

  it('leads to OutSystems’ own addresses and the environment’s LifeTime alone', () => {
    const allowed = [
      'https://acme-lt.outsystemsenterprise.com/lifetime',
      'https://www.outsystems.com/goto/submit-support-case',
      'https://www.outsystems.com/SupportPortal/Support/',
    ];
    for (const route of GOLDEN_ROUTES) {
      const { markdown, addresses } = draft(route);
      const links = [...markdown.matchAll(/\]\(([^)]*)\)/g)].map(([, url]) => url);
      for (const url of [...links, ...addresses.map((address) => address.url)])
        assert.ok(allowed.includes(url ?? ''), url);
    }
  });

  it('names an error’s predicted message and the place for LifeTime’s own', () => {
    const { markdown } = draft('lifetimeWizard', 'errors');
    assert.match(
      markdown,
      /Message of LifeTime: ____ \(expected: “Chain error: unable to get local issuer certificate”\)/,
    );
    assert.match(draft('lifetimeWizard').markdown, /Message of LifeTime: ____\n/);
  });

  it('predicts LifeTime’s message where its wizard is on the way, and speaks of handing over where there is something', () => {
    for (const route of GOLDEN_ROUTES) {
      const { markdown } = draft(route, 'errors');
      const validated = route === 'lifetimeWizard' || route === 'lifetimeUnknown';
      assert.equal(/LifeTime would say/.test(markdown), validated, route);
      const sent = !['selfManaged', 'personal', 'odc'].includes(route);
      assert.equal(/handing this over all the same/.test(markdown), sent, route);
    }
  });

  it('leads DNS to the name that OutSystems gave, and to no other', () => {
    const { lifetimeWizard } = goldenEnvironments;
    const records = (environment: Partial<typeof lifetimeWizard>): readonly string[] => {
      const report = goldenDraftReport('lifetimeWizard', 'ready');
      const made = { ...lifetimeWizard, ...environment };
      return valuesOf(certificateDraft({ reports: [{ ...report, environment: made }], language: 'en' }), 'DNS record');
    };
    // LifeTime may list an environment under its own domain
    assert.deepEqual(records({ address: 'apps.acme.example', domains: ['www.acme.example'] }), [
      'www.acme.example CNAME <env>.outsystemsenterprise.com',
    ]);
    // the command line knows the domains alone
    assert.deepEqual(records({ name: 'apps.acme.example', address: 'apps.acme.example' }), [
      'apps.acme.example CNAME <env>.outsystemsenterprise.com',
      'www.acme.example CNAME <env>.outsystemsenterprise.com',
    ]);
    assert.deepEqual(records({ domains: ['acme.outsystemsenterprise.com', 'www.acme.example', '203.0.113.7'] }), [
      'www.acme.example CNAME acme.outsystemsenterprise.com',
    ]);
    assert.deepEqual(records({ domains: [] }), []);
  });

  it('says that no CNAME can stand at the top of a zone', () => {
    const top = (...domains: readonly string[]): string | undefined => {
      const environment = { ...goldenEnvironments.lifetimeTicket, domains };
      const report = { ...goldenDraftReport('lifetimeTicket', 'ready'), environment };
      return /^.* is the top of its zone/m.exec(certificateDraft({ reports: [report], language: 'en' }).markdown)?.[0];
    };
    assert.equal(top('www.acme.com', 'acme.co.uk'), '`acme.co.uk` is the top of its zone');
    assert.equal(top('www.acme.com', 'a.acme.co.uk'), undefined);
  });

  it('keeps host names with their environments where the wizard serves several', () => {
    const quality = { ...goldenEnvironments.lifetimeWizard, name: 'Quality', domains: ['test.acme.example'] };
    const first = goldenDraftReport('lifetimeWizard', 'ready');
    const reports = [first, { ...first, environment: quality }];
    const { markdown } = certificateDraft({ reports, language: 'en' });
    assert.match(
      markdown,
      /On each of these environments[^]*\*\*Production \\\[EU\\\]\*\* → SECURE ENDPOINT \*\*Change\*\*\n\n- \*\*Hostname:\*\* `apps[^]*\*\*Quality\*\* → [^]*`test\.acme/,
    );
  });

  it('says where LifeTime is, by a link or by the form of its address', () => {
    const form = /https:\/\/<lifetime>\/lifetime/;
    assert.doesNotMatch(draft('lifetimeWizard').markdown, form);
    for (const route of ['lifetimeWizard', 'lifetimeTicket', 'lifetimeUnknown'] as const) {
      const environment = { ...goldenEnvironments[route], lifetime: null };
      const report = { ...goldenDraftReport(route, 'ready'), environment };
      assert.match(certificateDraft({ reports: [report], language: 'en' }).markdown, form, route);
    }
  });

  it('leaves a place for what LifeTime’s own case needs and nobody has entered', () => {
    const environment = { ...goldenEnvironments.lifetimeItself, domains: [] };
    const report = { ...goldenDraftReport('lifetimeItself', 'ready'), environment };
    const made = certificateDraft({ reports: [report], language: 'en' });
    assert.deepEqual(valuesOf(made, 'Hostname'), ['____']);
    assert.match(made.markdown, /^Host name: ____$/m);
  });
});
