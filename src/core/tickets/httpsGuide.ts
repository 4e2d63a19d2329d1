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
  readonly host: string;
  /** `http://` leads to `https://`, which does not lead back; null where that is not known */
  readonly redirects: boolean | null;
  /** the `Strict-Transport-Security` header is sent; null where that is not known */
  readonly hsts: boolean | null;
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
  const own = environment.domains.flatMap((domain) => seen.find(({ host }) => host === domain) ?? []);
  const all = environment.domains.length > 0 && own.length === environment.domains.length;
  const redirects = all && own.every((each) => each.redirects === true);
  const hsts = all && own.every((each) => each.hsts === true);
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

function seenTable(
  seen: readonly SeenHttp[],
  { header, redirects, noRedirect, hsts, noHsts, unknown }: GuideTexts,
): string {
  const cell = (value: boolean | null, yes: string, no: string): string =>
    value === null ? unknown : value ? `✅ ${yes}` : `❌ ${no}`;
  return table(
    header,
    seen.map((each) => [
      codeSpan(each.host),
      cell(each.redirects, redirects, noRedirect),
      cell(each.hsts, hsts, noHsts),
    ]),
  );
}
