import { type RouteCause, routeOf } from '../environments/route.ts';
import type { Report } from '../report/report.ts';
import { certificateNameOf, proposeCertificateName } from './certificateName.ts';
import type { DraftRequest } from './draftRequest.ts';
import { odc, personal, selfManaged } from './routes/elsewhere.ts';
import { fedRamp, lifetimeItself } from './routes/supportCase.ts';
import { lifetimeTicket } from './routes/lifetimeTicket.ts';
import { lifetimeUnknown } from './routes/lifetimeUnknown.ts';
import { lifetimeWizard } from './routes/lifetimeWizard.ts';
import type { RoutePart, Step } from './routes/routePart.ts';

type Steps = (part: RoutePart) => readonly Step[];

/** In the order in which they stand in a draft: LifeTime's own domain needs the certificate to be on another one first. */
const STEPS: readonly (readonly [RouteCause, Steps])[] = [
  ['belowWizard', lifetimeTicket],
  ['fromWizard', lifetimeWizard],
  ['unknownVersion', lifetimeUnknown],
  ['fedRamp', fedRamp],
  ['lifetimeItself', lifetimeItself],
  ['selfManaged', selfManaged],
  ['personal', personal],
  ['odc', odc],
];

/** The environments of one route, and what to do for them. */
export interface RouteSteps {
  readonly cause: RouteCause;
  readonly part: RoutePart;
  readonly steps: readonly Step[];
}

/** The environments of a request, grouped by route. */
export function routeParts(request: DraftRequest): readonly RouteSteps[] {
  const { reports, language, looks = [] } = request;
  const causes = new Set(reports.flatMap(({ environment }) => (environment ? [routeOf(environment).cause] : [])));
  const certificateName = certificateNameFor(request);
  // the name that the same draft gives it on the way there
  const installed = causes.has('fromWizard') ? certificateName : null;
  return STEPS.filter(([cause]) => causes.has(cause)).map(([cause, stepsOf]) => {
    const group = reports.filter(({ environment }) => environment && routeOf(environment).cause === cause);
    const environments = group.flatMap(({ environment }) => (environment ? [environment] : []));
    const installedName = request.installedName ?? installed;
    const part: RoutePart = { reports: group, environments, language, certificateName, installedName, looks };
    return { cause, part, steps: stepsOf(part) };
  });
}

/** The proposal for LifeTime's field "Certificate Name". */
export function certificateNameFor({ reports, takenNames = [] }: DraftRequest): string {
  return proposeCertificateName(certificateNameOf(reports), lastDayOf(reports), takenNames);
}

function lastDayOf([first]: readonly Report[]): string {
  return first?.certificates[0]?.notAfter ?? '';
}
