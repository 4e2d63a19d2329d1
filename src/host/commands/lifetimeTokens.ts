import * as vscode from 'vscode';
import { Cancelled } from '../cancelled.ts';
import { askToken } from '../lifetime/askToken.ts';
import { lifetimeHost } from '../lifetime/lifetimeAddress.ts';
import type { LifetimeTokens } from '../lifetime/lifetimeTokens.ts';
import { BACK, type Prompts } from '../prompts/prompts.ts';
import { UserError } from '../userError.ts';

/** Another token for a LifeTime that has one. The next import or refresh uses it. */
export async function replaceLifetimeToken(prompts: Prompts, tokens: LifetimeTokens): Promise<void> {
  const title = 'Replace a LifeTime Token';
  const origin = await pickAddress(prompts, tokens, title);
  const token = await askToken(prompts, { title, origin });
  if (token === BACK) throw new Cancelled();
  await tokens.keep(origin, token);
  vscode.window.setStatusBarMessage(`$(check) Token for ${lifetimeHost(origin)} replaced`, 4000);
}

export async function forgetLifetimeToken(prompts: Prompts, tokens: LifetimeTokens): Promise<void> {
  const origin = await pickAddress(prompts, tokens, 'Forget a LifeTime Token');
  await prompts.confirm({
    message: `Forget the token for ${lifetimeHost(origin)}?`,
    detail: 'It goes from VS Code’s secret storage. The environments stay, and nothing changes in LifeTime.',
    action: 'Forget',
  });
  await tokens.forget(origin);
  vscode.window.setStatusBarMessage(`$(check) Token for ${lifetimeHost(origin)} forgotten`, 4000);
}

/** @throws Cancelled, UserError */
async function pickAddress(prompts: Prompts, tokens: LifetimeTokens, title: string): Promise<string> {
  const [first, ...others] = tokens.addresses;
  if (first === undefined)
    throw new UserError('No LifeTime token is kept here. “Import Environments from LifeTime…” asks for one.');
  if (others.length === 0) return first;
  const answer = await prompts.pick({
    title,
    placeholder: 'The token for which LifeTime?',
    items: tokens.addresses.map((origin) => ({ label: lifetimeHost(origin), value: origin })),
  });
  if (answer === BACK) throw new Cancelled();
  return answer;
}
