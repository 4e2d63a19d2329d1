import type { Locator } from 'playwright-core';
import { eventually } from './eventually.ts';
import { PASSWORD } from './sample.ts';
import type { Workbench } from './workbench.ts';

/** The verdict's bar of the report that shows, for an environment. */
export function verdict(workbench: Workbench, environment: string): Locator {
  return workbench.webview().locator('.verdict', { hasText: environment });
}

/** A button of the report. */
export function button(workbench: Workbench, name: string | RegExp): Locator {
  return workbench.webview().getByRole('button', { name }).first();
}

/** Opens a PFX of the sample from the Explorer, and answers for which environment it is. */
export async function openReport(workbench: Workbench, name: string, environment: string): Promise<void> {
  await workbench.openReport(name);
  await workbench.answerPassword(PASSWORD);
  await workbench.quickInput.locator('.monaco-list-row', { hasText: environment }).first().click();
  await verdict(workbench, environment).waitFor();
}

/** Icon, name and fact of each of the four checks: `Passed: Chain`. */
export async function checks(workbench: Workbench): Promise<readonly string[]> {
  const cards = workbench.webview().locator('.cards .card h3');
  await cards.first().waitFor();
  return (await cards.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim());
}

/** The whole text of the active document, by way of the clipboard: the editor holds only lines that show. */
export async function documentText(workbench: Workbench): Promise<string> {
  const { keyboard } = workbench.page;
  let text = '';
  await workbench.page.locator('.editor-instance .view-lines').first().click();
  await eventually(async () => {
    await keyboard.press('Control+A');
    await keyboard.press('Control+C');
    text = await workbench.page.evaluate<string>('navigator.clipboard.readText()');
    if (!text.startsWith('# ')) throw new Error(`the clipboard holds ${text.slice(0, 80)}`);
  });
  return text;
}
