import * as assert from 'node:assert/strict';
import { lints, replaces } from './states/replacesStates.ts';
import { perfect } from './states/soundStates.ts';
import { usePreview } from './support/suite.ts';

describe('Report page: rules of public CAs, environments, what is replaced', () => {
  const open = usePreview();

  it('the rules of public CAs stand in a group of their own, which says what they are', async () => {
    const shown = await open(lints);
    const { page } = shown;
    assert.deepEqual(await page.locator('.findings:not(.lints) h3').allInnerTexts(), [
      '“*.acme.com” ends on 12 Dec 2026',
    ]);
    assert.deepEqual(await page.locator('.lints h3').allInnerTexts(), [
      'The certificate has 1 signed timestamp; browsers ask for 3',
      'The certificate may also be used for clients',
    ]);
    const group = page.getByRole('list', { name: 'Rules for public certificates' });
    assert.equal(await group.getByRole('listitem').count(), 2);
    assert.match(await page.locator('section', { has: group }).innerText(), /None of it makes the chain untrusted/);
    // a button there still means its own finding
    await group.getByRole('button', { name: 'Choose environment…' }).click();
    assert.deepEqual(await shown.requests(), [{ command: 'mend', finding: 2, action: 'chooseEnvironment' }]);
    assert.equal(await (await open(perfect)).page.locator('.lints').count(), 0);
  });

  it('which of all environments it would serve, those without a domain too', async () => {
    const { page } = await open(replaces);
    assert.equal(await page.locator('.totals').innerText(), 'Serves 2 of 4 environments.');
    assert.deepEqual(
      (await page.locator('.domains tbody th').allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()),
      ['Production (this environment)2 of 2 domains', 'Quality', 'Development', 'Sandbox'].map((text) =>
        text.replace(')2', ') 2'),
      ),
    );
    assert.match(await page.locator('.domains tbody').last().innerText(), /no domain is known yet/);
  });

  it('what changes against what is served now', async () => {
    const { page } = await open(replaces);
    const rows = page.locator('.compare tbody tr');
    const texts = (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
    assert.deepEqual(texts, [
      'Certificate www.acme.com *.acme.com',
      'Valid to 19 Dec 2026 12 Feb 2027 55 days won',
      'Issued by Example Trust RSA CA 3 Example Trust RSA CA 4 another one',
      'Names Only here: Domain of the environment that is lost: acme.com legacy.acme.com Only here: *.acme.com',
      'Pin of the public key (SHA-256) r/mIkG3eEpVdm+u/ko/cwxzOMo1bk4TyHIlByibiA5E= YLh1dUR9y6Kja30RrAn7JKnbQG/uEtLMkBgFF2Fuihg= a new key: put the new pin into apps with SSL pinning before the change',
    ]);
    assert.equal(await page.locator('.compare').count(), 1, 'the same certificate needs no table');
    assert.match(await page.locator('.same').innerText(), /served already: nothing changes/);
    assert.equal(await (await open(perfect)).page.locator('.replaces').count(), 0);
  });

  it('is a list with every value named where it is narrow', async () => {
    const { page } = await open(replaces, 'lightModern', 320);
    const row = page.locator('.compare tbody tr').nth(1);
    assert.equal(
      (await row.innerText()).replace(/\s+/g, ' '),
      'Valid to Served now: 19 Dec 2026 This file: 12 Feb 2027 Change: 55 days won',
    );
    assert.equal(await row.getByRole('cell').count(), 3);
  });
});
