import type { CheckId, CheckStatus, FindingAction, ReportCertificate, Severity } from '../core/report/report.ts';
import { aboutHowLong } from '../core/pkcs12/cost.ts';
import type { Problem } from '../core/report/openProblem.ts';
import type { CopyableFact, LocalProblem, ViewState } from './protocol.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

const plural = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** What a check's or certificate's icon says in words. */
export const STATUS_WORDS: Words<CheckStatus> = { pass: 'Passed', warn: 'Warning', fail: 'Failed' };

export const SEVERITY_WORDS: Words<Severity> = { error: 'Error', warning: 'Warning', info: 'Information' };

export const CHECK_NAMES: Words<CheckId> = {
  chain: 'Chain',
  expiry: 'Expiry',
  domain: 'Domain match',
  key: 'Private key',
};

export const ACTION_LABELS: Words<FindingAction> = {
  chooseEnvironment: 'Choose environment…',
  addEnvironment: 'Add environment…',
  editEnvironment: 'Edit environment…',
  trustRoot: 'Trust this CA…',
  fetchIssuers: 'Fetch missing certificates…',
  saveComplete: 'Save complete PFX…',
  saveAgain: 'Save a mended PFX…',
  keyPassword: 'Enter its password…',
};

export const ROLE_WORDS: Words<ReportCertificate['role']> = {
  leaf: 'leaf',
  intermediate: 'intermediate',
  root: 'root',
  other: 'not part of the chain',
};

export const FACT_NAMES: Words<CopyableFact> = {
  subject: 'Subject',
  issuer: 'Issuer',
  serial: 'Serial number',
  sha1: 'Thumbprint (SHA-1)',
  sha256: 'Thumbprint (SHA-256)',
  subjectAltNames: 'Names it covers',
  notBefore: 'Valid from',
  notAfter: 'Valid to',
  pem: 'Certificate as text (PEM)',
  fileSha256: 'SHA-256 of the file',
};

export const STEP_WORDS: Words<Extract<ViewState, { kind: 'working' }>['step']> = {
  reading: 'Reading the file',
  opening: 'Opening it with the password',
  judging: 'Checking chain, dates, domains and key',
};

/** What never reached the worker, or did not come back from it. */
export const LOCAL_PROBLEMS: Readonly<Record<LocalProblem, Problem>> = {
  gone: {
    title: 'The file is not there any more',
    detail: 'It was moved, renamed or deleted.',
    mend: 'Open it where it is now. If it comes back to this place, try again.',
  },
  folder: {
    title: 'This is a folder',
    detail: 'Only a file can be checked.',
    mend: 'Open the .pfx or .p12 file inside it.',
  },
  unreadable: {
    title: 'The file can’t be read',
    detail: 'The system refuses it: you may lack the permission, or another program holds it.',
    mend: 'Check its permissions, then try again.',
  },
  tooLarge: {
    title: 'The file is too large to be a certificate',
    detail: 'A PFX has a few kilobytes. Files of more than 16 MiB are not read.',
    mend: 'Check that it is the right file.',
  },
  timeout: {
    title: 'Opening the file took too long',
    detail:
      'It was ended after 10 seconds so that VS Code stays usable. Either the file asks for far more work than common tools write, or this computer is very busy.',
    mend: 'Try again. If it happens once more, export the file again with an ordinary tool.',
  },
  longTimeout: {
    title: 'Opening the file took longer than expected',
    detail: 'It was ended after the time that was stated. This computer is slower than the estimate took it for.',
    mend: 'Try again when the computer has less to do, or export the file again with an ordinary tool.',
  },
};

/** An error of ours. */
export const FAILED: Problem = {
  title: 'Something went wrong in this extension',
  detail: 'It is not the fault of your file, and nothing was changed. The log says more.',
  mend: 'Try again. If it happens once more, report it together with the log.',
};

export const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

export const BUTTONS = {
  submit: 'Submit…',
  copyReport: 'Copy report',
  unlock: 'Unlock…',
  cancel: 'Cancel',
  insist: 'Open anyway',
  buildPfx: 'Build a PFX from it…',
  reload: 'Reload',
  tryAgain: 'Try again',
  showLog: 'Show log',
  chooseEnvironment: 'Choose environment…',
  addEnvironment: 'Add environment…',
  copy: (fact: string, of: string) => `Copy: ${fact}, ${of}`,
} as const;

export const PAGE = {
  copied: 'Copied',
  environmentIs: 'Environment: ',
  changeEnvironment: 'Judge this file for another environment',
  subtitle: {
    issuedBy: 'Issued by ',
    certificates: (count: number) => (count === 0 ? 'no certificate' : plural(count, 'certificate', 'certificates')),
    writtenBy: 'written by ',
  },
  checksHeading: 'The four checks',
  noAnswer: 'The extension could not do that.',
} as const;

export const BANNERS = {
  changed: 'The file has changed on disk.',
  changedDetail: 'This report is about the file as it was when it was checked.',
  gone: 'The file is no longer there.',
  goneDetail: 'It was moved or deleted. This report is about the file as it was when it was checked.',
  trust: 'Not every certificate that you trust could be read.',
} as const;

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
  daysLeft: (days: number) => plural(days, 'day', 'days'),
  lastDay: 'ends today',
  expired: (days: number) => (days === 0 ? 'expired today' : `expired ${plural(days, 'day', 'days')} ago`),
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
  serves: (served: number, all: number) => `Serves ${served} of ${plural(all, 'environment', 'environments')}.`,
  coveredOf: (covered: number, of: number) => `${covered} of ${plural(of, 'domain', 'domains')}`,
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
    days === 0
      ? 'the same day, or nearly'
      : days > 0
        ? `${plural(days, 'day', 'days')} won`
        : `${plural(-days, 'day', 'days')} lost`,
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
} as const;

export const LOCKED = {
  what: 'It holds a certificate, its private key and usually the certificates above it, under a password.',
  detail:
    'Enter the password to see whether OutSystems and browsers will accept it. It stays on this computer and is forgotten when you close the file.',
} as const;

export const WORKING = {
  done: 'done',
  current: 'now',
  waiting: 'next',
  timeLimit: (seconds: number) =>
    `You chose to open it all the same. It is ended after ${aboutHowLong(seconds)} at the latest, and you can cancel it any time.`,
} as const;

export const REFUSED = { changed: 'The file has changed on disk since: reload it to look again.' } as const;

/** What a screen reader hears when the page changes. */
export const ANNOUNCE = {
  locked: (name: string) => `${name} is locked`,
  report: (headline: string) => `Report: ${headline}`,
} as const;
