/** Why an address gave nothing that can be used. The same words as the network's own errors, and what an answer can lack. */
export type FetchProblem =
  | 'dns'
  | 'refused'
  | 'reset'
  | 'timeout'
  | 'tls'
  | 'tooLarge'
  | 'tooManyRedirects'
  /** it leads into a private network, and only public addresses are allowed */
  | 'addressForbidden'
  | 'badUrl'
  | 'proxy'
  | 'protocol'
  /** HTTP says that there is no answer (not 200) */
  | 'status'
  /** no certificate, or no answer of the kind that was asked for */
  | 'unreadable'
  /** certificates, but none whose key signed the one below */
  | 'otherIssuer';

/** As the end of a sentence after an address: `… did not answer in time`. */
export const FETCH_PROBLEMS: Readonly<Record<FetchProblem, string>> = {
  dns: 'is not known to the DNS',
  refused: 'could not be reached',
  reset: 'ended the connection',
  timeout: 'did not answer in time',
  tls: 'offered no TLS connection that can be trusted',
  tooLarge: 'sent more than 1 MiB',
  tooManyRedirects: 'sent on to other addresses more than three times',
  addressForbidden: 'leads into a private network, which is not allowed',
  badUrl: 'is not an address that can be asked',
  proxy: 'could not be reached through the proxy',
  protocol: 'did not answer as a web server does',
  status: 'had no answer',
  unreadable: 'sent something else than was asked for',
  otherIssuer: 'sent another certificate than the one that signed',
};
