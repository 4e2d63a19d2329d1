import type { Language } from '../../language.ts';

/** LifeTime's certificate wizard. Its own labels are the same in every language. */
export interface WizardTexts {
  readonly addHeading: string;
  readonly addPath: (environment: string) => string;
  readonly fill: string;
  readonly passwordField: string;
  readonly noPasswordField: string;
  readonly submit: string;
  readonly status: string;
  readonly already: string;
  readonly changeHeading: string;
  readonly changePath: (environment: string) => string;
  readonly choose: string;
  /** for several environments, which follow */
  readonly chooseEach: string;
  readonly update: string;
  readonly refusedHeading: string;
  readonly refused: string;
  readonly expected: (message: string) => string;
  readonly opening: (several: boolean) => string;
  readonly message: string;
  readonly messageExpected: (message: string) => string;
  readonly ask: string;
}

export const WIZARD_TEXTS: Readonly<Record<Language, WizardTexts>> = {
  en: {
    addHeading: 'Add the certificate',
    addPath: (environment) =>
      `**Environments** → ${environment} → SECURE ENDPOINT **Change** → **Add a new Domain Certificate**`,
    fill: 'Fill in the form for a PFX:',
    passwordField:
      'not in this document; in VS Code “Copy PFX Password” copies it for 60 seconds, as long as the report is open',
    noPasswordField: 'leave it empty, this PFX has none',
    submit: 'Validate, then submit. Installing takes about 5 minutes.',
    status:
      'Its status, and **Renew** for one that is installed already, are under **Environments** → **Options** → **Manage Domain Certificates**.',
    already: 'Where the certificate can be chosen already, go on with the next step.',
    changeHeading: 'Change the secure endpoint',
    changePath: (environment) => `**Environments** → ${environment} → SECURE ENDPOINT **Change**`,
    choose: 'Choose the new certificate, fill in the host name and tick the CNAME box:',
    chooseEach:
      'On each of these environments choose the new certificate, fill in its own host name and tick the CNAME box:',
    update: 'Press **Update Secure Endpoint**. The change takes about 5 minutes.',
    refusedHeading: 'If the wizard refuses the file',
    refused:
      'Mend what it says first. If you want the certificate installed all the same, submit it and open a support case with the text below. It takes 5 business days, has the severity NORMAL and causes no downtime.',
    expected: (message) => `By the check, LifeTime’s message will be: “${message}”`,
    opening: (several) =>
      `LifeTime’s certificate wizard refuses the certificate described here, and we have submitted it all the same. Please install it on ${several ? 'these environments' : 'this environment'}, or tell us what to change.`,
    message: 'Message of LifeTime: ____',
    messageExpected: (message) => `Message of LifeTime: ____ (expected: “${message}”)`,
    ask: 'The password of the file is not in this text. Please tell us whether you need it, and how to give it to you.',
  },
  pt: {
    addHeading: 'Adicionar o certificado',
    addPath: (environment) =>
      `**Environments** → ${environment} → SECURE ENDPOINT **Change** → **Add a new Domain Certificate**`,
    fill: 'Preencha o formulário para PFX:',
    passwordField:
      'não está neste documento; no VS Code, “Copy PFX Password” copia-a durante 60 segundos, enquanto o relatório estiver aberto',
    noPasswordField: 'deixe vazio, este PFX não tem senha',
    submit: 'Valide e depois submeta. A instalação demora cerca de 5 minutos.',
    status:
      'O seu estado, e **Renew** para um que já esteja instalado, estão em **Environments** → **Options** → **Manage Domain Certificates**.',
    already: 'Onde já for possível escolher o certificado, continue com o passo seguinte.',
    changeHeading: 'Alterar o secure endpoint',
    changePath: (environment) => `**Environments** → ${environment} → SECURE ENDPOINT **Change**`,
    choose: 'Escolha o novo certificado, preencha o nome do host e marque a caixa do CNAME:',
    chooseEach:
      'Em cada um destes ambientes escolha o novo certificado, preencha o nome do host que lhe pertence e marque a caixa do CNAME:',
    update: 'Pressione **Update Secure Endpoint**. A alteração demora cerca de 5 minutos.',
    refusedHeading: 'Se o assistente recusar o PFX',
    refused:
      'Corrija primeiro o que ele indica. Se quiser que o certificado seja instalado mesmo assim, submeta-o e abra um caso de suporte com o texto abaixo. Demora 5 dias úteis, tem a severidade NORMAL e não causa indisponibilidade.',
    expected: (message) => `Segundo a verificação, a mensagem do LifeTime será: “${message}”`,
    opening: (several) =>
      `O assistente de certificados do LifeTime recusa o certificado aqui descrito, que foi submetido mesmo assim. Pedimos a sua instalação ${several ? 'nestes ambientes' : 'neste ambiente'}, ou que nos digam o que alterar.`,
    message: 'Mensagem do LifeTime: ____',
    messageExpected: (message) => `Mensagem do LifeTime: ____ (esperada: “${message}”)`,
    ask: 'A senha do PFX não está neste texto. Pedimos que nos digam se é necessária e como a devemos entregar.',
  },
};
