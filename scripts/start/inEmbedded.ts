import * as crypto from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { sampleFolder } from '../lib/paths.ts';
import { installVsix, startServer, userSettingsFile, writeUserSettings } from '../vscode/server.ts';
import { quietSettings } from '../vscode/settings.ts';
import { workbenchUrl } from '../vscode/workbenchUrl.ts';
import { openFrontDoor } from './frontDoor.ts';
import type { Started } from './inDesktop.ts';
import { showInBrowser } from './showInBrowser.ts';

/** Tried first: an address that stays the same keeps a browser's state. */
const PORT = 8377;
const KEY_BYTES = 32;

/** Opens a folder in the embedded VS Code, with the packaged extension, on 127.0.0.1. */
export async function startInEmbedded(folder: string, vsix: string, open: boolean): Promise<Started> {
  const dataFolder = path.join(sampleFolder, 'embedded');
  // a person's own changes of a later run stay
  if (!fs.existsSync(userSettingsFile(dataFolder))) writeUserSettings(dataFolder, quietSettings);
  installVsix(dataFolder, vsix);
  const secret = keptSecret(path.join(sampleFolder, 'embedded.key'));
  const token = secret.toString('hex', KEY_BYTES);
  const server = await startServer({ dataFolder, connectionToken: token });
  const door = await openFrontDoor({
    origin: server.origin,
    port: PORT,
    token,
    mintKey: secret.subarray(0, KEY_BYTES),
  });
  const url = workbenchUrl(door.origin, { folder, token });
  console.log(`\nVS Code with the extension is at\n\n  ${url}\n`);
  const browser = open ? showInBrowser(url) : null;
  console.log(browser?.did ?? 'Open this address in a browser on this machine.');
  return {
    ended: server.ended,
    stop: async () => {
      browser?.end();
      door.close();
      await server.stop();
    },
  };
}

/** Random bytes of this sample: made once, readable by their owner only. */
function keptSecret(file: string): Buffer {
  if (!fs.existsSync(file)) fs.writeFileSync(file, crypto.randomBytes(2 * KEY_BYTES), { mode: 0o600 });
  return fs.readFileSync(file);
}
