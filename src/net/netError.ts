/** What went wrong between here and a server. */
export type NetErrorCode =
  /** the name can't be resolved */
  | 'dns'
  /** nobody listens there, or a firewall says no, or there is no way to it */
  | 'refused'
  /** the other side ended the connection */
  | 'reset'
  | 'timeout'
  /** no TLS connection, or one with a certificate that is not trusted: `reason`, `certificates` */
  | 'tls'
  /** the answer is longer than allowed */
  | 'tooLarge'
  | 'tooManyRedirects'
  /** the address is none of the public Internet, and only those are allowed */
  | 'addressForbidden'
  | 'badUrl'
  /** the proxy can't be used, or says no: `status` */
  | 'proxy'
  /** the answer is not HTTP */
  | 'protocol'
  | 'cancelled';

/** How far a connection had come. */
export type NetPhase = 'name' | 'connect' | 'proxy' | 'tls' | 'response';

export interface NetErrorDetails {
  /** Node's or OpenSSL's own code, such as `ECONNREFUSED`, `CERT_HAS_EXPIRED`, `ERR_SSL_WRONG_VERSION_NUMBER` */
  readonly reason?: string;
  readonly phase?: NetPhase;
  /** host that was to be reached, without port */
  readonly host?: string;
  /** HTTP status of a proxy that says no */
  readonly status?: number;
  /** DER, as the server sent them, where the handshake got that far */
  readonly certificates?: readonly Uint8Array[];
  readonly cause?: unknown;
}

/** A connection or request that failed. Its message is for developers and holds neither headers nor bodies. */
export class NetError extends Error implements NetErrorDetails {
  override readonly name = 'NetError';
  readonly code: NetErrorCode;
  readonly reason?: string;
  readonly phase?: NetPhase;
  readonly host?: string;
  readonly status?: number;
  readonly certificates?: readonly Uint8Array[];

  constructor(code: NetErrorCode, { cause, ...details }: NetErrorDetails = {}) {
    const about = [details.host, details.phase, details.reason ?? details.status].filter((part) => part !== undefined);
    super(`${code}${about.length > 0 ? ` (${about.join(', ')})` : ''}`, cause === undefined ? undefined : { cause });
    this.code = code;
    Object.assign(this, details);
  }
}

/** The same as a NetError, whatever Node threw; what is none of the network's is thrown on. */
export function asNetError(error: unknown, phase: NetPhase, host: string): NetError {
  if (error instanceof NetError) return error;
  if (!(error instanceof Error)) throw error;
  const reason = reasonOf(error);
  if (reason === undefined) throw error;
  return new NetError(codeOf(reason, phase), { reason, phase, host, cause: error });
}

function reasonOf(error: Error): string | undefined {
  if ('code' in error && typeof error.code === 'string') return error.code;
  // several addresses failed; older runtimes give the whole no code
  const [first] = 'errors' in error && Array.isArray(error.errors) ? (error.errors as readonly unknown[]) : [];
  if (first instanceof Error) return reasonOf(first);
  return error.message === 'socket hang up' ? 'ECONNRESET' : undefined;
}

const CODES: Readonly<Record<string, NetErrorCode>> = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  EAI_FAIL: 'dns',
  EAI_NODATA: 'dns',
  EAI_NONAME: 'dns',
  ENODATA: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  EADDRNOTAVAIL: 'refused',
  EACCES: 'refused',
  EPERM: 'refused',
  EHOSTDOWN: 'refused',
  ENETDOWN: 'refused',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
  ETIMEDOUT: 'timeout',
  ETIMEOUT: 'timeout',
  ERR_BUFFER_TOO_LARGE: 'tooLarge',
  ABORT_ERR: 'cancelled',
};

function codeOf(reason: string, phase: NetPhase): NetErrorCode {
  const known = CODES[reason];
  if (known) return known;
  if (/^(EPROTO$|ERR_SSL_|ERR_TLS_|ERR_OSSL_)/.test(reason)) return 'tls';
  if (/^(HPE_|ERR_HTTP|Z_|ERR_STREAM|ERR__ERROR|ERR_BROTLI)/.test(reason)) return 'protocol';
  return phase === 'tls' ? 'tls' : phase === 'name' ? 'dns' : 'protocol';
}
