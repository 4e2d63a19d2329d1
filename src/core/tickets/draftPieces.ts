import { isNamed } from '../environments/isNamed.ts';
import { type RouteCause, routeOf } from '../environments/route.ts';
import { codeSpan, escapeMarkdown, table } from '../markdown.ts';
import type { CheckStatus } from '../report/report.ts';
import { checkLines } from './checkLines.ts';
import { distinctFindings } from './distinctFindings.ts';
import type { DraftRequest } from './draftRequest.ts';
import { factsText } from './facts.ts';
import { findingTitle } from './findingTitle.ts';
import type { RouteSteps } from './routeParts.ts';
import { checklist, textBox } from './routes/pieces.ts';
import { CHECK_TEXTS } from './texts/checkTexts.ts';
import { DRAFT_ROUTE_TEXTS } from './texts/routeTexts.ts';
import { FRAME_TEXTS } from './texts/frameTexts.ts';

/** Parts of the document, as Markdown; empty where there is nothing to say. */
export interface DraftPieces {
  readonly errors: string;
  readonly steps: string;
  readonly checks: string;
  readonly findings: string;
  readonly sideEffects: string;
}

export function draftPieces(request: DraftRequest, parts: readonly RouteSteps[]): DraftPieces {
  return {
    errors: errorsMarkdown(request, parts),
    steps: stepsMarkdown(request, parts),
    checks: checksMarkdown(request),
    findings: findingsMarkdown(request),
    sideEffects: checklist(FRAME_TEXTS[request.language].sideEffects),
  };
}

/** What LifeTime would say is known of its wizard alone. */
const VALIDATED: ReadonlySet<RouteCause> = new Set(['fromWizard', 'unknownVersion']);
const NOTHING_SENT: ReadonlySet<RouteCause> = new Set(['selfManaged', 'personal', 'odc']);

function errorsMarkdown({ reports, language }: DraftRequest, parts: readonly RouteSteps[]): string {
  const errors = distinctFindings(reports).filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return '';
  const texts = FRAME_TEXTS[language];
  const validated = parts.length === 0 || parts.some(({ cause }) => VALIDATED.has(cause));
  const sent = parts.length === 0 || !parts.every(({ cause }) => NOTHING_SENT.has(cause));
  const lines = errors.map((finding) => {
    const title = `**${escapeMarkdown(findingTitle(finding, language))}**`;
    const { lifetimeMessage } = finding;
    return lifetimeMessage === undefined || !validated
      ? `- ${title}`
      : `- ${title}. ${escapeMarkdown(texts.lifetimeWouldSay(lifetimeMessage))}`;
  });
  return [texts.errorsFound(errors.length, sent), '', ...lines].map((line) => `> ${line}`.trimEnd()).join('\n');
}

function stepsMarkdown({ reports, language }: DraftRequest, parts: readonly RouteSteps[]): string {
  const texts = FRAME_TEXTS[language];
  if (parts.length === 0)
    return [texts.noEnvironment, textBox(texts.labels.text, factsText(reports, language))].join('\n\n');
  return parts
    .flatMap(({ part: { environments }, steps }) => [
      ...environments.slice(0, 1).map((environment) => {
        const names = environments.map((each) => (isNamed(each) ? each.name : texts.yourEnvironment)).join(', ');
        return `## ${escapeMarkdown(capitalised(names))}: ${routeOf(environment, DRAFT_ROUTE_TEXTS[language]).label}`;
      }),
      ...distinctReasons(environments.map((environment) => routeOf(environment, DRAFT_ROUTE_TEXTS[language]).reason)),
      ...steps.flatMap(({ heading, body }, index) => [`### ${index + 1}. ${heading}`, ...body]),
    ])
    .join('\n\n');
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function distinctReasons(reasons: readonly string[]): readonly string[] {
  return [...new Set(reasons)].map(escapeMarkdown);
}

const SIGNS: Readonly<Record<CheckStatus, string>> = { pass: '✅', warn: '⚠️', fail: '❌' };

function checksMarkdown({ reports, language }: DraftRequest): string {
  return table(
    CHECK_TEXTS[language].header,
    checkLines(reports, language).map(({ name, status, result, fact }) => [
      name,
      `${SIGNS[status]} ${result}`,
      escapeMarkdown(fact),
    ]),
  );
}

function findingsMarkdown({ reports, language }: DraftRequest): string {
  const { severities } = CHECK_TEXTS[language];
  return distinctFindings(reports)
    .map(
      (finding) =>
        `- ${severities[finding.severity]}: ${escapeMarkdown(findingTitle(finding, language))} (${codeSpan(finding.code)})`,
    )
    .join('\n');
}
