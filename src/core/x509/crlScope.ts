import type { Asn1Node } from '../asn1/reader.ts';
import { contentOf, isContext, sequenceOf } from '../asn1/values.ts';
import type { Certificate } from './certificate.ts';
import { nameText, pointNames } from './distributionPoints.ts';

/** Which certificates a CRL is about. @see RFC 5280 §5.2.5 */
export interface CrlScope {
  readonly only: 'users' | 'authorities' | 'attributes' | undefined;
  /** about some reasons of revocation only */
  readonly someReasons: boolean;
  /** of other CAs' certificates too */
  readonly indirect: boolean;
  /** names of the distribution point that the list stands for; undefined where it stands for all */
  readonly names: readonly string[] | undefined;
}

/** @param extension the value of issuingDistributionPoint; undefined where there is none. @throws Asn1Error */
export function readCrlScope(extension: Asn1Node | undefined): CrlScope {
  const fields = extension ? sequenceOf(extension, 'issuingDistributionPoint') : [];
  const isSet = (tag: number): boolean => fields.some((field) => isContext(field, tag) && contentOf(field)[0] !== 0);
  const point = fields.find((field) => isContext(field, 0));
  return {
    only: isSet(1) ? 'users' : isSet(2) ? 'authorities' : isSet(5) ? 'attributes' : undefined,
    someReasons: fields.some((field) => isContext(field, 3)),
    indirect: isSet(4),
    names: point && pointNames(point).map(nameText),
  };
}

/**
 * How much a CRL of this scope, signed by `crlIssuer` (`Name.key`), says of a certificate. `part`: that it is revoked, but not that
 * it is not, since only some reasons would be listed. `none`: the certificate need not be in it.
 *
 * @see RFC 5280 §6.3.3 (b), (d)
 */
export function scopeFor(
  { only, someReasons, indirect, names }: CrlScope,
  crlIssuer: string,
  { issuer, extensions }: Certificate,
): 'all' | 'part' | 'none' {
  const kind = extensions.basicConstraints?.ca ? 'authorities' : 'users';
  if (only !== undefined && only !== kind) return 'none';
  const foreign = crlIssuer !== issuer.key;
  const fits = (extensions.crlPoints ?? []).filter(
    (point) =>
      (names === undefined || point.names.some((name) => names.includes(name))) &&
      (foreign ? indirect && point.issuers.includes(crlIssuer) : true),
  );
  if (fits.length === 0 && (foreign || names !== undefined)) return 'none';
  const limited = fits.length > 0 && fits.every((point) => point.someReasons);
  return someReasons || limited ? 'part' : 'all';
}
