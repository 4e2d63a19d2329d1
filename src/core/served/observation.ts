/**
 * What was seen of one host: plain data that can be written as JSON and judged again later, for another day or with other
 * trusted certificates. Nothing in it is an opinion. Moments are milliseconds since 1970-01-01T00:00:00Z.
 */
export interface ServedHost {
  /** host name as A-labels, or IP address */
  readonly host: string;
  readonly port: number;
  readonly observedAt: number;
  /** null for an IP address and a name that the DNS does not have (`localhost`), and behind a proxy, which resolves names itself */
  readonly dns: ObservedDns | null;
  readonly tls: ObservedTls;
  /** the answer to `HEAD /` over that TLS connection; null where there was no connection, or one for HTTP/2 alone */
  readonly https: ObservedAnswer | null;
  /** plain HTTP on port 80; null where it was left out: a port was given, or the proxy leads to no port 80 */
  readonly http: ObservedHttp | null;
}

/** What the DNS says, step by step. */
export interface ObservedDns {
  /** targets of the CNAME records from the host on, in order; lower case, no trailing dot */
  readonly aliases: readonly string[];
  /** A and AAAA records behind the last of them */
  readonly addresses: readonly string[];
  readonly failure: ObservedFailure | null;
}

export interface ObservedTls {
  /** `TLSv1.3`, as Node writes it; null where the handshake did not succeed */
  readonly protocol: string | null;
  /** OpenSSL's name */
  readonly cipher: string | null;
  /** DER in base64, in the order in which they were sent, nothing added and nothing left out */
  readonly certificates: readonly string[];
  readonly failure: ObservedFailure | null;
}

export interface ObservedAnswer {
  readonly status: number | null;
  /** `Strict-Transport-Security`, the first one */
  readonly hsts: string | null;
  /** absolute address that it redirects to */
  readonly location: string | null;
  readonly failure: ObservedFailure | null;
}

export interface ObservedHttp {
  /** each answer on the way, until one leads to HTTPS or is no redirect */
  readonly hops: readonly ObservedHop[];
  /** what ended it otherwise */
  readonly failure: ObservedFailure | null;
}

export interface ObservedHop {
  readonly url: string;
  readonly status: number;
  /** absolute address that it redirects to */
  readonly location: string | null;
  /** absolute address that its page goes to by itself (`<meta http-equiv="refresh">`) */
  readonly refresh: string | null;
}

export interface ObservedFailure {
  readonly code:
    | 'dns'
    | 'refused'
    | 'reset'
    | 'timeout'
    | 'tls'
    | 'proxy'
    /** no HTTP, or more of it than one wants to read */
    | 'protocol';
  /** Node's or OpenSSL's code */
  readonly reason: string | null;
}
