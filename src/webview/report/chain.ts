import type { ChainLink, Report } from '../../core/report/report.ts';
import { CHAIN, type ChainWords } from '../../shared/sectionStrings.ts';
import { h, s } from '../ui/dom.ts';
import { chainBox, missingBox } from './chainBox.ts';
import { time, timeLeft } from '../format/dates.ts';

/** More boxes than this do not fit side by side with their text readable: they go one under the other. */
const SIDE_BY_SIDE = 4;

/** The path from the leaf to its trust anchor as boxes and arrows; an ordered list for whoever does not see it. */
export function chainSection(report: Report, words: ChainWords = CHAIN): HTMLElement {
  const { chain } = report;
  const items = chain.map((link, index) =>
    h(
      'li',
      { class: 'chain-item' },
      link.kind === 'missing' ? missingBox(link, words) : chainBox(report, link, index, words),
      index < chain.length - 1 && arrow(link),
    ),
  );
  return h(
    'section',
    { 'aria-labelledby': 'chain' },
    h('h2', { id: 'chain' }, CHAIN.heading),
    items.length === 0
      ? h('p', { class: 'quiet' }, words.none)
      : h(
          'ol',
          { class: chain.length > SIDE_BY_SIDE ? 'chain tall' : 'chain', role: 'list', 'aria-label': words.order },
          items,
        ),
    missingNotes(chain),
    others(report, words),
  );
}

function arrow(link: ChainLink): HTMLElement {
  const bad = link.kind === 'certificate' && link.signatureVerified === false;
  const unsure = link.kind === 'missing' || link.signatureVerified === null;
  return h(
    'div',
    { class: `arrow ${bad ? 'fail' : ''} ${unsure ? 'unsure' : ''}`.trim() },
    h('span', {}, bad ? CHAIN.notSignedBy : CHAIN.issuedBy),
    s(
      'svg',
      { class: 'across', width: '100%', height: 12, 'aria-hidden': 'true', focusable: 'false' },
      s('line', { x1: 0, y1: 6, x2: '100%', y2: 6 }),
      // the head hangs on the right end, whatever the width
      s('svg', { x: '100%', overflow: 'visible' }, s('path', { d: 'M-7 1L-1 6L-7 11' })),
    ),
    s(
      'svg',
      { class: 'down', width: 12, height: 22, 'aria-hidden': 'true', focusable: 'false' },
      s('path', { d: 'M6 0V21M1 15L6 21L11 15' }),
    ),
  );
}

/** Where a missing certificate can be had: text to copy, not a link, since the address comes from a certificate. */
function missingNotes(chain: Report['chain']): readonly Node[] {
  return chain.flatMap((link) => {
    if (link.kind === 'certificate') return [];
    if (link.urls.length === 0) return [h('p', { class: 'quiet note' }, CHAIN.noDownload(link.name))];
    const urls = link.urls.map((url) => h('li', {}, h('code', { class: 'pick' }, url)));
    return [h('div', { class: 'quiet note' }, h('p', {}, CHAIN.download(link.name)), h('ul', { role: 'list' }, urls))];
  });
}

function others(report: Report, words: ChainWords): HTMLElement | null {
  const linked = new Set(report.chain.flatMap((link) => (link.kind === 'certificate' ? [link.certificate] : [])));
  const rest = report.certificates.filter((certificate, index) => certificate.inFile && !linked.has(index));
  if (rest.length === 0) return null;
  const items = rest.map((certificate) =>
    h(
      'li',
      {},
      h('strong', {}, h('bdi', { title: certificate.subject }, certificate.name)),
      h('span', {}, `${CHAIN.issuedBy} `, h('bdi', {}, certificate.issuerName)),
      h('span', {}, time(certificate.notAfter), ` · ${timeLeft(certificate)}`),
    ),
  );
  return h('div', { class: 'others' }, h('h3', {}, words.others), h('ul', { role: 'list' }, items));
}
