import type { Language } from '../../language.ts';

/** What every draft of a certificate says, whichever its route. */
export interface FrameTexts {
  readonly subject: (certificate: string, environments: string) => string;
  /** `Production and 2 more` */
  readonly andMore: (first: string, more: number) => string;
  readonly andOther: (first: string, second: string) => string;
  readonly yourEnvironment: string;
  readonly intro: string;
  /** @param sent something is handed over */
  readonly errorsFound: (count: number, sent: boolean) => string;
  readonly lifetimeWouldSay: (message: string) => string;
  readonly noEnvironment: string;
  readonly sideEffectsHeading: string;
  readonly sideEffects: readonly string[];
  /** where LifeTime is, for an environment whose entry does not say so */
  readonly lifetimeAddress: string;
  readonly lifetimeEntry: string;
  readonly links: {
    readonly lifetime: string;
    readonly newCase: string;
    readonly ownCases: string;
  };
  readonly labels: {
    readonly subject: string;
    readonly text: string;
    readonly dnsRecord: string;
    readonly file: string;
  };
}

export const FRAME_TEXTS: Readonly<Record<Language, FrameTexts>> = {
  en: {
    subject: (certificate, environments) =>
      environments ? `SSL/TLS certificate ${certificate} for ${environments}` : `SSL/TLS certificate ${certificate}`,
    andMore: (first, more) => `${first} and ${more} more`,
    andOther: (first, second) => `${first} and ${second}`,
    yourEnvironment: 'your environment',
    intro:
      'This document is for you: only the texts in boxes are sent. Neither the password nor the private key is in it; keep it so.',
    errorsFound: (count, sent) =>
      `The check found ${count === 1 ? 'an error' : `${count} errors`}${sent ? '. You are handing this over all the same:' : ':'}`,
    lifetimeWouldSay: (message) => `LifeTime would say: “${message}”`,
    noEnvironment:
      'What to do depends on the environment: choose it in the report (on the command line: --host and --version) and make this draft again.',
    sideEffectsHeading: 'Before the change',
    sideEffects: [
      'Exposed web services change their address: tell those who call them.',
      'Mobile apps must be generated and distributed again; where SSL pinning is used, the new hash goes in before the change.',
      'Where secure endpoints (host-header protection) are on, every host name and every name of the certificate must be listed there; wildcards are not allowed. A missing one answers `503 - Host header does not match`.',
    ],
    lifetimeAddress: 'LifeTime’s address is `https://<lifetime>/lifetime`.',
    lifetimeEntry: 'Enter it for the environment, and the next draft has the link.',
    links: { lifetime: 'Open LifeTime', newCase: 'Open a support case', ownCases: 'Your support cases' },
    labels: { subject: 'Subject', text: 'Text', dnsRecord: 'DNS record', file: 'File' },
  },
  pt: {
    subject: (certificate, environments) =>
      environments ? `Certificado SSL/TLS ${certificate} para ${environments}` : `Certificado SSL/TLS ${certificate}`,
    andMore: (first, more) => `${first} e mais ${more}`,
    andOther: (first, second) => `${first} e ${second}`,
    yourEnvironment: 'o seu ambiente',
    intro:
      'Este documento é para uso próprio: só se enviam os textos que estão em caixas. Nem a senha nem a chave privada constam dele; mantenha-o assim.',
    errorsFound: (count, sent) =>
      `A verificação encontrou ${count === 1 ? 'um erro' : `${count} erros`}${sent ? '. O pedido segue mesmo assim com:' : ':'}`,
    lifetimeWouldSay: (message) => `O LifeTime diria: “${message}”`,
    noEnvironment:
      'O que há a fazer depende do ambiente: escolha-o no relatório (na linha de comandos: --host e --version) e crie este documento de novo.',
    sideEffectsHeading: 'Antes da alteração',
    sideEffects: [
      'Os web services expostos mudam de endereço: avise quem os chama.',
      'As aplicações móveis têm de ser geradas e distribuídas de novo; onde se usa SSL pinning, o novo hash entra antes da alteração.',
      'Onde os secure endpoints (proteção do host header) estão ativos, todos os nomes de host e todos os nomes do certificado têm de constar da lista; wildcards não são permitidos. Um nome em falta responde `503 - Host header does not match`.',
    ],
    lifetimeAddress: 'O endereço do LifeTime é `https://<lifetime>/lifetime`.',
    lifetimeEntry: 'Indique-o no ambiente e o próximo documento terá o link.',
    links: { lifetime: 'Abrir o LifeTime', newCase: 'Abrir um caso de suporte', ownCases: 'Os seus casos de suporte' },
    labels: { subject: 'Assunto', text: 'Texto', dnsRecord: 'Entrada DNS', file: 'PFX' },
  },
};
