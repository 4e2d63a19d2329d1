import type { Shown } from './preview.ts';

/** Hides the tab and shows it again: VS Code throws the page away and loads it anew; only its own state stays. */
export async function hidden(shown: Shown, scroll: number): Promise<void> {
  await shown.page.waitForFunction(`JSON.parse(sessionStorage.getItem('state') ?? '{}').scroll === ${scroll}`);
  await shown.page.reload();
  await shown.page.locator('h1').waitFor();
}
