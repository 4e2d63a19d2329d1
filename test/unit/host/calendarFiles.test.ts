import * as assert from 'node:assert/strict';
import { csvOf } from '../../../src/host/calendar/csvOf.ts';
import type { ExpiryEntry } from '../../../src/host/calendar/expiryEntry.ts';
import { icsOf } from '../../../src/host/calendar/icsOf.ts';

const NOW = Date.UTC(2026, 10, 23, 13, 0, 0);

const ENTRY: ExpiryEntry = {
  sha256: '0A:1B',
  name: '*.acme.com',
  issuerName: 'Acme, Inc.; CA',
  environments: ['Production'],
  hosts: ['apps.acme.com', 'www.acme.com'],
  notBefore: Date.UTC(2026, 7, 1),
  notAfter: Date.UTC(2027, 1, 12, 23, 59, 59),
  warnFrom: Date.UTC(2027, 0, 13, 23, 59, 59),
};

/** Lines put together again, RFC 5545 §3.1. */
const unfolded = (ics: string): readonly string[] => ics.replaceAll('\r\n ', '').split('\r\n');

describe('the calendar file', () => {
  it('has an event on the last day and a reminder before it, as RFC 5545 writes them', () => {
    const lines = unfolded(icsOf([ENTRY], NOW));
    assert.deepEqual(lines, [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//outsystems-ssl//Expiry Calendar//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'BEGIN:VEVENT',
      'UID:0a1b@outsystems-ssl',
      'DTSTAMP:20261123T130000Z',
      'DTSTART;VALUE=DATE:20270212',
      'SUMMARY:Certificate *.acme.com ends (Production)',
      String.raw`DESCRIPTION:Environments: Production\nHosts: apps.acme.com\, www.acme.com\nIssued by: Acme\, Inc.\; CA\nEnds: 2027-02-12T23:59:59Z\nThumbprint (SHA-256): 0A:1B`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Renew the certificate *.acme.com: it ends on 2027-02-12',
      'TRIGGER;VALUE=DATE-TIME:20270113T235959Z',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('folds lines at 75 octets and tears no character apart', () => {
    const names = ['Prodüktion ', '環境', '🔒'].map((name) => name.repeat(30));
    const ics = icsOf([{ ...ENTRY, environments: names }], NOW);
    for (const line of ics.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
    assert.ok(unfolded(ics).some((line) => line.includes('🔒'.repeat(30))));
    assert.doesNotMatch(ics, /\ufffd/);
  });

  it('lets no name begin a line of its own', () => {
    const ics = icsOf([{ ...ENTRY, name: 'a\r\nEND:VEVENT\nb\u0007c\\' }], NOW);
    assert.equal(ics.match(/^END:VEVENT/gm)?.length, 1);
    assert.ok(unfolded(ics).includes(String.raw`SUMMARY:Certificate a\nEND:VEVENT\nb c\\ ends (Production)`));
  });
});

describe('the table of certificates', () => {
  it('is CSV as RFC 4180 writes it', () => {
    assert.equal(
      csvOf([ENTRY], NOW),
      '\ufeffEnds,Days left,Environments,Hosts,Certificate,Issued by,Valid from,Renew from,SHA-256\r\n' +
        '2027-02-12T23:59:59Z,81,Production,"apps.acme.com, www.acme.com",*.acme.com,"Acme, Inc.; CA",2026-08-01T00:00:00Z,2027-01-13T23:59:59Z,0A:1B\r\n',
    );
  });

  it('quotes quotes and line ends, and lets no name be a formula', () => {
    const csv = csvOf(
      [{ ...ENTRY, name: '=HYPERLINK("http://x")', issuerName: 'a\nb', environments: ['-1', '+2'] }],
      NOW,
    );
    assert.ok(csv.includes(`"'=HYPERLINK(""http://x"")"`));
    assert.ok(csv.includes('"a\nb"'));
    assert.ok(csv.includes(`"'-1, +2"`));
  });
});
