import type { Language } from '../../language.ts';

/** The facts that stand in what is sent: plain text. */
export interface FactTexts {
  readonly environment: string;
  readonly environments: string;
  readonly address: string;
  readonly platform: string;
  readonly unknownVersion: string;
  readonly selfManaged: string;
  readonly domains: string;
  readonly noDomains: string;
  readonly certificate: string;
  readonly noCertificate: string;
  readonly names: string;
  readonly subject: string;
  readonly issuer: string;
  readonly serial: string;
  readonly valid: (from: string, to: string) => string;
  readonly key: string;
  readonly sha1: string;
  readonly sha256: string;
  readonly chain: string;
  readonly missing: (name: string) => string;
  readonly notInFile: (name: string) => string;
  readonly file: (name: string, size: number, sha256: string) => string;
}

export const FACT_TEXTS: Readonly<Record<Language, FactTexts>> = {
  en: {
    environment: 'Environment',
    environments: 'Environments',
    address: 'Address',
    platform: 'Platform version',
    unknownVersion: 'not known',
    selfManaged: 'self-managed',
    domains: 'Domains',
    noDomains: 'none yet',
    certificate: 'Certificate',
    noCertificate: 'There is none in the file.',
    names: 'Names',
    subject: 'Subject',
    issuer: 'Issuer',
    serial: 'Serial number',
    valid: (from, to) => `Valid: ${from} to ${to}`,
    key: 'Key',
    sha1: 'SHA-1 thumbprint',
    sha256: 'SHA-256 thumbprint',
    chain: 'Chain',
    missing: (name) => `MISSING: ${name}`,
    notInFile: (name) => `${name} (not in the file)`,
    file: (name, size, sha256) => `File: ${name}, ${size} bytes, SHA-256 ${sha256}`,
  },
  pt: {
    environment: 'Ambiente',
    environments: 'Ambientes',
    address: 'Endereço',
    platform: 'Versão da plataforma',
    unknownVersion: 'não conhecida',
    selfManaged: 'autogerido',
    domains: 'Domínios',
    noDomains: 'ainda nenhum',
    certificate: 'Certificado',
    noCertificate: 'Não há nenhum no PFX.',
    names: 'Nomes',
    subject: 'Titular',
    issuer: 'Emissor',
    serial: 'Número de série',
    valid: (from, to) => `Válido: de ${from} a ${to}`,
    key: 'Chave',
    sha1: 'Impressão digital SHA-1',
    sha256: 'Impressão digital SHA-256',
    chain: 'Cadeia',
    missing: (name) => `FALTA: ${name}`,
    notInFile: (name) => `${name} (não está no PFX)`,
    file: (name, size, sha256) => `PFX: ${name}, ${size} bytes, SHA-256 ${sha256}`,
  },
};
