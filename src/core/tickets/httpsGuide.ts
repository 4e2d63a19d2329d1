import type { Environment } from '../environments/environment.ts';
import { isNamed } from '../environments/isNamed.ts';
import type { Language } from '../language.ts';
import { codeSpan, escapeMarkdown, table } from '../markdown.ts';
import { type DraftAddress, lifetimePage } from './addresses.ts';
import { linkTo } from './routes/pieces.ts';
import { FRAME_TEXTS } from './texts/frameTexts.ts';
import { GUIDE_TEXTS, type GuideTexts } from './texts/guideTexts.ts';

/** What was seen of one domain over plain HTTP and in the headers of its answers. */
export interface SeenHttp {
  /** A-labels */
  readonly domain: string;
  /** where `http://` leads; `none`: to the page itself; `unreachable`: port 80 does not answer, so nothing goes unencrypted */
  readonly redirect: 'https' | 'elsewhere' | 'none' | 'unreachable';
  /** `max-age` in seconds; null without the header, undefined where HTTPS did not answer */
  readonly hstsMaxAge: number | null | undefined;
}

export interface HttpsGuide {
  readonly markdown: string;
  /** every domain of the environment was looked at, leads to HTTPS and sends HSTS */
  readonly done: boolean;
  /** where its link leads */
  readonly addresses: readonly DraftAddress[];
}

/**
 * How HTTPS is enforced on an environment, with what can be seen of it.
 * @param seen one entry for each domain that was looked at
 * @see OutSystems documentation, "Enforce HTTPS security"
 */
export function httpsGuide(
  environment: Pick<Environment, 'name' | 'domains' | 'lifetime'>,
  seen: readonly SeenHttp[],
  language: Language,
): HttpsGuide {
  const texts = GUIDE_TEXTS[language];
  const own = seen.filter(({ domain }) => environment.domains.includes(domain));
  const all = environment.domains.length > 0 && own.length === environment.domains.length;
  const redirects = all && own.every(({ redirect }) => redirect === 'https' || redirect === 'unreachable');
  const hsts = all && own.every(({ hstsMaxAge }) => typeof hstsMaxAge === 'number' && hstsMaxAge > 0);
  const done = redirects && hsts;
  const name = isNamed(environment) ? environment.name : FRAME_TEXTS[language].yourEnvironment;
  const lifetime = lifetimePage(environment);
  const paragraphs = [
    `# ${escapeMarkdown(texts.title(name))}`,
    texts.what,
    `**${done ? texts.done : texts.notDone}**`,
    `## ${texts.seenHeading}`,
    own.length > 0 ? seenTable(own, texts) : texts.notLooked,
    `## ${texts.traditionalHeading}`,
    texts.traditionalWhere(`**${escapeMarkdown(name)}**`),
    [
      box(redirects, texts.settings.screens),
      box(false, texts.settings.integrations),
      box(hsts, texts.settings.hsts),
    ].join('\n'),
    ...(lifetime ? [linkTo(lifetime, language)] : []),
    texts.perApplication,
    texts.withoutLifetime,
    texts.cookies,
    `## ${texts.reactiveHeading}`,
    texts.reactive,
    `## ${texts.mobileHeading}`,
    texts.mobile,
  ];
  return { markdown: `${paragraphs.join('\n\n')}\n`, done, addresses: lifetime ? [lifetime] : [] };
}

function box(ticked: boolean, text: string): string {
  return `- [${ticked ? 'x' : ' '}] ${text}`;
}

function seenTable(seen: readonly SeenHttp[], texts: GuideTexts): string {
  return table(
    texts.header,
    seen.map(({ domain, redirect, hstsMaxAge }) => [
      codeSpan(domain),
      texts.redirects[redirect],
      hstsCell(hstsMaxAge, texts),
    ]),
  );
}

function hstsCell(maxAge: number | null | undefined, texts: GuideTexts): string {
  if (maxAge === undefined) return texts.unknownHsts;
  // a max-age of 0 switches it off (RFC 6797 §6.1.1)
  return maxAge === null || maxAge <= 0 ? texts.noHsts : texts.hsts(Math.floor(maxAge / SECONDS_PER_DAY));
}

const SECONDS_PER_DAY = 86_400;
