import type { HostMessageOf, PageMessageOf } from './messages.ts';
import type { Problem } from '../core/report/openProblem.ts';
import type { FindingAction, Report } from '../core/report/report.ts';

/** What the page shows: one of these at a time, whole. Holds no secret. */
export type ViewState =
  /** waits for a password; `reason` says why the last one did not do */
  | { readonly kind: 'locked'; readonly file: FileCard; readonly reason: string | null }
  | {
      readonly kind: 'working';
      readonly file: FileCard;
      readonly step: 'reading' | 'opening' | 'judging';
      /** seconds after which opening is ended, where somebody insisted on a file that takes long */
      readonly timeLimit: number | null;
    }
  /** can't be opened, whatever the password: what it is and what to do with it */
  | {
      readonly kind: 'refused';
      readonly file: FileCard;
      readonly problem: Problem | LocalProblem;
      readonly changedOnDisk: boolean;
    }
  | {
      readonly kind: 'report';
      readonly report: Report;
      /** the file on disk is no longer the one that was judged */
      readonly changedOnDisk: 'no' | 'changed' | 'gone';
      /** how many environments there are to choose from */
      readonly environments: number;
      /** trusted-certificate files that could not be used, as sentences */
      readonly trustProblems: readonly string[];
      readonly online: OnlineView;
    }
  /** what a host of an environment was seen to serve */
  | {
      readonly kind: 'served';
      readonly report: Report;
      readonly environment: string;
      /** ISO 8601: when it was seen */
      readonly seenAt: string;
      readonly trustProblems: readonly string[];
    }
  /** an error of ours */
  | { readonly kind: 'failed'; readonly file: FileCard };

/** The kinds of questions that `Report.online` offers to ask over the network. */
export type OnlineKind = 'issuers' | 'revocation';

export interface OnlineView {
  /** what the settings allow to be asked */
  readonly allowed: readonly OnlineKind[];
  /** what is being asked right now */
  readonly running: OnlineKind | null;
  /** why the last try came to nothing, as a sentence */
  readonly problem: string | null;
}

/** Why a file did not even reach the worker, or did not come back: the page has the words. */
export type LocalProblem = 'gone' | 'folder' | 'unreadable' | 'tooLarge' | 'timeout' | 'longTimeout';

export interface FileCard {
  readonly name: string;
  /** bytes; null while it has not been read */
  readonly size: number | null;
  /** what it seems to be: `PKCS#12 file (PFX)`; empty where the problem says it */
  readonly description: string;
}

export type HostMessage = HostMessageOf<ViewState>;
export type PageMessage = PageMessageOf<PageRequest>;

export type PageRequest =
  /** ask for the password, in VS Code's own masked box */
  | { readonly command: 'unlock' }
  | { readonly command: 'cancel' }
  /** open a file all the same that was refused for the work it asks for */
  | { readonly command: 'insist' }
  | { readonly command: 'close' }
  /** build a PFX from this file and others */
  | { readonly command: 'buildPfx' }
  | { readonly command: 'reload' }
  | { readonly command: 'submit' }
  | { readonly command: 'copyReport' }
  | { readonly command: 'chooseEnvironment' }
  | { readonly command: 'addEnvironment' }
  /** ask what `Report.online` offers, of the hosts that it names */
  | { readonly command: 'goOnline'; readonly kind: OnlineKind }
  | { readonly command: 'cancelOnline' }
  | { readonly command: 'showLog' }
  /** copy one fact of `report.certificates[certificate]`, or of the file */
  | { readonly command: 'copyFact'; readonly certificate: number | null; readonly fact: CopyableFact }
  | { readonly command: 'mend'; readonly finding: number; readonly action: FindingAction };

export type CopyableFact =
  | 'subject'
  | 'issuer'
  | 'serial'
  | 'sha1'
  | 'sha256'
  | 'subjectAltNames'
  | 'notBefore'
  | 'notAfter'
  | 'pem'
  | 'fileSha256';
