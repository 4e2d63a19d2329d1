import * as fs from 'node:fs';
import * as path from 'node:path';
import { DRAFT_SCREENS } from './draftScreens.ts';
import { LIFETIME_SCREENS } from './lifetimeScreens.ts';
import { SERVED_SCREENS } from './servedScreens.ts';
import { VIEW_CONTAINER } from '../../test/ui/support/openWorkspace.ts';
import type { Workbench } from '../../test/ui/support/workbench.ts';

interface Clip {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One picture: how a person gets there. */
export interface Screen {
  readonly name: string;
  /** without the sample's files and settings */
  readonly empty?: true;
  /** added to the user's settings; made when the picture is taken */
  readonly userSettings?: () => Promise<Readonly<Record<string, unknown>>>;
  /** a part of it is a picture of the walkthrough, in the light theme */
  readonly picture?: { readonly file: string; readonly clip: Clip };
  readonly show: (workbench: Workbench, folder: string) => Promise<void>;
}

const PASSWORD = 'acme-sample';

/** Opens a file with its password; answers the question for the environment where it comes. */
async function report(workbench: Workbench, name: string, environment = 'Production'): Promise<void> {
  await openLocked(workbench, name);
  await workbench.answerPassword(PASSWORD);
  const chooser = workbench.quickInput.locator('.monaco-list-row', { hasText: environment }).first();
  const shown = workbench.webview().locator('.verdict', { hasText: environment });
  await Promise.any([chooser.waitFor(), shown.waitFor()]);
  if (await chooser.isVisible()) await chooser.click();
  await shown.waitFor();
}

async function openLocked(workbench: Workbench, name: string): Promise<void> {
  await workbench.openReport(name);
  await workbench.passwordBox.waitFor();
}

const REPORTS: Readonly<Record<string, string>> = {
  'report-good': 'wildcard-good.pfx',
  'report-expired': 'expired.pfx',
  'report-wrong-domain': 'wrong-domain.pfx',
  'report-without-key': 'without-key.pfx',
  'report-without-intermediates': 'without-intermediates.pfx',
  'report-key-of-another': 'key-of-another.pfx',
  'report-elliptic-curve': 'elliptic-curve.pfx',
  'report-legacy': 'legacy-rc2.pfx',
};

export const SCREENS: readonly Screen[] = [
  { name: 'welcome', empty: true, show: (workbench) => workbench.openView(VIEW_CONTAINER) },
  {
    name: 'tree',
    show: async (workbench) => {
      await workbench.openView(VIEW_CONTAINER);
      await workbench.treeRow('Production').click();
      await workbench.treeRow('www.acme.example').waitFor();
    },
  },
  {
    name: 'tree-broken-entry',
    show: async (workbench, folder) => {
      const file = path.join(folder, '.vscode/settings.json');
      fs.writeFileSync(file, fs.readFileSync(file, 'utf8').replace('11.28.1.0', '11.28'));
      await workbench.openView(VIEW_CONTAINER);
      await workbench.treeRow('four numbers').waitFor();
    },
  },
  {
    name: 'add-environment',
    empty: true,
    show: async (workbench) => {
      await workbench.command('OutSystems SSL: Add Environment…');
      await workbench.answer('Production');
      await workbench.pick('OutSystems cloud');
      await workbench.answer('https://acme.outsystemsenterprise.com');
      await workbench.quickInputMessage.filter({ hasText: 'without https' }).waitFor();
    },
  },
  {
    name: 'context-menu',
    show: async (workbench) => {
      await workbench.contextMenu(workbench.file('wildcard-good.pfx'));
    },
  },
  { name: 'password', show: (workbench) => openLocked(workbench, 'wildcard-good.pfx') },
  {
    name: 'password-wrong',
    show: async (workbench) => {
      await openLocked(workbench, 'wildcard-good.pfx');
      await workbench.answerPassword('not this one');
      await workbench.quickInputMessage.filter({ hasText: 'wrong' }).waitFor();
    },
  },
  {
    name: 'locked',
    show: async (workbench) => {
      await openLocked(workbench, 'wildcard-good.pfx');
      await workbench.page.keyboard.press('Escape');
      await workbench.webview().getByRole('button').first().waitFor();
    },
  },
  {
    name: 'choose-environment',
    show: async (workbench) => {
      await openLocked(workbench, 'wildcard-good.pfx');
      await workbench.answerPassword(PASSWORD);
      await workbench.quickInput.locator('.monaco-list-row', { hasText: 'Production' }).first().waitFor();
    },
  },
  ...Object.entries(REPORTS).map(([name, file]) => ({ name, show: (workbench: Workbench) => report(workbench, file) })),
  {
    name: 'report-no-environment',
    show: async (workbench, folder) => {
      fs.writeFileSync(path.join(folder, '.vscode/settings.json'), '{}');
      await openLocked(workbench, 'wildcard-good.pfx');
      await workbench.answerPassword(PASSWORD);
      await workbench.webview().getByRole('button', { name: 'Add environment' }).first().waitFor();
    },
  },
  {
    name: 'report-changed-on-disk',
    show: async (workbench, folder) => {
      await report(workbench, 'wildcard-good.pfx');
      fs.copyFileSync(path.join(folder, 'expired.pfx'), path.join(folder, 'wildcard-good.pfx'));
      await workbench.webview().getByRole('button', { name: 'Reload' }).first().waitFor();
    },
  },
  {
    name: 'not-a-pfx',
    show: async (workbench, folder) => {
      fs.copyFileSync(path.join(folder, 'ca/acme-sample-root.pem'), path.join(folder, 'wildcard-good.pfx'));
      await workbench.openReport('wildcard-good.pfx');
      await workbench.webview().getByText('not a PFX').first().waitFor();
    },
  },
  {
    name: 'submit-with-errors',
    show: async (workbench) => {
      await report(workbench, 'expired.pfx');
      await workbench
        .webview()
        .getByRole('button', { name: /^Submit/ })
        .click();
      await workbench.dialog.waitFor();
    },
  },
  {
    name: 'draft',
    show: async (workbench) => {
      await report(workbench, 'wildcard-good.pfx', 'Development');
      await workbench
        .webview()
        .getByRole('button', { name: /^Submit/ })
        .click();
      // VS Code asks for no lenses while the focus is elsewhere
      await workbench.page.locator('.codelens-decoration', { hasText: 'Copy PFX Password' }).first().waitFor();
      await workbench.openView(VIEW_CONTAINER);
      await workbench.treeRow('Development').click();
      await workbench.treeRow(/^Draft/).waitFor();
      // colours come later
      await workbench.page.locator('.view-line .mtkb').first().waitFor();
    },
  },
  ...DRAFT_SCREENS,
  ...LIFETIME_SCREENS,
  ...SERVED_SCREENS,
];
