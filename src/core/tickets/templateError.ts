/** A team's template that can't be filled in. `message` is for people. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  readonly code: 'unknownPlaceholder' | 'unclosedPlaceholder';
  /** of the template, the first line being 1 */
  readonly line: number;
  /** what stands between the braces */
  readonly placeholder: string;
  /** all that there are */
  readonly known: readonly string[];

  constructor(code: TemplateError['code'], line: number, placeholder: string, known: readonly string[]) {
    const what =
      code === 'unknownPlaceholder'
        ? `there is no placeholder {{${placeholder}}}`
        : `{{${placeholder} has no }} on the same line`;
    super(`Line ${line} of the draft template: ${what}. There are: ${known.join(', ')}.`);
    this.code = code;
    this.line = line;
    this.placeholder = placeholder;
    this.known = known;
  }
}
