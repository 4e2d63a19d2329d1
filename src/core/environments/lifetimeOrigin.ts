import { normaliseDomain } from '../x509/domains.ts';

/**
 * Origin of a LifeTime address as people write it: `/lifetime` behind it and a missing `https://` are mended. Undefined for
 * what is no such address.
 */
export function lifetimeOrigin(text: string): string | undefined {
  const match = /^(?:(https?):\/\/)?([^/:\s]+)(:\d{1,5})?\/?(?:lifetime\/?)?$/i.exec(text.trim());
  const host = match?.[2] && normaliseDomain(match[2]);
  return match && host ? `${(match[1] ?? 'https').toLowerCase()}://${host.ascii}${match[3] ?? ''}` : undefined;
}

/** The same origin over HTTPS: a token never goes out in the clear, whatever address people write. */
export function secureLifetime(origin: string): string {
  return origin.replace(/^http:/, 'https:');
}
