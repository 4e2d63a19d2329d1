import { isNamed } from '../../environments/isNamed.ts';
import { baseName } from '../../fileName.ts';
import type { Language } from '../../language.ts';
import { bullets, codeSpan, escapeMarkdown, fenced, singleLine } from '../../markdown.ts';
import type { Report, ReportEnvironment } from '../../report/report.ts';
import type { ReportFile } from '../../report/reportedFile.ts';
import { type DraftAddress, distinctAddresses, lifetimePage } from '../addresses.ts';
import { FRAME_TEXTS } from '../texts/frameTexts.ts';
import type { Step } from './routePart.ts';

/** A value that can be copied by itself; `copyableFields` finds it again. */
export function field(label: string, value: string): string {
  return `**${label}:** ${codeSpan(value)}`;
}

/** A text that can be copied by itself. */
export function textBox(label: string, text: string): string {
  return `**${label}:**\n\n${fenced(text)}`;
}

/** Several fields as a list. */
export function fieldList(fields: readonly (readonly [label: string, value: string])[]): string {
  return bullets(fields.map(([label, value]) => field(label, value)));
}

export function checklist(items: readonly string[]): string {
  return items.map((item) => `- [ ] ${item}`).join('\n');
}

/** What an environment is called in Markdown. */
export function nameOf(environment: ReportEnvironment, language: Language): string {
  return isNamed(environment) ? `**${escapeMarkdown(environment.name)}**` : FRAME_TEXTS[language].yourEnvironment;
}

/** File name without a path, as it may be shown to others. */
export function fileNameOf({ file }: Report): string {
  return singleLine(baseName(file.name));
}

/** Whether the PFX opens without a password. */
export function hasNoPassword({ passwordEncoding }: ReportFile): boolean {
  return passwordEncoding === 'none' || passwordEncoding === 'empty-null' || passwordEncoding === 'empty-zero';
}

/** Where the environments' LifeTime is, as far as it is known. */
export function lifetimeLinks(environments: readonly ReportEnvironment[], language: Language): readonly string[] {
  const { lifetimeAddress, lifetimeEntry } = FRAME_TEXTS[language];
  const pages = distinctAddresses(environments.map(lifetimePage));
  const unknown = environments.filter(({ lifetime }) => lifetime === null);
  return [
    ...(pages.length > 0 ? [pages.map((page) => linkTo(page, language)).join(' · ')] : []),
    ...(unknown.length > 0 ? [[lifetimeAddress, ...(unknown.some(isNamed) ? [lifetimeEntry] : [])].join(' ')] : []),
  ];
}

export function linkTo({ kind, url }: DraftAddress, language: Language): string {
  return `[${FRAME_TEXTS[language].links[kind]}](${url})`;
}

/** What has to be told to others before the change. */
export function sideEffects(language: Language): Step {
  const { sideEffectsHeading, sideEffects: items } = FRAME_TEXTS[language];
  return { heading: sideEffectsHeading, body: [checklist(items)] };
}

/** The domains of the environments, each once. */
export function domainsOf(environments: readonly ReportEnvironment[]): readonly string[] {
  return [...new Set(environments.flatMap(({ domains }) => domains))];
}
