import { exitOnSignals, endAsked } from './lib/exitOnSignals.ts';
import { vsixFile } from './lib/paths.ts';
import { runAsScript } from './lib/run.ts';
import { makePackage } from './package.ts';
import { ensureSample } from './sample/createSample.ts';
import { startInDesktop } from './start/inDesktop.ts';
import { startInEmbedded } from './start/inEmbedded.ts';
import { findDesktop } from './vscode/findDesktop.ts';

/**
 * Builds and packs the extension, makes the sample workspace and opens it in VS Code with the package installed.
 * `--no-open`: opens no browser. `--embedded`: takes the embedded VS Code although there is a desktop one.
 */
async function start(): Promise<void> {
  const nowWait = exitOnSignals();
  await makePackage();
  const sample = await ensureSample();
  console.log(sample.did);
  const desktop = process.argv.includes('--embedded') ? undefined : findDesktop();
  const started =
    desktop === undefined
      ? await startInEmbedded(sample.folder, vsixFile(), !process.argv.includes('--no-open'))
      : await startInDesktop(desktop, sample.folder, vsixFile());
  console.log('Ctrl-C ends it.');
  nowWait();
  await Promise.race([started.ended, endAsked()]);
  exitOnSignals(); // a second Ctrl-C does not wait
  await started.stop();
  process.exit();
}

await runAsScript(import.meta.url, start);
