import type { Language } from '../language.ts';
import type { DraftAddress } from './addresses.ts';
import type { CopyableField } from './copyableFields.ts';

/** What a draft is for. */
export const DRAFT_KINDS = ['certificate', 'clientCertificate', 'trustedRoot', 'secureEndpoints'] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** What a person hands over, to be edited before it is sent. Holds neither password nor key nor a path of a computer. */
export interface Draft {
  readonly kind: DraftKind;
  readonly language: Language;
  /** one line of plain text */
  readonly subject: string;
  /** the whole document */
  readonly markdown: string;
  /** what can be copied by itself, as `copyableFields` finds it in `markdown` */
  readonly fields: readonly CopyableField[];
  /** where its links lead; nothing else is opened from a draft */
  readonly addresses: readonly DraftAddress[];
  /** proposed for LifeTime's field "Certificate Name"; null where no step asks for it */
  readonly certificateName: string | null;
}
