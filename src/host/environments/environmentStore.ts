import * as vscode from 'vscode';
import type { Environment } from '../../core/environments/environment.ts';
import { type EnvironmentEntry, environmentsOf, parseEnvironments } from '../../core/environments/parseEnvironments.ts';
import { SECTION } from '../contributions.ts';
import { UserError } from '../userError.ts';

/** What is written to the setting: only the fields that say something. */
export type EnvironmentSetting = Pick<Environment, 'name' | 'address'> & {
  readonly domains: readonly string[];
  /** fields that are undefined are taken out of the setting */
  readonly version: string | undefined;
  readonly hosting: string | undefined;
  readonly type: string | undefined;
  readonly lifetime: string | undefined;
};

/** The environments as the setting has them. The setting is the only place where they are kept. */
export class EnvironmentStore implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  readonly onDidChange = this.#changed.event;
  #entries: readonly EnvironmentEntry[] | undefined;
  /** of `home`, which VS Code takes long to tell; empty where it is to be asked again */
  #home: readonly (vscode.ConfigurationTarget | undefined)[] = [];

  constructor() {
    this.#subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(`${SECTION}.environments`)) return;
      this.#entries = undefined;
      this.#home = [];
      this.#changed.fire();
    });
  }

  /** Sound and broken ones. */
  get entries(): readonly EnvironmentEntry[] {
    return (this.#entries ??= parseEnvironments(this.#configuration.get('environments')));
  }

  get environments(): readonly Environment[] {
    return environmentsOf(this.entries);
  }

  find(index: number): Environment | undefined {
    const entry = this.entries.find((candidate) => candidate.index === index);
    return entry && 'environment' in entry ? entry.environment : undefined;
  }

  /** Where the setting lives; undefined while it is nowhere. */
  get home(): vscode.ConfigurationTarget | undefined {
    if (this.#home.length === 0) {
      const found = this.#configuration.inspect('environments');
      const { Workspace, Global } = vscode.ConfigurationTarget;
      this.#home = [
        found?.workspaceValue !== undefined ? Workspace : found?.globalValue !== undefined ? Global : undefined,
      ];
    }
    return this.#home[0];
  }

  /** What is changed is changed where the setting lives. */
  get target(): vscode.ConfigurationTarget {
    const { Workspace, Global } = vscode.ConfigurationTarget;
    return this.home ?? (vscode.workspace.workspaceFolders?.length ? Workspace : Global);
  }

  /** The entries as they stand in the setting, whatever they are. @throws UserError */
  get raw(): readonly unknown[] {
    const value: unknown = this.#configuration.get('environments') ?? [];
    if (Array.isArray(value)) return value;
    throw new UserError(
      'The setting “outsystemsSsl.environments” is not a list. Mend it first, so that nothing in it is lost.',
    );
  }

  /** To be called before anything is asked of the user that would be written. @throws UserError */
  assertWritable(): void {
    void this.raw;
  }

  async add(setting: EnvironmentSetting): Promise<void> {
    await this.#write([...this.raw, setting]);
  }

  /** Fields that the editor does not know stay as they are. */
  async replace(index: number, setting: EnvironmentSetting): Promise<void> {
    await this.#write(this.raw.map((raw, i) => (i === index ? { ...(raw as object), ...setting } : raw)));
  }

  async remove(index: number): Promise<void> {
    await this.#write(this.raw.filter((_, i) => i !== index));
  }

  /** The whole list in one update. */
  async replaceAll(value: readonly unknown[], target: vscode.ConfigurationTarget): Promise<void> {
    await this.#write(value, target);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  get #configuration(): vscode.WorkspaceConfiguration {
    return vscode.workspace.getConfiguration(SECTION);
  }

  async #write(value: readonly unknown[], target = this.target): Promise<void> {
    await this.#configuration.update('environments', value, target);
  }
}
