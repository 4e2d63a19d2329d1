/**
 * `npm run -s conformance -- pfx [FOLDER]` and `npm run -s conformance -- limbo [FILE]`: runs the core over published
 * cases and ends with 0 only where all come out as expected. Without a path those that lie beside the project are run.
 */
const suites: Readonly<Record<string, { path: string; load: () => Promise<{ run(path: string): Promise<boolean> }> }>> =
  {
    pfx: { path: '../shared/conformance/pfx', load: () => import('./conformancePfx.ts') },
    limbo: { path: '../shared/conformance/limbo.json', load: () => import('./conformanceLimbo.ts') },
  };

const [name = '', path] = process.argv.slice(2);
const suite = suites[name];
if (suite) {
  const loaded = await suite.load();
  process.exitCode = (await loaded.run(path ?? suite.path)) ? 0 : 1;
} else {
  console.error('usage: conformance pfx [FOLDER] | limbo [FILE]');
  process.exitCode = 2;
}
