import { routeOf } from '../../core/environments/route.ts';
import type { Environment } from '../../core/environments/environment.ts';
import { draftsFor, isOverdue } from '../../core/handover/followUp.ts';
import type { Report } from '../../core/report/report.ts';
import { isoTime } from '../../core/time.ts';
import type { ReportEditor } from '../editor/reportEditor.ts';
import { allHostsOf, hostStatus, statusOf, type StatusSources } from '../served/environmentStatus.ts';
import type { Services } from '../services.ts';
import { warningDays } from '../warningDays.ts';

interface Parts {
  readonly services: Pick<Services, 'drafts' | 'served' | 'store'>;
  readonly editor: Pick<ReportEditor, 'active' | 'sessions'>;
}

/**
 * What a language model is told, as JSON: the report of the last check, or the environments and their state. Public facts; there is
 * neither a password nor a key in them, and nothing is looked at anew.
 * @param input as the tool's schema in package.json has it
 */
export function statusAnswer(input: unknown, { editor, services }: Parts): string {
  switch (wanted(input)) {
    case 'lastReport':
      return json({ lastReport: lastReport(editor) ?? null });
    case 'environments': {
      const now: StatusSources = { served: services.served, warningDays: warningDays(), time: Date.now() };
      return json({ environments: services.store.environments.map((each) => stateOf(each, services, now)) });
    }
    case undefined:
      return json({ error: '“what” has to be “lastReport” or “environments”.' });
  }
}

function wanted(input: unknown): 'lastReport' | 'environments' | undefined {
  const what: unknown = typeof input === 'object' && input !== null && 'what' in input ? input.what : undefined;
  return what === 'lastReport' || what === 'environments' ? what : undefined;
}

/** That of the editor that has the focus, or had it last; else the latest of those that are open. */
function lastReport({ active, sessions }: Parts['editor']): Report | undefined {
  const reports = sessions.flatMap(({ report }) => report ?? []);
  return active?.report ?? [...reports].sort((a, b) => a.judgedAt.localeCompare(b.judgedAt)).at(-1);
}

function stateOf(environment: Environment, { drafts, served }: Parts['services'], now: StatusSources): object {
  const { address, domains, hosting, name, type, version } = environment;
  const status = statusOf(environment, now);
  const route = routeOf(environment);
  return {
    name,
    type,
    address,
    domains,
    version,
    hosting,
    route: { id: route.id, reason: route.reason },
    state: status?.state ?? 'notLookedAt',
    daysLeft: status?.daysLeft ?? null,
    hosts: allHostsOf(environment).flatMap((host) => {
      const record = served.of(address, host);
      return record ? [lookOf(record, now)] : [];
    }),
    drafts: draftsFor(drafts.all, name).map((record) => ({
      kind: record.kind,
      subject: record.subject,
      createdAt: isoTime(record.createdAt),
      state: record.state.kind,
      ticket: 'ticket' in record.state ? record.state.ticket : null,
      overdue: isOverdue(record, now.time),
      sha256: record.sha256,
    })),
  };
}

function lookOf(record: NonNullable<ReturnType<StatusSources['served']['of']>>, now: StatusSources): object {
  const { certificate, dns, findings, headline, host, hsts, lookedAt, redirects } = record;
  return {
    host,
    lookedAt: isoTime(lookedAt),
    ...hostStatus(record, now),
    headline,
    findings: findings.map(({ code, severity, title }) => ({ code, severity, title })),
    dns,
    redirects,
    hsts,
    certificate: certificate && {
      name: certificate.name,
      issuer: certificate.issuerName,
      notBefore: isoTime(certificate.notBefore),
      notAfter: isoTime(certificate.notAfter),
      sha256: certificate.sha256,
    },
  };
}

function json(value: object): string {
  return JSON.stringify(value, null, 1);
}
