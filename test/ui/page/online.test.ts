import * as assert from 'node:assert/strict';
import {
  issuersFetched,
  issuersOffered,
  issuersRunning,
  notRevoked,
  revocationFailed,
  revoked,
} from './states/onlineStates.ts';
import { perfect } from './states/soundStates.ts';
import { usePreview } from './support/suite.ts';

describe('Report page: over the network', () => {
  const open = usePreview();

  it('nothing where there is nothing to ask, or the settings forbid it', async () => {
    assert.equal(await (await open(perfect)).page.locator('.online').count(), 0);
    const never = await open({ ...issuersOffered, online: { allowed: [], running: null, problem: null } });
    assert.equal(await never.page.locator('.online').count(), 0);
    assert.equal(await never.page.getByRole('button', { name: 'Fetch missing certificates…' }).count(), 0);
  });

  it('says beside the button what is sent to whom, before anything is', async () => {
    const { page } = await open(issuersOffered);
    const panel = page.locator('.panel');
    assert.match(await panel.innerText(), /names cacerts\.example-trust\.test as the place/);
    await panel.locator('summary').click();
    assert.match(
      await panel.locator('li').innerText(),
      /^http:\/\/cacerts\.example-trust\.test\/rsa-ca-4\.crt is sent nothing but the request/,
    );
    const button = panel.getByRole('button');
    const id = (await button.getAttribute('aria-describedby')) ?? '';
    assert.match(await page.locator(`#${id}`).innerText(), /Nothing about you or your file is sent/);
  });

  it('asks for what its button says', async () => {
    const shown = await open(issuersOffered);
    await shown.page.locator('.panel').getByRole('button').click();
    assert.deepEqual(await shown.requests(), [{ command: 'goOnline', kind: 'issuers' }]);
  });

  it('shows that it runs, can be cancelled, and keeps the focus on its button', async () => {
    const shown = await open(issuersOffered);
    await shown.page.locator('.panel').getByRole('button').focus();
    await shown.send({ type: 'state', state: issuersRunning });
    assert.equal(await shown.page.evaluate('document.activeElement.innerText'), 'Cancel');
    assert.match(await shown.page.locator('.panel').innerText(), /Fetching the missing certificates…/);
    await shown.page.keyboard.press('Enter');
    assert.deepEqual(await shown.requests(), [{ command: 'cancelOnline' }]);
  });

  it('marks what was fetched as not in the file', async () => {
    const { page } = await open(issuersFetched);
    assert.match(await page.locator('.box').nth(1).innerText(), /fetched, not in the file/);
    assert.match(await page.locator('.fetched').innerText(), /RSA CA 4 was fetched from http:.*not in the file/);
    await page.locator('summary', { hasText: 'Example Trust RSA CA 4' }).click();
    assert.match(
      await page.locator('.fact', { hasText: 'Where it was found' }).nth(1).innerText(),
      /fetched from http:\/\/cacerts/,
    );
  });

  it('each certificate with its answer, when and from where', async () => {
    const { page } = await open(notRevoked);
    assert.deepEqual(
      (await page.locator('.result').allTextContents()).map((text) => text.split(/[:.]/).slice(0, 2).join(':')),
      [
        'Not revoked: *',
        'Not known: Example Trust RSA CA 4 Not known',
        'Not checked: Example Trust Root R2 Not checked',
      ],
    );
    assert.match(await page.locator('.box').first().innerText(), /not revoked$/);
    assert.match(await page.locator('.box').nth(1).innerText(), /revocation not known$/);
    await page.locator('summary', { hasText: '*.acme.com' }).click();
    const facts = await page.locator('details.fold').first().innerText();
    assert.match(facts, /Answered by\s+http:\/\/ocsp\.example-trust\.test · OCSP/);
    assert.match(facts, /That answer counts until\s+30 Nov 2026/);
    assert.equal(await page.getByRole('button', { name: 'Check again…' }).count(), 1);
  });

  it('a revoked certificate', async () => {
    const { page } = await open(revoked);
    assert.match(await page.locator('.result').first().innerText(), /Revoked on 20 Nov 2026/);
    assert.match(await page.locator('.box').first().innerText(), /revoked by its CA/);
  });

  it('a failure is no answer', async () => {
    const { page } = await open(revocationFailed);
    assert.match(await page.locator('.online-problem').innerText(), /Nothing is known from them/);
    assert.equal(await page.locator('.result').count(), 0);
  });
});
