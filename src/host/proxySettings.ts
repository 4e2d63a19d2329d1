import * as vscode from 'vscode';
import type { ProxyOptions } from '../net/proxy.ts';

/** VS Code never asks a proxy for these. */
const THIS_MACHINE = ['localhost', '127.0.0.1', '::1'];

/**
 * The proxy that VS Code itself is told to use: its settings `http.proxy`, `http.proxyAuthorization`, `http.noProxy` and
 * `http.proxySupport`; where `http.proxy` is empty the environment's variables, as VS Code reads them: `HTTPS_PROXY` is for
 * https:// alone, `HTTP_PROXY` for both where there is no other. Undefined where there is none. `http.proxyStrictSSL` is not
 * read: how a certificate is judged never depends on it.
 *
 * It may hold a user and a password, so it goes into no log and no message.
 */
export function proxySettings(env: NodeJS.ProcessEnv = process.env): ProxyOptions | undefined {
  const settings = vscode.workspace.getConfiguration('http');
  if (settings.get('proxySupport') === 'off') return undefined;
  const setting = textOf(settings.get('proxy'));
  const plain = textOf(env['HTTP_PROXY']) ?? textOf(env['http_proxy']);
  const url = setting ?? textOf(env['HTTPS_PROXY']) ?? textOf(env['https_proxy']) ?? plain;
  if (url === undefined) return undefined;
  const authorization = textOf(settings.get('proxyAuthorization'));
  const own = listOf(settings.get('noProxy'));
  const exceptions = own.length > 0 ? own : (textOf(env['no_proxy'] ?? env['NO_PROXY']) ?? '').split(',');
  return {
    url,
    ...(setting === undefined && { plainUrl: plain ?? null }),
    ...(authorization !== undefined && { authorization }),
    noProxy: [...THIS_MACHINE, ...exceptions.map((host) => host.trim()).filter(Boolean)],
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
