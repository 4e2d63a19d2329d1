import { changingLifetime } from '../../test/fixtures/changingLifetime.ts';
import { connectProxy } from '../../test/fixtures/connectProxy.ts';
import { listed, THREE, TOKEN } from '../../test/fixtures/lifetimeServer.ts';
import { netPki } from '../../test/fixtures/netPki.ts';
import { VIEW_CONTAINER } from '../../test/ui/support/openWorkspace.ts';
import type { Workbench } from '../../test/ui/support/workbench.ts';
import type { Screen } from './screens.ts';

/** Where the proxy leads to a LifeTime on this machine, whatever name stands there. */
const HOST = 'lifetime.acme.example';

async function throughProxy(list: readonly unknown[]): Promise<Readonly<Record<string, unknown>>> {
  const lifetime = await changingLifetime(list);
  const { url } = await connectProxy(Number(lifetime.host.replace(/^.*:/, '')));
  return { 'http.proxy': url, 'outsystemsSsl.trustedCertificates': [netPki().path('root.pem')] };
}

async function askToken(workbench: Workbench): Promise<void> {
  await workbench.openView(VIEW_CONTAINER);
  await workbench.command('OutSystems SSL: Import Environments from LifeTime…');
  await workbench.answer(HOST);
  await workbench.passwordBox.waitFor();
}

async function showFound(workbench: Workbench): Promise<void> {
  await askToken(workbench);
  await workbench.answerPassword(TOKEN);
  await workbench.quickInput.locator('.monaco-list-row', { hasText: 'Production' }).first().waitFor();
}

export const LIFETIME_SCREENS: readonly Screen[] = [
  {
    name: 'import-address',
    empty: true,
    show: async (workbench) => {
      await workbench.openView(VIEW_CONTAINER);
      await workbench.command('OutSystems SSL: Import Environments from LifeTime…');
      await workbench.answer('acme lifetime');
      await workbench.quickInputMessage.filter({ hasText: 'Give the address' }).waitFor();
    },
  },
  { name: 'import-token', empty: true, userSettings: () => throughProxy(THREE), show: askToken },
  {
    name: 'import-token-refused',
    empty: true,
    userSettings: () => throughProxy(THREE),
    show: async (workbench) => {
      await askToken(workbench);
      await workbench.answerPassword('an-old-token');
      await workbench.quickInputMessage.filter({ hasText: 'does not accept' }).waitFor();
    },
  },
  { name: 'import-choose', empty: true, userSettings: () => throughProxy(THREE), show: showFound },
  {
    name: 'import-target',
    empty: true,
    userSettings: () => throughProxy(THREE),
    show: async (workbench) => {
      await showFound(workbench);
      await workbench.page.keyboard.press('Enter');
      await workbench.quickInput.locator('.monaco-list-row', { hasText: 'Workspace settings' }).waitFor();
    },
  },
  {
    name: 'import-changes',
    userSettings: async () => {
      const lifetime = `https://${HOST}`;
      const gone = { name: 'Staging', address: 'acme-stg.outsystemsenterprise.com', lifetime, order: 9 };
      const known = { name: 'Production', address: 'acme.outsystemsenterprise.com', version: '11.20.0.0', lifetime };
      const settings = await throughProxy([
        ...THREE,
        listed({ Key: 'd', Name: 'Training', HostName: 'acme-trn.outsystemsenterprise.com', Order: 4 }),
      ]);
      return { ...settings, 'outsystemsSsl.environments': [known, gone] };
    },
    empty: true,
    show: async (workbench) => {
      await workbench.openView(VIEW_CONTAINER);
      await workbench.command('OutSystems SSL: Refresh from LifeTime…');
      await workbench.answerPassword(TOKEN);
      await workbench.quickInput.locator('.monaco-list-row', { hasText: 'Staging' }).waitFor();
    },
  },
  {
    name: 'import-failed',
    empty: true,
    userSettings: async () => ({ ...(await throughProxy(THREE)), 'outsystemsSsl.trustedCertificates': [] }),
    show: async (workbench) => {
      await askToken(workbench);
      await workbench.answerPassword(TOKEN);
      await workbench.notification('not trusted').waitFor();
    },
  },
  {
    name: 'import-done',
    empty: true,
    userSettings: () => throughProxy(THREE),
    show: async (workbench) => {
      await showFound(workbench);
      await workbench.page.keyboard.press('Enter');
      await workbench.pick('Workspace settings');
      await workbench.notification('3 added').waitFor();
      await workbench.treeRow('Production').waitFor();
    },
  },
];
