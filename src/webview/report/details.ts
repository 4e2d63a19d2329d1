import type { Report, ReportEnvironment } from '../../core/report/report.ts';
import type { ReportCertificate } from '../../core/report/reportedCertificate.ts';
import { CHAIN, type ChainWords, DETAILS, REVOCATION_SOURCES, SERVED_CHAIN } from '../../shared/sectionStrings.ts';
import { FACT_NAMES, ROLE_WORDS } from '../../shared/strings.ts';
import type { Context } from '../ui/context.ts';
import { h } from '../ui/dom.ts';
import { shortDate, time } from '../format/dates.ts';
import { type Fact, factList, fold } from './factList.ts';
import { bagTable } from './bagTable.ts';
import { fileFacts } from './fileFacts.ts';

/** What an engineer wants to see, folded: each certificate, the file, the environment. */
export function detailsSection(context: Context, report: Report): HTMLElement {
  return h(
    'section',
    { 'aria-labelledby': 'details' },
    h('h2', { id: 'details' }, DETAILS.heading),
    certificateFolds(context, report, CHAIN),
    fold(
      'file',
      DETAILS.file,
      report.file.name,
      factList(context, { certificate: null, name: report.file.name }, fileFacts(report)),
      bagTable(report.file.bags),
    ),
    environmentFold(context, report),
  );
}

/** The same of what a server sends: there is no file. */
export function servedDetails(context: Context, report: Report): HTMLElement {
  return h(
    'section',
    { 'aria-labelledby': 'details' },
    h('h2', { id: 'details' }, DETAILS.heading),
    certificateFolds(context, report, SERVED_CHAIN),
    environmentFold(context, report),
  );
}

function certificateFolds(context: Context, report: Report, words: ChainWords): readonly HTMLElement[] {
  return report.certificates.map((certificate, index) =>
    fold(
      `certificate:${certificate.sha256}`,
      h('bdi', {}, certificate.name),
      [ROLE_WORDS[certificate.role], certificate.publicKey, shortDate(certificate.notAfter)].join(' · '),
      factList(context, { certificate: index, name: certificate.name }, certificateFacts(certificate, words)),
    ),
  );
}

function environmentFold(context: Context, report: Report): HTMLElement | false {
  return (
    report.environment !== null &&
    fold(
      'environment',
      DETAILS.environment,
      report.environment.name,
      factList(context, { certificate: null, name: report.environment.name }, environmentFacts(report.environment)),
    )
  );
}

function certificateFacts(certificate: ReportCertificate, words: ChainWords): readonly Fact[] {
  const stores = certificate.stores.map((store) => CHAIN.stores[store]);
  return [
    { name: FACT_NAMES.subject, value: certificate.subject, copy: 'subject' },
    { name: FACT_NAMES.issuer, value: certificate.issuer, copy: 'issuer' },
    {
      name: FACT_NAMES.subjectAltNames,
      value: certificate.subjectAltNames.length === 0 ? DETAILS.none : list(certificate.subjectAltNames),
      ...(certificate.subjectAltNames.length === 0 ? {} : { copy: 'subjectAltNames', mono: true }),
    },
    {
      name: FACT_NAMES.notBefore,
      value: [time(certificate.notBefore), ` (${certificate.notBefore})`],
      copy: 'notBefore',
    },
    { name: FACT_NAMES.notAfter, value: [time(certificate.notAfter), ` (${certificate.notAfter})`], copy: 'notAfter' },
    { name: FACT_NAMES.serial, value: certificate.serial, copy: 'serial', mono: true },
    { name: FACT_NAMES.sha1, value: certificate.sha1, copy: 'sha1', mono: true },
    { name: FACT_NAMES.sha256, value: certificate.sha256, copy: 'sha256', mono: true },
    { name: DETAILS.publicKey, value: certificate.publicKey },
    { name: DETAILS.signature, value: certificate.signatureAlgorithm },
    { name: DETAILS.privateKey, value: certificate.hasPrivateKey ? words.hasKey : words.noKey },
    { name: DETAILS.trust, value: stores.length === 0 ? DETAILS.none : stores.join(', ') },
    { name: DETAILS.place, value: placeOf(certificate, words) },
    ...revocationFacts(certificate),
    { name: FACT_NAMES.pem, value: '-----BEGIN CERTIFICATE-----…', copy: 'pem', mono: true },
  ];
}

function placeOf({ inFile, fetchedFrom }: ReportCertificate, words: ChainWords): string {
  if (inFile) return words.inFile;
  return fetchedFrom === null ? words.notInFile : DETAILS.fetchedFrom(fetchedFrom);
}

/** What was answered, when, from where and until when it counts. */
function revocationFacts({ revocation }: ReportCertificate): readonly Fact[] {
  if (!revocation) return [];
  const { detail, source, url, nextUpdate } = revocation;
  return [
    { name: DETAILS.revocation, value: detail },
    ...(source === null || url === null
      ? []
      : [{ name: DETAILS.revocationSource, value: `${url} · ${REVOCATION_SOURCES[source]}` }]),
    ...(nextUpdate === null ? [] : [{ name: DETAILS.revocationUntil, value: [time(nextUpdate), ` (${nextUpdate})`] }]),
  ];
}

function environmentFacts(environment: ReportEnvironment): readonly Fact[] {
  return [
    { name: DETAILS.address, value: environment.address, mono: true },
    {
      name: DETAILS.domains,
      value: environment.domains.length === 0 ? DETAILS.none : list(environment.domains),
      mono: environment.domains.length > 0,
    },
    { name: DETAILS.version, value: environment.version ?? DETAILS.unknownVersion },
    { name: DETAILS.hosting, value: DETAILS.hostings[environment.hosting] },
    ...(environment.type === null ? [] : [{ name: DETAILS.type, value: environment.type }]),
    { name: DETAILS.route, value: environment.routeReason },
  ];
}

function list(values: readonly string[]): HTMLElement {
  return h(
    'ul',
    { role: 'list' },
    values.map((value) => h('li', {}, value)),
  );
}
