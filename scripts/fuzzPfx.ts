import { Asn1Error } from '../src/core/asn1/reader.ts';
import { PfxError } from '../src/core/pkcs12/errors.ts';
import { openPfx } from '../src/core/pkcs12/open.ts';
import { mutate, randomNumbers } from '../test/fixtures/mutants.ts';
import { type PfxFile, pfxFiles } from '../test/fixtures/pfxFiles.ts';
import { runAsScript, ScriptError } from './lib/run.ts';

/** What a mutant may take, in milliseconds of processor time, in all threads: other work on the machine does not count. */
const LONGEST = 1000;

/**
 * `npm run fuzz -- [MUTANTS] [SEED]`: damages files that other tools made and opens each twice. Fails where anything
 * but our own error comes out, a mutant takes longer than a second, or the two verdicts differ. The same seed gives the same
 * mutants.
 */
await runAsScript(import.meta.url, async () => {
  const mutants = Number(process.argv[2] ?? 200_000);
  const random = randomNumbers(Number(process.argv[3] ?? 1));
  const slow = new Set(['nss', 'gnutls', 'keytool-legacy']); // 600,000 iterations: it would be the derivation that is tested
  const files = (await pfxFiles()).filter(({ name }) => !slow.has(name));
  let slowest = 0;
  for (let i = 0; i < mutants; i++) {
    const file = files[i % files.length] as PfxFile;
    const bytes = mutate(file.bytes, random);
    const started = process.cpuUsage();
    const first = await verdict(bytes, file.password);
    const { user, system } = process.cpuUsage(started);
    const millis = (user + system) / 1000;
    slowest = Math.max(slowest, millis);
    const where = `mutant ${i} of ${file.name}: ${first}`;
    if (first.startsWith('!')) throw new ScriptError(where);
    if (millis > LONGEST) throw new ScriptError(`${where}, after ${Math.round(millis)} ms`);
    const second = await verdict(bytes, file.password);
    if (second !== first) throw new ScriptError(`${where}, then ${second}`);
  }
  console.log(`fuzz: ${mutants} mutants of ${files.length} files, slowest ${Math.round(slowest)} ms of processor time`);
});

/** What came of a file, in one line; with `!` in front where it should not have. */
async function verdict(bytes: Uint8Array, password: string): Promise<string> {
  try {
    const { bags, structure } = await openPfx(bytes, password);
    return `${bags.map(({ kind }) => kind).join()} ${structure.mac?.name}`;
  } catch (error) {
    if (error instanceof PfxError) return `${error.code} ${JSON.stringify(error.detail)}`;
    return `!${error instanceof Asn1Error ? 'Asn1Error' : String(error instanceof Error ? error.stack : error)}`;
  }
}
