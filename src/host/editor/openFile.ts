import { createHash } from 'node:crypto';
import type * as vscode from 'vscode';
import { type Insistence, insistenceTimeout } from '../../core/pkcs12/cost.ts';
import type { Opened, OpenRequest } from '../../worker/messages.ts';
import type { WorkerClient } from '../../worker/workerClient.ts';
import { Cancelled } from '../cancelled.ts';
import { ReadError, readPfxFile } from './readFile.ts';

/** What is tried to open a file. */
export interface Attempt {
  readonly password: string | undefined;
  /** besides those that have opened something already */
  readonly keyPassword?: string;
}

/**
 * The bytes of one PFX, what opens it and what was found in it. Passwords stay here while its editor is open, for a reload, and
 * go nowhere but into the worker.
 */
export class OpenFile {
  readonly #worker: WorkerClient;
  #bytes: Uint8Array | undefined;
  #password: string | undefined;
  /** of keys and parts that have one of their own */
  #keyPasswords: readonly string[] = [];
  #insistence: Insistence | undefined;
  #opened: Opened | undefined;

  constructor(worker: WorkerClient) {
    this.#worker = worker;
  }

  /** Bytes; null before it is read. */
  get size(): number | null {
    return this.#bytes?.length ?? null;
  }

  get opened(): Opened | undefined {
    return this.#opened;
  }

  /** The one that opened it; undefined before, and where it needs none. */
  get password(): string | undefined {
    return this.#password;
  }

  /** Seconds that opening may take where somebody insisted on it; null where it may take no longer than usual. */
  get timeLimit(): number | null {
    return this.#insistence ? insistenceTimeout(this.#insistence) / 1000 : null;
  }

  /** What the worker needs to open it once more. @throws Cancelled where it was never opened */
  get request(): OpenRequest {
    return this.#request({ password: this.#password });
  }

  /** To be tried first, where it is known from elsewhere. */
  expect(password: string): void {
    this.#password = password;
  }

  /** @throws ReadError */
  async read(uri: vscode.Uri): Promise<void> {
    const bytes = await readPfxFile(uri);
    // somebody insisted on that file, not on the one that took its place
    if (!this.isOf(bytes)) this.#insistence = undefined;
    this.#bytes = bytes;
  }

  /** Whether these are the bytes that were read. */
  isOf(bytes: Uint8Array): boolean {
    return this.#bytes?.length === bytes.length && digest(bytes) === digest(this.#bytes);
  }

  /** What has become of the file since it was read. */
  async changeOf(uri: vscode.Uri): Promise<'no' | 'changed' | 'gone'> {
    try {
      return this.isOf(await readPfxFile(uri)) ? 'no' : 'changed';
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      return error.code === 'gone' ? 'gone' : 'changed';
    }
  }

  /** The next openings may take as long as this. */
  insist(insistence: Insistence): void {
    this.#insistence = insistence;
  }

  /** Keeps what opened it. @throws RefusedError, WorkerError, Cancelled */
  async open(attempt: Attempt, signal: AbortSignal): Promise<Opened> {
    const request = this.#request(attempt);
    const options = { signal, ...(this.timeLimit !== null && { timeout: this.timeLimit * 1000 }) };
    const before = lockedParts(this.#opened);
    const opened = await this.#worker.run('open', request, options);
    this.#opened = opened;
    this.#password = attempt.password;
    if (attempt.keyPassword === undefined || lockedParts(opened) < before)
      this.#keyPasswords = request.keyPasswords ?? [];
    return opened;
  }

  /** Parts that none of the passwords opens. */
  get lockedParts(): number {
    return lockedParts(this.#opened);
  }

  dispose(): void {
    this.#password = undefined;
    this.#keyPasswords = [];
    this.#bytes?.fill(0);
  }

  #request({ password, keyPassword }: Attempt): OpenRequest {
    if (!this.#bytes) throw new Cancelled();
    return {
      bytes: this.#bytes,
      password,
      keyPasswords: keyPassword === undefined ? this.#keyPasswords : [...this.#keyPasswords, keyPassword],
      ...(this.#insistence && { maxIterations: this.#insistence.maxIterations }),
    };
  }
}

function lockedParts(opened: Opened | undefined): number {
  const bags = opened?.contents.bags ?? [];
  return bags.filter((bag) => bag.kind === 'unreadable' && bag.problem === 'keyPassword').length;
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
