import { routeOf } from '../environments/route.ts';
import { singleLine } from '../markdown.ts';
import type { ReportEnvironment } from '../report/report.ts';
import { certificateNameOf } from './certificateName.ts';
import type { DraftPieces } from './draftPieces.ts';
import type { DraftRequest } from './draftRequest.ts';
import { chainText, factsText } from './facts.ts';
import type { TemplateData } from './placeholders.ts';
import { certificateNameFor } from './routeParts.ts';
import { domainsOf, fileNameOf } from './routes/pieces.ts';
import { DRAFT_ROUTE_TEXTS } from './texts/routeTexts.ts';
import { FACT_TEXTS } from './texts/factTexts.ts';

/** What the placeholders of a template stand for. Several environments stand in one value, separated by commas. */
export function templateData(request: DraftRequest, subject: string, pieces: DraftPieces): TemplateData {
  const { reports, language } = request;
  const [first] = reports;
  const leaf = first?.certificates[0];
  const environments = reports.flatMap(({ environment }) => (environment ? [environment] : []));
  const all = (valueOf: (environment: ReportEnvironment) => string | null): string =>
    [...new Set(environments.flatMap((environment) => valueOf(environment) || []))].map(singleLine).join(', ');
  return {
    subject,
    date: first?.judgedAt.slice(0, 10) ?? '',
    'environment.name': all(({ name }) => name),
    'environment.type': all(({ type }) => type),
    'environment.address': all(({ address }) => address),
    'environment.domains': domainsOf(environments).map(singleLine).join(', '),
    'environment.version': all(({ version }) => version),
    'environment.lifetime': all(({ lifetime }) => lifetime),
    'environment.route': all((environment) => routeOf(environment, DRAFT_ROUTE_TEXTS[language]).label),
    'environment.reason': all((environment) => routeOf(environment, DRAFT_ROUTE_TEXTS[language]).reason),
    'certificate.for': singleLine(certificateNameOf(reports)),
    'certificate.name': certificateNameFor(request),
    'certificate.names': leaf?.subjectAltNames.map(singleLine).join(', ') ?? '',
    'certificate.subject': singleLine(leaf?.subject ?? ''),
    'certificate.issuer': singleLine(leaf?.issuer ?? ''),
    'certificate.serial': leaf?.serial ?? '',
    'certificate.notBefore': leaf?.notBefore ?? '',
    'certificate.notAfter': leaf?.notAfter ?? '',
    'certificate.key': singleLine(leaf?.publicKey ?? ''),
    'certificate.chain': first ? chainText(first, FACT_TEXTS[language]) : '',
    'certificate.sha1': leaf?.sha1 ?? '',
    'certificate.sha256': leaf?.sha256 ?? '',
    'file.name': first ? fileNameOf(first) : '',
    'file.size': String(first?.file.size ?? ''),
    'file.sha256': first?.file.sha256 ?? '',
    facts: factsText(reports, language),
    ...pieces,
  };
}
