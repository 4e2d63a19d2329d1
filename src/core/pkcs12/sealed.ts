import { privateKeyIn, safeContentsIn } from './decrypted.ts';
import type { EncryptionScheme } from './encryptionScheme.ts';
import { PfxError } from './errors.ts';
import { Budget } from './limits.ts';
import { Oid } from './oids.ts';
import type { Outer } from './pfxOuter.ts';
import type { Unlocker } from './unlock.ts';

/** What can be seen to be encrypted before anything is decrypted. */
export interface Sealed {
  readonly of: 'key' | 'bags';
  readonly scheme: EncryptionScheme;
  readonly data: Uint8Array;
}

export function visibleSchemes({ safes }: Outer): Sealed[] {
  return safes.flatMap((safe): Sealed[] => {
    if (safe.kind === 'encrypted') {
      return 'facts' in safe.scheme ? [{ of: 'bags', scheme: safe.scheme, data: safe.data }] : [];
    }
    return safe.bags.flatMap(({ content }): Sealed[] =>
      content.kind === 'shroudedKey' && 'facts' in content.scheme
        ? [{ of: 'key', scheme: content.scheme, data: content.data }]
        : [],
    );
  });
}

/**
 * What a MAC that does not fit means. Where the password opens the first key or the first safe all the same, it is right and
 * the file was changed after it was written.
 */
export async function macFailure(outer: Outer, password: string | undefined, unlocker: Unlocker): Promise<PfxError> {
  const sealed = visibleSchemes(outer);
  for (const kind of ['key', 'bags'] as const) {
    const first = sealed.find((candidate) => candidate.of === kind);
    const accept = kind === 'key' ? privateKeyIn : (clear: Uint8Array) => safeContentsIn(clear, new Budget());
    if (first && (await unlocker.decrypt<object>(first.scheme, first.data, accept))) {
      return new PfxError('malformed', { what: 'mac' });
    }
  }
  const detail = isForWindowsAccounts(outer) ? { what: 'windowsAccounts' } : {};
  return new PfxError(password === undefined ? 'passwordMissing' : 'passwordWrong', detail);
}

/** Whether Windows has put the password into the file, locked for accounts or groups of a domain (Export-PfxCertificate -ProtectTo). */
function isForWindowsAccounts({ safes }: Outer): boolean {
  return safes.some(
    (safe) =>
      safe.kind === 'plain' &&
      safe.bags.some(({ content }) => content.kind === 'secret' && content.oid === Oid.microsoftProtectedPassword),
  );
}
