import * as fs from 'node:fs';
import * as path from 'node:path';
import { VIEW_CONTAINER } from '../../test/ui/support/openWorkspace.ts';
import { openReport } from '../../test/ui/support/report.ts';
import { sampleFiles } from '../../test/ui/support/sample.ts';
import { worldSettings } from '../../test/ui/support/world.ts';
import type { Workbench } from '../../test/ui/support/workbench.ts';
import type { Screen } from './screens.ts';

async function submit(workbench: Workbench, environment: string): Promise<void> {
  await openReport(workbench, 'wildcard-good.pfx', environment);
  await workbench
    .webview()
    .getByRole('button', { name: /^Submit/ })
    .click();
  await workbench.page.locator('.codelens-decoration', { hasText: 'Copy All' }).first().waitFor();
}

async function markSubmitted(workbench: Workbench, ticket: string): Promise<void> {
  await workbench.command('OutSystems SSL: Mark as Submitted…');
  await workbench.answer(ticket);
}

const SMALL = { width: 1000, height: 560 } as const;
const EDITOR = { x: 352, y: 36, width: 644, height: 490 } as const;
const SIDE_BAR = { x: 50, y: 37, width: 296, height: 340 } as const;

export const DRAFT_SCREENS: readonly Screen[] = [
  {
    name: 'draft-wizard',
    show: async (workbench) => {
      await submit(workbench, 'Production');
      await workbench.page.locator('.codelens-decoration', { hasText: 'Copy Certificate Name' }).first().waitFor();
    },
  },
  {
    name: 'tree-drafts',
    show: async (workbench) => {
      await submit(workbench, 'Development');
      await markSubmitted(workbench, '2345678');
      await workbench.openView(VIEW_CONTAINER);
      await workbench.treeRow('Development').click();
      await workbench.treeRow('ticket 2345678').waitFor();
    },
  },
  {
    name: 'guide',
    show: async (workbench) => {
      await workbench.command('OutSystems SSL: Guide: Enforce HTTPS…');
      await workbench.pick('Production');
      await workbench.tab('HTTPS').waitFor();
    },
  },
  {
    name: 'walkthrough',
    show: async (workbench) => {
      await workbench.command('Welcome: Open Walkthrough...');
      await workbench.pick('HTTPS for an OutSystems environment');
      await workbench.page.getByText('Enter your environments').first().waitFor();
    },
  },
  {
    name: 'step-environments',
    picture: { file: 'environments', clip: SIDE_BAR },
    show: async (workbench) => {
      await workbench.openView(VIEW_CONTAINER);
      await workbench.treeRow('Production').click();
      await workbench.treeRow('www.acme.example').waitFor();
    },
  },
  {
    name: 'step-check',
    picture: { file: 'check', clip: EDITOR },
    show: async (workbench) => {
      await workbench.page.setViewportSize(SMALL);
      await openReport(workbench, 'wildcard-good.pfx', 'Production');
    },
  },
  {
    name: 'step-hand-over',
    picture: { file: 'handOver', clip: EDITOR },
    show: async (workbench) => {
      await workbench.page.setViewportSize(SMALL);
      await submit(workbench, 'Production');
    },
  },
  {
    name: 'step-verify',
    empty: true,
    userSettings: async () => {
      const settings = await worldSettings();
      const roots = settings['outsystemsSsl.trustedCertificates'];
      return { ...settings, 'outsystemsSsl.trustedCertificates': [...(roots as readonly string[]), 'sample.pem'] };
    },
    picture: { file: 'verify', clip: SIDE_BAR },
    show: async (workbench, folder) => {
      const files = await sampleFiles();
      fs.writeFileSync(path.join(folder, 'apps.pfx'), files['elliptic-curve.pfx'] ?? '');
      fs.writeFileSync(path.join(folder, 'sample.pem'), files['ca/acme-sample-root.pem'] ?? '');
      await workbench.openView('Explorer');
      await workbench.openReport('apps.pfx');
      await workbench.answerPassword('acme-sample');
      await workbench
        .webview()
        .getByRole('button', { name: /^Submit/ })
        .click();
      await workbench.page.locator('.codelens-decoration', { hasText: 'Copy All' }).first().waitFor();
      await markSubmitted(workbench, '2345678');
      await workbench.openView(VIEW_CONTAINER);
      await workbench.command('OutSystems SSL: Check All Environments');
      await workbench.treeRow('cannot be reached').waitFor();
      await workbench.treeRow('Production').click();
      await workbench.treeRow('ticket 2345678').waitFor();
    },
  },
];
