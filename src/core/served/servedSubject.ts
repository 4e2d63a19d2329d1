import type { Environment } from '../environments/environment.ts';
import type { Certificate } from '../x509/certificate.ts';
import type { Path } from '../x509/path.ts';
import type { TrustAnchors } from '../x509/trust.ts';
import type { ServedHost } from './observation.ts';

/** All that the rules on served certificates look at: one host at one moment. */
export interface ServedSubject {
  readonly observation: ServedHost;
  /** those that were sent and can be read, in their order, each once */
  readonly certificates: readonly Certificate[];
  /** the first one that was sent; undefined where none was, or it can't be read */
  readonly leaf: Certificate | undefined;
  /** by what was sent alone, as most clients see it; undefined where there is no leaf */
  readonly path: Path | undefined;
  /** with the help of intermediates that are known from elsewhere; the same path where they are not needed */
  readonly completed: Path | undefined;
  readonly anchors: TrustAnchors;
  /** the roots of public CAs, whether or not they are among the anchors */
  readonly publicRoots: TrustAnchors;
  /** whose host it is, where that is known */
  readonly environment: Pick<Environment, 'address' | 'hosting'> | null;
  /** SHA-256 of the certificate that should be served, lower-case hexadecimal */
  readonly expected: string | null;
  readonly time: number;
  readonly expiryWarningDays: number;
}
