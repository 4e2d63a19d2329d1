/** A value of a draft that can be copied by itself. */
export interface CopyableField {
  /** made of the label, unique within the document: `certificate-name`, `hostname-2` */
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** of the label, the first line being 0 */
  readonly line: number;
  /** a text of several lines, to be sent as it is; else one value of a form */
  readonly block: boolean;
}

/**
 * The copyable values of a draft, found again in whatever a person has made of it. One is either a line
 * ``**Label:** `value` `` (also as an item of a list), or a line `**Label:**` with a fenced block below it.
 */
export function copyableFields(markdown: string): readonly CopyableField[] {
  const lines = markdown.split(/\r?\n/);
  const ids = new Map<string, number>();
  const fields: CopyableField[] = [];
  for (let line = 0; line < lines.length; line++) {
    const text = lines[line] ?? '';
    if (isFence(text)) {
      line = blockAt(lines, line).end;
      continue;
    }
    const match = LABELLED.exec(text);
    const label = match?.[1];
    if (label === undefined) continue;
    const rest = match?.[2] ?? '';
    const fence = rest === '' ? nextFence(lines, line + 1) : undefined;
    const value = fence === undefined ? spanOf(rest) : blockAt(lines, fence).value;
    if (value === undefined) continue;
    fields.push({ id: nextId(label, ids), label, value, line, block: fence !== undefined });
  }
  return fields;
}

const LABELLED = /^\s*(?:(?:[-*+]|\d+[.)])\s+)?(?:\[[ xX]\]\s+)?\*\*([^*]+):\*\*\s*(.*)$/;

function spanOf(text: string): string | undefined {
  const value = /^(`+)(?!`)(.+?)(?<!`)\1(?!`)/.exec(text)?.[2];
  // CommonMark §6.1: one space on both sides belongs to the fence
  return value?.replace(/^ (.*[^ ].*) $/, '$1');
}

/** Index of the fence that stands below, with nothing but empty lines between. */
function nextFence(lines: readonly string[], from: number): number | undefined {
  let line = from;
  while (lines[line]?.trim() === '') line++;
  return isFence(lines[line] ?? '') ? line : undefined;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})[^`]*$/;

function isFence(line: string): boolean {
  return FENCE.test(line);
}

/** A block without an end goes to the end of the document (CommonMark §4.5). */
function blockAt(lines: readonly string[], start: number): { readonly value: string; readonly end: number } {
  const fence = FENCE.exec(lines[start] ?? '')?.[1] ?? '```';
  let end = start + 1;
  while (end < lines.length && !closes(lines[end] ?? '', fence)) end++;
  return { value: lines.slice(start + 1, end).join('\n'), end };
}

function closes(line: string, fence: string): boolean {
  const trimmed = line.trim();
  return trimmed.startsWith(fence) && /^(`+|~+)$/.test(trimmed);
}

function nextId(label: string, ids: Map<string, number>): string {
  const slug =
    label
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'field';
  const count = (ids.get(slug) ?? 0) + 1;
  ids.set(slug, count);
  return count === 1 ? slug : `${slug}-${count}`;
}
