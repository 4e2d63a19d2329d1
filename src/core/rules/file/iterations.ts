import type { PfxStructure } from '../../pkcs12/contents.ts';

/** Iterations of each key derivation of the file but scrypt, whose N counts something else. */
export function iterationsOf({ mac, certificateEncryption, keyEncryption }: PfxStructure): readonly number[] {
  return [...(mac ? [mac] : []), ...certificateEncryption, ...keyEncryption]
    .filter(({ name }) => !name.endsWith('scrypt'))
    .map(({ iterations }) => iterations);
}
