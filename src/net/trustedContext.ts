import * as tls from 'node:tls';
import { certificatePem } from '../core/x509/pem.ts';

/** Newer runtimes (Node 22.15, 23.10) can read the stores of the system. */
interface SystemStores {
  readonly getCACertificates?: (type: 'system') => readonly string[];
}

/** Newer runtimes (Node 20.18, 22.9) let an intermediate end a chain that is named as trusted, as the validator does. */
interface PartialChainOptions extends tls.SecureContextOptions {
  readonly allowPartialTrustChain: boolean;
}

/** PEM; none where the runtime can't tell. */
function systemRoots(): readonly string[] {
  return (tls as SystemStores).getCACertificates?.('system') ?? [];
}

const contexts = new WeakMap<readonly Uint8Array[], tls.SecureContext>();
const NONE: readonly Uint8Array[] = [];

/**
 * Whom TLS trusts: the runtime's roots, those of the system, and CA certificates that the user named. Undefined where the
 * runtime's own choice serves, to which VS Code adds the system's roots itself. Kept for as long as the list is.
 *
 * @param extraCa DER
 */
export function trustedContext(extraCa: readonly Uint8Array[] = NONE): tls.SecureContext | undefined {
  if (extraCa.length === 0 && !(tls as SystemStores).getCACertificates) return undefined;
  const key = extraCa.length === 0 ? NONE : extraCa;
  let context = contexts.get(key);
  if (!context) {
    const options: PartialChainOptions = {
      ca: [...tls.rootCertificates, ...systemRoots(), ...extraCa.map(certificatePem)],
      allowPartialTrustChain: true,
    };
    context = tls.createSecureContext(options);
    contexts.set(key, context);
  }
  return context;
}
