import * as esbuild from 'esbuild';

export interface Bundle {
  readonly script: string;
  readonly style: string;
}

/** What `dist/` holds pages of. */
export type PageName = 'report' | 'calendar';

/** A page's two files, built in memory as `esbuild.js --production` builds them. */
export async function buildPage(name: PageName = 'report'): Promise<Bundle> {
  const options = {
    bundle: true,
    minify: true,
    write: false,
    legalComments: 'none',
    platform: 'browser',
    target: 'chrome102',
  } as const;
  const [script, style] = await Promise.all([
    esbuild.build({ ...options, format: 'iife', entryPoints: [`src/webview/${name}.ts`] }),
    esbuild.build({ ...options, entryPoints: [`src/webview/${name}.css`] }),
  ]);
  return { script: textOf(script), style: textOf(style) };
}

function textOf(result: esbuild.BuildResult<{ write: false }>): string {
  const [file] = result.outputFiles;
  if (!file) throw new Error('esbuild wrote nothing');
  return file.text;
}
