import type { Params } from '../../rules/rule.ts';
import { isoOfDisplayDay } from '../../time.ts';

type Title = (params: Params) => string;

const quoted = (value: string | number | undefined): string => `“${value ?? ''}”`;
const day = (value: string | number | undefined): string => isoOfDisplayDay(String(value ?? ''));

/** `a, b and 3 more` */
const list = (value: string | number | undefined): string =>
  String(value ?? '').replace(/,? and (\d+) more$/, ' e mais $1');
/** `RSA with SHA-1` */
const algorithm = (value: string | number | undefined): string => String(value ?? '').replaceAll(' with ', ' com ');

/** As the rule calls them in English. */
const PURPOSES: Readonly<Record<string, string>> = {
  'any purpose at all': 'qualquer fim',
  'signing programs': 'assinar programas',
  'e-mail': 'e-mail',
  'time stamps': 'carimbos de tempo',
  'signing answers on revocation': 'assinar respostas sobre revogação',
  'signing precertificates': 'assinar pré-certificados',
};
const purposes = (value: string | number | undefined): string =>
  String(value ?? '')
    .split(', ')
    .map((purpose) => PURPOSES[purpose] ?? purpose)
    .join(', ');

/** Portuguese titles of all findings, by code; a test holds them against the rules. */
export const FINDING_TITLES_PT: Readonly<Record<string, Title>> = {
  'chain.badSignature': (p) => `${quoted(p['name'])} não foi assinado por ${quoted(p['issuer'])} que está neste PFX`,
  'chain.circular': (p) => `A cadeia anda em círculo: ${quoted(p['name'])} leva de volta a si próprio`,
  'chain.constraintViolated': (p) => `${quoted(p['name'])} não pode ser usado nesta cadeia`,
  'chain.incompleteInFile': (p) => `O certificado intermediário ${quoted(p['name'])} não está neste PFX`,
  'chain.issuerMissing': (p) => `Falta o certificado de ${quoted(p['missing'])}`,
  'chain.leafIsAuthority': (p) => `${quoted(p['name'])} é o certificado de uma CA e não de um servidor`,
  'chain.leafUsage': (p) => `A chave de ${quoted(p['name'])} não pode ser usada para TLS`,
  'chain.namesake': (p) => `O PFX tem também outro certificado de ${quoted(p['name'])}, que não faz falta`,
  'chain.noCertificate': () => 'Não há nenhum certificado neste PFX',
  'chain.notAnAuthority': (p) => `${quoted(p['name'])} não pode emitir certificados`,
  'chain.notVerifiable': (p) => `Não foi possível verificar a assinatura de ${quoted(p['name'])}`,
  'chain.privateAuthority': (p) => `${quoted(p['name'])} é de uma CA privada, em que os navegadores não confiam`,
  'chain.revoked': (p) => `${quoted(p['name'])} foi revogado pela sua CA`,
  'chain.revocationUnknown': (p) => `Não foi possível saber se ${quoted(p['name'])} está revogado`,
  'chain.rootMissing': (p) => `A raiz ${quoted(p['name'])} não está neste PFX`,
  'chain.selfSigned': () => 'O certificado é autoassinado',
  'chain.smallKey': (p) => `A chave RSA de ${quoted(p['name'])} tem apenas ${p['bits'] ?? ''} bits`,
  'chain.strayCertificates': (p) =>
    p['count'] === 1
      ? 'Um certificado deste PFX não pertence a nenhuma cadeia'
      : `${p['count'] ?? ''} certificados deste PFX não pertencem a nenhuma cadeia`,
  'chain.testAuthority': (p) => `${quoted(p['name'])} vem de um programa de teste ou auxiliar`,
  'chain.tooLong': () => 'A cadeia é demasiado longa ou complexa para ser seguida',
  'chain.unparsableCertificate': () => 'Há um certificado neste PFX que não se consegue ler',
  'chain.untrustedRoot': (p) => `A cadeia termina em ${quoted(p['name'])}, que não é de confiança`,
  'chain.weakSignature': (p) => `${quoted(p['name'])} está assinado com ${algorithm(p['algorithm'])}`,
  'chain.wrongOrder': () => 'Os certificados não estão pela ordem da cadeia',
  'expiry.expired': (p) => `O certificado expirou em ${day(p['date'])}`,
  'expiry.notYetValid': (p) => `${quoted(p['name'])} só é válido a partir de ${day(p['date'])}`,
  'expiry.authorityExpired': (p) => `${quoted(p['name'])}, na cadeia, expirou em ${day(p['date'])}`,
  'expiry.authorityNotYetValid': (p) => `${quoted(p['name'])}, na cadeia, só é válido a partir de ${day(p['date'])}`,
  'expiry.expiringSoon': (p) => `${quoted(p['name'])} expira em ${day(p['date'])}`,
  'expiry.validityTooLong': (p) =>
    `O certificado é válido por ${p['days'] ?? ''} dias; o permitido são ${p['limit'] ?? ''}`,
  'domain.environmentWithoutDomains': (p) => `${p['environment'] || 'O ambiente'} ainda não tem domínio próprio`,
  'domain.mixedScripts': (p) => `${quoted(p['unicode'])} mistura letras de vários alfabetos`,
  'domain.notChecked': () => 'Os domínios não foram verificados',
  'domain.notCovered': (p) => `O certificado não cobre: ${list(p['domains'])}`,
  'replaces.nameLost': (p) => `O certificado em uso cobre um nome que este não cobre: ${list(p['names'])}`,
  'replaces.endsSooner': () => 'O novo certificado termina antes do que está em uso',
  'replaces.issuerChanged': (p) => `O emissor muda de ${quoted(p['from'])} para ${quoted(p['to'])}`,
  'replaces.keyChanged': () => 'A chave muda, e com ela o hash que as aplicações móveis com SSL pinning guardam',
  'key.mismatch': () => 'A chave privada é de outro certificado',
  'key.missing': () => 'Não há chave privada neste PFX',
  'key.notComparable': (p) =>
    `Não foi possível verificar se a chave ${algorithm(p['algorithm'])} corresponde ao certificado`,
  'key.notForTls': (p) => `Nenhum servidor web pode usar esta chave: é do tipo ${algorithm(p['algorithm'])}`,
  'key.notRsa': (p) =>
    `A chave é ${algorithm(p['algorithm'])}; a OutSystems não documenta nada sobre chaves deste tipo`,
  'key.notEncrypted': () => 'A chave privada está neste PFX sem cifra',
  'key.otherPassword': (p) =>
    p['count'] === 1
      ? 'Uma chave privada deste PFX tem uma senha própria'
      : `${p['count'] ?? ''} chaves privadas deste PFX têm senhas próprias`,
  'key.reused': (p) => `A mesma chave privada é usada por: ${list(p['environments'])}`,
  'key.several': (p) => `Há ${p['count'] ?? ''} chaves privadas neste PFX`,
  'key.severalCertificates': (p) => `${p['count'] ?? ''} certificados deste PFX têm a mesma chave`,
  'key.smallExponent': (p) => `A chave RSA tem o expoente público pequeno ${p['exponent'] ?? ''}`,
  'key.tooLarge': (p) => `A chave privada tem ${p['bits'] ?? ''} bits; a OutSystems aceita no máximo 4096`,
  'key.unreadable': () => 'Há uma chave privada neste PFX que não se consegue usar',
  'key.unsafeExponent': (p) =>
    `A chave RSA de ${quoted(p['name'])} tem um expoente público impossível: ${p['exponent'] ?? ''}`,
  'key.weak': (p) => `A chave RSA tem apenas ${p['bits'] ?? ''} bits`,
  'publicCa.clientAuth': () => 'O certificado também pode ser usado como certificado de cliente',
  'publicCa.clientAuthForbidden': () =>
    'O certificado também pode ser usado como certificado de cliente, o que já não é permitido',
  'publicCa.commonName': (p) =>
    `O common name ${quoted(p['name'])} não está entre os nomes alternativos (subject alternative names)`,
  'publicCa.forbiddenPurposes': (p) => `O certificado destina-se também a ${purposes(p['purposes'])}`,
  'publicCa.internalNames': (p) => `O certificado inclui nomes que só existem em redes privadas: ${list(p['names'])}`,
  'publicCa.keySize': (p) =>
    `A chave RSA de ${quoted(p['name'])} tem ${p['bits'] ?? ''} bits, que não é um múltiplo de 8`,
  'publicCa.keyType': (p) =>
    `${quoted(p['name'])} tem uma chave de um tipo que as CAs públicas não podem certificar: ${p['key'] ?? ''}`,
  'publicCa.keyUsage': () => 'O certificado não permite que a sua chave EC assine',
  'publicCa.nameForm': (p) => `O certificado inclui nomes que não são de um servidor web: ${list(p['names'])}`,
  'publicCa.noPurposes': () => 'O certificado não diz a que se destina',
  'publicCa.noSubjectAltName': () => 'O certificado não tem nomes alternativos (subject alternative names)',
  'publicCa.revocationAddress': () => 'O certificado não diz onde se pode consultar a sua revogação',
  'publicCa.signatureAlgorithm': (p) =>
    `${quoted(p['name'])} está assinado com ${algorithm(p['algorithm'])}, que as CAs públicas não podem usar`,
  'publicCa.timestamps': (p) =>
    p['logs'] === 0
      ? 'O certificado não traz prova de ter sido publicado (CT)'
      : `O certificado traz prova de publicação de ${p['logs'] === 1 ? '1 log' : `${p['logs'] ?? ''} logs`}; os navegadores exigem ${p['needed'] ?? ''}`,
  'publicCa.wildcardTooWide': (p) => `O certificado abrange domínios de outras entidades: ${list(p['names'])}`,
  'environment.noCustomCertificate': (p) => `${p['environment'] ?? ''} não pode ter um certificado próprio`,
  'file.duplicateAttributes': () => 'Há um atributo repetido neste PFX',
  'file.duplicateCertificates': (p) =>
    p['count'] === 1
      ? 'Um certificado está neste PFX duas vezes'
      : `${p['count'] ?? ''} certificados estão repetidos neste PFX`,
  'file.fewIterations': (p) => `A senha protege o PFX com apenas ${p['count'] ?? ''} iterações`,
  'file.furtherPasswords': () => 'Este PFX precisa de mais do que uma senha',
  'file.leafNotMarked': () => 'Nada no PFX liga a chave ao seu certificado',
  'file.manyIterations': (p) => `O PFX aplica ${p['count'] ?? ''} iterações à senha`,
  'file.modernEncryption': (p) => `O PFX está cifrado com ${p['name'] ?? ''}`,
  'file.noMac': () => 'O PFX não tem verificação de integridade',
  'file.nonAsciiPassword': () => 'A senha tem caracteres que muitas ferramentas não tratam bem',
  'file.pbmac1': () => 'A verificação de integridade do PFX é de um tipo novo (PBMAC1)',
  'file.rc2Encryption': (p) => `O PFX está cifrado com ${p['name'] ?? ''}, que as ferramentas novas recusam`,
  'file.rareAlgorithms': () => 'O PFX está protegido de um modo que poucos programas conseguem abrir',
  'file.trailingBytes': (p) => `Há ${p['count'] === 1 ? '1 byte' : `${p['count'] ?? ''} bytes`} depois do fim do PFX`,
  'file.twoPasswords': () => 'Partes deste PFX têm outra senha',
  'file.unreadableCertificate': () => 'Não se consegue ler uma entrada de certificado deste PFX',
};
