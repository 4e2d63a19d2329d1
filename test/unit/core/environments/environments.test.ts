import assert from 'node:assert/strict';
import type { Environment } from '../../../../src/core/environments/environment.ts';
import { lifetimeOrigin } from '../../../../src/core/environments/lifetimeOrigin.ts';
import { environmentsOf, parseEnvironments } from '../../../../src/core/environments/parseEnvironments.ts';
import { routeOf } from '../../../../src/core/environments/route.ts';
import { DRAFT_ROUTE_TEXTS } from '../../../../src/core/tickets/texts/routeTexts.ts';
import { compareVersions, parseVersion } from '../../../../src/core/environments/version.ts';

const CLOUD = { name: 'Production', address: 'acme.outsystemsenterprise.com' };

function first(entry: object): Environment {
  const [environment] = environmentsOf(parseEnvironments([entry]));
  assert.ok(environment, JSON.stringify(parseEnvironments([entry])));
  return environment;
}

function problems(entry: unknown): readonly string[] {
  const [parsed] = parseEnvironments([entry]);
  return parsed && 'problems' in parsed ? parsed.problems : [];
}

describe('environments of the settings', () => {
  it('fills in what is left out', () => {
    assert.deepEqual(first(CLOUD), {
      ...CLOUD,
      domains: [],
      version: null,
      hosting: 'cloud',
      fedRamp: false,
      type: null,
      lifetime: null,
      order: Number.MAX_SAFE_INTEGER - 1,
    });
  });

  it('keeps host names as A-labels in lower case', () => {
    assert.deepEqual(first({ ...CLOUD, domains: ['Bücher.example', 'APPS.acme.com.'] }).domains, [
      'xn--bcher-kva.example',
      'apps.acme.com',
    ]);
  });

  it('takes a LifeTime address as people write it', () => {
    for (const [text, origin] of [
      ['acme-lt.example', 'https://acme-lt.example'],
      ['https://acme-lt.example//', 'https://acme-lt.example'],
      ['https://acme-lt.example//lifetime//', 'https://acme-lt.example'],
      ['https://acme-lt.example/lifetimeapi/rest/v2/environments/', 'https://acme-lt.example'],
      ['http://acme-lt.example:8080/LifeTime/Environments.aspx?x=1#y', 'http://acme-lt.example:8080'],
      ['[2001:DB8::1]:8443/lifetime', 'https://[2001:db8::1]:8443'],
      ['2001:db8::1', 'https://[2001:db8::1]'],
      ['::1', 'https://[::1]'],
      ['10.0.0.5:444', 'https://10.0.0.5:444'],
      ['acme-lt.example/ServiceCenter', undefined],
      ['acme-lt.example/lifetimes', undefined],
      ['acme-lt.example?x', undefined],
      ['acme-lt.example:0', undefined],
      ['acme-lt.example:70000', undefined],
      ['1:2', undefined],
      ['https://user:password@acme-lt.example', undefined],
      ['https:/acme-lt.example', undefined],
    ] as const)
      assert.equal(lifetimeOrigin(text), origin, text);
  });

  it('mends a LifeTime address', () => {
    assert.equal(
      first({ ...CLOUD, lifetime: 'HTTPS://Acme-LT.outsystemsenterprise.com/lifetime/' }).lifetime,
      'https://acme-lt.outsystemsenterprise.com',
    );
  });

  it('sorts by order, and keeps broken entries in the list', () => {
    const entries = parseEnvironments([
      { ...CLOUD, name: 'C' },
      { ...CLOUD, name: 'B', order: 2 },
      5,
      { ...CLOUD, name: 'A', order: 1 },
    ]);
    assert.deepEqual(
      entries.map((entry) => ('environment' in entry ? entry.environment.name : entry.index)),
      ['A', 'B', 'C', 2],
    );
  });

  const broken: readonly [what: string, entry: unknown, message: RegExp][] = [
    ['a number', 5, /must be an object/],
    ['null', null, /must be an object/],
    ['no name', { address: 'a.example' }, /“name” is missing/],
    ['no address', { name: 'A' }, /“address” is missing/],
    ['an address with https://', { name: 'A', address: 'https://a.example' }, /not a host name/],
    ['a wildcard domain', { ...CLOUD, domains: ['*.acme.com'] }, /not a host name/],
    ['domains that are no list', { ...CLOUD, domains: 'apps.acme.com' }, /must be a list/],
    ['a version of three numbers', { ...CLOUD, version: '11.0.0' }, /four numbers/],
    ['a version that is a number', { ...CLOUD, version: 11 }, /must be a text/],
    ['an unknown hosting', { ...CLOUD, hosting: 'onPremises' }, /must be one of "cloud", "selfManaged"/],
    ['a FedRAMP flag that is text', { ...CLOUD, fedRamp: 'yes' }, /“fedRamp” must be true or false/],
    ['an order that is text', { ...CLOUD, order: '1' }, /must be a number/],
  ];
  for (const [what, entry, message] of broken) {
    it(`says what is wrong: ${what}`, () => assert.match(problems(entry).join(' '), message));
  }

  it('says that a name is taken', () => {
    const [, second] = parseEnvironments([CLOUD, CLOUD]);
    assert.ok(second && 'problems' in second);
    assert.match(second.problems.join(' '), /another environment called “Production”/);
  });

  it('says so when the setting is no list', () => {
    assert.deepEqual(parseEnvironments('x').length, 1);
    assert.deepEqual(parseEnvironments(undefined), []);
  });
});

describe('platform versions', () => {
  it('compare as numbers', () => {
    const compare = (a: string, b: string): number => {
      const [left, right] = [parseVersion(a), parseVersion(b)];
      assert.ok(left && right);
      return Math.sign(compareVersions(left, right));
    };
    assert.equal(compare('9.1.301.0', '9.1.99.0'), 1);
    assert.equal(compare('11.0.0.0', '9.9.999.9'), 1);
    assert.equal(compare('9.1.301.0', '9.1.301.0'), 0);
    assert.equal(compare('9.1.300.99', '9.1.301.0'), -1);
  });

  it('have four numbers', () => {
    for (const text of ['11', '11.0.0', '11.0.0.0.0', '11.0.0.x', '11..0.0', '-1.0.0.0', ''])
      assert.equal(parseVersion(text), undefined, text);
  });
});

describe('activation routes', () => {
  const cases: readonly [entry: object, route: string][] = [
    [{ ...CLOUD, version: '9.1.300.9' }, 'lifetimeTicket'],
    [{ ...CLOUD, version: '9.1.301.0' }, 'lifetimeWizard'],
    [{ ...CLOUD, version: '11.28.1.0' }, 'lifetimeWizard'],
    [CLOUD, 'lifetimeUnknown'],
    [{ ...CLOUD, hosting: 'selfManaged', version: '11.0.0.0' }, 'selfManaged'],
    [
      {
        name: 'LT',
        address: 'acme-lt.outsystemsenterprise.com',
        lifetime: 'https://acme-lt.outsystemsenterprise.com',
        version: '11.0.0.0',
      },
      'supportCase',
    ],
    [{ ...CLOUD, fedRamp: true, version: '11.0.0.0' }, 'supportCase'],
    [{ ...CLOUD, fedRamp: true, hosting: 'selfManaged' }, 'selfManaged'],
    [{ name: 'P', address: 'me.outsystemscloud.com', version: '11.0.0.0' }, 'personal'],
    [{ name: 'O', address: 'acme.outsystems.app' }, 'odc'],
    [{ name: 'O', address: 'acme-dev.outsystems.dev' }, 'odc'],
    [{ name: 'N', address: 'notoutsystems.app', version: '11.0.0.0' }, 'lifetimeWizard'],
  ];
  for (const [entry, route] of cases)
    it(`${route}: ${JSON.stringify(entry)}`, () => assert.equal(routeOf(first(entry)).id, route));

  it('give their reason in each language', () => {
    const environment = first({ ...CLOUD, version: '9.1.200.0' });
    assert.equal(routeOf(environment).reason, '9.1.200.0 is below 9.1.301.0, so LifeTime creates a support ticket.');
    assert.equal(
      routeOf(environment, DRAFT_ROUTE_TEXTS.pt).reason,
      'A versão 9.1.200.0 é inferior à 9.1.301.0, por isso o LifeTime cria um ticket de suporte.',
    );
  });
});
