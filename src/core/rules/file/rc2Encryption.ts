import { defineRule } from '../rule.ts';

export const rc2Encryption = defineRule({
  code: 'file.rc2Encryption',
  checks: [],
  severity: 'warning',
  action: 'saveAgain',
  source: 'OpenSSL 3: RC2 and RC4 live in the legacy provider only',
  title: ({ name }: { name: string }) => `The file is encrypted with ${name}, which new tools refuse`,
  detail: () =>
    'OpenSSL 1.x and Windows wrote files like this. Tools built on OpenSSL 3 answer “unsupported”, whatever the password.',
  mend: () =>
    'Export the file again: with 3DES and SHA-1 every Windows and every tool can read it (Windows: TripleDES-SHA1; OpenSSL: -keypbe PBE-SHA1-3DES -certpbe PBE-SHA1-3DES -macalg sha1).',
  find: ({ contents: { structure } }) => {
    const old = [...structure.certificateEncryption, ...structure.keyEncryption].find(({ cipher }) =>
      /^rc[24]/.test(cipher),
    );
    return old ? [{ params: { name: old.cipher.toUpperCase() } }] : [];
  },
});
