import type { FetchProblem } from '../core/online/fetchProblem.ts';
import { NetError } from './netError.ts';
import type { OnlineCache } from './onlineCache.ts';
import type { ProxyOptions } from './proxy.ts';
import { request, type RequestOptions } from './request.ts';

/** How the addresses of certificates are asked. */
export interface NetworkOptions {
  /** take addresses of private networks too: a certificate must not make anybody call into one unless the user allows it */
  readonly allowPrivateAddresses: boolean;
  readonly proxy?: ProxyOptions;
  /** DER of CA certificates that TLS trusts besides the runtime's and the system's */
  readonly extraCa?: readonly Uint8Array[];
}

export interface OnlineOptions {
  readonly network: NetworkOptions;
  readonly cache: OnlineCache;
  readonly signal?: AbortSignal;
  /** of one request, milliseconds. @default 10000 */
  readonly timeout?: number;
}

const TIMEOUT = 10_000;
const MAX_BYTES = 2 ** 20;
const MAX_REDIRECTS = 3;
/** Of all requests of one task, milliseconds. */
const TASK_TIMEOUT = 45_000;

export type Answer = { readonly body: Uint8Array } | { readonly problem: FetchProblem; readonly status?: number };

/** Asks addresses for one task, within its limits of number and time. */
export class OnlineTask {
  readonly #options: OnlineOptions;
  readonly #end = Date.now() + TASK_TIMEOUT;
  #left: number;

  constructor(options: OnlineOptions, maxRequests: number) {
    this.#options = options;
    this.#left = maxRequests;
  }

  /** All its requests are used up, or its time is. */
  get isOver(): boolean {
    return this.#left <= 0 || this.#end <= Date.now();
  }

  /**
   * At most 1 MiB within 10 s over 3 redirects; only an answer of the status 200 is one.
   * @throws NetError `cancelled`
   */
  async ask(url: string, question: Pick<RequestOptions, 'method' | 'headers' | 'body'> = {}): Promise<Answer> {
    if (this.isOver) return { problem: 'timeout' };
    this.#left--;
    const { network, signal, timeout = TIMEOUT } = this.#options;
    try {
      const { status, body } = await request(url, {
        ...question,
        timeout: Math.max(1, Math.min(timeout, this.#end - Date.now())),
        maxBytes: MAX_BYTES,
        maxRedirects: MAX_REDIRECTS,
        addresses: network.allowPrivateAddresses ? 'any' : 'public',
        ...(signal && { signal }),
        ...(network.proxy && { proxy: network.proxy }),
        ...(network.extraCa && { extraCa: network.extraCa }),
      });
      return status === 200 ? { body } : { problem: 'status', status };
    } catch (error) {
      if (!(error instanceof NetError) || error.code === 'cancelled') throw error;
      return { problem: error.code };
    }
  }
}
