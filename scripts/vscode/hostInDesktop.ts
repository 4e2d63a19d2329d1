import { runTests } from '@vscode/test-electron';
import { root } from '../lib/paths.ts';

/** One run of tests in an extension host. */
export interface HostRun {
  /** the bundle whose run() is called */
  readonly runner: string;
  /** the folder to open */
  readonly workspace: string;
  /** for VS Code's own files; empty or absent */
  readonly dataFolder: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Runs the tests in a desktop VS Code: the one of this command, or one that @vscode/test-electron downloads.
 * What went wrong with the run itself, if anything; failed tests are in its report.
 */
export async function runInDesktop(run: HostRun, executable: string | undefined): Promise<string | null> {
  try {
    await runTests({
      ...(executable === undefined ? {} : { vscodeExecutablePath: executable }),
      extensionDevelopmentPath: root,
      extensionTestsPath: run.runner,
      extensionTestsEnv: { ...run.env },
      launchArgs: [
        run.workspace,
        `--user-data-dir=${run.dataFolder}`,
        '--disable-extensions',
        '--disable-workspace-trust',
        '--skip-welcome',
        '--skip-release-notes',
      ],
    });
    return null;
  } catch (error) {
    return String(error);
  }
}
