import * as assert from 'node:assert/strict';
import * as path from 'node:path';
import { eventually } from './support/eventually.ts';
import { VIEW_CONTAINER } from './support/openWorkspace.ts';
import { button, verdict } from './support/report.ts';
import { PASSWORD, sampleFiles } from './support/sample.ts';
import { useWorkspace } from './support/useWorkspace.ts';

const LIFETIME = 'https://acme-lt.outsystemsenterprise.com';
const CLOUD = {
  address: 'acme.outsystemsenterprise.com',
  domains: ['apps.acme.example'],
  version: '11.28.1.0',
  lifetime: LIFETIME,
};

/** An environment of each way, and what is copied of its draft (domain.md §2): what is sent, or what to do instead. */
const ROUTES: readonly (readonly [name: string, entry: object, copied: RegExp, refused?: true])[] = [
  ['Ticket way', { ...CLOUD, version: '9.1.200.0' }, /^Ticket number: ____[^]*PFX password: ____$/],
  ['Wizard way', CLOUD, /^LifeTime’s certificate wizard refuses/],
  ['Unsure way', { ...CLOUD, version: undefined }, /^Ticket number: ____[^]*LifeTime’s certificate wizard refuses/],
  ['LifeTime way', { ...CLOUD, address: 'acme-lt.outsystemsenterprise.com' }, /LifeTime/],
  ['FedRAMP way', { ...CLOUD, fedRamp: true }, /FedRAMP/],
  ['Server way', { ...CLOUD, hosting: 'selfManaged' }, /^# SSL\/TLS certificate/],
  ['Personal way', { ...CLOUD, address: 'acme.outsystemscloud.com' }, /^# SSL\/TLS certificate/, true],
  ['ODC way', { ...CLOUD, address: 'acme.outsystems.app' }, /^# SSL\/TLS certificate/, true],
];

describe('each way of activation', () => {
  const suite = useWorkspace(async () => ({
    files: { ...(await sampleFiles()), '.vscode/settings.json': '{}' },
    userSettings: {
      'outsystemsSsl.environments': ROUTES.map(([name, entry]) => ({ name, ...entry })),
      'outsystemsSsl.trustedCertificates': ['ca/acme-sample-root.pem'],
      'outsystemsSsl.liveCheck': 'off',
    },
  }));

  for (const [index, [name, , copied, refused]] of ROUTES.entries()) {
    it(`leads from the tree to the copied text: ${name}`, async () => {
      const { folder, workbench } = suite;
      await workbench.openView(VIEW_CONTAINER);
      await workbench.contextMenu(workbench.treeRow(name));
      await workbench.chooseMenuItem('Validate Certificate…');
      await workbench.fileDialog(path.join(folder, 'wildcard-good.pfx'));
      if (index === 0) await workbench.answerPassword(PASSWORD);
      await verdict(workbench, name).waitFor();
      await button(workbench, /^Submit/).click();
      if (refused) await workbench.dialogButton('Open Draft').click();
      const { page } = workbench;
      await page.locator('.view-line', { hasText: name }).first().waitFor();
      await page.evaluate('navigator.clipboard.writeText("")');
      await page.locator('.codelens-decoration a', { hasText: 'Copy All' }).first().click();
      await eventually(async () => assert.match(await page.evaluate<string>('navigator.clipboard.readText()'), copied));
      assert.ok(!(await page.evaluate<string>('navigator.clipboard.readText()')).includes(PASSWORD));
    });
  }
});
