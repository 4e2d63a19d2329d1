import type { EncryptionFacts, MacFacts } from '../../pkcs12/contents.ts';
import { defineRule } from '../rule.ts';

const COMMON_CIPHERS: readonly EncryptionFacts['cipher'][] = [
  'aes-128',
  'aes-192',
  'aes-256',
  '3des',
  '2des',
  'rc2-40',
  'rc2-128',
  'rc4-40',
  'rc4-128',
];
const COMMON_MACS: readonly string[] = ['sha1', 'sha224', 'sha256', 'sha384', 'sha512'];

/** Encryption that hardly anything but the tool that wrote it reads: scrypt, other modes than CBC, PKCS#5 v1, and ciphers of a few countries. */
export function isRare({ name, scheme, cipher, hash }: EncryptionFacts): boolean {
  return (
    !COMMON_CIPHERS.includes(cipher) ||
    name.endsWith('scrypt') ||
    (scheme === 'pbes2' && !(name.includes('-CBC,') && COMMON_MACS.includes(hash)))
  );
}

export const rareAlgorithms = defineRule({
  code: 'file.rareAlgorithms',
  checks: [],
  severity: 'warning',
  action: 'saveAgain',
  source: 'Windows, .NET and Java read PFX files with AES-CBC, 3DES, RC2 and RC4 and a check with SHA-1 or SHA-2',
  title: () => 'The file is locked in a way that few programs can open',
  detail: ({ names }: { names: string }) =>
    `It uses ${names}. Programs of Windows, .NET and Java do not know that, and refuse the file whatever the password.`,
  mend: () =>
    'Export the file again with AES-256 and SHA-256, as OpenSSL 3 and current Windows write by default, or with 3DES and SHA-1 for older ones.',
  find: ({ contents: { structure } }) => {
    const rare = [...structure.certificateEncryption, ...structure.keyEncryption].filter(isRare);
    const names = [...rare.map(({ name }) => name), ...macNames(structure.mac)];
    return names.length > 0 ? [{ params: { names: [...new Set(names)].join('; ') } }] : [];
  },
});

function macNames(mac: MacFacts | null): readonly string[] {
  return mac && !COMMON_MACS.includes(mac.hash) ? [`${mac.name} as the file’s own check`] : [];
}
