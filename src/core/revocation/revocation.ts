import type { FetchProblem } from '../online/fetchProblem.ts';
import type { CrlProblem } from '../x509/crlProblem.ts';
import type { OcspProblem } from './ocspProblem.ts';

/** Whether one certificate of a path is revoked. Moments are milliseconds since 1970-01-01T00:00:00Z. */
export type Revocation =
  | ({ readonly status: 'good' } & RevocationSource)
  /** `reason`: CRLReason (RFC 5280 §5.3.1), 0 where none is given */
  | ({ readonly status: 'revoked'; readonly at: number; readonly reason: number } & RevocationSource)
  /** asked, and nothing that came can be believed */
  | { readonly status: 'unknown'; readonly failures: readonly RevocationFailure[] }
  | { readonly status: 'notChecked'; readonly why: 'notAsked' | 'noAddress' | 'anchor' | 'noIssuer' };

export interface RevocationSource {
  readonly kind: 'ocsp' | 'crl';
  readonly url: string;
  readonly thisUpdate: number;
  readonly nextUpdate: number | undefined;
  /** an OCSP answer that was prepared beforehand and not for this question */
  readonly prepared: boolean;
}

export type RevocationFailure =
  | { readonly kind: 'ocsp'; readonly url: string; readonly problem: OcspProblem | FetchProblem }
  | { readonly kind: 'crl'; readonly url: string; readonly problem: CrlProblem | FetchProblem };
