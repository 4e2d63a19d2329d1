import * as assert from 'node:assert/strict';
import type { CopyableFact, PageRequest, ViewState } from '../../../src/shared/protocol.ts';
import { untrustedRoot, wrongDomain } from './states/brokenStates.ts';
import { failed, locked, refused, tooMuchWork, working, workingLong } from './states/fileStates.ts';
import { changedOnDisk, noEnvironment, perfect } from './states/soundStates.ts';
import { issuersOffered, notRevoked } from './states/onlineStates.ts';
import { usePreview } from './support/suite.ts';

const BUTTONS: readonly (readonly [state: ViewState, button: string, request: PageRequest])[] = [
  [locked, 'Unlock…', { command: 'unlock' }],
  [working, 'Cancel', { command: 'cancel' }],
  [refused, 'Try again', { command: 'reload' }],
  [refused, 'Build a PFX from it…', { command: 'buildPfx' }],
  [issuersOffered, 'Fetch missing certificates…', { command: 'goOnline', kind: 'issuers' }],
  [notRevoked, 'Check again…', { command: 'goOnline', kind: 'revocation' }],
  [tooMuchWork, 'Open anyway', { command: 'insist' }],
  [tooMuchWork, 'Cancel', { command: 'close' }],
  [workingLong, 'Cancel', { command: 'cancel' }],
  [failed, 'Reload', { command: 'reload' }],
  [failed, 'Show log', { command: 'showLog' }],
  [perfect, 'Submit…', { command: 'submit' }],
  [perfect, 'Copy report', { command: 'copyReport' }],
  [perfect, 'Environment: Production · apps.acme.com', { command: 'chooseEnvironment' }],
  [changedOnDisk, 'Reload', { command: 'reload' }],
  [noEnvironment, 'Add environment…', { command: 'addEnvironment' }],
  [{ ...noEnvironment, environments: 2 }, 'Choose environment…', { command: 'chooseEnvironment' }],
  [untrustedRoot, 'Trust this CA…', { command: 'mend', finding: 0, action: 'trustRoot' }],
  [wrongDomain, 'Choose environment…', { command: 'mend', finding: 0, action: 'chooseEnvironment' }],
];

const FACTS: Readonly<Record<Exclude<CopyableFact, 'fileSha256'>, string>> = {
  subject: 'Subject',
  issuer: 'Issuer',
  serial: 'Serial number',
  sha1: 'Thumbprint (SHA-1)',
  sha256: 'Thumbprint (SHA-256)',
  subjectAltNames: 'Names it covers',
  notBefore: 'Valid from',
  notAfter: 'Valid to',
  pem: 'Certificate as text (PEM)',
};

describe('Report page: requests', () => {
  const open = usePreview();

  it('says ready first', async () => {
    const shown = await open(locked);
    assert.deepEqual(await shown.posted(), [{ type: 'ready' }]);
  });

  for (const [state, name, request] of BUTTONS) {
    it(`${name} (${state.kind}) posts ${request.command}`, async () => {
      const shown = await open(state);
      await shown.page.getByRole('button', { name, exact: true }).first().click();
      assert.deepEqual(await shown.posted(), [{ type: 'ready' }, { type: 'request', id: 1, request }]);
    });
  }

  it('copies each fact of the certificate it stands by', async () => {
    const shown = await open(perfect);
    await shown.page.locator('summary', { hasText: '*.acme.com' }).click();
    for (const [fact, name] of Object.entries(FACTS)) {
      // oxlint-disable-next-line no-await-in-loop -- in their order
      await shown.page.getByRole('button', { name: `Copy: ${name}, *.acme.com`, exact: true }).click();
      const last = (await shown.requests()).at(-1); // oxlint-disable-line no-await-in-loop
      assert.deepEqual(last, { command: 'copyFact', certificate: 0, fact });
    }
  });

  it('a second press waits for the answer to the first', async () => {
    const shown = await open(perfect);
    await shown.page.getByRole('button', { name: 'Submit…' }).dblclick();
    assert.equal((await shown.requests()).length, 1);
    await shown.answer();
    await shown.page.getByRole('button', { name: 'Submit…' }).click();
    assert.equal((await shown.requests()).length, 2);
  });
});

describe('Report page: answers', () => {
  const open = usePreview();

  it('an error is shown beside its button and read out', async () => {
    const shown = await open(perfect);
    await shown.page.getByRole('button', { name: 'Submit…' }).click();
    await shown.answer('There is no editor to write the draft into.');
    const place = shown.page.locator('header .answer');
    assert.equal(await place.innerText(), 'There is no editor to write the draft into.');
    assert.equal(await place.getAttribute('aria-live'), 'polite');
  });

  it('an error of a copy stands under its fact', async () => {
    const shown = await open(perfect);
    await shown.page.locator('summary', { hasText: '*.acme.com' }).click();
    await shown.page.getByRole('button', { name: 'Copy: Serial number, *.acme.com', exact: true }).click();
    await shown.answer('The clipboard is not available.');
    assert.equal(
      await shown.page.locator('.fact', { hasText: 'Serial number' }).first().locator('.answer').innerText(),
      'The clipboard is not available.',
    );
  });

  it('an error without words still says that something failed', async () => {
    const shown = await open(locked);
    await shown.page.getByRole('button', { name: 'Unlock…' }).click();
    await shown.answer('');
    assert.equal(await shown.page.locator('main .answer').innerText(), 'The extension could not do that.');
  });

  it('an error that comes after its state is gone is shown on top', async () => {
    const shown = await open(locked);
    await shown.page.getByRole('button', { name: 'Unlock…' }).click();
    await shown.send({ type: 'state', state: working });
    await shown.answer('The password box could not be opened.');
    assert.equal(await shown.page.locator('.page-answer').innerText(), 'The password box could not be opened.');
  });

  it('a copy is confirmed, and the next press takes an old error away', async () => {
    const shown = await open(perfect);
    const copy = shown.page.getByRole('button', { name: 'Copy report' });
    await copy.click();
    await shown.answer('The clipboard is not available.');
    await copy.click();
    assert.equal(await shown.page.locator('header .answer').innerText(), '');
    await shown.answer();
    assert.equal(await shown.page.locator('header .answer').textContent(), 'Copied');
  });
});
