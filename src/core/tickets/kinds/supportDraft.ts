import { isNamed } from '../../environments/isNamed.ts';
import type { Language } from '../../language.ts';
import { escapeMarkdown } from '../../markdown.ts';
import { distinctAddresses, lifetimePage, NEW_CASE, OWN_CASES } from '../addresses.ts';
import { copyableFields } from '../copyableFields.ts';
import type { Draft, DraftKind } from '../draft.ts';
import type { FactEnvironment } from '../facts.ts';
import { field, linkTo, textBox } from '../routes/pieces.ts';
import { placesOf } from '../subjectLine.ts';
import { FRAME_TEXTS } from '../texts/frameTexts.ts';
import { KIND_TEXTS } from '../texts/kindTexts.ts';
import { SUPPORT_TEXTS } from '../texts/supportTexts.ts';

/** An environment that a draft is for. */
export type DraftEnvironment = FactEnvironment & { readonly lifetime: string | null };

interface Content {
  readonly kind: DraftKind;
  readonly language: Language;
  readonly environments: readonly DraftEnvironment[];
  readonly subject: (environments: string) => string;
  readonly heading: string;
  /** paragraphs of Markdown: what to prepare */
  readonly before: readonly string[];
  /** for the step that opens the case */
  readonly hints: readonly string[];
  /** what is sent for environments in OutSystems' cloud, as plain text; null where nothing is */
  readonly text: ((environments: readonly DraftEnvironment[]) => string) | null;
}

/** A draft of something that Support does by a case, without the check of a PFX for its environments. */
export function supportDraft({ kind, language, environments, subject, heading, before, hints, text }: Content): Draft {
  const cloud = environments.filter(({ hosting }) => hosting === 'cloud');
  const own = environments.filter(({ hosting }) => hosting === 'selfManaged');
  const line = subject(placesOf(namesOf(environments), language));
  const { labels, intro } = FRAME_TEXTS[language];
  const support = SUPPORT_TEXTS[language];
  const send =
    text === null || cloud.length === 0
      ? []
      : [
          `## 2. ${KIND_TEXTS[language].sendHeading}`,
          linkTo(NEW_CASE, language),
          support.open,
          support.suspended,
          ...hints,
          field(labels.subject, subject(placesOf(namesOf(cloud), language))),
          textBox(labels.text, text(cloud)),
        ];
  const paragraphs = [
    `# ${escapeMarkdown(line)}`,
    ...(send.length > 0 ? [intro] : []),
    `## ${send.length > 0 ? `1. ${heading}` : heading}`,
    ...before,
    ...(text !== null && own.length > 0
      ? [escapeMarkdown(KIND_TEXTS[language].selfManaged(namesOf(own).join(', ')))]
      : []),
    ...send,
  ];
  const markdown = `${paragraphs.join('\n\n')}\n`;
  return {
    kind,
    language,
    subject: line,
    markdown,
    fields: copyableFields(markdown),
    addresses: distinctAddresses([...environments.map(lifetimePage), NEW_CASE, OWN_CASES]),
    certificateName: null,
  };
}

function namesOf(environments: readonly DraftEnvironment[]): readonly string[] {
  return environments.flatMap((environment) => (isNamed(environment) ? [environment.name] : []));
}
