import { defineRule } from '../rule.ts';
import { iterationsOf } from './iterations.ts';

/** What .NET's loader takes by default, for the MAC and for each other derivation. */
const MOST = 300_000;

export const manyIterations = defineRule({
  code: 'file.manyIterations',
  checks: [],
  severity: 'warning',
  action: 'saveAgain',
  source: '.NET 9 and later: Pkcs12LoaderLimits.Defaults of X509CertificateLoader allows 300,000 iterations',
  title: ({ count }: { count: number }) => `The password is hashed ${count.toLocaleString('en-US')} times`,
  detail: () =>
    'That makes guessing it harder. But it takes other programs seconds to open the file, and those of .NET 9 and later refuse it unless they were told otherwise.',
  mend: () =>
    'Export the file again with fewer iterations, as OpenSSL (2048), Windows (2000) and Java (10,000) write by default.',
  find: ({ contents }) => {
    const most = Math.max(0, ...iterationsOf(contents.structure));
    return most > MOST ? [{ params: { count: most } }] : [];
  },
});
