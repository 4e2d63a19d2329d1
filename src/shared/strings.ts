import type { CheckId, CheckStatus, FindingAction, Severity } from '../core/report/report.ts';
import type { ReportCertificate } from '../core/report/reportedCertificate.ts';
import { aboutHowLong } from '../core/pkcs12/cost.ts';
import { plural } from '../core/report/plural.ts';
import type { Problem } from '../core/report/openProblem.ts';
import type { CopyableFact, LocalProblem, ViewState } from './protocol.ts';

type Words<K extends string> = Readonly<Record<K, string>>;

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
    certificates: (count: number) => (count === 0 ? 'no certificate' : plural(count, 'certificate')),
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
