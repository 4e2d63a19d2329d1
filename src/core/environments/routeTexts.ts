import type { RouteCause, RouteFacts, RouteId } from './route.ts';

/** From this version on LifeTime has a wizard for certificates. */
export const FIRST_WIZARD_VERSION = '9.1.301.0';

/** What is said of a route. */
export interface RouteTexts {
  /** a few words */
  readonly labels: Readonly<Record<RouteId, string>>;
  /** why an environment takes it, as a sentence */
  readonly reasons: Readonly<Record<RouteCause, (environment: RouteFacts) => string>>;
}

/** In English, which all but drafts speak. */
export const ROUTE_TEXTS: RouteTexts = {
  labels: {
    lifetimeTicket: 'LifeTime upload, then a support ticket',
    lifetimeWizard: 'LifeTime certificate wizard',
    lifetimeUnknown: 'LifeTime: upload or wizard',
    supportCase: 'Support case',
    selfManaged: 'Install it yourself',
    personal: 'No custom domain',
    odc: 'OutSystems issues the certificate',
  },
  reasons: {
    personal: ({ address }) => `${address} is a personal environment, which cannot have a domain of its own.`,
    odc: ({ address }) =>
      `${address} belongs to OutSystems Developer Cloud, where OutSystems issues the certificate itself.`,
    selfManaged: () => 'The environment is self-managed: LifeTime uploads nothing there.',
    lifetimeItself: ({ address }) =>
      `${address} is LifeTime itself, whose own domain is changed through a support case.`,
    fedRamp: () => 'The environment is in a FedRAMP cloud, where certificates go in through a support case.',
    unknownVersion: () =>
      `The platform version is not known: below ${FIRST_WIZARD_VERSION} LifeTime creates a support ticket, from there on it has a wizard.`,
    belowWizard: ({ version }) =>
      `${version ?? ''} is below ${FIRST_WIZARD_VERSION}, so LifeTime creates a support ticket.`,
    fromWizard: ({ version }) =>
      `${version ?? ''} is ${FIRST_WIZARD_VERSION} or higher, so LifeTime installs it by its own wizard.`,
  },
};
