import * as assert from 'node:assert/strict';
import { eventually } from '../ui/support/eventually.ts';
import { password } from './support/answers.ts';
import { longestHold } from './support/longestHold.ts';
import { look } from './support/looks.ts';
import { PASSWORD, pfxFile } from './support/pfxFiles.ts';
import { open, place, reportFor, state } from './support/sessions.ts';
import { PRODUCTION, setSetting } from './support/settings.ts';
import { useExtension } from './support/useExtension.ts';

const LIMIT_MS = 50;
const TRIES = 5;
const MANY = 1000;

describe('the extension host’s event loop', () => {
  const suite = useExtension();

  it('is seen to be held where it is', async () => {
    const held = await longestHold(async () => {
      await new Promise((resolve) => setImmediate(resolve));
      const cpu = process.cpuUsage();
      while (process.cpuUsage(cpu).user < 2 * LIMIT_MS * 1000);
    });
    assert.ok(held > LIMIT_MS, `${held} ms`);
  });

  it(`is not held for ${LIMIT_MS} ms while a PFX is opened and judged`, async () => {
    await setSetting('environments', [PRODUCTION]);
    await setSetting('trustedCertificates', [pfxFile('root.pem')]);
    const holds: number[] = [];
    // a busy machine holds it now and then; our own code would do it every time
    while (holds.length < TRIES && !holds.some((hold) => hold < LIMIT_MS)) {
      const session = await open(suite, place('locked.pfx'), ['cancel']);
      await state(session, 'locked');
      suite.prompts.expect(password('not this one', PASSWORD));
      const unlock = async (): Promise<void> => {
        await session.unlock();
        await reportFor(session, 'Production');
      };
      holds.push(await longestHold(unlock));
    }
    assert.ok(Math.min(...holds) < LIMIT_MS, `${holds.map((hold) => hold.toFixed(1)).join(', ')} ms`);
  });

  it(`is not held for ${LIMIT_MS} ms while ${MANY} environments show, and change`, async function () {
    this.timeout(120_000);
    const hostOf = (index: number): string => `many${index}.acme.example`;
    const holds: number[] = [];
    const { served, tree } = suite.api;
    await setSetting(
      'environments',
      Array.from({ length: MANY }, (_, i) => ({ ...PRODUCTION, name: `Many ${i}`, domains: [hostOf(i)] })),
    );
    await suite.run('outsystemsSsl.showAllEnvironments');
    while (holds.length < TRIES && !holds.some((hold) => hold < LIMIT_MS)) {
      const days = 100 + holds.length;
      const change = async (): Promise<void> => {
        tree.redraw();
        for (let i = 0; i < MANY; i++) {
          served.put([look('good', { host: hostOf(i), days })]);
          if (i % 16 === 0) await new Promise((resolve) => setImmediate(resolve));
        }
        const words = `${days} days left `;
        await eventually(() => assert.ok(tree.nodes.every(({ description }) => String(description).startsWith(words))));
        await served.flush();
      };
      holds.push(await longestHold(change));
    }
    assert.ok(Math.min(...holds) < LIMIT_MS, `${holds.map((hold) => hold.toFixed(1)).join(', ')} ms`);
  });
});
