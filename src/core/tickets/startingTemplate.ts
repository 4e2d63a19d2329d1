import { PLACEHOLDER_TEXTS } from './placeholderTexts.ts';

/** A template to begin with: the document as it is without one, and what each placeholder stands for. */
export function startingTemplate(): string {
  const lines = Object.entries(PLACEHOLDER_TEXTS).map(([name, text]) => `{{! ${name}: ${text} }}`);
  return [
    '{{! The draft of a certificate. What stands in double braces is filled in; a line like this one is left out. }}',
    '{{! A fenced block is a text that is sent; a line **Label:** `value` can be copied by itself. There are: }}',
    ...lines,
    '# {{subject}}',
    '',
    '{{errors}}',
    '',
    '{{steps}}',
    '',
    '## Checked on {{date}}',
    '',
    '{{checks}}',
    '',
    '{{findings}}',
    '',
  ].join('\n');
}
