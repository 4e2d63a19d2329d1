// Builds the four bundles into dist/. `--production` minifies; `--watch` builds again on every change.
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const common = {
  bundle: true,
  minify: production,
  sourcemap: production ? false : 'linked',
  sourcesContent: false,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};
/** For Node 16.14: what the oldest VS Code in `engines` runs extensions with. */
const node = {
  ...common,
  platform: 'node',
  format: 'cjs',
  target: 'node16.14',
  charset: 'utf8',
  mainFields: ['module', 'main'],
};
/** For Chrome 102: what the oldest VS Code in `engines` shows webviews with. */
const browser = { ...common, platform: 'browser', format: 'iife', target: 'chrome102', charset: 'utf8' };

const bundles = [
  { ...node, entryPoints: ['src/host/extension.ts'], outfile: 'dist/extension.js', external: ['vscode'] },
  { ...node, entryPoints: ['src/worker/worker.ts'], outfile: 'dist/worker.js' },
  {
    ...node,
    entryPoints: ['src/cli/cli.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [executable('dist/cli.js')],
  },
  { ...browser, entryPoints: ['src/webview/report.ts'], outfile: 'dist/webview.js' },
];
const styles = 'src/webview/report.css';
if (fs.existsSync(styles)) bundles.push({ ...browser, entryPoints: [styles], outfile: 'dist/webview.css' });

function executable(file) {
  return {
    name: 'executable',
    setup: (build) => build.onEnd(() => fs.existsSync(file) && fs.chmodSync(file, 0o755)),
  };
}

/** Which source takes how many bytes of which bundle: out/metafile.json, for a look and for scripts/checkPackage.ts. */
function writeMetafile(results) {
  const outputs = Object.assign({}, ...results.map((result) => result.metafile.outputs));
  fs.mkdirSync('out', { recursive: true });
  fs.writeFileSync('out/metafile.json', JSON.stringify({ production, outputs }));
}

async function main() {
  process.chdir(__dirname);
  const missing = bundles.flatMap((bundle) => bundle.entryPoints).filter((file) => !fs.existsSync(file));
  if (missing.length > 0) throw new Error(`nothing to build: ${missing.join(', ')} missing`);
  fs.rmSync('dist', { recursive: true, force: true });
  if (watch) {
    const contexts = await Promise.all(bundles.map((bundle) => esbuild.context({ ...bundle, logLevel: 'info' })));
    await Promise.all(contexts.map((context) => context.watch()));
    return;
  }
  const results = await Promise.all(bundles.map((bundle) => esbuild.build(bundle)));
  writeMetafile(results);
  for (const bundle of bundles) {
    const size = fs.statSync(path.resolve(bundle.outfile)).size;
    console.log(`${bundle.outfile.padEnd(20)} ${(size / 1000).toFixed(1).padStart(7)} kB`);
  }
}

main().catch((error) => {
  // esbuild has printed what is wrong with a source itself
  if (!Array.isArray(error.errors)) console.error(`esbuild.js: ${error.message}`);
  process.exitCode = 1;
});
