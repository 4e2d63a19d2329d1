import assert from 'node:assert/strict';
import { compareCertificates } from '../../../../src/core/served/compareCertificates.ts';
import { parseCertificate } from '../../../../src/core/x509/parseCertificate.ts';
import { derOf, netPki } from '../../../fixtures/netPki.ts';

const certificate = (name: string) => parseCertificate(derOf(name));

describe('comparing a new certificate with the one that is served', function () {
  this.timeout(30_000);
  before(() => void netPki());

  it('says what is lost, gained, won and changed', () => {
    const facts = compareCertificates(certificate('elsewhere'), certificate('leaf'), [
      'apps.acme.example',
      'never.covered.example',
    ]);
    assert.deepEqual(
      { ...facts, pins: undefined },
      {
        same: false,
        namesLost: ['apps.acme.example', 'localhost', '127.0.0.1', '*.acme.example'],
        domainsLost: ['apps.acme.example'],
        namesGained: ['www.other.example'],
        issuer: { from: 'Acme Net Issuing CA', to: 'Acme Net Issuing CA', changed: false },
        keyReused: false,
        daysWon: 0,
        pins: undefined,
      },
    );
  });

  it('finds nothing in the same certificate', () => {
    const same = compareCertificates(certificate('leaf'), certificate('leaf'), ['apps.acme.example']);
    assert.deepEqual([same.same, same.keyReused, same.namesLost, same.namesGained], [true, true, [], []]);
    assert.equal(same.pins.from, same.pins.to);
  });

  it('counts the days both ways, and tells another issuer', () => {
    const leaf = certificate('leaf');
    const won = compareCertificates(certificate('renewed'), leaf, []);
    assert.equal(won.daysWon, 40);
    assert.deepEqual(won.namesLost, []);
    const lost = compareCertificates(leaf, certificate('renewed'), []);
    assert.equal(lost.daysWon, -40);
    const other = compareCertificates(certificate('underKoblitz'), leaf, []);
    assert.deepEqual(other.issuer, { from: 'Acme Net Issuing CA', to: 'Acme Koblitz CA', changed: true });
  });

  it('a wildcard takes the place of the names below it, not the other way round', () => {
    const wide = certificate('leaf');
    const onlyApps = {
      ...certificate('elsewhere'),
      extensions: {
        all: [],
        subjectAltNames: { critical: false, names: [{ kind: 'dns' as const, value: 'apps.acme.example' }] },
      },
    };
    assert.deepEqual(compareCertificates(wide, onlyApps, []).namesLost, []);
    assert.ok(compareCertificates(onlyApps, wide, []).namesLost.includes('*.acme.example'));
  });
});
