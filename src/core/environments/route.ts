import type { Environment } from './environment.ts';
import { isUnder } from './outsystemsDomains.ts';
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
  /** LifeTime's own domain */
  | 'supportCase'
  /** not in OutSystems' cloud */
  | 'selfManaged'
  /** a personal environment: no custom domain */
  | 'personal'
  /** OutSystems Developer Cloud: OutSystems issues the certificate */
  | 'odc';

export interface Route {
  readonly id: RouteId;
  /** a few words */
  readonly label: string;
  /** why this one, as a sentence */
  readonly reason: string;
}

const FIRST_WIZARD_VERSION = '9.1.301.0';

const LABELS: Readonly<Record<RouteId, string>> = {
  lifetimeTicket: 'LifeTime upload, then a support ticket',
  lifetimeWizard: 'LifeTime certificate wizard',
  lifetimeUnknown: 'LifeTime: upload or wizard',
  supportCase: 'Support case',
  selfManaged: 'Install it yourself',
  personal: 'No custom domain',
  odc: 'OutSystems issues the certificate',
};

/** The route of an environment, by its address, hosting and version. */
export function routeOf(environment: Environment): Route {
  const [id, reason] = decide(environment);
  return { id, label: LABELS[id], reason };
}

function decide(environment: Environment): [RouteId, string] {
  const { address, version } = environment;
  if (isUnder(address, 'outsystemscloud.com')) {
    return ['personal', `${address} is a personal environment, which cannot have a domain of its own.`];
  }
  if (isUnder(address, 'outsystems.app') || isUnder(address, 'outsystems.dev')) {
    return ['odc', `${address} belongs to OutSystems Developer Cloud, where OutSystems issues the certificate itself.`];
  }
  if (environment.hosting === 'selfManaged') {
    return ['selfManaged', 'The environment is self-managed: LifeTime uploads nothing there.'];
  }
  if (environment.lifetime !== null && hostOf(environment.lifetime) === address) {
    return ['supportCase', `${address} is LifeTime itself, whose own domain is changed through a support case.`];
  }
  const parsed = version === null ? undefined : parseVersion(version);
  if (!parsed) {
    return [
      'lifetimeUnknown',
      `The platform version is not known: below ${FIRST_WIZARD_VERSION} LifeTime creates a support ticket, from there on it has a wizard.`,
    ];
  }
  const first = parseVersion(FIRST_WIZARD_VERSION);
  if (!first) throw new RangeError(FIRST_WIZARD_VERSION);
  return compareVersions(parsed, first) < 0
    ? ['lifetimeTicket', `${version} is below ${FIRST_WIZARD_VERSION}, so LifeTime creates a support ticket.`]
    : ['lifetimeWizard', `${version} is ${FIRST_WIZARD_VERSION} or higher, so LifeTime installs it by its own wizard.`];
}

function hostOf(origin: string): string {
  return origin.replace(/^[a-z]+:\/\//i, '').replace(/[:/].*$/, '');
}
