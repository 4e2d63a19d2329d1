import { VIEW_CONTAINER } from '../../test/ui/support/openWorkspace.ts';
import { worldSettings } from '../../test/ui/support/world.ts';
import type { Workbench } from '../../test/ui/support/workbench.ts';
import type { Screen } from './screens.ts';

async function lookAtAll(workbench: Workbench): Promise<void> {
  await workbench.openView(VIEW_CONTAINER);
  await workbench.command('OutSystems SSL: Check All Environments');
  await workbench.treeRow('expired 3 days ago').waitFor();
  await workbench.treeRow('cannot be reached').waitFor();
  await workbench.notification('ends soon').waitFor();
}

export const SERVED_SCREENS: readonly Screen[] = [
  { name: 'tree-served', empty: true, userSettings: worldSettings, show: lookAtAll },
  {
    name: 'tree-served-details',
    empty: true,
    userSettings: worldSettings,
    show: async (workbench) => {
      await lookAtAll(workbench);
      await workbench.notified('ends soon');
      await workbench.treeRow('Training').click();
      await workbench.treeRow('Activation').waitFor();
    },
  },
  {
    name: 'tree-attention',
    empty: true,
    userSettings: worldSettings,
    show: async (workbench) => {
      await lookAtAll(workbench);
      await workbench.notified('ends soon');
      await workbench.page.locator('.statusbar-item[aria-label*="environments need attention"]').first().click();
      await workbench.treeRow('Production').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'report-served',
    empty: true,
    userSettings: worldSettings,
    show: async (workbench) => {
      await lookAtAll(workbench);
      await workbench.notified('ends soon');
      await workbench.treeRow('Quality').click();
      await workbench.treeRow('Served certificate').click();
      await workbench.webview().locator('.verdict').waitFor();
    },
  },
  {
    name: 'calendar',
    empty: true,
    userSettings: worldSettings,
    show: async (workbench) => {
      await lookAtAll(workbench);
      await workbench.notified('ends soon');
      await workbench.command('OutSystems SSL: Expiry Calendar');
      await workbench.webview().locator('tbody tr').first().waitFor();
    },
  },
];
