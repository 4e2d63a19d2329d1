/** One certificate in a calendar of what ends when. Moments are milliseconds since 1970-01-01T00:00:00Z. */
export interface ExpiryEntry {
  /** of the certificate: tells entries apart, from one export to the next */
  readonly sha256: string;
  readonly name: string;
  readonly issuerName: string;
  readonly environments: readonly string[];
  readonly hosts: readonly string[];
  readonly notBefore: number;
  readonly notAfter: number;
  /** from here on it counts as expiring */
  readonly warnFrom: number;
}
