import * as esbuild from 'esbuild';

export interface Bundle {
  readonly script: string;
  readonly style: string;
}

/** The page's two files, built in memory as `esbuild.js --production` builds them. */
export async function buildPage(): Promise<Bundle> {
  const options = {
    bundle: true,
    minify: true,
    write: false,
    legalComments: 'none',
    platform: 'browser',
    target: 'chrome102',
  } as const;
  const [script, style] = await Promise.all([
    esbuild.build({ ...options, format: 'iife', entryPoints: ['src/webview/report.ts'] }),
    esbuild.build({ ...options, entryPoints: ['src/webview/report.css'] }),
  ]);
  return { script: textOf(script), style: textOf(style) };
}

function textOf(result: esbuild.BuildResult<{ write: false }>): string {
  const [file] = result.outputFiles;
  if (!file) throw new Error('esbuild wrote nothing');
  return file.text;
}
