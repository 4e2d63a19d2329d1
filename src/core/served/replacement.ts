/** What changes when one certificate takes the place of the one that is served now. */
export interface Replacement {
  /** it is the very certificate that is served already */
  readonly same: boolean;
  /** names that only the old one covers, the environment's domains among them first */
  readonly namesLost: readonly string[];
  /** of these, the environment's own domains */
  readonly domainsLost: readonly string[];
  readonly namesGained: readonly string[];
  readonly issuer: { readonly from: string; readonly to: string; readonly changed: boolean };
  /** null where this runtime can't tell */
  readonly keyReused: boolean | null;
  /** whole days, towards zero, by which the new one lives longer; negative where it ends sooner */
  readonly daysWon: number;
  /** SHA-256 of the SubjectPublicKeyInfo in base64, for apps with pinning */
  readonly pins: { readonly from: string; readonly to: string };
}
