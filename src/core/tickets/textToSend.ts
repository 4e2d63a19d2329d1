import { copyableFields } from './copyableFields.ts';

/** The texts of a draft, as edited, that are to be sent: its fenced blocks; all of the document where there is none. */
export function textToSend(markdown: string): string {
  const texts = copyableFields(markdown).flatMap(({ block, value }) => (block ? [value] : []));
  return (texts.length > 0 ? texts.join('\n\n') : markdown.replace(/\r\n/g, '\n')).trim();
}
