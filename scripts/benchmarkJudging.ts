import { createPrivateKey } from 'node:crypto';
import * as fs from 'node:fs';
import * as tls from 'node:tls';
import { fileURLToPath } from 'node:url';
import { buildPath } from '../src/core/x509/buildPath.ts';
import type { Certificate } from '../src/core/x509/certificate.ts';
import { readCertificates } from '../src/core/x509/certificateFiles.ts';
import { parseCertificate } from '../src/core/x509/parseCertificate.ts';
import type { TrustAnchors } from '../src/core/x509/trust.ts';
import { createTrustAnchors } from '../src/core/x509/trustAnchors.ts';
import { crowdOf } from '../test/fixtures/crowd.ts';
import { CA_EXTENSIONS, type OpensslFolder } from '../test/fixtures/openssl.ts';
import { samplePki } from '../test/fixtures/samplePki.ts';
import { type Measurement, median, millisOf } from './lib/measurements.ts';
import { outputOf, runAsScript, ScriptError } from './lib/run.ts';

const PROCESSES = 7;
const WARM_ROUNDS = 500;

/** Parsing and judging a leaf, its issuer and their root: the first time with all public roots, and again and again. */
export async function benchmarkJudging(openssl: (...args: readonly string[]) => void): Promise<readonly Measurement[]> {
  const pki = await samplePki();
  const files = [pki.path('leaf.pem'), pki.path('intermediate.pem'), pki.path('root.pem')] as const;
  const script = fileURLToPath(import.meta.url);
  const first = Array.from({ length: PROCESSES }, () => Number(outputOf(process.execPath, [script, ...files])));

  const chain = read(files);
  const { anchors } = await firstUse(chain);
  const warm: number[] = [];
  for (let i = 0; i < WARM_ROUNDS; i++) warm.push(await millisOf(() => judge(chain, anchors)));
  const theirs: number[] = [];
  const [leaf, intermediate, root] = files;
  for (let i = 0; i < 21; i++) {
    theirs.push(await millisOf(() => openssl('verify', '-CAfile', root, '-untrusted', intermediate, leaf)));
  }
  const roots = tls.rootCertificates.length;
  return [
    {
      name: `judging three certificates, first time with all ${roots} roots (best of ${PROCESSES})`,
      ours: Math.min(...first), // other work on the machine only adds to it
      target: { millis: 25 },
    },
    {
      name: 'judging three certificates, warm',
      ours: median(warm.slice(WARM_ROUNDS / 5)),
      theirs: median(theirs),
      target: { ratio: 0.1, millis: 2 },
    },
    await benchmarkCrowd(pki),
  ];
}

const CROWD = 1000;

/** The worst that a file can ask of the search for a path: it has to end by its budgets. */
async function benchmarkCrowd(pki: OpensslFolder): Promise<Measurement> {
  const key = ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  const authority = CA_EXTENSIONS.filter((line) => !line.startsWith('subjectKeyIdentifier'));
  pki.certificate('everybody', { subject: '/CN=Everybody', days: 100, extensions: authority, key });
  pki.certificate('nobody', { subject: '/CN=nobody', days: 100, extensions: [], key, issuer: 'everybody' });
  const [template, leaf] = ['everybody', 'nobody'].map((name) => readOne(pki.path(`${name}.pem`)));
  if (!template || !leaf) throw new ScriptError('OpenSSL made no certificate.');
  const crowd = crowdOf(template, createPrivateKey(fs.readFileSync(pki.path('everybody.key'))), CROWD);
  const roots = tls.rootCertificates.flatMap((pem) => readCertificates(Buffer.from(pem)));
  const anchors = createTrustAnchors([{ store: 'mozilla', certificates: roots }]);
  const ours = await millisOf(() => {
    const { trusted, problems } = buildPath(leaf, { intermediates: crowd, anchors, time: Date.now() });
    if (trusted || !problems.some(({ code }) => code === 'budgetExceeded'))
      throw new ScriptError('The search did not end by its budget.');
  });
  return { name: `${CROWD} certificates, each a possible issuer of each`, ours, target: { millis: 1000 } };
}

function readOne(file: string): Certificate | undefined {
  return readCertificates(fs.readFileSync(file)).map(parseCertificate)[0];
}

type Chain = readonly [leaf: Uint8Array, intermediate: Uint8Array, root: Uint8Array];

function read(files: readonly string[]): Chain {
  const [leaf, intermediate, root] = files.flatMap((file) => readCertificates(fs.readFileSync(file)));
  if (!leaf || !intermediate || !root) throw new ScriptError('usage: benchmarkJudging.ts LEAF INTERMEDIATE ROOT');
  return [leaf, intermediate, root];
}

/** Reads the roots, as the worker does when it judges for the first time, and judges. */
async function firstUse(chain: Chain): Promise<{ anchors: TrustAnchors; millis: number }> {
  let anchors = createTrustAnchors([]);
  const millis = await millisOf(() => {
    const mozilla = tls.rootCertificates.map((pem) => Buffer.from(pem.replace(/-----[^-]+-----/g, ''), 'base64'));
    anchors = createTrustAnchors([
      { store: 'mozilla', certificates: mozilla },
      { store: 'user', certificates: [chain[2]] },
    ]);
    judge(chain, anchors);
  });
  return { anchors, millis };
}

function judge([leaf, ...issuers]: Chain, anchors: TrustAnchors): void {
  const path = buildPath(parseCertificate(leaf), {
    intermediates: issuers.map(parseCertificate),
    anchors,
    time: Date.now(),
    purpose: 'serverAuth',
  });
  if (!path.trusted) throw new ScriptError('The chain is not judged as trusted.');
}

/** In a process of its own: what the first time takes, before anything is compiled. */
await runAsScript(import.meta.url, async () => {
  console.log((await firstUse(read(process.argv.slice(2)))).millis);
});
