import { bullets } from '../../markdown.ts';
import { ELSEWHERE_TEXTS } from '../texts/elsewhereTexts.ts';
import { lifetimeTicket } from './lifetimeTicket.ts';
import { lifetimeWizard } from './lifetimeWizard.ts';
import { lifetimeLinks } from './pieces.ts';
import type { RoutePart, Step } from './routePart.ts';

/** Both ways, and what to look at to know which. */
export function lifetimeUnknown(part: RoutePart): readonly Step[] {
  const texts = ELSEWHERE_TEXTS[part.language];
  const way = (title: string, steps: readonly Step[]): readonly Step[] =>
    steps.map(({ heading, body }) => ({ heading: `${title}. ${heading}`, body }));
  return [
    {
      heading: texts.versionHeading,
      body: [bullets(texts.version), ...lifetimeLinks(part.environments, part.language)],
    },
    ...way(texts.firstWay, lifetimeTicket(part)),
    ...way(texts.secondWay, lifetimeWizard(part)),
  ];
}
