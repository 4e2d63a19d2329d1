export interface Hsts {
  /** seconds */
  readonly maxAge: number;
  readonly includeSubDomains: boolean;
  /** asks to be built into browsers; no part of the RFC, but of what browsers read */
  readonly preload: boolean;
}

/**
 * Reads `Strict-Transport-Security` as browsers do; undefined for what they ignore.
 * @see RFC 6797 §6.1
 */
export function parseHsts(value: string): Hsts | undefined {
  const directives = new Map<string, string | undefined>();
  for (const part of value.split(';')) {
    const text = part.trim();
    if (text === '') continue;
    const match = /^([!#$%&'*+.^_`|~0-9a-z-]+)\s*(?:=\s*(?:"([^"]*)"|([^\s"]+)))?$/i.exec(text);
    const name = match?.[1]?.toLowerCase();
    if (!match || name === undefined || directives.has(name)) return undefined;
    directives.set(name, match[2] ?? match[3]);
  }
  const age = directives.get('max-age');
  if (age === undefined || !/^\d+$/.test(age)) return undefined;
  return {
    maxAge: Math.min(Number(age), Number.MAX_SAFE_INTEGER),
    includeSubDomains: directives.has('includesubdomains'),
    preload: directives.has('preload'),
  };
}
