import * as assert from 'node:assert/strict';
import { applyImport, type ImportedEnvironment, planImport } from '../../../../src/core/environments/importPlan.ts';

const LIFETIME = 'https://acme-lt.outsystemsenterprise.com';

const DEVELOPMENT: ImportedEnvironment = {
  name: 'Development',
  address: 'acme-dev.outsystemsenterprise.com',
  version: '11.28.1.0',
  hosting: 'cloud',
  type: 'Development',
  lifetime: LIFETIME,
  order: 1,
};

const PRODUCTION: ImportedEnvironment = {
  ...DEVELOPMENT,
  name: 'Production',
  address: 'acme.outsystemsenterprise.com',
  type: 'Production',
  order: 2,
};

/** As an import writes it. */
const written = (environment: ImportedEnvironment): object => ({ ...environment, domains: [] });

const all = (raw: readonly unknown[], found: readonly ImportedEnvironment[]): readonly unknown[] =>
  applyImport(raw, planImport(raw, LIFETIME, found).rows);

describe('the plan of an import', () => {
  it('adds what the setting does not have', () => {
    const plan = planImport([], LIFETIME, [DEVELOPMENT, PRODUCTION]);
    assert.deepEqual(plan, {
      rows: [
        { kind: 'new', environment: DEVELOPMENT },
        { kind: 'new', environment: PRODUCTION },
      ],
      unchanged: [],
    });
    assert.deepEqual(applyImport([], plan.rows), [written(DEVELOPMENT), written(PRODUCTION)]);
  });

  it('finds nothing to do the second time', () => {
    const raw = all([], [DEVELOPMENT, PRODUCTION]);
    assert.deepEqual(planImport(raw, LIFETIME, [DEVELOPMENT, PRODUCTION]), {
      rows: [],
      unchanged: ['Development', 'Production'],
    });
  });

  it('tells each field that changed, and leaves what the person added', () => {
    const own = { ...written(PRODUCTION), domains: ['apps.acme.example'], contact: 'ops@acme.example' };
    const told: ImportedEnvironment = { ...PRODUCTION, version: '11.30.0.0', order: 5 };
    const { rows } = planImport([own], LIFETIME, [told]);
    assert.deepEqual(rows, [
      {
        kind: 'changed',
        index: 0,
        environment: told,
        changes: [
          { field: 'version', from: '11.28.1.0', to: '11.30.0.0' },
          { field: 'order', from: 2, to: 5 },
        ],
      },
    ]);
    assert.deepEqual(applyImport([own], rows), [{ ...own, version: '11.30.0.0', order: 5 }]);
  });

  it('leaves version and type where LifeTime does not tell them', () => {
    const { name, address, hosting, lifetime, order } = PRODUCTION;
    const told: ImportedEnvironment = { name, address, hosting, lifetime, order };
    assert.deepEqual(planImport([written(PRODUCTION)], LIFETIME, [told]), { rows: [], unchanged: ['Production'] });
    assert.deepEqual(all([], [told]), [{ name, address, domains: [], hosting, lifetime, order }]);
  });

  it('takes an entry without a LifeTime for the same environment, by its address or its name', () => {
    const byAddress = { name: 'Prod', address: 'ACME.outsystemsenterprise.com', domains: ['apps.acme.example'] };
    const byName = { name: 'development', address: 'dev.acme.example' };
    const { hosting: _, ...production } = PRODUCTION;
    const { hosting: __, ...development } = DEVELOPMENT;
    // OutSystems' cloud is what an entry without hosting is in
    assert.deepEqual(all([byAddress, byName], [DEVELOPMENT, PRODUCTION]), [
      { ...production, address: byAddress.address, domains: byAddress.domains },
      development,
    ]);
  });

  it('takes the address before the name, and no entry twice', () => {
    const swapped = [
      { ...written(DEVELOPMENT), name: 'Production' },
      { ...written(PRODUCTION), name: 'Development' },
    ];
    const { rows } = planImport(swapped, LIFETIME, [DEVELOPMENT, PRODUCTION]);
    assert.deepEqual(
      rows.map((row) => row.kind === 'changed' && [row.index, row.changes]),
      [
        [0, [{ field: 'name', from: 'Production', to: 'Development' }]],
        [1, [{ field: 'name', from: 'Development', to: 'Production' }]],
      ],
    );
  });

  it('tells what LifeTime has no more, and takes it out where that is picked', () => {
    const raw = [written(DEVELOPMENT), written(PRODUCTION)];
    const plan = planImport(raw, LIFETIME, [PRODUCTION]);
    assert.deepEqual(plan.rows, [
      { kind: 'gone', index: 0, name: 'Development', address: 'acme-dev.outsystemsenterprise.com' },
    ]);
    assert.deepEqual(applyImport(raw, plan.rows), [written(PRODUCTION)]);
    assert.deepEqual(applyImport(raw, []), raw);
  });

  it('leaves other LifeTimes, manual entries and what is no entry alone', () => {
    const raw = [
      { ...written(DEVELOPMENT), lifetime: 'https://other-lt.outsystemsenterprise.com' },
      { name: 'Self', address: 'self.acme.example' },
      'a text',
      null,
      { name: 7 },
      ['a list'],
    ];
    assert.deepEqual(all(raw, [PRODUCTION]), [...raw, written(PRODUCTION)]);
  });

  it('mends a broken entry of its own, and keeps the rest of it', () => {
    const broken = { ...written(PRODUCTION), version: '11.28', domains: 'apps.acme.example' };
    assert.deepEqual(all([broken], [PRODUCTION]), [{ ...broken, version: '11.28.1.0' }]);
  });

  it('sees one LifeTime in every way its address is written', () => {
    for (const lifetime of [`${LIFETIME}/lifetime/`, LIFETIME.toUpperCase(), LIFETIME.replace('https', 'http')]) {
      const raw = [{ ...written(PRODUCTION), lifetime }];
      assert.deepEqual(planImport(raw, LIFETIME, [PRODUCTION]), { rows: [], unchanged: ['Production'] }, lifetime);
    }
  });

  it('keeps names unique, the same way each time', () => {
    const other = { ...written(PRODUCTION), lifetime: 'https://other-lt.outsystemsenterprise.com' };
    const raw = all([other], [{ ...PRODUCTION, address: 'beta.outsystemsenterprise.com' }]);
    assert.deepEqual(
      raw.map((entry) => (entry as ImportedEnvironment).name),
      ['Production', 'Production (beta)'],
    );
    const again = planImport(raw, LIFETIME, [{ ...PRODUCTION, address: 'beta.outsystemsenterprise.com' }]);
    assert.deepEqual(again, { rows: [], unchanged: ['Production (beta)'] });
    const twice = planImport([], LIFETIME, [PRODUCTION, { ...PRODUCTION, address: 'acme.example' }]);
    assert.deepEqual(
      twice.rows.map((row) => row.kind === 'new' && row.environment.name),
      ['Production', 'Production (acme)'],
    );
  });
});
