/* The sections of the report. */
import { plural } from '../core/report/plural.ts';

export const FINDINGS = {
  heading: 'What to look at',
  lints: 'Rules for public certificates',
  lintsDetail:
    'What browsers and the CA/Browser Forum ask of public CAs and their certificates. None of it makes the chain untrusted.',
  none: 'Nothing to look at.',
  noneDetail: 'Every rule was checked, and none has anything to say.',
  mend: 'What to do: ',
  lifetime: 'LifeTime would say: ',
  source: 'Where this is written down',
  code: 'Code of this finding: ',
  about: 'About ',
} as const;

export const CHAIN = {
  heading: 'Chain',
  order: 'From your certificate up to the one that browsers and OutSystems trust already.',
  issuedBy: 'issued by',
  notSignedBy: 'not signed by',
  missing: 'Missing',
  missingHere: 'missing: it belongs here',
  missingDetail: 'not in the file',
  download: (name: string) => `${name} is missing. Its issuer offers it at:`,
  noDownload: (name: string) =>
    `${name} is missing, and no certificate says where it can be had: ask whoever issued yours.`,
  hasKey: 'has the private key',
  noKey: 'without its private key',
  inFile: 'in the file',
  inFileToo: 'in the file too',
  notInFile: 'not in the file',
  fetched: 'fetched, not in the file',
  revocation: { good: 'not revoked', revoked: 'revoked by its CA', unknown: 'revocation not known' },
  anchor: 'trust anchor',
  stores: { mozilla: 'Mozilla roots', system: 'this computer’s roots', user: 'your trusted certificates' },
  verified: 'signature verified',
  badSignature: 'signature is wrong',
  notVerifiable: 'signature not checked',
  others: 'Also in the file, part of no chain',
  none: 'There is no certificate in this file, so there is no chain to show.',
} as const;

export const ONLINE = {
  heading: 'Over the network',
  titles: { issuers: 'A certificate of the chain is missing', revocation: 'Is one of these certificates revoked?' },
  ask: { issuers: 'Fetch missing certificates…', revocation: 'Check revocation…' },
  again: { issuers: 'Fetch missing certificates…', revocation: 'Check again…' },
  running: { issuers: 'Fetching the missing certificates', revocation: 'Asking whether they are revoked' },
  requests: 'What is sent to whom',
  sends: (what: string) => `is sent ${what}`,
  fallback: 'only where the address before it gives no answer',
  statuses: { good: 'Not revoked', revoked: 'Revoked', unknown: 'Not known', notChecked: 'Not checked' },
  from: (host: string) => `Asked: ${host}`,
  fetched: 'Fetched',
  fetchedFrom: (url: string) => `was fetched from ${url}. It is used for this report and is not in the file.`,
} as const;

export const REVOCATION_SOURCES = { ocsp: 'OCSP', crl: 'revocation list (CRL)' } as const;

/** The same of what a server sends. */
export const SERVED_CHAIN: ChainWords = {
  ...CHAIN,
  order: 'From the certificate of the host up to the one that browsers trust already.',
  missingDetail: 'not sent by the server',
  noKey: 'its key is on the server',
  inFile: 'sent by the server',
  inFileToo: 'sent by the server too',
  notInFile: 'not sent by the server',
  others: 'Also sent, part of no chain',
  none: 'No certificate was seen, so there is no chain to show.',
};

/** What is said of a chain, wherever it comes from. */
export type ChainWords = {
  readonly [K in keyof typeof CHAIN]: (typeof CHAIN)[K] extends string ? string : (typeof CHAIN)[K];
};

export const SERVED = {
  what: 'What ',
  seen: ' serves, seen on ',
  issuedBy: ' · issued by ',
  lookAgain: 'Look again',
} as const;

export const EXPIRY = {
  heading: 'Expiry',
  today: 'today',
  caption: 'Validity of each certificate',
  columns: { certificate: 'Certificate', from: 'Valid from', to: 'Valid to', left: 'Time left' },
  daysLeft: (days: number) => plural(days, 'day'),
  lastDay: 'ends today',
  expired: (days: number) => (days === 0 ? 'expired today' : `expired ${plural(days, 'day')} ago`),
  starts: (date: string) => `starts ${date}`,
  continues: 'longer than the picture',
} as const;

export const DOMAINS = {
  heading: 'Domain match',
  columns: { environment: 'Environment', domain: 'Domain', covered: 'Covered by', verdict: 'Verdict' },
  current: 'this environment',
  covered: 'Covered',
  notCovered: 'Not covered',
  nearest: 'nearest ',
  notCoveredBy: 'no name in the certificate',
  empty: 'Which domains should it serve?',
  emptyDetail:
    'Add your environments, and each domain that people use to reach them is compared with the names in the certificate.',
  covers: 'The certificate covers:',
  nothing: 'There is nothing to compare.',
  serves: (served: number, all: number) => `Serves ${served} of ${plural(all, 'environment')}.`,
  coveredOf: (covered: number, of: number) => `${covered} of ${plural(of, 'domain')}`,
  noDomainYet: 'no domain is known yet',
  unchosen: 'No environment is chosen yet: all domains that you have entered are compared below.',
  noDomains: (environment: string) => `${environment} has no domain yet, so there is nothing to compare for it.`,
} as const;

export const REPLACES = {
  heading: 'Replaces',
  seen: (hosts: number) =>
    hosts === 1
      ? 'What this host showed when it was last looked at: '
      : 'What these hosts showed when they were last looked at: ',
  seenOn: ', on ',
  same: 'This very certificate is served already: nothing changes.',
  columns: { what: 'What', now: 'Served now', next: 'This file', change: 'Change' },
  rows: {
    certificate: 'Certificate',
    end: 'Valid to',
    issuer: 'Issued by',
    names: 'Names',
    pin: 'Pin of the public key (SHA-256)',
  },
  days: (days: number) =>
    days === 0 ? 'the same day, or nearly' : days > 0 ? `${plural(days, 'day')} won` : `${plural(-days, 'day')} lost`,
  changed: 'another one',
  unchanged: 'the same',
  lost: 'Only here:',
  gained: 'Only here:',
  domainLost: 'Domain of the environment that is lost',
  sameNames: 'no name is lost or gained',
  keys: {
    reused: 'the key is the same: pins in apps stay right',
    fresh: 'a new key: put the new pin into apps with SSL pinning before the change',
    unknown: 'whether the key is the same can’t be told here',
  },
} as const;

export const DETAILS = {
  heading: 'Details',
  file: 'The file',
  environment: 'The environment',
  publicKey: 'Public key',
  signature: 'Signature',
  trust: 'Trusted by',
  place: 'Where it was found',
  fetchedFrom: (url: string) => `fetched from ${url}, not in the file`,
  revocation: 'Revocation',
  revocationSource: 'Answered by',
  revocationUntil: 'That answer counts until',
  size: 'Size',
  producer: 'Written by',
  unknownProducer: 'not known',
  mac: 'Protection against changes (MAC)',
  noMac: 'none: a change to the file would not be noticed',
  certificateEncryption: 'Encryption of the certificates',
  keyEncryption: 'Encryption of the private key',
  noEncryption: 'none',
  iterations: (count: string) => `${count} iterations`,
  passwordEncoding: 'Password',
  privateKey: 'Private key',
  matches: {
    yes: 'belongs to the leaf',
    no: 'does not belong to the leaf',
    unknown: 'could not be compared with the leaf',
  },
  bits: (bits: number) => `${bits} bits`,
  trailingBytes: 'Bytes behind the end',
  encoding: 'Encoding',
  der: 'DER throughout',
  ber: 'BER: some lengths are left open, or strings come in pieces',
  order: 'Order of the certificates',
  orders: {
    yes: 'that of the chain, the leaf first',
    no: 'not that of the chain',
    unknown: 'nothing to put in order',
  },
  bags: 'What is in it, in order',
  address: 'Address',
  domains: 'Domains',
  version: 'Platform version',
  unknownVersion: 'not entered',
  hosting: 'Hosting',
  hostings: { cloud: 'OutSystems cloud', selfManaged: 'self-managed' },
  type: 'Type',
  route: 'How the certificate gets there',
  none: 'none',
} as const;

/** The entries of the file, one by one. */
export const BAGS = {
  columns: { position: 'Position', entry: 'Entry', name: 'Friendly name', keyId: 'Local key id' },
  kinds: {
    certificate: 'certificate',
    key: 'private key',
    crl: 'revocation list',
    secret: 'secret',
    unknown: 'unknown',
    unreadable: 'unreadable',
  },
  none: 'none',
  locked: 'has a password of its own, which was not given',
  sameKeyId: (positions: readonly number[]) =>
    `the same as ${positions.length === 1 ? 'position' : 'positions'} ${positions.join(', ')}`,
  repeats: (position: number) => `the same certificate as position ${position}`,
  duplicate: (names: readonly string[]) => `more than once: ${names.join(', ')}`,
} as const;

/** How the password became bytes, for people. */
export const PASSWORD_ENCODINGS = {
  none: 'not needed: nothing in the file is protected by one',
  bmp: 'written as the standard says, so that every tool reads it the same way',
  'empty-null': 'empty',
  'empty-zero': 'empty, written in a way that some tools take for a wrong password',
  utf8: 'written as UTF-8 instead of as the standard says: other tools may take it for a wrong password',
  latin1: 'written as Latin-1 instead of as the standard says: other tools may take it for a wrong password',
  'utf8-as-latin1-bmp':
    'its accented or other special characters are garbled: other tools may take it for a wrong password',
  'low-bytes-bmp': 'its special characters are cut in half: other tools take it for a wrong password',
  forge: 'its special characters are garbled as node-forge does it: other tools take it for a wrong password',
} as const;
