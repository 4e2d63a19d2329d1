import * as vscode from 'vscode';

/** The HTTP proxy to go through: what `ProxyOptions` of src/net takes. */
export interface ProxySettings {
  /** as the person wrote it; it may hold a user and a password, so it goes into no log and no message */
  readonly url: string;
  /** value of the header `Proxy-Authorization`: a secret */
  readonly authorization?: string;
  /** hosts that are reached without it */
  readonly noProxy: readonly string[];
}

/** VS Code never asks a proxy for these. */
const THIS_MACHINE = ['localhost', '127.0.0.1', '::1'];

/**
 * The proxy that VS Code itself is told to use: its settings `http.proxy`, `http.proxyAuthorization`, `http.noProxy` and
 * `http.proxySupport`; where `http.proxy` is empty the environment's variables, as VS Code reads them. Undefined where there
 * is none. `http.proxyStrictSSL` is not read: how a certificate is judged never depends on it.
 *
 * @param protocol of the address that is asked for; the environment may name a proxy for each
 */
export function proxySettings(
  protocol: 'http' | 'https' = 'https',
  env: NodeJS.ProcessEnv = process.env,
): ProxySettings | undefined {
  const settings = vscode.workspace.getConfiguration('http');
  if (settings.get('proxySupport') === 'off') return undefined;
  const url = textOf(settings.get('proxy')) ?? urlOfEnvironment(protocol, env);
  if (url === undefined) return undefined;
  const authorization = textOf(settings.get('proxyAuthorization'));
  const own = listOf(settings.get('noProxy'));
  const exceptions = own.length > 0 ? own : (textOf(env['no_proxy'] ?? env['NO_PROXY']) ?? '').split(',');
  return {
    url,
    ...(authorization !== undefined && { authorization }),
    noProxy: [...THIS_MACHINE, ...exceptions.map((host) => host.trim()).filter(Boolean)],
  };
}

function urlOfEnvironment(protocol: 'http' | 'https', env: NodeJS.ProcessEnv): string | undefined {
  const plain = textOf(env['HTTP_PROXY']) ?? textOf(env['http_proxy']);
  return protocol === 'http' ? plain : (textOf(env['HTTPS_PROXY']) ?? textOf(env['https_proxy']) ?? plain);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
