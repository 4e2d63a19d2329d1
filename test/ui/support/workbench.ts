import * as assert from 'node:assert/strict';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { eventually } from './eventually.ts';
import { START_LIMIT_MS } from './limits.ts';

/** Page object of the real VS Code workbench (1.139), for what a person does in it. */
export class Workbench {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Waits for something that the extension contributes: files show before the extensions are known. */
  async ready(viewContainer: string): Promise<void> {
    await this.page.locator('.monaco-workbench').waitFor({ timeout: START_LIMIT_MS });
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: START_LIMIT_MS });
    await this.view(viewContainer).waitFor({ timeout: START_LIMIT_MS });
  }

  /** A view container's icon in the activity bar. */
  view(name: string): Locator {
    const item = `.activitybar .action-item`;
    return this.page.locator(`${item} a[aria-label^="${name}"], ${item}[aria-label^="${name}"]`).first();
  }

  /** Shows a view container's side bar; does nothing when it shows. */
  async openView(name: string): Promise<void> {
    const item = this.page.locator('.activitybar .action-item').filter({ has: this.view(name) });
    const showing = this.page.locator('.sidebar .composite.title', { hasText: new RegExp(escape(name), 'i') });
    if (!(await showing.isVisible())) await this.view(name).or(item).first().click();
    await showing.waitFor();
  }

  /** Rows of the trees in the side bar, by their text. */
  treeRow(text: string | RegExp): Locator {
    return this.page.locator('.sidebar .pane-body .monaco-list-row', { hasText: text }).first();
  }

  /** The palette, quick picks and input boxes: VS Code has one widget for them. */
  get quickInput(): Locator {
    return this.page.locator('.quick-input-widget');
  }

  /** The line below an input box: its prompt, or what is wrong with what was typed. */
  get quickInputMessage(): Locator {
    return this.quickInput.locator('.quick-input-message');
  }

  /** Runs a command from the palette by its full title, `Category: Title`. */
  async command(title: string): Promise<void> {
    await this.openPalette();
    await this.quickInput.locator('input.input').fill(`>${title}`);
    const row = this.quickInput.locator('.monaco-list-row', { hasText: title }).first();
    await row.click();
    await row.waitFor({ state: 'hidden' });
  }

  /** What the palette offers for a text. */
  async commandsMatching(text: string): Promise<readonly string[]> {
    await this.openPalette();
    await this.quickInput.locator('input.input').fill(`>${text}`);
    const rows = this.quickInput.locator('.monaco-list-row');
    await rows.first().waitFor();
    const titles = await rows.locator('.label-name').allTextContents();
    await this.page.keyboard.press('Escape');
    await this.quickInput.waitFor({ state: 'hidden' });
    return titles;
  }

  private async openPalette(): Promise<void> {
    // the last palette must be gone, or F1 and Enter meet one that is closing
    await this.quickInput.waitFor({ state: 'hidden' });
    const tries = 10; // the key bindings may not be there yet
    for (let left = tries; ; left--) {
      await this.page.keyboard.press('F1');
      try {
        await this.quickInput.waitFor({ state: 'visible', timeout: 2000 });
        return;
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  }

  /** Picks the row of an open quick pick. */
  async pick(text: string | RegExp): Promise<void> {
    await this.quickInput.locator('.monaco-list-row', { hasText: text }).first().click();
  }

  /** Types into an open input box and confirms; leaves what was there before. */
  async answer(text: string): Promise<void> {
    const box = this.quickInput.locator('input.input');
    await box.waitFor();
    await box.fill(text);
    await box.press('Enter');
  }

  /** The masked input box. */
  get passwordBox(): Locator {
    return this.quickInput.locator('input[type="password"]');
  }

  /** Types as a person does, once an input box of that kind has the focus. */
  async type(text: string, kind: 'password' | 'text' = 'text'): Promise<void> {
    await this.quickInput.locator(`input[type="${kind}"]:focus`).waitFor();
    await this.page.keyboard.type(text);
  }

  /** Gives a password to the masked input box, which must show. */
  async answerPassword(password: string): Promise<void> {
    await this.passwordBox.waitFor();
    await this.passwordBox.fill(password);
    await this.passwordBox.press('Enter');
  }

  /** A file or folder in the Explorer. */
  file(name: string): Locator {
    const row = '.explorer-folders-view .monaco-list-row';
    return this.page.locator(`${row}[aria-label="${name}"], ${row}:has(a.label-name:text-is("${name}"))`).first();
  }

  /**
   * Opens a PFX from the Explorer in its report. Right after the start VS Code may not know yet whose files these are, and
   * takes its own editor: then once more.
   */
  async openReport(name: string): Promise<void> {
    const webview = this.page.locator('iframe.webview').first();
    const group = '.editor-group-container.active';
    const other = this.page.locator(`${group} .monaco-editor-pane-placeholder, ${group} .editor-instance .view-lines`);
    for (let left = 5; ; left--) {
      await this.file(name).dblclick();
      await webview.or(other).first().waitFor({ state: 'attached' });
      if (!(await other.first().isVisible())) return;
      if (left === 0) throw new Error(`${name} opens in another editor`);
      await this.tab(name).click({ button: 'middle' });
      await other.first().waitFor({ state: 'detached' });
    }
  }

  /** Opens a context menu: the labels of its items. Choose with `chooseMenuItem`, close with `closeMenu`. */
  async contextMenu(target: Locator): Promise<readonly string[]> {
    await target.click({ button: 'right' });
    const items = this.page.locator('.monaco-menu .action-menu-item .action-label');
    await items.first().waitFor();
    return items.allTextContents();
  }

  /** A menu that has just opened takes no click for a moment: until it has gone, once more. */
  async chooseMenuItem(label: string): Promise<void> {
    const item = this.page.locator('.monaco-menu .action-menu-item', { hasText: label }).first();
    await item.waitFor();
    await eventually(async () => {
      if (await item.isVisible()) await item.click({ timeout: 1000 });
      assert.equal(await item.isVisible(), false, `the menu with “${label}” has gone`);
    });
  }

  async closeMenu(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.page.locator('.monaco-menu').waitFor({ state: 'detached' });
  }

  /** A notification by its text. */
  notification(text: string | RegExp): Locator {
    return this.page.locator('.notification-toast', { hasText: text }).first();
  }

  /** A notification that may have come a while ago: VS Code puts it away after some seconds, its centre keeps it. */
  async keptNotification(text: string | RegExp): Promise<Locator> {
    await this.command('Notifications: Show Notifications');
    const kept = this.page.locator('.notifications-center .notification-list-item', { hasText: text }).first();
    await kept.waitFor();
    return kept;
  }

  /** Waits for a notification and dismisses it: VS Code shows three at a time and a fourth never appears. */
  async notified(text: string | RegExp): Promise<string> {
    const toast = this.notification(text);
    await toast.waitFor();
    const message = await toast.locator('.notification-list-item-message').innerText();
    await toast.hover();
    await toast.locator('.codicon-notifications-clear').click();
    await toast.waitFor({ state: 'detached' });
    return message;
  }

  /** A modal dialog; choose with `dialogButton`. */
  get dialog(): Locator {
    return this.page.locator('.monaco-dialog-box');
  }

  dialogButton(label: string): Locator {
    return this.dialog.locator('.monaco-button', { hasText: label }).first();
  }

  /**
   * Answers showOpenDialog or showSaveDialog, which in this workbench is a quick input that takes a path; until it has gone. It
   * fills in its default path when it opens, and again once it has listed that folder, with `..` at the top.
   */
  async fileDialog(file: string): Promise<void> {
    const box = this.quickInput.locator('input.input');
    // OK, Open, Save, or the label that the extension gave it
    const done = this.quickInput.locator('.quick-input-action .monaco-button').first();
    await done.waitFor();
    const titles = this.quickInput.locator('.quick-input-title');
    const title = titles.filter({ hasText: await titles.innerText() });
    await this.quickInput.locator('.monaco-list-row').getByText('..', { exact: true }).waitFor();
    await eventually(async () => {
      if (!(await title.isVisible())) return;
      await box.fill(file);
      await this.quickInput.locator('.monaco-progress-container.active').waitFor({ state: 'hidden' });
      assert.equal(await box.inputValue(), file);
      await done.click({ timeout: 1000 });
      await title.waitFor({ state: 'hidden', timeout: 2000 });
    });
  }

  /** An editor's tab by its title. */
  tab(title: string): Locator {
    return this.page.locator('.tabs-container .tab', { hasText: title }).first();
  }

  /** An action of the editor's title bar, by its tooltip. */
  editorAction(label: string): Locator {
    return this.page.locator(`.editor-actions .action-item a[aria-label^="${label}"]`).first();
  }

  /** The text of the active text editor as far as it shows, with its lines and plain spaces. */
  async editorText(): Promise<string> {
    const lines = this.page.locator('.editor-instance .view-lines').first();
    await lines.waitFor();
    return (await lines.innerText()).replaceAll('\u00a0', ' ');
  }

  /** A webview's own document, two frames deep: VS Code's loader page, and in it the extension's. */
  webview(index = 0): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').nth(index).frameLocator('iframe#active-frame');
  }
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
