/** What could be asked on the Internet, to be said before anything is sent. Null where there is nothing to ask. */
export interface ReportOnline {
  /** “Fetch missing certificates” */
  readonly issuers: OnlineOffer | null;
  /** “Check revocation” */
  readonly revocation: OnlineOffer | null;
}

export interface OnlineOffer {
  /** who is asked and what they learn, as sentences */
  readonly explanation: string;
  /** in the order in which they are asked; what an answer names may follow */
  readonly requests: readonly OnlineRequest[];
}

export interface OnlineRequest {
  readonly kind: 'caIssuers' | 'ocsp' | 'crl';
  /** index into `certificates`: whose address it is */
  readonly certificate: number;
  readonly url: string;
  /** host and port */
  readonly host: string;
  /** what is sent, as a phrase */
  readonly sends: string;
  /** asked only where those before it gave no answer */
  readonly fallback: boolean;
}
