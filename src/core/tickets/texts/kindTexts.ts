import type { Language } from '../../language.ts';

/** Drafts that no activation route asks for: they are made by commands of their own. */
export interface KindTexts {
  readonly sendHeading: string;
  readonly selfManaged: (environments: string) => string;
  readonly client: {
    readonly subject: (environments: string) => string;
    readonly heading: string;
    readonly what: string;
    readonly encryption: string;
    readonly encryptionFits: string;
    readonly encryptionUnfit: (name: string) => string;
    readonly attachments: string;
    readonly root: (name: string) => string;
    readonly missingRoot: (name: string) => string;
    readonly password: string;
    readonly noPassword: string;
    readonly opening: (several: boolean) => string;
    readonly roots: string;
    readonly passwordPlace: string;
  };
  readonly root: {
    readonly subject: (environments: string) => string;
    readonly heading: string;
    readonly what: string;
    readonly attach: string;
    readonly remember: string;
    readonly opening: (several: boolean) => string;
  };
  readonly endpoints: {
    readonly subject: (environments: string) => string;
    readonly heading: string;
    readonly what: string;
    readonly label: string;
    readonly wildcards: string;
    readonly none: string;
    readonly answer: string;
  };
}

export const KIND_TEXTS: Readonly<Record<Language, KindTexts>> = {
  en: {
    sendHeading: 'Open the support case',
    selfManaged: (environments) =>
      `Self-managed: ${environments || 'this environment'}. There you install it yourself, without a support case.`,
    client: {
      subject: (environments) => `Client-side certificate${environments ? ` for ${environments}` : ''}`,
      heading: 'Prepare the files',
      what: 'With a client-side certificate an environment proves who it is when it calls somebody else’s service. In OutSystems’ cloud, Support installs it on the front ends.',
      encryption: 'The PFX must be encrypted with TripleDES-SHA1; AES256-SHA256 is not supported for this.',
      encryptionFits: 'This one is.',
      encryptionUnfit: (name) =>
        `This one is encrypted with ${name}: export it again with TripleDES-SHA1 first, then make this draft anew.`,
      attachments: 'To be attached to the case:',
      root: (name) => `${name}, as a .cer file: it is needed, and not in the PFX`,
      missingRoot: (name) =>
        `the certificate of ${name}, as a .cer file: it is needed, and neither in the PFX nor known here`,
      password:
        'The password goes into the case in the portal, in its place in the text, and nowhere else: not into this document, not into a mail.',
      noPassword: 'Support asks for a PFX with a password, and this one has none: export it with one first.',
      opening: (several) =>
        `Please install the attached client-side certificate on all front ends of ${several ? 'these environments' : 'this environment'}.`,
      roots: 'Certificates of CAs, attached as .cer:',
      passwordPlace: 'PFX password: ____',
    },
    root: {
      subject: (environments) => `Certificate for the trusted-root store${environments ? ` of ${environments}` : ''}`,
      heading: 'Prepare the files',
      what: 'An environment trusts a server that it calls only if it knows the CA of that server’s certificate. CAs that are not public have to be added to the trusted-root store; in OutSystems’ cloud, Support does it.',
      attach: 'To be attached to the case, as .cer files:',
      remember: 'Remember when they end: a new certificate has to be asked for before that day.',
      opening: (several) =>
        `Please add the attached certificates to the trusted-root store on all front ends of ${several ? 'these environments' : 'this environment'}.`,
    },
    endpoints: {
      subject: (environments) => `List of secure endpoints${environments ? ` of ${environments}` : ''}`,
      heading: 'Host names to be listed',
      what: 'Where secure endpoints (host-header protection) are on, an environment answers only under the names of its list.',
      label: 'Host names',
      wildcards:
        'Wildcards are not allowed in the list. Put in the full names that people use under these, one by one:',
      none: 'No host name is known yet: add the domains of the environment.',
      answer: 'A name that is missing answers:',
    },
  },
  pt: {
    sendHeading: 'Abrir o caso de suporte',
    selfManaged: (environments) =>
      `Autogerido: ${environments || 'este ambiente'}. Aí a instalação é feita por conta própria, sem caso de suporte.`,
    client: {
      subject: (environments) => `Certificado de cliente${environments ? ` para ${environments}` : ''}`,
      heading: 'Preparar os anexos',
      what: 'Com um certificado de cliente, um ambiente prova quem é quando chama o serviço de outra entidade. Na nuvem da OutSystems é o suporte que o instala nos front-ends.',
      encryption: 'O PFX tem de estar cifrado com TripleDES-SHA1; AES256-SHA256 não é suportado para este fim.',
      encryptionFits: 'Este está.',
      encryptionUnfit: (name) =>
        `Este está cifrado com ${name}: exporte-o primeiro com TripleDES-SHA1 e crie depois este documento de novo.`,
      attachments: 'A anexar ao caso:',
      root: (name) => `${name}, em formato .cer: é necessário e não está no PFX`,
      missingRoot: (name) =>
        `o certificado de ${name}, em formato .cer: é necessário, mas não está no PFX nem é conhecido aqui`,
      password:
        'A senha escreve-se no caso, no portal, no espaço indicado no texto, e em nenhum outro lugar: nem neste documento, nem num e-mail.',
      noPassword: 'O suporte pede um PFX com senha e este não tem nenhuma: exporte-o primeiro com uma.',
      opening: (several) =>
        `Pedimos a instalação do certificado de cliente em anexo em todos os front-ends ${several ? 'destes ambientes' : 'deste ambiente'}.`,
      roots: 'Certificados de CAs, em anexo no formato .cer:',
      passwordPlace: 'Senha do PFX: ____',
    },
    root: {
      subject: (environments) =>
        `Certificado para o repositório de raízes confiáveis${environments ? ` de ${environments}` : ''}`,
      heading: 'Preparar os anexos',
      what: 'Um ambiente só confia num servidor que chama se conhecer a CA do certificado desse servidor. As CAs que não são públicas têm de ser adicionadas ao repositório de raízes confiáveis; na nuvem da OutSystems é o suporte que o faz.',
      attach: 'A anexar ao caso, em formato .cer:',
      remember: 'Tenha presente a data em que terminam: um novo certificado tem de ser pedido antes desse dia.',
      opening: (several) =>
        `Pedimos que os certificados em anexo sejam adicionados ao repositório de raízes confiáveis em todos os front-ends ${several ? 'destes ambientes' : 'deste ambiente'}.`,
    },
    endpoints: {
      subject: (environments) => `Lista de secure endpoints${environments ? ` de ${environments}` : ''}`,
      heading: 'Nomes de host a indicar',
      what: 'Onde os secure endpoints (proteção do host header) estão ativos, um ambiente só responde sob os nomes da sua lista.',
      label: 'Nomes de host',
      wildcards: 'A lista não permite wildcards. Indique, um a um, os nomes completos que se usam sob estes:',
      none: 'Ainda não se conhece nenhum nome de host: adicione os domínios do ambiente.',
      answer: 'Um nome em falta responde:',
    },
  },
};
