import { type Asn1Node, Asn1Error } from '../asn1/reader.ts';
import { isContext, sequenceOf } from '../asn1/values.ts';
import type { CrlPoint, Extensions, GeneralName } from './certificate.ts';
import { nonEmpty } from './extensionValues.ts';
import { readGeneralName } from './generalNames.ts';

/** Where the CRLs of a certificate are had. @throws Asn1Error @see RFC 5280 §4.2.1.13 */
export function readDistributionPoints(
  root: Asn1Node,
): Required<Pick<Extensions, 'crlDistributionPoints' | 'crlPoints'>> {
  const points = nonEmpty(root, 'cRLDistributionPoints').map((node) => {
    const fields = sequenceOf(node, 'a distribution point', root);
    const at = (tag: number): Asn1Node | undefined => fields.find((field) => isContext(field, tag));
    const name = at(0);
    return { names: name ? pointNames(name) : [], reasons: at(1), issuer: generalNames(at(2)) };
  });
  return {
    crlDistributionPoints: points.flatMap(({ names }) =>
      names.flatMap(({ kind, value }) => (kind === 'uri' ? [value] : [])),
    ),
    crlPoints: points.map(({ names, reasons, issuer }): CrlPoint => ({
      names: (names.length > 0 ? names : issuer).map(nameText),
      someReasons: reasons !== undefined,
      issuers: issuer.flatMap(({ key }) => (key === undefined ? [] : [key])),
    })),
  };
}

/** The full names of a DistributionPointName, tagged `[0]`; one that is relative to the CRL's issuer is left out. */
export function pointNames(field: Asn1Node): GeneralName[] {
  return generalNames(field.children.find((choice) => isContext(choice, 0)));
}

/** For comparison of two points' names. */
export function nameText({ kind, value, key }: GeneralName): string {
  return `${kind}:${key ?? value}`;
}

function generalNames(list: Asn1Node | undefined): GeneralName[] {
  if (list && !list.constructed) throw new Asn1Error('malformed', list.start, 'names that are primitive');
  return (list?.children ?? []).map((node) => readGeneralName(node));
}
