import type { Language } from '../language.ts';
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

export const ROUTE_TEXTS: Readonly<Record<Language, RouteTexts>> = {
  en: {
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
  },
  pt: {
    labels: {
      lifetimeTicket: 'Envio no LifeTime e depois um ticket de suporte',
      lifetimeWizard: 'Assistente de certificados do LifeTime',
      lifetimeUnknown: 'LifeTime: envio ou assistente',
      supportCase: 'Caso de suporte',
      selfManaged: 'Instalação por conta própria',
      personal: 'Sem domínio próprio',
      odc: 'A OutSystems emite o certificado',
    },
    reasons: {
      personal: ({ address }) => `${address} é um ambiente pessoal, que não pode ter um domínio próprio.`,
      odc: ({ address }) =>
        `${address} pertence à OutSystems Developer Cloud, onde a própria OutSystems emite o certificado.`,
      selfManaged: () => 'O ambiente é autogerido: o LifeTime não instala nada nele.',
      lifetimeItself: ({ address }) =>
        `${address} é o próprio LifeTime, cujo domínio se altera por meio de um caso de suporte.`,
      fedRamp: () =>
        'O ambiente está numa nuvem FedRAMP, onde os certificados se instalam por meio de um caso de suporte.',
      unknownVersion: () =>
        `A versão da plataforma não é conhecida: abaixo da ${FIRST_WIZARD_VERSION} o LifeTime cria um ticket de suporte; a partir dela tem um assistente.`,
      belowWizard: ({ version }) =>
        `A versão ${version ?? ''} é inferior à ${FIRST_WIZARD_VERSION}, por isso o LifeTime cria um ticket de suporte.`,
      fromWizard: ({ version }) =>
        `A versão ${version ?? ''} é a ${FIRST_WIZARD_VERSION} ou superior, por isso o LifeTime instala com o seu próprio assistente.`,
    },
  },
};
