import { lifetimeOrigin, secureLifetime } from '../../core/environments/lifetimeOrigin.ts';

/**
 * Origin of a LifeTime that a token may be sent to; undefined for what is no address. It is always HTTPS, whatever was
 * written: OutSystems asks for it, and a token sent without is anybody's.
 *
 * @see OutSystems documentation, "REST API Authentication": security considerations
 */
export function lifetimeAddress(text: string): string | undefined {
  const origin = lifetimeOrigin(text);
  return origin && secureLifetime(origin);
}

/** As people call it: without `https://`. */
export function lifetimeHost(origin: string): string {
  return origin.replace(/^https?:\/\//, '');
}
