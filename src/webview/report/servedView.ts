import type { ViewState } from '../../shared/protocol.ts';
import { SERVED, SERVED_CHAIN } from '../../shared/sectionStrings.ts';
import { BUTTONS } from '../../shared/strings.ts';
import { time } from '../format/dates.ts';
import { answerPlace, button } from '../ui/button.ts';
import type { Context } from '../ui/context.ts';
import { h } from '../ui/dom.ts';
import { mark, verdictKind } from '../ui/icons.ts';
import { banners } from './banners.ts';
import { chainSection } from './chain.ts';
import { checkCards } from './checkCards.ts';
import { servedDetails } from './details.ts';
import { domainSection } from './domains.ts';
import { expirySection } from './expiry.ts';
import { findingsSection } from './findings.ts';
import type { ReportState } from './reportView.ts';
import { headTitle } from './headTitle.ts';

type ServedState = Extract<ViewState, { kind: 'served' }>;

/** The report of what a host serves: as that of a file, without what only a file has. */
export function servedView(context: Context, state: ServedState): readonly Node[] {
  const { report, trustProblems } = state;
  const asReport: ReportState = {
    kind: 'report',
    report,
    changedOnDisk: 'no',
    environments: 1,
    trustProblems,
    online: { allowed: [], running: null, problem: null },
  };
  return [
    header(context, state),
    ...banners(context, asReport),
    verdict(state),
    checkCards(report),
    findingsSection(context, asReport),
    chainSection(report, SERVED_CHAIN),
    ...expirySection(report),
    domainSection(context, asReport),
    servedDetails(context, report),
  ];
}

function header(context: Context, { environment, report, seenAt }: ServedState): HTMLElement {
  const answer = answerPlace();
  const leaf = report.certificates.find(({ role }) => role === 'leaf');
  return h(
    'header',
    { class: 'head' },
    headTitle(report, [
      SERVED.what,
      h('bdi', {}, environment),
      SERVED.seen,
      time(seenAt),
      leaf && [SERVED.issuedBy, h('bdi', {}, leaf.issuerName)],
    ]),
    h(
      'div',
      { class: 'buttons' },
      button(context, { key: 'copyReport', request: { command: 'copyReport' }, answer }, BUTTONS.copyReport),
      button(context, { key: 'reload', request: { command: 'reload' }, answer }, SERVED.lookAgain),
    ),
    answer.element,
  );
}

function verdict({ report }: ServedState): HTMLElement {
  const kind = verdictKind(report.verdict);
  return h(
    'section',
    { class: `verdict ${kind}`, 'aria-labelledby': 'headline' },
    mark(kind),
    h('div', { class: 'verdict-text' }, h('h2', { id: 'headline' }, report.headline), ' ', h('p', {}, report.summary)),
  );
}
