import * as crypto from 'node:crypto';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { sampleFolder } from '../lib/paths.ts';
import { runAsScript } from '../lib/run.ts';
import { currentLeaf, staleFrom } from './lifetimes.ts';
import { makePfxFiles } from './makePfxFiles.ts';
import { samplePfxFiles } from './samplePfx.ts';
import { readme, ROOT_FILE, settingsJson } from './workspaceFiles.ts';

/** Goes up when what is generated changes. */
const EDITION = 2;

/** Beside the workspace: what was written, so that a person's own changes are told from it. */
interface MakingRecord {
  readonly edition: number;
  /** ISO time from when on the certificates are too old */
  readonly staleFrom: string;
  /** SHA-256 of every file as written, by path in the workspace */
  readonly written: Readonly<Record<string, string>>;
}

export interface Sample {
  readonly folder: string;
  /** one line for a person: what was done and why */
  readonly did: string;
}

/**
 * Makes the sample workspace under .sample/workspace when there is none, or parts of it are missing, or its
 * certificates are too old. Files that a person changed stay as they are.
 */
export async function ensureSample(now: Date = new Date()): Promise<Sample> {
  const folder = path.join(sampleFolder, 'workspace');
  const recordFile = path.join(sampleFolder, 'sample.json');
  const record = readRecord(recordFile);
  const reason = reasonToMake(folder, record, now);
  if (reason === null) return { folder, did: 'Sample workspace: up to date, left as it is.' };

  const files = new Map<string, string | Uint8Array>([
    ['.vscode/settings.json', settingsJson()],
    ['README.md', readme(now)],
    ...(await makePfxFiles(now)),
  ]);
  const written: Record<string, string> = { ...record?.written };
  const kept: string[] = [];
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    const there = hashOfFile(file);
    if (there !== null && there !== record?.written[name]) {
      kept.push(name);
      continue;
    }
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
    written[name] = hash(content);
  }
  const staleFromTime = staleFrom(currentLeaf(now)).toISOString();
  fs.writeFileSync(recordFile, `${JSON.stringify({ edition: EDITION, staleFrom: staleFromTime, written }, null, 2)}\n`);
  const keeping = kept.length === 0 ? '' : ` Kept as you changed them: ${kept.join(', ')}.`;
  return { folder, did: `Sample workspace: made (${reason}).${keeping}` };
}

function reasonToMake(folder: string, record: MakingRecord | null, now: Date): string | null {
  if (!fs.existsSync(folder) || record === null) return 'there was none';
  if (record.edition !== EDITION) return 'these scripts make a newer one';
  if (now >= new Date(record.staleFrom)) return 'its certificates were too old';
  const needed = ['.vscode/settings.json', 'README.md', ROOT_FILE, ...samplePfxFiles.map((sample) => sample.file)];
  const missing = needed.filter((name) => !fs.existsSync(path.join(folder, name)));
  // the authority's keys are gone: one file cannot be made again alone
  return missing.length === 0 ? null : `${missing.join(', ')} missing`;
}

function readRecord(file: string): MakingRecord | null {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as MakingRecord) : null;
}

function hashOfFile(file: string): string | null {
  return fs.existsSync(file) ? hash(fs.readFileSync(file)) : null;
}

function hash(content: string | Uint8Array): string {
  return crypto.createHash('sha256').update(content).digest('hex');
}

await runAsScript(import.meta.url, async () => console.log((await ensureSample()).did));
