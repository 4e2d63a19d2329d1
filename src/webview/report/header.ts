import type { Report } from '../../core/report/report.ts';
import { BUTTONS, PAGE } from '../../shared/strings.ts';
import { answerPlace, button } from '../ui/button.ts';
import type { Context } from '../ui/context.ts';
import { h } from '../ui/dom.ts';

/** File and leaf by name, what is in it in a line, and the two things to do with it. */
export function reportHeader(context: Context, report: Report): HTMLElement {
  const answer = answerPlace();
  const leaf = report.certificates.find(({ role }) => role === 'leaf');
  return h(
    'header',
    { class: 'head' },
    h(
      'div',
      { class: 'head-title' },
      h(
        'h1',
        { tabindex: -1 },
        h('bdi', {}, report.file.name),
        leaf !== undefined && ' ',
        leaf !== undefined && h('small', {}, h('bdi', {}, leaf.name)),
      ),
      h('p', { class: 'sub' }, subtitle(report)),
    ),
    h(
      'div',
      { class: 'buttons' },
      button(context, { key: 'copyReport', request: { command: 'copyReport' }, answer }, BUTTONS.copyReport),
      button(context, { key: 'submit', request: { command: 'submit' }, answer, primary: true }, BUTTONS.submit),
    ),
    answer.element,
  );
}

function subtitle(report: Report): readonly (Node | string)[] {
  const leaf = report.certificates.find(({ role }) => role === 'leaf');
  const inFile = report.certificates.filter((certificate) => certificate.inFile).length;
  const parts: (readonly (Node | string)[])[] = [];
  if (leaf) parts.push([PAGE.subtitle.issuedBy, h('bdi', {}, leaf.issuerName)]);
  parts.push([PAGE.subtitle.certificates(inFile)]);
  if (leaf) parts.push([leaf.publicKey]);
  if (report.file.producer !== null) parts.push([PAGE.subtitle.writtenBy + report.file.producer]);
  return parts.flatMap((part, index) => (index === 0 ? part : [' · ', ...part]));
}
