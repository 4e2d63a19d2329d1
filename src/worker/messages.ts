import type { PartsErrorCode } from '../core/build/partsError.ts';
import type { PartFile } from '../core/build/readParts.ts';
import type { Environment } from '../core/environments/environment.ts';
import type { Language } from '../core/language.ts';
import type { FetchedIssuers } from '../core/online/fetched.ts';
import type { PfxErrorCode, PfxErrorDetail } from '../core/pkcs12/errors.ts';
import type { ServedHost } from '../core/served/observation.ts';
import type { ReportOfServedInput } from '../core/served/reportOfServed.ts';
import type { ServedReport } from '../core/served/servedReport.ts';
import type { PublicContents } from '../core/pkcs12/publicContents.ts';
import type { RevocationEvidence } from '../core/revocation/evidence.ts';
import type { KeyElsewhere, PasswordKind } from '../core/rules/subject.ts';
import type { Problem } from '../core/report/openProblem.ts';
import type { ServedLeaf } from '../core/report/replacedBy.ts';
import type { Report } from '../core/report/report.ts';
import type { Draft } from '../core/tickets/draft.ts';
import type { DraftRequest } from '../core/tickets/draftRequest.ts';
import type { HttpsGuide, SeenHttp } from '../core/tickets/httpsGuide.ts';
import type { NetworkOptions } from '../net/online.ts';
import type { WrittenForm } from './writtenForms.ts';

/** The bytes of a PFX and its password; the password goes into the worker and never comes back. */
export interface OpenRequest {
  readonly bytes: Uint8Array;
  /** undefined: try without, and with the empty one */
  readonly password: string | undefined;
  /**
   * what somebody insists on after a refusal with `detail.insist`: its `maxIterations`. Such a run wants a time limit of its
   * own, `RunOptions.timeout`: `insistenceTimeout(detail.insist)` of core/pkcs12/cost.ts.
   */
  readonly maxIterations?: number;
  /**
   * further passwords, for what `ReportBag.locked` marks: tried for keys and safes after the file's own. The file's
   * own password must be given all the same.
   */
  readonly keyPasswords?: readonly string[];
}

export interface Opened {
  readonly contents: PublicContents;
  readonly password: PasswordKind;
  /** of the bytes, lower-case hexadecimal */
  readonly sha256: string;
}

export interface JudgeRequest {
  readonly opened: Opened;
  readonly file: { readonly name: string; readonly size: number };
  readonly environments: readonly Environment[];
  /** name of the chosen one */
  readonly environment: string | null;
  readonly trust: TrustRequest;
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly time: number;
  readonly expiryWarningDays: number;
  /** what `fetchIssuers` gave. @default nothing */
  readonly fetched?: FetchedIssuers;
  /** what `fetchRevocation` gave. @default nothing */
  readonly revocation?: readonly RevocationEvidence[];
  /** keys that environments were seen with; @default none */
  readonly keysElsewhere?: readonly KeyElsewhere[];
  /** what the hosts of the environments showed when they were last looked at; @default nothing */
  readonly served?: readonly ServedLeaf[];
}

/** Goes to the Internet, to the addresses that `Report.online` names: only where somebody asked for it. */
export interface FetchRequest {
  readonly opened: Opened;
  readonly trust: TrustRequest;
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly time: number;
  /** what `fetchIssuers` gave before. @default nothing */
  readonly fetched?: FetchedIssuers;
  readonly network: NetworkOptions;
}

export interface JudgeServedRequest {
  readonly observation: ServedHost;
  /** whose host it is */
  readonly environment: Pick<Environment, 'address' | 'hosting'> | null;
  /** SHA-256 of the certificate that should be served, lower-case hexadecimal; @default null: any */
  readonly expected?: string | null;
  readonly trust: TrustRequest;
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly time: number;
  readonly expiryWarningDays: number;
}

export interface ServedReportRequest extends Omit<ReportOfServedInput, 'anchors' | 'publicRoots'> {
  readonly trust: TrustRequest;
}

export interface TrustRequest {
  /** the runtime's own roots and the system's */
  readonly defaults: boolean;
  /** the user's, DER */
  readonly user: readonly Uint8Array[];
}

/** The CA certificates (DER) of a file; where there are none, why, as the end of a sentence. */
export interface Authorities {
  readonly certificates: readonly Uint8Array[];
  readonly problem: string | null;
}

/** An opened PFX is to be written anew, with its chain as complete as it can be. */
export interface SaveRequest {
  /** as it was opened: the password is that of the new file too */
  readonly open: OpenRequest;
  readonly form: WrittenForm;
  readonly trust: TrustRequest;
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly time: number;
  /** what `fetchIssuers` gave. @default nothing */
  readonly fetched?: FetchedIssuers;
}

export interface SavedPfx {
  /** of the new file, with the private key in them: for that file and nothing else */
  readonly bytes: Uint8Array;
  /** it ends in a root */
  readonly complete: boolean;
}

/** Files with certificates and a private key, in any order. */
export interface PartsRequest {
  readonly files: readonly PartFile[];
  /** of an encrypted key; undefined where none is known */
  readonly keyPassword?: string | undefined;
}

export interface BuildRequest extends PartsRequest {
  /** of the new file */
  readonly password: string;
  readonly form: WrittenForm;
  readonly trust: TrustRequest;
  /** milliseconds since 1970-01-01T00:00:00Z */
  readonly time: number;
}

/** Files from which a PFX can be built, and for whom. */
export interface PartsSeen {
  readonly kind: 'sound';
  /** of the certificate */
  readonly name: string;
  /** `RSA 2048` */
  readonly key: string;
}

export interface Built extends SavedPfx {
  readonly kind: 'built';
}

export interface Refused {
  readonly kind: 'refused';
  readonly code: PartsErrorCode;
  readonly problem: Problem;
}

/** A draft of another kind, for some environments. */
export type FurtherDraftRequest = {
  readonly environments: readonly Environment[];
  readonly language: Language;
} & (
  | { readonly kind: 'clientCertificate'; readonly report: Report }
  /** DER */
  | { readonly kind: 'trustedRoot'; readonly certificates: readonly Uint8Array[] }
  /** subject alternative names of the certificate that is to be served; empty where none is at hand */
  | { readonly kind: 'secureEndpoints'; readonly names: readonly string[] }
);

export interface HttpsGuideRequest {
  readonly environment: Environment;
  readonly seen: readonly SeenHttp[];
  readonly language: Language;
}

/** What the worker does: the name of each task, what goes in and what comes out. */
export interface Tasks {
  readonly open: { readonly request: OpenRequest; readonly result: Opened };
  readonly judge: { readonly request: JudgeRequest; readonly result: Report };
  readonly judgeServed: { readonly request: JudgeServedRequest; readonly result: ServedReport };
  /** the report of what a host was seen to serve */
  readonly servedReport: { readonly request: ServedReportRequest; readonly result: Report };
  /** the report as Markdown, for a chat or a wiki */
  readonly markdown: { readonly request: { readonly report: Report }; readonly result: string };
  readonly draft: { readonly request: DraftRequest; readonly result: Draft };
  readonly furtherDraft: { readonly request: FurtherDraftRequest; readonly result: Draft };
  readonly httpsGuide: { readonly request: HttpsGuideRequest; readonly result: HttpsGuide };
  /** the issuers that the chain lacks, with those that were fetched before; wants a time limit of `ONLINE_TIME_LIMIT` */
  readonly fetchIssuers: { readonly request: FetchRequest; readonly result: FetchedIssuers };
  /** answers on each certificate of the chain, for `judge` to check; wants a time limit of `ONLINE_TIME_LIMIT` */
  readonly fetchRevocation: { readonly request: FetchRequest; readonly result: readonly RevocationEvidence[] };
  readonly savePfx: { readonly request: SaveRequest; readonly result: SavedPfx };
  readonly checkParts: { readonly request: PartsRequest; readonly result: PartsSeen | Refused };
  readonly buildPfx: { readonly request: BuildRequest; readonly result: Built | Refused };
  readonly readAuthorities: { readonly request: { readonly bytes: Uint8Array }; readonly result: Authorities };
}

export type TaskMessage = {
  readonly [K in keyof Tasks]: { readonly task: K; readonly request: Tasks[K]['request'] };
}[keyof Tasks];

export type ResultMessage =
  | { readonly kind: 'result'; readonly result: Tasks[keyof Tasks]['result'] }
  | {
      readonly kind: 'refused';
      readonly code: PfxErrorCode;
      readonly detail: PfxErrorDetail;
      readonly problem: Problem;
    }
  /** an error of ours; the text goes to the log, never to people as it stands */
  | { readonly kind: 'failure'; readonly message: string };
