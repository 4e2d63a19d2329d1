import assert from 'node:assert/strict';
import { CertificateError } from '../../../../src/core/x509/certificateError.ts';
import { formatName } from '../../../../src/core/x509/names.ts';
import { parseCertificate } from '../../../../src/core/x509/parseCertificate.ts';
import { CA, make, type Made, openssl, server } from './openssl.ts';
import { timestamps } from '../../../fixtures/timestamps.ts';

const RSA_2048 = ['-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048'];

describe('parseCertificate', () => {
  let root: Made;

  before(() => {
    root = make({ subject: '/C=PT/O=Example, Inc./CN=Example Root', extensions: CA });
  });

  const keys: [name: string, key: string[], options: string[], kind: string, bits: number, signature: string][] = [
    ['RSA', RSA_2048, [], 'RSA', 2048, 'RSA with SHA-256'],
    ['RSA with SHA-384', RSA_2048, ['-md', 'sha384'], 'RSA', 2048, 'RSA with SHA-384'],
    [
      'RSA, signed as PSS',
      RSA_2048,
      ['-sigopt', 'rsa_padding_mode:pss', '-sigopt', 'rsa_pss_saltlen:32'],
      'RSA',
      2048,
      'RSA-PSS with SHA-256',
    ],
    [
      'P-384',
      ['-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:P-384'],
      ['-md', 'sha512'],
      'EC P-384',
      384,
      'ECDSA with SHA-512',
    ],
    ['Ed25519', ['-algorithm', 'ed25519'], [], 'Ed25519', 256, 'Ed25519'],
  ];
  for (const [name, key, options, keyName, bits, signature] of keys) {
    it(`reads ${name} as openssl does`, () => {
      const made = make({ subject: `/O=Keys/CN=${name}`, key, options, extensions: CA });
      const { certificate } = made;
      const show = (...fields: string[]): string =>
        openssl('x509', '-in', made.file, '-noout', '-nameopt', 'RFC2253', ...fields);
      assert.equal(certificate.publicKey.name, keyName);
      assert.equal(certificate.publicKey.bits, bits);
      assert.equal(certificate.signature.name, signature);
      assert.equal(`serial=${certificate.serial.replace(/^00/, '').toUpperCase()}\n`, show('-serial'));
      assert.equal(`subject=${formatName(certificate.subject)}\n`, show('-subject'));
      assert.equal(
        show('-fingerprint', '-sha1')
          .replace(/.*=|[:\n]/g, '')
          .toLowerCase(),
        certificate.sha1,
      );
      assert.equal(
        show('-fingerprint', '-sha256')
          .replace(/.*=|[:\n]/g, '')
          .toLowerCase(),
        certificate.sha256,
      );
      assert.equal(Date.parse(show('-startdate').slice('notBefore='.length)), certificate.notBefore);
      assert.equal(Date.parse(show('-enddate').slice('notAfter='.length)), certificate.notAfter);
      assert.deepEqual(certificate.defects, []);
    });
  }

  it('reads the extensions', () => {
    const { certificate } = make({
      subject: '/CN=www.example.com',
      issuer: root,
      extensions: [
        ...server(
          'DNS:www.example.com',
          'DNS:*.example.com',
          'IP:192.0.2.1',
          'IP:2001:db8::1:0:0:1',
          'email:a@example.com',
          'URI:https://example.com/',
          'otherName:1.2.3.4;UTF8:x',
          'dirName:dir',
        ),
        'authorityInfoAccess = caIssuers;URI:http://ca.example/ca.crt, OCSP;URI:http://ocsp.example/',
        'crlDistributionPoints = URI:http://ca.example/ca.crl',
        'certificatePolicies = 2.23.140.1.2.1, 1.2.3',
        '[dir]',
        'CN = directory',
      ],
    });
    const { extensions } = certificate;
    assert.deepEqual(
      extensions.subjectAltNames?.names.map(({ kind, value }) => `${kind} ${value}`),
      [
        'dns www.example.com',
        'dns *.example.com',
        'ip 192.0.2.1',
        'ip 2001:db8::1:0:0:1',
        'email a@example.com',
        'uri https://example.com/',
        'other 1.2.3.4',
        'directory CN=directory',
      ],
    );
    assert.deepEqual(extensions.authorityInfoAccess, {
      caIssuers: ['http://ca.example/ca.crt'],
      ocsp: ['http://ocsp.example/'],
    });
    assert.deepEqual(extensions.crlDistributionPoints, ['http://ca.example/ca.crl']);
    assert.deepEqual(extensions.policies, { policies: ['2.23.140.1.2.1', '1.2.3'] });
    assert.deepEqual(extensions.extendedKeyUsage, { critical: false, purposes: ['1.3.6.1.5.5.7.3.1'] });
    assert.deepEqual(extensions.keyUsage, { critical: true, usages: ['digitalSignature'] });
    assert.deepEqual(extensions.basicConstraints, { critical: true, ca: false });
    assert.equal(extensions.authorityKeyId?.keyId, root.certificate.extensions.subjectKeyId);
    assert.deepEqual(root.certificate.extensions.keyUsage?.usages, ['keyCertSign', 'cRLSign']);
  });

  it('reads name constraints and policy extensions', () => {
    const { extensions } = make({
      subject: '/CN=Constrained',
      issuer: root,
      extensions: [
        ...CA,
        'nameConstraints = critical, permitted;DNS:example.com, permitted;IP:192.0.2.0/255.255.255.0, excluded;email:.example.org',
        'policyConstraints = critical, requireExplicitPolicy:2, inhibitPolicyMapping:0',
        'inhibitAnyPolicy = critical, 1',
      ],
    }).certificate;
    assert.deepEqual(
      extensions.nameConstraints?.permitted.map(({ value }) => value),
      ['example.com', '192.0.2.0/24'],
    );
    assert.deepEqual(
      extensions.nameConstraints?.excluded.map(({ value }) => value),
      ['.example.org'],
    );
    assert.deepEqual(extensions.policies, { requireExplicitPolicy: 2, inhibitPolicyMapping: 0, inhibitAnyPolicy: 1 });
  });

  const defects: [what: string, extensions: string[], expected: string[]][] = [
    ['a basicConstraints that is no SEQUENCE', ['2.5.29.19 = critical, DER:05:00'], ['malformedBasicConstraints']],
    ['an empty extendedKeyUsage', ['2.5.29.37 = DER:30:00'], ['malformedExtendedKeyUsage']],
    ['an IP address of five bytes', ['2.5.29.17 = DER:30:07:87:05:01:02:03:04:05'], ['malformedSubjectAltNames']],
    ['a DNS name outside ASCII', ['2.5.29.17 = DER:30:04:82:02:c3:a9'], ['malformedSubjectAltNames']],
    [
      'a CA whose basicConstraints is not critical',
      ['basicConstraints = CA:TRUE', 'subjectKeyIdentifier = hash'],
      ['nonCriticalBasicConstraints'],
    ],
    ['keyCertSign without CA', ['keyUsage = critical, keyCertSign'], ['certSignWithoutCa']],
    [
      'a network mask with a hole',
      [
        'basicConstraints = critical, CA:TRUE',
        'subjectKeyIdentifier = hash',
        '2.5.29.30 = critical, DER:30:0e:a0:0c:30:0a:87:08:c0:00:02:00:ff:00:ff:00',
      ],
      ['malformedNameConstraints'],
    ],
    ['an underscore in a DNS name', ['subjectAltName = DNS:a_b.example.com'], ['dnsNameSyntax']],
    ['an IP address as a DNS name', ['subjectAltName = DNS:192.0.2.1'], ['dnsNameSyntax']],
    ['a critical key identifier', ['2.5.29.14 = critical, DER:04:01:01'], ['criticalSubjectKeyId']],
  ];
  for (const [what, extensions, expected] of defects) {
    it(`tells of ${what}`, () => {
      assert.deepEqual(make({ subject: `/CN=${what}`, extensions }).certificate.defects, expected);
    });
  }

  it('reads embedded timestamps of Certificate Transparency', () => {
    const { certificate } = make({ subject: '/CN=logged', extensions: [timestamps(1, 0xab)] });
    assert.deepEqual(certificate.extensions.timestamps, [
      { logId: '01'.repeat(32), at: Date.UTC(2026, 0, 1) },
      { logId: 'ab'.repeat(32), at: Date.UTC(2026, 0, 1) },
    ]);
    const broken = [
      'DER:04:02:00:00', // none
      'DER:04:04:00:03:00:01', // shorter than it says
      'DER:04:05:00:03:00:01:00', // too short to be a timestamp
      'DER:04:04:00:02:00:00', // an empty one
      timestamps(1)
        .replace(/.*= /, '')
        .replace(/:aa:bb$/, ':aa'), // cut off
    ];
    for (const value of broken) {
      const { certificate: other } = make({
        subject: '/CN=logged',
        extensions: [`1.3.6.1.4.1.11129.2.4.2 = ${value}`],
      });
      assert.deepEqual([other.defects, other.extensions.timestamps], [['malformedSctList'], undefined], value);
    }
    // RFC 6962 §3.3: of a later version nothing is known
    const later = make({ subject: '/CN=later', extensions: ['1.3.6.1.4.1.11129.2.4.2 = DER:04:06:00:04:00:02:01:ff'] });
    assert.deepEqual([later.certificate.extensions.timestamps, later.certificate.defects], [[], []]);
  });

  it('refuses what is no certificate with a code', () => {
    const key = Buffer.from(openssl('pkey', '-in', root.keyFile, '-outform', 'DER'), 'latin1');
    const refused: [Uint8Array, string][] = [
      [new Uint8Array(0), 'damaged'],
      [root.der.subarray(0, 200), 'damaged'],
      [Uint8Array.from([...root.der, 0]), 'notACertificate'],
      [key, 'notACertificate'],
      [Uint8Array.from([0x30, 0x00]), 'notACertificate'],
    ];
    for (const [bytes, code] of refused)
      assert.throws(
        () => parseCertificate(bytes),
        (error) => error instanceof CertificateError && error.code === code,
      );
  });

  it('throws nothing but CertificateError, whatever byte is wrong', () => {
    const { der } = make({ subject: '/CN=fuzz', issuer: root, extensions: server('DNS:a.example', 'IP:::1') });
    let parsed = 0;
    for (let at = 0; at < der.length; at++) {
      for (const flip of [0x01, 0x80, 0xff]) {
        const bytes = Uint8Array.from(der);
        bytes[at] = (bytes[at] ?? 0) ^ flip;
        try {
          parseCertificate(bytes);
          parsed++;
        } catch (error) {
          assert.ok(error instanceof CertificateError, String(error));
        }
      }
    }
    assert.ok(parsed > 100);
  });
});
