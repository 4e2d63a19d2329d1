import { parentPort } from 'node:worker_threads';
import { PfxError } from '../core/pkcs12/errors.ts';
import { openProblem } from '../core/report/openProblem.ts';
import { reportMarkdown } from '../core/report/reportMarkdown.ts';
import { judgeOpened, judgeServedHost, open, readAuthorities, reportServedHost } from './engine.ts';
import type { ResultMessage, TaskMessage, Tasks } from './messages.ts';

const port = parentPort;
if (!port) throw new Error('worker.js runs in a worker thread only');

/** Nothing is left to do after null: the thread ends when its last task has. */
port.on('message', (message: TaskMessage | null) => {
  if (message === null) return port.close();
  void answer(message).then((result) => port.postMessage(result));
});

async function answer(message: TaskMessage): Promise<ResultMessage> {
  try {
    return { kind: 'result', result: await run(message) };
  } catch (error) {
    if (error instanceof PfxError) {
      const { code, detail } = error;
      return { kind: 'refused', code, detail, problem: openProblem(code, detail) };
    }
    return { kind: 'failure', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/** What few tasks need loads with the first of them. */
async function run(message: TaskMessage): Promise<Tasks[keyof Tasks]['result']> {
  switch (message.task) {
    case 'open':
      return open(message.request);
    case 'judge':
      return judgeOpened(message.request);
    case 'judgeServed':
      return judgeServedHost(message.request);
    case 'servedReport':
      return reportServedHost(message.request);
    case 'markdown':
      return reportMarkdown(message.request.report);
    case 'draft':
      return (await import('../core/tickets/certificateDraft.ts')).certificateDraft(message.request);
    case 'furtherDraft':
      return (await import('./furtherDrafts.ts')).furtherDraft(message.request);
    case 'httpsGuide': {
      const { environment, language, seen } = message.request;
      return (await import('../core/tickets/httpsGuide.ts')).httpsGuide(environment, seen, language);
    }
    case 'fetchIssuers':
      return (await import('./online.ts')).fetchMissing(message.request);
    case 'fetchRevocation':
      return (await import('./online.ts')).askRevocation(message.request);
    case 'savePfx':
      return (await import('./savePfx.ts')).savePfx(message.request);
    case 'checkParts':
      return (await import('./buildPfx.ts')).checkParts(message.request);
    case 'buildPfx':
      return (await import('./buildPfx.ts')).buildPfx(message.request);
    case 'readAuthorities':
      return readAuthorities(message.request.bytes);
  }
}
