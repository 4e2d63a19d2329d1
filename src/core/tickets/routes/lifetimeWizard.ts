import { bullets } from '../../markdown.ts';
import type { Report, ReportEnvironment } from '../../report/report.ts';
import { NEW_CASE } from '../addresses.ts';
import { distinctFindings } from '../distinctFindings.ts';
import { certificateNameOf } from '../certificateName.ts';
import { factsText } from '../facts.ts';
import { subjectLine } from '../subjectLine.ts';
import { FRAME_TEXTS } from '../texts/frameTexts.ts';
import { SUPPORT_TEXTS } from '../texts/supportTexts.ts';
import { WIZARD_TEXTS } from '../texts/wizardTexts.ts';
import { dnsRecords } from './dnsRecords.ts';
import {
  field,
  fieldList,
  fileNameOf,
  hasNoPassword,
  lifetimeLinks,
  linkTo,
  nameOf,
  sideEffects,
  textBox,
} from './pieces.ts';
import type { RoutePart, Step } from './routePart.ts';

/** From 9.1.301.0 on. @see OutSystems documentation, "Use your SSL domain in OutSystems Cloud" */
export function lifetimeWizard(part: RoutePart): readonly Step[] {
  return part.reports[0] ? [add(part, part.reports[0]), sideEffects(part.language), change(part), refused(part)] : [];
}

/** The form, by LifeTime's own labels and in their order. */
function add({ environments, reports, language, certificateName }: RoutePart, first: Report): Step {
  const texts = WIZARD_TEXTS[language];
  const password = hasNoPassword(first.file) ? texts.noPasswordField : texts.passwordField;
  return {
    heading: texts.addHeading,
    body: [
      bullets(environments.map((environment) => texts.addPath(nameOf(environment, language)))),
      ...(environments.length > 1 ? [texts.already] : []),
      ...lifetimeLinks(environments, language),
      texts.fill,
      bullets([
        field('Domain', certificateNameOf(reports)),
        field('Certificate Name', certificateName),
        field('Certificate (.pfx)', fileNameOf(first)),
        `**PFX Password:** ${password}`,
      ]),
      texts.submit,
      texts.status,
    ],
  };
}

function change(part: RoutePart): Step {
  const { environments, language } = part;
  const texts = WIZARD_TEXTS[language];
  const path = (environment: ReportEnvironment): string => texts.changePath(nameOf(environment, language));
  const hosts = ({ domains }: ReportEnvironment): readonly string[] =>
    domains.length > 0 ? [fieldList(domains.map((domain) => ['Hostname', domain]))] : [];
  const [only, ...others] = environments;
  return {
    heading: texts.changeHeading,
    body: [
      // each with its own host names, where there are several
      ...(only && others.length === 0
        ? [bullets([path(only)]), texts.choose, ...hosts(only)]
        : [texts.chooseEach, ...environments.flatMap((environment) => [path(environment), ...hosts(environment)])]),
      texts.update,
      ...dnsRecords(part),
    ],
  };
}

function refused({ reports, environments, language }: RoutePart): Step {
  const texts = WIZARD_TEXTS[language];
  const { labels } = FRAME_TEXTS[language];
  const expected = distinctFindings(reports).find(
    ({ severity, lifetimeMessage }) => severity === 'error' && lifetimeMessage !== undefined,
  )?.lifetimeMessage;
  const text = [
    texts.opening(environments.length > 1),
    expected === undefined ? texts.message : texts.messageExpected(expected),
    factsText(reports, language),
    texts.ask,
  ];
  return {
    heading: texts.refusedHeading,
    body: [
      texts.refused,
      ...(expected === undefined ? [] : [texts.expected(expected)]),
      linkTo(NEW_CASE, language),
      SUPPORT_TEXTS[language].open,
      SUPPORT_TEXTS[language].suspended,
      field(labels.subject, subjectLine(reports, language)),
      textBox(labels.text, text.join('\n\n')),
    ],
  };
}
