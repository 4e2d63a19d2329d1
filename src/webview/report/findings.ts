import type { Report, ReportFinding } from '../../core/report/report.ts';
import { FINDINGS } from '../../shared/sectionStrings.ts';
import { ACTION_LABELS } from '../../shared/strings.ts';
import { answerPlace, button } from '../ui/button.ts';
import type { Context } from '../ui/context.ts';
import { h } from '../ui/dom.ts';
import { mark, severityMark } from '../ui/icons.ts';
import type { ReportState } from './reportView.ts';

/**
 * What is wrong or worth knowing, worst first, each with its reason and its mend. What only the rules of public CAs ask stands in
 * a group of its own: nobody is to take it for an error of trust.
 */
export function findingsSection(context: Context, state: ReportState): HTMLElement {
  const { report } = state;
  const all = report.findings.map((finding, index) => ({
    lint: finding.lint === true,
    item: findingItem(context, report, actionOf(finding, state), index),
  }));
  const own = all.filter(({ lint }) => !lint);
  const lints = all.filter(({ lint }) => lint);
  return h(
    'section',
    { 'aria-labelledby': 'findings' },
    h('h2', { id: 'findings' }, FINDINGS.heading),
    all.length === 0
      ? h(
          'div',
          { class: 'finding none' },
          mark('pass'),
          h('div', { class: 'finding-text' }, h('h3', {}, FINDINGS.none), h('p', {}, FINDINGS.noneDetail)),
        )
      : own.length > 0 &&
          h(
            'ul',
            { class: 'findings', role: 'list' },
            own.map(({ item }) => item),
          ),
    lints.length > 0 && [
      h('h3', { class: 'group-heading', id: 'lints' }, FINDINGS.lints),
      h('p', { class: 'quiet' }, FINDINGS.lintsDetail),
      h(
        'ul',
        { class: 'findings lints', role: 'list', 'aria-labelledby': 'lints' },
        lints.map(({ item }) => item),
      ),
    ],
  );
}

/** With no environment to choose from, one has to be added; what the settings forbid is not offered. */
function actionOf(finding: ReportFinding, { environments, online }: ReportState): ReportFinding {
  const { action, ...rest } = finding;
  if (action === 'chooseEnvironment' && environments === 0) return { ...rest, action: 'addEnvironment' };
  if (action === 'fetchIssuers' && (!online.allowed.includes('issuers') || online.running !== null)) return rest;
  return finding;
}

function findingItem(context: Context, report: Report, finding: ReportFinding, index: number): HTMLLIElement {
  const answer = answerPlace();
  const title = `finding-${index}`;
  const about = finding.certificate === undefined ? undefined : report.certificates[finding.certificate];
  return h(
    'li',
    { class: `finding ${finding.severity}` },
    severityMark(finding.severity),
    h(
      'div',
      { class: 'finding-text' },
      h('h3', { id: title }, finding.title),
      h('p', {}, finding.detail),
      h('p', { class: 'mend' }, h('strong', {}, FINDINGS.mend), finding.mend),
      finding.lifetimeMessage !== undefined &&
        h('p', { class: 'lifetime' }, FINDINGS.lifetime, h('q', {}, finding.lifetimeMessage)),
      h(
        'details',
        { class: 'source', 'data-key': `source:${finding.code}:${finding.certificate ?? ''}` },
        h('summary', { 'data-key': `summary:${finding.code}:${finding.certificate ?? ''}` }, FINDINGS.source),
        h('p', {}, finding.source),
        h(
          'p',
          {},
          FINDINGS.code,
          h('code', {}, finding.code),
          about !== undefined && [' · ', FINDINGS.about, h('bdi', {}, about.name)],
        ),
      ),
    ),
    finding.action !== undefined &&
      h(
        'div',
        { class: 'buttons' },
        button(
          context,
          {
            key: `mend:${finding.code}:${finding.certificate ?? ''}`,
            request: { command: 'mend', finding: index, action: finding.action },
            answer,
            describedBy: title,
          },
          ACTION_LABELS[finding.action],
        ),
      ),
    answer.element,
  );
}
