import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { type EnvironmentStatus, needsAttention, statusOf } from '../served/environmentStatus.ts';
import { stateUri } from './stateDecorations.ts';
import { stateIcon, stateText } from './stateLook.ts';
import type { LateTooltip, TreeSources } from './treeSources.ts';

/** A sound environment: what it serves, as far as that is known. One object for as long as its entry stays as it is. */
export class EnvironmentNode extends vscode.TreeItem implements LateTooltip {
  readonly environment: Environment;
  /** position in the setting */
  readonly index: number;
  readonly #sources: () => TreeSources;
  #status: EnvironmentStatus | undefined;

  constructor(environment: Environment, index: number, sources: () => TreeSources) {
    super(environment.name, vscode.TreeItemCollapsibleState.Collapsed);
    this.environment = environment;
    this.index = index;
    this.#sources = sources;
    this.id = `environment:${environment.name}`;
    this.update();
  }

  /** By what is kept now, be it drawn or not; undefined where it was never looked at. */
  get status(): EnvironmentStatus | undefined {
    return statusOf(this.environment, this.#sources());
  }

  get needsAttention(): boolean {
    return needsAttention(this.#status);
  }

  /** Shows what is known now. */
  update(): void {
    const { environment } = this;
    const sources = this.#sources();
    const status = statusOf(environment, sources);
    this.#status = status;
    const host = environment.domains[0] ?? environment.address;
    const { report } = sources.history.of(environment.name);
    this.description = status
      ? `${stateText(status)} · ${host}`
      : [host, environment.version].filter(Boolean).join(' · ');
    this.iconPath = stateIcon(status?.state, 'server-environment');
    if (status) this.resourceUri = stateUri(environment.name, status.state);
    this.tooltip = undefined;
    this.contextValue = [
      'validate',
      'edit',
      'remove',
      'reveal',
      environment.lifetime !== null && 'lifetime',
      'look',
      report && 'report',
      ...sources.drafts.capabilitiesFor(environment),
      status?.certificate && 'served',
    ]
      .filter(Boolean)
      .join(' ');
    this.accessibilityInformation = {
      label: `${environment.name}, ${status ? stateText(status) : 'not looked at yet'}, ${host}`,
    };
  }

  /** What stands below it, which loads when the first environment is opened. */
  async children(): Promise<vscode.TreeItem[]> {
    const { environmentChildren } = await import('./environmentChildren.ts');
    return environmentChildren(this.environment, this.#sources());
  }

  async makeTooltip(): Promise<vscode.MarkdownString> {
    const { environmentTooltip } = await import('./environmentTooltip.ts');
    return environmentTooltip(this.environment, this.#status, this.#sources());
  }
}
