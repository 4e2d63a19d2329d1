import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as path from 'node:path';
import type { Report } from '../../../src/core/report/report.ts';
import { schemaErrors } from '../../fixtures/jsonSchema.ts';
import type { OpensslFolder } from '../../fixtures/openssl.ts';
import { pfxOfSafes, safesOf } from '../../fixtures/splicePfx.ts';
import { PASSWORD, samplePki } from '../../fixtures/samplePki.ts';

interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built command line as a pipeline does. */
function cli(...args: readonly string[]): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.resolve('dist/cli.js'), ...args], {
    encoding: 'utf8',
    input: '',
    env: { ...process.env, PFX_PASSWORD: PASSWORD, WRONG_PASSWORD: `${PASSWORD}!` },
  });
  return { code: status, stdout, stderr };
}

describe('the command line', function () {
  this.timeout(60_000);
  let pki: OpensslFolder;
  const file = (name: string): string => pki.path(name);
  const check = (name: string, ...options: readonly string[]): Run =>
    cli('check', file(name), '--password-env', 'PFX_PASSWORD', '--trust', file('root.pem'), ...options);
  const json = (...args: Parameters<typeof check>): Report => JSON.parse(check(...args).stdout) as Report;

  before(async () => {
    pki = await samplePki();
    fs.writeFileSync(file('password.txt'), `${PASSWORD}\r\nsecond line\n`);
    fs.writeFileSync(file('empty.pfx'), '');
    fs.writeFileSync(file('pem.pfx'), pki.read('leaf.pem'));
    fs.writeFileSync(file('text.pfx'), 'hello');
    fs.writeFileSync(file('cut.pfx'), pki.read('good.pfx').slice(0, 1000));
    // certificates under one password, the key under another: the safes of two files of OpenSSL's
    const inputs = ['-inkey', 'leaf.key', '-in', 'leaf.pem', '-nomac', '-certpbe', 'AES-256-CBC'];
    for (const password of [PASSWORD, 'the key’s own']) {
      pki.run('pkcs12', '-export', ...inputs, '-passout', `pass:${password}`, '-out', `under ${password}.pfx`);
    }
    const [certificates] = safesOf(pki.read(`under ${PASSWORD}.pfx`));
    const [, key] = safesOf(pki.read('under the key’s own.pfx'));
    assert.ok(certificates && key);
    fs.writeFileSync(file('twoPasswords.pfx'), pfxOfSafes(certificates, key));
    fs.writeFileSync(file('keyPassword.txt'), 'the key’s own\n');
    const costly = ['-iter', '5000001', '-macalg', 'sha1', '-keypbe', 'NONE', '-certpbe', 'NONE'];
    pki.run(
      'pkcs12',
      '-export',
      ...costly,
      ...inputs.slice(0, 4),
      '-passout',
      `pass:${PASSWORD}`,
      '-out',
      'costly.pfx',
    );
    fs.writeFileSync(file('large.pfx'), new Uint8Array(17 * 2 ** 20));
  });

  it('prints a JSON report that its schema describes, and ends with 0 where there is no error', () => {
    const { code, stdout } = check('good.pfx', '--host', 'apps.acme.example', '--version', '9.1.301.0', '--json');
    const report = JSON.parse(stdout) as Report;
    assert.deepEqual(schemaErrors(report, 'docs/report.schema.json'), []);
    assert.equal(code, 0);
    assert.equal(report.verdict, 'warnings');
    assert.equal(report.environment?.route, 'lifetimeWizard');
    assert.deepEqual(
      report.certificates.map(({ name }) => name),
      ['*.acme.example', 'Acme Test Issuing CA', 'Acme Test Root'],
    );
  });

  for (const name of [
    'good',
    'leafOnly',
    'noKey',
    'noCertificate',
    'mismatch',
    'ec',
    'big',
    'legacy',
    'stray',
    'oldIntermediate',
  ]) {
    it(`keeps to the schema for ${name}.pfx`, () => {
      assert.deepEqual(schemaErrors(json(`${name}.pfx`, '--json'), 'docs/report.schema.json'), []);
    });
  }

  it('agrees with OpenSSL on the facts of the leaf', () => {
    const [leaf] = json('good.pfx', '--json').certificates;
    assert.ok(leaf);
    const text = spawnSync(
      'openssl',
      [
        'x509',
        '-in',
        file('leaf.pem'),
        '-noout',
        '-serial',
        '-fingerprint',
        '-sha256',
        '-enddate',
        '-dateopt',
        'iso_8601',
      ],
      { encoding: 'utf8' },
    ).stdout;
    assert.equal(/serial=(.*)/.exec(text)?.[1], leaf.serial.replaceAll(':', '').replace(/^00/, ''));
    assert.equal(/ingerprint=(.*)/.exec(text)?.[1], leaf.sha256);
    assert.equal(/notAfter=(.*)/.exec(text)?.[1], leaf.notAfter.replace('T', ' '));
  });

  it('ends with 1 where there are errors', () => {
    assert.equal(check('good.pfx', '--host', 'www.other.example').code, 1);
    assert.equal(check('noKey.pfx').code, 1);
    assert.equal(check('good.pfx', '--at', '2101-01-01T00:00:00Z').code, 1);
    assert.equal(cli('check', file('good.pfx'), '--password-env', 'PFX_PASSWORD').code, 1, 'an untrusted root');
  });

  it('routes by version', () => {
    const route = (version: string) =>
      json('good.pfx', '--host', 'apps.acme.example', '--version', version, '--json').environment?.route;
    assert.deepEqual(['9.1.99.0', '9.1.200.0', '9.1.301.0', '11.0.0.0', '10.0.0.0'].map(route), [
      'lifetimeTicket',
      'lifetimeTicket',
      'lifetimeWizard',
      'lifetimeWizard',
      'lifetimeWizard',
    ]);
  });

  it('trusts nothing but --trust with --no-default-trust', () => {
    assert.equal(check('good.pfx', '--no-default-trust').code, 0);
    assert.equal(cli('check', file('good.pfx'), '--password-env', 'PFX_PASSWORD', '--no-default-trust').code, 1);
  });

  it('takes the password from the first line of a file', () => {
    assert.equal(
      cli('check', file('good.pfx'), '--password-file', file('password.txt'), '--trust', file('root.pem')).code,
      0,
    );
  });

  it('prints the ticket draft without password, key or path', () => {
    const { code, stdout } = check('good.pfx', '--host', 'apps.acme.example', '--version', '9.1.200.0', '--ticket');
    assert.equal(code, 0);
    assert.match(stdout, /^# SSL\/TLS certificate \\\*\.acme\.example$/m);
    assert.match(stdout, /9\.1\.200\.0 is below 9\.1\.301\.0/);
    assert.match(stdout, /Activate SSL\/TLS/);
    assert.match(stdout, /^LifeTime’s address is `https:\/\/<lifetime>\/lifetime`\.$/m);
    assert.match(stdout, /`apps\.acme\.example CNAME <env>\.outsystemsenterprise\.com`/);
    assert.ok(!stdout.includes(PASSWORD) && !stdout.includes('PRIVATE KEY') && !stdout.includes(pki.folder));
  });

  it('prints the ticket draft in Portuguese', () => {
    const { code, stdout } = check('good.pfx', '--host', 'apps.acme.example', '--ticket', '--language', 'pt');
    assert.equal(code, 0);
    assert.match(stdout, /^# Certificado SSL\/TLS \\\*\.acme\.example$/m);
    assert.match(stdout, /A versão da plataforma não é conhecida/);
    assert.ok(!stdout.includes(PASSWORD));
  });

  it('opens what asks for more iterations than usual where told to, and says how', () => {
    const refused = check('costly.pfx');
    assert.equal(refused.code, 2);
    assert.match(refused.stderr, /5,000,001 rounds.*rough estimate.*--max-iterations 5000001/);
    const { file: facts } = json('costly.pfx', '--max-iterations', '5000001', '--json');
    assert.equal(facts.mac?.iterations, 5_000_001);
  });

  it('opens a key under a password of its own', () => {
    const codes = (...options: readonly string[]): readonly string[] =>
      json('twoPasswords.pfx', '--json', ...options)
        .findings.map(({ code }) => code)
        .filter((code) => /password/i.test(code));
    assert.deepEqual(codes(), ['key.otherPassword']);
    assert.deepEqual(codes('--key-password-env', 'WRONG_PASSWORD'), ['key.otherPassword']);
    assert.deepEqual(codes('--key-password-env', 'WRONG_PASSWORD', '--key-password-file', file('keyPassword.txt')), [
      'file.furtherPasswords',
    ]);
  });

  const unusable: readonly [what: string, args: (f: typeof file) => readonly string[], message: RegExp][] = [
    ['no command', () => [], /Say what to do/],
    ['an unknown command', () => ['chek', 'x.pfx'], /no command “chek”/],
    ['no file', () => ['check'], /Name the PFX file/],
    ['an unknown option', (f) => ['check', f('good.pfx'), '--jsn'], /--jsn/],
    ['a file that is not there', (f) => ['check', f('missing.pfx')], /no such file/],
    ['a folder', (f) => ['check', f('.')], /folder/],
    ['no bytes', (f) => ['check', f('empty.pfx')], /empty/],
    ['17 MiB', (f) => ['check', f('large.pfx')], /too large/],
    ['text', (f) => ['check', f('text.pfx')], /text file, not a PFX/],
    ['PEM', (f) => ['check', f('pem.pfx')], /certificate in PEM form/],
    ['a truncated file', (f) => ['check', f('cut.pfx')], /cut off/],
    [
      'a wrong password',
      (f) => ['check', f('good.pfx'), '--password-env', 'WRONG_PASSWORD'],
      /password is wrong[^]*LifeTime would say: “The file’s password is missing or incorrect.”/,
    ],
    ['no password and no terminal', (f) => ['check', f('good.pfx')], /--password-env or --password-file/],
    [
      'an unset variable',
      (f) => ['check', f('good.pfx'), '--password-env', 'NOT_SET'],
      /no environment variable NOT_SET/,
    ],
    ['a version of three numbers', (f) => ['check', f('good.pfx'), '--version', '11.0.0'], /four numbers/],
    ['an address for a host', (f) => ['check', f('good.pfx'), '--host', 'https://x.example/'], /host name/],
    ['a time that is none', (f) => ['check', f('good.pfx'), '--at', 'tomorrow'], /--at takes a time/],
    [
      'a CA file without certificates',
      (f) => ['check', f('good.pfx'), '--password-env', 'PFX_PASSWORD', '--trust', f('text.pfx')],
      /no certificate/,
    ],
    ['no number of iterations', (f) => ['check', f('good.pfx'), '--max-iterations', '1e9'], /--max-iterations takes/],
    ['a language of nothing', (f) => ['check', f('good.pfx'), '--language', 'pt'], /--language goes with --ticket/],
    [
      'an unknown language',
      (f) => ['check', f('good.pfx'), '--ticket', '--language', 'fr'],
      /takes en or pt, not “fr”/,
    ],
    ['two outputs', (f) => ['check', f('good.pfx'), '--json', '--ticket'], /exclude each other/],
  ];
  for (const [what, args, message] of unusable) {
    it(`ends with 2 and says why: ${what}`, () => {
      const { code, stdout, stderr } = cli(...args(file));
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
      assert.match(stderr, message);
      assert.ok(!/\bat .*\(|Error:/.test(stderr), stderr);
    });
  }
});
