import * as assert from 'node:assert/strict';
import { keyMismatch, missingIntermediate, wrongDomain } from './states/brokenStates.ts';
import { expired, notYetValid } from './states/expiryStates.ts';
import { changedOnDisk, gone, large, noEnvironment, perfect } from './states/soundStates.ts';
import { refusedChanged, tooMuchWork, working, workingLong, wrongPassword } from './states/fileStates.ts';
import { usePreview } from './support/suite.ts';

describe('Report page: what it says', () => {
  const open = usePreview();

  it('the four checks in order, each with its verdict as a word', async () => {
    const { page } = await open(expired);
    assert.deepEqual(await page.locator('.card h3').allTextContents(), [
      'Passed: Chain',
      'Failed: Expiry',
      'Passed: Domain match',
      'Passed: Private key',
    ]);
  });

  it('a finding: why, what to do and LifeTime’s words apart', async () => {
    const { page } = await open(missingIntermediate);
    const parts = page.locator('.finding-text > p');
    assert.match(await parts.nth(0).innerText(), /^Browsers and phones/);
    assert.match(await parts.nth(1).innerText(), /^What to do: Get it from your CA/);
    assert.match(await parts.nth(2).innerText(), /^LifeTime would say: .*unable to get local issuer/);
    assert.equal(await page.locator('.finding details').getAttribute('open'), null);
  });

  it('a missing certificate stands in its place, with where it can be had', async () => {
    const { page } = await open(missingIntermediate);
    const boxes = page.locator('.chain > li .box');
    assert.equal(await boxes.count(), 2);
    assert.match((await boxes.nth(1).textContent()) ?? '', /Missing: Example Trust RSA CA 4/);
    assert.equal(
      await page.locator('.note code').innerText(),
      'http://cacerts.example-trust.com/ExampleTrustRSACA4.crt',
    );
    assert.match(await page.locator('.others').innerText(), /Example Trust Root R2/);
  });

  it('an arrow says when a signature does not hold', async () => {
    const { page } = await open(keyMismatch);
    assert.deepEqual(await page.locator('.arrow span').allInnerTexts(), ['not signed by', 'issued by']);
  });

  it('validity as a table: dates in UTC with the moment behind them, and time left', async () => {
    const { page } = await open(expired);
    const rows = page.getByRole('table', { name: 'Validity of each certificate' }).getByRole('row');
    assert.deepEqual(await rows.nth(1).getByRole('cell').allTextContents(), [
      '1 Oct 2025',
      '31 Oct 2026',
      'expired 23 days ago',
    ]);
    assert.equal(await rows.nth(1).locator('time').nth(1).getAttribute('title'), '2026-10-31T23:59:59Z');
  });

  it('a certificate of the future says from when', async () => {
    const { page } = await open(notYetValid);
    assert.match(await page.locator('.span-end').first().innerText(), /19 Jul 2027 · starts 1 Jan 2027/);
  });

  it('a root of 20 years leaves the leaf readable', async () => {
    const { page } = await open(perfect);
    const widths = await page.evaluate<number[]>(
      '[...document.querySelectorAll(".bar")].map((bar) => bar.getBoundingClientRect().width)',
    );
    const [leaf = 0, , root = 0] = widths;
    assert.ok(leaf > root / 2, widths.join(', '));
    assert.equal(await page.locator('.edge').count(), 4);
  });

  it('domains as a table that keeps its roles as a list', async () => {
    const { page } = await open(wrongDomain, 'lightModern', 320);
    const rows = page.getByRole('table', { name: 'Domain match' }).getByRole('row');
    assert.equal(await rows.count(), 4);
    const [domain, covered] = await Promise.all(
      ['.domain', '.covered'].map((cell) => page.locator(cell).first().boundingBox()),
    );
    assert.ok(domain && covered && covered.y >= domain.y + domain.height, 'the cells stand below each other');
    assert.deepEqual(await rows.nth(2).getByRole('cell').allTextContents(), [
      'acme.com',
      'nearest acme.org: ends in .org, not .com',
      'Not covered',
    ]);
  });

  it('each environment once, its domains below each other', async () => {
    const { page } = await open(large);
    assert.deepEqual(await page.locator('.domains tbody th bdi').allInnerTexts(), [
      'Production',
      'Quality',
      'Test',
      'Development',
      'Sandbox',
    ]);
    assert.equal(await page.locator('.chain.tall .box').count(), 6);
    assert.match(await page.locator('.banner').innerText(), /corporate-ca\.pem/);
  });

  it('no environment: what would be compared, and the names it has', async () => {
    const { page } = await open(noEnvironment);
    assert.match(
      await page.locator('.empty').innerText(),
      /Which domains should it serve\?[^]*\*\.acme\.com acme\.com/,
    );
  });

  it('the file changed or went away meanwhile', async () => {
    const changed = await open(changedOnDisk);
    assert.match(await changed.page.locator('.banner').innerText(), /changed on disk/);
    const away = await open(gone);
    assert.match(await away.page.locator('.banner').innerText(), /no longer there/);
    assert.equal(await away.page.getByRole('button', { name: 'Reload' }).count(), 0);
    const refused = await open(refusedChanged);
    assert.match(await refused.page.locator('main').innerText(), /not a PFX but a PEM[^]*changed on disk/);
  });

  it('a wrong password says so and asks again', async () => {
    const { page } = await open(wrongPassword);
    assert.match(await page.locator('.reason').innerText(), /That password is wrong/);
    assert.equal(await page.getByRole('button', { name: 'Unlock…' }).count(), 1);
  });

  it('a file that asks for too much work: the cost, and that it can be opened all the same', async () => {
    const { page } = await open(tooMuchWork);
    assert.match(await page.locator('main').innerText(), /90,000,000 rounds; at most 5,000,000.*about 48 seconds/);
    assert.deepEqual(await page.getByRole('button').allInnerTexts(), ['Open anyway', 'Cancel']);
    const long = await open(workingLong);
    assert.match(await long.page.locator('.reason').innerText(), /ended after about 3 minutes at the latest/);
  });

  it('progress in words', async () => {
    const { page } = await open(working);
    assert.equal(await page.locator('[aria-current=step]').textContent(), 'Opening it with the password (now)');
  });

  it('how the file is built: every entry with its place, name and key id, and which belong together', async () => {
    const { page } = await open(perfect);
    await page.locator('summary', { hasText: 'The file' }).click();
    const rows = page.locator('.bags tbody tr');
    assert.deepEqual(await rows.first().getByRole('cell').allInnerTexts(), [
      '1',
      'certificate *.acme.com',
      'acme wildcard',
      '1f8ae20cdd13d2bd2f85d3cc5a1c4f0d1b3b7a55\nthe same as position 4',
    ]);
    assert.equal(await rows.count(), 4);
    const facts = (await page.locator('details[data-key=file] .fact').allInnerTexts()).map((text) =>
      text.replace(/\s+/g, ' ').trim(),
    );
    for (const fact of [
      'Written by OpenSSL 3',
      'Protection against changes (MAC) HMAC-SHA-256, 2,048 iterations',
      'Encryption of the private key PBES2 AES-256-CBC, PBKDF2 HMAC-SHA-256, 2,048 iterations',
      'Order of the certificates that of the chain, the leaf first',
      'Encoding DER throughout',
      'Bytes behind the end none',
    ])
      assert.ok(facts.includes(fact), `${fact}: ${facts.join(' | ')}`);
  });
});
