import * as assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import { OpensslFolder, serverExtensions } from '../fixtures/openssl.ts';
import { filesUnder } from './support/filesUnder.ts';
import { button, documentText } from './support/report.ts';
import { currentSession } from './support/session.ts';
import { useWorkspace } from './support/useWorkspace.ts';

const RIGHT = 'Elephants-walk-9431';
const WRONG = 'Giraffes-run-5728';

describe('passwords', () => {
  const suite = useWorkspace(() => ({ files: { 'secret.pfx': secretPfx() } }));

  it('are nowhere in VS Code’s files after a whole journey', async () => {
    const { folder, workbench } = suite;
    await workbench.openReport('secret.pfx');
    await workbench.answerPassword(WRONG);
    await workbench.quickInputMessage.filter({ hasText: 'That password is wrong' }).waitFor();
    await workbench.answerPassword(RIGHT);
    await workbench.webview().getByText('secret.acme.example').first().waitFor();
    await button(workbench, 'Copy report').click();
    await button(workbench, /^Submit/).click();
    await workbench.dialogButton('Open Draft').click();
    const draft = await documentText(workbench);
    assert.match(draft, /secret\.acme\.example/);
    await workbench.command('OutSystems SSL: Show Log');

    const { dataFolder } = currentSession();
    // what the workbench keeps in the browser: state, history, secrets
    const browser = JSON.stringify(await workbench.page.context().storageState({ indexedDB: true }));
    assert.ok(browser.includes('secret.pfx'), 'the browser’s storage was read');
    const files = [...filesUnder(dataFolder), ...filesUnder(folder)];
    assert.ok(files.length > 10);
    const places = [
      { place: 'draft', bytes: Buffer.from(draft) },
      { place: 'browser', bytes: Buffer.from(browser) },
      ...files.map((file) => ({ place: file, bytes: fs.readFileSync(file) })),
    ];
    for (const secret of [RIGHT, WRONG]) {
      const forms = [Buffer.from(secret), Buffer.from(secret, 'utf16le'), Buffer.from(btoa(secret).slice(0, -4))];
      const found = places.filter(({ bytes }) => forms.some((form) => bytes.includes(form)));
      assert.deepEqual(
        found.map(({ place }) => place),
        [],
      );
    }
  });
});

function secretPfx(): Uint8Array {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'ui-secret-'));
  try {
    const made = new OpensslFolder(temporary);
    made.certificate('leaf', {
      subject: '/CN=secret.acme.example',
      days: 90,
      extensions: serverExtensions('secret.acme.example'),
    });
    made.pfx('leaf', 'leaf', [], RIGHT);
    return made.read('leaf.pfx');
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}
