import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { RULES } from '../../../../src/core/rules/table.ts';
import type { Params } from '../../../../src/core/rules/rule.ts';
import { FINDING_TITLES_PT } from '../../../../src/core/tickets/texts/findingTitlesPt.ts';

describe('Portuguese titles of findings', () => {
  it('are there for every rule, and for no other', () =>
    assert.deepEqual(Object.keys(FINDING_TITLES_PT).sort(), RULES.map(({ code }) => code).sort()));

  it('fill in what the English ones do, and nothing that there is not', () => {
    for (const { code, title } of RULES) {
      const used = (make: (params: Params) => string): ReadonlySet<string> => {
        const names = new Set<string>();
        make(new Proxy({}, { get: (_, name) => (names.add(String(name)), 'x') }));
        return names;
      };
      const portuguese = used(FINDING_TITLES_PT[code] ?? (() => ''));
      const english = used(title);
      // a day in place of a number of days; a reason is an English phrase
      const allowed = new Set([...english, ...(code === 'expiry.expiringSoon' ? ['date'] : [])]);
      for (const name of portuguese) assert.ok(allowed.has(name), `${code}: ${name}`);
    }
  });

  it('write days as numbers', () =>
    assert.equal(
      FINDING_TITLES_PT['expiry.expired']?.({ date: '5 Feb 2027', since: '' }),
      'O certificado expirou em 2027-02-05',
    ));

  it('leave no English in what they fill in', () => {
    const names = Array.from({ length: 6 }, (_, index) => `n${index}.acme.example`);
    const title = (code: string, params: Params): string => FINDING_TITLES_PT[code]?.(params) ?? '';
    assert.equal(
      title('domain.notCovered', { domains: `${names.slice(0, 4).join(', ')}, and 2 more` }),
      'O certificado não cobre: n0.acme.example, n1.acme.example, n2.acme.example, n3.acme.example e mais 2',
    );
    assert.equal(
      title('chain.weakSignature', { name: 'Acme', algorithm: 'RSA with SHA-1' }),
      '“Acme” está assinado com RSA com SHA-1',
    );
    // every purpose that the rule can name
    const source = fs.readFileSync('src/core/rules/publicCa/forbiddenPurposes.ts', 'utf8');
    const purposes = [...source.matchAll(/\[Purpose\.\w+\]: '(.+)'/g)].map(([, name = '']) => name);
    assert.equal(purposes.length, 6);
    for (const purpose of purposes)
      if (purpose !== 'e-mail')
        assert.doesNotMatch(title('publicCa.forbiddenPurposes', { purposes: `x, ${purpose}` }), new RegExp(purpose));
  });
});
