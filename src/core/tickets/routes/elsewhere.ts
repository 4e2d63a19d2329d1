import { bullets, codeSpan, numbered } from '../../markdown.ts';
import { ELSEWHERE_TEXTS } from '../texts/elsewhereTexts.ts';
import { domainsOf, fileNameOf, sideEffects } from './pieces.ts';
import type { RoutePart, Step } from './routePart.ts';

/** @see OutSystems documentation, "Install an SSL certificate" */
export function selfManaged({ reports, environments, language }: RoutePart): readonly Step[] {
  const texts = ELSEWHERE_TEXTS[language];
  const [first] = reports;
  if (!first) return [];
  const domains = domainsOf(environments);
  return [
    sideEffects(language),
    {
      heading: texts.insteadHeading,
      body: [
        texts.nothingToSend,
        numbered(texts.selfManaged(codeSpan(fileNameOf(first)))),
        ...(domains.length > 0 ? [bullets(domains.map(codeSpan))] : []),
      ],
    },
  ];
}

/** @see OutSystems documentation, "What's a personal environment" */
export function personal({ language }: RoutePart): readonly Step[] {
  const texts = ELSEWHERE_TEXTS[language];
  return [{ heading: texts.insteadHeading, body: [texts.nothingToSend, numbered(texts.personal)] }];
}

/** @see OutSystems Developer Cloud documentation, "Custom domains" */
export function odc({ language }: RoutePart): readonly Step[] {
  const texts = ELSEWHERE_TEXTS[language];
  return [{ heading: texts.insteadHeading, body: [texts.nothingToSend, numbered(texts.odc)] }];
}
