import type { ChainLink, Report } from '../../core/report/report.ts';
import type { ReportCertificate } from '../../core/report/reportedCertificate.ts';
import { CHAIN, type ChainWords } from '../../shared/sectionStrings.ts';
import { ROLE_WORDS } from '../../shared/strings.ts';
import { h } from '../ui/dom.ts';
import { mark, statusMark } from '../ui/icons.ts';

type CertificateLink = Extract<ChainLink, { kind: 'certificate' }>;
type MissingLink = Extract<ChainLink, { kind: 'missing' }>;

/** One certificate of the path: name, what it is, where it comes from, what is wrong with it. */
export function chainBox(report: Report, link: CertificateLink, index: number, words: ChainWords): HTMLElement {
  const certificate = report.certificates[link.certificate];
  if (!certificate) return h('div', { class: 'box' });
  return h(
    'div',
    { class: `box ${link.status}` },
    h(
      'p',
      { class: 'box-name' },
      statusMark(link.status),
      h('bdi', { class: 'ellipsis', title: `${certificate.name}\n${certificate.subject}` }, certificate.name),
    ),
    lines(certificate, link, index, words).map((line) => h('p', { class: 'box-line' }, line)),
    link.problems.length > 0 &&
      h(
        'ul',
        { class: 'box-problems', role: 'list' },
        link.problems.map((problem) => h('li', {}, problem)),
      ),
  );
}

/** Stands where a certificate should be. */
export function missingBox(link: MissingLink, words: ChainWords): HTMLElement {
  return h(
    'div',
    { class: 'box missing' },
    h(
      'p',
      { class: 'box-name' },
      mark('fail', CHAIN.missing),
      h('bdi', { class: 'ellipsis', title: link.name }, link.name),
    ),
    h('p', { class: 'box-line' }, CHAIN.missingHere),
    h('p', { class: 'box-line' }, words.missingDetail),
  );
}

function lines(
  certificate: ReportCertificate,
  link: CertificateLink,
  index: number,
  words: ChainWords,
): readonly string[] {
  const stores = link.anchorStores.map((store) => CHAIN.stores[store]);
  if (index === 0 && certificate.role === 'leaf') {
    return [
      `${ROLE_WORDS.leaf} · ${certificate.publicKey}`,
      certificate.hasPrivateKey ? words.hasKey : words.noKey,
      signature(link),
      ...revocation(certificate),
    ];
  }
  if (stores.length > 0) {
    return [
      `${CHAIN.anchor} · ${certificate.publicKey}`,
      stores.join(', '),
      certificate.inFile ? words.inFileToo : place(certificate, words),
      ...revocation(certificate),
    ];
  }
  return [
    `${ROLE_WORDS[certificate.role]} · ${certificate.publicKey}`,
    place(certificate, words),
    signature(link),
    ...revocation(certificate),
  ];
}

function place({ source }: ReportCertificate, words: ChainWords): string {
  switch (source) {
    case 'file':
      return words.inFile;
    case 'store':
      return words.notInFile;
    case 'fetched':
      return words.fetched;
  }
}

/** Only what was found out: that nothing was asked is not worth a line. */
function revocation({ revocation: found }: ReportCertificate): readonly string[] {
  return found === null || found.status === 'notChecked' ? [] : [CHAIN.revocation[found.status]];
}

function signature(link: CertificateLink): string {
  switch (link.signatureVerified) {
    case true:
      return CHAIN.verified;
    case false:
      return CHAIN.badSignature;
    case null:
      return CHAIN.notVerifiable;
  }
}
