import {
  LifetimeShapeError,
  type LifetimeListing,
  readLifetimeEnvironments,
} from '../core/environments/lifetimeEnvironments.ts';
import { lifetimeOrigin, secureLifetime } from '../core/environments/lifetimeOrigin.ts';
import type { Lookup } from './connect.ts';
import type { Response } from './exchange.ts';
import { answerProblem } from './lifetimeAnswers.ts';
import { LifetimeError } from './lifetimeError.ts';
import { connectionProblem, type JudgeHost } from './lifetimeFailures.ts';
import { NetError } from './netError.ts';
import type { ProxyOptions } from './proxy.ts';
import { request } from './request.ts';

export interface LifetimeQuestion {
  /** as people write it: a missing `https://` and `/lifetime` at the end are mended */
  readonly address: string;
  /** of a service account */
  readonly token: string;
  /** milliseconds, @default 10,000 */
  readonly timeout?: number;
  /** DER of CA certificates to be trusted besides the runtime's and the system's */
  readonly extraCa?: readonly Uint8Array[];
  readonly proxy?: ProxyOptions;
  /** tells what is wrong with LifeTime's own certificate, where something is */
  readonly judge: JudgeHost;
  readonly signal?: AbortSignal;
  /** @default the system's resolver */
  readonly lookup?: Lookup;
}

export interface LifetimeAnswer extends LifetimeListing {
  /** origin that was asked, with https */
  readonly lifetime: string;
  /** version of the API that answered */
  readonly api: 'v2' | 'v1';
}

/** The slash at the end is part of the address (LifeTime API v2, v1). */
const PATHS = { v2: '/lifetimeapi/rest/v2/environments/', v1: '/lifetimeapi/rest/v1/environments/' } as const;
const MOST_BYTES = 4 * 2 ** 20;

/**
 * The environments that a LifeTime lists. The token goes to that origin alone, over TLS alone; LifeTime may stand in a private
 * network, since the user named it.
 *
 * @throws LifetimeError
 * @see OutSystems documentation, LifeTime API v2 and v1
 */
export async function listEnvironments(question: LifetimeQuestion): Promise<LifetimeAnswer> {
  const origin = lifetimeOrigin(question.address);
  if (origin === undefined)
    throw new LifetimeError(
      'address',
      'That is no address of a LifeTime. One looks like this: https://acme-lt.outsystemsenterprise.com.',
    );
  const lifetime = secureLifetime(origin);
  const token = cleanToken(question.token);
  for (const api of ['v2', 'v1'] as const) {
    const response = await ask(lifetime, api, token, question);
    if (response.status === 404 && api === 'v2') continue;
    return { lifetime, api, ...listingOf(response, lifetime, token) };
  }
  throw new RangeError('v1 is the last');
}

/** Blanks and line ends around it and a `Bearer` in front come from copying. */
function cleanToken(text: string): string {
  const token = text.trim().replace(/^Bearer\s+/i, '');
  if (token === '') throw new LifetimeError('token', 'There is no token. LifeTime shows it once, when it is made.');
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new LifetimeError(
      'token',
      'The token holds characters that no token has. Copy it again, all of it and nothing else.',
    );
  return token;
}

async function ask(
  lifetime: string,
  api: keyof typeof PATHS,
  token: string,
  question: LifetimeQuestion,
): Promise<Response> {
  const { timeout = 10_000, extraCa, proxy, signal, lookup } = question;
  try {
    return await request(lifetime + PATHS[api], {
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
      timeout,
      maxBytes: MOST_BYTES,
      addresses: 'any',
      maxRedirects: 2,
      // within the API, such as to the address without the slash; all else is a login page or another site
      allowRedirect: (from, to) => to.origin === from.origin && to.pathname.startsWith('/lifetimeapi/'),
      ...(extraCa && { extraCa }),
      ...(proxy && { proxy }),
      ...(signal && { signal }),
      ...(lookup && { lookup }),
    });
  } catch (error) {
    if (error instanceof NetError) throw await connectionProblem(error, lifetime, timeout, question.judge);
    throw error;
  }
}

function listingOf(response: Response, lifetime: string, token: string): LifetimeListing {
  if (response.status === 204) return { environments: [], notices: [] };
  const problem = answerProblem(response, lifetime);
  if (problem) throw new LifetimeError(problem.code, withoutToken(problem.message, token));
  let json: unknown;
  try {
    json = JSON.parse(textOf(response));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new LifetimeError(
      'notJson',
      `${lifetime} answered with something else than JSON. Check that this is the address of LifeTime.`,
    );
  }
  try {
    return readLifetimeEnvironments(json, lifetime);
  } catch (error) {
    if (error instanceof LifetimeShapeError) throw new LifetimeError('shape', shapeMessage(error));
    throw error;
  }
}

/** JSON is UTF-8 (RFC 8259 §8.1); servers that declare another charset mean it. */
function textOf({ headers, body }: Response): string {
  const charset = /;\s*charset\s*=\s*"?([\w.:-]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(charset).decode(body);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder().decode(body); // a charset that nobody knows
    throw error;
  }
}

function shapeMessage({ entry, field }: LifetimeShapeError): string {
  const what =
    entry === undefined
      ? 'it is no list of environments'
      : field === undefined
        ? `entry ${entry} of the list is no environment`
        : `the field “${field}” of entry ${entry} is missing, or holds something else than it should`;
  return `LifeTime’s answer can’t be understood: ${what}. Nothing was imported.`;
}

/** A server may say the token in its error. */
function withoutToken(text: string, token: string): string {
  return text.split(token).join('(token)');
}
