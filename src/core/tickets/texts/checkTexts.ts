import type { Language } from '../../language.ts';
import type { CheckId, CheckStatus, Severity } from '../../report/report.ts';

/** What a draft says of the four checks, made from the report's facts and not from its English sentences. */
export interface CheckTexts {
  readonly heading: (day: string) => string;
  readonly header: readonly [check: string, result: string, fact: string];
  readonly names: Readonly<Record<CheckId, string>>;
  readonly statuses: Readonly<Record<CheckStatus, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly noCertificate: string;
  readonly chainIncomplete: (name: string) => string;
  readonly chainBroken: string;
  readonly chainEndsIn: (name: string) => string;
  readonly chainWithoutRoot: (name: string) => string;
  readonly chainUnanchored: string;
  readonly notYetValid: (day: string) => string;
  readonly expired: (day: string) => string;
  readonly ends: (day: string, days: number) => string;
  readonly covered: (covered: number, of: number, environment: string) => string;
  readonly noDomains: (environment: string) => string;
  readonly noEnvironment: string;
  readonly keyMissing: string;
  readonly keyOfOther: (kind: string) => string;
  readonly keyUnknown: (kind: string) => string;
  readonly keyBelongs: (kind: string) => string;
}

export const CHECK_TEXTS: Readonly<Record<Language, CheckTexts>> = {
  en: {
    heading: (day) => `Checked on ${day}`,
    header: ['Check', 'Result', 'Fact'],
    names: { chain: 'Chain', expiry: 'Expiry', domain: 'Domain match', key: 'Private key' },
    statuses: { pass: 'pass', warn: 'warning', fail: 'fail' },
    severities: { error: 'error', warning: 'warning', info: 'information' },
    noCertificate: 'There is no certificate.',
    chainIncomplete: (name) => `Incomplete: the certificate of ${name} is missing.`,
    chainBroken: 'It does not hold; the findings say why.',
    chainEndsIn: (name) => `Complete, ends in ${name}.`,
    chainWithoutRoot: (name) => `Ends in ${name}, which is not in the file.`,
    chainUnanchored: 'It ends in no trusted root.',
    notYetValid: (day) => `Valid only from ${day}.`,
    expired: (day) => `Expired on ${day}.`,
    ends: (day, days) => `Ends on ${day}, ${days === 0 ? 'today' : days === 1 ? 'in 1 day' : `in ${days} days`}.`,
    covered: (covered, of, environment) =>
      `${covered} of ${of === 1 ? '1 domain' : `${of} domains`}${environment ? ` of ${environment}` : ''} covered.`,
    noDomains: (environment) => `${environment || 'The environment'} has no domain yet.`,
    noEnvironment: 'No environment was chosen.',
    keyMissing: 'There is none that can be used.',
    keyOfOther: (kind) => `Present (${kind}), but of another certificate.`,
    keyUnknown: (kind) => `Present (${kind}); could not be compared with the certificate.`,
    keyBelongs: (kind) => `Present (${kind}), belongs to the certificate.`,
  },
  pt: {
    heading: (day) => `Verificado em ${day}`,
    header: ['Verificação', 'Resultado', 'Conclusão'],
    names: { chain: 'Cadeia', expiry: 'Validade', domain: 'Domínios', key: 'Chave privada' },
    statuses: { pass: 'passou', warn: 'aviso', fail: 'falhou' },
    severities: { error: 'erro', warning: 'aviso', info: 'informação' },
    noCertificate: 'Não há nenhum certificado.',
    chainIncomplete: (name) => `Incompleta: falta o certificado de ${name}.`,
    chainBroken: 'Não é válida; os resultados indicam a causa.',
    chainEndsIn: (name) => `Completa, termina em ${name}.`,
    chainWithoutRoot: (name) => `Termina em ${name}, que não está no PFX.`,
    chainUnanchored: 'Não termina em nenhuma raiz confiável.',
    notYetValid: (day) => `Válido só a partir de ${day}.`,
    expired: (day) => `Expirou em ${day}.`,
    ends: (day, days) =>
      `Termina em ${day}, ${days === 0 ? 'hoje' : days === 1 ? 'dentro de 1 dia' : `dentro de ${days} dias`}.`,
    covered: (covered, of, environment) =>
      `${covered} de ${of === 1 ? '1 domínio' : `${of} domínios`}${environment ? ` de ${environment}` : ''} com cobertura.`,
    noDomains: (environment) => `${environment || 'O ambiente'} ainda não tem domínio.`,
    noEnvironment: 'Nenhum ambiente foi escolhido.',
    keyMissing: 'Não há nenhuma que se possa usar.',
    keyOfOther: (kind) => `Presente (${kind}), mas de outro certificado.`,
    keyUnknown: (kind) => `Presente (${kind}); não foi possível compará-la com o certificado.`,
    keyBelongs: (kind) => `Presente (${kind}), corresponde ao certificado.`,
  },
};
