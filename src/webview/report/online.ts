import type { OnlineOffer, OnlineRequest } from '../../core/report/onlineOffer.ts';
import type { Report } from '../../core/report/report.ts';
import type { ReportCertificate } from '../../core/report/reportedCertificate.ts';
import type { OnlineKind } from '../../shared/protocol.ts';
import { ONLINE } from '../../shared/sectionStrings.ts';
import { BUTTONS } from '../../shared/strings.ts';
import { answerPlace, button } from '../ui/button.ts';
import type { Context } from '../ui/context.ts';
import { h } from '../ui/dom.ts';
import { type Mark, mark } from '../ui/icons.ts';
import type { ReportState } from './reportView.ts';

const KINDS: readonly OnlineKind[] = ['issuers', 'revocation'];

/** What could be asked over the network, what would be sent to whom, and what came of it. */
export function onlineSection(context: Context, state: ReportState): readonly Node[] {
  const { report, online } = state;
  const fetched = report.certificates.filter(({ source }) => source === 'fetched');
  const panels = KINDS.flatMap((kind) => {
    const offer = report.online[kind];
    return offer && online.allowed.includes(kind) ? [panel(context, state, kind, offer)] : [];
  });
  if (panels.length === 0 && fetched.length === 0) return [];
  return [
    h(
      'section',
      { class: 'online', 'aria-labelledby': 'online' },
      h('h2', { id: 'online' }, ONLINE.heading),
      online.problem !== null && h('p', { class: 'online-problem' }, mark('warn', 'Warning'), online.problem),
      fetched.map(fetchedNote),
      panels,
    ),
  ];
}

function panel(context: Context, state: ReportState, kind: OnlineKind, offer: OnlineOffer): HTMLElement {
  const answer = answerPlace();
  const results = kind === 'revocation' ? revocationResults(state.report) : [];
  const title = `online-${kind}`;
  return h(
    'div',
    { class: 'panel' },
    h(
      'div',
      { class: 'panel-text' },
      h('h3', { id: title }, ONLINE.titles[kind]),
      results.length > 0 && h('ul', { class: 'results', role: 'list' }, results),
      h('p', { id: `${title}-why` }, offer.explanation),
      h(
        'details',
        { class: 'source', 'data-key': title },
        h('summary', { 'data-key': `summary:${title}` }, ONLINE.requests),
        h('ul', { role: 'list' }, offer.requests.map(requestItem)),
      ),
      state.online.running === kind && progress(kind),
    ),
    h('div', { class: 'buttons' }, panelButton(context, state, kind, results.length > 0, answer)),
    answer.element,
  );
}

function panelButton(
  context: Context,
  { online }: ReportState,
  kind: OnlineKind,
  again: boolean,
  answer: ReturnType<typeof answerPlace>,
): HTMLButtonElement {
  if (online.running === kind)
    return button(context, { key: `online:${kind}`, request: { command: 'cancelOnline' }, answer }, BUTTONS.cancel);
  const element = button(
    context,
    {
      key: `online:${kind}`,
      request: { command: 'goOnline', kind },
      answer,
      describedBy: `online-${kind}-why`,
    },
    again ? ONLINE.again[kind] : ONLINE.ask[kind],
  );
  element.disabled = online.running !== null;
  return element;
}

function progress(kind: OnlineKind): readonly Node[] {
  return [
    h('p', { class: 'running', role: 'status' }, ONLINE.running[kind], '…'),
    h('div', { class: 'progress', role: 'progressbar', 'aria-label': ONLINE.running[kind] }, h('span', {})),
  ];
}

function requestItem({ url, sends, fallback }: OnlineRequest): HTMLElement {
  return h('li', {}, h('code', { class: 'pick' }, url), ` ${ONLINE.sends(sends)}`, fallback && ` (${ONLINE.fallback})`);
}

function revocationResults({ certificates }: Report): readonly Node[] {
  if (!certificates.some(({ revocation }) => revocation !== null && revocation.status !== 'notChecked')) return [];
  return certificates.flatMap((certificate) =>
    certificate.revocation ? [resultItem(certificate.name, certificate.revocation)] : [],
  );
}

const MARKS: Readonly<Record<NonNullable<ReportCertificate['revocation']>['status'], Mark>> = {
  good: 'pass',
  revoked: 'fail',
  unknown: 'info',
  notChecked: 'info',
};

function resultItem(name: string, revocation: NonNullable<ReportCertificate['revocation']>): HTMLElement {
  return h(
    'li',
    { class: 'result' },
    mark(MARKS[revocation.status], ONLINE.statuses[revocation.status]),
    h('div', {}, h('strong', {}, h('bdi', {}, name)), ' ', h('span', {}, revocation.detail)),
  );
}

function fetchedNote({ name, fetchedFrom }: ReportCertificate): HTMLElement {
  return h(
    'p',
    { class: 'fetched' },
    mark('info', ONLINE.fetched),
    h('span', {}, h('strong', {}, h('bdi', {}, name)), ' ', ONLINE.fetchedFrom(fetchedFrom ?? '')),
  );
}
