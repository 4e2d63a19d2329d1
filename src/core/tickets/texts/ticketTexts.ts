import type { Language } from '../../language.ts';

/** LifeTime's upload and the reply to the ticket that it creates. */
export interface TicketTexts {
  readonly uploadHeading: string;
  readonly path: (environment: string) => string;
  readonly upload: string;
  readonly created: string;
  readonly replyHeading: string;
  readonly reply: (several: boolean) => string;
  readonly passwordPlace: string;
  readonly noPassword: string;
  readonly replyLabel: string;
  readonly ticketNumber: string;
  readonly opening: (file: string, several: boolean) => string;
  readonly password: string;
  readonly passwordNone: string;
}

export const TICKET_TEXTS: Readonly<Record<Language, TicketTexts>> = {
  en: {
    uploadHeading: 'Upload in LifeTime',
    path: (environment) => `**Environments** → ${environment} → **Activate SSL/TLS**`,
    upload: 'Upload this PFX there. It must be the one with the private key:',
    created: 'LifeTime then creates a support ticket in the Support Portal, one for each upload. Note its number.',
    replyHeading: 'Reply to the ticket',
    reply: (several) =>
      several
        ? 'Open each ticket in the Support Portal, and send this text as a reply, each with its own number.'
        : 'Open the ticket in the Support Portal, and send this text as a reply. Fill in the ticket number.',
    passwordPlace:
      'The password goes into the reply in the portal, in its place in the text, and nowhere else: not into this document, not into a mail. In VS Code “Copy PFX Password” copies it for 60 seconds, as long as the report is open.',
    noPassword: 'This PFX has no password; the text says so.',
    replyLabel: 'Reply to the ticket',
    ticketNumber: 'Ticket number: ____',
    opening: (file, several) =>
      `We have uploaded the certificate file ${file} in LifeTime. Please activate SSL/TLS with it on ${several ? 'these environments' : 'this environment'}.`,
    password: 'PFX password: ____',
    passwordNone: 'PFX password: none',
  },
  pt: {
    uploadHeading: 'Enviar no LifeTime',
    path: (environment) => `**Environments** → ${environment} → **Activate SSL/TLS**`,
    upload: 'Envie aí este PFX. Tem de ser o que inclui a chave privada:',
    created: 'O LifeTime cria então um ticket no Support Portal, um por cada envio. Anote o número.',
    replyHeading: 'Responder ao ticket',
    reply: (several) =>
      several
        ? 'Abra cada ticket no Support Portal e envie este texto como resposta, cada um com o seu número.'
        : 'Abra o ticket no Support Portal e envie este texto como resposta. Preencha o número do ticket.',
    passwordPlace:
      'A senha escreve-se na resposta, no portal, no espaço indicado no texto, e em nenhum outro lugar: nem neste documento, nem num e-mail. No VS Code, “Copy PFX Password” copia-a durante 60 segundos, enquanto o relatório estiver aberto.',
    noPassword: 'Este PFX não tem senha; o texto diz isso.',
    replyLabel: 'Resposta ao ticket',
    ticketNumber: 'Número do ticket: ____',
    opening: (file, several) =>
      `O PFX ${file} foi enviado no LifeTime. Pedimos a ativação de SSL/TLS com este certificado ${several ? 'nestes ambientes' : 'neste ambiente'}.`,
    password: 'Senha do PFX: ____',
    passwordNone: 'Senha do PFX: nenhuma',
  },
};
