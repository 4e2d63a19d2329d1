import * as vscode from 'vscode';
import { KEPT_VERSION, type Kept, parseKept } from './parseServed.ts';
import { recordKey, type ServedRecord } from './servedRecord.ts';

/** One look: what is shown of it, and the certificates (DER) as they were sent. */
export interface Look {
  readonly record: ServedRecord;
  readonly chain: readonly Uint8Array[];
}

const KEY = 'served';
/** VS Code complains of state over 512 kB: certificates take what the records leave of this. */
const MOST_CHARACTERS = 480_000;
const MOST_RECORDS = 4000;
const WRITE_DELAY_MS = 1000;

/**
 * What each host served when it was looked at last. Kept for all windows, so that the tree is there at once; a burst of
 * results is written once. The certificates are kept once each, those of the latest looks first.
 */
export class ServedStore implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<readonly ServedRecord[]>();
  readonly #records = new Map<string, ServedRecord>();
  readonly #certificates = new Map<string, string>();
  readonly onDidChange = this.#changed.event;
  #timer: NodeJS.Timeout | undefined;

  constructor(state: vscode.Memento) {
    this.#state = state;
    this.#take(parseKept(state.get(KEY)));
  }

  of(address: string, host: string): ServedRecord | undefined {
    return this.#records.get(recordKey({ address, host }));
  }

  /** The certificates (DER) that a host sent, leaf first; undefined where not all of them are kept. */
  chainOf({ certificate }: ServedRecord): readonly Uint8Array[] | undefined {
    const found = certificate?.chain.map((sha256) => this.#certificates.get(sha256)) ?? [];
    const whole = found.flatMap((base64) =>
      base64 === undefined ? [] : [new Uint8Array(Buffer.from(base64, 'base64'))],
    );
    return whole.length > 0 && whole.length === found.length ? whole : undefined;
  }

  /** A host that shows no certificate now keeps the one that it showed before. */
  put(looks: readonly Look[]): void {
    const records = looks.map(({ record, chain }) => {
      const kept = {
        ...record,
        certificate: record.certificate ?? this.#records.get(recordKey(record))?.certificate ?? null,
      };
      this.#records.set(recordKey(record), kept);
      for (const [index, sha256] of (record.certificate?.chain ?? []).entries()) {
        const der = chain[index];
        if (der) this.#certificates.set(sha256, Buffer.from(der).toString('base64'));
      }
      return kept;
    });
    this.#timer ??= setTimeout(() => void this.flush(), WRITE_DELAY_MS);
    this.#changed.fire(records);
  }

  /** Writes what has not been written yet, beside what other windows have written meanwhile. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#take(parseKept(this.#state.get(KEY)));
    await this.#state.update(KEY, this.#kept());
  }

  /** Everything, in all windows. */
  async forget(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const gone = [...this.#records.values()];
    this.#records.clear();
    this.#certificates.clear();
    await this.#state.update(KEY, undefined);
    this.#changed.fire(gone);
  }

  dispose(): void {
    if (this.#timer) void this.flush();
    this.#changed.dispose();
  }

  /** The later look at a host counts. */
  #take({ records, certificates }: Kept): void {
    for (const record of records) {
      const known = this.#records.get(recordKey(record));
      if (!known || known.lookedAt < record.lookedAt) this.#records.set(recordKey(record), record);
    }
    for (const [sha256, base64] of Object.entries(certificates)) this.#certificates.set(sha256, base64);
  }

  #kept(): Kept {
    const records = [...this.#records.values()].sort((a, b) => b.lookedAt - a.lookedAt).slice(0, MOST_RECORDS);
    let left = MOST_CHARACTERS - JSON.stringify(records).length;
    const certificates: Record<string, string> = {};
    for (const sha256 of new Set(records.flatMap(({ certificate }) => certificate?.chain ?? []))) {
      const base64 = this.#certificates.get(sha256);
      if (base64 === undefined || base64.length > left) continue;
      certificates[sha256] = base64;
      left -= base64.length;
    }
    return { version: KEPT_VERSION, records, certificates };
  }
}
