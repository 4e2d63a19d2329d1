import { parentPort } from 'node:worker_threads';
import { PfxError } from '../core/pkcs12/errors.ts';
import { judgeOpened, open, readCertificateFile } from './engine.ts';
import type { ResultMessage, TaskMessage, Tasks } from './messages.ts';

const port = parentPort;
if (!port) throw new Error('worker.js runs in a worker thread only');

port.on('message', (message: TaskMessage) => {
  void answer(message).then((result) => port.postMessage(result));
});

async function answer(message: TaskMessage): Promise<ResultMessage> {
  try {
    return { kind: 'result', result: await run(message) };
  } catch (error) {
    if (error instanceof PfxError) return { kind: 'pfxError', code: error.code, detail: error.detail };
    return { kind: 'failure', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function run(message: TaskMessage): Promise<Tasks[keyof Tasks]['result']> | Tasks[keyof Tasks]['result'] {
  switch (message.task) {
    case 'open':
      return open(message.request);
    case 'judge':
      return judgeOpened(message.request);
    case 'readCertificates':
      return readCertificateFile(message.request.bytes);
  }
}
