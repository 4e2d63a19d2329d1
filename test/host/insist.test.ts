import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import type { ViewState } from '../../src/shared/protocol.ts';
import { pfxOfSafes, safesOf } from '../fixtures/splicePfx.ts';
import { eventually } from '../ui/support/eventually.ts';
import { password } from './support/answers.ts';
import { OTHER_PASSWORD, PASSWORD, pfxFile } from './support/pfxFiles.ts';
import { open, place, reportFor, state } from './support/sessions.ts';
import { useExtension } from './support/useExtension.ts';

describe('a file that asks for more work than usual', () => {
  const suite = useExtension();

  it('says the cost, asks nothing, and opens once somebody insists', async () => {
    const session = await open(suite, place('manyRounds.pfx'));
    const { problem } = await state(session, 'refused');
    assert.ok(typeof problem === 'object' && problem.insist);
    assert.match(problem.detail, /5,000,001 rounds; at most 5,000,000.*about one second/);
    assert.equal(suite.prompts.count, 0);
    const states: ViewState[] = [];
    const subscription = session.onDidChangeState((shown) => states.push(shown));
    suite.prompts.expect(password('not this one', PASSWORD));
    await session.insist();
    subscription.dispose();
    await reportFor(session, null);
    assert.equal(suite.prompts.count, 1, 'the password and nothing else');
    const limits = states.flatMap((shown) => (shown.kind === 'working' ? [shown.timeLimit] : []));
    assert.deepEqual(limits, [10, 10], 'one for each password: never below the usual time');
    // reading it again needs no second consent
    await session.load();
    await reportFor(session, null);
  });

  it('is cancelled like any other', async () => {
    const session = await open(suite, place('manyRounds.pfx'));
    await state(session, 'refused');
    suite.prompts.expect({
      to: 'password',
      give: async ({ attempt }) => {
        const running = attempt(PASSWORD);
        await state(session, 'working');
        session.cancel();
        assert.equal(await running, 'The attempt was cancelled.');
        assert.equal(await attempt(PASSWORD), undefined);
      },
    });
    await session.insist();
    await reportFor(session, null);
  });

  it('is not opened where another file takes its place', async () => {
    const uri = place('manyRounds.pfx');
    const session = await open(suite, uri);
    await state(session, 'refused');
    suite.prompts.expect(password(PASSWORD));
    await session.insist();
    await reportFor(session, null);
    const bytes = fs.readFileSync(uri.fsPath);
    fs.writeFileSync(uri.fsPath, Buffer.concat([bytes, Buffer.from('\n')]));
    await session.load();
    await state(session, 'refused');
  });

  it('closes its editor when somebody turns away', async () => {
    const session = await open(suite, place('manyRounds.pfx'));
    await state(session, 'refused');
    session.close();
    await eventually(() => assert.deepEqual(suite.api.editor.sessions, []));
  });
});

describe('a key under a password of its own', () => {
  const suite = useExtension();

  it('is told, asked for, and opened; the password stays in memory', async () => {
    const [certificates] = safesOf(fs.readFileSync(pfxFile('locked.pfx')));
    const [, key] = safesOf(fs.readFileSync(pfxFile('otherPassword.pfx')));
    assert.ok(certificates && key);
    const session = await open(suite, place(pfxOfSafes(certificates, key)), [password(PASSWORD)]);
    const before = await reportFor(session, null);
    assert.equal(before.key, null);
    const index = before.findings.findIndex(({ action }) => action === 'keyPassword');
    assert.equal(before.findings[index]?.code, 'key.otherPassword');
    const answer = password('not this one', OTHER_PASSWORD);
    suite.prompts.expect(answer);
    await session.unlockParts();
    assert.deepEqual(answer.reasons, ['That password opens nothing more in this file.']);
    const after = await reportFor(session, null);
    assert.equal(after.key?.matchesLeaf, true);
    assert.ok(after.file.bags.every(({ locked }) => locked === undefined));
    await session.load();
    assert.equal((await reportFor(session, null)).key?.matchesLeaf, true, 'kept for a reload');
    const everything = JSON.stringify([session.state, after]);
    assert.ok(!everything.includes(PASSWORD) && !everything.includes(OTHER_PASSWORD));
  });
});
