import * as tls from 'node:tls';
import { derOfPem } from '../core/x509/pem.ts';
import type { TrustAnchors } from '../core/x509/trust.ts';
import { createTrustAnchors, type TrustSource } from '../core/x509/trustAnchors.ts';
import type { TrustRequest } from './messages.ts';

/** Newer runtimes (Node 22.15, 23.10) can read the stores of the system. */
interface SystemStores {
  getCACertificates?(type: 'system'): readonly string[];
}

let mozilla: TrustAnchors | undefined;
let defaults: readonly TrustSource[] | undefined;
let last: { readonly key: string; readonly anchors: TrustAnchors } | undefined;

/** The roots of public CAs that come with the runtime (Mozilla's list). */
export function publicRoots(): TrustAnchors {
  return (mozilla ??= createTrustAnchors([mozillaSource()]));
}

/** The anchors that a check uses; those of the last check are kept, since most are for the same ones. */
export function anchorsFor({ defaults: withDefaults, user }: TrustRequest): TrustAnchors {
  const key = JSON.stringify([withDefaults, user.map((der) => Buffer.from(der).toString('base64'))]);
  if (last?.key === key) return last.anchors;
  const anchors = createTrustAnchors([
    ...(withDefaults ? defaultSources() : []),
    { store: 'user', certificates: user },
  ]);
  last = { key, anchors };
  return anchors;
}

function defaultSources(): readonly TrustSource[] {
  return (defaults ??= [
    mozillaSource(),
    { store: 'system', certificates: ((tls as SystemStores).getCACertificates?.('system') ?? []).map(derOfPem) },
  ]);
}

function mozillaSource(): TrustSource {
  return { store: 'mozilla', certificates: tls.rootCertificates.map(derOfPem) };
}
