import type { RouteId } from '../environments/route.ts';
import type { Language } from '../language.ts';
import type { Report } from '../report/report.ts';
import type { Draft, DraftKind } from '../tickets/draft.ts';
import { parseIsoTime } from '../time.ts';

/**
 * One draft and what became of it: what and when, never who. Plain data, kept as JSON. Moments are milliseconds since
 * 1970-01-01T00:00:00Z.
 */
export interface DraftRecord {
  readonly id: string;
  readonly kind: DraftKind;
  readonly environments: readonly DraftTarget[];
  readonly state: DraftState;
  readonly createdAt: number;
  /** stays known whatever its state becomes; absent in what earlier versions kept */
  readonly submitted?: Submission;
  readonly language: Language;
  readonly subject: string;
  /** SHA-256 of the leaf, lower-case hexadecimal; null where no certificate is handed over */
  readonly sha256: string | null;
  /** end of the leaf */
  readonly notAfter: number | null;
  /** proposed for LifeTime; later proposals are others */
  readonly certificateName: string | null;
  /** the document as it was made; null once it is superseded */
  readonly markdown: string | null;
  /** addresses (URI) of the files that it was saved as, the latest last: they keep a draft's actions */
  readonly savedAs?: readonly string[];
}

/** An environment that a draft is for, as it was then. */
export interface DraftTarget {
  readonly name: string;
  /** null where the kind of draft takes no route */
  readonly route: RouteId | null;
  /** A-labels */
  readonly domains: readonly string[];
  /** id of the later draft of the same kind for this environment */
  readonly supersededBy: string | null;
}

/** That a draft was handed over; `ticket`: its number as the person gave it, null on routes without one. */
export interface Submission {
  readonly ticket: string | null;
  readonly at: number;
}

export type DraftState =
  | { readonly kind: 'drafted' }
  | ({ readonly kind: 'submitted' } & Submission)
  /** the certificate was seen to be served; the ticket stays known */
  | { readonly kind: 'active'; readonly ticket: string | null; readonly at: number }
  /** the person says that nothing is to come of it any more; whether it is served was not looked at */
  | { readonly kind: 'done'; readonly ticket: string | null; readonly at: number }
  /** later drafts cover all its environments */
  | { readonly kind: 'superseded'; readonly by: string; readonly at: number };

/**
 * The record of a draft that has just been made.
 * @param environments that it is for; their routes where it hands a certificate over
 * @param report of the file; null where the draft is of no certificate
 */
export function recordOf(made: {
  /** unique among all records */
  readonly id: string;
  readonly at: number;
  readonly draft: Draft;
  readonly environments: readonly {
    readonly name: string;
    readonly domains: readonly string[];
    readonly route?: RouteId;
  }[];
  readonly report: Report | null;
}): DraftRecord {
  const { id, at, draft, environments, report } = made;
  const leaf = report?.certificates[0];
  return {
    id,
    kind: draft.kind,
    environments: environments.map(({ name, domains, route }) => ({
      name,
      domains: [...domains],
      route: draft.kind === 'certificate' ? (route ?? null) : null,
      supersededBy: null,
    })),
    state: { kind: 'drafted' },
    createdAt: at,
    language: draft.language,
    subject: draft.subject,
    sha256: leaf ? plainThumbprint(leaf.sha256) : null,
    notAfter: leaf ? (parseIsoTime(leaf.notAfter) ?? null) : null,
    certificateName: draft.certificateName,
    markdown: draft.markdown,
  };
}

/** `0A:1B:…` as `0a1b…`, so that thumbprints can be compared. */
export function plainThumbprint(text: string): string {
  return text.replace(/[^0-9a-f]/gi, '').toLowerCase();
}
