/**
 * `npm run -s conformance -- pfx FOLDER` and `npm run -s conformance -- limbo FILE`: runs the core over published cases
 * and ends with 0 only where all come out as expected.
 */
const suites: Readonly<Record<string, () => Promise<{ run(path: string): Promise<boolean> }>>> = {
  pfx: () => import('./conformancePfx.ts'),
  limbo: () => import('./conformanceLimbo.ts'),
};

const [name = '', path] = process.argv.slice(2);
const load = suites[name];
if (load && path !== undefined) {
  process.exitCode = (await (await load()).run(path)) ? 0 : 1;
} else {
  console.error('usage: conformance pfx FOLDER | limbo FILE');
  process.exitCode = 2;
}
