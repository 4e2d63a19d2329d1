import type { RouteId } from '../environments/route.ts';
import { isNamed } from '../environments/isNamed.ts';
import { bullets, codeSpan, escapeMarkdown, numbered } from '../markdown.ts';
import { certificateFacts, checksMarkdown } from '../report/reportMarkdown.ts';
import type { Report, ReportCertificate } from '../report/report.ts';
import { TEXT_HEADING } from './textToSend.ts';
import { SIDE_EFFECTS, stepsOf } from './steps.ts';

/** What a person hands over, to be edited before it is sent. Holds neither password nor key nor a path of a computer. */
export interface TicketDraft {
  /** one line of plain text */
  readonly subject: string;
  /** the whole document */
  readonly markdown: string;
}

/** Routes on which nothing is asked of OutSystems: the draft says what to do instead. */
const WITHOUT_TICKET: readonly RouteId[] = ['selfManaged', 'personal', 'odc'];

/** The draft for one report: its environment's route decides what it says. */
export function ticketDraft(report: Report): TicketDraft {
  const subject = subjectLine(report);
  const { environment } = report;
  const parts =
    environment && WITHOUT_TICKET.includes(environment.route)
      ? [
          '## What to do',
          numbered(stepsOf(report)),
          ...sideEffects(report),
          ...errorsMarkdown(report),
          ...facts(report),
        ]
      : [
          '## Before you send it',
          '*These steps are for you. What is sent begins below “The text”.*',
          numbered(stepsOf(report)),
          ...sideEffects(report),
          ...errorsMarkdown(report),
          TEXT_HEADING,
          `**Subject:** ${escapeMarkdown(subject)}`,
          opening(report),
          ...facts(report),
          ...passwordLine(environment?.route),
        ];
  return { subject, markdown: `${[`# ${escapeMarkdown(subject)}`, ...parts].join('\n\n')}\n` };
}

function facts(report: Report): readonly string[] {
  return [
    '### Environment',
    environmentMarkdown(report),
    '### Certificate',
    report.certificates[0] ? certificateFacts(report.certificates[0]) : 'There is none in the file.',
    `Chain: ${chainText(report)}`,
    `File: ${codeSpan(report.file.name)}, ${report.file.size} bytes, SHA-256 ${codeSpan(report.file.sha256)}`,
    `Private key: ${escapeMarkdown(report.checks.key.summary)}`,
    `### Checked on ${report.judgedAt.slice(0, 10)}`,
    checksMarkdown(report),
    findingsLine(report),
  ];
}

function sideEffects({ environment }: Report): readonly string[] {
  const changes = environment !== null && environment.route !== 'personal' && environment.route !== 'odc';
  return changes ? ['Tell those concerned before the change:', bullets(SIDE_EFFECTS)] : [];
}

function subjectLine({ environment, certificates }: Report): string {
  const name = environment?.domains[0] ?? certificates[0]?.name ?? 'certificate';
  if (!environment) return `SSL/TLS certificate ${name}`;
  return isNamed(environment)
    ? `SSL/TLS certificate for ${environment.name} (${name})`
    : `SSL/TLS certificate for ${name}`;
}

function errorsMarkdown({ findings }: Report): readonly string[] {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return [];
  return [
    `> **The check found ${errors.length === 1 ? 'an error' : `${errors.length} errors`}.** You are handing this over all the same:`,
    errors.map(({ title, mend }) => `> - **${escapeMarkdown(title)}**: ${escapeMarkdown(mend)}`).join('\n'),
  ];
}

function opening({ environment, file }: Report): string {
  const where =
    environment && isNamed(environment) ? `the environment ${escapeMarkdown(environment.name)}` : 'our environment';
  switch (environment?.route) {
    case 'lifetimeTicket':
      return `We have uploaded the certificate file ${codeSpan(file.name)} in LifeTime and ask you to activate SSL/TLS on ${where}. Here is what belongs to it.`;
    case 'supportCase':
      return `We ask you to use the certificate described here for LifeTime’s own domain, ${where}.`;
    default:
      return `We ask for SSL/TLS with the certificate described here on ${where}.`;
  }
}

function environmentMarkdown({ environment }: Report): string {
  if (!environment) return 'None was chosen.';
  return bullets([
    ...(isNamed(environment)
      ? [`Name: ${escapeMarkdown(environment.name)}${environment.type ? ` (${environment.type})` : ''}`]
      : []),
    ...(environment.domains.includes(environment.address) || environment.address === ''
      ? []
      : [`Address: ${codeSpan(environment.address)}`]),
    `Domains: ${environment.domains.map(codeSpan).join(', ') || 'none yet'}`,
    `Platform version: ${environment.version ?? 'not known'}`,
    `Hosting: ${environment.hosting === 'cloud' ? 'OutSystems cloud' : 'self-managed'}`,
    `Way of activation: ${escapeMarkdown(environment.routeReason)}`,
  ]);
}

function chainText({ chain, certificates }: Report): string {
  const names = chain.map((link) =>
    link.kind === 'missing' ? `**missing: ${escapeMarkdown(link.name)}**` : nameInChain(certificates[link.certificate]),
  );
  return names.join(' → ') || 'none';
}

function nameInChain(certificate: ReportCertificate | undefined): string {
  return `${escapeMarkdown(certificate?.name ?? '')}${certificate?.inFile ? '' : ' (not in the file)'}`;
}

function findingsLine({ findings }: Report): string {
  if (findings.length === 0) return 'No findings.';
  return bullets(
    findings.map(({ severity, title, code }) => `${severity}: ${escapeMarkdown(title)} (${codeSpan(code)})`),
  );
}

function passwordLine(route: RouteId | undefined): readonly string[] {
  return route === 'lifetimeTicket' || route === 'lifetimeUnknown'
    ? ['The PFX password is not in this text; we give it in a separate reply to this ticket.']
    : [];
}
