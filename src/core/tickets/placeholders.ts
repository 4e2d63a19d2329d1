/**
 * What a template can ask for. `value`: one line of plain text; `text`: plain text of several lines, meant for a fenced
 * block; `markdown`: ready-made parts of the document. docs/draftTemplate.md describes each.
 */
export const PLACEHOLDERS = {
  subject: 'value',
  date: 'value',
  'environment.name': 'value',
  'environment.type': 'value',
  'environment.address': 'value',
  'environment.domains': 'value',
  'environment.version': 'value',
  'environment.lifetime': 'value',
  'environment.route': 'value',
  'environment.reason': 'value',
  'certificate.for': 'value',
  'certificate.name': 'value',
  'certificate.names': 'value',
  'certificate.subject': 'value',
  'certificate.issuer': 'value',
  'certificate.serial': 'value',
  'certificate.notBefore': 'value',
  'certificate.notAfter': 'value',
  'certificate.key': 'value',
  'certificate.chain': 'value',
  'certificate.sha1': 'value',
  'certificate.sha256': 'value',
  'file.name': 'value',
  'file.size': 'value',
  'file.sha256': 'value',
  facts: 'text',
  steps: 'markdown',
  errors: 'markdown',
  checks: 'markdown',
  findings: 'markdown',
  sideEffects: 'markdown',
} as const satisfies Readonly<Record<string, PlaceholderKind>>;

export type PlaceholderKind = 'value' | 'text' | 'markdown';
export type Placeholder = keyof typeof PLACEHOLDERS;

/** What each placeholder stands for in one draft. */
export type TemplateData = Readonly<Record<Placeholder, string>>;
