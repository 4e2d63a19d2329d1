import { bullets } from '../../markdown.ts';
import { OWN_CASES } from '../addresses.ts';
import { factsText } from '../facts.ts';
import { FRAME_TEXTS } from '../texts/frameTexts.ts';
import { TICKET_TEXTS } from '../texts/ticketTexts.ts';
import { dnsStep } from './dnsRecords.ts';
import { field, fileNameOf, hasNoPassword, lifetimeLinks, linkTo, nameOf, sideEffects, textBox } from './pieces.ts';
import type { RoutePart, Step } from './routePart.ts';

/** Below 9.1.301.0. @see OutSystems documentation, "Enable SSL/TLS in OutSystems PaaS" */
export function lifetimeTicket(part: RoutePart): readonly Step[] {
  const { reports, environments, language } = part;
  const texts = TICKET_TEXTS[language];
  const { labels } = FRAME_TEXTS[language];
  const [first] = reports;
  if (!first) return [];
  const file = fileNameOf(first);
  const open = !hasNoPassword(first.file);
  const reply = [
    texts.ticketNumber,
    texts.opening(file, environments.length > 1),
    factsText(reports, language),
    open ? texts.password : texts.passwordNone,
  ];
  return [
    sideEffects(language),
    {
      heading: texts.uploadHeading,
      body: [
        bullets(environments.map((environment) => texts.path(nameOf(environment, language)))),
        ...lifetimeLinks(environments, language),
        texts.upload,
        field(labels.file, file),
        texts.created,
      ],
    },
    {
      heading: texts.replyHeading,
      body: [
        texts.reply(environments.length > 1),
        linkTo(OWN_CASES, language),
        open ? texts.passwordPlace : texts.noPassword,
        textBox(texts.replyLabel, reply.join('\n\n')),
      ],
    },
    ...dnsStep(part),
  ];
}
