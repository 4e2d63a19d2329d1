import { FIRST_WIZARD_VERSION, ROUTE_TEXTS, type RouteTexts } from '../../environments/routeTexts.ts';
import type { Language } from '../../language.ts';

const PORTUGUESE: RouteTexts = {
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
};

/** What drafts say of routes. */
export const DRAFT_ROUTE_TEXTS: Readonly<Record<Language, RouteTexts>> = { en: ROUTE_TEXTS, pt: PORTUGUESE };
