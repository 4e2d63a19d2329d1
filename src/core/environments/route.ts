import type { Environment } from './environment.ts';
import { isUnder } from './outsystemsDomains.ts';
import { FIRST_WIZARD_VERSION, ROUTE_TEXTS, type RouteTexts } from './routeTexts.ts';
import { compareVersions, parseVersion } from './version.ts';

/**
 * How a certificate gets onto an environment; what "submit" offers follows from it.
 * @see OutSystems documentation, "Enable SSL/TLS in OutSystems PaaS" and "Use your SSL domain in OutSystems Cloud"
 */
export type RouteId =
  /** LifeTime takes the PFX and opens a support ticket (below 9.1.301.0) */
  | 'lifetimeTicket'
  /** LifeTime's own wizard (9.1.301.0 and above) */
  | 'lifetimeWizard'
  /** one of the two: the version is not known */
  | 'lifetimeUnknown'
  /** LifeTime's own domain, and FedRAMP */
  | 'supportCase'
  /** not in OutSystems' cloud */
  | 'selfManaged'
  /** a personal environment: no custom domain */
  | 'personal'
  /** OutSystems Developer Cloud: OutSystems issues the certificate */
  | 'odc';

/** What decides the route. */
export type RouteCause =
  | 'personal'
  | 'odc'
  | 'selfManaged'
  | 'lifetimeItself'
  | 'fedRamp'
  | 'unknownVersion'
  | 'belowWizard'
  | 'fromWizard';

/** What of an environment decides its route. */
export type RouteFacts = Pick<Environment, 'address' | 'hosting' | 'version' | 'lifetime' | 'fedRamp'>;

export interface Route {
  readonly id: RouteId;
  readonly cause: RouteCause;
  /** a few words */
  readonly label: string;
  /** why this one, as a sentence */
  readonly reason: string;
}

const ROUTES: Readonly<Record<RouteCause, RouteId>> = {
  personal: 'personal',
  odc: 'odc',
  selfManaged: 'selfManaged',
  lifetimeItself: 'supportCase',
  fedRamp: 'supportCase',
  unknownVersion: 'lifetimeUnknown',
  belowWizard: 'lifetimeTicket',
  fromWizard: 'lifetimeWizard',
};

/** The route of an environment, by its address, hosting and version. @param texts for label and reason; @default English */
export function routeOf(environment: RouteFacts, texts: RouteTexts = ROUTE_TEXTS): Route {
  const cause = causeOf(environment);
  const id = ROUTES[cause];
  return { id, cause, label: texts.labels[id], reason: texts.reasons[cause](environment) };
}

function causeOf({ address, hosting, version, lifetime, fedRamp }: RouteFacts): RouteCause {
  if (isUnder(address, 'outsystemscloud.com')) return 'personal';
  if (isUnder(address, 'outsystems.app') || isUnder(address, 'outsystems.dev')) return 'odc';
  if (hosting === 'selfManaged') return 'selfManaged';
  if (lifetime !== null && hostOf(lifetime) === address) return 'lifetimeItself';
  if (fedRamp) return 'fedRamp';
  const parsed = version === null ? undefined : parseVersion(version);
  if (!parsed) return 'unknownVersion';
  const first = parseVersion(FIRST_WIZARD_VERSION);
  if (!first) throw new RangeError(FIRST_WIZARD_VERSION);
  return compareVersions(parsed, first) < 0 ? 'belowWizard' : 'fromWizard';
}

function hostOf(origin: string): string {
  return origin.replace(/^[a-z]+:\/\//i, '').replace(/[:/].*$/, '');
}
