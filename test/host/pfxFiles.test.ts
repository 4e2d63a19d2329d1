import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import * as vscode from 'vscode';
import type { ViewState } from '../../src/shared/protocol.ts';
import type { ReportSession } from '../../src/host/editor/reportSession.ts';
import { eventually } from '../ui/support/eventually.ts';
import { choose, file, files, password, saveAs, type as typed } from './support/answers.ts';
import { PASSWORD, pfxFile } from './support/pfxFiles.ts';
import { open, place, reportFor, state } from './support/sessions.ts';
import { setSetting, workspaceFile } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

const NEW_PASSWORD = 'quite another horse ';
const AES = 'AES-256 and SHA-256';

/** A file of the run's own PKI: `leaf.key`, `leaf.pem`, `issuing.pem` … */
const madeFile = (name: string): vscode.Uri => vscode.Uri.file(path.join(path.dirname(pfxFile('open.pfx')), name));

describe('PFX files that are written', () => {
  const suite = useExtension();

  before(async () => {
    await setSetting('environments', []);
    await setSetting('trustedCertificates', [pfxFile('root.pem')]);
  });

  /** The session of a file that was just written; its report needs no question. */
  const written = async (uri: vscode.Uri): Promise<ReportSession> => {
    let session: ReportSession | undefined;
    await eventually(() => {
      session = suite.api.editor.sessions.find((candidate) => candidate.uri.toString() === uri.toString());
      assert.ok(session, 'the new file is open');
    });
    assert.ok(session);
    await reportFor(session, null);
    return session;
  };
  const mend = async (session: ReportSession, code: string): Promise<void> => {
    const { uri, password: known } = await session.saveMended(code);
    await suite.api.editor.openWith(uri, known);
  };

  it('anew, complete, under the same password, which nobody is asked for again', async () => {
    const uri = place('leafAndIssuing.pfx');
    const session = await open(suite, uri, [password(PASSWORD)]);
    const before = await reportFor(session, null);
    assert.equal(before.findings.find(({ code }) => code === 'chain.rootMissing')?.action, 'saveComplete');
    const target = workspaceFile(`complete-${Date.now()}.pfx`);
    suite.prompts.expect(choose(AES), saveAs(target));
    await mend(session, 'chain.rootMissing');
    const after = await written(target);
    assert.deepEqual(
      after.report?.certificates.map(({ role, inFile }) => [role, inFile]),
      [
        ['leaf', true],
        ['intermediate', true],
        ['root', true],
      ],
    );
    assert.equal(after.report.key?.matchesLeaf, true);
    const [question] = suite.prompts.asked('saveFile');
    assert.equal(question?.beside?.toString(), uri.toString());
    assert.match(question.name, /-complete\.pfx$/);
    assert.equal(fs.statSync(target.fsPath).mode & 0o077, 0, 'nobody else may read the key');
    const folder = path.dirname(target.fsPath);
    assert.deepEqual(
      fs.readdirSync(folder).filter((name) => name.endsWith('.tmp')),
      [],
    );
    const everything = JSON.stringify([session.state, after.state]);
    assert.ok(!everything.includes(PASSWORD) && !everything.includes('PRIVATE KEY'));
  });

  it('nothing where somebody turns away', async () => {
    const session = await open(suite, place('leafAndIssuing.pfx'), [password(PASSWORD)]);
    await reportFor(session, null);
    suite.prompts.expect(choose(AES), 'cancel');
    await assert.rejects(session.saveMended('chain.rootMissing'), { code: 'cancelled' });
    assert.equal(suite.api.editor.sessions.length, 1);
  });

  it('over the file itself, which is then read again with its password', async () => {
    const uri = place('leafAndIssuing.pfx');
    const session = await open(suite, uri, [password(PASSWORD)]);
    const { file: before } = await reportFor(session, null);
    suite.prompts.expect(choose('TripleDES and SHA-1'), saveAs(uri));
    await mend(session, 'file.modernEncryption');
    const { report } = await state(session, 'report', (shown) =>
      assert.notEqual(shown.report.file.sha256, before.sha256),
    );
    assert.equal(report.file.keyEncryption[0]?.cipher, '3des');
    assert.equal(suite.prompts.asked('pick')[0]?.active, 'tripleDes');
  });

  it('from a certificate and a key; the new password is asked for twice, and its spaces count', async () => {
    const target = workspaceFile(`built-${Date.now()}.pfx`);
    const states: ViewState[] = [];
    await suite.run('outsystemsSsl.buildPfx', [
      files(madeFile('leaf.pem'), madeFile('issuing.pem')),
      file(madeFile('leaf.key')),
      {
        to: 'input',
        give: ({ secret, keepSpaces }) => {
          assert.ok(secret && keepSpaces);
          return NEW_PASSWORD;
        },
      },
      {
        to: 'input',
        give: ({ validate }) => {
          assert.match(validate('another') ?? '', /another password/);
          assert.equal(validate(NEW_PASSWORD), undefined);
          return NEW_PASSWORD;
        },
      },
      choose(AES),
      saveAs(target),
    ]);
    const session = await written(target);
    states.push(session.state);
    assert.deepEqual(
      session.report?.certificates.map(({ name }) => name),
      ['*.acme.example', 'Acme Issuing CA', 'Acme Root'],
    );
    assert.ok(!JSON.stringify(states).includes(NEW_PASSWORD));
    assert.equal(suite.prompts.asked('saveFile')[0]?.name, 'wildcard.acme.example.pfx');
  });

  it('warns of a password that makes trouble, and takes it all the same', async () => {
    const target = workspaceFile(`accents-${Date.now()}.pfx`);
    const twice = [typed('pässword'), typed('pässword')];
    await suite.run('outsystemsSsl.buildPfx', [
      files(madeFile('leaf.pem'), madeFile('leaf.key')),
      ...twice,
      choose('Choose another password'),
      typed('pässword'),
      choose('Use it all the same'),
      choose(AES),
      saveAs(target),
    ]);
    const session = await written(target);
    assert.ok(session.report?.findings.some(({ code }) => code === 'file.nonAsciiPassword'));
  });

  it('not from what does not belong together, and says so', async () => {
    await suite.run('outsystemsSsl.buildPfx', [files(madeFile('leaf.pem'), madeFile('issuing.key'))]);
    assert.match(
      suite.errors.take().join('|'),
      /^The private key does not belong to this certificate\. The key \(EC P-256\)/,
    );
  });

  it('from all files that are selected in the Explorer', async () => {
    const [leaf, issuing, key] = [madeFile('leaf.pem'), madeFile('issuing.pem'), madeFile('leaf.key')];
    const target = workspaceFile(`selected-${Date.now()}.pfx`);
    const steps = [typed('x'), typed('x'), choose(AES), saveAs(target)];
    await suite.run('outsystemsSsl.buildPfx', steps, key, [leaf, issuing, key]);
    const session = await written(target);
    assert.equal(session.report?.certificates.length, 3);
  });

  it('nowhere that can’t be written to, and says so', async () => {
    const target = workspaceFile('no-such-folder/new.pfx');
    await suite.run('outsystemsSsl.buildPfx', [
      files(madeFile('leaf.pem'), madeFile('leaf.key')),
      typed('x'),
      typed('x'),
      choose(AES),
      saveAs(target),
    ]);
    assert.deepEqual(suite.errors.take(), [
      'new.pfx could not be saved: the folder is not there. Choose another place.',
    ]);
    assert.deepEqual(suite.api.editor.sessions, []);
  });

  it('from a file that was opened as a PFX and is none', async () => {
    const uri = place(fs.readFileSync(madeFile('leaf.pem').fsPath));
    const session = await open(suite, uri);
    const { problem } = await state(session, 'refused');
    assert.ok(typeof problem === 'object' && problem.part);
    const target = workspaceFile(`from-pem-${Date.now()}.pfx`);
    const steps = [file(madeFile('leaf.key')), typed('x'), typed('x'), choose(AES), saveAs(target)];
    await suite.run('outsystemsSsl.buildPfx', steps, uri);
    await written(target);
  });
});
