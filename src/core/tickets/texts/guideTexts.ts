import type { Language } from '../../language.ts';

/** The guide to enforcing HTTPS. LifeTime's own labels are the same in every language. */
export interface GuideTexts {
  readonly title: (environment: string) => string;
  readonly what: string;
  readonly seenHeading: string;
  readonly notLooked: string;
  readonly header: readonly [domain: string, redirect: string, hsts: string];
  readonly redirects: string;
  readonly noRedirect: string;
  readonly hsts: string;
  readonly noHsts: string;
  readonly unknown: string;
  readonly traditionalHeading: string;
  readonly traditionalWhere: (environment: string) => string;
  readonly settings: {
    readonly screens: string;
    readonly integrations: string;
    readonly hsts: string;
  };
  readonly perApplication: string;
  readonly withoutLifetime: string;
  readonly cookies: string;
  readonly reactiveHeading: string;
  readonly reactive: string;
  readonly mobileHeading: string;
  readonly mobile: string;
  readonly done: string;
  readonly notDone: string;
}

export const GUIDE_TEXTS: Readonly<Record<Language, GuideTexts>> = {
  en: {
    title: (environment) => `Enforce HTTPS on ${environment}`,
    what: 'The certificate makes HTTPS possible. These settings make it the only way in. Ticks in front of the settings that can be seen from outside come from the last look; the others are yours to set.',
    seenHeading: 'What was seen from outside',
    notLooked: 'Nobody has looked yet.',
    header: ['Domain', 'http:// leads to', 'Strict-Transport-Security (HSTS)'],
    redirects: 'https://',
    noRedirect: 'a page without encryption',
    hsts: 'sent',
    noHsts: 'not sent',
    unknown: 'not known',
    traditionalHeading: 'Traditional Web apps',
    traditionalWhere: (environment) =>
      `LifeTime → **Environments** → ${environment} → **More Security Settings**. For the whole environment:`,
    settings: {
      screens: 'Force HTTPS for screens',
      integrations: 'Force HTTPS for exposed integrations',
      hsts: 'HSTS (HTTP Strict Transport Security)',
    },
    perApplication: 'For one application only: LifeTime → **Applications** → the application → **Security Settings**.',
    withoutLifetime: 'Without LifeTime: Service Center → **Administration** → **Security**.',
    cookies: 'Secure cookies can be switched on once HTTPS is enforced, not before.',
    reactiveHeading: 'Reactive Web apps',
    reactive: 'They always use HTTPS: nothing to set.',
    mobileHeading: 'Mobile apps',
    mobile:
      'They always use HTTPS: nothing to set. After a change of domain they must be generated and distributed again; where SSL pinning is used, the new hash goes in before the change.',
    done: 'Done: every domain leads from http:// to https:// and sends HSTS.',
    notDone: 'Done when every domain leads from http:// to https:// and sends HSTS. Look again after the change.',
  },
  pt: {
    title: (environment) => `Impor HTTPS em ${environment}`,
    what: 'O certificado torna o HTTPS possível. Estas configurações tornam-no a única entrada. As marcas nas configurações que se podem ver de fora vêm da última observação; as outras são definidas por quem administra.',
    seenHeading: 'O que se viu de fora',
    notLooked: 'Ainda não houve nenhuma observação.',
    header: ['Domínio', 'http:// leva a', 'Strict-Transport-Security (HSTS)'],
    redirects: 'https://',
    noRedirect: 'uma página sem cifra',
    hsts: 'enviado',
    noHsts: 'não enviado',
    unknown: 'não se sabe',
    traditionalHeading: 'Aplicações Traditional Web',
    traditionalWhere: (environment) =>
      `LifeTime → **Environments** → ${environment} → **More Security Settings**. Para todo o ambiente:`,
    settings: {
      screens: 'Forçar HTTPS nas páginas (screens)',
      integrations: 'Forçar HTTPS nas integrações expostas (exposed integrations)',
      hsts: 'HSTS (HTTP Strict Transport Security)',
    },
    perApplication: 'Só para uma aplicação: LifeTime → **Applications** → a aplicação → **Security Settings**.',
    withoutLifetime: 'Sem LifeTime: Service Center → **Administration** → **Security**.',
    cookies: 'Os cookies seguros podem ser ativados quando o HTTPS já for obrigatório, e não antes.',
    reactiveHeading: 'Aplicações Reactive Web',
    reactive: 'Usam sempre HTTPS: nada a configurar.',
    mobileHeading: 'Aplicações móveis',
    mobile:
      'Usam sempre HTTPS: nada a configurar. Depois de uma mudança de domínio têm de ser geradas e distribuídas de novo; onde se usa SSL pinning, o novo hash entra antes da alteração.',
    done: 'Concluído: todos os domínios levam de http:// a https:// e enviam HSTS.',
    notDone:
      'Fica concluído quando todos os domínios levarem de http:// a https:// e enviarem HSTS. Volte a observar depois da alteração.',
  },
};
