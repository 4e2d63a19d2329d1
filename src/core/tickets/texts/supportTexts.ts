import type { Language } from '../../language.ts';

/** Support cases, for LifeTime's own domain and for FedRAMP, and how a case is opened. */
export interface SupportTexts {
  readonly beforeHeading: string;
  readonly lifetimeBefore: readonly string[];
  readonly caseHeading: string;
  readonly open: string;
  readonly suspended: string;
  readonly lifetimeOpening: string;
  readonly certificateName: (name: string) => string;
  readonly hostname: (name: string) => string;
  readonly fedRampBefore: readonly string[];
  readonly fedRampOpening: (several: boolean) => string;
  readonly fedRampAsk: string;
}

export const SUPPORT_TEXTS: Readonly<Record<Language, SupportTexts>> = {
  en: {
    beforeHeading: 'Before you ask',
    lifetimeBefore: [
      'The certificate must already be installed on another environment. LifeTime’s own domain takes a case each time: the first time and at every renewal.',
      'Support names it by these two, so they belong in the case. What is installed is under **Environments** → **Options** → **Manage Domain Certificates**:',
      'The change takes several days and ends the sessions of those who are logged in.',
    ],
    caseHeading: 'Open the support case',
    open: 'In the Support Portal choose the infrastructure (name or activation code) and **Configure the platform**, answer the questions, add followers, and send this text.',
    suspended: 'A case of somebody who is not a listed contact waits until an administrator approves it.',
    lifetimeOpening: 'Please change LifeTime’s own domain to the certificate and the host name given here.',
    certificateName: (name) => `Certificate name in LifeTime (installed on another environment): ${name}`,
    hostname: (name) => `Host name: ${name}`,
    fedRampBefore: [
      'How the PFX and its password are given in FedRAMP is not documented: the text asks Support for the way. Attach neither before you have the answer.',
    ],
    fedRampOpening: (several) =>
      `Please activate SSL/TLS with the certificate described here on ${several ? 'these environments' : 'this environment'}. ${several ? 'They are' : 'It is'} in FedRAMP.`,
    fedRampAsk: 'Please tell us how to give you the PFX and, apart from it, its password.',
  },
  pt: {
    beforeHeading: 'Antes de pedir',
    lifetimeBefore: [
      'O certificado já tem de estar instalado em outro ambiente. O domínio do próprio LifeTime exige sempre um caso: na primeira vez e em cada renovação.',
      'O suporte identifica-o por estes dois dados, que fazem parte do caso. O que está instalado vê-se em **Environments** → **Options** → **Manage Domain Certificates**:',
      'A alteração demora vários dias e termina as sessões abertas.',
    ],
    caseHeading: 'Abrir o caso de suporte',
    open: 'No Support Portal escolha a infraestrutura (nome ou código de ativação) e **Configure the platform**, responda às perguntas, indique quem acompanha e envie este texto.',
    suspended:
      'O caso de quem não está na lista de pessoas autorizadas (“listed contacts”) espera até que um administrador o aprove.',
    lifetimeOpening:
      'Pedimos a alteração do domínio do próprio LifeTime para o certificado e o nome de host indicados.',
    certificateName: (name) => `Nome do certificado no LifeTime (instalado em outro ambiente): ${name}`,
    hostname: (name) => `Nome de host: ${name}`,
    fedRampBefore: [
      'A forma de entregar o PFX e a sua senha em FedRAMP não está documentada: o texto pergunta ao suporte. Não anexe nenhum dos dois antes da resposta.',
    ],
    fedRampOpening: (several) =>
      `Pedimos a ativação de SSL/TLS com o certificado aqui descrito ${several ? 'nestes ambientes, que estão' : 'neste ambiente, que está'} em FedRAMP.`,
    fedRampAsk: 'Pedimos que nos digam como entregar o PFX e, em separado, a sua senha.',
  },
};
