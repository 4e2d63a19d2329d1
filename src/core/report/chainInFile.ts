import { buildPath } from '../x509/buildPath.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { Path } from '../x509/path.ts';
import { createTrustAnchors } from '../x509/trustAnchors.ts';

/**
 * The way from the leaf to a self-signed root that the file holds by itself, leaf first; undefined where it holds none, or
 * `path` goes through the file alone anyway, or one of its CAs has expired. A CA that is certified twice can have one certificate in the file and the
 * other among the trusted ones.
 *
 * @param time milliseconds since 1970-01-01T00:00:00Z
 */
export function chainInFile(
  leaf: Certificate,
  { steps }: Path,
  certificates: readonly Certificate[],
  time: number,
): readonly Certificate[] | undefined {
  if (steps.slice(1).every(({ origin }) => origin === 'file')) return undefined;
  const roots = certificates.filter(({ selfIssued }) => selfIssued).map(({ der }) => der);
  if (roots.length === 0) return undefined;
  const anchors = createTrustAnchors([{ store: 'user', certificates: roots }]);
  const own = buildPath(leaf, { intermediates: certificates, anchors, time });
  const holds = own.steps.every(({ problems }, i) =>
    problems.every(({ code }) => code !== 'badSignature' && (i === 0 || code !== 'expired')),
  );
  return own.anchorStores.length > 0 && holds ? own.steps.map(({ certificate }) => certificate) : undefined;
}
