import type { Environment, EnvironmentType } from '../../src/core/environments/environment.ts';
import { type SamplePfx, samplePfxFiles } from './samplePfx.ts';

export const ROOT_FILE = 'ca/acme-sample-root.pem';

/** `.vscode/settings.json`: three environments on the three routes of versions, and the sample's own CA trusted. */
export function settingsJson(): string {
  const settings = {
    'outsystemsSsl.environments': [
      cloudEnvironment('Development', 'Development', 'acme-dev', '9.1.200.0', ['apps-dev.acme.example'], 1),
      cloudEnvironment('Quality', 'Test', 'acme-tst', '9.1.301.0', ['apps-test.acme.example'], 2),
      cloudEnvironment('Production', 'Production', 'acme', '11.28.1.0', ['apps.acme.example', 'www.acme.example'], 3),
    ],
    'outsystemsSsl.trustedCertificates': [ROOT_FILE],
  };
  return `${JSON.stringify(settings, null, 2)}\n`;
}

function cloudEnvironment(
  name: string,
  type: EnvironmentType,
  host: string,
  version: string,
  domains: readonly string[],
  order: number,
): Environment {
  const domain = 'outsystemsenterprise.com';
  const lifetime = `https://acme-lt.${domain}`;
  return {
    name,
    address: `${host}.${domain}`,
    domains,
    version,
    hosting: 'cloud',
    fedRamp: false,
    type,
    lifetime,
    order,
  };
}

export function readme(made: Date): string {
  const rows = samplePfxFiles.map(
    (sample: SamplePfx) => `| \`${sample.file}\` | \`${sample.password}\` | ${sample.about} | ${sample.report} |`,
  );
  return `# Sample certificates

Made on ${made.toISOString().slice(0, 10)} by a throw-away certification authority (root and intermediate) whose keys were never written
to a file. Its root, \`${ROOT_FILE}\`, is trusted by this folder's settings and nowhere else. The environments in
\`.vscode/settings.json\` are made up.

Open a file below, give its password and choose an environment. Wherever the chain is complete, the report warns besides
that it ends in a private certification authority: the sample’s own.

| File | Password | What it is | What the report says |
| --- | --- | --- | --- |
${rows.join('\n')}

Delete this folder to have it made anew by the next \`npm start\`.
`;
}
