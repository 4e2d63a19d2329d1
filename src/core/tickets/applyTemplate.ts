import { escapeMarkdown, singleLine } from '../markdown.ts';
import { type Placeholder, type PlaceholderKind, PLACEHOLDERS, type TemplateData } from './placeholders.ts';
import { TemplateError } from './templateError.ts';

/**
 * A team's Markdown with its placeholders filled in. Values that come from files and settings stay text wherever they stand:
 * escaped in running text, as they are in code spans and fenced blocks. A line that is only `{{! a remark }}` is left out.
 * @throws TemplateError for a placeholder that there is none of, or that is not closed
 */
export function applyTemplate(template: string, data: TemplateData): string {
  return fill(template, (name, place) => valueFor(data[name], PLACEHOLDERS[name], place));
}

/**
 * Whether a template can be filled in.
 * @throws TemplateError as `applyTemplate` does
 */
export function checkTemplate(template: string): void {
  fill(template, () => '');
}

/** Where a placeholder stands in the template. */
type Place = 'text' | 'span' | 'block';
type Fill = (name: Placeholder, place: Place) => string;

const REMARK = /^\s*\{\{![^{}]*\}\}\s*$/;

function fill(template: string, valueOf: Fill): string {
  let fence: string | undefined;
  const lines = template.split(/\r?\n/).flatMap((line, index) => {
    if (REMARK.test(line)) return [];
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && fence === undefined) fence = mark;
    else if (fence !== undefined && mark?.startsWith(fence) && /^[`~\s]+$/.test(line)) fence = undefined;
    return [fillLine(line, index + 1, fence !== undefined, valueOf)];
  });
  return `${lines.join('\n').trimEnd()}\n`;
}

function fillLine(line: string, number: number, inBlock: boolean, valueOf: Fill): string {
  let filled = '';
  let rest = line;
  for (let open = rest.indexOf('{{'); open >= 0; open = rest.indexOf('{{')) {
    const close = rest.indexOf('}}', open);
    const name = rest.slice(open + 2, close < 0 ? undefined : close).trim();
    if (close < 0) throw new TemplateError('unclosedPlaceholder', number, name, Object.keys(PLACEHOLDERS));
    if (!isPlaceholder(name)) throw new TemplateError('unknownPlaceholder', number, name, Object.keys(PLACEHOLDERS));
    const before = line.slice(0, line.length - rest.length + open);
    filled += rest.slice(0, open) + valueOf(name, inBlock ? 'block' : isInSpan(before) ? 'span' : 'text');
    rest = rest.slice(close + 2);
  }
  return filled + rest;
}

function isPlaceholder(name: string): name is Placeholder {
  return Object.hasOwn(PLACEHOLDERS, name);
}

function valueFor(value: string, kind: PlaceholderKind, place: Place): string {
  if (kind === 'markdown') return value;
  switch (place) {
    // what would end the block or the span early becomes an apostrophe
    case 'block':
      return value.replace(/[`~]{3,}/g, (run) => '’'.repeat(run.length));
    case 'span':
      return singleLine(value).replaceAll('`', '’') || ' ';
    case 'text':
      return value.split('\n').map(escapeMarkdown).join('\n');
  }
}

/** Whether a code span is open behind the text: an odd number of back-ticks runs stands in it. */
function isInSpan(before: string): boolean {
  return (before.match(/`+/g) ?? []).length % 2 === 1;
}
