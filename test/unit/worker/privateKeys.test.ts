import * as assert from 'node:assert/strict';
import { createPrivateKey } from 'node:crypto';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { TaskMessage } from '../../../src/worker/messages.ts';
import { type PfxFile, pfxFiles } from '../../fixtures/pfxFiles.ts';
import { builtWorker } from './builtWorker.ts';
import { openPfx } from '../../../src/core/pkcs12/open.ts';

/** All bytes and texts of a message, those of a buffer that lie outside the view on it too: they cross with it. */
function* partsOf(value: unknown): Generator<Buffer> {
  if (typeof value === 'string') {
    yield Buffer.from(value);
    yield Buffer.from(value, 'base64');
    yield Buffer.from(value, 'hex');
  } else if (ArrayBuffer.isView(value)) {
    yield Buffer.from(value.buffer);
  } else if (value instanceof ArrayBuffer) {
    yield Buffer.from(value);
  } else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) yield* partsOf(part);
  }
}

function secretsOf(pkcs8: Uint8Array): readonly Buffer[] {
  const jwk = createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
  return (['d', 'p', 'q', 'dp', 'dq', 'qi'] as const).flatMap((name) => {
    const value = jwk[name];
    return typeof value === 'string' ? [Buffer.from(value, 'base64url')] : [];
  });
}

describe('messages of the worker', function () {
  this.timeout(60_000);
  let worker: Worker;
  const answer = async (message: TaskMessage): Promise<{ kind: string; result?: unknown }> => {
    worker.postMessage(message);
    const [result] = (await once(worker, 'message')) as [{ kind: string; result?: unknown }];
    return result;
  };
  before(() => {
    worker = new Worker(builtWorker());
  });
  after(() => worker.terminate());

  const names = ['openssl3', 'no-encryption', 'one-iteration', 'key-rsa', 'openssl-legacy', 'keytool'];
  for (const name of names) {
    it(`hold neither the private key nor the password: ${name}`, async () => {
      const file: PfxFile | undefined = (await pfxFiles()).find((candidate) => candidate.name === name);
      assert.ok(file);
      const { bytes, password } = file;
      const key = (await openPfx(bytes, password)).bags.find((bag) => bag.kind === 'key');
      assert.ok(key?.kind === 'key');
      const secrets = [...secretsOf(key.pkcs8), Buffer.from(password), Buffer.from(password, 'utf16le')];
      assert.ok(secrets.length >= 3);
      const has = (message: unknown): boolean =>
        [...partsOf(message)].some((part) => secrets.some((secret) => part.includes(secret)));
      assert.ok(has({ deep: [{ pkcs8: key.pkcs8 }] }), 'the search finds what is there');

      const opened = await answer({ task: 'open', request: { bytes, password } });
      assert.equal(opened.kind, 'result');
      assert.equal(has(opened), false);
      const wrong = await answer({ task: 'open', request: { bytes, password: `${password}!` } });
      assert.equal(wrong.kind, 'refused');
      assert.equal(has(wrong), false);
    });
  }

  it('hold no more bytes than they need', async () => {
    for (const { name, bytes, password, certificates } of (await pfxFiles()).filter((file) =>
      names.includes(file.name),
    )) {
      const opened = await answer({ task: 'open', request: { bytes, password } });
      const sent = new Set<ArrayBufferLike>();
      const collect = (value: unknown): void => {
        if (ArrayBuffer.isView(value)) sent.add(value.buffer);
        else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
      };
      collect(opened);
      const total = [...sent].reduce((sum, buffer) => sum + buffer.byteLength, 0);
      const needed = certificates.reduce((sum, { length }) => sum + length, 0);
      assert.ok(total >= needed && total < needed + 600, `${name}: ${total} bytes where ${needed} are needed`); // and the public key
    }
  });
});
