import assert from 'node:assert/strict';
import { calendarCsv } from '../../../../src/core/calendar/calendarCsv.ts';
import { calendarIcs } from '../../../../src/core/calendar/calendarIcs.ts';
import { type CalendarCertificate, expiryCalendar } from '../../../../src/core/calendar/expiryCalendar.ts';
import { ics } from '../../../../src/core/calendar/ics.ts';
import { isoDay } from '../../../../src/core/time.ts';
import { parseCsv } from '../../../fixtures/parseCsv.ts';
import { type IcsComponent, parseIcs, textOf } from '../../../fixtures/parseIcs.ts';

const NOW = Date.parse('2026-11-23T12:34:56Z');

function certificate(given: Partial<CalendarCertificate> & { from: string; to: string }): CalendarCertificate {
  const { from, to, ...rest } = given;
  return {
    environment: 'Production',
    host: 'apps.acme.com',
    name: '*.acme.com',
    issuerName: 'Acme; Issuing, CA',
    sha256: 'AA:01',
    notBefore: Date.parse(from),
    notAfter: Date.parse(to),
    ...rest,
  };
}

/** 200 days, to 23 May 2027. */
const LONG = certificate({ from: '2026-11-05T00:00:00Z', to: '2027-05-23T23:59:59Z' });
/** 47 days: a third is less than the 30 of the setting. */
const SHORT = certificate({
  environment: 'Test',
  sha256: 'bb02',
  name: 'test.acme.com',
  from: '2026-11-13T00:00:00Z',
  to: '2026-12-29T23:59:59Z',
});

const calendarOf = (...certificates: readonly CalendarCertificate[]) =>
  expiryCalendar(certificates, { time: NOW, warningDays: 30 });

describe('the expiry calendar', () => {
  it('spans a year, with the steps of the Baseline Requirements', () => {
    const { from, to, steps } = calendarOf();
    assert.deepEqual([from, to].map(isoDay), ['2026-11-23', '2027-11-23']);
    assert.deepEqual(
      steps.map(({ at, days }) => [isoDay(at), days]),
      [['2027-03-15', 100]],
    );
    const at = (time: string) => expiryCalendar([], { time: Date.parse(time), warningDays: 30 }).steps;
    assert.deepEqual(
      at('2026-03-15T00:00:00Z').map(({ days }) => days),
      [200],
    );
    assert.deepEqual(
      at('2026-03-14T23:59:59Z').map(({ days }) => days),
      [200],
    );
    assert.deepEqual(
      at('2026-03-16T00:00:00Z').map(({ days }) => days),
      [100],
    );
    assert.deepEqual(
      at('2029-03-01T00:00:00Z').map(({ days }) => days),
      [47],
    );
    assert.deepEqual(at('2029-03-16T00:00:00Z'), []);
  });

  it('says by which day to renew, and how long the renewal will live', () => {
    const { entries } = calendarOf(LONG, SHORT);
    assert.deepEqual(
      entries.map(({ name, renewal }) => [name, renewal && isoDay(renewal.from), renewal?.days, renewal?.due]),
      [
        // 47 days / 3 = 15.66 days before the end
        ['test.acme.com', '2026-12-14', 200, false],
        // 30 days before the end, after 15 March 2027
        ['*.acme.com', '2027-04-23', 100, false],
      ],
    );
  });

  it('says so when it is due, or too late', () => {
    const soon = certificate({ from: '2026-06-01T00:00:00Z', to: '2026-12-01T00:00:00Z' });
    const past = certificate({ sha256: 'cc', from: '2026-01-01T00:00:00Z', to: '2026-11-23T12:34:55Z' });
    const far = certificate({ sha256: 'dd', from: '2026-01-01T00:00:00Z', to: '2028-01-01T00:00:00Z' });
    assert.deepEqual(
      calendarOf(far, soon, past).entries.map(({ sha256, warnFrom, renewal }) => [
        sha256,
        isoDay(warnFrom),
        renewal && isoDay(renewal.from),
        renewal?.due,
      ]),
      [
        ['cc', '2026-10-24', '2026-11-23', true],
        ['aa01', '2026-11-01', '2026-11-23', true],
        ['dd', '2027-12-02', '2027-12-02', false],
      ],
    );
  });

  it('has a certificate once, with all its environments, and leaves OutSystems’ own to OutSystems', () => {
    const other = { ...LONG, environment: 'Quality', sha256: 'aa01', host: 'qa.acme.com' };
    const address = 'acme-new.outsystemsenterprise.com';
    const own = { ...LONG, environment: 'New', host: address, sha256: 'ee', notAfter: LONG.notAfter + 1 };
    const calendar = calendarOf(LONG, other, own, LONG, { ...LONG, host: address });
    assert.deepEqual(
      calendar.entries.map(({ environments, hosts, renewal }) => [environments, hosts, renewal !== null]),
      [
        [['Production', 'Quality'], ['apps.acme.com', 'qa.acme.com', address], true],
        [['New'], [address], false],
      ],
    );
    assert.ok(!calendarIcs(calendar, NOW).includes('ee@'));
  });

  it('is exported as CSV', () => {
    const formula = { ...SHORT, environment: '=cmd|x' };
    const rows = parseCsv(calendarCsv(calendarOf(LONG, { ...LONG, environment: 'Test' }, formula), NOW));
    assert.deepEqual(rows[0]?.slice(0, 5), ['Ends', 'Days left', 'Environments', 'Hosts', 'Certificate']);
    assert.deepEqual(rows.slice(1), [
      [
        '2026-12-29T23:59:59Z',
        '36',
        "'=cmd|x",
        'apps.acme.com',
        'test.acme.com',
        'Acme; Issuing, CA',
        '2026-11-13T00:00:00Z',
        '2026-12-14',
        '200',
        'bb02',
      ],
      [
        '2027-05-23T23:59:59Z',
        '181',
        'Production, Test',
        'apps.acme.com',
        '*.acme.com',
        'Acme; Issuing, CA',
        '2026-11-05T00:00:00Z',
        '2027-04-23',
        '100',
        'aa01',
      ],
    ]);
  });
});

describe('the calendar as .ics', () => {
  const read = (text: string): IcsComponent => parseIcs(Buffer.from(text));
  const valueOf = ({ properties }: IcsComponent, name: string): string | undefined =>
    properties.find((property) => property.name === name)?.value;

  it('has an event for each renewal, end and step', () => {
    const { components } = read(calendarIcs(calendarOf(LONG, SHORT), NOW));
    assert.deepEqual(
      components.map((event) => [
        valueOf(event, 'DTSTART'),
        textOf(event, 'UID').split('@')[0],
        textOf(event, 'SUMMARY'),
      ]),
      [
        ['20261214', 'renew-bb02', 'Renew the certificate test.acme.com (Test)'],
        ['20261229', 'end-bb02', 'The certificate test.acme.com ends (Test)'],
        ['20270423', 'renew-aa01', 'Renew the certificate *.acme.com (Production)'],
        ['20270523', 'end-aa01', 'The certificate *.acme.com ends (Production)'],
        ['20270315', 'validity-2027-03-15', 'Public certificates live at most 100 days'],
      ],
    );
    for (const event of components) {
      assert.equal(event.name, 'VEVENT');
      assert.equal(valueOf(event, 'DTSTAMP'), '20261123T123456Z');
      assert.deepEqual(event.properties.find(({ name }) => name === 'DTSTART')?.parameters, { VALUE: 'DATE' });
    }
    const [renewal, end, , , step] = components;
    assert.ok(renewal && end && step);
    assert.equal(
      textOf(renewal, 'DESCRIPTION'),
      'Start renewing by 14 Dec 2026: a renewal issued then will live at most 200 days, if a public CA issues it.\n' +
        'Environments: Test\nHosts: apps.acme.com\nCertificate: test.acme.com, issued by Acme; Issuing, CA\nSHA-256: bb02\nEnds on 29 Dec 2026',
    );
    const alarms = [renewal, end, step].map(
      ({ components: [alarm] }) => alarm && [alarm.name, valueOf(alarm, 'TRIGGER')],
    );
    assert.deepEqual(alarms, [['VALARM', 'PT9H'], ['VALARM', '-P7D'], undefined]);
  });

  it('keeps the UIDs when it is made again, and has each once', () => {
    const uids = (stamp: number): readonly string[] =>
      read(calendarIcs(expiryCalendar([LONG, SHORT], { time: stamp, warningDays: 14 }), stamp)).components.map(
        (event) => textOf(event, 'UID'),
      );
    assert.deepEqual(uids(NOW), uids(NOW + 3_600_000));
    assert.equal(new Set(uids(NOW)).size, uids(NOW).length);
  });

  it('is one calendar even without events', () => {
    const { name, properties, components } = read(ics([], NOW));
    assert.deepEqual([name, components], ['VCALENDAR', []]);
    assert.deepEqual(
      properties.map((property) => property.name),
      ['VERSION', 'PRODID', 'CALSCALE'],
    );
  });

  for (const text of [
    'x'.repeat(200),
    'é'.repeat(100),
    '𝒜'.repeat(60),
    `${'a'.repeat(66)}é🙂`,
    'a,b;c\\d\\n\ne\r\nf',
    'BEGIN:VEVENT\r\nEND:VCALENDAR',
    'tab\tbell\u0007',
  ])
    it(`takes any text: ${JSON.stringify(text.slice(0, 30))}`, () => {
      const event = { uid: 'u', day: NOW, summary: text, description: text, alarm: 'PT9H' };
      const [made] = read(ics([event], NOW)).components;
      assert.ok(made);
      const expected = text
        .replaceAll('\r\n', '\n')
        .replace(/\p{Cc}/gu, (character) => (character === '\n' ? character : ' '));
      assert.deepEqual([textOf(made, 'SUMMARY'), textOf(made, 'DESCRIPTION')], [expected, expected]);
    });
});
