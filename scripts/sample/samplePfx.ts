import type { KeyKind } from './authority.ts';

/** One PFX of the sample workspace: how it is made, and what a person is told about it. */
export interface SamplePfx {
  readonly file: string;
  readonly password: string;
  readonly names: readonly [string, ...string[]];
  readonly key: KeyKind;
  readonly expired?: true;
  /** `foreign`: the key of another certificate */
  readonly privateKey?: 'absent' | 'foreign';
  readonly withoutIntermediates?: true;
  readonly form: 'openssl3' | 'windowsLegacy' | 'rc2';
  /** for its README */
  readonly about: string;
  readonly report: string;
}

const PASSWORD = 'acme-sample';
const WILDCARD = ['*.acme.example', 'acme.example'] as const;

export const samplePfxFiles: readonly SamplePfx[] = [
  {
    file: 'wildcard-good.pfx',
    password: PASSWORD,
    names: WILDCARD,
    key: 'rsa-2048',
    form: 'openssl3',
    about: 'A wildcard for every environment, with its key and whole chain.',
    report: 'Ready to submit.',
  },
  {
    file: 'expired.pfx',
    password: PASSWORD,
    names: WILDCARD,
    key: 'rsa-2048',
    expired: true,
    form: 'openssl3',
    about: 'The wildcard before it was renewed.',
    report: 'Not ready. Expiry: the certificate expired ten days before the sample was made.',
  },
  {
    file: 'wrong-domain.pfx',
    password: PASSWORD,
    names: ['shop.other.example'],
    key: 'rsa-2048',
    form: 'openssl3',
    about: 'Issued for `shop.other.example` only.',
    report: 'Not ready. Domain match: no name of the certificate covers a domain of any environment.',
  },
  {
    file: 'without-key.pfx',
    password: PASSWORD,
    names: WILDCARD,
    key: 'rsa-2048',
    privateKey: 'absent',
    form: 'openssl3',
    about: 'Exported without the private key.',
    report: 'Not ready. Private key: there is none in the file.',
  },
  {
    file: 'without-intermediates.pfx',
    password: PASSWORD,
    names: WILDCARD,
    key: 'rsa-2048',
    withoutIntermediates: true,
    form: 'openssl3',
    about: 'The certificate and its key, none of the certificates above it.',
    report: 'Not ready. Chain: the intermediate, Acme Sample TLS CA 1, is missing.',
  },
  {
    file: 'key-of-another.pfx',
    password: PASSWORD,
    names: WILDCARD,
    key: 'rsa-2048',
    privateKey: 'foreign',
    form: 'openssl3',
    about: 'The certificate with the key of another request.',
    report: 'Not ready. Private key: it belongs to another certificate.',
  },
  {
    file: 'elliptic-curve.pfx',
    password: PASSWORD,
    names: ['apps.acme.example', 'www.acme.example'],
    key: 'ec-p256',
    form: 'openssl3',
    about: 'An EC P-256 key; `apps.acme.example` and `www.acme.example` only.',
    report:
      'For Production ready, with a warning: OutSystems documents nothing about EC keys. For the others not ready: Domain match.',
  },
  {
    file: 'legacy-rc2.pfx',
    password: PASSWORD,
    names: WILDCARD,
    key: 'rsa-2048',
    form: 'rc2',
    about: 'Encrypted as OpenSSL 1.x did (certificates RC2-40, key 3DES).',
    report: 'Ready to submit, with a warning: the encryption is old, and newer tools refuse it.',
  },
  {
    file: 'windows-3des.pfx',
    password: PASSWORD,
    names: WILDCARD,
    key: 'rsa-3072',
    form: 'windowsLegacy',
    about: 'Encrypted with TripleDES-SHA1, as Windows exports by choice; a 3072-bit key.',
    report: 'Ready to submit.',
  },
];
