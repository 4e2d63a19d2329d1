import assert from 'node:assert/strict';
import { LANGUAGES } from '../../../../src/core/language.ts';
import { type DraftRecord, recordOf } from '../../../../src/core/handover/draftRecord.ts';
import { draftsCsv, draftsJson, type ExportedDraft } from '../../../../src/core/handover/exportDrafts.ts';
import {
  draftsFor,
  isOverdue,
  markActive,
  markDone,
  markSubmitted,
  takenCertificateNames,
  verifyActivation,
  withDraft,
  withRenamed,
} from '../../../../src/core/handover/followUp.ts';
import { HandoverError } from '../../../../src/core/handover/handoverError.ts';
import { parseStoredDrafts } from '../../../../src/core/handover/storedDrafts.ts';
import { certificateDraft } from '../../../../src/core/tickets/certificateDraft.ts';
import { DAY } from '../../../../src/core/time.ts';
import { parseCsv } from '../../../fixtures/parseCsv.ts';
import { type GoldenRoute, goldenDraftReport, goldenEnvironments } from '../../../golden/goldenDrafts.ts';

const MONDAY = Date.UTC(2026, 10, 23, 12);

function record(id: string, at: number, ...routes: readonly GoldenRoute[]): DraftRecord {
  const reports = routes.map((route) => goldenDraftReport(route, 'ready'));
  const [report = null] = reports;
  const draft = certificateDraft({ reports, language: 'en' });
  return recordOf({ id, at, draft, environments: routes.map((route) => goldenEnvironments[route]), report });
}

function states(history: readonly DraftRecord[]): readonly string[] {
  return history.map(({ id, state }) => `${id} ${state.kind}`);
}

describe('following a draft up', () => {
  it('begins with what the draft says', () => {
    const { markdown, ...rest } = record('1', MONDAY, 'lifetimeWizard');
    assert.match(markdown ?? '', /^# SSL\/TLS certificate/);
    assert.deepEqual(rest, {
      id: '1',
      kind: 'certificate',
      environments: [
        {
          name: 'Production [EU]',
          domains: ['apps.acme.example', 'www.acme.example'],
          route: 'lifetimeWizard',
          supersededBy: null,
        },
      ],
      state: { kind: 'drafted' },
      createdAt: MONDAY,
      language: 'en',
      subject: 'SSL/TLS certificate *.acme.example for Production [EU]',
      sha256: '334455',
      notAfter: Date.UTC(2027, 4, 19, 23, 59, 59),
      certificateName: 'WildcardAcmeExample20270519',
    });
  });

  it('a later draft supersedes an earlier open one of the same environment', () => {
    let history = withDraft([], record('1', MONDAY, 'lifetimeWizard'));
    history = withDraft(history, record('2', MONDAY + DAY, 'lifetimeTicket'));
    assert.deepEqual(states(history), ['1 drafted', '2 drafted']);
    history = withDraft(history, record('3', MONDAY + 2 * DAY, 'lifetimeWizard'));
    assert.deepEqual(states(history), ['1 superseded', '2 drafted', '3 drafted']);
    assert.deepEqual(history[0]?.state, { kind: 'superseded', by: '3', at: MONDAY + 2 * DAY });
    assert.equal(history[0]?.markdown, null);
    assert.deepEqual(states(draftsFor(history, 'Production [EU]')), ['3 drafted']);
  });

  it('goes with environments that get other names, even each other’s', () => {
    const history = withDraft([], record('1', MONDAY, 'lifetimeWizard', 'lifetimeTicket'));
    const names = new Map([
      ['Production [EU]', 'Development'],
      ['Development', 'Production [EU]'],
    ]);
    const renamed = withRenamed(history, names);
    assert.deepEqual(
      renamed[0]?.environments.map(({ name, domains }) => [name, domains[0]]),
      [
        ['Development', 'apps.acme.example'],
        ['Production [EU]', 'dev.acme.example'],
      ],
    );
    assert.equal(withRenamed(history, new Map([['Other', 'Else']])), history);
  });

  it('a draft for several keeps those that no later one covers', () => {
    let history = withDraft([], record('1', MONDAY, 'lifetimeWizard', 'lifetimeTicket'));
    history = withDraft(history, record('2', MONDAY + DAY, 'lifetimeWizard'));
    assert.deepEqual(states(history), ['1 drafted', '2 drafted']);
    assert.deepEqual(states(draftsFor(history, 'Development')), ['1 drafted']);
    assert.deepEqual(states(draftsFor(history, 'Production [EU]')), ['2 drafted']);
    assert.deepEqual(verifyActivation(history[0] as DraftRecord, { 'dev.acme.example': '33:44:55' }), {
      kind: 'active',
    });
    history = withDraft(history, record('3', MONDAY + 2 * DAY, 'lifetimeTicket'));
    assert.deepEqual(states(history), ['1 superseded', '2 drafted', '3 drafted']);
  });

  it('what is active stays so, and what is of another kind too', () => {
    const active = markActive(record('1', MONDAY, 'lifetimeWizard'), MONDAY + DAY);
    const client: DraftRecord = { ...record('2', MONDAY, 'lifetimeWizard'), kind: 'clientCertificate' };
    const history = withDraft([active, client], record('3', MONDAY + DAY, 'lifetimeWizard'));
    assert.deepEqual(states(history), ['1 active', '2 drafted', '3 drafted']);
  });

  it('is submitted with a ticket number, then active', () => {
    const submitted = markSubmitted(record('1', MONDAY, 'lifetimeTicket'), ' 1234567\n', MONDAY + DAY);
    assert.deepEqual(submitted.state, { kind: 'submitted', ticket: '1234567', at: MONDAY + DAY });
    const again = markSubmitted(submitted, '', MONDAY + 2 * DAY);
    assert.deepEqual(again.state, { kind: 'submitted', ticket: null, at: MONDAY + 2 * DAY });
    const active = markActive(submitted, MONDAY + 3 * DAY);
    assert.deepEqual(active.state, { kind: 'active', ticket: '1234567', at: MONDAY + 3 * DAY });
    const refused = (error: unknown): boolean => error instanceof HandoverError && error.code === 'notOpen';
    assert.throws(() => markSubmitted(active, '1', MONDAY), refused);
    assert.throws(() => markActive(active, MONDAY), refused);
  });

  it('is done where the person says so, once', () => {
    const submitted = markSubmitted(record('1', MONDAY, 'lifetimeTicket'), '4711', MONDAY + DAY);
    const done = markDone(submitted, MONDAY + 2 * DAY);
    assert.deepEqual(done.state, { kind: 'done', ticket: '4711', at: MONDAY + 2 * DAY });
    assert.throws(() => markDone(done, MONDAY), HandoverError);
    const history = withDraft([done], record('2', MONDAY + 3 * DAY, 'lifetimeTicket'));
    assert.deepEqual(states(history), ['1 done', '2 drafted']);
    assert.deepEqual(parseStoredDrafts({ version: 2, drafts: [done] }).drafts, [done]);
  });

  it('is never overdue where nobody is asked', () => {
    const later = MONDAY + 30 * DAY;
    const overdue = (...routes: readonly GoldenRoute[]): boolean => isOverdue(record('1', MONDAY, ...routes), later);
    assert.equal(overdue('personal'), false);
    assert.equal(overdue('odc', 'personal'), false);
    assert.equal(overdue('odc', 'lifetimeWizard'), true);
    assert.equal(overdue('selfManaged'), true);
    const other = { ...record('1', MONDAY, 'lifetimeWizard'), environments: [] };
    assert.equal(isOverdue({ ...other, kind: 'secureEndpoints' }, later), false);
    assert.equal(isOverdue({ ...other, kind: 'clientCertificate' }, later), true);
    assert.equal(isOverdue(markDone(other, MONDAY), later), false);
  });

  it('is verified by what each domain serves', () => {
    const made = record('1', MONDAY, 'lifetimeWizard');
    const verify = (served: Readonly<Record<string, string | null>>): object => verifyActivation(made, served);
    assert.deepEqual(verify({ 'apps.acme.example': '33:44:55', 'www.acme.example': '334455' }), { kind: 'active' });
    assert.deepEqual(verify({ 'apps.acme.example': '33:44:55', 'www.acme.example': 'AA:BB' }), {
      kind: 'otherCertificate',
      domains: [{ domain: 'www.acme.example', served: 'AA:BB' }],
    });
    assert.deepEqual(verify({ 'apps.acme.example': null }), {
      kind: 'otherCertificate',
      domains: [
        { domain: 'apps.acme.example', served: null },
        { domain: 'www.acme.example', served: null },
      ],
    });
    const nothing = { kind: 'nothingToCompare' };
    assert.deepEqual(verifyActivation(record('2', MONDAY, 'personal'), {}), nothing);
    assert.deepEqual(verifyActivation({ ...made, kind: 'clientCertificate' }, {}), nothing);
  });

  it('is overdue after five business days without a change', () => {
    const made = record('1', MONDAY, 'lifetimeTicket');
    assert.equal(isOverdue(made, MONDAY + 6 * DAY), false, 'Sunday');
    assert.equal(isOverdue(made, MONDAY + 7 * DAY), true, 'the next Monday');
    const submitted = markSubmitted(made, '1', MONDAY + 4 * DAY);
    assert.equal(isOverdue(submitted, MONDAY + 7 * DAY), false);
    assert.equal(isOverdue(submitted, MONDAY + 11 * DAY), true, 'from Friday to Friday');
    assert.equal(isOverdue(markActive(submitted, MONDAY + 5 * DAY), MONDAY + 100 * DAY), false);
  });

  it('knows the certificate names that are taken', () => {
    const history = [record('1', MONDAY, 'lifetimeWizard'), record('2', MONDAY, 'lifetimeTicket')];
    assert.deepEqual(takenCertificateNames(history), ['WildcardAcmeExample20270519']);
  });
});

describe('the history of drafts', () => {
  const history = [
    markSubmitted(record('1', MONDAY, 'lifetimeWizard', 'lifetimeTicket'), '=HYPERLINK("x")', MONDAY + DAY),
    record('2', MONDAY + 2 * DAY, 'lifetimeWizard'),
  ].reduce<readonly DraftRecord[]>(withDraft, []);

  it('survives being stored', () => {
    const stored = { version: 2, drafts: history, unread: [] };
    assert.deepEqual(parseStoredDrafts(JSON.parse(JSON.stringify(stored))), stored);
    assert.deepEqual(parseStoredDrafts(undefined), { version: 2, drafts: [], unread: [] });
  });

  it('keeps what it can’t read', () => {
    const [first] = history;
    const broken = [
      5,
      { ...first, kind: 'other' },
      { ...first, state: { kind: 'submitted', ticket: null } },
      { ...first, environments: [{ name: 'A' }] },
      { ...first, createdAt: '2026-11-23' },
      { ...first, createdAt: 9e15 },
      { ...first, language: 'xx' },
      { ...first, submitted: { ticket: 5, at: 1 } },
    ];
    const parsed = parseStoredDrafts({ version: 2, drafts: [...broken, first], unread: ['older'] });
    assert.deepEqual(parsed.drafts, [first]);
    assert.deepEqual(parsed.unread, ['older', ...broken]);
  });

  it('refuses what another version has written', () => {
    const code = (value: unknown): string => {
      try {
        parseStoredDrafts(value);
      } catch (error) {
        if (error instanceof HandoverError) return error.code;
      }
      return 'read';
    };
    assert.equal(code({ version: 3, drafts: [] }), 'unknownVersion');
    assert.equal(code({ version: '2', drafts: [] }), 'unknownVersion');
    assert.equal(code({ Production: { draft: {} } }), 'notAHistory');
    assert.equal(code([]), 'notAHistory');
    assert.equal(code('x'), 'notAHistory');
  });

  it('is exported as JSON', () => {
    const { version, drafts } = JSON.parse(draftsJson(history)) as { version: number; drafts: readonly object[] };
    assert.equal(version, 1);
    assert.deepEqual(drafts[0], {
      id: '1',
      kind: 'certificate',
      environment: 'Production [EU]',
      domains: ['apps.acme.example', 'www.acme.example'],
      route: 'lifetimeWizard',
      state: 'superseded',
      createdAt: '2026-11-23T12:00:00Z',
      submittedAt: '2026-11-24T12:00:00Z',
      changedAt: '2026-11-25T12:00:00Z',
      ticket: '=HYPERLINK("x")',
      supersededBy: '2',
      subject: 'SSL/TLS certificate *.acme.example for Production [EU] and Development',
      certificateName: 'WildcardAcmeExample20270519',
      sha256: '334455',
      notAfter: '2027-05-19T23:59:59Z',
      language: 'en',
    });
    assert.equal(drafts.length, 3);
  });

  it('keeps when and with which ticket a draft was submitted, whatever becomes of it', () => {
    const submitted = markSubmitted(record('1', MONDAY, 'lifetimeTicket'), '4711', MONDAY + DAY);
    const active = markActive(submitted, MONDAY + 2 * DAY);
    const [superseded] = withDraft([submitted], record('2', MONDAY + 3 * DAY, 'lifetimeTicket'));
    assert.equal(superseded?.state.kind, 'superseded');
    // what an earlier version kept
    const { submitted: _, ...earlier } = submitted;
    const json = draftsJson([active, superseded, earlier, record('3', MONDAY, 'lifetimeTicket')]);
    const { drafts } = JSON.parse(json) as { drafts: readonly ExportedDraft[] };
    const facts = drafts.map(({ state, submittedAt, ticket }) => [state, submittedAt, ticket]);
    assert.deepEqual(facts, [
      ['active', '2026-11-24T12:00:00Z', '4711'],
      ['superseded', '2026-11-24T12:00:00Z', '4711'],
      ['submitted', '2026-11-24T12:00:00Z', '4711'],
      ['drafted', null, null],
    ]);
  });

  it('is exported as CSV that no spreadsheet runs', () => {
    const [header = [], ...rows] = parseCsv(draftsCsv(history));
    const cell = (row: number, name: string): string | undefined => rows[row]?.[header.indexOf(name)];
    assert.deepEqual(
      rows.map((_, row) => [cell(row, 'environment'), cell(row, 'state'), cell(row, 'changedAt')]),
      [
        ['Production [EU]', 'superseded', '2026-11-25T12:00:00Z'],
        ['Development', 'submitted', '2026-11-24T12:00:00Z'],
        ['Production [EU]', 'drafted', '2026-11-25T12:00:00Z'],
      ],
    );
    assert.equal(cell(0, 'ticket'), `'=HYPERLINK("x")`);
    assert.equal(cell(0, 'domains'), 'apps.acme.example www.acme.example');
    assert.ok(LANGUAGES.some((language) => language === cell(0, 'language')));
  });
});
