import * as vscode from 'vscode';
import type { WorkerClient } from '../../worker/workerClient.ts';
import { SECTION } from '../contributions.ts';
import { settingUri } from '../settingUri.ts';
import { isFileSystemError } from './readFile.ts';

export interface Trusted {
  /** DER */
  readonly certificates: readonly Uint8Array[];
  /** files that can't be used, as sentences */
  readonly problems: readonly string[];
}

/** Reads the CA files of the setting `outsystemsSsl.trustedCertificates` when a check needs them. */
export class TrustedCertificates {
  readonly #worker: WorkerClient;

  constructor(worker: WorkerClient) {
    this.#worker = worker;
  }

  async read(): Promise<Trusted> {
    const parts = await Promise.all(configuredPaths().map((name) => this.#readOne(name)));
    return {
      certificates: parts.flatMap((part) => part.certificates),
      problems: parts.flatMap((part) => part.problems),
    };
  }

  async #readOne(name: string): Promise<Trusted> {
    const uri = settingUri(name);
    if (!uri) return refused(`“${name}” in the trusted certificates is a relative path, and no folder is open.`);
    let bytes: Uint8Array;
    try {
      bytes = await vscode.workspace.fs.readFile(uri);
    } catch (error) {
      if (!isFileSystemError(error)) throw error;
      return refused(
        `The trusted certificates “${name}” can’t be read. Mend the path in the setting outsystemsSsl.trustedCertificates.`,
      );
    }
    const { certificates, problem } = await this.#worker.run('readAuthorities', { bytes });
    return problem === null
      ? { certificates, problems: [] }
      : refused(`The trusted certificates “${name}” can’t be used: ${problem}.`);
  }
}

function refused(problem: string): Trusted {
  return { certificates: [], problems: [problem] };
}

function configuredPaths(): readonly string[] {
  const value: unknown = vscode.workspace.getConfiguration(SECTION).get('trustedCertificates');
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string' && item.trim() !== '')
    : [];
}
