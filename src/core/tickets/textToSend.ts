/** Below it stands what is sent; above it what is for the person alone. */
export const TEXT_HEADING = '## The text';

/** The part of a draft, as edited, that is to be sent: what stands below “The text”; all of it where that heading is gone. */
export function textToSend(markdown: string): string {
  const lines = markdown.split(/\r?\n/);
  return lines
    .slice(lines.indexOf(TEXT_HEADING) + 1)
    .join('\n')
    .trim();
}
