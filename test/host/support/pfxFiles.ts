import * as fs from 'node:fs';
import * as path from 'node:path';
import { CA_EXTENSIONS, OpensslFolder, serverExtensions } from '../../fixtures/openssl.ts';
import { temporaryFolder } from '../../fixtures/temporaryFolder.ts';

export const PASSWORD = 'correct horse';
export const OTHER_PASSWORD = 'battery staple';

/**
 * Made by OpenSSL, for `*.acme.example` and `acme.example`:
 * - `locked.pfx`: leaf, key and whole chain under PASSWORD
 * - `open.pfx`: the same without a password
 * - `leafOnly.pfx`: without the certificates above the leaf
 * - `leafAndIssuing.pfx`: without the root
 * - `appsOnly.pfx`: for `apps.acme.example` and `www.acme.example` alone
 * - `manyRounds.pfx`: a MAC of more rounds than the limit
 * - `otherPassword.pfx`: as `locked.pfx`, under OTHER_PASSWORD
 * - `root.pem`: what the chains end in
 */
export type PfxName =
  | 'locked.pfx'
  | 'open.pfx'
  | 'leafOnly.pfx'
  | 'leafAndIssuing.pfx'
  | 'appsOnly.pfx'
  | 'manyRounds.pfx'
  | 'otherPassword.pfx'
  | 'root.pem';

/** Where the run's files are; made once, since each test file is a bundle of its own. */
const FOLDER = 'HOST_TEST_PFX_FOLDER';

export function makePfxFiles(): void {
  const folder = temporaryFolder('host');
  process.env[FOLDER] = folder;
  const made = new OpensslFolder(folder);
  const key = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  made.certificate('root', { subject: '/O=Acme/CN=Acme Root', days: 3650, extensions: CA_EXTENSIONS, key });
  made.certificate('issuing', {
    subject: '/O=Acme/CN=Acme Issuing CA',
    days: 1800,
    extensions: CA_EXTENSIONS,
    key,
    issuer: 'root',
  });
  const leaf = { subject: '/CN=*.acme.example', days: 150, issuer: 'issuing' };
  made.certificate('leaf', { ...leaf, extensions: serverExtensions('*.acme.example', 'acme.example') });
  fs.copyFileSync(made.path('leaf.key'), made.path('apps.key'));
  made.certificate('apps', {
    ...leaf,
    subject: '/CN=apps.acme.example',
    extensions: serverExtensions('apps.acme.example', 'www.acme.example'),
  });
  made.pfx('locked', 'leaf', ['issuing', 'root'], PASSWORD);
  made.pfx('open', 'leaf', ['issuing', 'root'], '');
  made.pfx('leafOnly', 'leaf', [], PASSWORD);
  made.pfx('leafAndIssuing', 'leaf', ['issuing'], PASSWORD);
  made.pfx('otherPassword', 'leaf', ['issuing', 'root'], OTHER_PASSWORD);
  const noEncryption = ['-certpbe', 'NONE', '-keypbe', 'NONE', '-macalg', 'sha1'];
  made.pfx('manyRounds', 'leaf', ['issuing', 'root'], PASSWORD, ...noEncryption, '-iter', '5000001');
  made.pfx('appsOnly', 'apps', ['issuing', 'root'], PASSWORD);
}

export function pfxFile(name: PfxName): string {
  return path.join(process.env[FOLDER] ?? '', name);
}
