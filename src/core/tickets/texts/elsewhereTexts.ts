import type { Language } from '../../language.ts';

/** Routes on which nothing is sent to OutSystems, and an environment whose version is not known. */
export interface ElsewhereTexts {
  readonly insteadHeading: string;
  readonly nothingToSend: string;
  readonly selfManaged: (file: string) => readonly string[];
  readonly personal: readonly string[];
  readonly odc: readonly string[];
  readonly versionHeading: string;
  readonly version: readonly string[];
  readonly firstWay: string;
  readonly secondWay: string;
}

export const ELSEWHERE_TEXTS: Readonly<Record<Language, ElsewhereTexts>> = {
  en: {
    insteadHeading: 'What to do instead',
    nothingToSend: 'Nothing is sent to OutSystems here.',
    selfManaged: (file) => [
      'Install the intermediate certificates and the root first, in IIS or on the load balancer.',
      `Then install the certificate itself with its private key: ${file}.`,
      'Bind it to port 443 for each of the domains.',
    ],
    personal: [
      'A personal environment cannot have a domain of its own, so no certificate of yours can be used there.',
      'Choose another environment for this certificate, or go on using the address that OutSystems gave you.',
    ],
    odc: [
      'OutSystems Developer Cloud takes no certificate of yours: OutSystems issues one itself.',
      'Add your domain in ODC and create the two CNAME records that it asks for. Then OutSystems issues the certificate.',
    ],
    versionHeading: 'Which of the two ways',
    version: [
      'Open the environment in LifeTime. If it offers **Activate SSL/TLS**, take the first way; if it offers SECURE ENDPOINT with **Change**, the second.',
      'The version itself is the value `OSVersion` that LifeTime’s REST API gives for the environment: below 9.1.301.0 the first way, from there on the second. Enter it in the settings (on the command line: `--version`), and the next draft shows one way only.',
    ],
    firstWay: 'First way: below 9.1.301.0',
    secondWay: 'Second way: from 9.1.301.0 on',
  },
  pt: {
    insteadHeading: 'O que fazer em vez disso',
    nothingToSend: 'Aqui não se envia nada à OutSystems.',
    selfManaged: (file) => [
      'Instale primeiro os certificados intermediários e a raiz, no IIS ou no balanceador de carga.',
      `Instale depois o próprio certificado com a sua chave privada: ${file}.`,
      'Associe-o à porta 443 para cada um dos domínios.',
    ],
    personal: [
      'Um ambiente pessoal não pode ter um domínio próprio, por isso nenhum certificado seu pode ser usado nele.',
      'Escolha outro ambiente para este certificado, ou continue a usar o endereço dado pela OutSystems.',
    ],
    odc: [
      'A OutSystems Developer Cloud não aceita certificados seus: é a OutSystems que os emite.',
      'Adicione o seu domínio na ODC e crie as duas entradas CNAME que ela pede. A OutSystems emite então o certificado.',
    ],
    versionHeading: 'Qual das duas formas',
    version: [
      'Abra o ambiente no LifeTime. Se aí houver **Activate SSL/TLS**, siga a primeira forma; se houver SECURE ENDPOINT com **Change**, a segunda.',
      'A própria versão é o valor `OSVersion` que a API REST do LifeTime dá para o ambiente: abaixo da 9.1.301.0 a primeira forma, a partir dela a segunda. Indique-a nas configurações (na linha de comandos: `--version`) e o próximo documento mostra apenas uma.',
    ],
    firstWay: 'Primeira forma: abaixo da 9.1.301.0',
    secondWay: 'Segunda forma: a partir da 9.1.301.0',
  },
};
