import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { readLifetimeEnvironments } from '../../../../src/core/environments/lifetimeEnvironments.ts';
import { applyImport, type ImportItem, planImport } from '../../../../src/core/environments/lifetimeImport.ts';
import { environmentsOf, parseEnvironments } from '../../../../src/core/environments/parseEnvironments.ts';
import { listed, THREE } from '../../../fixtures/lifetimeServer.ts';

const LIFETIME = 'https://lt.acme.example';
const read = (list: readonly unknown[]) => readLifetimeEnvironments(list, LIFETIME);
const { environments: FOUND } = read(THREE);
const [DEV, QUALITY, PRODUCTION] = FOUND;

const plan = (setting: unknown, found = FOUND): readonly ImportItem[] => planImport(setting, found, LIFETIME);
const kinds = (items: readonly ImportItem[]): readonly string[] => items.map(({ kind, name }) => `${kind} ${name}`);

describe('importing from LifeTime', () => {
  it('adds what is new', () => {
    const items = plan([]);
    assert.deepEqual(kinds(items), ['new Development', 'new Quality', 'new Production']);
    assert.deepEqual(applyImport([], items), FOUND);
    assert.deepEqual(environmentsOf(parseEnvironments(applyImport(undefined, items))).length, 3);
  });

  it('finds nothing to do a second time', () => {
    const setting = applyImport([], plan([]));
    const again = plan(setting);
    assert.deepEqual(kinds(again), ['unchanged Development', 'unchanged Quality', 'unchanged Production']);
    assert.deepEqual(applyImport(setting, again), setting);
  });

  it('changes only what LifeTime says otherwise, and keeps what the person added', () => {
    const mine = { ...PRODUCTION, domains: ['apps.acme.example'], note: 'mine', version: '11.0.1.0', order: undefined };
    const items = plan([mine], PRODUCTION && [PRODUCTION]);
    assert.deepEqual(items, [
      {
        kind: 'changed',
        name: 'Production',
        index: 0,
        found: PRODUCTION,
        changes: [
          { field: 'version', from: '11.0.1.0', to: '11.0.110.0' },
          { field: 'order', from: null, to: 3 },
        ],
      },
    ]);
    assert.deepEqual(applyImport([mine], items), [{ ...mine, version: '11.0.110.0', order: 3 }]);
    assert.deepEqual(applyImport([mine], []), [mine], 'nothing was chosen');
  });

  it('leaves a version alone that LifeTime does not tell', () => {
    const { environments, notices } = read([listed({ OSVersion: 'unknown' })]);
    assert.deepEqual(notices, ['The version of “Production”, “unknown”, is not four numbers; it is left out.']);
    assert.deepEqual(kinds(plan([PRODUCTION], environments)), ['unchanged Production']);
  });

  it('takes host names and versions with something around them, and says what it leaves out', () => {
    const read2 = (HostName: string, OSVersion: string) => read([listed({ HostName, OSVersion })]);
    const port = (number: string): string =>
      `LifeTime gives “Production” the port ${number}; it is left out, since the setting has no place for it.`;
    for (const [HostName, address, notices] of [
      ['qa.acme.example:8443', 'qa.acme.example', [port('8443')]],
      ['https://QA.acme.example:444/ServiceCenter', 'qa.acme.example', [port('444')]],
      ['[2001:DB8::1]:443', '2001:db8::1', [port('443')]],
      ['2001:db8::1', '2001:db8::1', []],
    ] as const) {
      const found = read2(HostName, '11.28.1.0 (Build 41234)');
      assert.deepEqual([found.environments[0]?.address, found.notices], [address, notices], HostName);
      assert.equal(found.environments[0]?.version, '11.28.1.0');
    }
    const { environments } = read([listed(), listed({ Key: 'b' }), listed({ Key: 'c' })]);
    assert.equal(environments[2]?.name, 'Production (acme.outsystemsenterprise.com, 2)');
  });

  it('writes addresses that the setting’s schema takes', () => {
    const { contributes } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
      readonly contributes: {
        readonly configuration: { readonly properties: Readonly<Record<string, { readonly items: object }>> };
      };
    };
    const pattern = (field: string): RegExp => {
      const { items } = contributes.configuration.properties['outsystemsSsl.environments'] ?? {};
      const { properties } = items as { properties: Record<string, { pattern?: string; items?: { pattern: string } }> };
      return new RegExp(properties[field]?.pattern ?? properties[field]?.items?.pattern ?? '', 'u');
    };
    for (const field of ['address', 'domains']) {
      for (const host of ['acme.outsystemsenterprise.com', '10.0.0.5', '2001:db8::1', '::1'])
        assert.match(host, pattern(field));
      for (const wrong of ['acme.com:443', '10.0.0.5:443', 'https://acme.com', 'acme.com/x', 'a@b', ''])
        assert.doesNotMatch(wrong, pattern(field));
    }
  });

  it('matches by address, then by name; takes over entries of no LifeTime by address only', () => {
    const renamed = { ...DEV, name: 'Dev' };
    const moved = { ...QUALITY, address: 'old.acme.example' };
    const byHand = { name: 'Live', address: PRODUCTION?.address };
    const items = plan([renamed, moved, byHand]);
    assert.deepEqual(
      items.map((item) => [item.kind, item.name, item.kind === 'changed' && item.changes.map(({ field }) => field)]),
      [
        ['changed', 'Dev', ['name']],
        ['changed', 'Quality', ['address']],
        ['changed', 'Live', ['name', 'version', 'type', 'lifetime', 'order']],
      ],
    );
    assert.deepEqual(kinds(plan([{ name: 'Production', address: 'x.example' }], PRODUCTION && [PRODUCTION])), [
      'new Production (acme.outsystemsenterprise.com)',
    ]);
  });

  it('leaves a name that the person gave, and follows one that LifeTime gives', () => {
    const mine = { ...PRODUCTION, name: 'Live' };
    const named = (then: string): readonly ImportItem[] =>
      planImport([mine], PRODUCTION ? [PRODUCTION] : [], LIFETIME, (address) =>
        address === PRODUCTION?.address ? [then] : [],
      );
    assert.deepEqual(kinds(named('Production')), ['unchanged Live']);
    assert.deepEqual(kinds(named('Production 1')), ['changed Live']);
    assert.deepEqual(applyImport([mine], named('Production 1')), [PRODUCTION]);
    // its own name is not given to another one
    const strange = { ...DEV, name: 'Production', address: PRODUCTION?.address };
    const items = planImport(
      [strange],
      [DEV, PRODUCTION].flatMap((one) => one ?? []),
      LIFETIME,
      () => ['Production'],
    );
    assert.deepEqual(kinds(items), ['new Development', 'changed Production']);
  });

  it('mends broken entries as far as it can, and puts no second one beside them', () => {
    const one = PRODUCTION ? [PRODUCTION] : [];
    const address = PRODUCTION?.address;
    for (const [broken, kind, mended] of [
      [{ ...PRODUCTION, version: 'eleven' }, 'changed Production', PRODUCTION],
      [
        { address: `https://${address}/`, domains: ['apps.acme.example'] },
        'changed Production',
        { ...PRODUCTION, domains: ['apps.acme.example'] },
      ],
      [{ name: 7, address, order: 'last' }, 'changed Production', PRODUCTION],
      [{ name: 'Mine', address, lifetime: 'what?' }, 'changed Mine', PRODUCTION],
      [{ name: 'Production', lifetime: LIFETIME }, 'changed Production', PRODUCTION],
      // what LifeTime does not know stays the person's to mend
      [
        { ...PRODUCTION, domains: 'apps.acme.example' },
        'unchanged Production',
        { ...PRODUCTION, domains: 'apps.acme.example' },
      ],
    ] as const) {
      const entry = { hosting: 'cloud', ...broken };
      const items = plan([entry], one);
      assert.deepEqual(kinds(items), [kind], JSON.stringify(broken));
      assert.deepEqual(applyImport([entry], items), [mended]);
    }
    // of two with one name the second is broken: it gets another
    const twins = plan(
      [DEV, { ...PRODUCTION, name: DEV?.name }],
      [DEV, PRODUCTION].flatMap((each) => each ?? []),
    );
    assert.deepEqual(kinds(twins), ['unchanged Development', 'changed Production']);
    // and one that stands twice is not gone
    assert.deepEqual(kinds(plan([PRODUCTION, PRODUCTION], one)), ['unchanged Production']);
    assert.deepEqual(kinds(plan([{ name: '', lifetime: LIFETIME }], [])), ['gone entry 1']);
  });

  it('touches neither other LifeTimes’ entries nor what is no entry', () => {
    const other = { name: 'Production', address: 'other.outsystemsenterprise.com', lifetime: 'https://other.example' };
    const strange = { name: 'Quality', lifetime: 'https://other.example' };
    const setting = [other, strange, 'text', null, 7];
    const items = plan(setting);
    assert.deepEqual(kinds(items), [
      'new Development',
      'new Quality (qa.acme.example)',
      'new Production (acme.outsystemsenterprise.com)',
    ]);
    const merged = applyImport(setting, items);
    assert.deepEqual(merged.slice(0, 5), setting);
    assert.deepEqual(kinds(plan(merged)), [
      'unchanged Development',
      'unchanged Quality (qa.acme.example)',
      'unchanged Production (acme.outsystemsenterprise.com)',
    ]);
  });

  it('has nothing to do after it was carried out, whatever was there', () => {
    const odd: readonly unknown[] = [
      null,
      'text',
      { name: 'Production', address: 'https://QA.acme.example/', lifetime: 'what?' },
      { name: ' Development ', address: 'acme.outsystemsenterprise.com', order: 1e300 },
      { address: 'acme.outsystemsenterprise.com', lifetime: LIFETIME, domains: 7 },
    ];
    const { environments: twins } = read([
      ...THREE,
      listed({ Key: 'd' }),
      listed({ Key: 'e', Name: 'Production (acme.outsystemsenterprise.com)', Order: 1e300 }),
    ]);
    const merged = applyImport(odd, plan(odd, twins));
    const named = (address: string): readonly string[] =>
      twins.filter((one) => one.address === address).map(({ name }) => name);
    assert.deepEqual(
      planImport(merged, twins, LIFETIME, named).filter(({ kind }) => kind !== 'unchanged'),
      [],
    );
    const names = environmentsOf(parseEnvironments(merged)).map(({ name }) => name);
    assert.equal(new Set(names).size, names.length);
  });

  it('tells what is gone, and takes it out where that was chosen', () => {
    const setting = [
      { ...DEV, lifetime: 'http://LT.acme.example/lifetime' },
      PRODUCTION,
      { name: 'Own', address: 'own.example' },
    ];
    const items = plan(setting, PRODUCTION && [PRODUCTION]);
    assert.deepEqual(kinds(items), ['unchanged Production', 'gone Development']);
    assert.deepEqual(applyImport(setting, items), [PRODUCTION, setting[2]]);
  });

  it('takes an entry once, and tells names and addresses that come twice', () => {
    const { environments, notices } = read([
      listed(),
      listed(),
      listed({ Key: 'x', HostName: 'second.acme.example' }),
      listed({ Key: 'y', Name: 'Live' }),
    ]);
    assert.deepEqual(
      environments.map(({ name, address }) => [name, address]),
      [
        ['Production', 'acme.outsystemsenterprise.com'],
        ['Production (second.acme.example)', 'second.acme.example'],
        ['Live', 'acme.outsystemsenterprise.com'],
      ],
    );
    assert.deepEqual(notices, [
      'LifeTime lists “Production” twice; it is taken once.',
      '“Production” and “Live” have the same address, acme.outsystemsenterprise.com.',
      'LifeTime has several environments called “Production”; one of them is listed as “Production (second.acme.example)”.',
    ]);
    const setting = applyImport([], plan([], environments));
    assert.ok(plan(setting, environments).every(({ kind }) => kind === 'unchanged'));
  });

  it('replaces a setting that is no list', () => {
    assert.deepEqual(applyImport('x', plan('x')), FOUND);
  });
});
