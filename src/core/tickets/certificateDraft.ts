import { escapeMarkdown } from '../markdown.ts';
import { distinctAddresses, lifetimePage, NEW_CASE, OWN_CASES } from './addresses.ts';
import { applyTemplate } from './applyTemplate.ts';
import { copyableFields } from './copyableFields.ts';
import type { Draft } from './draft.ts';
import { type DraftPieces, draftPieces } from './draftPieces.ts';
import type { DraftRequest } from './draftRequest.ts';
import { certificateNameFor, routeParts } from './routeParts.ts';
import { subjectLine } from './subjectLine.ts';
import { templateData } from './templateData.ts';
import { CHECK_TEXTS } from './texts/checkTexts.ts';
import { FRAME_TEXTS } from './texts/frameTexts.ts';

/**
 * The hand-over of one file: for each environment's way what to do, and the texts to be sent.
 * @throws TemplateError
 */
export function certificateDraft(request: DraftRequest): Draft {
  const { reports, language, template } = request;
  const subject = subjectLine(reports, language);
  const parts = routeParts(request);
  const pieces = draftPieces(request, parts);
  const markdown =
    template === undefined
      ? documentOf(subject, pieces, request)
      : applyTemplate(template, templateData(request, subject, pieces));
  const environments = reports.flatMap(({ environment }) => (environment ? [environment] : []));
  const named = parts.some(({ cause }) => cause === 'fromWizard' || cause === 'unknownVersion');
  return {
    kind: 'certificate',
    language,
    subject,
    markdown,
    fields: copyableFields(markdown),
    addresses: distinctAddresses([...environments.map(lifetimePage), NEW_CASE, OWN_CASES]),
    certificateName: named ? certificateNameFor(request) : null,
  };
}

function documentOf(subject: string, pieces: DraftPieces, { reports, language }: DraftRequest): string {
  const day = reports[0]?.judgedAt.slice(0, 10) ?? '';
  const paragraphs = [
    `# ${escapeMarkdown(subject)}`,
    ...(copyableFields(pieces.steps).some(({ block }) => block) ? [FRAME_TEXTS[language].intro] : []),
    pieces.errors,
    pieces.steps,
    `## ${CHECK_TEXTS[language].heading(day)}`,
    pieces.checks,
    pieces.findings,
  ];
  return `${paragraphs.filter(Boolean).join('\n\n')}\n`;
}
