import type { Response } from './exchange.ts';
import type { LifetimeErrorCode } from './lifetimeError.ts';

interface Problem {
  readonly code: LifetimeErrorCode;
  readonly message: string;
}

/** What is wrong with an answer of LifeTime before its body is read as JSON; undefined where nothing is. */
export function answerProblem(response: Response, lifetime: string): Problem | undefined {
  const { status, headers } = response;
  if (status >= 300 && status < 400 && status !== 304)
    return { code: 'redirect', message: redirectMessage(response, lifetime) };
  const body = Buffer.from(response.body).toString('utf8');
  const saysHtml = /html/i.test(headers['content-type'] ?? '') && !/^\s*[[{]/.test(body);
  const isHtml = saysHtml || /^\s*<(!doctype|html|\?xml|head|body)/i.test(body);
  switch (status) {
    case 401:
      return {
        code: 'unauthorized',
        message:
          'LifeTime does not accept the token. Tokens live 6, 12 or 24 months and are shown once: make a new one for the service account in LifeTime.',
      };
    case 403:
      if (isHtml) break;
      return {
        code: 'forbidden',
        message:
          'LifeTime does not let this token do it: its service account may not list the environments. Give the account a role that may.',
      };
    case 404:
      return {
        code: 'notFound',
        message: `${lifetime} has no LifeTime API, neither version 2 nor 1. Check that this is the address of LifeTime, not that of another environment.`,
      };
    case 429:
      return {
        code: 'tooManyRequests',
        message: `LifeTime was asked too often. ${retryMessage(headers['retry-after'])}`,
      };
  }
  if (isHtml) return { code: 'html', message: htmlMessage(status, body, lifetime) };
  if (status !== 200) return { code: 'status', message: statusMessage(status, body) };
  if (body.trim() === '')
    return {
      code: 'empty',
      message:
        'LifeTime answered with nothing: that says neither which environments there are nor that there are none. Try again.',
    };
  return undefined;
}

/** Without query, which may hold what nobody should read. */
function redirectMessage({ status, headers: { location }, url }: Response, lifetime: string): string {
  if (location === undefined)
    return `Instead of answering, ${lifetime} sends on without saying where (status ${status}). Check that this is LifeTime’s own address.`;
  let to = 'elsewhere';
  try {
    const { origin, pathname } = new URL(location, url);
    to = `to ${origin === 'null' ? 'another address' : `${origin}${pathname}`}`;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  return `Instead of answering, ${lifetime} sends on ${to}, probably to a login page. The token was not sent there. Check that this is LifeTime’s own address, and that nothing before it asks for a login.`;
}

/** Seconds, or a date (RFC 9110 §10.2.3). */
function retryMessage(after: string | undefined): string {
  if (after && /^\d{1,9}$/.test(after)) return `Try again in ${after} ${after === '1' ? 'second' : 'seconds'}.`;
  const date = after === undefined ? Number.NaN : Date.parse(after);
  return Number.isNaN(date) ? 'Try again later.' : `Try again after ${new Date(date).toUTCString()}.`;
}

function htmlMessage(status: number, body: string, lifetime: string): string {
  const title = shortened(/<title[^>]*>([^<]*)<\/title>/i.exec(body)?.[1] ?? '');
  return `${lifetime} answered with a web page${title ? ` (“${title}”)` : ''}${status === 200 ? '' : ` and status ${status}`} instead of data: ${status >= 500 ? 'a proxy or server that does not work right now. Try again later; if it stays so, show this to whoever looks after LifeTime.' : 'a login page, a proxy or another site. Check the address.'}`;
}

/** `{"Errors":["…"],"StatusCode":500}` */
function statusMessage(status: number, body: string): string {
  const errors = errorsOf(body).map(shortened).filter(Boolean).slice(0, 3);
  const said = errors.length > 0 ? `: ${errors.map((text) => `“${text}”`).join(', ')}` : '';
  const mend = status >= 500 ? ' Try again later; if it stays so, show this to whoever looks after LifeTime.' : '';
  return `LifeTime answered with status ${status}${said}.${mend}`;
}

function errorsOf(body: string): readonly string[] {
  let json: unknown;
  try {
    json = JSON.parse(body);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return [];
  }
  const errors = typeof json === 'object' && json !== null && 'Errors' in json ? json.Errors : undefined;
  return [errors].flat().filter((one) => typeof one === 'string');
}

/** One line, without what a terminal or a message box could take for a command. */
function shortened(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}
