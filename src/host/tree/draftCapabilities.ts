import type { DraftRecord } from '../../core/handover/draftRecord.ts';
import { isOpen } from '../../core/handover/followUp.ts';

/** What can be done with some drafts, for `contextValue`. */
export function draftCapabilities(drafts: readonly DraftRecord[]): readonly string[] {
  return [
    drafts.some(({ markdown }) => markdown !== null) && 'draftText',
    drafts.some(isOpen) && 'draftOpen',
    drafts.some(({ kind }) => kind === 'certificate') && 'activation',
  ].filter((capability): capability is string => capability !== false);
}
