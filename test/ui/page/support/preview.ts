import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../../../../scripts/vscode/browser.ts';
import type { CalendarHostMessage, CalendarState } from '../../../../src/shared/calendar.ts';
import type { HostMessage, PageMessage, PageRequest, ViewState } from '../../../../src/shared/protocol.ts';
import { buildPage, type PageName } from './bundle.ts';
import { type PageServer, servePage } from './server.ts';
import type { ThemeId } from './themes.ts';

/** The built page in a real browser; the test plays the host. */
export class Preview {
  readonly #server: PageServer;
  readonly #browser: Browser;

  private constructor(server: PageServer, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  static async start(name: PageName): Promise<Preview> {
    const server = await servePage(await buildPage(name));
    return new Preview(server, await launchBrowser());
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#server.close();
  }

  /** Opens the page with its first state. */
  async open(state: ViewState | CalendarState, theme: ThemeId = 'lightModern', width = 1000): Promise<Shown> {
    const context = await this.#browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const shown = new Shown(page);
    await page.addInitScript(`window.firstState = ${JSON.stringify(state)}`);
    await page.goto(`${this.#server.origin}/?theme=${theme}`);
    await page.locator('h1').waitFor();
    return shown;
  }
}

/** One open page. */
export class Shown {
  readonly page: Page;
  /** console errors and uncaught exceptions */
  readonly errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.errors.push(message.text());
    });
    page.on('pageerror', (error) => this.errors.push(String(error)));
  }

  async send(message: HostMessage | CalendarHostMessage): Promise<void> {
    await this.page.evaluate(`window.postMessage(${JSON.stringify(message)}, '*')`);
    // messages come in order: behind this one, ours is handled
    await this.page.evaluate(
      `new Promise((resolve) => { addEventListener('message', resolve, { once: true }); postMessage({ type: 'none' }, '*'); })`,
    );
  }

  async posted(): Promise<readonly PageMessage[]> {
    return this.page.evaluate<readonly PageMessage[]>('window.posted');
  }

  async requests(): Promise<readonly PageRequest[]> {
    return (await this.posted()).flatMap((message) => (message.type === 'request' ? [message.request] : []));
  }

  /** Answers the latest request. */
  async answer(error?: string): Promise<void> {
    const last = (await this.posted()).at(-1);
    if (last?.type !== 'request') throw new Error('nothing was asked');
    await this.send({ type: 'answer', id: last.id, ...(error === undefined ? {} : { error }) });
  }

  async violations(): Promise<readonly string[]> {
    return this.page.evaluate<readonly string[]>('window.violations');
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}
