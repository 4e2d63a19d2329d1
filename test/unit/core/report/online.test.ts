import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import Ajv2020 from 'ajv/dist/2020.js';
import type { FetchedIssuers } from '../../../../src/core/online/fetched.ts';
import type { Report, ReportFinding } from '../../../../src/core/report/report.ts';
import { reportMarkdown } from '../../../../src/core/report/reportMarkdown.ts';
import { reportText } from '../../../../src/core/report/reportText.ts';
import type { RevocationEvidence } from '../../../../src/core/revocation/evidence.ts';
import { ocspRequest } from '../../../../src/core/revocation/ocspRequest.ts';
import { judgeOpened, open } from '../../../../src/worker/engine.ts';
import {
  certificateOf,
  crlOf,
  derOf,
  ocspAnswer,
  P256,
  temporaryPki,
  writeIndex,
} from '../../../fixtures/ocspFiles.ts';
import { CA_EXTENSIONS, type OpensslFolder, serverExtensions } from '../../../fixtures/openssl.ts';

const OCSP = 'http://ocsp.acme.com/';
const CRL = 'http://crl.acme.com/issuing.crl';
const AIA = 'http://ca.acme.com/issuing.cer';

function makePki(): OpensslFolder {
  const pki = temporaryPki();
  const authority = { extensions: CA_EXTENSIONS, key: P256, days: 900 };
  pki.certificate('root', { ...authority, subject: '/CN=Report Root' });
  pki.certificate('issuing', { ...authority, subject: '/CN=Report Issuing', issuer: 'root' });
  pki.certificate('namesake', { ...authority, subject: '/CN=Report Issuing', issuer: 'root' });
  const access = `authorityInfoAccess=OCSP;URI:${OCSP},caIssuers;URI:${AIA},caIssuers;URI:ldap://ca.acme.com/x`;
  const extensions = [...serverExtensions('apps.acme.com'), access, `crlDistributionPoints=URI:${CRL}`];
  pki.certificate('leaf', { subject: '/CN=apps.acme.com', days: 90, key: P256, issuer: 'issuing', extensions });
  pki.pfx('alone', 'leaf', [], '');
  pki.pfx('whole', 'leaf', ['issuing', 'root'], '');
  pki.pfx('other', 'leaf', ['namesake', 'root'], '');
  const revoked = { at: new Date('2026-03-04T05:06:07Z'), reason: 'keyCompromise' };
  writeIndex(pki, 'valid', ['leaf']);
  writeIndex(pki, 'revoked', ['leaf'], { leaf: revoked });
  return pki;
}

describe('what the network adds to a report', function () {
  this.timeout(60_000);
  let pki: OpensslFolder;
  before(() => void (pki = makePki()));

  interface Given {
    readonly fetched?: FetchedIssuers;
    readonly revocation?: readonly RevocationEvidence[];
  }

  async function judge(name: string, given: Given = {}): Promise<Report> {
    const bytes = pki.read(`${name}.pfx`);
    const report = judgeOpened({
      opened: await open({ bytes, password: '' }),
      file: { name: `${name}.pfx`, size: bytes.length },
      environments: [],
      environment: null,
      trust: { defaults: false, user: [derOf(pki, 'root')] },
      time: Date.now(),
      expiryWarningDays: 30,
      ...given,
    });
    const schema = JSON.parse(fs.readFileSync('docs/report.schema.json', 'utf8')) as object;
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
    assert.ok(validate(JSON.parse(JSON.stringify(report))), JSON.stringify(validate.errors));
    return report;
  }

  const finding = (report: Report, code: string): ReportFinding => {
    const found = report.findings.find((candidate) => candidate.code === code);
    assert.ok(found, `${code} among ${report.findings.map((one) => one.code).join(' ')}`);
    return found;
  };
  const codes = ({ findings }: Report): readonly string[] => findings.map(({ code }) => code);
  const fetchedOf = (...names: readonly string[]): FetchedIssuers => ({
    certificates: names.map((name) => ({ der: derOf(pki, name), url: AIA })),
    failures: [],
  });

  describe('before anything is sent', () => {
    it('says where the missing certificate could be had, and who would learn what', async () => {
      const { online } = await judge('alone');
      assert.deepEqual(online.issuers?.requests, [
        {
          kind: 'caIssuers',
          certificate: 0,
          url: AIA,
          host: 'ca.acme.com',
          sends: 'nothing but the request for this address',
          fallback: false,
        },
      ]);
      assert.match(online.issuers.explanation, /ca\.acme\.com.*Nothing about you or your file is sent/);
      assert.equal(online.revocation, null); // nobody can be asked without the issuer
      assert.equal((await judge('whole')).online.issuers, null);
    });

    it('offers the right issuer where another of its name stands in its place', async () => {
      assert.equal((await judge('other')).online.issuers?.requests[0]?.url, AIA);
    });

    it('says who could be asked for revocation', async () => {
      const { online, certificates } = await judge('whole');
      assert.deepEqual(
        online.revocation?.requests.map(({ kind, certificate, url, fallback }) => [kind, certificate, url, fallback]),
        [
          ['ocsp', 0, OCSP, false],
          ['crl', 0, CRL, true],
        ],
      );
      assert.match(online.revocation.explanation, /ocsp\.acme\.com, crl\.acme\.com.*serial number/);
      assert.deepEqual(
        certificates.map(({ revocation }) => [revocation?.status, revocation?.detail]),
        [
          ['notChecked', 'Not checked.'],
          ['notChecked', 'Not checked: the certificate names no address to ask.'],
          ['notChecked', 'Not checked: there is no CA above a root that could revoke it.'],
        ],
      );
    });
  });

  describe('a fetched issuer', () => {
    it('makes the chain sound, but the file stays incomplete', async () => {
      const report = await judge('alone', { fetched: fetchedOf('issuing') });
      const [, issuing] = report.certificates;
      assert.deepEqual(
        [issuing?.name, issuing?.source, issuing?.fetchedFrom, issuing?.inFile],
        ['Report Issuing', 'fetched', AIA, false],
      );
      assert.equal(report.checks.chain.status, 'fail');
      const { title, detail, mend } = finding(report, 'chain.incompleteInFile');
      assert.equal(title, 'The intermediate “Report Issuing” is not in this file');
      assert.match(detail, /which was fetched from http:\/\/ca\.acme\.com\/issuing\.cer/);
      assert.match(mend, /the one that was fetched/);
      assert.ok(!codes(report).includes('chain.issuerMissing'));
      assert.equal(report.online.issuers, null);
    });

    it('counts only where its key made the signature', async () => {
      for (const names of [['namesake'], ['leaf'], ['root']] as const) {
        const report = await judge('alone', { fetched: fetchedOf(...names) });
        assert.ok(codes(report).includes('chain.issuerMissing'), names[0]);
        assert.ok(report.certificates.every(({ source }) => source === 'file'));
      }
      const garbage = { certificates: [{ der: Uint8Array.of(0x30, 0), url: AIA }], failures: [] };
      assert.ok(codes(await judge('alone', { fetched: garbage })).includes('chain.issuerMissing'));
    });

    it('is preferred by nobody to the file’s own', async () => {
      const report = await judge('whole', { fetched: fetchedOf('issuing') });
      assert.ok(report.certificates.every(({ source, fetchedFrom }) => source === 'file' && fetchedFrom === null));
    });

    it('that could not be had is told with the reason', async () => {
      const failures = [{ url: AIA, problem: 'timeout' }] as const;
      const report = await judge('alone', { fetched: { certificates: [], failures } });
      const { mend } = finding(report, 'chain.issuerMissing');
      assert.match(mend, /^It could not be fetched: ca\.acme\.com did not answer in time\. Get it from your CA/);
    });
  });

  describe('an answer on revocation', () => {
    const about = () => certificateOf(pki, 'leaf').sha256;
    const byOcsp = (index: string): RevocationEvidence => {
      const request = ocspRequest(certificateOf(pki, 'leaf'), certificateOf(pki, 'issuing'));
      const answer = ocspAnswer(pki, request, { index, ca: 'issuing', signer: 'issuing', options: ['-ndays', '1'] });
      return { kind: 'ocsp', url: OCSP, certificate: about(), answer };
    };
    const byCrl = (index: string): RevocationEvidence => ({
      kind: 'crl',
      url: CRL,
      certificate: about(),
      answer: crlOf(pki, 'issuing', { index }),
    });
    const failed: RevocationEvidence = { kind: 'crl', url: CRL, certificate: '', problem: 'dns' };

    it('says that a certificate is good, since when and until when', async () => {
      const report = await judge('whole', { revocation: [byOcsp('valid')] });
      const revocation = report.certificates[0]?.revocation;
      assert.deepEqual([revocation?.status, revocation?.source, revocation?.url], ['good', 'ocsp', OCSP]);
      assert.match(
        revocation?.detail ?? '',
        /^Not revoked: ocsp\.acme\.com says so as of 20\d\d-\d\d-\d\d \d\d:\d\d UTC\.$/,
      );
      assert.ok(revocation?.thisUpdate && revocation.nextUpdate && revocation.thisUpdate < revocation.nextUpdate);
      assert.match(reportText(report), / {2}ok {4}Revocation {4}apps\.acme\.com: Not revoked/);
      assert.match(reportMarkdown(report), /Not revoked: ocsp\\?\.acme/);
      assert.ok(!codes(report).some((code) => code.startsWith('chain.revo')));
    });

    it('that says revoked is an error, whatever another one says', async () => {
      for (const revocation of [[byOcsp('revoked')], [byCrl('revoked')], [byOcsp('valid'), byCrl('revoked')]]) {
        const report = await judge('whole', { revocation });
        const { title, detail, certificate } = finding(report, 'chain.revoked');
        assert.equal(title, '“apps.acme.com” has been revoked by its CA');
        assert.match(detail, /on 4 Mar 2026: its private key may be known to others/);
        assert.equal(certificate, 0);
        assert.deepEqual([report.verdict, report.checks.chain.status], ['errors', 'fail']);
        assert.deepEqual(report.chain[0]?.kind === 'certificate' && report.chain[0].problems, ['revoked']);
        assert.equal(report.certificates[0]?.revocation?.reason, 'keyCompromise');
        assert.equal(report.certificates[0].revocation.revokedAt, '2026-03-04T05:06:07Z');
        assert.equal(report.checks.chain.summary, '“apps.acme.com” has been revoked by its CA.');
      }
    });

    it('that can’t be believed leaves it unknown, and changes no check', async () => {
      const answer = Uint8Array.of(0x30, 3, 0x0a, 1, 3);
      const evidence = [
        { kind: 'ocsp', url: OCSP, certificate: about(), answer } as const,
        { ...failed, certificate: about() },
      ];
      const report = await judge('whole', { revocation: evidence });
      const { severity, detail, mend } = finding(report, 'chain.revocationUnknown');
      assert.match(mend, /check from another network\.$/);
      const reached = await judge('whole', { revocation: evidence.slice(0, 1) });
      assert.match(finding(reached, 'chain.revocationUnknown').mend, /what its addresses answer can’t be used\.$/);
      assert.equal(severity, 'info');
      assert.match(detail, /^ocsp\.acme\.com asks to try again later; crl\.acme\.com is not known to the DNS\./);
      assert.equal(report.certificates[0]?.revocation?.status, 'unknown');
      assert.deepEqual(report.checks, (await judge('whole')).checks);
    });

    it('about another certificate says nothing', async () => {
      const elsewhere = { ...byOcsp('valid'), certificate: certificateOf(pki, 'issuing').sha256 };
      const report = await judge('whole', { revocation: [elsewhere] });
      assert.deepEqual(
        report.certificates.map(({ revocation }) => revocation?.status),
        ['notChecked', 'unknown', 'notChecked'],
      );
    });
  });
});
