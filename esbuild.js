// Builds the bundles into dist/. `--production` minifies; `--watch` builds again on every change.
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');
const { joinStart } = require('./scripts/joinStart.cjs');

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

/**
 * Programs that Node runs, as dist/*.js, and in a folder of dist what they share and what `import()` loads on first use. esbuild
 * splits ES modules only, VS Code before 1.100 loads CommonJS only: so each part is made into the latter afterwards.
 */
function programs(entryPoints, parts) {
  return {
    ...node,
    entryPoints,
    entryNames: '[name]',
    outdir: 'dist',
    external: ['vscode'],
    format: 'esm',
    splitting: true,
    chunkNames: `${parts}/[name]-[hash]`,
    sourcemap: production ? false : 'inline',
    write: false,
    plugins: [
      { name: 'commonjs', setup: (build) => build.onEnd((result) => writeAsCommonJs(result, parts, entryPoints)) },
    ],
  };
}

const bundles = [
  programs(['src/host/extension.ts'], 'host'),
  // apart, since each part costs half a kilobyte and the start of VS Code must be light
  programs(['src/worker/worker.ts', 'src/cli/cli.ts'], 'core'),
  { ...browser, entryPoints: ['src/webview/report.ts'], outfile: 'dist/webview.js' },
  { ...browser, entryPoints: ['src/webview/report.css'], outfile: 'dist/webview.css' },
  { ...browser, entryPoints: ['src/webview/calendar.ts'], outfile: 'dist/calendar.js' },
  { ...browser, entryPoints: ['src/webview/calendar.css'], outfile: 'dist/calendar.css' },
];

async function writeAsCommonJs({ outputFiles = [], metafile }, parts, entryPoints) {
  fs.rmSync(`dist/${parts}`, { recursive: true, force: true });
  if (!metafile) return; // esbuild has said why
  const texts = new Map(
    outputFiles.map((file) => [path.relative(__dirname, file.path).replaceAll(path.sep, '/'), file.text]),
  );
  // what two programs share stays apart
  const entry = entryPoints.length === 1 && outputOf(entryPoints[0], metafile);
  const start = entry ? await joinStart({ entry, folder: __dirname, texts, metafile }) : new Map();
  for (const [file, text] of texts) {
    const { code } = await esbuild.transform(text, {
      format: 'cjs',
      platform: 'node',
      target: node.target,
      charset: 'utf8',
      minify: production,
      sourcemap: production ? false : 'inline',
      sourcesContent: false,
      supported: { 'dynamic-import': false }, // require, as the rest
    });
    const written = code.replace(/\brequire\("\.\/([\w-]+\.js)"\)/g, (whole, name) => {
      const part = start.get(`dist/${parts}/${name}`);
      return part ? `require("../${path.basename(entry)}").${part}` : whole;
    });
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, written, { mode: written.startsWith('#!') ? 0o755 : 0o644 });
  }
}

function outputOf(entryPoint, { outputs }) {
  return Object.keys(outputs).find((file) => outputs[file].entryPoint === entryPoint);
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
  for (const file of results.flatMap(({ metafile }) => Object.keys(metafile.outputs))) {
    if (file.endsWith('.map')) continue;
    console.log(`${file.padEnd(36)} ${(fs.statSync(file).size / 1000).toFixed(1).padStart(7)} kB`);
  }
}

main().catch((error) => {
  // esbuild has printed what is wrong with a source itself
  if (!Array.isArray(error.errors)) console.error(`esbuild.js: ${error.message}`);
  process.exitCode = 1;
});
