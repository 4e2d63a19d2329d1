import * as assert from 'node:assert/strict';
import { Asn1Error } from '../../../../src/core/asn1/reader.ts';
import { PfxError } from '../../../../src/core/pkcs12/errors.ts';
import { openPfx } from '../../../../src/core/pkcs12/open.ts';
import { mutate, randomNumbers } from '../../../fixtures/mutants.ts';
import { pfxFiles } from '../../../fixtures/pfxFiles.ts';

const MUTANTS = 5000;
/** What one mutant may take, in milliseconds of processor time, in all threads: other work on the machine does not count. */
const LONGEST = 1000;

/** What came of a file, in one line. */
async function verdict(bytes: Uint8Array, password: string): Promise<string> {
  try {
    const { bags, structure } = await openPfx(bytes, password);
    return `${bags.map(({ kind }) => kind).join()} ${structure.mac?.name}`;
  } catch (error) {
    assert.ok(!(error instanceof Asn1Error), 'an error of the layer below');
    assert.ok(error instanceof PfxError, String(error instanceof Error ? error.stack : error));
    return `${error.code} ${JSON.stringify(error.detail)}`;
  }
}

describe('damaged files', () => {
  it(`${MUTANTS} of them: only our own errors, none slow, the same verdict twice`, async function () {
    this.timeout(60_000);
    // quick to open, so that the parser and not the derivation is what runs
    const names = [
      'one-iteration',
      'no-encryption',
      'no-mac',
      'openssl3',
      'openssl-legacy',
      'key-rsa',
      'keytool',
      'rc4-40',
    ];
    const files = (await pfxFiles()).filter(({ name }) => names.includes(name));
    assert.equal(files.length, names.length);
    const random = randomNumbers(20_261_123);
    const verdicts = new Set<string>();
    for (let i = 0; i < MUTANTS; i++) {
      const file = files[i % files.length];
      assert.ok(file);
      const bytes = mutate(file.bytes, random);
      const started = process.cpuUsage();
      const first = await verdict(bytes, file.password);
      const { user, system } = process.cpuUsage(started);
      const millis = (user + system) / 1000;
      const where = `mutant ${i} of ${file.name}: ${first}`;
      assert.ok(millis < LONGEST, `${where}: ${millis} ms`);
      if (i % 20 === 0) assert.equal(await verdict(bytes, file.password), first, where);
      verdicts.add(first.split(' ')[0] ?? '');
    }
    for (const code of ['truncated', 'malformed', 'notPfx', 'passwordWrong']) assert.ok(verdicts.has(code), code);
  });
});
