import { NEW_CASE } from '../addresses.ts';
import { factsText } from '../facts.ts';
import { subjectLine } from '../subjectLine.ts';
import { FRAME_TEXTS } from '../texts/frameTexts.ts';
import { SUPPORT_TEXTS } from '../texts/supportTexts.ts';
import { dnsStep } from './dnsRecords.ts';
import { domainsOf, fieldList, lifetimeLinks, linkTo, sideEffects, textBox, field } from './pieces.ts';
import type { RoutePart, Step } from './routePart.ts';

/** LifeTime's own domain. @see OutSystems documentation, "Use your SSL domain in OutSystems Cloud" */
export function lifetimeItself(part: RoutePart): readonly Step[] {
  const { environments, language } = part;
  const texts = SUPPORT_TEXTS[language];
  const name = part.installedName ?? '____';
  const known = domainsOf(environments);
  const hosts = known.length > 0 ? known : ['____'];
  const [installed, named, duration] = texts.lifetimeBefore;
  return [
    {
      heading: texts.beforeHeading,
      body: [
        installed,
        named,
        fieldList([['Certificate Name', name], ...hosts.map((host) => ['Hostname', host] as const)]),
        ...lifetimeLinks(environments, language),
        duration,
      ].filter((paragraph) => paragraph !== undefined),
    },
    sideEffects(language),
    caseStep(part, [texts.lifetimeOpening, [texts.certificateName(name), ...hosts.map(texts.hostname)].join('\n')], []),
    ...dnsStep(part),
  ];
}

/** @see OutSystems documentation, "Use your SSL domain in OutSystems Cloud" */
export function fedRamp(part: RoutePart): readonly Step[] {
  const texts = SUPPORT_TEXTS[part.language];
  return [
    { heading: texts.beforeHeading, body: texts.fedRampBefore },
    sideEffects(part.language),
    caseStep(part, [texts.fedRampOpening(part.environments.length > 1)], [texts.fedRampAsk]),
  ];
}

function caseStep({ reports, language }: RoutePart, before: readonly string[], after: readonly string[]): Step {
  const texts = SUPPORT_TEXTS[language];
  const { labels } = FRAME_TEXTS[language];
  return {
    heading: texts.caseHeading,
    body: [
      linkTo(NEW_CASE, language),
      texts.open,
      texts.suspended,
      field(labels.subject, subjectLine(reports, language)),
      textBox(labels.text, [...before, factsText(reports, language), ...after].join('\n\n')),
    ],
  };
}
