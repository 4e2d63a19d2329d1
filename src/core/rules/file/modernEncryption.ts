import { isRare } from './rareAlgorithms.ts';
import { defineRule } from '../rule.ts';

export const modernEncryption = defineRule({
  code: 'file.modernEncryption',
  checks: [],
  severity: 'info',
  action: 'saveAgain',
  source:
    'Windows before Server 2019 can’t import this form; OutSystems’ cloud front ends were due on Windows Server 2022 by 2026-07-31',
  title: ({ name }: { name: string }) => `The file is encrypted with ${name}`,
  detail: () =>
    'Windows before Server 2019 can’t read this form. OutSystems’ cloud front ends were due on Windows Server 2022 by July 2026; nothing is documented for the wizard.',
  mend: () =>
    'Nothing to do for the cloud. For an older Windows, export the file again with 3DES and SHA-1 (Windows: TripleDES-SHA1; OpenSSL: -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1).',
  find: ({ contents: { structure } }) => {
    const aes = [...structure.keyEncryption, ...structure.certificateEncryption].find(
      (encryption) => encryption.scheme === 'pbes2' && encryption.cipher.startsWith('aes') && !isRare(encryption),
    );
    return aes
      ? [{ params: { name: `${aes.cipher.toUpperCase()} / ${hashName(structure.mac?.hash ?? aes.hash)}` } }]
      : [];
  },
});

function hashName(hash: string): string {
  return hash.toUpperCase().replace(/^SHA(\d)/, 'SHA-$1');
}
