import * as vscode from 'vscode';
import type { Services } from '../services.ts';

/** What was seen of environments is kept for all windows, also of those that are in no settings any more. @throws Cancelled */
export async function forgetServed({ served, prompts }: Pick<Services, 'served' | 'prompts'>): Promise<void> {
  await prompts.confirm({
    message: 'Forget what the environments serve?',
    detail:
      'Certificates, DNS and HTTPS of all environments, as they were seen last, are erased in all windows. The next look brings them back.',
    action: 'Forget',
  });
  await served.forget();
  vscode.window.setStatusBarMessage('$(check) Forgotten', 4000);
}
