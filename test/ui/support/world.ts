import { servedWorld, type WorldHost } from '../../fixtures/servedWorld.ts';

const HOSTS: Readonly<Record<string, readonly [environment: string, host: WorldHost | null]>> = {
  'apps-dev.acme.example': ['Development', { days: 9 }],
  'apps-test.acme.example': ['Quality', { days: 120, incomplete: true }],
  'apps.acme.example': ['Production', { days: 143 }],
  'legacy.acme.example': ['Legacy', { days: -4 }],
  'training.acme.example': ['Training', { days: 80, plain: true }],
  'shop.acme.example': ['Shop', { days: 60, names: ['www.other.example'] }],
  'archive.acme.example': ['Archive', null],
};

/** User settings with environments that serve all kinds of certificates, on this machine. End with `closeServers`. */
export async function worldSettings(): Promise<Readonly<Record<string, unknown>>> {
  const own = (name: string): string => `acme-${name.toLowerCase()}.outsystemsenterprise.com`;
  const { proxy, root } = await servedWorld(
    Object.fromEntries(
      Object.entries(HOSTS).flatMap(([host, [name, facts]]) =>
        facts ? [[host, facts] as const, [own(name), { days: 150 }] as const] : [],
      ),
    ),
  );
  return {
    'http.proxy': proxy,
    'outsystemsSsl.trustedCertificates': [root],
    'outsystemsSsl.environments': Object.entries(HOSTS).map(([host, [name]]) => ({
      name,
      address: own(name),
      domains: [host],
      version: '11.28.1.0',
      lifetime: 'https://acme-lt.outsystemsenterprise.com',
    })),
  };
}
