import { makePfxFiles } from '../../../scripts/sample/makePfxFiles.ts';
import { settingsJson } from '../../../scripts/sample/workspaceFiles.ts';

/** Of every PFX of the sample. */
export const PASSWORD = 'acme-sample';

let made: Promise<Readonly<Record<string, string | Uint8Array>>> | undefined;

/**
 * The sample workspace's files, made once a run: Development (9.1.200.0), Quality (9.1.301.0) and Production (11.28.1.0)
 * under acme.example, the sample's CA trusted, and PFX files of every kind.
 */
export function sampleFiles(): Promise<Readonly<Record<string, string | Uint8Array>>> {
  return (made ??= make());
}

async function make(): Promise<Readonly<Record<string, string | Uint8Array>>> {
  return { '.vscode/settings.json': settingsJson(), ...Object.fromEntries(await makePfxFiles(new Date())) };
}
