import { type SamplePfx, samplePfxFiles } from './samplePfx.ts';

export const ROOT_FILE = 'ca/acme-sample-root.pem';

/** `.vscode/settings.json`: three environments on the three routes of versions, and the sample's own CA trusted. */
export function settingsJson(): string {
  const environment = (order: number, name: string, type: string, host: string, version: string, domains: string[]) => ({
    name,
    address: `${host}.outsystemsenterprise.com`,
    domains,
    version,
    hosting: 'cloud',
    type,
    lifetime: 'https://acme-lt.outsystemsenterprise.com',
    order,
  });
  const settings = {
    'outsystemsSsl.environments': [
      environment(1, 'Development', 'Development', 'acme-dev', '9.1.200.0', ['apps-dev.acme.example']),
      environment(2, 'Quality', 'Test', 'acme-tst', '9.1.301.0', ['apps-test.acme.example']),
      environment(3, 'Production', 'Production', 'acme', '11.28.1.0', ['apps.acme.example', 'www.acme.example']),
    ],
    'outsystemsSsl.trustedCertificates': [ROOT_FILE],
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

export function readme(made: Date): string {
  const rows = samplePfxFiles.map(
    (sample: SamplePfx) => `| \`${sample.file}\` | \`${sample.password}\` | ${sample.about} | ${sample.report} |`,
  );
  return `# Sample certificates

Made on ${made.toISOString().slice(0, 10)} by a throw-away certification authority (root and intermediate) whose keys were never written
to a file. Its root, \`${ROOT_FILE}\`, is trusted by this folder's settings and nowhere else. The environments in
\`.vscode/settings.json\` are made up.

Open a file below, give its password and choose an environment.

| File | Password | What it is | What the report says |
| --- | --- | --- | --- |
${rows.join('\n')}

Delete this folder to have it made anew by the next \`npm start\`.
`;
}
