import { normaliseDomain } from '../x509/domains.ts';

/**
 * Origin of a LifeTime address as people write it, or copy it from the browser or a manual: `/lifetime`, its pages, the API's
 * path and a missing `https://` are mended. Undefined for what is no such address.
 */
export function lifetimeOrigin(text: string): string | undefined {
  const match =
    /^(?:(https?):\/\/)?(\[[0-9a-f:.]+\]|[^/:\s?#[\]]+|[0-9a-f]*:[0-9a-f:.]*:[0-9a-f.]*)(?::(\d{1,5}))?(?:\/+(?:lifetime(?:api)?(?:[/?#]\S*)?)?)?$/i.exec(
      text.trim(),
    );
  const host = match?.[2] && normaliseDomain(match[2].replace(/^\[|\]$/g, ''));
  if (!match || !host) return undefined;
  const [, scheme = 'https', , port] = match;
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65_535)) return undefined;
  const name = host.ascii.includes(':') ? `[${host.ascii}]` : host.ascii;
  return `${scheme.toLowerCase()}://${name}${port === undefined ? '' : `:${port}`}`;
}

/** The same origin over HTTPS: a token never goes out in the clear, whatever address people write. */
export function secureLifetime(origin: string): string {
  return origin.replace(/^http:/, 'https:');
}
