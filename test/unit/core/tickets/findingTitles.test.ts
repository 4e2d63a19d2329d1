import assert from 'node:assert/strict';
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
});
