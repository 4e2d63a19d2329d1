import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Certificate } from '../../../../src/core/x509/certificate.ts';
import { readCertificates } from '../../../../src/core/x509/certificateFiles.ts';
import { parseCertificate } from '../../../../src/core/x509/parseCertificate.ts';

const FOLDER = fileURLToPath(new URL('../../../../.cache/fixtures/x509', import.meta.url));

/** Runs the openssl command and returns what it prints. */
export function openssl(...args: string[]): string {
  return execFileSync('openssl', args, { encoding: 'latin1', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** A certificate to be made. Extensions are lines of an openssl configuration file. */
export interface Recipe {
  readonly subject: string;
  readonly issuer?: Made;
  readonly key?: readonly string[];
  readonly extensions?: readonly string[];
  /** days from 2026-01-01; the default is 1 */
  readonly from?: number;
  /** the default is 365 */
  readonly to?: number;
  readonly options?: readonly string[];
  /** file of an existing key to use */
  readonly csrKey?: string;
}

export interface Made {
  readonly certificate: Certificate;
  readonly der: Uint8Array;
  readonly pem: string;
  /** file names */
  readonly keyFile: string;
  readonly file: string;
}

/** All fixtures live between these moments, most of them in the whole of 2026. */
export const JUNE_2026 = Date.UTC(2026, 5, 1);

/**
 * Makes a certificate with `openssl ca`, or takes it from the cache: what the recipe and its issuer hash to is its name.
 * Without an issuer it is self-signed.
 */
export function make(recipe: Recipe): Made {
  mkdirSync(FOLDER, { recursive: true });
  const { issuer, ...own } = recipe;
  const hash = createHash('sha256')
    .update(JSON.stringify([own, issuer?.file]))
    .digest('hex')
    .slice(0, 20);
  const base = join(FOLDER, hash);
  if (!existsSync(`${base}.pem`)) issue(recipe, base);
  const pem = readFileSync(`${base}.pem`, 'latin1');
  const der = readCertificates(Buffer.from(pem, 'latin1'))[0] ?? new Uint8Array(0);
  return { certificate: parseCertificate(der), der, pem, keyFile: `${base}.key`, file: `${base}.pem` };
}

function issue({ subject, issuer, key, extensions, from = 0, to = 365, options, csrKey }: Recipe, base: string): void {
  const keyFile = `${base}.key`;
  if (csrKey) copyFileSync(csrKey, keyFile);
  else openssl('genpkey', ...(key ?? ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256']), '-out', keyFile);
  writeFileSync(`${base}.index`, '');
  writeFileSync(`${base}.attr`, 'unique_subject = no\n');
  writeFileSync(
    `${base}.cnf`,
    [
      '[req]',
      'distinguished_name = none',
      '[none]',
      '[ca]',
      'default_ca = ca',
      '[ca]',
      `database = ${base}.index`,
      'rand_serial = yes',
      `new_certs_dir = ${FOLDER}`,
      'policy = policy',
      'email_in_dn = yes',
      'copy_extensions = none',
      'unique_subject = no',
      'default_md = sha256',
      'x509_extensions = ext',
      '[policy]',
      ...['CN', 'O', 'OU', 'C', 'ST', 'L', 'emailAddress', 'DC', 'serialNumber'].map((type) => `${type} = optional`),
      '[ext]',
      ...(extensions ?? []),
    ].join('\n'),
  );
  const config = ['-config', `${base}.cnf`];
  openssl('req', '-new', ...config, '-key', keyFile, '-subj', '/CN=placeholder', '-out', `${base}.csr`);
  openssl(
    'ca',
    '-batch',
    '-notext',
    '-preserveDN',
    ...config,
    '-in',
    `${base}.csr`,
    '-out',
    `${base}.tmp`,
    '-subj',
    subject,
    '-utf8',
    '-multivalue-rdn',
    ...(issuer ? ['-cert', issuer.file, '-keyfile', issuer.keyFile] : ['-selfsign', '-keyfile', keyFile]),
    '-startdate',
    day(from),
    '-enddate',
    day(to),
    ...(options ?? []),
  );
  renameSync(`${base}.tmp`, `${base}.pem`);
}

function day(days: number): string {
  const moment = new Date(Date.UTC(2026, 0, 1 + days)).toISOString();
  return `${moment.slice(0, 19).replace(/[-:T]/g, '')}Z`;
}

export const CA = [
  'basicConstraints = critical, CA:TRUE',
  'keyUsage = critical, keyCertSign, cRLSign',
  'subjectKeyIdentifier = hash',
  'authorityKeyIdentifier = keyid',
];

/** Extensions of a TLS server's certificate. */
export function server(...names: string[]): string[] {
  return [
    'basicConstraints = critical, CA:FALSE',
    'keyUsage = critical, digitalSignature',
    'extendedKeyUsage = serverAuth',
    'subjectKeyIdentifier = hash',
    'authorityKeyIdentifier = keyid',
    `subjectAltName = ${names.join(', ')}`,
  ];
}
