import * as crypto from 'node:crypto';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { ScriptError } from '../lib/run.ts';
import { findBrowser } from './findBrowser.ts';

/** Root (a container, CI) cannot use Chromium's sandbox; the rest keeps it from calling home. */
const CHROMIUM_ARGS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

/** A headless browser to drive. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new ScriptError('No Chromium, Chrome or Edge found: install one, or name it in CHROMIUM.');
  }
  return chromium.launch({ executablePath, args: CHROMIUM_ARGS });
}

/** A fresh profile in which the embedded VS Code works whole: clipboard, and SecretStorage. */
export async function newProfile(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  // the workbench asks here for half of the key that it keeps secrets with; the server alone does not answer
  const key = crypto.randomBytes(32);
  await context.route('**/mint-key', (route) =>
    route.fulfill({ status: 200, contentType: 'application/octet-stream', body: key }),
  );
  return context;
}
