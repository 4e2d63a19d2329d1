export interface HandshakeProblem {
  /** the server speaks only what is no longer spoken */
  readonly old?: true;
  /** as a sentence */
  readonly what: string;
  readonly mend: string;
}

const CHECK_SERVER = 'Check the TLS settings of the server or load balancer there.';

/** By OpenSSL's code, without the prefixes that say which side noticed. */
const PROBLEMS: Readonly<Record<string, HandshakeProblem>> = {
  WRONG_VERSION_NUMBER: {
    what: 'It answers in something else than TLS, most likely plain HTTP.',
    mend: 'Check the port, and that the server there has HTTPS switched on for it.',
  },
  UNSUPPORTED_PROTOCOL: {
    old: true,
    what: 'It speaks only versions of SSL that are long broken.',
    mend: 'Switch TLS 1.2 or newer on there.',
  },
  ALERT_PROTOCOL_VERSION: {
    old: true,
    what: 'It takes none of the TLS versions 1.0 to 1.3.',
    mend: 'Switch TLS 1.2 or newer on there.',
  },
  ALERT_HANDSHAKE_FAILURE: {
    what: 'It found no way to encrypt that both sides know: its TLS settings are too old or too narrow, its certificate has a key of a rare kind, or it asks for a certificate of the visitor.',
    mend: CHECK_SERVER,
  },
  // OpenSSL calls this one no alert
  UNRECOGNIZED_NAME: {
    what: 'It says that it does not serve this name.',
    mend: 'Check that this name is set up for the environment, and that the DNS leads to the right place.',
  },
  ALERT_CERTIFICATE_REQUIRED: {
    what: 'It asks for a certificate of the visitor.',
    mend: 'If visitors need none, switch client certificates off there.',
  },
  ALERT_INTERNAL_ERROR: {
    what: 'It reports an error of its own.',
    mend: `${CHECK_SERVER} Often there is no certificate for this name yet.`,
  },
  ALERT_INSUFFICIENT_SECURITY: {
    what: 'It asks for stronger encryption than this program has.',
    mend: CHECK_SERVER,
  },
  ALERT_NO_APPLICATION_PROTOCOL: {
    what: 'It speaks neither HTTP/1.1 nor HTTP/2 there.',
    mend: 'Check the port, and which protocols the server or load balancer there offers.',
  },
  ALERT_ACCESS_DENIED: { what: 'It refuses access.', mend: CHECK_SERVER },
};

/** What an error code of the TLS handshake means. */
export function handshakeProblem(reason: string): HandshakeProblem {
  const name = Object.keys(PROBLEMS).find((key) => reason.endsWith(key));
  const more = name === undefined && /PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|RECORD_LAYER/.test(reason);
  return (
    PROBLEMS[more ? 'WRONG_VERSION_NUMBER' : (name ?? '')] ?? {
      what: 'The two sides could not agree on a connection.',
      mend: CHECK_SERVER,
    }
  );
}
