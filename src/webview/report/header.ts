import type { Report } from '../../core/report/report.ts';
import { BUTTONS, PAGE } from '../../shared/strings.ts';
import { answerPlace, button } from '../ui/button.ts';
import type { Context } from '../ui/context.ts';
import { type Child, h } from '../ui/dom.ts';
import { headTitle } from './headTitle.ts';

/** File and leaf by name, what is in it in a line, and the two things to do with it. */
export function reportHeader(context: Context, report: Report): HTMLElement {
  const answer = answerPlace();
  return h(
    'header',
    { class: 'head' },
    headTitle(report, subtitle(report)),
    h(
      'div',
      { class: 'buttons' },
      button(context, { key: 'copyReport', request: { command: 'copyReport' }, answer }, BUTTONS.copyReport),
      button(context, { key: 'submit', request: { command: 'submit' }, answer, primary: true }, BUTTONS.submit),
    ),
    answer.element,
  );
}

function subtitle(report: Report): Child {
  const leaf = report.certificates.find(({ role }) => role === 'leaf');
  const inFile = report.certificates.filter((certificate) => certificate.inFile).length;
  const { producer } = report.file;
  return [
    leaf && [PAGE.subtitle.issuedBy, h('bdi', {}, leaf.issuerName), ' · '],
    PAGE.subtitle.certificates(inFile),
    leaf && ` · ${leaf.publicKey}`,
    producer !== null && [` · ${PAGE.subtitle.writtenBy}`, h('bdi', {}, producer)],
  ];
}
