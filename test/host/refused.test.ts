import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { eventually } from '../ui/support/eventually.ts';
import { choose, password } from './support/answers.ts';
import { PASSWORD, pfxFile } from './support/pfxFiles.ts';
import { open, place, reportFor, state } from './support/sessions.ts';
import { ALL, setSetting, workspaceFile } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

const bytesOf = (name: 'locked.pfx' | 'root.pem'): Buffer => fs.readFileSync(pfxFile(name));

describe('what is no PFX', () => {
  const suite = useExtension();

  const refusals: readonly (readonly [what: string, bytes: () => Uint8Array, title: RegExp])[] = [
    ['an empty file', () => new Uint8Array(), /^The file is empty$/],
    ['a text', () => Buffer.from('# Not a certificate\n'), /^This is a text file, not a PFX$/],
    ['a certificate in PEM form', () => bytesOf('root.pem'), /^This is a certificate in PEM form, not a PFX$/],
    ['a PFX that is cut off', () => bytesOf('locked.pfx').subarray(0, 700), /^The file is cut off$/],
    ['random bytes', () => new Uint8Array(4096).map((_, index) => (index * 151 + 77) % 256), /not a PFX$/],
  ];
  for (const [what, bytes, title] of refusals) {
    it(`says what it is: ${what}`, async () => {
      const session = await open(suite, place(bytes()));
      const { problem } = await state(session, 'refused');
      assert.ok(typeof problem === 'object');
      assert.match(problem.title, title);
      assert.ok(problem.detail && problem.mend);
      assert.equal(suite.prompts.count, 0, 'no question');
    });
  }

  it('does not read 17 MiB', async () => {
    const session = await open(suite, place(Buffer.alloc(17 * 2 ** 20, 0x30)));
    const { file, problem } = await state(session, 'refused');
    assert.equal(problem, 'tooLarge');
    assert.equal(file.size, null);
  });

  it('says that a folder is one', async () => {
    const folder = workspaceFile('folder.pfx');
    fs.mkdirSync(folder.fsPath, { recursive: true });
    const { problem } = await state(await open(suite, folder), 'refused');
    assert.equal(problem, 'folder');
  });

  it('says that a file is gone, and reads it once it is back', async () => {
    const uri = place('open.pfx');
    const bytes = fs.readFileSync(uri.fsPath);
    fs.rmSync(uri.fsPath);
    const session = await open(suite, uri);
    assert.equal((await state(session, 'refused')).problem, 'gone');
    fs.writeFileSync(uri.fsPath, bytes);
    await state(session, 'refused', (shown) => assert.equal(shown.changedOnDisk, true));
    await session.load();
    await reportFor(session, null);
  });

  it('takes .p12 and capital letters as well', async () => {
    for (const ending of ['p12', 'PFX']) await reportFor(await open(suite, place('open.pfx', ending)), null);
  });

  it('offers no report to copy or submit', async () => {
    await state(await open(suite, place(new Uint8Array())), 'refused');
    for (const command of ['submitCertificate', 'copyReport']) {
      await suite.run(`outsystemsSsl.${command}`);
      assert.match(suite.errors.take().join('|'), /^There is no report( to submit)? yet: open the file first\.$/);
    }
  });
});

describe('a file that changes while its report is open', () => {
  const suite = useExtension();

  before(async () => {
    await setSetting('environments', ALL);
    await setSetting('trustedCertificates', [pfxFile('root.pem')]);
  });

  it('is told apart, and read again with the password that is known', async () => {
    const uri = place('locked.pfx');
    const session = await open(suite, uri, [password(PASSWORD), choose('Development')]);
    const before = await reportFor(session, 'Development');
    fs.copyFileSync(pfxFile('appsOnly.pfx'), uri.fsPath);
    const { report } = await state(session, 'report', (shown) => assert.equal(shown.changedOnDisk, 'changed'));
    assert.equal(report.file.sha256, before.file.sha256, 'still the report of the file as it was');
    await session.load();
    const { report: after } = await state(session, 'report', (shown) => assert.equal(shown.changedOnDisk, 'no'));
    assert.notEqual(after.file.sha256, before.file.sha256);
    assert.equal(after.certificates[0]?.name, 'apps.acme.example');
    assert.equal(after.environment?.name, 'Development');
  });

  it('asks for another password where the new file has one', async () => {
    const uri = place('open.pfx');
    const session = await open(suite, uri, [choose('Production')]);
    await reportFor(session, 'Production');
    fs.copyFileSync(pfxFile('locked.pfx'), uri.fsPath);
    await state(session, 'report', (shown) => assert.equal(shown.changedOnDisk, 'changed'));
    suite.prompts.expect(password(PASSWORD));
    await session.load();
    await reportFor(session, 'Production');
  });

  it('keeps the report of a file that goes, and takes the word back when it returns', async () => {
    const uri = place('open.pfx');
    const bytes = fs.readFileSync(uri.fsPath);
    const session = await open(suite, uri, [choose('Production')]);
    await reportFor(session, 'Production');
    fs.rmSync(uri.fsPath);
    await state(session, 'report', (shown) => assert.equal(shown.changedOnDisk, 'gone'));
    fs.writeFileSync(uri.fsPath, bytes);
    await state(session, 'report', (shown) => assert.equal(shown.changedOnDisk, 'no'));
  });

  it('ends its session with its editor', async () => {
    const session = await open(suite, place('open.pfx'), [choose('Production')]);
    await reportFor(session, 'Production');
    await suite.run('workbench.action.closeAllEditors');
    await eventually(() => assert.deepEqual(suite.api.editor.sessions, []));
    assert.equal(suite.api.editor.active, undefined);
  });
});

describe('files of trusted certificates', () => {
  const suite = useExtension();

  it('decide what a chain ends in; those that cannot be used are named', async () => {
    await setSetting('environments', []);
    await setSetting('trustedCertificates', []);
    const session = await open(suite, place('open.pfx'));
    assert.equal((await reportFor(session, null)).checks.chain.status, 'fail');
    const text = place(Buffer.from('no certificate'), 'pem').path.split('/').at(-1) ?? '';
    await setSetting('trustedCertificates', ['not-there.pem', text, pfxFile('root.pem')]);
    const { report, trustProblems } = await state(session, 'report', (shown) =>
      assert.equal(shown.trustProblems.length, 2),
    );
    assert.match(trustProblems[0] ?? '', /not-there\.pem.*can’t be read/);
    assert.ok(trustProblems[1]?.includes(text) && trustProblems[1].includes('holds no certificate'));
    assert.notEqual(report.checks.chain.status, 'fail');
    const anchor = report.chain.at(-1);
    assert.deepEqual(anchor?.kind === 'certificate' && anchor.anchorStores, ['user']);
  });
});
