import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import type { DraftRecord, DraftState } from '../../core/handover/draftRecord.ts';
import { BUSINESS_DAYS_TO_WAIT, isOverdue, lastChangeOf, submissionOf } from '../../core/handover/followUp.ts';
import type { DraftKind } from '../../core/tickets/draft.ts';
import { displayDay } from '../../core/time.ts';
import { commandId } from '../contributions.ts';
import { draftCapabilities } from './draftCapabilities.ts';
import type { LateTooltip } from './treeSources.ts';

const LABELS: Readonly<Record<DraftKind, string>> = {
  certificate: 'Draft',
  clientCertificate: 'Draft: client certificate',
  trustedRoot: 'Draft: trusted root',
  secureEndpoints: 'Draft: secure endpoints',
};

const ICONS = {
  drafted: 'mail',
  submitted: 'mail-read',
  active: 'pass',
  done: 'check',
  superseded: 'archive',
} as const;

/** A draft for an environment, and what became of it. */
export class DraftNode extends vscode.TreeItem implements LateTooltip {
  readonly environment: Environment;
  /** id of the record */
  readonly draft: string;
  readonly #record: DraftRecord;
  readonly #state: DraftState;
  readonly #overdue: boolean;

  /**
   * @param state for this environment
   * @param time milliseconds since 1970-01-01T00:00:00Z
   */
  constructor(environment: Environment, record: DraftRecord, state: DraftState, time: number) {
    super(LABELS[record.kind]);
    this.environment = environment;
    this.draft = record.id;
    this.#record = record;
    this.#state = state;
    this.#overdue = state.kind !== 'superseded' && isOverdue(record, time);
    this.id = `draft:${environment.name}:${record.id}`;
    const sha256 = record.sha256 === null ? '' : `${record.sha256.slice(0, 8).toUpperCase()}…`;
    this.description = [this.#overdue && 'overdue', this.#stateText, sha256].filter(Boolean).join(' · ');
    this.iconPath = this.#overdue
      ? new vscode.ThemeIcon('watch', new vscode.ThemeColor('list.warningForeground'))
      : new vscode.ThemeIcon(ICONS[state.kind]);
    this.contextValue = draftCapabilities(state.kind === 'superseded' ? [] : [record]).join(' ');
    if (record.markdown !== null)
      this.command = { command: commandId('outsystemsSsl.openDraft'), title: 'Open Draft', arguments: [this] };
    this.accessibilityInformation = { label: `${LABELS[record.kind]} for ${environment.name}, ${this.description}` };
  }

  makeTooltip(): vscode.MarkdownString {
    const { kind, subject, sha256, notAfter, markdown } = this.#record;
    const submission = submissionOf(this.#record);
    const tooltip = new vscode.MarkdownString().appendText(subject);
    const lines: readonly (string | false)[] = [
      `Drafted on ${displayDay(this.#record.createdAt)}.`,
      this.#state.kind !== 'submitted' &&
        submission !== undefined &&
        `Submitted on ${displayDay(submission.at)}${submission.ticket === null ? '' : `, ticket ${submission.ticket}`}.`,
      this.#state.kind !== 'drafted' && `Now ${this.#stateText}.`,
      this.#overdue &&
        `Nothing has changed for ${BUSINESS_DAYS_TO_WAIT} business days since ${displayDay(lastChangeOf(this.#record))}. ${kind === 'certificate' ? 'Verify the activation, or ask in the ticket.' : 'Ask in the ticket, or mark it as done.'}`,
      sha256 !== null && `SHA-256 of its certificate: ${sha256.toUpperCase()}`,
      notAfter !== null && `It ends on ${displayDay(notAfter)}.`,
      markdown === null ? 'Its text is not kept any more.' : 'Opens the draft as it was made.',
    ];
    for (const line of lines) if (line !== false) tooltip.appendMarkdown('\n\n').appendText(line);
    return tooltip;
  }

  get #stateText(): string {
    const state = this.#state;
    switch (state.kind) {
      case 'drafted':
        return `drafted ${displayDay(this.#record.createdAt)}`;
      case 'submitted':
        return [`submitted ${displayDay(state.at)}`, state.ticket !== null && `ticket ${state.ticket}`]
          .filter(Boolean)
          .join(', ');
      case 'active':
        return `active, seen to be served on ${displayDay(state.at)}`;
      case 'done':
        return `done ${displayDay(state.at)}`;
      case 'superseded':
        return `superseded ${displayDay(state.at)}`;
    }
  }
}
